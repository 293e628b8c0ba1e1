# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Datelines and dates in the shapes of many newsrooms, the reporters they name, and what only looks like them."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, article, texts

from docforge.context import Context
from docforge.detect import detect
from docforge.detect.dateline import parse_dateline
from docforge.diagnostics import Report
from docforge.locale import find_dates
from docforge.model import Furniture, Headline, PublicationLine
from docforge.reading import read_source

EN = "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
DE = "Das Hafenamt sagte am Montag, dass die Fähre drei Wochen nach dem Sturm wieder fährt und die alte Mole repariert ist."
PL = "Urząd portu poinformował w poniedziałek, że prom znów wypłynie trzy tygodnie po sztormie, który uszkodził stare molo."
ID = "Kantor pelabuhan mengatakan pada hari Senin bahwa kapal feri akan kembali berlayar tiga minggu setelah badai itu."
RU = "Управление порта сообщило в понедельник, что паром снова выйдет в море через три недели после шторма."
AR = "قالت إدارة الميناء يوم الاثنين إن العبارة ستبحر من جديد بعد ثلاثة أسابيع من العاصفة التي حطمت الرصيف القديم في المدينة."
FA = "مدیر بندر روز دوشنبه گفت که کشتی مسافربری سه هفته پس از توفانی که اسکله قدیمی را شکست دوباره به راه می‌افتد."
HI = "बंदरगाह कार्यालय ने सोमवार को बताया कि तूफान के तीन सप्ताह बाद नाव फिर से चलेगी और पुराने घाट की मरम्मत पूरी हो गई है।"
ZH = "港口在风暴三周之后重新开放，港务局周一表示渡轮将再次启航，旧码头也已经修好。"
TW = "港口在風暴三週之後重新開放，港務局週一表示渡輪將再次啟航，舊碼頭也已經修好。"
KO = "항만청은 월요일에 폭풍이 지나간 지 3주 만에 여객선이 다시 운항하고 낡은 부두도 수리됐다고 밝혔다."
JA = "港湾事務所は月曜日、嵐から三週間を経て渡し船が再び運航し、古い桟橋の修理も終わったと発表した。"


@pytest.mark.parametrize(
    ("title", "head", "text", "place", "authors"),
    [
        ("푸른시 부두 다시 열어", "(푸른=연합뉴스) 이도현 기자 = ", KO, "푸른", ("이도현",)),
        ("港口重新开放", "新华社青川3月18日电（记者李雨晴）", ZH, "青川", ("李雨晴",)),
        ("港口重新开放", "中新社临江6月5日电 （记者 王海涛 陈静）", ZH, "临江", ("王海涛", "陈静")),
        ("港口重新开放", "本报讯（记者 李雨晴 通讯员 周敏）", ZH, None, ("李雨晴", "周敏")),
        ("港口重新开放", "本报讯（本报记者李雨晴 实习生周 敏）", ZH, None, ("李雨晴", "周敏")),
        ("港口重新开放", "中新网6月5日电 (王海涛 陈静)", ZH, None, ("王海涛", "陈静")),
        ("港口重新开放", "新华社青川3月18日电（港报记者李雨晴、新华社记者陈静）", ZH, "青川", ("李雨晴", "陈静")),
        ("港口重新开放", "本报青川3月18日电记者李雨晴、陈静报道：", ZH, "青川", ("李雨晴", "陈静")),
        ("港口重新開放", "（中央社記者黃志明青山3日電）", TW, "青山", ("黃志明",)),
        ("港口重新開放", "（中央社記者黃志明青山縣3日電）", TW, "青山縣", ("黃志明",)),
        ("港口重新開放", "（中央社記者王五青山縣3日電）", TW, "青山縣", ("王五",)),
        ("港口重新開放", "（中央社記者林佳蓉、黃志明青山3日電）", TW, "青山", ("林佳蓉", "黃志明")),
        ("港口重新開放", "〔記者林佳蓉／青山報導〕", TW, "青山", ("林佳蓉",)),
        ("港口重新開放", "〔記者林佳蓉、黃志明／綜合報導〕", TW, None, ("林佳蓉", "黃志明")),
        ("港口重新開放", "【記者林佳蓉青山報導】", TW, "青山", ("林佳蓉",)),
        ("港口重新開放", "（特派記者歐陽美華東京報導）", TW, "東京", ("歐陽美華",)),
        ("港が再開した", "【ソウル＝高瀬真理子】", JA, "ソウル", ("高瀬真理子",)),
    ],
)
def test_reporters_in_datelines_are_the_authors(
    title: str, head: str, text: str, place: str | None, authors: tuple[str, ...]
) -> None:
    found = article(title, "", head + text, "", text)
    assert found.dateline is not None
    assert found.dateline.place == place
    assert found.authors == authors


