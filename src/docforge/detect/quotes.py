# SPDX-License-Identifier: Apache-2.0
"""Find quotations and who said them: direct, mixed and reported speech, and marked words that are no speech.

Comes in: the original text, the article's blocks, its language, its entities.  Goes out: ``Quote`` values in source
order that do not overlap.  Marks are paired in ``quotation_marks``, sentences read in ``speech``,
persons found in ``coreference``; this module walks the article and decides.  Linear in its length.
"""

from __future__ import annotations

import hashlib
import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache

from docforge.detect.coreference.cast import Cast
from docforge.detect.quotation_marks import CLOSERS, DASHES, Pair, pair_marks
from docforge.detect.quote_packs import JOIN, QUOTED, STOP, THAT, QuotePack, quote_pack
from docforge.detect.sentences import Sentence, preceding, sentences
from docforge.detect.speaking import speaking_blocks
from docforge.detect.speech import dialogue, frames, neighbours, unspaced
from docforge.detect.speech.attribution import Attribution
from docforge.detect.speech.kinds import Look, kind_of
from docforge.detect.speech.reported import reported_speech
from docforge.detect.words import PROSE_BLOCKS, Cut, cut_blocks, cut_text
from docforge.model import (
    Article,
    Block,
    Entity,
    Evidence,
    ListItem,
    Paragraph,
    Preformatted,
    Quote,
    QuoteKind,
    Span,
    Turn,
    TurnRole,
    Unknown,
)
from docforge.records import dataclass

__all__ = ["SPOKEN_BLOCKS", "find_quotes", "verbatim_sha256", "verbatim_words"]

SPOKEN_BLOCKS = PROSE_BLOCKS
"""Kinds of block that are searched for quotations."""
_RUNNING = (Paragraph, ListItem, Turn, Preformatted, Unknown)
_LATEST = 8
"""Of so many quotations found last one may stand in the sentence before."""
_STATED = frozenset(".!?…—–")
_EDGE = " \t\n\u00a0\u3000,;:-–—―،，、"


@dataclass(slots=True)
class _Draft:
    """A quotation while the article is being walked; offsets in the text of block ``block``."""

    kind: QuoteKind
    block: int
    pair: Pair
    said: Attribution | None = None
    said_block: int = -1
    reason: str = ""
    group: int | None = None
    clause: tuple[int, int] | None = None
    carried: str = ""
    cue: tuple[int, int] | None = None
    """Its own cue, in ``block``, where that names nobody and ``said`` is who spoke before."""
    parts: list[Pair] = field(default_factory=list)
    label: str = ""


def find_quotes(
    text: str, blocks: Sequence[Block], language: str, entities: Sequence[Entity], dateline: Span | None = None
) -> tuple[Quote, ...]:
    """Return the quotations of an article.

    Args:
        text: The original decoded text that spans index.
        blocks: The article's blocks in order.
        language: BCP 47 tag; unknown languages use the fallback pack.
        entities: What ``find_entities`` returned for the same blocks.
        dateline: Where the article's dateline stands; it is nobody's speech.

    Returns:
        Quotes in source order; they do not overlap, quotations inside quotations are in ``inner``.  A speaker that
        is in doubt stays None.

    Cost: linear in the length of the text.
    """
    walk = _Walk(text, blocks, language, dateline)
    walk.run()
    return walk.quotes(Cast(blocks, walk.cut, entities, walk.pack, walk.spoken_ranges()))


def verbatim_words(article: Article, quote: Quote) -> str:
    """Return a quotation's words between its marks as a reader sees them, each run of white space as one blank."""
    for block in article.blocks:
        if block.span.start <= quote.text_span.start and quote.text_span.end <= block.span.end:
            start = block.offsets.to_text(quote.text_span.start)
            end = block.offsets.to_text(quote.text_span.end - 1) + 1
            return " ".join(block.text[start:end].split())
    return " ".join(quote.text_span.of(article.text).split())


def verbatim_sha256(article: Article, quote: Quote) -> str:
    """Return the SHA-256 (lower-case hexadecimal, of the UTF-8 form) of ``verbatim_words``.

    A re-wrapped copy gives the same value, any other change another one.
    """
    return hashlib.sha256(verbatim_words(article, quote).encode("utf-8", "replace")).hexdigest()


