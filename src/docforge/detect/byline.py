# SPDX-License-Identifier: Apache-2.0
"""Bylines: lines that name who wrote the article, with or without a label, in many languages.

Comes in: a ``Survey``.  Goes out: candidates of kind ``byline`` with the names as a list; a date in the same line
becomes a publication line of its own.  A bare name is weak evidence and says so in its score.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.agencies import known_agency
from docforge.detect.author_names import (
    DOMAIN,
    HAN_FILED,
    HAN_NAME,
    WORD,
    Names,
    is_outlet,
    is_person,
    parse_names,
    reads_on,
    roles_and_outlets,
    trimmed,
)
from docforge.detect.candidate import Candidate, Part
from docforge.detect.clutter import is_furniture_phrase
from docforge.detect.credits import credited
from docforge.detect.dateline import parsed_datelines
from docforge.detect.look import FIGURES, Look
from docforge.detect.publication import (
    dated_fields,
    is_publication_label,
    is_release_label,
    moments,
    names_issuer,
    states_embargo,
    strip_times,
)
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import (
    Openings,
    agencies,
    folded,
    openings,
    phrases,
    phrases_by_language,
)
from docforge.model import DateRole
from docforge.patterns import has_case, has_east_asian, lazily

__all__ = [
    "find_bylines",
    "is_line_of_names",
    "names_person",
    "opens_like_byline",
]

_LABELLED = re.compile(
    r"[\s(（\[【—–-]{0,6}([^\s:：/／=＝|｜丨՝(（][^:：/／=＝|｜丨՝\n]{0,28}?)\s?[:：/／=＝|｜丨՝]\s{0,4}"
)
_LABEL_SIGN = re.compile("[:：/／=＝|｜丨՝]")
_LABEL_SIGNS = frozenset(b":/=|")
"""The same in ``Look.signs``."""
_ADDRESS_SIGNS = frozenset(b"@:")
_LEADS = " (（[—–-•·"
_MAIL = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,20}|(?<![\w.])@\w{2,30}|\bhttps?://\S{1,100}|\bwww\.\S{1,100}")
_DIGIT = re.compile(r"\d")
_SECOND_LABEL = re.compile(
    r"(?<=[a-zà-ÿ])(?:Published|Updated|Posted)"
    r"|(?i:\b(?:time of article|published|updated|posted|last|first|publié|stand)\b)"
)
_SECOND_LABEL_WORDS = ("publish", "updated", "posted", "last", "first", "publié", "stand")
"""One of these stands, case-folded, in whatever the pattern finds."""
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_BETWEEN = " \u00a0,.;|/•·–—-"
"""What may stand between a date or a time and a byline word."""
_BEFORE_NAME = re.compile(r"[|/•·]\s?(?=[^\W\d_])")
_DASH_BEFORE_NAME = re.compile(r"\s[-–—]\s(?=[^\W\d_])")
_COUNTER = re.compile(r"\s?[|/•·–—-]\s?(?=\d)")
"""What parts names from the number of comments, or of minutes, behind them."""
_PARTS = re.compile(r"[|/•·\n]")
_KOREAN = lazily(
    r"(?P<name>[\uac00-\ud7a3]{2,4})\s?(?:인턴|선임|수석|전문|객원)?(?:기자|특파원|통신원|앵커)(?P<more>\s외\s?\d+명)?"
)
_FIELD = lazily(r"([^\W\d_]{2,24})\s?[:：]\s{0,4}(?=\S)")
_FIELDS_REACH, _HAN_LABEL = 120, 4
"""Columns of a line of labelled fields; ideographs of the longest label, which may stand right behind a value."""
_TOP = 25
_LEAST = 0.3
"""Words without capitals are no candidate with less evidence than this: nothing tells them from a menu."""
_TITLE_WORDS = 6
"""A line of so many words, half of them in the text, is no line of names."""
_HAN_LENGTHS = {"zh": (2, 3), "ja": (3, 20)}
"""Characters that nearly all names have, at least and at most."""
_FOOT = 4
"""One of so many lines below the text may name who wrote it."""
_CLEAN_LABEL = 0.94
"""The score of a label before names and nothing else."""
_EDITED = 0.8
"""The score of names behind the label of an editor."""
_SURELY_BEHIND_DATE = 0.98
"""The score of names behind a date and a byline word: above that of the date with its label."""
_WITH_DATE = 1.0
"""The score of a sure byline with a date in the same line: above that of a labelled date."""


def find_bylines(survey: Survey) -> list[Candidate]:
    """Return one candidate for each short line that may name the authors.

    A bare name is believed once: if a labelled byline stands near the top or the bottom, or another bare name has
    better evidence, it loses most of its score.
    """
    prefixes = openings("byline", "prefix", survey.primary)
    lines = [look for look in survey.lines if look.columns <= 220 and look.words <= 34]
    found = [c for look in lines if (c := _byline(survey, look, prefixes)) is not None]
    reach = len(survey.looks) - 6
    named = {c.passage for c in found if any(is_person(name) for name, _, _ in c.fields.get("authors", ()))}
    labelled = (c for c in found if c.rule != "byline.bare-name" and c.score >= 0.85)
    sure = [c for c in labelled if c.passage < _TOP or c.passage >= reach]
    if not named.isdisjoint(c.passage for c in sure):
        apart = [c for c in found if named.isdisjoint((c.passage, c.passage - 1)) and _names_outlets(c)]
        found = [_as_outlet(c) if c in apart else c for c in found]
    editors = [c for c in found if c.kind == "byline" and _names_editor(survey.looks[c.passage])]
    if editors and any(c.score >= 0.85 and c not in editors and _names_people(c) for c in found):
        found = [_as_tagline(c) if c in editors else c for c in found]
    bare = [c for c in found if c.rule == "byline.bare-name" and c.kind == "byline"]
    best = max(bare, key=lambda c: (c.score + _PERSON * (c.passage in named), -c.passage), default=None)
    bare = [c for c in bare if c.score >= _LEAST or survey.looks[c.passage].cased]
    group = _group(best, bare) if best is not None and not sure else set()
    addresses = {c.passage for c in bare if _names_address(survey, c)}
    persons = [c.passage for c in bare if c.passage not in addresses]
    # The address of an outlet beside its author's name says where the text stood, not who wrote it.
    outlets = {place for place in addresses if any(abs(place - other) <= 3 for other in persons)}
    weighed = [_weighed(c, group, sure) for c in bare if c.passage not in outlets]
    believed = [c for c in weighed if c.score >= _LONE_WORD or not _is_lone_word(c)]
    believed = [_without_authors(c) if c.passage - 1 in named and c.passage not in named else c for c in believed]
    told = [*(c for c in found if c.rule != "byline.bare-name" or c.kind != "byline"), *believed]
    return told + [_as_dated(c) for c in told if c.passage < _TOP and _states_date(c)]


def _states_date(candidate: Candidate) -> bool:
    return candidate.kind == "byline" and any(part.kind == "publication_line" for part in candidate.parts)


def _as_dated(candidate: Candidate) -> Candidate:
    """Read a line with the author and the date as one of dates too: these may stand above the headline."""
    _, passage, score, rule, note, fields, parts = candidate
    return Candidate("publication_line", passage, score, rule, note, fields, parts)


def _without_authors(candidate: Candidate) -> Candidate:
    """A line below a person's name that names nobody itself says where or for whom that person works."""
    if candidate.parts:
        return candidate
    kind, passage, score, rule, note, fields, parts = candidate
    return Candidate(kind, passage, score, rule, note, {**fields, "authors": ()}, parts)


