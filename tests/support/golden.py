# SPDX-License-Identifier: Apache-2.0
"""Readable cases: ``> text`` and below it a line ``= fact`` for each thing that must be found in it.

A pilcrow between blanks divides the paragraphs of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from docforge.model import OffsetMap, Paragraph, Span

__all__ = ["paragraphs", "readable_cases"]


def readable_cases(folder: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield name of the file without its ending, text, and facts in order, for each case of the files in *folder*.

    Two line ends divide the paragraphs of the text.
    """
    for path in sorted(folder.glob("*.txt")):
        found: list[tuple[str, list[str]]] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("> "):
                found.append((line[2:].replace(" ¶ ", "\n\n"), []))
            elif line.startswith("= "):
                found[-1][1].append(line[2:])
        yield from ((path.stem, text, wanted) for text, wanted in found)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return each line of *text* as a paragraph that stands where it does."""
    return tuple(
        Paragraph(words.group(), Span(*words.span()), OffsetMap(((0, words.start()),)))
        for words in re.finditer(r"[^\n]+", text)
    )
