# SPDX-License-Identifier: Apache-2.0
"""The text of a new theme: every key with what it means and what the parent says, commented out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from docforge.errors import ThemeError
from docforge.presentation import Role
from docforge.theme import FontFamily, Key, Page, RoleStyle, build_theme, keys_of, read_theme

__all__ = ["key_range", "scaffold"]


def scaffold(name: str, parent: str, extends: str = "") -> str:
    """Return a ``theme.toml`` that extends *parent* and changes nothing yet.

    Args:
        extends: how the new theme names its parent: a folder's path from its own folder on; empty for *parent*.

    Raises:
        ThemeError: there is no such parent, or it is bad.
    """
    folder, table = read_theme(parent)
    theme, problems = build_theme(folder, table)
    if theme is None:
        raise ThemeError(f"theme {parent[:80]!r}: {problems[0]}")
    return "\n".join(_lines(name, extends or parent, table)) + "\n"


def _lines(name: str, parent: str, table: Mapping[str, Any]) -> Iterator[str]:
    yield f"# {name}: say here what this theme is for."
    yield f"# Each key below shows what {parent!r} says. Take the '# ' away and change the value; leave the rest."
    yield "# Then:  docforge theme check FOLDER  and  docforge theme preview FOLDER -o out"
    yield f"extends = {json.dumps(parent)}"
    yield f"name = {json.dumps(name)}"
    yield f"title = {json.dumps(name.replace('-', ' ').capitalize())}"
    yield ""
    yield "# Colour of rules and links."
    yield f"# accent = {_value(table['accent'])}"
    yield from _table("page", table["page"], Page, "The page; the paper is the locale's or the user's.")
    for key, family in table["fonts"].items():
        yield from _table(f"fonts.{key}", family, FontFamily, f"The fonts of family {key!r}, by format.")
    yield from _table("base", table["base"], RoleStyle, "What all roles below share, unless they say otherwise.")
    yield from _own("furniture", table["furniture"], "Running head and foot of the pages.")
    yield from _own("contents_entry", table["contents_entry"], "A line of the contents.")
    for role in Role:
        yield from _own(f"roles.{role.value}", table["roles"].get(role.value, {}), "")


def _table(name: str, values: Mapping[str, Any], kind: Any, about: str) -> Iterator[str]:
    yield ""
    yield f"# {about}"
    yield f"[{name}]"
    for key, (wanted, own) in keys_of(kind).items():
        yield f"# {own.about}{key_range(own, wanted)}."
        yield f"# {key} = {_value(values[key])}"


def _own(name: str, values: Mapping[str, Any], about: str) -> Iterator[str]:
    yield ""
    if about:
        yield f"# {about}"
    yield f"[{name}]"
    for key, value in values.items():
        yield f"# {key} = {_value(value)}"


def key_range(key: Key, wanted: type) -> str:
    """Return what values *key* takes, with a leading colon; nothing where any string will do."""
    if key.low is not None and key.high is not None:
        return f": {key.low:g} to {key.high:g}"
    if key.choices:
        return f": {', '.join(key.choices)}"
    return ": true or false" if wanted is bool else f": {key.example}" if key.pattern.startswith("#") else ""


def _value(value: Any) -> str:
    """*value* as TOML; a JSON string is a basic string of TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
