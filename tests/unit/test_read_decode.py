# SPDX-License-Identifier: Apache-2.0
"""Which encoding is chosen, and when docforge refuses to guess."""

from __future__ import annotations

import pytest

from docforge.context import Context, Limits
from docforge.diagnostics import Report
from docforge.errors import EncodingError, InputError, LimitError, UsageError
from docforge.model import Source
from docforge.reading import ReadSettings, read_source

RUSSIAN = "Музей закрыт на ремонт, заседание перенесли на осень. Жители недовольны решением совета.\n" * 3
GREEK = "Το μουσείο έκλεισε για επισκευές και η συνεδρίαση αναβλήθηκε. Οι κάτοικοι είναι δυσαρεστημένοι.\n" * 3
GERMAN = "Das Museum ist wegen Umbau geschlossen, und die Bürger sind über die Entscheidung verärgert.\n" * 4
CZECH = (
    "Muzeum je zavřeno kvůli opravě a zasedání se odložilo na podzim, jak řekl ředitel. Je to pro město škoda.\n" * 4
)
JAPANESE = "博物館は改修のため休館となり、会議は秋に延期された。住民は評議会の決定に不満を持っている。\n"
SIMPLIFIED = "博物馆因维修关闭，会议推迟到秋天举行。居民对委员会的决定不满，他们说这是不对的。\n"
TRADITIONAL = "博物館因維修關閉，會議推遲到秋天舉行。居民對委員會的決定不滿，他們說這是不對的。\n"
KOREAN = "박물관은 수리를 위해 문을 닫았고 회의는 가을로 연기되었다. 주민들은 위원회의 결정에 불만을 가지고 있다.\n"


def read(data: bytes, encoding: str | None = None, report: Report | None = None) -> Source:
    return read_source(
        data, ReadSettings("a.txt", encoding), context=Context.fixed(), report=Report() if report is None else report
    )


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        *((RUSSIAN, c) for c in ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic", "utf_16_le", "utf_32_be")),
        *((GREEK, c) for c in ("cp1253", "iso8859_7", "utf_16_be")),
        *((GERMAN, c) for c in ("cp1252", "iso8859_15", "mac_roman", "cp850", "utf_16_le")),
        *((CZECH, c) for c in ("cp1250", "iso8859_2")),
        *((JAPANESE, c) for c in ("cp932", "euc_jp", "iso2022_jp", "utf_16_le", "utf_16_be")),
        *((SIMPLIFIED, c) for c in ("gb18030", "gbk", "hz", "utf_16_le")),
        *((TRADITIONAL, c) for c in ("big5", "utf_16_be")),
        *((KOREAN, c) for c in ("cp949", "iso2022_kr")),
    ],
)
def test_legacy_encodings_are_read_right(text: str, codec: str) -> None:
    report = Report()
    source = read(text.encode(codec), report=report)
    assert source.text == text
    assert source.info.encoding_rule in ("detected", "escape")
    assert [d.code for d in report] == ["DF-R101"]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(codec: str) -> None:
    source = read(RUSSIAN.encode(codec))
    assert source.text == RUSSIAN
    assert source.info.encoding_rule == "bom"


@pytest.mark.parametrize(
    "data",
    [
        "café".encode("cp1252"),
        "é".encode("cp1252"),
        "Москва".encode("cp1251"),
        "日本".encode("big5"),
        RUSSIAN.encode("utf-7"),
        GERMAN.encode("cp500"),
        "Το μουσείο έκλεισε.".encode("gb18030"),
        "naïve".encode() + b" \x93na\xefve\x94",
        bytes(range(128, 256)) * 4,
    ],
)
def test_in_doubt_the_way_out_is_named(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read(data)
    if isinstance(caught.value, EncodingError):
        assert "--encoding" in str(caught.value)
        assert "a.txt" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_option_wins_and_is_strict() -> None:
    assert read("Москва".encode("cp1251"), "windows-1251").text == "Москва"
    with pytest.raises(EncodingError, match="--encoding"):
        read("Москва".encode("cp1251"), "utf-8")
    for name in ("klingon", "base64", "idna", "é"):
        with pytest.raises(UsageError, match="no encoding"):
            read(b"text", name)


def test_a_declaration_is_followed_only_where_it_fits() -> None:
    short = "<?xml version='1.0' encoding='koi8-r'?>\nМосква"
    assert read(short.encode("koi8-r")).text == short
    report = Report()
    assert "Москва" in read(short.encode("utf-8"), report=report).text
    assert [d.code for d in report] == ["DF-R103"]


def test_a_few_bad_bytes_in_utf8_stay_utf8() -> None:
    report = Report()
    source = read(RUSSIAN.encode() + b"\xff end", report=report)
    assert source.text == RUSSIAN + "\ufffd end"
    assert [d.code for d in report] == ["DF-R102"]
    assert "line 4" in next(iter(report)).message


@pytest.mark.parametrize(
    "data",
    [
        *(
            b"\x89PNG\r\n\x1a\n" + b"x" * 60,
            b"PK\x03\x04abc",
            b"%PDF-1.7",
            b"\x1f\x8b\x08abc",
            b"\x7fELF\x02",
            b"\xff\xd8\xff\xe0",
        ),
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(range(32)) * 20),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="not text"):
        read(data)


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", "\ufeff".encode(), "\u00a0\u200b\u3000".encode(), b"---\n---\n"[:0]]
)
def test_nothing_to_read_is_one_clear_line(data: bytes) -> None:
    with pytest.raises(InputError, match="no text"):
        read(data)


def test_limits_are_kept() -> None:
    small = Context(limits=Limits(input_bytes=10, passages=2))
    with pytest.raises(LimitError):
        read_source(b"x" * 11, context=small, report=Report())
    with pytest.raises(LimitError):
        read_source(b"a\nb\nc\n", context=small, report=Report())


def test_surrogates_in_text_and_controls_are_replaced_and_told() -> None:
    report = Report()
    source = read_source("a\ud800b\x07c", ReadSettings(), context=Context.fixed(), report=report)
    assert source.text == "a\ufffdb\x07c"
    assert source.passages[0].text == "a\ufffdb\ufffdc"
    assert {d.code for d in report} == {"DF-R104", "DF-R105"}


def test_two_curly_quotes_near_the_top_are_enough() -> None:
    """What is plain ASCII below them tells the language, and all code pages of it agree on the marks."""
    text = (
        "Librarian retires\n\nShe said: \u201cA life.\u201d\n\n"
        + "The town and the school thanked her for that work. " * 8
    )
    assert read(text.encode("cp1252")).text == text


def test_turkish_is_told_by_its_common_words() -> None:
    text = "Zeytin hasadı başladı\n\nÜreticiler bu yıl iki kat ürün bekliyor. Ege'de de hasat olacak, dedi başkan. " * 4
    for codec in ("cp1254", "iso8859_9"):
        assert read(text.encode(codec)).text == text
