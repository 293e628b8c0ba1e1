# SPDX-License-Identifier: Apache-2.0
"""What the library is given in place of a file: refused by name, and nothing stays open."""

from __future__ import annotations

from pathlib import Path

import pytest

from docforge import read
from docforge.errors import InputError, ThemeError
from docforge.theme import read_theme


@pytest.mark.parametrize("given", ["", "folder"])
def test_a_folder_is_no_article(given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match="not a regular file"):
        read(given)


def test_a_theme_nested_a_thousandfold_is_refused(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text("a=" + "[" * 100_000, encoding="utf-8")
    with pytest.raises(ThemeError, match="cannot be read"):
        read_theme(str(tmp_path))