def _names_outlets(candidate: Candidate) -> bool:
    """Say whether a byline names outlets and nobody else."""
    authors = candidate.fields.get("authors", ())
    return bool(authors) and not candidate.parts and all(is_outlet(name) for name, _, _ in authors)


def _as_outlet(candidate: Candidate) -> Candidate:
    """Where a person signs with a byline word, the outlet in another line published the text and did not write it."""
    return Candidate("furniture", candidate.passage, max(candidate.score, 0.9), candidate.rule, candidate.note)


def _names_editor(look: Look) -> bool:
    """Say whether a line opens with the word for an editor, a proofreader or a translator."""
    match = _labelled(look)
    return folded(match[1] if match is not None else look.whole.split(" ", 1)[0]) in phrases("byline", "editing")


def _names_people(candidate: Candidate) -> bool:
    return candidate.kind == "byline" and bool(candidate.fields.get("authors"))


def _as_tagline(candidate: Candidate) -> Candidate:
    """Where somebody else wrote, who edited is told at the foot and is no author."""
    _, passage, score, rule, note, _, _ = candidate
    return Candidate("tagline", passage, score, rule, note, {"role": "reporting"})


def _names_address(survey: Survey, candidate: Candidate) -> bool:
    """Say whether a byline is the address of an outlet and nothing else."""
    text = survey.looks[candidate.passage].text
    named = next((text[part.start : part.end] for part in candidate.parts if part.kind == "byline"), text)
    return "." in named and DOMAIN.fullmatch(named.strip(" |·•-–—")) is not None


