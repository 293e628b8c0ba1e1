# SPDX-License-Identifier: Apache-2.0
"""Names to objects for the extension points: writers today, detectors and themes by the same rule.

Built-ins are looked up first, so common formats never scan installed packages; entry points are read
only for an unknown name and for listings.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from docforge.errors import PluginError, UsageError

if TYPE_CHECKING:
    from docforge.write import Writer

__all__ = ["BUILT_IN_WRITERS", "load_writer", "writer_names"]

GROUP = "docforge.writers"

BUILT_IN_WRITERS: dict[str, str] = {
    "docx": "docforge.write.docx:DocxWriter",
    "pdf": "docforge.write.pdf:PdfWriter",
    "epub": "docforge.write.epub:EpubWriter",
    "html": "docforge.write.html:HtmlWriter",
    "json": "docforge.write.json:JsonWriter",
    "ninjs": "docforge.write.json:NinjsWriter",
}

_ALIASES = {"htm": "html", "xhtml": "html"}


def writer_names(*, installed: bool = False) -> tuple[str, ...]:
    """Return the known format names; with *installed*, those of installed plug-ins too."""
    names = list(BUILT_IN_WRITERS)
    if installed:
        names += sorted(set(_entry_points()) - set(names))
    return tuple(names)


def load_writer(name: str) -> Writer:
    """Return the writer *name*.

    Raises:
        UsageError: nobody offers that name.
        PluginError: its package cannot be imported, or two packages offer the name.
    """
    key = _ALIASES.get(name, name)
    target = BUILT_IN_WRITERS.get(key)
    if target is not None:
        module, attribute = target.split(":")
        writer: Writer = getattr(import_module(module), attribute)()
        return writer
    offers = _entry_points().get(key, [])
    if not offers:
        raise UsageError(f"no format {name[:40]!r}: choose from {', '.join(writer_names())}")
    if len(offers) > 1:
        packages = " and ".join(sorted(offer.dist.name for offer in offers))
        raise PluginError(f"format {key!r} is offered by {packages}: uninstall one of them")
    try:
        loaded: Writer = offers[0].load()()
    except Exception as error:
        raise PluginError(f"format {key!r} of package {offers[0].dist.name} cannot be loaded: {error}") from error
    return loaded


def _entry_points() -> dict[str, list[Any]]:
    from importlib.metadata import entry_points

    found: dict[str, list[Any]] = {}
    for point in entry_points(group=GROUP):
        found.setdefault(point.name, []).append(point)
    return found
