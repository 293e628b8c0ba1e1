# SPDX-License-Identifier: Apache-2.0
"""Make templates/reference.docx: the slim document that python-docx opens for every DOCX.

    python tools/docx/make_reference.py

It holds the parts that a Word file needs and nothing else: no styles but the defaults, no theme, no thumbnail,
no property that somebody would have to remove.  Styles are added from the theme when a document is written.
"""

from __future__ import annotations

from pathlib import Path

from docforge.write.container import zip_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{TYPE}.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="{TYPE}.settings+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>""",
    "docProps/core.xml": f"""<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"></cp:coreProperties>""",
    "word/_rels/document.xml.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{REL}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{REL}/settings" Target="settings.xml"/>
</Relationships>""",
    "word/document.xml": f"""<w:document {W} xmlns:r="{REL}"><w:body><w:sectPr>
<w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>
</w:sectPr></w:body></w:document>""",
    "word/styles.xml": f"""<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault>
<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults></w:styles>""",
    "word/settings.xml": f"""<w:settings {W}><w:autoHyphenation/><w:doNotHyphenateCaps/>
<w:characterSpacingControl w:val="doNotCompress"/>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat></w:settings>""",
}


def main() -> None:
    """Write the file."""
    target = Path(__file__).resolve().parents[2] / "templates" / "reference.docx"
    target.write_bytes(zip_bytes([(name, (HEAD + text).encode()) for name, text in PARTS.items()], level=9))


if __name__ == "__main__":
    main()
