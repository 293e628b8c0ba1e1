# SPDX-License-Identifier: Apache-2.0
"""What is shown, in which order, in which words: facts about ``present``."""

from __future__ import annotations

import pytest

import docforge
from docforge.context import Context
from docforge.conversion import detect_article, make_pack
from docforge.diagnostics import Report, Severity
from docforge.errors import LocaleError, UsageError
from docforge.model import Article
from docforge.present import present
from docforge.presentation import Direction, InlineKind, Presentation, Role, SectionKind
from docforge.settings import PresentSettings, Settings

TEXT = """Harbour reopens after storm

SALTMERE, March 9 (Coastwire) — The harbour opened on Monday, see https://port.example/news.

“We are glad, we are tired, and all of us will sleep for a week now that this winter is over,” said Ingrid Solheim.

Photo: Lena Brandt/Coastwire

March 10, 2025
"""


def article(text: str = TEXT, **overrides: str) -> Article:
    settings = Settings(overrides=tuple(overrides.items()), lang="en")
    return detect_article(text, "a.txt", settings, context=Context.fixed(), report=Report())


def shown(origin: Article, context: Context | None = None, **settings: str) -> Presentation:
    return present(origin, PresentSettings(**settings), context=context or Context(), report=Report())


def text_of(presentation: Presentation, role: Role) -> list[str]:
    return [item.text for section in presentation.sections for item in section.items if item.role is role]


def test_items_keep_the_order_of_the_source() -> None:
    items = [i for i in shown(article()).sections[0].items if i.span is not None]
    assert [i.span.start for i in items if i.span] == sorted(i.span.start for i in items if i.span)


def test_an_embargo_marks_each_page_and_is_told() -> None:
    report = Report()
    under = article(embargo="2025-03-10 06:00")
    presentation = present(under, PresentSettings(marking="Draft"), context=Context(), report=report)
    assert presentation.page_text.marking == "Draft · EMBARGO: 2025-03-10 06:00"
    assert [d.code for d in report.diagnostics if d.severity is Severity.WARNING] == ["DF-P126"]
    pack = make_pack([under, article(), article(embargo="noon")], locale="en")
    assert shown(pack).page_text.marking == "EMBARGO: 2025-03-10 06:00, noon"
    assert shown(article(embargo="")).page_text.marking == ""


def test_an_embargo_is_one_line_that_turns_no_direction() -> None:
    marking = shown(article(embargo="\u202e2025-03-10\u2066\n06:00\n" + "x" * 200)).page_text.marking
    assert marking.startswith("EMBARGO: 2025-03-10 06:00 xxx")
    assert marking.endswith("…")
    assert len(marking) == 89


def test_all_text_of_the_source_is_shown() -> None:
    joined = "".join("".join(i.text.split()) for i in shown(article()).sections[0].items)
    position = 0
    for char in "".join(TEXT.split()):
        position = joined.find(char, position) + 1
        assert position > 0


@pytest.mark.parametrize(
    ("tag", "date"),
    [
        ("en", "March 10, 2025"),
        ("en-GB", "10 March 2025"),
        ("fr", "10 mars 2025"),
        ("kk", "2025\u202fж. 10 наурыз"),
        ("zh-Hans", "2025年3月10日"),
        ("de", "10. März 2025"),
    ],
)
def test_the_frame_states_the_date_in_the_output_locale(tag: str, date: str) -> None:
    frame = text_of(shown(article(), locale=tag), Role.METADATA)[0]
    assert date in frame.replace("\u00a0", " ") or date in frame


def test_the_frame_names_the_language_only_where_it_differs() -> None:
    assert "anglais" in text_of(shown(article(), locale="fr"), Role.METADATA)[0]
    assert "English" not in text_of(shown(article(), locale="en"), Role.METADATA)[0]


def test_inlines_carry_what_was_found() -> None:
    kinds = {}
    for item in shown(article()).sections[0].items:
        for inline in item.inlines:
            kinds.setdefault(inline.kind, inline)
    assert kinds[InlineKind.DATELINE].text == "SALTMERE, March 9 (Coastwire)"
    assert kinds[InlineKind.LINK].value == "https://port.example/news"
    assert kinds[InlineKind.LABEL].text.startswith("Photo")
    assert kinds[InlineKind.TIME].value == "2025-03-10"
    assert "Solheim" in (kinds[InlineKind.QUOTATION].value or "")


def test_a_paragraph_that_is_speech_is_set_off() -> None:
    assert len(text_of(shown(article()), Role.QUOTE)) == 1


