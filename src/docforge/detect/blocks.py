# SPDX-License-Identifier: Apache-2.0
"""The winning readings of a text to the blocks of its article: the one module that knows their constructors.

Comes in: a ``Survey`` and the candidates that ``resolve`` chose.  Goes out: ``model.Block`` values, in order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from docforge.detect.candidate import Candidate, Part
from docforge.detect.survey import Survey
from docforge.model import (
    BLOCK_KINDS,
    Author,
    Block,
    Evidence,
    FrontMatter,
    OffsetMap,
    Passage,
    Source,
    Span,
)

__all__ = ["build_blocks", "with_front_matter"]


def _piece(passage: Passage, start: int, end: int) -> tuple[str, Span, OffsetMap]:
    """Return text, source span and offset map of ``passage.text[start:end]``."""
    if start <= 0 and end >= len(passage.text):
        return passage.text, passage.span, passage.offsets
    anchors = [(0, passage.offsets.to_source(start))]
    anchors += [(a - start, s) for a, s in passage.offsets.anchors if start < a < end]
    span = passage.offsets.span_to_source(start, end)
    if span.end > passage.offsets.to_source(end - 1) + 1:
        anchors.append((end - start, span.end))  # the last letter is a base and its marks in the source
    return passage.text[start:end], span, OffsetMap(tuple(anchors))


def _cut(passage: Passage, parts: Sequence[Part]) -> list[Part]:
    """Return the parts without blanks at their edges, empty ones left out, together covering the passage's text."""
    out: list[Part] = []
    text = passage.text
    for part in parts:
        start, end = part.start, min(part.end, len(text))
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if not any(c.isalnum() for c in text[start:end]) and out and start < end:
            out[-1] = out[-1]._replace(end=end)
        elif start < end:
            out.append(part._replace(start=start, end=end))
    return out


def build_blocks(seen: Survey, chosen: Sequence[Candidate], foreign: Mapping[int, str]) -> tuple[Block, ...]:
    """Return the blocks that the winning readings make of the passages, in order."""
    blocks: list[Block] = []
    done = 0
    for candidate in chosen:
        kind, index, score, rule, _, fields, parts = candidate
        passage = seen.looks[index].passage
        if index < done:
            continue
        if kind == "address":
            done = _address_end(seen, chosen, index)
            passage = _joined([look.passage for look in seen.looks[index:done]])
        shown, reasons, lang = _shown(score), candidate.evidence, foreign.get(index)
        if parts:
            cut = _cut(passage, parts)
            if len(cut) > 1:
                for part in cut:
                    text, span, offsets = _piece(passage, part.start, part.end)
                    own = _fields(passage, part.fields, part.start, len(text))
                    blocks.append(BLOCK_KINDS[part.kind](text, span, offsets, rule, shown, reasons, lang, **own))
                continue
            if cut:
                kind, fields = cut[0].kind, cut[0].fields
        kind, keeps_fields = _SHOWN_AS.get(kind, (kind, True))
        if not keeps_fields:
            fields = _NO_FIELDS
        make = BLOCK_KINDS[kind]
        if fields:
            own = _fields(passage, fields, 0, len(passage.text))
            blocks.append(make(passage.text, passage.span, passage.offsets, rule, shown, reasons, lang, **own))
        else:
            blocks.append(make(passage.text, passage.span, passage.offsets, rule, shown, reasons, lang))
    return tuple(blocks)


def _address_end(seen: Survey, chosen: Sequence[Candidate], start: int) -> int:
    """Return where the lines end that make one address with the one at *start*: no blank line parts them."""
    end = start + 1
    while end < len(chosen) and chosen[end].kind == "address" and not seen.looks[end].passage.blank_before:
        end += 1
    return end


def _joined(lines: Sequence[Passage]) -> Passage:
    """Return lines that follow each other without a blank one between as one passage that keeps its line ends."""
    if len(lines) == 1:
        return lines[0]
    anchors: list[tuple[int, int]] = []
    length = 0
    for line in lines:
        anchors += [(length + at, source) for at, source in line.offsets.anchors]
        length += len(line.text) + 1
    first, last = lines[0], lines[-1]
    return Passage(
        "\n".join([line.text for line in lines]), Span(first.span.start, last.span.end), OffsetMap(tuple(anchors)),
        first.first_line, last.last_line, first.blank_before, preformatted=True,
    )  # fmt: skip


_SHOWN_AS = {
    "dateline": ("paragraph", False),  # but for its head
    "paragraph_with_tagline": ("paragraph", False),  # but for its end
    "address": ("preformatted", False),  # its lines stand each on its own
    "key_point": ("list_item", True),
    "first_crosshead": ("crosshead", True),  # right below the deck, where others cannot stand
}
"""The kind of block that other kinds of candidates make, and whether it has what they told of themselves."""


@lru_cache(maxsize=1024)
def _shown(score: float) -> float:
    """Return *score* as a block states it: 0 to 1, three places.  To round takes as long as to make a block."""
    return round(min(1.0, max(0.0, score)), 3)


_NO_FIELDS: dict[str, Any] = {}


def _fields(passage: Passage, given: Mapping[str, Any], shift: int, length: int) -> dict[str, Any]:
    fields = {name: value for name, value in given.items() if name != "signed"}
    if "authors" in fields:
        fields["authors"] = tuple(
            Author(name, passage.offsets.span_to_source(start, end)) for name, start, end in fields["authors"]
        )
    if fields.get("date_span") is not None:
        fields["date_span"] = passage.offsets.span_to_source(*fields["date_span"])
    if "label_end" in fields:
        fields["label_end"] = max(
            0, min(length, fields["label_end"] - shift if fields["label_end"] > shift else fields["label_end"])
        )
    return fields


def with_front_matter(source: Source, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return *blocks* behind the settings at the top of the file, if it has some."""
    span = source.front_matter_span
    if span is None:
        return blocks
    text = span.of(source.text)
    block = FrontMatter(
        text,
        span,
        OffsetMap(((0, span.start),)),
        "front-matter",
        1.0,
        (Evidence("front-matter", "settings at the top"),),
    )
    return (block, *blocks)
