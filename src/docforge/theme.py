# SPDX-License-Identifier: Apache-2.0
"""How a document looks: one TOML file drives PDF, DOCX, EPUB and HTML.

A theme is a folder with ``theme.toml``.  It may name a parent under ``extends`` and then holds
only what differs.  Lengths in TOML carry their unit in the key (``margin_top_mm``, ``size_pt``);
in memory page geometry is in mm and type in pt.  Colours are ``#rrggbb``.  Own fonts may lie in its folder ``fonts``.

The type of each key carries what it means and what it may be: checks, ``docs/themes.md`` and new themes are made from
that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeVar, get_type_hints

import tomli

from docforge import locale
from docforge.errors import ThemeError
from docforge.presentation import Role
from docforge.records import dataclass

__all__ = [
    "THEME_NAME",
    "FontFamily",
    "Key",
    "Page",
    "RoleStyle",
    "Theme",
    "build_theme",
    "keys_of",
    "load_theme",
    "read_theme",
    "theme_names",
    "themes_folder",
]

THEME_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_R = TypeVar("_R", "FontFamily", "Page", "RoleStyle")
_MOST_ANCESTORS = 8


class Key(NamedTuple):
    """What a key of a theme means and may be."""

    about: str
    low: float | None = None
    high: float | None = None
    """Smallest and largest number."""
    choices: tuple[str, ...] = ()
    pattern: str = ""
    """Regular expression that a string must match as a whole."""
    example: str = ""
    """What such a string looks like, for messages."""


_ALIGNMENTS = ("start", "center", "end", "justify")
_COLOUR = Key("", pattern="#[0-9a-fA-F]{6}", example="a colour such as #1a2b3c")
_FONT = Key("", pattern='[^\\x00-\\x1f<>&"]{1,64}', example="the name of a font")
_CSS = Key("", pattern="[\\w\\s\"',.-]{1,400}", example="a list of font names, nothing else")


def _like(own: Key, about: str) -> Key:
    return own._replace(about=about)


@dataclass(frozen=True, slots=True)
class FontFamily:
    """A family name per medium."""

    pdf: Annotated[str, _like(_FONT, "A design (`serif`, `sans`), or the family of a font that `docforge fonts` lists")]
    docx: Annotated[str, _like(_FONT, "A font that offices have; DOCX names fonts and embeds none")]
    docx_east_asia: Annotated[str, _like(_FONT, "The same for Chinese, Japanese and Korean")]
    docx_complex: Annotated[str, _like(_FONT, "The same for Arabic, Hebrew and scripts of South and South-East Asia")]
    css: Annotated[str, _like(_CSS, "CSS font list for EPUB and HTML, names with spaces in single quotation marks")]


@dataclass(frozen=True, slots=True)
class Page:
    """Page geometry; the paper itself comes from the locale or the user."""

    margin_top_mm: Annotated[float, Key("From the paper's top edge to the text", 5, 100)]
    margin_bottom_mm: Annotated[float, Key("From the text to the paper's bottom edge", 5, 100)]
    margin_inner_mm: Annotated[float, Key("At the binding; other than `margin_outer_mm`: pages are mirrored", 5, 80)]
    margin_outer_mm: Annotated[float, Key("At the fore edge", 5, 80)]
    head_mm: Annotated[float, Key("From the paper's top edge to the running head's baseline", 3, 95)]
    foot_mm: Annotated[float, Key("From the paper's bottom edge to the footer's baseline", 3, 95)]
    columns: Annotated[int, Key("Columns of articles", 1, 2)]
    column_gap_mm: Annotated[float, Key("Between two columns", 2, 40)]
    picture_height_share: Annotated[float, Key("Highest picture, as a part of the text area's height", 0.1, 0.9)]
    picture_dpi: Annotated[float, Key("Fewest pixels to an inch: small pictures are not blown up beyond this", 50, 600)]

    def picture_size(self, width_px: int, height_px: int, width_pt: float, height_pt: float) -> tuple[float, float]:
        """Return width and height in points of a picture in a column of *width_pt* and a text area of *height_pt*."""
        high = height_pt * self.picture_height_share
        scale = min(width_pt / width_px, high / height_px, 72 / self.picture_dpi)
        return width_px * scale, height_px * scale


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """How one role is set."""

    family: Annotated[str, Key("A table of `[fonts]`")]
    size_pt: Annotated[float, Key("Size of the type", 4, 144)]
    leading_pt: Annotated[float, Key("From baseline to baseline, at least `size_pt`", 4, 216)]
    weight: Annotated[int, Key("400 regular, 700 bold", 100, 900)]
    italic: Annotated[bool, Key("Slanted, in scripts that slant")]
    colour: Annotated[str, _like(_COLOUR, "Of the letters")]
    align: Annotated[str, Key("Of the lines; `start` is left, or right in Arabic", choices=_ALIGNMENTS)]
    space_before_pt: Annotated[float, Key("Above", 0, 400)]
    space_after_pt: Annotated[float, Key("Below", 0, 400)]
    indent_pt: Annotated[float, Key("On the start side, of the whole item", 0, 200)]
    first_line_pt: Annotated[float, Key("Indent of the first line", -100, 200)]
    hyphenate: Annotated[bool, Key("Words may be broken with a hyphen, in languages that do so")]

    def set_in(self, lang: str) -> RoleStyle:
        """Return the style as text in *lang* (BCP 47) takes it: upright and unbroken where the language has it so."""
        italic, hyphenate = self.italic and locale.slants(lang), self.hyphenate and locale.hyphenates(lang)
        if (italic, hyphenate) == (self.italic, self.hyphenate):
            return self
        return replace(self, italic=italic, hyphenate=hyphenate)


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

    def set_in(self, lang: str) -> Theme:
        """Return the theme with every style as text in *lang* takes it."""
        return replace(
            self,
            roles={role: style.set_in(lang) for role, style in self.roles.items()},
            furniture=self.furniture.set_in(lang),
            contents_entry=self.contents_entry.set_in(lang),
        )

    @property
    def font_folders(self) -> tuple[str, ...]:
        """The folder of the theme's own fonts, if there is one."""
        fonts = self.folder / "fonts"
        return (str(fonts),) if fonts.is_dir() else ()


