# SPDX-License-Identifier: Apache-2.0
"""Bytes -> text: which encoding, on what evidence, or a refusal that names the way out.

The order: known file types are no text; a byte order mark; the user's word; escape sequences; UTF-16 and UTF-32 by
the pattern of their zero bytes; strict UTF-8; what the file declares of itself; UTF-8 with a few bad bytes; the
ladder of legacy encodings.  Never UTF-7 and never EBCDIC unless the user names them.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from docforge.diagnostics import Report
from docforge.errors import EncodingError, InputError, UsageError
from docforge.records import dataclass

__all__ = ["Decoded", "decode"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and how it was had from the bytes."""

    text: str
    encoding: str
    """Python codec name."""
    rule: str
    """See ``SourceInfo.encoding_rule``."""


def decode(data: bytes, encoding: str | None, where: str, *, report: Report) -> Decoded:
    """Decode *data*.

    Args:
        data: the file.
        encoding: the codec that the user named, or None.
        where: `` (name)`` for messages, or nothing.
        report: gets DF-R101 (an encoding other than UTF-8 was found), DF-R102 (bad bytes became U+FFFD), DF-R103
            (a declaration was not followed).

    Raises:
        InputError: not text.
        EncodingError: in doubt, or not what the user said.
        UsageError: *encoding* names no codec for text.
    """
    kind = _file_type(data)
    if kind is not None:
        raise InputError(f"input is not text but {kind}{where}: give a plain-text file")
    if encoding is not None:
        return _as_told(data, encoding, where, report)
    found = _by_mark(data, where) or _by_escapes(data, where) or _by_zeros(data)
    if found is None:
        _refuse_binary(data, where)
        found = _by_utf8(data, where, report) or _by_declaration(data) or _by_damaged_utf8(data, report)
    if found is None:
        found = _by_ladder(data, where)
    if found.encoding not in ("utf-8", "ascii"):
        report.add("DF-R101", encoding=found.encoding, rule=found.rule)
    return found


# -- not text --------------------------------------------------------------------------------

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"PK\x03\x04", "a ZIP archive, or an office document or EPUB"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"ID3\x03", "a sound file"),
    (b"ID3\x04", "a sound file"),
    (b"OggS\x00", "a sound file"),
    (b"{\\rtf", "an RTF document"),
    (b"wOFF\x00", "a font"),
    (b"wOF2\x00", "a font"),
    (b"\x00\x01\x00\x00\x00", "a font"),
)

_MAGIC_HEADS = tuple(magic for magic, _ in _MAGIC)
_ISO_MEDIA = re.compile(rb"....ftyp", re.DOTALL)
_CONTROLS = bytes(c for c in (*range(0x20), 0x7F) if c not in b"\t\n\r\x0b\x0c\x1b")


def _file_type(data: bytes) -> str | None:
    if data.startswith(_MAGIC_HEADS):
        return next(kind for magic, kind in _MAGIC if data.startswith(magic))
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a picture, sound or film"
    if data[:2] == b"MZ" and b"\x00" in data[2:64]:
        return "a program"
    return "a film or picture" if _ISO_MEDIA.match(data) else None


def _refuse_binary(data: bytes, where: str) -> None:
    """Refuse bytes of which one in ten, or one zero byte in fifty, is a control that no text has."""
    zeros = data.count(0)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if zeros * 50 > len(data) or controls * 10 > len(data):
        raise InputError(f"input is not text: it is full of control bytes{where}: give a plain-text file")


# -- by mark, word, escape, zeros ------------------------------------------------------------

_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)


def _by_mark(data: bytes, where: str) -> Decoded | None:
    for mark, codec, _ in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            if codec == "utf-8":
                return None  # taken off by the UTF-8 step, which also forgives a few bad bytes
            try:
                return Decoded(body.decode(codec), codec, "bom")
            except UnicodeDecodeError as error:
                if codec == "utf-32-le":  # FF FE 00 00 may also be UTF-16 that starts with a NUL
                    continue
                raise EncodingError(
                    f"input starts with the mark of {codec} but is damaged at byte {error.start + len(mark)}{where}: "
                    "save it again as UTF-8, or name its encoding with --encoding"
                ) from error
    return None


_NOT_FOR_FILES = frozenset(("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"))


def _codec_name(name: str) -> str | None:
    """Return Python's name of the text codec *name*, or None."""
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    is_text = getattr(info, "_is_text_encoding", True)
    return info.name if is_text and info.name.replace("-", "_") not in _NOT_FOR_FILES else None


