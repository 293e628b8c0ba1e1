# SPDX-License-Identifier: Apache-2.0
"""The ``docforge`` command: the only part that prints, reads standard input or exits.

Documents and machine-readable results go to standard output, everything meant for people to standard
error.  Exit codes are those of ``errors.ExitCode``.  A command's module is imported when the command is asked for,
and nothing heavy before it needs it.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import signal
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

import click

from docforge._version import __version__
from docforge.cli.telling import say, tell_error
from docforge.errors import DocforgeError, ExitCode

if TYPE_CHECKING:
    from types import FrameType

__all__ = ["command", "main", "run"]

_STREAM_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)


class _ClosedStream(io.TextIOBase):
    """Stands for a standard output that the caller closed: what is written to it is not lost without a word."""

    @property
    def buffer(self) -> _ClosedStream:
        return self

    def write(self, _data: object, /) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


class _Terminated(BaseException):
    """SIGTERM arrived; unwinds like Ctrl-C so that temporary files go."""


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the command line *argv* (``sys.argv[1:]`` by default) and exit the process."""
    sys.exit(run(argv))


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command line *argv* and return its exit code."""
    _prepare_process()
    try:
        result = command.main(args=None if argv is None else list(argv), prog_name="docforge", standalone_mode=False)
        _flush()
        return int(result) if isinstance(result, int) else int(ExitCode.DONE)
    except click.exceptions.Exit as stop:
        return int(stop.exit_code)
    except click.ClickException as error:
        hint = "docforge --help" if error.__class__ is click.NoSuchOption else "docforge COMMAND --help"
        say(f"error: {error.format_message()} (see {hint})")
        return int(ExitCode.USAGE)
    except (KeyboardInterrupt, click.Abort):
        say("interrupted: unfinished files were removed")
        return int(ExitCode.INTERRUPTED)
    except _Terminated:
        return 128 + int(signal.SIGTERM)
    except (BrokenPipeError, SystemExit):
        # click answers a closed pipe with SystemExit; nothing else here raises it.
        _silence_stdout()
        return int(ExitCode.DONE)
    except DocforgeError as error:
        tell_error(error)
        return int(error.exit_code)
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _STREAM_ERRORS and error.filename is None:
            # Files are written by ``write_atomic``, which says which; what is left is standard output.
            _silence_stdout()
            say(f"error: cannot write to standard output ({error.strerror}): check where it leads and its free space")
            return int(ExitCode.OUTPUT)
        if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
            say("error: a file or folder name is longer than the file system takes: shorten it")
            return int(ExitCode.USAGE)
        if os.environ.get("DOCFORGE_DEBUG"):
            raise
        say(
            f"error: internal fault ({type(error).__name__}: {error}): "
            "please report it with the input; DOCFORGE_DEBUG=1 shows where"
        )
        return int(ExitCode.INTERNAL)


def _prepare_process() -> None:
    # Loading code makes thousands of lasting objects; looking for garbage among them each 700 is a tenth of a start.
    gc.set_threshold(50_000, 20, 20)

    def terminate(_number: int, _frame: FrameType | None) -> None:
        raise _Terminated

    if sys.stdout is None:
        sys.stdout = _ClosedStream()
    try:
        signal.signal(signal.SIGTERM, terminate)
    except ValueError:  # not the main thread
        pass
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # Names and headlines are in any script; a terminal in another encoding gets escapes, not a crash.
            reconfigure(errors="backslashreplace")


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _silence_stdout() -> None:
    """Keep the interpreter from complaining about a closed pipe at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        pass


# -- commands ----------------------------------------------------------------------------------

_HOME = {
    "check": "proving",
    "convert": "converting",
    "extract": "proving",
    "fonts": "listing",
    "formats": "listing",
    "inspect": "inspecting",
    "locales": "listing",
    "pack": "converting",
    "quotes": "inspecting",
    "theme": "theming",
    "themes": "listing",
    "verify": "proving",
}
"""The module of each command."""


class _Commands(click.Group):
    """The commands of the table, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *_HOME})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        home = _HOME.get(cmd_name)
        if home is None:
            return super().get_command(ctx, cmd_name)
        from importlib import import_module

        own: click.Command = getattr(import_module(f"docforge.cli.{home}"), cmd_name)
        return own


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", message="docforge %(version)s")
def command() -> None:
    """Turn plain-text news articles into print-ready DOCX, PDF and EPUB.

    \b
    docforge convert article.txt              docx, pdf and epub beside you
    docforge convert *.txt -o out -l fr       French dates and labels
    docforge inspect article.txt              what was found, and why
    docforge pack *.txt -o briefing.pdf       one book with contents
    """


@command.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script of a shell: eval "$(docforge completion bash)"."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 - the three choices above are click's own
    click.echo(kind(command, {}, "docforge", "_DOCFORGE_COMPLETE").source())
