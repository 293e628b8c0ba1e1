# SPDX-License-Identifier: Apache-2.0
"""Several stories in one file -> where each begins and ends.

Comes in: a ``Source`` of plain text.  Goes out: spans.  Marks of known dumps (numbered documents, accession lines,
telex frames) are taken at their word.  A rule line, a form feed, an end mark or a repeated head is only a place where a
story *may* begin: what follows must read as one, with its own headline and its own dateline, byline, date or sign-off.
So a section break, a line between stanzas or the rule above "About us" splits nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docforge.detect import language
from docforge.detect.assemble import read_structure
from docforge.detect.separators import DIGITS, EDGES, RULE_SIGNS, Row, numbered_document, short_rows
from docforge.detect.survey import survey
from docforge.detect.vocabulary import agencies, folded, phrases
from docforge.diagnostics import Report
from docforge.model import Source, SourceInfo, Span
from docforge.patterns import lazily
from docforge.reading.segment import segment
from docforge.records import dataclass
from docforge.text import safe_text

__all__ = ["split"]

_RULE = lazily(r"(\S)(?: ?\1){2,}|⁂|❧|☙")
_UNDERLINES = frozenset("=-~")
# The accession line under each article of a database export: a word and one long token of letters, a date and digits.
_ACCESSION = re.compile(r"(?:document|dokument|documento|документ)\s+[A-Z]{3,12}\d{8,}[A-Za-z0-9]{0,20}", re.IGNORECASE)
_HEAD = 6_000
_TAIL = 1_200
"""Of a piece, what is read to judge it."""
_SMALLEST = 40
"""A piece with fewer visible characters is no story."""
_BODY_COLUMNS = 80
_EAGER_COLUMNS = 40
_COVER = 600
"""Longest text above the first story that may be the cover of a dump."""
_PATIENCE = 40
"""After so many pieces without a story among them there is none."""
_WEAK_DATELINES = frozenset({"dateline.place-dash", "dateline.listed-place"})


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place between stories: the story above ends at ``start``, the one below begins at ``end``."""

    start: int
    end: int
    rule: str
    number: int = 0
    total: int = 0


def split(source: Source, eager: bool, report: Report) -> tuple[Span, ...]:
    """Return the stories of *source*; see ``docforge.detect.find_stories``."""
    rows = short_rows(source)
    return _dump(source, rows, report) or _by_evidence(source, rows, eager, report)


def _visible(text: str) -> int:
    return len(text) - sum(map(str.isspace, text))


# -- known dumps -----------------------------------------------------------------------------


def _dump(source: Source, rows: Sequence[Row], report: Report) -> tuple[Span, ...]:
    for cuts in (_numbered(rows), _closings(source, rows)):
        if cuts:
            stories = _between(source, cuts, rows)
            if len(stories) >= 2 and all(_visible(s.of(source.text)) >= _SMALLEST for s in stories):
                _report(source, stories, cuts, cuts[0].rule, report)
                return stories
    return ()


def _numbered(rows: Sequence[Row]) -> list[_Cut]:
    """Lines that count through the documents: the numbers follow each other, the total stays."""
    cuts: list[_Cut] = []
    for row in rows:
        match = numbered_document(row.text.casefold().strip(EDGES))
        if match is None:
            continue
        number, total = (int(n) for n in match.groups() if n is not None)
        if cuts and (number != cuts[-1].number + 1 or total != cuts[-1].total):
            continue
        if number <= total and (cuts or number == 1):
            cuts.append(_Cut(row.start, row.after, "numbered documents", number, total))
    return cuts if len(cuts) >= 2 else []


def _closings(source: Source, rows: Sequence[Row]) -> list[_Cut]:
    """Lines that close each story: an accession line, which stays with it, or a closing line, which does not."""
    closing = phrases("stories", "closing")
    accession = [_Cut(row.end, row.after, "accession lines") for row in rows if _ACCESSION.fullmatch(row.text)]
    closed = [_Cut(r.start, r.after, "closing lines") for r in rows if folded(r.text).strip(EDGES) in closing]
    cuts = accession if len(accession) >= len(closed) else closed
    if not cuts:
        return []
    # The first story begins at the top; the last line closes the last story.
    return [_Cut(_start(source), _start(source), cuts[0].rule), *cuts] if len(cuts) >= 2 else []


