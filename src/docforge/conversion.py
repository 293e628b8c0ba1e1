# SPDX-License-Identifier: Apache-2.0
"""The whole line for one input: the library's front door, ``read``, ``render`` and ``convert``.

Files are opened here (and in ``batch`` and ``cli``), never in the stages.  Nothing prints; remarks are
collected in the ``Report`` of the result.  All functions are safe to call from several threads.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Generator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from docforge.context import Context, Limits
from docforge.diagnostics import Report
from docforge.errors import InputError, LimitError, ThemeError, UsageError
from docforge.model import Article, Pack, Source
from docforge.records import dataclass
from docforge.settings import Settings
from docforge.text import display_name

if TYPE_CHECKING:
    from docforge.copyediting import ProposedChange
    from docforge.write import Reference, WriteSettings

__all__ = [
    "Conversion",
    "Steps",
    "at_once",
    "convert",
    "convert_text",
    "detect_article",
    "detect_articles",
    "detection_steps",
    "make_pack",
    "proposed_changes",
    "read",
    "read_all",
    "read_file",
    "read_reference",
    "render",
    "render_editions",
    "write_settings",
]

T = TypeVar("T")
Steps: TypeAlias = Generator[None, None, T]
"""Work with pauses, in which other work of the same kind may be taken forward; what it comes to is returned."""

EXTENSIONS = {".docx": "docx", ".pdf": "pdf", ".epub": "epub", ".html": "html", ".htm": "html", ".json": "json"}


def at_once(steps: Steps[T]) -> T:
    """Take all *steps* and return what they come to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


@dataclass(frozen=True, slots=True)
class Conversion:
    """What one call of ``convert`` made."""

    article: Article
    outputs: tuple[Path, ...]
    report: Report = field(compare=False)


# -- reading ---------------------------------------------------------------------------------


def read(
    source: str | bytes | os.PathLike[str],
    *,
    encoding: str | None = None,
    language: str | None = None,
    overrides: Mapping[str, str] | None = None,
    report: Report | None = None,
) -> Article:
    """Read one article and find its structure.

    Args:
        source: a path; or the file's bytes; or the text itself.  A ``str`` with a line break is text; one
            without is the path of an existing file.
        encoding: Python codec name, when it is known.
        language: BCP 47 tag of the article, when it is known.
        overrides: fields that win over detection (see ``FIELDS``).
        report: collects remarks; None drops them.

    Raises:
        InputError: the file is missing, not text, in doubtful encoding or over a limit.
        UsageError: an unknown override, a malformed tag or codec name.

    >>> article = read("Rain ends drought\\n\\nPARIS, 3 May 2020 (AFP) - Rain fell on Sunday.\\n")
    >>> article.headline
    'Rain ends drought'
    """
    settings = Settings(encoding=encoding, lang=language, overrides=tuple((overrides or {}).items()), split=False)
    return _read(source, settings, report)[0]


def read_all(
    source: str | bytes | os.PathLike[str],
    *,
    encoding: str | None = None,
    language: str | None = None,
    overrides: Mapping[str, str] | None = None,
    from_format: str | None = None,
    split: bool | None = None,
    report: Report | None = None,
) -> tuple[Article, ...]:
    """Read all stories of a file and find the structure of each; see ``read``.

    Args:
        from_format: name of a reader (``docforge formats``); None recognises the format.
        split: True splits at every plain separator, False never, None where separators are beyond doubt.

    Returns:
        At least one article, in the order of the file.  ``info.offset`` plus a span is the place in the decoded file.

    Raises:
        DocforgeError: as in ``read``.
    """
    settings = Settings(
        encoding=encoding,
        lang=language,
        overrides=tuple((overrides or {}).items()),
        from_format=from_format,
        split=split,
    )
    return _read(source, settings, report)


def _read(source: str | bytes | os.PathLike[str], settings: Settings, report: Report | None) -> tuple[Article, ...]:
    context = Context.from_environment()
    if isinstance(source, str) and not any(end in source for end in "\n\r\u2028\u2029\x85"):
        if not _is_file(source):
            shown = display_name(source)
            raise InputError(f"no file {shown!r}: check the path, or give a one-line text as bytes")
        source = Path(source)
    path = None if isinstance(source, (str, bytes)) else Path(source)
    data = source if isinstance(source, (str, bytes)) else read_file(source, context.limits)
    own = report if report is not None else Report()
    articles = detect_articles(data, path.name if path else "", settings, context=context, report=own)
    from docforge.picture_files import with_all_pictures

    return with_all_pictures(articles, path, settings, context=context, report=own)