@pytest.mark.parametrize("head", ["本报讯（记者 李雨晴 青川报道）", "本报讯（记者李雨晴）"])
def test_the_kind_of_work_is_no_reporter(head: str) -> None:
    assert article("港口重新开放", "", head + ZH, "", ZH).authors == ("李雨晴",)


@pytest.mark.parametrize(
    "head",
    [
        "中新网6月5日电 （每周观察）",
        "新华社青川3月18日电 综合新华社驻外记者报道：",
        "新华社青川3月18日电记者今天从港口得到的消息报道：",
        "中新网6月5日电 ",
        "本报讯 ",
    ],
)
def test_brackets_without_names_name_no_reporter(head: str) -> None:
    assert article("港口重新开放", "", head + ZH, "", ZH).authors == ()


def test_a_desk_in_front_of_the_reporters_role_is_nobody() -> None:
    assert article("푸른시 부두 다시 열어", "", "(푸른=연합뉴스) 사회부 기자 = " + KO, "", KO).authors == ()


@pytest.mark.parametrize("head", ["【写真＝高瀬真理子】", "【速報＝動画あり】"])
def test_labels_in_lenticular_brackets_are_no_places(head: str) -> None:
    assert article("港が再開した", "", head + JA, "", JA).dateline is None


def test_who_signs_above_the_text_is_the_author_not_the_reporter_of_the_dateline() -> None:
    found = article("港口重新开放", "", "作者：周敏", "", "新华社青川3月18日电（记者李雨晴）" + ZH, "", ZH)
    assert found.authors == ("周敏",)


@pytest.mark.parametrize("head", ["【獨家新聞】", "〔即時新聞／綜合報導〕", "（記者會報導）", "〔記者會〕", "【記者】"])
def test_brackets_without_reporter_or_place_are_no_dateline(head: str) -> None:
    assert article("港口重新開放", "", head + TW, "", TW).dateline is None


def test_an_outlet_in_two_words_before_dian() -> None:
    parsed = parse_dateline("中新网客户端7月26日电 " + ZH, "zh")
    assert parsed is not None
    assert (parsed.agency, parsed.place) == ("中新网客户端", None)


@pytest.mark.parametrize("line", ["03.02.25 | 08:14", "03.02.25, 08:14", "08:14 | 03.12.25", "03.02.25"])
@pytest.mark.parametrize(
    ("menu", "title", "text"),
    [
        (("Startseite", "Regionales"), "Die Fähre fährt nach dem Sturm wieder", DE),
        (("Главная", "Новости"), "Паром снова выходит в море", RU),
    ],
)
def test_a_short_date_with_a_time_above_the_headline(line: str, menu: tuple[str, ...], title: str, text: str) -> None:
    found = article(*menu, "", line, "", title, "", text, "", text).published
    assert found is not None
    assert found.iso == ("2025-12-03" if "03.12" in line else "2025-02-03")


@pytest.mark.parametrize("line", ["08:14", "08.14 Uhr", "12:30:15"])
def test_a_time_alone_stays_furniture(line: str) -> None:
    found = article("Startseite", "Regionales", "", line, "", "Die Fähre fährt nach dem Sturm wieder", "", DE, "", DE)
    assert found.published is None
    assert any(isinstance(block, Furniture) and block.text == line for block in found.blocks)


@pytest.mark.parametrize(
    ("title", "text", "head", "place", "date", "agency"),
    [
        ("Prom znów pływa", PL, "Rzeczyca, 12.06 (PAP) – ", "Rzeczyca", "--06-12", "PAP"),
        ("Prom znów pływa", PL, "Rzeczyca, 3. 6. (PAP) – ", "Rzeczyca", "--06-03", "PAP"),
        ("Prom znów pływa", PL, "12.6.Warszawa (PAP) - ", "Warszawa", "--06-12", "PAP"),
        ("Prom znów pływa", PL, "12.06 Warszawa (PAP) - ", "Warszawa", "--06-12", "PAP"),
        ("کشتی دوباره به راه می‌افتد", FA, "دشت‌سبز - ایرنا - ", "دشت‌سبز", None, "ایرنا"),
        ("العبارة تبحر من جديد", AR, "رام الله 8-10-2024 وفا- ", "رام الله", "2024-10-08", "وفا"),
        ("Kapal feri kembali berlayar", ID, "SUKAMAJU, HARIAN RAKYAT - ", "SUKAMAJU", None, "HARIAN RAKYAT"),
        ("Kapal feri kembali berlayar", ID, "SUKAMAJU, PANTAI POST - ", "SUKAMAJU", None, "PANTAI POST"),
        ("Паром снова выходит в море", RU, "2 августа, Минск /Корр. БЕЛТА/. ", "Минск", "--08-02", "БЕЛТА"),
        ("नाव फिर से चलेगी", HI, "नगर संवाददाता, सोनपुर। ", "सोनपुर", None, "नगर संवाददाता"),
        ("नाव फिर से चलेगी", HI, "संवाद सूत्र, सोनपुर: ", "सोनपुर", None, "संवाद सूत्र"),
        ("नाव फिर से चलेगी", HI, "घाट ब्यूरो, बड़ा सोनपुर - ", "बड़ा सोनपुर", None, "घाट ब्यूरो"),
    ],
)
def test_datelines_of_many_newsrooms(
    title: str, text: str, head: str, place: str, date: str | None, agency: str
) -> None:
    found = article(title, "", head + text, "", text).dateline
    assert found is not None
    assert (found.place, found.date and found.date.iso, found.agency) == (place, date, agency)


