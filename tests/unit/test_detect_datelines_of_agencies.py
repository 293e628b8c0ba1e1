# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""How the agencies of more countries open their texts, and the labels of texts that open them in the same shape."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, article

from docforge.context import Context
from docforge.detect import DetectSettings, find_structure
from docforge.diagnostics import Report
from docforge.model import Dateline
from docforge.reading import read_source

EN = "The harbour office said on Monday that the ferry will sail again three weeks after the storm."
DE = "Das Hafenamt sagte am Montag, dass die Fähre drei Wochen nach dem Sturm wieder fährt."
ES = "La oficina del puerto dijo el lunes que el transbordador volverá a navegar tras la tormenta."
CA = "L'oficina del port va dir dilluns que el transbordador tornarà a navegar després de la tempesta."
FR = "Le bureau du port a dit lundi que le bac reprendra la mer trois semaines après la tempête."
IT = "L'ufficio del porto ha detto lunedì che il traghetto tornerà a navigare dopo la tempesta."
ID = "Kantor pelabuhan mengatakan pada Senin bahwa kapal feri akan berlayar lagi setelah badai."
RU = "Управление порта сообщило в понедельник, что паром снова выйдет в море после шторма."
UK = "Управління порту повідомило в понеділок, що пором знову вийде в море після шторму."
AR = "قالت إدارة الميناء يوم الاثنين إن العبارة ستبحر من جديد بعد ثلاثة أسابيع من العاصفة."
ZH = "港务局周一表示，渡轮将在风暴三周之后再次启航，旧码头也已经修好。"
JA = "港湾事務所は月曜日、嵐から三週間を経て渡し船が再び運航すると発表した。"


def _dateline(language: str, text: str) -> Dateline | None:
    source = read_source(text + "\n\n" + text[-80:] + "\n", context=Context.fixed(), report=Report())
    return find_structure(source, DetectSettings(language=language), report=Report()).dateline


