# SPDX-License-Identifier: Apache-2.0
"""Letters that stand as a base and its marks: one character each, as the rest of docforge expects them (NFC).

Comes in: a passage.  Goes out: the same with such letters composed and a map that still leads to every character of
the source.  Characters that NFC would replace by another one (compatibility ideographs, the ångström sign) stay.
Brief passages lose their soft hyphens in the same way: pages set them inside names and labels too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from unicodedata import is_normalized, normalize

from docforge.model import OffsetMap, Passage
from docforge.patterns import lazily

__all__ = ["SOFT_HYPHEN", "composed", "holds_loose_marks", "without_soft_hyphens"]

# The characters that stand second in a primary composite (UAX #15), with all marks of Latin, Greek and Cyrillic.
# No letter has more than 30 of them (UAX #15, Stream-Safe Text Format); to put more in order takes far longer.
_CLUSTER = lazily(
    ".[\u0300-\u036f\u0653-\u0655\u093c\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57"
    "\u0dca\u0dcf\u0ddf\u102e\u1161-\u1175\u11a8-\u11c2\u1b35\u3099\u309a]{1,30}"
)
SOFT_HYPHEN = "\u00ad"
_HYPHENATED = lazily(f"[^{SOFT_HYPHEN}]{SOFT_HYPHEN}+")
_BRIEF = 160
"""Characters of a headline, a name or a label at most; in running text soft hyphens say where a line may break."""


def holds_loose_marks(text: str) -> bool:
    """Say whether *text* may hold letters that are written as a base and its marks."""
    return not text.isascii() and not is_normalized("NFC", text)


def composed(passage: Passage) -> Passage:
    """Return *passage* with each base and its marks as one character, where Unicode has one.

    Rule: UAX #15, NFC, but for characters that it decomposes.  The composed character maps to its base; where it ends,
    its last mark does (``OffsetMap.end_to_source``).  Cost: O(len(passage.text)).
    """
    text = passage.text
    return _replaced(passage, _clusters(text)) if holds_loose_marks(text) else passage


def without_soft_hyphens(passage: Passage) -> Passage:
    """Return *passage* without the soft hyphens inside its words if it is brief; each letter maps to what it was.

    ``Pho\u00adto: Ann Lind\u00adgren`` is a label and a name.  Cost: O(len(passage.text)).
    """
    text = passage.text
    if SOFT_HYPHEN not in text or len(text) > _BRIEF:
        return passage
    return _replaced(passage, ((m.start(), m.end(), text[m.start()]) for m in _HYPHENATED.finditer(text)))


def _replaced(passage: Passage, clusters: Iterable[tuple[int, int, str]]) -> Passage:
    """Return *passage* with each cluster as its letters; clusters are given by start, exclusive end and letters."""
    text = passage.text
    pieces: list[str] = []
    anchors: list[tuple[int, int]] = []
    old, taken = passage.offsets.anchors, 0
    length = reached = 0
    for start, end, letters in clusters:
        while taken < len(old) and old[taken][0] <= start:
            anchors.append((old[taken][0] - reached + length, old[taken][1]))
            taken += 1
        pieces += text[reached:start], letters
        length += start - reached
        _anchor(anchors, length, passage.offsets.to_source(start))
        loose = len(letters) - 1  # marks that no composed letter takes in
        _anchor(anchors, length + 1, passage.offsets.to_source(end - 1) + 1 - loose)
        length, reached = length + len(letters), end
        while taken < len(old) and old[taken][0] < end:
            taken += 1
    anchors += [(at - reached + length, source) for at, source in old[taken:]]
    pieces.append(text[reached:])
    return replace(passage, text="".join(pieces), offsets=OffsetMap(tuple(anchors)))


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each base with marks begins and ends that becomes shorter, and what it becomes."""
    for match in _CLUSTER.finditer(text):
        letters = normalize("NFC", match.group())
        if len(letters) < match.end() - match.start():
            yield match.start(), match.end(), letters


def _anchor(anchors: list[tuple[int, int]], at: int, source: int) -> None:
    """Let text offset *at* map to *source* from here on, once."""
    if anchors and anchors[-1][0] == at:
        anchors.pop()
    anchors.append((at, source))
