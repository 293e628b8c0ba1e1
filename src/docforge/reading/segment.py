# SPDX-License-Identifier: Apache-2.0
"""Decoded text -> lines and passages, with a map from each passage back to the text.

A blank line, a form feed, an indent, a list marker or a short line ends a passage; a line end that only a fixed
line length put there does not (see ``wraps``).  Nothing is lost: every character that is not white space or a line
end lies in exactly one passage; only the ``>`` of a text that is a quoted mail, line for line, is left out.  Knows
nothing of headlines, bylines or languages.  Linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from docforge.model import OffsetMap, Passage, Span
from docforge.patterns import lazily
from docforge.reading.composition import SOFT_HYPHEN, composed, holds_loose_marks, without_soft_hyphens
from docforge.reading.lines import Line, count_quoted, split_lines, without_quote_marks
from docforge.reading.shapes import Marker, find_marker, is_set_apart, is_verse, table_runs
from docforge.reading.wraps import Joint, Measure, find_measure, joints, margin_of, unspaced
from docforge.records import dataclass

__all__ = ["segment"]

_HYPHENS = "-\u2010"
_TIGHT_DASHES = "—/"
_TITLE_LINES = 3
_INDENTED = 12
"""Where indents mark paragraphs, one in so many lines has one."""
_LONGEST_ABBREVIATION = 5
"""Characters of a shortened word before a number, its full stop included."""
_FIRST = ("1.", "1)", "1）")
"""How the first number of a list begins."""
_WRAPPED_ITEM = 30
"""A list item narrower than this many columns was not wrapped: what is indented below it is a text of its own."""

# Words after which a hyphen at a line end stands for the second half of a compound ("Ein- und Ausgabe"):
# a blank belongs there.  Suspended hyphens in the languages that write them.
_SUSPENDED = lazily(
    r"(?:und|oder|bis|sowie|bzw\.|noch|statt|and|or|to|nor|versus|vs\.?|en|of|tot|och|eller|og|samt|ja|tai|sekä|või"
    r"|et|ou|y|o|u|e|ed|i|a|lub|oraz|и|или|та|або)\b"
)


def segment(
    text: str, safe: str, start: int = 0, *, plain: bool = False
) -> tuple[tuple[int, ...], tuple[Passage, ...]]:
    """Split *text* from offset *start* into lines and passages.

    Args:
        text: decoded text, any string.
        safe: the same after ``safe_text``; passages are made from this.
        start: where the article begins (after front matter).
        plain: what ``is_plain`` says of *text*, if it was asked.

    Returns:
        Where each physical line starts; and the passages in order, disjoint, none of them empty.

    Rule: line ends as UAX #14 classes BK, CR, LF, NL.  Cost: O(len(text)).
    """
    if count_quoted(text, safe, start):
        safe = without_quote_marks(text, safe, start)
    lines, starts = split_lines(text, safe, start, plain=plain)
    passages: list[Passage] = []
    last = -1
    for group in _groups(lines):
        first = group.lines[0]
        passages.append(_passage(group, safe, first.index - last - 1))
        last = group.lines[-1].index
    if SOFT_HYPHEN in safe:
        passages = list(map(without_soft_hyphens, passages))
    if not plain and holds_loose_marks(safe):
        passages = list(map(composed, passages))
    return starts, tuple(passages)


@dataclass(slots=True)
class _Group:
    """Lines that make one passage."""

    lines: list[Line]
    preformatted: bool = False


# -- blocks and measures ---------------------------------------------------------------------


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of lines between blank lines and paragraph breaks."""
    blocks: list[list[Line]] = []
    following = -1
    for line in lines:
        if line.index == following:
            blocks[-1].append(line)
        else:
            blocks.append([line])
        following = line.index + 1 if not line.breaks else -1
    return blocks


def _measures(blocks: Sequence[Sequence[Line]]) -> list[Measure | None]:
    """The measure of each block: its own, else that of the nearest block with one, else that of all small blocks."""
    found = [joints(block) if len(block) > 1 else [] for block in blocks]
    least = 4 if len(blocks) > 1 else 1
    own = [find_measure(those) if sum([j.open for j in those]) >= least else None for those in found]
    if not any(own):
        pooled = find_measure([joint for those in found for joint in those]) if len(blocks) > 1 else None
        return [pooled if len(block) > 1 else None for block in blocks]
    nearest: Measure | None = next(measure for measure in own if measure)
    filled: list[Measure | None] = []
    for measure in own:
        nearest = measure or nearest
        filled.append(nearest)
    return filled


