# SPDX-License-Identifier: Apache-2.0
"""Find the persons and organisations that an article names, each at its first full mention.

Comes in: the original text, blocks, language.  Goes out: ``Entity`` values.  Evidence is asked for: a title, a cue
of speech beside the name, a role after a comma, a first name that returns as a surname alone.  A run of capitals
alone is no person.  Knows nothing of quotations.  Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from docforge.detect.quote_packs import (
    ADJACENT,
    CUE,
    DETERMINER,
    JOIN,
    NO_NAME,
    ORGANISATION,
    STOP,
    QuotePack,
    quote_pack,
)
from docforge.detect.speakers import is_role, name_run
from docforge.detect.words import Token, tokens_of
from docforge.model import (
    Block,
    Caption,
    Crosshead,
    Entity,
    EntityKind,
    Headline,
    ListItem,
    Paragraph,
    Preformatted,
    Span,
    Subheadline,
    Turn,
    Unknown,
)

__all__ = ["find_entities"]

_SEARCHED = (Paragraph, ListItem, Turn, Preformatted, Unknown, Caption, Subheadline, Headline, Crosshead)
_MAX_TITLE = 6


class _Run(NamedTuple):
    """A run of capitalised words: token range, its title's token range, why it may be a person (0 none)."""

    block: int
    start: int
    end: int
    words: tuple[str, ...]
    title_start: int
    title_end: int
    rule: str


def find_entities(text: str, blocks: Sequence[Block], language: str) -> tuple[Entity, ...]:
    """Return persons and organisations in the order of their first full mention.

    Args:
        text: The original decoded text that spans index.
        blocks: The article's blocks in order.
        language: BCP 47 tag; unknown languages use the fallback pack.

    Returns:
        At most one entity a name; a person's ``title`` is the role written with it, as written.
    """
    pack = quote_pack(language)
    searched = [(i, b) for i, b in enumerate(blocks) if isinstance(b, _SEARCHED)]
    searched.sort(key=lambda entry: isinstance(entry[1], Headline))
    if pack.unspaced:
        return _titled_unspaced(searched, pack)
    runs = [run for index, block in searched for run in _runs(index, block.text, pack)]
    return _persons_and_organisations(runs, blocks, pack)


def _runs(index: int, text: str, pack: QuotePack) -> list[_Run]:
    tokens = tokens_of(text, (), pack)
    out: list[_Run] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        if token.bits < 0 or not token.text[0].isupper() or token.bits & NO_NAME:
            at += 1
            continue
        end = name_run(tokens, at, pack)
        if end <= at:
            at += 1
            continue
        run = _run(index, tokens, at, end, pack)
        if run is not None:
            out.append(run)
        at = end
    return out


def _run(index: int, tokens: list[Token], at: int, end: int, pack: QuotePack) -> _Run | None:
    """Split a run of capitals into title and name and say what speaks for a person."""
    first = at
    for k in range(end - 1, at - 1, -1):
        if is_role(tokens[k], pack):
            first = k + 1
            break
    if first < end and tokens[first].text == ".":
        first += 1
    if first >= end:
        return None
    words = tuple(t.text for t in tokens[first:end] if t.bits >= 0)
    if not words or any(t.bits > 0 and t.bits & ORGANISATION for t in tokens[first:end]):
        words = tuple(t.text for t in tokens[at:end] if t.bits >= 0)
        organisation = any(t.bits > 0 and t.bits & ORGANISATION for t in tokens[at:end])
        if not organisation or len(words) < 2:
            return None
        return _Run(index, tokens[at].start, tokens[end - 1].end, words, -1, -1, "organisation")
    title = _title(tokens, at, first, pack)
    rule = "title" if title else _speaks(tokens, first, end, pack)
    start, stop = title or (-1, -1)
    return _Run(index, tokens[first].start, tokens[end - 1].end, words, start, stop, rule)


def _title(tokens: list[Token], at: int, first: int, pack: QuotePack) -> tuple[int, int] | None:
    """Return the offsets of the role before a name: capitals in the run, then small words before it."""
    begin = first
    if first == at:
        k = at - 1
        while k >= 0 and at - k <= 3 and tokens[k].is_word and not is_role(tokens[k], pack):
            if tokens[k].bits & (STOP | CUE | JOIN | DETERMINER) or tokens[k].is_capital:
                return None
            k -= 1
        if k < 0 or at - k > 3 or not is_role(tokens[k], pack):
            return None
        begin = k
    else:
        begin = at
    while begin > 0 and first - begin < _MAX_TITLE and _modifies(tokens[begin - 1], pack):
        begin -= 1
    end = first - 1 if tokens[first - 1].text == "." and first - 1 > begin else first
    return tokens[begin].start, tokens[end - 1].end


def _modifies(token: Token, pack: QuotePack) -> bool:
    """A word that may belong to a title: a role, or an adjective that the pack does not know as anything else."""
    return token.is_word and (is_role(token, pack) or (token.bits == 0 and not token.text[0].isdigit()))


