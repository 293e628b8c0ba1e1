# SPDX-License-Identifier: Apache-2.0
"""What the markup of a page says of a block: its role in the article, or that it is no part of it.

The words are data (``markup.toml``).  Comes in: blocks with their elements.  Goes out: kinds of ``Mark``, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import tomli

from docforge.patterns import SENTENCE_ENDS
from docforge.reading.formats.blocks import Piece
from docforge.reading.formats.page.tree import totals, up

__all__ = ["Markup", "closes_sentence", "is_network", "letters_of"]

_NAMES = ("class", "itemprop", "property", "rel", "role", "data-testid", "data-component")
_PLACES = frozenset({"div", "ul", "ol", "aside", "nav", "footer", "header", "form", "td", "table"})
"""Elements whose ``id`` says what they hold; that of a heading or section is made of its words."""
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_ELEMENTS = {"figcaption": "caption", "time": "publication_line", "h1": "headline"}
_PICTURES = ("img", "picture", "video", "amp-img")
_SIGNED = ("byline", "publication_line")
_SIDES = ("aside", "footer")
_BOXES = ("", "weak", "brief", "side", "words")
"""The kinds of boxes, the surest last."""
_LEVELS = 4
"""So many elements around a block may name it."""
_BOX = 2.0
"""An element names a block that has at least half of its letters …"""
_SMALL = 160
"""… or all blocks in it, when it has no more letters than this: a box with name, office and date."""
_WEIGHTS = {"em": "i", "i": "i", "strong": "b", "b": "b"}
_MOST = 0.6
"""An inline element names a block when it has this share of its letters."""
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)


@cache
def _roles() -> dict[str, str]:
    return {word: role for role, words in _table()["roles"].items() for word in words}


@cache
def _outside(use: str) -> frozenset[str]:
    return frozenset(_table()["outside"][use])


@cache
def _table() -> dict[str, Any]:
    return tomli.loads(Path(__file__).with_name("markup.toml").read_text("utf-8"))


def letters_of(text: str) -> str:
    """Return the letters and digits of *text*, case-folded: what stays the same when marks and blanks change."""
    return "".join(filter(str.isalnum, text)).casefold()


def closes_sentence(text: str) -> bool:
    """Say whether *text* ends with the sign of a sentence's end; marks behind it count against it."""
    return text.rstrip().endswith(tuple(SENTENCE_ENDS))


def is_network(name: str) -> bool:
    """Say whether what stands in a box with a writer's name is where to follow or write to them."""
    return letters_of(name) in _table()["names"]["none"]


