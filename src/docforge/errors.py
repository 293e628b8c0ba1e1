# SPDX-License-Identifier: Apache-2.0
"""The exceptions docforge raises and the exit codes they become.

Exceptions stop one conversion; anything less is a diagnostic (see ``diagnostics``)::

    DocforgeError
    ├─ UsageError          wrong argument, setting or configuration        exit 2
    │  └─ PluginError      a plug-in cannot be loaded or breaks its contract
    ├─ InputError          input unreadable or not text                    exit 4
    │  ├─ EncodingError    the encoding is in doubt; name it
    │  └─ LimitError       input is over a documented limit
    ├─ MissingError        something needed is not there                   exit 5
    │  ├─ FontError        no font for the letters of a script
    │  ├─ ThemeError       theme or reference document missing or invalid
    │  └─ LocaleError      a locale that cannot be honoured
    ├─ OutputError         output could not be written                     exit 6
    ├─ CheckError          output failed its own check                     exit 7
    └─ WriterError         a format's library failed                       exit 70

A message has the form ``what (where): how to go on`` and ends without a line break.
"""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar

__all__ = [
    "CheckError",
    "DocforgeError",
    "EncodingError",
    "ExitCode",
    "FontError",
    "InputError",
    "LimitError",
    "LocaleError",
    "MissingError",
    "OutputError",
    "PluginError",
    "ThemeError",
    "UsageError",
    "WriterError",
]


class ExitCode(IntEnum):
    """What the ``docforge`` process answers; stable, documented in docs/errors.md."""

    DONE = 0
    SOME_FAILED = 1
    USAGE = 2
    WARNINGS = 3
    INPUT = 4
    MISSING = 5
    OUTPUT = 6
    CHECK = 7
    INTERNAL = 70
    INTERRUPTED = 130


class DocforgeError(Exception):
    """Base of every error that docforge raises on purpose."""

    exit_code: ClassVar[ExitCode] = ExitCode.INTERNAL


class UsageError(DocforgeError):
    """An argument, a setting or a configuration value is wrong."""

    exit_code = ExitCode.USAGE


class PluginError(UsageError):
    """A plug-in cannot be loaded, or two packages offer one name."""


class InputError(DocforgeError):
    """The input cannot be read or is not text."""

    exit_code = ExitCode.INPUT


class EncodingError(InputError):
    """The encoding of the input is unknown or in doubt; the message names ``--encoding``."""


class LimitError(InputError):
    """The input is over a documented limit (see ``context.Limits``)."""


class MissingError(DocforgeError):
    """Something that is needed is not there; the message names it and the way out."""

    exit_code = ExitCode.MISSING


class FontError(MissingError):
    """No font covers the letters of a script."""


class ThemeError(MissingError):
    """A theme or a reference document is missing or invalid."""


class LocaleError(MissingError):
    """A well-formed locale that docforge has no data for and cannot honour."""


class OutputError(DocforgeError):
    """The output cannot be written: exists, no permission, no space."""

    exit_code = ExitCode.OUTPUT


class CheckError(DocforgeError):
    """An output failed the check that docforge makes of its own work."""

    exit_code = ExitCode.CHECK


class WriterError(DocforgeError):
    """The library behind a format failed in a way that the writer did not foresee."""

    exit_code = ExitCode.INTERNAL
