# SPDX-License-Identifier: Apache-2.0
"""Make the ``Quote`` values of what the walk over an article found.

Comes in: ``Draft`` values in the offsets of blocks, the cast that knows the persons.  Goes out: quotes in the offsets
of the original text, in source order, that do not overlap, each with its evidence and score.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from docforge.detect.coreference.cast import Cast
from docforge.detect.quote_packs import QuotePack
from docforge.detect.speech.attribution import Attribution
from docforge.detect.speech.drafts import Draft
from docforge.model import Block, Evidence, Quote, QuoteKind

__all__ = ["quote_values"]

_TOUCHES, _ATTRIBUTED, _MARKED = 0.9, 0.7, 0.5
"""Scores of a quotation beside its cue, of one with an attribution elsewhere, of one with none."""
_CARRIED = 0.2
"""So much less where the speaker is that of another quotation or sentence."""


def quote_values(drafts: Sequence[Draft], blocks: Sequence[Block], cast: Cast) -> tuple[Quote, ...]:
    """Return *drafts* as quotes; who speaks is asked of *cast* in the order of the article."""
    out: list[Quote] = []
    taken = -1
    for draft in sorted(drafts, key=lambda d: (d.block, (d.clause or (d.pair.start, 0))[0])):
        quote = _quote(draft, blocks, cast)
        if quote.span.start < taken:
            continue
        taken = quote.span.end
        out.append(quote)
    return tuple(out)


def _quote(draft: Draft, blocks: Sequence[Block], cast: Cast) -> Quote:
    """Return what is known of a draft as a value, with its places in the original text."""
    block = blocks[draft.block]
    place = block.offsets.span_to_source
    pair, said = draft.pair, draft.said
    start, end = draft.clause or (pair.start, pair.end)
    inner_start, inner_end = draft.clause or (pair.inner_start, pair.inner_end)
    span = place(start, end)
    words = span if (start, end) == (inner_start, inner_end) else place(inner_start, inner_end)
    evidence = [_evidence(draft.kind, draft.reason)]
    speaker = speaker_span = cue = person = None
    rule = "marks" if said is None else said.rule
    if said is not None:
        home = blocks[draft.said_block]
        told, (cue_start, cue_end) = (block, draft.cue) if draft.cue else (home, (said.cue_start, said.cue_end))
        if cue_start >= 0:
            cue = told.offsets.span_to_source(cue_start, cue_end)
            evidence.append(_evidence(said.rule, told.text[cue_start:cue_end]))
        if draft.carried:
            rule = "carried"
            evidence.append(_evidence("carried", draft.carried))
        if said.has_speaker:
            start = _clitic_start(said, home.text, cast.pack) if said.start < said.cue_end else said.start
            speaker = home.text[start : said.end]
            speaker_span = home.offsets.span_to_source(start, said.end)
            person, why = cast.person(speaker, draft.said_block, start)
            cast.hear(person, speaker, draft.said_block, start)
            if person is not None:
                evidence.append(_evidence("person", why))
    score = _MARKED if said is None else _TOUCHES if said.strength == 3 else _ATTRIBUTED
    if draft.carried:
        score -= _CARRIED
    inner = draft.parts if draft.kind is QuoteKind.MIXED else pair.inner
    return Quote(
        draft.kind, span, words, speaker, speaker_span, person, cue,
        tuple([place(p.start, p.end) for p in inner]) if inner else (), draft.group, pair.closed, rule,
        round(score, 2), tuple(evidence),
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _evidence(rule: str, note: str) -> Evidence:
    """Return the same value for the same words: a kind's name and a cue return in every article."""
    return Evidence(str(rule), note)


def _clitic_start(said: Attribution, text: str, pack: QuotePack) -> int:
    """Return where the speaker begins who hangs on the verb as a pronoun (``a-t-il``), else where the phrase does."""
    if said.cue_start <= said.start:
        pronoun = text[said.start : said.end].rpartition("-")[2]
        if pronoun.casefold() in pack.gender:
            return said.end - len(pronoun)
    return said.start
