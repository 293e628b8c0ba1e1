# SPDX-License-Identifier: Apache-2.0
"""Each rule of ``docforge.check`` finds its fault in a file that was sound before, and nothing in sound ones."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from tests.support import presentations, references

from docforge.check import RULES, Level, check_bytes, check_file, format_of, tools
from docforge.check.docx import check as docx_check
from docforge.context import Context
from docforge.diagnostics import Report
from docforge.errors import InputError, UsageError
from docforge.write import WriteSettings, write


def sound(name: str) -> bytes:
    presentation = presentations.pack(["en", "ar", "ja"])
    return write(presentation, name, WriteSettings(), context=Context.fixed(), report=Report())


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {name: sound(name) for name in ("docx", "epub", "pdf")}


def changed(data: bytes, parts: dict[str, Callable[[bytes], bytes] | bytes | None], *, raw: bool = False) -> bytes:
    """Repack an archive: a function edits a part, bytes replace or add one, None removes one."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        there = old.namelist()
        for name in [*there, *(n for n in parts if n not in there)]:
            edit = parts.get(name, lambda content: content)
            if edit is None:
                continue
            content = edit if isinstance(edit, bytes) else edit(old.read(name))
            if not raw and not isinstance(edit, bytes) and name in parts:
                assert content != old.read(name), f"{name} was not changed"
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(zipfile.ZipInfo(name), content, kind)
    return buffer.getvalue()