def _start(source: Source) -> int:
    return source.line_starts[0] if source.line_starts else 0


def _between(source: Source, cuts: Sequence[_Cut], rows: Sequence[Row]) -> tuple[Span, ...]:
    """The stretches below each cut, less lines that close a story at their end."""
    text = source.text
    closing = phrases("stories", "closing")
    ends = {row.end: row.start for row in rows if folded(row.text).strip(EDGES) in closing}
    stories = []
    for cut, after in pairwise([*cuts, _Cut(len(text), len(text), "")]):
        low, high = cut.end, after.start
        trimmed = low + len(text[low:high].rstrip())
        high = ends.get(trimmed, high)
        # After the last closing line only blanks or a note of the archive may stand; the note is no story.
        is_rest = cut is cuts[-1] and cut.rule != "numbered documents"
        if text[low:high].strip() and not (is_rest and _visible(text[low:high]) < _COVER):
            stories.append(Span(low, high))
    return tuple(stories)


# -- by evidence -----------------------------------------------------------------------------


def _by_evidence(source: Source, rows: Sequence[Row], eager: bool, report: Report) -> tuple[Span, ...]:
    cuts = sorted({c.start: c for c in _possible(source, rows)}.values(), key=lambda c: c.start)
    if not cuts:
        return ()
    first = 0 if source.front_matter_span is not None else _start(source)
    stories: list[Span] = []
    used: list[_Cut] = []
    cover: Span | None = None
    barren = 0
    for cut, after in pairwise([_Cut(first, first, ""), *cuts, _Cut(len(source.text), len(source.text), "")]):
        piece = Span(cut.end, max(cut.end, after.start))
        reads = _reads_as_story(piece.of(source.text), eager)
        if reads:
            stories.append(piece)
            used.append(cut)
        elif stories:
            stories[-1] = Span(stories[-1].start, piece.end)
        elif eager and _visible(piece.of(source.text)) >= _SMALLEST:
            stories.append(piece)
        else:
            cover = Span(first, piece.end)
            if not eager and _visible(cover.of(source.text)) > _COVER:
                return ()
        barren = 0 if reads else barren + 1
        if barren >= _PATIENCE and len(stories) < 2:
            return ()
    if len(stories) < 2:
        return ()
    rule = Counter(c.rule for c in used if c.rule).most_common(1)[0][0]
    _report(source, tuple(stories), [*cuts, *used], rule, report)
    return tuple(stories)


def _possible(source: Source, rows: Sequence[Row]) -> Iterator[_Cut]:
    """Yield every place where a story might begin."""
    text = source.text
    marks = phrases("signoff", "end_mark")
    opening = phrases("stories", "opening")
    last = folded(text[text.rstrip().rfind("\n") + 1 :]).strip(EDGES)
    at = text.find("\f", _start(source))
    while at >= 0:
        yield _Cut(at, at + 1, "form feeds")
        at = text.find("\f", at + 1)
    for row in rows:
        sign = row.text[0]
        if sign in RULE_SIGNS or sign in "⁂❧☙":
            if _RULE.fullmatch(row.text) and not (row.above and sign in _UNDERLINES and _is_heading(source, row)):
                yield _Cut(row.start, row.after, f"lines of {sign * 3}")
                continue
        fold = folded(row.text)
        mark = fold.strip(EDGES)
        # The name of an agency stands below pictures too: it closes stories where the last one has it as well.
        if mark in marks and not row.above and (mark not in agencies() or mark == last):
            yield _Cut(row.end, row.after, "end marks")
        elif any(fold.startswith(word) for word in opening):
            yield _Cut(row.start, row.start, "telex frames")
    yield from _repeated_heads(rows)


def _is_heading(source: Source, row: Row) -> bool:
    """Say whether the rule underlines a single line: a heading, as in reStructuredText and Markdown."""
    text = source.text
    above = text.rfind("\n", 0, max(0, row.start - 1))
    before = text[: above + 1].rstrip(" \t\r\n") if above >= 0 else ""
    gap = text[len(before) : above + 1]
    return above < 0 or gap.count("\n") >= 2 or not before or before[-1] in _UNDERLINES


