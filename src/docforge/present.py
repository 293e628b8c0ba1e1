# SPDX-License-Identifier: Apache-2.0
"""Article or Pack -> Presentation: the only place where labels, dates, marks and order are chosen.

The article's blocks keep the order of the source, so that nothing moves and nothing is lost; the frame
(localised date, language, cover, contents, page text) is added around them in the output locale.
Three languages meet here and stay apart: the article's own, the output locale of the frame, and the
interface language of messages, which this module never speaks.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import assert_never

from docforge import locale
from docforge.context import Context
from docforge.copyediting import DATELINE_MODES, BlockEdits, CopyEditor, Requests, text_range
from docforge.detect.notes import NoteReference, find_notes
from docforge.diagnostics import Report
from docforge.errors import LocaleError, UsageError
from docforge.figures import Figure, match_pictures
from docforge.locale import Change
from docforge.model import (
    Article,
    Block,
    Byline,
    Caption,
    CreditLine,
    Crosshead,
    Dateline,
    FrontMatter,
    Furniture,
    Headline,
    Kicker,
    ListItem,
    Pack,
    Paragraph,
    PartialDate,
    Preformatted,
    PublicationLine,
    Quote,
    QuoteKind,
    Subheadline,
    Tagline,
    Turn,
    TurnRole,
    Unknown,
)
from docforge.patterns import is_left_to_right
from docforge.presentation import (
    Direction,
    Inline,
    InlineKind,
    Item,
    PageText,
    Presentation,
    Remark,
    Role,
    Section,
    SectionKind,
)
from docforge.review import Doubt, doubts
from docforge.settings import PresentSettings
from docforge.text import display_name, one_line, safe_text

__all__ = ["FURNITURE_MODES", "PAPERS", "copy_editor", "present"]

PAPERS: dict[str, tuple[float, float]] = {
    "a4": (210.0, 297.0),
    "a5": (148.0, 210.0),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
}
"""Paper names to width and height in mm (ISO 216, ANSI/ASME Y14.1)."""

FURNITURE_MODES = ("inline", "end", "omit")

# A paragraph that is direct speech in all but a short attribution is set off as a block quotation.
_SET_OFF_SHARE = 0.8
_LONGEST_MARK = 80
_FURNITURE_JOINT = " · "
_LINK = re.compile(r"https?://[^\s<>\"'«»“”„「」（）()\[\]{}，。、；]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_URL = re.compile(r"https?://[!-~]+")
_LABEL_KEYS = (
    "contents",
    "cover",
    "source",
    "published",
    "updated",
    "language",
    "photo",
    "notes",
    "body_matter",
    "landmarks",
    "page_list",
    "skip_to_text",
    "accessibility_summary",
)


def present(origin: Article | Pack, settings: PresentSettings, *, context: Context, report: Report) -> Presentation:
    """Lay *origin* out as localised items.

    Raises:
        UsageError: malformed locale, unknown paper or furniture mode.
        LocaleError: a locale that cannot be honoured.
    """
    if settings.furniture not in FURNITURE_MODES:
        raise UsageError(f"no furniture mode {settings.furniture[:40]!r}: choose from {', '.join(FURNITURE_MODES)}")
    if settings.dateline not in DATELINE_MODES:
        raise UsageError(f"no dateline mode {settings.dateline[:40]!r}: choose from {', '.join(DATELINE_MODES)}")
    frame = _Frame(origin, settings, context, report)
    return _present_article(origin, frame) if isinstance(origin, Article) else _present_pack(origin, frame)


def copy_editor(article: Article, settings: PresentSettings, *, context: Context, report: Report) -> CopyEditor:
    """Return what would change the words of *article* under *settings*; ``present`` makes the same changes.

    Raises:
        UsageError, LocaleError: as ``present``.
    """
    return _Frame(article, settings, context, report).copy_editor(article)


class _Frame:
    """What all sections share: locale, labels, dates, paper."""

    def __init__(self, origin: Article | Pack, settings: PresentSettings, context: Context, report: Report) -> None:
        self.settings, self.context, self.report = settings, context, report
        self.locale = _output_locale(origin, settings, report)
        locale.report_notes(self.locale, report)
        self.label_language = locale.label_language(self.locale)
        if not locale.has_own_labels(self.locale):
            report.add("DF-P101", locale=self.locale, language=self.label_language)
        self.marking = " · ".join(filter(None, (safe_text(settings.marking), self._embargo(origin))))

    def _embargo(self, origin: Article | Pack) -> str:
        """Return the mark of the embargoes of *origin*; markings are not translated (FIRST, TLP 2.0)."""
        moments: dict[str, None] = {}
        for article in (origin,) if isinstance(origin, Article) else origin.articles:
            moment = one_line(article.override("embargo") or "", _LONGEST_MARK)
            if moment:
                self.report.add("DF-P126", headline=display_name(article.headline), moment=moment)
                moments[moment] = None
        return f"EMBARGO: {', '.join(moments)}" if moments else ""

    def label(self, key: str, **values: str) -> str:
        return locale.label(key, self.locale, **values)

    def date(self, value: PartialDate) -> str:
        own = self.date_style
        return locale.format_date(
            value, own.locale, own.style, calendar=own.calendar, second_calendar=own.second_calendar
        )

    @property
    def date_style(self) -> locale.DateStyle:
        own = self.settings
        return locale.DateStyle(self.locale, own.date_style, own.calendar, own.second_calendar)

    def copy_editor(self, article: Article) -> CopyEditor:
        own = self.settings
        requests = Requests(own.rewrite_dates, own.typography, own.dateline)
        return CopyEditor(article, self.date_style, requests, self.report)

    def number(self, value: int) -> str:
        digits = locale.digits(self.locale)
        return "".join(digits[int(digit)] for digit in str(value))

    def paper(self) -> tuple[float, float]:
        if self.settings.paper is None:
            return locale.paper_mm(self.locale)
        try:
            return PAPERS[self.settings.paper.lower()]
        except KeyError:
            raise UsageError(f"no paper {self.settings.paper[:40]!r}: choose from {', '.join(PAPERS)}") from None

    def page_text(self, title: str) -> PageText:
        # The catalogue's message is kept as a template: writers fill in numbers page by page.
        message = self.label("page_x_of_y", page="{page}", pages="{pages}")
        return PageText(title, message, locale.digits(self.locale), self.marking)

    def labels(self) -> tuple[tuple[str, str], ...]:
        return tuple((key, self.label(key)) for key in _LABEL_KEYS)

    def item(self, role: Role, text: str, kind: InlineKind = InlineKind.TEXT, value: str | None = None) -> Item:
        """A line of furniture in the output locale."""
        lang = self.label_language if kind is InlineKind.LABEL else self.locale
        return Item(role, (Inline(text, kind, value=value),), lang, Direction(locale.direction(lang)))


def _output_locale(origin: Article | Pack, settings: PresentSettings, report: Report) -> str:
    if settings.locale is not None:
        return locale.canonical_tag(settings.locale)
    languages = {a.language for a in ((origin,) if isinstance(origin, Article) else origin.articles)}
    wanted = origin.language if isinstance(origin, Pack) else next(iter(languages), "und")
    if wanted == "und":
        return "en"
    try:
        return locale.canonical_tag(wanted)
    except (LocaleError, UsageError):
        report.add("DF-P102", language=wanted)
        return "en"


# -- one article -----------------------------------------------------------------------------


def _present_article(article: Article, frame: _Frame) -> Presentation:
    section = _article_section(article, frame, "article-1", level=1)
    title = _clip(section.title, frame.context.limits.title_characters)
    return Presentation(
        title=title,
        language=article.language,
        locale=frame.locale,
        direction=section.direction,
        sections=(section,),
        page_text=frame.page_text(title),
        paper_mm=frame.paper(),
        identifier=_identifier(article.guid, frame),
        origin=article,
        creators=tuple(safe_text(name) for name in article.authors),
        publisher=_publisher(article),
        subject=safe_text(article.override("slugline") or ""),
        keywords=_keywords(article),
        description=_description(article),
        issued=article.published.iso if article.published and article.published.year else "",
        modified=_modified(frame.context, (article,)),
        labels=frame.labels(),
        label_language=frame.label_language,
        label_direction=Direction(locale.direction(frame.label_language)),
    )


def _article_section(article: Article, frame: _Frame, anchor: str, level: int) -> Section:
    builder = _ArticleItems(article, frame)
    items = builder.build()
    title = builder.editor.title(safe_text(" ".join(article.headline.split()))) or _first_words(article)
    detail = frame.date(article.published) if article.published else ""
    direction = builder.direction_of(article.language, title)
    return Section(
        SectionKind.ARTICLE,
        anchor,
        _clip(title, frame.context.limits.title_characters),
        article.language,
        direction,
        items,
        detail=detail,
        level=level,
    )


class _ArticleItems:
    """Makes the items of one article, block by block, in source order."""

    def __init__(self, article: Article, frame: _Frame) -> None:
        self.article, self.frame = article, frame
        self.items: list[Item] = []
        self.held: list[Block] = []
        self.quotes = [q for q in article.quotes if q.kind in (QuoteKind.DIRECT, QuoteKind.MIXED)]
        self.figure = self.figure_end = 0
        self.editor = frame.copy_editor(article)
        found = find_notes([block.text for block in article.blocks])
        # Blocks stand in one place each, so their spans name them.
        self.notes = {article.blocks[index].span: note for index, note in found.notes.items()}
        self.references = {article.blocks[index].span: marks for index, marks in found.references.items()}
        source = (article.override("source") or "").strip()
        self.cite = source if _URL.fullmatch(source) else ""

    def build(self) -> tuple[Item, ...]:
        blocks = self._visible(self.article.blocks)
        head_end = self._head_end(blocks)
        figures = match_pictures(self.article, blocks, head_end)
        if not any(isinstance(b, Headline) for b in blocks):
            self._add_own("headline", Role.HEADLINE, level=1)
            self._add_own("subheadline", Role.SUBHEADLINE)
        if head_end == 0:
            self._add_frame(blocks)
            self._add_key_quotes()
        for index, block in enumerate(blocks):
            for figure in figures.get(index, ()):
                self._add_picture(figure, blocks)
            self._add(block)
            if index < self.figure_end:
                self.items[-1] = replace(self.items[-1], figure=self.figure)
            if index + 1 == head_end:
                self._add_frame(blocks)
                self._add_key_quotes()
        for figure in figures.get(len(blocks), ()):
            self._add_picture(figure, blocks)
        self._add_tail()
        self.editor.finish()
        settings = self.frame.settings
        items = (
            _numbered(self.items, self.frame.number, self.frame.locale) if settings.number_paragraphs else self.items
        )
        return _keep_chains(tuple(_reviewed(items, doubts(self.article)) if settings.review else items))

    def _visible(self, blocks: Sequence[Block]) -> list[Block]:
        mode = self.frame.settings.furniture
        shown: list[Block] = [b for b in blocks if not isinstance(b, FrontMatter)]
        if mode == "inline":
            return shown
        furniture: list[Block] = [b for b in shown if isinstance(b, Furniture)]
        if mode == "end":
            self.held = furniture
        elif furniture:
            self.frame.report.add("DF-P103", count=len(furniture))
        return [b for b in shown if not isinstance(b, Furniture)]

    @staticmethod
    def _head_end(blocks: Sequence[Block]) -> int:
        """Index after the headline and the deck, byline and date that follow it; 0 without a headline."""
        start = next((i for i, b in enumerate(blocks) if isinstance(b, Headline)), None)
        if start is None:
            return 0
        end = start + 1
        while end < len(blocks) and isinstance(blocks[end], (Headline, Subheadline, Byline, PublicationLine)):
            end += 1
        return end

    def _add_frame(self, blocks: Sequence[Block]) -> None:
        """The line that docforge supplies: date and, where it differs, the article's language."""
        parts: list[tuple[Inline, ...]] = []
        published = self.article.published
        if published is not None and not self._states_date(blocks):
            parts.append((Inline(self.frame.date(published), InlineKind.TIME, value=published.iso),))
        updated = self.article.updated
        if updated is not None and updated != published:
            date = Inline(self.frame.date(updated), InlineKind.TIME, value=updated.iso)
            parts.append(self._labelled("updated", date))
        language = self.article.language
        if language != "und" and not locale.same_language(language, self.frame.locale):
            name = locale.language_name(language, self.frame.locale)
            parts.append(self._labelled("language", Inline(name, InlineKind.LABEL)))
        named = safe_text(self.article.override("dateline") or "").strip()
        if named and (self.article.dateline is None or self.article.dateline.rule != "override"):
            # The text does not say it, and its words are not changed.
            parts.append((Inline(named),))
        source, address = _source(self.article)
        if source:
            parts.append((Inline(source),))
        notes = self._notes(address)
        if not parts:
            self._add_notes(notes)
            return
        joined: list[Inline] = []
        for part in parts:
            joined += ((Inline(_FURNITURE_JOINT),) if joined else ()) + part
        tag = self.frame.locale
        self.items.append(Item(Role.METADATA, tuple(joined), tag, Direction(locale.direction(tag))))
        self._add_notes(notes)

    def _labelled(self, key: str, value: Inline) -> tuple[Inline, ...]:
        """A label of the catalogue and its value, with the punctuation that the language has between them."""
        message = self.frame.label("label_value", label=self.frame.label(key), value="\x00")
        before, _, after = message.partition("\x00")
        label = Inline(before, InlineKind.LABEL, self._label_lang())
        return (label, value, Inline(after)) if after else (label, value)

    def _notes(self, address: str) -> list[tuple[Inline, ...]]:
        """The notes of the article: where it was found, and what the user says of it."""
        notes: list[tuple[Inline, ...]] = []
        if address:
            label, *value = self._labelled("source", Inline(address))
            notes.append((label, *_linked(tuple(value))))
        own = safe_text(self.article.override("note") or "").strip()
        if own:
            notes.append(_linked((Inline(own),)))
        return notes

    def _add_notes(self, notes: Sequence[tuple[Inline, ...]]) -> None:
        """Put a mark for each note at the end of the line before, and the notes below it."""
        tag, marked = self.frame.locale, bool(self.items)
        for number, note in enumerate(notes, 1):
            # The article's own notes have the keys before.
            key = str(len(self.notes) + number)
            mark = key.translate(_SUPERSCRIPTS)
            if marked:
                head = self.items[-number]
                gap = (Inline("\u202f"),) if number > 1 else ()
                inlines = (*head.inlines, *gap, Inline(mark, InlineKind.NOTE_REFERENCE, value=key))
                self.items[-number] = replace(head, inlines=inlines)
            direction = Direction(locale.direction(tag))
            self.items.append(Item(Role.NOTE, note, tag, direction, marker=f"{mark}\u00a0" if marked else "", note=key))

    def _add_key_quotes(self) -> None:
        """The box of key quotes (docs/quotes.md): a heading line, then words and speaker of each."""
        if not self.frame.settings.key_quotes:
            return
        from docforge.key_quotes import JOINT, key_quotes

        chosen = key_quotes(self.article, self.frame.settings.key_quotes)
        if not chosen:
            return
        self.items.append(self.frame.item(Role.KEY_QUOTES_TITLE, self.frame.label("key_quotes"), InlineKind.LABEL))
        for own in chosen:
            lang = own.block.lang or self.article.language
            direction = self.direction_of(lang, own.block.text)
            before, after = locale.quotation_marks(lang)
            words = (own.opening or before) + JOINT.join(own.parts) + (own.closing or after)
            said = [Inline(words, InlineKind.QUOTATION, value=safe_text(own.who))]
            said += [Inline(JOINT.rstrip())] if own.cut else []
            self.items.append(Item(Role.KEY_QUOTE, tuple(said), lang, direction, cite=self.cite))
            source = [Inline("— "), Inline(safe_text(own.who), InlineKind.SPEAKER)]
            source += [Inline(_FURNITURE_JOINT + safe_text(" ".join(own.office.split())))] if own.office else []
            self.items.append(Item(Role.KEY_QUOTE_SOURCE, tuple(source), lang, direction))

    def _label_lang(self) -> str | None:
        return self.frame.label_language if self.frame.label_language != self.frame.locale else None

    def _states_date(self, blocks: Sequence[Block]) -> bool:
        """Say whether the head already shows the date in words, in the output language."""
        if not locale.same_language(self.article.language, self.frame.locale):
            return False
        for block in blocks[: self._head_end(blocks)]:
            if isinstance(block, PublicationLine) and block.date_span is not None:
                written = block.date_span.of(self.article.text)
                return block.date == self.article.published and any(c.isalpha() for c in written)
        return False

    def _add(self, block: Block) -> None:
        note = self.notes.get(block.span)
        if note is not None:
            self._append(Role.NOTE, block, marker=block.text[: note.marker_end])
            self.items[-1] = replace(self.items[-1], note=note.key)
            return
        match block:
            case Headline():
                self._add_headline(block)
            case Kicker():
                self._add_replaceable(block, "kicker", Role.KICKER)
            case Subheadline():
                self._add_replaceable(block, "subheadline", Role.SUBHEADLINE)
            case Byline():
                self._add_replaceable(block, "byline", Role.BYLINE)
            case PublicationLine():
                self._append(Role.PUBLICATION_LINE, block, self._with_time(block))
            case Paragraph():
                self._add_paragraph(block)
            case Crosshead():
                self._append(Role.CROSSHEAD, block, level=2)
            case ListItem():
                self._append(Role.LIST_ITEM, block, level=1, marker=block.marker)
            case Turn():
                self._add_turn(block)
            case Preformatted():
                self._append(Role.PREFORMATTED, block)
            case Caption():
                self._append(Role.CAPTION, block)
            case CreditLine():
                self._append(Role.CREDIT_LINE, block, self._with_label(block, block.label_end))
            case Tagline():
                self._append(Role.TAGLINE, block)
            case Furniture():
                self._add_furniture(block)
            case Unknown():
                self._append(Role.UNKNOWN, block)
            case FrontMatter():
                pass
            case _:
                assert_never(block)

    # -- kinds of block ---------------------------------------------------------------------

    def _add_headline(self, block: Headline) -> None:
        first = not any(item.role is Role.HEADLINE for item in self.items)
        self._add_replaceable(block, "headline", Role.HEADLINE, level=1 if first else 2)
        if first and self.article.override("subheadline") and not self.article.first(Subheadline):
            self._add_own("subheadline", Role.SUBHEADLINE)

    def _add_replaceable(self, block: Block, field: str, role: Role, level: int = 0) -> None:
        own = self.article.override(field)
        if own is None or safe_text(own).split() == block.text.split():
            self._append(role, block, level=level)
        else:
            self.frame.report.add("DF-P104", span=block.span, field=field)
            self._add_own(field, role, level)

    def _add_own(self, field: str, role: Role, level: int = 0) -> None:
        """Add the user's text for *field* once, where it stands for a block or on its own."""
        own = safe_text(self.article.override(field) or "").strip()
        if not own or any(item.role is role and item.span is None for item in self.items):
            return
        lang = self.article.language
        self.items.append(Item(role, (Inline(own),), lang, self.direction_of(lang, own), level))

    def _add_paragraph(self, block: Paragraph) -> None:
        dateline = self.article.dateline
        if dateline is not None and dateline.span not in block.span:
            dateline = None
        quotes = [q for q in self.quotes if q.span.overlaps(block.span)]
        role = Role.QUOTE if dateline is None and _is_set_off(block, quotes) else Role.BODY
        self._append(role, block, self._inlines(block, dateline, quotes))

    def _add_turn(self, block: Turn) -> None:
        role = Role.QUESTION if block.role is TurnRole.QUESTION else Role.ANSWER
        self._append(role, block, self._with_label(block, block.label_end))

    def _add_furniture(self, block: Furniture) -> None:
        """Join neighbouring furniture into one small line, in order."""
        last = self.items[-1] if self.items else None
        if last is not None and last.role is Role.FURNITURE and len(last.text) < 600:
            joined = (*last.inlines, Inline(_FURNITURE_JOINT), Inline(block.text, span=block.span))
            self.items[-1] = replace(last, inlines=joined)
        else:
            self._append(Role.FURNITURE, block)

    def _add_picture(self, figure: Figure, blocks: Sequence[Block]) -> None:
        """Add a picture with the user's caption and credit; those of the article follow where they stand."""
        picture = figure.picture
        self.figure, self.figure_end = self.figure + 1, figure.end
        own = [blocks[index].text for index in range(figure.start, figure.end)]
        lang, alternative = self.article.language, safe_text(" ".join(picture.alternative.split()))
        caption = safe_text(picture.caption).strip()
        if not alternative:
            captions = [blocks[i].text for i in range(figure.start, figure.end) if isinstance(blocks[i], Caption)]
            alternative = " ".join((caption or " ".join(captions)).split())
        if not alternative:
            self.frame.report.add("DF-P110", name=display_name(picture.name))
            alternative, lang = self.frame.label("photo"), self.frame.label_language
        direction = self.direction_of(lang, alternative)
        item = Item(Role.PICTURE, (), lang, direction, picture=picture, alternative=alternative, figure=self.figure)
        self.items.append(item)
        if caption and not _is_among(caption, own):
            lang = self.article.language
            item = Item(Role.CAPTION, (Inline(caption),), lang, self.direction_of(lang, caption), figure=self.figure)
            self.items.append(item)
        credit = safe_text(figure.credit).strip()
        if credit and not _is_among(credit, own):
            shown = self.frame.item(Role.CREDIT_LINE, self.frame.label("photo_credit", credit=credit))
            self.items.append(replace(shown, figure=self.figure))

    def _add_tail(self) -> None:
        credit = "" if self.article.pictures else safe_text(self.article.override("credit") or "").strip()
        if credit and not any(safe_text(b.text) == credit for b in self.article.blocks):
            text = self.frame.label("photo_credit", credit=credit)
            self.items.append(self.frame.item(Role.CREDIT_LINE, text))
        if self.held:
            self.items.append(self.frame.item(Role.METADATA, self.frame.label("not_part_of_article"), InlineKind.LABEL))
            for block in self.held:
                self._append(Role.FURNITURE, block)

    # -- inlines ----------------------------------------------------------------------------

    def _append(
        self, role: Role, block: Block, inlines: tuple[Inline, ...] | None = None, level: int = 0, marker: str = ""
    ) -> None:
        own = inlines if inlines is not None else self._marked(block, (), start=len(marker))
        lang = block.lang or self.article.language
        direction = self.direction_of(lang, block.text)
        cite = self.cite if role is Role.QUOTE else ""
        self.items.append(Item(role, own, lang, direction, level, marker, block.span, cite=cite))

    def _inlines(self, block: Block, dateline: Dateline | None, quotes: Sequence[Quote]) -> tuple[Inline, ...]:
        marked: list[_Marked] = []
        if dateline is not None:
            marked.append((*text_range(block, dateline.span), (InlineKind.DATELINE, None)))
        for quote in quotes:
            spans = quote.inner if quote.kind is QuoteKind.MIXED else (quote.span,)
            who = quote.person or quote.speaker
            mark = (InlineKind.QUOTATION, safe_text(who) if who else None)
            marked += [(*text_range(block, span), mark) for span in spans if span.overlaps(block.span)]
        return self._marked(block, marked)

    def _with_time(self, block: PublicationLine) -> tuple[Inline, ...]:
        if block.date is None or block.date_span is None:
            return self._marked(block, ())
        return self._marked(block, [(*text_range(block, block.date_span), (InlineKind.TIME, block.date.iso))])

    def _with_label(self, block: Block, label_end: int) -> tuple[Inline, ...]:
        return self._marked(block, [(0, min(label_end, len(block.text)), (InlineKind.LABEL, None))])

    def _marked(self, block: Block, marked: Iterable[_Marked], start: int = 0) -> tuple[Inline, ...]:
        """Cut the text of *block* from *start* on into inlines, with the changes that were asked for."""
        edits = self.editor.edits(block)
        own = list(_around(marked, self.references.get(block.span, ())))
        if edits.dateline is not None:
            own = [(*edits.dateline, mark) if mark[0] is InlineKind.DATELINE else (a, b, mark) for a, b, mark in own]
        own += [(a, b, (InlineKind.TIME, iso)) for a, b, iso in edits.dates]
        pieces = [(max(a, start), b, mark) for a, b, mark in _fill(own, len(block.text)) if b > start]
        return _linked(self._cut(block, pieces, edits))

    def _cut(self, block: Block, pieces: Sequence[_Marked], edits: BlockEdits) -> tuple[Inline, ...]:
        foreign = bool(edits.dates) and not locale.same_language(block.lang or self.article.language, self.frame.locale)
        rewritten = {a for a, _, _ in edits.dates} if foreign else set()
        texts = _edited(block.text, pieces, edits.changes)
        return tuple(
            Inline(
                text,
                kind,
                self.frame.locale if kind is InlineKind.TIME and start in rewritten else None,
                value,
                block.offsets.span_to_source(start, end),
            )
            for (start, end, (kind, value)), text in zip(pieces, texts, strict=True)
            if text
        )

    def direction_of(self, lang: str, text: str) -> Direction:
        """Base direction: the language's, unless the letters are those of the other; unknown, the first letter's."""
        if lang != "und":
            usual = Direction(locale.direction(lang))
            # Kurdish, Kyrgyz and others are written in two scripts, and a language may be guessed wrong.
            leftward = not is_left_to_right(text) and _RTL_LETTER.search(text) is not None
            if usual is Direction.LTR and leftward and _is_mostly_rtl(text):
                return Direction.RTL
            if usual is Direction.RTL and not leftward and _LATIN_PROSE.search(text):
                return Direction.LTR
            return usual
        # UAX #9, rules P2 and P3.
        for char in text[:2000]:
            kind = unicodedata.bidirectional(char)
            if kind in ("R", "AL"):
                return Direction.RTL
            if kind == "L":
                return Direction.LTR
        return Direction.LTR