class _Walk:
    """One pass over the blocks; remembers who spoke last."""

    def __init__(self, text: str, blocks: Sequence[Block], language: str, dateline: Span | None = None) -> None:
        self.text = text
        self.blocks = blocks
        self.pack = quote_pack(language)
        self.cut = cut_blocks(blocks, self.pack)
        self.speaking: set[int] = set() if self.pack.unspaced else speaking_blocks(self.cut)
        """The blocks that may hold speech, as far as they are in the article's language."""
        self.drafts: list[_Draft] = []
        self.returning: dict[str, bool] = {}
        """Marked words -> whether they stand in the article more than once."""
        self.closing: tuple[int, Attribution] | None = None
        """Whom the paragraph below names for what this one says: ``Det sier Ann Lee.``"""
        self.doubled: bool | None = None
        """Whether the article has double marks; None for not looked."""
        self.groups = 0
        self.last: tuple[int, Attribution] | None = None
        self.spoken: _Draft | None = None
        self.turns: list[tuple[str, tuple[int, Attribution]]] = []
        """The last two who spoke, the last one at the end: name, then block and attribution."""
        self.running: _Draft | None = None
        self.introduced: tuple[int, Attribution] | None = None
        self.heard: tuple[int, Attribution] | None = None
        """The last paragraph of nothing but what an introduced speaker says, and who that is."""
        self.dateline = dateline
        self.dashed = -1
        """The last block with speech that dialogue dashes open."""

    def run(self) -> None:
        texts = self.cut.texts
        indexes = [index for index, text in enumerate(texts) if text and not text.isspace()]
        for place, index in enumerate(indexes):
            block = self.blocks[index]
            if index not in self.speaking and self._is_silent(index, block):
                self.running = None
                if not isinstance(block, _RUNNING):
                    self.last = None
                continue
            following = self.blocks[indexes[place + 1]] if place + 1 < len(indexes) else None
            self.closing = None
            if following is not None and self.pack.closings and block.text[:1] in _OPENS_SPEECH:
                self.closing = self._closing(indexes[place + 1], following)
            self._block(index, block, following, quote_pack(block.lang) if block.lang else self.pack)

    def _is_silent(self, index: int, block: Block) -> bool:
        """Say whether a block that is not among ``speaking`` holds no speech and changes nothing for those below."""
        if self.pack.unspaced or self.dashed >= 0 or isinstance(block, Turn):
            return False
        return not block.lang and self.cut.texts[index] == block.text and '"' not in block.text

    # -- one block

    def _block(self, index: int, block: Block, following: Block | None, pack: QuotePack) -> None:
        if isinstance(block, Turn) and block.role is TurnRole.ANSWER:
            self._answer(index, block)
            return
        pairs = self._pairs(block, following)
        running = isinstance(block, _RUNNING)
        if running and not pack.unspaced and (pack.dialogue_dashes or block.text[:1] in DASHES):
            pairs = self._with_dashes(index, block, pairs, pack)
        if not running:
            self.last = None
        self.introduced = None
        if pairs:
            pairs = [part for pair in pairs for part in dialogue.split_insertions(block.text, pair, pack)]
            if running and not block.text[: pairs[0].start].strip():
                self.introduced = self._introduction(index)
        before = len(self.drafts)
        if pack.unspaced:
            self._unspaced(index, block, pairs, pack)
        else:
            self._spaced(index, block, pairs, pack)
        self._continue(index, block, pairs, before)

    def _with_dashes(self, index: int, block: Block, pairs: list[Pair], pack: QuotePack) -> list[Pair]:
        """Return *pairs* with the speech that dialogue dashes open."""
        goes_on = self.last is not None and self.dashed >= 0 and index - self.dashed <= _NEXT_DASH
        if goes_on and self._announces(index):
            goes_on, self.dashed = False, -1
        goes_on = goes_on or self.closing is not None
        spoken = dialogue.dash_pairs(block.text, pack, pairs, goes_on)
        if spoken:
            self.dashed = index
        return spoken or pairs

    def _closing(self, index: int, block: Block) -> tuple[int, Attribution] | None:
        """Return who is said in block *index* to have spoken the one above it."""
        pack = quote_pack(block.lang) if block.lang else self.pack
        if block.text[:_INTRODUCTION].partition(" ")[0].casefold() not in pack.closings:
            return None
        if pack is not self.pack or not isinstance(block, _RUNNING):
            return None
        said = neighbours.closing(cut_text(block.text[:_INTRODUCTION], pack), pack)
        return None if said is None else (index, said)

    def _announces(self, index: int) -> bool:
        """Say whether the block above *index* closes with a colon that leads to a list, not to what somebody says."""
        if not index or self.blocks[index - 1].text.rstrip()[-1:] != ":":
            return False
        introduced = self._introduction(index)
        return introduced is None or introduced[1].rule == "colon"

    def _is_cut(self, index: int, block: Block, pack: QuotePack) -> bool:
        """Say whether a block stands in ``cut`` as it is and in its own language."""
        return pack is self.pack and self.cut.texts[index] == block.text

    def _introduction(self, index: int) -> tuple[int, Attribution] | None:
        """Return who is to speak in block *index* where the one above closes with a colon: ``The mayor said:``."""
        above = self.blocks[index - 1] if index else None
        if not isinstance(above, _RUNNING) or above.text.rstrip()[-1:] not in (":", "："):
            return None
        pack = quote_pack(above.lang) if above.lang else self.pack
        end = len(above.text.rstrip())
        begin = max(0, end - _INTRODUCTION)
        # Read as one paragraph: the words above, and a quotation that stands for what follows.
        pairs = [pair for pair in pair_marks(above.text[begin:end]) if pair.closed]
        text = f'{above.text[begin:end]} ""'
        pairs.append(Pair(len(text) - 2, len(text), len(text) - 1, len(text) - 1, '"'))
        if pack.unspaced:
            said = unspaced.attribute(text, pairs, len(pairs) - 1, pack)
        else:
            last = sentences(cut_text(text, pack).quoting(pairs, pack), pack)[-1]
            said = frames.attribute(last, len(last.bits) - 1)
        if said is None or not said.has_speaker:
            return None
        return index - 1, Attribution(
            said.rule, said.cue_start + begin, said.cue_end + begin, said.start + begin, said.end + begin, 2
        )

    def _pairs(self, block: Block, following: Block | None) -> list[Pair]:
        pairs = pair_marks(block.text)
        if not pairs or not [pair for pair in pairs if not pair.closed]:
            return pairs
        out: list[Pair] = []
        for pair in pairs:
            if pair.closed:
                out.append(pair)
            elif self._reopens(pair, following) or not pair.inner:
                if self._reopens(pair, following) or _plausible_open(block.text, pair):
                    out.append(pair)
            else:
                out.extend(pair.inner)
        return [p for k, p in enumerate(out) if k == 0 or p.start >= out[k - 1].end]

    @staticmethod
    def _reopens(pair: Pair, following: Block | None) -> bool:
        if following is None or not isinstance(following, _RUNNING):
            return False
        head = following.text.lstrip()[:2]
        return head.startswith(pair.mark) or (pair.mark in "«»" and head[:1] in "»«" and head[:1] == pair.mark)

    def _answer(self, index: int, block: Turn) -> None:
        start, end = block.label_end, len(block.text.rstrip())
        while start < end and block.text[start].isspace():
            start += 1
        if start >= end:
            return
        pair = Pair(start, end, start, end, "")
        pair.inner = [p for p in pair_marks(block.text) if p.closed and p.start >= start]
        label = block.text[: block.label_end].strip(_EDGE + "*•")
        said = Attribution("label", 0, block.label_end, 0, len(label), 3) if len(label) > 2 else None
        self.drafts.append(_Draft(QuoteKind.DIRECT, index, pair, said, index, "an answer in an interview"))
        self.last = None

    def _spaced(self, index: int, block: Block, pairs: list[Pair], pack: QuotePack) -> None:
        open_group: _Draft | None = None
        own = self.cut.block(index) if self._is_cut(index, block, pack) else cut_text(block.text, pack)
        quoted = own.quoting(pairs, pack) if pairs else own
        before: Sentence | None = None
        for sentence in sentences(quoted, pack):
            made = self._sentence(index, block, sentence, pairs, pack)
            before, earlier = sentence, before
            if not made or not [draft for draft in made if draft.kind is not QuoteKind.MENTION]:
                reported = self._reported(index, block, sentence, made, pack)
                if reported is not None:
                    self.last = (index, reported)
                    open_group = None
                    continue
            for draft in made:
                self._give_introduced(draft, block)
                if self.closing is not None and draft.said is None and _is_whole(draft, block):
                    if draft.kind is QuoteKind.DIRECT:
                        draft.said_block, draft.said = self.closing
                alone = draft.said is None and draft.kind is QuoteKind.DIRECT
                nobody = not alone and not pack.subject_stated and _names_nobody(draft)
                answers = alone and self._answers(index, block, draft)
                if draft.kind is QuoteKind.DIRECT:
                    self.spoken = draft
                if answers:
                    self.last = self._other(index, pack)
                    if self.last is not None:
                        self._carry(draft, *self.last, "the other of two who speak in turn")
                        self.turns.reverse()
                    open_group = None
                elif (alone or nobody) and (about := self._about(index, quoted, earlier, sentence, pack)) is not None:
                    self._go_on(draft, about)
                elif alone and open_group is not None and _follows(block.text, open_group, draft):
                    self._carry(draft, open_group.said_block, open_group.said, "same speaker goes on")
                    self._join(open_group, draft)
                elif (alone or _in_mood(draft)) and (recent := self._recent(index)) is not None:
                    if self.heard is not None and self.heard[1] is recent[1] and _is_whole(draft, block):
                        self.heard = (index, recent[1])
                    self._carry(draft, *recent, "the speaker of the sentence before")
                elif nobody and (recent := self._recent(index)) is not None:
                    if sentence.span[0] <= (earlier.span[1] if earlier is not None else 0):
                        self._go_on(draft, recent)  # else the sentence between is of somebody else.
                if draft.said is not None and draft.kind is not QuoteKind.MENTION and not answers:
                    open_group = draft
                    if draft.said.has_speaker:
                        self.last = (draft.said_block, draft.said)
                        self._take_turn(self.last)
            self.drafts.extend(made)

    def _answers(self, index: int, block: Block, draft: _Draft) -> bool:
        """Say whether *draft* follows another quotation with nothing between: somebody answers."""
        before = self.spoken
        if before is None or before.block != index or not before.pair.closed or not before.pair.mark:
            return False
        if block.text[before.pair.end : draft.pair.start].strip(_EDGE):
            return False
        return block.text[before.pair.inner_end - 1] in _STATED

    def _about(
        self, index: int, own: Cut, earlier: Sentence | None, sentence: Sentence, pack: QuotePack
    ) -> tuple[int, Attribution] | None:
        """Return whom the sentence before *sentence* is about, if that opens with a quotation and the other has none.

        *earlier* is the sentence of the block before it that quotes or reports.
        """
        if sentence.bits[0] != QUOTED:
            return None
        first, reached = sentence.span[0], earlier.span[1] if earlier is not None else 0
        if not first:
            return self._about_above(index, pack)
        before = preceding(own, first, reached, pack) if first > reached else earlier
        if before is None or before.quotations() or self._speaks(index, before.starts[0]):
            return None
        about = neighbours.opening_person(before)
        return None if about is None else (index, about)

    def _speaks(self, index: int, start: int) -> bool:
        """Say whether speech was found in block *index* from offset *start* on."""
        return any(draft.block == index and draft.pair.end > start for draft in self.drafts[-_LATEST:])

    def _about_above(self, index: int, pack: QuotePack) -> tuple[int, Attribution] | None:
        """Return whom the last sentence of the block above is about, if nobody speaks in that block."""
        above = index - 1
        if (
            above < 0
            or not isinstance(self.blocks[above], _RUNNING)
            or not self._is_cut(above, self.blocks[above], pack)
        ):
            return None
        if self._recent(index) is not None or (self.drafts and self.drafts[-1].block == above):
            return None
        own = self.cut.block(above)
        before = preceding(own, len(own.bits), 0, pack)
        about = neighbours.opening_person(before) if before is not None else None
        return None if about is None else (above, about)

    def _near(self, last: tuple[int, Attribution], index: int) -> bool:
        """Say whether *last* spoke in block *index* or the one before; in dashes one more may stand between."""
        block = self.heard[0] if self.heard is not None and self.heard[1] is last[1] else last[0]
        return index - block <= (_NEXT_DASH if self.dashed == index else 1)

    def _recent(self, index: int) -> tuple[int, Attribution] | None:
        """Return who spoke last, if near block *index*."""
        return self.last if self.last is not None and self._near(self.last, index) else None

    def _take_turn(self, spoke: tuple[int, Attribution]) -> None:
        name = self.blocks[spoke[0]].text[spoke[1].start : spoke[1].end].casefold()
        if self.turns and self.turns[-1][0] == name:
            self.turns[-1] = name, spoke
        else:
            self.turns = [*self.turns[-1:], (name, spoke)]

    def _other(self, index: int, pack: QuotePack) -> tuple[int, Attribution] | None:
        """Return who spoke before the last speaker, if both are named and near."""
        if len(self.turns) < 2:
            return None
        if any(name in pack.gender or not self._near(turn, index) for name, turn in self.turns):
            return None
        return self.turns[0][1]

    def _reported(
        self, index: int, block: Block, sentence: Sentence, mentions: list[_Draft], pack: QuotePack
    ) -> Attribution | None:
        """Note the reported speech of a sentence, with the *mentions* in it inside, and return whose it is."""
        indirect = reported_speech(sentence)
        if indirect is None:
            return None
        said, start, end = indirect
        start = self._behind_dateline(block, start)
        if start >= end:
            return None
        pair = Pair(start, end, start, end, "")
        for draft in mentions:
            if start <= draft.pair.start and draft.pair.end <= end:
                pair.inner.append(draft.pair)
            elif draft.pair.end <= start or draft.pair.start >= end:
                self.drafts.append(draft)
        self.drafts.append(_Draft(QuoteKind.INDIRECT, index, pair, said, index, said.rule))
        return said

    def _sentence(
        self, index: int, block: Block, sentence: Sentence, pairs: list[Pair], pack: QuotePack
    ) -> list[_Draft]:
        places = sentence.quotations()
        if not places:
            return []
        made: list[_Draft] = []
        for k, number in places:
            pair = pairs[number]
            said = frames.attribute(sentence, k)
            kind, reason = kind_of(Look(block.text, sentence, k, pair, said, isinstance(block, _RUNNING)))
            if kind is QuoteKind.MIXED and self._returns(sentence.words[k]):
                kind, reason = QuoteKind.MENTION, "the same marked words return"
            elif kind is QuoteKind.MIXED and pair.mark in _SINGLE and self._is_aside(sentence.words[k]):
                kind, reason = QuoteKind.MENTION, "single marks where speech has double ones"
            if kind is QuoteKind.MENTION or (said is not None and said.strength < 2 and not said.has_speaker):
                said = None
            made.append(_Draft(kind, index, pair, said, index, reason))
        if len(made) > 1:
            _name_speakers(made)
            _level_rows(made, [k for k, _ in places], sentence)
            self._share(made, block.text)
        return _merge_mixed(made, sentence) if [d for d in made if d.kind is QuoteKind.MIXED] else made

    def _returns(self, words: str) -> bool:
        """Say whether the marked *words* stand in the article more than once."""
        known = self.returning.get(words)
        if known is None:
            known = self.returning[words] = self.text.count(words, 0, _LOOKED_THROUGH) > 1
        return known

    def _is_aside(self, words: str) -> bool:
        """Say whether a few *words* in single marks stand in an article that gives speech double ones."""
        if self.doubled is None:
            self.doubled = any(self.text.count(mark, 0, _LOOKED_THROUGH) > 1 for mark in _DOUBLE)
        return self.doubled and words.count(" ") < _FEW

    def _behind_dateline(self, block: Block, start: int) -> int:
        """Return *start*, or where the text begins behind the dateline, if that is later."""
        if self.dateline is None or self.dateline not in block.span:
            return start
        at = block.offsets.to_text(self.dateline.end - 1) + 1
        while at < len(block.text) and not (block.text[at].isalnum() or block.text[at] in CLOSERS):
            at += 1
        return max(start, at)

    def _share(self, made: list[_Draft], text: str) -> None:
        """Quotations of one sentence that one cue splits belong together."""
        for first, second in itertools.pairwise(made):
            if first.said is not None and first.said.has_speaker and second.said is not None:
                if not second.said.has_speaker and first.said.end < second.said.cue_start < second.pair.start:
                    # "Ann Lee said ... and added ...": the second verb has the subject of the first.
                    second.said = second.said._replace(start=first.said.start, end=first.said.end)
            if _goes_on(first, second, text):
                second.kind, second.reason = QuoteKind.DIRECT, "the quotation goes on after its cue"
            if first.kind is not QuoteKind.DIRECT or second.kind is not QuoteKind.DIRECT or first.said is None:
                continue
            same = second.said is not None and second.said.cue_start == first.said.cue_start
            if second.said is None or same or second.said.strength < 3:
                second.said = first.said
                self._join(first, second)

    def _join(self, first: _Draft, second: _Draft) -> None:
        if first.group is None:
            first.group = self.groups
            self.groups += 1
        second.group = first.group

    def _give_introduced(self, draft: _Draft, block: Block) -> None:
        """Let the paragraph above name the speaker of a quotation that opens this one and has no other."""
        if self.introduced is None:
            return
        if draft.kind is QuoteKind.MENTION and _is_statement(draft, block):
            draft.kind, draft.reason = QuoteKind.DIRECT, "all that stands below who is to speak"
        if draft.said is None and draft.kind is QuoteKind.DIRECT and not block.text[: draft.pair.start].strip():
            draft.said_block, draft.said = self.introduced
            self.heard = (draft.block, draft.said)
        self.introduced = None

    @staticmethod
    def _carry(draft: _Draft, block: int, said: Attribution | None, note: str) -> None:
        draft.said, draft.said_block, draft.carried = said, block, note

    def _go_on(self, draft: _Draft, last: tuple[int, Attribution]) -> None:
        """``«…», añadió.``: a verb without a subject has the one of the sentence before."""
        if draft.said is not None:
            draft.cue = draft.said.cue_start, draft.said.cue_end
        self._carry(draft, *last, "the speaker of the sentence before")
        self.heard = (draft.block, last[1])

    # -- scripts without spaces

    def _unspaced(self, index: int, block: Block, pairs: list[Pair], pack: QuotePack) -> None:
        for place, pair in enumerate(pairs):
            said = unspaced.attribute(block.text, pairs, place, pack)
            kind, reason = unspaced.kind_of(block.text, pairs, place, said, pack)
            if kind is QuoteKind.MENTION:
                self.drafts.append(_Draft(kind, index, pair, None, index, reason))
                continue
            draft = _Draft(kind, index, pair, said, index, reason)
            self._give_introduced(draft, block)
            said = draft.said
            lone = kind is QuoteKind.DIRECT and (said is None or _names_nobody(draft))
            about = unspaced.speaker_before(block.text, pairs, place, pack) if lone else None
            if about is not None:
                self._go_on(draft, (index, about))
                self.last = (index, about)
            elif said is None and kind is QuoteKind.DIRECT and (recent := self._recent(index)) is not None:
                self._carry(draft, *recent, "the speaker of the sentence before")
            elif not pack.subject_stated and _names_nobody(draft) and (recent := self._recent(index)) is not None:
                self._go_on(draft, recent)
            elif said is not None and said.has_speaker:
                self.last = (draft.said_block, said)
            if kind is QuoteKind.MIXED:
                draft.clause, draft.parts = (pair.start, pair.end), [pair]
            self.drafts.append(draft)
        if not pairs:
            for said, start, end in unspaced.reported_speech(block.text, pack):
                pair = Pair(start, end, start, end, "")
                self.drafts.append(_Draft(QuoteKind.INDIRECT, index, pair, said, index, said.rule))
                self.last = (index, said)

    # -- several paragraphs

    def _continue(self, index: int, block: Block, pairs: list[Pair], before: int) -> None:
        """Tie a re-opened paragraph to the one before and give both the speaker of either."""
        if len(self.drafts) == before:
            self.running = None
            return
        last = self.drafts[-1]
        if self.running is None:
            self.running = None if last.pair.closed else last
            return
        first = next((d for d in self.drafts[before:] if d.kind is QuoteKind.DIRECT), None)
        opens = first is not None and not block.text[: first.pair.start].strip()
        if first is not None and opens:
            self._join(self.running, first)
            chain = [d for d in self.drafts if d.group == first.group]
            known = next((d for d in chain if d.said is not None and d.said.has_speaker and not d.carried), None)
            known = known or next((d for d in chain if d.said is not None and d.said.has_speaker), None)
            for draft in chain:
                if known is not None and (draft.said is None or draft.carried) and draft is not known:
                    self._carry(draft, known.said_block, known.said, "the same quotation goes on")
        self.running = None if last.pair.closed else last

    # -- the result

    def spoken_ranges(self) -> dict[int, list[tuple[int, int]]]:
        """Return for each block with direct speech where that stands, in order."""
        ranges: dict[int, list[tuple[int, int]]] = {}
        for draft in self.drafts:
            if draft.kind is QuoteKind.DIRECT:
                ranges.setdefault(draft.block, []).append((draft.pair.start, draft.pair.end))
        return ranges

    def quotes(self, cast: Cast) -> tuple[Quote, ...]:
        out: list[Quote] = []
        taken = -1
        for draft in sorted(self.drafts, key=lambda d: (d.block, (d.clause or (d.pair.start, 0))[0])):
            quote = self._quote(draft, cast)
            if quote.span.start < taken:
                continue
            taken = quote.span.end
            out.append(quote)
        return tuple(out)

    def _quote(self, draft: _Draft, cast: Cast) -> Quote:
        block = self.blocks[draft.block]
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
            home = self.blocks[draft.said_block]
            told, (cue_start, cue_end) = (block, draft.cue) if draft.cue else (home, (said.cue_start, said.cue_end))
            if cue_start >= 0:
                cue = told.offsets.span_to_source(cue_start, cue_end)
                evidence.append(_evidence(said.rule, told.text[cue_start:cue_end]))
            if draft.carried:
                rule = "carried"
                evidence.append(_evidence("carried", draft.carried))
            if said.has_speaker:
                start_of_name = said.start
                if said.cue_start <= said.start < said.cue_end:
                    tail = home.text[said.start : said.end].rpartition("-")[2]
                    if tail.casefold() in self.pack.gender:
                        start_of_name = said.end - len(tail)  # the pronoun that hangs on its verb
                speaker = home.text[start_of_name : said.end]
                speaker_span = home.offsets.span_to_source(start_of_name, said.end)
                person, why = cast.person(speaker, draft.said_block, start_of_name)
                cast.hear(person, speaker, draft.said_block, start_of_name)
                if person is not None:
                    evidence.append(_evidence("person", why))
        score = 0.9 if said is not None and said.strength == 3 else 0.7 if said is not None else 0.5
        if draft.carried:
            score -= 0.2
        inner = draft.parts if draft.kind is QuoteKind.MIXED else pair.inner
        return Quote(
            draft.kind, span, words, speaker, speaker_span, person, cue,
            tuple([place(p.start, p.end) for p in inner]) if inner else (), draft.group, pair.closed, rule,
            round(score, 2), tuple(evidence),
        )  # fmt: skip