def sub(old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda content: content.replace(old.encode(), new.encode(), 1)


def rules(data: bytes, name: str) -> set[str]:
    found = check_bytes(data, name)
    assert all(f.format == name and f.tool == "docforge" and f.message for f in found)
    assert all(f.level is RULES[f.rule][0] for f in found)
    return {f.rule for f in found}


@pytest.mark.parametrize("name", ["docx", "epub", "pdf"])
def test_a_sound_file_has_no_faults(files: dict[str, bytes], name: str) -> None:
    found = [f for f in check_bytes(files[name], name) if f.level >= Level.WARNING]
    assert found == []
    assert format_of(files[name]) == name


EPUB = {
    "EPUB-1": {"mimetype": b"application/zip"},
    "EPUB-2": {"META-INF/container.xml": sub("content.opf", "gone.opf")},
    "EPUB-3": {"EPUB/content.opf": sub("<dc:language>en</dc:language>", "").__call__},
    "EPUB-4": {"EPUB/style.css": None},
    "EPUB-5": {"EPUB/extra.txt": b"x"},
    "EPUB-6": {"EPUB/content.opf": sub('idref="c00003"', 'idref="c99999"')},
    "EPUB-7": {"EPUB/content.opf": sub(' properties="nav"', "")},
    "EPUB-8": {"EPUB/nav.xhtml": sub("c00004.xhtml#", "c00004.xhtml#not-")},
    "EPUB-9": {"EPUB/c00004.xhtml": sub("<header>", "<header><script>1</script>")},
    "EPUB-10": {"EPUB/c00004.xhtml": sub("<header>", '<header id="a3">')},
    "EPUB-11": {"EPUB/c00004.xhtml": sub("</header>", "</header><h3>deep</h3>")},
    "EPUB-12": {"EPUB/c00004.xhtml": sub(' lang="en" xml:lang="en"', "")},
    "EPUB-13": {"EPUB/cover.xhtml": sub(' alt="', ' title="')},
    "EPUB-14": {"EPUB/content.opf": sub("schema:accessibilityHazard", "schema:other")},
    "EPUB-15": {"EPUB/nav.xhtml": sub(">First group<", "> <")},
    "XML-1": {"EPUB/c00004.xhtml": sub("</header>", "")},
    "XML-2": {"EPUB/c00004.xhtml": sub("<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY a "b">]>')},
    "ZIP-3": {"../evil.txt": b"x"},
}


@pytest.mark.parametrize("rule", list(EPUB))
def test_faults_of_an_epub_are_found(files: dict[str, bytes], rule: str) -> None:
    edits = dict(EPUB[rule])
    if rule == "EPUB-3":
        edits = {"EPUB/content.opf": lambda c: c.replace(b"dc:language", b"dc:format")}
    assert rule in rules(changed(files["epub"], edits), "epub")


@pytest.mark.parametrize(
    "markup",
    [
        '<p onclick="x()">a</p>',
        '<a href="javascript:x">a</a>',
        '<img src="https://x.example/a.png" alt=""/>',
        '<img src="//x.example/a.png" alt=""/>',
        '<p style="background:url(http://x.example)">a</p>',
        '<iframe src="c00001.xhtml"></iframe>',
        '<form action="x"></form>',
        "<style>@import 'a.css';</style>",
    ],
)
def test_active_content_of_an_epub_is_found(files: dict[str, bytes], markup: str) -> None:
    data = changed(files["epub"], {"EPUB/c00004.xhtml": sub("</header>", "</header>" + markup)})
    assert "EPUB-9" in rules(data, "epub")


def test_links_to_the_web_are_no_fault(files: dict[str, bytes]) -> None:
    link = '<p><a href="https://x.example/?a=b#c">a</a> <a href="mailto:a@x.example">b</a></p>'
    assert rules(changed(files["epub"], {"EPUB/c00004.xhtml": sub("</header>", "</header>" + link)}), "epub") == set()


MAIN, TYPES, RELS = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCX = {
    "DOCX-1": {MAIN: None},
    "DOCX-2": {"word/odd.bin7": b"x"},
    "DOCX-3": {
        RELS: sub(
            "</Relationships>", f'<Relationship Id="x9" Type="{OFFICE}/image" Target="gone.png"/></Relationships>'
        )
    },
    "DOCX-4": {MAIN: sub("<w:body>", f'<w:body><w:p><w:hyperlink xmlns:r="{OFFICE}" r:id="rId987"/></w:p>')},
    "DOCX-5": {MAIN: sub("<w:body>", '<w:body><w:p><w:r><w:instrText> DDEAUTO c "x"</w:instrText></w:r></w:p>')},
    "DOCX-6": {MAIN: sub("</w:body>", '<w:p><w:pPr><w:outlineLvl w:val="7"/></w:pPr></w:p></w:body>')},
    "DOCX-7": {"docProps/core.xml": None},
    "DOCX-8": {MAIN: sub("<w:body>", '<w:body><w:p><w:hyperlink w:anchor="nowhere"/></w:p>')},
    "DOCX-9": {
        MAIN: sub(
            "<w:body>", '<w:body><w:p><w:r><w:drawing><docPr xmlns="x" id="1" name="Bild"/></w:drawing></w:r></w:p>'
        )
    },
    "DOCX-10": {MAIN: sub("<w:body>", '<w:body><w:p><w:pPr><w:pStyle w:val="NoSuch"/></w:pPr></w:p>')},
    "DOCX-11": {
        MAIN: sub("<w:body>", '<w:body><w:bookmarkStart w:id="91" w:name="a"/><w:bookmarkStart w:id="91" w:name="b"/>')
    },
}


@pytest.mark.parametrize("rule", list(DOCX))
def test_faults_of_a_docx_are_found(files: dict[str, bytes], rule: str) -> None:
    assert rule in rules(changed(files["docx"], DOCX[rule]), "docx")


@pytest.mark.parametrize(
    ("kind", "target", "mode"),
    [
        ("attachedTemplate", "https://x.example/t.dotm", ' TargetMode="External"'),
        ("vbaProject", "vbaProject.bin", ""),
        ("image", "https://x.example/a.png", ' TargetMode="External"'),
        ("hyperlink", "file:///c:/x", ' TargetMode="External"'),
    ],
)
def test_active_relationships_of_a_docx_are_found(files: dict[str, bytes], kind: str, target: str, mode: str) -> None:
    own = f'<Relationship Id="x9" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    assert "DOCX-5" in rules(changed(files["docx"], {RELS: sub("</Relationships>", own)}), "docx")


def edited(data: bytes, edit: Callable[[pikepdf.Pdf], None]) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        edit(document)
        document.save(buffer)
    return buffer.getvalue()


def without(*path: str) -> Callable[[pikepdf.Pdf], None]:
    def edit(document: pikepdf.Pdf) -> None:
        del document.Root[path[0]]

    return edit


def drop_title(document: pikepdf.Pdf) -> None:
    del document.docinfo["/Title"]
    del document.Root["/Metadata"]


def drop_font_files(document: pikepdf.Pdf) -> None:
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if key in item:
                    del item[key]


def drop_unicode(document: pikepdf.Pdf) -> None:
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and "/ToUnicode" in item:
            del item["/ToUnicode"]


def add_script(document: pikepdf.Pdf) -> None:
    document.Root["/OpenAction"] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def add_launch(document: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="x.exe")
    annotation = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 1, 1], A=action)
    document.pages[0]["/Annots"] = document.make_indirect(pikepdf.Array([annotation]))


def add_odd_link(document: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="file:///etc/passwd")
    annotation = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 1, 1], A=action)
    document.pages[0]["/Annots"] = pikepdf.Array([annotation])


