# SPDX-License-Identifier: Apache-2.0
"""What the command line tells people: remarks, errors and progress, all on standard error."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from docforge.batch import Outcome
    from docforge.diagnostics import Diagnostic, Report

__all__ = [
    "Progress",
    "excerpt",
    "say",
    "tell_error",
    "tell_outcome",
    "tell_report",
    "to_plain",
    "write_json",
]

_PROGRESS_AFTER_S = 1.0
_PROGRESS_EVERY_S = 0.2
_PLAIN_PROGRESS_EVERY_S = 10.0


def say(text: str) -> None:
    """Write one line for people to standard error; a closed stream is no fault."""
    from docforge.text import display_name

    line = text if len(text) <= 600 else text[:599] + "…"
    shown = "\n".join(display_name(part) if len(part) <= 200 else _printable(part) for part in line.split("\n")[:3])
    try:
        sys.stderr.write(shown + "\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        pass


def _printable(text: str) -> str:
    from docforge.text import display_name

    return "".join(display_name(text[i : i + 200]) for i in range(0, len(text), 200))


class Progress:
    """How far a run over several inputs is, on standard error, once it takes more than a second."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self.total, self.done = total, 0
        self.off = quiet or total < 2
        self.terminal = bool(sys.stderr and sys.stderr.isatty())
        self.next = time.monotonic() + _PROGRESS_AFTER_S
        self.width = 0

    def step(self, name: str) -> None:
        """Count one input as done; *name* is shown with the count."""
        self.done += 1
        now = time.monotonic()
        if self.off or now < self.next or self.done >= self.total:
            return
        self.next = now + (_PROGRESS_EVERY_S if self.terminal else _PLAIN_PROGRESS_EVERY_S)
        line = f"{self.done} of {self.total}  {name}"
        if self.terminal:
            self.clear()
            self.width = len(line[:78])
            sys.stderr.write(line[:78])
            sys.stderr.flush()
        else:
            say(line)

    def clear(self) -> None:
        """Take the progress line off the terminal."""
        if self.width:
            sys.stderr.write("\r" + " " * (self.width * 2) + "\r")
            sys.stderr.flush()
            self.width = 0


def tell_error(error: Exception, shown: str = "") -> None:
    """Tell *error*, with the name *shown* of its input where the message does not say it."""
    text = str(error)
    say(f"error: {text}" if shown in text else f"error: {shown}: {text}")


def tell_outcome(outcome: Outcome, *, several: bool, quiet: bool, verbose: bool) -> None:
    """Tell what became of one input; *several* says that its name must be told too."""
    shown = outcome.job.input.shown
    tell_report(outcome.report, f"{shown}: " if several else "", quiet=quiet, verbose=verbose)
    if outcome.error is not None:
        tell_error(outcome.error, shown if several else "")
    elif outcome.strict_failure:
        say(f"error: {shown}: warnings under --strict: nothing was written")
    for path in () if quiet else outcome.outputs:
        say(f"wrote {path}")


def tell_report(report: Report, prefix: str, *, quiet: bool, verbose: bool) -> None:
    """Tell the remarks of *report*: warnings unless *quiet*, notes where *verbose*."""
    from docforge.diagnostics import Severity

    for remark in report:
        warns = remark.severity >= Severity.WARNING
        if quiet or not (warns or verbose):
            continue
        action = f" {remark.action}" if remark.action else ""
        say(f"{'warning' if warns else 'note'}: {prefix}{remark.message} [{remark.code}].{action}")


def write_json(document: Any, stream: TextIO | None = None) -> None:
    """Write a machine-readable result to *stream*, standard output by default."""
    (stream or sys.stdout).write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def to_plain(remark: Diagnostic) -> dict[str, Any]:
    """Return a remark as JSON values; ``span`` is a pair of code points, the end exclusive."""
    place = None if remark.span is None else [remark.span.start, remark.span.end]
    return {"code": remark.code, "severity": remark.severity.name.lower(), "message": remark.message, "span": place}


def excerpt(text: str) -> str:
    """Return *text* on one line of at most 70 characters, its middle left out."""
    from docforge.text import display_name

    flat = " ".join(text.split())
    return display_name(flat if len(flat) <= 70 else flat[:50] + " … " + flat[-17:])