_OPENS_SPEECH = DASHES | CLOSERS.keys()
_SINGLE = frozenset("'‘‚")
_DOUBLE = '"“„«»'
_FEW = 3
"""Words in single marks that are a name or meant with reserve; more are said by somebody."""
_NEXT_DASH = 2
"""Speech in dashes goes on at most so many blocks after it stood last."""
_INTRODUCTION = 400
"""Characters at the end of a paragraph in which it names who speaks in the next."""
_LOOKED_THROUGH = 100_000
"""Characters of an article in which marked words are looked for again."""


@lru_cache(maxsize=1024)
def _evidence(rule: str, note: str) -> Evidence:
    """Return the same value for the same words: a kind's name and a cue return in every article."""
    return Evidence(str(rule), note)


def _name_speakers(made: list[_Draft]) -> None:
    """A name in marks that another quotation of the sentence has for its speaker is no speech itself."""
    speakers_of = [draft.said for draft in made if draft.said is not None and draft.said.has_speaker]
    for draft in made:
        if any(said.start <= draft.pair.start and draft.pair.end <= said.end for said in speakers_of):
            draft.kind, draft.reason, draft.said = QuoteKind.MENTION, "the name of who speaks", None


def _level_rows(made: list[_Draft], places: Sequence[int], sentence: Sentence) -> None:
    """Of several in a row (``the songs "A", "B" and "C"``) all are what the first is, if that is a name or title.

    And all are what the last is, if a cue behind it tells who says so (``"dull", "late", cried the crowd``).
    """
    row = list(itertools.pairwise(zip(made, places, strict=True)))
    for (first, at), (second, after) in row:
        if first.kind is QuoteKind.MENTION and second.kind is not QuoteKind.MENTION and second.reason != "attributed":
            if first.reason.startswith(("after ", "title case", "in a row")) and _is_row(sentence, at, after):
                second.kind, second.reason, second.said = QuoteKind.MENTION, "in a row of marked words", None
    for (first, at), (second, after) in reversed(row):
        said = second.said
        if first.reason == "a few marked words" and said is not None and said.has_speaker:
            if said.cue_start >= second.pair.end and _is_row(sentence, at, after):
                first.kind, first.reason, first.said = second.kind, "in a row of what is said", said


