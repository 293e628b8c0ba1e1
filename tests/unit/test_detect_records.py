# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a line of a record is a line)
"""Exports of press archives, labelled drafts and mail headers: each labelled line keeps its role, the rest is furniture."""

from __future__ import annotations

import pytest

from docforge.context import Context
from docforge.detect import detect
from docforge.diagnostics import Report
from docforge.model import Article, Furniture, Headline, Subheadline
from docforge.reading import read_source

TEXT = (
    "The old mole of Norrstad will stay closed until the spring, the harbour office said on Friday, after divers found cracks in it.\n\n"
    "Ferries to the islands leave from the north quay for as long as the work lasts. The fares stay the same.\n\n"
    "“We cannot wait for another winter,” said Marta Olsen, who leads the office.\n"
)
TITLE = "Old mole stays closed until the spring"


def read(text: str) -> Article:
    report = Report()
    return detect(read_source(text, context=Context.fixed(), report=report), report=report)


def furniture(article: Article) -> list[str]:
    return [block.text for block in article.blocks if isinstance(block, Furniture)]


def test_an_export_with_labels_in_capitals() -> None:
    article = read(
        f"   1 of 20 DOCUMENTS\n\n   The Norrstad Post\n\n   March 6, 2026 Friday\n\n{TITLE}\n\nBYLINE: By ANN LEE\n\n"
        "SECTION: Section A; Column 0; Foreign Desk; Pg. 5\n\nLENGTH: 312 words\n\nDATELINE: NORRSTAD\n\nBODY:\n\n"
        f"{TEXT}\nLOAD-DATE: March 9, 2026\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\nCopyright 2026 The Norrstad Post\n"
    )
    assert article.headline == TITLE
    assert list(article.authors) == ["ANN LEE"]
    assert article.published is not None and article.published.iso == "2026-03-06"
    left = furniture(article)
    for line in (
        "1 of 20 DOCUMENTS",
        "LENGTH: 312 words",
        "DATELINE: NORRSTAD",
        "BODY:",
        "LOAD-DATE: March 9, 2026",
        "PUBLICATION-TYPE: Newspaper",
    ):
        assert line in left
    assert len([block for block in article.blocks if block.KIND == "paragraph"]) == 3


def test_a_labelled_draft() -> None:
    article = read(
        f"HEADLINE: {TITLE}\nSUBHEAD: Divers look for more cracks\nBYLINE: Ann Lee\nDATE: 6 March 2026\nSOURCE: Norrstad Post\n\n{TEXT}"
    )
    assert article.headline == TITLE
    deck = article.first(Subheadline)
    assert deck is not None and deck.text == "Divers look for more cracks"
    assert list(article.authors) == ["Ann Lee"]
    assert furniture(article)[:2] == ["HEADLINE:", "SUBHEAD:"]


def test_a_headline_label_alone_on_top() -> None:
    assert read(f"HEADLINE: {TITLE}\n\n{TEXT}").headline == TITLE
    assert read(f"Überschrift: Alte Mole bleibt zu\n\n{TEXT}").headline == "Alte Mole bleibt zu"


HEADERS = {
    "en": "From: Harbour Press <press@harbour.example>\nSent: Friday, 6 March 2026 10:30\nTo: Newsdesk\nSubject: ",
    "de": "Von: Hafenamt Presse <presse@hafen.example>\nGesendet: Freitag, 6. März 2026 10:30\nAn: Redaktion\nBetreff: ",
    "fr": "De : Presse du port <presse@port.example>\nEnvoyé : vendredi 6 mars 2026 10:30\nÀ : Rédaction\nObjet : ",
    "es": "De: Prensa del puerto <prensa@puerto.example>\nEnviado: viernes, 6 de marzo de 2026 10:30\nPara: Redacción\nAsunto: ",
    "it": "Da: Stampa del porto <stampa@porto.example>\nInviato: venerdì 6 marzo 2026 10:30\nA: Redazione\nOggetto: ",
    "ru": "От: Пресс-служба порта <press@port.example>\nОтправлено: 6 марта 2026 г. 10:30\nКому: Редакция\nТема: ",
    "tr": "Kimden: Liman Basın <basin@liman.example>\nGönderildi: 6 Mart 2026 Cuma 10:30\nKime: Haber merkezi\nKonu: ",
    "zh": "发件人: 港务局 <press@port.example>\n发送时间: 2026年3月6日 10:30\n收件人: 编辑部\n主题: ",
}  # fmt: skip


