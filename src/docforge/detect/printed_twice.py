# SPDX-License-Identifier: Apache-2.0
"""What a page prints twice: the alternative text of a picture and its caption, with a button or a credit behind one.

Comes in: a ``Survey`` and a passage.  Goes out: whether the one beside it says the same.
"""

from __future__ import annotations

from itertools import takewhile

from docforge.detect.credits import captioned, credited
from docforge.detect.look import BULLETS, Look
from docforge.detect.survey import Survey
from docforge.patterns import FULL_STOPS

__all__ = [
    "WIDEST_TWIN",
    "opens_its_caption",
    "says_caption_twice",
    "stands_above_caption",
    "stands_beside_itself",
    "stands_nearly_twice",
]

_BULLETS = BULLETS | {"*"}
"""What opens an item."""
_SAME_HEAD, _OTHER_END = 60, 32
"""Characters that a caption printed twice has at least in common with its twin, and those of what stands behind."""
_DESCRIBED = 24
"""Characters of the description of a picture that stands above its caption, at least."""
_PRINTED, _SENTENCE, WIDEST_TWIN = 2, 5, 100
"""How often a page prints a caption as alternative text too; words of a sentence that is no heading;
columns of one that is no paragraph, which may stand twice by mistake."""


def stands_above_caption(survey: Survey, look: Look) -> bool:
    """Say whether a sentence stands right above the same one and who took the picture: a description, and its caption.

    The first line of a text, and one without a full stop, may be the headline, which describes the picture too.
    """
    if not look.index or not look.ends:
        return False
    below = survey.looks[look.index + 1] if look.index + 1 < len(survey.looks) else None
    if below is None or below.index not in credited(survey):
        return False
    text = look.text.rstrip()
    return len(text) >= _DESCRIBED and len(text) < len(below.text) and below.text.startswith(text)


def stands_nearly_twice(survey: Survey, look: Look) -> bool:
    """Say whether the line above or below says the same sentence and ends otherwise: in a button or who took it."""
    if look.columns < _SAME_HEAD:
        return False
    head = look.text[:_SAME_HEAD]
    for other in survey.looks[max(1, look.index - 1) : look.index + 2] if look.index else ():
        if (
            other.text == look.text
            or not other.text.startswith(head)
            or abs(len(other.text) - len(look.text)) > _OTHER_END
        ):
            continue
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(look.text, other.text, strict=False))
        same = "".join(letter for letter, _ in alike).rstrip()
        if len(same) < _SAME_HEAD or same[-1] not in FULL_STOPS:
            continue
        ends = [text[len(same) :].strip() for text in (look.text, other.text)]
        if all(end and len(end) <= _OTHER_END and end[-1] not in FULL_STOPS for end in ends):
            return True
    return False


def says_caption_twice(survey: Survey, look: Look) -> bool:
    """Say whether the item beside an item says the same but for the end of one of them, where its credit stands."""
    if look.words <= _SENTENCE or look.text[0] not in _BULLETS or not look.text[1:2].isspace():
        return False
    text = look.text.rstrip()
    near = survey.looks[max(0, look.index - 1) : look.index + 2]
    return any(
        other != text
        and min(len(other), len(text)) >= _DESCRIBED
        and (text.startswith(other) or other.startswith(text))
        for other in (one.text.rstrip() for one in near)
    )


def stands_beside_itself(survey: Survey, look: Look, *, page: bool) -> bool:
    """Say whether the line above or below reads the same: the picture's alternative text and its caption.

    On a *page* with menus it may stand three times.
    """
    if not 1 < look.times <= _PRINTED + page:
        return False
    if look.words < _SENTENCE or look.columns > WIDEST_TWIN or look.text.rstrip()[-1:] in "?!？！":
        return False
    near = survey.looks[max(1, look.index - 1) : look.index + 2]  # the first line of a text may be its headline twice
    return look.index > 0 and any(other is not look and other.fold == look.fold for other in near)


def opens_its_caption(survey: Survey, look: Look) -> bool:
    """Say whether the caption and credit of a picture right below open with a line, and the text tells of who is shown.

    An author's portrait has the name of somebody of whom it does not tell.
    """
    below, text = survey.below(look), look.text.strip()
    if below is None or below.index not in captioned(survey) or not below.text.startswith(text):
        return False
    return not below.text[len(text) : len(text) + 1].isalnum() and survey.tells(look) > 0
