# SPDX-License-Identifier: Apache-2.0
"""Names before and behind roles in Korean, Japanese and Chinese lines, which need no byline word."""

from __future__ import annotations

from functools import cache

from docforge.detect.author_names.lists import Names
from docforge.detect.author_names.persons import HAN_FILED, HAN_NAME
from docforge.detect.author_names.segments import WORD, trimmed
from docforge.detect.bylines.authors import have_usual_length, shown
from docforge.detect.bylines.byline_words import LEADS
from docforge.detect.bylines.parts import byline_candidate
from docforge.detect.candidate import Candidate
from docforge.detect.look import Look
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, phrases
from docforge.patterns import has_east_asian, lazily

__all__ = ["before_role", "behind_role"]

_KOREAN = lazily(
    r"(?P<names>[\uac00-\ud7a3]{2,4}(?:\s?[·ㆍ‧・,]\s?[\uac00-\ud7a3]{2,4})*)"
    r"\s?(?:인턴|선임|수석|전문|객원)?(?:기자|특파원|통신원|앵커)(?P<more>\s외\s?\d+명)?"
)
_SENTENCE = lazily(r"[\uac00-\ud7a3][.!?…]\s")
_KOREAN_NAME = lazily(r"[\uac00-\ud7a3]{2,4}")


def before_role(survey: Survey, look: Look) -> Candidate | None:
    """``홍길동 기자``: names before the word for a reporter."""
    if look.columns > 90 or look.ends:
        return None
    matches = list(_KOREAN.finditer(look.text)) if has_east_asian(look.text) else []
    if not matches or _SENTENCE.search(look.text, 0, matches[0].start()):
        return None  # a caption and who took the picture
    names = [name for match in matches for name in _KOREAN_NAME.finditer(look.text, *match.span("names"))]
    authors = tuple((name.group(), *name.span()) for name in names)
    return byline_candidate(
        survey, look, Names(authors, end=matches[-1].end()), 0.93, "byline.role", "a name before 기자"
    )


def behind_role(survey: Survey, look: Look) -> Candidate | None:
    """``編集委員　中沢太郎``, ``海港报记者 王小明 实习生李雷``: names in ideographs behind a role, nothing else."""
    if look.columns > 60 or look.ends:
        return None
    text = look.text.replace("\u3000", " ").replace("・", " ")
    start = len(text) - len(text.lstrip(LEADS))
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
    if len(authors) == 2 and not have_usual_length(survey.primary, Names(tuple(authors))):
        a, b = authors[0][1], authors[1][2]  # one name, its parts with a blank between them
        authors = [(look.text[a:b], a, b)]
    usual = have_usual_length(survey.primary, Names(tuple(authors)))
    if not usual or not all(map(HAN_NAME.fullmatch, (name for name, _, _ in authors))):
        return None
    if not authors:
        return None
    names = Names(tuple(authors), end=authors[-1][2])
    return byline_candidate(
        survey, look, names, 0.93, "byline.role", f"{shown(names)} behind ‘{text[start : start + role]}’"
    )


def _role_end(text: str) -> int:
    """Return where the last role in *text* ends, 0 if there is none."""
    return max((at + len(role) for role in _lead_roles() if (at := text.rfind(role)) >= 0), default=0)


@cache
def _lead_roles() -> tuple[str, ...]:
    return tuple(phrases("byline", "lead_role"))
