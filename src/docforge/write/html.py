# SPDX-License-Identifier: Apache-2.0
"""Presentation items -> HTML and XHTML: our own serialiser, and the writer of the standalone HTML file.

Goes in: sections of a presentation, whose text is taken as it is and escaped here, in one place.  Comes
out: markup as text, with nothing active in it: no scripts, no styles in attributes, no references but
http, https and mailto links and anchors of our own making.  The EPUB writer uses the same serialiser
with the XHTML dialect.  Knows no locale, no zip and no file.

The article's own quotation marks are text, so direct speech is a ``span`` and never a ``q``, which would
add marks of its own wherever no style sheet is applied.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, repeat
from typing import NamedTuple, TypeAlias

from docforge.columns import character_stops
from docforge.context import Context
from docforge.diagnostics import Report
from docforge.model import Picture
from docforge.patterns import lazily
from docforge.presentation import KEY_QUOTE_ROLES, Inline, InlineKind, Item, Presentation, Role, Section, SectionKind
from docforge.records import dataclass
from docforge.text import safe_text
from docforge.write import WriteSettings
from docforge.write.stylesheet import class_of, html_stylesheet, tab_rules

__all__ = [
    "EPUB_DIALECT",
    "HTML_DIALECT",
    "Dialect",
    "HtmlWriter",
    "Piece",
    "attribute",
    "contents_list",
    "escape",
    "first_heading",
    "heading_anchor",
    "inline_text",
    "is_blank",
    "label",
    "label_language",
    "language",
    "section_pieces",
    "subheadings",
    "tab_sizes",
    "title_anchor",
    "wrapped",
]


@dataclass(frozen=True, slots=True)
class Dialect:
    """What differs between HTML and the XHTML of EPUB content documents."""

    xml: bool
    """Language as ``xml:lang`` too, and ``epub:type`` beside ARIA roles."""


HTML_DIALECT = Dialect(xml=False)
EPUB_DIALECT = Dialect(xml=True)

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# Line breaks and tabs would become spaces in attributes (XML 1.0, 3.3.3), so they are written as references.
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)
_RUN_LIMIT = 1_000_000  # XML readers on libxml2 refuse text nodes of more than 10,000,000 characters.

# RFC 3986 characters behind the three schemes that may become active.
_LINK = lazily(r"(?:https?://|mailto:)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]{1,2048}", re.IGNORECASE)
# HTML, 2.3.5: the forms of ISO 8601 that ``datetime`` takes.
_DATETIME = re.compile(r"(?!0000)\d{4,6}(?:-\d\d(?:-\d\d)?)?|--\d\d-\d\d")
_COLUMNS = lazily(r"\S(?:\t+| {2,})\S")

_HEADINGS = frozenset({Role.COVER_TITLE, Role.CONTENTS_TITLE, Role.GROUP_TITLE, Role.HEADLINE, Role.CROSSHEAD})
_HEADER = frozenset(
    {Role.KICKER, Role.HEADLINE, Role.SUBHEADLINE, Role.BYLINE, Role.METADATA, Role.PUBLICATION_LINE, Role.NOTE}
)
_FOOTER = frozenset({Role.CREDIT_LINE, Role.TAGLINE, Role.FURNITURE, Role.METADATA, Role.NOTE})

# DPUB-ARIA 1.1 roles; the EPUB vocabulary has a term for the first alone (EPUB SSV 1.1).
_SEMANTICS = {
    Role.SUBHEADLINE: (' role="doc-subtitle"', ' epub:type="subtitle"'),
    Role.CREDIT_LINE: (' role="doc-credit"', ""),
}
_SPECIAL = _HEADINGS | {Role.LIST_ITEM, Role.PREFORMATTED, Role.NOTE}


def _paragraph_tags(xml: bool) -> dict[Role, tuple[str, str, str]]:
    """What stands before the other attributes and after the text, for roles that are paragraphs."""
    tags = {
        role: (f'<blockquote class="{class_of(role)}"', "<p>", "</p></blockquote>\n")
        for role in (Role.QUOTE, Role.KEY_QUOTE)
    }
    for role in Role:
        if role not in _SPECIAL and role not in tags:
            aria, kind = _SEMANTICS.get(role, ("", ""))
            tags[role] = (f'<p class="{class_of(role)}"{aria}{kind if xml else ""}', "", "</p>\n")
    return {role: (start, f">{inner}", end) for role, (start, inner, end) in tags.items()}


# -- text ------------------------------------------------------------------------------------


def escape(text: str) -> str:
    """Return *text* as character data."""
    return text.translate(_TEXT) if "&" in text or "<" in text or ">" in text else text


def attribute(text: str) -> str:
    """Return *text* fit to stand between double quotes in a tag."""
    return text.translate(_ATTRIBUTE)


def inline_text(text: str) -> str:
    """Return *text* as character data, in ``span`` pieces where one run would be too long for XML readers."""
    if len(text) <= _RUN_LIMIT:
        return escape(text)
    return "".join(f"<span>{escape(part)}</span>" for part in _parts(text))


def _parts(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = min(start + _RUN_LIMIT, len(text))
        if end < len(text):
            space = text.rfind(" ", end - 1000, end)
            end = space + 1 if space > start else end
        yield text[start:end]
        start = end


def label(presentation: Presentation, key: str, otherwise: str = "") -> str:
    """Return the catalogue text for *key*, or *otherwise* when ``present`` supplied none."""
    return dict(presentation.labels).get(key) or otherwise


def label_language(presentation: Presentation, dialect: Dialect) -> str:
    """Return language and direction for catalogue texts, where they are not in the document's main language."""
    lang = presentation.label_language or presentation.locale
    if lang == presentation.language:
        return ""
    turned = presentation.label_direction != presentation.direction
    return language(dialect, lang) + (f' dir="{presentation.label_direction.value}"' if turned else "")