def _as_told(data: bytes, encoding: str, where: str, report: Report) -> Decoded:
    codec = _codec_name(encoding) if encoding.isascii() and len(encoding) <= 40 else None
    if codec is None:
        raise UsageError(f"no encoding {encoding[:40]!r}: give a name such as utf-8, cp1251, gb18030 or shift_jis")
    try:
        return Decoded(data.decode(codec).removeprefix("\ufeff"), codec, "option")
    except UnicodeDecodeError as error:
        if codec in ("utf-8", "utf-8-sig"):
            found = _by_damaged_utf8(data, report)
            if found is not None:
                return Decoded(found.text, codec, "option")
        raise EncodingError(
            f"input is not {encoding} (byte {error.start} does not fit){where}: name another encoding with --encoding"
        ) from error


_ESCAPES = re.compile(rb"\x1b(?:\$[@AB]|\$\([@ABCD]|\$\)[ACG]|\([JI])")
_ISO_2022 = ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_3", "iso2022_jp_ext", "iso2022_kr")
_HZ = re.compile(rb"~\{(?:[!-}][!-~])+~\}")
_UTF7 = re.compile(rb"\+[A-Za-z0-9+/]{3,}-?")


def _by_escapes(data: bytes, where: str) -> Decoded | None:
    """Find encodings that are valid ASCII: ISO-2022 by its escape sequences, HZ by its brackets; refuse UTF-7."""
    if b"\x1b" in data and _ESCAPES.search(data):
        for codec in _ISO_2022:
            if (codec == "iso2022_kr") != (b"\x1b$)C" in data):
                continue
            try:
                return Decoded(data.decode(codec), codec, "escape")
            except UnicodeDecodeError:
                continue
        if b"\x1b$)A" in data or b"\x1b$)G" in data:
            raise EncodingError(f"input is in ISO-2022-CN, which cannot be read{where}: save it as UTF-8")
    if data.isascii():
        return _by_ascii_dress(data, where)
    return None


def _by_ascii_dress(data: bytes, where: str) -> Decoded | None:
    """Find what passes for ASCII: HZ is read, what cannot be told for sure is refused."""
    if b"~{" in data and (len(_HZ.findall(data)) >= 2 or max(map(len, _HZ.findall(data)), default=0) >= 16):
        try:
            text = data.decode("hz")
        except UnicodeDecodeError:
            return None
        if _is_plausible_han(text):
            return Decoded(text, "hz", "escape")
        raise EncodingError(f"input looks like HZ{where}: save it as UTF-8, or name it with --encoding hz")
    tokens = _UTF7.findall(data) if b"+" in data else []
    if (len(tokens) >= 3 or sum(map(len, tokens)) >= 24) and sum(map(_is_utf7, tokens)) * 5 >= len(tokens) * 4:
        raise EncodingError(f"input looks like UTF-7{where}: save it as UTF-8, or name it with --encoding utf-7")
    if b" " not in data and b"\n" not in data and data.count(b"@") * 12 > len(data) > 40:
        raise EncodingError(f"input looks like EBCDIC{where}: save it as UTF-8, or name its encoding with --encoding")
    return None


def _is_utf7(token: bytes) -> bool:
    try:
        text = token.decode("utf-7")
    except UnicodeDecodeError:
        return False
    beyond = [c for c in text if c > "\x7f"]
    return len(beyond) * 2 > len(text) and all(unicodedata.category(c)[0] in "LMPZS" for c in beyond)


def _by_zeros(data: bytes) -> Decoded | None:
    """Find UTF-32 and UTF-16 without a mark: zero bytes at one place of each unit, or a text in Han characters."""
    zeros = data.count(0)
    if len(data) % 4 == 0 and zeros * 2 >= len(data):
        for codec in ("utf-32-le", "utf-32-be"):
            found = _if_text(data, codec)
            if found is not None:
                return found
    if len(data) % 2 or len(data) < 8:
        return None
    if zeros * 50 > len(data):
        even, odd = data[::2].count(0), data[1::2].count(0)
        if min(even, odd) * 20 <= max(even, odd):
            return _if_text(data, "utf-16-be" if even > odd else "utf-16-le")
    if data.isascii() or _is_utf8(data):
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        found = _if_text(data, codec)
        if found is not None and _is_plausible_han(found.text):
            return found
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _if_text(data: bytes, codec: str) -> Decoded | None:
    """Return *data* decoded when the result has letters and hardly anything that no text holds."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    kinds = [unicodedata.category(c) for c in text[:20_000]]
    odd = sum(kind in ("Cn", "Co", "Cs") for kind in kinds)
    odd += sum(c < " " and c not in "\t\n\r\x0b\x0c" for c in text[:20_000])
    letters = sum(kind[0] == "L" for kind in kinds)
    return Decoded(text, codec, "detected") if odd * 50 <= len(kinds) and letters * 3 >= len(kinds) else None


# -- UTF-8 and declarations ------------------------------------------------------------------

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,100}?encoding=["']([A-Za-z0-9._:-]{1,40})|<meta[^>]{0,200}?charset=["']?([A-Za-z0-9._:-]{1,40})"""
    rb"""|^[^\n]{0,80}?coding[:=][ \t]*([A-Za-z0-9._-]{1,40})""",
    re.IGNORECASE | re.MULTILINE,
)


