# SPDX-License-Identifier: Apache-2.0
"""Themes: read, inherit, refuse with exact words; new ones, checks, previews; the shipped ones keep their promises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.errors import ThemeError
from docforge.presentation import Role
from docforge.theme import FontFamily, Page, RoleStyle, keys_of, load_theme, theme_names
from docforge.theming.inspection import inspect_theme
from docforge.theming.preview import contact_sheet, preview
from docforge.theming.scaffold import scaffold
from docforge.theming.specimen import specimen

ROOT = Path(__file__).resolve().parents[2]


def theme(folder: Path, text: str, name: str = "own") -> str:
    own = folder / name
    own.mkdir()
    (own / "theme.toml").write_text('extends = "default"\n' + text, encoding="utf-8")
    return str(own)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("accent = 'blue'", "accent must be a colour such as #1a2b3c, not 'blue'"),
        ("akzent = '#000000'", "akzent is no key of themes; did you mean accent?"),
        ("[page]\ncolumns = 3", "page.columns must be from 1 to 2, not 3"),
        ("[page]\ncolumns = true", "page.columns must be a whole number, not true"),
        ("[page]\nmargin_top_mm = 'wide'", "page.margin_top_mm must be a number, not 'wide'"),
        ("[page]\nmargin_top_mm = nan", "page.margin_top_mm must be from 5 to 100, not nan"),
        ("[page]\nhead_mm = 40", "page.head_mm must be less than page.margin_top_mm, 26: the head is above the text"),
        ("[roles.headline]\nsize_pt = 300", "roles.headline.size_pt must be from 4 to 144, not 300"),
        ("[roles.headline]\nleading_pt = 8", "roles.headline.leading_pt is 8: give at least size_pt, 20"),
        ("[roles.headline]\nalign = 'left'", "roles.headline.align must be start, center, end or justify, not 'left'"),
        ("[roles.headline]\nfamily = 'titles'", "roles.headline.family: there is no [fonts.titles]"),
        ("[roles.headlines]\nsize_pt = 9", "roles.headlines is no key of themes; did you mean headline?"),
        ("[roles.headline]\nsize = 9", "roles.headline.size is no key of themes; did you mean size_pt?"),
        ("[base]\nhyphenate = 'yes'", "base.hyphenate must be true or false, not 'yes'"),
        ("[fonts.text]\ncss = 'x;}</style>'", "fonts.text.css must be a list of font names, nothing else"),
        ("[fonts.new]\npdf = 'serif'", "fonts.new.docx is missing: a font that offices have"),
        ("roles = 3", "[roles] must be a table"),
    ],
)
def test_a_bad_key_is_named_with_what_it_may_be(tmp_path: Path, text: str, message: str) -> None:
    own = theme(tmp_path, text)
    with pytest.raises(ThemeError) as caught:
        load_theme(own)
    assert message in str(caught.value)
    found, findings = inspect_theme(own)
    assert found is None
    assert {f.severity for f in findings} == {"error"} and message in findings[0].message


def test_all_that_is_wrong_is_said_at_once_and_once(tmp_path: Path) -> None:
    own = theme(
        tmp_path, "accent = '#1f4e79'\n[base]\nweight = 'fat'\n[roles.body]\nsize_pt = 1\n[page]\ncolumns = 9\n"
    )
    _, findings = inspect_theme(own)
    assert [f.message.split(" ")[0] for f in findings] == ["page.columns", "base.weight", "roles.body.size_pt"]
    with pytest.raises(ThemeError, match=r"and 2 more: docforge theme check shows all"):
        load_theme(own)


def test_a_theme_extends_another_beside_it(tmp_path: Path) -> None:
    theme(tmp_path, "accent = '#123456'", "house")
    own = tmp_path / "press"
    own.mkdir()
    (own / "theme.toml").write_text('extends = "../house"\n[page]\ncolumns = 2\n', encoding="utf-8")
    found = load_theme(str(own))
    assert (found.accent, found.page.columns, found.name) == ("#123456", 2, "default")


@pytest.mark.parametrize("parent", ['"../own"', '"nowhere"', "3"])
def test_a_parent_that_is_none_is_refused(tmp_path: Path, parent: str) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "theme.toml").write_text(f"extends = {parent}\n", encoding="utf-8")
    with pytest.raises(ThemeError):
        load_theme(str(own))


# -- contrast and fonts ------------------------------------------------------------------------


def test_weak_colours_are_found_by_the_size_of_their_letters(tmp_path: Path) -> None:
    """#8a8a8a on white has 3.45 to 1: enough for large letters, not for small (WCAG 2.2, 1.4.3)."""
    own = theme(tmp_path, "[roles.headline]\ncolour = '#8a8a8a'\n[roles.caption]\ncolour = '#8a8a8a'\n")
    found, findings = inspect_theme(own)
    assert found is not None
    assert [(f.severity, f.message) for f in findings] == [
        ("fault", "roles.caption.colour #8a8a8a on white has contrast 3.45: make it darker, to 4.5 or more")
    ]