def test_a_country_in_capitals_stays_a_region() -> None:
    found = article("The ferry sails again", "", "PUERTO VIEJO, COSTA RICA – " + EN, "", EN).dateline
    assert found is not None
    assert (found.region, found.agency) == ("COSTA RICA", None)


@pytest.mark.parametrize(
    ("title", "text", "head"),
    [
        ("Prom znów pływa", PL, "Wynik 12.06 (drugi w tym roku) – "),
        ("Prom znów pływa", PL, "12.06 punktu (trzeci raz) - "),
        ("Prom znów pływa", PL, "Rzeczyca 31.13 (PAP) – "),
        ("नाव फिर से चलेगी", HI, "मंत्री, सोनपुर। "),
        ("नाव फिर से चलेगी", HI, "संवाददाता, जो कल शाम से घाट पर थे। "),
        ("العبارة تبحر من جديد", AR, "الميناء: «الرصيف القديم» "),
    ],
)
def test_what_only_looks_like_one(title: str, text: str, head: str) -> None:
    assert article(title, "", head + text, "", text).dateline is None


@pytest.mark.parametrize(
    ("line", "agency"),
    [("القاهرة: «الميناء الأوسط»", "الميناء الأوسط"), ("القاهرة - أ ش أ", "أ ش أ"), ("بيروت: رويترز", "رويترز")],
)
def test_a_listed_place_and_its_agency_alone_in_a_line(line: str, agency: str) -> None:
    found = article("العبارة تبحر من جديد", "", line, "", AR, "", AR).dateline
    assert found is not None
    assert (found.raw, found.agency) == (line, agency)


@pytest.mark.parametrize("line", ["القاهرة: الميناء", "الرصيف: «الميناء»", "القاهرة", "رويترز"])
def test_a_line_without_listed_place_or_agency_is_none(line: str) -> None:
    assert article("العبارة تبحر من جديد", "", line, "", AR, "", AR).dateline is None


def test_a_place_and_its_agency_below_the_text_are_none() -> None:
    assert article("العبارة تبحر من جديد", "", AR, "", AR, "", "القاهرة - أ ش أ", "", AR).dateline is None


@pytest.mark.parametrize(
    "line",
    [
        "Wicher Podgaje – Stal Brzezino 3:1 (25:21, 19:25, 25:18, 25:23)",
        "Hafen Norrstad – 1. FC Sund 2:2 (1:1)",
        "NORRSTAD OWLS – SOUND GULLS 102-98",
    ],
)
def test_a_result_is_no_dateline(line: str) -> None:
    assert parse_dateline(line, "pl") is None


@pytest.mark.parametrize("rest", ["Die Sitzung beginnt um 10:30 Uhr im Hafen.", "Drei Boote liefen am Montag 3:1 aus."])
def test_a_time_or_a_score_amid_a_sentence_leaves_the_dateline(rest: str) -> None:
    assert parse_dateline(f"Norrstad – {rest}", "de") is not None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Kamis, 12 Juni 2025", "2025-06-12"),
        ("Rabu, 8 Maret 2023", "2023-03-08"),
        ("Selasa 5 Agustus 2025 10:20", "2025-08-05"),
        ("Khamis, 12 Jun 2025", "2025-06-12"),
        ("12 Mac 2024", "2024-03-12"),
    ],
)
def test_malay_reads_the_months_of_indonesian_too(text: str, iso: str) -> None:
    found = find_dates(text, "ms")
    assert [date.iso for date in found] == [iso]
    assert found[0].end == len(text.removesuffix(" 10:20"))


def test_indonesian_reads_no_malay_months() -> None:
    assert not find_dates("12 Mac 2024", "id")


