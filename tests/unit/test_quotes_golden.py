# SPDX-License-Identifier: Apache-2.0
"""Each language's quotations as readable cases: a text, then kind, words and speaker of what must be found.

A pilcrow in the text divides paragraphs.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.support.cost import lines_run
from tests.support.golden import paragraphs, readable_cases

from docforge.detect.entities import find_entities
from docforge.detect.quotation_marks import pair_marks
from docforge.detect.quote_packs import available_packs, quote_pack
from docforge.detect.quotes import find_quotes
from docforge.detect.speech.dialogue import dash_pairs
from docforge.model import QuoteKind

FOLDER = Path(__file__).parents[1] / "golden" / "quotes"


def test_every_pack_has_fifteen_cases() -> None:
    counted = Counter(language for language, _, _ in readable_cases(FOLDER))
    assert {language for language in available_packs() if counted[language] < 15} == set()


@pytest.mark.parametrize(("language", "text", "wanted"), list(readable_cases(FOLDER)))
def test_case(language: str, text: str, wanted: list[str]) -> None:
    blocks = paragraphs(text)
    quotes = find_quotes(text, blocks, language, find_entities(text, blocks, language))
    found = []
    for quote in quotes:
        words = quote.text_span.of(text)
        if quote.kind is QuoteKind.MIXED:
            words = quote.inner[0].of(text).strip('“”„«»" \u00a0\u202f')
        found.append(f"{quote.kind.value} | {words} | {quote.speaker or '-'}")
    assert found == wanted


def test_who_speaks_in_a_relative_clause_is_whose_name_stands_before_it() -> None:
    text = "Mayor Ann Lee came. The office thanked Ann Lee, who said the crane would be repaired before the winter."
    blocks = paragraphs(text)
    (quote,) = find_quotes(text, blocks, "en", find_entities(text, blocks, "en"))
    assert (quote.speaker, quote.person) == ("who", "Ann Lee")


def _person_behind(language: str, text: str) -> str | None:
    blocks = paragraphs(text)
    *_, quote = find_quotes(text, blocks, language, find_entities(text, blocks, language))
    return quote.person


def test_whom_a_quotation_names_is_not_who_says_it() -> None:
    said = "Mayor Ann Lee met Director Tom Berg on Monday.\n\n"
    assert _person_behind("en", f'{said}"The mayor lost her nerve, and Berg knows it," said Tom Berg.') == "Tom Berg"
    assert _person_behind("en", f'{said}"Berg will have to wait for his crane," she said.') == "Ann Lee"
    assert _person_behind("en", 'Mayor Ann Lee came.\n\n"Tom Berg built the old crane," she said.') == "Ann Lee"


def test_a_pronoun_goes_past_the_sentence_that_opens_with_the_same_one() -> None:
    text = 'Mayor Ann Lee came. She thinks that Director Tom Berg should pay.\n\n"We have no money left," {} said.'
    assert _person_behind("en", text.format("she")) == "Ann Lee"
    assert _person_behind("en", text.format("he")) == "Tom Berg"


def test_a_particle_makes_nobody_somebody_else() -> None:
    text = 'Boer Jan van den Berg wacht. Ook Jan van Dalen uit Breda is boos. "Wij willen die brug nu."'
    assert _person_behind("nl", text) is None


def test_a_role_grown_together_with_a_party_or_a_club_is_no_name() -> None:
    text = '"Wij willen die brug nu", zegt Havenpartij-voorman Jan Dalen.'
    assert _person_behind("nl", text) == "Jan Dalen"
    assert _person_behind("da", "- Vi venter, siger Havn United-manager Lars Dahl.") == "Lars Dahl"
    assert _person_behind("en", '"We want it now," said Cllr Ann Lee.') == "Ann Lee"


def test_the_cost_of_dashes_inside_marks_grows_with_the_text() -> None:
    pack = quote_pack("fr")

    def cost(times: int) -> int:
        text = "«La digue tient. – Le bac repart» demain. " * times
        marked = pair_marks(text)
        return lines_run(lambda: dash_pairs(text, pack, marked))

    cost(10)
    assert cost(400) < 2.5 * cost(200)
