# SPDX-License-Identifier: Apache-2.0
"""The values that pass between the stages: ``Source``, ``Article`` and ``Pack``, and their parts.

Everything here is frozen, hashable and built from the standard library.  Offsets are code
points into the *original decoded text* (``Source.text``), half-open.  An article keeps
every piece of its source: what no detector claims is a ``Paragraph`` or an ``Unknown``
block, never dropped.  Blocks stand in the order of the source and do not overlap.

A ``score`` ranks readings of the same text against each other, 0 to 1; it is no probability.
Page, font and colour are not known here; they enter at ``present``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import field
from enum import StrEnum
from operator import itemgetter
from typing import ClassVar

from docforge.records import dataclass

__all__ = [
    "BLOCK_KINDS",
    "PICTURE_FIELDS",
    "Article",
    "Author",
    "Block",
    "Byline",
    "Caption",
    "CreditLine",
    "Crosshead",
    "DateRole",
    "Dateline",
    "Entity",
    "EntityKind",
    "Evidence",
    "FoundDate",
    "FrontMatter",
    "Furniture",
    "Headline",
    "Kicker",
    "ListItem",
    "Mark",
    "OffsetMap",
    "Pack",
    "PackSection",
    "Paragraph",
    "PartialDate",
    "Passage",
    "Picture",
    "Preformatted",
    "PublicationLine",
    "Quote",
    "QuoteKind",
    "Source",
    "SourceInfo",
    "Span",
    "Subheadline",
    "Tagline",
    "Turn",
    "TurnRole",
    "Unknown",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: object) -> bool:
        """Say whether an offset or a whole span lies inside."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the part of *text* that this span names."""
        return text[self.start : self.end]


_TEXT, _SOURCE = itemgetter(0), itemgetter(1)
"""The two sides of an anchor."""


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """A piecewise map between offsets in a cleaned text and offsets in the original.

    ``anchors`` are (text offset, source offset) pairs, both strictly rising, the first at
    text offset 0.  Between anchors both run in step.  Joining lines leaves a gap in the
    source between two anchors; no text offset ever maps outside the block's span.  A single
    character between two anchors stands for all of the source between them: a letter that
    the source writes as a base and its marks.
    """

    anchors: tuple[tuple[int, int], ...]

    def to_source(self, offset: int) -> int:
        """Return where the character at text *offset* stands in the original."""
        if len(self.anchors) == 1:
            base_text, base_source = self.anchors[0]
            return base_source + (offset - base_text)
        base_text, base_source = self.anchors[max(0, bisect_right(self.anchors, offset, key=_TEXT) - 1)]
        return base_source + (offset - base_text)

    def end_to_source(self, offset: int) -> int:
        """Return the exclusive end in the original for the exclusive text end *offset*."""
        if offset <= 0:
            return self.to_source(0)
        at = bisect_left(self.anchors, offset, key=_TEXT)
        text, source = self.anchors[at - 1]
        if text == offset - 1 and at < len(self.anchors) and self.anchors[at][0] == offset:
            return self.anchors[at][1]
        return source + (offset - text)

    def to_text(self, source_offset: int) -> int:
        """Return the text offset for *source_offset*; inside a gap, that of the gap's end.

        Offsets before the first anchor give 0; the result may exceed the text's length.
        """
        at = bisect_right(self.anchors, source_offset, key=_SOURCE)
        if at == 0:
            return 0
        base_text, base_source = self.anchors[at - 1]
        offset = base_text + (source_offset - base_source)
        return min(offset, self.anchors[at][0]) if at < len(self.anchors) else offset

    def span_to_source(self, start: int, end: int) -> Span:
        """Return the original span of the text range ``[start, end)``."""
        anchors = self.anchors
        if len(anchors) == 1:
            base_text, base_source = anchors[0]
            shift = base_source - base_text
            return Span(start + shift, (end if end > start else start) + shift)
        first = self.to_source(start)
        return Span(first, max(first, self.end_to_source(end)))


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a decision: the rule's name and what it saw."""

    rule: str
    note: str = ""