def test_the_publication_line_of_a_short_indonesian_text() -> None:
    found = article("Kapal feri kembali berlayar", "", "Kamis, 12 Juni 2025", "", ID, "", ID)
    assert any(isinstance(block, PublicationLine) for block in found.blocks)


@pytest.mark.parametrize("head", ["Feb. 23, 2015 -- ", "February 23, 2015 – ", "Feb. 23, 2015—"])
def test_a_full_date_before_a_dash_opens_the_text(head: str) -> None:
    found = article("The ferry sails again", "", head + EN, "", EN).dateline
    assert found is not None
    assert (found.place, found.date and found.date.iso) == (None, "2015-02-23")


@pytest.mark.parametrize(
    "lines",
    [
        ("Feb. 23, 2015 -- " + EN, "", "Feb. 25, 2015 -- " + EN, "", EN),
        ("Feb. 23, 2015 -- " + EN, "", EN, "", "March 3, 2015: the mole is mended at last."),
        (f"{EN} {EN}", "", "Feb. 23, 2015 -- " + EN, "", EN),
        ("Feb. 23, 2015 -- Update -- " + EN, "", EN),
        ("Feb. 23 -- " + EN, "", EN),
        ("Feb. 23, 2015, when the ferry sailed -- " + EN, "", EN),
    ],
)
def test_dates_of_chronicles_and_sentences_are_no_datelines(lines: tuple[str, ...]) -> None:
    assert article("The ferry sails again", "", *lines).dateline is None


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("TRAUBENHEIM. Trotz", "TRAUBENHEIM"),
        ("Traubenheim. (red) Trotz", "Traubenheim"),
        ("TRAUBENHEIM (lok). Trotz", "TRAUBENHEIM"),
        ("TRAUBENHEIM Trotz", "TRAUBENHEIM"),
        ("TRAUBENHEIM • Trotz", "TRAUBENHEIM"),
        ("Traubenheim • Trotz", "Traubenheim"),
        ("ANDERSWO • Trotz", None),
        ("ANDERSWO (lok). Trotz", "ANDERSWO"),
        ("ANDERSWO/ABSEITS (lok). Trotz", "ANDERSWO/ABSEITS"),
        ("ANDERSWO (neu). Trotz", None),
        ("Anderswo (lok). Trotz", None),
        ("Traubenheim/Kirchrode. Trotz", "Traubenheim/Kirchrode"),
        ("Traubenheim/St. Anna: Trotz", "Traubenheim/St. Anna"),
        ("TRAUBENHEIM/NEUDORF. Trotz", "TRAUBENHEIM/NEUDORF"),
        ("Neudorf/Altdorf. Trotz", None),
        ("Regen. Trotz", None),
        ("Traubenheim Trotz", None),
        ("Bis 31. August, trotz", None),
    ],
)
def test_a_place_that_the_text_names_again_opens_a_local_report(opening: str, place: str | None) -> None:
    lead = f"{opening} zweier Regentage haben rund 20.000 Menschen das Weinfest in Traubenheim besucht, einige auch in Kirchrode."
    text = "\n\n".join(
        [
            "Weinfest lockt viele Menschen nach Traubenheim",
            lead,
            "Besonders gut kam der Abend an, sagte die Vorsitzende.",
        ]
    )
    report = Report()
    found = detect(read_source(text, context=Context.fixed(), report=report), report=report).dateline
    assert (None if found is None else found.place) == place


def test_the_signs_of_who_wrote_belong_to_the_dateline() -> None:
    lead = "TRAUBENHEIM (lok). Trotz zweier Regentage haben rund 20.000 Menschen das Weinfest in der Stadt besucht."
    found = article("Weinfest lockt viele Menschen an", "", lead, "", "Besonders gut kam der Abend an.").dateline
    assert found is not None
    assert found.raw == "TRAUBENHEIM (lok)"


_DECK = (
    "Zwei Jahre lang wurde gebaut, und am Sonntag feierte der ganze Ort: Wer half und was es kostete, lesen Sie hier."
)
_FAIR = "Viele Gäste kamen am Sonntag zum Weinfest auf dem Marktplatz in Traubenheim, und das Wetter spielte bis zum Abend mit"


@pytest.mark.parametrize(
    "above",
    [
        (_DECK,),
        (_DECK, f"{_FAIR}. Foto: Ann Lee/dpa"),
        (_DECK, f"{_FAIR}.", "Quelle: Ann Lee"),
        (_DECK, f"{_FAIR}.", f"{_FAIR}. Bild: Ann Lee"),
    ],
)
def test_decks_and_captions_stand_above_a_place_that_opens_the_text(above: tuple[str, ...]) -> None:
    lead = "Traubenheim. Trotz zweier Regentage haben rund 20.000 Menschen das Weinfest in Traubenheim besucht, sagte der Wirt."
    found = article("Weinfest lockt viele Menschen an", *above, lead, f"{_FAIR}, hieß es.", between="\n\n").dateline
    assert found is not None
    assert found.place == "Traubenheim"