def add_lost_target(document: pikepdf.Pdf) -> None:
    annotation = pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 1, 1], Dest=pikepdf.String("nowhere"))
    document.pages[0]["/Annots"] = pikepdf.Array([annotation])


def deepen_heading(document: pikepdf.Pdf) -> None:
    headings = [
        o
        for o in document.objects
        if isinstance(o, pikepdf.Dictionary) and str(o.get("/S", "")) in ("/H1", "/H2", "/H3")
    ]
    assert len(headings) > 1
    headings[0]["/S"] = pikepdf.Name("/H1")
    for heading in headings[1:]:
        heading["/S"] = pikepdf.Name("/H5")


PDF = [
    ("PDF-3", drop_title),
    ("PDF-3", without("/Lang")),
    ("PDF-3", without("/StructTreeRoot")),
    ("PDF-4", drop_font_files),
    ("PDF-5", add_script),
    ("PDF-5", add_launch),
    ("PDF-5", add_odd_link),
    ("PDF-6", deepen_heading),
    ("PDF-8", add_lost_target),
    ("PDF-10", drop_unicode),
]


@pytest.mark.parametrize(("rule", "edit"), PDF, ids=lambda value: value if isinstance(value, str) else value.__name__)
def test_faults_of_a_pdf_are_found(files: dict[str, bytes], rule: str, edit: Callable[[pikepdf.Pdf], None]) -> None:
    assert rule in rules(edited(files["pdf"], edit), "pdf")


