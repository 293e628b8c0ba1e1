# SPDX-License-Identifier: Apache-2.0
"""Read access to the frozen CLDR tables, one language at a time.

The tables are written by tools/cldr/generate.py and never changed at run time; what is handed out is
shared, so callers must not write into it.  This module knows file names and inheritance, no formats.

Source: CLDR JSON 48.2, Unicode License v3 (see cldr/LICENSE-UNICODE.txt).
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

__all__ = ["FOLDER", "ROOT", "calendar_record", "core", "names_record", "parent", "record"]

ROOT = "und"
FOLDER = Path(__file__).parent / "cldr"


@cache
def core() -> dict[str, Any]:
    """Supplemental facts: locales, parents, likely subtags, aliases, week, paper, digits, plural rules."""
    return _load("core.json")


@cache
def locales() -> frozenset[str]:
    """The CLDR locales that the tables hold, without the root."""
    return frozenset(core()["locales"])


def parent(locale: str) -> str:
    """The CLDR parent of a locale that the tables hold.

    Rule: UTS #35 Part 1, 4.2 (locale inheritance).
    """
    while locale != ROOT:
        locale = core()["parents"].get(locale) or locale.rpartition("-")[0] or ROOT
        if locale in locales():
            return locale
    return ROOT


@lru_cache(maxsize=256)
def record(locale: str) -> dict[str, Any]:
    """Names, patterns, numbers, lists and quotation marks of a locale, complete."""
    return _resolved("locales", locale)


@lru_cache(maxsize=64)
def names_record(locale: str) -> dict[str, Any]:
    """Display names of languages, scripts and territories in a locale."""
    return _resolved("names", locale)


@lru_cache(maxsize=64)
def calendar_record(locale: str) -> dict[str, Any]:
    """Names and patterns of the calendars other than the Gregorian in a locale."""
    return _resolved("calendars", locale)


def _resolved(folder: str, locale: str) -> dict[str, Any]:
    own: dict[str, Any] = _language(folder, locale.partition("-")[0]).get(locale, {})
    if locale == ROOT:
        return own
    base: dict[str, Any] = {"names": names_record, "calendars": calendar_record}.get(folder, record)(parent(locale))
    return _overlay(base, own)


def _overlay(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    if not own:
        return base
    merged = dict(base)
    for key, value in own.items():
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, dict) and isinstance(base.get(key), dict):
            merged[key] = _overlay(base[key], value)
        else:
            merged[key] = value
    return merged


@lru_cache(maxsize=96)
def _language(folder: str, language: str) -> dict[str, Any]:
    try:
        return _load(f"{folder}/{language}.json")
    except FileNotFoundError:
        return {}


def _load(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((FOLDER / name).read_bytes())
    return table
