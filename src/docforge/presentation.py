# SPDX-License-Identifier: Apache-2.0
"""What ``present`` hands to the writers: localised, ordered items with roles, no format knowledge.

A writer maps each ``Role`` and ``InlineKind`` to its format's own structures and decides nothing
else: every label, date, quotation mark, order and language tag stands here already.
All text has passed ``text.safe_text``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from docforge.model import Article, Pack, Picture, Span
from docforge.records import dataclass

__all__ = [
    "KEY_QUOTE_ROLES",
    "LAST_ENTRIES",
    "OPENING_ROLES",
    "Direction",
    "Inline",
    "InlineKind",
    "Item",
    "PageText",
    "Presentation",
    "Remark",
    "Role",
    "Section",
    "SectionKind",
    "opening_length",
]


LAST_ENTRIES = 3
"""So many last entries of the contents stand on one page: none is left alone on a page of its own."""


class Direction(StrEnum):
    """Base direction of a text (HTML ``dir``)."""

    LTR = "ltr"
    RTL = "rtl"


class Role(StrEnum):
    """What an item is; themes map roles to styles, writers map them to structures."""

    COVER_TITLE = "cover_title"
    COVER_DETAIL = "cover_detail"
    CONTENTS_TITLE = "contents_title"
    GROUP_TITLE = "group_title"
    KICKER = "kicker"
    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    BYLINE = "byline"
    METADATA = "metadata"
    """A line of the frame: localised date, source, language. Not the article's own words."""
    PUBLICATION_LINE = "publication_line"
    BODY = "body"
    CROSSHEAD = "crosshead"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    KEY_QUOTES_TITLE = "key_quotes_title"
    """Opens the box of an article's key quotes; the next two stand in it and repeat words of the article."""
    KEY_QUOTE = "key_quote"
    KEY_QUOTE_SOURCE = "key_quote_source"
    """Who said it."""
    QUESTION = "question"
    ANSWER = "answer"
    PREFORMATTED = "preformatted"
    PICTURE = "picture"
    """Shows ``Item.picture``; it has no text of its own."""
    CAPTION = "caption"
    CREDIT_LINE = "credit_line"
    TAGLINE = "tagline"
    NOTE = "note"
    """A note of the article, or of the frame where it has no span; ``Item.note`` is what references lead to."""
    FURNITURE = "furniture"
    UNKNOWN = "unknown"


KEY_QUOTE_ROLES = frozenset({Role.KEY_QUOTES_TITLE, Role.KEY_QUOTE, Role.KEY_QUOTE_SOURCE})
"""The items of a key quotes box; neighbours of these roles are one box."""


OPENING_ROLES = frozenset(
    {
        Role.COVER_TITLE,
        Role.COVER_DETAIL,
        Role.CONTENTS_TITLE,
        Role.GROUP_TITLE,
        Role.KICKER,
        Role.HEADLINE,
        Role.SUBHEADLINE,
        Role.BYLINE,
        Role.METADATA,
        Role.PUBLICATION_LINE,
        Role.NOTE,
    }
)
"""Roles that run over all columns where they open a section."""


