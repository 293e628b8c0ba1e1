# SPDX-License-Identifier: Apache-2.0
"""Names in Korean, Japanese and Chinese lines that need no byline word: before and behind roles, above a date."""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.author_names.lists import Names
from docforge.detect.author_names.persons import HAN_FILED, HAN_NAME
from docforge.detect.author_names.segments import WORD, trimmed
from docforge.detect.bylines.authors import have_usual_length, opens_with_surname, shown
from docforge.detect.bylines.byline_words import LEADS, label_of
from docforge.detect.bylines.parts import byline_candidate
from docforge.detect.candidate import Candidate, Part
from docforge.detect.look import Look
from docforge.detect.makers import mark_of
from docforge.detect.publication import is_publication_label
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, phrases, phrases_by_language
from docforge.patterns import any_of, has_east_asian, lazily

__all__ = [
    "above_date",
    "before_filed",
    "before_house",
    "before_role",
    "behind_role",
    "in_closing_brackets",
    "with_address",
]

_KOREAN = lazily(
    r"(?P<names>[\uac00-\ud7a3]{2,4}(?:\s?[·ㆍ‧・,]\s?[\uac00-\ud7a3]{2,4})*)"
    r"\s?(?:(?:[\uac00-\ud7a3]{2,4})?전문|인턴|선임|수석|객원)?(?:기자|특파원|통신원|앵커)(?P<more>\s외\s?\d+명)?"
)
_HANGUL_NAME = r"[\uac00-\ud7a3]{3,4}"
_SENTENCE = lazily(r"[\uac00-\ud7a3][.!?…]\s")
_AS_BLANKS = dict.fromkeys(map(ord, "\u3000・"), " ")
_ENCLOSED_AS_BLANKS = dict.fromkeys(map(ord, "\u3000・【】〔〕（）()[]［］/／"), " ")
_ENCLOSING = frozenset("【〔（([［")
_TOWN = 2
"""Characters of most towns before the word that somebody filed from there; most names have three."""
_IN_BRACKETS = lazily(
    r"(?:。|^)(?P<bracket>[（(【\[](?P<names>[\u4e00-\u9fff々ヶ、，・ \u3000]{3,40})[）)】\]])\s{0,3}$"
)
"""Brackets behind the end of a sentence that closes a passage; those inside a sentence stand before its full stop."""
_WITH_HOUSE = lazily(
    r"[（(【\[［](?P<names>[\u4e00-\u9fff々ヶ、，・]{3,24})[、，,]\s?[A-Za-z][\w.& -]{1,24}[)）】\]］]"
)
_IN_BRACKETS_REACH = 50
"""Characters at the end of a passage among which such brackets open."""
_ASKED = 200
"""So many passages of running text are asked for a person in such brackets."""
_JAPANESE_NAME = 5
"""Ideographs of a surname and a given name at most."""
_BETWEEN_SIGNS = lazily(r"[^、，・ \u3000]+")
_BETWEEN_PAUSES = lazily("[^、，]+")
_WORDS = lazily(r"\S+")
_HANGUL_ALONE = lazily(r"[\uac00-\ud7a3]{3}")
"""A name of three syllables; most names of sections have two."""
_KOREAN_NAME = lazily(r"[\uac00-\ud7a3]{2,4}")
_HANGUL_AND_ADDRESS = lazily(
    rf"\s*(?P<house>[A-Z][A-Za-z]{{1,7}}\s)?(?P<name>{_HANGUL_NAME})\s?(?P<bracket>[(（\[])?[\w.+-]{{2,40}}@[\w.-]{{3,60}}[)）\]]?\s*"
)
"""``YTN 이도현 (lee@…)``: the broadcaster, a name and an address."""
_SPACED_ROLE = lazily("[记記] 者 ")
"""The word for a reporter with a blank in it, as papers set words of two characters in a row of three."""
_FILED_WORDS, _FILED_WIDTH = 6, 60
"""Words, and columns, of a line of names that a place and a word for filing close."""