def _is_lone_word(candidate: Candidate) -> bool:
    authors = candidate.fields.get("authors", ())
    return len(authors) == 1 and _too_short(authors[0][0])


def _group(best: Candidate, bare: list[Candidate]) -> set[int]:
    """Return the passages of the bare names that stand in one run with the best."""
    places = {c.passage for c in bare}
    group = {best.passage}
    for step in (-1, 1):
        at = best.passage + step
        while at in places:
            group.add(at)
            at += step
    return group


def _weighed(candidate: Candidate, group: set[int], sure: list[Candidate]) -> Candidate:
    if candidate.passage in group or any(
        abs(candidate.passage - c.passage) == 1 and c.score > 0.9 and candidate.score > 0.8 for c in sure
    ):
        return candidate
    kind, passage, score, rule, note, fields, parts = candidate
    return Candidate(kind, passage, score * (0.2 if sure else 0.5), rule, note, fields, parts)


def _prefix(text: str, language: str) -> tuple[int, str]:
    """Return the length of the byline word that opens *text* and the word itself, or (0, "")."""
    for phrase in openings("byline", "prefix", language).all(text[:48].casefold()):
        end = len(phrase)
        behind = text[end : end + 1]
        if behind in {" ", "\u00a0", "\t", "\n"}:
            return end + 1, text[:end]
        if text[end : end + 5] == "&nbsp":
            return end + 5 + (1 if text[end + 5 : end + 6] == ";" else 0), text[:end]
        if behind.isupper() and text[end - 1 : end].islower():
            return end, text[:end]
    return 0, ""


def opens_like_byline(survey: Survey, look: Look) -> bool:
    """Say whether *look* opens with a byline word and a capital, or a byline label."""
    known: bool | None = look.memo.get("opens_like_byline")
    if known is None:
        text = look.text
        known = False
        if not look.whole or openings("byline", "prefix", survey.primary).all(look.whole):
            length, _ = _prefix(text, survey.primary)
            known = bool(length) and text[length : length + 1].isupper()
        if not known:
            match = _labelled(look)
            known = match is not None and _is_label(match[1])
        look.memo["opens_like_byline"] = known
    return known


def _byline(survey: Survey, look: Look, prefixes: Openings) -> Candidate | None:
    text = look.text
    length = 0
    if text[0] in _LEADS or prefixes.all(look.whole):
        lead = len(text) - len(text.lstrip(_LEADS))
        length, word = _prefix(text[lead:], survey.primary)
        if length:
            found = _after_prefix(survey, look, lead + length, word)
            if found is not None:
                return found
    match = _labelled(look) if look.signs else None
    if match is not None or (survey.east_asian and _LABEL_SIGN.search(text)):
        found = _among_fields(survey, look)
        if found is not None:
            return found
    if match is not None:
        if _is_label(match[1]) and not ("/" in match[0] and folded(match[1]) in phrases("byline", "desk")):
            return _after_label(survey, look, match.end(), match[1])
        if not look.ends and folded(match[1]) in phrases("byline", "work"):
            found = _after_label(survey, look, match.end(), match[1])
            return found if found is not None and found.score >= _CLEAN_LABEL else None
    if survey.east_asian and (found := _korean(survey, look) or _behind_role(survey, look)) is not None:
        return found
    found = _bare(survey, look) if look.prose < 0.68 and look.columns <= 120 and not length else None
    return found if found is not None or length else _beside_date(survey, look)


def _beside_date(survey: Survey, look: Look) -> Candidate | None:
    """``Ann Lee · Harbour News · Posted: May 3, 2022``, ``Posted May 3, 2022, 9:00, Ann Lee``: persons at an edge."""
    if FIGURES.isdisjoint(look.signs) or look.columns > 170 or look.prose >= 0.85 or not survey.states_day(look):
        return None
    text, stated = look.text, moments(look.text, survey.dates(look))
    if not stated:
        return None
    common = survey.small_words()
    names = parse_names(text, 0, stated[0].start, common)
    if not _are_persons(names):
        start = _behind_time(text, stated[-1].found.end, _BETWEEN)
        names = parse_names(text, start, len(text), common)
        if start == stated[-1].found.end or not _are_persons(names):
            return None
    return _candidate(survey, look, names, 0.95, "byline.bare-name", f"{_shown(names)} beside a date")


