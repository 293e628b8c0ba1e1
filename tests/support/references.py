# SPDX-License-Identifier: Apache-2.0
"""Reference documents built part by part, sound ones and hostile ones.

``letter()`` is an office's letterhead; its arguments change one thing at a time, so that a case shows what it is about.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

__all__ = ["LETTER_SECTION", "PIXEL", "R", "W", "letter", "picture", "style"]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OPC = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63d8f59f0100040501d1c8b0c5b2"
    "0000000049454e44ae426082"
)

LETTER_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId8"/><w:headerReference w:type="first" r:id="rId9"/>'
    '<w:footerReference w:type="default" r:id="rId10"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2835" w:right="1134" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/>'
    "<w:titlePg/></w:sectPr>"
)


def style(identifier: str, name: str, kind: str = "paragraph", inner: str = "", *, default: bool = False) -> str:
    """Return one ``w:style``."""
    own = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{own} w:styleId="{identifier}"><w:name w:val="{name}"/>{inner}</w:style>'


def picture(key: str) -> str:
    """Return a paragraph with the picture that relationship *key* names."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0"'
        ' distR="0"><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="Logo" descr="Crest"/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{drawing}/picture"><pic:pic'
        f' xmlns:pic="{drawing}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="l"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


GERMAN = (
    style(
        "Standard",
        "Normal",
        inner='<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/></w:rPr>',
        default=True,
    ),
    style(
        "berschrift1",
        "heading 1",
        inner='<w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
        '<w:rPr><w:rFonts w:ascii="Futura" w:hAnsi="Futura"/><w:color w:val="880000"/></w:rPr>',
    ),
    style("berschrift2", "heading 2", inner='<w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    style("Titel", "Title", inner='<w:basedOn w:val="Standard"/>'),
    style("Zitat", "Quote", inner='<w:basedOn w:val="Standard"/>'),
    style("ZitatZchn", "Quote Char", "character"),
)


def letter(
    *,
    body: str = "<w:p><w:r><w:t>Text of the template</w:t></w:r></w:p>",
    section: str = LETTER_SECTION,
    styles: Sequence[str] = GERMAN,
    header: str = "<w:p><w:r><w:t>Office of Harbours</w:t></w:r></w:p>",
    settings: str = '<w:defaultTabStop w:val="709"/>',
    parts: Mapping[str, bytes | str] | None = None,
    links: Sequence[str] = (),
    header_links: Sequence[str] = (),
    types: str = "",
    main_type: str = f"{_WML}.document.main+xml",
    drop: Sequence[str] = (),
) -> bytes:
    """Return a letter template as a DOCX.

    Args:
        parts: more parts, or other content for parts that are there.
        links: ``Relationship`` elements of the main document; *header_links* of the first header.
        types: more elements of the content types.
        drop: parts that are left out.
    """
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    names = f'xmlns:w="{W}" xmlns:r="{R}"'
    rel = f'<Relationship Id="{{}}" Type="{R}/{{}}" Target="{{}}"/>'
    own = "".join(
        rel.format(*row)
        for row in (
            ("rId1", "styles", "styles.xml"),
            ("rId2", "settings", "settings.xml"),
            ("rId8", "header", "header1.xml"),
            ("rId9", "header", "header2.xml"),
            ("rId10", "footer", "footer1.xml"),
        )
    )
    overrides = "".join(
        f'<Override PartName="/word/{part}" ContentType="{_WML}.{kind}+xml"/>'
        for part, kind in (
            ("styles.xml", "styles"),
            ("settings.xml", "settings"),
            ("header1.xml", "header"),
            ("header2.xml", "header"),
            ("footer1.xml", "footer"),
        )
    )
    relationships = f'{head}<Relationships xmlns="{_OPC}/relationships">{{}}</Relationships>'
    content: dict[str, bytes | str] = {
        "[Content_Types].xml": f'{head}<Types xmlns="{_OPC}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>{overrides}{types}</Types>',
        "_rels/.rels": relationships.format(
            f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": f"{head}<w:document {names}><w:body>{body}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": relationships.format(own + "".join(links)),
        "word/styles.xml": f"{head}<w:styles {names}>{''.join(styles)}</w:styles>",
        "word/settings.xml": f"{head}<w:settings {names}>{settings}</w:settings>",
        "word/header1.xml": f"{head}<w:hdr {names}>{header}</w:hdr>",
        "word/header2.xml": f"{head}<w:hdr {names}><w:p><w:r><w:t>First page crest</w:t></w:r></w:p></w:hdr>",
        "word/footer1.xml": f"{head}<w:ftr {names}><w:p><w:r><w:t>12 Quay Street</w:t></w:r></w:p></w:ftr>",
        **(parts or {}),
    }
    if header_links:
        content["word/_rels/header1.xml.rels"] = relationships.format("".join(header_links))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            if name not in drop:
                archive.writestr(name, data)
    return stream.getvalue()
