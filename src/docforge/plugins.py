# SPDX-License-Identifier: Apache-2.0
"""Names to objects for the extension points: writers and readers today, detectors and themes by the same rule.

Built-ins are looked up first, so common formats never scan installed packages; entry points are read
only for an unknown name and for listings.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from docforge.errors import PluginError, UsageError

if TYPE_CHECKING:
    from docforge.reading.formats import Reader
    from docforge.write import Writer

__all__ = ["BUILT_IN_READERS", "BUILT_IN_WRITERS", "load_reader", "load_writer", "reader_names", "writer_names"]

WRITERS = "docforge.writers"
READERS = "docforge.readers"
"""Entry-point groups for installed plug-ins."""

BUILT_IN_WRITERS: dict[str, str] = {
    "docx": "docforge.write.docx:DocxWriter",
    "pdf": "docforge.write.pdf:PdfWriter",
    "epub": "docforge.write.epub:EpubWriter",
    "html": "docforge.write.html:HtmlWriter",
    "json": "docforge.write.json:JsonWriter",
    "ninjs": "docforge.write.json:NinjsWriter",
}

BUILT_IN_READERS: dict[str, str] = {
    "text": "docforge.reading.formats.text:TextReader",
    "json": "docforge.reading.formats.own:ArticleReader",
    "ninjs": "docforge.reading.formats.ninjs:NinjsReader",
    "nitf": "docforge.reading.formats.nitf:NitfReader",
    "iptc7901": "docforge.reading.formats.iptc7901:Iptc7901Reader",
    "eml": "docforge.reading.formats.eml:EmlReader",
    "html": "docforge.reading.formats.html:HtmlReader",
}

_ALIASES = {"htm": "html", "xhtml": "html"}


def writer_names(*, installed: bool = False) -> tuple[str, ...]:
    """Return the names of the formats that can be written; with *installed*, those of installed plug-ins too."""
    return _names(BUILT_IN_WRITERS, WRITERS, installed)


def reader_names(*, installed: bool = False) -> tuple[str, ...]:
    """Return the names of the formats that can be read; with *installed*, those of installed plug-ins too."""
    return _names(BUILT_IN_READERS, READERS, installed)


def load_writer(name: str) -> Writer:
    """Return the writer *name*.

    Raises:
        UsageError: nobody offers that name.
        PluginError: its package cannot be imported, or two packages offer the name.
    """
    writer: Writer = _load(_ALIASES.get(name, name), BUILT_IN_WRITERS, WRITERS)
    return writer


def load_reader(name: str) -> Reader:
    """Return the reader *name*.

    Raises:
        UsageError, PluginError: as in ``load_writer``.
    """
    reader: Reader = _load(_ALIASES.get(name, name), BUILT_IN_READERS, READERS)
    return reader


def _names(built_in: dict[str, str], group: str, installed: bool) -> tuple[str, ...]:
    names = list(built_in)
    if installed:
        names += sorted(set(_entry_points(group)) - set(names))
    return tuple(names)


def _load(key: str, built_in: dict[str, str], group: str) -> Any:
    target = built_in.get(key)
    if target is not None:
        module, attribute = target.split(":")
        return getattr(import_module(module), attribute)()
    offers = _entry_points(group).get(key, [])
    if not offers:
        raise UsageError(f"no format {key[:40]!r}: choose from {', '.join(built_in)}")
    if len(offers) > 1:
        packages = " and ".join(sorted(offer.dist.name for offer in offers))
        raise PluginError(f"format {key!r} is offered by {packages}: uninstall one of them")
    try:
        return offers[0].load()()
    except Exception as error:
        raise PluginError(f"format {key!r} of package {offers[0].dist.name} cannot be loaded: {error}") from error


def _entry_points(group: str) -> dict[str, list[Any]]:
    from importlib.metadata import entry_points

    found: dict[str, list[Any]] = {}
    for point in entry_points(group=group):
        found.setdefault(point.name, []).append(point)
    return found
