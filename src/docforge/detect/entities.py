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
from functools import cache, reduce
from itertools import pairwise
from operator import or_
from typing import NamedTuple

from docforge.detect.caseless import titled_names
from docforge.detect.quote_packs import QuotePack, folded, quote_pack
from docforge.detect.titles import (
    NOBODY,
    POSSESSIVES,
    Office,
    is_given,
    name_start,
    offices,
    title_behind,
    title_end,
    title_start,
)
from docforge.detect.word_bits import (
    ADJACENT,
    ADVERB,
    CAPITAL,
    CUE,
    DETERMINER,
    JOIN,
    NAME,
    ORGANISATION,
    OUTLINE_BREAK,
    OUTLINE_COMMA,
    OUTLINE_DOT,
    OUTLINE_END,
    OUTLINE_NAME,
    OUTLINE_NO_TITLE,
    OUTLINE_ORGANISATION,
    OUTLINE_PARTICLE,
    OUTLINE_ROLE,
    OUTLINE_SIGN,
    OUTLINE_SPEAKS,
    OUTLINE_STOP,
    PARTICLE,
    ROLE_END,
    STOP,
    THAT,
    outline_class,
)
from docforge.detect.words import PROSE_BLOCKS, CutBlocks, cut_blocks
from docforge.model import Block, Entity, EntityKind, Headline, Kicker
from docforge.patterns import any_of

__all__ = ["find_entities"]

_SEARCHED = tuple(kind for kind in PROSE_BLOCKS if kind is not Kicker)
"""Kinds of block that name persons; a kicker names subjects."""
_MAX_TITLE = 8
_MAX_GENITIVES = 3
_LONGEST_ARTICLE = 3

_POSSESSIVES = (*POSSESSIVES, "’", "'")


class _Run(NamedTuple):
    """A run of capitalised words: token range, its title's token range, why it may be a person (empty: no sign)."""

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
    aside = [number for number, block in enumerate(blocks) if isinstance(block, (Headline, Kicker))]
    headlines = [number for number in aside if _names_persons(blocks[number], pack)]
    if pack.unspaced:
        return _titled_unspaced([blocks[i] for i in _searched(blocks, headlines)], pack)
    own = cut_blocks(blocks, pack)
    if pack.names:
        return _titled_caseless(_searched(blocks, headlines), own, blocks, pack)
    alone: set[str] = set()
    stretches = _stretches(aside, headlines, own)
    runs = [run for first, last in stretches for run in _runs(own, first, last, pack, alone)]
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


_MARKS_NAME = OUTLINE_ROLE | OUTLINE_ORGANISATION
_NAME = outline_class(OUTLINE_NAME)
_PLAIN = outline_class(OUTLINE_NAME, _MARKS_NAME)
_INSIDE = outline_class(OUTLINE_PARTICLE, OUTLINE_NAME)
_COMMA, _DOT = outline_class(0, signs=(OUTLINE_COMMA,)), outline_class(0, signs=(OUTLINE_STOP, OUTLINE_DOT))
_INSIDE_BLOCK = b"[^\\x%02x]" % OUTLINE_BREAK
_ROLE = outline_class(OUTLINE_ROLE)
# Neither a cue nor a role stands before the first name (``titles`` finds roles that something is between).
_NO_SIGN_BEFORE = b"(?<!%s.)" % outline_class(OUTLINE_ROLE | OUTLINE_SPEAKS)
_ENDS = b"(?!%s|%s{1,2}%s|%s%s)" % (_NAME, _INSIDE, _NAME, _DOT, _NAME)
_NO_GENITIVE = b"(?!%s{1,2}%s)" % (outline_class(OUTLINE_NO_TITLE, OUTLINE_NAME), _NAME)  # the Bank of Ostland
# Neither a cue nor a comma with a role or an unknown word (an age) follows.
_NO_SIGN_AFTER = b"%s(?!%s|%s(?:%s{0,3}%s|\x00))" % (
    _ENDS, outline_class(OUTLINE_SPEAKS), _COMMA, _INSIDE_BLOCK, _ROLE,
)  # fmt: skip
_RUNS = re.compile(
    # The first name stands before all alternatives: a search runs from one to the next.
    b"%s(?:%s(?:(?<=%s)(?:%s(?P<alone>)|(?<!%s.)(?:%s|%s{1,2}%s)+%s(?P<plain>))|(?<=%s)%s)"
    b"|(?:%s|%s{1,2}%s)*(?P<run>))" % (
        _NAME, _NO_SIGN_BEFORE,
        _PLAIN, _NO_SIGN_AFTER, _COMMA, _PLAIN, _INSIDE, _PLAIN, _NO_SIGN_AFTER,
        outline_class(_MARKS_NAME), _ENDS + _NO_GENITIVE,
        _NAME, _INSIDE, _NAME,
    ), re.DOTALL,
)  # fmt: skip
"""Runs of capitalised words in the outline of a block, from the most frequent on: a word *alone* and a run of *plain*
names, both without any sign of a person; a role or organisation of one word, which is nobody; any other *run*."""


