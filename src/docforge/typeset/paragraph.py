# SPDX-License-Identifier: Apache-2.0
"""One paragraph: runs of text in, lines of positioned boxes out.

Order of work: bidi levels, break opportunities, shaping, line breaking, reordering per line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress, islice, pairwise
from operator import attrgetter, sub
from typing import Literal

from docforge.columns import tab_stops
from docforge.diagnostics import Report
from docforge.patterns import has_east_asian, lazily
from docforge.typeset import bidi
from docforge.typeset.boxes import Align, BaseDirection, Box, Line, Shaped, StyledRun
from docforge.typeset.breaks import NO_BREAK_AFTER, NO_BREAK_BEFORE, break_between, split_token
from docforge.typeset.fonts import FontCatalogue
from docforge.typeset.hyphenation import SOFT_HYPHEN, hyphen_offsets
from docforge.typeset.linebreak import SPLIT, Cut, Inner, InnerPlaces, Pieces, greedy, total_fit
from docforge.typeset.scripts import han_tag, script_of
from docforge.typeset.shape import JOINING, MANIFOLD, MISSING, Segment, Setter, setter_for, tell_missing

__all__ = ["lay_out", "shape_ahead", "text_width"]

_TEXT, _WIDTH, _EXPANDS = attrgetter("text"), attrgetter("width"), attrgetter("expands")
_STRETCH, _SHRINK = attrgetter("stretch"), attrgetter("shrink")
_PIECES, _GLUE, _NUMBERS = attrgetter("pieces"), attrgetter("glue"), attrgetter("numbers")

_FORCED_BREAKS = "\n\u2028\u2029"
_FORCED = re.compile(f"[{_FORCED_BREAKS}]")
_TOKENS = re.compile(r"[^ \t]+ *| +|\t")
_KANA = lazily("[\u3040-\u30ff\u31f0-\u31ff]")
_HANGUL = lazily("[\uac00-\ud7af]")
_HAN = lazily("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

TOLERANCES = (1.0, 2.0, 4.0)
"""Stretch ratios tried in turn; beyond the last one each line is taken as full as it gets."""
MANY_SPLITS = 4000
"""With more characters than this in what is wider than a line (text without spaces) lines are simply filled."""
RAGGED_EM = 3.0
TRACK_FROM, TRACK_MOST = 1.0, 0.015
"""Letter-spacing starts at this stretch ratio and adds at most this part of an em per letter."""
WIDEST_GAP_EM = 0.09
"""Between pieces without a space; wider gaps would read, and be extracted, as spaces."""
_TRACKABLE = re.compile("[\u0000-\u058f\u1e00-\u1fff\u2000-\u206f\u20a0-\u20cf\u2100-\u218f]*")


def lay_out(
    runs: Sequence[StyledRun],
    *,
    width_pt: float,
    first_line_pt: float = 0.0,
    align: Align = "start",
    direction: BaseDirection = "ltr",
    lang: str = "und",
    hyphenate: bool = False,
    columns: bool = False,
    catalogue: FontCatalogue,
    report: Report,
    breaker: Literal["total-fit", "greedy"] = "total-fit",
) -> tuple[Line, ...]:
    """Break the paragraph that *runs* make up into lines of at most *width_pt*.

    Args:
        runs: Styled text in logical order.
        width_pt: Width of the column.
        first_line_pt: Indent of the first line at its start side; may be negative.
        align: ``justify`` stretches all lines but those that end with a forced break.
        direction: Base direction; ``auto`` takes it from the first strong letter (UAX #9 P2, P3).
        lang: BCP 47 tag of the paragraph; decides line breaking rules.
        hyphenate: Allow breaks inside words where the run's language has patterns.
        columns: Tabs lead to the columns that they make (see ``columns``), where these fit into *width_pt*.
        catalogue: The fonts.
        report: Gets one warning for each character that no font has.
        breaker: ``greedy`` fills line by line.

    Raises:
        FontError: no font has the letters of a script.
    """
    for run in runs:
        if "\n" in run.text or "\u2028" in run.text or "\u2029" in run.text:
            break
    else:
        flow = _Flow(runs, 0, direction, lang, catalogue, report)
        return tuple(flow.lines(width_pt, first_line_pt, align, hyphenate, breaker))
    stops: tuple[float, ...] = ()
    if columns:
        # Lines are made twice: all of them at once would take much memory.
        flows = (_Flow(part, 0, direction, lang, catalogue, report) for part in _hard_paragraphs(runs))
        widths = (flow.cell_widths() for flow in flows)
        stops = tab_stops(widths, max(run.size_pt for run in runs), width_pt - max(first_line_pt, 0.0))
    lines: list[Line] = []
    offset = 0
    for part in _hard_paragraphs(runs):
        flow = _Flow(part, offset, direction, lang, catalogue, report)
        if stops:
            flow.move_tabs(stops)
        indent = first_line_pt if not lines else 0.0
        lines += flow.lines(width_pt, indent, align, hyphenate, breaker)
        offset = flow.end
    return tuple(lines)


def shape_ahead(runs: Iterable[StyledRun], catalogue: FontCatalogue) -> None:
    """Shape the words of *runs* together, for the ``lay_out`` of each run that follows.

    It is worth it for the runs of many paragraphs: shaping words a few at a time takes twice as long.
    """
    texts: dict[Setter, dict[str, list[str]]] = {}
    for run in runs:
        if not bidi.needs_bidi(run.text):
            setter = _setter(catalogue, run, 0)
            texts.setdefault(setter, {})[run.text] = _tokens(run.text)
    catalogue.shaped_ahead = {
        (setter, text): segments
        for setter, own in texts.items()
        for text, segments in zip(own, setter.segments_of_each([*own.values()]), strict=True)
    }


def text_width(run: StyledRun, *, catalogue: FontCatalogue, report: Report) -> float:
    """Return the width of *run*'s text in points, set on one line without stretching."""
    flow = _Flow([run], 0, "auto", run.lang, catalogue, report)
    return sum([segment.width for segment in flow.segments]) * run.size_pt / 1000


def _setter(catalogue: FontCatalogue, run: StyledRun, parity: int) -> Setter:
    """Return the setter for *run* where its text runs from left to right (*parity* 0) or from right to left (1)."""
    lang = _shaping_language(run.text, run.lang)
    return setter_for(catalogue, run.family, run.weight, run.italic, lang, bool(parity))


def _shaping_language(text: str, lang: str) -> str:
    """Return *lang*, or in a text of another script the language whose ideographs *text* must mean.

    Kana and hangul tell.
    """
    if has_east_asian(text) and _HAN.search(text) and han_tag(lang) is None:
        if _KANA.search(text):
            return "ja"
        if _HANGUL.search(text):
            return "ko"
    return lang


def _hard_paragraphs(runs: Sequence[StyledRun]) -> Iterator[list[StyledRun]]:
    """Split at forced breaks; each part but the last ends with its break character."""
    part: list[StyledRun] = []
    for run in runs:
        start = 0
        for match in _FORCED.finditer(run.text):
            part.append(_with_text(run, run.text[start : match.end()]))
            yield part
            part, start = [], match.end()
        if start < len(run.text):
            part.append(_with_text(run, run.text[start:]))
    if part:
        yield part


def _tokens(text: str) -> list[str]:
    """Cut *text* into words with the spaces after them, spaces at the start and tabs."""
    if "  " in text or "\t" in text or text[:1] == " " or "\0" in text:
        return _TOKENS.findall(text)
    found = text.replace(" ", " \0").split("\0")  # a tenth of the time
    if not found[-1]:
        found.pop()
    return found


def _with_text(run: StyledRun, text: str) -> StyledRun:
    return StyledRun(
        text, run.lang, run.family, run.size_pt, run.weight, run.italic, run.colour, run.index, run.hyphenate
    )


class _Flow:
    """A paragraph without forced breaks on its way through the stages."""

    levels: Sequence[int] | None = None
    """Of each segment; None where all text runs from left to right."""
    missing = False
    """Some pieces are placeholders."""
    simple = False
    """All runs have one setter, which writes from left to right; each segment is one word in its first face."""
    words: Sequence[Shaped] = ()
    """These words, where it is so."""
    scales: Sequence[float] | None = None
    """Points to 1/1000 em for each run; None where all have one size."""
    starts: Sequence[int] = ()
    """Where each segment starts in the text of all runs, and its end; filled with the measures."""

    def __init__(
        self,
        runs: Sequence[StyledRun],
        offset: int,
        direction: BaseDirection,
        lang: str,
        catalogue: FontCatalogue,
        report: Report,
    ) -> None:
        self.runs, self.offset, self.lang, self.catalogue = runs, offset, lang, catalogue
        texts = [run.text for run in runs]
        whole = texts[0] if len(texts) == 1 else "".join(texts)
        self.end = offset + len(whole)
        if whole and whole[-1] in _FORCED_BREAKS:
            texts[-1], whole = texts[-1][:-1], whole[:-1]
        self.base = bidi.base_level(whole) if direction == "auto" else int(direction == "rtl")
        self.segments: list[Segment] = []
        self.run_of: list[int] = []
        """The run of each segment."""
        self.breaks: list[bool] = []
        """Whether a line may end after each segment."""
        self.soft = SOFT_HYPHEN in whole
        self.setters: dict[tuple[int, int], Setter] = {}
        if (direction != "ltr" and whole) or bidi.needs_bidi(whole):
            self._segment_bidi(texts, whole)
        else:
            self._segment_plain(texts)
        if self.segments and self.segments[0].text.isspace():
            self.breaks[0] = False
        if self.missing:
            tell_missing(self.segments, report)

    # -- text to segments ---------------------------------------------------------------------

    def _setter(self, number: int, parity: int) -> Setter:
        """Return the setter of run *number* for left-to-right (0) or right-to-left (1) text."""
        known = self.setters.get((number, parity))
        if known is None:
            known = self.setters[number, parity] = _setter(self.catalogue, self.runs[number], parity)
        return known

    def _segment_plain(self, texts: list[str]) -> None:
        segments, run_of, ahead = self.segments, self.run_of, self.catalogue.shaped_ahead
        seams: list[tuple[int, bool]] = []
        for number, text in enumerate(texts):
            setter = self._setter(number, 0)
            found = ahead.pop((setter, text), None) or setter.segments_of(_tokens(text))
            if segments and found:
                seams.append((len(segments) - 1, break_between(_tail(texts, number), text, self.lang)))
            segments += found
            run_of += [number] * len(found)
        breaks = self.breaks = [True] * len(segments)
        glues = list(map(_GLUE, segments))
        flags = 0
        for position in compress(range(len(glues)), glues):
            glue = glues[position]
            flags |= glue
            if glue & NO_BREAK_AFTER:
                breaks[position] = False
            if glue & NO_BREAK_BEFORE and position:
                breaks[position - 1] = False
        for position, allowed in seams:
            breaks[position] = allowed
        self.missing = bool(flags & MISSING)
        if not flags & MANIFOLD and (len(self.setters) == 1 or len(set(self.setters.values())) == 1):
            self.simple = True
            self.words = [piece for (piece,) in map(_PIECES, segments)]

    def _segment_bidi(self, texts: list[str], whole: str) -> None:
        resolved = bidi.levels(whole, self.base)
        levels = self.levels = []
        breaks = self.breaks
        position = 0
        for number, text in enumerate(texts):
            run = self.runs[number]
            if breaks and text:
                breaks[-1] = break_between(_tail(texts, number), text, self.lang)
            setters = (self._setter(number, 0), self._setter(number, 1))
            for token in _tokens(text):
                for part, glue in split_token(token, run.lang):
                    if breaks and glue & NO_BREAK_BEFORE:
                        breaks[-1] = False
                    for piece, level in _level_runs(part, resolved, position):
                        segment = self._in_context(setters[level & 1], piece, whole, position)
                        self.segments.append(segment)
                        self.run_of.append(number)
                        levels.append(level)
                        breaks.append(False)
                        position += len(piece)
                        self.missing = self.missing or bool(segment.glue & MISSING)
                    breaks[-1] = not glue & NO_BREAK_AFTER

    @staticmethod
    def _in_context(setter: Setter, text: str, whole: str, position: int) -> Segment:
        """Shape *text* with the joining letters around it, so that a change of style keeps them joined."""
        before = whole[position - 1] if position else ""
        end = position + len(text)
        after = whole[end] if end < len(whole) else ""
        if before and not (_joins(before) and _joins(text[0])):
            before = ""
        if after and not (_joins(after) and _joins(text[-1])):
            after = ""
        return setter.segment(text, 0, before, after)

    # -- columns ------------------------------------------------------------------------------

    def cell_widths(self) -> list[float]:
        """Return the widths of what tabs part, in points."""
        widths = [0.0]
        for number, segment in enumerate(self.segments):
            if segment.text == "\t":
                widths.append(0.0)
            else:
                widths[-1] += segment.width * self.runs[self.run_of[number]].size_pt / 1000
        return widths

    def move_tabs(self, stops: Sequence[float]) -> None:
        """Make each tab as wide as it takes to come to its stop of *stops*, in points from the start of the line."""
        x, found = 0.0, 0
        for number, segment in enumerate(self.segments):
            scale = self.runs[self.run_of[number]].size_pt / 1000
            if segment.text == "\t":
                self.segments[number] = self.setter_at(number).tab(segment, (stops[found] - x) / scale)
                x = stops[found]
                found += 1
            else:
                x += segment.width * scale
        if self.simple:
            self.words = [piece for (piece,) in map(_PIECES, self.segments)]

    # -- segments to cuts ---------------------------------------------------------------------

    def lines(self, width: float, indent: float, align: Align, hyphenate: bool, breaker: str) -> list[Line]:
        """Return the lines of this paragraph."""
        if not self.segments:
            return [Line((), 0.0, 0.0, False, True, self.offset, self.end)]
        measures = _Measures(self)
        cuts = self._cuts(measures, width, indent, align, hyphenate, breaker)
        lines: list[Line] = []
        previous = _BEGINNING
        for cut in cuts[:-1]:
            lines.append(self._line(measures, previous, cut, width, indent, align, False))
            previous, indent = cut, 0.0
        align = "start" if align == "justify" else align
        lines.append(self._line(measures, previous, cuts[-1], width, indent, align, True))
        return lines

    def _cuts(
        self, measures: _Measures, width: float, indent: float, align: Align, hyphenate: bool, breaker: str
    ) -> list[Cut]:
        unit, pieces = measures.unit, measures.pieces
        width, first = width / unit, (width - indent) / unit
        if pieces.before[-1] - pieces.trail[-1] <= first + 1e-6:
            return [Cut(len(self.segments), 0, False)]
        narrow = min(width, first)
        splits: _Splits | None = None
        if self._may_be_too_wide(measures, narrow):
            wide = self._wide_groups(pieces, narrow, width)
            if wide:
                splits = _Splits(self, wide)
                pieces = pieces._replace(breaks=splits.breaks())
        soft: InnerPlaces | None = self._soft_places if self.soft else None
        if splits is not None:
            soft = splits.and_places(soft)
        ragged = 0.0 if align == "justify" else RAGGED_EM * measures.size / unit
        total = breaker != "greedy" and not (splits is not None and splits.are_many)
        # Without hyphens where that is good enough, else with them, each time as tight as can be.
        if total and hyphenate:
            cuts = total_fit(pieces, first, width, tolerance=TOLERANCES[0], ragged=ragged, inner=soft)
            if cuts is not None:
                return cuts
        inner = soft
        if hyphenate:
            inner = self._hyphen_places() if splits is None else splits.and_places(self._hyphen_places())
        for tolerance in TOLERANCES if total else ():
            final = tolerance == TOLERANCES[-1]
            cuts = total_fit(pieces, first, width, tolerance=tolerance, ragged=ragged, inner=inner, rescue=final)
            if cuts is not None:
                return cuts
        return greedy(pieces, first, width, inner)

    def _may_be_too_wide(self, measures: _Measures, width: float) -> bool:
        """Say whether something without break opportunity may be wider than a line; never wrongly False."""
        joined = self.breaks.count(False) + 1
        if measures.widest * joined <= width:
            return False
        before = measures.pieces.before
        ends = [*compress(before[1:], self.breaks), before[-1]]
        return bool(max(map(sub, ends, chain((0.0,), ends))) > width)

    def _wide_groups(self, pieces: Pieces, first: float, width: float) -> list[range]:
        """Find the segments between which no line may end and which together are wider than a line."""
        found: list[range] = []
        begin, limit = 0, first
        ends = [number for number, allowed in enumerate(self.breaks[:-1], 1) if allowed]
        for end in (*ends, len(self.breaks)):
            if pieces.before[end] - pieces.trail[end - 1] - pieces.before[begin] > limit:
                found.append(range(begin, end))
            begin, limit = end, width
        return found

    def _soft_places(self, number: int) -> Sequence[Inner]:
        """Return the soft hyphens of segment *number*."""
        return self._hyphens(number) if SOFT_HYPHEN in self.segments[number].text else ()

    def _hyphen_places(self) -> InnerPlaces:
        """Return how to find where a segment may be hyphenated; in a run that is not to be, at its soft hyphens."""
        if self.scales is not None or not all(run.hyphenate for run in self.runs):
            return lambda number: (
                self._hyphens(number) if self.runs[self.run_of[number]].hyphenate else self._soft_places(number)
            )
        segments, find = self.segments, self._hyphens

        def known(number: int) -> Sequence[Inner]:
            places = segments[number].hyphens
            return places if places is not None else find(number)

        return known

    def _hyphens(self, number: int) -> Sequence[Inner]:
        segment = self.segments[number]
        places = segment.hyphens
        if places is None:
            offsets = hyphen_offsets(segment.text, self.runs[self.run_of[number]].lang)
            sign = self.setter_at(number).hyphen().width if offsets else 0.0
            widths = _widths_before(segment, offsets) if offsets else ()
            places = segment.hyphens = tuple(
                [Inner(offset, width, width + sign, True) for offset, width in zip(offsets, widths, strict=True)]
            )
        if self.scales is None:
            return places
        scale = self.scales[self.run_of[number]]
        return [Inner(offset, start * scale, end * scale, hyphen) for offset, start, end, hyphen in places]

    # -- cuts to boxes -----------------------------------------------------------------------

    def _line(
        self, measures: _Measures, previous: Cut, cut: Cut, width: float, indent: float, align: Align, last: bool
    ) -> Line:
        if self.levels is None and self.scales is None and not self.missing:
            line = self._straight_line(measures, previous, cut, width, indent, align, last)
            if line is not None:
                return line
        elements = self._elements(previous, cut)
        room = width - indent
        visible, gaps, elastic, shrink = _measure(elements)
        short = room - visible
        gap = ratio = track = 0.0
        if short < -1e-9 and gaps:
            gap = short / gaps
            ratio = short / shrink if shrink else 0.0
        elif align == "justify" and short > 0:
            ratio = short / elastic if elastic else short / (0.13 * measures.size)
            if ratio > TRACK_FROM:
                track, short = self._track(elements, short, elastic, measures.size)
                ratio = short / elastic if elastic else short / (0.13 * measures.size)
            gap = short / gaps if gaps else 0.0
            gap, ratio = _bounded_gap(elements, gap, ratio)
        filled = visible + gap * gaps + (room - visible - short if track else 0.0)
        free = width - indent - filled
        shift = free / 2 if align == "center" else free if (align == "end") != bool(self.base) else 0.0
        left = shift + (indent if not self.base else 0.0)
        if self.base:
            left -= elements[-1].trail_pt() + gap * elements[-1].pieces[-1].expands
        boxes = _boxes(_ordered(elements), left, gap, track)
        start, end = self.starts[previous.piece] + previous.offset, self.starts[cut.piece] + cut.offset
        return Line(boxes, filled, ratio, cut.hyphen, last, start, self.end if last else end)

    def _straight_line(
        self, measures: _Measures, previous: Cut, cut: Cut, width: float, indent: float, align: Align, last: bool
    ) -> Line | None:
        """Build a line of one size quickly, if it goes left to right and can be justified by its spaces."""
        begin, end = previous.piece, cut.piece + 1 if cut.offset else cut.piece
        whole, unit = measures.pieces, measures.unit
        broken = bool(previous.offset or cut.offset)
        segments: list[Segment] = []
        manifold = False
        if self.simple and not broken:
            pieces = self.words[begin:end]
        else:
            if cut.offset and self.segments[cut.piece].text[cut.offset - 1] == SOFT_HYPHEN:
                return None
            segments = self._parts(previous, cut) if broken else self.segments[begin:end]
            manifold = any(map(MANIFOLD.__and__, map(_GLUE, segments)))
            if manifold:
                pieces = list(chain.from_iterable(map(_PIECES, segments)))
            else:
                pieces = [piece for (piece,) in map(_PIECES, segments)]
        final = pieces[-1]
        hyphen = self.setter_at(cut.piece).hyphen().pieces[0] if cut.hyphen else None
        if final.trail >= final.width or (hyphen and final.trail):
            return None
        if broken:
            visible = (sum(map(_WIDTH, pieces)) - final.trail + (hyphen.width if hyphen else 0.0)) * unit
        else:
            visible = (whole.before[end] - whole.trail[end - 1] - whole.before[begin]) * unit
        room = width - indent
        short = room - visible
        ratio = gap = track = 0.0
        if align == "justify" or short < -1e-9:
            gaps = sum(map(_EXPANDS, pieces)) - final.expands
            if broken:
                elastic = sum(map(_SHRINK if short < 0 else _STRETCH, pieces[:-1])) * unit
            elif short < 0:
                elastic = (whole.shrink_to[end - 1] - whole.shrink_before[begin]) * unit
            else:
                elastic = (whole.stretch_to[end - 1] - whole.stretch_before[begin]) * unit
            if not gaps or elastic <= 0:
                return None
            if short > TRACK_FROM * elastic and _are_trackable(pieces, manifold):
                letters = sum([len(piece.gids) for piece in pieces]) - (not hyphen)
                track = min((short - TRACK_FROM * elastic) / letters, TRACK_MOST * measures.size)
                short -= track * letters
            gap, ratio = short / gaps, short / elastic
            if gap > WIDEST_GAP_EM * measures.size and any(piece.expands and not piece.shrink for piece in pieces):
                return None
            visible, short = room, 0.0
        left = indent + (short / 2 if align == "center" else short if align == "end" else 0.0)
        start, after = self.starts[begin] + previous.offset, self.starts[cut.piece] + cut.offset
        first, run = self.run_of[begin], self.runs[self.run_of[end - 1]]
        if not manifold and self.runs[first] is run:
            boxes = [Box(tuple(pieces), left, run.size_pt, gap, track, run.index, run.colour, start, after)]
        else:
            runs = [self.runs[number] for number in self.run_of[begin:end]]
            if manifold:
                runs = [run for run, own in zip(runs, segments, strict=True) for _ in own.pieces]
            boxes = list(_boxes_by_style(pieces, runs, left, gap, track, start))
        if hyphen:
            x = left + visible - hyphen.width * unit
            boxes.append(Box((hyphen,), x, run.size_pt, gap, track, run.index, run.colour, after, after))
        return Line(tuple(boxes), visible, ratio, cut.hyphen, last, start, self.end if last else after)

    def _parts(self, previous: Cut, cut: Cut) -> list[Segment]:
        """Return the segments of a line, the first and the last one cut where it begins or ends inside them."""
        begin, end = previous.piece, cut.piece + 1 if cut.offset else cut.piece
        segments = self.segments[begin:end]
        if cut.offset:
            low = previous.offset if len(segments) == 1 else 0
            segments[-1] = self.setter_at(end - 1).part(segments[-1], low, cut.offset)
        if previous.offset and (len(segments) > 1 or not cut.offset):
            segments[0] = self.setter_at(begin).part(segments[0], previous.offset, len(segments[0].text))
        return segments

    def _track(self, elements: list[_Element], short: float, elastic: float, size: float) -> tuple[float, float]:
        """Return letter-spacing for a loose line, and what is left for its spaces."""
        if not all(_TRACKABLE.fullmatch(element.text) for element in elements):
            return 0.0, short
        if any(not all(piece.advances) for element in elements for piece in element.pieces):
            return 0.0, short  # marks without advance would be torn from their letters
        letters = sum([sum(1 for a in piece.advances if a) for e in elements for piece in e.pieces]) - 1
        if letters < 1:
            return 0.0, short
        wanted = short - TRACK_FROM * elastic
        track = min(wanted / letters, TRACK_MOST * size)
        return track, short - track * letters

    def _elements(self, previous: Cut, cut: Cut) -> list[_Element]:
        elements = []
        for number in range(previous.piece, cut.piece + 1 if cut.offset else cut.piece):
            segment = self.segments[number]
            low = previous.offset if number == previous.piece else 0
            high = cut.offset if number == cut.piece else len(segment.text)
            if cut.hyphen and number == cut.piece and segment.text[high - 1] == SOFT_HYPHEN:
                high -= 1  # drawn as the hyphen below
            level = self.levels[number] if self.levels is not None else 0
            if low or high < len(segment.text):
                segment = self.setter_at(number).part(segment, low, high)
            run = self.runs[self.run_of[number]]
            elements.append(_Element(segment.text, segment.pieces, level, run, self.starts[number] + low, number))
        if cut.hyphen:
            final = elements[-1]
            hyphen = self.setter_at(cut.piece).hyphen()
            end = final.start + len(final.text)
            own = SOFT_HYPHEN if self.segments[cut.piece].text[cut.offset - 1] == SOFT_HYPHEN else ""
            elements.append(_Element(own, hyphen.pieces, final.level, final.run, end, final.number))
        if self.levels is not None:
            self._reset_trailing(elements)
        return elements

    def setter_at(self, number: int) -> Setter:
        """Return the setter that shaped segment *number*."""
        return self._setter(self.run_of[number], self.levels[number] & 1 if self.levels is not None else 0)

    def _reset_trailing(self, elements: list[_Element]) -> None:
        """L1: white space at the end of a line takes the paragraph's level."""
        for index in range(len(elements) - 1, -1, -1):
            element = elements[index]
            body = element.text.rstrip(" \t\u3000")
            if len(body) == len(element.text) or element.level == self.base:
                return
            blank = element.text[len(body) :]
            setter = self._setter(self.run_of[element.number], self.base)
            space = _Element(
                blank, setter.segment(blank).pieces, self.base, element.run, element.start + len(body), element.number
            )
            if not body:
                elements[index] = space
                continue
            own = self.setter_at(element.number)
            kept = own.part(own.segment(element.text), 0, len(body))
            elements[index] = _Element(body, kept.pieces, element.level, element.run, element.start, element.number)
            elements.insert(index + 1, space)
            return


_BEGINNING = Cut(0, 0, False)


class _Element:
    """A segment, or a part of one, on its line."""

    __slots__ = ("level", "number", "pieces", "run", "start", "text")

    def __init__(
        self, text: str, pieces: tuple[Shaped, ...], level: int, run: StyledRun, start: int, number: int
    ) -> None:
        self.text, self.pieces, self.level, self.run = text, pieces, level, run
        self.start, self.number = start, number

    def trail_pt(self) -> float:
        return self.pieces[-1].trail * self.run.size_pt / 1000 if self.pieces else 0.0


class _Measures:
    """Widths of a paragraph's segments, ``unit`` points each.

    With one type size the unit is 1/1000 em, so that nothing need be multiplied, else it is the point.
    """

    __slots__ = ("pieces", "size", "unit", "widest")

    def __init__(self, flow: _Flow) -> None:
        runs = flow.runs
        sizes = [run.size_pt for run in runs]
        self.size = max(sizes)
        numbers = list(map(_NUMBERS, flow.segments))
        if sizes.count(self.size) == len(sizes):
            self.unit = self.size / 1000
        else:
            self.unit = 1.0
            scales = flow.scales = [size / 1000 for size in sizes]
            numbers = [
                (a * k, b * k, c * k, d * k, e * k, f * k, length)
                for (a, b, c, d, e, f, length), k in zip(numbers, [scales[n] for n in flow.run_of], strict=True)
            ]
        widths, trail, stretch, shrink, last_stretch, last_shrink, lengths = zip(*numbers, strict=True)
        self.widest = max(widths)
        flow.starts = list(accumulate(lengths, initial=flow.offset))
        before = list(accumulate(widths, initial=0.0))
        stretch_to = stretch_before = list(accumulate(stretch, initial=0.0))
        shrink_to = shrink_before = list(accumulate(shrink, initial=0.0))
        if not flow.simple:
            stretch_to = list(map(sub, stretch_before[1:], last_stretch))
            shrink_to = list(map(sub, shrink_before[1:], last_shrink))
        self.pieces = Pieces(before, stretch_before, shrink_before, trail, stretch_to, shrink_to, flow.breaks)


class _Splits:
    """The grapheme borders inside what is wider than a line, found when they are asked for."""

    __slots__ = ("_flow", "_groups", "_known", "_wide")

    def __init__(self, flow: _Flow, groups: list[range]) -> None:
        self._flow, self._groups = flow, groups
        self._wide = frozenset(chain.from_iterable(groups))
        self._known: dict[int, Sequence[Inner]] = {}

    @property
    def are_many(self) -> bool:
        """Whether they are too many to choose among."""
        return sum([len(self._flow.segments[number].text) for number in self._wide]) > MANY_SPLITS

    def breaks(self) -> list[int]:
        """Return whether a line may end after each segment, now that the groups may be split."""
        breaks: list[int] = list(self._flow.breaks)
        for group in self._groups:
            breaks[group.start : group.stop - 1] = [SPLIT] * (len(group) - 1)
        return breaks

    def and_places(self, others: InnerPlaces | None) -> InnerPlaces:
        """Return how to find *others* and the grapheme borders, in text order."""

        def places(number: int) -> Sequence[Inner]:
            own = others(number) if others is not None else ()
            if number not in self._wide:
                return own
            offsets = {place.offset for place in own}
            return sorted([*own, *[place for place in self._borders(number) if place.offset not in offsets]])

        return places

    def _borders(self, number: int) -> Sequence[Inner]:
        known = self._known.get(number)
        if known is None:
            if len(self._known) > _FEW:
                self._known.clear()  # each is asked for while lines go through it
            scale = self._flow.scales[self._flow.run_of[number]] if self._flow.scales is not None else 1.0
            borders = _grapheme_borders(self._flow.segments[number], scale)
            known = self._known[number] = [Inner(offset, width, width, False) for offset, width in borders]
        return known


_FEW = 64


def _tail(texts: list[str], number: int) -> str:
    """Return the text before run *number*, as much as line breaking can need."""
    tail = ""
    for text in reversed(texts[:number]):
        tail = text[-40:] + tail
        if len(tail) >= 40:
            break
    return tail


def _level_runs(part: str, resolved: list[int], position: int) -> Iterator[tuple[str, int]]:
    start = 0
    for index in range(1, len(part) + 1):
        if index == len(part) or resolved[position + index] != resolved[position + start]:
            yield part[start:index], resolved[position + start]
            start = index


def _joins(char: str) -> bool:
    return char == "\u0640" or script_of(char) in JOINING


def _grapheme_borders(segment: Segment, scale: float) -> list[tuple[int, float]]:
    """Return the borders between the grapheme clusters of *segment*: offset and width before it."""
    borders: list[tuple[int, float]] = []
    offset, width = 0, 0.0
    for piece in segment.pieces:
        if borders or offset:
            borders.append((offset, width))
        if piece.is_plain and piece.gids:
            ends = accumulate([advance * scale for advance in piece.advances], initial=width)
            borders += islice(enumerate(ends, offset), 1, len(piece.text.rstrip()))
            offset += len(piece.text)
            width += piece.width * scale
            continue
        clusters = piece.clusters if piece.gids else ()
        inner_offset, inner_width = offset, width
        for cluster in reversed(clusters) if piece.rtl else clusters:
            inner_offset += len(cluster.text)
            inner_width += sum(piece.advances[cluster.first : cluster.first + cluster.glyphs]) * scale
            if inner_offset < offset + len(piece.text.rstrip()):
                borders.append((inner_offset, inner_width))
        offset += len(piece.text)
        width += piece.width * scale
    return borders


def _widths_before(segment: Segment, offsets: Sequence[int]) -> tuple[float, ...]:
    """Return the width before each offset in 1/1000 em; inside a ligature, a share of it."""
    borders = [(0, 0.0), *_grapheme_borders(segment, 1.0), (len(segment.text), segment.width)]
    known = dict(borders)
    found = []
    for offset in offsets:
        width = known.get(offset)
        if width is None:
            (low, below), (high, above) = next(
                (lower, upper) for lower, upper in pairwise(borders) if lower[0] < offset < upper[0]
            )
            width = below + (above - below) * (offset - low) / (high - low)
        found.append(width)
    return tuple(found)


def _measure(elements: list[_Element]) -> tuple[float, int, float, float]:
    """Return visible width, number of gaps, stretchability and shrinkability of a line in points."""
    visible = elastic = shrink = 0.0
    gaps = 0
    trailing = True
    for element in reversed(elements):
        scale = element.run.size_pt / 1000
        for piece in reversed(element.pieces):
            if trailing:
                visible += (piece.width - piece.trail) * scale
                trailing = piece.trail >= piece.width
                continue
            visible += piece.width * scale
            if piece.expands:
                gaps += 1
                elastic += piece.stretch * scale
                shrink += piece.shrink * scale
    return visible, gaps, elastic, shrink


def _bounded_gap(elements: list[_Element], gap: float, ratio: float) -> tuple[float, float]:
    """Keep gaps between pieces without spaces too small to be taken for spaces."""
    size = min(element.run.size_pt for element in elements)
    most = WIDEST_GAP_EM * size
    if gap > most and any(p.expands and not p.shrink for element in elements for p in element.pieces):
        return most, ratio * most / gap
    return gap, ratio


def _ordered(elements: list[_Element]) -> list[_Element]:
    levels = [element.level for element in elements]
    if not any(levels):
        return elements
    return [elements[index] for index in bidi.visual_order(levels)]


def _are_trackable(pieces: Sequence[Shaped], manifold: bool) -> bool:
    """Say whether letters may be spaced; marks without advance would be torn from theirs."""
    if manifold and any(0.0 in piece.advances for piece in pieces):
        return False
    return _TRACKABLE.fullmatch("".join(map(_TEXT, pieces))) is not None


def _boxes_by_style(
    pieces: Sequence[Shaped], runs: Sequence[StyledRun], x: float, gap: float, track: float, start: int
) -> Iterator[Box]:
    """Place *pieces*, left to right, from *x* on: a box for each change of run or face; *runs* has one for each."""
    begin = 0
    while begin < len(pieces):
        run, face = runs[begin], pieces[begin].face
        end = begin + 1
        while end < len(pieces) and runs[end] is run and pieces[end].face is face:
            end += 1
        own = pieces[begin:end]
        after = start + sum(map(len, map(_TEXT, own)))
        yield Box(tuple(own), x, run.size_pt, gap, track, run.index, run.colour, start, after)
        x += sum(map(_WIDTH, own)) * run.size_pt / 1000
        x += gap * sum(map(_EXPANDS, own))
        if track:
            x += track * sum([len(piece.gids) for piece in own])
        begin, start = end, after


def _boxes(elements: list[_Element], left: float, gap: float, track: float) -> tuple[Box, ...]:
    """Join neighbouring pieces to boxes and place them from *left*."""
    boxes: list[Box] = []
    pieces: list[Shaped] = []
    x, begin = left, left
    current: _Element | None = None
    face = None
    text_start = text_end = 0

    def close() -> None:
        if pieces and current is not None:
            run = current.run
            boxes.append(
                Box(tuple(pieces), begin, run.size_pt, gap, track, run.index, run.colour, text_start, text_end)
            )

    for element in elements:
        rtl = bool(element.level & 1)
        scale = element.run.size_pt / 1000
        position = element.start + len(element.text) if rtl else element.start
        for piece in reversed(element.pieces) if rtl else element.pieces:
            length = len(piece.text) if element.text else 0
            first, after = (position - length, position) if rtl else (position, position + length)
            joined = (
                current is not None
                and piece.face is face
                and current.run is element.run
                and bool(current.level & 1) == rtl
                and piece.placeholder is None
                and pieces[-1].placeholder is None
                and (after == text_start if rtl else first == text_end)
                and piece.text != SOFT_HYPHEN
                and pieces[-1].text != SOFT_HYPHEN
            )
            if joined:
                pieces.append(piece)
                text_start, text_end = min(text_start, first), max(text_end, after)
            else:
                close()
                pieces, begin, face = [piece], x, piece.face
                text_start, text_end = first, after
            current = element
            x += piece.width * scale + (gap if piece.expands else 0.0)
            if track:
                x += track * sum(1 for advance in piece.advances if advance)
            position = first if rtl else after
    close()
    return tuple(boxes)
