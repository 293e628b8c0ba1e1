# SPDX-License-Identifier: Apache-2.0
"""Language tags: reading, canonical form, inheritance, script, direction and paper.

A tag is taken in the forms that people and systems write (``kk_KZ.UTF-8``, ``sr@latin``, ``zh-TW``) and given back
in the canonical form of BCP 47.  What a locale cannot honour is refused or noted, never replaced in silence.

Rules: RFC 5646 (syntax, canonical form); UTS #35 Part 1, sections 3 and 4 (aliases, likely subtags, inheritance).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Literal

from docforge.diagnostics import Report
from docforge.errors import LocaleError, UsageError
from docforge.locale import tables
from docforge.patterns import lazily
from docforge.records import dataclass
from docforge.text import display_name

__all__ = [
    "LONGEST_TAG",
    "ResolvedLocale",
    "Tag",
    "available_locales",
    "canonical_tag",
    "data_chain",
    "direction",
    "fallback_chain",
    "language_tag",
    "likely",
    "paper_mm",
    "parse_tag",
    "report_notes",
    "resolve",
    "same_language",
    "script",
]

_LONGEST_LANGUAGE_CODE = 3
LONGEST_TAG = 35
"""Characters; RFC 5646 section 4.4.1 names 35 as the length that implementations must take."""

_PLAIN = re.compile(r"[A-Za-z0-9_@.-]{1,35}")
_LANGUAGE = re.compile(r"[a-z]{2,3}|[a-z]{5,8}")
_EXTLANG = re.compile(r"[a-z]{3}")
_SCRIPT = re.compile(r"[a-z]{4}")
_TERRITORY = re.compile(r"[a-z]{2}|[0-9]{3}")
_VARIANT = lazily(r"[a-z0-9]{5,8}|[0-9][a-z0-9]{3}")
_EXTENSION = lazily(r"[a-z0-9]{2,8}")
_PRIVATE = lazily(r"[a-z0-9]{1,8}")

_MODIFIER_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva", "tifinagh": "Tfng"}
_MODIFIER_VARIANTS = {"valencia": "valencia"}
_MODIFIERS_WITHOUT_EFFECT = ("euro", "abegede")

# Variants that name the spelling a locale's texts already have, and so leave nothing to honour.
_SPELLINGS = frozenset({"1996", "1990", "1994", "abl1943", "ao1990", "colb1945", "academy", "heploc"})

_RTL_SCRIPTS = frozenset(
    {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}
)

_A4 = (210.0, 297.0)
_LETTER = (215.9, 279.4)


@dataclass(frozen=True, slots=True)
class Tag:
    """A well-formed language tag in canonical form, in parts."""

    language: str
    script: str = ""
    territory: str = ""
    variants: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    """Each with its singleton, e.g. ``u-ca-persian``; a private part ``x-…`` last."""

    def __str__(self) -> str:
        parts = (self.language, self.script, self.territory, *self.variants, *self.extensions)
        return "-".join(part for part in parts if part)

    @property
    def name(self) -> str:
        """Language, script and territory only."""
        return "-".join(part for part in (self.language, self.script, self.territory) if part)

    def keyword(self, key: str) -> str | None:
        """The value of a ``-u-`` keyword such as ``ca``, or None.

        Rule: UTS #35 Part 1, 3.6.
        """
        extension = next((text for text in self.extensions if text.startswith("u-")), "")
        found: str | None = None
        for subtag in extension.split("-")[1:]:
            if len(subtag) == 2:
                if found is not None:
                    break
                found = "" if subtag == key else None
            elif found is not None:
                found = f"{found}-{subtag}" if found else subtag
        return found or None


@dataclass(frozen=True, slots=True)
class ResolvedLocale:
    """What a requested locale is served from."""

    tag: str
    """The canonical form of the request."""
    language: str
    script: str
    territory: str
    """The territory named, or the likely one."""
    base: str
    """The CLDR locale whose tables are used."""
    notes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    """Diagnostics (code, values) for what the tables do not cover."""


def parse_tag(tag: str) -> Tag:
    """Return *tag* in canonical parts; nothing is asked of the tables but aliases.

    Raises:
        UsageError: *tag* is no well-formed language tag of at most 35 characters.
    """
    return _parsed(tag)


@lru_cache(maxsize=1024)
def _parsed(tag: str) -> Tag:
    if not isinstance(tag, str) or not _PLAIN.fullmatch(tag):
        raise _malformed(tag)
    stem, _, modifier = tag.partition("@")
    stem = stem.partition(".")[0]
    lowered = stem.replace("_", "-").lower()
    alias = tables.core()["language_alias"].get(_alias_key(lowered))
    if alias is not None and "-" in lowered and not _is_simple(lowered):
        lowered = alias.lower()
    return _canonical(_with_modifier(_split(lowered, tag), modifier.lower(), tag))


def _alias_key(lowered: str) -> str:
    return "-".join(part.upper() if len(part) == 2 and i else part for i, part in enumerate(lowered.split("-")))


def _is_simple(lowered: str) -> bool:
    """Say whether a tag is language, script, territory only; such aliases are resolved part by part."""
    rest = lowered.split("-")[1:]
    return all(_SCRIPT.fullmatch(part) or _TERRITORY.fullmatch(part) for part in rest)


def _split(lowered: str, tag: str) -> Tag:
    parts = lowered.split("-")
    language = parts.pop(0)
    if not _LANGUAGE.fullmatch(language):
        raise _malformed(tag)
    if parts and _EXTLANG.fullmatch(parts[0]):
        language = tables.core()["language_alias"].get(f"{language}-{parts[0]}", parts[0])
        parts.pop(0)
    script = parts.pop(0).title() if parts and _SCRIPT.fullmatch(parts[0]) else ""
    territory = parts.pop(0).upper() if parts and _TERRITORY.fullmatch(parts[0]) else ""
    variants = []
    while parts and _VARIANT.fullmatch(parts[0]):
        variants.append(parts.pop(0))
    if len(set(variants)) != len(variants):
        raise _malformed(tag)
    return Tag(language, script, territory, tuple(sorted(variants)), _extensions(parts, tag))


def _extensions(parts: list[str], tag: str) -> tuple[str, ...]:
    found: dict[str, list[str]] = {}
    singleton = ""
    for part in parts:
        if singleton != "x" and len(part) == 1:
            if part in found:
                raise _malformed(tag)
            singleton = part
            found[singleton] = []
        elif singleton and (_PRIVATE if singleton == "x" else _EXTENSION).fullmatch(part):
            found[singleton].append(part)
        else:
            raise _malformed(tag)
    if any(not values for values in found.values()):
        raise _malformed(tag)
    return tuple("-".join((key, *found[key])) for key in sorted(found, key=lambda key: (key == "x", key)))


def _with_modifier(tag: Tag, modifier: str, text: str) -> Tag:
    if not modifier or modifier in _MODIFIERS_WITHOUT_EFFECT:
        return tag
    if modifier in _MODIFIER_SCRIPTS:
        return Tag(tag.language, _MODIFIER_SCRIPTS[modifier], tag.territory, tag.variants, tag.extensions)
    if modifier in _MODIFIER_VARIANTS:
        variants = tuple(sorted({*tag.variants, _MODIFIER_VARIANTS[modifier]}))
        return Tag(tag.language, tag.script, tag.territory, variants, tag.extensions)
    raise _malformed(text)


def _canonical(tag: Tag) -> Tag:
    """Replace deprecated parts.  Rule: UTS #35 Part 1, Annex C (LocaleId canonicalization)."""
    aliases = tables.core()
    language, script_, territory, variants = tag.language, tag.script, tag.territory, list(tag.variants)
    for variant in tag.variants:
        alias = aliases["language_alias"].get(f"{language}-{variant}")
        if alias is not None:
            language = alias
            variants.remove(variant)
    alias = aliases["language_alias"].get(language)
    if alias is not None:
        language, _, rest = alias.partition("-")
        for part in rest.split("-") if rest else ():
            if len(part) == 4:
                script_ = script_ or part
            else:
                territory = territory or part
    script_ = aliases["script_alias"].get(script_, script_)
    territory = aliases["territory_alias"].get(territory, territory)
    variants = [aliases["variant_alias"].get(variant, variant) for variant in variants]
    return Tag(language, script_, territory, tuple(variants), tag.extensions)


