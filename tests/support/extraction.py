# SPDX-License-Identifier: Apache-2.0
"""The text of a finished file, read by somebody else's code: zipfile and lxml, pypdf or pdftotext."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
import zipfile

from lxml import etree

__all__ = ["docx_text", "epub_text", "is_subsequence", "missing_from", "pdf_text", "squeeze", "text_of_file"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
X = "{http://www.w3.org/1999/xhtml}"


def docx_text(document: bytes) -> str:
    """The text of the main story, paragraphs separated by line breaks."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return "\n".join(_paragraph_text(paragraph) for paragraph in root.iter(f"{W}p"))


def _paragraph_text(paragraph: etree._Element) -> str:
    shown = {f"{W}tab": " ", f"{W}br": " ", f"{W}noBreakHyphen": "-"}
    nodes = paragraph.iter(f"{W}t", *shown)
    return "".join(shown.get(node.tag, node.text or "") for node in nodes)


def epub_text(document: bytes) -> str:
    """The text of the content documents in the order of the spine."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        container = etree.fromstring(archive.read("META-INF/container.xml"))
        package_path = container.find(".//{*}rootfile").get("full-path")
        package = etree.fromstring(archive.read(package_path))
        base = package_path.rpartition("/")[0]
        files = {i.get("id"): i.get("href") for i in package.iter("{*}item")}
        texts = []
        for reference in package.iter("{*}itemref"):
            page = etree.fromstring(archive.read(f"{base}/{files[reference.get('idref')]}".lstrip("/")))
            texts.append("".join(page.find(f"{X}body").itertext()))
    return "\n".join(texts)


def pdf_text(document: bytes) -> str:
    """The text as pdftotext gives it (reading order of the content stream), or pypdf without poppler."""
    tool = shutil.which("pdftotext")
    if tool:
        done = subprocess.run([tool, "-raw", "-", "-"], input=document, capture_output=True, check=True)
        return done.stdout.decode("utf-8")
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(document)).pages)


def text_of_file(document: bytes, name: str) -> str:
    """The text of a file in the format *name*."""
    return {"docx": docx_text, "epub": epub_text, "pdf": pdf_text}[name](document)


def squeeze(text: str) -> str:
    """*text* in NFKC without white space, soft hyphens, joiners and direction marks."""
    folded = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+", "", folded)


def missing_from(source: str, extracted: str) -> str:
    """The first stretch of *source* that does not come in order in *extracted*, or the empty string.

    Hyphens that a typesetter adds at line ends make this a subsequence test, not equality.
    """
    wanted, found = squeeze(source), squeeze(extracted)
    position = 0
    for index, char in enumerate(wanted):
        position = found.find(char, position) + 1
        if position == 0:
            return wanted[max(0, index - 20) : index + 20]
    return ""


def is_subsequence(source: str, extracted: str) -> bool:
    """Say whether every visible character of *source* comes in *extracted*, in order."""
    return missing_from(source, extracted) == ""