def test_a_place_and_a_full_stop_below_two_paragraphs_is_none() -> None:
    lead = "Traubenheim. Trotz zweier Regentage haben rund 20.000 Menschen das Weinfest in Traubenheim besucht, sagte der Wirt."
    found = article("Weinfest lockt viele Menschen an", _DECK, f"{_FAIR}.", f"{DE} Das stimmt.", lead, between="\n\n")
    assert found.dateline is None


@pytest.mark.parametrize(
    ("head", "place", "date", "agency"),
    [
        ("Norrstad Jul 14 (UNI) ", "Norrstad", "07-14", "UNI"),
        ("NORRSTAD Jul 14 (PTI) ", "NORRSTAD", "07-14", "PTI"),
        ("New Norrstad July 14 (PTI): ", "New Norrstad", "07-14", "PTI"),
        ("Norrstad July 14 – ", "Norrstad", "07-14", None),
    ],
)
def test_no_comma_stands_before_the_date(head: str, place: str, date: str, agency: str | None) -> None:
    found = article("The ferry sails again", "", head + EN, "", EN).dateline
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert found.date is not None
    assert found.date.iso.endswith(date)


def test_a_day_behind_the_dash_dates_a_picture() -> None:
    caption = "NORRSTAD, NORWAY - FEBRUARY 02: Ann Lee of Sund rows past the old mole during the harbour race between the islands."
    assert article("The ferry sails again", "", caption, "", EN, "", EN).dateline is None


@pytest.mark.parametrize(
    ("head", "text", "agency"),
    [
        ("海港科技讯 ", ZH, "海港科技"),
        ("海港报讯", "2019年" + ZH, "海港报"),
        ("海港报讯，", ZH, "海港报"),
        ("青川之家9月30日消息 ", ZH, "青川之家"),
        ("海港网9月30日消息，", ZH, "海港网"),
        ("海港新闻 9月30日讯（记者王五）", ZH, "海港新闻"),
        ("本站讯（通讯员 李雨晴）", ZH, "本站"),
        ("【9月30日 海港通信】", JA, "海港通信"),
        ("【9月30日 AFP】", JA, "AFP"),
    ],
)
def test_outlets_that_open_their_reports_are_told_by_their_names(head: str, text: str, agency: str) -> None:
    found = article("港口重新开放", "", head + text, "", text)
    assert found.dateline is not None
    assert (found.dateline.agency, found.dateline.place) == (agency, None)


@pytest.mark.parametrize(
    "head",
    [
        "据海港网9月30日消息，",
        "海港官网9月30日消息，",
        "国家电网9月30日消息，",
        "购物平台9月30日消息，",
        "中山通讯，",
        "科技讯息，",
        "科技，",
        "港务局9月30日消息，",
        "9月30日消息，",
        "【9月30日】",
        "【9月30日 更新】",
    ],
)
def test_whose_news_a_sentence_names_is_no_dateline(head: str) -> None:
    assert article("港口重新开放", "", head + ZH, "", ZH).dateline is None


@pytest.mark.parametrize("lines", [4, 40])
def test_a_dateline_opens_the_first_text_however_many_lines_stand_above_it(lines: int) -> None:
    menu = [f"Button {number}" for number in range(lines)]
    found = article("The ferry sails again after the storm", *menu, "NORRSTAD, March 6 (AP) -- " + EN, EN, EN)
    assert found.dateline is not None
    assert found.dateline.place == "NORRSTAD"


def test_a_place_and_a_dash_far_below_the_first_text_is_no_dateline() -> None:
    menu = [f"Button {number}" for number in range(40)]
    long = [f"{EN} {EN}"] * 3
    found = article("The ferry sails again after the storm", *menu, *long, "NORRSTAD (AP) -- " + EN)
    assert found.dateline is None