def language_tag(tag: str) -> str:
    """Return the canonical form of *tag* whether or not docforge has tables for it.

    Raises:
        UsageError: *tag* is malformed.
    """
    return str(_parsed(tag))


def likely(tag: Tag) -> Tag:
    """Add the likely script and territory.

    Rule: UTS #35 Part 1, 4.3 (likely subtags, "add").
    """
    table = tables.core()["likely"]
    keys = (
        (tag.language, tag.script, tag.territory),
        (tag.language, tag.script, ""),
        (tag.language, "", tag.territory),
        (tag.language, "", ""),
        ("und", tag.script, tag.territory),
        ("und", tag.script, ""),
        ("und", "", tag.territory),
    )
    for language, script_, territory in keys:
        if (script_ and not tag.script) or (territory and not tag.territory):
            continue
        key = "-".join(part for part in (language, script_, territory) if part)
        found = table.get(key) if key != "und" else None
        if found is not None:
            parts = found.split("-")
            if language == "und" and tag.language != "und":
                parts[0] = tag.language
            named = tag.language if tag.language != "und" else parts[0]
            return Tag(named, tag.script or parts[1], tag.territory or parts[2], tag.variants, tag.extensions)
    return tag


def script(tag: str) -> str:
    """Return the ISO 15924 code of the script of *tag* (``Zyyy`` when nothing tells it).

    Raises:
        UsageError: *tag* is malformed.
    """
    return _script(tag)


