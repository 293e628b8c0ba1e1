# SPDX-License-Identifier: Apache-2.0
"""Find quotations and who said them: direct, mixed and reported speech, and marked words that are no speech.

Comes in: the original text, the article's blocks, its language, its entities.  Goes out: ``Quote`` values in source
order that do not overlap.  Marks are paired in ``quotation_marks``, sentences read in ``speech``, persons found in
``coreference``; this module walks the article and decides.  Linear in its length.
"""

from __future__ import annotations

from collections.abc import Sequence

from docforge.detect.body import opens_answer
from docforge.detect.coreference.cast import Cast
from docforge.detect.quotation_marks import CLOSERS, DASHES, Pair, pair_marks
from docforge.detect.quote_packs import QuotePack, quote_pack
from docforge.detect.sentences import Sentence, preceding, sentences
from docforge.detect.speaking import speaking_blocks
from docforge.detect.speech import dialogue, frames, neighbours, unspaced
from docforge.detect.speech.attribution import Attribution
from docforge.detect.speech.drafts import EDGE, STATED, Draft, Drafts, Spoke
from docforge.detect.speech.quote_values import quote_values
from docforge.detect.speech.reported import reported_speech
from docforge.detect.speech.sentence_quotes import SentenceReader
from docforge.detect.speech.turns import NEXT_DASH, Turns
from docforge.detect.word_bits import QUOTED
from docforge.detect.words import Cut, CutBlocks, cut_blocks, cut_text
from docforge.model import (
    Block,
    Entity,
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

__all__ = ["find_quotes"]

_RUNNING = (Paragraph, ListItem, Turn, Preformatted, Unknown)
"""Kinds of block with running text."""
_OPENS_SPEECH = DASHES | CLOSERS.keys()
_INTRODUCTION = 400
"""Characters at the end of a paragraph in which it names who speaks in the next."""


def find_quotes(
    text: str,
    blocks: Sequence[Block],
    language: str,
    entities: Sequence[Entity],
    dateline: Span | None = None,
    cut: CutBlocks | None = None,
) -> tuple[Quote, ...]:
    """Return the quotations of an article.

    Args:
        text: The original decoded text that spans index.
        blocks: The article's blocks in order.
        language: BCP 47 tag; unknown languages use the fallback pack.
        entities: What ``find_entities`` returned for the same blocks.
        dateline: Where the article's dateline stands; it is nobody's speech.
        cut: What ``cut_blocks`` returned for the same blocks and language, where that was asked before.

    Returns:
        Quotes in source order; they do not overlap, quotations inside quotations are in ``inner``.  A speaker that
        is in doubt stays None.

    Cost: linear in the length of the text.
    """
    walk = _Walk(text, blocks, cut or cut_blocks(blocks, language), dateline)
    walk.run()
    cast = Cast(blocks, walk.cut, entities, walk.pack, walk.drafts.spoken_ranges())
    return quote_values(walk.drafts.all, blocks, cast)


class _Walk:
    """One pass over the blocks; remembers who spoke last."""

    def __init__(self, text: str, blocks: Sequence[Block], cut: CutBlocks, dateline: Span | None) -> None:
        self.blocks = blocks
        self.cut = cut
        self.pack = cut.pack
        self.speaking: set[int] = set() if self.pack.unspaced else speaking_blocks(self.cut)
        """The blocks that may hold speech, as far as they are in the article's language."""
        self.drafts = Drafts()
        self.reader = SentenceReader(text, self.drafts)
        self.turns = Turns(blocks)
        self.spoken: Draft | None = None
        """The last direct speech."""
        self.running: Draft | None = None
        """Speech that its paragraph does not close."""
        self.introduced: Spoke | None = None
        """Whom the paragraph above names for what this one opens with: ``The mayor said:``"""
        self.closing: Spoke | None = None
        """Whom the paragraph below names for what this one says: ``Det sier Ann Lee.``"""
        self.dateline = dateline

    def run(self) -> None:
        texts = self.cut.texts
        indexes = [index for index, text in enumerate(texts) if text and not text.isspace()]
        for place, index in enumerate(indexes):
            block = self.blocks[index]
            if index not in self.speaking and self._is_silent(index, block):
                self.running = None
                if not isinstance(block, _RUNNING):
                    self.turns.last = None
                continue
            following = self.blocks[indexes[place + 1]] if place + 1 < len(indexes) else None
            self.closing = None
            if following is not None and self.pack.closings and block.text[:1] in _OPENS_SPEECH:
                self.closing = self._closing(indexes[place + 1], following)
            self._block(index, block, following)

    def _is_silent(self, index: int, block: Block) -> bool:
        """Say whether a block that is not among ``speaking`` holds no speech and changes nothing for those below."""
        if self.pack.unspaced or self.turns.dashed >= 0 or isinstance(block, Turn):
            return False
        return not block.lang and self.cut.texts[index] == block.text and '"' not in block.text

    def _pack_of(self, block: Block) -> QuotePack:
        return quote_pack(block.lang) if block.lang else self.pack

    def _cut_of(self, index: int, block: Block, pack: QuotePack) -> Cut:
        return self.cut.block(index) if self._is_cut(index, block, pack) else cut_text(block.text, pack)

    def _is_cut(self, index: int, block: Block, pack: QuotePack) -> bool:
        """Say whether a block stands in ``cut`` as it is and in its own language."""
        return pack is self.pack and self.cut.texts[index] == block.text

    # -- one block

    def _block(self, index: int, block: Block, following: Block | None) -> None:
        if isinstance(block, Turn) and block.role is TurnRole.ANSWER:
            self._answer(index, block)
            return
        pack = self._pack_of(block)
        pairs = _closed_pairs(block.text, following)
        running = isinstance(block, _RUNNING)
        if running and not pack.unspaced and (pack.dialogue_dashes or block.text[:1] in DASHES):
            pairs = self._with_dashes(index, block, pairs, pack)
        if not running:
            self.turns.last = None
        self.introduced = None
        if pairs:
            pairs = [part for pair in pairs for part in dialogue.split_insertions(block.text, pair, pack)]
            if running and not block.text[: pairs[0].start].strip():
                self.introduced = self._introduction(index)
        before = len(self.drafts.all)
        if pack.unspaced:
            self._unspaced(index, block, pairs, pack)
        else:
            self._spaced(index, block, pairs, pack)
        self._continue(block.text, before)

    def _with_dashes(self, index: int, block: Block, pairs: list[Pair], pack: QuotePack) -> list[Pair]:
        """Return *pairs* with the speech that dialogue dashes open."""
        turns = self.turns
        goes_on = turns.last is not None and turns.dashed >= 0 and index - turns.dashed <= NEXT_DASH
        if goes_on and self._announces(index):
            goes_on, turns.dashed = False, -1
        goes_on = goes_on or self.closing is not None
        spoken = dialogue.dash_pairs(block.text, pack, pairs, goes_on)
        if spoken:
            turns.dashed = index
        return spoken or pairs

    def _closing(self, index: int, block: Block) -> Spoke | None:
        """Return who is said in block *index* to have spoken the one above it."""
        pack = self._pack_of(block)
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

    def _introduction(self, index: int) -> Spoke | None:
        """Return who is to speak in block *index* where the one above closes with a colon: ``The mayor said:``."""
        above = self.blocks[index - 1] if index else None
        if not isinstance(above, _RUNNING) or above.text.rstrip()[-1:] not in (":", "："):
            return None
        pack = self._pack_of(above)
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

    def _answer(self, index: int, block: Turn) -> None:
        start, end = block.label_end, len(block.text.rstrip())
        while start < end and block.text[start].isspace():
            start += 1
        if start >= end:
            return
        pair = Pair(start, end, start, end, "")
        pair.inner = [p for p in pair_marks(block.text) if p.closed and p.start >= start]
        label = block.text[: block.label_end].strip(EDGE + "*•")
        named = len(label) > 1 and not opens_answer(block.text)
        said = Attribution("label", 0, block.label_end, 0, len(label), 3) if named else None
        self.drafts.all.append(Draft(QuoteKind.DIRECT, index, pair, said, index, "an answer in an interview"))
        self.turns.last = None

    # -- scripts with spaces

    def _spaced(self, index: int, block: Block, pairs: list[Pair], pack: QuotePack) -> None:
        attributed: Draft | None = None
        own = self._cut_of(index, block, pack)
        quoted = own.quoting(pairs, pack) if pairs else own
        running = isinstance(block, _RUNNING)
        before: Sentence | None = None
        for sentence in sentences(quoted, pack):
            made = self.reader.read(index, block.text, sentence, pairs, running)
            before, earlier = sentence, before
            if not made or not [draft for draft in made if draft.kind is not QuoteKind.MENTION]:
                reported = self._reported(index, block, sentence, made)
                if reported is not None:
                    self.turns.last = (index, reported)
                    attributed = None
                    continue
            for draft in made:
                if self.introduced is not None or self.closing is not None:
                    self._name_from_beside(draft, block.text)
                if draft.kind is not QuoteKind.MENTION:
                    attributed = self._name_from_before(draft, block.text, quoted, sentence, earlier, attributed)
            self.drafts.all += made

    def _name_from_beside(self, draft: Draft, text: str) -> None:
        """Let the paragraph above or below name the speaker of a quotation that has no other."""
        if self.introduced is not None:
            self._give_introduced(draft, text)
        if self.closing is not None and draft.said is None and draft.kind is QuoteKind.DIRECT and draft.is_whole(text):
            draft.said_block, draft.said = self.closing

    def _name_from_before(
        self, draft: Draft, text: str, own: Cut, sentence: Sentence, earlier: Sentence | None, attributed: Draft | None
    ) -> Draft | None:
        """Let what stands before a quotation name its speaker, where its own sentence names nobody.

        *earlier* is the sentence of the block *own* before it that quotes or reports, *attributed* the last quotation
        of the block that has an attribution.  Return which is that now.
        """
        index, turns, said = draft.block, self.turns, draft.said
        if said is not None and said.has_speaker and said.rule != "mood":
            if draft.kind is QuoteKind.DIRECT:
                self.spoken = draft
            turns.take((draft.said_block, said))
            return draft
        alone = said is None and draft.kind is QuoteKind.DIRECT
        nobody = not alone and not sentence.pack.subject_stated and draft.names_nobody
        answers = alone and self._answers(draft, text)
        if draft.kind is QuoteKind.DIRECT:
            self.spoken = draft
        if answers:
            other = turns.answer(index, sentence.pack)
            if other is not None:
                draft.carry(other, "the other of two who speak in turn")
            return None
        if (alone or nobody) and (about := self._about(index, own, earlier, sentence)) is not None:
            self._go_on(draft, about)
        elif alone and attributed is not None and draft.follows(attributed):
            draft.carry((attributed.said_block, attributed.said), "same speaker goes on")
            self.drafts.join(attributed, draft)
        elif (alone or draft.in_mood) and (recent := turns.recent(index)) is not None:
            if draft.is_whole(text):
                turns.hear_on(index, recent)
            draft.carry(recent, "the speaker of the sentence before")
        elif nobody and (recent := turns.recent(index)) is not None:
            if sentence.span[0] <= (earlier.span[1] if earlier is not None else 0):
                self._go_on(draft, recent)  # else the sentence between is of somebody else.
        if draft.said is None:
            return attributed
        if draft.said.has_speaker:
            turns.take((draft.said_block, draft.said))
        return draft

    def _answers(self, draft: Draft, text: str) -> bool:
        """Say whether *draft* follows another quotation with nothing between: somebody answers."""
        before = self.spoken
        if before is None or before.block != draft.block or not before.pair.closed or not before.pair.mark:
            return False
        if text[before.pair.end : draft.pair.start].strip(EDGE):
            return False
        return text[before.pair.inner_end - 1] in STATED

    def _about(self, index: int, own: Cut, earlier: Sentence | None, sentence: Sentence) -> Spoke | None:
        """Return whom the sentence before *sentence* is about, if that opens with a quotation and the other has none.

        *earlier* is the sentence of the block before it that quotes or reports.
        """
        if sentence.bits[0] != QUOTED:
            return None
        first, reached = sentence.span[0], earlier.span[1] if earlier is not None else 0
        if not first:
            return self._about_above(index, sentence.pack)
        before = preceding(own, first, reached, sentence.pack) if first > reached else earlier
        if before is None or before.quotations() or self.drafts.speak(index, before.starts[0]):
            return None
        about = neighbours.opening_person(before)
        return None if about is None else (index, about)

    def _about_above(self, index: int, pack: QuotePack) -> Spoke | None:
        """Return whom the last sentence of the block above is about, if nobody speaks in that block."""
        above = index - 1
        if above < 0 or self.turns.recent(index) is not None:
            return None
        block = self.blocks[above]
        if not isinstance(block, _RUNNING) or not self._is_cut(above, block, pack):
            return None
        if self.drafts.all and self.drafts.all[-1].block == above:
            return None
        own = self.cut.block(above)
        before = preceding(own, len(own.bits), 0, pack)
        about = neighbours.opening_person(before) if before is not None else None
        return None if about is None else (above, about)

    def _reported(self, index: int, block: Block, sentence: Sentence, mentions: list[Draft]) -> Attribution | None:
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
                self.drafts.all.append(draft)
        self.drafts.all.append(Draft(QuoteKind.INDIRECT, index, pair, said, index, said.rule))
        return said

    def _behind_dateline(self, block: Block, start: int) -> int:
        """Return *start*, or where the text begins behind the dateline, if that is later."""
        if self.dateline is None or self.dateline not in block.span:
            return start
        at = block.offsets.to_text(self.dateline.end - 1) + 1
        while at < len(block.text) and not (block.text[at].isalnum() or block.text[at] in CLOSERS):
            at += 1
        return max(start, at)

    def _give_introduced(self, draft: Draft, text: str) -> None:
        """Let the paragraph above name the speaker of a quotation that opens this one and has no other."""
        if draft.kind is QuoteKind.MENTION and draft.is_statement(text):
            draft.kind, draft.reason = QuoteKind.DIRECT, "all that stands below who is to speak"
        if draft.said is None and draft.kind is QuoteKind.DIRECT and not text[: draft.pair.start].strip():
            if self.introduced is not None:
                draft.said_block, draft.said = self.introduced
                self.turns.heard = (draft.block, self.introduced[1])
        self.introduced = None

    def _go_on(self, draft: Draft, last: Spoke) -> None:
        """``«…», añadió.``: a verb without a subject has the one of the sentence before."""
        if draft.said is not None:
            draft.cue = draft.said.cue_start, draft.said.cue_end
        draft.carry(last, "the speaker of the sentence before")
        self.turns.heard = (draft.block, last[1])

    # -- scripts without spaces

    def _unspaced(self, index: int, block: Block, pairs: list[Pair], pack: QuotePack) -> None:
        for place, pair in enumerate(pairs):
            said = unspaced.attribute(block.text, pairs, place, pack)
            kind, reason = unspaced.kind_of(block.text, pairs, place, said, pack)
            if kind is QuoteKind.MENTION:
                self.drafts.all.append(Draft(kind, index, pair, None, index, reason))
                continue
            draft = Draft(kind, index, pair, said, index, reason)
            if self.introduced is not None:
                self._give_introduced(draft, block.text)
            said = draft.said
            lone = kind is QuoteKind.DIRECT and (said is None or draft.names_nobody)
            about = unspaced.speaker_before(block.text, pairs, place, pack) if lone else None
            if about is not None:
                self._go_on(draft, (index, about))
                self.turns.last = (index, about)
            elif said is None and kind is QuoteKind.DIRECT and (recent := self.turns.recent(index)) is not None:
                draft.carry(recent, "the speaker of the sentence before")
            elif not pack.subject_stated and draft.names_nobody and (recent := self.turns.recent(index)) is not None:
                self._go_on(draft, recent)
            elif said is not None and said.has_speaker:
                self.turns.last = (draft.said_block, said)
            if kind is QuoteKind.MIXED:
                draft.clause, draft.parts = (pair.start, pair.end), [pair]
            self.drafts.all.append(draft)
        if not pairs:
            for said, start, end in unspaced.reported_speech(block.text, pack):
                pair = Pair(start, end, start, end, "")
                self.drafts.all.append(Draft(QuoteKind.INDIRECT, index, pair, said, index, said.rule))
                self.turns.last = (index, said)

    # -- several paragraphs

    def _continue(self, text: str, before: int) -> None:
        """Tie a re-opened paragraph to the one before and give both the speaker of either.

        *text* is the paragraph's, *before* the number of quotations found above it.
        """
        own = self.drafts.all[before:]
        if own and self.running is not None:
            first = next((draft for draft in own if draft.kind is QuoteKind.DIRECT), None)
            if first is not None and not text[: first.pair.start].strip():
                self.drafts.join(self.running, first)
                self._share_speaker(first.group)
        self.running = own[-1] if own and not own[-1].pair.closed else None

    def _share_speaker(self, group: int | None) -> None:
        """Give all quotations of a group the speaker that one of them names, or else has from another."""
        chain = [draft for draft in self.drafts.all if draft.group == group]
        named = [draft for draft in chain if draft.said is not None and draft.said.has_speaker]
        known = next((draft for draft in named if not draft.carried), named[0] if named else None)
        if known is not None:
            for draft in chain:
                if (draft.said is None or draft.carried) and draft is not known:
                    draft.carry((known.said_block, known.said), "the same quotation goes on")


def _closed_pairs(text: str, following: Block | None) -> list[Pair]:
    """Return the pairs of marks in *text*, of those that nothing closes only what can be a quotation.

    It goes on in the *following* block, or stands where one begins; else its inner ones count.
    """
    pairs = pair_marks(text)
    if not pairs or not [pair for pair in pairs if not pair.closed]:
        return pairs
    out: list[Pair] = []
    for pair in pairs:
        if pair.closed or _reopens(pair, following):
            out.append(pair)
        elif pair.inner:
            out.extend(pair.inner)
        elif _plausible_open(text, pair):
            out.append(pair)
    return [p for k, p in enumerate(out) if k == 0 or p.start >= out[k - 1].end]


def _reopens(pair: Pair, following: Block | None) -> bool:
    """Say whether the *following* block opens with the mark of a pair that nothing closes."""
    if following is None or not isinstance(following, _RUNNING):
        return False
    head = following.text.lstrip()[:2]
    return head.startswith(pair.mark) or (pair.mark in "«»" and head[:1] in "»«" and head[:1] == pair.mark)


def _plausible_open(text: str, pair: Pair) -> bool:
    """A mark that nothing closes counts when it begins a sentence or follows a colon, and enough follows."""
    head = text[: pair.start].rstrip()
    return (not head or head[-1] in ".:,!?：،") and len(text[pair.start :].split()) >= 4 and pair.mark in CLOSERS
