# SPDX-License-Identifier: Apache-2.0
"""Finished bytes to disk, and entries to archives: deterministic ZIP files and whole-or-nothing writing.

Knows nothing of what is inside a document.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED

from docforge.errors import OutputError
from docforge.text import display_name

__all__ = ["Content", "refuse_existing", "write_atomic", "zip_bytes"]

Content: TypeAlias = bytes | Iterable[bytes]
"""One entry: whole, or in pieces that are packed as they come, so that a long one never stands whole in memory."""

# The earliest moment that a ZIP entry can hold, 1980-01-01 00:00 (PKWARE APPNOTE 4.4.6).
_ZIP_TIME, _ZIP_DATE = 0, 1 << 5 | 1
_LARGEST, _MOST_ENTRIES = 0xFFFF_FFFE, 0xFFFE  # beyond lies ZIP64, which office suites and readers do not all open
_CREATED_ON_UNIX = 3
_REGULAR_FILE = 0o100644 << 16


def zip_bytes(entries: Iterable[tuple[str, Content]], *, stored: Sequence[str] = (), level: int = 6) -> bytes:
    """Return a ZIP archive of *entries*, in the order given, that depends on nothing else.

    Args:
        entries: (name, content) pairs, taken one by one; names are unique, relative and use ``/``.  Pieces of a
            content are taken before the next pair is asked for.
        stored: names that are kept without compression (``mimetype`` in an OCF container).
        level: zlib level, 0 to 9.

    Raises:
        ValueError: a name is there twice, absolute, or climbs out of the archive; or the archive would be
            larger than ZIP without ZIP64 can hold (4 GiB, 65,534 entries).

    Rule: PKWARE APPNOTE 6.3; OCF 3.3, 4.2.2 wants ``mimetype`` first, stored, without extra field.
    """
    archive = _Archive(level)
    seen: set[str] = set()
    for name, content in entries:
        if name in seen or name.startswith("/") or ".." in name.split("/") or "\\" in name:
            raise ValueError(f"not a name for an archive: {name[:80]!r}")
        seen.add(name)
        archive.add(name, content, stored=name in stored)
    return archive.finish()


class _Archive:
    """A ZIP being written.  ``zipfile`` would do the same at three times the cost for small parts."""

    def __init__(self, level: int) -> None:
        self.level = level
        self.buffer = bytearray()
        self.directory = bytearray()
        self.count = 0

    def add(self, name: str, content: Content, *, stored: bool) -> None:
        raw = name.encode("utf-8")
        if isinstance(content, bytes):
            length, checksum = len(content), zlib.crc32(content)
            body = content if stored else _deflate(content, self.level)
        else:
            body, length, checksum = _pack_pieces(content, 0 if stored else self.level, stored=stored)
        start = len(self.buffer)
        # APPNOTE 4.4.4: bit 11 says that the name is UTF-8.
        flags = 0 if raw.isascii() else 0x800
        method = ZIP_STORED if stored else ZIP_DEFLATED
        sizes = (checksum, len(body), length, len(raw), 0)
        if max(start, len(body), length) > _LARGEST:
            raise ValueError("an archive of more than 4 GiB is not written")
        shared = struct.pack("<5H3L2H", 20, flags, method, _ZIP_TIME, _ZIP_DATE, *sizes)
        self.buffer += b"PK\x03\x04" + shared + raw
        self.buffer += body
        self.directory += struct.pack("<4s2B", b"PK\x01\x02", 20, _CREATED_ON_UNIX) + shared
        self.directory += struct.pack("<3H2L", 0, 0, 0, _REGULAR_FILE, start) + raw
        self.count += 1

    def finish(self) -> bytes:
        start, size = len(self.buffer), len(self.directory)
        if start > _LARGEST or self.count > _MOST_ENTRIES:
            raise ValueError(f"an archive of {self.count} entries and {start} bytes is not written")
        end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, self.count, self.count, size, start, 0)
        return bytes(self.buffer + self.directory + end)


_SMALL = 65_536


def _deflate(content: bytes, level: int) -> bytes:
    return _deflate_small(content, level) if len(content) <= _SMALL else _packed(content, level)


@lru_cache(maxsize=32)
def _deflate_small(content: bytes, level: int) -> bytes:
    """Pack a small part; styles, settings and the like are the same in one document after another."""
    return _packed(content, level)


def _packed(content: bytes, level: int) -> bytes:
    # A small part needs no large window, and setting one up costs more than packing the part.
    window, memory = (-15, 8) if len(content) > 16_384 else (-14, 7)
    packer = zlib.compressobj(level, zlib.DEFLATED, window, memory)
    return packer.compress(content) + packer.flush()


def _pack_pieces(pieces: Iterable[bytes], level: int, *, stored: bool) -> tuple[bytes, int, int]:
    """Return the packed form of *pieces*, their length together and their checksum."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    body = bytearray()
    length = checksum = 0
    for piece in pieces:
        body += piece if stored else packer.compress(piece)
        length += len(piece)
        checksum = zlib.crc32(piece, checksum)
    return bytes(body if stored else body + packer.flush()), length, checksum


def refuse_existing(path: Path, *, overwrite: bool) -> None:
    """Raise ``OutputError`` when *path* exists and must be kept, or is a folder."""
    if path.is_dir() and not path.is_symlink():
        raise OutputError(f"{display_name(os.fspath(path))!r} is a folder: name a file, or end the name in /")
    file = next((folder for folder in path.parents if folder.exists() and not folder.is_dir()), None)
    if file is not None:
        shown = display_name(os.fspath(file))
        raise OutputError(f"{shown!r} is a file, not a folder: choose another place for the output")
    if not overwrite and os.path.lexists(path):
        raise OutputError(f"{display_name(os.fspath(path))!r} exists: add --force to replace it")


def write_atomic(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write *data* to *path*, whole or not at all; missing folders above it are made.

    The bytes go to a temporary file beside the target, reach the disk, and take the target's name in one step.
    A symbolic link at *path* is replaced, not followed.  Any failure, Ctrl-C included, removes the temporary file.

    Raises:
        OutputError: *path* exists (without *overwrite*), or the file cannot be written.
    """
    refuse_existing(path, overwrite=overwrite)
    shown = display_name(os.fspath(path))
    temporary = path.parent / f".docforge-{os.getpid()}-{os.urandom(6).hex()}.tmp"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write_through(temporary, data)
            if overwrite:
                os.replace(temporary, path)  # noqa: PTH105 - the call that tests make fail
            else:
                _rename_new(temporary, path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
    except FileExistsError as error:
        raise OutputError(f"{shown!r} exists: add --force to replace it") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a usable name"
        raise OutputError(
            f"cannot write {shown!r} ({reason}): check the folder, its permissions and free space"
        ) from error


def _write_through(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _rename_new(temporary: Path, path: Path) -> None:
    """Give *temporary* its final name unless somebody took it meanwhile."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: the check above must do
        os.replace(temporary, path)  # noqa: PTH105
    else:
        temporary.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError:
        pass  # some network file systems refuse; the content is on disk already
    finally:
        os.close(handle)
