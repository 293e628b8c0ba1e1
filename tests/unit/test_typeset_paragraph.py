# SPDX-License-Identifier: Apache-2.0
"""Whole paragraphs: shaping, fallback, bidi, placement."""

from __future__ import annotations

import pytest

from docforge.diagnostics import Report
from docforge.errors import FontError
from docforge.typeset import Box, Line, StyledRun, font_catalogue, lay_out, text_width

ENGLISH = (
    "The minister said on Tuesday that the agreement, the first of its kind between the two countries, would be "
    "signed next week and that parliament would be asked to ratify it before the summer break begins in July."
)


def lines_of(
    text: str | list[StyledRun], lang: str = "en", width: float = 200.0, **options: object
) -> tuple[Line, ...]:
    runs = [StyledRun(text, lang, "serif", 10.5)] if isinstance(text, str) else text
    report = options.pop("report", Report())
    return lay_out(runs, width_pt=width, lang=lang, catalogue=font_catalogue(), report=report, **options)  # type: ignore[arg-type]


def logical(line: Line) -> list[Box]:
    return sorted(line.boxes, key=lambda box: (box.text_start, box.text_end))


def drawn_text(lines: tuple[Line, ...]) -> str:
    return "".join(
        "" if b.text == "\u00ad" and b.text_start == b.text_end else b.text for li in lines for b in logical(li)
    )


SAMPLES = {
    "en": ENGLISH,
    "de": "Die Bundesregierung will die Zusammenarbeit mit den Nachbarländern ausbauen, teilte das Ministerium mit.",
    "kk": "Қазақстан Республикасының Президенті үкімет отырысында ғылым мен өнерге қолдау көрсетілетінін айтты.",
    "ar": "أعلن الوزير يوم الثلاثاء أن الاتفاق (الأول من نوعه) سيوقع خلال 5 أيام مع شركة Example Corp. والله أعلم.",
    "he": "הממשלה הודיעה ביום שלישי (12 במרץ) כי ההסכם עם Example Ltd. ייחתם בשבוע הבא: 50% מהסכום.",
    "fa": "وزیر روز سه‌شنبه گفت که این توافق‌نامه هفتهٔ آینده امضا خواهد شد.",
    "hi": "प्रवक्ता ने मंगलवार को कहा कि समझौते पर अगले सप्ताह हस्ताक्षर किए जाएंगे।",
    "bn": "মন্ত্রী মঙ্গলবার বলেছেন যে চুক্তিটি আগামী সপ্তাহে স্বাক্ষরিত হবে।",
    "ta": "அமைச்சர் செவ்வாய்க்கிழமை கூறினார்: ஒப்பந்தம் அடுத்த வாரம் கையெழுத்தாகும்.",
    "th": "รัฐมนตรีกล่าวเมื่อวันอังคารว่าข้อตกลงดังกล่าวจะลงนามในสัปดาห์หน้า",
    "lo": "ລັດຖະມົນຕີກ່າວໃນວັນອັງຄານວ່າຂໍ້ຕົກລົງຈະຖືກລົງນາມໃນອາທິດໜ້າ",
    "km": "រដ្ឋមន្ត្រីបាននិយាយនៅថ្ងៃអង្គារថាកិច្ចព្រមព្រៀងនឹងត្រូវចុះហត្ថលេខា",
    "my": "ဝန်ကြီးက အင်္ဂါနေ့တွင် သဘောတူညီချက်ကို လာမည့်အပတ်တွင် လက်မှတ်ရေးထိုးမည်ဟု ပြောကြားခဲ့သည်။",
    "ka": "მინისტრმა სამშაბათს განაცხადა, რომ შეთანხმებას მომავალ კვირას მოეწერება ხელი.",
    "am": "ሚኒስትሩ ማክሰኞ ዕለት ስምምነቱ በሚቀጥለው ሳምንት እንደሚፈረም ተናግረዋል።",
    "zh-Hans": "部长星期二表示：“该协议（首个此类协议）将于下周签署”，详情见 Example 网站2024年公告……",
    "ja": "大臣は火曜日に「この協定は来週署名される」と述べた。詳細はウェブサイトをご覧ください。",
    "ko": "장관은 화요일 이 협정(첫 번째)이 다음 주에 서명될 것이라고 말했다.",
}