@pytest.mark.parametrize(("again", "place"), [("ANN LEE: ", None), ("TOM REED: ", "ANN LEE"), ("", "ANN LEE")])
def test_capitals_that_open_another_passage_too_name_who_speaks(again: str, place: str | None) -> None:
    found = article("The ferry sails again after the storm", "", "ANN LEE: " + EN, "", EN, "", again + EN, "", EN)
    assert (found.dateline.place if found.dateline else None) == place


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("Jakarta -", "Jakarta", None),
        ("NORRSTAD, HARBOURNEWS.com –", "NORRSTAD", "HARBOURNEWS.com"),
        ("NEW YORK (AP) —", "NEW YORK", "AP"),
        ("Berlin (dpa) -", "Berlin", "dpa"),
        ("NORRSTAD, Wash. —", "NORRSTAD, Wash.", None),
        ("Lagos:", "Lagos", None),
        ("CHICAGO --", "CHICAGO", None),
    ],
)
def test_a_dateline_and_its_dash_alone_above_the_text(line: str, place: str, agency: str | None) -> None:
    read = article("Ferry sails again after the storm", "By Ann Lee", line, *FERRY[:3])
    assert read.dateline is not None
    assert (read.dateline.place, read.dateline.agency, read.authors) == (place, agency, ("Ann Lee",))


@pytest.mark.parametrize(
    "line", ["Ann Lee -", "Photos –", "MORE -", "Sport -", "Advertisement —", "SUMMARY:", "Norrstad:"]
)
def test_a_name_or_label_and_a_dash_above_the_text_are_no_dateline(line: str) -> None:
    assert article("Ferry sails again after the storm", "By Bo Ek", line, *FERRY[:3]).dateline is None


@pytest.mark.parametrize(
    "lines",
    [
        (FERRY[0], "INGREDIENTS —", FERRY[1], "METHOD —", *FERRY[2:4]),
        (FERRY[0], "CARGO —", *FERRY[1:4]),
        ("By Ann Lee", FERRY[0], "CARGO —", *FERRY[1:4]),
        ("By Ann Lee", "INGREDIENTS —", *FERRY[:4]),
        ("By Ann Lee", FERRY[0], "Teams —", *FERRY[1:4]),
        ("By Ann Lee", FERRY[0], "Mumbai:", FERRY[1], "Delhi:", *FERRY[2:4]),
        ("By Ann Lee", FERRY[0], "LAGOS:", FERRY[1], "ABUJA:", *FERRY[2:4]),
        ("By Ann Lee", FERRY[0], "Paris –", FERRY[1], "London —", *FERRY[2:4]),
        ("By Ann Lee", "PARIS –", FERRY[1], "LONDON –", *FERRY[2:4]),
        (FERRY[0], "Mumbai:", *FERRY[1:4]),
        ("Par Anne Leroy", "Résultat –", *FERRY[:4]),
        ("Oleh Siti Rahma", "Latar Belakang -", *FERRY[:4]),
    ],
)
def test_crossheads_that_close_with_a_sign_are_no_datelines(lines: tuple[str, ...]) -> None:
    assert article("Ferry sails again after the storm", *lines).dateline is None


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (("By Ann Lee", FERRY[4], "Mumbai:", *FERRY[:3]), "Mumbai"),
        ((FERRY[4], "By Ann Lee", "NORRSTAD –", *FERRY[:3]), "NORRSTAD"),
        ((FERRY[4], "14 September 2022", "Jakarta -", *FERRY[:3]), "Jakarta"),
        ((FERRY[4], "NORRSTAD (AP) —", *FERRY[:3]), "NORRSTAD"),
        (("NORRSTAD –", FERRY[0], "The mayor said:", *FERRY[1:3]), "NORRSTAD"),
    ],
)
def test_a_dateline_alone_below_a_deck_has_a_byline_or_a_day_above_it(lines: tuple[str, ...], place: str) -> None:
    read = article("Ferry sails again after the storm", *lines).dateline
    assert read is not None and read.place == place


BELOW_BAR = (
    "Zwei Schlepper und ein Kran waren seither im Einsatz, und die letzten Steine wurden am Freitagabend im Regen gelegt.",
    "Wer für die ausgefallenen Tage eine Karte gekauft hatte, kann sich das Geld bis zum Ende des Monats auszahlen lassen.",
)


@pytest.mark.parametrize(
    ("head", "place", "agency"),
    [
        ("BERLIN epd | ", "BERLIN", "epd"),
        ("Hamburg dpa | ", "Hamburg", "dpa"),
        ("BERLIN hrn/dpa | ", "BERLIN", "hrn/dpa"),
        ("Köln hrn | ", "Köln", "hrn"),
        ("Berlin zab | ", "Berlin", "zab"),
        ("Bad Homburg dpa | ", "Bad Homburg", "dpa"),
    ],
)
def test_a_place_and_who_signs_before_a_bar(head: str, place: str, agency: str) -> None:
    text = "Schon bei den Zahlen gibt es Streit. Am Montag legte das Hafenamt eine Erhebung vor, und die Stadt widersprach."
    found = article("Die Fähre fährt wieder nach dem Sturm", head + text, *BELOW_BAR).dateline
    assert found is not None
    assert (found.place, found.agency) == (place, agency)


