# SPDX-License-Identifier: Apache-2.0
"""Documentation that cannot rot: commands, options, diagnostics, samples and README's Python are all checked."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import click
import pytest

from docforge.cli import command
from docforge.diagnostics import CATALOGUE, Severity
from docforge.errors import ExitCode

ROOT = Path(__file__).resolve().parents[2]
CONTEXT = click.Context(command)
README = (ROOT / "README.md").read_text(encoding="utf-8")


def diagnostics_page() -> str:
    lines = [
        "# Diagnostics",
        "",
        "Remarks that do not stop a conversion. Warnings are shown unless `-q`, notes with `-v`; `--strict` makes",
        "warnings fail. Codes are stable: `DF-R` read, `DF-D` detect, `DF-L` locale, `DF-P` present and pack,",
        "`DF-W` write, `DF-B` batch.",
        "",
        "| code | severity | message | what to do |",
        "| --- | --- | --- | --- |",
    ]
    for code, entry in sorted(CATALOGUE.items()):
        severity = "warning" if entry.severity >= Severity.WARNING else "note"
        cells = (code, severity, entry.template, entry.action)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def test_the_diagnostics_page_is_current() -> None:
    """Run with DOCFORGE_UPDATE_DOCS=1 to write the page anew."""
    page = ROOT / "docs" / "diagnostics.md"
    if os.environ.get("DOCFORGE_UPDATE_DOCS") and not os.environ.get("CI"):
        page.write_text(diagnostics_page(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == diagnostics_page()


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_each_diagnostic_is_raised_somewhere(code: str) -> None:
    sources = (p.read_text(encoding="utf-8") for p in (ROOT / "src" / "docforge").rglob("*.py"))
    assert sum(source.count(f'"{code}"') for source in sources) >= 2, "in the catalogue, raised nowhere"


@pytest.mark.parametrize("name", command.list_commands(CONTEXT))
def test_each_command_has_help_and_stands_in_the_manual(name: str) -> None:
    own = command.get_command(CONTEXT, name)
    assert own is not None
    assert own.help
    assert f"docforge {name}" in README or re.search(rf"docforge [\w |]*\b{name}\b", README), name
    for option in own.params:
        assert isinstance(option, click.Argument) or option.help, option.name  # type: ignore[attr-defined]


def test_each_exit_code_is_documented() -> None:
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    for code in ExitCode:
        assert f"| {int(code)} |" in page, code


def test_each_key_of_a_language_pack_is_documented() -> None:
    page = (ROOT / "docs" / "quotes.md").read_text("utf-8")
    rows = " ".join(re.findall(r"^\|([^|]*)\|", page, re.M))
    documented = {key.partition(".")[0] for key in re.findall(r"`([^`]+)`", rows)}
    documented |= set(re.findall(r"`(titles\.\w+)`", rows))
    used = set()
    for file in (ROOT / "src" / "docforge" / "detect" / "quote_packs").glob("*.toml"):
        pack = tomllib.loads(file.read_text("utf-8"))
        used |= pack.keys() | {f"titles.{key}" for key in pack.get("titles", ())}
    assert used - documented == set()
    assert documented - used - {"key"} == set()


def test_each_sample_is_described() -> None:
    page = (ROOT / "samples" / "README.md").read_text(encoding="utf-8")
    for path in (ROOT / "samples").glob("*.txt"):
        assert f"({path.name})" in page, path.name


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    block = re.search(r"## In Python\n\n((?:    .*\n|\n)+)", README)
    assert block is not None
    code = re.sub(r"^    ", "", block.group(1), flags=re.MULTILINE)
    sample = ROOT / "samples" / "en-harbour-reopens.txt"
    (tmp_path / "article.txt").write_bytes(sample.read_bytes())
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {})
    assert (tmp_path / "article.docx").stat().st_size > 1000
    assert (tmp_path / "briefing.epub").stat().st_size > 1000
