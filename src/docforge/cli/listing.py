# SPDX-License-Identifier: Apache-2.0
"""``docforge formats``, ``locales``, ``themes`` and ``fonts``: what there is to choose from."""

from __future__ import annotations

import click

from docforge.cli.options import shared

__all__ = ["fonts", "formats", "list_themes", "locales", "themes"]


@click.command()
def formats() -> None:
    """List the formats that can be written (-t) and read (--from)."""
    from docforge.plugins import load_reader, load_writer, reader_names, writer_names

    click.echo("written, with -t:")
    for name in writer_names(installed=True):
        writer = load_writer(name)
        click.echo(f"  {writer.name:10} {writer.extension:22} {writer.media_type}")
    click.echo("read, recognised or with --from:")
    for name in reader_names(installed=True):
        reader = load_reader(name)
        click.echo(f"  {reader.name:10} {' '.join(reader.extensions):22} {reader.media_type}")


@click.command()
def locales() -> None:
    """List the output locales: tag, name, and whether labels are translated."""
    from docforge.locale import available_locales, label_language, language_name

    for tag in available_locales():
        labels = label_language(tag)
        note = "" if labels.split("-")[0] == tag.split("-")[0] else f"  (labels: {labels})"
        click.echo(f"{tag:12} {language_name(tag, 'en')}{note}")


@click.command()
def themes() -> None:
    """List the themes that come with docforge (the same as theme list)."""
    list_themes()


def list_themes() -> None:
    """Print name and title of each theme."""
    from docforge.theme import load_theme, theme_names

    for name in theme_names():
        click.echo(f"{name:16} {load_theme(name).title}")


@click.command()
@shared("fonts")
def fonts(font_dirs: tuple[str, ...]) -> None:
    """List the fonts for PDF: family, styles, scripts they cover, where they come from."""
    from docforge.typeset import font_catalogue

    for own in font_catalogue(font_dirs).coverage():
        click.echo(f"{own.family}  [{'; '.join(own.styles)}]  {own.origin}\n    {' '.join(own.scripts) or '-'}")
