# SPDX-License-Identifier: Apache-2.0
"""How a document looks: one TOML file drives PDF, DOCX, EPUB and HTML.

A theme is a folder with ``theme.toml``.  It may name a parent under ``extends`` and then holds
only what differs.  Lengths in TOML carry their unit in the key (``margin_top_mm``, ``size_pt``);
in memory page geometry is in mm and type in pt.  Colours are ``#rrggbb``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import tomli

from docforge.errors import ThemeError
from docforge.presentation import Role

__all__ = ["FontFamily", "Page", "RoleStyle", "Theme", "load_theme", "theme_names", "themes_folder"]

_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_R = TypeVar("_R", "FontFamily", "Page", "RoleStyle")
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class FontFamily:
    """A family name per medium.

    ``pdf`` is a generic design (``serif`` or ``sans``) or the family name of a font that
    ``typeset.fonts`` finds; ``docx`` names fonts that offices have; ``css`` is a font-family list.
    """

    pdf: str
    docx: str
    docx_east_asia: str
    docx_complex: str
    css: str


@dataclass(frozen=True, slots=True)
class Page:
    """Page geometry; the paper itself comes from the locale or the user."""

    margin_top_mm: float
    margin_bottom_mm: float
    margin_inner_mm: float
    margin_outer_mm: float
    head_mm: float
    """From the paper's top edge to the running head's baseline."""
    foot_mm: float
    """From the paper's bottom edge to the footer's baseline."""
    columns: int
    column_gap_mm: float
    picture_height_share: float
    """Highest that a picture may be, as a part of the text area's height."""
    picture_dpi: float
    """Fewest pixels to an inch: a small picture is not blown up beyond this."""

    def picture_size(self, width_px: int, height_px: int, width_pt: float, height_pt: float) -> tuple[float, float]:
        """Return width and height in points of a picture in a column of *width_pt* and a text area of *height_pt*."""
        high = height_pt * self.picture_height_share
        scale = min(width_pt / width_px, high / height_px, 72 / self.picture_dpi)
        return width_px * scale, height_px * scale


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """How one role is set."""

    family: str
    """Key of ``Theme.families``."""
    size_pt: float
    leading_pt: float
    weight: int
    """400 regular, 700 bold."""
    italic: bool
    colour: str
    align: str
    """``start``, ``center``, ``end`` or ``justify``."""
    space_before_pt: float
    space_after_pt: float
    indent_pt: float
    """Start-side indent of the whole item."""
    first_line_pt: float
    hyphenate: bool


@dataclass(frozen=True, slots=True)
class Theme:
    """A complete, validated theme."""

    name: str
    title: str
    page: Page
    families: Mapping[str, FontFamily]
    roles: Mapping[Role, RoleStyle]
    furniture: RoleStyle
    """Running head and foot of pages."""
    contents_entry: RoleStyle
    accent: str
    """``#rrggbb`` for rules and links."""
    folder: Path


def themes_folder() -> Path:
    """Return the folder of the themes that come with docforge.

    It is package data in an installed wheel and ``templates/themes`` in a source checkout.
    """
    packaged = Path(__file__).resolve().parent / "templates" / "themes"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[2] / "templates" / "themes"


def theme_names() -> tuple[str, ...]:
    """Return the names of the themes that come with docforge, sorted."""
    return tuple(sorted(p.parent.name for p in themes_folder().glob("*/theme.toml")))


@lru_cache(maxsize=32)
def load_theme(name_or_folder: str = "default") -> Theme:
    """Load the theme *name_or_folder*: a shipped name, or a path to a folder with ``theme.toml``.

    Raises:
        ThemeError: it does not exist, does not parse, or a key is unknown, missing or out of range.
    """
    folder, table = _read(name_or_folder, ())
    return _build(folder, table)