@pytest.mark.parametrize("lang", SAMPLES)
@pytest.mark.parametrize("align", ["start", "justify", "center", "end"])
def test_every_script_keeps_its_text_and_its_column(lang: str, align: str) -> None:
    text = SAMPLES[lang]
    rtl = lang in ("ar", "he", "fa")
    report = Report()
    lines = lines_of(text, lang, 150, align=align, direction="rtl" if rtl else "ltr", hyphenate=True, report=report)
    assert not report.diagnostics
    assert len(lines) > 1
    assert "".join(text[line.text_start : line.text_end] for line in lines) == text
    assert drawn_text(lines) == text
    for line in lines:
        assert line.width_pt <= 150 + 1e-6
        assert_visible_inside(line, 150)
        for box in line.boxes:
            for piece in box.pieces:
                assert "".join(sorted("".join(c.text for c in piece.clusters))) == "".join(sorted(piece.text))
                assert sum(c.glyphs for c in piece.clusters) == len(piece.gids)
                assert 0 not in piece.gids


def assert_visible_inside(line: Line, width: float) -> None:
    """Follow the drawing rule of ``Box`` and check where the ink can be."""
    end_of_box: float | None = None
    for box in line.boxes:
        x = box.x_pt
        assert end_of_box is None or x == pytest.approx(end_of_box, abs=1e-6)
        for piece in box.pieces:
            x += box.gap_pt if piece.expands and piece.rtl else 0.0
            blank = len(piece.text) - len(piece.text.strip())
            left = x + (piece.trail * box.size_pt / 1000 if piece.rtl else 0.0)
            x += piece.width * box.size_pt / 1000 + box.track_pt * sum(1 for a in piece.advances if a)
            right = x - (0.0 if piece.rtl else piece.trail * box.size_pt / 1000)
            if blank < len(piece.text):
                assert left >= -0.01
                assert right <= width + box.track_pt + 0.01
            x += box.gap_pt if piece.expands and not piece.rtl else 0.0
        end_of_box = x


def test_justified_lines_are_full_and_the_last_is_not() -> None:
    lines = lines_of(ENGLISH, align="justify", hyphenate=True)
    assert [line.width_pt for line in lines[:-1]] == pytest.approx([200.0] * (len(lines) - 1))
    assert lines[-1].width_pt < 200
    assert lines[-1].forced
    assert not any(line.forced for line in lines[:-1])
    assert all(line.ratio >= -1 for line in lines)


def test_alignment() -> None:
    (start,), (end,), (center,) = (lines_of("Words", align=a) for a in ("start", "end", "center"))
    width = start.width_pt
    assert (start.boxes[0].x_pt, end.boxes[0].x_pt) == pytest.approx((0, 200 - width))
    assert center.boxes[0].x_pt == pytest.approx((200 - width) / 2)
    (right,) = lines_of("מילים", "he", direction="rtl")
    assert right.boxes[0].x_pt == pytest.approx(200 - right.width_pt)
    (auto,) = lines_of("מילים", "he", direction="auto")
    assert auto == right


def test_first_line_indent_moves_and_narrows() -> None:
    lines = lines_of(ENGLISH, first_line_pt=20)
    assert lines[0].boxes[0].x_pt == pytest.approx(20)
    assert lines[0].width_pt <= 180
    assert lines[1].boxes[0].x_pt == 0
    (rtl,) = lines_of("מילים", "he", direction="rtl", first_line_pt=20)
    assert rtl.boxes[0].x_pt == pytest.approx(180 - rtl.width_pt)


def test_hyphenated_line_ends_with_a_soft_hyphen() -> None:
    lines = lines_of(ENGLISH, width=90, align="justify", hyphenate=True)
    broken = [line for line in lines if line.hyphen]
    assert broken
    for line in broken:
        last = logical(line)[-1]
        assert last.text.endswith("\u00ad")
        assert ENGLISH[line.text_end - 1].isalpha()
    assert not any(line.hyphen for line in lines_of(ENGLISH, width=90, align="justify"))


