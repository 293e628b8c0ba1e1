# SPDX-License-Identifier: Apache-2.0
"""Where an article's pictures stand, and which of its captions and credits belong to which picture.

The article's words stay where they are; a picture goes to them.  A picture without any opens the body if it is the
first, and follows the body otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docforge.model import (
    Article,
    Block,
    Caption,
    CreditLine,
    Crosshead,
    ListItem,
    Paragraph,
    Picture,
    Preformatted,
    Turn,
    Unknown,
)
from docforge.records import dataclass

__all__ = ["Figure", "match_pictures"]

_BODY = (Paragraph, Crosshead, ListItem, Turn, Preformatted, Unknown)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture and the blocks ``[start, end)`` that are its caption and credit."""

    picture: Picture
    credit: str
    """The user's credit for it, or empty."""
    start: int
    end: int
    """Equal to ``start`` where none of the article's blocks belong to the picture."""


def match_pictures(article: Article, blocks: Sequence[Block], head_end: int) -> Mapping[int, tuple[Figure, ...]]:
    """Return index of a block (or their number) -> the figures that stand before it.

    A caption with the credit beside it is one group.  A group that holds the user's own caption or credit of a picture
    belongs to that picture.  Of the others the first goes to the first picture without a caption, and so on, unless
    there are more captions than pictures: then none is guessed.  A lone credit behind the body stays where it is.

    Args:
        article: has the pictures.
        blocks: those that are shown, in order.
        head_end: index after the headline and what goes with it.
    """
    if not article.pictures:
        return {}
    body_end = max((i + 1 for i, block in enumerate(blocks) if isinstance(block, _BODY)), default=len(blocks))
    groups = [g for g in _groups(blocks) if g[0] < body_end or any(isinstance(b, Caption) for b in blocks[g[0] : g[1]])]
    credits = [picture.credit for picture in article.pictures]
    credits[0] = credits[0] or article.override("credit") or ""
    paired: dict[int, tuple[int, int]] = {}
    for number, picture in enumerate(article.pictures):
        named = [text.split() for text in (picture.caption, credits[number]) if text.split()]
        own = next((g for g in groups if any(blocks[i].text.split() in named for i in range(*g))), None)
        if own is not None:
            paired[number] = own
            groups.remove(own)
    open_ = [n for n, picture in enumerate(article.pictures) if n not in paired and not picture.caption]
    captioned = [g for g in groups if any(isinstance(blocks[i], Caption) for i in range(*g))]
    if len(groups) > len(open_):
        groups = captioned
    if len(groups) <= len(open_):
        paired.update(zip(open_, groups, strict=False))
    figures: dict[int, list[Figure]] = {}
    for number, picture in enumerate(article.pictures):
        place = head_end if number == 0 else max(body_end, head_end)
        start, end = paired.get(number, (place, place))
        figures.setdefault(start, []).append(Figure(picture, credits[number], start, end))
    return {at: tuple(sorted(own, key=lambda figure: figure.end)) for at, own in figures.items()}


def _groups(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Return the runs of neighbouring captions and credits, at most one of each in a run."""
    found: list[tuple[int, int]] = []
    kinds: set[type[Block]] = set()
    for index, block in enumerate(blocks):
        if not isinstance(block, (Caption, CreditLine)):
            kinds = set()
        elif kinds and type(block) not in kinds:
            kinds.add(type(block))
            found[-1] = (found[-1][0], index + 1)
        else:
            kinds = {type(block)}
            found.append((index, index + 1))
    return found
