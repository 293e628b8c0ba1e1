# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Stories as agencies send them: the codes and times around them are no headline and no text."""

from __future__ import annotations

import pytest
from tests.support.detection import article, surveyed

from docforge.detect.wire_headers import wire_header
from docforge.model import Furniture, Headline, Paragraph

ANSA = """ZCZC4571/SXA
YTO20251105
R POL S0A QBXB
Il ponte riapre lunedì
(ANSA) - ROMA, 5 NOV - Il Comune ha annunciato giovedì che il
ponte riapre al traffico la prossima settimana, dopo tre mesi di
lavori. "Siamo pronti", ha detto la sindaca.
   I lavori sono costati otto milioni di euro e sono stati
pagati dallo Stato e dal Comune, ha aggiunto il portavoce, che
ha ringraziato le imprese per la puntualità.
   Il ponte era stato chiuso in agosto per il cedimento di una
spalla, e da allora il traffico era stato deviato sulla statale
con lunghe code nelle ore di punta.
(ANSA).
XAB-COR
05-NOV-25 12:30
NNNN
"""
FRENCH = (
    "Le pont rouvre lundi",
    "Lyon, 5 nov 2025 (AFP) - La mairie a annoncé jeudi que le pont rouvrirait à la circulation la semaine prochaine après trois mois de travaux.",
    "Les travaux ont coûté huit millions d'euros et ont été payés par l'État et la commune, a ajouté le porte-parole.",
)


def test_a_message_without_blank_lines_is_read_as_a_story() -> None:
    found = article(ANSA)
    assert [block.text for block in found.blocks if isinstance(block, Headline)] == ["Il ponte riapre lunedì"]
    paragraphs = [block.text for block in found.blocks if isinstance(block, Paragraph)]
    assert [text.split()[-1] for text in paragraphs] == ["sindaca.", "puntualità.", "punta."]
    assert found.dateline is not None and found.dateline.place == "ROMA" and not found.authors


@pytest.mark.parametrize(
    "line",
    [
        "FRA0042 4 G 0321 FRA /AFP-AB12",
        "AFP0042 TRA PONTS",
        "ZCZC",
        "ZCZC FRA123",
        "YTO20251105",
        "EFE0042 NAC OBRAS-PUENTE",
        "051230 NOV 25",
        "051230Z NOV 2025",
    ],
)
def test_the_number_of_a_message_is_no_headline(line: str) -> None:
    found = article(line, *FRENCH, between="\n\n")
    assert line in [block.text for block in found.blocks if isinstance(block, Furniture)]
    assert [block.text for block in found.blocks if isinstance(block, Headline)] == [FRENCH[0]]


@pytest.mark.parametrize("line", ["AFP 051230 NOV 25", "NNNN", "05-NOV-25 12:30", "APA0123 2025-11-05/12:30"])
def test_when_a_message_was_sent_is_no_text(line: str) -> None:
    found = article(*FRENCH, line, between="\n\n")
    assert line in [block.text for block in found.blocks if isinstance(block, Furniture)]


@pytest.mark.parametrize(
    "line",
    [
        "ISO9001 CERTIFICATE FOR HARBOUR",
        "U2 PLAY NORRSTAD",
        "A380 LANDS IN STORM",
        "COVID19 VACCINES ARRIVE",
        "F1 RACE IS OFF",
    ],
)
def test_a_headline_in_capitals_that_opens_with_a_number_stays(line: str) -> None:
    found = article(line, *FRENCH[1:], between="\n\n")
    assert [block.text for block in found.blocks if isinstance(block, Headline)] == [line]


@pytest.mark.parametrize(
    "line",
    ["Source: Xinhua | 2025-11-05 12:30:15 | Editor: huaxia", "Source: Xinhua| 2025-11-05 12:30:15|Editor: huaxia",
     "Source: The Harbour Post | November 5, 2025", "Quelle: Hafenblatt | 5.11.2025, 12:30 Uhr", "Fuente: El Puerto | 5 de noviembre de 2025"],
)  # fmt: skip
def test_the_date_behind_a_source_above_the_text_is_the_day_of_publication(line: str) -> None:
    found = article("The bridge reopens on Monday", line, *FRENCH[1:], between="\n\n")
    assert found.published is not None and (found.published.year, found.published.month, found.published.day) == (
        2025,
        11,
        5,
    )


