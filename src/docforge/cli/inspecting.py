# SPDX-License-Identifier: Apache-2.0
"""``docforge inspect`` and ``docforge quotes``: what was found, and why."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from docforge.cli.options import context_of_run, each_read, endings_of, locales_of, read_stdin, settings_of, shared
from docforge.cli.telling import excerpt, tell_report, to_plain, write_json
from docforge.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from docforge.copyediting import ProposedChange
    from docforge.diagnostics import Report
    from docforge.model import Article, Quote

__all__ = ["inspect", "quotes"]


@click.command()
@shared("inputs", "locales", "lang", "encoding", "from", "split", "set")
@shared("calendar", "second_calendar", "date_style", "dateline", "rewrite_dates", "typography", "json")
def inspect(inputs: tuple[str, ...], as_json: bool, **given: Any) -> int:
    """Show every part that was found, with its place, rule and score.

    With --typography, --rewrite-dates or --dateline localised, show what they would change, before and after.
    """
    from docforge.batch import expand
    from docforge.conversion import proposed_changes

    settings, context = settings_of(given), context_of_run()
    tags = locales_of(given["locales"])
    if len(tags) > 1:
        raise UsageError("inspect shows one output locale: name one after -l")
    settings = replace(settings, locale=tags[0] if tags else None)
    planned = expand(inputs)
    failed: list[str] = []
    for own, articles, report in each_read(planned, settings, context, read_stdin(inputs, context), failed):
        for number, article in enumerate(articles, 1):
            changes = proposed_changes(article, settings, context=context, report=report)
            if as_json:
                _print_inspection(article, changes, report)
                continue
            story = f", story {number} of {len(articles)}" if len(articles) > 1 else ""
            for line in (*_inspection(article, own.shown + story), *_difference(changes, article.info.offset)):
                sys.stdout.write(line + "\n")
        for remark in () if as_json else report:
            sys.stdout.write(f"  {remark.severity.name.lower()}: {remark.message} [{remark.code}]\n")
    return int(ExitCode.SOME_FAILED if failed else ExitCode.DONE)


def _print_inspection(article: Article, changes: Sequence[ProposedChange], report: Report) -> None:
    document = {
        "article": json.loads(article.to_json()),
        "changes": [
            {"span": [c.span.start, c.span.end], "kind": c.kind, "before": c.before, "after": c.after} for c in changes
        ],
        "diagnostics": [to_plain(d) for d in report],
    }
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")


def _difference(changes: Sequence[ProposedChange], at: int) -> Iterable[str]:
    """The lines that show what copy-editing on request would change."""
    from docforge.text import display_name

    if not changes:
        return
    yield ""
    yield "changes, before and after (⍽ is a no-break space)"
    visible = str.maketrans("\u00a0\u202f", "⍽⍽")
    for own in changes:
        yield f"{own.span.start + at:>6}-{own.span.end + at:<6}  {own.kind}"
        for sign, text in (("-", own.before), ("+", own.after)):
            yield f"      {sign} {display_name(text.translate(visible))}"


def _inspection(article: Article, shown: str) -> Iterable[str]:
    """The lines of ``inspect`` for people: one for each part, in the order of the text."""
    info, at = article.info, article.info.offset
    language = f"{article.language} ({article.language_rule})"
    kind = "" if info.media_type == "text/plain" else f", {info.media_type}"
    yield f"{shown}: {language}, {info.encoding} ({info.encoding_rule}){kind}, {len(article.text)} characters"
    for name in ("published", "updated"):
        value = getattr(article, name)
        if value is not None:
            yield f"  {name}: {value.iso}" + ("" if value.calendar == "gregorian" else f" ({value.calendar})")
    for name, value in article.overrides:
        yield f"  set: {name} = {excerpt(value)}"
    for picture in article.pictures:
        yield f"  picture: {excerpt(picture.name)}, {picture.width_px} × {picture.height_px}, {picture.media_type}"
    yield ""
    yield f"{'place':>13}  {'part':16} {'score':>5}  rule"
    for block in article.blocks:
        yield _part(
            block.span.start + at, block.span.end + at, block.KIND, block.score, block.rule, block.text, block.evidence
        )
        dateline = article.dateline
        if dateline is not None and dateline.span in block.span:
            yield _part(
                dateline.span.start + at,
                dateline.span.end + at,
                "· dateline",
                dateline.score,
                dateline.rule,
                dateline.raw,
                dateline.evidence,
            )
        for quote in article.quotes:
            if block.span.start <= quote.span.start < block.span.end:
                yield from _quote_lines(article, quote)
    for entity in article.entities:
        title = f", {entity.title}" if entity.title else ""
        place = f"{entity.span.start + at:>6}-{entity.span.end + at:<6}"
        yield f"{place}  {entity.kind:16} {'':>5}  {entity.rule}  {entity.name}{title}"


def _quote_lines(article: Article, quote: Quote) -> Iterable[str]:
    yield _part(
        quote.span.start + article.info.offset,
        quote.span.end + article.info.offset,
        f"· {quote.kind}",
        quote.score,
        quote.rule,
        quote.span.of(article.text),
        quote.evidence,
    )
    if quote.speaker:
        person = f" = {quote.person}" if quote.person and quote.person != quote.speaker else ""
        cue = f" (cue: {quote.cue.of(article.text)})" if quote.cue is not None else ""
        yield f"{'':15}said by {excerpt(quote.speaker)}{person}{cue}"


def _part(start: int, end: int, kind: str, score: float, rule: str, text: str, evidence: Iterable[Any]) -> str:
    notes = "; ".join(e.note or e.rule for e in evidence if (e.note or e.rule) != rule)
    return f"{start:>6}-{end:<6}  {kind:16} {score:>5.2f}  {rule}{f' [{notes}]' if notes else ''}  {excerpt(text)}"


@click.command()
@shared("inputs", "recursive", "lang", "encoding", "from", "split", "set", "json")
@click.option("--csv", "as_csv", is_flag=True, help="Comma-separated values on standard output.")
def quotes(inputs: tuple[str, ...], as_json: bool, as_csv: bool, **given: Any) -> int:
    """List the quotations: who said what, with place and a SHA-256 of the verbatim words."""
    from docforge.batch import expand

    settings, context = settings_of(given), context_of_run()
    planned = expand(inputs, recursive=given["recursive"], endings=endings_of(settings))
    rows: list[dict[str, Any]] = []
    failed: list[str] = []
    for own, articles, report in each_read(planned, settings, context, read_stdin(inputs, context), failed):
        tell_report(report, f"{own.shown}: " if len(planned) > 1 else "", quiet=False, verbose=False)
        for article in articles:
            rows += [_quotation(article, quote, own.shown) for quote in article.quotes if quote.kind != "mention"]
    if as_json:
        write_json(rows)
    elif as_csv:
        import csv

        writer = csv.DictWriter(sys.stdout, list(_quotation_fields()), lineterminator="\n")
        writer.writeheader()
        writer.writerows({k: _cell(v) for k, v in row.items()} for row in rows)
    else:
        for row in rows:
            who = row["person"] or row["speaker"] or "–"
            click.echo(f"{who}  ({row['kind']}, {row['source']} {row['start']}-{row['end']})")
            click.echo(f"    {excerpt(row['text'])}")
    return int(ExitCode.SOME_FAILED if failed else ExitCode.DONE)


def _quotation_fields() -> Sequence[str]:
    return ("source", "kind", "person", "speaker", "cue", "start", "end", "text", "sha256")


def _quotation(article: Article, quote: Quote, source: str) -> dict[str, Any]:
    from docforge.detect.verbatim import verbatim_sha256

    values = (
        source,
        str(quote.kind),
        quote.person,
        quote.speaker,
        quote.cue.of(article.text) if quote.cue is not None else None,
        quote.span.start + article.info.offset,
        quote.span.end + article.info.offset,
        quote.text_span.of(article.text),
        verbatim_sha256(article, quote),
    )
    return dict(zip(_quotation_fields(), values, strict=True))


def _cell(value: Any) -> Any:
    """A spreadsheet must not take words for a formula (OWASP, CSV injection)."""
    return "'" + value if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t") else value