def before_role(survey: Survey, look: Look) -> Candidate | None:
    """``홍길동 기자``: names before the word for a reporter."""
    if look.columns > 90 or look.ends:
        return None
    matches = list(_KOREAN.finditer(look.text)) if has_east_asian(look.text) else []
    if not matches or _SENTENCE.search(look.text, 0, matches[0].start()):
        return None  # a caption and who took the picture
    label = label_of(look) if look.signs else None
    if label is not None and folded(label[1]) in phrases("credits", "label"):
        return None  # 사진=이도현 기자
    names = [name for match in matches for name in _KOREAN_NAME.finditer(look.text, *match.span("names"))]
    authors = tuple((name.group(), *name.span()) for name in names)
    return byline_candidate(
        survey, look, Names(authors, end=matches[-1].end()), 0.93, "byline.role", "a name before 기자"
    )


def above_date(survey: Survey, look: Look) -> Candidate | None:
    """``한서윤`` right above ``승인 2022.11.16 09:40``: a Korean name alone above the labelled date of the page."""
    text = look.text.strip(LEADS + " ")
    below = survey.below(look)
    if below is None or not _HANGUL_ALONE.fullmatch(text) or not opens_with_surname("ko", text):
        return None
    if text[-1] in phrases("byline", "hangul_no_name"):
        return None  # 정치부
    if survey.has_begun(look) or not survey.states_day(below) or any(text in o.text for o in survey.running()):
        return None  # the text tells of whom it names
    label = below.text.strip(LEADS + " ").partition(" ")[0].rstrip(":")
    if not is_publication_label(label):
        return None
    start = look.text.index(text)
    names = Names(((text, start, start + len(text)),), end=start + len(text))
    return byline_candidate(survey, look, names, 0.9, "byline.above-date", "a name above the date of the page")


def with_address(survey: Survey, look: Look) -> Candidate | None:
    """``YTN 이도현 (lee@…)``: a Korean name and its address, nothing else."""
    match = _HANGUL_AND_ADDRESS.fullmatch(look.text) if "@" in look.text else None
    if match is None or not opens_with_surname("ko", match["name"]) or match["name"].endswith(_no_names()):
        return None
    if match["name"][-1] in phrases("byline", "hangul_no_name") or not (match["house"] or match["bracket"]):
        return None  # 홍보팀 pr@…, 이메일 lee@…
    names = Names(((match["name"], *match.span("name")),), end=match.end("name"))
    return byline_candidate(survey, look, names, 0.93, "byline.role", "a name before its address")


def before_filed(survey: Survey, look: Look) -> Candidate | None:
    """``海港電視 王小明 李雨晴 青山報導``: names with blanks between them before the place that they filed from."""
    if look.columns > _FILED_WIDTH or look.ends or HAN_FILED.search(look.text.rstrip()) is None:
        return None
    words = [(match.group(), *match.span()) for match in _WORDS.finditer(look.text)]
    if not 1 < len(words) <= _FILED_WORDS:
        return None
    authors = words[:-1]
    if len(authors) > 1 and (_names_house(authors[0][0]) or len(authors[0][0]) == _TOWN):
        authors = authors[1:]  # of two characters are more channels than names
    if not all(
        len(name) > _TOWN
        and HAN_NAME.fullmatch(name)
        and opens_with_surname("zh", name)
        and not name.endswith(_no_names())
        for name, _, _ in authors
    ):
        return None
    names = Names(tuple(authors), end=authors[-1][2])
    return byline_candidate(survey, look, names, 0.93, "byline.role", f"{shown(names)} before ‘{words[-1][0]}’")


def _names_house(word: str) -> bool:
    return word.endswith(tuple(phrases("byline", "han_outlet"))) or _closes_as_house(word)


