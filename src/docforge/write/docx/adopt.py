# SPDX-License-Identifier: Apache-2.0
"""The styles of a reference document put to work: each of ours found in it by canonical name, or created.

Word keeps built-in styles under English names in every language (``heading 1`` with the id ``berschrift1`` or ``1``),
LibreOffice under names of its own; so names decide, then identifiers.  What is created sits on the office's own plain
text: its fonts, its colour, sizes in proportion.

Rule: ISO/IEC 29500-1, 17.7.4.9 (name), 17.7.4.1 (aliases), 17.7.4.17 (style identifiers).
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lxml import etree

from docforge.presentation import Role
from docforge.records import dataclass
from docforge.theme import RoleStyle, Theme
from docforge.write.docx.styles import STYLES, Ground, StyleSpec, style_xml
from docforge.write.docx.template import Template
from docforge.write.docx.wml import DECLARATION, W

__all__ = ["Adopted", "adopt"]

_W = f"{{{W}}}"
_WORD_SIZE = 20
"""Half points of text where neither styles nor defaults name a size (17.3.2.38)."""


@dataclass(frozen=True, slots=True)
class Adopted:
    """The styles part of a new document."""

    ids: Mapping[str, str]
    """Our style ids -> those of the document."""
    xml: bytes
    theme: Theme
    """In proportion to the office's plain text."""
    slanted: frozenset[str]
    """Our ids of the styles that are slanted in the document."""


def adopt(template: Template, theme: Theme, *, right_to_left: bool) -> Adopted:
    """Find every style of ours in *template*, and create those that it lacks from *theme*."""
    return _Adoption(template, theme, right_to_left).result()


class _Adoption:
    def __init__(self, template: Template, theme: Theme, right_to_left: bool) -> None:
        self.root = copy.deepcopy(template.styles)
        self.text_width = template.text_width
        self.known = list(self.root.iterchildren(f"{_W}style"))
        self.taken_ids = {_id(style) for style in self.known}
        self.taken_names = {_name(style) for style in self.known}
        self.default = next((_id(s) for s in self.known if _kind(s) == "paragraph" and _on(s, "default")), "")
        self.ids: dict[str, str] = {}
        self.matched = dict(self._matches())
        self.theme = _in_proportion(theme, self._size() / (2 * theme.roles[Role.BODY].size_pt))
        plain = self.theme.roles[Role.BODY]
        self.ground = Ground(
            plain, lambda family: "" if family == plain.family else self._heading_fonts(), right_to_left
        )

    def result(self) -> Adopted:
        for spec in STYLES:
            found = self.matched.get(spec.id)
            self.ids[spec.id] = found if found is not None else self._create(spec)
        content = DECLARATION.encode() + etree.tostring(self.root)
        slanted = frozenset(ours for ours, theirs in self.ids.items() if self._slants(theirs))
        return Adopted(self.ids, content, self.theme, slanted)

    # -- finding ----------------------------------------------------------------------------

    def _matches(self) -> Iterator[tuple[str, str]]:
        claimed: set[str] = set()
        left = list(STYLES)
        for test in (_same_name, _other_name, _same_id):
            for spec in tuple(left):
                for style in self.known:
                    if _kind(style) == spec.kind and _id(style) not in claimed and test(spec, style):
                        claimed.add(_id(style))
                        left.remove(spec)
                        yield spec.id, _id(style)
                        break

    def _style(self, identifier: str) -> Any:
        return next((s for s in self.known if _id(s) == identifier), None)

    def _line(self, identifier: str) -> Iterator[Any]:
        """The style *identifier* and those that it is based on."""
        style, seen = self._style(identifier), set[str]()
        while style is not None and _id(style) not in seen:
            seen.add(_id(style))
            yield style
            base = style.find(f"{_W}basedOn")
            style = None if base is None else self._style(base.get(f"{_W}val") or "")

    def _slants(self, identifier: str) -> bool:
        """Say whether the style is slanted: the nearest one of its line that speaks of it decides (17.7.3)."""
        toggles = (style.find(f"{_W}rPr/{_W}i") for style in self._line(identifier))
        own = next((toggle for toggle in toggles if toggle is not None), None)
        return own is not None and own.get(f"{_W}val") not in ("0", "false", "off")

    def _size(self) -> int:
        """Half points of plain text."""
        for style in self._line(self.default):
            size = style.find(f"{_W}rPr/{_W}sz")
            if size is not None:
                return _number(size, _WORD_SIZE)
        size = self.root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}sz")
        return _WORD_SIZE if size is None else _number(size, _WORD_SIZE)

    def _heading_fonts(self) -> str:
        """The fonts of the office's headings, for lines that a theme sets in its display family."""
        for own in ("Heading1", "Title"):
            style = self._style(self.matched.get(own, ""))
            fonts = None if style is None else style.find(f"{_W}rPr/{_W}rFonts")
            if fonts is not None:
                return str(etree.tostring(fonts, encoding="unicode", with_tail=False))
        return ""

    # -- creating ---------------------------------------------------------------------------

    def _create(self, spec: StyleSpec) -> str:
        identifier = _free(spec.id, self.taken_ids, "")
        name = _free(spec.name, self.taken_names, " ")
        self.taken_ids.add(identifier)
        self.taken_names.add(name.casefold())
        own = replace(spec, name=name)
        style = etree.fromstring(f'<x xmlns:w="{W}">{style_xml(own, self.theme, self.ground, self.text_width)}</x>')[0]
        style.set(f"{_W}styleId", identifier)
        if name != spec.name:
            style.set(f"{_W}customStyle", "1")
        self._base(style, spec)
        following = style.find(f"{_W}next")
        if following is not None:
            following.set(f"{_W}val", self._later(following.get(f"{_W}val") or ""))
        self.root.append(style)
        return identifier

    def _base(self, style: Any, spec: StyleSpec) -> None:
        base = style.find(f"{_W}basedOn")
        if spec.kind == "character" or spec.base == "Normal":
            default = self.default if spec.kind == "paragraph" else ""
            if default:
                base.set(f"{_W}val", default)
            else:
                style.remove(base)
            return
        base.set(f"{_W}val", self.ids[spec.base])
        if spec.base in self.matched and spec.id != "Marking":
            # The office has said how the base looks: what is derived from it says nothing else, but keeps its indents.
            for properties in [e for e in style if e.tag in (f"{_W}pPr", f"{_W}rPr")]:
                kept = [] if properties.tag == f"{_W}rPr" else [e for e in properties if e.tag == f"{_W}ind"]
                properties[:] = kept
                if not kept:
                    style.remove(properties)

    def _later(self, our_id: str) -> str:
        """The id that *our_id* has or, as far as can be said, will have."""
        return self.matched.get(our_id) or self.ids.get(our_id) or _free(our_id, self.taken_ids, "")


