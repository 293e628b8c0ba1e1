# SPDX-License-Identifier: Apache-2.0
"""Text pieces -> glyphs: face fallback, HarfBuzz shaping, placeholders, the word cache.

A ``Setter`` is one style (family, weight, slant, language, direction) of one catalogue with its
cache of segments.  Knows no lines, no sizes and no colours.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import Any, NamedTuple

import uharfbuzz as hb

from docforge.diagnostics import Report
from docforge.errors import FontError
from docforge.typeset.boxes import Cluster, Placeholder, Shaped
from docforge.typeset.breaks import split_token
from docforge.typeset.fonts import Face, FontCatalogue
from docforge.typeset.linebreak import Inner
from docforge.typeset.scripts import (
    CJK,
    COMMON,
    SCRIPTS,
    SYMBOL_FAMILIES,
    ScriptFacts,
    families_for,
    is_ignorable,
    is_letter,
    script_of,
    script_of_language,
)

__all__ = ["JOINING", "MANIFOLD", "MISSING", "Segment", "Setter", "setter_for", "tell_missing"]

_CACHE_SEGMENTS = 16_384
"""Per style; a segment takes about 1 kB."""
_BATCH_CHARACTERS = 2_000
_CACHE_KEY_CHARACTERS = 64
"""Longer pieces are not kept: they do not come again."""

STRETCH, SHRINK = 0.5, 1 / 3
"""Elasticity of a word space as a part of its width (as in Knuth's Computer Modern, rounded)."""
CJK_STRETCH, WORD_STRETCH = 100.0, 60.0
"""Elasticity between ideographs, and between words written without spaces, in 1/1000 em."""
TAB_SPACES = 4

_PIECES = re.compile(r"[^ \u00a0\u3000\t]*(?:[ \u00a0]+|\u3000+|\t)|[^ \u00a0\u3000\t]+")
_SPACES = " \u00a0"
_TRAILING = " \u3000\t"
_ANY_SPACE = frozenset(_SPACES + _TRAILING)
JOINING = frozenset({"Arab", "Syrc", "Mong", "Nkoo", "Adlm", "Mand", "Phag", "Rohg"})


_CODEPOINT, _CLUSTER, _POSITION = attrgetter("codepoint"), attrgetter("cluster"), attrgetter("position")
_NO_GLYPHS: tuple[tuple[int, ...], ...] = ((), (), (), ())
_CLUSTER_LEVEL, _BUFFER_FLAGS = hb.BufferClusterLevel.MONOTONE_GRAPHEMES, hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
_UNSAFE = int(hb.GlyphFlags.UNSAFE_TO_BREAK)


class _Glyphs(NamedTuple):
    """What HarfBuzz made of a text, one entry for each glyph; lengths in 1/1000 em."""

    gids: array[int]
    starts: Sequence[int]
    """The character that the glyph's cluster starts with; a range where each character has one glyph."""
    advances: array[float]
    x_offsets: array[float] | None
    y_offsets: array[float] | None
    """None when all are 0."""

    def part(self, begin: int, end: int, offset: int) -> _Glyphs:
        """Return the glyphs from *begin* to *end*, the text of which starts at the character *offset*."""
        x_offsets = self.x_offsets[begin:end] if self.x_offsets is not None else None
        y_offsets = self.y_offsets[begin:end] if self.y_offsets is not None else None
        return _Glyphs(
            self.gids[begin:end],
            range(end - begin)
            if isinstance(self.starts, range)
            else [start - offset for start in self.starts[begin:end]],
            self.advances[begin:end],
            x_offsets if x_offsets is not None and any(x_offsets) else None,
            y_offsets if y_offsets is not None and any(y_offsets) else None,
        )


def _glyphs(face: Face, buffer: Any) -> _Glyphs:
    scale, infos, positions = face.scale, buffer.glyph_infos, buffer.glyph_positions
    x_offsets, y_offsets, x_advances, _ = zip(*map(_POSITION, positions), strict=True) if infos else _NO_GLYPHS
    starts, each = list(map(_CLUSTER, infos)), range(len(infos))
    return _Glyphs(
        array("H", map(_CODEPOINT, infos)),
        each if starts == list(each) else starts,
        array("d", [x * scale for x in x_advances]),
        array("d", [x * scale for x in x_offsets]) if any(x_offsets) else None,
        array("d", [y * scale for y in y_offsets]) if any(y_offsets) else None,
    )


MISSING = 4
"""Flag of a segment that holds a placeholder."""
MANIFOLD = 8
"""Flag of a segment that is not simply one word, left to right, in the first face of its setter."""


class Segment:
    """Text between two break opportunities, shaped; shared through the cache of its setter."""

    __slots__ = (
        "glue",
        "hyphens",
        "numbers",
        "pieces",
        "text",
        "width",
    )

    def __init__(self, text: str, pieces: tuple[Shaped, ...], glue: int, home: Face | None = None) -> None:
        """Take *pieces* in logical order; *home* is the first face of a setter that writes from left to right."""
        self.text = text
        self.pieces = pieces
        """In logical order."""
        self.glue = glue | MANIFOLD
        """``NO_BREAK_*`` of ``breaks``, ``MISSING`` and ``MANIFOLD``."""
        if len(pieces) == 1:
            piece = pieces[0]
            self.width = piece.width
            trail, stretch, shrink = piece.trail, piece.stretch, piece.shrink
            self.numbers = (piece.width, trail, stretch, shrink, stretch, shrink, len(text))
            if piece.placeholder is not None:
                self.glue = glue | MANIFOLD | MISSING
            elif piece.face is home and 0.0 not in piece.advances:
                self.glue = glue
        else:
            if any(p.placeholder for p in pieces):
                self.glue = glue | MANIFOLD | MISSING
            self.width = sum([p.width for p in pieces])
            stretch, shrink = sum([p.stretch for p in pieces]), sum([p.shrink for p in pieces])
            ends = (pieces[-1].stretch, pieces[-1].shrink) if pieces else (0.0, 0.0)
            self.numbers = (self.width, _trail(pieces), stretch, shrink, *ends, len(text))
        """Width and that of the trailing spaces, stretch- and shrinkability, and what of these stands at the
        end, all in 1/1000 em; number of characters."""
        self.hyphens: tuple[Inner, ...] | None = None
        """Where the word may be hyphenated, in 1/1000 em; None until asked for."""


def _trail(pieces: tuple[Shaped, ...]) -> float:
    total = 0.0
    for piece in reversed(pieces):
        total += piece.trail
        if piece.trail < piece.width or piece.width == 0:
            break
    return total


class Setter:
    """One style's way from text to segments."""

    __slots__ = (
        "_by_script",
        "_hard",
        "_lengths",
        "_parts",
        "_plain",
        "_single",
        "_tokens",
        "catalogue",
        "family",
        "home",
        "italic",
        "lang",
        "rtl",
        "segments",
        "weight",
    )

    def __init__(self, catalogue: FontCatalogue, family: str, weight: int, italic: bool, lang: str, rtl: bool) -> None:
        self.catalogue, self.family, self.weight, self.italic = catalogue, family, weight, italic
        self.lang, self.rtl = lang, rtl
        self.home = script_of_language(lang)
        self.segments: dict[Any, Segment] = {}
        self._tokens: dict[str, tuple[Segment, ...]] = {}
        self._single: dict[str, Segment] = {}
        """The tokens that are one segment."""
        self._parts: dict[tuple[str, int], Segment] = {}
        """What ``split_token`` gives to its segment."""
        self._by_script: dict[str, tuple[Face, ...]] = {}
        self._lengths: dict[float, float] = {}
        self._plain: set[str] = set()
        """Characters that the first face of the home script sets, whatever stands around them."""
        self._hard: set[str] = set()
        """Characters that need a closer look."""

    # -- tokens and segments ------------------------------------------------------------------

    def segments_of(self, tokens: Sequence[str]) -> list[Segment]:
        """Return the segments of *tokens*, space-delimited words, in their order."""
        return self.segments_of_each([tokens])[0]

    def segments_of_each(self, texts: Sequence[Sequence[str]]) -> list[list[Segment]]:
        """Return the segments of each of *texts*, given as their space-delimited words.

        What the cache has not is shaped together, which takes a third of the time.
        """
        found: list[list[Segment]] = []
        lacking: list[int] = []
        single = self._single.__getitem__
        for number, tokens in enumerate(texts):
            try:
                found.append(list(map(single, tokens)))
            except KeyError:
                found.append([])
                lacking.append(number)
        if lacking:
            known = {token: self._tokens.get(token) for number in lacking for token in texts[number]}
            made = self._made([token for token, segments in known.items() if segments is None])
            for number in lacking:
                for token in texts[number]:
                    found[number] += known[token] or made[token]
        return found

    def _made(self, tokens: Iterable[str]) -> dict[str, tuple[Segment, ...]]:
        """Return the segments of each of *tokens*, none of which the cache has, and remember them."""
        for cache in (self._parts, self._tokens, self._single):
            self._trim(cache)
        parts, lang = self._parts, self.lang
        parts_of = {token: split_token(token, lang) for token in tokens}
        new = dict.fromkeys([part for found in parts_of.values() for part in found if part not in parts])
        made = self._new_parts(list(new)) if new else {}
        # What is too long for the cache is not in it.
        whole = {token: tuple([made.get(p) or parts[p] for p in found]) for token, found in parts_of.items()}
        for token, segments in whole.items():
            if len(token) <= _CACHE_KEY_CHARACTERS:
                self._tokens[token] = segments
                if len(segments) == 1:
                    self._single[token] = segments[0]
        return whole

    def _new_parts(self, new: list[tuple[str, int]]) -> dict[tuple[str, int], Segment]:
        """Make and remember the segments of what ``split_token`` gives."""
        shaped = self._together([text for text, _ in new])
        home = None if self.rtl else self._chain(self.home)[0]
        made: dict[tuple[str, int], Segment] = {}
        for part in new:
            text, glue = part
            made[part] = Segment(text, shaped.get(text) or tuple(self._pieces(text, "", "")), glue, home)
        self._parts.update({part: segment for part, segment in made.items() if len(part[0]) <= _CACHE_KEY_CHARACTERS})
        return made

    def _together(self, texts: Iterable[str]) -> dict[str, tuple[Shaped]]:
        """Shape those of *texts* that are one word in the first face of the home script, many at a time."""
        found: dict[str, tuple[Shaped]] = {}
        if self.rtl:
            return found
        chars = set().union(*texts)
        self._is_plain("".join(chars - self._hard))
        if not chars <= self._plain or "\t" in chars or "\u3000" in chars or "\u00a0" in chars:
            plain, one_piece = self._plain.issuperset, _PIECES.fullmatch
            texts = [text for text in texts if plain(text) and one_piece(text) and text[-1] != "\t"]
        batch: list[str] = []
        size = 0
        for text in texts:
            batch.append(text)
            size += len(text)
            if size > _BATCH_CHARACTERS:
                found.update(self._shape_batch(batch))
                batch, size = [], 0
        if batch:
            found.update(self._shape_batch(batch))
        return found

    def segment(self, text: str, glue: int = 0, before: str = "", after: str = "") -> Segment:
        """Return *text* as one segment; *before* and *after* are the neighbours it joins with."""
        key = (text, glue, before, after)
        known = self.segments.get(key)
        if known is None:
            home = None if self.rtl else self._chain(self.home)[0]
            known = Segment(text, tuple(self._pieces(text, before, after)), glue, home)
            if len(text) <= _CACHE_KEY_CHARACTERS:
                self._trim(self.segments)
                self.segments[key] = known
        return known

    def part(self, segment: Segment, start: int, end: int) -> Segment:
        """Return ``segment.text[start:end]`` with the shapes it has inside *segment*.

        Where a cut falls inside a ligature the part is shaped anew.
        """
        text = segment.text[start:end]
        key = (segment.text, start, end)
        known = self.segments.get(key)
        if known is None:
            pieces = _cut(segment.pieces, start, end)
            home = None if self.rtl else self._chain(self.home)[0]
            known = self.segment(text) if pieces is None else Segment(text, pieces, 0, home)
            if len(text) <= _CACHE_KEY_CHARACTERS:
                self._trim(self.segments)
                self.segments[key] = known
        return known

    def hyphen(self) -> Segment:
        """Return the hyphen that stands at the end of a broken word; its text is U+00AD."""
        known = self.segments.get("hyphen")
        if known is None:
            face = self._chain(self.home)[0]
            sign = next((c for c in "\u2010-" if any(f.covers(ord(c)) for f in (face,))), "-")
            shaped = self._shape(face, sign, self.home)
            count = len(shaped.gids)
            marked = Shaped(
                face, "\u00ad", shaped.gids, shaped.advances, clusters=(Cluster(0, count, "\u00ad"),), rtl=self.rtl
            )
            known = self.segments["hyphen"] = Segment("\u00ad", (marked,), 0)
        return known

    def tab(self, segment: Segment, width: float) -> Segment:
        """Return the tab *segment* as wide as *width*, in 1/1000 em."""
        (piece,) = segment.pieces
        if len(piece.advances) != 1:
            return segment
        key = ("\t", segment.glue, round(width))
        known = self.segments.get(key)
        if known is None:
            moved = Shaped(
                piece.face,
                "\t",
                piece.gids,
                array("d", [float(round(width))]),
                clusters=None if piece.is_plain else piece.clusters,
                rtl=piece.rtl,
                trail=float(round(width)),
            )
            home = None if self.rtl else self._chain(self.home)[0]
            known = Segment("\t", (moved,), segment.glue & ~(MISSING | MANIFOLD), home)
            self._trim(self.segments)
            self.segments[key] = known
        return known

    @staticmethod
    def _trim(cache: dict[Any, Any]) -> None:
        if len(cache) >= _CACHE_SEGMENTS:
            for key in list(islice(cache, len(cache) - _CACHE_SEGMENTS // 2)):
                del cache[key]

    # -- faces --------------------------------------------------------------------------------

    def _pieces(self, text: str, before: str, after: str) -> Iterator[Shaped]:
        for match in _PIECES.finditer(text):
            start, end = match.span()
            runs = list(self._face_runs(match.group()))
            for number, (face, script, run) in enumerate(runs):
                left = before if start == 0 and number == 0 else ""
                right = after if end == len(text) and number == len(runs) - 1 else ""
                if face is None:
                    yield self._placeholder(run)
                else:
                    yield self._shape(face, run, script, left, right)

    def _chain(self, script: str) -> tuple[Face, ...]:
        known = self._by_script.get(script)
        if known is None:
            known = self.catalogue.chain(self.family, self.weight, self.italic, self.lang, script)
            self._by_script[script] = known
        return known

    def _face_runs(self, text: str) -> Iterator[tuple[Face | None, str, str]]:
        """Cut *text* into runs of one face and one script; a placeholder is a run of one character.

        Common characters take the script of the letters before them, else after them (UAX #24 5.2).
        """
        if self._plain.issuperset(text) or self._is_plain(text):
            yield self._chain(self.home)[0], self.home, text
            return
        scripts = self._resolved_scripts(text)
        face: Face | None = None
        script, start = "", 0
        for position, cluster in _base_clusters(text):
            own = scripts[position]
            found = self._face_for(cluster, own, face if position else None)
            if position and (found is not face or own != script or found is None):
                yield face, script, text[start:position]
                start = position
            face, script = found, own
        if text:
            yield face, script, text[start:]

    def _is_plain(self, text: str) -> bool:
        """Sort the characters of *text* into plain and hard ones; say whether all are plain."""
        if not self._hard.isdisjoint(text):
            return False
        home, face = self.home, self._chain(self.home)[0]
        for char in set(text).difference(self._plain):
            script = script_of(char)
            plain = (
                (script == home or (script == COMMON and home not in CJK))
                and unicodedata.category(char)[0] in "LNPSZ"
                and face.covers(ord(char))
                and not is_ignorable(char)
            )
            (self._plain if plain else self._hard).add(char)
        return self._plain.issuperset(text)

    def _resolved_scripts(self, text: str) -> list[str]:
        raw = [script_of(char) for char in text]
        if len(set(raw)) == 1 and raw[0] != COMMON:
            return raw
        following = next((s for s in raw if s != COMMON), self.home)
        resolved = []
        for char, script in zip(text, raw, strict=True):
            if script != COMMON:
                following = script
            cjk_ascii = script == COMMON and following in CJK and "!" <= char <= "~"
            resolved.append("Latn" if cjk_ascii else following)
        return resolved

    def _face_for(self, cluster: str, script: str, current: Face | None) -> Face | None:
        drawn = [ord(c) for c in cluster if not is_ignorable(c)]
        chain = self._chain(script)
        if not drawn:
            return current or chain[0]
        if cluster.isspace():  # spaces of symbol fonts are as wide as their symbols
            return current if current in chain else chain[0]
        base = drawn[0]
        if current is not None and script_of(cluster[0]) == COMMON and _all_covered(current, drawn):
            return current
        whole = set(drawn)
        for face in chain:
            if _all_covered(face, whole):
                return face
        # What a font of another family means by a private code point is anybody's guess.
        private = unicodedata.category(cluster[0]) in ("Co", "Cn")
        symbols = self._symbol_faces() if script_of(cluster[0]) == COMMON and not private else []
        for face in reversed(symbols) if len(cluster) > 1 else ():  # sequences: the emoji font ligates them
            if _all_covered(face, whole):
                return face
        for face in (*chain, *symbols):
            if face.covers(base):
                return face
        return None if private else self._beyond_chain(base)

    def _symbol_faces(self) -> list[Face]:
        has, chain = self.catalogue.has_family, self.catalogue.chain
        names = [name for name in SYMBOL_FAMILIES if has(name)]
        return [chain(name, self.weight, self.italic, self.lang, COMMON)[0] for name in names]

    def _beyond_chain(self, base: int) -> Face | None:
        face_or_none = self.catalogue.last_resort(base, self.weight, self.italic, self.lang)
        if face_or_none is None and is_letter(chr(base)):
            raise self._no_font(chr(base))
        return face_or_none

    def _no_font(self, char: str) -> FontError:
        script = script_of(char)
        facts = SCRIPTS.get(script, ScriptFacts(script, ""))
        families = families_for(script, self.lang)
        there = [name for name in families if self.catalogue.has_family(name)]
        lacking = f" (not in {there[0]})" if there else ""
        install = f"pip install {facts.package}, or " if facts.package and not there else ""
        such = f", such as {families[0]}" if families and not there else ""
        return FontError(
            f"no font for {facts.name} ({script}): {char} U+{ord(char):04X} {unicodedata.name(char, 'unnamed')}"
            f"{lacking}: {install}name a folder with a font for it{such} (--font-dir)"
        )

    # -- glyphs -------------------------------------------------------------------------------

    def _shape(self, face: Face, text: str, script: str, before: str = "", after: str = "") -> Shaped:
        sent = text.replace("\t", " ")
        buffer = self._buffer(script)
        if before or after:
            codepoints = [ord(c) for c in before + sent + after]
            buffer.add_codepoints(codepoints, len(before), len(sent))
        else:
            buffer.add_str(sent)
        hb.shape(face.hb_font, buffer)
        glyphs = _glyphs(face, buffer)
        if before:
            starts = [start - len(before) for start in glyphs.starts]
            each = range(len(starts))
            glyphs = glyphs._replace(starts=each if starts == list(each) else starts)
        return self._shaped(face, text, glyphs)

    def _buffer(self, script: str) -> Any:
        buffer = hb.Buffer()
        buffer.cluster_level = _CLUSTER_LEVEL
        buffer.flags = _BUFFER_FLAGS
        buffer.direction = "rtl" if self.rtl else "ltr"
        buffer.script = script if script != COMMON else "Latn"
        buffer.language = self.lang
        return buffer

    def _shape_batch(self, texts: list[str]) -> Iterator[tuple[str, tuple[Shaped]]]:
        """Shape *texts* as one, plain and left to right, and cut the result where HarfBuzz says it may be cut.

        Rule: HarfBuzz manual, hb_glyph_flags_t: where a cluster is not unsafe to break, shaping what stands before and
        after it separately gives the same glyphs.  A text with an unsafe border is shaped alone.
        """
        face, home = self._chain(self.home)[0], self.home
        buffer = self._buffer(home)
        buffer.add_str("".join(texts))
        hb.shape(face.hb_font, buffer)
        glyphs = _glyphs(face, buffer)
        infos, starts, count = buffer.glyph_infos, glyphs.starts, len(glyphs.starts)
        whole = sum(map(len, texts))
        one_each = isinstance(starts, range) and count == whole
        if not one_each:
            glyphs = glyphs._replace(starts=list(starts))
        begin = offset = 0
        safe = True
        for text in texts:
            stop = offset + len(text)
            end = stop if one_each else bisect_left(starts, stop)
            # A ligature at the end may reach back over the border: then no glyph begins there.
            after = stop == whole or (end < count and starts[end] == stop and not int(infos[end].flags) & _UNSAFE)
            if safe and after:
                yield text, (self._shaped(face, text, glyphs.part(begin, end, offset)),)
            else:
                yield text, (self._shape(face, text, home),)
            begin, offset, safe = end, stop, after

    def _shaped(self, face: Face, text: str, glyphs: _Glyphs) -> Shaped:
        gids, starts, advances, x_offsets, y_offsets = glyphs
        if text[-1] == "\t" and len(advances):
            advances[0 if self.rtl else -1] *= TAB_SPACES
        plain = not self.rtl and len(gids) == len(text) and isinstance(starts, range)
        trail = stretch = shrink = 0.0
        if text[-1] in _ANY_SPACE:
            body, wide = len(text.rstrip(_TRAILING)), len(text.rstrip(_SPACES))
            if plain:
                trail, space = sum(advances[body:]), sum(advances[wide:])
            else:
                trail = sum([advance for advance, start in zip(advances, starts, strict=True) if start >= body])
                space = sum([advance for advance, start in zip(advances, starts, strict=True) if start >= wide])
            # Words share their spaces' numbers, so that a paragraph's lie together in memory.
            same = self._lengths.setdefault
            trail, space = same(trail, trail), same(space, space)
            stretch, shrink = space * STRETCH, space * SHRINK
            stretch, shrink = same(stretch, stretch), same(shrink, shrink)
        return Shaped(
            face,
            text,
            gids,
            advances,
            x_offsets=x_offsets,
            y_offsets=y_offsets,
            clusters=None if plain else _clusters(text, starts),
            rtl=self.rtl,
            trail=trail,
            stretch=stretch or _stretch_after(text[-1]),
            shrink=shrink,
        )

    def _placeholder(self, char: str) -> Shaped:
        face = self.catalogue.chain("sans", 400, False, "und", "Latn")[0]
        code = f"{ord(char[0]):04X}"
        half = 2 if len(code) == 4 else 3
        digits = Setter(self.catalogue, "sans", 400, False, "und", False)
        rows = [digits._shape(face, part, "Latn") for part in (code[:half], code[half:])]
        scale, margin = 0.4, 60.0
        width = max(row.width for row in rows) * scale + 4 * margin
        placed = tuple((row, (width - row.width * scale) / 2, y) for row, y in zip(rows, (400.0, 45.0), strict=True))
        frame = Placeholder((margin, -30.0, width - margin, 760.0), 30.0, scale, placed)
        return Shaped(face, char, array("H"), array("d"), clusters=(), rtl=self.rtl, placeholder=frame)


def tell_missing(segments: Iterable[Segment], report: Report) -> None:
    """Add one warning for each character in *segments* that is set as a placeholder."""
    for segment in segments:
        for piece in segment.pieces if segment.glue & MISSING else ():
            for char in piece.text if piece.placeholder else "":
                if not is_ignorable(char):
                    report.add("DF-W101", codepoint=f"U+{ord(char):04X}", name=unicodedata.name(char, "no name"))


def setter_for(catalogue: FontCatalogue, family: str, weight: int, italic: bool, lang: str, rtl: bool) -> Setter:
    """Return the setter for a style; one per catalogue and style, so that its cache is shared."""
    key = (family, weight, italic, lang, rtl)
    setter = catalogue.setters.get(key)
    if setter is None:
        setter = catalogue.setters[key] = Setter(catalogue, *key)
    return setter


def _all_covered(face: Face, codepoints: Any) -> bool:
    covers = face.covers
    return all(covers(codepoint) for codepoint in codepoints)


_EXTENDING = frozenset({"Mn", "Me", "Mc"})


def _base_clusters(text: str) -> Iterator[tuple[int, str]]:
    """Cut *text* into base characters with what attaches to them, as (offset, cluster)."""
    start = 0
    for position in range(1, len(text)):
        char = text[position]
        attaches = (
            unicodedata.category(char) in _EXTENDING
            or is_ignorable(char)
            or text[position - 1] == "\u200d"
            or "\U0001f3fb" <= char <= "\U0001f3ff"
            or (_is_regional(char) and _is_regional(text[position - 1]) and position - start == 1)
        )
        if not attaches:
            yield start, text[start:position]
            start = position
    if text:
        yield start, text[start:]


def _is_regional(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _clusters(text: str, starts: Sequence[int]) -> tuple[Cluster, ...]:
    """Give each group of glyphs with one cluster value its text; all of *text* is given out."""
    if not starts:
        return ()
    borders = sorted(set(starts))
    ends = dict(zip(borders, [*borders[1:], len(text)], strict=True))
    found = []
    first = 0
    for position in range(1, len(starts) + 1):
        if position == len(starts) or starts[position] != starts[first]:
            begin = starts[first]
            shown = text[0 if begin == borders[0] else begin : ends[begin]]
            found.append(Cluster(first, position - first, shown))
            first = position
    return tuple(found)


def _is_cjk(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\uffef" or "\U00020000" <= char <= "\U0003ffff"


def _stretch_after(char: str) -> float:
    """Return how far the line may open after *char*, where no space stands."""
    if _is_cjk(char):
        return CJK_STRETCH
    spaceless = "\u0e00" <= char <= "\u0eff" or "\u1000" <= char <= "\u109f" or "\u1780" <= char <= "\u17ff"
    return WORD_STRETCH if spaceless else 0.0


def _cut(pieces: tuple[Shaped, ...], start: int, end: int) -> tuple[Shaped, ...] | None:
    """Cut logical pieces to the characters from *start* to *end*; None if a cluster would be cut."""
    kept = []
    offset = 0
    for piece in pieces:
        low, high = max(start - offset, 0), min(end - offset, len(piece.text))
        offset += len(piece.text)
        if low >= high:
            continue
        if low == 0 and high == len(piece.text):
            kept.append(piece)
            continue
        part = _cut_piece(piece, low, high)
        if part is None:
            return None
        kept.append(part)
    return tuple(kept)


def _cut_piece(piece: Shaped, low: int, high: int) -> Shaped | None:
    if piece.is_plain:
        return _part(piece, low, high, low, high, None)
    clusters = piece.clusters
    ordered = reversed(clusters) if piece.rtl else clusters
    offset, chosen = 0, []
    for cluster in ordered:
        following = offset + len(cluster.text)
        if low < following and offset < high:
            if offset < low or following > high:
                return None
            chosen.append(cluster)
        offset = following
    if not chosen:
        return None
    if piece.rtl:
        chosen.reverse()
    first, last = chosen[0].first, chosen[-1].first + chosen[-1].glyphs
    return _part(piece, low, high, first, last, tuple([Cluster(c.first - first, c.glyphs, c.text) for c in chosen]))


def _part(piece: Shaped, low: int, high: int, first: int, last: int, clusters: tuple[Cluster, ...] | None) -> Shaped:
    """Return the characters from *low* to *high* of *piece*, which are its glyphs from *first* to *last*."""
    at_end = high == len(piece.text)
    return Shaped(
        piece.face,
        piece.text[low:high],
        piece.gids[first:last],
        piece.advances[first:last],
        x_offsets=piece.x_offsets[first:last] if piece.x_offsets else None,
        y_offsets=piece.y_offsets[first:last] if piece.y_offsets else None,
        clusters=clusters,
        rtl=piece.rtl,
        trail=piece.trail if at_end else 0.0,
        stretch=piece.stretch if at_end else 0.0,
        shrink=piece.shrink if at_end else 0.0,
    )