def _is_file(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def read_file(path: str | os.PathLike[str], limits: Limits) -> bytes:
    """Return the bytes of the regular file *path*.

    Raises:
        InputError: it does not exist, is no regular file, or cannot be read.
        LimitError: it is larger than ``limits.input_bytes``.
    """
    shown = display_name(os.fspath(path))
    try:
        # O_NONBLOCK: opening a FIFO must not wait for a writer; it is refused below.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a usable path"
        raise InputError(f"cannot read {shown!r} ({reason}): check the path and its permissions") from error
    info = os.fstat(handle)
    if not stat.S_ISREG(info.st_mode):
        os.close(handle)  # a folder cannot even be wrapped
        raise InputError(f"{shown!r} is not a regular file: give a text file, or - for standard input")
    with os.fdopen(handle, "rb") as file:
        if info.st_size > limits.input_bytes:
            raise LimitError(_over(shown, limits))
        try:
            data = file.read(limits.input_bytes + 1)
        except OSError as error:
            raise InputError(f"cannot read {shown!r} ({error.strerror}): check the disk and try again") from error
    if len(data) > limits.input_bytes:
        raise LimitError(_over(shown, limits))
    return data


def _over(shown: str, limits: Limits) -> str:
    return f"{shown!r} is larger than {limits.input_bytes // 1_048_576} MiB: split it into smaller files"


def detect_article(data: bytes | str, name: str, settings: Settings, *, context: Context, report: Report) -> Article:
    """Read and detect *data* as one article, whatever separators it holds.

    Raises:
        InputError, UsageError: see ``read``.
    """
    return detect_articles(data, name, replace(settings, split=False), context=context, report=report)[0]


def detect_articles(
    data: bytes | str, name: str, settings: Settings, *, context: Context, report: Report
) -> tuple[Article, ...]:
    """Read *data* and detect each of its stories; the shared part of library, batch and command line.

    Raises:
        InputError, UsageError: see ``read``; ``settings.split`` is False and the format holds several stories.
    """
    return at_once(detection_steps(data, name, settings, context=context, report=report))


def detection_steps(
    data: bytes | str, name: str, settings: Settings, *, context: Context, report: Report
) -> Steps[tuple[Article, ...]]:
    """Do what ``detect_articles`` does, with a pause behind reading and behind the structure.

    Raises:
        InputError, UsageError: as ``detect_articles``.
    """
    from docforge.detect import DetectSettings, amended, find_speech, find_stories, find_structure
    from docforge.reading import ReadSettings, part_of, read_items

    own = DetectSettings(settings.lang, settings.overrides)
    items = read_items(
        data, ReadSettings(name, settings.encoding, settings.from_format), context=context, report=report
    )
    if settings.split is False and len(items) > 1:
        raise InputError(
            f"{display_name(name) or 'the input'!r} holds {len(items)} articles: "
            "leave out --no-split (in Python: read_all), or give one article"
        )
    parts: list[Source | Article] = []
    for item in items:
        if isinstance(item, Article):
            parts.append(item)
            continue
        # A format that names the parts of a story has told stories apart already: an end mark in it closes a section.
        sought = settings.split is True or (settings.split is None and not item.marks)
        stories = find_stories(item, eager=settings.split is True, report=report) if sought else ()
        parts += [part_of(item, span, context=context, report=report) for span in stories] or [item]
    yield
    found = [part if isinstance(part, Article) else find_structure(part, own, report=report) for part in parts]
    yield
    return tuple(
        amended(part, own, report=report) if isinstance(part, Article) else find_speech(article)
        for part, article in zip(parts, found, strict=True)
    )


# -- rendering -------------------------------------------------------------------------------


def render(
    origin: Article | Pack,
    format: str,
    *,
    locale: str | None = None,
    theme: str = "default",
    settings: Settings | None = None,
    report: Report | None = None,
) -> bytes:
    """Return *origin* as a finished file in *format* (``docx``, ``pdf``, ``epub``, ``html``, ``json``).

    Args:
        locale: output locale of labels, dates, digits and paper; None takes the article's language.
        theme: name of a theme or folder with ``theme.toml``.
        settings: everything else; *locale* and *theme* win where they are given.
        report: collects remarks; None drops them.

    Raises:
        UsageError: unknown format, malformed locale.
        MissingError: a font, theme or locale is not there.
    """
    own = settings or Settings()
    own = replace(own, locale=locale or own.locale, theme=theme if theme != "default" else own.theme)
    collected = report if report is not None else Report()
    files = render_editions(origin, (format,), own, context=Context.from_environment(), report=collected)
    return files[format]


def render_editions(
    origin: Article | Pack, formats: Sequence[str], settings: Settings, *, context: Context, report: Report
) -> dict[str, bytes]:
    """Present *origin* once and write it in each of *formats*; return name -> bytes.

    Raises:
        DocforgeError: see ``render``.
    """
    from docforge.present import present
    from docforge.write import write

    presentation = present(origin, settings, context=context, report=report)
    own = write_settings(formats, settings, context)
    return {name: write(presentation, name, own, context=context, report=report) for name in formats}


def write_settings(formats: Sequence[str], settings: Settings, context: Context) -> WriteSettings:
    """Return what *settings* tell the writers of *formats*, the theme and the reference document read.

    Raises:
        ThemeError: the theme or the reference document cannot be read.
    """
    from docforge.theme import load_theme
    from docforge.write import WriteSettings

    reference = read_reference(settings, context) if "docx" in formats else None
    theme = load_theme(settings.theme)
    return WriteSettings(theme, (*theme.font_folders, *settings.font_folders), settings.options, reference)


def read_reference(settings: Settings, context: Context) -> Reference | None:
    """Return the reference document that *settings* name, read but not yet checked.

    Raises:
        ThemeError: it cannot be read or is larger than ``Limits.template_bytes``.
    """
    from docforge.write import Reference

    if settings.reference is None:
        return None
    limits = replace(context.limits, input_bytes=context.limits.template_bytes)
    try:
        data = read_file(settings.reference, limits)
    except InputError as error:
        raise ThemeError(f"reference document: {error}") from error
    return Reference(Path(settings.reference).name, data)


def proposed_changes(
    article: Article, settings: Settings, *, context: Context, report: Report
) -> tuple[ProposedChange, ...]:
    """Return what *settings* would change in the article's own words (dateline, dates, typography), in order.

    Raises:
        DocforgeError: see ``render``.
    """
    if not (settings.typography or settings.rewrite_dates or settings.dateline != "original"):
        return ()
    from docforge.present import copy_editor

    editor = copy_editor(article, settings, context=context, report=report)
    return tuple(editor.proposals())


def make_pack(articles: Sequence[Article], *, title: str = "", locale: str = "en") -> Pack:
    """Bind *articles* into one pack, in the order given.

    Raises:
        UsageError: no article.
        LimitError: more than ``Limits.pack_articles``.
    """
    from docforge.pack import bind

    return bind(articles, title=title, locale=locale, limits=Limits())


# -- converting ------------------------------------------------------------------------------


def convert(
    source: str | bytes | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    format: str | None = None,
    force: bool = False,
    settings: Settings | None = None,
) -> Conversion:
    """Convert one article to one file; the format follows the ending of *target*.

    Args:
        source: as in ``read``.
        target: the file to write; it appears whole or not at all.
        format: a format name, where the ending does not tell.
        force: replace an existing file.

    Raises:
        OutputError: *target* exists (without *force*) or cannot be written.
        DocforgeError: see ``read`` and ``render``.
    """
    from docforge.write.container import write_atomic

    own = settings or Settings()
    path = Path(target)
    name = format or EXTENSIONS.get(path.suffix.lower())
    if name is None:
        raise UsageError(f"no format for {display_name(path.name)!r}: end the name in {', '.join(EXTENSIONS)}")
    report = Report()
    article = read(source, encoding=own.encoding, language=own.lang, overrides=dict(own.overrides), report=report)
    document = render(article, name, settings=own, report=report)
    write_atomic(path, document, overwrite=force)
    return Conversion(article, (path,), report)


def convert_text(text: str, format: str, *, settings: Settings | None = None) -> bytes:
    """Return *text* as a finished file in *format*; nothing touches the disk.

    Raises:
        DocforgeError: see ``read`` and ``render``.
    """
    own = settings or Settings()
    report = Report()
    article = detect_article(text, "", own, context=Context.from_environment(), report=report)
    return render(article, format, settings=own, report=report)
