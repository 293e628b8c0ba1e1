# SPDX-License-Identifier: Apache-2.0
"""What a user may choose for one conversion.

``Settings`` is the whole; it is a ``PresentSettings``, so that ``present`` takes either and no choice is told twice.
Names are checked where they are used: a locale in ``locale``, a theme in ``theme``, an option by its writer.
"""

from __future__ import annotations

from docforge.errors import UsageError
from docforge.model import PICTURE_FIELDS
from docforge.records import dataclass

__all__ = ["FIELDS", "PresentSettings", "Settings"]

FIELDS = (
    "headline",
    "kicker",
    "subheadline",
    "byline",
    "dateline",
    "date",
    "updated",
    "language",
    "source",
    "credit",
    "slugline",
    "keywords",
    "note",
    "embargo",
    *(name for names in PICTURE_FIELDS for name in names),
)
"""What ``--set`` and front matter may set."""


@dataclass(frozen=True, slots=True)
class PresentSettings:
    """How the frame of an article is chosen."""

    locale: str | None = None
    """Output locale (BCP 47); None takes the article's language, or English where that is unknown."""
    paper: str | None = None
    """Key of ``present.PAPERS``; None takes the locale's paper."""
    furniture: str = "inline"
    """Page furniture such as menus: ``inline`` (in place, small), ``end`` (collected) or ``omit``."""
    marking: str = ""
    """Handling mark repeated on each page ("For official use")."""
    calendar: str | None = None
    """CLDR calendar key for the frame's dates; None takes the locale's own."""
    second_calendar: str | None = None
    """Calendar in which the frame's dates are told once more, in brackets."""
    date_style: str = "long"
    """Style, skeleton or house style of the frame's dates, as ``locale.format_date`` takes them."""
    rewrite_dates: bool = False
    """Write the dates of the article's text as the frame's, where that is safe."""
    typography: bool = False
    """Set quotation marks, spaces, dashes and ellipses of the article's text as its language does."""
    key_quotes: int = 0
    """How many quotations to repeat in a box below the head of each article."""
    dateline: str = "original"
    """One of ``copyediting.DATELINE_MODES``: as written, or in the convention of the output locale."""
    number_paragraphs: bool = False
    """Number the paragraphs of each article from 1, so that all editions can be cited alike."""
    review: bool = False
    """Attach remarks to what detection is unsure of."""


@dataclass(frozen=True, slots=True)
class Settings(PresentSettings):
    """All settings of one conversion; command-line options and fields share their names."""

    encoding: str | None = None
    """Python codec name of the input; None detects it."""
    lang: str | None = None
    """BCP 47 tag of the article's language; None detects it."""
    overrides: tuple[tuple[str, str], ...] = ()
    """Pairs of a name in ``FIELDS`` and its value; they win over detection and front matter."""
    sidecars: bool = True
    """Take pictures that lie beside the text under its name (see ``picture_files``)."""
    theme: str = "default"
    """Name of a theme, or the path of a folder with ``theme.toml``."""
    font_folders: tuple[str, ...] = ()
    """Folders with fonts of the user's own, searched before the installed font packs."""
    options: tuple[tuple[str, str], ...] = ()
    """Settings of one format, e.g. ``("pdf.attach_source", "true")``."""
    reference: str | None = None
    """Path of an office's own DOCX or DOTX whose page set-up, letterhead and styles a DOCX takes."""
    from_format: str | None = None
    """Name of the reader (``--from``); None recognises the format."""
    split: bool | None = None
    """Whether a file may hold several stories; None: where their separators are beyond doubt."""

    def __post_init__(self) -> None:
        for name, _ in self.overrides:
            if name not in FIELDS:
                known = ", ".join(field for field in FIELDS if not field.startswith("picture_"))
                raise UsageError(f"no field {name[:40]!r} to set: choose from {known}, picture_alt, picture_2 …")