def _declared(data: bytes) -> str | None:
    head = data[:1024]
    lower = head.lower()
    match = _DECLARED.search(head) if b"coding" in lower or b"charset" in lower else None
    if match is None:
        return None
    name = next(group for group in match.groups() if group).decode("ascii")
    return _codec_name(name)


def _by_utf8(data: bytes, where: str, report: Report) -> Decoded | None:
    marked = data.startswith(codecs.BOM_UTF8)
    try:
        text = data[3 * marked :].decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not marked and not data.isascii():
        declared = _declared(data)
        if declared is not None and declared not in ("utf-8", "ascii", "utf-8-sig"):
            report.add("DF-R103", declared=declared, encoding="utf-8")
    return Decoded(text, "utf-8", "bom" if marked else "utf-8")


def _by_declaration(data: bytes) -> Decoded | None:
    """Follow what the file says of itself where that decodes without a fault or a C1 control."""
    codec = _declared(data)
    if codec is None or codec.startswith(("utf", "ascii")) or _is_ebcdic(codec):
        return None
    # WHATWG Encoding Standard 4.2: these labels mean their Windows supersets
    codec = {"iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874"}.get(codec, codec)
    codec = {"gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932"}.get(codec, codec)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if re.search("[\x80-\x84\x86-\x9f]", text) else Decoded(text, codec, "declared")


def _is_ebcdic(codec: str) -> bool:
    return "a".encode(codec, "replace") != b"a"


_VALID = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# UTF-8 in form, but of code points that UTF-8 may not hold: surrogates, overlong NUL
_SHAPED = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]|\xc0\x80")


def _by_damaged_utf8(data: bytes, report: Report) -> Decoded | None:
    """Take *data* as UTF-8 with a few bad bytes when far more of it is good."""
    body = data.removeprefix(codecs.BOM_UTF8)
    text = body.decode("utf-8", "replace")
    bad = text.count("\ufffd") - body.count(b"\xef\xbf\xbd")
    shaped = _SHAPED.findall(body)
    others = bad - sum(map(len, shaped))
    good = sum(1 for c in text if c > "\x7f") - text.count("\ufffd")
    marked = len(body) < len(data)
    if others > 0 and not (good >= 4 * others or (marked and good >= others)):
        return None
    first = text.find("\ufffd")
    report.add("DF-R102", count=bad, line=text.count("\n", 0, first) + 1)
    return Decoded(text, "utf-8", "bom" if marked else "utf-8")


# -- the ladder ------------------------------------------------------------------------------


def _by_ladder(data: bytes, where: str) -> Decoded:
    from docforge.reading.ladder import find_legacy

    verdict = find_legacy(data)
    mixed = len(_VALID.findall(data[:100_000]))
    if verdict.codec is not None and not (mixed and _is_european(verdict.codec, data)):
        return Decoded(data.decode(verdict.codec), verdict.codec, "detected")
    likely = ([verdict.codec, "utf-8"] if verdict.codec else list(verdict.likely))[:3]
    hint = f", perhaps {' or '.join(likely)}" if likely else ""
    raise EncodingError(
        f"cannot tell the encoding of the input: it is not UTF-8{hint}{where}: "
        f"name it with --encoding, e.g. --encoding {likely[0] if likely else 'cp1252'}"
    )


def _is_european(codec: str, data: bytes) -> bool:
    """Say whether *codec* is a Latin code page whose text is mostly ASCII, in which stray UTF-8 would hide."""
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    return not codec.startswith(("gb", "big5", "cp9", "euc", "shift")) and high * 4 < len(data)


def _is_plausible_han(text: str) -> bool:
    # The ladder's tables are only loaded for bytes that are no UTF-8.
    from docforge.reading.ladder import is_plausible_han

    return is_plausible_han(text)
