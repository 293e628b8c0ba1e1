# SPDX-License-Identifier: Apache-2.0
"""The kicker: a short line above the headline, and what else stands there and is said of the text.

Comes in: a ``Survey``.  Goes out: candidates of the kind ``kicker``.
"""

from __future__ import annotations

from operator import attrgetter

from docforge.detect.bylines.bare import line_of_names
from docforge.detect.bylines.bare_score import signs_above_title
from docforge.detect.candidate import Candidate
from docforge.detect.credits import credited
from docforge.detect.headline import announces_interview, find_headlines, is_issuer_above
from docforge.detect.look import SET_IN_CAPITALS, Look
from docforge.detect.page_wording import is_furniture_phrase
from docforge.detect.release_labels import is_release_label
from docforge.detect.survey import Survey
from docforge.detect.top import KICKER
from docforge.detect.vocabulary import phrases

__all__ = ["find_kickers"]

_LONG_BELOW, _TITLED = 24, 16
"""Columns that the line below a kicker has at least, and the one that reads best as the headline."""
_ISSUER_REACH = 3
"""The office that issues the text is named above its headline in one of the passages up to this one."""
_KIND_ABOVE = 0.96
"""The score of a kicker that is page wording elsewhere."""
_TELEPHONE = 7
"""Figures of a line that may be a telephone number."""


def find_kickers(survey: Survey) -> list[Candidate]:
    """Return short lines near the top that may be the kicker of the line after them.

    Where one stands right above the line that reads best as the headline, lines further up are no kickers.
    """
    out = []
    best = max(find_headlines(survey), key=attrgetter("score"), default=None)
    title = -1 if best is None else best.passage
    pictured = credited(survey)
    again = title - 1 if best is not None and _stands_above_too(survey, best) else -1
    for look in survey.on_top():
        if look.index == again:
            continue
        if is_release_label(look):
            out.append(Candidate("kicker", look.index, 0.9, "kicker.release", "says that this is a press release"))
            continue
        if look.index <= _ISSUER_REACH and is_issuer_above(survey, look):
            out.append(Candidate("kicker", look.index, 0.9, "kicker.issuer", "names the office that issues the text"))
            continue
        if announces_interview(survey, look):
            out.append(Candidate("kicker", look.index, 0.9, "kicker.interview", "says with whom the interview is"))
            continue
        following = survey.below(look)
        if following is None or look.columns > 48 or look.ends or look.words >= KICKER:
            continue
        if is_furniture_phrase(look):
            if following.index == title and _labels_text(survey, look):
                note = "says in clean copy what kind of text this is"
                out.append(Candidate("kicker", look.index, _KIND_ABOVE, "kicker.line-above", note))
            continue
        if look.index in pictured or (signs_above_title(survey, look) and line_of_names(survey, look) is not None):
            continue
        least = _TITLED if following.index == title else _LONG_BELOW
        if following.columns < least or following.prose >= 0.9 or following.fold == look.fold or _is_contact(look):
            continue
        score = 0.5 if look.index == 0 else 0.42
        if look.capitals > SET_IN_CAPITALS and look.cased:
            score += 0.12
        out.append(
            Candidate("kicker", look.index, score, "kicker.line-above", f"{look.words} words above a longer line")
        )
    if all(c.passage != title - 1 for c in out):
        return out
    return [c for c in out if c.rule != "kicker.line-above" or c.passage >= title - 1]


def _stands_above_too(survey: Survey, title: Candidate) -> bool:
    """Say whether the headline's line opens with a kicker that is printed right above as well."""
    if not title.parts or title.parts[0].kind != "kicker" or not title.passage:
        return False
    line, above = survey.looks[title.passage].text, survey.looks[title.passage - 1].text
    return line[: title.parts[0].end].strip() == above.strip()


def _labels_text(survey: Survey, look: Look) -> bool:
    """Say whether a line of clean copy says but the kind of a text, its section or who paid: ``EXKLUSIV``."""
    kinds = ("byline", "kind"), ("dateline", "not_places"), ("clutter", "paid")
    if not any(look.fold in phrases(*kind) for kind in kinds):
        return False
    if look.fold in phrases("clutter", "box"):
        return False  # Zur Person
    return not any(is_furniture_phrase(other) for other in survey.lines if other.index != look.index)


def _is_contact(look: Look) -> bool:
    """Say whether the line is an address of the network or a telephone number."""
    return bool(look.signs) and ("@" in look.text or sum(map(str.isdigit, look.text)) >= _TELEPHONE)
