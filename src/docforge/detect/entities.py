# SPDX-License-Identifier: Apache-2.0
"""Find the persons and organisations that an article names, each at its first full mention.

Comes in: the original text, blocks, language.  Goes out: ``Entity`` values.  Evidence is asked for: a title, a cue
of speech beside the name, a role after a comma, a first name that returns as a surname alone.  A run of capitals
alone is no person.  Knows nothing of quotations.  Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from docforge.detect.capitalised import NameRun, name_runs
from docforge.detect.caseless import titled_names
from docforge.detect.quote_packs import QuotePack, folded, quote_pack
from docforge.detect.titles import POSSESSIVES
from docforge.detect.word_bits import NAME, PARTICLE
from docforge.detect.words import PROSE_BLOCKS, CutBlocks, cut_blocks
from docforge.model import Block, Entity, EntityKind, Headline, Kicker
from docforge.patterns import any_of

__all__ = ["find_entities"]

_SEARCHED = tuple(kind for kind in PROSE_BLOCKS if kind is not Kicker)
"""Kinds of block that name persons; a kicker names subjects."""
_LONGEST_ARTICLE = 3

_POSSESSIVES = (*POSSESSIVES, "’", "'")


def find_entities(
    text: str, blocks: Sequence[Block], language: str, cut: CutBlocks | None = None
) -> tuple[Entity, ...]:
    """Return persons and organisations in the order of their first full mention.

    Args:
        text: The original decoded text that spans index.
        blocks: The article's blocks in order.
        language: BCP 47 tag; unknown languages use the fallback pack.
        cut: What ``cut_blocks`` returned for the same blocks and language, where that was asked before.

    Returns:
        At most one entity a name; a person's ``title`` is the role written with it, as written.
    """
    pack = quote_pack(language)
    aside = [number for number, block in enumerate(blocks) if isinstance(block, (Headline, Kicker))]
    headlines = [number for number in aside if _names_persons(blocks[number], pack)]
    if pack.unspaced:
        return _titled_unspaced([blocks[i] for i in _searched(blocks, headlines)], pack)
    own = cut or cut_blocks(blocks, language)
    if pack.names:
        return _titled_caseless(_searched(blocks, headlines), own, blocks, pack)
    alone: set[str] = set()
    stretches = _stretches(aside, headlines, own)
    runs = [run for first, last in stretches for run in name_runs(own, first, last, pack, alone)]
    return _persons_and_organisations(runs, alone, own, blocks, pack)


def _searched(blocks: Sequence[Block], headlines: Sequence[int]) -> list[int]:
    """Return the numbers of the blocks that name persons, those of *headlines* last: names are fuller elsewhere."""
    return [k for k, b in enumerate(blocks) if isinstance(b, _SEARCHED) and not isinstance(b, Headline)] + [*headlines]


def _stretches(aside: Sequence[int], headlines: Sequence[int], own: CutBlocks) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words, as long as possible, of the blocks but those *aside*; then those of *headlines*."""
    begun = 0
    for number in (*aside, len(own.texts)):
        if begun < number:
            yield own.firsts[begun], own.firsts[number]
        begun = number + 1
    for number in headlines:
        yield own.firsts[number], own.firsts[number + 1]


def _names_persons(block: Block, pack: QuotePack) -> bool:
    """Say whether a block is a headline whose capitals are those of names."""
    return isinstance(block, Headline) and (pack.nouns_capitalised or not _all_capitals(block.text))


def _all_capitals(headline: str) -> bool:
    """Say whether each long word of a headline has a capital, so that a capital says nothing of names."""
    words = [word for word in headline.split() if len(word) > 3]
    return len(words) >= 3 and all(word[0].isupper() for word in words)