def _speaks(tokens: list[Token], first: int, end: int, pack: QuotePack) -> str:
    """A cue beside the name, or a role after its comma."""
    before = tokens[first - 1] if first else None
    after = tokens[end] if end < len(tokens) else None
    if after is not None and after.bits > 0 and after.bits & (CUE | ADJACENT):
        return "cue"
    if before is not None and before.bits > 0 and before.bits & (CUE | ADJACENT):
        return "cue"
    if after is not None and after.text == ",":
        if any(is_role(t, pack) for t in tokens[end + 1 : end + 5]):
            return "role after a comma"
        if end + 1 < len(tokens) and tokens[end + 1].text.isdigit() and len(tokens[end + 1].text) == 2:
            return "age after a comma"
    return ""


def _persons_and_organisations(runs: list[_Run], blocks: Sequence[Block], pack: QuotePack) -> tuple[Entity, ...]:
    """Join the runs of one name and keep those with evidence."""
    alone = {run.words[0] for run in runs if len(run.words) == 1}
    evidence: dict[str, str] = {}
    for run in runs:
        if run.rule and run.rule != "organisation":
            evidence.setdefault(run.words[-1], run.rule)
    best: dict[str, Entity] = {}
    for run in runs:
        if run.rule == "organisation":
            _keep(best, run, blocks, EntityKind.ORGANISATION)
            continue
        last = run.words[-1]
        rule = run.rule or evidence.get(last, "")
        if not rule and 2 <= len(run.words) <= 4 and last in alone and not pack.nouns_capitalised:
            rule = "surname alone"
        if not rule or len(run.words) > 5 or (len(run.words) == 1 and run.rule not in ("title", "cue")):
            continue
        if len(run.words) == 1 and (
            (run.words[0].isupper() and len(run.words[0]) > 1) or (pack.nouns_capitalised and (run.rule != "title"))
        ):
            continue
        _keep(best, run._replace(rule=rule), blocks, EntityKind.PERSON)
    return tuple(sorted(_without_parts(list(best.values())), key=lambda entity: entity.span))


def _keep(best: dict[str, Entity], run: _Run, blocks: Sequence[Block], kind: EntityKind) -> None:
    block = blocks[run.block]
    name = " ".join(block.text[run.start : run.end].split())
    for ending in ("'s", "’s", "’", "'"):
        if name.endswith(ending):
            name = name[: -len(ending)]
            break
    known = best.get(name)
    title = block.text[run.title_start : run.title_end] if run.title_start >= 0 else None
    if known is None:
        span = block.offsets.span_to_source(run.start, run.start + len(name))
        best[name] = Entity(kind, name, span, title, run.rule)
    elif title and known.title is None:
        best[name] = Entity(known.kind, name, known.span, title, known.rule)


def _without_parts(entities: list[Entity]) -> list[Entity]:
    """Drop a surname alone when a person of that surname is known in full; hand over its title."""
    full: dict[str, Entity] = {}
    for entity in entities:
        if entity.kind is EntityKind.PERSON and " " in entity.name:
            full.setdefault(entity.name.split()[-1], entity)
            full.setdefault(entity.name.split()[0], entity)
    titles: dict[str, str] = {}
    out = []
    for entity in entities:
        if entity.kind is EntityKind.PERSON and " " not in entity.name and entity.name in full:
            owner = full[entity.name]
            if entity.title and owner.title is None:
                titles.setdefault(owner.name, entity.title)
            continue
        out.append(entity)
    return [
        Entity(e.kind, e.name, e.span, titles[e.name], e.rule) if e.title is None and e.name in titles else e
        for e in out
    ]


# -- scripts without spaces ------------------------------------------------------------------

_HAN_NAME = r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff\u30a0-\u30ff]{1,10}[·・＝=][\u4e00-\u9fff\u30a0-\u30ff·・＝=]{1,16}"


def _titled_unspaced(searched: Sequence[tuple[int, Block]], pack: QuotePack) -> tuple[Entity, ...]:
    """Chinese and Japanese: a role with a name before or after it, or a cue after the name."""
    roles = sorted(pack.role_of, key=len, reverse=True)
    if not roles:
        return ()
    role = "|".join(map(re.escape, roles))
    kana = r"[\u30a0-\u30ff]{2,12}|"
    if pack.final:
        pattern = re.compile(rf"(?P<name>{kana}[\u4e00-\u9fff]{{2,4}}?)(?P<title>{role})(?=[はがもの、（「])")
    else:
        cue = pack.cue_pattern.pattern if pack.cue_pattern else "说"
        pattern = re.compile(rf"(?P<title>{role})(?P<name>{_HAN_NAME}?)(?=(?:\d|在|对|：|，|、|{cue}))")
    best: dict[str, Entity] = {}
    for _, block in searched:
        for match in pattern.finditer(block.text):
            name = match["name"]
            if name not in best and name not in pack.role_of:
                span = block.offsets.span_to_source(match.start("name"), match.end("name"))
                best[name] = Entity(EntityKind.PERSON, name, span, match["title"], "title")
    return tuple(sorted(best.values(), key=lambda entity: entity.span))


_ = Span