def _are_persons(names: Names) -> bool:
    """Say whether there are names and nothing else, each a full one that opens with a given name."""
    if names.strange or not names.authors:
        return False
    return all(is_person(name) and _full_name(name) for name, _, _ in names.authors)


def may_be_labelled(look: Look) -> bool:
    """Say whether any sign stands in *look* that a label could end with."""
    return not _LABEL_SIGNS.isdisjoint(look.signs)


def _labelled(look: Look) -> re.Match[str] | None:
    """Return what opens *look* as a label does, sign included."""
    return _LABELLED.match(look.text) if may_be_labelled(look) and _LABEL_SIGN.search(look.text, 1, 50) else None


def _is_label(words: str) -> bool:
    """Byline words of every language count before a colon."""
    fold = folded(words)
    return fold in phrases("byline", "label") or fold in phrases("byline", "prefix")


def _cut_dates(survey: Survey, look: Look, start: int) -> int:
    """Return where names must end: before a date, a time or a second label."""
    text = look.text
    end = len(text)
    if not FIGURES.isdisjoint(look.signs):
        for found in survey.dates(look):
            if found.start >= start and found.precision in {"day", "month-day"}:
                end = min(end, found.start)
                break
        label = next((m for m in moments(text, survey.dates(look)) if m.found.start == end), None)
        end = max(start, label.start) if label is not None else end
        if _DIGIT.search(text, start, end):
            times = strip_times(text)
            if times != text:
                end = next((i for i in range(start, end) if times[i] == " " and text[i] not in " \u00a0"), end)
    if "@" in text or "://" in text or "www." in text:
        cut = _MAIL.search(text, start + 1, end)
        end = cut.start() if cut is not None else end
    if any(map(look.whole.__contains__, _SECOND_LABEL_WORDS)):
        cut = _SECOND_LABEL.search(text, start + 1, end)
        end = cut.start() if cut is not None else end
    return end


def _after_prefix(survey: Survey, look: Look, start: int, word: str) -> Candidate | None:
    label = _LABELLED.match(look.text, start) if may_be_labelled(look) else None
    if label is not None and _is_label(label[1]):
        start = label.end()  # von Autor: Ann Lee
    end = _cut_dates(survey, look, start)
    names = parse_names(look.text, start, end, survey.small_words())
    if not names.authors and not names.agency:
        return None
    if look.ends and look.words > 12 and look.sentences:
        return None
    if _is_a_noun(names):
        return None
    score = 0.97 - 0.1 * names.strange
    if names.strange > 3 or (look.prose >= 0.68 and names.strange):
        return None
    return _candidate(survey, look, names, score, "byline.word", f"‘{word}’ before {_shown(names)}")


def _is_a_noun(names: Names) -> bool:
    """Say whether a small word and one with a capital stand where a name should: ``from the Council``."""
    if names.desk or names.agency or len(names.authors) != 1:
        return False
    words = names.authors[0][0].split()
    return len(words) > 1 and words[0].islower() and sum(word[0].isupper() for word in words) == 1


def _after_label(survey: Survey, look: Look, start: int, word: str) -> Candidate | None:
    end = _cut_dates(survey, look, start)
    names = parse_names(look.text, start, end)
    if (not names.authors and not names.agency) or names.strange > 4:
        return None
    certain = _EDITED if folded(word) in phrases("byline", "editing") else 0.95
    return _candidate(
        survey, look, names, certain - 0.06 * names.strange, "byline.label", f"‘{word}:’ before {_shown(names)}"
    )


def _among_fields(survey: Survey, look: Look) -> Candidate | None:
    """``Source: Agency Author: Ann Lee``, ``来源：新华网作者：王五``: the names behind one of several labels."""
    if look.columns > _FIELDS_REACH or look.ends:
        return None
    fields = [(start, end, word) for m in _FIELD.finditer(look.text) for start, end, word in _field(m)]
    if len(fields) < 2:
        return None
    for number, (_, begin, word) in enumerate(fields):
        if not _is_label(word) or folded(word) in phrases("byline", "editing"):
            continue
        end = fields[number + 1][0] if number + 1 < len(fields) else len(look.text)
        end = min(end, _cut_dates(survey, look, begin))
        names = parse_names(look.text, begin, end)
        if names.authors and not names.strange:
            note = f"‘{word}:’ among labels, before {_shown(names)}"
            return _candidate(survey, look, names, 0.95, "byline.label", note)
    return None