@pytest.mark.parametrize(
    ("language", "head", "rest", "place", "date", "agency", "people"),
    [
        ("ru", "СОСНОВКА, 5 окт — РИА Новости, Иван Лосев", ". " + RU, "СОСНОВКА", "--10-05", "РИА Новости", ("Иван Лосев",)),
        ("ru", "СОСНОВКА, 5 окт - РИА Новости, Анна Лис, Пётр Гай", ". " + RU, "СОСНОВКА", "--10-05", "РИА Новости", ("Анна Лис", "Пётр Гай")),
        ("ru", "СОСНОВКА, 5 окт - РИА Новости, Анна Лис и Пётр Гай", ". " + RU, "СОСНОВКА", "--10-05", "РИА Новости", ("Анна Лис", "Пётр Гай")),
        ("ru", "КИЕВ, 15 мая - РИА Новости Украина", ". " + RU, "КИЕВ", "--05-15", "РИА Новости Украина", ()),
        ("ru", "Сосновка. 1 апреля. ИНТЕРФАКС СЕВЕРО-ЗАПАД", " - " + RU, "Сосновка", "--04-01", "ИНТЕРФАКС СЕВЕРО-ЗАПАД", ()),
        ("uk", "Київ. 3 березня. УНН", ". " + UK, "Київ", "--03-03", "УНН", ()),
        ("es", "MADRID, 5 (EUROPA PRESS)", " " + ES, "MADRID", "---05", "EUROPA PRESS", ()),
        ("es", "LOGROÑO, 23 (EUROPA PRESS)", " - " + ES, "LOGROÑO", "---23", "EUROPA PRESS", ()),
        ("es", "Monterrey, N.L.", "- " + ES, "Monterrey, N.L.", None, None, ()),
        ("en", "Reuters", " — " + EN, None, None, "Reuters", ()),
        ("en", "AP", " — " + EN, None, None, "AP", ()),
        ("en", "Washington AP", " — " + EN, "Washington", None, "AP", ()),
        ("en", "London Reuters", " — " + EN, "London", None, "Reuters", ()),
        ("en", "The AP", " — " + EN, None, None, "AP", ()),
        ("en", "Seoul, South Korea AP", " — " + EN, "Seoul, South Korea", None, "AP", ()),
        ("en", "AMSTERDAM, the Netherlands (AP)", " — " + EN, "AMSTERDAM, the Netherlands", None, "AP", ()),
        ("en", "(CNN)", EN, None, None, "CNN", ()),
        ("en", "Washington (CNN)", EN, "Washington", None, "CNN", ()),
        ("en", "London CNN Business", " — " + EN, "London", None, "CNN Business", ()),
        ("de", "Berlin dpa", " – " + DE, "Berlin", None, "dpa", ()),
        ("en", "Ankara/AA", " — " + EN, "Ankara", None, "AA", ()),
        ("fr", "Bruxelles Belga", " – " + FR, "Bruxelles", None, "Belga", ()),
        ("en", "Petra", " – " + EN, "Petra", None, None, ()),
        ("ca", "ACN Girona", ".-" + CA, "Girona", None, "ACN", ()),
        ("ca", "ACN Girona", ".- " + CA, "Girona", None, "ACN", ()),
        ("ca", "Girona. (ACN)", ".- " + CA, "Girona", None, "ACN", ()),
        ("it", "(AGI) - Ancona, 3 giu.", " - " + IT, "Ancona", "--06-03", "AGI", ()),
        ("id", "Warta.com", " - " + ID, None, None, "Warta.com", ()),
        ("id", "SUKAMAJU, iWarta.id", " - " + ID, "SUKAMAJU", None, "iWarta.id", ()),
        ("id", "Denpasar, 12/3 (ANTARA)", " - " + ID, "Denpasar", "--03-12", "ANTARA", ()),
        ("ar", "دمشق-سانا", " " + AR, "دمشق", None, "سانا", ()),
        ("ar", "غزة/ الأناضول", " " + AR, "غزة", None, "الأناضول", ()),
        ("ar", "الكويت - 3 - 5 (كونا)", " -- " + AR, "الكويت", "--05-03", "كونا", ()),
        ("zh", "新华社青川十二月三十一日电", ZH, "青川", "--12-31", "新华社", ()),
        ("zh", "新华社青川／临江５月６日电", " " + ZH, "青川／临江", "--05-06", "新华社", ()),
        ("zh", "【新华社青川10月2日电】", ZH, "青川", "--10-02", "新华社", ()),
        ("zh", "（香港中通社5日电）", ZH, None, "---05", "香港中通社", ()),
        ("zh", "海港日报客户端讯", " " + ZH, None, None, "海港日报客户端", ()),
        ("zh", "海港网-青山客户端讯", " " + ZH, None, None, "海港网-青山客户端", ()),
        ("zh", "海港时报e公司讯", "，" + ZH, None, None, "海港时报e公司", ()),
        ("zh", "【本报讯】", ZH, None, None, "本报", ()),
        ("zh", "央视网消息", "：" + ZH, None, None, "央视网", ()),
        ("ja", "【ワシントン高瀬真理子】", JA, "ワシントン", None, None, ("高瀬真理子",)),
        ("ja", "【北京・高瀬真理子】", JA, "北京", None, None, ("高瀬真理子",)),
    ],
)  # fmt: skip
def test_datelines_of_more_agencies(
    language: str,
    head: str,
    rest: str,
    place: str | None,
    date: str | None,
    agency: str | None,
    people: tuple[str, ...],
) -> None:
    found = _dateline(language, head + rest)
    assert found is not None
    assert found.raw == head
    assert (found.place, found.date.iso if found.date else None, found.agency) == (place, date, agency)
    assert found.correspondents == people


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "СОСНОВКА, 5 окт — РИА Новости. Иван Лосев, Анна Лис и другие вышли в море, сообщило управление порта."),
        ("ru", "СОСНОВКА, 5 окт — РИА Новости, Крым. Управление порта сообщило, что паром снова выйдет в море."),
    ],
)
def test_who_is_named_behind_the_full_stop_or_in_one_word_is_no_reporter(language: str, text: str) -> None:
    found = _dateline(language, text)
    assert found is not None
    assert found.correspondents == ()
    assert "Лосев" not in found.raw


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chapter 3 (AP) tests begin on Monday in all schools of the county, the board said in a letter."),
        ("en", "Manila, 5 (five) people were hurt when a bus fell into a ravine on Tuesday, the police said."),
        ("en", "Harbour.com - The seller of boats said on Monday that it would open an office in Norrstad."),
        ("id", "Perahu.com - Toko Perahu Terlengkap dan Termurah di Seluruh Indonesia Sejak Tahun Lalu"),
        ("id", "Situs perahu.com - yang menjual perahu - mengatakan bahwa kantor baru akan dibuka pada Senin."),
        ("ja", "【東京五輪】港湾事務所は月曜日、嵐から三週間を経て渡し船が再び運航すると発表した。"),
        ("ja", "【聞き手・高瀬真理子】港湾事務所は月曜日、渡し船が再び運航すると発表した。"),
        ("ja", "【アンケート結果】港湾事務所は月曜日、嵐から三週間を経て渡し船が再び運航すると発表した。"),
        ("zh", "【每日头条】港务局周一表示，渡轮将在风暴三周之后再次启航，旧码头也已经修好。"),
        ("zh", "公司官网消息：渡轮将在风暴三周之后再次启航，旧码头也已经修好，乘客周一可以上船。"),
        ("de", "Nr. 5 (AP) Das Hafenamt sagte am Montag, dass die Fähre drei Wochen nach dem Sturm wieder fährt."),
        ("ar", "فارس/ مهر قالت إدارة الميناء يوم الاثنين إن العبارة ستبحر من جديد بعد ثلاثة أسابيع من العاصفة."),
    ],
)
def test_what_only_has_their_shape(language: str, text: str) -> None:
    assert _dateline(language, text) is None