def test_damaged_files_are_findings_not_tracebacks(files: dict[str, bytes]) -> None:
    assert rules(b"hello", "pdf") == {"PDF-1"}
    assert rules(files["pdf"][: len(files["pdf"]) // 2], "pdf") == {"PDF-1"}
    assert rules(b"%PDF-1.7\n%%EOF", "pdf") <= {"PDF-2", "PDF-7"}
    for name in ("docx", "epub"):
        assert rules(files[name][:1000], name) == {"ZIP-1"}
        assert rules(b"", name) == {"ZIP-1"}
        broken = bytearray(files[name])
        broken[300:340] = bytes(40)
        assert rules(bytes(broken), name) & {"ZIP-1", "XML-1", "EPUB-2", "DOCX-1"}


@pytest.mark.parametrize("name", ["docx", "epub", "pdf"])
def test_any_damage_is_a_finding_never_a_fault(files: dict[str, bytes], name: str) -> None:
    chance = random.Random(7)
    for _ in range(20):
        data = bytearray(files[name])
        for _ in range(chance.choice((1, 5, 60))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        rules(bytes(data[: chance.randrange(len(data))] if chance.random() < 0.3 else data), name)


def test_a_damaged_stream_of_a_pdf_is_found(files: dict[str, bytes]) -> None:
    data = bytearray(files["pdf"])
    start = data.index(b"stream\n") + 60
    data[start : start + 40] = bytes(40)
    assert "PDF-12" in rules(bytes(data), "pdf")


def test_a_pdf_with_a_password_is_named_as_such(files: dict[str, bytes]) -> None:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(files["pdf"])) as document:
        document.save(buffer, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert rules(buffer.getvalue(), "pdf") == {"PDF-11"}


def test_a_structure_tree_that_points_at_itself_ends(files: dict[str, bytes]) -> None:
    def loop(document: pikepdf.Pdf) -> None:
        tree = document.Root.StructTreeRoot
        tree["/K"] = document.make_indirect(pikepdf.Array([tree, tree]))

    assert rules(edited(files["pdf"], loop), "pdf") <= {"PDF-12"}


def test_an_archive_with_nothing_in_it_is_no_sound_file() -> None:
    empty = b"PK\x05\x06" + bytes(18)
    assert rules(empty, "epub") == {"ZIP-1"}
    assert "ZIP-1" in rules(empty, "docx")


def test_a_part_that_unpacks_a_thousandfold_is_stopped(files: dict[str, bytes]) -> None:
    assert "ZIP-4" in rules(changed(files["epub"], {"EPUB/big.xhtml": bytes(40_000_000)}), "epub")


def test_scripts_in_pictures_are_found_and_pictures_inside_the_page_allowed(files: dict[str, bytes]) -> None:
    data = changed(files["epub"], {"EPUB/cover.svg": sub("</svg>", "<script>1</script></svg>")})
    assert "EPUB-9" in rules(data, "epub")
    inside = '<img src="data:image/png;base64,iVBORw0KGgo=" alt="a"/>'
    data = changed(files["epub"], {"EPUB/c00004.xhtml": sub("</header>", "</header>" + inside)})
    assert rules(data, "epub") == set()


def test_an_ending_that_belies_the_content_is_found(tmp_path: Path, files: dict[str, bytes]) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(files["pdf"])
    result = check_file(path, tools=False)
    assert [(f.rule, f.message) for f in result.findings] == [
        ("FILE-1", "the content is PDF: programs that go by the ending .docx will not open it")
    ]
    (tmp_path / "letter").write_bytes(files["pdf"])
    assert check_file(tmp_path / "letter", tools=False).findings == ()


def test_a_variable_names_a_validator_that_is_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, files: dict[str, bytes]
) -> None:
    program = tmp_path / "validator"
    answer = '{"errors": [{"path": "/w:document", "description": "unexpected child"}]}'
    program.write_text(f"#!/bin/sh\necho '{answer}'\n")
    program.chmod(0o755)
    monkeypatch.setenv("DOCFORGE_OOXML_VALIDATOR", str(program))
    path = tmp_path / "a.docx"
    path.write_bytes(files["docx"])
    result = check_file(path)
    assert result.tools == ("docforge", "ooxml-validator")
    assert [(f.tool, f.place, f.message) for f in result.errors] == [
        ("ooxml-validator", "/w:document", "unexpected child")
    ]
    monkeypatch.setenv("DOCFORGE_OOXML_VALIDATOR", str(tmp_path / "gone"))
    assert [f.rule for f in check_file(path).findings] == ["TOOL-1"]


def test_a_name_twice_is_found(files: dict[str, bytes]) -> None:
    buffer = io.BytesIO(files["epub"])
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("EPUB/nav.xhtml", b"<x/>")
    assert "ZIP-2" in rules(buffer.getvalue(), "epub")


def test_a_bomb_is_found_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch, files: dict[str, bytes]) -> None:
    monkeypatch.setattr("docforge.check.archive._UNPACKED_LIMIT", 1024 * 1024)
    assert "ZIP-4" in rules(changed(files["epub"], {"EPUB/big.txt": bytes(5_000_000)}), "epub")


def test_an_encrypted_entry_is_found(files: dict[str, bytes]) -> None:
    data = bytearray(files["epub"])
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)  # the second entry of the directory
    data[at + 8] |= 1
    assert "ZIP-5" in rules(bytes(data), "epub")


def test_a_pdf_without_pages_is_found(files: dict[str, bytes]) -> None:
    def empty(document: pikepdf.Pdf) -> None:
        while len(document.pages):
            del document.pages[0]

    assert "PDF-7" in rules(edited(files["pdf"], empty), "pdf")


def test_without_pikepdf_the_outline_is_checked_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, files: dict[str, bytes]
) -> None:
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    assert rules(files["pdf"], "pdf") == {"PDF-9"}
    assert rules(files["pdf"][:-900], "pdf") == {"PDF-1"}


def test_a_tool_that_fails_is_a_finding(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, files: dict[str, bytes]
) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(files["epub"])
    echo = ("epubcheck", lambda: ["/bin/echo", "{file}"], tools._read_epubcheck)
    monkeypatch.setitem(tools._TOOLS, "epub", echo)
    result = check_file(path)
    assert [(f.rule, f.message) for f in result.findings] == [("TOOL-1", "epubcheck did not finish: JSONDecodeError")]