@lru_cache(maxsize=512)
def language(dialect: Dialect, lang: str) -> str:
    """Return the language attributes for *lang*, with a leading space."""
    own = attribute(lang)
    return f' lang="{own}" xml:lang="{own}"' if dialect.xml else f' lang="{own}"'


# -- one section -----------------------------------------------------------------------------


class Piece(NamedTuple):
    """The markup of an item (a figure: of several), and what stands around it and neighbours of the same kind."""

    position: int
    """Index of the (first) item in its section."""
    wrap: str
    """Key of ``_WRAPS``; empty for none."""
    markup: str


_WRAPS = {
    "": ("", ""),
    "header": ("<header>\n", "</header>\n"),
    "footer": ("<footer>\n", "</footer>\n"),
    "key-quotes": ('<aside class="key-quotes" role="doc-pullquote">\n', "</aside>\n"),
    # The role keeps the list a list for readers that drop list semantics with the bullets.
    "list": ('<ul class="list" role="list">\n', "</ul>\n"),
}


Step: TypeAlias = Callable[[int, int], str]
"""(item that links, item that is meant) -> what stands before ``#``: empty within one document."""


def _one_document(source: int, target: int) -> str:
    return ""


def section_pieces(
    section: Section,
    dialect: Dialect,
    *,
    top: int = 1,
    address: Callable[[Picture], str] | None = None,
    step: Step = _one_document,
) -> Iterator[Piece]:
    """Yield the items of *section* in order, one piece each; items without visible text yield nothing.

    Args:
        top: heading level (1 to 6) of the section's own first heading.  Later headings never skip a level.
        address: tells where a picture is; None leaves pictures out and keeps their captions.
        step: where items stand, for the links between notes and their marks.
    """
    render = _SectionRenderer(section, dialect, top, step)
    items = section.items
    head, tail = _head_and_tail(items)
    for index, item in enumerate(items):
        if address is not None and item.figure:
            if item.picture is None:
                continue  # stands in the figure already
            markup = render.figure(item, index, address(item.picture))
        else:
            markup = render.item(item, index)
        if markup:
            if index < head:
                wrap = "header"
            elif index >= tail:
                wrap = "footer"
            elif item.role in KEY_QUOTE_ROLES:
                wrap = "key-quotes"
            else:
                wrap = "list" if item.role is Role.LIST_ITEM else ""
            yield Piece(index, wrap, markup)


