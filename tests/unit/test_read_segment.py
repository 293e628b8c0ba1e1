# SPDX-License-Identifier: Apache-2.0
"""Lines to passages: the readable cases in tests/golden/read, and facts about joints, line ends and front matter."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.model import Source
from docforge.patterns import SENTENCE_ENDS
from docforge.reading import ReadSettings, read_source
from docforge.reading.wraps import ends_sentence

GOLDEN = Path(__file__).parents[1] / "golden" / "read"


def read(text: str, report: Report | None = None) -> Source:
    return read_source(text, ReadSettings(), context=Context.fixed(), report=Report() if report is None else report)


def shown(source: Source) -> str:
    return "".join(("= " if p.preformatted else "- ") + p.text.replace("\n", "\n  ") + "\n" for p in source.passages)


@pytest.mark.parametrize("case", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_golden(case: Path) -> None:
    """``NAME.txt`` is read into ``NAME.passages``: ``- `` starts a passage, ``= `` one that keeps its line breaks."""
    assert shown(read(case.read_text(encoding="utf-8"))) == case.with_suffix(".passages").read_text(encoding="utf-8")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_all_line_ends(end: str) -> None:
    assert [p.text for p in read(f"One.{end}Two.{end}{end}Three.").passages] == ["One.", "Two.", "Three."]


def test_no_break_spaces_stay() -> None:
    assert read("12\u00a0000\u202f€ a\u00a0b").passages[0].text == "12\u00a0000\u202f€ a\u00a0b"


def test_a_joint_maps_back_to_the_original() -> None:
    source = read((GOLDEN / "wrapped-blank.txt").read_text(encoding="utf-8"))
    passage = source.passages[1]
    at = passage.text.index("opened again")
    span = passage.offsets.span_to_source(at, at + len("opened again"))
    assert span.of(source.text).split() == ["opened", "again"]


def test_front_matter_is_taken_off_and_kept_as_pairs() -> None:
    report = Report()
    source = read('---\nHeadline: "Rain: at last"\n# a note\nbyline: Ida Sample\nmood: glad\n---\nText.\n', report)
    assert source.front_matter == (("headline", "Rain: at last"), ("byline", "Ida Sample"), ("mood", "glad"))
    assert [p.text for p in source.passages] == ["Text."]
    assert [d.code for d in report] == ["DF-R120"]


@pytest.mark.parametrize(
    "text",
    [
        "---\nNo colon here\n---\nText.\n",
        "---\nheadline: never closed\n\nText.\n",
        "---\nmood: glad\n---\nText.\n",
        "Text\n---\nheadline: x\n---\n",
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    source = read(text)
    assert source.front_matter == ()
    assert "".join(p.text for p in source.passages).replace("\n", "") == text.replace("\n", "")


@pytest.mark.parametrize("sign", SENTENCE_ENDS)
def test_a_line_that_a_full_stop_of_any_script_ends_is_at_the_end_of_a_sentence(sign: str) -> None:
    assert ends_sentence(f"word{sign}")
    assert ends_sentence(f"word{sign}”")
    assert not ends_sentence(f"word{sign} and")


URDU = (
    "حکومت نے منگل کو اعلان کیا کہ شمالی ضلع میں نئی سڑک کی تعمیر اگلے ماہ شروع ہو جائے گی اور دو سال چلے گی۔",
    "وزیر مواصلات نے صحافیوں کو بتایا کہ اس منصوبے سے ہزاروں خاندانوں کو فائدہ ہوگا اور پیداوار بڑھے گی۔",
    "مقامی لوگوں نے فیصلے کا خیر مقدم کیا ہے لیکن ان کا کہنا ہے کہ پل کی مرمت بھی ضروری ہے۔",
)


@pytest.mark.parametrize("width", [40, 60])
def test_wrapped_urdu_keeps_its_paragraphs(width: int) -> None:
    wrapped = "\n".join(line for paragraph in URDU for line in textwrap.wrap(paragraph, width))
    passages = read_source(f"نئی سڑک\n\n{wrapped}\n", context=Context.fixed(), report=Report()).passages
    assert [passage.text for passage in passages[1:]] == list(URDU)


HINDI = (
    "ASP ने बताया कि नदी के किनारे का पुल मंगलवार को फिर से खोल दिया गया है और वाहन अब दोनों ओर जा सकते हैं।",
    "NDRF की टीम ने रात भर काम किया। मजदूरों ने टूटे हुए खंभे बदले और सड़क की मरम्मत की, जिससे लोग खुश हैं।",
    "ग्रामीणों ने कहा कि पुल के बिना बच्चों को स्कूल पहुंचने में दो घंटे लगते थे। BSNL की लाइन भी अब ठीक है।",
)


@pytest.mark.parametrize("width", [40, 48, 56])
def test_names_in_latin_letters_at_line_starts_do_not_hide_the_measure_of_a_script_without_case(width: int) -> None:
    wrapped = "\n".join(line for text in HINDI for line in textwrap.wrap(text, width, initial_indent="    "))
    passages = read_source(f"नदी का पुल खुला\n\n{wrapped}\n", context=Context.fixed(), report=Report()).passages
    assert [passage.text for passage in passages[1:]] == list(HINDI)


DASHES = """\
Most na rzece znów otwarty