def _in_proportion(theme: Theme, ratio: float) -> Theme:
    """*theme* with sizes and spaces times *ratio*."""

    def scaled(look: RoleStyle) -> RoleStyle:
        return replace(
            look,
            size_pt=look.size_pt * ratio,
            leading_pt=look.leading_pt * ratio,
            space_before_pt=look.space_before_pt * ratio,
            space_after_pt=look.space_after_pt * ratio,
            indent_pt=look.indent_pt * ratio,
            first_line_pt=look.first_line_pt * ratio,
        )

    return replace(
        theme,
        roles={role: scaled(look) for role, look in theme.roles.items()},
        furniture=scaled(theme.furniture),
        contents_entry=scaled(theme.contents_entry),
    )


def _same_name(spec: StyleSpec, style: Any) -> bool:
    return _name(style) == spec.name.casefold()


def _other_name(spec: StyleSpec, style: Any) -> bool:
    element = style.find(f"{_W}aliases")
    listed = "" if element is None else element.get(f"{_W}val") or ""
    aliases = {alias.strip().casefold() for alias in listed.split(",")}
    return _name(style) in spec.aliases or spec.name.casefold() in aliases


def _same_id(spec: StyleSpec, style: Any) -> bool:
    return _id(style).casefold() == spec.id.casefold()


def _id(style: Any) -> str:
    return str(style.get(f"{_W}styleId") or "")


def _kind(style: Any) -> str:
    return str(style.get(f"{_W}type") or "paragraph")


def _name(style: Any) -> str:
    element = style.find(f"{_W}name")
    return ("" if element is None else str(element.get(f"{_W}val") or "")).casefold()


def _on(style: Any, attribute: str) -> bool:
    return style.get(f"{_W}{attribute}") in ("1", "true", "on")


def _number(element: Any, default: int) -> int:
    value = element.get(f"{_W}val") or ""
    return int(value) if value.isdigit() and 8 <= int(value) <= 200 else default


def _free(wanted: str, taken: set[str], joint: str) -> str:
    if wanted not in taken and wanted.casefold() not in taken:
        return wanted
    number = 2
    while f"{wanted}{joint}{number}" in taken or f"{wanted}{joint}{number}".casefold() in taken:
        number += 1
    return f"{wanted}{joint}{number}"