def _runs(own: CutBlocks, first: int, last: int, pack: QuotePack, alone: set[str]) -> list[_Run]:
    """Return the runs of some words; one that stands alone without any sign of a person only goes into *alone*."""
    words = own.words
    out: list[_Run] = []
    done = 0
    held = offices(own, first, last, pack)
    due = held[0].start if held else last
    for match in _RUNS.finditer(own.outline, first, last):
        at = match.start()
        if at < done:  # The run before went on over a full stop.
            continue
        kind = match.lastgroup
        if at < due and kind == "alone":  # As most are: no step more for them.
            alone.add(words[at])
            continue
        end, office = match.end(), None
        while due < end:
            next_one = held.popleft()
            due = held[0].start if held else last
            if next_one.start >= at:
                kind, office = "run", next_one
        if kind == "plain":
            out.append(_Run(at, end, tuple(words[at:end]), -1, -1, ""))
        elif kind == "alone":
            alone.add(words[at])
        elif kind == "run":
            done = _over_stops(own, end, pack)
            run = _run(own, at, done, office, pack)
            done = max(done, run.end if run is not None else done)
            if run is not None:
                out.append(run)
                if len(run.words) == 1:
                    alone.add(run.words[0])
    return out


def _over_stops(own: CutBlocks, end: int, pack: QuotePack) -> int:
    """Return where a run of capitalised words ends that may go on at *end* over the full stop of an initial."""
    words, bits = own.words, own.bits
    while True:
        known = bits[end]
        if known & NAME:
            end += 1
        elif not (known & PARTICLE or words[end] == ".") or not bits[end + 1] & NAME:
            return end
        elif known & PARTICLE or len(words[end - 1]) <= 2 or own.fold(end - 1) in pack.abbreviations:
            end += 2
        else:
            return end


def _with_genitives(own: CutBlocks, end: int, pack: QuotePack) -> int:
    """Return the end of an organisation's name with what it is of: the Republic *of Ostland*."""
    bits, count = own.bits, len(own.bits)
    for _ in range(_MAX_GENITIVES):
        after = end + 1 if end < count and bits[end] >= 0 and own.fold(end) in pack.genitives else 0
        if after and after < count and bits[after] >= 0 and bits[after] & DETERMINER and not bits[after] & CAPITAL:
            after += 1
        if not after or after >= count or not bits[after] & NAME:
            break
        end = after + 1
        while end < count and bits[end] & NAME:
            end += 1
    return end


