# SPDX-License-Identifier: Apache-2.0
"""What is wrong with a theme: its keys, how well its letters stand out, whether its fonts are there.

Rule: WCAG 2.2, success criterion 1.4.3 (contrast, level AA).
"""

from __future__ import annotations

from collections.abc import Iterator

from docforge.colours import contrast
from docforge.presentation import Role
from docforge.records import dataclass
from docforge.theme import RoleStyle, Theme, build_theme, read_theme

__all__ = ["Finding", "inspect_theme"]

_PAPER = "#ffffff"
_TEXT, _LARGE_TEXT = 4.5, 3.0
_LARGE_PT, _LARGE_BOLD_PT, _BOLD = 18.0, 14.0, 700
"""WCAG 2.2, definition "large scale"."""
_SMALLEST_PT = 6.0
_A5_WIDTH_MM = 148.0
_NARROWEST_MM = 40.0
_DESIGNS = ("serif", "sans")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a theme that should be mended."""

    severity: str
    """``error`` (it cannot be used), ``fault`` (it can, but pages come out bad) or ``warning``."""
    message: str


def inspect_theme(name_or_folder: str) -> tuple[Theme | None, tuple[Finding, ...]]:
    """Return the theme, or None where it cannot be used, and all that is wrong with it.

    Raises:
        ThemeError: it is not there, or is no TOML.
    """
    theme, problems = build_theme(*read_theme(name_or_folder))
    if theme is None:
        return None, tuple(Finding("error", problem) for problem in problems)
    return theme, (*_contrasts(theme), *_fonts(theme), *_sizes(theme))


def _styles(theme: Theme) -> Iterator[tuple[str, RoleStyle]]:
    for role in Role:
        yield f"roles.{role.value}", theme.roles[role]
    yield "furniture", theme.furniture
    yield "contents_entry", theme.contents_entry


def _contrasts(theme: Theme) -> Iterator[Finding]:
    for where, style in _styles(theme):
        large = style.size_pt >= (_LARGE_BOLD_PT if style.weight >= _BOLD else _LARGE_PT)
        yield from _contrast(f"{where}.colour", style.colour, _LARGE_TEXT if large else _TEXT)
    yield from _contrast("accent", theme.accent, _TEXT)


def _contrast(where: str, colour: str, wanted: float) -> Iterator[Finding]:
    ratio = contrast(colour, _PAPER)
    if ratio < wanted:
        # Rounded down: 4.49 must not read as 4.5.
        shown = int(ratio * 100) / 100
        yield Finding(
            "fault", f"{where} {colour} on white has contrast {shown:g}: make it darker, to {wanted:g} or more"
        )


def _fonts(theme: Theme) -> Iterator[Finding]:
    own = {key: family.pdf for key, family in theme.families.items() if family.pdf not in _DESIGNS}
    if not own:
        return
    from docforge.typeset import font_catalogue

    catalogue = font_catalogue(theme.font_folders)
    scripts = {entry.family.casefold(): entry.scripts for entry in catalogue.coverage()}
    for key, name in own.items():
        if not catalogue.has_family(name):
            place = "put its file into the theme's folder 'fonts', or name one that docforge fonts lists"
            yield Finding("fault", f"fonts.{key}.pdf: there is no font {name!r}: {place}")
        elif "Latin" not in scripts.get(name.casefold(), ("Latin",)):
            yield Finding(
                "warning", f"fonts.{key}.pdf: {name!r} has no Latin letters; names and figures come in another"
            )


def _sizes(theme: Theme) -> Iterator[Finding]:
    for where, style in _styles(theme):
        if style.size_pt < _SMALLEST_PT:
            yield Finding("warning", f"{where}.size_pt is {style.size_pt:g}: below {_SMALLEST_PT:g} few can read it")
    page = theme.page
    inside = _A5_WIDTH_MM - page.margin_inner_mm - page.margin_outer_mm - page.column_gap_mm * (page.columns - 1)
    column = inside / page.columns
    if column < _NARROWEST_MM:
        yield Finding(
            "warning", f"page: a column on A5 is {column:.0f} mm wide; use this theme on A4, or narrow the margins"
        )