def _head_and_tail(items: tuple[Item, ...]) -> tuple[int, int]:
    """Where the header of an article ends and its footer begins."""
    head = 0
    while head < len(items) and items[head].role in _HEADER:
        head += 1
    if not any(item.role is Role.HEADLINE for item in items[:head]):
        head = 0
    tail = len(items)
    while tail > head and items[tail - 1].role in _FOOTER:
        tail -= 1
    return head, tail


def title_anchor(section: Section) -> str:
    """Return the id of the section's first heading."""
    return f"{section.anchor}-title"


def heading_anchor(section: Section, index: int) -> str:
    """Return the id of the later heading that is item *index* of *section*."""
    return f"{section.anchor}-h{index}"


def first_heading(section: Section) -> int | None:
    """Return the index of the item that carries ``title_anchor``, or None."""
    return next((i for i, item in enumerate(section.items) if item.role in _HEADINGS and not is_blank(item)), None)


def subheadings(section: Section) -> list[tuple[int, str]]:
    """Return index and text of the headings of *section* after the first."""
    found = [(i, item.text) for i, item in enumerate(section.items) if item.role in _HEADINGS and not is_blank(item)]
    return found[1:]


def wrapped(pieces: Iterable[Piece]) -> Iterator[str]:
    """Join *pieces*, opening and closing the elements around them."""
    wrap = ""
    for piece in pieces:
        if piece.wrap != wrap:
            yield _WRAPS[wrap][1] + _WRAPS[piece.wrap][0]
            wrap = piece.wrap
        yield piece.markup
    yield _WRAPS[wrap][1]


def _first_references(section: Section, notes: dict[str, int]) -> dict[str, int]:
    """Return note -> the first item that refers to it, for the notes of *section* that have one."""
    found: dict[str, int] = {}
    for index, item in enumerate(section.items):
        for inline in item.inlines:
            if inline.kind is InlineKind.NOTE_REFERENCE and inline.value in notes and inline.text:
                found.setdefault(inline.value, index)
    return found


_TAGS = {False: _paragraph_tags(xml=False), True: _paragraph_tags(xml=True)}


def is_blank(item: Item) -> bool:
    """Say whether *item* shows nothing but white space."""
    if item.picture is not None:
        return False
    for inline in item.inlines:
        if inline.text and not inline.text.isspace():
            return False
    return not item.marker.strip()


def tab_sizes(presentation: Presentation) -> list[int]:
    """Return the tab stops, in characters, of the preformatted items of *presentation*."""
    items = (item for section in presentation.sections for item in section.items if item.role is Role.PREFORMATTED)
    return sorted({stop for item in items for stop in character_stops(item.text)})


def _in_columns(content: str, stops: Sequence[int]) -> str:
    """Return the markup *content*, each tab in an element whose first tab stop is where the next column begins.

    In attributes tabs and line breaks are references, so that those found here are text.
    """
    tabs = [f'<span class="tab-{stop}">\t</span>' for stop in stops]
    lines: list[str] = []
    for line in content.split("\n"):
        first, *others = line.split("\t")
        lines.append(
            first + "".join([tab + cell for tab, cell in zip(chain(tabs, repeat("\t")), others, strict=False)])
        )
    return "\n".join(lines)