def _groups(lines: Sequence[Line]) -> list[_Group]:
    blocks = _blocks(lines)
    if all(len(block) == 1 for block in blocks):
        return [_Group(block) for block in blocks]
    margin = _starts_at_margin(blocks)
    spaced = sum(len(block) > 1 for block in blocks) >= 3
    groups: list[_Group] = []
    for block, measure in zip(blocks, _measures(blocks), strict=True):
        loose = measure is not None and _is_loose(block, measure, spaced and block is not blocks[0])
        groups.extend(_split(block, measure, margin, loose))
    return _with_whole_title(groups, blocks[0])


def _with_whole_title(groups: list[_Group], first: Sequence[Line]) -> list[_Group]:
    """Join the lines of a title that was set by sense, not to a measure: the second goes on in small letters.

    Half of its words must be small, as ``by Ann Lee`` has them not.
    """
    if not 2 <= len(first) <= _TITLE_LINES or len(groups) < 3 or groups[0].preformatted:
        return groups
    if len(first[0].text.split()) < 3:
        return groups
    while len(groups) > 2 and groups[1].lines[0] in first[1:]:
        joint = Joint.between(groups[0].lines[-1], groups[1].lines[0])
        words = groups[1].lines[0].text.split()
        small = sum(word[0].islower() for word in words)
        if not (joint.open and joint.flows and len(words) >= 3 and 2 * small >= len(words)):
            break
        groups[:2] = [_Group(groups[0].lines + groups[1].lines)]
    return groups


def _is_loose(block: Sequence[Line], measure: Measure, spaced: bool) -> bool:
    """Say whether *block* marks its paragraphs by indents, or is one paragraph between blank lines."""
    if not any(line.full * 10 >= measure.columns * 9 for line in block):
        return False
    if len(block) > 1 and block[0].indent >= block[1].indent + 2:
        return True
    indents = sum(b.indent >= a.indent + 2 for a, b in pairwise(block))
    return indents * _INDENTED >= len(block) or (spaced and len(block) <= 12)


def _starts_at_margin(blocks: Sequence[Sequence[Line]]) -> bool:
    """Say whether nearly all blocks start at the margin, so that an indented block is set apart."""
    indented = sum(block[0].indent >= 2 for block in blocks)
    return len(blocks) >= 3 and indented * 3 <= len(blocks)


# -- one block -------------------------------------------------------------------------------


def _split(block: list[Line], measure: Measure | None, margin: bool, loose: bool) -> list[_Group]:
    if len(block) == 1:
        return [_Group(block)]
    tables = table_runs(block)
    stanza = is_verse(block) and not _is_filled(block, measure)
    if not tables and (stanza or (margin and is_set_apart(block, measure))):
        return [_Group(block, preformatted=True)]
    groups: list[_Group] = []
    reached = 0
    for start, end in [*tables, (len(block), len(block))]:
        groups.extend(_paragraphs(block[reached:start], measure, loose))
        if end > start:
            groups.append(_Group(block[start:end], preformatted=True))
        reached = end
    return groups


def _is_filled(block: Sequence[Line], measure: Measure | None) -> bool:
    """Say whether nearly all lines leave no room for the next word: a list of names wrapped, no stanza."""
    found = joints(block) if measure is not None else []
    return measure is not None and sum(map(measure.fills, found)) * 5 >= len(found) * 4 > 0


def _paragraphs(lines: Sequence[Line], measure: Measure | None, loose: bool) -> list[_Group]:
    markers = [find_marker(line) for line in lines]
    if measure is None and not any(markers):
        return [_Group([line]) for line in lines]  # no line end was put in by a wrap
    groups: list[_Group] = []
    item: Marker | None = None
    margin = margin_of(lines)
    for position, (line, marker) in enumerate(zip(lines, markers, strict=True)):
        joined = False
        if groups:
            joint = Joint.between(lines[position - 1], line)
            if marker is not None and not _is_mid_sentence(
                lines[position - 1], line, marker, groups[-1], item, measure
            ):
                joined = False
            elif item is not None and line.indent > groups[-1].lines[0].indent:
                wrapped = joint.full >= _WRAPPED_ITEM if measure is None else measure.joins(joint)
                joined = line.indent <= item.hang + 1 and (wrapped or joint.flows)
            elif line.indent >= margin + 2 and not _hangs(lines, position, groups[-1], joint):
                joined = False
            elif joint.open or line.indent <= lines[position - 1].indent:
                joined = measure is not None and measure.joins(joint, loose=loose)
        if joined:
            groups[-1].lines.append(line)
        else:
            groups.append(_Group([line]))
            item = marker
    return groups


