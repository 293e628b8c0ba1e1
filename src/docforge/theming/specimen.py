# SPDX-License-Identifier: Apache-2.0
"""A book that shows every role of a theme once, and running text in four scripts."""

from __future__ import annotations

import struct
import zlib

from docforge.model import Article, Pack, PackSection, Picture
from docforge.presentation import (
    Direction,
    Inline,
    InlineKind,
    Item,
    PageText,
    Presentation,
    Role,
    Section,
    SectionKind,
)
from docforge.theme import Theme

__all__ = ["specimen"]

_A4 = (210.0, 297.0)
_PICTURE_PX = (360, 240)
_BODY = (
    "The ferry left the north quay at six in the morning with forty passengers and a brass band. Fares start at £2.50; "
    "the office, closed since 2015, sells tickets again. Officials expect five sailings a day until the end of the "
    "summer, and fewer when the river runs high. "
)
_SCRIPTS: tuple[tuple[str, Direction, str, str], ...] = (
    (
        "ar",
        Direction.RTL,
        "عودة العبّارات إلى النهر",
        "غادرت العبّارة الأولى الرصيف الشمالي في السادسة صباحا وعلى متنها أربعون راكبا. وتبدأ الأجرة من 2.50 دينار، "
        "ويعمل المكتب من جديد بعد إغلاقه منذ عام 2015. وتتوقع الإدارة خمس رحلات يوميا حتى نهاية الصيف.",
    ),
    (
        "zh-Hans",
        Direction.LTR,
        "渡轮重返河上",
        "首班渡轮早上六时从北码头开出，载有四十名乘客和一支铜管乐队。票价从二元五角起，二〇一五年关闭的售票处重新开门。"
        "有关部门预计，到夏末每天将有五个班次，河水上涨时班次会减少。",
    ),
    (
        "hi",
        Direction.LTR,
        "नदी पर नौकाएँ लौटीं",
        "पहली नौका सुबह छह बजे उत्तरी घाट से चालीस यात्रियों के साथ रवाना हुई। किराया ढाई रुपये से शुरू होता है और "
        "2015 से बंद कार्यालय फिर से टिकट बेच रहा है। अधिकारियों को गर्मियों के अंत तक प्रतिदिन पाँच फेरों की उम्मीद है।",
    ),
)


def specimen(theme: Theme, paper_mm: tuple[float, float] = _A4) -> Presentation:
    """Return a presentation with every role, whose title is the theme's."""
    title = theme.title or theme.name
    origin = Pack(title, "en", (PackSection("", (Article("", "en", ()),)),))
    sections = (
        _section(SectionKind.COVER, "cover", title, (_item(Role.COVER_TITLE, title, 1), _detail(theme))),
        _section(SectionKind.CONTENTS, "contents", "Contents", (_item(Role.CONTENTS_TITLE, "Contents", 1),)),
        _section(SectionKind.GROUP, "group-1", "Every role", (_item(Role.GROUP_TITLE, "Every role", 1),)),
        _section(SectionKind.ARTICLE, "article-1", "Ferries return to the river", _article(), level=2),
        _section(SectionKind.GROUP, "group-2", "Other scripts", (_item(Role.GROUP_TITLE, "Other scripts", 1),)),
        *(_in_script(number, *own) for number, own in enumerate(_SCRIPTS, 2)),
    )
    labels = ("contents", "cover", "notes", "body_matter", "landmarks", "page_list", "skip_to_text")
    return Presentation(
        title=title,
        language="en",
        locale="en",
        direction=Direction.LTR,
        sections=sections,
        page_text=PageText(title, "Page {page} of {pages}", marking="Preview"),
        paper_mm=paper_mm,
        identifier="urn:uuid:00000000-0000-8000-8000-000000000001",
        origin=origin,
        labels=tuple((key, key.replace("_", " ").capitalize()) for key in (*labels, "accessibility_summary")),
    )


def _section(kind: SectionKind, anchor: str, title: str, items: tuple[Item, ...], level: int = 1) -> Section:
    return Section(kind, anchor, title, "en", Direction.LTR, items, detail="9 March 2026" * (level > 1), level=level)


def _item(role: Role, text: str, level: int = 0, *, keep: bool = False) -> Item:
    return Item(role, (Inline(text),), "en", level=level, keep_with_next=keep)


def _detail(theme: Theme) -> Item:
    return _item(Role.COVER_DETAIL, f"{theme.name}: every role, in every format")