def _field(match: re.Match[str]) -> list[tuple[int, int, str]]:
    """Return the known label that ends a word before a colon: where it starts, where its value starts, itself."""
    word = match[1]
    glued = has_east_asian(word)
    for length in range(min(_HAN_LABEL, len(word)), 1, -1) if glued else (len(word),):
        label = word[-length:]
        fold = folded(label)
        if _is_label(label) or fold in phrases("signoff", "source_label") or is_publication_label(label):
            return [(match.end(1) - length, match.end(), label)]
    return []


def _korean(survey: Survey, look: Look) -> Candidate | None:
    if look.columns > 90 or look.ends:
        return None
    matches = list(_KOREAN.finditer(look.text)) if has_east_asian(look.text) else []
    if not matches:
        return None
    authors = tuple((m["name"], m.start("name"), m.end("name")) for m in matches)
    return _candidate(survey, look, Names(authors, end=matches[-1].end()), 0.93, "byline.role", "a name before 기자")


def _behind_role(survey: Survey, look: Look) -> Candidate | None:
    """``編集委員　中沢太郎``, ``海港报记者 王小明 实习生李雷``: names in ideographs behind a role, nothing else."""
    if look.columns > 60 or look.ends:
        return None
    text = look.text.replace("\u3000", " ").replace("・", " ")
    start = len(text) - len(text.lstrip(_LEADS))
    first = text.find(" ", start)
    if first < 0 or not (role := _role_end(text[start:first])):
        return None
    authors: list[tuple[str, int, int]] = []
    for match in WORD.finditer(text, start):
        a, b = trimmed(text, *match.span())
        a += _role_end(text[a:b])
        if folded(text[a:b]) in phrases("byline", "editing"):
            continue  # 编辑 刘晓 校对 李铭
        if a < b and not HAN_FILED.search(text[a:b]):
            authors.append((text[a:b], a, b))
    if len(authors) == 2 and not _has_usual_length(survey.primary, Names(tuple(authors))):
        a, b = authors[0][1], authors[1][2]  # one name, its parts with a blank between them
        authors = [(look.text[a:b], a, b)]
    usual = _has_usual_length(survey.primary, Names(tuple(authors)))
    if not usual or not all(map(HAN_NAME.fullmatch, (name for name, _, _ in authors))):
        return None
    if not authors:
        return None
    names = Names(tuple(authors), end=authors[-1][2])
    return _candidate(
        survey, look, names, 0.93, "byline.role", f"{_shown(names)} behind ‘{text[start : start + role]}’"
    )


def _role_end(text: str) -> int:
    """Return where the last role in *text* ends, 0 if there is none."""
    return max((at + len(role) for role in _lead_roles() if (at := text.rfind(role)) >= 0), default=0)


@cache
def _lead_roles() -> tuple[str, ...]:
    return tuple(phrases("byline", "lead_role"))


def _shown(names: Names) -> str:
    if not names.authors:
        return names.agency or "a desk"
    count = len(names.authors)
    return f"the name {names.authors[0][0]}" if count == 1 else f"{count} names"


@cache
def _lone_words(language: str) -> frozenset[str]:
    table = phrases_by_language("byline", "prefix")
    return table.get(language, frozenset()) | table["en"]


def _near_date(survey: Survey, look: Look) -> bool:
    for index in range(max(0, look.index - 2), min(len(survey.looks), look.index + 3)):
        other = survey.looks[index]
        if index != look.index and other.columns <= 90 and survey.states_day(other):
            return True
    return False


def _beside_dated_line(survey: Survey, look: Look) -> bool:
    """Say whether the line right above or below states a day and little else."""
    beside = survey.looks[max(0, look.index - 1) : look.index + 2]
    return any(
        other.index != look.index and other.columns <= 60 and survey.states_day(other) and other.prose < 0.68
        for other in beside
    )


def _bare(survey: Survey, look: Look) -> Candidate | None:
    """A line of names alone, of a name with a role, an outlet, an address or a date behind it."""
    if "bare" not in look.memo:
        look.memo["bare"] = _bare_name(survey, look)
    known: Candidate | None = look.memo["bare"]
    return known


