# SPDX-License-Identifier: Apache-2.0
"""Which pictures go with a text, and reading them.

Three ways, the first that names any wins: what the user sets (``--picture``, ``--set picture=``), what the text's own
front matter names, and sidecars, which lie beside ``article.txt`` as ``article.jpg`` or ``article-1.jpg``,
``article-2.png`` … .  A user may name any file.  Front matter comes from whoever wrote the text: it may name files in
the text's own folder and nowhere else.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from docforge.context import Context
from docforge.conversion import read_file
from docforge.diagnostics import Report
from docforge.errors import InputError, LimitError
from docforge.model import PICTURE_FIELDS, Article, Picture
from docforge.reading.pictures import read_picture
from docforge.records import dataclass
from docforge.settings import Settings
from docforge.text import display_name

__all__ = ["with_all_pictures", "with_pictures"]

_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".JPG", ".JPEG", ".PNG", ".WEBP")
_MOST = len(PICTURE_FIELDS)


@dataclass(frozen=True, slots=True)
class _Named:
    """One picture to be read."""

    path: Path
    number: int
    """Index into ``PICTURE_FIELDS``."""


def with_all_pictures(
    articles: tuple[Article, ...], path: Path | None, settings: Settings, *, context: Context, report: Report
) -> tuple[Article, ...]:
    """Return the stories of one file with their pictures read; what lies beside a file with several belongs to none.

    Raises:
        DocforgeError: see ``with_pictures``.
    """
    own = settings if len(articles) == 1 else replace(settings, sidecars=False)
    return tuple(with_pictures(article, path, own, context=context, report=report) for article in articles)


def with_pictures(
    article: Article, path: Path | None, settings: Settings, *, context: Context, report: Report
) -> Article:
    """Return *article* with its pictures read.

    Args:
        path: the text's file; None where it came as bytes or from standard input.

    Raises:
        InputError: a picture is missing, lies outside the text's folder, or cannot be read.
        LimitError: a picture is over a limit.

    Diagnostics: DF-R130 to DF-R134.
    """
    fields = dict(article.overrides)
    if article.pictures and not any(names[0] in dict(settings.overrides) for names in PICTURE_FIELDS):
        return article  # a finished article, read back from JSON, brings its own
    named = list(_named(fields, path, dict(settings.overrides), report))
    if not named and path is not None and settings.sidecars:
        named = [_Named(file, number) for number, file in enumerate(_sidecars(path, report))]
    if not named:
        return article
    pictures = tuple(_read(own, fields, context, report) for own in named)
    # Where a file lay is nobody's business but the user's, and must not change the article's identifier.
    names = {PICTURE_FIELDS[own.number][0]: own.path.name for own in named}
    overrides = tuple((name, names.get(name, value)) for name, value in article.overrides)
    return replace(article, pictures=(*article.pictures, *pictures), overrides=overrides)


def _named(fields: Mapping[str, str], path: Path | None, given: Mapping[str, str], report: Report) -> Iterator[_Named]:
    """Yield the pictures that the user or the front matter names."""
    own = any(names[0] in given for names in PICTURE_FIELDS)
    for number, names in enumerate(PICTURE_FIELDS):
        value = (given if own else fields).get(names[0], "").strip()
        if not value:
            continue
        if own:
            yield _Named(Path(value), number)
        elif path is None:
            report.add("DF-R130", name=display_name(value))
        else:
            yield _Named(_beside(path, value), number)


def _beside(text: Path, value: str) -> Path:
    """Return the file *value* in the folder of *text*.

    Raises:
        InputError: the name leads out of the folder.
    """
    folder = text.parent
    try:
        inside = (folder / value).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        inside = False
    if not inside or Path(value).is_absolute() or "\\" in value:
        raise InputError(
            f"the text names the picture {display_name(value)!r}, which is not in its folder: "
            "put it beside the text, or name it with --picture"
        )
    return folder / value


def _sidecars(text: Path, report: Report) -> Iterator[Path]:
    """Yield the pictures that lie beside *text* under its name, in order of their numbers."""
    for number in range(1, _MOST + 1):
        stems = [text.stem, f"{text.stem}-1"] if number == 1 else [f"{text.stem}-{number}"]
        found = [file for stem in stems for file in _endings(text, stem)]
        if not found:
            return
        report.add("DF-R131", name=display_name(found[0].name))
        for other in found[1:]:
            report.add("DF-R134", name=display_name(other.name), other=display_name(found[0].name))
        yield found[0]


def _endings(text: Path, stem: str) -> Iterator[Path]:
    """Yield the pictures *stem* beside *text*; those of another text with that very name are its own."""
    if stem != text.stem and text.with_name(stem + text.suffix).exists():
        return
    seen: list[os.stat_result] = []
    beside = os.path.join(text.parent, stem)  # noqa: PTH118 - mostly there is none, and a path costs more than the look
    for ending in _ENDINGS:
        try:
            own = os.stat(beside + ending)  # noqa: PTH116
        except (OSError, ValueError):
            continue
        file = text.with_name(stem + ending)
        # A disk that folds case shows one file under two names.
        if file.is_file() and not any(os.path.samestat(own, other) for other in seen):
            seen.append(own)
            yield file


def _read(own: _Named, fields: Mapping[str, str], context: Context, report: Report) -> Picture:
    _, alternative, caption, credit = (fields.get(name, "").strip() for name in PICTURE_FIELDS[own.number])
    shown = display_name(os.fspath(own.path))
    try:
        data = read_file(own.path, replace(context.limits, input_bytes=context.limits.image_bytes))
    except LimitError:
        limit = context.limits.image_bytes // 1_048_576
        raise LimitError(f"picture {shown!r} is larger than {limit} MiB: save it smaller and try again") from None
    except InputError as error:
        raise InputError(f"the picture cannot be used: {error}") from error
    picture = read_picture(data, own.path.name, context=context, report=report)
    return replace(picture, alternative=alternative, caption=caption, credit=credit)