def _run(own: CutBlocks, at: int, end: int, office: Office | None, pack: QuotePack) -> _Run | None:
    """Split a run of capitals into title and name and say what speaks for a person."""
    bits = own.bits
    mask = reduce(or_, bits[at:end])
    if mask & PARTICLE:
        end = _before_two_particles(own, at, end, pack)
    if mask & ROLE_END:
        last_role = end - 1
        while last_role >= at and not bits[last_role] & ROLE_END:
            last_role -= 1
        if last_role >= at and (office is None or last_role >= office.start):
            office = Office(last_role, last_role + 1)
    elif office is None and at and bits[at - 1] & ROLE_END and bits[at - 1] > 0:
        office = Office(at - 1, at)
    if office is not None and office.start < end and own.words[office.start] == ".":
        office = office._replace(start=office.start + 1)
    first = at if office is None else office.start
    if end - first > 2 and pack.addressees:
        end = _before_addressee(own, first, end, pack)
    if first >= end:
        return None
    start, stop = -1, -1
    if office is not None:
        named = name_start(own, office, end, pack)
        if named >= 0 and not (named == first and mask & ORGANISATION and _has(bits, named, end, ORGANISATION)):
            first = named - office.opening
            start, stop = title_start(own, office.role, pack), first
            if _is_title_case(own, first, end, pack):
                return None
        elif mask & ORGANISATION and _has(bits, first, end, ORGANISATION):
            while not bits[first] & CAPITAL:
                first += 1
            return _organisation(own, first, end, pack)
        elif named == NOBODY:
            return None
    elif mask & ORGANISATION and _has(bits, at, end, ORGANISATION):
        return _organisation(own, at, end, pack)
    name = tuple(own.words[first:end])
    if mask < 0:
        name = tuple([word for word, known in zip(name, bits[first:end], strict=True) if known >= 0])
    if not name:
        return None
    rule = "title" if start >= 0 else _speaks(own, first, end)
    if start < 0 and len(name) >= 2 and first == at:
        title = _title_before_comma(own, at, end, pack)
        rule = rule or ("role before a comma" if title else "")
        if title is None and own.outline[end] == OUTLINE_COMMA:
            title = title_behind(own, end, pack)
            rule = rule or ("role after a comma" if title else "")
        start, stop = title or (-1, -1)
    if stop > start >= 0 and own.words[stop - 1] == "." and stop - 1 > start:
        stop -= 1
    return _Run(first, end, name, start, stop, rule)


def _has(bits: Sequence[int], start: int, end: int, wanted: int) -> bool:
    return any(own & wanted for own in bits[start:end])


def _before_two_particles(own: CutBlocks, at: int, end: int, pack: QuotePack) -> int:
    """Return where the run ends if two small words stand in it (von der) that no given name or role is before.

    Words of another language (van der in English copy) are of the name.
    """
    bits = own.bits
    for k in range(at + 1, end - 2):
        if bits[k] & bits[k + 1] & PARTICLE and not (bits[k] | bits[k + 1]) & CAPITAL:
            if not bits[k] & (STOP | JOIN | DETERMINER):
                continue
            if not (bits[k - 1] & ROLE_END or is_given(own.words[k - 1], pack)):
                return k
    return end


def _before_addressee(own: CutBlocks, first: int, end: int, pack: QuotePack) -> int:
    """Return where the name ends: ``(said) Minister Ann Lee to the agency``."""
    bits = own.bits
    return next(
        (
            k
            for k in range(first + 2, end)
            if bits[k - 2] & bits[k - 1] & NAME and not bits[k] & CAPITAL and own.fold(k) in pack.addressees
        ),
        end,
    )


def _organisation(own: CutBlocks, at: int, end: int, pack: QuotePack) -> _Run | None:
    end = _with_genitives(own, end, pack)
    whole = tuple([w for w, b in zip(own.words[at:end], own.bits[at:end], strict=True) if b >= 0])
    return _Run(at, end, whole, -1, -1, "organisation") if len(whole) >= 2 else None