_Mark = tuple[InlineKind, str | None]
_Marked = tuple[int, int, _Mark]
_TEXT: _Mark = (InlineKind.TEXT, None)


def _edited(text: str, pieces: Sequence[_Marked], changes: Sequence[Change]) -> Iterator[str]:
    """The text of each piece with *changes* made; a change belongs to the piece that it begins in."""
    if not changes:
        yield from (text[start:end] for start, end, _ in pieces)
        return
    waiting = list(reversed(changes))
    at = 0
    for index, (start, end, _) in enumerate(pieces):
        out: list[str] = []
        at = max(at, start)
        last = index + 1 == len(pieces)
        while waiting and (waiting[-1].start < end or last):
            change = waiting.pop()
            if change.start < at:  # before the first piece, where a list keeps its marker
                continue
            out += (text[at : change.start], change.text)
            at = change.end
        if at < end:
            out.append(text[at:end])
            at = end
        yield "".join(out)


def _fill(marked: Iterable[_Marked], length: int) -> list[_Marked]:
    """Order *marked* ranges, drop what overlaps an earlier one, and fill the gaps with plain text."""
    pieces: list[_Marked] = []
    position = 0
    for start, end, mark in sorted(marked, key=lambda m: (m[0], -m[1])):
        if start < position or start >= end:
            continue
        if start > position:
            pieces.append((position, start, _TEXT))
        pieces.append((start, end, mark))
        position = end
    if position < length:
        pieces.append((position, length, _TEXT))
    return pieces