class _SectionRenderer:
    """Renders items one by one; remembers the last heading's level."""

    def __init__(self, section: Section, dialect: Dialect, top: int, step: Step) -> None:
        self.section, self.dialect, self.top, self.step = section, dialect, top, step
        self.notes = {
            item.note: index
            for index, item in enumerate(section.items)
            if item.role is Role.NOTE and not is_blank(item)  # a blank item is not shown: no link may lead to it
        }
        self.references = _first_references(section, self.notes) if self.notes else {}
        self.linked: set[str] = set()
        self.lang, self.direction = section.lang, section.direction
        self.tags = _TAGS[dialect.xml]
        self.last_level = top - 1
        self.titled = False

    def figure(self, item: Item, index: int, address: str) -> str:
        """A picture, which is item *index*, with the caption and credit that follow it."""
        picture = item.picture
        assert picture is not None  # noqa: S101 - the caller has looked
        own = [self.item(i, index) for i in self.section.items[index + 1 :][:3] if i.figure == item.figure]
        caption = f"<figcaption>\n{''.join(own)}</figcaption>\n" if own else ""
        image = (
            f'<img src="{attribute(address)}" alt="{attribute(item.alternative)}" width="{picture.width_px}" '
            f'height="{picture.height_px}"{self._about(item)}{"/" if self.dialect.xml else ""}>\n'
        )
        return f'<figure class="{class_of(item.role)}">\n{image}{caption}</figure>\n'

    def item(self, item: Item, index: int) -> str:
        if is_blank(item) or item.picture is not None:
            return ""
        content = self._content(item, index)
        same = item.lang == self.lang and item.direction is self.direction
        about = "" if same else self._about(item)
        tags = self.tags.get(item.role)
        if tags is not None:
            before, after, end = tags
            if item.cite and item.role in (Role.QUOTE, Role.KEY_QUOTE) and _LINK.fullmatch(item.cite):
                before += f' cite="{attribute(item.cite)}"'
            marker = escape(item.marker) if item.marker else ""
            return f"{before}{about}{after}{marker}{content}{end}"
        if item.role is Role.LIST_ITEM:
            return self._list_item(item, about, content)
        if item.role is Role.PREFORMATTED:
            return self._preformatted(item, about, content)
        if item.role is Role.NOTE:
            return self._note(item, index, about, content)
        return self._heading(item, index, about, content)

    def _list_item(self, item: Item, about: str, content: str) -> str:
        depth = f" depth-{min(item.level, 6)}" if item.level > 1 else ""
        marker = f'<span class="marker">{escape(item.marker)}</span>' if item.marker else ""
        return f'<li class="list-item{depth}"{about}>{marker}{content}</li>\n'

    def _preformatted(self, item: Item, about: str, content: str) -> str:
        stops = character_stops(item.text)
        columns = " columns" if stops or _COLUMNS.search(item.text) else ""
        content = escape(item.marker) + content
        if stops:
            content = _in_columns(content, stops)
        # HTML parsers drop a line break right after the tag (HTML, 13.2.6.4.7).
        first = "\n" if item.text.startswith("\n") and not self.dialect.xml else ""
        return f'<pre class="preformatted{columns}"{about}>{first}{content}</pre>\n'

    def _note(self, item: Item, index: int, about: str, content: str) -> str:
        """A note where it stands in the source; reading systems show it at its reference (``doc-noteref``)."""
        kind = ' epub:type="footnote"' if self.dialect.xml else ""
        own, marker = f"{self.section.anchor}-n{item.note}", escape(item.marker)
        if item.note in self.references and self.notes[item.note] == index and item.marker.strip():
            back = f"{self.step(index, self.references[item.note])}#{self.section.anchor}-r{item.note}"
            shown = item.marker.rstrip()
            marker = f'<a href="{back}" role="doc-backlink">{escape(shown)}</a>{escape(item.marker[len(shown) :])}'
        named = f' id="{own}"' if self.notes.get(item.note) == index else ""
        return f'<aside class="note"{kind} role="doc-footnote"{named}{about}><p>{marker}{content}</p></aside>\n'

    def _reference(self, inline: Inline, index: int, lang: str, content: str) -> str:
        key = inline.value or ""
        if self.references.get(key, index + 1) > index:
            return f'<span class="note-reference"{lang}>{content}</span>'
        named = "" if key in self.linked else f' id="{self.section.anchor}-r{key}"'
        self.linked.add(key)
        kind = ' epub:type="noteref"' if self.dialect.xml else ""
        href = f"{self.step(index, self.notes[key])}#{self.section.anchor}-n{key}"
        return f'<a class="note-reference"{kind} role="doc-noteref" href="{href}"{named}{lang}>{content}</a>'

    def _heading(self, item: Item, index: int, about: str, content: str) -> str:
        if self.titled:
            below = max(item.level, 2 if item.role is Role.CROSSHEAD else 1) - 1
            level = min(self.top + below, self.last_level + 1, 6)
            name = heading_anchor(self.section, index)
        else:
            level, self.titled, name = self.top, True, title_anchor(self.section)
        self.last_level = level
        about = f' class="{class_of(item.role)}" id="{name}"{about}'
        return f"<h{level}{about}>{escape(item.marker)}{content}</h{level}>\n"

    def _about(self, item: Item) -> str:
        """Language and direction where they differ from the section's."""
        own = language(self.dialect, item.lang) if item.lang != self.section.lang else ""
        return own + (f' dir="{item.direction.value}"' if item.direction != self.section.direction else "")

    def _content(self, item: Item, index: int) -> str:
        inlines = item.inlines
        if len(inlines) == 1 and inlines[0].kind is InlineKind.TEXT and inlines[0].lang in (None, item.lang):
            return inline_text(inlines[0].text)
        isolate = item.role is Role.METADATA
        return "".join([self._inline(inline, item, index, isolate) for inline in inlines if inline.text])

    def _inline(self, inline: Inline, item: Item, index: int, isolate: bool) -> str:
        own = inline.lang
        lang = "" if own is None or own == item.lang else language(self.dialect, own)
        content = inline_text(inline.text)
        if inline.kind is InlineKind.TEXT and not lang:
            return content
        match inline.kind:
            case InlineKind.TEXT:
                # A line of the frame joins facts of several languages: each keeps its own direction (UAX #9, FSI).
                tag = "bdi" if isolate and lang else "span"
                return f"<{tag}{lang}>{content}</{tag}>"
            case InlineKind.TIME if inline.value and _DATETIME.fullmatch(inline.value):
                return f'<time datetime="{inline.value}"{lang}>{content}</time>'
            case InlineKind.LINK if inline.value and _LINK.fullmatch(inline.value):
                return f'<a href="{attribute(inline.value)}"{lang}>{content}</a>'
            case InlineKind.QUOTATION:
                # The speaker travels beside the words without being shown or read aloud.
                who = f' data-speaker="{attribute(inline.value)}"' if inline.value else ""
                return f'<span class="quotation"{who}{lang}>{content}</span>'
            case InlineKind.SPEAKER:
                return f'<cite class="speaker"{lang}>{content}</cite>'
            case InlineKind.NOTE_REFERENCE:
                return self._reference(inline, index, lang, content)
            case InlineKind.TERM:
                return f'<i class="term"{lang}>{content}</i>'
            case _:
                tag = "bdi" if isolate and lang else "span"
                return f'<{tag} class="{inline.kind.value}"{lang}>{content}</{tag}>'


