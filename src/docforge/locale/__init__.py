# SPDX-License-Identifier: Apache-2.0
"""Everything that depends on a language or a territory; nobody else in docforge knows one.

Names are imported from their modules when first asked for, so ``import docforge.locale`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docforge.locale.calendars import canonical_calendar
    from docforge.locale.changes import Change, apart, changed
    from docforge.locale.collation import index_heading, sort_key
    from docforge.locale.datelines import (
        dateline_hindrance,
        dateline_separator,
        render_dateline,
        space_after_dateline,
    )
    from docforge.locale.dateorder import settled, shown_order
    from docforge.locale.dates import check_date_style, format_date, format_interval
    from docforge.locale.labels import has_own_labels, label, label_count, label_language
    from docforge.locale.names import language_name, week, weekday_names
    from docforge.locale.numbers import digits, format_list, format_number, plural_category
    from docforge.locale.recognition import find_dates, may_open_date, report_two_readings
    from docforge.locale.rewriting import DateStyle, RewrittenDate, rewrite_dates
    from docforge.locale.tags import (
        ResolvedLocale,
        available_locales,
        canonical_tag,
        direction,
        fallback_chain,
        language_tag,
        paper_mm,
        report_notes,
        resolve,
        same_language,
        script,
    )
    from docforge.locale.typesetting import typeset, typeset_changes
    from docforge.locale.typography import (
        Emphasis,
        emphasis,
        hyphenates,
        line_height,
        quotation_marks,
        slants,
        typography_of,
        upper,
    )

_HOME = {
    "canonical_calendar": "calendars",
    "check_date_style": "dates",
    "Change": "changes",
    "DateStyle": "rewriting",
    "Emphasis": "typography",
    "RewrittenDate": "rewriting",
    "ResolvedLocale": "tags",
    "apart": "changes",
    "available_locales": "tags",
    "canonical_tag": "tags",
    "changed": "changes",
    "dateline_hindrance": "datelines",
    "dateline_separator": "datelines",
    "digits": "numbers",
    "emphasis": "typography",
    "direction": "tags",
    "fallback_chain": "tags",
    "find_dates": "recognition",
    "may_open_date": "recognition",
    "format_date": "dates",
    "format_interval": "dates",
    "format_list": "numbers",
    "format_number": "numbers",
    "has_own_labels": "labels",
    "hyphenates": "typography",
    "index_heading": "collation",
    "label": "labels",
    "label_count": "labels",
    "label_language": "labels",
    "language_name": "names",
    "language_tag": "tags",
    "line_height": "typography",
    "paper_mm": "tags",
    "plural_category": "numbers",
    "quotation_marks": "typography",
    "render_dateline": "datelines",
    "report_notes": "tags",
    "report_two_readings": "recognition",
    "settled": "dateorder",
    "shown_order": "dateorder",
    "resolve": "tags",
    "rewrite_dates": "rewriting",
    "same_language": "tags",
    "script": "tags",
    "slants": "typography",
    "sort_key": "collation",
    "space_after_dateline": "datelines",
    "typeset": "typesetting",
    "typeset_changes": "typesetting",
    "typography_of": "typography",
    "upper": "typography",
    "week": "names",
    "weekday_names": "names",
}

__all__ = [
    "Change",
    "DateStyle",
    "Emphasis",
    "ResolvedLocale",
    "RewrittenDate",
    "apart",
    "available_locales",
    "canonical_calendar",
    "canonical_tag",
    "changed",
    "check_date_style",
    "dateline_hindrance",
    "dateline_separator",
    "digits",
    "direction",
    "emphasis",
    "fallback_chain",
    "find_dates",
    "format_date",
    "format_interval",
    "format_list",
    "format_number",
    "has_own_labels",
    "hyphenates",
    "index_heading",
    "label",
    "label_count",
    "label_language",
    "language_name",
    "language_tag",
    "line_height",
    "may_open_date",
    "paper_mm",
    "plural_category",
    "quotation_marks",
    "render_dateline",
    "report_notes",
    "report_two_readings",
    "resolve",
    "rewrite_dates",
    "same_language",
    "script",
    "settled",
    "shown_order",
    "slants",
    "sort_key",
    "space_after_dateline",
    "typeset",
    "typeset_changes",
    "typography_of",
    "upper",
    "week",
    "weekday_names",
]


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = found
    return found