def _persons_and_organisations(
    runs: list[NameRun], alone: set[str], own: CutBlocks, blocks: Sequence[Block], pack: QuotePack
) -> tuple[Entity, ...]:
    """Join the runs of one name and keep those with evidence; *alone* are words that stand alone somewhere."""
    evidence: dict[str, str] = {}
    for run in runs:
        if run.rule and run.rule != "organisation":
            evidence.setdefault(run.words[-1], run.rule)
    signs = evidence.keys() if pack.nouns_capitalised else evidence.keys() | alone
    named: set[str] | None = None
    best: dict[str, Entity] = {}
    met: dict[tuple[str, ...], Entity] = {}
    for run in runs:
        words, rule = run.words, run.rule
        last = words[-1]
        if not rule and last not in signs:
            continue
        count = len(words)
        if not rule and count > 1:
            rule = evidence.get(last, "")
            if not rule and count <= 4 and not _is_place(run, own):
                rule = "surname alone"
        if not rule or (count > 5 and rule != "organisation"):
            continue
        known = met.get(words)
        if known is not None and (known.title is not None or run.title_start < 0):
            continue
        if count == 1:
            if rule not in ("title", "cue") or (last.isupper() and len(last) > 1):
                continue
            if pack.nouns_capitalised and rule != "title":
                continue
            if rule == "cue" and _opens_sentence(run, own):
                named = _named(runs, own) if named is None else named
                if last not in named:
                    continue  # People complain that …: the capital is that of the sentence.
        met[words] = _keep(best, run, rule, own, blocks, pack)
    return tuple(sorted(_without_parts(list(best.values())), key=_place))


def _named(runs: Sequence[NameRun], own: CutBlocks) -> set[str]:
    """Return the words of *runs* whose capital is not only that of the sentence."""
    return {word for run in runs if len(run.words) > 1 or not _opens_sentence(run, own) for word in run.words}


def _opens_sentence(run: NameRun, own: CutBlocks) -> bool:
    return own.bits[run.start - 1] < 0


def _is_place(run: NameRun, own: CutBlocks) -> bool:
    """Say whether a name such as "Haven van Zoutmeer" begins with a common noun: small elsewhere, a particle behind."""
    if not own.bits[run.start + 1] & PARTICLE or own.bits[run.start + 1] & NAME:
        return False
    return run.words[0].lower() in own.spellings


def _keep(
    best: dict[str, Entity], run: NameRun, rule: str, own: CutBlocks, blocks: Sequence[Block], pack: QuotePack
) -> Entity:
    number = own.number(run.start)
    first, block, text = own.firsts[number], own.block(number), blocks[number].text
    start = block.starts[run.start - first]
    name = " ".join(text[start : block.end(run.end - 1 - first)].split())
    if name.endswith(_POSSESSIVES):
        name = name[: -2 if name.endswith("s") else -1]
    known = best.get(name)
    if known is not None and (run.title_start < 0 or known.title is not None):
        return known
    title = None
    if run.title_start >= 0:
        title = text[block.starts[run.title_start - first] : block.end(run.title_end - 1 - first)]
        article = title.find("'", 0, _LONGEST_ARTICLE) + 1 or title.find("’", 0, _LONGEST_ARTICLE) + 1
        if article and folded(title[:article]) in pack.titles.articles:
            title = title[article:]  # l'adjointe
    if known is None:
        kind = EntityKind.ORGANISATION if rule == "organisation" else EntityKind.PERSON
        span = blocks[number].offsets.span_to_source(start, start + len(name))
        known = best[name] = Entity(kind, name, span, title, rule)
    elif title:
        known = best[name] = Entity(known.kind, name, known.span, title, known.rule)
    return known


def _place(entity: Entity) -> tuple[int, int]:
    return entity.span.start, entity.span.end


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


# -- scripts without capitals


def _titled_caseless(
    searched: Sequence[int], own: CutBlocks, blocks: Sequence[Block], pack: QuotePack
) -> tuple[Entity, ...]:
    best: dict[str, Entity] = {}
    behind: Counter[tuple[str, str]] = Counter()
    for number in searched:
        block, cut = blocks[number], own.block(number)
        for start, end, title_from, title_to in titled_names(cut, pack):
            whole = end - start <= _USUAL_NAME
            if not whole:
                behind = behind or Counter(pairwise(own.words))
                whole = not _stands_without_last(cut.words[start:end], own, behind)
            first, last = cut.start(start), cut.end(end - 1 if whole else end - 2)
            name = block.text[first:last]
            if name not in best:
                title = _without_mark(block.text[cut.start(title_from) : cut.end(title_to - 1)], pack)
                span = block.offsets.span_to_source(first, last)
                best[name] = Entity(EntityKind.PERSON, name, span, title, "title")
    return tuple(sorted(best.values(), key=_place))