@lru_cache(maxsize=1024)
def _script(tag: str) -> str:
    parsed = _parsed(tag)
    if parsed.language == "und" and not parsed.script and not parsed.territory:
        return "Zyyy"
    return likely(parsed).script or "Zyyy"


def direction(tag: str) -> Literal["ltr", "rtl"]:
    """Return the base direction of text in *tag*, decided by its script.

    Raises:
        UsageError: *tag* is malformed.
    """
    return "rtl" if _script(tag) in _RTL_SCRIPTS else "ltr"


def same_language(first: str, second: str) -> bool:
    """Say whether two tags name one language in one script.

    Raises:
        UsageError: a tag is malformed.
    """
    one, other = _parsed(first), _parsed(second)
    return one.language == other.language and _script(first) == _script(second)


def paper_mm(tag: str) -> tuple[float, float]:
    """Return the usual paper of the territory of *tag* (named or likely): width and height in mm.

    Raises:
        UsageError: *tag* is malformed.

    Rule: CLDR supplemental measurementData, paperSize.
    """
    parsed = _parsed(tag)
    territory = parsed.territory or likely(parsed).territory
    return _LETTER if territory in tables.core()["letter_paper"] else _A4


def canonical_tag(tag: str) -> str:
    """Return the canonical BCP 47 form of a locale that docforge can write dates and labels in.

    Raises:
        UsageError: *tag* is malformed.
        LocaleError: it is well formed, but there are no tables for its language in its script.
    """
    return resolve(tag).tag


def resolve(tag: str) -> ResolvedLocale:
    """Find the tables that serve *tag*, and what they leave open.

    Raises:
        UsageError: *tag* is malformed.
        LocaleError: no tables for its language in its script.
    """
    return _resolved(tag)


@lru_cache(maxsize=1024)
def _resolved(tag: str) -> ResolvedLocale:
    parsed = _parsed(tag)
    full = likely(parsed)
    for base in _candidates(parsed, full) if parsed.language != "und" else ():
        if base in tables.locales() and likely(_parsed(base)).script == full.script:
            notes = _notes(parsed, full, base)
            return ResolvedLocale(str(parsed), full.language, full.script, full.territory, base, notes)
    raise LocaleError(_unknown(parsed, full, tag))


def _candidates(parsed: Tag, full: Tag) -> list[str]:
    found = []
    for variant in parsed.variants:
        found += [f"{parsed.language}-{full.territory}-{variant}", f"{parsed.language}-{variant}"]
    language, script_, territory = full.language, full.script, full.territory
    if parsed.territory:
        found += [f"{language}-{script_}-{territory}", f"{language}-{territory}"]
    return [*found, f"{language}-{script_}", language]