def keys_of(kind: type) -> Mapping[str, tuple[type, Key]]:
    """Return name -> (type, what it may be) of each key of a ``FontFamily``, ``Page`` or ``RoleStyle``."""
    return _KEYS[kind]


def _described(kind: Any) -> Mapping[str, tuple[type, Key]]:
    hints = get_type_hints(kind, include_extras=True)
    return {f.name: (hints[f.name].__origin__, hints[f.name].__metadata__[0]) for f in fields(kind)}


_KEYS: Mapping[type, Mapping[str, tuple[type, Key]]] = {
    kind: _described(kind) for kind in (FontFamily, Page, RoleStyle)
}


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
    folder, table = read_theme(name_or_folder)
    theme, problems = build_theme(folder, table)
    if theme is None:
        more = f" (and {len(problems) - 1} more: docforge theme check shows all)" if len(problems) > 1 else ""
        raise ThemeError(f"theme {name_or_folder[:80]!r}: {problems[0]}{more}")
    return theme


def read_theme(name_or_folder: str) -> tuple[Path, dict[str, Any]]:
    """Return the folder of a theme and its keys, those of its parents under its own; nothing is checked yet.

    Raises:
        ThemeError: it does not exist, does not parse, or extends itself.
    """
    return _read(name_or_folder, Path(), ())


def _read(name_or_folder: str, beside: Path, seen: tuple[str, ...]) -> tuple[Path, dict[str, Any]]:
    shipped = THEME_NAME.fullmatch(name_or_folder) and themes_folder() / name_or_folder
    folder = shipped if shipped and (shipped / "theme.toml").is_file() else beside / name_or_folder
    file = folder / "theme.toml" if folder.is_dir() else folder
    if file.name != "theme.toml" or not file.is_file():
        known = ", ".join(theme_names())
        raise ThemeError(f"no theme {name_or_folder[:80]!r}: choose one of {known}, or give a folder with theme.toml")
    if len(seen) > _MOST_ANCESTORS or str(file.resolve()) in seen:
        raise ThemeError(f"theme {name_or_folder[:80]!r} extends itself: name another parent under 'extends'")
    try:
        table = tomli.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError, RecursionError) as error:
        raise ThemeError(f"theme file {file.name} of {name_or_folder[:80]!r} cannot be read: {error}") from error
    parent = table.pop("extends", None)
    if parent is None:
        return file.parent, table
    if not isinstance(parent, str):
        raise ThemeError(f"theme {name_or_folder[:80]!r}: 'extends' names one parent theme as a string")
    _, base = _read(parent, file.parent, (*seen, str(file.resolve())))
    return file.parent, _merge(base, table)


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        merged[key] = _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


# -- checking --------------------------------------------------------------------------------

_TABLES = ("page", "fonts", "base", "roles", "furniture", "contents_entry")