def test_soft_hyphens_of_the_text_work_without_hyphenation_and_vanish_elsewhere() -> None:
    text = "Donau\u00addampf\u00adschiff\u00adfahrt"
    lines = lines_of(text, "de", 60)
    assert all(line.hyphen for line in lines[:-1])
    assert drawn_text(lines) == text
    (whole,) = lines_of(text, "de", 300)
    assert whole.width_pt == pytest.approx(lines_of(text.replace("\u00ad", ""), "de", 300)[0].width_pt)


def test_runs_keep_style_index_and_hyphenation_choice() -> None:
    runs = [
        StyledRun("The ", "en", "serif", 10.5, index=1),
        StyledRun(
            "Bundesverfassungsgericht", "de", "serif", 10.5, italic=True, colour="#aa0000", index=2, hyphenate=False
        ),
        StyledRun(", the court, said so.", "en", "sans", 9.0, weight=700, index=3),
    ]
    lines = lines_of(runs, width=120, hyphenate=True)
    boxes = [box for line in lines for box in logical(line)]
    assert {box.run for box in boxes} == {1, 2, 3}
    assert {box.face.italic for box in boxes if box.run == 2} == {True}
    assert {box.size_pt for box in boxes if box.run == 3} == {9.0}
    assert "".join(b.text for b in boxes if b.run == 2) == "Bundesverfassungsgericht"
    assert not any(line.hyphen for line in lines)
    # The comma may not start a line although it starts a run.
    assert all(not line.boxes or not logical(line)[0].text.startswith(",") for line in lines)


def test_arabic_joins_across_runs() -> None:
    whole = lines_of("محمد", "ar", direction="rtl")[0]
    parts = [StyledRun("مح", "ar", "serif", 10.5, index=0), StyledRun("مد", "ar", "serif", 10.5, index=1)]
    split = lines_of(parts, "ar", direction="rtl")[0]
    assert len(split.boxes) == 2
    assert split.width_pt == pytest.approx(whole.width_pt)


def test_brackets_are_mirrored_but_keep_their_text() -> None:
    (line,) = lines_of("א(ב)", "he", direction="rtl")
    (latin,) = lines_of("(", "he")
    pieces = [piece for box in line.boxes for piece in box.pieces]
    assert "".join(reversed([c.text for p in pieces for c in p.clusters])) == "א(ב)"
    opening = latin.boxes[0].pieces[0].gids[0]
    assert [g for p in pieces for g, c in zip(p.gids, p.clusters, strict=True) if c.text == ")"] == [opening]


def test_forced_breaks_and_empty_lines() -> None:
    lines = lines_of("one\n\ntwo three\u2028four")
    assert [(line.text_start, line.text_end) for line in lines] == [(0, 4), (4, 5), (5, 15), (15, 19)]
    assert all(line.forced for line in lines)
    assert lines[1].boxes == ()
    (empty,) = lines_of("")
    assert (empty.boxes, empty.text_start, empty.text_end) == ((), 0, 0)


def test_white_space_stays_in_the_text() -> None:
    text = "  two  spaces\tand a tab  "
    lines = lines_of(text)
    assert drawn_text(lines) == text


@pytest.mark.parametrize("word", ["x" * 300, "á" * 200, "क्ष" * 120, "👩\u200d👩\u200d👧" * 40, "ب" * 300, "אב" * 150])
def test_words_wider_than_the_line_are_split_at_graphemes(word: str) -> None:
    rtl = word[0] in "בא" or word[0] == "ب"
    lines = lines_of(word, "en", 100, direction="rtl" if rtl else "ltr")
    assert len(lines) > 3
    assert drawn_text(lines) == word
    assert max(line.width_pt for line in lines) <= 100 + 1e-6
    for line in lines[1:]:
        assert word[line.text_start] not in "\u0301\u200d\u094d"


def test_a_space_where_no_line_may_end_lends_the_next_line_nothing() -> None:
    # No line ends between a blank and a closing bracket (UAX #14, LB13): both words are split as one.
    text = "국국국국 ))a국국국"
    for width in (41.2, 41.6, 41.8, 42.0, 42.1, 42.2):
        lines = lines_of(text, "en", width, align="start")
        assert drawn_text(lines) == text
        assert max(line.width_pt for line in lines) <= width + 1e-6


