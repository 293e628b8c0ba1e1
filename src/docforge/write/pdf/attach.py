# SPDX-License-Identifier: Apache-2.0
"""The article's source inside its PDF, and out of it again; encryption.

What it must not know: pages, layout, ReportLab.

Rules: ISO 19005-3, 6.8 (embedded files with an ``AFRelationship``); ISO 32000-2, 7.6 (AES-256, revision 6).
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from io import BytesIO

from docforge.errors import InputError, MissingError, UsageError
from docforge.model import Article, Pack
from docforge.presentation import Presentation
from docforge.text import display_name
from docforge.write.pdf.canvas import Attachment

__all__ = ["encrypted", "extract_attachments", "source_attachments"]

_BYTE_ORDER_MARKS = (
    b"",
    codecs.BOM_UTF8,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE,
)


def source_attachments(presentation: Presentation) -> tuple[Attachment, ...]:
    """Return source text and article JSON for each article, in reading order.

    The source is the input byte for byte where its encoding gives the recorded checksum again,
    else the decoded text as UTF-8.
    """
    origin = presentation.origin
    articles = origin.articles if isinstance(origin, Pack) else (origin,)
    several = len(articles) > 1
    return tuple(
        part for n, article in enumerate(articles, 1) for part in _parts(article, f"{n:04d}-" if several else "")
    )


def _parts(article: Article, prefix: str) -> Iterator[Attachment]:
    name = _plain_name(article.info.name) or "source.txt"
    title = article.headline[:100] or name
    yield Attachment(prefix + name, "text/plain", original_bytes(article), f"Source text: {title}")
    document = article.to_json(indent=1).encode("utf-8", "surrogatepass")
    stem = name.rpartition(".")[0] or name
    yield Attachment(f"{prefix}{stem}.article.json", "application/json", document, f"Structure: {title}", "Data")


def _plain_name(name: str) -> str:
    """Return the last part of a path without characters that file systems refuse."""
    last = re.split(r"[/\\]", name)[-1]
    kept = re.sub(r'[\x00-\x1f\x7f<>:"|?*]', "", last).strip(". ")
    return kept[:120]


def original_bytes(article: Article) -> bytes:
    """Return the bytes that *article* was read from, or its text as UTF-8 where they cannot be made again."""
    wanted = article.info.sha256
    for name in (article.info.encoding, "utf-8"):
        for mark in _BYTE_ORDER_MARKS:
            try:
                raw = mark + article.text.encode(name)
            except (LookupError, UnicodeError):
                break
            if hashlib.sha256(raw).hexdigest() == wanted:
                return raw
    return article.text.encode("utf-8", "surrogatepass")


def extract_attachments(pdf: bytes) -> tuple[tuple[str, bytes], ...]:
    """Return (name, content) of each file embedded in *pdf*, in the order of the names.

    Names are without folders; two files may bear one name.

    Raises:
        InputError: *pdf* is not a PDF, is damaged, or is encrypted.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(pdf))
        if reader.is_encrypted:
            raise InputError("the PDF is encrypted: remove the password first, for example with qpdf --decrypt")
        found = [
            (_plain_name(part.name) or "attachment", bytes(part.content or b"")) for part in reader.attachment_list
        ]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"attachments cannot be read ({display_name(str(error))}): is it a PDF file?") from error
    return tuple(found)


def encrypted(pdf: bytes, password: str) -> bytes:
    """Return *pdf* encrypted with AES-256; *password* opens it, screen readers keep their access.

    Random salts make the bytes differ each time.

    Raises:
        MissingError: pikepdf is not installed.
        UsageError: the password is longer than 127 bytes in UTF-8.
    """
    try:
        import pikepdf
    except ImportError as error:
        raise MissingError("encryption needs pikepdf: pip install 'docforge[encrypt]'") from error
    if len(password.encode("utf-8", "surrogatepass")) > 127:
        raise UsageError("pdf.encrypt: the password is longer than 127 bytes: choose a shorter one")
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(target, encryption=pikepdf.Encryption(owner=password, user=password, R=6))
    return target.getvalue()