def _linked(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Turn web and mail addresses in plain text into links; nothing else becomes active."""
    out: list[Inline] = []
    for inline in inlines:
        if inline.kind is not InlineKind.TEXT or ("@" not in inline.text and "://" not in inline.text):
            out.append(inline)
            continue
        position = 0
        for match in _LINK.finditer(inline.text):
            url = match.group().rstrip(".,;:!?…'’")
            target = url if "://" in url else f"mailto:{url}"
            if not target.isascii():
                continue
            if match.start() > position:
                out.append(replace(inline, text=inline.text[position : match.start()], span=None))
            out.append(replace(inline, text=url, kind=InlineKind.LINK, value=target, span=None))
            position = match.start() + len(url)
        if position < len(inline.text):
            out.append(replace(inline, text=inline.text[position:], span=inline.span if position == 0 else None))
    return tuple(out)


def _is_among(text: str, others: Iterable[str]) -> bool:
    """Say whether *text* is one of *others*, white space aside."""
    return any(text.split() == other.split() for other in others)


_RTL_LETTER = re.compile("[\u05d0-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


_LATIN_PROSE = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u058f]{2,30}[,;:]? [A-Za-z\u00c0-\u024f\u0370-\u058f]")
"""Two words that run from left to right: a line of such words alone would end with its full stop at its head."""


def _is_mostly_rtl(text: str) -> bool:
    """Say whether three of four letters at the head of *text* run from right to left."""
    kinds = [unicodedata.bidirectional(char) for char in text[:400]]
    rightward = sum(kind in ("R", "AL") for kind in kinds)
    return rightward >= 3 * kinds.count("L")


def _around(marked: Iterable[_Marked], references: Sequence[NoteReference]) -> Iterator[_Marked]:
    """Cut *marked* ranges where the marks of notes stand in them, and yield those too."""
    for first, last, mark in marked:
        start = first
        for own in references:
            if start <= own.start and own.end <= last:
                yield start, own.start, mark
                start = own.end
        yield start, last, mark
    for own in references:
        yield own.start, own.end, (InlineKind.NOTE_REFERENCE, own.key)


def _is_set_off(block: Block, quotes: Sequence[Quote]) -> bool:
    """Say whether the paragraph opens with direct speech and holds little else."""
    direct = [q for q in quotes if q.kind is QuoteKind.DIRECT]
    if not direct or len(block.text) < 60:
        return False
    ranges: list[_Marked] = [(*text_range(block, q.span), _TEXT) for q in direct]
    opens = min(start for start, _, _ in ranges) <= 1
    spoken = sum(end - start for start, end, _ in _fill(ranges, 0))
    return opens and spoken >= _SET_OFF_SHARE * len(block.text)


_NUMBERED = frozenset({Role.BODY, Role.QUOTE, Role.QUESTION, Role.ANSWER})
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _numbered(items: Iterable[Item], number: Callable[[int], str], lang: str) -> list[Item]:
    """Put a number before each paragraph of the text; headings, lists and captions have none.

    Rule: United Nations Editorial Manual, "Paragraphs": arabic numerals, consecutive, the same in all languages.
    """
    out: list[Item] = []
    count = 0
    for item in items:
        if item.role in _NUMBERED:
            count += 1
            label = Inline(f"{number(count)}.\u2002", InlineKind.NUMBER, lang if lang != item.lang else None)
            out.append(replace(item, inlines=(label, *item.inlines)))
        else:
            out.append(item)
    return out


def _reviewed(items: Sequence[Item], doubts: Iterable[Doubt]) -> list[Item]:
    """Attach each doubt to the item that holds its place; one without a place goes to the first item."""
    out = list(items)
    for doubt in doubts if out else ():
        at = 0
        if doubt.span is not None:
            holds = (i for i, item in enumerate(out) if item.span is not None and doubt.span.start in item.span)
            at = next(holds, 0)
        out[at] = replace(out[at], remarks=(*out[at].remarks, Remark(doubt.message, doubt.span)))
    return out


def _source(article: Article) -> tuple[str, str]:
    """The source to name in the frame line, and its address for a note; either may be empty."""
    own = safe_text(article.override("source") or "").strip()
    match = _LINK.search(own)
    if match is None or "://" not in match.group() or not match.group().isascii():
        return own, ""
    address = match.group().rstrip(".,;:!?…'’")
    around = (own[: match.start()], own[match.start() + len(address) :])
    name = " ".join(part for piece in around if (part := piece.strip(" \t.,;:–—-()[]<>")))
    return name or address.split("/")[2].removeprefix("www."), address


def _keep_chains(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Keep headings and captions with what they introduce, in chains of at most five."""
    keeping = {
        Role.KEY_QUOTES_TITLE,
        Role.KEY_QUOTE,
        Role.KICKER,
        Role.HEADLINE,
        Role.SUBHEADLINE,
        Role.BYLINE,
        Role.CROSSHEAD,
        Role.CAPTION,
        Role.QUESTION,
    }
    out: list[Item] = []
    chain = 0
    for index, item in enumerate(items):
        following = items[index + 1] if index + 1 < len(items) else None
        if item.figure:
            keep = following is not None and following.figure == item.figure
        else:
            keep = item.role in keeping and following is not None and chain < 5
        chain = chain + 1 if keep else 0
        out.append(replace(item, keep_with_next=True) if keep else item)
    return tuple(out)


# -- pack ------------------------------------------------------------------------------------


def _present_pack(pack: Pack, frame: _Frame) -> Presentation:
    title = safe_text(" ".join(pack.title.split())) or frame.label("briefing_pack")
    direction = Direction(locale.direction(frame.locale))
    sections = [
        _cover(pack, title, frame, direction),
        Section(
            SectionKind.CONTENTS,
            "contents",
            frame.label("contents"),
            frame.label_language,
            direction,
            (replace(frame.item(Role.CONTENTS_TITLE, frame.label("contents"), InlineKind.LABEL), level=1),),
        ),
    ]
    number = 0
    for group_number, group in enumerate(pack.sections, 1):
        if group.title:
            sections.append(_group(group.title, f"group-{group_number}", frame, direction))
        for article in group.articles:
            number += 1
            sections.append(_article_section(article, frame, f"article-{number}", level=2 if group.title else 1))
    title = _clip(title, frame.context.limits.title_characters)
    return Presentation(
        title=title,
        language=frame.locale,
        locale=frame.locale,
        direction=direction,
        sections=tuple(sections),
        page_text=frame.page_text(title),
        paper_mm=frame.paper(),
        identifier=_identifier("".join(a.guid for a in pack.articles) + title, frame),
        origin=pack,
        creators=tuple(dict.fromkeys(safe_text(n) for a in pack.articles for n in a.authors)),
        issued=pack.issued.iso if pack.issued and pack.issued.year else "",
        modified=_modified(frame.context, pack.articles, pack.issued),
        labels=frame.labels(),
        label_language=frame.label_language,
        label_direction=Direction(locale.direction(frame.label_language)),
    )


def _cover(pack: Pack, title: str, frame: _Frame, direction: Direction) -> Section:
    items = [Item(Role.COVER_TITLE, (Inline(title),), frame.locale, direction, level=1)]
    if pack.issued is not None:
        line = Inline(frame.date(pack.issued), InlineKind.TIME, value=pack.issued.iso)
        items.append(Item(Role.COVER_DETAIL, (line,), frame.locale, direction))
    count = locale.label_count("articles_count", len(pack.articles), frame.locale)
    items.append(frame.item(Role.COVER_DETAIL, count, InlineKind.LABEL))
    if frame.marking:
        items.append(Item(Role.COVER_DETAIL, (Inline(frame.marking),), frame.locale, direction))
    return Section(SectionKind.COVER, "cover", title, frame.locale, direction, tuple(items))


def _group(title: str, anchor: str, frame: _Frame, direction: Direction) -> Section:
    shown = safe_text(title)
    item = Item(Role.GROUP_TITLE, (Inline(shown),), frame.locale, direction, level=1)
    return Section(SectionKind.GROUP, anchor, shown, frame.locale, direction, (item,))


# -- metadata --------------------------------------------------------------------------------


def _identifier(seed: str, frame: _Frame) -> str:
    digest = hashlib.sha256(f"{seed}|{frame.locale}".encode("utf-8", "replace")).hexdigest()
    # RFC 9562, 5.8: version 8 in the thirteenth, variant 10xx in the seventeenth hexadecimal digit.
    return f"urn:uuid:{digest[:8]}-{digest[8:12]}-8{digest[12:15]}-a{digest[15:18]}-{digest[18:30]}"


def _modified(context: Context, articles: Sequence[Article], issued: PartialDate | None = None) -> datetime | None:
    """The moment to record: the clock's if it is set, else the newest date that the content states."""
    now = context.now()
    if now is not None:
        return now
    moments = [
        m for d in [issued, *(a.published for a in articles), *(a.updated for a in articles)] if (m := _moment(d))
    ]
    return max(moments, default=None)


def _moment(value: PartialDate | None) -> datetime | None:
    if value is None or value.year is None or value.month is None or value.day is None or value.year < 1601:
        return None
    try:
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    except ValueError:
        return None


def _publisher(article: Article) -> str:
    own = article.override("source")
    if own:
        return safe_text(own)
    if article.dateline is not None and article.dateline.agency:
        return safe_text(article.dateline.agency)
    return next((safe_text(b.agency) for b in article.blocks if isinstance(b, Byline) and b.agency), "")


def _keywords(article: Article) -> tuple[str, ...]:
    own = safe_text(article.override("keywords") or "")
    return tuple(word.strip() for word in re.split(r"[,;、，]", own) if word.strip())


def _description(article: Article) -> str:
    deck = article.first(Subheadline)
    return _clip(deck.text, 300) if deck is not None else ""


def _first_words(article: Article) -> str:
    """A title for text without a headline: the opening words, or the file's name."""
    for block in article.blocks:
        if not isinstance(block, (FrontMatter, Furniture)) and block.text.strip():
            return _clip(" ".join(block.text.split()), 80)
    return safe_text(article.info.name) or "–"


def _clip(text: str, limit: int) -> str:
    """Return *text* in at most *limit* characters, cut between words where there are spaces."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit // 2 else cut).rstrip() + "…"