def _bare_name(survey: Survey, look: Look) -> Candidate | None:
    text = look.text
    if (
        look.columns > 120
        or look.words > 16
        or look.prose >= 0.68
        or look.fold.isdigit()
        or text.rstrip()[-1:] in ":："  # a label of what stands below
        or (look.words == 1 and "://" in text)
        or (look.ends and not text.rstrip().endswith((")", "Jr.", "Ph.D.")))
    ):
        return None
    if (
        ((FIGURES.isdisjoint(look.signs) or not _DIGIT.search(text)) and reads_on(text, survey.small_words()))
        or is_furniture_phrase(look)
        or look.fold in _lone_words(survey.primary)
        or is_release_label(look)
        or names_issuer(look)
        or states_embargo(look)
    ):
        return None
    if look.index in credited(survey) or (
        look.index in parsed_datelines(survey) and not (survey.states_day(look) and is_person(text))
    ):
        return None
    label = _labelled(look) if look.signs else None
    if label is not None and folded(label[1]) in phrases("signoff", "source_label"):
        return None
    start = len(text) - len(text.lstrip(" (（[—–-•·/"))
    end = _cut_dates(survey, look, start)
    if end <= start:
        return _behind_date(survey, look)
    labelled = label is not None and look.cased and label[1].isalpha()
    if label is not None and labelled:
        start = max(start, label.end())  # a word before a colon is no part of a name
    names = parse_names(text, start, end, survey.small_words())
    if labelled and not any(is_person(name) for name, _, _ in names.authors):
        return None  # the label of something else
    bar = text.find("|", start, end) if names.strange else -1
    if bar > 0:
        names = parse_names(text, start, bar, survey.small_words())
        if not _are_persons(names):
            return None
    if names.strange or (not names.authors and not names.agency):
        return None
    if not look.cased and any(_words_of_name(name) > _CASELESS for name, _, _ in names.authors):
        return None
    if any(not has_case(name) and folded(name) in _places(survey.primary) for name, _, _ in names.authors):
        return _behind_place(survey, look)
    if survey.east_asian and any(name.split()[0] in phrases("byline", "lead_role") for name, _, _ in names.authors):
        return None  # a role before something else than a name
    if any(is_publication_label(name) or folded(name) in _no_names() for name, _, _ in names.authors):
        return _behind_date(survey, look)
    if names.authors and not FIGURES.isdisjoint(look.signs) and _MEASURE.search(text, names.authors[-1][2], end):
        return None  # Zout Ferries +3.8%
    if look.index == 0 and look.words >= _TITLE_WORDS and look.cased and not (names.desk or names.agency):
        if not any(is_person(name) for name, _, _ in names.authors) and not survey.states_day(look):
            return None  # a headline in title case: nobody in it has a given name
    score = _bare_score(survey, look, names)
    return _candidate(survey, look, names, score, "byline.bare-name", f"a line of {_shown(names)}")


def _behind_place(survey: Survey, look: Look) -> Candidate | None:
    """``नई दिल्ली Published: Sep 04, 2023``: a place and a date, which say when the text was published."""
    for found in moments(look.text, survey.dates(look))[:1]:
        return Candidate(
            "publication_line", look.index, 0.95, "byline.bare-name", "a place and a date", dated_fields(found)
        )
    return None


@cache
def _places(language: str) -> frozenset[str]:
    """The listed places of a language; where no capital tells names, they look like those of persons."""
    uses = ("bare_places", "colon_places")
    return frozenset().union(*(phrases_by_language("dateline", use).get(language, ()) for use in uses))


@cache
def _no_names() -> frozenset[str]:
    """The labels of contacts and the end marks."""
    return (phrases("signoff", "contact") | phrases("signoff", "end_mark")) - agencies().keys()


_MEASURE = lazily(r"(?:^|\s)[+−±-]\s?\d+[.,]?\d*\s?%?(?=\s|$)|\d\s?%")
_PERSON = 0.2
"""What a listed given name is worth where several lines could name the authors."""
_LONE_WORD = 0.3
"""Below this score a lone word is nobody's name."""
_CASELESS = 3
"""Words of a name where no capital tells it from a sentence."""


def _words_of_name(name: str) -> int:
    return len([word for word in name.split() if folded(word) not in phrases("byline", "particles")])


