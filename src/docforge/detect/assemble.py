# SPDX-License-Identifier: Apache-2.0
"""From the source and the user's word to the article: survey, detect, resolve, build blocks.

Comes in: a ``Source``, a language and overrides.  Goes out: an ``Article``.  The one module that knows the list of
detectors.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from docforge.detect import (
    author_lives,
    body,
    byline,
    captions,
    clutter,
    credits,
    crosshead,
    dateline,
    deck,
    headline,
    kicker,
    language,
    letters,
    publication,
    records,
    signoff,
)
from docforge.detect.blocks import build_blocks, with_front_matter
from docforge.detect.candidate import Candidate
from docforge.detect.marks import with_marks
from docforge.detect.resolve import resolve
from docforge.detect.stated_dates import first_dated
from docforge.detect.survey import Survey, survey
from docforge.detect.vocabulary import folded
from docforge.diagnostics import Report
from docforge.errors import UsageError
from docforge.model import (
    PICTURE_FIELDS,
    Article,
    Block,
    Dateline,
    DateRole,
    FoundDate,
    Paragraph,
    PartialDate,
    PublicationLine,
    Source,
)

__all__ = ["amend", "assemble", "read_structure"]

# Each asks only those before it for what they saw, so that the time of each can be told apart.
DETECTORS: tuple[Callable[[Survey], list[Candidate]], ...] = (
    credits.find_credits,
    captions.find_captions,
    dateline.find_datelines,
    publication.find_publication_lines,
    byline.find_bylines,
    headline.find_headlines,
    kicker.find_kickers,
    deck.find_decks,
    signoff.find_taglines,
    author_lives.find_lives,
    crosshead.find_crossheads,
    clutter.find_furniture,
    body.find_body,
    letters.find_letters,
    records.find_records,
)

_FIELD_KINDS = {
    "headline": "headline",
    "title": "headline",
    "kicker": "kicker",
    "subheadline": "subheadline",
    "deck": "subheadline",
    "byline": "byline",
    "author": "byline",
    "date": "publication_line",
    "published": "publication_line",
    "updated": "publication_line",
    "source": "tagline",
    "credit": "credit_line",
    **{caption: "caption" for _, _, caption, _ in PICTURE_FIELDS},
    **{credit: "credit_line" for _, _, _, credit in PICTURE_FIELDS},
}
_FIELD_NAMES = {
    "title": "headline",
    "deck": "subheadline",
    "author": "byline",
    "authors": "byline",
    "published": "date",
    "lang": "language",
}


def assemble(source: Source, tag: str | None, given: Sequence[tuple[str, str]], report: Report) -> Article:
    """Build the article; see ``docforge.detect.find_structure``."""
    overrides = _overrides(source, given)
    _check_dates(source, given, report)
    written = dict(_standard_names((*source.front_matter, *given))).get("language")
    found = language.choose(source, tag, written, report, declared=dict(source.metadata).get("language"))
    if found.rule in ("detected", "script"):
        overrides = tuple((name, value) for name, value in overrides if name != "language")
    seen = survey(source, found.tag)
    chosen = resolve(seen, _candidates(seen, overrides))
    blocks = build_blocks(seen, chosen, found.foreign)
    signed = _signed(seen, chosen)
    stated = first_dated(blocks)
    overrides = _with_days(source, overrides, given, stated, blocks)
    named = dict(overrides)
    published, updated = _moments(stated, signed[1] if signed is not None else None, named)
    line = _dateline(seen, chosen, published or updated)
    yearless = published is None or published.year is None
    elsewhere = None if DateRole.PUBLISHED in stated else signed
    if yearless and line is not None and line.date is not None and line.date.is_full:
        published = line.date
        elsewhere = next(((line.raw, found) for found in seen.dates_in(line.raw)), None)
    _report_readings(source.text, stated, named, report, elsewhere)
    article = Article(
        source.text, found.tag, with_front_matter(source, blocks), source.info, line, published, updated,
        language_rule=found.rule, overrides=overrides,
    )  # fmt: skip
    if not article.headline:
        report.add("DF-D102")
    return article


def amend(article: Article, tag: str | None, given: Sequence[tuple[str, str]], report: Report) -> Article:
    """Return *article* with the user's language and fields; see ``docforge.detect.amended``."""
    named = {**dict(article.overrides), **dict(_standard_names(given))}
    _report_readings(article.text, first_dated(article.blocks), named, report)
    language_tag, rule = article.language, article.language_rule
    if tag or "language" in dict(given):
        from docforge.locale import canonical_tag

        language_tag, rule = canonical_tag(tag or named["language"]), "option"
    return replace(
        article,
        overrides=tuple(named.items()),
        language=language_tag,
        language_rule=rule,
        published=_named_date(dict(given).get("date")) or article.published,
        updated=_named_date(dict(given).get("updated")) or article.updated,
    )


