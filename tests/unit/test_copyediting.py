# SPDX-License-Identifier: Apache-2.0
"""What is changed in the article's words when the user asks, what stays, and what is told."""

from __future__ import annotations

import pytest
from tests.support.cost import lines_run

from docforge.context import Context
from docforge.conversion import detect_article, proposed_changes
from docforge.diagnostics import Report
from docforge.errors import UsageError
from docforge.locale import DateStyle, apart, changed, rewrite_dates, typeset
from docforge.locale.changes import Change
from docforge.model import Article, PartialDate
from docforge.present import present
from docforge.presentation import InlineKind, Presentation, Role
from docforge.settings import PresentSettings, Settings

TEXT = """Harbour reopens after storm

SALTMERE, Norway, Sept. 14 (Reuters) - The harbour opened on Monday, September 12, 2022, see https://port.example/2022-09-14. "We are 'glad'... since 3 May 2020", said Ingrid Solheim - the mayor.

The ferry of May 2021 left 14-15 September 2022. The Act of 4 May 1998 stays.

- Opened: 2 June 2022
- Closed: 3 June 2022

Photo: Lena Brandt/Coastwire, 3 May 2020

September 14, 2022
"""  # noqa: E501 - one line is one paragraph


def article(text: str = TEXT, lang: str = "en") -> Article:
    return detect_article(text, "a.txt", Settings(lang=lang), context=Context.fixed(), report=Report())


def shown(report: Report | None = None, text: str = TEXT, lang: str = "en", **settings: object) -> Presentation:
    own = PresentSettings(**settings)  # type: ignore[arg-type]
    return present(article(text, lang), own, context=Context(), report=report if report is not None else Report())


def body(presentation: Presentation) -> str:
    return "\n".join(item.text for section in presentation.sections for item in section.items)


# -- nothing unasked -----------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["fr", "kk", "ar", "ja", "de-CH", "en-GB"])
def test_without_a_request_the_words_stay(tag: str) -> None:
    text = body(shown(locale=tag))
    for part in ("Sept. 14 (Reuters) - The", "Monday, September 12, 2022", "'glad'...", "14-15 September 2022"):
        assert part in text


# -- dates ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "target", "written"),
    [
        (
            "en",
            "on Monday, September 12, 2022, and Sept. 14",
            "en-GB",
            "on Monday, 12 September 2022, and 14 September",
        ),
        ("en", "on 14th September 2022 and in May 2021", "fr", "on 14 septembre 2022 and in mai 2021"),
        ("en", "from 14–15 September 2022", "ru", "from 14–15 сентября 2022\u202fг."),
        ("en", "It ended on 2 May 2020.", "ru", "It ended on 2 мая 2020\u202fг."),
        ("fr", "Le 1er mai 2022 et le 14/09/2022", "kk", "Le 2022\u202fж. 1 мамыр et le 2022\u202fж. 14 қыркүйек"),
        ("de", "Am Mittwoch, 14. September 2022", "en", "Am Wednesday, September 14, 2022"),
        ("ru", "Музей открылся 14 сентября 2022 года", "en-GB", "Музей открылся 14 September 2022"),
        ("zh", "会议于2022年9月14日举行", "en", "会议于September 14, 2022举行"),
        ("zh", "会议于9月14日至16日举行", "en", "会议于September 14\u2009–\u200916举行"),
        ("ja", "会議は令和4年9月14日に", "ja", "会議は2022年9月14日に"),
        ("th", "วันที่ 14 ก.ย. 65", "en", "วันที่ September 14, 2022"),
        ("fa", "در ۱۴ شهریور ۱۴۰۱ بود", "en", "در September 5, 2022 بود"),
        ("en", "on 14 September 2022", "fa", "on ۲۳ شهریور ۱۴۰۱"),
        ("en", "on Wednesday, Sept. 14,", "fr", "on mercredi 14 septembre,"),
    ],
)
def test_dates_are_written_as_the_output_locale_does(language: str, text: str, target: str, written: str) -> None:
    found, _ = rewrite_dates(text, language, DateStyle(target), reference=PartialDate(2022, 9, 15))
    assert changed(text, [own.change for own in found]) == written


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("en", "He said “it was 3 May 2020”.", "quotation"),
        ("ru", "Он сказал: «Было 3 мая 2020 года».", "quotation"),
        ("ja", "「2020年5月3日」と話した", "quotation"),
        ("zh", "《2020年5月3日协议》", "quotation"),
        ("en", "“We left on 3 May 2020", "quotation"),
        ("en", "see https://a.example/2020-05-03", "address"),
        ("en", "run `date 2020-05-03` now", "address"),
        ("en", "It was 03/04/2022 then", "two readings"),
        ("en", "the Act of 4 May 1998 stays", "name"),
        ("en", "the 11 September 2001 Museum", "name"),
        ("fr", "la loi du 29 juillet 1881", "name"),
        ("de", "das Gesetz vom 5. März 2011", "name"),
        ("ru", "закон от 5 марта 2011 года", "name"),
        ("kk", "Музей 14 қыркүйекте ашылды", "case ending"),
        ("ru", "в сентябре 2022 года", "case ending"),
        ("ru", "до 14-го сентября", "case ending"),
        ("hu", "A múzeum szeptember 14-én nyílt", "case ending"),
        ("fi", "avattiin syyskuussa 2022", "case ending"),
        ("tr", "14 Eylül 2022'de açıldı", "name"),
        ("en", "on Tuesday, September 14, 2022", "weekday"),  # it was a Wednesday
        ("en", "on 14 and 15 October 2022", "shares"),
        ("en", "from 14th to 16th October", "shares"),
    ],
)
def test_a_date_stays_where_a_change_could_harm(language: str, text: str, reason: str) -> None:
    written, left = rewrite_dates(text, language, DateStyle("es"))
    assert written == ()
    assert reason in left[0].reason