def _notes(parsed: Tag, full: Tag, base: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    notes = []
    served = likely(_parsed(base))
    if parsed.territory and served.territory != parsed.territory and parsed.territory not in base:
        notes.append(("DF-L101", (("base", base), ("tag", str(parsed)), ("territory", parsed.territory))))
    left = [variant for variant in parsed.variants if variant not in base and variant not in _SPELLINGS]
    if left:
        notes.append(("DF-L102", (("base", base), ("tag", str(parsed)), ("variant", "-".join(left)))))
    return tuple(notes)


def report_notes(tag: str, report: Report) -> None:
    """Add to *report* what the tables leave open for the locale *tag*.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.
    """
    for code, values in resolve(tag).notes:
        named: dict[str, Any] = dict(values)
        report.add(code, **named)


def data_chain(base: str) -> tuple[str, ...]:
    """Return a CLDR locale and its parents, without the root."""
    chain = []
    while base != tables.ROOT:
        chain.append(base)
        base = tables.parent(base)
    return tuple(chain)


def fallback_chain(tag: str) -> tuple[str, ...]:
    """Return *tag* in canonical form and the locales it inherits from, nearest first, without the root.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.

    Rule: UTS #35 Part 1, 4.2.
    """
    found = resolve(tag)
    return tuple(dict.fromkeys((found.tag, *data_chain(found.base))))


def available_locales() -> tuple[str, ...]:
    """Return the locales with tables of their own, sorted; their territories and ``-u-`` forms are taken too."""
    return tuple(tables.core()["locales"])


# -- messages ------------------------------------------------------------------------------


def _malformed(tag: object) -> UsageError:
    shown = display_name(str(tag)[: LONGEST_TAG + 5])
    return UsageError(f"no language tag: {shown!r}: write a BCP 47 tag such as 'kk' or 'pt-BR'{_hint(str(tag))}")


def _unknown(parsed: Tag, full: Tag, tag: str) -> str:
    if parsed.language == "und":
        likeliest = f"; the likeliest is {full.language}" if full.language in tables.locales() else ""
        return f"locale {parsed} cannot be honoured: it names no language{likeliest}"
    served = [base for base in (full.language,) if base in tables.locales()]
    if served and full.script:
        own = likely(_parsed(served[0])).script
        return (
            f"locale {parsed} cannot be honoured: there are no dates and names for {full.language} in script "
            f"{full.script}: use {served[0]} (script {own})"
        )
    return f"locale {parsed} cannot be honoured: there are no tables for this language{_hint(tag)}"


def _hint(text: str) -> str:
    """The nearest tag or name of a language that docforge has, in words; empty when nothing is near."""
    import difflib

    wanted = re.sub(r"[-_\s]+", "-", text[:LONGEST_TAG].lower()).strip("-")
    exact = {tag.lower(): tag for tag in tables.locales()}
    names = {name.lower(): tag for tag, name in tables.names_record("en")["languages"].items() if tag in exact}
    first = wanted.partition("-")[0]
    near = exact.get(wanted) or names.get(wanted) or (exact.get(first) if first != wanted else None)
    if near is None and len(wanted) > 1:
        if len(wanted) > _LONGEST_LANGUAGE_CODE or not wanted.isascii():
            names = {**_own_names(), **names}
        near = names.get(text.lower())
        found = difflib.get_close_matches(wanted, [*names, *exact], n=1, cutoff=0.6) if near is None else []
        near = names.get(found[0]) or exact[found[0]] if found else near
    return f" (did you mean '{near}'?)" if near else ""


@lru_cache(maxsize=1)
def _own_names() -> dict[str, str]:
    """The names that languages give themselves, in lower case (deutsch: de)."""
    languages = {tag.partition("-")[0] for tag in tables.locales()}
    found = {tag: tables.names_record(tag)["languages"].get(tag, "") for tag in sorted(languages & tables.locales())}
    return {name.lower(): tag for tag, name in found.items() if name}