@pytest.mark.parametrize(
    "head",
    [
        "Nachrichten sport | ",
        "Harburg Mitte | ",
        "Norrstad hrn | ",
        "Die Welt am | ",
        "Start hafen | ",
        "Berlin live | ",
        "Wien heute | ",
        "Köln kompakt | ",
        "Hamburg privat | ",
        "Berlin pur | ",
        "Köln ost/west | ",
    ],
)
def test_other_words_before_a_bar_are_no_dateline(head: str) -> None:
    text = "Schon bei den Zahlen gibt es Streit. Am Montag legte das Hafenamt eine Erhebung vor, und die Stadt widersprach."
    assert article("Die Fähre fährt wieder nach dem Sturm", head + text, *BELOW_BAR).dateline is None


@pytest.mark.parametrize(
    ("head", "place", "day"),
    [
        ("NAIROBI, Kenya Sep 3 – ", "NAIROBI, Kenya", "--09-03"),
        ("NORRSTAD, Norway 14 September — ", "NORRSTAD, Norway", "--09-14"),
        ("LUND, New Zealand March 6 - ", "LUND, New Zealand", "--03-06"),
    ],
)
def test_a_date_behind_a_region_without_a_comma(head: str, place: str, day: str) -> None:
    found = article("Ferry sails again after the storm", head + FERRY[0], *FERRY[1:3]).dateline
    assert found is not None and found.date is not None
    assert (found.place, found.date.iso) == (place, day)


def test_capitals_right_behind_the_dash_go_on_where_no_region_tells_the_place() -> None:
    found = article(
        "Ferry sails again after the storm", "NORRSTAD, B.C.—RCMP say that " + FERRY[0], *FERRY[1:3]
    ).dateline
    assert found is not None and found.place == "NORRSTAD, B.C."
    assert article("Ferry sails again after the storm", "STOP—GO traffic: " + FERRY[0], *FERRY[1:3]).dateline is None


ES = "El transbordador volverá a navegar tres semanas después de la tormenta, informó el viernes la oficina del puerto de Villa Norte."


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Cuautla, Mor. ", "Cuautla, Mor."),
        ("Puerto Chico, Gro. ", "Puerto Chico, Gro."),
        ("San Pedro de la Sierra, Oax. ", "San Pedro de la Sierra, Oax."),
        ("Villa Norte, N.L. ", "Villa Norte, N.L."),
        ("Villa Norte, Q. Roo. ", "Villa Norte, Q. Roo."),
        ("Villa Norte, Méx. ", "Villa Norte, Méx."),
        ("García Moreno, Dir. ", None),
        ("Villa Norte, Norte. ", None),
        ("villa norte, Gro. ", None),
        ("Villa Norte, Gro. y ", None),
    ],
)
def test_the_short_name_of_a_mexican_state_closes_a_dateline(head: str, place: str | None) -> None:
    found = article("El transbordador vuelve a navegar", "", head + ES, "", ES).dateline
    assert (found.place if found is not None else None) == place


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Norrstad, August 9", "Norrstad"),
        ("Norrstad, 9 August", "Norrstad"),
        ("Norrstad, Aug. 9", "Norrstad"),
        ("Elsewhere, August 9", None),
        ("Norrstad, August 9, 2024", None),
        ("Norrstad August", None),
        ("norrstad, August 9", None),
    ],
)
def test_a_place_and_a_day_alone_above_the_text_are_a_dateline(line: str, place: str | None) -> None:
    found = article("The ferry sails again", line, f"{EN} It lies in Norrstad now.", EN, between="\n\n").dateline
    assert (found.place if found is not None else None) == place


def test_a_place_and_a_day_amid_the_text_are_none() -> None:
    found = article("The ferry sails again", f"{EN} It lies in Norrstad now.", "Norrstad, August 9", EN, between="\n\n")
    assert found.dateline is None


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (("By Ann Lee", "NAIROBI"), "NAIROBI"),
        (("6 May 2024", "DAR ES SALAAM"), "DAR ES SALAAM"),
        (("By Ann Lee", "NORRSTAD"), None),
        (("By Ann Lee", "Nairobi"), None),
        (("NAIROBI",), None),
    ],
)
def test_a_listed_place_in_capitals_opens_the_text_from_a_line_of_its_own(
    lines: tuple[str, ...], place: str | None
) -> None:
    found = article("The ferry sails again", *lines, EN, f"{EN} It lies there now.", between="\n\n").dateline
    assert (found.place if found is not None else None) == place


