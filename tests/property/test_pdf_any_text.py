# SPDX-License-Identifier: Apache-2.0
"""Any text gives a PDF that conforms and holds the text, or a named error."""

from __future__ import annotations

import re
import unicodedata

import page as validator
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.support import presentations
from tests.support.pdfs import structure, unmarked_text

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.errors import FontError
from docforge.presentation import Inline, InlineKind, Presentation, Role, SectionKind
from docforge.text import safe_text
from docforge.write import WriteSettings
from docforge.write.pdf import PdfWriter

WORDS = st.sampled_from(
    [
        *(word for texts in presentations.TEXTS.values() for word in texts[1].split()),
        *(
            "ﬁ",
            "a\u0301\u0323\u0302",
            "👩\u200d🚒",
            "𠮷",
            "\u2067אב\u2069",
            "می\u200cخواهد",
            "\u00a0",
            "\u3000",
            "-",
            "(",
            "»",
            "1٣५",
        ),
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=40).map(" ".join),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Co")), min_size=1, max_size=60),
)
IGNORED = re.compile(
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def squeezed(text: str) -> str:
    return IGNORED.sub("", unicodedata.normalize("NFKC", text))


def made(presentation: Presentation) -> bytes:
    return PdfWriter().write(presentation, WriteSettings(), context=Context.fixed(), report=Report())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS, role=st.sampled_from([Role.BODY, Role.HEADLINE, Role.QUOTE, Role.PREFORMATTED, Role.LIST_ITEM]))
@example(text="السلام عليكم 1962 (ما عدا) لله", role=Role.BODY)
@example(text="x" * 3000, role=Role.BODY)
def test_any_text_is_kept_and_conforms(text: str, role: Role) -> None:
    item = presentations.item(role, safe_text(text).replace("\n", " "), level=1)
    section = presentations.section(SectionKind.ARTICLE, "a1", "Any text", (item,))
    try:
        pdf = made(presentations.document((section,)))
    except FontError as error:
        assert "--font-dir" in str(error)
        return
    # An item without a visible character gives way to the section's title.
    assert squeezed(structure(pdf).text) in {squeezed(item.text), "" if item.text.strip() else "Anytext"}
    assert unmarked_text(pdf) == ""
    for profile in ("ua1", "2a"):
        report = validator.validate_pdf_bytes(pdf, profile=profile)
        assert report.is_compliant, [(f.rule_id, f.message) for f in report.failures]


@settings(max_examples=25, deadline=None)
@given(
    parts=st.lists(
        st.tuples(
            WORDS,
            st.sampled_from(list(InlineKind)),
            st.sampled_from([None, "de", "ar", "ja"]),
            st.sampled_from(["", "https://a.example/ü"]),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_inlines_keep_their_order_whatever_they_are(
    parts: list[tuple[str, InlineKind, str | None, str]],
) -> None:
    inlines = tuple(Inline(text + " ", kind, lang, value or None) for text, kind, lang, value in parts)
    section = presentations.section(SectionKind.ARTICLE, "a1", "Inlines", (presentations.item(Role.BODY, inlines),))
    pdf = made(presentations.document((section,)))
    expected = squeezed("".join(inline.text for inline in inlines)) or "Inlines"
    assert squeezed(structure(pdf).text) == expected
    assert validator.is_pdf_compliant_bytes(pdf, profile="ua1")


@pytest.mark.parametrize("character", ["\ufffd", "\u2028", "\u0085", "\u200b", "\u00ad", "\ufe0f"])
def test_lone_odd_characters_do_not_stop_a_page(character: str) -> None:
    section = presentations.section(
        SectionKind.ARTICLE, "a1", "Odd", (presentations.item(Role.BODY, f"a{character}b"),)
    )
    assert validator.is_pdf_compliant_bytes(made(presentations.document((section,))), profile="ua1")