def test_missing_letters_are_an_error_that_names_everything() -> None:
    with pytest.raises(FontError, match=r"Tibetan \(Tibt\): ཀ U\+0F40 TIBETAN LETTER KA: .*--font-dir"):
        lines_of("བོད་ཀ"[-1])


@pytest.mark.parametrize("char", ["\ue123", "\U0001f260", "\U0003abcd", "\ufdd0"])
def test_symbols_without_glyph_become_boxes(char: str) -> None:
    report = Report()
    text = f"a {char} b {char}"
    (line,) = lines_of(text, report=report)
    boxes = [box for box in line.boxes if box.pieces[0].missing]
    assert len(boxes) == 2
    piece = boxes[0].pieces[0]
    assert piece.text == char
    assert not piece.gids
    assert piece.placeholder is not None
    assert "".join(row.text for row, _, _ in piece.placeholder.rows) == f"{ord(char):04X}"
    assert [d.code for d in report] == ["DF-W101"]
    assert f"U+{ord(char):04X}" in report.diagnostics[0].message
    assert drawn_text((line,)) == text


def test_the_warning_belongs_to_the_document_that_has_the_character() -> None:
    lines_of("a \ue777")
    report = Report()
    lines_of("a b", report=report)
    assert not report.diagnostics
    lines_of("a \ue777", report=report)
    assert len(report) == 1


@pytest.mark.parametrize(
    "char", ["\u200d", "\u200c", "\ufe0f", "\u200e", "\u2067", "\u00ad", "\u2060", "\U000e0041", "\u061c", "\ufeff"]
)
def test_invisible_characters_draw_nothing_and_never_fail(char: str) -> None:
    report = Report()
    for text in (char, f"a{char}b", f"{char}a", f"a {char} b", f"ب{char}ب"):
        for line in lines_of(text, report=report):
            for box in line.boxes:
                assert not any(piece.missing for piece in box.pieces)
    assert not report.diagnostics
    assert text_width(
        StyledRun(f"a{char}b", "en", "serif", 10), catalogue=font_catalogue(), report=report
    ) == pytest.approx(text_width(StyledRun("ab", "en", "serif", 10), catalogue=font_catalogue(), report=report))


def test_pieces_are_shared() -> None:
    first, second = lines_of("same words"), lines_of("same words", width=300)
    assert first[0].boxes[0].pieces[0] is second[0].boxes[0].pieces[0]


def test_han_forms_follow_the_language_and_its_neighbours() -> None:
    faces = {lang: lines_of("骨", lang)[0].boxes[0].face.family for lang in ("zh", "zh-TW", "ja", "ko")}
    assert list(faces.values()) == ["Noto Sans SC", "Noto Sans TC", "Noto Sans JP", "Noto Sans KR"]
    assert lines_of("the word 骨のある", "en")[0].boxes[1].face.family == "Noto Sans JP"


def test_kinsoku_no_line_starts_with_a_closing_mark() -> None:
    text = "大臣は「協定、署名。」と（述べ）た。" * 20
    for width in range(60, 140, 7):
        for line in lines_of(text, "ja", float(width), align="justify"):
            assert text[line.text_start] not in "、。」）ー"
            assert text[line.text_end - 1] not in "「（" or line.forced


def test_korean_breaks_at_spaces_only() -> None:
    text = SAMPLES["ko"]
    for line in lines_of(text, "ko", 100)[:-1]:
        assert text[line.text_end - 1] == " "


def test_greedy_and_total_fit_agree_on_the_text() -> None:
    for breaker in ("greedy", "total-fit"):
        lines = lines_of(ENGLISH, breaker=breaker, align="justify", hyphenate=True)
        assert "".join(ENGLISH[li.text_start : li.text_end] for li in lines) == ENGLISH


def test_gaps_without_spaces_stay_small() -> None:
    for lang in ("zh-Hans", "ja", "th", "km"):
        for line in lines_of(SAMPLES[lang], lang, 70, align="justify"):
            for box in line.boxes:
                if any(piece.expands and not piece.shrink for piece in box.pieces):
                    assert box.gap_pt <= 0.09 * box.size_pt + 1e-9