def test_capitals_above_each_paragraph_are_crossheads() -> None:
    found = article(
        "The ferry sails again", "By Ann Lee", "NAIROBI", EN, "LAGOS", f"{EN} It lies there.", between="\n\n"
    )
    assert found.dateline is None


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("BerlinDas ", "Berlin"),
        ("DüsseldorfMit Spannung sagte ", "Düsseldorf"),
        ("NorrstadDas ", None),
        ("BerlinerInnen sagen: Das ", None),
        ("McBerlin sagt: Das ", None),
    ],
)
def test_a_listed_place_may_be_run_together_with_the_text(head: str, place: str | None) -> None:
    found = article("Fähre fährt nach dem Sturm wieder", "", head + DE.removeprefix("Das "), "", DE, "", DE).dateline
    assert (found.place if found is not None else None) == place


@pytest.mark.parametrize(
    ("head", "named", "place"),
    [
        ("Norrstadt. ", "Der FSV Norrstadt hofft auf viele Gäste.", "Norrstadt"),
        ("Norrstadt. ", "Das Amtsgericht Norrstadt urteilt am Montag.", "Norrstadt"),
        ("NORRSTADT. ", "Die Feuerwehr Norrstadt hilft mit.", "NORRSTADT"),
        ("Norrstadt. ", "Die Gemeinde Norrstadt zahlt das Boot.", "Norrstadt"),
        ("Norrstadt. ", "Die Frau Norrstadt zahlt das Boot.", None),
        ("Sitzung vom 20. November 2025 – ", "", None),
        ("Beschluss vom 3. Mai 2024 – ", "", None),
        ("Ausgabe vom 3. Mai 2024 – ", "", None),
    ],
)
def test_what_proves_a_place_and_what_is_none_in_german(head: str, named: str, place: str | None) -> None:
    found = article("Fähre fährt nach dem Sturm wieder", head + DE, f"{DE} {named}", between="\n\n").dateline
    assert (found.place if found is not None else None) == place


def test_a_place_in_capitals_opens_the_text_below_notices_of_the_page() -> None:
    notices = [
        f"Unter Umständen sammelt der Anbieter Nummer {n} personenbezogene Daten für eigene Zwecke und gibt sie an Dritte weiter."
        for n in range(3)
    ]
    lead = f"NORRSTADT. {DE} Mehr dazu sagt der Bürgermeister von Norrstadt."
    assert (
        found := article("Fähre fährt nach dem Sturm wieder", *notices, lead, DE, between="\n\n").dateline
    ) is not None
    assert found.place == "NORRSTADT"
    plain = lead.replace("NORRSTADT", "Norrstadt")
    assert article("Fähre fährt nach dem Sturm wieder", *notices, plain, DE, between="\n\n").dateline is None


def test_the_caption_of_a_picture_may_stand_above_a_place_and_a_day() -> None:
    caption = "Members of the crew on the old mole."
    found = article(
        "The ferry sails again", caption, "Norrstad, August 9", f"{EN} It lies in Norrstad now.", EN, between="\n\n"
    )
    assert found.dateline is not None
    assert found.dateline.place == "Norrstad"


def test_a_place_and_a_colon_that_open_a_headline_are_no_dateline() -> None:
    title = "Traubenheim: Streit um die Ladezone hinfällig? Bezirk und Händler treffen sich vor Gericht"
    text = (
        "Darf in der Kirchgasse geliefert werden oder nicht? Darum wird in Traubenheim inzwischen sogar vor Gericht gestritten.",
        "Nun schaut die Stadt auf die Ladezone, seit Wochen blockieren dort Autos den Gehweg vor den Läden der Händler.",
    )
    found = article("Veröffentlicht in Aktuelles", title, "", *text)
    assert found.dateline is None
    assert texts(found, Headline) == [title]


def test_the_fire_brigade_of_a_place_shows_that_it_is_one() -> None:
    lead = "STEINBRUCK. Um einen abgerutschten Traktor aus dem Ufer zu ziehen, rückten gegen Mittag die Feuerwehren Steinbruck und Lahn aus."
    assert (found := article("Schwierige Bergung an der Lahn", "", lead, "", "Niemand wurde verletzt.").dateline)
    assert found.place == "STEINBRUCK"


def test_a_date_of_chinese_television_may_have_blanks_and_a_year() -> None:
    lead = "【海港電視台 2023 年 05 月 09 日訊】港口在風暴三週之後重新開放,港務局週一表示渡輪將再次啟航,舊碼頭也已經修好,附近居民表示歡迎。"
    found = article("港口重新開放", "", lead, lead[22:], lead[22:]).dateline
    assert found is not None and found.agency == "海港電視台"
    assert found.date is not None and found.date.iso == "2023-05-09"
