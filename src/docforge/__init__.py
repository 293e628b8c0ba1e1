# SPDX-License-Identifier: Apache-2.0
"""docforge: plain-text news articles to print-ready DOCX, PDF, EPUB, HTML and JSON.

The line from bytes to bytes::

    bytes ──read──▶ Source ──detect──▶ Article ──present──▶ Presentation ──write──▶ bytes
                                       Article… ──pack──▶ Pack ──present──▶ (the same)

Public names load on first use, so that ``import docforge`` stays light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docforge._version import __version__

if TYPE_CHECKING:
    from docforge.conversion import Conversion, convert, convert_text, make_pack, read, read_all, render
    from docforge.diagnostics import Diagnostic, Report, Severity
    from docforge.errors import DocforgeError, ExitCode
    from docforge.model import Article, Pack, PartialDate, Span
    from docforge.settings import Settings

__all__ = [
    "Article",
    "Conversion",
    "Diagnostic",
    "DocforgeError",
    "ExitCode",
    "Pack",
    "PartialDate",
    "Report",
    "Settings",
    "Severity",
    "Span",
    "__version__",
    "convert",
    "convert_text",
    "make_pack",
    "read",
    "read_all",
    "render",
]

_HOME = {
    "Article": "model",
    "Conversion": "conversion",
    "Diagnostic": "diagnostics",
    "DocforgeError": "errors",
    "ExitCode": "errors",
    "Pack": "model",
    "PartialDate": "model",
    "Report": "diagnostics",
    "Settings": "settings",
    "Severity": "diagnostics",
    "Span": "model",
    "convert": "conversion",
    "convert_text": "conversion",
    "make_pack": "conversion",
    "read": "conversion",
    "read_all": "conversion",
    "render": "conversion",
}


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'docforge' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(f"docforge.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