def _behind_date(survey: Survey, look: Look) -> Candidate | None:
    """``14 September 2022 / Ann Lee``, ``14.09.22, 14:56, Von Ann Lee``: a date, a sign or a byline word, names."""
    stated = moments(look.text, survey.dates(look))
    short = None if stated else next((found for found in survey.dates(look) if found.precision == "month-day"), None)
    if not stated and short is None:
        return None
    dated = stated[0].found.end if short is None else short.end
    between = _BETWEEN if short is None else _BETWEEN + "'’0123456789"  # a year in two figures
    start = _behind_time(look.text, dated, between)
    length, word = _prefix(look.text[start:], survey.primary)
    if not word and short is not None:
        return None
    dashed = False
    if not word:
        match = _BEFORE_NAME.search(look.text, dated)
        if match is None:
            match = _DASH_BEFORE_NAME.search(look.text, dated)
            dashed = match is not None
        if match is None or len(_PARTS.split(look.text[dated : match.start()])[-1]) > 24:
            return None
        start = match.end()
        length, word = _prefix(look.text[start:], survey.primary)
    counter = _COUNTER.search(look.text, start + length)
    end = len(look.text) if counter is None else counter.start()
    names = parse_names(look.text, start + length, end, survey.small_words())
    if dashed and not (word or (names.authors and all(is_person(name) for name, _, _ in names.authors))):
        return None
    if names.strange or not names.authors or names.desk:
        return None
    if (look.cased or not word) and names.agency is None and any(not _full_name(name) for name, _, _ in names.authors):
        return None
    note = f"{_shown(names)} behind a date"
    if short is not None:
        fields: dict[str, object] = {"role": DateRole.PUBLISHED}
        if not _DIGIT.match(look.text[dated:start].lstrip(" '’")):
            fields |= {"date": short.date, "date_span": (short.start, short.end)}
        authors = {"authors": names.authors, "agency": names.agency}
        parts = (Part("publication_line", 0, start, fields), Part("byline", start, len(look.text), authors))
        return Candidate("byline", look.index, 0.95, "byline.bare-name", note, parts=parts)
    sure = word or names.agency is not None or not _in_body(survey, names)
    score = _SURELY_BEHIND_DATE if word else 0.8 if sure or _are_persons(names) else 0.62
    return _candidate(survey, look, names, score, "byline.bare-name", note)


def _behind_time(text: str, start: int, between: str) -> int:
    """Return where the next word begins behind *start*, times and the characters *between* left out."""
    return len(text) - len(strip_times(text)[start:].lstrip(between))


def _full_name(name: str) -> bool:
    words = [folded(word) for word in name.split()]
    joiners = phrases("byline", "joiner") - phrases("byline", "particles")
    return 2 <= len(words) <= 4 and words[-1] not in roles_and_outlets() and joiners.isdisjoint(words)


def is_line_of_names(survey: Survey, look: Look) -> bool:
    """Say whether *look* holds nothing but names, roles and outlets."""
    found = _bare(survey, look)
    return found is not None and (found.score >= _LEAST or look.cased)


def names_person(survey: Survey, look: Look) -> bool:
    """Say whether *look*, a line of names, opens one of them with a given name, or names a desk or an agency."""
    found = _bare(survey, look)
    if found is None:
        return False
    authors = found.fields.get("authors", ())
    return not authors or any(is_person(name) or known_agency(name) for name, _, _ in authors)


def _bare_score(survey: Survey, look: Look, names: Names) -> float:
    text = look.text
    dated = any(d.start >= names.end and d.precision == "day" for d in survey.dates(look))
    near = _near_date(survey, look)
    score = 0.7 if names.desk or (names.agency and not names.authors) else 0.56
    if names.authors and (names.end < len(text.rstrip()) - 1 or _has_role(look)):
        score += 0.14
    if names.authors and (not _ADDRESS_SIGNS.isdisjoint(look.signs) or "www." in text) and _MAIL.search(text):
        score += 0.16
    score += 0.3 if dated else 0.18 if near else 0.0
    if near and not dated and _are_persons(names) and _beside_dated_line(survey, look):
        score += 0.12
    above = survey.looks[look.index - 1] if look.index else None
    below = survey.below(look)
    introduced = above is not None and above.fold in _lone_words(survey.primary)
    if introduced:
        score += 0.35
    if names.authors and below is not None and below.words <= 4 and not below.ends and _has_role(below):
        score += 0.2
    if not look.cased:
        score -= 0.08 if near else 0.25
        if look.words > 2 and any(_words_of_name(name) > 2 for name, _, _ in names.authors):
            score -= 0.06  # a short sentence has as many words
        if not near and not _has_usual_length(survey.primary, names):
            score -= 0.3
        if not near and look.index >= _FOOT and survey.closes(survey.looks[look.index - _FOOT]):
            score -= 0.1  # far below the text
    elif not names.desk and any(_too_short(name) for name, _, _ in names.authors):
        score -= 0.5
    if above is not None and not introduced and is_furniture_phrase(above) and survey.closes(look):
        # "Latest news" and the first of its links, with its date below
        score -= 0.0 if dated else 0.5 if near and not any(is_person(name) for name, _, _ in names.authors) else 0.3
    wire = names.agency is not None and len(names.authors) == 1
    title = look.words >= _TITLE_WORDS and look.cased and not (dated or names.desk or names.agency)
    several = len(names.authors) > 1 and _are_persons(names)
    if (
        title
        and not several
        and survey.echo(look) >= 0.5
        and any(_in_body(survey, Names((author,))) for author in names.authors)
    ):
        score -= 0.5  # a headline in title case
    elif not introduced and not wire and not _has_role(look) and _in_body(survey, names):
        score -= 0.2 if dated else 0.5
    return min(score, 0.95)


