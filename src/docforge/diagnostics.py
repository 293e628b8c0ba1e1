# SPDX-License-Identifier: Apache-2.0
"""Things worth saying that do not stop a conversion, as values with stable codes.

Every stage gets a ``Report`` handed in and adds diagnostics to it; nothing here prints.
Codes are grouped by stage: ``DF-R`` read, ``DF-D`` detect, ``DF-L`` locale,
``DF-P`` present and pack, ``DF-W`` write, ``DF-B`` batch.  ``CATALOGUE`` is the one
table from code to wording; docs/diagnostics.md is checked against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from enum import IntEnum

from docforge.model import Span
from docforge.records import dataclass

__all__ = ["CATALOGUE", "Diagnostic", "Entry", "Report", "Severity"]


class Severity(IntEnum):
    """How much a diagnostic matters; ``--strict`` makes WARNING and above fail."""

    INFO = 10
    WARNING = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """What one code stands for."""

    severity: Severity
    template: str
    """Message with named ``str.format`` fields."""
    action: str
    """What the user can do about it; empty when there is nothing to do."""


CATALOGUE: dict[str, Entry] = {
    # -- read ------------------------------------------------------------------------------
    "DF-R101": Entry(
        Severity.INFO,
        "read as {encoding} ({rule})",
        "Name another one with --encoding if letters look wrong.",
    ),
    "DF-R102": Entry(
        Severity.WARNING,
        "{count} bytes are not UTF-8 (the first on line {line}); U+FFFD stands for them",
        "Save the file as UTF-8, or name its encoding with --encoding.",
    ),
    "DF-R103": Entry(
        Severity.WARNING,
        "the file declares {declared} but its bytes say {encoding}; the declaration was not followed",
        "Name the encoding with --encoding if letters look wrong.",
    ),
    "DF-R104": Entry(
        Severity.WARNING,
        "{count} unpaired surrogates stand in the text; U+FFFD stands for them",
        "",
    ),
    "DF-R105": Entry(
        Severity.WARNING,
        "{count} control characters or noncharacters that no document may hold became U+FFFD",
        "",
    ),
    "DF-R106": Entry(
        Severity.INFO,
        "all {count} lines open with the > of a quoted mail; the marks are left out",
        "",
    ),
    "DF-R120": Entry(
        Severity.WARNING,
        "front matter has an unknown key {key}; it is kept but changes nothing",
        "Check its spelling: headline, kicker, subheadline, byline, dateline, date, updated, language, source …",
    ),
    "DF-R121": Entry(
        Severity.WARNING,
        "front matter has the key {key} twice; the last one counts",
        "",
    ),
    "DF-R130": Entry(
        Severity.WARNING,
        "the text names the picture {name}, but it came without a folder to look in; the picture is left out",
        "Give the text as a file, or name the picture with --picture.",
    ),
    "DF-R131": Entry(
        Severity.INFO,
        "the picture {name} lies beside the text and goes with it",
        "Add --no-sidecars to leave it out.",
    ),
    "DF-R132": Entry(
        Severity.WARNING,
        "the picture {name} is animated; its first frame is used",
        "",
    ),
    "DF-R133": Entry(
        Severity.INFO,
        "the picture {name} was made smaller, from {width} × {height} to {smaller} pixels; paper shows no more",
        "",
    ),
    "DF-R134": Entry(
        Severity.WARNING,
        "the picture {name} is left out: {other} has the same name and was taken",
        "Remove one of them, or name the right one with --picture.",
    ),
    "DF-R150": Entry(
        Severity.INFO,
        "taken as {format}, by its content or its ending",
        "Use --from text to take it as plain text, or --from with another format's name.",
    ),
    "DF-R151": Entry(
        Severity.INFO,
        "{format}: not used: {names}",
        "",
    ),
    "DF-R152": Entry(
        Severity.WARNING,
        "{format}: text left out of the article: {names}",
        "Look whether it belongs to the story; --from text takes the whole file as it stands.",
    ),
    "DF-R153": Entry(
        Severity.INFO,
        "{format}: {count} words of the page stand outside the article (menus, links, notices)",
        "",
    ),
    "DF-R140": Entry(
        Severity.INFO,
        "{count} stories, told apart by {rule}; the separators belong to none",
        "Use --no-split to read the file as one story.",
    ),
    "DF-R141": Entry(
        Severity.WARNING,
        "{count} characters belong to none of the stories: {excerpt}",
        "Use --no-split to read the file as one story.",
    ),
    "DF-R142": Entry(
        Severity.WARNING,
        "no separator between stories was found; the file is read as one story",
        "Put a line of *** between the stories, or leave out --split.",
    ),
    # -- detect ----------------------------------------------------------------------------
    "DF-D101": Entry(
        Severity.INFO,
        "the language of the article is unsure; it is treated as {language}",
        "Name it with --lang.",
    ),
    "DF-D102": Entry(
        Severity.INFO,
        "no headline was found",
        "Name it with --set headline=….",
    ),
    "DF-D103": Entry(
        Severity.WARNING,
        "the {field} that the file states, {value!r}, is no date; it changes nothing",
        "Write it as 2026-03-09, or set it with --set.",
    ),
    "DF-D104": Entry(
        Severity.WARNING,
        "the {field} that the file states, {value!r}, can be {first} or {second}; it changes nothing",
        "Write it as 2026-03-09, or set it with --set.",
    ),
    "DF-D105": Entry(
        Severity.WARNING,
        "the {field} date {text!r} can be {first} or {second}; it is taken for {first}",
        "Set the one that is meant (--set date=2026-03-09), or the language with its territory (--lang en-GB).",
    ),
    "DF-D106": Entry(
        Severity.INFO,
        "the input declares its language as {declared}, but its text is in {language}; it is treated as that",
        "Name it with --lang.",
    ),
    # -- locale ----------------------------------------------------------------------------
    "DF-L101": Entry(
        Severity.INFO,
        "{tag}: {territory} has no conventions of its own; dates, digits and labels of {base}, paper of {territory}",
        "",
    ),
    "DF-L102": Entry(
        Severity.INFO,
        "{tag}: the variant {variant} changes nothing here; dates, digits and labels are those of {base}",
        "",
    ),
    "DF-L103": Entry(
        Severity.WARNING,
        "the date {text!r} has two readings, {first} and {second}; it is left as written",
        "Give the language with its territory (en-US, en-GB), or set the date.",
    ),
    # -- present, pack ---------------------------------------------------------------------
    "DF-P101": Entry(
        Severity.INFO,
        "labels for {locale} are not translated yet; they come out in {language}, with dates and digits of {locale}",
        "Choose another output locale with -l if that does not suit.",
    ),
    "DF-P102": Entry(
        Severity.INFO,
        "no locale data for the article's language {language}; dates and labels come out in English",
        "Name the output locale with -l.",
    ),
    "DF-P103": Entry(
        Severity.INFO,
        "{count} pieces of page furniture were left out, as asked",
        "Use --furniture inline to print them in place.",
    ),
    "DF-P104": Entry(
        Severity.INFO,
        "the {field} found in the text is replaced by the one that you set",
        "",
    ),
    "DF-P110": Entry(
        Severity.WARNING,
        "the picture {name} has neither alternative text nor caption; who does not see it learns only that it is there",
        "Say what it shows with --set picture_alt=….",
    ),
    "DF-P121": Entry(
        Severity.INFO,
        "the date '{text}' is written '{new}', as asked",
        "",
    ),
    "DF-P122": Entry(
        Severity.INFO,
        "the date '{text}' stays as written: {reason}",
        "",
    ),
    "DF-P123": Entry(
        Severity.INFO,
        "typography of {locale}: {count} places are set anew, as asked",
        "See each with docforge inspect --typography.",
    ),
    "DF-P124": Entry(
        Severity.INFO,
        "the dateline '{text}' is written '{new}', as asked",
        "",
    ),
    "DF-P125": Entry(
        Severity.WARNING,
        "the dateline '{text}' stays as written: {reason}",
        "Set its text with --set dateline=….",
    ),
    "DF-P126": Entry(
        Severity.WARNING,
        "'{headline}' is under embargo: {moment}; each page is marked so",
        "Hold the output back until then; --set embargo= lifts the mark.",
    ),
    # -- write -----------------------------------------------------------------------------
    "DF-W101": Entry(
        Severity.WARNING,
        "no font has the character {codepoint} ({name}); it is drawn as a box with its code point",
        "Name a folder with a font that has it (--font-dir); the text in the file keeps the character",
    ),
    # -- batch -----------------------------------------------------------------------------
}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One remark about one input."""

    code: str
    args: tuple[tuple[str, str | int], ...] = ()
    span: Span | None = None
    """Where in the original decoded text, if the remark has a place."""

    @property
    def severity(self) -> Severity:
        """The severity that the catalogue gives this code."""
        return CATALOGUE[self.code].severity

    @property
    def message(self) -> str:
        """The catalogue's wording with this remark's values, without the action."""
        return CATALOGUE[self.code].template.format(**dict(self.args))

    @property
    def action(self) -> str:
        """What to do about it, or the empty string."""
        return CATALOGUE[self.code].action.format(**dict(self.args))


@dataclass(slots=True)
class Report:
    """An ordered collector of diagnostics; the same remark is kept once."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    _seen: set[Diagnostic] = field(default_factory=set, repr=False)

    def add(self, code: str, *, span: Span | None = None, **args: str | int) -> None:
        """Add the remark *code* with its values.

        Raises:
            KeyError: *code* is not in the catalogue.
        """
        CATALOGUE[code]
        diagnostic = Diagnostic(code, tuple(sorted(args.items())), span)
        if diagnostic not in self._seen:
            self._seen.add(diagnostic)
            self.diagnostics.append(diagnostic)

    def extend(self, other: Report) -> None:
        """Take over what *other* holds, in order."""
        for diagnostic in other.diagnostics:
            if diagnostic not in self._seen:
                self._seen.add(diagnostic)
                self.diagnostics.append(diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that ``--strict`` turns into a failure."""
        return tuple(d for d in self.diagnostics if d.severity >= Severity.WARNING)
