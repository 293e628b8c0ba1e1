# SPDX-License-Identifier: Apache-2.0
"""Label catalogues: from the sources that translators edit (.po) to what is read at run time (.mo).

Used by the build hook for wheels and by ``labels`` in a checkout; imports nothing of docforge so that both can.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

__all__ = ["CatalogueError", "compile_catalogue"]

_PLACEHOLDER = re.compile(r"\{[a-z_]*\}")


class CatalogueError(Exception):
    """A catalogue that must not be shipped: a message is empty or its placeholders differ."""


def compile_catalogue(source: Path) -> bytes:
    """Return the .mo form of the catalogue *source*.

    Messages marked fuzzy are kept: the mark asks for a native reader's check, it does not take the text away.

    Raises:
        CatalogueError: a translation is missing, or its placeholders are not those of the English message.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        if not message.id:
            continue
        originals = [message.id] if isinstance(message.id, str) else list(message.id)
        texts = [message.string] if isinstance(message.string, str) else list(message.string or ())
        _check(source, message.context or "", originals, texts)
    target = io.BytesIO()
    write_mo(target, catalogue, use_fuzzy=True)
    return target.getvalue()


def _check(source: Path, key: str, originals: list[str], texts: list[str]) -> None:
    wanted = set(_PLACEHOLDER.findall(originals[-1]))
    for text in texts:
        found = set(_PLACEHOLDER.findall(text))
        if not text:
            raise CatalogueError(f"{source.name}: {key} has an empty translation")
        # A plural form for exactly one or two things may say the number in words.
        if found != wanted and not (len(originals) > 1 and found <= wanted):
            raise CatalogueError(f"{source.name}: {key} has {sorted(found)} where English has {sorted(wanted)}")