# -- the standalone file ---------------------------------------------------------------------


class HtmlWriter:
    """One self-contained HTML file: styles inside, nothing loaded from elsewhere, nothing that runs."""

    name = "html"
    extension = ".html"
    media_type = "text/html"

    def write(self, presentation: Presentation, settings: WriteSettings, *, context: Context, report: Report) -> bytes:
        """Return the file in UTF-8.

        Raises:
            ThemeError: the theme's CSS font list is no list of names.
        """
        css = html_stylesheet(settings.theme, presentation.paper_mm, presentation.page_text, presentation.languages)
        css += tab_rules(tab_sizes(presentation))
        body = "".join(_body(presentation))
        document = f"{_head(presentation, css)}{body}</html>\n"
        # Text that came past ``present`` may not have been cleaned.
        return safe_text(document).encode("utf-8")


def _head(presentation: Presentation, css: str) -> str:
    digest = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")
    images = " img-src data:;" if presentation.pictures else ""
    policy = f"default-src 'none';{images} style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    named = [
        ("author", ", ".join(presentation.creators)),
        ("description", presentation.description),
        ("keywords", ", ".join(presentation.keywords)),
        ("dcterms.identifier", presentation.identifier),
        ("dcterms.issued", presentation.issued),
        ("dcterms.publisher", presentation.publisher),
        ("dcterms.language", ", ".join(presentation.languages)),
        ("generator", "docforge"),
    ]
    metas = "".join(f'<meta name="{name}" content="{attribute(value)}">\n' for name, value in named if value)
    return (
        f"<!DOCTYPE html>\n<html{_root(presentation)}>\n<head>\n"
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{attribute(policy)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(presentation.title)}</title>\n{metas}<style>{css}</style>\n</head>\n"
    )


def _root(presentation: Presentation) -> str:
    return f'{language(HTML_DIALECT, presentation.language)} dir="{presentation.direction.value}"'


