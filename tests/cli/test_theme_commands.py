# SPDX-License-Identifier: Apache-2.0
"""``docforge theme`` and ``--picture`` as people type them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from docforge.cli import run
from docforge.theme import load_theme

TEXT = "Harbour reopens\n\nThe harbour opened again on Monday, the harbour master said, and forty boats came in.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    load_theme.cache_clear()
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    Image.new("RGB", (60, 40), (40, 90, 160)).save(tmp_path / "quay.png")
    return tmp_path


def test_a_new_theme_is_sound_and_can_be_the_parent_of_another(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["theme", "new", "house"]) == 0
    assert run(["theme", "new", "desk", "--from", "./house", "-o", "teams"]) == 0
    assert 'extends = "../../house"' in Path("teams/desk/theme.toml").read_text(encoding="utf-8")
    assert run(["theme", "check", "house", "teams/desk"]) == 0
    assert "teams/desk: sound" in capsys.readouterr().out
    assert run(["theme", "new", "house"]) == 6  # it is there
    assert run(["theme", "new", "default"]) == 2
    assert run(["theme", "new", "House Style"]) == 2


@pytest.mark.parametrize(
    ("key", "code"), [("accent = '#1f4e79'", 0), ("accent = '#cccccc'", 7), ("accent = 'grey'", 5), ("a =", 5)]
)
def test_the_exit_code_says_how_bad_a_theme_is(key: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    Path("own").mkdir()
    Path("own/theme.toml").write_text(f'extends = "default"\n{key}\n', encoding="utf-8")
    assert run(["theme", "check", "own", "--json"]) == code
    assert json.loads(capsys.readouterr().out)["exit"] == code


def test_lists_agree(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["themes"]) == 0
    first = capsys.readouterr().out
    assert run(["theme", "list"]) == 0
    assert capsys.readouterr().out == first and "large-print" in first


def test_a_picture_is_for_one_article(capsys: pytest.CaptureFixture[str]) -> None:
    Path("other.txt").write_text(TEXT, encoding="utf-8")
    assert run(["convert", "article.txt", "other.txt", "-t", "html", "--picture", "quay.png"]) == 2
    assert "--picture goes with one article, not 2" in capsys.readouterr().err
    assert run(["convert", "article.txt", "-t", "html", "--picture", "gone.png"]) == 4
    assert "gone.png" in capsys.readouterr().err
    assert run(["convert", "article.txt", "-t", "html", "--picture", "article.txt"]) == 4
    assert not Path("article.html").exists()


def test_missing_alternative_text_is_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["convert", "article.txt", "-t", "html", "--picture", "quay.png", "--strict"]) == 3
    assert "DF-P110" in capsys.readouterr().err
    arguments = ["convert", "article.txt", "-t", "html", "--picture", "quay.png", "--strict"]
    assert run([*arguments, "--set", "picture_alt=The quay"]) == 0
    assert 'alt="The quay"' in Path("article.html").read_text(encoding="utf-8")