def test_the_date_behind_a_source_below_the_text_is_none() -> None:
    found = article(
        FRENCH[0],
        FRENCH[1].replace("5 nov 2025 ", ""),
        FRENCH[2],
        "Source: Harbour Office, 5 November 2025",
        between="\n\n",
    )
    assert found.published is None


@pytest.mark.parametrize(
    ("dateline", "agency", "people"),
    [
        ("Norrstad (NTB-Anna Vik): ", "NTB", ("Anna Vik",)),
        ("НОРСК, 5 ноября. /Корр. ТАСС Иван Лунин/. ", "ТАСС", ("Иван Лунин",)),
        ("Traubenheim (dpa/lby) - ", "dpa/lby", ()),
    ],
)
def test_who_wrote_for_an_agency_stands_beside_it_in_a_dateline(
    dateline: str, agency: str, people: tuple[str, ...]
) -> None:
    text = {"N": "Kommunen opplyste torsdag at broen åpner for trafikk neste uke etter tre måneders arbeid.",
            "Н": "Мэрия сообщила в четверг, что мост откроют для движения на следующей неделе после трёх месяцев ремонта.",
            "T": "Die Stadt teilte am Donnerstag mit, dass die Brücke nach drei Monaten kommende Woche wieder öffnet."}[dateline[0]]  # fmt: skip
    found = article("123 – 456", dateline + text, text, between="\n\n")
    assert found.dateline is not None
    assert (found.dateline.agency, found.dateline.correspondents) == (agency, people)


def header(*lines: str, at: int = 0) -> float:
    """Return how surely the passage *at* so many lines holds the codes of a message."""
    seen = surveyed(*lines)
    return wire_header(seen, seen.looks[at])


@pytest.mark.parametrize(
    ("line", "score"),
    [
        ("YTO20251105", 1.1),
        ("YTO2025110", 0.0),
        ("EFE0042", 0.0),
        ("XYZ0042 TRA PONTS", 1.1),
        ("AFP4200 TRA PONTS", 1.1),
        ("XYZ4200 TRA PONTS", 0.0),
        ("XYZ42001105 TRA PONTS", 0.0),
        ("AFP0042 TRA PONTS.", 0.0),
        ("AFP0042 TRA PONTS-DU-PORT/LYON REOUVERTURE", 1.1),
        ("AFP0042 TRA PONTS-DU-PORT/LYON REOUVERTURE-DES-QUAIS DEUX PONTS", 0.0),
        ("ZCZC0042", 1.1),
        ("NNNN", 1.1),
        ("NN", 0.0),
    ],
)
def test_the_first_code_of_a_message_holds_its_number(line: str, score: float) -> None:
    assert header(line) == score


@pytest.mark.parametrize(
    ("line", "score"),
    [
        ("bdt0412 4 pl 212 dpa 0815", 0.86),
        ("abcd1234 4 pl 212", 0.86),
        ("bdt0412 4 212", 0.0),  # three codes
        ("nord 4 pl 212", 0.0),  # none with letters and figures
        ("5km in 20 min 12", 0.0),  # one that opens with a figure
        ("bdt0412 4 pl dpa", 0.0),  # one number
        ("abcde1234 4 pl 212", 0.0),
        ("bdt0412 4 køb 212", 0.0),
        ("bdt0412 4 p-l 212", 0.0),
        ("bdt0412 4 Pl 212", 0.0),
    ],
)
def test_a_row_of_codes_is_brief_and_holds_no_word(line: str, score: float) -> None:
    assert header(line) == score


def test_desk_and_subject_stand_below_the_number() -> None:
    assert header("ZCZC4571/SXA", "R POL S0A QBXB", at=1) == 1.1
    assert header("ZCZC4571/SXA", "R POL: S0A QBXB", at=1) == 0.0
    assert header("MOLE 5 OPENS", "R POL S0A QBXB", at=1) == 0.0
    assert header("R POL S0A QBXB", "ZCZC4571/SXA") == 0.0


@pytest.mark.parametrize("line", ["香港時間14時05分", "HKT 14:05", "14:05 GMT"])
def test_an_hour_and_where_it_is_are_no_text(line: str) -> None:
    found = article(*FRENCH, "5 novembre 2025", line, between="\n\n")
    assert line not in [block.text for block in found.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("line", ["Rendez-vous à 14:05", "Le train de 14:05", "香港時間十分珍貴"])
def test_an_hour_beside_other_words_is_not_taken_for_it(line: str) -> None:
    found = article(*FRENCH, line, between="\n\n")
    assert all(block.rule != "furniture.time" for block in found.blocks)
