# SPDX-License-Identifier: Apache-2.0
"""PDF/UA-1 and PDF/A by validators from outside: page-validation always, veraPDF and qpdf where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import page as validator
import pytest

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.presentation import Inline, InlineKind, Presentation, Role, SectionKind
from docforge.write import WriteSettings, write
from tests.support import presentations

REQUIRED = os.environ.get("DOCFORGE_REQUIRE_TOOLS") == "1" or os.environ.get("CI") == "true"


def hostile() -> Presentation:
    """Text that tempts writers into operators, odd languages, empty corners and skipped levels."""
    item = presentations.item
    text = "(\\) <</MCID 0>> BDC ET \u202e\u2066 \ufeff \ufffd \U0001f600 endstream"
    items = (
        item(Role.CROSSHEAD, text, level=6),
        replace(item(Role.BODY, text), lang="und"),
        item(Role.BODY, (Inline(text, InlineKind.LINK, value="javascript:x"), Inline("", InlineKind.TERM))),
        item(Role.LIST_ITEM, text, marker="<", level=9),
        item(Role.PREFORMATTED, "\n\n" + text + "\n\t x   y"),
        item(Role.HEADLINE, " "),
        item(Role.CAPTION, text, keep_with_next=True),
    )
    sections = (
        presentations.section(SectionKind.ARTICLE, "a", text, items),
        presentations.section(
            SectionKind.CONTENTS, "toc", "Contents", (item(Role.CONTENTS_TITLE, "Contents", level=1),)
        ),
        presentations.section(SectionKind.ARTICLE, "b", "x", (), "zh-Hant"),
        presentations.section(SectionKind.GROUP, "c", "x", (), level=2),
        presentations.section(SectionKind.ARTICLE, "d", text, (item(Role.BODY, "long " * 6_000), *items * 2), level=2),
    )
    return presentations.document(sections, title=text, creators=(text, "B"), keywords=("<", "&"))


BOOKS: dict[str, tuple[Presentation, tuple[str, ...]]] = {
    "roles": (presentations.all_roles(), ("ua1", "2a")),
    "attached": (presentations.in_script("kk"), ("ua1", "3a")),
    "pack": (presentations.pack(marking="TLP:AMBER"), ("ua1", "2a")),
    "arabic": (presentations.in_script("ar"), ("ua1", "2a")),
    "hostile": (hostile(), ("ua1", "2a")),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one file for each book."""
    target = tmp_path_factory.mktemp("pdf")
    for name, (presentation, _) in BOOKS.items():
        settings = WriteSettings(options=(("pdf.attach_source", "true"),) if name == "attached" else ())
        pdf = write(presentation, "pdf", settings, context=Context.fixed(), report=Report())
        (target / f"{name}.pdf").write_bytes(pdf)
    return target


@pytest.mark.parametrize("name", BOOKS)
def test_page_validation_finds_nothing(folder: Path, name: str) -> None:
    for profile in BOOKS[name][1]:
        report = validator.validate_pdf(folder / f"{name}.pdf", profile=profile)
        assert report.is_compliant, [(f.rule_id, f.message) for f in report.failures]


@pytest.mark.parametrize("name", BOOKS)
def test_qpdf_finds_nothing(folder: Path, name: str) -> None:
    if shutil.which("qpdf") is None:
        pytest.fail("qpdf is not installed") if REQUIRED else pytest.skip("qpdf is not installed")
    run = subprocess.run(["qpdf", "--check", folder / f"{name}.pdf"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("profiles", ["ua1,2a", "ua1,3a"])
def test_verapdf_finds_nothing(folder: Path, profiles: str) -> None:
    # VALIDATE_SH: a script that takes PDF files and prints PASS or FAIL lines with tab-separated fields.
    script = os.environ.get("VALIDATE_SH", "")
    if not script:
        pytest.skip("VALIDATE_SH does not name a validation script")
    files = [str(folder / f"{name}.pdf") for name, (_, wanted) in BOOKS.items() if ",".join(wanted) == profiles]
    environment = {**os.environ, "PDF_FLAVOURS": profiles}
    run = subprocess.run(["bash", script, *files], capture_output=True, text=True, check=False, env=environment)
    lines = [line for line in run.stdout.splitlines() if line.startswith(("FAIL", "PASS")) and "verapdf" in line]
    assert [line for line in lines if line.startswith("FAIL")] == []
    assert len(lines) == 2 * len(files)
