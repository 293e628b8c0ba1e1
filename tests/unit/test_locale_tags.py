# SPDX-License-Identifier: Apache-2.0
"""Language tags: what people and systems write, what comes out, what is refused."""

from __future__ import annotations

import time

import pytest

from docforge.errors import LocaleError, UsageError
from docforge.locale import available_locales, canonical_tag, direction, fallback_chain, paper_mm, resolve, script
from docforge.locale.tags import language_tag, parse_tag


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("kk_KZ.UTF-8", "kk-KZ"),
        ("zh-TW", "zh-TW"),
        ("ZH_hant_tw", "zh-Hant-TW"),
        ("iw", "he"),
        ("in", "id"),
        ("prs", "fa-AF"),
        ("sh", "sr-Latn"),
        ("sr@latin", "sr-Latn"),
        ("sr_RS@latin", "sr-Latn-RS"),
        ("ca_ES@valencia", "ca-ES-valencia"),
        ("de_DE@euro", "de-DE"),
        ("zh-cmn-Hans-CN", "zh-Hans-CN"),
        ("de-1996", "de-1996"),
        ("fa-u-ca-gregory", "fa-u-ca-gregory"),
        ("en-x-desk", "en-x-desk"),
        ("no", "no"),
    ],
)
def test_a_tag_comes_out_canonical(written: str, canonical: str) -> None:
    assert canonical_tag(written) == canonical


@pytest.mark.parametrize(
    "tag",
    [
        "",
        "C",
        "../../etc/passwd",
        "en--US",
        "-en",
        "en-",
        "kk/KZ",
        "a" * 36,
        "en-u",
        "en-a-bb-a-cc",
        "en-\u0430\u0431",
        "sr@roman",
        "de-1996-1996",
    ],
)
def test_a_malformed_tag_is_a_usage_error(tag: str) -> None:
    with pytest.raises(UsageError):
        canonical_tag(tag)


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("kk-Latn", "kk"),
        ("zh-Latn", "zh"),
        ("az-Arab", "az"),
        ("kazakh", "'kk'"),
        ("english", "'en'"),
        ("germann", "'de'"),
        ("i-klingon", "tlh"),
        ("hy-arevmda", "hyw"),
        ("und-Cyrl", "the likeliest is ru"),
        ("und-KZ", "names no language"),
    ],
)
def test_what_cannot_be_honoured_is_refused_with_a_way_out(tag: str, hint: str) -> None:
    with pytest.raises(LocaleError, match="cannot be honoured") as caught:
        canonical_tag(tag)
    assert hint in str(caught.value)


def test_a_language_in_another_script_never_comes_from_the_wrong_tables() -> None:
    assert resolve("sr@latin").base == "sr-Latn"
    assert resolve("sr-ME").base == "sr-Latn-ME"
    assert resolve("uz-AF").base == "uz-Arab"
    assert resolve("pa-PK").base == "pa-Arab"
    assert resolve("zh-HK").base == "zh-Hant-HK"


def test_a_territory_without_conventions_is_noted_and_keeps_its_paper() -> None:
    found = resolve("en-KZ")
    assert found.base == "en"
    assert [code for code, _ in found.notes] == ["DF-L101"]
    assert paper_mm("en-KZ") == (210.0, 297.0)
    assert resolve("kk-KZ").notes == ()
    assert [code for code, _ in resolve("en-US-posix").notes] == ["DF-L102"]


@pytest.mark.parametrize(
    ("tag", "chain"),
    [
        ("pt-AO", ("pt-AO", "pt-PT", "pt")),
        ("en-IN", ("en-IN", "en-001", "en")),
        ("zh-TW", ("zh-TW", "zh-Hant")),
        ("nb", ("nb", "no")),
        ("es-MX", ("es-MX", "es-419", "es")),
        ("sr-Latn", ("sr-Latn",)),
    ],
)
def test_inheritance_follows_cldr(tag: str, chain: tuple[str, ...]) -> None:
    assert fallback_chain(tag) == chain


@pytest.mark.parametrize(
    ("tag", "way"),
    [
        ("ar", "rtl"),
        ("he", "rtl"),
        ("ug", "rtl"),
        ("kk-Arab", "rtl"),
        ("ku-IQ", "rtl"),
        ("dv", "rtl"),
        ("kk", "ltr"),
        ("und", "ltr"),
        ("az", "ltr"),
        ("tlh", "ltr"),
    ],
)
def test_direction_is_decided_by_the_script(tag: str, way: str) -> None:
    assert direction(tag) == way


def test_script_of_tags_with_and_without_tables() -> None:
    assert [script(tag) for tag in ("kk", "zh", "zh-TW", "ja", "und", "la")] == [
        "Cyrl",
        "Hans",
        "Hant",
        "Jpan",
        "Zyyy",
        "Latn",
    ]


def test_paper_follows_the_territory() -> None:
    letter = (215.9, 279.4)
    assert [tag for tag in ("en", "fr-CA", "es-MX", "fil", "pt", "es", "en-GB", "kk") if paper_mm(tag) == letter] == [
        "en",
        "fr-CA",
        "es-MX",
        "fil",
    ]


def test_keywords_are_read_from_the_extension() -> None:
    tag = parse_tag("fa-u-ca-islamic-umalqura-nu-latn")
    assert tag.keyword("ca") == "islamic-umalqura"
    assert tag.keyword("nu") == "latn"
    assert tag.keyword("co") is None


def test_every_available_locale_is_its_own_base() -> None:
    tags = available_locales()
    assert len({tag.partition("-")[0] for tag in tags}) > 200
    assert [tag for tag in tags if resolve(tag).base != tag and not resolve(tag).base.startswith(tag)] == []


def test_any_input_is_answered_at_once() -> None:
    began = time.perf_counter()
    for text in ("a-" * 10_000, "x" * 1_000_000, "en-" + "a" * 32, "-" * 35, "en-u-ca-" * 4):
        with pytest.raises(UsageError):
            language_tag(text)
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("deutsch", "de"),
        ("espanol", "es"),
        ("français", "fr"),
        ("қазақ тілі", "kk"),
        ("日本語", "ja"),
        ("germna", "de"),
        ("en US", "en"),
        ("en--US", "en"),
        ("zh-CN-Hans", "zh"),
    ],
)
def test_what_people_write_instead_of_a_tag_gets_a_hint(written: str, hint: str) -> None:
    with pytest.raises((UsageError, LocaleError), match=f"did you mean '{hint}'"):
        canonical_tag(written)