def _is_mid_sentence(
    before: Line, line: Line, marker: Marker, group: _Group, item: Marker | None, measure: Measure | None
) -> bool:
    """Say whether what looks like a list marker is a dash or a number that a hard wrap brought to a line's start.

    The dash of an author's words inside speech (``– mówi Ann Lee``) is told by the small letter behind it, where the
    paragraph began with a capital.
    """
    joint = Joint.between(before, line)
    if measure is None or not measure.fills(joint):
        return False
    if item is None and (joint.open or (marker.kind == "number" and _goes_on_behind_abbreviation(before, line))):
        return True
    if marker.kind != "dash" or before.text[-1] in ",;:" or not _after_dash(line.text).islower():
        return False
    return item is None or (item.kind == "dash" and _after_dash(group.lines[0].text).isupper())


def _goes_on_behind_abbreviation(before: Line, line: Line) -> bool:
    """Say whether a number follows a shortened word, ``Sept.`` and ``6. `` in the next line; lists begin at 1."""
    last = before.text.rpartition(" ")[2]
    short = 2 <= len(last) <= _LONGEST_ABBREVIATION and last[-1] == "." and last[:-1].isalpha()
    return short and line.text.lstrip("(")[:2] not in _FIRST


def _after_dash(text: str) -> str:
    """Return the first letter behind a dash and opening marks."""
    return text[1:12].lstrip(" \u00a0\"'“„«‘‚")[:1]


def _hangs(lines: Sequence[Line], position: int, group: _Group, joint: Joint) -> bool:
    """Say whether an indent is a hanging one: the paragraph's first line stands out, all others share the indent."""
    line = lines[position]
    if line.indent <= group.lines[0].indent:
        return False
    if len(group.lines) > 1:
        return line.indent == group.lines[-1].indent
    after = lines[position + 1] if position + 1 < len(lines) else None
    return joint.open and joint.flows and (after is None or after.indent == line.indent)


# -- text and map ----------------------------------------------------------------------------


def _passage(group: _Group, safe: str, blank_before: int) -> Passage:
    first, last = group.lines[0], group.lines[-1]
    span = Span(first.start, last.end)
    if first is last:
        return Passage(first.text, span, OffsetMap(((0, first.start),)), first.index, first.index, blank_before)
    pieces, anchors = _kept(group.lines, safe) if group.preformatted else _joined(group.lines)
    return Passage(
        "".join(pieces),
        span,
        OffsetMap(tuple(anchors)),
        first.index,
        last.index,
        blank_before,
        group.preformatted,
    )


def _joined(lines: Sequence[Line]) -> tuple[list[str], list[tuple[int, int]]]:
    pieces: list[str] = []
    anchors: list[tuple[int, int]] = []
    length = 0
    for number, line in enumerate(lines):
        anchors.append((length, line.start))
        text = line.text
        if number + 1 < len(lines):
            text = _with_joint(text, lines[number + 1].text)
        pieces.append(text)
        length += len(text)
    return pieces, anchors


def _with_joint(text: str, after: str) -> str:
    """Return *text* with what stands between it and the next line of the paragraph: a blank or nothing."""
    last, first = text[-1], after[0]
    if last.isascii() and last not in "-/" and first.isascii():
        return text + " "
    if last == SOFT_HYPHEN and len(text) > 1 and first.isalnum():
        return text[:-1]
    if last in _HYPHENS and len(text) > 1 and text[-2].isalnum() and first.isalnum():
        return text + " " if _SUSPENDED.match(after[:8]) else text
    if last in _TIGHT_DASHES and len(text) > 1 and text[-2].isalnum() and first.isalnum():
        return text
    if last == "\u2013" and text[-2:-1].isdigit() and first.isdigit():
        return text
    return text if _tight(last, first) else text + " "


def _tight(last: str, first: str) -> bool:
    """Say whether no blank belongs between two characters: one of them is of a script without spaces."""
    if unspaced(last):
        return unspaced(first) or first.isalnum()
    return unspaced(first) and last.isalnum()


def _kept(lines: Sequence[Line], safe: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the lines with their breaks and, where it is made of spaces, their indent beyond the common one."""
    common = min(line.indent for line in lines)
    pieces: list[str] = []
    anchors: list[tuple[int, int]] = []
    length = 0
    for line in lines:
        beyond = line.indent - common if lines[0] is not line else 0
        start = line.start - beyond
        if start < 0 or safe[start : line.start].strip(" "):
            start = line.start
        anchors.append((length, start))
        text = safe[start : line.end] + ("\n" if line is not lines[-1] else "")
        pieces.append(text)
        length += len(text)
    return pieces, anchors