def _stands_without_last(words: Sequence[str], own: CutBlocks, behind: Counter[tuple[str, str]]) -> bool:
    """Say whether a name of three words is one of two with a verb behind; *behind* counts the pairs of words.

    So it is where the article has its second word elsewhere, and each time without the third.
    """
    family, last = words[-2:]
    return behind[family, last] == 1 and own.counts[family] > 1


_USUAL_NAME = 2
"""Words of a name in scripts without capitals."""


def _without_mark(title: str, pack: QuotePack) -> str:
    """Return a title without the particle that marks it as the subject (장관은)."""
    for mark in pack.subject_marks:
        bare = title.removesuffix(mark)
        if bare != title and (bare.rpartition(" ")[2] in pack.role_of or bare.endswith(pack.role_endings)):
            return bare.rstrip()
    return title


# -- scripts without spaces ------------------------------------------------------------------

_HAN = r"[\u4e00-\u9fff]"
_KANA = r"[\u30a1-\u30fa\u30fc-\u30ff]"
"""Without the dot between two names, so that each text is read in one way."""


@cache
def _titled(language: str) -> re.Pattern[str] | None:
    """Return the pattern of a title and a name beside it, ``None`` for a pack without roles or names."""
    pack = quote_pack(language)
    if not pack.role_of or not pack.family_names:
        return None
    role = any_of(pack.role_of)
    family = any_of(pack.family_names)
    if pack.final:
        # 港湾局長の佐藤一郎は, 佐藤一郎国土交通相は, 佐藤知事は, マーロウ大統領は
        name = rf"(?:{family}){_HAN}{{0,3}}?|{_KANA}{{2,12}}(?:[・＝=]{_KANA}{{2,12}}){{0,3}}"
        return re.compile(
            rf"(?P<post>(?:{_HAN}|{_KANA}){{0,12}}?(?:{role}))の(?P<holder>(?:{family}){_HAN}{{1,3}})(?=[はがも、（「])"
            rf"|(?<!{_HAN})(?<!{_KANA})(?P<name>{name})(?P<title>(?:{any_of(pack.portfolios)})?(?:{role}))(?=[はがもの、（「])"
        )
    cue = pack.cue_pattern.pattern if pack.cue_pattern else "(?!)"
    sound = f"[{pack.transliteration}]"
    # 部长周强, 总统托卡耶夫, 总统卡西姆·托卡耶夫: behind the name a sign, a verb of saying or a word that closes it.
    return re.compile(
        rf"(?P<title>(?:{any_of(pack.titles.words)})?(?:{role}))"
        rf"(?P<name>{sound}{{1,8}}(?:[·・]{sound}{{1,8}}){{1,3}}|{sound}{{3,7}}?|(?:{family}){_HAN}{{1,2}}?)"
        rf"(?=[，、：。；！？（）“”\s\d]|$|{cue}|{any_of(pack.name_ends)})"
    )


def _titled_unspaced(searched: Sequence[Block], pack: QuotePack) -> tuple[Entity, ...]:
    """Chinese and Japanese: a role with a name before or behind it that begins with a family name or is spelt out."""
    pattern = _titled(pack.language)
    if pattern is None:
        return ()
    best: dict[str, Entity] = {}
    for block in searched:
        for match in pattern.finditer(block.text):
            named, titled = ("holder", "post") if pack.final and match["holder"] else ("name", "title")
            name = match[named]
            if name not in best and name not in pack.role_of and not name.startswith(pack.no_name_beginnings):
                span = block.offsets.span_to_source(match.start(named), match.end(named))
                best[name] = Entity(EntityKind.PERSON, name, span, match[titled], "title")
    whole = sorted(best, key=len, reverse=True)
    for name in best.keys() & frozenset(pack.family_names):  # 小林知事 is 小林誠知事, named before
        full = next((other for other in whole if other != name and other.startswith(name)), None)
        if full is not None and best[full].title == best[name].title:
            del best[name]
    return tuple(sorted(best.values(), key=_place))
