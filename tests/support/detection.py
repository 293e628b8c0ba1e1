# SPDX-License-Identifier: Apache-2.0
"""Lines of a text read and detected as one article."""

from __future__ import annotations

from docforge.context import Context
from docforge.detect import detect
from docforge.diagnostics import Report
from docforge.model import Article
from docforge.reading import read_source

__all__ = ["article"]


def article(*lines: str, between: str = "\n") -> Article:
    """Return what detection finds in *lines*, joined by *between*."""
    report = Report()
    return detect(read_source(between.join(lines), context=Context.fixed(), report=report), report=report)