def test_a_house_style_that_would_lose_the_weekday_or_range_changes_nothing() -> None:
    for text in ("on Wednesday, September 14, 2022", "on 14–15 September 2022"):
        written, left = rewrite_dates(text, "en", DateStyle("en", "ap"))
        assert (written, len(left)) == ((), 1)
    written, _ = rewrite_dates("on 14 September 2022", "en", DateStyle("en", "ap"))
    assert written[0].change.text == "Sept. 14, 2022"


def test_dates_of_the_article_are_rewritten_tagged_and_reported() -> None:
    report = Report()
    presentation = shown(report, locale="fr", rewrite_dates=True)
    text = body(presentation)
    for part in ("lundi 12 septembre 2022", "mai 2021", "14–15 septembre 2022", "Coastwire, 3 mai 2020", "2 juin 2022"):
        assert part in text
    for part in ("https://port.example/2022-09-14", "since 3 May 2020", "Act of 4 May 1998", "- Opened"):
        assert part in text
    inlines = [i for item in presentation.sections[0].items if item.role is Role.BODY for i in item.inlines]
    dates = [i for i in inlines if i.kind is InlineKind.TIME]
    assert [(i.value, i.lang) for i in dates] == [("2022-09-12", "fr"), ("2021-05", "fr"), ("2022-09-14", "fr")]
    codes = [d.code for d in report]
    assert codes.count("DF-P121") >= 6
    assert codes.count("DF-P122") >= 2


def test_spans_still_name_the_source() -> None:
    presentation = shown(locale="fr", rewrite_dates=True, typography=True, dateline="localised")
    for item in presentation.sections[0].items:
        for inline in item.inlines:
            if inline.kind is InlineKind.TIME and inline.span is not None and inline.lang == "fr":
                assert any(char.isdigit() for char in inline.span.of(TEXT))


# -- typography ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "text", "written"),
    [
        ("fr", "Elle dit : \"Un 'oui' net\"", "Elle dit\u00a0: «\u202fUn “oui” net\u202f»"),
        ("fr-CA", "Non ! « Oui ; »", "Non! «\u00a0Oui;\u00a0»"),
        ("fr-CH", "Non! Oui: rien", "Non\u202f! Oui\u202f: rien"),
        ("de", "Sie sagte: \"Das 'Nein' gilt\" - gut", "Sie sagte: „Das ‚Nein‘ gilt“ – gut"),
        ("de-CH", "Sie sagte: „Nein“", "Sie sagte: «Nein»"),
        ("ja", '彼は"はい"と...', "彼は「はい」と……"),
        ("en", "the workers' \"'no' and don't\"", "the workers' “‘no’ and don’t”"),
        ("en", "in the '90s", "in the ’90s"),
        ("he", 'הוא אמר: "צה"ל הגיב"', 'הוא אמר: “צה"ל הגיב”'),
        ("sv", 'Hon sade: "nej"', "Hon sade: ”nej”"),
        ("ru", 'Он сказал - "да"', "Он сказал\u00a0— «да»"),
    ],
)
def test_a_paragraph_in_the_typography_of_a_locale(locale: str, text: str, written: str) -> None:
    assert typeset(text, locale) == written


def test_marks_belong_to_the_language_of_the_words() -> None:
    assert "“We are ‘glad’… since" in body(shown(locale="fr", typography=True))
    assert "Solheim—the mayor" in body(shown(locale="fr", typography=True))
    assert "Solheim – the mayor" in body(shown(locale="en-GB", typography=True))