class Markup:
    """The names that the elements around the blocks of one page have.

    Cost: linear in the elements of the page.
    """

    def __init__(self, root: Any, pieces: Sequence[Piece]) -> None:
        self._words: dict[Any, frozenset[str]] = {}
        own: dict[Any, int] = {}
        self._first: dict[Any, Piece] = {}
        """The first block in each element."""
        for piece in pieces:
            own[piece.node] = own.get(piece.node, 0) + len(letters_of(piece.text))
            _mark(self._first, piece.node, piece)
        self._size = totals(root, own)
        """Letters in each element."""
        self._pictures: dict[Any, bool] = {}
        """The elements with a picture in them."""
        for picture in root.iter(*_PICTURES):
            _mark(self._pictures, picture, True)
        self._boxes: dict[Any, dict[Any, str]] = {}
        """For each story, the elements that were looked at, and the surest box that they stand in."""

    def role(self, piece: Piece) -> str:
        """Return what the element of *piece*, or one that holds little else, is named after.

        Returns:
            A kind of mark, ``lead`` for what may be a standfirst, or nothing.
        """
        own = len(letters_of(piece.text))
        inline = [(role, count) for node, count in piece.inline if (role := self._role(node))]
        if piece.kind != "caption" and any(role == "publication_line" for role, _ in inline) and own <= _SMALL:
            return "publication_line"
        found = [role for role, count in inline if count >= own * _MOST]
        for level, node in enumerate(up(piece.node)):
            if level >= _LEVELS or self._size.get(node, 0) > max(own * _BOX, _SMALL):
                break
            if (self._size[node] <= own * _BOX or self._first.get(node) is piece) and (role := self._role(node)):
                found.append(role)
        # The words of a small line may be set as captions are; what it holds is named closer to its edge.
        signed = next((role for role in found if role in _SIGNED), "")
        return signed if signed and piece.kind != "caption" else next(iter(found), "")

    def pictured(self, piece: Piece) -> bool:
        """Say whether *piece* is the text of a picture: alone in an element with it, or set apart right below it."""
        own = len(letters_of(piece.text))
        if own > _SMALL:
            return False
        for level, node in enumerate(islice(up(piece.node), _LEVELS)):
            # A picture within a line of prose or an item, such as a bullet, is no picture of its own.
            prose = closes_sentence(piece.text)
            within = level == 0 and (node.tag in ("li", "td") or (node.tag == "p" and prose))
            if node in self._pictures and self._size.get(node) == own and not within:
                return True
        weights = {"i": 0, "b": 0}
        for node, count in piece.inline:
            if weight := _WEIGHTS.get(node.tag):
                weights[weight] += count
        set_apart = _is_centred(piece.node) or weights["i"] >= own * _MOST
        return set_apart and weights["b"] < own * _MOST and self._is_below_picture(piece.node)

    def has_picture(self, piece: Piece) -> bool:
        """Say whether a picture stands in an element near around *piece*."""
        return any(node in self._pictures for node in islice(up(piece.node), _LEVELS))

    def kicker(self, piece: Piece) -> tuple[str, str]:
        """Return the kicker that opens a headline in an element of its own, and the rest; nothing where none does."""
        for node, _ in piece.inline:
            own = " ".join("".join(node.itertext()).split()) if self._role(node) == "kicker" else ""
            if own and piece.text.startswith(own):
                return own.rstrip(" :|–-"), piece.text[len(own) :].lstrip(" :|–-")
        return "", ""

    def names(self, piece: Piece) -> tuple[str, ...]:
        """Return the names that inline elements of *piece* are said to hold: ``<a rel="author">Ann Lee</a>``."""
        named = {node: count for node, count in piece.inline if self._role(node) == "byline"}
        for node in sorted(named, key=named.__getitem__):
            # Of two within each other the inner is the name, unless it is an office: ``<a>Ann Lee <i>Rome</i></a>``.
            outer = next((holder for holder in node.iterancestors() if holder in named), None)
            if node in named and outer is not None:
                named.pop(outer if named[node] * 2 >= named[outer] else node)
        texts = (" ".join("".join(node.itertext()).split()) for node, _ in piece.inline if node in named)
        return tuple(dict.fromkeys(text for text in texts if text))

    def _is_below_picture(self, node: Any) -> bool:
        for before in islice(node.itersiblings(preceding=True), _LEVELS) if node is not None else ():
            if self._size.get(before):
                return False
            if before in self._pictures:
                return True
        return False

    def box(self, piece: Piece, story: Any, limit: int) -> str:
        """Return what *piece* stands in that is no part of an article: menus, buttons, boxes of other stories.

        Args:
            story: an element that holds the article; what it and those around it are called says nothing.
            limit: nor does what an element is called that holds more letters than this; the same for a whole page.

        Returns:
            ``words`` for a box that is called so, a form or what is hidden; ``side`` for ``aside`` and ``footer``,
            which hold bylines too, ``brief`` for one that holds little else; ``weak`` for a name that parts of the
            text have too; nothing for no box.
        """
        if any(count and node.tag == "button" for node, count in piece.inline):
            return "words"
        known = self._boxes.setdefault(story, {story: "", None: ""})
        passed = []
        found = ""
        for node in up(piece.node):
            if node in known or self._size.get(node, 0) > limit:
                found = known.get(node, "")
                break
            passed.append(node)
        for node in reversed(passed):
            found = known[node] = max(found, self._box_of(node), key=_BOXES.index)
        return found

    def _box_of(self, node: Any) -> str:
        names = self._of(node)
        if _is_hidden(node):
            return "words"
        if node.tag in _outside("elements"):
            if node.tag not in _SIDES:
                return "words"
            quoted = node.getparent() is not None and node.getparent().tag in ("blockquote", "figure")
            if quoted or not names.isdisjoint(_outside("text")):
                return ""
            return "side" if self._size.get(node, 0) > _SMALL else "brief"
        # ``comments-date`` is the date of the article beside the count of its comments.
        if self._role(node):
            return ""
        return "words" if not names.isdisjoint(_outside("words")) else "weak" * (not names.isdisjoint(_outside("weak")))

    def _role(self, node: Any) -> str:
        names = self._of(node)
        roles = _roles()
        found = {roles[word] for word in names if word in roles}
        for role in _table()["roles"]:
            if role in found:
                return str(role)
        return _ELEMENTS.get(node.tag, "")

    def _of(self, node: Any) -> frozenset[str]:
        words = self._words.get(node)
        if words is None:
            words = self._words[node] = frozenset(_words(node))
        return words


def _is_centred(node: Any) -> bool:
    if node is None:
        return False
    named = " ".join(node.get(name) or "" for name in ("align", "style", "class")).casefold()
    return "center" in named or "centre" in named


def _mark(known: dict[Any, Any], node: Any, value: Any) -> None:
    """Give *node* and what holds it a value, up to the first that has one."""
    for holder in up(node):
        if holder in known:
            break
        known[holder] = value


def _words(node: Any) -> Iterator[str]:
    for attribute in (*_NAMES, "id") if node.tag in _PLACES else _NAMES:
        for name in (node.get(attribute) or "").split()[:20]:
            parts = [part.lower() for part in _PART.findall(name[:80])]
            yield from parts
            yield from map("".join, pairwise(parts))


def _is_hidden(node: Any) -> bool:
    return node.get("hidden") is not None or _HIDDEN.search(node.get("style") or "") is not None