def test_a_file_is_checked_with_the_tools_that_are_there(tmp_path: Path, files: dict[str, bytes]) -> None:
    path = tmp_path / "-book.epub"
    path.write_bytes(
        changed(files["epub"], {"EPUB/c00004.xhtml": sub("<header>", '<header class="">'), "EPUB/style.css": None})
    )
    result = check_file(path)
    assert (result.name, result.format, result.tools[0]) == ("-book.epub", "epub", "docforge")
    assert {f.rule for f in result.errors if f.tool == "docforge"} == {"EPUB-4", "EPUB-8"}
    assert check_file(path, tools=False).tools == ("docforge",)
    if shutil.which("java") is None:
        required = os.environ.get("DOCFORGE_REQUIRE_TOOLS") == "1" or os.environ.get("CI") == "true"
        pytest.fail("java is not installed") if required else pytest.skip("java is not installed: EPUBCheck cannot run")
    assert "epubcheck" in result.tools
    assert "RSC-001" in {f.rule for f in result.errors if f.tool == "epubcheck"}


def test_what_cannot_be_checked_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read"):
        check_file(tmp_path / "gone.epub")
    (tmp_path / "a.txt").write_text("text")
    with pytest.raises(UsageError, match="cannot check"):
        check_file(tmp_path / "a.txt")
    with pytest.raises(UsageError, match="no checks"):
        check_bytes(b"", "odt")


def test_the_command_reports_and_answers_with_its_exit_code(
    tmp_path: Path, files: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    from docforge.cli import run

    good, bad = tmp_path / "good.epub", tmp_path / "bad.docx"
    good.write_bytes(files["epub"])
    bad.write_bytes(changed(files["docx"], DOCX["DOCX-5"]))
    assert run(["check", "--no-tools", str(good)]) == 0
    assert capsys.readouterr().out == "good.epub: sound (docforge)\n"
    assert run(["check", "--no-tools", str(good), str(bad)]) == 7
    shown = capsys.readouterr().out.splitlines()
    assert shown[1] == 'bad.docx: error DOCX-5: word/document.xml: active or remote content: field DDEAUTO c "x"'
    assert run(["check", "--no-tools", "--json", str(bad), str(tmp_path / "gone.pdf")]) == 7
    answer = json.loads(capsys.readouterr().out)
    assert [Path(own["file"]).name for own in answer["not_checked"]] == ["gone.pdf"]
    assert answer["files"][0]["findings"][0]["rule"] == "DOCX-5"
    assert run(["check", "--no-tools", str(good), str(tmp_path / "gone.pdf")]) == 1
    capsys.readouterr()
    warned = tmp_path / "warned.epub"
    warned.write_bytes(changed(files["epub"], EPUB["EPUB-14"]))
    assert run(["check", "--no-tools", str(warned)]) == 0
    assert run(["check", "--no-tools", "--strict", str(warned)]) == 7


def test_every_rule_is_tried_here() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    elsewhere = {rule for rule in RULES if source.count(f'"{rule}"') > 0}
    assert set(EPUB) | set(DOCX) | {rule for rule, _ in PDF} | elsewhere == set(RULES)


def test_every_rule_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "check.md").read_text(encoding="utf-8")
    lines = {line.split("`")[1]: line for line in page.splitlines() if line.startswith("| `")}
    assert list(lines) == list(RULES)
    assert all(f"| {level.name.lower()} |" in lines[rule] for rule, (level, _) in RULES.items())


def test_a_field_that_is_spread_over_several_runs_is_read_whole() -> None:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in ("INCLU", "DETEXT c:/x"))
    field = f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    archive = references.letter(header=field)
    assert "DOCX-5" in {finding.rule for finding in docx_check(archive)}


def test_a_style_has_the_outline_level_of_its_base() -> None:
    styles = (
        references.style("Normal", "Normal", default=True),
        references.style("H1", "heading 1", inner='<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        references.style("H3", "heading 3", inner='<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
        references.style("Deep", "House deep", inner='<w:basedOn w:val="H3"/>'),
        references.style("Loop", "House loop", inner='<w:basedOn w:val="Loop"/>'),
    )
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="{own}"/></w:pPr></w:p>' for own in ("H1", "Loop", "Deep"))
    assert "DOCX-6" in {finding.rule for finding in docx_check(references.letter(body=body, styles=styles))}