def _is_row(sentence: Sentence, at: int, after: int) -> bool:
    """Say whether no more than a comma and a small word (and, or) stand between two quotations."""
    between = sentence.bits[at + 1 : after]
    if not 1 <= len(between) <= 2 or any(b > 0 and (b & THAT or not b & (STOP | JOIN)) for b in between):
        return False
    return len(between) == 1 or any(word in ",،" for word in sentence.words[at + 1 : after])


def _goes_on(first: _Draft, second: _Draft, text: str) -> bool:
    """Say whether nothing but a cue and who speaks stands between direct speech and the words after it."""
    said = first.said
    if first.kind is not QuoteKind.DIRECT or second.kind is not QuoteKind.MIXED or said is None or said.strength < 3:
        return False
    if not first.pair.end <= said.cue_start < second.pair.start:
        return False
    between = text[max(said.cue_end, said.end) : second.pair.start]
    return not any(c.isalnum() for c in between)


def _in_mood(draft: _Draft) -> bool:
    """A fragment that only the verb's mood reports: who speaks was said before."""
    return draft.kind is QuoteKind.MIXED and draft.said is not None and draft.said.rule == "mood"


def _names_nobody(draft: _Draft) -> bool:
    """Direct speech whose cue stands beside it without a subject."""
    said = draft.said
    return said is not None and said.strength == 3 and draft.kind is QuoteKind.DIRECT and not said.has_speaker