def _read(name_or_folder: str, seen: tuple[str, ...]) -> tuple[Path, dict[str, Any]]:
    shipped = _NAME.fullmatch(name_or_folder) and themes_folder() / name_or_folder
    folder = shipped if shipped and (shipped / "theme.toml").is_file() else Path(name_or_folder)
    file = folder / "theme.toml" if folder.is_dir() else folder
    if file.name != "theme.toml" or not file.is_file():
        known = ", ".join(theme_names())
        raise ThemeError(f"no theme {name_or_folder[:80]!r}: choose one of {known}, or give a folder with theme.toml")
    if len(seen) > 8 or str(file) in seen:
        raise ThemeError(f"theme {name_or_folder[:80]!r} extends itself: name another parent under 'extends'")
    try:
        table = tomli.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise ThemeError(f"theme file {file.name} of {name_or_folder[:80]!r} cannot be read: {error}") from error
    parent = table.pop("extends", None)
    if parent is None:
        return file.parent, table
    if not isinstance(parent, str):
        raise ThemeError(f"theme {name_or_folder[:80]!r}: 'extends' names one parent theme as a string")
    _, base = _read(parent, (*seen, str(file)))
    return file.parent, _merge(base, table)


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        merged[key] = _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _build(folder: Path, table: dict[str, Any]) -> Theme:
    known = {"name", "title", "page", "fonts", "base", "roles", "furniture", "contents_entry", "accent"}
    _refuse_unknown("theme", table, known)
    families = {key: _record(FontFamily, f"fonts.{key}", value) for key, value in _table(table, "fonts").items()}
    base = _table(table, "base")
    role_tables = _table(table, "roles")
    _refuse_unknown("roles", role_tables, {role.value for role in Role})

    def style(where: str, own: Any) -> RoleStyle:
        if not isinstance(own, dict):
            raise ThemeError(f"theme key {where!r} must be a table")
        record = _record(RoleStyle, where, {**base, **own})
        if record.family not in families:
            raise ThemeError(f"theme key {where + '.family'!r}: no [fonts.{record.family}] table")
        if record.align not in {"start", "center", "end", "justify"}:
            raise ThemeError(f"theme key {where + '.align'!r} must be start, center, end or justify")
        if not 4 <= record.size_pt <= 144 or record.leading_pt < record.size_pt:
            raise ThemeError(f"theme key {where!r}: size_pt must be 4 to 144 and leading_pt at least as large")
        _colour(f"{where}.colour", record.colour)
        return record

    page = _record(Page, "page", _table(table, "page"))
    if page.columns not in (1, 2) or min(page.margin_inner_mm, page.margin_outer_mm, page.margin_top_mm) < 5:
        raise ThemeError("theme table 'page': columns must be 1 or 2 and margins at least 5 mm")
    if not (0.1 <= page.picture_height_share <= 0.9 and 50 <= page.picture_dpi <= 600):
        raise ThemeError("theme table 'page': picture_height_share must be 0.1 to 0.9 and picture_dpi 50 to 600")
    return Theme(
        name=str(table.get("name", folder.name)),
        title=str(table.get("title", folder.name)),
        page=page,
        families=families,
        roles={role: style(f"roles.{role.value}", role_tables.get(role.value, {})) for role in Role},
        furniture=style("furniture", table.get("furniture", {})),
        contents_entry=style("contents_entry", table.get("contents_entry", {})),
        accent=_colour("accent", table.get("accent", "")),
        folder=folder,
    )


def _table(table: dict[str, Any], key: str) -> dict[str, Any]:
    value = table.get(key)
    if not isinstance(value, dict):
        raise ThemeError(f"theme table [{key}] is missing")
    return value


def _refuse_unknown(where: str, table: dict[str, Any], known: set[str]) -> None:
    for key in table:
        if key not in known:
            raise ThemeError(f"theme key {key[:40]!r} in {where!r} is unknown; known: {', '.join(sorted(known))}")


def _colour(where: str, value: Any) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value.lower()):
        raise ThemeError(f"theme key {where!r} must be a colour such as #1a2b3c")
    return value.lower()


def _record(kind: type[_R], where: str, value: Any) -> _R:
    if not isinstance(value, dict):
        raise ThemeError(f"theme key {where!r} must be a table")
    _refuse_unknown(where, value, {f.name for f in fields(kind)})
    parts: dict[str, Any] = {}
    for f in fields(kind):
        if f.name not in value:
            raise ThemeError(f"theme key {where + '.' + f.name!r} is missing")
        own = value[f.name]
        wanted = {"float": (int, float), "int": (int,), "bool": (bool,), "str": (str,)}[str(f.type)]
        if not isinstance(own, wanted) or (isinstance(own, bool) and str(f.type) != "bool"):
            raise ThemeError(f"theme key {where + '.' + f.name!r} must be of type {f.type}")
        parts[f.name] = float(own) if str(f.type) == "float" else own
    return kind(**parts)