def test_typography_reaches_the_title_and_is_reported() -> None:
    report = Report()
    presentation = shown(report, text=TEXT.replace("after storm", 'after "storm"'), typography=True)
    assert presentation.title == "Harbour reopens after “storm”"
    assert "Harbour reopens after “storm”" in body(presentation)
    assert [d.code for d in report if d.code == "DF-P123"] == ["DF-P123"]


# -- datelines -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "start"),
    [
        ("en-GB", "SALTMERE, Norway, Sept\u00a014 (Reuters)\u00a0– The harbour"),
        ("de", "Saltmere, Norway, 14.\u00a0September (Reuters)\u00a0– The harbour"),
        ("kk", "SALTMERE, Norway, 14\u00a0қыркүйек (Reuters)\u00a0– The harbour"),
        ("zh-Hans", "路透社 Saltmere, Norway 9月14日电\u3000The harbour"),
        ("ja", "【Saltmere, Norwayロイター】The harbour"),
    ],
)
def test_datelines_in_the_convention_of_the_output_locale(tag: str, start: str) -> None:
    assert start in body(shown(locale=tag, dateline="localised"))


def test_a_dateline_that_says_more_stays_and_is_reported() -> None:
    text = "Museum opens\n\n（中央社記者王五台北14日電）領導人舉行了會晤，會議持續了三個小時，雙方討論了貿易問題。\n"
    report = Report()
    presentation = shown(report, text=text, lang="zh-Hant", locale="en", dateline="localised")
    assert "（中央社記者王五台北14日電）" in body(presentation)
    assert "DF-P125" in [d.code for d in report]


# -- the frame -----------------------------------------------------------------------------


def test_the_frame_takes_style_and_second_calendar() -> None:
    def frame_line(**settings: str) -> str:
        items = shown(**settings).sections[0].items  # type: ignore[arg-type]
        return next(item.text for item in items if item.role is Role.METADATA)

    assert frame_line(locale="fa", second_calendar="gregorian").startswith("۲۳ شهریور ۱۴۰۱ (۱۴ سپتامبر ۲۰۲۲)")
    assert frame_line(locale="ar", calendar="gregorian", second_calendar="islamic-umalqura").startswith(
        "14 سبتمبر 2022 ("
    )
    assert "mercredi 14 septembre 2022" in frame_line(locale="fr", date_style="full")
    assert "14 Sept 2022" in frame_line(locale="en-GB", date_style="agency")
    assert "2022-09-14" in frame_line(locale="fr", date_style="iso")


def test_wrong_requests_are_refused() -> None:
    with pytest.raises(UsageError, match="dateline mode"):
        shown(dateline="translated")
    with pytest.raises(UsageError, match="date style"):
        shown(date_style="pretty")
    with pytest.raises(UsageError, match="written in fr"):
        shown(locale="fr", date_style="ap")


# -- proposals -----------------------------------------------------------------------------


def test_proposals_show_before_and_after() -> None:
    settings = Settings(lang="en", locale="fr", rewrite_dates=True, typography=True, dateline="localised")
    changes = proposed_changes(article(), settings, context=Context(), report=Report())
    assert [c.kind for c in changes] == ["paragraph"] * 3 + ["list_item"] * 2 + ["credit_line", "publication_line"]
    assert changes[0].before.startswith("SALTMERE, Norway, Sept. 14 (Reuters) - The harbour")
    assert changes[0].after.startswith("SALTMERE, Norway, 14\u00a0septembre (Reuters)\u00a0– The harbour")
    assert proposed_changes(article(), Settings(), context=Context(), report=Report()) == ()


def test_changes_lie_apart() -> None:
    changes = [Change(4, 6, "b"), Change(0, 5, "a"), Change(6, 6, "c"), Change(9, 10, "d")]
    assert apart(changes, [(9, 12)]) == (Change(0, 5, "a"), Change(6, 6, "c"))
    assert changed("0123456789", apart(changes)) == "a5c678d"


@pytest.mark.parametrize(
    "unit", ["“'a' ", "«", '"a "', "' ", "3 May 2020 ", "a - ", "a ;", "`", "14 ", "Act of 4 May "]
)
def test_cost_grows_with_the_text(unit: str) -> None:
    def cost(times: int) -> int:
        text = "x 1 " + unit * times

        def run() -> None:
            typeset(text, "fr")
            rewrite_dates(text, "en", DateStyle("fr"))

        return lines_run(run)

    cost(50)
    assert cost(800) < 2.6 * cost(400)
