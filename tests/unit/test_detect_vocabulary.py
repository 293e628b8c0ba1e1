# SPDX-License-Identifier: Apache-2.0
"""The vocabulary tables as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli

from docforge.detect import vocabulary

TABLES = sorted(Path(vocabulary.__file__).parent.glob("*.toml"))


def entries(table: Any) -> Iterator[str]:
    """Yield every text of a table, however deep."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, (dict, list)):
        for part in table.values() if isinstance(table, dict) else table:
            yield from entries(part)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_entry_begins_or_ends_with_a_blank(path: Path) -> None:
    """Folding drops such a blank, and what was meant as a whole word is found inside others."""
    table = tomli.loads(path.read_text(encoding="utf-8"))
    assert [entry for entry in entries(table) if entry != entry.strip() or not entry] == []