def _repeated_heads(rows: Sequence[Row]) -> Iterator[_Cut]:
    """A head that the first line has and others repeat, numbers and times aside: a wire's own line above each story."""
    if not rows:
        return
    keys = [DIGITS.sub("0", folded(row.text)) for row in rows]
    first = keys[0]
    letters = sum(map(str.isalpha, first))
    named = any(word in agencies() for word in re.findall(r"[^\W\d_]{2,}", first))
    if letters < 2 or not ("0" in first or named):
        return
    same = [row for row, key in zip(rows, keys, strict=True) if key == first and not row.above]
    if len(same) >= 2:
        for row in same[1:]:
            yield _Cut(row.start, row.start, "a repeated head")


def _reads_as_story(text: str, eager: bool) -> bool:
    """Say whether *text* alone reads as a story: a headline, a body, and a sign that it is a story of its own."""
    text = text.strip("\r\n\t \f\u00a0\u3000")
    if _visible(text[: 4 * _SMALLEST]) < _SMALLEST or _goes_on(text):
        return False
    if len(text) > _HEAD + _TAIL:
        head, tail = text[:_HEAD], text[-_TAIL:]
        cut, join = max(head.rfind("\n"), head.rfind("\r")), max(tail.find("\n"), tail.find("\r"))
        text = (head[:cut] if cut > 0 else head) + "\n\n" + (tail[join + 1 :] if join >= 0 else tail)
    safe = safe_text(text)
    starts, passages = segment(text, safe)
    piece = Source(text, starts, passages, SourceInfo())
    seen = survey(piece, language.choose(piece, None, None, Report()).tag)
    columns = 0
    headline = signed = opened = False
    for candidate, look in zip(read_structure(seen), seen.looks, strict=True):
        kind = candidate.kind
        if kind in ("paragraph", "paragraph_with_tagline", "dateline", "turn", "list_item", "preformatted"):
            columns += look.columns
        strong = kind == "dateline" and candidate.rule not in _WEAK_DATELINES
        headline = headline or (kind in ("headline", "labelled_headline") and not columns)
        opened = opened or (strong and columns == look.columns)
        signed = signed or strong or kind in ("byline", "publication_line", "paragraph_with_tagline")
        signed = signed or (kind == "tagline" and candidate.fields.get("role") in ("end_mark", "sign_off", "reporting"))
    if eager:
        return (headline or opened) and columns >= _EAGER_COLUMNS
    return headline and signed and columns >= _BODY_COLUMNS


_FIRST_WORD = lazily(r"[^\W\d_]+")


def _goes_on(text: str) -> bool:
    """Say whether *text* opens in the middle of a sentence: with a word in small letters."""
    word = _FIRST_WORD.search(text[:80])
    return word is not None and word[0].islower()


def _report(source: Source, stories: Sequence[Span], cuts: Sequence[_Cut], rule: str, report: Report) -> None:
    """Say what was split, and name text that belongs to no story and is no separator."""
    report.add("DF-R140", count=len(stories), rule=rule)
    text = source.text
    edges = [(cut.start, cut.end) for cut in cuts if cut.end > cut.start]
    reached = source.front_matter_span.end if source.front_matter_span is not None else 0
    closing = phrases("stories", "closing")
    for story in [*stories, Span(len(text), len(text))]:
        if story.start > reached:
            rest = _without(text, reached, story.start, edges).strip()
            if rest and folded(rest).strip(EDGES) not in closing:
                excerpt = " ".join(rest.split())
                report.add(
                    "DF-R141",
                    span=Span(reached, story.start),
                    count=_visible(rest),
                    excerpt=f"‘{excerpt if len(excerpt) <= 60 else excerpt[:59] + '…'}’",
                )
        reached = max(reached, story.end)


def _without(text: str, start: int, end: int, edges: Sequence[tuple[int, int]]) -> str:
    """Return ``text[start:end]`` less the separators."""
    out, position = [], start
    for low, high in sorted(e for e in edges if start <= e[0] < end):
        out.append(text[position : max(position, low)])
        position = max(position, high)
    return "".join(out) + text[position:end]