def _has_usual_length(language: str, names: Names) -> bool:
    """Say whether names in ideographs have as many characters as nearly all in their language."""
    shortest, longest = _HAN_LENGTHS.get(language, (0, 200))
    return all(shortest <= len(name) <= longest for name, _, _ in names.authors)


def _too_short(name: str) -> bool:
    return " " not in name and "." not in name and not known_agency(name)


def _in_body(survey: Survey, names: Names) -> bool:
    """Say whether the running text names all these people: then they are its subjects, not its authors."""
    body = survey.body()
    words = [w for name, _, _ in names.authors for w in _LONG_WORD.findall(name.casefold())]
    return bool(words) and all(word in body for word in words)


def _has_role(look: Look) -> bool:
    """Say whether the line ends with a role."""
    fold = look.whole or folded(look.text[-80:])
    ends = _roles().get(fold[-2:])
    return ends is not None and fold.endswith(ends)


@cache
def _roles() -> dict[str, tuple[str, ...]]:
    """The roles by their last two characters."""
    by_tail: dict[str, list[str]] = {}
    for role in phrases("byline", "suffix"):
        by_tail.setdefault(role[-2:], []).append(role)
    return {tail: tuple(found) for tail, found in by_tail.items()}


def _candidate(survey: Survey, look: Look, names: Names, score: float, rule: str, note: str) -> Candidate:
    fields = {"authors": names.authors, "agency": names.agency}
    text = look.text
    stated = moments(text, survey.dates(look))
    if not stated:
        cut = _foreign_tail(text, names)
        if cut:
            parts = (Part("byline", 0, cut, fields), Part("furniture", cut, len(text)))
            return Candidate("byline", look.index, score, rule, note, parts=parts)
        return Candidate("byline", look.index, score, rule, note, fields)
    first = stated[0]
    full = all(_full_name(name) or not has_case(name) for name, _, _ in names.authors)
    if score >= _EDITED and rule != "byline.bare-name" and full:
        score = max(score, _WITH_DATE)  # it says all that a reading as a date says, and who wrote
    dated = dated_fields(first)
    if names.authors and first.found.end <= names.authors[0][1]:
        cut = _after_separator(text, first.found.end, names.authors[0][1])
        end = _foreign_tail(text, names) or len(text)
        split = [Part("publication_line", 0, cut, dated), Part("byline", cut, end, fields)]
        if end < len(text):
            split.append(Part("furniture", end, len(text)))
        return Candidate("byline", look.index, score, rule, note, parts=tuple(split))
    cut = min(_closed(text, max(names.end, 1)), first.start)
    parts = (Part("byline", 0, cut, fields), Part("publication_line", cut, len(text), dated))
    return Candidate("byline", look.index, score, rule, note + ", with a date", parts=parts)


def _after_separator(text: str, start: int, end: int) -> int:
    """Return where what follows a date and its time begins in ``text[start:end]``: behind a sign or the time."""
    times = strip_times(text)
    timed = max((i + 1 for i in range(start, end) if times[i] != text[i]), default=0)
    start = timed or start
    for separator in ("|", "•", "·", "/", "-", "–", "—", ","):
        at = text.find(separator, start, end)
        if at >= 0:
            return at + 1
    labelled = ":" in text[timed:end] or "：" in text[timed:end]
    return end if labelled else timed or end


def _foreign_tail(text: str, names: Names) -> int:
    """Return where reading tools begin after the names (``| 4 min read``), or 0."""
    tail = text[names.end :]
    if names.end and any(c.isdigit() for c in tail) and not _MAIL.search(tail):
        return _closed(text, names.end)
    return 0


def _closed(text: str, end: int) -> int:
    """Return *end*, behind the bracket that closes there: ``Ann Lee (LTV News)``."""
    return end + (text[end : end + 1] in (")", "）"))