@pytest.mark.parametrize("scheme", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_no_other_scheme_becomes_a_link(scheme: str) -> None:
    presentation = shown(article(TEXT.replace("https://port.example/news", scheme)))
    links = [i for s in presentation.sections for item in s.items for i in item.inlines if i.kind is InlineKind.LINK]
    assert links == []


def test_an_override_replaces_the_headline_and_is_reported() -> None:
    report = Report()
    presentation = present(article(headline="My words"), PresentSettings(), context=Context(), report=report)
    assert presentation.title == "My words"
    assert text_of(presentation, Role.HEADLINE) == ["My words"]
    assert "DF-P104" in [d.code for d in report]


def test_text_without_a_headline_still_has_a_title() -> None:
    lower = "rain fell on the hills for three days and three nights, and the river rose above the old bridge again."
    presentation = shown(article(lower))
    assert presentation.title
    assert presentation.sections[0].title


def test_direction_follows_the_language() -> None:
    own = detect_article(
        "افتتاح متحف جديد\n\nافتتح المتحف اليوم.\n", "", Settings(lang="ar"), context=Context(), report=Report()
    )
    presentation = shown(own, locale="en")
    assert presentation.direction is Direction.RTL
    assert {i.direction for i in presentation.sections[0].items if i.span} == {Direction.RTL}


def test_paper_comes_from_the_locale_or_the_user() -> None:
    assert shown(article(), locale="de").paper_mm == (210.0, 297.0)
    assert shown(article(), locale="en-US").paper_mm == (215.9, 279.4)
    assert shown(article(), locale="en-US", paper="a5").paper_mm == (148.0, 210.0)


def test_wrong_settings_are_refused_by_name() -> None:
    with pytest.raises(UsageError, match="no paper 'a9'"):
        shown(article(), paper="a9")
    with pytest.raises(UsageError, match="furniture"):
        shown(article(), furniture="hide")
    with pytest.raises((UsageError, LocaleError)):
        shown(article(), locale="zh-Latn")


def test_the_moment_is_the_clock_or_the_article_never_now() -> None:
    assert shown(article(), Context.fixed(86_400)).modified.year == 1970  # type: ignore[union-attr]
    assert shown(article()).modified.isoformat() == "2025-03-10T00:00:00+00:00"  # type: ignore[union-attr]
    assert shown(article(TEXT.replace("March 10, 2025", "").replace("March 9", ""))).modified is None


def test_a_pack_is_the_same_presentation_with_more_sections() -> None:
    pack = make_pack([article(), article(TEXT.replace("Harbour", "Market"))], title="Two")
    presentation = present(pack, PresentSettings(locale="fr"), context=Context(), report=Report())
    kinds = [s.kind for s in presentation.sections]
    assert kinds == [SectionKind.COVER, SectionKind.CONTENTS, SectionKind.ARTICLE, SectionKind.ARTICLE]
    assert len({s.anchor for s in presentation.sections}) == 4
    assert [s.title for s in presentation.sections[2:]] == ["Harbour reopens after storm", "Market reopens after storm"]
    assert "10 mars 2025" in text_of(presentation, Role.COVER_DETAIL)


def test_identifiers_differ_by_text_and_locale_and_stay_equal_otherwise() -> None:
    one, again, french = shown(article()), shown(article()), shown(article(), locale="fr")
    assert one.identifier == again.identifier
    assert one.identifier != french.identifier
    assert shown(article(TEXT + "More.\n")).identifier != one.identifier


def test_paragraphs_are_numbered_in_the_digits_of_the_locale_and_nothing_else_is() -> None:
    text = "Rain ends drought\n\nBy Jo Ash\n\nRain fell on the hills on Sunday.\n\nThe river rose by a metre.\n"
    article = docforge.read(text.encode())
    for tag, first in (("en", "1.\u2002"), ("fa", "۱.\u2002")):
        settings = PresentSettings(locale=tag, number_paragraphs=True)
        items = present(article, settings, context=Context.fixed(), report=Report()).sections[0].items
        numbers = [i.inlines[0].text for i in items if i.inlines[0].kind is InlineKind.NUMBER]
        assert len(numbers) == 2
        assert numbers[0] == first
        assert all(i.role is Role.BODY for i in items if i.inlines[0].kind is InlineKind.NUMBER)


@pytest.mark.parametrize(
    ("source", "line", "note"),
    [
        ("Harbour News", "Harbour News", ""),
        (
            "Harbour News, https://www.harbour.example/a?b=1.",
            "Harbour News¹",
            "¹\u00a0Source: https://www.harbour.example/a?b=1",
        ),
        ("https://www.harbour.example/a", "harbour.example¹", "¹\u00a0Source: https://www.harbour.example/a"),
    ],
)
def test_the_address_of_a_source_is_a_note(source: str, line: str, note: str) -> None:
    text = "Rain ends drought\n\nRain fell on the hills on Sunday.\n"
    article = docforge.read(text.encode(), language="en", overrides={"source": source})
    items = present(article, PresentSettings(), context=Context.fixed(), report=Report()).sections[0].items
    assert [i.text for i in items if i.role is Role.METADATA] == [line]
    assert [i.text for i in items if i.role is Role.NOTE] == ([note] if note else [])


def test_direction_follows_the_letters_where_the_language_is_usually_written_the_other_way() -> None:
    arabic_letters = "پورت قايتا ئېچىلدى\n\nئۈرۈمچى شەھىرىدە پورت دۈشەنبە كۈنى قايتا ئېچىلدى، دېدى ئەمەلدار.\n"
    article = docforge.read(arabic_letters.encode(), language="ky")
    shown = present(article, PresentSettings(locale="en"), context=Context.fixed(), report=Report())
    assert {i.direction for i in shown.sections[0].items if i.role is not Role.METADATA} == {Direction.RTL}
    quoting = docforge.read("The word كتاب means book\n\nIt is written كتاب in Arabic and kitap in Turkish.\n".encode())
    shown = present(quoting, PresentSettings(locale="en"), context=Context.fixed(), report=Report())
    assert {i.direction for i in shown.sections[0].items} == {Direction.LTR}


def test_latin_words_alone_run_from_left_to_right_in_an_arabic_article() -> None:
    own = "وقالت الرئيسة بعد الاجتماع مع الوفد في العاصمة:"
    text = f"بيان الرئيسة\n\n{own}\n\nThank you all.\n\nABC\n\nوانتهى الاجتماع مساء يوم الاثنين.\n"
    shown = present(
        docforge.read(text.encode(), language="ar"), PresentSettings(), context=Context.fixed(), report=Report()
    )
    runs = {i.text: i.direction for i in shown.sections[0].items}
    assert runs["Thank you all."] is Direction.LTR
    assert {direction for words, direction in runs.items() if words != "Thank you all."} == {Direction.RTL}