def _body(presentation: Presentation) -> Iterator[str]:
    bound = any(section.kind is not SectionKind.ARTICLE for section in presentation.sections)
    yield f'<body class="{"pack" if bound else "single"}">\n'
    skip = label(presentation, "skip_to_text")
    if bound and skip:
        yield f'<a class="skip" href="#text"{label_language(presentation, HTML_DIALECT)}>{escape(skip)}</a>\n'
    if presentation.page_text.marking:
        yield f'<p class="marking">{escape(presentation.page_text.marking)}</p>\n'
    before = [s for s in presentation.sections if s.kind in (SectionKind.COVER, SectionKind.CONTENTS)]
    for section in before:
        yield from _front(section, presentation)
    yield '<main id="text">\n'
    top = 2 if bound else 1
    for section in presentation.sections:
        if section.kind is SectionKind.GROUP:
            yield from _group(section, presentation, top)
        elif section.kind is SectionKind.ARTICLE:
            yield from _article(section, presentation, top + section.level - 1)
    yield "</main>\n</body>\n"


def _about(section: Section, presentation: Presentation) -> str:
    lang = language(HTML_DIALECT, section.lang) if section.lang != presentation.language else ""
    turned = f' dir="{section.direction.value}"' if section.direction != presentation.direction else ""
    title = f' aria-labelledby="{title_anchor(section)}"' if first_heading(section) is not None else ""
    return f' id="{section.anchor}"{title}{lang}{turned}'


def _front(section: Section, presentation: Presentation) -> Iterator[str]:
    cover = section.kind is SectionKind.COVER
    tag = 'header class="cover"' if cover else 'nav class="contents" role="doc-toc"'
    about = f' id="{section.anchor}"' if cover else _about(section, presentation)
    yield f"<{tag}{about}>\n"
    yield from wrapped(section_pieces(section, HTML_DIALECT, top=1 if cover else 2))
    if not cover:
        targets = {s.anchor: f"#{s.anchor}" for s in presentation.sections}
        yield from contents_list(presentation, targets, HTML_DIALECT)
    yield "</header>\n" if cover else "</nav>\n"


def _group(section: Section, presentation: Presentation, top: int) -> Iterator[str]:
    lang = language(HTML_DIALECT, section.lang) if section.lang != presentation.language else ""
    yield f'<div class="group" id="{section.anchor}"{lang}>\n'
    yield from wrapped(section_pieces(section, HTML_DIALECT, top=top))
    yield "</div>\n"


def _article(section: Section, presentation: Presentation, top: int) -> Iterator[str]:
    yield f"<article{_about(section, presentation)}>\n"
    yield from wrapped(section_pieces(section, HTML_DIALECT, top=min(top, 5), address=_data_address))
    yield "</article>\n"


def _data_address(picture: Picture) -> str:
    """The picture itself as an address (RFC 2397): the file needs no other."""
    return f"data:{picture.media_type};base64,{base64.b64encode(picture.data).decode('ascii')}"


def contents_list(presentation: Presentation, targets: dict[str, str], dialect: Dialect) -> Iterator[str]:
    """Yield the linked entries of the contents page: groups, and articles with their second line.

    Args:
        targets: anchor -> address of each section.
    """
    entries = [s for s in presentation.sections if s.kind in (SectionKind.GROUP, SectionKind.ARTICLE)]
    depth = 0
    for section in entries:
        wanted = 2 if section.level > 1 and depth else 1
        if wanted > depth:
            yield '<ol class="contents-list" role="list">\n' if depth == 0 else '\n<ol role="list">\n'
        else:
            yield "</li>\n" + "</ol>\n</li>\n" * (depth - wanted)
        depth = wanted
        lang = language(dialect, section.lang) if section.lang != presentation.language else ""
        turned = f' dir="{section.direction.value}"' if section.direction != presentation.direction else ""
        detail = f' <span class="detail">{escape(section.detail)}</span>' if section.detail else ""
        yield f'<li><a href="{attribute(targets[section.anchor])}"{lang}{turned}>{escape(section.title)}</a>{detail}'
    if depth:
        yield "</li>\n</ol>\n" * depth