def behind_role(survey: Survey, look: Look) -> Candidate | None:
    """``編集委員　中沢太郎``, ``海港报记者 王小明 实习生李雷``: names in ideographs behind a role, nothing else."""
    if look.columns > 60 or look.ends:
        return None
    if (hangul := _hangul_behind().fullmatch(look.text.strip())) is not None:
        return _behind_hangul(survey, look, hangul)
    text = look.text.translate(_ENCLOSED_AS_BLANKS if look.text[0] in _ENCLOSING else _AS_BLANKS)
    start = len(text) - len(text.lstrip(LEADS + " "))
    if _SPACED_ROLE.match(text, start):
        text = f"{text[:start]} {text[start]}{text[start + 2 :]}"  # 记 者 王小明: the same length, the blank before it
        start += 1
    first = text.find(" ", start)
    if first < 0:
        return _glued(survey, look)
    if not (role := _role_end(text[start:first])) or _took_picture(text):
        return None
    authors: list[tuple[str, int, int]] = []
    written, edited = folded(text[start:first]) not in phrases("byline", "editing"), False
    for match in WORD.finditer(text, start):
        a, b = trimmed(text, *match.span())
        if folded(text[a:b]) in phrases("byline", "editing"):
            edited = written  # 记者 李雨晴 编辑 周敏; but 编辑 刘晓 校对 李铭
            continue
        if folded(text[a:b]) in phrases("credits", "label"):
            continue  # 文・写真 山田太郎
        a += _role_end(text[a:b])
        if edited and a < b:
            edited = False
            continue
        if a < b and not HAN_FILED.search(text[a:b]):
            authors.append((text[a:b], a, b))
    if HAN_FILED.search(text.rstrip()) and len(authors) > 1 and _may_be_town(authors[-1][0]):
        authors.pop()  # 記者 許文哲 台北 報導
    if len(authors) == 2 and not have_usual_length(survey.primary, Names(tuple(authors))):
        a, b = authors[0][1], authors[1][2]  # one name, its parts with a blank between them
        authors = [(look.text[a:b], a, b)]
    usual = have_usual_length(survey.primary, Names(tuple(authors)))
    if not usual or not all(map(HAN_NAME.fullmatch, (name for name, _, _ in authors))):
        return None
    if not authors or any(name.endswith(_no_names()) for name, _, _ in authors):
        return None
    names = Names(tuple(authors), end=authors[-1][2])
    return byline_candidate(
        survey, look, names, 0.93, "byline.role", f"{shown(names)} behind ‘{text[start : start + role]}’"
    )


def in_closing_brackets(survey: Survey, look: Look) -> Candidate | None:
    """``…という。【森下康平、井上真紀】``, ``…（札幌支局　森下康平）``: who wrote, at the end."""
    match = _IN_BRACKETS.search(look.text, max(0, len(look.text) - _IN_BRACKETS_REACH))
    if match is None or mark_of(match["names"]):
        return None
    found = [(m.group(), *m.span()) for m in _BETWEEN_SIGNS.finditer(look.text, *match.span("names"))]
    housed = len(found) > 1 and _closes_as_house(found[0][0])
    if housed:
        del found[0]
    if not housed and survey.primary in phrases_by_language("byline", "surname"):
        return None  # （方便、安全）: many words open like surnames
    if any(other is not look and name in other.text for name, _, _ in found for other in survey.running()[:_ASKED]):
        return None  # of whom the text tells
    for name, _, _ in found:
        if not HAN_NAME.fullmatch(name) or name.endswith(_no_names()) or not _reads_as_name(survey.primary, name):
            return None
    names = Names(tuple(found))
    if not have_usual_length(survey.primary, names):
        return None
    start = match.start("bracket")
    if start == 0:
        names = Names(tuple(found), end=found[-1][2])
        return byline_candidate(survey, look, names, 0.9, "byline.bracket", f"{shown(names)} in brackets, nothing else")
    parts = (Part("paragraph", 0, start), Part("byline", start, len(look.text), {"authors": names.authors}))
    note = f"{shown(names)} in brackets behind the last sentence"
    return Candidate("paragraph_with_tagline", look.index, 1.0, "byline.bracket", note, parts=parts)


def before_house(survey: Survey, look: Look) -> Candidate | None:
    """``[森下康平，HarbourNet]``: names in ideographs and the house in Latin letters, in brackets, nothing else."""
    if look.columns > _IN_BRACKETS_REACH or look.text[0] not in _ENCLOSING:
        return None
    match = _WITH_HOUSE.fullmatch(look.text.rstrip())
    if match is None:
        return None
    found = [(m.group(), *m.span()) for m in _BETWEEN_PAUSES.finditer(look.text, *match.span("names"))]
    names = Names(tuple(found), end=found[-1][2])
    if not have_usual_length(survey.primary, names) or not all(HAN_NAME.fullmatch(name) for name, _, _ in found):
        return None
    return byline_candidate(survey, look, names, 0.9, "byline.bracket", f"{shown(names)} and a house in brackets")