# -- dates ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with the precision that its source gave; a missing part is never guessed.

    The parts are proleptic Gregorian; ``calendar`` names the calendar that the source used
    (CLDR calendar key, e.g. ``gregorian``, ``persian``, ``islamic-umalqura``, ``buddhist``).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: str = "gregorian"

    @property
    def iso(self) -> str:
        """ISO 8601 form: ``2022-09-14``, ``2022-09``, ``2022``; ``--09-14``, ``---14`` without a year."""
        year = "-" if self.year is None else f"{self.year:04d}"
        if self.month is None:
            return year if self.day is None else f"---{self.day:02d}"
        if self.day is None:
            return f"{year}-{self.month:02d}"
        return f"{year}-{self.month:02d}-{self.day:02d}"

    @property
    def is_full(self) -> bool:
        """Say whether year, month and day are all known."""
        return None not in (self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date found in text: where, what it means, and how sure that is.

    Offsets are into the text that was searched.
    """

    start: int
    end: int
    date: PartialDate
    precision: str
    """``day``, ``month``, ``year``, ``month-day`` or ``day-of-month``."""
    confidence: float
    alternative: PartialDate | None = None
    """The other reading of an ambiguous numeric date such as 03/04/2022."""

    @property
    def iso(self) -> str:
        """The value in the form of ``PartialDate.iso``."""
        return self.date.iso

    @property
    def calendar(self) -> str:
        """The calendar that the text used (CLDR key)."""
        return self.date.calendar


class DateRole(StrEnum):
    """Which moment a publication line states."""

    PUBLISHED = "published"
    UPDATED = "updated"


# -- source --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """Where a text came from and how its bytes were read."""

    name: str = ""
    """File name without its folder, or ``-`` for standard input, or empty."""
    encoding: str = "utf-8"
    """Python codec name."""
    encoding_rule: str = "text"
    """What chose it: ``bom``, ``option``, ``declared``, ``utf-8``, ``escape``, ``detected``, ``text``."""
    media_type: str = "text/plain"
    sha256: str = ""
    """Of the bytes as read, lower-case hexadecimal; of the UTF-8 form for text given as str."""
    size_bytes: int = 0
    offset: int = 0
    """Code points before this story in a decoded file with several; a span plus this is the place in that file."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph-like unit of the source: one or more lines that belong together.

    ``text`` is what a reader sees: safe characters only, hard wraps joined (with a space,
    or without one between Han and kana), soft hyphens at joints resolved, indents and trailing blanks gone.
    """

    text: str
    span: Span
    offsets: OffsetMap
    first_line: int
    """Index into ``Source.line_starts``."""
    last_line: int
    """Inclusive."""
    blank_before: int
    """Empty lines between this passage and the one before."""
    preformatted: bool = False
    """Line breaks inside ``text`` are kept (verse, tables, addresses)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a format that names its parts says of a stretch of text."""

    span: Span
    kind: str
    """A key of ``BLOCK_KINDS``, ``dateline``, or ``body``: neither headline nor deck, the detectors decide the rest."""
    rule: str
    """Format and element, e.g. ``nitf.hl1``."""
    place: str | None = None
    """Of a dateline."""
    region: str | None = None
    date: PartialDate | None = None
    role: str = ""
    """Of a tagline: see ``Tagline.role``."""
    names: tuple[str, ...] = ()
    """Of a byline: the names in it, where the format tells them apart."""


@dataclass(frozen=True, slots=True)
class Source:
    """What ``read`` hands to ``detect``.

    Every character of ``text`` that is not white space, a line end or front matter lies in
    exactly one passage; passages are in order and do not overlap.
    """

    text: str
    line_starts: tuple[int, ...]
    """Where each physical line of the text after the front matter begins, line ends left out."""
    passages: tuple[Passage, ...]
    info: SourceInfo
    front_matter: tuple[tuple[str, str], ...] = ()
    """Key and value pairs of a leading ``---`` block; they override detection."""
    front_matter_span: Span | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    """What the format itself says of the article, as names and values of overrides; front matter and the user win."""
    marks: tuple[Mark, ...] = ()
    """Parts that the format names, in the order of the text."""


# -- article -------------------------------------------------------------------------------


class EntityKind(StrEnum):
    """What a named entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place named in the article, at its first full mention."""

    kind: EntityKind
    name: str
    span: Span
    title: str | None = None
    """Role or form of address written with the name, as written."""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Author:
    """One author named in a byline."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, date and agency at the head of the first body paragraph, as in wire copy.

    ``span`` covers place, date and agency with their brackets; the separator stays outside.
    """

    span: Span
    raw: str
    place: str | None = None
    region: str | None = None
    date: PartialDate | None = None
    agency: str | None = None
    correspondents: tuple[str, ...] = ()
    rule: str = ""
    score: float = 0.0
    evidence: tuple[Evidence, ...] = ()


class QuoteKind(StrEnum):
    """How words are attributed."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    MENTION = "mention"
    """Quotation marks around a title, a name, a term or a scare quote: not speech."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words attributed to somebody, or marked words that are not speech."""

    kind: QuoteKind
    span: Span
    """With the quotation marks."""
    text_span: Span
    """Without the outermost marks."""
    speaker: str | None = None
    """As written nearest to the quotation ("the Kazakh president", "he")."""
    speaker_span: Span | None = None
    person: str | None = None
    """Full name behind the speaker, when the article tells it."""
    cue: Span | None = None
    """The verb or phrase that attributes ("said", "according to")."""
    inner: tuple[Span, ...] = ()
    """Quotations inside this one, and the quoted fragments of a mixed quotation; with marks."""
    group: int | None = None
    """Same number for the parts of a quotation that its cue splits."""
    closed: bool = True
    """False when the closing mark is missing or the next paragraph re-opens."""
    rule: str = ""
    score: float = 0.0
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class _Block:
    """Fields that all kinds of block share.

    A kind without fields of its own inherits the dataclass methods as they are: they compare and show the
    actual class, and making them anew for each kind would cost every start of the program.
    """

    KIND: ClassVar[str] = ""

    text: str
    """What a reader sees (see ``Passage.text``)."""
    span: Span
    offsets: OffsetMap
    rule: str = ""
    """Name of the rule that decided the kind."""
    score: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    lang: str | None = None
    """BCP 47 tag where the block's language differs from the article's."""


class Headline(_Block):
    """The title of the article."""

    __slots__ = ()
    KIND: ClassVar[str] = "headline"


class Kicker(_Block):
    """A short line above the headline (overline, rubric, section)."""

    __slots__ = ()
    KIND: ClassVar[str] = "kicker"


class Subheadline(_Block):
    """The deck: one or two sentences between headline and body."""

    __slots__ = ()
    KIND: ClassVar[str] = "subheadline"


@dataclass(frozen=True, slots=True)
class Byline(_Block):
    """Who wrote it."""

    KIND: ClassVar[str] = "byline"

    authors: tuple[Author, ...] = ()
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class PublicationLine(_Block):
    """A line that states when the article was published or updated."""

    KIND: ClassVar[str] = "publication_line"

    date: PartialDate | None = None
    date_span: Span | None = None
    role: DateRole = DateRole.PUBLISHED
    alternative: PartialDate | None = None
    """The other reading of a date in figures, where nothing on the page decides between them."""


class Paragraph(_Block):
    """Body text; the first one may open with the article's dateline."""

    __slots__ = ()
    KIND: ClassVar[str] = "paragraph"


class Crosshead(_Block):
    """A heading inside the body."""

    __slots__ = ()
    KIND: ClassVar[str] = "crosshead"


@dataclass(frozen=True, slots=True)
class ListItem(_Block):
    """One item of a list; ``text`` includes the marker as written."""

    KIND: ClassVar[str] = "list_item"

    marker: str = ""
    """The marker at the start of ``text`` with the blanks after it, e.g. ``- `` or ``1. ``."""
    ordered: bool = False


class TurnRole(StrEnum):
    """The side of an interview a turn belongs to."""

    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Turn(_Block):
    """A question or an answer in an interview."""

    KIND: ClassVar[str] = "turn"

    role: TurnRole = TurnRole.QUESTION
    label_end: int = 0
    """Length of the leading label in ``text`` ("Q: ", "Reporter: "), 0 without one."""


class Preformatted(_Block):
    """Text whose line breaks matter: verse, a simple table, an address."""

    __slots__ = ()
    KIND: ClassVar[str] = "preformatted"


class Caption(_Block):
    """Describes a picture."""

    __slots__ = ()
    KIND: ClassVar[str] = "caption"


@dataclass(frozen=True, slots=True)
class CreditLine(_Block):
    """Names the maker or provider of a picture (IPTC Photo Metadata: Creator, Credit Line)."""

    KIND: ClassVar[str] = "credit_line"

    creator: str | None = None
    provider: str | None = None
    label_end: int = 0
    """Length of the leading label in ``text`` ("Photo: "), 0 without one."""


@dataclass(frozen=True, slots=True)
class Tagline(_Block):
    """Sign-off, end mark, source, contact or copyright that belongs to the article, not to its body."""

    KIND: ClassVar[str] = "tagline"

    role: str = "sign_off"
    """``sign_off``, ``end_mark``, ``source``, ``copyright``, ``contact``, ``editors_note``, ``reporting`` or,
    of what tells who an author is, ``author``."""


class Furniture(_Block):
    """What belongs to the page, not to the article: menus, share bars, related links."""

    __slots__ = ()
    KIND: ClassVar[str] = "furniture"


class FrontMatter(_Block):
    """Settings that the user wrote at the top of the file; applied, not printed."""

    __slots__ = ()
    KIND: ClassVar[str] = "front_matter"


class Unknown(_Block):
    """Text that no rule could place; kept and shown."""

    __slots__ = ()
    KIND: ClassVar[str] = "unknown"


Block = (
    Headline
    | Kicker
    | Subheadline
    | Byline
    | PublicationLine
    | Paragraph
    | Crosshead
    | ListItem
    | Turn
    | Preformatted
    | Caption
    | CreditLine
    | Tagline
    | Furniture
    | FrontMatter
    | Unknown
)

BLOCK_KINDS: dict[str, type[Block]] = {
    kind.KIND: kind
    for kind in (
        Headline,
        Kicker,
        Subheadline,
        Byline,
        PublicationLine,
        Paragraph,
        Crosshead,
        ListItem,
        Turn,
        Preformatted,
        Caption,
        CreditLine,
        Tagline,
        Furniture,
        FrontMatter,
        Unknown,
    )
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that goes with an article, in a form that every output can hold.

    ``reading.pictures`` makes it: upright, opaque, 8 bits a channel, grey or sRGB, without metadata.
    """

    name: str
    """File name without its folder."""
    media_type: str
    """``image/jpeg`` or ``image/png``."""
    width_px: int
    height_px: int
    data: bytes = field(repr=False)
    """The finished file; not always the bytes that were read."""
    sha256: str = ""
    """Of the file as it was given, lower-case hexadecimal."""
    alternative: str = ""
    """What somebody who does not see the picture is told (HTML ``alt``); empty when the user gave none."""
    caption: str = ""
    """The user's caption; one that stands in the article is a ``Caption`` block."""
    credit: str = ""
    """The user's credit (IPTC Photo Metadata: Credit Line); one in the article is a ``CreditLine`` block."""


PICTURE_FIELDS: tuple[tuple[str, str, str, str], ...] = tuple(
    (f"picture{n}", f"picture{n}_alt", f"picture{n}_caption", f"picture{n}_credit")
    for n in ("", *(f"_{number}" for number in range(2, 10)))
)
"""Names under which a user sets the file, the alternative text, the caption and the credit of each of nine pictures."""


@dataclass(frozen=True, slots=True)
class Article:
    """One news article with its structure; the product of ``detect``."""

    text: str
    """The original decoded text that all spans index."""
    language: str
    """BCP 47 tag of the article; ``und`` when it could not be told."""
    blocks: tuple[Block, ...]
    info: SourceInfo = SourceInfo()
    dateline: Dateline | None = None
    published: PartialDate | None = None
    """When it was published, from a publication line, a dateline or an override."""
    updated: PartialDate | None = None
    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()
    language_rule: str = ""
    """What chose the language: ``option``, ``front-matter``, ``metadata``, ``detected``, ``script``, ``unsure``."""
    overrides: tuple[tuple[str, str], ...] = ()
    """Fields the user set (front matter, ``--set``), as applied; they win over detection."""
    pictures: tuple[Picture, ...] = ()
    """In the order in which they are shown."""

    def first(self, kind: type[Block]) -> Block | None:
        """Return the first block of *kind*, or None."""
        return next((block for block in self.blocks if isinstance(block, kind)), None)

    def override(self, field: str) -> str | None:
        """Return the user's value for *field*, or None."""
        return next((value for name, value in self.overrides if name == field), None)

    @property
    def headline(self) -> str:
        """The headline's text (the user's override first), or the empty string."""
        own = self.override("headline")
        if own is not None:
            return own
        block = self.first(Headline)
        return block.text if block is not None else ""

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors' names in order (the user's override first, separated by ``;``).

        Where no byline names anybody, they are the correspondents whom the dateline names.
        """
        own = self.override("byline")
        if own is not None:
            return tuple(name.strip() for name in own.split(";") if name.strip())
        names = (a.name for b in self.blocks if isinstance(b, Byline) for a in b.authors)
        signed = tuple(dict.fromkeys(names))
        return signed if signed or self.dateline is None else self.dateline.correspondents

    @property
    def guid(self) -> str:
        """A stable identifier made from the source bytes: ``urn:uuid:…``.

        Rule: RFC 9562 section 5.8 (UUIDv8, custom content).
        """
        import hashlib

        seed = self.info.sha256 or hashlib.sha256(self.text.encode("utf-8", "replace")).hexdigest()
        place = f"@{self.info.offset}" if self.info.offset else ""
        shown = "".join(f":{hashlib.sha256(picture.data).hexdigest()}" for picture in self.pictures)
        own = f"docforge:{seed}{place}:{self.overrides!r}{shown}"
        digest = hashlib.sha256(own.encode("utf-8", "replace")).hexdigest()
        return f"urn:uuid:{digest[:8]}-{digest[8:12]}-8{digest[12:15]}-a{digest[15:18]}-{digest[18:30]}"

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the whole article as JSON (schema ``docforge/schema/article-1.json``)."""
        from docforge.interchange import article_to_json

        return article_to_json(self, indent=indent)

    @staticmethod
    def from_json(document: str | bytes) -> Article:
        """Read back what ``to_json`` wrote: ``Article.from_json(a.to_json()) == a``.

        Raises:
            InputError: *document* is not such JSON, or of a newer major version.
        """
        from docforge.interchange import article_from_json

        return article_from_json(document)


@dataclass(frozen=True, slots=True)
class PackSection:
    """A titled group of articles in a pack; an untitled pack has one with an empty title."""

    title: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """Many articles that become one book."""

    title: str
    language: str
    sections: tuple[PackSection, ...]
    issued: PartialDate | None = None

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles in reading order."""
        return tuple(article for section in self.sections for article in section.articles)
