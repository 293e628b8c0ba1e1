# SPDX-License-Identifier: Apache-2.0
"""One format written in a second process while the first reads, detects and writes the others.

A single article spends most of its time loading code: setting PDF needs a typesetter and its fonts, DOCX and EPUB need
their libraries.  The second process loads while the first detects.  It is an economy of time only: the bytes are those
that the first process would write, and without ``fork`` or a second core nobody is missed.
"""

from __future__ import annotations

import os
import pickle
import signal
from importlib import import_module
from typing import NoReturn

from docforge.context import Context
from docforge.conversion import render_editions
from docforge.diagnostics import Report
from docforge.errors import DocforgeError, WriterError
from docforge.model import Article
from docforge.settings import Settings

__all__ = ["SideWriter", "is_worthwhile"]

FORMAT = "pdf"
_LOADED_AHEAD = (
    "docforge.locale.dates",
    "docforge.locale.labels",
    "docforge.present",
    "docforge.write.pdf.document",
)


def is_worthwhile(formats: tuple[str, ...]) -> bool:
    """Say whether a second process would save time for these *formats* on this machine."""
    return FORMAT in formats and len(formats) > 1 and hasattr(os, "fork") and _cores() > 1


def _cores() -> int:
    """How many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


class SideWriter:
    """A child process that writes PDF for one article.

    Use it once: ``start`` with the article, then ``result``; and ``stop`` in any case, when the files are written: a
    process takes its time to end.
    """

    format = FORMAT

    def __init__(self) -> None:
        child_reads, self._to_child = os.pipe()
        self._from_child, child_writes = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._to_child)
            os.close(self._from_child)
            _serve(child_reads, child_writes)
        os.close(child_reads)
        os.close(child_writes)

    def start(self, article: Article, settings: Settings, context: Context) -> None:
        """Hand over the work; returns at once."""
        with os.fdopen(self._to_child, "wb") as pipe:
            self._to_child = -1
            pickle.dump((article, settings, context), pipe, pickle.HIGHEST_PROTOCOL)

    def result(self) -> tuple[bytes, Report]:
        """Wait for the document and the remarks on it.

        Raises:
            DocforgeError: what writing raised in the child.
            WriterError: the child died.
        """
        with os.fdopen(self._from_child, "rb") as pipe:
            self._from_child = -1
            answer = pipe.read()
        if not answer:
            raise WriterError("the process that wrote the PDF ended early: try again, or convert to PDF alone")
        outcome = pickle.loads(answer)  # noqa: S301 - written by our own child through a private pipe
        if isinstance(outcome, BaseException):
            raise outcome
        document, report = outcome
        return document, report

    def stop(self) -> None:
        """End the child and take its remains; safe to call again."""
        for end in (self._to_child, self._from_child):
            if end >= 0:
                os.close(end)
        self._to_child = self._from_child = -1
        if self._pid:
            pid, self._pid = self._pid, 0
            try:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass


def _serve(reads: int, writes: int) -> NoReturn:
    """The child's whole life: load, wait for the article, write, answer.  It never returns and cleans nothing up."""
    try:
        # Ctrl-C goes to the whole group; the parent decides what becomes of this process.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        for name in _LOADED_AHEAD:
            import_module(name)
        with os.fdopen(reads, "rb") as pipe:
            work = pipe.read()
        if work:
            answer = pickle.dumps(_written(*pickle.loads(work)), pickle.HIGHEST_PROTOCOL)  # noqa: S301 - our parent's
            with os.fdopen(writes, "wb") as pipe:
                pipe.write(answer)
    finally:
        os._exit(0)


def _written(article: Article, settings: Settings, context: Context) -> tuple[bytes, Report] | BaseException:
    report = Report()
    try:
        return render_editions(article, (FORMAT,), settings, context=context, report=report)[FORMAT], report
    except DocforgeError as error:
        return error
    except Exception as error:  # noqa: BLE001 - the parent reports it as its own
        return WriterError(f"the PDF could not be written ({type(error).__name__}: {error}): please report it")
