# SPDX-License-Identifier: Apache-2.0
"""Who and what an article names: organisations with what they are of, persons with a sign that they are one."""

from __future__ import annotations

import pytest

from docforge.detect.entities import find_entities
from docforge.model import OffsetMap, Paragraph, Span


def found(text: str, language: str = "en") -> list[str]:
    """Return kind and name of each entity of one paragraph, and prove that it stands there."""
    block = Paragraph(text, Span(0, len(text)), OffsetMap(((0, 0),)))
    entities = find_entities(text, (block,), language)
    assert all(entity.span.of(text) == entity.name for entity in entities)
    return [f"{entity.kind.value} {entity.name}" for entity in entities]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Envoys of the People's Republic of Ostland arrived.", ["organisation People's Republic of Ostland"]),
        (
            "en",
            "The Ministry of Foreign Affairs of Ostland declined.",
            ["organisation Ministry of Foreign Affairs of Ostland"],
        ),
        ("en", "The University of the Westmark closed.", ["organisation University of the Westmark"]),
        ("en", "The Harbour Bank of the river bed is steep.", ["organisation Harbour Bank"]),
        ("en", "The Ministry of the three rivers is a joke.", []),
        ("en", "The Bank closed on Monday in Ostmark.", []),
        ("de", "Die Neue Universität der Künste blieb offen.", ["organisation Neue Universität der Künste"]),
        ("fr", "La Banque de Westmarie a fermé.", ["organisation Banque de Westmarie"]),
        ("es", "El Banco de Ostlandia cerró.", ["organisation Banco de Ostlandia"]),
    ],
)
def test_an_organisation_keeps_what_it_is_of(language: str, text: str, wanted: list[str]) -> None:
    assert found(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mayor Nora Whitfield opened the bridge.", ["person Nora Whitfield"]),
        ("The director of the station, Marc Lavigne, was there.", ["person Marc Lavigne"]),
        ("Nora Whitfield, 54, was there.", ["person Nora Whitfield"]),
        ("Nora Whitfield came. Whitfield stayed.", ["person Nora Whitfield"]),
        ("President J. Marek of Ostland spoke with Dr. Ann van Lee.", ["person J. Marek", "person Ann van Lee"]),
        ("The bridge in Harbour City opened on Monday.", []),
        ("Harbour City, Westmark, was cold. Marek saw it.", []),
    ],
)
def test_a_person_needs_a_sign(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted
