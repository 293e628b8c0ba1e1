# SPDX-License-Identifier: Apache-2.0
"""``Article`` and ``Pack`` as JSON and back, without loss.

The codec is made from the fields of the model's dataclasses and their types: a field added there travels without a
word here.  Fields that hold their default are left out.  Values that look right but cannot be (a span outside the
text, anchors out of order) are refused.  Knows nothing of detection or layout.

Form: ``{"schema": "docforge-article", "version": "1.1", "article": {...}}``; spans are ``[start, end]``, offset maps
lists of ``[text offset, source offset]``, pairs lists of two, dates objects, bytes Base64 (RFC 4648).
``schema/article-1.json`` and ``schema/pack-1.json`` say the same to other programs.  Within version 1 fields may be
added; readers pass over fields that they do not know.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import json
import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from docforge import model
from docforge.errors import InputError
from docforge.model import BLOCK_KINDS, Article, OffsetMap, Pack, PartialDate, Picture, Span
from docforge.picture_header import measure

__all__ = [
    "ARTICLE_SCHEMA",
    "PACK_SCHEMA",
    "VERSION",
    "article_from_json",
    "article_to_json",
    "pack_from_json",
    "pack_to_json",
]

ARTICLE_SCHEMA = "docforge-article"
PACK_SCHEMA = "docforge-pack"
VERSION = "1.1"

_T = TypeVar("_T")

_LARGEST = 2**53
"""Offsets stay where every JSON reader holds whole numbers exactly (RFC 8259 section 6)."""


class _RefusedError(Exception):
    """A value does not fit; the message says where and why."""


# -- values to JSON --------------------------------------------------------------------------


def _encode(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, OffsetMap):
        return [list(anchor) for anchor in value.anchors]
    kind: Any = type(value)
    encoded = {"kind": kind.KIND} if isinstance(value, model._Block) else {}
    for name, default in _defaults(kind):
        item = getattr(value, name)
        if default is MISSING or item != default:
            encoded[name] = _encode(item)
    return encoded


@cache
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, f.default) for f in fields(kind))


# -- JSON to values --------------------------------------------------------------------------

_Reader = Callable[[Any, str], Any]


@cache
def _reader(wanted: Any) -> _Reader:
    """Return the function that turns JSON into a value of the type *wanted*."""
    if wanted in _PLAIN:
        return _PLAIN[wanted]
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        inner = [argument for argument in arguments if argument is not type(None)]
        if len(inner) < len(arguments):
            return _optional(_reader(inner[0]))
        return _read_block
    if origin is tuple:
        return _list_of(_reader(arguments[0])) if arguments[1:] == (Ellipsis,) else _tuple_of(arguments)
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return _enum_of(wanted)
    if is_dataclass(wanted) and isinstance(wanted, type):
        return _object_of(wanted)
    raise TypeError(f"the interchange has no form for {wanted!r}")


def _read_string(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise _RefusedError(f"{where} must be a string")
    return value


def _read_whole(value: Any, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= _LARGEST:
        raise _RefusedError(f"{where} must be a whole number")
    return value


def _read_number(value: Any, where: str) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not -_LARGEST < value < _LARGEST:
        raise _RefusedError(f"{where} must be a number")
    return float(value)


def _read_truth(value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        raise _RefusedError(f"{where} must be true or false")
    return value


def _read_bytes(value: Any, where: str) -> bytes:
    try:
        return base64.b64decode(_read_string(value, where), validate=True)
    except (binascii.Error, ValueError):
        raise _RefusedError(f"{where} must be Base64") from None


def _read_span(value: Any, where: str) -> Span:
    start, end = _read_offsets(value, where)
    if start > end:
        raise _RefusedError(f"{where} must be [start, end] with start <= end")
    return Span(start, end)


def _read_offsets(value: Any, where: str) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:
        raise _RefusedError(f"{where} must be a list of two whole numbers")
    first, second = (_read_whole(item, where) for item in value)
    if first < 0 or second < 0:
        raise _RefusedError(f"{where} must not be negative")
    return first, second


def _read_map(value: Any, where: str) -> OffsetMap:
    if not isinstance(value, list) or not value:
        raise _RefusedError(f"{where} must be a list of [text offset, source offset]")
    anchors = tuple(_read_offsets(item, where) for item in value)
    if anchors[0][0] != 0 or any(a[0] >= b[0] or a[1] >= b[1] for a, b in pairwise(anchors)):
        raise _RefusedError(f"{where} must start at text offset 0 and rise")
    return OffsetMap(anchors)


_PLAIN: dict[Any, _Reader] = {
    str: _read_string,
    int: _read_whole,
    float: _read_number,
    bool: _read_truth,
    bytes: _read_bytes,
    Span: _read_span,
    OffsetMap: _read_map,
}


def _optional(inner: _Reader) -> _Reader:
    return lambda value, where: None if value is None else inner(value, where)


def _list_of(inner: _Reader) -> _Reader:
    def read(value: Any, where: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _RefusedError(f"{where} must be a list")
        return tuple([inner(item, f"{where}[{number}]") for number, item in enumerate(value)])

    return read


def _tuple_of(arguments: tuple[Any, ...]) -> _Reader:
    readers = [_reader(argument) for argument in arguments]

    def read(value: Any, where: str) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) != len(readers):
            raise _RefusedError(f"{where} must be a list of {len(readers)}")
        return tuple([inner(item, where) for inner, item in zip(readers, value, strict=True)])

    return read


def _enum_of(wanted: type[StrEnum]) -> _Reader:
    def read(value: Any, where: str) -> StrEnum:
        try:
            return wanted(_read_string(value, where))
        except ValueError:
            raise _RefusedError(f"{where} must be one of {', '.join(wanted)}") from None

    return read


def _read_block(value: Any, where: str) -> Any:
    if not isinstance(value, dict):
        raise _RefusedError(f"{where} must be an object")
    kind = value.get("kind")
    if not isinstance(kind, str) or kind not in BLOCK_KINDS:
        raise _RefusedError(f"{where}.kind must be one of {', '.join(BLOCK_KINDS)}")
    block: Any = BLOCK_KINDS[kind]
    return _reader(block)(value, where)


def _object_of(wanted: type) -> _Reader:
    hints = get_type_hints(wanted, vars(model))
    plan: list[tuple[Field[Any], _Reader]] = [(f, _reader(hints[f.name])) for f in fields(wanted)]

    def read(value: Any, where: str) -> Any:
        if not isinstance(value, dict):
            raise _RefusedError(f"{where} must be an object")
        given = {}
        for field, inner in plan:
            if field.name in value:
                given[field.name] = inner(value[field.name], f"{where}.{field.name}")
            elif field.default is MISSING:
                raise _RefusedError(f"{where}.{field.name} is missing")
        return wanted(**given)

    return read


# -- what types cannot say -------------------------------------------------------------------


def _check(value: Any, length: int, where: str) -> None:
    """Refuse what no article can hold: places outside its text of *length* characters, impossible dates."""
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            _check(item, length, f"{where}[{number}]")
    elif isinstance(value, Span):
        if value.end > length:
            raise _RefusedError(f"{where} ends at {value.end}, outside the text of {length} characters")
    elif isinstance(value, PartialDate):
        _check_date(value, where)
    elif isinstance(value, Picture):
        _check_picture(value, where)
    elif is_dataclass(value) and not isinstance(value, (OffsetMap, type)):
        for name, _ in _defaults(type(value)):
            _check(getattr(value, name), length, f"{where}.{name}")
        if isinstance(value, model._Block):
            _check_block(value, length, where)


def _check_date(value: PartialDate, where: str) -> None:
    try:
        # 2000 is a leap year: --02-29 is a date
        datetime.date(value.year or 2000, value.month or 1, value.day or 1)
    except (ValueError, OverflowError):
        raise _RefusedError(f"{where} is no date: {value.iso[:20]}") from None
    if 0 in (value.year, value.month, value.day):
        raise _RefusedError(f"{where} is no date: {value.iso[:20]}")


def _check_picture(picture: Picture, where: str) -> None:
    found = measure(picture.data)
    if picture.media_type not in ("image/jpeg", "image/png"):
        raise _RefusedError(f"{where}.media_type must be image/jpeg or image/png")
    if found is None or found != (picture.media_type, picture.width_px, picture.height_px):
        raise _RefusedError(f"{where}.data is no {picture.media_type} of the size that is stated")


def _check_block(block: model._Block, length: int, where: str) -> None:
    text_at, source_at = block.offsets.anchors[-1]
    if source_at + max(0, len(block.text) - text_at) > length:
        raise _RefusedError(f"{where}.offsets leads outside the text of {length} characters")
    if not 0 <= getattr(block, "label_end", 0) <= len(block.text):
        raise _RefusedError(f"{where}.label_end lies outside the block's text")


# -- entrances -------------------------------------------------------------------------------


def article_to_json(article: Article, *, indent: int | None = None) -> str:
    """Return *article* as JSON text; ``article_from_json`` gives an equal value back.

    Unpaired surrogates, which no UTF-8 can hold, are written as escapes.
    """
    return _dump({"schema": ARTICLE_SCHEMA, "version": VERSION, "article": _encode(article)}, indent)


def article_from_json(document: str | bytes) -> Article:
    """Read back what ``article_to_json`` wrote.

    Raises:
        InputError: *document* is not such JSON, is of another major version, or contradicts itself.
    """
    value = _load(document, ARTICLE_SCHEMA, "article")
    return _guarded(lambda: _article(value))


def pack_to_json(pack: Pack, *, indent: int | None = None) -> str:
    """Return *pack* as JSON text; ``pack_from_json`` gives an equal value back."""
    return _dump({"schema": PACK_SCHEMA, "version": VERSION, "pack": _encode(pack)}, indent)


def pack_from_json(document: str | bytes) -> Pack:
    """Read back what ``pack_to_json`` wrote.

    Raises:
        InputError: as in ``article_from_json``.
    """
    value = _load(document, PACK_SCHEMA, "pack")

    def read() -> Pack:
        pack: Pack = _reader(Pack)(value, "pack")
        for number, article in enumerate(pack.articles):
            _check(article, len(article.text), f"article {number + 1} of the pack")
        _check(pack.issued, 0, "pack.issued")
        return pack

    return _guarded(read)


def _dump(document: dict[str, Any], indent: int | None) -> str:
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def _load(document: str | bytes, schema: str, member: str) -> Any:
    try:
        value = json.loads(document, parse_constant=_no_constant)
    except RecursionError:
        raise InputError(f"not {schema} JSON (nested too deeply): give a file that docforge wrote") from None
    except (ValueError, UnicodeDecodeError) as error:
        reason = str(error).splitlines()[0][:120]
        raise InputError(f"not JSON ({reason}): give a file that docforge wrote") from error
    if not isinstance(value, dict) or value.get("schema") != schema:
        raise InputError(f"not {schema} JSON (no such 'schema' member): give a file that docforge wrote")
    version = value.get("version")
    if not isinstance(version, str) or version.split(".")[0] != VERSION.split(".", maxsplit=1)[0]:
        raise InputError(
            f"{schema} JSON of version {str(version)[:20]!r} (this docforge reads {VERSION}): update docforge"
        )
    return value.get(member)


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON number")


def _article(value: Any) -> Article:
    article: Article = _reader(Article)(value, "article")
    _check(article, len(article.text), "article")
    return article


def _guarded(read: Callable[[], _T]) -> _T:
    try:
        return read()
    except _RefusedError as error:
        raise InputError(
            f"not a sound docforge document ({str(error)[:300]}): give a file that docforge wrote"
        ) from None
