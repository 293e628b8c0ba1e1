# SPDX-License-Identifier: Apache-2.0
"""Choose the quotations that stand in an article's *Key quotes* box.

Comes in: an article with its quotations and entities.  Goes out: the chosen ones in source order, their words
verbatim.  The rule is simple enough to be told to a reader (docs/quotes.md): direct speech of body text with a known
speaker; every speaker is heard once before one is heard twice; a person whose office the article tells comes before
a person by name, and that before a speaker who is only described; quotations that can stand alone (twelve to sixty
words) before shorter and longer ones; then the order of the article.

What it must not know: locales, labels, where the box stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docforge.detect.quote_packs import quote_pack
from docforge.model import (
    Article,
    Block,
    EntityKind,
    ListItem,
    Paragraph,
    Preformatted,
    Quote,
    QuoteKind,
    Turn,
    Unknown,
)
from docforge.patterns import SENTENCE_ENDS
from docforge.records import dataclass

__all__ = ["JOINT", "KeyQuote", "key_quotes"]

JOINT = " … "
"""Stands for the author's words between the parts of one quotation, and for what is left out at its end."""
_BODY = (Paragraph, ListItem, Turn, Preformatted, Unknown)
_FEWEST, _FITTING, _MOST = 6, 12, 60
"""Words: never shorter; can stand alone; never longer, cut after a sentence."""
_LETTERS_OF_A_WORD = 2
_SENTENCE_END = re.compile(rf"[{SENTENCE_ENDS}]+[\"”»’'）)]*(?=\s)|[。｡！？]+[」』”]*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class KeyQuote:
    """One chosen quotation."""

    block: Block
    """Where it stands; tells its language."""
    opening: str
    """The marks of the source with the blanks inside them; empty where it has none (answers, dialogue dashes)."""
    parts: tuple[str, ...]
    """Its words, verbatim; several where the author's words stood between them."""
    closing: str
    """Empty too where the source leaves the quotation open."""
    cut: bool
    """More was said in the same breath than ``parts`` hold."""
    who: str
    """Full name, else the speaker as written."""
    office: str
    """The role written with the name in the article; empty when it tells none."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    quote: KeyQuote
    weight: tuple[int, int]
    place: int


def key_quotes(article: Article, count: int) -> tuple[KeyQuote, ...]:
    """Return at most *count* quotations of *article*, in source order.

    Cost: linear in the number of blocks and quotations.
    """
    if count <= 0:
        return ()
    ranked = sorted(_candidates(article), key=lambda c: ((-c.weight[0], -c.weight[1]), c.place))
    chosen: list[_Candidate] = []
    heard: dict[str, int] = {}
    turns = []
    for candidate in ranked:
        turn = heard.get(candidate.quote.who, 0)
        heard[candidate.quote.who] = turn + 1
        turns.append((turn, candidate))
    chosen = [candidate for _, candidate in sorted(turns, key=lambda entry: entry[0])[:count]]
    return tuple(c.quote for c in sorted(chosen, key=lambda c: c.place))


def _candidates(article: Article) -> Iterator[_Candidate]:
    offices = {e.name: e.title or "" for e in article.entities if e.kind is EntityKind.PERSON}
    pronouns = quote_pack(article.language).gender
    seen: set[tuple[str, ...]] = set()
    for block, quotes in _by_block(article):
        for place, group in _groups(quotes):
            first = group[0]
            who = first.person or first.speaker or ""
            if not who or (first.person is None and who.casefold() in pronouns):
                continue
            own = _read(block, group, who, offices.get(who, ""))
            length = sum(_words(part) for part in own.parts)
            if length < _FEWEST or own.parts in seen:
                continue
            seen.add(own.parts)
            rank = 2 if own.office else 1 if first.person else 0
            yield _Candidate(own, (rank, int(length >= _FITTING and not own.cut)), place)


def _by_block(article: Article) -> Iterator[tuple[Block, list[Quote]]]:
    """Yield the direct quotations of each block of body text, in order."""
    quotes = [q for q in article.quotes if q.kind is QuoteKind.DIRECT]
    at = 0
    for block in article.blocks:
        own = []
        while at < len(quotes) and quotes[at].span.start < block.span.end:
            if quotes[at].span.start >= block.span.start:
                own.append(quotes[at])
            at += 1
        if own and isinstance(block, _BODY):
            yield block, own


def _groups(quotes: Sequence[Quote]) -> Iterator[tuple[int, list[Quote]]]:
    """Yield the quotations of a block, the parts of a split one together, with the place of the first."""
    groups: dict[int, list[Quote]] = {}
    for quote in quotes:
        key = quote.span.start if quote.group is None else -1 - quote.group
        groups.setdefault(key, []).append(quote)
    for group in groups.values():
        yield group[0].span.start, group


def _read(block: Block, group: Sequence[Quote], who: str, office: str) -> KeyQuote:
    text, to_text = block.text, block.offsets.to_text
    first, last = group[0], group[-1]
    opening = text[to_text(first.span.start) : to_text(first.text_span.start)]
    closing = text[to_text(last.text_span.end - 1) + 1 : to_text(last.span.end - 1) + 1]
    parts: list[str] = []
    room = _MOST
    cut = not last.closed
    for quote in group:
        words = text[to_text(quote.text_span.start) : to_text(quote.text_span.end - 1) + 1]
        shown = _shorten(words, room) if room > 0 else ""
        if len(shown) < len(words):
            cut = True
            if shown:
                parts.append(shown)
            break
        parts.append(shown)
        room -= _words(shown)
    if parts:
        # The comma before "she said" belongs to the sentence of the article, not to what was said.
        parts[-1] = parts[-1].rstrip(",，、، \u00a0\u202f")
    return KeyQuote(block, opening, tuple(" ".join(p.split()) for p in parts), closing, cut, who, office)


def _shorten(words: str, room: int) -> str:
    """Return whole sentences from the start of *words* while they are at most *room* words; at least one sentence."""
    if _words(words) <= room:
        return words
    end = 0
    for match in _SENTENCE_END.finditer(words):
        if end and _words(words[: match.end()]) > room:
            break
        end = match.end()
    return words[:end] if end else words


def _words(text: str) -> int:
    """Count words; where none are set apart, two letters count as one."""
    unspaced = len(_UNSPACED.findall(text))
    return unspaced // _LETTERS_OF_A_WORD + len(_UNSPACED.sub(" ", text).split()) if unspaced else len(text.split())