def _is_whole(draft: _Draft, block: Block) -> bool:
    """Say whether the paragraph is one quotation and nothing else."""
    return not (block.text[: draft.pair.start] + block.text[draft.pair.end :]).strip(_EDGE + ".")


def _is_statement(draft: _Draft, block: Block) -> bool:
    """Say whether the paragraph is one quotation that ends as a sentence; two words may be a title."""
    text = block.text.rstrip()
    ended = text[-1:] in _STATED or text[draft.pair.inner_end - 1 : draft.pair.inner_end] in _STATED
    return ended and text.count(" ") >= 2 and _is_whole(draft, block)


def _plausible_open(text: str, pair: Pair) -> bool:
    """A mark that nothing closes counts when it begins a sentence or follows a colon, and enough follows."""
    head = text[: pair.start].rstrip()
    return (not head or head[-1] in ".:,!?：،") and len(text[pair.start :].split()) >= 4 and pair.mark in CLOSERS


def _follows(text: str, first: _Draft, second: _Draft) -> bool:
    """Say whether *second* goes on right after the sentence that attributes *first*."""
    if first.said_block != second.block:
        return False
    gap = text[first.pair.end : second.pair.start]
    return len(gap) < 300


def _merge_mixed(made: list[_Draft], sentence: Sentence) -> list[_Draft]:
    """Make one mixed quotation of the fragments that one cue reports."""
    out: list[_Draft] = []
    for draft in made:
        if draft.kind is not QuoteKind.MIXED:
            out.append(draft)
            continue
        head = next((d for d in out if d.kind is QuoteKind.MIXED and _same_cue(d, draft)), None)
        if head is not None and not any(d.kind is not QuoteKind.MIXED and d.pair.start > head.pair.start for d in out):
            head.parts.append(draft.pair)
            continue
        draft.parts = [draft.pair]
        out.append(draft)
    for k, draft in enumerate(out):
        if draft.kind is QuoteKind.MIXED:
            floor = out[k - 1].pair.end if k else 0
            if k and out[k - 1].clause:
                floor = out[k - 1].clause[1]  # type: ignore[index]
            ceiling = out[k + 1].pair.start if k + 1 < len(out) else 1 << 60
            draft.clause = _clause(draft, sentence, floor, ceiling)
    return out