– Prace trwały całą noc i nikt z nas nie poszedł do domu
– powiedziała dziennikarzom kierowniczka budowy, która od
rana czekała na pierwsze samochody.

Mieszkańcy wsi czekali na ten dzień osiem miesięcy – od
marca, kiedy woda zabrała dwa filary – i kosztowało to gminę
5 mln. zł
– więcej, niż przewidywał budżet na cały rok.
"""


def test_a_dash_that_a_wrap_brought_to_the_start_of_a_line_opens_no_item() -> None:
    passages = read_source(DASHES, context=Context.fixed(), report=Report()).passages
    assert [passage.text.partition(" ")[0] for passage in passages] == ["Most", "–", "Mieszkańcy", "–"]


ITEMS = """\
The council decided three things on Monday evening in town:

- money for the bridge, which the river took away in March,
- a new roof for the school, whose old one leaks since May,
- and trees
"""


def test_items_in_small_letters_stay_items() -> None:
    passages = read_source(ITEMS, context=Context.fixed(), report=Report()).passages
    assert [passage.text[:7] for passage in passages[1:]] == ["- money", "- a new", "- and t"]


NUMBERED = """\
The harbour opened its new quay to passengers late on Sept.
6. Nobody had expected so many people, and the ferries that
left at night were full.