def test_a_font_that_is_not_there_is_found(tmp_path: Path) -> None:
    _, findings = inspect_theme(theme(tmp_path, "[fonts.text]\npdf = 'Quay Antiqua'"))
    assert [f.severity for f in findings] == ["fault"] and "no font 'Quay Antiqua'" in findings[0].message


# -- new themes --------------------------------------------------------------------------------


@pytest.mark.parametrize("parent", theme_names())
def test_a_new_theme_is_its_parent_until_something_is_changed(tmp_path: Path, parent: str) -> None:
    own = tmp_path / "fresh"
    own.mkdir()
    text = scaffold("fresh", parent)
    (own / "theme.toml").write_text(text, encoding="utf-8")
    found, old = load_theme(str(own)), load_theme(parent)
    assert (found.page, found.families, found.roles, found.accent) == (old.page, old.families, old.roles, old.accent)
    assert found.name == "fresh"
    # Every line that is commented out is sound when it is taken in.
    taken = re.sub(r"^# (?=[a-z_]+ = )", "", text, flags=re.MULTILINE)
    assert taken.count(" = ") > text.count("\n[")
    (own / "theme.toml").write_text(taken, encoding="utf-8")
    load_theme.cache_clear()
    again = load_theme(str(own))
    assert (again.page, again.families, again.roles) == (old.page, old.families, old.roles)


def test_every_key_and_role_stands_in_the_manual() -> None:
    page = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
    for kind in (Page, FontFamily, RoleStyle):
        for name, (_, key) in keys_of(kind).items():
            assert f"| `{name}` | {key.about}" in page, name
    for role in Role:
        assert f"`{role.value}`" in page, role


# -- preview -----------------------------------------------------------------------------------


def test_the_specimen_shows_every_role() -> None:
    shown = {item.role for section in specimen(load_theme()).sections for item in section.items}
    assert shown == set(Role)


def test_a_preview_is_every_format_and_a_sheet() -> None:
    files = preview(load_theme("two-column"), context=Context.fixed(), report=Report())
    heads = {name: data[:4] for name, data in files.items()}
    assert heads == {
        "preview.pdf": b"%PDF",
        "preview.docx": b"PK\x03\x04",
        "preview.epub": b"PK\x03\x04",
        "preview.html": b"<!DO",
        "preview.png": b"\x89PNG",
    }
    assert contact_sheet(files["preview.pdf"]) == files["preview.png"]


# -- the shipped themes ------------------------------------------------------------------------


@pytest.mark.parametrize("name", theme_names())
def test_shipped_themes_are_sound(name: str) -> None:
    found, findings = inspect_theme(name)
    assert found is not None and found.name == name
    assert findings == ()


def test_large_print_keeps_to_the_guidelines() -> None:
    """UKAAF, Creating clear print and large print documents: 18 pt sans, no italics, left, no hyphens, one column."""
    large = load_theme("large-print")
    styles = [*large.roles.values(), large.furniture, large.contents_entry]
    assert large.page.columns == 1
    for style in styles:
        assert style.size_pt >= 18 and style.leading_pt >= (1.2 if style.weight == 700 else 1.25) * style.size_pt
        assert (style.italic, style.align, style.hyphenate, style.colour) == (False, "start", False, "#000000")
        assert large.families[style.family].pdf == "sans"


def test_two_column_sets_articles_in_two_columns_on_a_grid() -> None:
    found = load_theme("two-column")
    body = found.roles[Role.BODY]
    assert (found.page.columns, body.align, body.hyphenate) == (2, "justify", True)