def _same_cue(first: _Draft, second: _Draft) -> bool:
    if first.said is None or second.said is None:
        return first.said is second.said
    return first.said.cue_start == second.said.cue_start


def _clause(draft: _Draft, sentence: Sentence, floor: int, ceiling: int) -> tuple[int, int]:
    """Return the reported clause around the fragments, inside ``[floor, ceiling)``."""
    first, last, said = draft.parts[0], draft.parts[-1], draft.said
    start, end = first.start, last.end
    if said is None:
        return start, end
    bits, starts = sentence.bits, sentence.starts
    head, tail = bisect_left(starts, floor), bisect_left(starts, ceiling)
    while head < tail and bits[head] < 0:
        head += 1
    while head < tail and (bits[tail - 1] < 0 or sentence.end(tail - 1) > ceiling):
        tail -= 1
    if head == tail:
        return start, end
    edge = max(said.cue_end, said.end)
    if edge <= start:
        if end < sentence.end(tail - 1) < ceiling:
            end = sentence.end(tail - 1)
        head = max(head, bisect_left(starts, edge))
        while head < tail and (bits[head] < 0 or bits[head] & THAT):
            head += 1
        if head < tail and starts[head] <= start:
            start = starts[head]
    elif start <= min(said.cue_start, said.start if said.start >= 0 else said.cue_start):
        start = min(start, starts[head])
    return start, end