The council named what it wants from the company this year.
1. More boats in the evening and on the last day of the week
for those who work late.
2. Lower fares.
"""


def test_a_day_behind_a_shortened_month_opens_no_item_and_a_list_from_one_does() -> None:
    passages = read_source(NUMBERED, context=Context.fixed(), report=Report()).passages
    assert [passage.text.partition(" ")[0] for passage in passages] == ["The", "The", "1.", "2."]


def test_a_wrap_before_words_that_a_no_break_space_holds_together_is_one() -> None:
    text = (
        "Le vieux môle du port est fermé depuis vendredi, et les bateaux des\n"
        "îles partent du quai nord. La mairie a publié dès le matin un avis\n"
        "«\u00a0extraordinairement\u00a0» bref, sans dire quand les travaux vont finir\n"
        "et sans prévenir les pêcheurs du bassin, qui ne cachent pas leur\n"
        "«\u00a0incompréhension\u00a0» devant tant de hâte."
    )
    assert [p.text for p in read(text).passages] == [text.replace("\n", " ")]


def test_a_dash_at_the_start_of_a_line_opens_no_item_where_one_line_is_wider_than_the_rest() -> None:
    paragraph = (
        "The keepers of the old mole, its lamps and its bells through many\n"
        "winters, and the two men who rowed them home each week in a boat\n"
        "– nobody remembers their names – are to be honoured by the council."
    )
    wide = (
        "The keepers of the old mole, and those who rowed them home in a small\n"
        "boat through many winters – nobody remembers the names of all those men\n"
        "— are to be honoured by the council of the town on Sunday at noon."
    )
    found = [p.text for p in read(f"{paragraph}\n\n{paragraph}\n\n{wide}\n\n{paragraph}\n").passages]
    assert found == [part.replace("\n", " ") for part in (paragraph, paragraph, wide, paragraph)]


QUOTED = (
    "> Old mole stays closed until the spring\n>\n> By Ann Lee\n>\n"
    "> The old mole of Norrstad will stay closed until the spring, the\n"
    "> harbour office said on Friday, after divers found cracks in it.\n"
)


@pytest.mark.parametrize("again", [0, 1, 2])
def test_the_marks_of_a_quoted_mail_are_no_text_and_reported(again: int) -> None:
    report = Report()
    source = read("".join("> " * again + line for line in QUOTED.splitlines(keepends=True)), report)
    assert [p.text for p in source.passages] == [
        "Old mole stays closed until the spring",
        "By Ann Lee",
        "The old mole of Norrstad will stay closed until the spring, the harbour office said on Friday, after divers"
        " found cracks in it.",
    ]
    assert [d.code for d in report] == ["DF-R106"]
    assert all(p.span.of(source.text).startswith(p.text[:6]) for p in source.passages)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_the_marks_of_a_quoted_mail_go_whatever_ends_its_lines(end: str) -> None:
    text = "> Old mole stays closed\n\n> By Ann Lee\n>\n> The harbour office said so on Friday.\n".replace("\n", end)
    report = Report()
    source = read(text, report)
    assert not any(">" in p.text for p in source.passages)
    assert source.passages[0].text == "Old mole stays closed"
    assert "DF-R106" in [d.code for d in report]


def test_a_mail_quoted_in_part_keeps_its_marks() -> None:
    report = Report()
    source = read("The mole is closed.\n\n> It was open.\n> It is not now.\n> So it is.\n", report)
    assert any(p.text.startswith(">") for p in source.passages)
    assert not list(report)


def test_a_tab_behind_a_marker_makes_no_table_and_tabs_between_cells_do() -> None:
    items = read("The plan:\n\n1.\tDivers look.\n2.\tThe council decides.\n3.\tWork begins.\n").passages
    assert [p.preformatted for p in items] == [False] * 4
    table = read("The plan:\n\n1.\tDivers\t12\n2.\tMasons\t30\n3.\tGuards\t4\n").passages
    assert [p.preformatted for p in table] == [False, True]


TELEGRAM = (
    "THE HARBOUR BOARD OF NORRSTAD WILL SPEND FOUR MILLION EUROS\n"
    "ON REPAIRS TO THE OLD MOLE BEFORE THE WINTER, ITS CHAIR SAID\n"
    "ON TUESDAY. DIVERS FOUND CRACKS IN ELEVEN OF THE FORTY PILES\n"
    "LAST MONTH, AND TWO CRANES WERE MOVED TO THE SOUTHERN QUAY.\n"
    "THE FERRIES LEAVE FROM THE NORTHERN QUAY UNTIL THE SPRING,\n"
    "AND THE FARES STAY AS THEY ARE.\n"
)


def test_a_telegram_in_capitals_is_read_in_paragraphs() -> None:
    found = [p.text for p in read(f"OLD MOLE TO CLOSE\n\n{TELEGRAM}").passages]
    assert found[0] == "OLD MOLE TO CLOSE"
    assert " ".join(found[1:]) == TELEGRAM.replace("\n", " ").strip()
    assert len(found) <= 3


def test_lists_in_capitals_keep_their_lines() -> None:
    games = "NORRSTAD UNITED V VESSEL BAY\nSOLHOLM ROVERS V ISLAND TOWN\nLIGHTHOUSE V OLD MOLE\n"
    games += "HARBOUR CITY V NORTH QUAY\n"
    games += "FISH LANE V CUSTOMS HOUSE\nQUAY STREET V SOUTH BAY\n"
    assert [p.text for p in read(games).passages] == games.splitlines()


def test_lines_that_hold_no_other_blanks_than_no_break_spaces_are_no_wraps() -> None:
    ports = ["ميناء الشمال يفتح يوم الاثنين", "ميناء الجنوب مغلق", "ميناء الشرق يفتح صباح السبت فقط"]
    ports += ["ميناء الغرب يعمل كل يوم", "الميناء القديم للزوار"]
    assert len(read("\n".join(ports).replace(" ", "\u00a0")).passages) == len(ports)


def test_a_wrapped_list_of_names_is_no_stanza() -> None:
    names = (
        "Norrstad: Anna Berg, Tom Reed, Marta Olsen, Ole Brenn, Ida Vogt, Solenn Le Goff, Lena Brandt, Jan Nowak, "
        "Ann Lee, Bob Ray, Cy Fox, Luca Moretti, Ingrid Falk, Kaia Lund, Per Holm, Nils Vik, Eva Ek, Rita Moe, "
        "Siri Dahl, Hans Krog."
    )
    text = "The keepers of the old mole of Norrstad met on Friday to say goodbye to it before the divers come to it."
    wrapped = textwrap.fill(names, 46)
    assert sum(line.endswith(",") for line in wrapped.splitlines()) >= 3
    found = read(f"{textwrap.fill(text, 46)}\n\n{textwrap.fill(text, 46)}\n\n{wrapped}\n").passages
    assert [p.text for p in found] == [text, text, names]