def _took_picture(text: str) -> bool:
    """``新华社记者 王大明 摄``: say whether the last word is the mark of who took a picture, and no text is told of."""
    words = text.split()
    return words[-1] in phrases("credits", "maker_mark") and folded(words[0]) not in phrases("credits", "label")


def _reads_as_name(language: str, name: str) -> bool:
    """Say whether a name opens with a surname of *language*, or closes like a given name where none are listed."""
    if language in phrases_by_language("byline", "surname"):
        return opens_with_surname(language, name)
    ends = phrases_by_language("dateline", "name_ends").get(language, frozenset())
    return len(name) <= _JAPANESE_NAME and name[-1] in ends


def _closes_as_house(name: str) -> bool:
    return name.endswith(tuple(phrases("byline", "han_desk"))) or _role_end(name) == len(name)


def _may_be_town(name: str) -> bool:
    """Say whether a name in ideographs before a word for filing is that of a town, or opens with no surname."""
    if name in phrases("dateline", "towns") or name.endswith(tuple(phrases("dateline", "place_ends"))):
        return True
    return len(name) == _TOWN and not opens_with_surname("zh", name)


def _behind_hangul(survey: Survey, look: Look, match: re.Match[str]) -> Candidate | None:
    """``글 이도현``: each name opens with a surname."""
    lead = len(look.text) - len(look.text.lstrip()) + match.start("names")
    found = [(m.group(), lead + m.start(), lead + m.end()) for m in _KOREAN_NAME.finditer(match["names"])]
    if not all(opens_with_surname("ko", name) and not name.endswith(_no_names()) for name, _, _ in found):
        return None
    if not (survey.is_above_text(look) or survey.closes(look)):
        return None  # 글 이야기
    names = Names(tuple(found), end=found[-1][2])
    return byline_candidate(survey, look, names, 0.93, "byline.role", f"{shown(names)} behind a role")


@cache
def _hangul_behind() -> re.Pattern[str]:
    """A role and names in Hangul, nothing else."""
    roles = any_of(phrases("byline", "hangul_role"))
    names = rf"{_HANGUL_NAME}(?:\s?[·ㆍ‧・,]\s?{_HANGUL_NAME})"
    return re.compile(rf"(?:{roles})(?:\s?[=:]?\s|(?={names}{{1,4}}$))(?P<names>{names}{{0,4}})")


def _glued(survey: Survey, look: Look) -> Candidate | None:
    """``新华社记者李雨晴、周敏``, ``记者李雨晴报道``: names right behind a role, each with a surname, nothing else."""
    text = look.text
    start = _role_end(text)
    filed = HAN_FILED.search(text)
    end = filed.start() if filed is not None else len(text.rstrip())
    if not start or start >= end:
        return None
    if mark_of(text[start:end].rstrip()):
        return None  # 新华社记者李雨晴摄: who took the picture
    found = [(m.group(), m.start(), m.end()) for m in _BETWEEN_PAUSES.finditer(text, start, end)]
    if not found or not all(
        opens_with_surname(survey.primary, name) and HAN_NAME.fullmatch(name) and not name.endswith(_no_names())
        for name, _, _ in found
    ):
        return None
    names = Names(tuple(found), end=end)
    return byline_candidate(survey, look, names, 0.93, "byline.role", f"{shown(names)} behind ‘{text[:start]}’")


def _role_end(text: str) -> int:
    """Return where the last role in *text* ends, 0 for none; one character is a role where it opens (許文哲 has 文)."""
    found = ((role, text.rfind(role)) for role in _lead_roles())
    return max((at + len(role) for role, at in found if at >= 0 and (not at or len(role) > 1)), default=0)


@cache
def _no_names() -> tuple[str, ...]:
    return tuple(phrases("byline", "no_han_name"))


@cache
def _lead_roles() -> tuple[str, ...]:
    return tuple(phrases("byline", "lead_role"))