LABELS = [
    ("en", EN, "NEWSROOM|SPORT|TIMELINE|LETTERS|PRESS RELEASE|JUST IN|MARKETS|ALSO READ"),
    ("de", DE, "FUSSBALL|WETTER|FAKTENCHECK|LESERBRIEF|PRESSEMITTEILUNG|FAZIT"),
    ("fr", FR, "EN IMAGES|VIDÉO|MISE À JOUR|VRAI OU FAUX|FAITS DIVERS|MÉTÉO"),
    ("es", ES, "DE LA REDACCIÓN|EN DIRECTO|URGENTE|REPORTAJE|ECONOMÍA|FÚTBOL|CARTA"),
    ("it", IT, "ULTIM'ORA|SONDAGGIO|CALCIO|IL CASO|LA STORIA"),
    ("id", ID, "WAWANCARA|CEK FAKTA|OLAHRAGA|OPINI"),
    ("ru", RU, "СПОРТ|ПОГОДА|СПРАВКА|ДОПОЛНЕНО|РЕПОРТАЖ"),
]


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        (language, opening)
        for language, text, labels in LABELS
        for label in labels.split("|")
        for opening in (f"{label} - {text}", f"{label.title()} – {text}", f"{label}: {text}")
    ],
)
def test_the_label_of_a_text_is_no_place(language: str, opening: str) -> None:
    assert _dateline(language, opening) is None


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, text, _ in LABELS])
def test_a_place_in_the_same_shape_is_one(language: str, text: str) -> None:
    found = _dateline(language, f"НОРРСТАД – {text}" if language == "ru" else f"NORRSTAD – {text}")
    assert found is not None
    assert found.rule == "dateline.capital-place"


def test_a_label_behind_the_comma_makes_no_place() -> None:
    line = "Ann Lee, File - FILE - In this March 2, 2011 file photo, the master waves to his guests."
    assert article("The ferry sails again after the storm", "By Tom Reed", line, *FERRY).dateline is None
