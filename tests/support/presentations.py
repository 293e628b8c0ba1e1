# SPDX-License-Identifier: Apache-2.0
"""Presentations built by hand, so that writers can be tested without ``detect`` and ``present``.

``all_roles()`` holds every role and inline kind once, ``in_script(tag)`` one short article in one of
twelve scripts, ``pack(tags)`` a book with cover, contents, two groups and one article per tag.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

from docforge.model import Article, Headline, OffsetMap, Pack, PackSection, Paragraph, Span
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

__all__ = ["A4", "TEXTS", "all_roles", "document", "in_script", "item", "pack", "section", "text_of"]

A4 = (210.0, 297.0)
MODIFIED = datetime(2024, 5, 17, 9, 30, tzinfo=UTC)
RTL = frozenset({"ar", "he"})

TEXTS: dict[str, tuple[str, ...]] = {
    "en": (
        "River ferries return after nine years",
        "The first ferry left the north quay at six in the morning with forty passengers and a brass band.",
        "“We kept the timetable of 1962, except for the smoke,” said Ann Vale, the harbour master. "
        "Fares start at £2.50; the office — closed since 2015 — sells tickets again.",
        "Five efficient officers offered the first affluent travellers coffee; nobody difficult was left in the queue.",
    ),
    "kk": (
        "Өзен кемелері тоғыз жылдан кейін оралды",
        "Алғашқы кеме таңғы алтыда қырық жолаушымен солтүстік айлақтан шықты, үстінде үрлемелі аспаптар ойнады.",
        "«Біз 1962 жылғы кестені сақтадық», — деді айлақ бастығы Әсел Қуатқызы. Жол ақысы 450 ₸-ден басталады.",
    ),
    "el": (
        "Τα ποταμόπλοια επιστρέφουν ύστερα από εννέα χρόνια",
        "Το πρώτο πλοίο έφυγε στις έξι το πρωί με σαράντα επιβάτες από τη βόρεια αποβάθρα.",
        "«Κρατήσαμε το δρομολόγιο του 1962», είπε η λιμενάρχης Άννα Βαλή.",
    ),
    "ar": (
        "عودة العبّارات النهرية بعد تسع سنوات",
        "غادرت العبّارة الأولى الرصيف الشمالي في السادسة صباحا وعلى متنها أربعون راكبا وفرقة موسيقية.",
        "قالت مديرة الميناء آنا فالي: «حافظنا على جدول عام 1962 (ما عدا الدخان)». "
        "وتبدأ الأجرة من 2.50 دينار، بحسب Harbour News.",
    ),
    "he": (
        "המעבורות חוזרות לנהר אחרי תשע שנים",
        "המעבורת הראשונה יצאה מהרציף הצפוני בשש בבוקר ועליה ארבעים נוסעים ותזמורת.",
        "„שמרנו על לוח הזמנים משנת 1962 (חוץ מהעשן)”, אמרה מנהלת הנמל אנה ואלי. "
        "המחיר מתחיל ב־9 ₪, כך לפי Harbour News.",
    ),
    "hi": (
        "नौ साल बाद नदी में फिर चलीं नौकाएँ",
        "पहली नौका सुबह छह बजे उत्तरी घाट से चालीस यात्रियों और एक बैंड के साथ रवाना हुई।",
        "बंदरगाह की प्रवक्ता अन्ना वाले ने कहा, “हमने 1962 की समय-सारणी रखी है।” किराया ₹40 से शुरू होता है।",
    ),
    "bn": (
        "নয় বছর পরে নদীতে আবার ফেরি",
        "প্রথম ফেরিটি সকাল ছয়টায় চল্লিশজন যাত্রী নিয়ে উত্তর ঘাট ছেড়ে যায়।",
        "বন্দরের প্রধান আনা ভালে বলেন, “আমরা ১৯৬২ সালের সময়সূচি রেখেছি।”",
    ),
    "ta": (
        "ஒன்பது ஆண்டுகளுக்குப் பிறகு ஆற்றில் படகுகள்",
        "முதல் படகு காலை ஆறு மணிக்கு நாற்பது பயணிகளுடன் வடக்குத் துறையிலிருந்து புறப்பட்டது.",
        "“1962 ஆம் ஆண்டின் கால அட்டவணையை வைத்திருக்கிறோம்,” என்று துறைமுக அதிகாரி அன்னா கூறினார்.",
    ),
    "th": (
        "เรือข้ามฟากกลับมาหลังเก้าปี",
        "เรือลำแรกออกจากท่าเหนือเวลาหกโมงเช้าพร้อมผู้โดยสารสี่สิบคนและวงดนตรีหนึ่งวงซึ่งบรรเลงเพลงตลอดทางจนถึงฝั่งตรงข้าม",
        "“เราใช้ตารางเวลาของปี 1962” แอนนา วาเล หัวหน้าท่าเรือกล่าว ค่าโดยสารเริ่มที่ ฿40",
    ),
    "zh-Hans": (
        "渡轮九年后重返河面",
        "首班渡轮清晨六点从北码头出发，载有四十名乘客和一支铜管乐队，沿河而下直到对岸的旧仓库。",
        "“我们保留了1962年的时刻表，”港务主任安娜·瓦莱说，“只是没有煤烟。”票价从每人十五元起。",
    ),
    "ja": (
        "川の渡し船、九年ぶりに運航再開",
        "最初の便は午前六時、乗客四十人と吹奏楽団を乗せて北岸の桟橋を出発した。",
        "「1962年の時刻表をそのまま使っています」と港長のアンナ・ヴァーレさんは話した。運賃は三百円から。",
    ),
    "ko": (
        "강을 건너는 배, 아홉 해 만에 다시 뜨다",
        "첫 배는 오전 여섯 시에 승객 마흔 명과 악단을 태우고 북쪽 부두를 떠났다.",
        "“1962년 시간표를 그대로 지켰습니다.” 항만장 안나 발레가 말했다. 요금은 2,500원부터다.",
    ),
}
"""Headline and paragraphs by language tag, one tag for each of twelve scripts."""


def direction(tag: str) -> Direction:
    """Return the base direction of the built texts."""
    return Direction.RTL if tag in RTL else Direction.LTR


def item(role: Role, text: str | Sequence[Inline], tag: str = "en", **more: object) -> Item:
    """Return an item of *role* from a string or inlines."""
    inlines = (Inline(text),) if isinstance(text, str) else tuple(text)
    return Item(role, inlines, tag, direction(tag), **more)  # type: ignore[arg-type]


def section(
    kind: SectionKind, anchor: str, title: str, items: Sequence[Item], tag: str = "en", **more: object
) -> Section:
    """Return a section with the built-in direction of *tag*."""
    return Section(kind, anchor, title, tag, direction(tag), tuple(items), **more)  # type: ignore[arg-type]


def origin(texts: Sequence[str], tag: str) -> Article:
    """Return an article whose source is *texts* with blank lines between."""
    source = "\n\n".join(texts)
    blocks: list[Headline | Paragraph] = []
    start = 0
    for index, text in enumerate(texts):
        span, offsets = Span(start, start + len(text)), OffsetMap(((0, start),))
        blocks.append((Paragraph if index else Headline)(text, span, offsets, rule="hand", score=1.0))
        start += len(text) + 2
    return Article(source, tag, tuple(blocks))


def document(
    sections: Sequence[Section],
    tag: str = "en",
    *,
    title: str = "",
    paper_mm: tuple[float, float] = A4,
    modified: datetime | None = MODIFIED,
    page_text: PageText | None = None,
    source: Article | Pack | None = None,
    **more: object,
) -> Presentation:
    """Return a presentation of *sections* with plain defaults for everything else."""
    name = title or sections[0].title
    key = hashlib.sha256(repr((name, [s.anchor for s in sections])).encode()).hexdigest()
    texts = [i.text for s in sections for i in s.items if i.text.strip()] or [name]
    return Presentation(
        title=name,
        language=tag,
        locale=tag,
        direction=direction(tag),
        sections=tuple(sections),
        page_text=page_text or PageText(name, "Page {page} of {pages}"),
        paper_mm=paper_mm,
        identifier=f"urn:uuid:{key[:8]}-{key[8:12]}-8{key[13:16]}-8{key[17:20]}-{key[20:32]}",
        origin=source or origin(texts, tag),
        modified=modified,
        labels=(("contents", "Contents"), ("cover", "Cover"), ("accessibility_summary", "Tagged and readable.")),
        **more,  # type: ignore[arg-type]
    )


def article_items(tag: str, *, level: int = 1) -> tuple[Item, ...]:
    """Return headline, frame line and body of the text in *tag*."""
    headline, *body = TEXTS[tag]
    frame = (Inline("2024-05-17", InlineKind.TIME, lang="en", value="2024-05-17"),)
    return (
        item(Role.HEADLINE, headline, tag, level=level, keep_with_next=True),
        item(Role.METADATA, frame, "en"),
        *(item(Role.BODY, text, tag) for text in body),
    )


def in_script(tag: str, **more: object) -> Presentation:
    """Return one article in *tag*, a key of ``TEXTS``."""
    body = section(SectionKind.ARTICLE, "a1", TEXTS[tag][0], article_items(tag), tag)
    return document((body,), tag, **more)  # type: ignore[arg-type]


def all_roles(**more: object) -> Presentation:
    """Return one article that uses every role an article can have, and every inline kind."""
    quotation = "“Nobody counted on the band,” said Ann Vale."
    items = (
        item(Role.KICKER, "Transport", keep_with_next=True),
        item(Role.HEADLINE, "River ferries return after nine years", level=1, keep_with_next=True),
        item(Role.SUBHEADLINE, "A timetable from 1962, new engines and an old band on the north quay"),
        item(Role.BYLINE, "By Mira Holt and Jonas Eberle"),
        item(
            Role.METADATA,
            (
                Inline("Published: ", InlineKind.LABEL),
                Inline("17 May 2024", InlineKind.TIME, value="2024-05-17"),
                Inline(" · "),
                Inline("harbour.example", InlineKind.LINK, value="https://harbour.example/ferries?id=7&x=1"),
            ),
        ),
        item(Role.PUBLICATION_LINE, "Updated 18 May 2024, 10:15"),
        item(
            Role.BODY,
            (
                Inline("LAKEPORT, May 17 (HN)", InlineKind.DATELINE),
                Inline(" — The first ferry left the north quay at six in the morning with forty passengers. "),
                Inline("“We kept the timetable,”", InlineKind.QUOTATION, value="Ann Vale"),
                Inline(" said "),
                Inline("Ann Vale", InlineKind.SPEAKER),
                Inline(", who calls it "),
                Inline("Fahrplantreue", InlineKind.TERM, lang="de"),
                Inline(". The Kazakh press wrote "),
                Inline("«Өзен кемелері оралды»", lang="kk"),
                Inline(" and the Arabic one "),
                Inline("عودة العبّارات (2024)", lang="ar"),
                Inline(" on the same day"),
                Inline("[1]", InlineKind.NOTE_REFERENCE, value="1"),
                Inline("."),
            ),
        ),
        item(Role.CROSSHEAD, "What a ticket costs", level=2, keep_with_next=True),
        item(Role.LIST_ITEM, "one way, £2.50 for anybody over twelve", marker="- ", level=1),
        item(Role.LIST_ITEM, "there and back, £4", marker="- ", level=1),
        item(Role.LIST_ITEM, "only on Sundays", marker="• ", level=2),
        item(Role.LIST_ITEM, "first, find the office", marker="1. ", level=1),
        item(Role.LIST_ITEM, "second, knock", marker="2. ", level=1),
        item(Role.QUOTE, (Inline(quotation, InlineKind.QUOTATION, value="Ann Vale"),)),
        item(Role.CROSSHEAD, "An interview", level=2, keep_with_next=True),
        item(Role.QUESTION, (Inline("Q: ", InlineKind.LABEL), Inline("Why so early?")), keep_with_next=True),
        item(Role.ANSWER, (Inline("A: ", InlineKind.LABEL), Inline("Because the river is calm at six."))),
        item(Role.PREFORMATTED, "06:00  north quay\n06:20  mill\n06:45  south quay"),
        item(Role.CAPTION, "The ferry at the north quay", keep_with_next=True),
        item(Role.CREDIT_LINE, (Inline("Photo: ", InlineKind.LABEL), Inline("Pavel Orlo / Harbour News"))),
        item(Role.TAGLINE, "Reporting by Mira Holt; editing by Jonas Eberle"),
        item(Role.NOTE, "Timetable of the harbour office, page 2.", marker="[1] ", note="1"),
        item(Role.FURNITURE, "Share · Print · Read more"),
        item(Role.UNKNOWN, "~ 7 ~ ref. 0045 ~"),
        item(
            Role.BODY,
            (Inline("Write to "), Inline("desk@harbour.example", InlineKind.LINK, value="mailto:desk@harbour.example")),
        ),
    )
    body = section(SectionKind.ARTICLE, "a1", "River ferries return after nine years", items)
    details = {
        "creators": ("Mira Holt", "Jonas Eberle"),
        "subject": "Transport",
        "keywords": ("ferry", "river"),
        **more,
    }
    return document((body,), **details)  # type: ignore[arg-type]


def pack(tags: Sequence[str] = tuple(TEXTS), *, marking: str = "", **more: object) -> Presentation:
    """Return a book in two groups: cover, contents, then one article per tag."""
    cover = section(
        SectionKind.COVER,
        "cover",
        "Morning briefing",
        (item(Role.COVER_TITLE, "Morning briefing", level=1), item(Role.COVER_DETAIL, "17 May 2024")),
    )
    contents = section(SectionKind.CONTENTS, "contents", "Contents", (item(Role.CONTENTS_TITLE, "Contents", level=1),))
    half = (len(tags) + 1) // 2
    parts: list[Section] = [cover, contents]
    for number, (name, chosen) in enumerate((("First group", tags[:half]), ("Second group", tags[half:])), 1):
        parts.append(section(SectionKind.GROUP, f"g{number}", name, (item(Role.GROUP_TITLE, name, level=1),)))
        for tag in chosen:
            anchor = f"a{len(parts)}"
            items = article_items(tag, level=2)
            title = TEXTS[tag][0]
            parts.append(
                section(SectionKind.ARTICLE, anchor, title, items, tag, level=2, detail=f"17 May 2024 · {tag}")
            )
    articles = tuple(origin(TEXTS[tag], tag) for tag in tags)
    own = Pack(
        "Morning briefing",
        "en",
        (PackSection("First group", articles[:half]), PackSection("Second group", articles[half:])),
    )
    head = PageText("Morning briefing", "Page {page} of {pages}", marking=marking)
    return document(parts, page_text=head, source=own, **more)  # type: ignore[arg-type]


def text_of(presentation: Presentation) -> str:
    """Return what a reader must find, items in order, each with a line end; contents entries are left out."""
    return "".join(item.text + "\n" for section in presentation.sections for item in section.items)
