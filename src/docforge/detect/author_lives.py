# SPDX-License-Identifier: Apache-2.0
"""Lives of authors: the paragraph that tells who wrote the article, above the text or at its foot.

Comes in: a ``Survey``.  Goes out: candidates for taglines (``Ann Lee writes about ports for the Gazette.``).
"""

from __future__ import annotations

from collections.abc import Sequence

from docforge.detect.author_names.persons import is_person
from docforge.detect.byline import signed
from docforge.detect.candidate import Candidate
from docforge.detect.look import QUOTED, Look
from docforge.detect.page_wording import tells_of_trade
from docforge.detect.survey import Survey

__all__ = ["find_lives"]

_LAST = 3
"""So many of the last paragraphs may tell of the authors."""
_NAME_WORDS = 4
"""Words of a name at most."""
_WIDEST = 500
"""Columns of a paragraph that does, at most."""


def find_lives(survey: Survey) -> list[Candidate]:
    """Return the first and the last running paragraphs that open with the full name of somebody who surely signed.

    One that quotes is of the text: it tells what an author who is part of the story said.
    """
    running = survey.running()
    last = running[1:][-_LAST:]  # what opens the text is no box, however short the text is
    boxes = [look for look in last if look.ends and look.columns <= _WIDEST and _is_box(survey, look)]
    if len(running) <= _LAST:
        return list(map(_life, boxes))
    names = [f"{name} " for name in signed(survey) if " " in name]
    own = [
        look
        for look in (running[0], *running[-_LAST:])
        if look.ends and look.columns <= _WIDEST and _tells_of(look, names) and QUOTED.isdisjoint(look.text)
    ]
    return [_life(look) for look in (*own, *(box for box in boxes if box not in own))]


def _life(look: Look) -> Candidate:
    return Candidate("tagline", look.index, 1.3, "tagline.author", "tells who the author is", {"role": "author"})


def _is_box(survey: Survey, look: Look) -> bool:
    """Say whether a name stands alone right above a passage that opens with it and no other text says that name.

    The passage has a word for those who write: it may portray anybody, ``Karl Otto wants a second mole.``  The text
    does not stand right above it: persons whom a story portrays one below the other have it there.
    """
    above = survey.looks[look.index - 1]
    if above.ends or not 1 < above.words <= _NAME_WORDS or survey.runs_at(look.index - 2):
        return False
    name = above.text.strip()
    if not look.text.startswith(f"{name} ") or not is_person(name) or not tells_of_trade(look):
        return False
    surname = name.casefold().rpartition(" ")[2]
    return not any(surname in other.head for other in survey.running() if other is not look)


def _tells_of(look: Look, names: Sequence[str]) -> bool:
    """Say whether a passage opens with one of the *names* and goes on with a word: a credit does with a sign."""
    return any(look.head.startswith(name) and look.head[len(name) : len(name) + 1].isalpha() for name in names)
