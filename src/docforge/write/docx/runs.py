# SPDX-License-Identifier: Apache-2.0
"""Text to runs: direction, language, fonts and character styles of each stretch.

Word orders mixed text by the ``w:rtl`` mark of its runs, so text is cut where its direction changes: a right-to-left
mark on Latin words is undefined (17.3.2.30), and one missing on Arabic puts its brackets and numbers on the wrong side.

Rules: ISO/IEC 29500-1, 17.3.2 (run properties); UAX #9, P2-P3, W4-W7, N1-N2 as far as a line of runs can say it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from docforge import locale
from docforge.locale import Emphasis
from docforge.locale.typography import UPRIGHT_LETTERS
from docforge.patterns import lazily
from docforge.write.docx.languages import ScriptClass, classify, font_for
from docforge.write.docx.wml import text_content

__all__ = ["RunMaker", "stretches"]

_RTL = "\u0590-\u05ff\u0600-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_HAS_RTL = re.compile(f"[{_RTL}]")
# Punctuation that both Latin and East Asian fonts have: Word needs a hint to draw it full width.
_TO_LAST_DIGIT = lazily("[^\n]*[0-9\u0660-\u0669\u06f0-\u06f9][%\u2030$\u20ac\u00a3\u00b0\u066a]?")
_SHARED = lazily("[\u00a1-\u00ff\u2010-\u2044\u2100-\u22ff\u2460-\u27bf]")


def stretches(text: str, *, right_to_left: bool) -> Iterator[tuple[str, bool]]:
    """Cut *text* where its direction changes; yield each stretch with "is right to left".

    Args:
        right_to_left: the paragraph's base direction, which neutral characters between two directions take.

    Characters keep their order; the stretches together are *text*.
    """
    if not right_to_left and _HAS_RTL.search(text) is None:
        yield text, False
        return
    start, base = 0, right_to_left
    for end, side in _ends(_strong_runs(text), text, base):
        if end > start:
            yield text[start:end], side
            start = end


def _strong_runs(text: str) -> list[tuple[int, int, bool]]:
    """(start, end, side) from the first to the last of neighbouring strong characters of one side."""
    out: list[tuple[int, int, bool]] = []
    start = end = 0
    current: bool | None = None
    for index, char in enumerate(text):
        side = _side(char)
        if side is None:
            continue
        if side is not current:
            if current is not None:
                out.append((start, end, current))
            start, current = index, side
        end = index + 1
    if current is not None:
        out.append((start, end, current))
    return out


def _ends(runs: list[tuple[int, int, bool]], text: str, base: bool) -> Iterator[tuple[int, bool]]:
    """(end, side) of each stretch: what lies between two sides follows the base, numbers the text before them."""
    position = 0
    for index, (start, end, side) in enumerate(runs):
        if side == base:
            continue
        if start > position:
            yield start, base
        gap = text[end : runs[index + 1][0] if index + 1 < len(runs) else len(text)]
        # UAX #9, W7 and N1: a number belongs to the strong text before it, and so does what stands between them.
        number = _TO_LAST_DIGIT.match(gap)
        position = end + (number.end() if number else 0)
        # N0: a bracket that opens inside the stretch closes with it.
        if text.count("(", start, position) > text.count(")", start, position) and text[position : position + 1] == ")":
            position += 1
        yield position, side
    if position < len(text):
        yield len(text), base


@lru_cache(maxsize=4096)
def _side(char: str) -> bool | None:
    kind = unicodedata.bidirectional(char)
    return True if kind in ("R", "AL") else False if kind == "L" else None


class _Letters(NamedTuple):
    """What a run says of its letters beyond its styles."""

    toggles: str = ""
    """``w:b`` to ``w:iCs``, in their order (17.3.2.28)."""
    mark: str = ""
    """``w:em`` (17.3.2.12)."""


_PLAIN = _Letters()
_UPRIGHT = '<w:i w:val="0"/><w:iCs w:val="0"/>'
_SLANTED = '<w:i/><w:iCs w:val="0"/>'
_EMPHASIS = {
    Emphasis.BOLD: _Letters(f"<w:b/><w:bCs/>{_UPRIGHT}"),
    Emphasis.DOTS_OVER: _Letters(_UPRIGHT, '<w:em w:val="dot"/>'),
    Emphasis.DOTS_UNDER: _Letters(_UPRIGHT, '<w:em w:val="underDot"/>'),
}


class RunMaker:
    """Makes the runs of one document and remembers the properties that it has made.

    Args:
        language: BCP 47 tag of the document; text in it carries no language of its own where *own_default* is set.
        own_default: the document's default properties name *language* (not so in an office's own template).
        fonts: name runs' fonts where a language needs another one than the styles name.
    """

    def __init__(self, language: str, *, own_default: bool, fonts: bool) -> None:
        self.main = classify(language)
        self._own_default, self._fonts = own_default, fonts
        self._styles_slant = not own_default or locale.slants(language)
        self._properties: dict[tuple[str, str, bool, bool, str, _Letters], str] = {}

    def runs(
        self,
        text: str,
        lang: str,
        *,
        style: str = "",
        design: str = "serif",
        right_to_left: bool,
        slanted: bool = False,
        term: bool = False,
    ) -> str:
        """Return the runs of *text*.

        Args:
            lang: BCP 47 tag; ``und`` for none.
            style: id of a character style, or empty.
            design: ``serif`` or ``sans``, the kind of font of the paragraph.
            right_to_left: base direction of the paragraph.
            slanted: the theme (or the office's template) slants the paragraph.
            term: the text is emphasised; *style* slants it.
        """
        hint = classify(lang).east_asian and _SHARED.search(text) is not None
        pieces = stretches(text, right_to_left=right_to_left)
        if not slanted and not term:
            return "".join(
                f"<w:r>{self.properties(style, lang, rtl, hint, design)}{text_content(piece)}</w:r>"
                for piece, rtl in pieces
            )
        return "".join(
            f"<w:r>{self.properties(style, lang, rtl, hint, design, letters)}{text_content(part)}</w:r>"
            for piece, rtl in pieces
            for part, letters in self._lettered(piece, lang, slanted=slanted, term=term)
        )

    def _lettered(self, text: str, lang: str, *, slanted: bool, term: bool) -> Iterator[tuple[str, _Letters]]:
        """Cut *text* where what its letters need to be told changes: no letter slants whose script does not."""
        wanted, styled = slanted and locale.slants(lang), slanted and self._styles_slant
        letters = _PLAIN
        if term:
            emphasis = locale.emphasis(lang)
            if emphasis is not Emphasis.ITALIC:
                yield text, _EMPHASIS[emphasis]
                return
            # The character style's slant turns the paragraph's round (17.7.3), which not every office knows.
            wanted, styled = not wanted, not styled
        if wanted != styled or (term and not wanted):
            letters = _Letters(_SLANTED if wanted else _UPRIGHT)
        start = 0
        for match in UPRIGHT_LETTERS.finditer(text) if wanted else ():
            if match.start() > start:
                yield text[start : match.start()], letters
            yield match.group(), _Letters(_UPRIGHT)
            start = match.end()
        if start < len(text):
            yield text[start:], letters

    def properties(
        self,
        style: str,
        lang: str,
        rtl: bool,
        hint: bool = False,
        design: str = "serif",
        letters: _Letters = _PLAIN,
    ) -> str:
        """Return ``w:rPr``, or nothing where the paragraph says it all."""
        key = (style, lang, rtl, hint, design, letters)
        found = self._properties.get(key)
        if found is None:
            found = self._properties[key] = self._make(style, classify(lang), rtl, hint, design, letters)
        return found

    def _make(self, style: str, own: ScriptClass, rtl: bool, hint: bool, design: str, letters: _Letters) -> str:
        parts = [f'<w:rStyle w:val="{style}"/>'] if style else []
        parts.append(self._font(own, hint, design))
        parts.append(letters.toggles)
        if rtl:
            parts.append("<w:rtl/>")
        parts.append(letters.mark)
        if own.name != self.main.name or not self._own_default:
            parts.append(own.properties)
        inner = "".join(parts)
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""

    def _font(self, own: ScriptClass, hint: bool, design: str) -> str:
        attributes: Mapping[str, str | None] = {"hint": "eastAsia" if hint else None}
        name = font_for(own.script, design) if self._fonts and own.script != self.main.script else None
        if name is not None:
            slot = "eastAsia" if own.east_asian else "cs"
            attributes = {**attributes, slot: name}
        shown = "".join(f' w:{key}="{value}"' for key, value in attributes.items() if value)
        return f"<w:rFonts{shown}/>" if shown else ""
