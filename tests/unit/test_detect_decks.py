# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a line of a page is a line)
"""What tells a deck from a first paragraph where nothing is set apart: each evidence with what it takes and leaves."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article, rule_of, surveyed

from docforge.context import Context
from docforge.detect import detect
from docforge.detect.body import find_body
from docforge.detect.deck import find_decks
from docforge.detect.survey import survey
from docforge.diagnostics import Report
from docforge.locale import weekday_names
from docforge.model import Article, Headline, Subheadline
from docforge.reading import read_source

TITLE = "Orchard on the hill is sold"
TOLD = [
    "The old orchard above Wendle, with its hundred and forty pear trees, has a new owner: a cooperative of nine families bought it from the parish for a quarter of a million.",
    "They want to keep the pears, press cider in the barn and let the school of the village plant a row of quinces each autumn.",
    "For years the parish had found nobody to mow the meadow between the trees, and the barn had lost half of its roof in a gale.",
    "The families come from the new houses along the river, where gardens are small and the soil is gravel.",
]
DECK = "Nine families want to save the pear trees and press cider in the barn of the parish."
LONGER = "The gale took half of the roof. Nine families want to save the pear trees all the same and press cider in the barn of the parish."


def page(*lines: str) -> Article:
    """Return what detection makes of *lines*, a blank line between them."""
    report = Report()
    return detect(read_source("\n\n".join(lines), context=Context.fixed(), report=report), report=report)


def deck(*lines: str) -> str | None:
    """Return the deck that detection finds in *lines*."""
    return page(*lines).first(Subheadline) and str(page(*lines).first(Subheadline).text)  # type: ignore[union-attr]


def odds(*lines: str, language: str = "en") -> tuple[float, str]:
    """Return by how much the second of *lines* reads better as deck than as paragraph, and what speaks for it."""
    source = read_source("\n\n".join(lines), context=Context.fixed(), report=Report())
    seen = survey(source, language)
    deck = next(c for c in find_decks(seen) if c.passage == 1)
    text = next(c for c in find_body(seen) if c.passage == 1 and c.kind == "paragraph")
    return deck.score - text.score, deck.note


def test_what_the_text_below_tells_is_the_deck() -> None:
    assert deck(TITLE, DECK, *TOLD) == DECK


_TWIN = (
    "Nine families of Wendle have bought the old orchard and want to press cider in the barn, the vicar said on Sunday."
)


def test_the_first_sentence_of_the_text_may_stand_above_it_as_the_deck() -> None:
    assert deck(TITLE, _TWIN, _TWIN, *TOLD) == _TWIN


@pytest.mark.parametrize(
    "lines",
    [
        (_TWIN, _TWIN, _TWIN, *TOLD),  # thrice
        ("By Ann Lee", _TWIN, _TWIN, *TOLD),  # not right below the headline
        (_TWIN[:-1], _TWIN[:-1], *TOLD),  # no sentence
        ("Pear trees in Wendle.", "Pear trees in Wendle.", *TOLD),  # too short
        (_TWIN, _TWIN, "Photo: Ann Lee", *TOLD),  # a caption
    ],
)
def test_what_stands_twice_elsewhere_is_no_deck(lines: tuple[str, ...]) -> None:
    assert deck(TITLE, *lines) not in lines[:2]


def test_what_the_text_below_goes_on_from_is_no_deck() -> None:
    lead = "A cooperative has bought the land above Wendle, the mayor announced after a short meeting."
    assert deck(TITLE, lead, "He thanked all who had put up money, and wished them many good years.", *TOLD[2:]) is None


@pytest.mark.parametrize(
    ("title", "line", "body"),
    [
        pytest.param("Der Obstgarten ist verkauft", "Neun Familien wollen die Birnbäume retten und in der Scheune Most pressen.",
                     ["Der alte Obstgarten über Wendel mit seinen Birnbäumen hat neue Besitzer: Eine Genossenschaft von neun Familien kaufte ihn der Pfarre ab.",
                      "Sie wollen die Bäume retten, in der Scheune Most pressen und die Schule jeden Herbst Quitten pflanzen lassen."], id="de"),
        pytest.param("Le verger est vendu", "Neuf familles veulent sauver les poiriers et presser du cidre dans la grange.",
                     ["Le vieux verger au-dessus de Wendel, avec ses poiriers, a de nouveaux propriétaires : une coopérative de neuf familles l'a racheté à la paroisse.",
                      "Elles veulent sauver les arbres, presser du cidre dans la grange et laisser l'école planter des cognassiers."], id="fr"),
        pytest.param("Старый сад на холме над Венделем продан", "Девять семей хотят спасти груши и давить сидр в старом амбаре.",
                     ["У старого сада над Венделем с его грушами новые хозяева: девять семей выкупили землю у прихода и обещали её спасти.",
                      "Семьи хотят сохранить груши, давить сидр в старом амбаре и каждую осень сажать айву вместе со школой."], id="ru"),
        pytest.param("丘の上の古い果樹園、村の家族らが教会から購入", "九組の家族が梨の木を守り、納屋で梨酒を造る計画を進めている。",
                     ["村を見下ろす古い果樹園を、九組の家族でつくる組合が教会から買い取った。百四十本の梨の木を守るのが目的だ。",
                      "家族らは納屋で梨酒を造り、村の学校の子どもたちに毎年秋にかりんを植えてもらう計画だという。"], id="ja"),
        pytest.param("สวนผลไม้เก่าบนเขาเหนือหมู่บ้านขายได้แล้ว", "เก้าครอบครัวต้องการรักษาต้นสาลี่และทำไซเดอร์ในโรงนาเก่าของหมู่บ้าน และให้โรงเรียนปลูกต้นใหม่ทุกปี",
                     ["สวนผลไม้เก่าเหนือหมู่บ้านมีเจ้าของใหม่แล้ว สหกรณ์ของเก้าครอบครัวซื้อที่ดินจากวัดเพื่อรักษาต้นสาลี่ทั้งหมดที่ปลูกไว้",
                      "เก้าครอบครัวต้องการทำไซเดอร์ในโรงนาเก่าของหมู่บ้าน และให้โรงเรียนปลูกต้นใหม่ทุกปีในฤดูใบไม้ร่วง"], id="th"),
    ],
)  # fmt: skip
def test_the_words_of_a_deck_come_back_in_any_script(title: str, line: str, body: list[str]) -> None:
    language = "ja" if "樹" in title else "th" if "ส" in title else "und"
    told, note = odds(title, line, *body, language=language)
    assert "says much of it again" in note
    other = ["".join(chr(ord(sign) + 1) if sign.isalpha() else sign for sign in text) for text in body]
    assert told > odds(title, line, *other, language=language)[0] + 0.2


@pytest.mark.parametrize(
    ("change", "note", "more"),
    [
        pytest.param(DECK.replace(" want to save", ", it was said on Sunday, want to save"), "names a day", False, id="a day of the week"),
        pytest.param(DECK.replace("families", "families (38 people)"), "a bracket", False, id="a bracket"),
        pytest.param(DECK.replace("Nine families", "Nine families, three aunts, one vicar, a smith"), "", False, id="commas"),
        pytest.param(LONGER[:-1] + ":", "leads into the text", False, id="a colon"),
        pytest.param("• " + DECK, "opens like an item", False, id="a bullet"),
        pytest.param(" ".join([DECK] * 6), "as wide as a paragraph", False, id="wide"),
        pytest.param(DECK.replace("Nine families", "Some 138 families"), "figures that the text does not say", False, id="figures"),
        pytest.param(DECK + " It is old. It is loved. It is sold.", "", False, id="four sentences"),
        pytest.param(LONGER[:-1], "no full stop", True, id="no full stop"),
        pytest.param(LONGER[:-1] + "?", "a question", True, id="a question"),
    ],
)  # fmt: skip
def test_what_speaks_for_and_against_a_deck(change: str, note: str, more: bool) -> None:
    body = [text.replace("on Sunday", "") for text in TOLD]
    score, said = odds(TITLE, change, *body)
    plain, unsaid = odds(TITLE, LONGER if change.startswith(LONGER[:-1]) else DECK, *body)
    assert note in said
    assert not note or note not in unsaid
    assert (score > plain) is more


def test_figures_that_the_text_says_again_are_of_a_deck() -> None:
    number = DECK.replace("Nine families", "Some 140 families")
    told = [text.replace("hundred and forty", "140") for text in TOLD]
    assert "figures" not in odds(TITLE, number, *told)[1]
    assert odds(TITLE, number, *told)[0] > odds(TITLE, number, *TOLD)[0]


def test_the_lead_below_a_deck_tells_the_headline() -> None:
    told, note = odds(TITLE, DECK, *TOLD)
    other = [TOLD[0].replace("old orchard", "green slope"), *TOLD[1:]]
    assert "the text below tells the headline" not in odds(TITLE, DECK, *other)[1]
    assert told > odds(TITLE, DECK, *other)[0]
    assert "tells the headline anew" not in note


def test_a_sentence_that_tells_the_headline_alone_is_the_lead() -> None:
    lead = "The orchard on the hill is sold, and nine families press cider in the barn to save the pear trees."
    below = "Nine families have saved for years. They press cider in the barn and will save all of the pear trees."
    score, note = odds(TITLE, lead, below, *TOLD[1:])
    assert "tells the headline, and the text right below does not" in note
    assert score < odds(TITLE, lead, TOLD[0], below, *TOLD[1:])[0]


@pytest.mark.parametrize("between", [("How it came about",), ("How it came about", "The long way to the barn")])
def test_what_stands_between_sets_a_deck_apart(between: tuple[str, ...]) -> None:
    assert odds(TITLE, DECK, *between, *TOLD)[0] > odds(TITLE, DECK, *TOLD)[0]


def test_the_days_of_a_story_right_below_speak_against_a_deck() -> None:
    days = [line for pair in zip(("May 3, 2022", "May 4, 2022", "May 5, 2022"), TOLD, strict=False) for line in pair]
    score, note = odds(TITLE, DECK, *days)
    assert "told day by day" in note
    assert score < odds(TITLE, DECK, *TOLD)[0]


def test_a_quotation_right_below_speaks_against_a_deck() -> None:
    quoted = ["“" + TOLD[0][:-1] + ",” the vicar said.", *TOLD[1:]]
    assert odds(TITLE, DECK, *quoted)[0] < odds(TITLE, DECK, *TOLD)[0]


def test_a_paragraph_that_stands_twice_is_not_what_the_text_says_again() -> None:
    lead = "A cooperative has bought the land above Wendle, the mayor announced after a short meeting."
    rest = ("He thanked all who had put up money, and wished them many good years.", *TOLD[2:])
    assert odds(TITLE, lead, *rest, lead)[0] <= odds(TITLE, lead, *rest)[0]


def test_commas_in_numbers_are_none() -> None:
    number = DECK.replace("Nine families", "Buyers of 4,2 hectares")
    assert odds(TITLE, number, *TOLD)[0] > odds(TITLE, number.replace(" want", ", all of them, want"), *TOLD)[0]


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en", "on Tuesday"),
        ("de", "am Dienstag"),
        ("fi", "tiistaina"),
        ("ru", "во вторник"),
        ("pl", "we wtorek"),
        ("hu", "kedden"),
        ("el", "την Τρίτη"),
    ],
)
def test_leads_say_on_which_day(language: str, day: str) -> None:
    lead = TOLD[0].replace("has a new owner", f"has {day} a new owner")
    without, below = odds(TITLE, DECK, *TOLD, language=language), odds(TITLE, DECK, lead, *TOLD[1:], language=language)
    assert "the text below names a day" in below[1] and below[0] > without[0]
    assert "the text below names a day" not in without[1]


def test_a_language_without_tables_has_no_names_of_days() -> None:
    assert "day" not in odds(TITLE, DECK, TOLD[0] + " On Tuesday.", *TOLD[1:], language="und")[1]


def test_weekday_names_stand_as_in_dates_and_alone() -> None:
    assert weekday_names("de")[:2] == ("Sonntag", "Montag")
    assert {"tiistaina", "tiistai"} <= set(weekday_names("fi"))


def test_a_lead_that_tells_no_more_than_the_headline_is_no_deck() -> None:
    assert deck(TITLE, "The orchard on the hill has been sold.", *TOLD) is None
    again = "The orchard on the hill above the village of Wendle has been sold by its owner, a vicar."
    score, note = odds("Orchard above Wendle village sold by owner", again, *TOLD[1:])
    assert "tells the headline anew" in note
    assert score < odds("Cider for all", again, *TOLD[1:])[0]


def test_a_deck_may_tell_the_headline_where_the_text_tells_both() -> None:
    both = "The orchard above Wendle with its pear trees has a new owner: a cooperative of nine families."
    assert "anew" not in odds("Orchard above Wendle has new owner", both, *TOLD)[1]


def test_a_line_above_a_question_is_the_deck_of_an_interview() -> None:
    asked = [
        "Q: Why pears?",
        "A: They were there before us, and they are older than the church, I am told.",
        "Q: And the barn?",
        "A: It needs a roof first. Then we can begin to press.",
    ]
    line = "Ida Vogt speaks for the nine buyers of the orchard and their plans."
    assert "a question stands below" in odds("Older than the church", line, *asked)[1]
    assert "a question" not in odds("Older than the church", line, *TOLD)[1]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["The new owners of the orchard at the gate of the meadow--"], id="closed with dashes"),
        pytest.param(["The new owners of the orchard at the gate of the meadow (Wendle Post)"] * 2, id="twice in a row"),
        pytest.param(["The new owners at the gate of the meadow on the hill.", "Ann Lee/UNHCR", "The new owners at the gate of the meadow on the hill."], id="around a credit"),
        pytest.param(["The new owners stand at the gate of the meadow on the hill.", "(Ann Lee / Wendle Post)", "By Tom Reed", "27 Sep 2026"], id="above a credit in brackets"),
        pytest.param(["Boats lie on the canal at noon.", "Photo by Ann Lee"], id="above a credit, with words that the text does not say"),
        pytest.param(["Boats on the canal at the end of the day", "Credit: Ann Lee"], id="above a label, with words that the text does not say"),
        pytest.param(["By Tom Reed", "27 Sep 2026", "File: The barn lost half of its roof in the gale."], id="from the archive"),
    ],
)  # fmt: skip
def test_captions_right_below_the_headline_are_no_decks(lines: list[str]) -> None:
    assert deck(TITLE, *lines, *TOLD) is None


def test_a_line_once_right_below_the_headline_stays_the_deck() -> None:
    line = "Nine families save the pear trees of the parish from the gale"
    assert deck(TITLE, line, *TOLD) == line


def test_the_headline_once_more_with_other_marks_is_no_deck() -> None:
    title = "Wendle: Orchard on the hill above the river is sold"
    assert deck(title, title.replace(":", ""), *TOLD) is None
    assert deck(title, "Wendle orchard's pear trees are saved by families", *TOLD) is not None


def test_a_sentence_that_is_far_the_better_headline_is_no_deck() -> None:
    title = "Wendle: nine families buy the old orchard with its pear trees above the village!"
    found = page("Share", "Our magazine «Field and Hill»", "Contact", title, "27 Sep 2026", *TOLD, "Menu", "Subscribe")
    assert found.headline == title
    assert found.first(Subheadline) is None
    assert found.first(Headline) is not None


@pytest.mark.parametrize(
    "office", ["Senior Research Fellow, Centre for Orchards", "Special Correspondent to the Wendle Post"]
)
def test_an_office_below_a_name_and_what_follows_it_are_no_decks(office: str) -> None:
    life = "Nine families and the pear trees of the parish are what Lee has written of."
    assert deck(TITLE, "By Ann Lee", office, *TOLD) is None
    assert deck(TITLE, "By Ann Lee", office, life, *TOLD) is None
    assert deck(TITLE, "By Ann Lee", life, *TOLD) == life
    assert deck(TITLE, "By Ann Lee", f"Ann Lee writes of orchards. {life}", *TOLD) is None


def test_english_decks_are_short() -> None:
    line = "Nine families want to save the pear trees, press cider in the barn of the parish, mow the meadow between the trees and plant a row of quinces for the school of the village each autumn."
    assert "as wide as a paragraph" in odds(TITLE, line, *TOLD)[1]
    assert "as wide as a paragraph" not in odds(TITLE, line, *TOLD, language="de")[1]


def test_a_deck_above_a_credit_stays_one_where_the_text_says_its_words() -> None:
    assert deck(TITLE, DECK, "Photo by Ann Lee", *TOLD) == DECK


FERRY_TITLE = "The ferry sails again after the storm"
LINE = "Fishermen ask the town for lower fees at the quay"
BRIEF = tuple(f"The {boat} came back to the quay at {hour}." for boat, hour in (("tug", "six"), ("crane", "seven"), ("pilot", "eight"), ("ferry", "nine")))  # fmt: skip
SIGNED = "14 September 2022"
WIDE = " ".join((*FERRY, *FERRY))


@pytest.mark.parametrize(
    ("lines", "line", "may_be"),
    [
        ((FERRY[0], LINE, *FERRY[1:]), LINE, True),
        ((f"{FERRY[0]} {FERRY[1]} {FERRY[2]}", LINE, *FERRY[1:]), LINE, False),  # below a paragraph of the text
        ((*FERRY[:2], FERRY[2], SIGNED, *FERRY[3:], FERRY[0]), FERRY[2], True),  # below captions and excerpts
        ((*FERRY[:2], FERRY[2], *FERRY[3:], FERRY[0]), FERRY[2], False),
        ((*FERRY[:3], FERRY[3], SIGNED, FERRY[4], FERRY[0]), FERRY[3], False),
        ((*BRIEF, *FERRY), BRIEF[2], True),
        ((*BRIEF, *FERRY), BRIEF[3], False),  # three may be it, and then the text has begun
        ((WIDE[:629] + ".", *FERRY), WIDE[:629] + ".", True),
        ((WIDE[:649] + ".", *FERRY), WIDE[:649] + ".", False),
        ((LINE, "Ann Lee"), LINE, False),  # nothing below that it could stand above
        (("Fishermen ask the harbour office for new fees", *FERRY), "Fishermen ask the harbour office for new fees", True),
        (("Fishermen-town-and-harbour-office ask for fees", *FERRY), "Fishermen-town-and-harbour-office ask for fees", False),
    ],
)  # fmt: skip
def test_a_deck_stands_between_headline_and_text(lines: tuple[str, ...], line: str, may_be: bool) -> None:
    seen = surveyed(FERRY_TITLE, *lines)
    assert (line in [seen.looks[c.passage].text for c in find_decks(seen)]) is may_be


@pytest.mark.parametrize(
    "credit", ["Photo: NTA", "(Ann Lee / Gazette)", "Foto: Bo Ek/TT", "Credit: Getty Images", "/ Reuters"]
)
def test_a_description_right_above_its_caption_is_no_deck(credit: str) -> None:
    line = "The oldest of the pear trees stands on the slope below the barn in Wendle."
    report = Report()
    lines = ("Share", TITLE, line, f"{line} {credit}", *TOLD)
    article = detect(read_source("\n".join(lines), context=Context.fixed(), report=report), report=report)
    assert article.first(Subheadline) is None
    assert [block.KIND for block in article.blocks if line in block.text][:2] == ["caption", "caption"]


def test_a_deck_above_another_picture_stays_one() -> None:
    lines = ("Share", TITLE, DECK, "The barn in Wendle lost half of its roof. Photo: NTA", *TOLD)
    report = Report()
    article = detect(read_source("\n".join(lines), context=Context.fixed(), report=report), report=report)
    found = article.first(Subheadline)
    assert found is not None
    assert found.text == DECK


def test_a_headline_above_itself_and_a_credit_stays_the_headline() -> None:
    report = Report()
    lines = (TITLE, f"{TITLE}. Photo: Ann Lee/AP", *TOLD)
    article = detect(read_source("\n".join(lines), context=Context.fixed(), report=report), report=report)
    found = article.first(Headline)
    assert found is not None
    assert found.text == TITLE


@pytest.mark.parametrize(
    "ends", [("View image in full screen", "Harbour News"), ("Enlarge", "Photo: NTA"), ("Ann Lee, NTA", "Share")]
)
def test_a_caption_printed_twice_with_other_ends_is_no_deck(ends: tuple[str, str]) -> None:
    line = "The oldest of the pear trees stands on the slope below the barn in Wendle on May 15, 2023."
    report = Report()
    lines = ("Menu", "Share", TITLE, "By Ann Lee", *(f"{line} {end}" for end in ends), *TOLD)
    article = detect(read_source("\n".join(lines), context=Context.fixed(), report=report), report=report)
    assert article.first(Subheadline) is None
    assert {block.KIND for block in article.blocks if line in block.text} == {"caption"}


def test_paragraphs_that_open_alike_stay_paragraphs() -> None:
    lines = (
        TITLE,
        *(
            f"For years the parish had found nobody to mow the meadow between the trees. {end}"
            for end in ("It asked.", "It paid.")
        ),
        *TOLD,
    )
    report = Report()
    article = detect(read_source("\n".join(lines), context=Context.fixed(), report=report), report=report)
    assert not [block for block in article.blocks if block.KIND == "caption"]


BOATS = "Two boats lie in the harbour of Norrstad after the storm that broke the mole"


@pytest.mark.parametrize(
    ("menu", "lines", "rule"),
    [
        (MENU, (f"{BOATS}. Share", f"{BOATS}. Ann Lee/AFP"), "caption.twice"),
        (MENU, (f"{BOATS}.", f"{BOATS}. Ann Lee/AFP"), "caption.twice"),
        ((), (f"{BOATS}. Share", f"{BOATS}. Ann Lee/AFP"), "deck.below-headline"),  # on a page alone
        (MENU, (f"{BOATS} Share it", f"{BOATS} Print it"), "deck.below-headline"),  # no sentence
        (MENU, (BOATS, f"{BOATS} Ann Lee/AFP"), "deck.below-headline"),  # it may describe the picture too
    ],
)
def test_a_sentence_that_stands_again_with_another_end_is_a_caption(
    menu: tuple[str, ...], lines: tuple[str, ...], rule: str
) -> None:
    read = article(*menu, "Ferry sails again after the storm", *lines, *FERRY[:4])
    assert rule_of(read, lines[0]) == rule


def test_running_text_below_key_points_is_no_deck() -> None:
    points = ("• The mole broke three weeks ago in a storm", "• Two tugs and a crane have been at work since")
    lead = "The ferry sails again to the islands on Monday, says the harbour office, and the mole is whole."
    read = article(
        "Ferry sails again to the islands", *points, "Ann Lee | Norrstad", "14/06/2026 03:21", lead, *FERRY[:4]
    )
    assert read.first(Subheadline) is None


@pytest.mark.parametrize(("between", "times", "may_be"), [((), 2, True), ((), 3, False), (("Harbour",), 2, False)])
def test_a_sentence_right_below_the_headline_that_opens_the_text_once_more_is_the_deck(
    between: tuple[str, ...], times: int, may_be: bool
) -> None:
    seen = surveyed(FERRY_TITLE, *between, *(FERRY[0],) * times, *FERRY[1:])
    assert (len(between) + 1 in [candidate.passage for candidate in find_decks(seen)]) is may_be


BRIEFS = (
    (
        "Two held after harbour fire",
        "Two men have been arrested after a fire destroyed three boats in Wendle harbour, police said on Sunday.",
        "The fire broke out shortly after midnight on a boat at the north quay and spread to two other boats.",
        "The arrested men, who are brothers, were seen running from the harbour before the police came.",
        "Anyone who saw the fire should call the police in Wendle.",
    ),
    (
        "Rat stimmt für neue Brücke",
        "Die Stadt bekommt eine neue Brücke über den Fluss. Der Rat stimmte am Mittwoch mit knapper Mehrheit dafür.",
        "Die neue Brücke soll vierzig Millionen kosten und in drei Jahren fertig sein, wenn der Bund die Hälfte zahlt.",
        "Der Fluss teilt die Stadt in zwei Hälften, und bislang gibt es nur eine Brücke aus der Zeit der Großeltern.",
        "Gebaut wird vom Frühjahr an.",
    ),
    (
        "Un homme arrêté après l’incendie du port",
        "Un homme a été arrêté après l’incendie de trois bateaux dans le port de Norville, a annoncé dimanche la police.",
        "L’incendie s’est déclaré peu après minuit sur un bateau du quai nord et a gagné deux autres bateaux.",
        "L’homme arrêté a été vu courant hors du port, et il est entendu depuis au poste de police de la ville.",
        "Les témoins de l’incendie sont invités à appeler.",
    ),
    (
        "Detenido un hombre tras el incendio del puerto",
        "La policía detuvo el domingo a un hombre tras el incendio de tres barcos en el muelle de Puerto Largo.",
        "El incendio empezó poco después de medianoche en un barco del muelle norte y alcanzó a otros dos barcos.",
        "El hombre detenido fue visto al salir corriendo del puerto y declara en la comisaría desde la madrugada.",
        "Los testigos del incendio pueden llamar.",
    ),
)


@pytest.mark.parametrize("lines", BRIEFS, ids=("en", "de", "fr", "es"))
def test_the_lead_of_news_in_brief_that_names_its_day_is_no_deck(lines: tuple[str, ...]) -> None:
    assert deck(*lines) is None
