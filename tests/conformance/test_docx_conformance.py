# SPDX-License-Identifier: Apache-2.0
"""The Open XML SDK's validator finds nothing to say; LibreOffice finds the same text and as many headings."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.presentation import InlineKind, Presentation, Role
from docforge.write import Reference, WriteSettings, write
from tests.support import presentations
from tests.support.references import letter

REQUIRED = os.environ.get("DOCFORGE_REQUIRE_TOOLS") == "1" or os.environ.get("CI") == "true"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
BODY = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"

BOOKS: dict[str, tuple[Presentation, bytes | None]] = {
    "roles": (presentations.all_roles(), None),
    "pack": (presentations.pack(marking="TLP:AMBER"), None),
    "arabic": (presentations.in_script("ar"), None),
    "letter": (presentations.pack(["en", "ar"], marking="TLP:AMBER"), letter()),
}


def need(tool: str) -> str:
    """The path of *tool*; skip without it, or fail where tools are required."""
    found = shutil.which(tool)
    if found is None:
        pytest.fail(f"{tool} is not on PATH") if REQUIRED else pytest.skip(f"{tool} is not on PATH")
    return str(found)


def made(presentation: Presentation, reference: bytes | None) -> bytes:
    settings = WriteSettings(reference=None if reference is None else Reference("reference.docx", reference))
    return write(presentation, "docx", settings, context=Context.fixed(), report=Report())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    own = tmp_path_factory.mktemp("docx")
    for name, (presentation, reference) in BOOKS.items():
        (own / f"{name}.docx").write_bytes(made(presentation, reference))
    return own


def office(folder: Path, target: str, *files: Path) -> None:
    """Convert *files* with LibreOffice, which keeps its own profile away from the user's."""
    if not REQUIRED:
        pytest.skip("LibreOffice takes a while: set DOCFORGE_REQUIRE_TOOLS=1")
    command = [need("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    subprocess.run([*command, "--convert-to", target, "--outdir", folder, *files], check=True, capture_output=True)


@pytest.mark.parametrize("name", BOOKS)
def test_the_sdk_finds_nothing(folder: Path, name: str) -> None:
    run = subprocess.run(
        [need("ooxml-validator"), folder / f"{name}.docx"], capture_output=True, text=True, check=False
    )
    assert json.loads(run.stdout)["errors"] == []


def test_libreoffice_finds_the_same_text_and_as_many_headings(folder: Path) -> None:
    office(folder, "fodt", *(folder / f"{name}.docx" for name in BOOKS))
    for name, (presentation, reference) in BOOKS.items():
        body = etree.parse(folder / f"{name}.fodt", etree.XMLParser(huge_tree=True)).getroot().find(f".//{BODY}")
        notes = list(body.iter(f"{TEXT}note-body"))
        pieces = ["".join(note.itertext()) for note in notes]
        for note in notes:
            note.getparent().remove(note)
        found = "".join("".join(["".join(body.itertext()), *pieces]).split())
        for section in presentation.sections:
            for item in section.items:
                if any(inline.kind is InlineKind.NOTE_REFERENCE for inline in item.inlines):
                    continue  # its note stands in the middle of the paragraph there
                assert "".join(item.text.split()) in found, (name, item.text)
        # The title of the contents is none: the contents would list themselves.
        # The office's own Title has no outline level.
        other = {Role.LIST_ITEM, Role.CONTENTS_TITLE} | ({Role.COVER_TITLE} if reference else set())
        headings = sum(i.level > 0 and i.role not in other for s in presentation.sections for i in s.items)
        assert len(list(body.iter(f"{TEXT}h"))) == headings, name


def test_a_document_that_libreoffice_made_is_a_reference(folder: Path) -> None:
    names = "".join(f' xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"' for p in ("office", "text"))
    text = '<text:h text:outline-level="1">Head</text:h><text:p text:style-name="Quotations">Words</text:p>'
    (folder / "office.fodt").write_text(
        f'<office:document{names} office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.3">'
        f"<office:body><office:text>{text}</office:text></office:body></office:document>",
        encoding="utf-8",
    )
    office(folder, "docx", folder / "office.fodt")
    target = folder / "shaped.docx"
    target.write_bytes(made(presentations.all_roles(), (folder / "office.docx").read_bytes()))
    run = subprocess.run([need("ooxml-validator"), target], capture_output=True, text=True, check=False)
    assert json.loads(run.stdout)["errors"] == []
