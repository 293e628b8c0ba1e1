# SPDX-License-Identifier: Apache-2.0
"""An office's own document as the frame: what is kept, how styles are found, and what is refused by name."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree
from tests.support import presentations
from tests.support.references import LETTER_SECTION, PIXEL, R, W, letter, picture, style

from docforge.check.docx import check
from docforge.cli import run
from docforge.context import Context, Limits
from docforge.diagnostics import Report
from docforge.errors import ThemeError
from docforge.presentation import Presentation, Role
from docforge.theme import load_theme
from docforge.write import Reference, WriteSettings, write
from docforge.write.docx import check_reference
from docforge.write.docx.adopt import adopt
from docforge.write.docx.template import load_template

NS = {"w": W, "r": R}
NAMES = f'xmlns:w="{W}" xmlns:r="{R}"'
ROOT = Path(__file__).resolve().parents[2]


def made(reference: bytes, presentation: Presentation | None = None) -> zipfile.ZipFile:
    settings = WriteSettings(reference=Reference("letter.docx", reference))
    data = write(presentation or presentations.all_roles(), "docx", settings, context=Context.fixed(), report=Report())
    assert not check(data)
    return zipfile.ZipFile(io.BytesIO(data))


def tree(archive: zipfile.ZipFile, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(archive.read(name))


def text(archive: zipfile.ZipFile, name: str) -> str:
    return "".join(tree(archive, name).itertext(f"{{{W}}}t"))


# -- what is kept ------------------------------------------------------------------------------


def test_letterhead_and_page_are_the_offices_and_its_text_is_gone() -> None:
    archive = made(letter())
    assert text(archive, "word/header1.xml") == "Office of Harbours"
    assert text(archive, "word/header2.xml") == "First page crest"
    assert text(archive, "word/footer1.xml") == "12 Quay Street"
    assert "Text of the template" not in text(archive, "word/document.xml")
    assert "River ferries return" in text(archive, "word/document.xml")
    [section] = tree(archive).iter(f"{{{W}}}sectPr")
    assert section.find("w:pgMar", NS).get(f"{{{W}}}top") == "2835"
    assert section.find("w:titlePg", NS) is not None
    heads = section.xpath("w:headerReference|w:footerReference", namespaces=NS)
    assert {(e.get(f"{{{W}}}type"), e.get(f"{{{R}}}id")) for e in heads} == {
        *(("default", "rId8"), ("first", "rId9"), ("default", "rId10"))
    }


def test_in_a_pack_only_the_first_section_has_the_first_page_letterhead() -> None:
    sections = list(tree(made(letter(), presentations.pack(["en", "ar"]))).iter(f"{{{W}}}sectPr"))
    assert [s.find("w:titlePg", NS) is not None for s in sections] == [True] + [False] * (len(sections) - 1)
    assert all(s.find("w:pgMar", NS).get(f"{{{W}}}left") == "1418" for s in sections)
    assert [s.find("w:bidi", NS) is not None for s in sections].count(True) == 1  # the Arabic article


def test_a_section_inherits_the_heads_of_the_section_before() -> None:
    body = f"<w:p><w:pPr>{LETTER_SECTION}</w:pPr></w:p><w:p><w:r><w:t>second</w:t></w:r></w:p>"
    last = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    [section] = tree(made(letter(body=body, section=last))).iter(f"{{{W}}}sectPr")
    assert section.find("w:pgSz", NS).get(f"{{{W}}}orient") == "landscape"
    assert len(section.findall("w:headerReference", NS)) == 2


def test_text_around_the_marker_is_kept() -> None:
    body = (
        "<w:p><w:r><w:t>To the press</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>{{</w:t></w:r><w:r><w:t> body }}</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Signed, the harbour master</w:t></w:r></w:p>"
    )
    own = text(made(letter(body=body)), "word/document.xml")
    assert own.startswith("To the press")
    assert own.endswith("Signed, the harbour master")
    assert "{{" not in own
    assert "River ferries return" in own


def test_a_logo_in_the_header_comes_along() -> None:
    drawing = picture("rId1")
    link = f'<Relationship Id="rId1" Type="{R}/image" Target="media/logo.png"/>'
    unused = f'<Relationship Id="rId2" Type="{R}/image" Target="media/old.png"/>'
    archive = made(
        letter(
            header=drawing,
            header_links=[link, unused],
            parts={"word/media/logo.png": PIXEL, "word/media/old.png": PIXEL},
        )
    )
    assert archive.read("word/media/logo.png") == PIXEL
    assert "word/media/old.png" not in archive.namelist()
    assert b'Id="rId1"' in archive.read("word/_rels/header1.xml.rels")


def test_settings_of_sessions_and_traces_of_editing_stay_behind() -> None:
    word14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    settings = (
        '<w:view w:val="print"/><w:mirrorMargins/><w:trackRevisions/><w:documentProtection w:edit="readOnly"'
        ' w:enforcement="1"/><w:defaultTabStop w:val="709"/><w:rsids><w:rsidRoot w:val="00A1"/></w:rsids>'
    )
    header = f'<w:p xmlns:w14="{word14}" w14:paraId="00AA00AA" w:rsidR="00A1"><w:r><w:t>Office</w:t></w:r></w:p>'
    archive = made(letter(settings=settings, header=header))
    kept = [etree.QName(e).localname for e in tree(archive, "word/settings.xml")]
    assert kept == ["mirrorMargins", "defaultTabStop", "footnotePr"]
    assert b"w14" not in archive.read("word/header1.xml")
    assert b"rsid" not in archive.read("word/header1.xml")
    assert not any(name.startswith("docProps/app") for name in archive.namelist())


def test_the_handling_mark_stands_on_each_page() -> None:
    archive = made(letter(), presentations.pack(["en"], marking="TLP:AMBER"))
    for name in ("word/header1.xml", "word/header2.xml", "word/footer1.xml"):
        assert "TLP:AMBER" in text(archive, name)
    # First pages had no foot of their own: one was made for the mark.
    first = tree(archive).findall(".//w:sectPr", NS)[0]
    added = [e for e in first.findall("w:footerReference", NS) if e.get(f"{{{W}}}type") == "first"]
    assert len(added) == 1


def test_a_template_document_makes_documents() -> None:
    wml = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = made(letter(main_type=f"{wml}.template.main+xml")).read("[Content_Types].xml")
    assert b"document.main+xml" in types
    assert b"template" not in types


# -- styles ------------------------------------------------------------------------------------

RUSSIAN = (
    style("a", "Normal", default=True),
    style("1", "heading 1"),
    style("2", "heading 2"),
    style("a3", "Title"),
    style("a5", "Subtitle"),
    style("a7", "Body Text"),
    style("21", "Quote"),
    style("a9", "caption"),
    style("aa", "Hyperlink", "character"),
    style("11", "toc 1"),
)
LIBREOFFICE = (
    style("Normal", "Normal", default=True),
    style("Heading1", "Heading 1"),
    style("Heading2", "Heading 2"),
    style("TextBody", "Body Text"),
    style("Quotations", "Quotations"),
    style("Caption", "Caption"),
    style("InternetLink", "Hyperlink", "character"),
    style("Contents1", "Contents 1"),
)


@pytest.mark.parametrize(
    ("styles", "expected"),
    [
        (RUSSIAN, {"Heading1": "1", "Title": "a3", "BodyText": "a7", "Quote": "21", "Hyperlink": "aa", "TOC1": "11"}),
        (LIBREOFFICE, {"Heading1": "Heading1", "BodyText": "TextBody", "Quote": "Quotations", "TOC1": "Contents1"}),
        (letter.__kwdefaults__["styles"], {"Heading1": "berschrift1", "Title": "Titel", "Quote": "Zitat"}),
        ((style("Normal", "Normal", default=True), style("Title", "Docktitel")), {"Title": "Title"}),
        ((style("Normal", "Normal", default=True), style("X", "House quote", inner="")), {"Quote": "Quote"}),
    ],
    ids=["russian", "libreoffice", "german", "by id alone", "created"],
)
def test_styles_are_found_by_canonical_name_then_id(styles: tuple[str, ...], expected: dict[str, str]) -> None:
    template = load_template(Reference("x.docx", letter(styles=styles)), Limits())
    ids = adopt(template, load_theme(), right_to_left=False).ids
    assert {key: ids[key] for key in expected} == expected


def test_a_name_that_another_kind_of_style_has_is_not_taken_twice() -> None:
    styles = (
        style("Normal", "Normal", default=True),
        style("Dateline", "Dateline"),
        style("BodyText", "Some List", "table"),
    )
    archive = made(letter(styles=styles))
    sheet = tree(archive, "word/styles.xml")
    names = [e.get(f"{{{W}}}val").casefold() for e in sheet.iterfind("w:style/w:name", NS)]
    ids = [e.get(f"{{{W}}}styleId") for e in sheet.iterfind("w:style", NS)]
    assert len(names) == len(set(names))
    assert len(ids) == len(set(ids))
    assert "dateline 2" in names


def test_created_styles_follow_the_offices_plain_text_and_heading_fonts() -> None:
    sheet = tree(made(letter()), "word/styles.xml")
    own = {s.get(f"{{{W}}}styleId"): s for s in sheet.iterfind("w:style", NS)}
    assert own["BodyText"].find("w:pPr", NS) is None and own["BodyText"].find("w:rPr", NS) is None
    assert own["BodyText"].find("w:basedOn", NS).get(f"{{{W}}}val") == "Standard"
    assert own["Byline"].find("w:rPr/w:rFonts", NS).get(f"{{{W}}}ascii") == "Futura"
    # 11 pt text where the theme has 10.5: the small print grows with it.
    small = int(own["CreditLine"].find("w:rPr/w:sz", NS).get(f"{{{W}}}val"))
    assert small == round(load_theme().roles[Role.CREDIT_LINE].size_pt * 22 / 21 * 2)
    assert own["ArticleHeading"].find("w:basedOn", NS).get(f"{{{W}}}val") == "berschrift2"
    assert own["ArticleHeading"].find("w:rPr", NS) is None


def test_python_docx_opens_what_its_own_default_document_shaped() -> None:
    stream = io.BytesIO()
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "House head"
    document.add_paragraph("gone")
    document.save(stream)
    settings = WriteSettings(reference=Reference("d.docx", stream.getvalue()))
    data = write(presentations.all_roles(), "docx", settings, context=Context.fixed(), report=Report())
    back = docx.Document(io.BytesIO(data))
    assert back.sections[0].header.paragraphs[0].text == "House head"
    assert "gone" not in [p.text for p in back.paragraphs]
    assert {"Title", "Body Text", "Quote", "List Paragraph"} <= {p.style.name for p in back.paragraphs}
    assert back.core_properties.author == "Mira Holt; Jonas Eberle"


def test_the_same_reference_gives_the_same_bytes() -> None:
    settings = WriteSettings(reference=Reference("l.docx", letter()))
    first, second = (
        write(presentations.pack(["en", "ar"]), "docx", settings, context=Context.fixed(), report=Report())
        for _ in range(2)
    )
    assert first == second


# -- refused -----------------------------------------------------------------------------------


def _outside(kind: str, target: str) -> str:
    return f'<Relationship Id="rIdX" Type="{R}/{kind}" Target="{target}" TargetMode="External"/>'


def _field(*codes: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


_DTD = '<?xml version="1.0"?><!DOCTYPE w:styles [{}]>'
_MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
_VBA = '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
_LAUGHS = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))

HOSTILE: dict[str, tuple[bytes, str]] = {
    "docm": (letter(main_type=_MACRO_TYPE), "holds macros"),
    "vba project": (letter(parts={"word/vbaProject.bin": b"\xd0\xcf"}, types=_VBA), "holds macros"),
    "vba link": (
        letter(
            links=[
                '<Relationship Id="v" Target="v.bin"'
                ' Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
            ]
        ),
        "holds macros",
    ),
    "attached template": (
        letter(
            parts={
                "word/_rels/settings.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                f'relationships">{_outside("attachedTemplate", "https://example.org/t.dotm")}</Relationships>'
            }
        ),
        "an attached template",
    ),
    "linked picture": (letter(header_links=[_outside("image", "https://example.org/l.png")]), "points outside"),
    "remote file link": (letter(links=[_outside("hyperlink", "file://host/share")]), "points outside"),
    "script link": (letter(links=[_outside("hyperlink", "javascript:alert(1)")]), "points outside"),
    "ole": (letter(header_links=[f'<Relationship Id="o" Type="{R}/oleObject" Target="e.bin"/>']), "an embedded object"),
    "chunk": (letter(links=[f'<Relationship Id="o" Type="{R}/aFChunk" Target="e.html"/>']), "an embedded document"),
    "dtd": (letter(parts={"word/styles.xml": _DTD.format("") + f"<w:styles {NAMES}/>"}), "declares a DTD"),
    "xxe": (
        letter(
            parts={
                "word/styles.xml": _DTD.format('<!ENTITY e SYSTEM "file:///etc/passwd">')
                + f"<w:styles {NAMES}>&e;</w:styles>"
            }
        ),
        "declares a DTD",
    ),
    "xxe in a part nobody needs": (
        letter(parts={"customXml/item1.xml": '<!DOCTYPE x SYSTEM "http://example.org/x.dtd"><x/>'}),
        "declares a DTD",
    ),
    "billion laughs": (
        letter(parts={"word/styles.xml": _DTD.format(_LAUGHS) + f"<w:styles {NAMES}>&l;</w:styles>"}),
        "word/styles.xml",
    ),
    "laughs in an attribute": (
        letter(parts={"word/styles.xml": _DTD.format(_LAUGHS) + f'<w:styles {NAMES} x="&l;"/>'}),
        "word/styles.xml",
    ),
    "zeros": (letter(parts={"word/media/zero.png": bytes(8 * 1024 * 1024)}), "unpacks to more than"),
    "many parts": (letter(parts={f"word/media/{n}.png": b"" for n in range(1100)}), "parts, more than"),
    "climbing name": (letter(parts={"../../evil.xml": "<x/>"}), "unsafe name"),
    "climbing link": (
        letter(
            section='<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>',
            links=[f'<Relationship Id="h" Type="{R}/header" Target="../../../etc/passwd"/>'],
        ),
        "not there",
    ),
    "part twice": (letter(parts={"WORD/Styles.xml": "<x/>"}), "a part twice"),
    "no main part": (letter(drop=["word/document.xml"]), "no main document"),
    "no content types": (letter(drop=["[Content_Types].xml"]), "no DOCX file"),
    "no styles": (letter(drop=["word/styles.xml"]), "has no styles"),
    "broken styles": (letter(parts={"word/styles.xml": "<w:styles"}), "damaged part (word/styles.xml"),
    "styles that are none": (letter(parts={"word/styles.xml": f"<w:body {NAMES}/>"}), "damaged part (word/styles.xml"),
    "spreadsheet": (
        letter(main_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        "is no Word document",
    ),
    "strict": (
        letter(
            parts={
                "word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/>'
                "</w:document>"
            }
        ),
        "Strict Open XML",
    ),
    "not a zip": (b"just text", "is no DOCX file"),
    "cut short": (letter()[:700], "is no DOCX file"),
    "old doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "old .doc or encrypted"),
    "empty": (b"", "is no DOCX file"),
    "include field": (letter(header=_field("INCLUDEPICTURE &quot;http://example.org/x.png&quot;")), "active field"),
    "include field in pieces": (letter(header=_field("INCLU", "DETEXT c:/x")), "active field"),
    "dde field": (letter(header='<w:p><w:fldSimple w:instr=" DDEAUTO c:/windows/calc.exe"/></w:p>'), "active field"),
    "object": (letter(header="<w:p><w:r><w:object/></w:r></w:p>"), "embedded object"),
    "chart in the header": (
        letter(
            header='<w:p><w:r><w:drawing><c:chart xmlns:c="urn:c" r:id="rId1"/></w:drawing></w:r></w:p>',
            header_links=[f'<Relationship Id="rId1" Type="{R}/chart" Target="chart1.xml"/>'],
            parts={"word/chart1.xml": "<c/>"},
        ),
        "word/chart1.xml",
    ),
    "script in a picture": (
        letter(
            header='<w:p><w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed="rId1"/></w:drawing></w:r></w:p>',
            header_links=[f'<Relationship Id="rId1" Type="{R}/image" Target="media/l.svg"/>'],
            parts={"word/media/l.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>'},
            types='<Default Extension="svg" ContentType="image/svg+xml"/>',
        ),
        "active picture",
    ),
    "part in disguise": (
        letter(
            section='<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>',
            links=[f'<Relationship Id="h" Type="{R}/header" Target="comments.xml"/>'],
            parts={"word/comments.xml": f"<w:hdr {NAMES}/>"},
        ),
        "misleading name",
    ),
    "marker in a table": (
        letter(body="<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{body}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"),
        "{{body}} inside a table",
    ),
    "two markers": (letter(body="<w:p><w:r><w:t>{{body}}</w:t></w:r></w:p>" * 2), "more than once"),
    "deep nesting": (letter(header="<w:p>" + "<w:r>" * 5000 + "</w:r>" * 5000 + "</w:p>"), "damaged part"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_reference_that_could_do_harm_is_refused_by_name(name: str) -> None:
    data, expected = HOSTILE[name]
    with pytest.raises(ThemeError) as caught:
        check_reference(Reference("letter.docx", data), Limits())
    message = str(caught.value)
    assert expected in message
    assert message.startswith("reference document 'letter.docx'")
    assert "\n" not in message and len(message) < 300


@pytest.mark.parametrize("data", [HOSTILE["vba project"][0], HOSTILE["xxe"][0], None], ids=["macros", "xxe", "missing"])
def test_the_command_answers_five_with_one_line(
    data: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reference = tmp_path / "letter.docx"
    if data is not None:
        reference.write_bytes(data)
    source = str(ROOT / "samples" / "en-harbour-reopens.txt")
    target = tmp_path / "out.docx"
    assert run(["convert", source, "-o", str(target), "--reference", str(reference)]) == 5
    assert capsys.readouterr().err.count("\n") == 1
    assert not target.exists()


def test_a_reference_needs_docx_among_the_formats(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = str(ROOT / "samples" / "en-harbour-reopens.txt")
    assert run(["convert", source, "-o", str(tmp_path / "o.epub"), "--reference", "l.docx"]) == 2
    assert "--reference shapes DOCX only" in capsys.readouterr().err