def read_structure(seen: Survey) -> list[Candidate]:
    """Return the winning reading of every passage of *seen*, without building an article."""
    return resolve(seen, _candidates(seen, ()))


def _candidates(seen: Survey, overrides: Sequence[tuple[str, str]]) -> list[Candidate]:
    candidates = [candidate for detector in DETECTORS for candidate in detector(seen)]
    if seen.source.marks:
        candidates = with_marks(seen, candidates)
    if dict(overrides).get("headline"):
        # The user's headline takes the place of the one in the text, so a sentence must not be mistaken for one.
        candidates = [c for c in candidates if c.kind != "headline" or not seen.looks[c.passage].ends]
    return candidates + _override_candidates(seen, overrides)


# -- the user's word -------------------------------------------------------------------------


def _overrides(source: Source, given: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Join front matter and settings under their standard names; settings win."""
    return tuple(dict(_standard_names((*source.metadata, *source.front_matter, *given))).items())


def _standard_names(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    keys = [(name.strip().casefold(), value) for name, value in pairs]
    return [(_FIELD_NAMES.get(key, key), value) for key, value in keys]


def _check_dates(source: Source, given: Sequence[tuple[str, str]], report: Report) -> None:
    """Refuse a date of the user that is none or two; report it in a file, where somebody else may have written it."""
    for name, value in _standard_names(given):
        if name in ("date", "updated") and value.strip() and _named_date(value) is None:
            readings = _two_readings(value)
            if readings:
                raise UsageError(
                    f"{name} is {value[:40]!r}, which can be {' or '.join(readings)}: write the one you mean"
                )
            raise UsageError(f"{name} is {value[:40]!r}, which is no date: write it as 2026-03-09")
    for name, value in _standard_names((*source.metadata, *source.front_matter)):
        if name in ("date", "updated") and value.strip() and _named_date(value) is None:
            readings = _two_readings(value)
            if readings:
                report.add("DF-D104", field=name, value=value[:40], first=readings[0], second=readings[1])
            else:
                report.add("DF-D103", field=name, value=value[:40])


def _override_candidates(seen: Survey, overrides: Sequence[tuple[str, str]]) -> list[Candidate]:
    """Re-label the first passage whose text is the value of an override."""
    out = []
    for name, value in overrides:
        kind = _FIELD_KINDS.get(name)
        wanted = folded(value)
        if name == "dateline" and wanted:
            out += _named_dateline(seen, wanted)
        if kind is None or not wanted:
            continue
        match = next((look for look in seen.looks if folded(look.text) == wanted), None)
        if match is not None:
            fields: dict[str, Any] = {"role": "source"} if kind == "tagline" else {}
            out.append(Candidate(kind, match.index, 50.0, "override", f"the user named it as {name}", fields))
    return out


def _named_dateline(seen: Survey, wanted: str) -> list[Candidate]:
    """Take the user's dateline where a passage opens with it."""
    for look in seen.looks:
        text = look.text
        # Folding may change lengths: the end is where the folded head is the folded value.
        if not folded(text[: 4 * len(wanted) + 8]).startswith(wanted):
            continue
        end = next((n for n in range(1, len(text) + 1) if folded(text[:n]) == wanted), None)
        if end is None:
            continue
        read = dateline.parse_dateline(text, seen.language, seen)
        facts = read if read is not None else dateline.ParsedDateline(0, end, place=text[:end])
        parsed = replace(facts, start=0, end=end, rule="override", score=1.0)
        note = "the user named it as dateline"
        return [Candidate("dateline", look.index, 50.0, "override", note, {"dateline": parsed})]
    return []


# -- dates and dateline ----------------------------------------------------------------------


def _moments(
    stated: Mapping[DateRole, PublicationLine], signed: FoundDate | None, named: Mapping[str, str]
) -> tuple[PartialDate | None, PartialDate | None]:
    first = stated.get(DateRole.PUBLISHED) or signed
    changed = stated.get(DateRole.UPDATED)
    published = _named_date(named.get("date")) or (first.date if first is not None else None)
    updated = _named_date(named.get("updated")) or (changed.date if changed is not None else None)
    return published, updated


def _with_days(
    source: Source,
    overrides: tuple[tuple[str, str], ...],
    given: Sequence[tuple[str, str]],
    stated: Mapping[DateRole, PublicationLine],
    blocks: Sequence[Block],
) -> tuple[tuple[str, str], ...]:
    """Return *overrides* with the days of the format's stamps, less those that a line above the text puts a day off.

    Stamps for machines are often in UTC, where it may be another day already or still; the page says what its readers
    saw.
    """
    own = dict(_standard_names(source.metadata))
    named = dict(_standard_names((*source.front_matter, *given)))
    begins = next((block.span.start for block in blocks if isinstance(block, Paragraph)), len(source.text))
    out = dict(overrides)
    for role, field in ((DateRole.PUBLISHED, "date"), (DateRole.UPDATED, "updated")):
        stamp, line = own.get(field, ""), stated.get(role)
        day = _named_date(stamp)
        if field in named or day is None or not day.is_full:
            continue
        out[field] = day.iso
        if line is None or line.date is None or not line.date.is_full or line.alternative is not None:
            continue
        if line.span.start < begins and (_day(line.date) - _day(day)).days in _days_elsewhere(stamp):
            del out[field]
    return tuple(out.items())


_UTC = re.compile(r"\d{4}-\d{2}-\d{2}[T ](\d{2}):?\d{2}(?::?\d{2}(?:\.\d+)?)?\s?(?:Z|UTC|GMT|[+-]00:?00)?\s*")
_EAST, _WEST = 14, 12
"""Hours that local time is at most ahead of UTC, and behind."""


def _days_elsewhere(stamp: str) -> set[int]:
    """Return how many days before or after the day of a *stamp* it may be where the page is read: in UTC or no zone."""
    match = _UTC.fullmatch(stamp.strip())
    if match is None:
        return set()
    hour = int(match[1])
    return {days for days, other in ((1, hour + _EAST >= 24), (-1, hour < _WEST)) if other}


def _day(date: PartialDate) -> datetime.date:
    return datetime.date(date.year or 1, date.month or 1, date.day or 1)


def _report_readings(
    text: str,
    stated: Mapping[DateRole, PublicationLine],
    named: Mapping[str, str],
    report: Report,
    elsewhere: tuple[str, FoundDate] | None = None,
) -> None:
    """Warn of the date of publication or update that the page leaves in doubt, where the user names none.

    *elsewhere* is the text of the dateline or signature that gives the date of publication in place of a line *stated*.
    """
    for role, field in ((DateRole.PUBLISHED, "date"), (DateRole.UPDATED, "updated")):
        line = stated.get(role)
        if elsewhere is not None and role is DateRole.PUBLISHED:
            where, found = elsewhere
            shown, first, second = where[found.start : found.end], found.date, found.alternative
        elif line is not None and line.date is not None:
            shown, first, second = (line.date_span or line.span).of(text), line.date, line.alternative
        else:
            continue
        if second is not None and not _named_date(named.get(field)):
            report.add("DF-D105", field=role.value, text=shown, first=first.iso, second=second.iso)


def _signed(seen: Survey, chosen: Sequence[Candidate]) -> tuple[str, FoundDate] | None:
    """Return the date of a signature such as ``(APA, 12.9.2015)`` and the text of the passage in which it stands."""
    for candidate in reversed(chosen):
        if candidate.kind not in _SIGNED_KINDS:
            continue
        for fields in (candidate.fields, *(part.fields for part in candidate.parts)):
            if isinstance(found := fields.get("signed"), FoundDate):
                return seen.looks[candidate.passage].text, found
    return None


_SIGNED_KINDS = frozenset({"tagline", "paragraph_with_tagline"})
"""What a signature is, or closes with one."""


def _named_date(value: str | None) -> PartialDate | None:
    """Read the date that a field states; None if it is none, or if it has two readings."""
    if not value:
        return None
    match = re.fullmatch(r"\s*(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?.*", value, re.DOTALL)
    if match is not None:
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            datetime.date(year or 0, month or 1, day or 1)
        except ValueError:
            return None
        return PartialDate(year, month, day)
    from docforge.locale import find_dates

    found = find_dates(value, "en")
    return found[0].date if found and found[0].alternative is None else None


def _two_readings(value: str) -> tuple[str, str] | None:
    """Return both readings of a date such as 03/09/2026 in ISO form, or None where there is one or none."""
    from docforge.locale import find_dates

    found = find_dates(value, "en")
    if not found or found[0].alternative is None:
        return None
    return found[0].iso, found[0].alternative.iso


def _dateline(seen: Survey, chosen: Sequence[Candidate], reference: PartialDate | None) -> Dateline | None:
    for candidate in chosen:
        if candidate.kind != "dateline":
            continue
        parsed: dateline.ParsedDateline = candidate.fields["dateline"]
        passage = seen.looks[candidate.passage].passage
        return Dateline(
            passage.offsets.span_to_source(parsed.start, parsed.end), passage.text[parsed.start : parsed.end],
            parsed.place, parsed.region, _completed(parsed.date, reference), parsed.agency, parsed.correspondents,
            parsed.rule, parsed.score, candidate.evidence,
        )  # fmt: skip
    return None


def _completed(date: PartialDate | None, reference: PartialDate | None) -> PartialDate | None:
    """Give a dateline without a year that of the publication line: the last such day not after it."""
    if date is None or date.year is not None or reference is None or reference.year is None or date.day is None:
        return date
    month = date.month
    if month is None:
        return (
            PartialDate(reference.year, reference.month, date.day)
            if reference.month and (reference.day or 31) >= date.day
            else date
        )
    later = reference.month is not None and (month, date.day) > (reference.month, (reference.day or 31) + 1)
    return PartialDate(reference.year - 1 if later else reference.year, month, date.day)