def test_loose_lines_are_spaced_out_a_little_and_marks_stay_put() -> None:
    lines = lines_of("Präsidentenwahlen verschoben, Regierung schweigt " * 6, "de", 130, align="justify")
    tracked = [box for line in lines for box in line.boxes if box.track_pt]
    assert tracked
    assert all(0 < box.track_pt <= 0.015 * box.size_pt + 1e-9 for box in tracked)
    lines = lines_of("Pra\u0308q\u0308sidentenwahlen verschoben, Regierung schweigt " * 6, "de", 130, align="justify")
    for line in lines:
        for box in line.boxes:
            assert not box.track_pt or all(a for piece in box.pieces for a in piece.advances)


# -- columns --------------------------------------------------------------------------------

TABLES = {
    "en": "\t2023\t2024\nNorthport–Saltmere\t1,204,300\t12\nShips\t3\nIsland mail\t\t8",
    "zh-Hans": "\t2023年\t2024年\n北港至盐湖港\t1,204,300\t12\n船只\t3\n岛屿邮政\t\t8",
    "hi": "\t2023\t2024\nउत्तरी बंदरगाह\t1,204,300\t12\nजहाज़\t3\nद्वीप डाक\t\t8",
    "ar": "\t2023\t2024\nالميناء الشمالي\t1,204,300\t12\nالسفن\t3\nبريد الجزيرة\t\t8",
}


def column_edges(lines: tuple[Line, ...], *, rtl: bool) -> list[dict[int, float]]:
    """Where the cells of each line begin, by their number."""
    rows = []
    for line in lines:
        tabs, row = 0, {}
        placed = []
        for box in line.boxes:
            x = box.x_pt
            assert not box.gap_pt and not box.track_pt
            for piece in box.pieces:
                width = piece.width * box.size_pt / 1000
                placed.append((x + width if rtl else x, piece.text))
                x += width
        for x, text in sorted(placed, reverse=rtl):
            if text == "\t":
                tabs += 1
            else:
                row.setdefault(tabs, x)
        rows.append(row)
    return rows


@pytest.mark.parametrize("lang", TABLES)
@pytest.mark.parametrize("align", ["start", "justify"])
def test_cells_stand_below_each_other(lang: str, align: str) -> None:
    text, rtl = TABLES[lang], lang == "ar"
    lines = lines_of(text, lang, 300.0, direction="rtl" if rtl else "ltr", align=align, columns=True)
    assert drawn_text(lines) == text.replace("\n", "")
    assert len(lines) == 4
    rows = column_edges(lines, rtl=rtl)
    assert [sorted(row) for row in rows] == [[1, 2], [0, 1, 2], [0, 1], [0, 2]]
    for column in (0, 1, 2):
        edges = [row[column] for row in rows if column in row]
        assert max(edges) - min(edges) < 0.05
    assert (rows[1][2] < rows[1][1] < rows[1][0]) if rtl else (rows[1][0] < rows[1][1] < rows[1][2])
    plain = column_edges(lines_of(text, lang, 300.0, direction="rtl" if rtl else "ltr"), rtl=rtl)
    assert abs(plain[0][1] - plain[1][1]) > 10


def test_runs_of_several_styles_stand_in_the_same_columns() -> None:
    runs = [
        StyledRun("Ships", "en", "sans", 14, weight=700),
        StyledRun("\t3\nIsland", "en", "serif", 10.5, index=1),
        StyledRun(" mail\t", "en", "serif", 8, italic=True, index=2),
        StyledRun("12", "en", "serif", 10.5, index=3),
    ]
    rows = column_edges(lines_of(runs, columns=True), rtl=False)
    assert abs(rows[0][1] - rows[1][1]) < 0.05


def test_columns_that_do_not_fit_are_given_up() -> None:
    text = "Northport–Saltmere\t1,204,300\t1,310,020\nShips\t3\t4"
    assert lines_of(text, width=110.0, columns=True) == lines_of(text, width=110.0)
    assert lines_of(text, width=300.0, columns=True) != lines_of(text, width=300.0)


def test_lines_without_tabs_are_set_as_ever() -> None:
    text = ENGLISH + "\n" + ENGLISH
    assert lines_of(text, columns=True) == lines_of(text)