def _is_title_case(own: CutBlocks, first: int, end: int, pack: QuotePack) -> bool:
    """Say whether the sentence has a capital on each long word, so that it says nothing of the words behind a role."""
    if pack.nouns_capitalised or any(is_given(own.words[k], pack) for k in range(first, end)):
        return False
    bits, words, outline = own.bits, own.words, own.outline
    capitals = 0
    for step, beside in ((-1, first - 1), (1, end)):
        at = beside
        while outline[at] not in _ENDS_SENTENCE and abs(at - beside) < _LONGEST_HEADLINE:
            if bits[at] >= 0:
                if not bits[at] & CAPITAL and len(words[at]) > _SMALL_IN_TITLES:
                    return False
                capitals += bits[at] & CAPITAL > 0
            at += step
    return capitals >= _TITLE_CASE or (end - first >= 2 and capitals + end - first >= _TITLE_CASE)


_ENDS_SENTENCE = frozenset((OUTLINE_STOP, OUTLINE_END, OUTLINE_BREAK))
_SMALL_IN_TITLES = 3
_TITLE_CASE = 3
_LONGEST_HEADLINE = 40
"""Words to each side of a name in which the sentence shows its capitals; few headlines have half as many."""


def _title_before_comma(own: CutBlocks, at: int, end: int, pack: QuotePack) -> tuple[int, int] | None:
    """``the director of the station, Marc Lavigne``: from the role to the comma."""
    words, bits = own.words, own.bits
    if at < 2 or words[at - 1] != ",":
        return None
    for k in range(at - 2, max(-1, at - 2 - _MAX_TITLE), -1):
        if bits[k] < 0:
            return None
        if bits[k] & ROLE_END:
            if not title_end(own, k, at - 1, pack):
                return None
            if any(b & NAME for b in bits[k + 1 : at - 1]) and end < len(bits) and bits[end] >= 0:
                return None  # In "the minister of Transport, Ann Lee," the name stands between commas.
            return title_start(own, k, pack), at - 1
    return None


_HAS_ROLE = re.compile(b"%s{0,3}%s" % (_INSIDE_BLOCK, _ROLE))
_CLOSES_AGE = frozenset(range(OUTLINE_SIGN, 0x100)) - {OUTLINE_BREAK}


_NO_PLACE_BEFORE = CAPITAL | THAT | ADVERB | DETERMINER


def _speaks(own: CutBlocks, first: int, end: int) -> str:
    """A cue beside the name, or a role after its comma."""
    bits, sign = own.bits, own.words[end]
    # In "the president of Kazakhstan believes" the country is not the one who does.
    if bits[end] & (CUE | ADJACENT) and not bits[first - 1] & JOIN:
        # Nor the place in "Nils Berg outside Kalmar agrees".
        if end - first > 1 or bits[first - 1] < 0 or bits[first - 1] & _NO_PLACE_BEFORE or not bits[first - 1] & STOP:
            return "cue"
    if sign == ",":
        if _HAS_ROLE.match(own.outline, end + 1):
            return "role after a comma"
        age = own.words[end + 1]
        if len(age) == 2 and age.isdigit() and own.outline[end + 2] in _CLOSES_AGE:
            return "age after a comma"
    return "cue" if bits[first - 1] & (CUE | ADJACENT) else ""


def _persons_and_organisations(
    runs: list[_Run], alone: set[str], own: CutBlocks, blocks: Sequence[Block], pack: QuotePack
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


def _named(runs: Sequence[_Run], own: CutBlocks) -> set[str]:
    """Return the words of *runs* whose capital is not only that of the sentence."""
    return {word for run in runs if len(run.words) > 1 or not _opens_sentence(run, own) for word in run.words}


def _opens_sentence(run: _Run, own: CutBlocks) -> bool:
    return own.bits[run.start - 1] < 0


def _is_place(run: _Run, own: CutBlocks) -> bool:
    """Say whether a name such as "Haven van Zoutmeer" begins with a common noun: small elsewhere, a particle behind."""
    if not own.bits[run.start + 1] & PARTICLE or own.bits[run.start + 1] & NAME:
        return False
    return run.words[0].lower() in own.spellings


def _keep(
    best: dict[str, Entity], run: _Run, rule: str, own: CutBlocks, blocks: Sequence[Block], pack: QuotePack
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