@pytest.mark.parametrize("language", HEADERS)
def test_the_subject_of_a_mail_is_its_headline(language: str) -> None:
    article = read(f"{HEADERS[language]}{TITLE}\n\n{TEXT}")
    assert article.headline == TITLE
    left = furniture(article)
    assert HEADERS[language].splitlines()[0] in left
    assert HEADERS[language].splitlines()[2] in left
    assert not article.authors


def test_facts_about_a_film_are_no_record() -> None:
    box = "Title: The Mole\nDirector: Ida Vogt\nLength: 120 minutes\nLanguage: Norwegian"
    below = read(f"{TITLE}\n\nBy Ann Lee\n\n{TEXT}\n{box}\n")
    assert below.headline == TITLE
    assert not [block for block in below.blocks if block.rule.startswith("record")]
    above = read(f"{TITLE}\n\nBy Ann Lee\n\n{box}\n\n{TEXT}")
    assert above.headline == TITLE


BOXES = {
    "film": "Title: The Mole\nLead: Mira Tamm\nCountry: Norway\nLanguage: Norwegian\nLength: 120 minutes",
    "hours": "From: 9 am\nTo: 5 pm\nSubject: to weather",
    "mail": "From: Ole Brenn\nTo: Ann Lee\nSubject: The mole",
}  # fmt: skip


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("byline", ["By Ann Lee", "By: Ann Lee\nPublished: 6 March 2026"])
def test_labels_amid_the_text_are_part_of_it(box: str, byline: str) -> None:
    article = read(f"{TITLE}\n\n{byline}\n\n{TEXT}\n{BOXES[box]}\n\n{TEXT}")
    assert article.headline == TITLE
    assert not [block for block in article.blocks if block.rule.startswith("record")]


def test_a_release_that_ends_with_its_company_has_no_tail_of_a_record() -> None:
    article = read(
        f"Published: 6 March 2026\n\n{TITLE}\n\nBy: Ann Lee\n\n{TEXT}\nCompany: Port of Norrstad\nCity: Norrstad\n"
        "Country: Norway\n"
    )
    assert not [block for block in article.blocks if block.rule.startswith("record")]


def test_the_header_of_the_mail_below_stays_with_it() -> None:
    below = "From: Ole Brenn\nTo: Harbour Press\nSubject: RE: the mole"
    article = read(f"{HEADERS['en']}{TITLE}\n\n{TEXT.splitlines()[0]}\n\n{below}\n\nPlease send the release.\n")
    assert article.headline == TITLE
    assert not [b for b in article.blocks if b.rule.startswith("record") and b.text in below.splitlines()]


def test_a_sentence_behind_a_label_is_text() -> None:
    article = read(
        "Author: Ann Lee\n“The mole will hold”: an interview\n\nQuestion: When does work begin?\nAnswer: On Monday.\n"
        "People: Nobody will lose work.\nCountry: That is for others to say.\n"
    )
    assert not {"People: Nobody will lose work.", "Country: That is for others to say."} & set(furniture(article))


def test_a_letter_with_a_subject_stays_a_letter() -> None:
    article = read(f"Subject: the mole\n\nDear Ambassador,\n\n{TEXT}\nYours sincerely,\n\nAnn Lee\n")
    assert article.first(Headline) is None or article.headline != "the mole"