def _article() -> tuple[Item, ...]:
    body = (
        Inline("WESTPORT, March 9 (Agency)", InlineKind.DATELINE),
        Inline(" – " + _BODY),
        Inline("“We kept the timetable of 1962,”", InlineKind.QUOTATION, value="Ann Vale"),
        Inline("[1]", InlineKind.NOTE_REFERENCE, value="1"),
        Inline(" said "),
        Inline("Ann Vale", InlineKind.SPEAKER),
        Inline(", who edits the "),
        Inline("Harbour Gazette", InlineKind.TERM),
        Inline(". More at "),
        Inline("https://example.org/ferry", InlineKind.LINK, value="https://example.org/ferry"),
        Inline("."),
    )
    credit = (Inline("Photo: ", InlineKind.LABEL), Inline("Coast Agency"))
    return (
        _item(Role.KICKER, "Kicker: transport", keep=True),
        _item(Role.HEADLINE, "Ferries return to the river", 1, keep=True),
        _item(
            Role.SUBHEADLINE, "Subheadline: five sailings a day from Monday, and a brass band on the first", keep=True
        ),
        _item(Role.BYLINE, "Byline: Ann Bell", keep=True),
        _item(Role.PUBLICATION_LINE, "Publication line: Monday, 9 March 2026"),
        Item(Role.METADATA, (Inline("9 March 2026", InlineKind.TIME, value="2026-03-09"), Inline(" · English")), "en"),
        Item(
            Role.PICTURE,
            (),
            "en",
            picture=_picture(),
            alternative="Hills behind a river",
            figure=1,
            keep_with_next=True,
        ),
        Item(Role.CAPTION, (Inline("Caption: the river below the town."),), "en", figure=1, keep_with_next=True),
        Item(Role.CREDIT_LINE, credit, "en", figure=1),
        Item(Role.BODY, body, "en"),
        _item(Role.BODY, "Body: " + _BODY * 2),
        _item(Role.CROSSHEAD, "Crosshead", 2, keep=True),
        _item(Role.BODY, _BODY),
        Item(Role.LIST_ITEM, (Inline("List item: tickets at the quay"),), "en", level=1, marker="– "),
        Item(Role.LIST_ITEM, (Inline("and on board"),), "en", level=1, marker="– "),
        Item(
            Role.QUOTE, (Inline("“Quote: we kept the timetable of 1962, except for the smoke. " + _BODY + "”"),), "en"
        ),
        _item(Role.KEY_QUOTES_TITLE, "Key quotes title", keep=True),
        _item(Role.KEY_QUOTE, "“Key quote: we kept the timetable of 1962, except for the smoke.”", keep=True),
        _item(Role.KEY_QUOTE_SOURCE, "— Key quote source: Omar Reed · harbour master"),
        _item(Role.QUESTION, "Question: when did the last ferry sail?", keep=True),
        _item(Role.ANSWER, "Answer: " + _BODY),
        _item(Role.PREFORMATTED, "Preformatted:\n  quay    06:00\n  island  06:25"),
        _item(Role.UNKNOWN, "Unknown: text that no rule could place."),
        Item(Role.NOTE, (Inline("[1] Note: the timetable is kept at the harbour office."),), "en", note="1"),
        _item(Role.TAGLINE, "Tagline: reporting by Ann Bell; editing by Omar Reed"),
        _item(Role.FURNITURE, "Furniture: Home · News · Share"),
    )


def _in_script(number: int, lang: str, direction: Direction, title: str, text: str) -> Section:
    items = (
        Item(Role.HEADLINE, (Inline(title),), lang, direction, level=1, keep_with_next=True),
        Item(Role.BODY, (Inline(text),), lang, direction),
        Item(Role.QUOTE, (Inline(text),), lang, direction),
        Item(Role.BODY, (Inline(text),), lang, direction),
    )
    return Section(SectionKind.ARTICLE, f"article-{number}", title, lang, direction, items, level=2)


def _picture() -> Picture:
    """Hills and a river, drawn row by row as an indexed PNG (ISO/IEC 15948)."""
    width, height = _PICTURE_PX
    palette = bytes.fromhex("bcd4e66f8f724d6b573f6f96")
    rows = []
    for y in range(height):
        row = bytearray(width)
        for x in range(width):
            near = height * 3 // 4 - abs(x - 90) // 3
            far = height * 2 // 3 - abs(x - 260) // 2
            row[x] = 3 if y > height * 3 // 4 else 2 if y > near else 1 if y > far else 0
        rows.append(b"\x00" + bytes(row))
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in (
            (b"IHDR", head),
            (b"PLTE", palette),
            (b"IDAT", zlib.compress(b"".join(rows))),
            (b"IEND", b""),
        )
    )
    return Picture("river.png", "image/png", width, height, data)