class InlineKind(StrEnum):
    """What a run of text inside an item is."""

    TEXT = "text"
    LABEL = "label"
    """Furniture from the catalogue or a label of the source ("Photo:")."""
    DATELINE = "dateline"
    TIME = "time"
    """A date; ``value`` holds its ISO form."""
    QUOTATION = "quotation"
    """Direct speech with its marks; ``value`` names the speaker where known."""
    SPEAKER = "speaker"
    LINK = "link"
    """``value`` holds an http, https or mailto URL."""
    TERM = "term"
    """Emphasised by the theme's term style."""
    NOTE_REFERENCE = "note_reference"
    """The mark of a note, as written ("[1]"); ``value`` is the ``Item.note`` of an item of the section."""
    NUMBER = "number"
    """The number of a paragraph, first in its item, with the space after it.  Numbers rise by one from the first
    paragraph of each section; formats that count themselves may count anew."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of text of one kind and one language.

    ``text`` may hold ``\\n`` only inside items with role PREFORMATTED, where it is a line break.
    """

    text: str
    kind: InlineKind = InlineKind.TEXT
    lang: str | None = None
    """BCP 47 tag where it differs from the item's."""
    value: str | None = None
    span: Span | None = None
    """Where the text stands in the source; None for text that docforge supplies."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What an editor should look at; not part of the document's text."""

    text: str
    """In the interface language."""
    span: Span | None = None
    """The words in the source that it is about; None for the whole item."""


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph-like piece of a document."""

    role: Role
    inlines: tuple[Inline, ...]
    lang: str
    """BCP 47 tag of the text; ``und`` when unknown."""
    direction: Direction = Direction.LTR
    level: int = 0
    """Heading level where the role is a heading (1 = the document's title), list depth for list items."""
    marker: str = ""
    """Visible marker of a list item as in the source; it is *not* repeated in ``inlines``."""
    span: Span | None = None
    keep_with_next: bool = False
    picture: Picture | None = None
    """What an item with role PICTURE shows; None for all others."""
    alternative: str = ""
    """Stands for the picture where it is not seen, in ``lang``; never empty with a picture."""
    figure: int = 0
    """The same number, from 1 within a section, for a picture and the caption and credit that follow it; 0 for none."""
    note: str = ""
    """Where the role is NOTE: its key, digits, unique in the section."""
    remarks: tuple[Remark, ...] = ()
    """Shown by formats that have review comments, where review was asked for."""
    cite: str = ""
    """For roles QUOTE and KEY_QUOTE: http or https URL of the document that is quoted; empty when unknown."""

    @property
    def text(self) -> str:
        """The item's text with its marker, as a reader sees it."""
        return self.marker + "".join(inline.text for inline in self.inlines)


def opening_length(items: Sequence[Item]) -> int:
    """Return how many of the first *items* run over all columns; 0 where all of them would."""
    return next((n for n, item in enumerate(items) if item.role not in OPENING_ROLES), 0)


class SectionKind(StrEnum):
    """What a section of a presentation is."""

    COVER = "cover"
    CONTENTS = "contents"
    GROUP = "group"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Section:
    """A part that starts on a new page: the cover, the contents, a group title, one article.

    The items of a CONTENTS section hold its heading only; writers add one linked entry for each
    later GROUP (level 1) and ARTICLE section, with page numbers where the format has pages.
    """

    kind: SectionKind
    anchor: str
    """Unique in the presentation, ``[a-z][a-z0-9-]*``, never made from the source's text."""
    title: str
    """For contents, outline and running head; never empty."""
    lang: str
    direction: Direction
    items: tuple[Item, ...]
    detail: str = ""
    """Localised second line for the contents entry (date, source), may be empty."""
    level: int = 1
    """Depth in outline and contents: 1, or 2 below a GROUP."""


@dataclass(frozen=True, slots=True)
class PageText:
    """Text that pages repeat, in the output locale."""

    running_head: str
    """Document title for the head of pages without a section title of their own."""
    page_of_pages: str
    """Message with ``{page}`` and ``{pages}``, e.g. ``Page {page} of {pages}``."""
    digits: str = "0123456789"
    """Ten digits for page numbers, zero first."""
    marking: str = ""
    """Handling mark repeated on each page; empty for none."""

    def number(self, value: int) -> str:
        """Return *value* in the locale's digits."""
        return str(value).translate({ord("0") + i: digit for i, digit in enumerate(self.digits)})

    def page(self, page: int, pages: int) -> str:
        """Return the footer line for *page* of *pages*."""
        return self.page_of_pages.format(page=self.number(page), pages=self.number(pages))


@dataclass(frozen=True, slots=True)
class Presentation:
    """A whole document, ready for any writer."""

    title: str
    """Never empty; at most ``Limits.title_characters``."""
    language: str
    """Main BCP 47 tag: the article's for one article, the output locale for a pack."""
    locale: str
    """BCP 47 tag of the frame: labels, dates, digits, paper."""
    direction: Direction
    sections: tuple[Section, ...]
    page_text: PageText
    paper_mm: tuple[float, float]
    """Width and height in mm."""
    identifier: str
    """``urn:uuid:…``, stable for the same source and settings."""
    origin: Article | Pack
    creators: tuple[str, ...] = ()
    publisher: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    description: str = ""
    issued: str = ""
    """ISO date of publication, with the precision that is known, or empty."""
    modified: datetime | None = None
    """UTC moment to record in the file, or None (see ``context.UNDATED``)."""
    labels: tuple[tuple[str, str], ...] = ()
    """Catalogue texts a writer needs for structure (``contents``, ``cover``, accessibility summary…)."""
    label_language: str = ""
    """BCP 47 tag of the texts in ``labels``; empty where it is ``locale``."""
    label_direction: Direction = Direction.LTR
    """Base direction of the texts in ``labels``."""

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages of the document, the main one first."""
        found = dict.fromkeys([self.language])
        for section in self.sections:
            found[section.lang] = None
            for item in section.items:
                found[item.lang] = None
                found.update((inline.lang, None) for inline in item.inlines if inline.lang)
        return tuple(tag for tag in found if tag != "und") or ("und",)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All pictures in order, those with the same bytes once."""
        shown = (item.picture for section in self.sections for item in section.items if item.picture is not None)
        return tuple({picture.data: picture for picture in shown}.values())

    def label(self, key: str) -> str:
        """Return the catalogue text for *key*.

        Raises:
            KeyError: ``present`` did not supply it.
        """
        return dict(self.labels)[key]
