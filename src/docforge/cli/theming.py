# SPDX-License-Identifier: Apache-2.0
"""``docforge theme``: make themes, check them, and see them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from docforge.cli.listing import list_themes
from docforge.cli.options import context_of_run, shared
from docforge.cli.telling import say, tell_error, tell_report, write_json
from docforge.errors import DocforgeError, ExitCode, UsageError

__all__ = ["theme"]


@click.group()
def theme() -> None:
    """Make themes: list, new, check, preview."""


@theme.command("list")
def theme_list() -> None:
    """List the themes that come with docforge."""
    list_themes()


@theme.command("new")
@click.argument("name", metavar="NAME")
@click.option("--from", "parent", default="default", show_default=True, metavar="NAME|DIR", help="Theme to start from.")
@click.option("-o", "--output", default=".", show_default=True, metavar="DIR", help="Where to put the theme's folder.")
@shared("force")
def theme_new(name: str, parent: str, output: str, force: bool) -> None:
    """Write the folder NAME with a theme.toml in which every key is explained."""
    from docforge.theme import THEME_NAME, theme_names
    from docforge.theming.scaffold import scaffold
    from docforge.write.container import write_atomic

    if not THEME_NAME.fullmatch(name):
        raise UsageError(f"{name[:40]!r} is no name for a theme: lower-case letters, digits and '-', a letter first")
    if name in theme_names():
        raise UsageError(f"docforge comes with a theme {name!r}: choose another name")
    path = Path(output) / name / "theme.toml"
    if not Path(parent).is_absolute() and Path(parent).is_dir() and parent not in theme_names():
        # 'extends' is read from the new theme's folder.
        text = scaffold(name, parent, extends=Path(os.path.relpath(parent, path.parent)).as_posix())
    else:
        text = scaffold(name, parent)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, text.encode("utf-8"), overwrite=force)
    say(f"wrote {path}")


@theme.command("check")
@click.argument("names", nargs=-1, required=True, metavar="NAME|DIR...")
@shared("quiet", "json")
def theme_check(names: tuple[str, ...], quiet: bool, as_json: bool) -> int:
    """Check the keys of a theme, its contrast on paper (WCAG 2 AA) and its fonts.

    Exit 0 when all is well, 5 when a theme cannot be used, 7 when its pages would come out bad.
    """
    from docforge.theming.inspection import inspect_theme

    worst = ExitCode.DONE
    results: list[dict[str, Any]] = []
    for name in names:
        try:
            _, findings = inspect_theme(name)
        except DocforgeError as error:
            tell_error(error)
            worst = ExitCode.MISSING
            continue
        severities = {finding.severity for finding in findings}
        if "error" in severities:
            worst = ExitCode.MISSING
        elif "fault" in severities and worst is ExitCode.DONE:
            worst = ExitCode.CHECK
        shown = [finding for finding in findings if not quiet or finding.severity != "warning"]
        results.append({"theme": name, "findings": [{"severity": f.severity, "message": f.message} for f in findings]})
        if not as_json:
            for finding in shown:
                click.echo(f"{name}: {finding.severity}: {finding.message}")
            if not findings:
                click.echo(f"{name}: sound")
    if as_json:
        write_json({"exit": int(worst), "themes": results})
    return int(worst)


@theme.command("preview")
@click.argument("name", metavar="NAME|DIR")
@click.option("-o", "--output", default=".", show_default=True, metavar="DIR", help="Folder for the files.")
@shared("force", "quiet")
def theme_preview(name: str, output: str, force: bool, quiet: bool) -> None:
    """Write a page with every role in each format, and a PNG contact sheet of the PDF."""
    from docforge.diagnostics import Report
    from docforge.theme import load_theme
    from docforge.theming.preview import preview
    from docforge.write.container import refuse_existing, write_atomic

    report = Report()
    files = preview(load_theme(name), context=context_of_run(), report=report)
    tell_report(report, "", quiet=quiet, verbose=False)
    folder = Path(output)
    for own in files:
        refuse_existing(folder / own, overwrite=force)
    for own, data in files.items():
        write_atomic(folder / own, data, overwrite=force)
        if not quiet:
            say(f"wrote {folder / own}")