def build_theme(folder: Path, table: Mapping[str, Any]) -> tuple[Theme | None, list[str]]:
    """Return the theme that *table* describes and nothing, or None and what is wrong with each key."""
    problems: list[str] = []
    problems += _unknown("", table, {"name", "title", "accent", *_TABLES})
    for key in _TABLES:
        if not isinstance(table.get(key), dict):
            problems.append(f"[{key}] is missing" if key not in table else f"[{key}] must be a table")
    accent = table.get("accent")
    problems += _fault("accent", accent, str, _COLOUR)
    if problems:
        return None, problems
    families = {key: _record(FontFamily, f"fonts.{key}", value, problems) for key, value in table["fonts"].items()}
    page = _record(Page, "page", table["page"], problems)
    if page is not None:
        problems += _page_faults(page)
    base, roles = table["base"], table["roles"]
    problems += _unknown("roles.", roles, {role.value for role in Role})
    own = {f"roles.{role.value}": roles.get(role.value, {}) for role in Role}
    own |= {key: table[key] for key in ("furniture", "contents_entry")}
    styles = {where: _style(where, value, base, families, problems) for where, value in own.items()}
    if problems:
        return None, list(dict.fromkeys(problems))
    theme = Theme(
        name=str(table.get("name", folder.name)),
        title=str(table.get("title", folder.name)),
        page=page,  # type: ignore[arg-type]  # None is a problem, and there is none
        families=families,  # type: ignore[arg-type]
        roles={role: styles[f"roles.{role.value}"] for role in Role},  # type: ignore[misc]
        furniture=styles["furniture"],  # type: ignore[arg-type]
        contents_entry=styles["contents_entry"],  # type: ignore[arg-type]
        accent=str(accent).lower(),
        folder=folder,
    )
    return theme, []


def _page_faults(page: Page) -> Iterator[str]:
    if page.head_mm >= page.margin_top_mm:
        yield f"page.head_mm must be less than page.margin_top_mm, {page.margin_top_mm:g}: the head is above the text"
    if page.foot_mm >= page.margin_bottom_mm:
        yield f"page.foot_mm must be less than page.margin_bottom_mm, {page.margin_bottom_mm:g}: the foot is below it"


def _style(
    where: str, own: Any, base: Mapping[str, Any], families: Mapping[str, Any], problems: list[str]
) -> RoleStyle | None:
    if not isinstance(own, dict):
        problems.append(f"{where} must be a table")
        return None
    # A key of [base] is at fault once, not once for each role.
    places = {name: where if name in own else "base" for name in (*base, *own)}
    style = _record(RoleStyle, where, {**base, **own}, problems, places)
    if style is None:
        return None
    if style.family not in families:
        problems.append(f"{places['family']}.family: there is no [fonts.{style.family[:40]}]")
    if style.leading_pt < style.size_pt:
        problems.append(f"{where}.leading_pt is {style.leading_pt:g}: give at least size_pt, {style.size_pt:g}")
    return style


def _record(
    kind: type[_R], where: str, value: Any, problems: list[str], places: Mapping[str, str] | None = None
) -> _R | None:
    """Return *value* as a *kind*, or None after saying what is wrong with it."""
    if not isinstance(value, dict):
        problems.append(f"{where} must be a table")
        return None
    known = keys_of(kind)
    before = len(problems)
    for name in value:
        place = (places or {}).get(name, where)
        problems += _unknown(f"{place}.", {name: None}, set(known))
    for name, (wanted, key) in known.items():
        place = (places or {}).get(name, where)
        if name not in value:
            problems.append(f"{place}.{name} is missing: {key.about[:1].lower()}{key.about[1:]}")
        else:
            problems += _fault(f"{place}.{name}", value[name], wanted, key)
    if len(problems) > before:
        return None
    return kind(**{name: _plain(value[name], wanted, key) for name, (wanted, key) in known.items()})


def _plain(value: Any, wanted: type, key: Key) -> Any:
    return float(value) if wanted is float else value.lower() if key.pattern == _COLOUR.pattern else value


_WANTED = {float: "a number", int: "a whole number", bool: "true or false", str: "a string"}


def _fault(where: str, value: Any, wanted: type, key: Key) -> Iterator[str]:
    """Yield what is wrong with *value*, if anything."""
    fits = isinstance(value, (int, float) if wanted is float else wanted)
    if not fits or (isinstance(value, bool) and wanted is not bool):
        yield f"{where} must be {key.example or _WANTED[wanted]}, not {_shown(value)}"
    elif key.low is not None and key.high is not None and not key.low <= value <= key.high:
        yield f"{where} must be from {key.low:g} to {key.high:g}, not {_shown(value)}"
    elif key.choices and value not in key.choices:
        yield f"{where} must be {', '.join(key.choices[:-1])} or {key.choices[-1]}, not {_shown(value)}"
    elif key.pattern and not re.fullmatch(key.pattern, value):
        yield f"{where} must be {key.example}, not {_shown(value)}"


def _shown(value: Any) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else repr(value)[:60]


def _unknown(where: str, table: Mapping[str, Any], known: set[str]) -> Iterator[str]:
    for name in table:
        if name not in known:
            from difflib import get_close_matches

            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(sorted(known))}"
            yield f"{where}{name[:40]} is no key of themes; {hint}"
