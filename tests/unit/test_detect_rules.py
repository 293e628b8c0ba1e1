# SPDX-License-Identifier: Apache-2.0
"""Each rule with cases that it must take and near misses that it must leave."""

from __future__ import annotations

import pytest
from tests.support.cost import cpu_seconds

from docforge.context import Context
from docforge.detect import DetectSettings, detect
from docforge.detect.agencies import known_agency
from docforge.detect.author_names.lists import parse_names
from docforge.detect.credit_words import provider_of
from docforge.detect.credits import find_credits
from docforge.detect.dateline import parse_dateline
from docforge.detect.page_wording import is_furniture_phrase
from docforge.detect.publication import find_publication_lines
from docforge.detect.signoff import find_taglines
from docforge.detect.survey import Survey, survey
from docforge.detect.vocabulary import folded
from docforge.diagnostics import Report
from docforge.model import (
    Article,
    Block,
    Byline,
    CreditLine,
    Headline,
    ListItem,
    Paragraph,
    PublicationLine,
    Subheadline,
    Tagline,
    Turn,
    TurnRole,
)
from docforge.reading import read_source

BODY = {
    "en": (
        "The harbour office said on Tuesday that the last ferry of the season would leave at noon, "
        "as it does every year."
    ),
    "de": (
        "Das Hafenamt teilte am Dienstag mit, dass die letzte Fähre der Saison wie jedes Jahr "
        "um zwölf Uhr ablegen werde."
    ),
}


def look_at(text: str, language: str = "en") -> Survey:
    return survey(read_source(text, context=Context.fixed(), report=Report()), language)


def article(text: str, **settings: object) -> Article:
    report = Report()
    source = read_source(text, context=Context.fixed(), report=report)
    return detect(source, DetectSettings(**settings), report=report)  # type: ignore[arg-type]


def story(*lines: str, language: str = "en") -> str:
    """A headline, the lines, three body paragraphs."""
    return "\n\n".join(("The last ferry of the season leaves", *lines, *[BODY[language]] * 3)) + "\n"


# -- datelines -------------------------------------------------------------------------------

DATELINES = [
    ("BEIRUT (AP) — The port reopened.", "BEIRUT", None, "AP"),
    ("ASTANA, Kazakhstan, Sept. 14 (AP) — The port reopened.", "ASTANA, Kazakhstan", "--09-14", "AP"),
    ("HOUSTON, Jan 27 (Reuters) - The port reopened.", "HOUSTON", "--01-27", "Reuters"),
    ("LONDON/PARIS (Reuters) - The port reopened.", "LONDON/PARIS", None, "Reuters"),
    ("Tallinn, March 22, 2018 (AFP) - The port reopened.", "Tallinn", "2018-03-22", "AFP"),
    ("MOSCOW, September 14. /TASS/. The port reopened.", "MOSCOW", "--09-14", "TASS"),
    ("ASTANA, Sept. 14 (Xinhua) -- The port reopened.", "ASTANA", "--09-14", "Xinhua"),
    ("New Delhi, Sep 14 (PTI) The port was reopened by the minister.", "New Delhi", "--09-14", "PTI"),
    ("KUALA LUMPUR, Sept 14 (Bernama) -- The port reopened.", "KUALA LUMPUR", "--09-14", "Bernama"),
    ("(Reuters) - The port reopened on Monday after a month.", None, None, "Reuters"),
    ("NUR-SULTAN. KAZINFORM - The port reopened.", "NUR-SULTAN", None, "KAZINFORM"),
    ("DULUTH, Minn. — The port reopened after a month of repairs.", "DULUTH, Minn.", None, None),
    ("NEW DELHI: The port reopened after a month of repairs.", "NEW DELHI", None, None),
    ("Berlin (dpa/bb) - Der Hafen ist wieder offen.", "Berlin", None, "dpa/bb"),
    ("Astana, 14. September (dpa) - Der Hafen ist wieder offen.", "Astana", "--09-14", "dpa"),
    ("Wien – Der Hafen ist nach vier Wochen wieder offen.", "Wien", None, None),
    ("Ingolstadt/Linz – Der Hafen ist wieder offen.", "Ingolstadt/Linz", None, None),
    ("Madrid, 11 may (EFE).- El puerto reabrió.", "Madrid", "--05-11", "EFE"),
    ("LONDRES, 31 dez 2008 (AFP) - O porto reabriu.", "LONDRES", "2008-12-31", "AFP"),
    ("STRASBURGO (FRANCIA) (ITALPRESS) – Il porto riapre.", "STRASBURGO", None, "ITALPRESS"),
    ("ВОРОНЕЖ, 22 окт - РИА Новости. Порт открылся.", "ВОРОНЕЖ", "--10-22", "РИА Новости"),
    ("МОСКВА, 16 февраля. /ТАСС/. Порт открылся.", "МОСКВА", "--02-16", "ТАСС"),
    ("НҰР-СҰЛТАН. ҚазАқпарат – Порт ашылды.", "НҰР-СҰЛТАН", None, "ҚазАқпарат"),
    ("КИЇВ, 14 вересня – Укрінформ. Порт відкрився.", "КИЇВ", "--09-14", "Укрінформ"),
    ("Praha 14. září (ČTK) - Přístav se znovu otevřel.", "Praha", "--09-14", "ČTK"),
    ("新华社北京1月27日电（记者李忠发、潘洁）港口重新开放。", "北京", "--01-27", "新华社"),
    ("据新华社莫斯科5月25日电 港口重新开放。", "莫斯科", "--05-25", "新华社"),
    ("中新网7月26日电 港口重新开放。", None, "--07-26", "中新网"),
    ("（中央社記者王五台北14日電）港口重新開放。", "台北", "---14", "中央社"),
    ("【ドーハ共同】港が再開した。", "ドーハ", None, "共同"),
    ("(서울=연합뉴스) 이상헌 기자 = 항구가 다시 열렸다.", "서울", None, "연합뉴스"),
    ("ANKARA (AA) - Liman yeniden açıldı.", "ANKARA", None, "AA"),
    ("دبي في 21 أكتوبر/ وام / أعيد فتح الميناء.", "دبي", "--10-21", "وام"),
    ("تهران - ایرنا - بندر دوباره باز شد و کشتی‌ها رسیدند.", "تهران", None, "ایرنا"),
    ("Jakarta (ANTARA) - Pelabuhan dibuka kembali.", "Jakarta", None, "ANTARA"),
    ("Hà Nội (TTXVN 14/9) - Cảng mở cửa trở lại.", "Hà Nội", "--09-14", "TTXVN"),
    ("Москва. 14 сентября. INTERFAX.RU - Порт открылся после ремонта.", "Москва", "--09-14", "INTERFAX.RU"),
    ("Київ. 14 вересня. УНІАН. Порт відкрився після ремонту.", "Київ", "--09-14", "УНІАН"),
    ("Baku, September 14, AZERTAC. The port reopened.", "Baku", "--09-14", "AZERTAC"),
    ("TALLINN, 14 September, BNS - The port reopened.", "TALLINN", "--09-14", "BNS"),
    ("Bengaluru (Karnataka) [India], Sep 14 (ANI): The port reopened.", "Bengaluru", "--09-14", "ANI"),
    ("KabarDermaga.com, Semarang - Pelabuhan dibuka kembali.", "Semarang", None, "KabarDermaga.com"),
    ("DERMAGA.CO.ID, MEDAN -- Pelabuhan dibuka kembali.", "MEDAN", None, "DERMAGA.CO.ID"),
    ("Ciudad del Mar.- El puerto reabrió tras un mes de obras.", "Ciudad del Mar", None, None),
    ("MADRID.- El puerto reabrió tras un mes de obras.", "MADRID", None, None),
    ("Puerto Viejo, Ver.- El puerto reabrió tras un mes de obras.", "Puerto Viejo, Ver.", None, None),
    ("MONTERREY, N.L.- El puerto reabrió tras un mes de obras.", "MONTERREY, N.L.", None, None),
    (
        "NORRSTAD and LUND, March 6, 2026 (GLOBE NEWSWIRE) -- The port reopened.",
        "NORRSTAD and LUND",
        "2026-03-06",
        "GLOBE NEWSWIRE",
    ),
    ("SAN PEDRO--(BUSINESS WIRE)--March 6, 2026-- The port reopened.", "SAN PEDRO", "2026-03-06", "BUSINESS WIRE"),
    ("SAN PEDRO & LUND--(BUSINESS WIRE)--The port reopened on Monday.", "SAN PEDRO & LUND", None, "BUSINESS WIRE"),
    (
        "AMSTERDAM, the Netherlands, March 6, 2026 /PRNewswire/ -- The port reopened.",
        "AMSTERDAM, the Netherlands",
        "2026-03-06",
        "PRNewswire",
    ),
    ("(dpa) Der Hafen ist nach vier Wochen wieder offen.", None, None, "dpa"),
    ("VERACRUZ, VER. (El Muelle).- El puerto reabrió.", "VERACRUZ, VER.", None, "El Muelle"),
    ("MINSK (Sound News / Mole - 14th September, 2022) The port reopened.", "MINSK", "2022-09-14", "Sound News / Mole"),
    ("[ワシントン 3月5日 港湾通信] - 港が再開した。", "ワシントン", "--03-05", "港湾通信"),
    ("القاهرة: أعيد فتح الميناء يوم الاثنين بعد شهر من الإصلاحات.", "القاهرة", None, None),
    ("الرياض 18 صفر 1444 هـ الموافق 14 سبتمبر 2022 م واس أعيد فتح الميناء.", "الرياض", "2022-09-14", "واس"),
]


@pytest.mark.parametrize(("text", "place", "date", "agency"), DATELINES, ids=[d[0][:24] for d in DATELINES])
def test_dateline(text: str, place: str | None, date: str | None, agency: str | None) -> None:
    from docforge.detect.language import choose

    source = read_source(text, context=Context.fixed(), report=Report())
    tag = "pt" if "dez" in text else choose(source, None, None, Report()).tag
    if tag.split("-")[0] not in {"de", "es", "pt", "it", "ru", "uk", "cs", "ar", "vi", "zh", "en", "kk", "ja", "ko"}:
        tag = "en"
    seen = survey(source, tag)
    found = parse_dateline(text, seen.primary, seen)
    assert found is not None
    assert (found.place, found.date.iso if found.date else None, found.agency) == (place, date, agency)
    assert text[found.start : found.end].strip() == text[found.start : found.end]


REST_IT = " lunedì dopo un mese di lavori, e i primi traghetti sono partiti all'alba verso le isole di fronte al porto."
REST_FR = (
    " lundi après un mois de travaux, et les premiers bacs sont partis à l'aube vers les îles qui font face au port."
)


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("ur", "کراچی: بندرگاہ ایک ماہ کی مرمت کے بعد پیر کو دوبارہ کھول دی گئی۔", "کراچی"),
        ("hi", "नई दिल्ली: बंदरगाह एक महीने की मरम्मत के बाद सोमवार को फिर से खोल दिया गया।", "नई दिल्ली"),
        ("bn", "ঢাকা: এক মাস মেরামতের পর সোমবার বন্দরটি আবার খুলে দেওয়া হয়েছে।", "ঢাকা"),
        ("mr", "पुणे: महिनाभराच्या दुरुस्तीनंतर सोमवारी बंदर पुन्हा उघडण्यात आले.", "पुणे"),
        ("ta", "சென்னை: ஒரு மாதப் பழுதுபார்ப்புக்குப் பிறகு துறைமுகம் திங்கட்கிழமை மீண்டும் திறக்கப்பட்டது.", "சென்னை"),
        ("te", "హైదరాబాద్: నెల రోజుల మరమ్మతుల తర్వాత సోమవారం ఓడరేవు మళ్లీ తెరుచుకుంది.", "హైదరాబాద్"),
        ("ml", "കൊച്ചി: ഒരു മാസത്തെ അറ്റകുറ്റപ്പണിക്കു ശേഷം തിങ്കളാഴ്ച തുറമുഖം വീണ്ടും തുറന്നു.", "കൊച്ചി"),
        ("ne", "काठमाडौं: एक महिनाको मर्मतपछि बन्दरगाह सोमबार फेरि खोलिएको छ।", "काठमाडौं"),
        ("it", f"ANCONA. Il porto ha riaperto{REST_IT}", "ANCONA"),
        ("it", f"La Spezia. Il porto ha riaperto{REST_IT}", "La Spezia"),
    ],
)  # fmt: skip
def test_listed_places_open_a_dateline(language: str, text: str, place: str) -> None:
    found = parse_dateline(text, language, look_at(text, language))
    assert found is not None and (found.place, found.rule) == (place, "dateline.listed-place")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ur", "وزیر: بندرگاہ ایک ماہ کی مرمت کے بعد پیر کو دوبارہ کھول دی گئی۔"),
        ("hi", "मुख्यमंत्री: बंदरगाह एक महीने की मरम्मत के बाद सोमवार को फिर से खोल दिया गया।"),
        ("hi", "दिल्ली में बंदरगाह नहीं है: यह बात मंत्री ने सोमवार को संसद में कही।"),
        ("it", f"VIDEO. Il porto ha riaperto{REST_IT}"),
        ("it", f"Roma Capitale ha riaperto il porto{REST_IT}"),
        ("fr", f"ANCONA. Le port a rouvert{REST_FR}"),
    ],
)  # fmt: skip
def test_other_openings_are_no_listed_places(language: str, text: str) -> None:
    assert parse_dateline(text, language, look_at(text, language)) is None


def test_a_dateline_opens_the_first_sentence_of_a_short_page() -> None:
    top = ["Home", "Regions", "The harbour opens again", "By Ann Lee", "14 September 2022", "1 minute read", "Share"]
    found = article("\n\n".join([*top, "WIEN – " + BODY["en"], BODY["en"].replace("Tuesday", "Friday")]) + "\n")
    assert found.dateline is not None and found.dateline.place == "WIEN"


NO_DATELINES = [
    "BARCELONA will be the first city to ban the old trams.",
    "【写真】港が再開した。船が並んでいる。",
    "UPDATE: 5/12 — The port reopened after a month.",
    "Paris (75) – Le port a rouvert après un mois.",
    "Berlin (West) - die Stadt hatte damals zwei Häfen.",
    "Reuters/Ipsos - a poll of two thousand adults shows it.",
    "WATCH: The port reopens after a month of repairs.",
    "EXCLUSIVE — The port reopens after a month of repairs.",
    "The port of London (AP) reopened after a month.",
    "“BEIRUT is open again,” the harbour master said.",
    "FILE - The port of Beirut as it looked last year.",
    "Anna Meier-Lund - die neue Chefin - kommt aus Kiel.",
    "In Madrid, 11 May is a holiday and the shops are shut.",
    "本报告指出，五月十一日的港口运输量增加了一倍。",
    "Harbour Office. 14 September 2022. The next sailing is at noon.",
    "Still, the poll shows that the harbour - all of it - is popular.",
    "Ferry, harbour and mole - all three reopened on Monday.",
    "Booking.com, Expedia - both firms said they would sue the port.",
    "Harbour.com, Mole.com and the port office said they would sue.",
    "[写真 港] 港が再開した。船が並んでいる。",
    "Then, in May, the port - closed since autumn - reopened.",
    "Nota.- El puerto reabrió tras un mes de obras.",
    "Pregunta.- ¿Cuándo reabre el puerto? Respuesta.- En abril.",
    "(siehe dpa) Der Hafen ist nach vier Wochen wieder offen.",
    "NOTE--(see below)--The port reopened after a month of repairs.",
    "CATS and DOGS -- The port reopened after a month of repairs.",
]


@pytest.mark.parametrize(
    "heads",
    [("Primero", "Segundo", "Tercero"), ("Pregunta", "Marta Ruiz", "Pregunta", "Marta Ruiz"), ("Juan", "María")],
)
def test_the_turns_of_an_interview_and_the_articles_of_a_decree_are_no_datelines(heads: tuple[str, ...]) -> None:
    turns = [f"{head}.- El muelle queda cerrado hasta la primavera por las obras." for head in heads]
    assert article("\n\n".join(["El muelle norte cierra", *turns]), language="es").dateline is None


def test_sentence_after_a_place_makes_a_dateline_even_in_short_copy() -> None:
    found = article("Brasília – O porto reabriu na segunda-feira.", language="pt").dateline
    assert found is not None
    assert found.place == "Brasília"
    short = article("中新社北京9月14日电 港口重新开放。", language="zh-Hans").dateline
    assert short is not None
    assert short.agency == "中新社"


@pytest.mark.parametrize("text", NO_DATELINES)
def test_no_dateline(text: str) -> None:
    seen = look_at(text)
    assert parse_dateline(text, "en", seen) is None


@pytest.mark.parametrize("name", ["AP", "Reuters", "dpa/lby", "AFP/Reuters", "新华社", "ТАСС", "Yonhap"])
def test_known_agency(name: str) -> None:
    assert known_agency(name)


@pytest.mark.parametrize("name", ["ap", "Harbour", "West", "75", "NATO"])
def test_unknown_agency(name: str) -> None:
    assert not known_agency(name)


def test_dateline_year_comes_from_the_publication_line() -> None:
    text = story("1 January 2024").replace(BODY["en"], "OSLO, Dec. 31 (AP) — " + BODY["en"], 1)
    line = article(text).dateline
    assert line is not None
    assert line.date is not None
    assert line.date.iso == "2023-12-31"


# -- bylines ---------------------------------------------------------------------------------

BYLINES = [
    ("By Ann Lee", ["Ann Lee"]),
    ("By ANN LEE and BOB O'HARA", ["ANN LEE", "BOB O'HARA"]),
    ("By Ann Lee, Bob Ray and Cy Fox, Harbour Gazette", ["Ann Lee", "Bob Ray", "Cy Fox"]),
    ("By Ann Lee, Staff Writer", ["Ann Lee"]),
    ("By Ann Lee, Harbour Gazette Staff Writer", ["Ann Lee"]),
    ("By Ann Lee / Harbour Gazette Staff", ["Ann Lee"]),
    ("BY ANN LEE AND BOB O'HARA", ["ANN LEE", "BOB O'HARA"]),
    ("VON LENA BRANDT UND OLE SIEVERS", ["LENA BRANDT", "OLE SIEVERS"]),
    ("BY ANNA DA SILVA", ["ANNA DA SILVA"]),
    ("By Harbour Gazette Staff", ["Harbour Gazette Staff"]),
    ("ByAnn Lee", ["Ann Lee"]),
    ("By Ann Lee, Reuters", ["Ann Lee"]),
    ("By Ann Lee Time of article published Sep 1, 2026", ["Ann Lee"]),
    ("Von Lena Brandt und Ole Sievers", ["Lena Brandt", "Ole Sievers"]),
    ("Von Lena Brandt, Redakteurin", ["Lena Brandt"]),
    ("Par Solenn Le Goff", ["Solenn Le Goff"]),
    ("Por María José Vélez", ["María José Vélez"]),
    ("di Luca Moretti", ["Luca Moretti"]),
    ("Автор: Анна Вересова", ["Анна Вересова"]),
    ("Текст: Игорь Лапшин, Анна Вересова", ["Игорь Лапшин", "Анна Вересова"]),
    ("文/李小舟", ["李小舟"]),
    ("(责编:李小舟、王有德)", ["李小舟", "王有德"]),
    ("記者：王小明", ["王小明"]),
    ("한가람 기자 garam@example.kr", ["한가람"]),
    ("한가람·이누리 기자", ["한가람", "이누리"]),
    ("Penulis: Budi Santosa", ["Budi Santosa"]),
    ("By Associated Press", ["Associated Press"]),
]
_LANGUAGES = {"Von": "de", "VON": "de", "Par": "fr", "Por": "es", "di ": "it"}


@pytest.mark.parametrize(("line", "names"), BYLINES, ids=[b[0][:24] for b in BYLINES])
def test_byline(line: str, names: list[str]) -> None:
    language = _LANGUAGES.get(line[:3], "en")
    found = article(story(line), language=language)
    assert list(found.authors) == names
    block = found.first(Byline)
    assert block is not None
    assert line.startswith(block.text[:4])


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("ja", "佐藤美咲　高橋健太", ["佐藤美咲", "高橋健太"]),
        ("ja", "佐藤　美咲", ["佐藤　美咲"]),
        ("th", "โดย ผู้จัดการออนไลน์", ["ผู้จัดการออนไลน์"]),
        ("ka", "ავტორი: ნინო ბერიძე", ["ნინო ბერიძე"]),
        ("hy", "Հեղինակ՝ Անի Պետրոսյան", ["Անի Պետրոսյան"]),
        ("ta", "எழுதியவர்: கவிதா ராமன்", ["கவிதா ராமன்"]),
        ("mn", "Сурвалжлагч: Бат Болд", ["Бат Болд"]),
        ("az", "Müəllif: Aynur Quliyeva", ["Aynur Quliyeva"]),
    ],
)
def test_bylines_in_more_scripts(language: str, line: str, names: list[str]) -> None:
    assert list(article(story(line, "14 September 2022"), language=language).authors) == names


NO_BYLINES = [
    "By noon the ferry had left.",
    "By the time the ferry left, the harbour was empty.",
    "Von der Leyen reist im Mai nach Oslo und bleibt dort",
    "By the sea",
    "Share this article",
    "Read more: By Ann Lee",
]


@pytest.mark.parametrize("line", NO_BYLINES)
def test_no_byline(line: str) -> None:
    assert article(story(line, BODY["en"]), language="en").authors == ()


STORIES = {
    "hi": (
        "तूफान के बाद नौका फिर चली\n\n{}\n\nबंदरगाह कार्यालय ने सोमवार को कहा कि तूफान से घाट टूटने के तीन सप्ताह बाद नौका"
        " फिर चलेगी।\n\n"
        "दो कर्षण नौकाएं और एक क्रेन तब से काम कर रहे थे और अंतिम पत्थर शुक्रवार की शाम बारिश में रखे गए।\n"
    ),
    "zh": (
        "港口渡轮恢复航行\n\n{}\n\n港务局星期一表示，风暴毁坏防波堤三周之后，渡轮将再次横渡海峡，首班船于清晨六时开出。\n\n"
        "两艘拖船和一台起重机此后一直在作业，最后一批石块于星期五傍晚在雨中安放完毕，工程顺利结束。\n"
    ),
    "ja": (
        "フェリー、嵐の後に運航再開\n\n{}\n\n港湾局は月曜日、防波堤が嵐で壊れてから三週間ぶりにフェリーが海峡を渡ると発表した。\n\n"
        "その後もタグボート二隻とクレーンが作業を続け、最後の石は金曜日の夕方、雨の中で据えられたという。\n"
    ),
    "he": (
        "המעבורת שבה להפליג אחרי הסערה\n\n{}\n\n"
        "משרד הנמל הודיע ביום שני כי המעבורת תשוב להפליג שלושה שבועות אחרי שהסערה שברה את המזח.\n\n"
        "שתי גוררות ומנוף עבדו מאז ללא הפסקה והאבנים האחרונות הונחו ביום שישי בערב בגשם ליד המגדלור.\n"
    ),
}
SHAPES = [
    # labels, also unknown ones, and what stands behind a second label
    ("tr", "Editör: Ayşe Yılmaz", ["Ayşe Yılmaz"]),
    ("pt", "Repórter: Ana Souza", ["Ana Souza"]),
    ("en", "Recorded: Ann Lee", ["Ann Lee"]),
    ("de", "Text: Lena Brandt, Fotos: Ole Sievers", ["Lena Brandt"]),
    ("zh", "作者丨王小明", ["王小明"]),
    # offices and outlets behind a person
    ("de", "Autor: Lena Brandt, Landesanstalt für Hafenbau, Köln (D)", ["Lena Brandt"]),
    ("en", "By Ann Lee, Institute of the Sound, Lund", ["Ann Lee"]),
    ("en", "By Ann Lee for the Harbour Courier", ["Ann Lee"]),
    ("en", "By Ann Lee and Carl Marchant, Harbour Times", ["Ann Lee", "Carl Marchant"]),
    ("ru", "Анна Вересова, Находка", ["Анна Вересова"]),
    # names side by side
    ("de", "Anna Brandt Peter Sievers", ["Anna Brandt", "Peter Sievers"]),
    ("de", "Von Anna Brandt Peter Sievers", ["Anna Brandt", "Peter Sievers"]),
    ("no", "Ingrid Treborg Marlene Lund Holm", ["Ingrid Treborg", "Marlene Lund Holm"]),
    ("en", "Anna Maria Lund Michael Marchant", ["Anna Maria Lund", "Michael Marchant"]),
    ("it", "Anna Rossi Paolo De Santis", ["Anna Rossi", "Paolo De Santis"]),
    # dates and names in one line
    ("it", "Anna Rossi - 14 maggio 2022", ["Anna Rossi"]),
    ("de", "14.09.22, Von Lena Brandt", ["Lena Brandt"]),
    ("sv", "Publicerad 14 maj 2022 av Anna Berg", ["Anna Berg"]),
    ("en", "14 May 2022, 10:15, by Ann Lee", ["Ann Lee"]),
    ("nl", "14 mei 2022 - Door Anna de Vries", ["Anna de Vries"]),
    ("tr", "Editör: Ayşe Yılmaz | 24 Ekim 2023 Salı 10:05 - Güncelleme: 24 Ekim 2023 Salı 10:05", ["Ayşe Yılmaz"]),
    ("cs", "Redaktor: Jan Novák, 14. května 2022", ["Jan Novák"]),
    ("pt", "12 jan 23 | 5h27 Por Ana Souza", ["Ana Souza"]),
    ("fr", "14 sept. Par Anne Martin", ["Anne Martin"]),
    ("en", "Mon 14 Sept | By Ann Lee", ["Ann Lee"]),
    # behind a byline word and a label, with wide blanks
    ("de", "von Autor: Georg Brandt", ["Georg Brandt"]),
    ("en", "By Author: Ann Lee", ["Ann Lee"]),
    ("de", "Von Ole \u00a0Brandt", ["Ole Brandt"]),
    ("en", "By Ann\u00a0Lee", ["Ann Lee"]),
    ("es", "Por  Ana   Vélez", ["Ana Vélez"]),
    # roles before names in ideographs
    ("ja", "編集委員　中沢太郎", ["中沢太郎"]),
    ("ja", "経済部・山田花子", ["山田花子"]),
    ("ja", "記者　中沢 花子", ["中沢 花子"]),
    ("zh", "海港报记者 王小明 通讯员 李小舟", ["王小明", "李小舟"]),
    ("zh", "本报记者王小明 实习生李小舟", ["王小明", "李小舟"]),
]


@pytest.mark.parametrize(("language", "line", "names"), SHAPES, ids=[s[1][:24] for s in SHAPES])
def test_shapes_of_bylines(language: str, line: str, names: list[str]) -> None:
    text = STORIES[language].format(line) if language in STORIES else story(line)
    assert list(article(text, language=language).authors) == names


NO_SHAPES = [
    ("en", "Author: unknown"),
    ("de", "Autor: unbekannt"),
    ("zh", "作者：佚名"),
    ("ru", "Автор: неизвестен"),
    ("en", "- THE END -"),
    ("zh", "活动现场"),
    ("ja", "北米"),
    ("ja", "社会部 記者会見"),
    ("zh", "记者 会"),
    ("hi", "नई दिल्ली"),
    ("en", "14 September by the sea"),
    ("en", "14 September 2022 - 12 Boats"),
    ("de", "14. September 2022 - 91 Kommentare"),
    ("de", "von Autor: unbekannt"),
    ("en", "By author: unknown"),
    ("fr", "Par auteur : inconnu"),
    ("en", "Zout Ferries - 14 %"),
    ("en", "The Last Ferry, Harbour Office Says Noon"),
    ("de", "Aus der Hafenkommission"),
    ("de", "Von der Mole"),
    ("fr", "Par la Manche"),
]

DATED = (
    "旧防波堤恢复开放\n\n{}\n\n2026年3月6日\n\n港务局周五表示，旧防波堤恢复开放，渡轮重新出发，票价不变，旅客不必换票。"
    "工程持续了三个星期。\n\n两艘拖船和一台起重机一直在工作，最后一块石头星期五晚上放好。\n"
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("王小明", ["王小明"]),
        ("欧阳晓", ["欧阳晓"]),
        ("趙曉雲", ["趙曉雲"]),
        ("尼玛扎西", ["尼玛扎西"]),
        ("防波堤上", []),
        ("调整字号", []),
        ("施工现场", []),
    ],
)
def test_bare_chinese_names_open_with_a_surname(line: str, names: list[str]) -> None:
    assert list(article(DATED.format(line), language="zh").authors) == names


@pytest.mark.parametrize(("language", "line"), NO_SHAPES, ids=[s[1] for s in NO_SHAPES])
def test_no_shapes_of_bylines(language: str, line: str) -> None:
    text = STORIES[language].format(line) if language in STORIES else story(line)
    assert article(text, language=language).authors == ()


NOBODY_BELOW = ["Forbach Staff", "Las Rosas de la Costa", "Harbour Courier", "Head of Harbours", "Senior Port Reporter"]


@pytest.mark.parametrize("line", NOBODY_BELOW)
def test_line_below_an_author_that_names_no_person(line: str) -> None:
    assert article(story("Anna Lee", line, "Sept. 14, 2022")).authors == ("Anna Lee",)


OUTLETS = [
    ("The Harbour Press", "Written by: Julie Marchant"),
    ("By: Coast Wire", "By Ann Caldwell"),
    ("The Sound Herald", "By Anna Lee"),
    ("Sund Nachrichten", "Text: Thomas Brandt"),
    ("Hamn Nyheter", "Text: Anna Vik"),
]


@pytest.mark.parametrize(("outlet", "signed"), OUTLETS)
def test_outlet_apart_from_a_signed_person_is_no_author(outlet: str, signed: str) -> None:
    found = article(story(outlet, "Sept. 14, 2022", signed))
    assert found.authors == (" ".join(signed.split()[-2:]),)


ALONE = [
    ("The Harbour Press", "Sept. 14, 2022", ("The Harbour Press",)),
    ("By: Coast Wire", "Sept. 14, 2022", ("Coast Wire",)),
    ("By Maria Courier", "By Ann Caldwell", ("Maria Courier", "Ann Caldwell")),
    ("By Ann Lee", "Peter Post", ("Ann Lee", "Peter Post")),
    ("By The Sound Herald", "Photo: Ann Lee", ("The Sound Herald",)),
]


@pytest.mark.parametrize(("line", "below", "names"), ALONE)
def test_outlet_without_a_signed_person_and_persons_with_names_of_outlets(
    line: str, below: str, names: tuple[str, ...]
) -> None:
    assert article(story(line, below)).authors == names


def test_place_before_a_date_is_no_author() -> None:
    for line in ("नई दिल्लीPublished: Sep 14, 2022", "नई दिल्ली Published: Sep 14, 2022 02:03 pm"):
        found = article(STORIES["hi"].format(line), language="hi")
        assert found.authors == ()
        assert found.published is not None
        assert found.published.iso[:10] == "2022-09-14"


@pytest.mark.parametrize("line", ["Peter Marchant", "Maria Vélez", "MICHAEL SIEVERS", "Anna Vik", "Thomas Brandt"])
def test_persons_in_lines_below_one_another(line: str) -> None:
    assert article(story("Ingrid Lee", line, "Sept. 14, 2022")).authors == ("Ingrid Lee", line)


def test_caseless_line_far_below_the_text_names_nobody() -> None:
    foot = "\n\n".join(("כתבות נוספות", "לאורך היום", "חדשות הנמל", "סוף השבוע", "תיבת דואר", "ימי הקיץ"))
    assert article(STORIES["he"].format("14.9.2022") + "\n" + foot + "\n", language="he").authors == ()


def test_names_with_role_outlet_and_particles() -> None:
    text = "Jan van der Berg, Political Correspondent, The Harbour Times"
    names = parse_names(text, 0, len(text))
    assert [name for name, _, _ in names.authors] == ["Jan van der Berg"]
    assert names.strange == 0


def test_byline_with_a_date_becomes_two_blocks() -> None:
    found = article(story("By Ann Lee • December 15, 2023 12:25 pm"))
    assert [type(b) for b in found.blocks[1:3]] == [Byline, PublicationLine]
    assert found.published is not None
    assert found.published.iso == "2023-12-15"


def test_subject_of_the_story_is_no_author() -> None:
    body = "Ada Quist said on Tuesday that the ferry would leave at noon, and Quist repeated it. " + BODY["en"]
    text = "\n\n".join(["Ferry leaves at noon, says Quist", "Ada Quist", body, body, BODY["en"]])
    assert article(text).authors == ()


# -- publication lines -----------------------------------------------------------------------

PUBLICATION = [
    ("Sept. 14, 2022", "en", "2022-09-14", "published"),
    ("Published: 22:04, 22 Apr 2024", "en", "2024-04-22", "published"),
    ("Last updated on April 28, 2023 at 3:54 p.m. EDT", "en", "2023-04-28", "updated"),
    ("Stand: 24.04.2024 22:58 Uhr", "de", "2024-04-24", "updated"),
    ("Veröffentlicht am 3. Mai 2024", "de", "2024-05-03", "published"),
    ("Publié le 06/01/2026 - 14:16", "fr", "2026-01-06", "published"),
    ("Mis à jour le 6 janvier 2026", "fr", "2026-01-06", "updated"),
    ("Publikacja: 02.02.2025 21:52", "pl", "2025-02-02", "published"),
    ("Опубликовано 17 февраля 2021", "ru", "2021-02-17", "published"),
    ("Güncelleme: 10.11.2025 17:59", "tr", "2025-11-10", "updated"),
    ("发布时间：2024年4月24日 23:52", "zh-Hans", "2024-04-24", "published"),
    ("입력 2025.05.15 20:00", "ko", "2025-05-15", "published"),
]


@pytest.mark.parametrize(("line", "language", "iso", "role"), PUBLICATION, ids=[p[0][:24] for p in PUBLICATION])
def test_publication_line(line: str, language: str, iso: str, role: str) -> None:
    found = find_publication_lines(look_at(line + "\n", language))
    assert len(found) == 1
    assert found[0].fields["date"].iso == iso
    assert found[0].fields["role"].value == role


@pytest.mark.parametrize(
    "line",
    [
        "The ferry sank on 14 September 2022 with forty people on board.",
        "Born in 1968, retired in 2022",
        "14:30",
        "Sales rose 12.5 percent in 2023",
        "The treaty of 3 May 1921 ended a long quarrel between two fishing towns",
    ],
)
def test_no_publication_line(line: str) -> None:
    assert not [c for c in find_publication_lines(look_at(line + "\n")) if c.score >= 0.6]


def test_published_and_updated_in_one_line() -> None:
    found = article(story("Published: 22 Dec 2023 | Updated: 24 Dec 2023"))
    assert found.published is not None and found.published.iso == "2023-12-22"
    assert found.updated is not None and found.updated.iso == "2023-12-24"


def test_a_publication_line_without_a_year_gives_none() -> None:
    found = article(story("Published: 14 March, 10:30"))
    assert found.published is not None and found.published.iso == "--03-14"
    line = next(block for block in found.blocks if isinstance(block, PublicationLine))
    assert line.date_span is not None and line.date_span.of(found.text) == "14 March"


def test_a_dateline_with_the_whole_date_completes_it() -> None:
    found = article("The ferry sails\n\nUpdated 10:30, Mon March 9\n\nOSLO, March 9, 2026 (AP) — " + story())
    assert found.published is not None and found.published.iso == "2026-03-09"


def test_date_on_the_last_line() -> None:
    found = article(story() + "\nSept. 14, 2022\n")
    assert isinstance(found.blocks[-1], PublicationLine)
    assert found.published is not None and found.published.iso == "2022-09-14"


# -- credits ---------------------------------------------------------------------------------

CREDITS = [
    "Photo: t.me/harbour_09",
    "Photo: Ann Lee/AP",
    "(AP Photo/Ann Lee)",
    "Photo : Solenn Le Goff / AFP",
    "© Solenn Le Goff / AFP",
    "Foto: Lena Brandt/dpa",
    "Foto Luca Moretti / ANSA",
    "Фото: Анна Вересова / ТАСС",
    "© РИА Новости / Анна Вересова",
    "Фото: Ерлан Оспанов / ҚазАқпарат",
    "Fotoğraf: Defne Aksoy / AA",
    "تصوير: ليلى حداد",
    "צילום: דנה לוי",
    "عکس: نازنین رضایی",
    "图/李小舟",
    "사진=연합뉴스",
    "Ảnh: Minh Anh/TTXVN",
    "fot. Ada Nowak/PAP",
    "Kuva: Aino Laine / Lehtikuva",
    "Fotó: Nagy Anna / MTI",
    "Getty Images",
    "APA/AFP/Jo Smith",
    "Illustration by Ann Lee",
]


@pytest.mark.parametrize("line", CREDITS)
def test_credit_line(line: str) -> None:
    found = [c for c in find_credits(look_at(f"Kopf\n\n{line}\n\nEnde.\n")) if c.passage == 1]
    assert found
    assert max(c.score for c in found if c.kind == "credit_line") >= 0.7


CAPTIONED = [
    ("The last ferry of the season. Photo: Ann Lee/AP", "Photo: Ann Lee/AP"),
    ("The last ferry of the season. (Ann Lee/Associated Press)", "(Ann Lee/Associated Press)"),
    ("The last ferry of the season.Credit: Ann Lee", "Credit: Ann Lee"),
    ("Die letzte Fähre der Saison. © Lena Brandt/dpa", "© Lena Brandt/dpa"),
    ("The last ferry of the season. Photo by Ann Lee /AFP via Getty Images", "Photo by Ann Lee /AFP via Getty Images"),
    ("The last ferry of the season. | Ann Lee/AFP", "Ann Lee/AFP"),
]


@pytest.mark.parametrize(("line", "credit"), CAPTIONED, ids=[c[1][:20] for c in CAPTIONED])
def test_caption_with_credit_is_split(line: str, credit: str) -> None:
    found = article(story() + f"\n{line}\n")
    block = found.first(CreditLine)
    assert block is not None
    assert block.text == credit


@pytest.mark.parametrize(
    "line",
    [
        "The photo: a girl on the last ferry, waving to nobody in particular.",
        "She said: Reuters reported it first, and the harbour office followed an hour later.",
        "Pictures of the ferry were shown in the town hall on Tuesday evening.",
        "The company was founded by Ann Lee and sold to an agency in 1999.",
        "Copyright law protects the harbour master's charts for seventy years after his death.",
    ],
)
def test_no_credit(line: str) -> None:
    assert article(story(line, BODY["en"])).first(CreditLine) is None


@pytest.mark.parametrize(
    ("line", "maker"),
    [
        ("La alcaldesa en la sala del puerto este lunes. / ANA LEÓN (EFE)", "ANA LEÓN"),
        ("La alcaldesa en la sala del puerto. Ana León (EFE)", "Ana León"),
        ("Die Mole am Morgen nach dem Sturm. | Ole Sievers (dpa)", "Ole Sievers"),
        ("Le bac quitte le port, lundi. JEAN LE GALL (AFP)", "JEAN LE GALL"),
        ("“The mole stands.” ANN LEE (EPA)", "ANN LEE"),
    ],
)
def test_the_maker_stands_before_the_provider_in_brackets(line: str, maker: str) -> None:
    (found,) = [c for c in find_credits(look_at(line + "\n")) if c.kind == "credited_caption"]
    assert found.parts[-1].fields["creator"] == maker


@pytest.mark.parametrize(
    "line",
    [
        "The mayor spoke on Friday. He met Ann Lee (AP)",
        "The mayor spoke to Ann Lee (AP)",
        "The mayor spoke on Friday. Ann (AP)",
        "The ferry sails at six (AP)",
        "The mole stands. The harbour (AP)",
    ],
)
def test_words_before_a_provider_in_brackets_name_no_maker(line: str) -> None:
    found = [c for c in find_credits(look_at(line + "\n")) if c.kind == "credited_caption"]
    assert all(c.parts[-1].fields.get("creator") is None for c in found)


def test_provider() -> None:
    assert provider_of("Ann Lee/Getty Images") == "Getty Images"
    assert provider_of("a walk in the park") is None


# -- sign-offs -------------------------------------------------------------------------------

SIGN_OFFS = [
    ("ENDS", "end_mark"),
    ("-30-", "end_mark"),
    ("###", "end_mark"),
    ("（完）", "end_mark"),
    ("(конец)", "end_mark"),
    ("REUTER", "end_mark"),
    ("(Reporting by Ann Lee; editing by Bob Ray)", "reporting"),
    ("– additional reporting by Ann Lee", "reporting"),
    ("Source: Harbour office", "source"),
    ("Quelle: dpa", "source"),
    ("来源：新华社", "source"),
    ("(APA, 12.9.2015)", "sign_off"),
    ("(Lena Brandt, 28.1.2016)", "sign_off"),
    ("(ANP /kustnet)", "sign_off"),
    ("(sw/kdg)", "sign_off"),
    ("© 2024 Harbour Gazette. All rights reserved.", "copyright"),
    ("Media contact: press@example.org", "contact"),
    ("Editor's note: an earlier version misstated the hour.", "editors_note"),
]


@pytest.mark.parametrize(("line", "role"), SIGN_OFFS, ids=[s[0][:20] for s in SIGN_OFFS])
def test_sign_off(line: str, role: str) -> None:
    text = story() + f"\n{line}\n"
    found = [
        c for c in find_taglines(look_at(text, "de" if ".1" in line or ".9" in line else "en")) if c.kind == "tagline"
    ]
    assert found
    assert found[-1].fields["role"] == role


@pytest.mark.parametrize(
    "line",
    [
        "The season ends (as it began) in fog.",
        "The source of the river is two miles from the pier, and nobody has mapped it.",
        "He left (with Ann) on the noon boat.",
        "End of season sale at the pier shop",
        "Contact between the two boats was lost at noon, the harbour office said.",
    ],
)
def test_no_sign_off(line: str) -> None:
    found = article(story(line, BODY["en"]))
    assert found.first(Tagline) is None


def test_an_end_mark_of_one_ideograph_is_split_off() -> None:
    lead = (
        "新华社北京3月18日电 国务院18日部署推进城市更新行动有关工作，要求因地制宜改造老旧小区，补齐社区服务设施短板。"
    )
    found = article(f"国务院部署推进城市更新行动\n\n{lead}\n\n今年全国计划新开工改造城镇老旧小区2.5万个。（完）\n")
    assert [block.KIND for block in found.blocks[-2:]] == ["paragraph", "tagline"]
    assert found.blocks[-2].text == "今年全国计划新开工改造城镇老旧小区2.5万个。"


@pytest.mark.parametrize("initials", ["(sw/kdg)", "(al / os)", "(lee/dpa)"])
def test_initials_behind_the_last_sentence_leave_the_paragraph_whole(initials: str) -> None:
    found = article(story() + f"\nThe ferry sails again on Monday, the harbour master said. {initials}\n")
    assert found.blocks[-1].text == initials
    assert isinstance(found.blocks[-1], Tagline)
    assert found.blocks[-2].text.strip() == "The ferry sails again on Monday, the harbour master said."


@pytest.mark.parametrize("words", ["(and/or)", "(his/her)"])
def test_choices_of_words_inside_the_text_sign_nothing(words: str) -> None:
    found = article(story(f"Each of them took a boat. {words}", BODY["en"], BODY["en"]))
    assert found.first(Tagline) is None


def test_signature_at_the_end_of_a_paragraph_is_split_off() -> None:
    found = article(story(language="de") + "\n" + BODY["de"] + " (Lena Brandt, 28.1.2016)\n")
    assert isinstance(found.blocks[-1], Tagline)
    assert found.blocks[-1].text == "(Lena Brandt, 28.1.2016)"
    assert isinstance(found.blocks[-2], Paragraph)
    assert found.published is not None and found.published.iso == "2016-01-28"


# -- furniture, crossheads, lists, turns -----------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "Facebook Twitter WhatsApp",
        "Mehr zum Thema",
        "À lire aussi",
        "Читайте также",
        "Lo más leído",
        "相关新闻",
        "関連記事",
        "관련기사",
        "اقرأ أيضا",
        "Baca juga",
        "0 Kommentare",
        "Devamını oku",
        "---",
    ],
)
def test_page_wording(line: str) -> None:
    look = look_at(line + "\n").looks[0]
    assert is_furniture_phrase(look) or article(story(line)).blocks[1].KIND == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell in Oslo",
        "The printer of the harbour charts",
        "Comments by the harbour master",
        "Home at last",
        "Die Teilung",
    ],
)
def test_words_that_are_no_page_wording(line: str) -> None:
    assert not is_furniture_phrase(look_at(line + "\n").looks[0])


def test_line_that_stands_three_times_is_furniture() -> None:
    body = BODY["en"]
    text = "\n\n".join(
        ["Ferry leaves at noon today", body, "Pier corner", body, "Pier corner", body, "Pier corner", body]
    )
    assert [b.KIND for b in article(text).blocks if b.text == "Pier corner"] == ["furniture"] * 3


CROSSHEADS = [
    "Fog on the sound",
    "What happens next?",
    "“We waited for hours”",
    "Three boats, one pier",
    "A long winter",
]


@pytest.mark.parametrize("line", CROSSHEADS)
def test_crosshead(line: str) -> None:
    text = "\n\n".join(["Ferry leaves at noon today", BODY["en"], BODY["en"], line, BODY["en"], BODY["en"]])
    assert [b.KIND for b in article(text).blocks if b.text == line] == ["crosshead"]


@pytest.mark.parametrize(
    "line",
    ["The boats left.", "Read more: Fog on the sound", "Net 25.5 mln vs 64.9 mln", "Photo: Ann Lee/AP", "12 May 2023"],
)
def test_no_crosshead(line: str) -> None:
    text = "\n\n".join(["Ferry leaves at noon today", BODY["en"], BODY["en"], line, BODY["en"], BODY["en"]])
    assert "crosshead" not in [b.KIND for b in article(text).blocks if b.text == line]


def test_questions_to_somebody_are_turns_without_labels() -> None:
    questions = ["Why did you stay?", "Were you afraid?", "Who wrote to you?", "Did you sleep?", "Will you go back?"]
    lines = [part for q in questions for part in (q, "“" + BODY["en"] + "”")]
    found = article("\n\n".join(["The keeper of the light speaks", *lines]))
    assert [b.text for b in found.blocks if b.KIND == "turn"] == questions


def test_explaining_questions_stay_crossheads() -> None:
    questions = ["What is fog?", "How does it form?", "Why here?", "When does it lift?", "Where is it worst?"]
    lines = [part for q in questions for part in (q, BODY["en"])]
    found = article("\n\n".join(["Five questions about fog on the sound", BODY["en"], *lines]))
    assert not [b for b in found.blocks if b.KIND == "turn"]


HALF_PERSONAL = [
    ("en", ["Why did you stay?", "Was the light out?", "Did you sleep?", "And the boats?",
            "When the storm broke the mole, the whole town looked up to the light:"
            " did you think of leaving it then?"]),
    ("en", ["Were you afraid?", "Who wrote to you?", "Is the lamp mended?", "What comes next?",
            "Many people on the sound say that nobody needs a keeper any more;"
            " is there an answer to that, in your view?"]),
    ("en", ["What did you see?", "How high was the sea?", "Whom did you call?", "Did the tugs come?",
            "Three weeks have passed since the night of the storm, and the mole still stands open:"
            " what do you make of it?"]),
    ("de", ["Hatten Sie Angst?", "Wie hoch stand das Wasser?", "Was rieten Sie?", "Und die Boote?",
            "Als der Sturm die Mole brach, sah der ganze Hafen zum Leuchtturm hinauf: Dachten Sie da ans Weggehen?"]),
    ("de", ["Warum blieben Sie?", "War das Licht aus?", "Schlafen Sie gut?", "Wer kommt nach Ihnen?",
            "Viele im Hafen sagen, dass heute niemand mehr einen Wärter braucht:"
            " Was antworten Sie den Leuten darauf?"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "questions"), HALF_PERSONAL)
def test_a_question_longer_than_headings_tells_an_interview(language: str, questions: list[str]) -> None:
    lines = [part for q in questions for part in (q, BODY[language])]
    found = article("\n\n".join(["Nights in the lighthouse of the sound", BODY[language], *lines]), language=language)
    assert [b.text for b in found.blocks if b.KIND == "turn"] == questions


@pytest.mark.parametrize(
    "last",
    ["Should you stay home?", "Can you see in it?", "What will you need?", "Who warns you?", "Do you need a horn?"],
)
def test_questions_as_short_as_headings_of_which_some_address_the_reader_stay_crossheads(last: str) -> None:
    questions = ["What is fog?", "How does it form?", "Why here?", "When should you sail?", last]
    lines = [part for q in questions for part in (q, BODY["en"])]
    found = article("\n\n".join(["Five questions about fog on the sound", BODY["en"], *lines]))
    assert not [b for b in found.blocks if b.KIND == "turn"]


def test_lone_dash_is_no_list() -> None:
    found = article(story("- We waited for hours, said the captain of the noon boat."))
    assert not [b for b in found.blocks if b.KIND == "list_item"]


# -- deck ------------------------------------------------------------------------------------


def kinds(text: str) -> list[str]:
    return [b.KIND for b in article(text).blocks]


def test_sentence_between_headline_and_byline_is_the_deck() -> None:
    assert kinds(story("It carries forty people and a dog.", "By Ann Lee"))[:3] == ["headline", "subheadline", "byline"]


def test_the_same_headline_in_other_quotation_marks_is_no_deck() -> None:
    title = "“The mole” is whole again, and the ferry sails"
    found = article(f'{title}\n\n"The mole" is whole again, and the ferry sails\n\n' + story())
    assert found.first(Subheadline) is None


def test_a_lead_that_tells_the_headline_in_full_is_no_deck() -> None:
    long = " ".join(BODY["en"] for _ in range(3))
    title = "The last ferry of the season leaves the harbour at noon"
    told = f"{title}\n\n{title}, as it does every year.\n\n" + "\n\n".join([long] * 4)
    other = f"{title}\n\nThe office set the hour on Tuesday, as it does each year.\n\n" + "\n\n".join([long] * 4)
    assert article(told).first(Subheadline) is None
    assert article(other).first(Subheadline) is not None


def test_a_lead_that_ends_with_a_colon_is_no_deck_for_want_of_a_full_stop() -> None:
    long = " ".join(BODY["en"] for _ in range(3))
    line = "The harbour office gave out the following statement on the last ferry of the season on Tuesday:"
    assert article("The last ferry leaves\n\n" + line + "\n\n" + "\n\n".join([long] * 4)).first(Subheadline) is None


def test_paragraphs_that_open_with_initials_are_no_list() -> None:
    text = (
        "U.N. ferries sail again\n\nU.N. boats left the harbour on Monday for the first time since the storm.\n\n"
        "U.S. boats wait for better weather, and the harbour office has set no hour for them yet.\n\n" + BODY["en"]
    )
    assert article(text).first(ListItem) is None
    listed = article("The ferry\n\n" + BODY["en"] + "\n\na) tickets for all\n\nb) boats at noon\n\n" + BODY["en"])
    assert listed.first(ListItem) is not None


def test_a_comment_form_that_names_the_headline_takes_nothing_from_it() -> None:
    title = "Harbour office sad about town"
    found = article(f'{title}\n\n{BODY["en"]}\n\n{BODY["en"]}\n\nBe the first to comment on "{title}"\n')
    assert found.headline == title


def test_name_and_office_with_a_slash_is_a_credit() -> None:
    found = article(story("Ann Lee/UNHCR", BODY["en"], "Ann Lee/UNHCR"))
    assert found.first(CreditLine) is not None
    assert found.first(Byline) is None


def test_the_only_text_below_a_headline_is_no_deck() -> None:
    text = (
        "The ferry sails again after the storm\n\nThe mole is whole, and the first boat leaves at noon. "
        "Two tugs worked on it.\n\nPublished 14 September 2022\n"
    )
    found = article(text)
    assert found.first(Subheadline) is None
    assert found.first(Paragraph) is not None


def test_greek_and_turkish_capitals_read_as_small_letters_do() -> None:
    assert is_furniture_phrase(look_at("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", "el").looks[0])
    assert is_furniture_phrase(look_at("EN ÇOK OKUNANLAR", "tr").looks[0])
    assert is_furniture_phrase(look_at("İLGİLİ HABERLER", "tr").looks[0])
    assert not is_furniture_phrase(look_at("ΤΟ ΛΙΜΑΝΙ", "el").looks[0])


def test_first_paragraph_as_long_as_the_others_is_no_deck() -> None:
    assert kinds(story())[:2] == ["headline", "paragraph"]


def test_the_date_of_an_event_below_a_numbered_heading_is_no_date_of_publication() -> None:
    found = article(
        "塩浜港の再開について\n\n１．再開日時\n　　令和4年9月19日（月）午前6時\n\n"
        "２．運航内容\n　　6島へ1日6便を運航します。運賃は従来どおりです。\n",
        language="ja",
    )
    assert found.published is None
    assert "１．再開日時" in [block.text for block in found.blocks]


# -- turns -----------------------------------------------------------------------------------

CONFERENCE = """Press conference on the reopening of the harbour

Saltmere, 14 September 2022

MODERATOR: Good morning, and welcome. The minister will make a short statement, and then we take questions.

MINISTER MEHTA: Thank you. The terminal opens on Monday. We will have six sailings a day.

QUESTION: Minister, who pays for the repairs?

MINISTER MEHTA: The state pays two thirds, the port the rest. There is no new tax for the islanders.

QUESTION: And when will the third berth be ready?

MS. LINDQVIST: In May. The piles are in place, and the deck will be poured before winter.

MODERATOR: One last question, please.
"""


def test_a_press_conference_of_several_speakers_has_turns() -> None:
    found = article(CONFERENCE)
    turns = [block for block in found.blocks if isinstance(block, Turn)]
    assert [turn.text[: turn.label_end].strip() for turn in turns] == [
        "MODERATOR:", "MINISTER MEHTA:", "QUESTION:", "MINISTER MEHTA:", "QUESTION:", "MS. LINDQVIST:", "MODERATOR:",
    ]  # fmt: skip
    assert [turn.role for turn in turns].count(TurnRole.QUESTION) == 2
    assert found.dateline is None


def test_two_ministers_are_two_persons_and_both_are_quoted() -> None:
    found = article(
        "Press conference in Rome\n\nRome, 5 November 2026\n\nMINISTER ROSSI: We decided three things today.\n\n"
        "MINISTER BIANCHI: We pay half, and I thank Minister Rossi.\n\nMINISTER ROSSI: It costs two billion.\n\n"
        "MINISTER BIANCHI: It opens in May.\n\nMINISTER ROSSI: Thank you all.\n"
    )
    assert [(quote.speaker, quote.person in (None, "Rossi")) for quote in found.quotes] == [
        ("MINISTER ROSSI", True), ("MINISTER BIANCHI", True), ("MINISTER ROSSI", True), ("MINISTER BIANCHI", True),
        ("MINISTER ROSSI", True),
    ]  # fmt: skip
    assert all(quote.person is None for quote in found.quotes if quote.speaker == "MINISTER BIANCHI")


def test_three_turns_in_capitals_are_a_transcript() -> None:
    found = article(
        "Press conference after the trade talks\n\nMINISTER WEBER: Thank you. We agreed on three things.\n\n"
        "QUESTION: Minister, what will it cost?\n\nMINISTER WEBER: It will cost 1.2 billion euros.\n"
    )
    assert [block.KIND for block in found.blocks] == ["headline", "turn", "turn", "turn"]
    assert found.dateline is None


def test_the_whole_title_stands_before_the_comma() -> None:
    found = article(story("The Deputy Prime Minister, Helen Marsh, today announced a new harbour for the island."))
    assert [(e.name, e.title) for e in found.entities if e.name == "Helen Marsh"] == [
        ("Helen Marsh", "Deputy Prime Minister")
    ]


def test_a_transcript_names_speakers_by_initials() -> None:
    found = article(
        "Встреча с министром транспорта\n\nПрезидент: Добрый день! Как идут дела на терминале?\n\n"
        "А.Петренко: Работы идут по графику, два причала уже готовы.\n\nПрезидент: А что с островами?\n\n"
        "А.Петренко: С понедельника будет шесть рейсов в день.\n"
    )
    assert [block.KIND for block in found.blocks] == ["headline", "turn", "turn", "turn", "turn"]


def test_a_list_of_labelled_facts_is_no_transcript() -> None:
    found = article(
        story(
            "Where: Saltmere, new pier, from Monday on.",
            "When: 19 September, 6 a.m., and each hour after that.",
            "Tickets: at the pier, or on the boat.",
            "Fares: as before, children under six travel free.",
            "Contact: the harbour office, in the old customs house.",
        )
    )
    assert not any(isinstance(block, Turn) for block in found.blocks)


# -- overrides and language ------------------------------------------------------------------


def test_a_headline_of_the_user_replaces_no_sentence() -> None:
    text = "The ferry sails again.\n\nTugs and a crane have mended the mole.\n"
    assert isinstance(article(text).blocks[0], Headline)
    found = article(text, overrides=(("headline", "Ferry sails after storm"),))
    assert [type(block) for block in found.blocks] == [Paragraph, Paragraph]
    titled = article(f"Ferry sails again\n\n{text}", overrides=(("headline", "Ferry sails after storm"),))
    assert [type(block) for block in titled.blocks] == [Headline, Paragraph, Paragraph]


def test_override_re_labels_the_passage_with_its_text() -> None:
    found = article(story("Fog on the sound"), overrides=(("kicker", "Fog on the sound"),))
    assert [b.KIND for b in found.blocks if b.text == "Fog on the sound"] == ["kicker"]
    assert found.override("kicker") == "Fog on the sound"


def test_override_without_passage_stands_in_the_article() -> None:
    found = article(story(), overrides=(("headline", "Quite another title"), ("date", "2020-02-03")))
    assert found.headline == "Quite another title"
    assert found.published is not None and found.published.iso == "2020-02-03"


def test_settings_win_over_front_matter() -> None:
    found = article("---\nheadline: From the file\n---\n\n" + story(), overrides=(("headline", "From the user"),))
    assert found.headline == "From the user"
    assert found.blocks[0].KIND == "front_matter"


def test_language_setting_wins() -> None:
    found = article(story(), language="fr-CA")
    assert (found.language, found.language_rule) == ("fr-CA", "option")


def test_missing_headline_is_reported() -> None:
    report = Report()
    text = "OSLO (Reuters) - " + BODY["en"] + "\n\n" + BODY["en"] + "\n"
    found = detect(read_source(text, context=Context.fixed(), report=report), report=report)
    assert found.headline == ""
    assert "DF-D102" in [d.code for d in report]


def test_account_credit_is_not_cut_at_its_slash() -> None:
    block = article(story() + "\nPhoto: t.me/harbour_09\n").first(CreditLine)
    assert isinstance(block, CreditLine)
    assert (block.creator, block.provider, block.text[block.label_end :]) == (
        "t.me/harbour_09",
        None,
        "t.me/harbour_09",
    )


def test_short_text_says_that_it_is_unsure() -> None:
    report = Report()
    found = detect(read_source("Oslo, Bergen\n", context=Context.fixed(), report=report), report=report)
    assert found.language_rule == "unsure"
    assert "DF-D101" in [d.code for d in report]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (
            "Қалада балаларға арналған жаңа кітапхана ашылды, онда алты мыңнан астам кітап пен оқу залы бар екен.",
            "kk",
        ),
        ("Шаарда балдар үчүн жаңы китепкана ачылды, анда алты миңден ашык китеп жана чоң окуу залы бар экен.", "ky"),
        ("港が再開した。船が並んでいる。市の担当者は来週にも便を増やすと話している。", "ja"),
        ("港口重新开放，市民纷纷前来观看第一艘轮船驶入，工作人员表示下周还将增加班次。", "zh-Hans"),
        ("항구가 다시 열렸다. 시민들은 첫 배가 들어오는 모습을 보려고 모였다.", "ko"),
    ],
)
def test_language_by_script(text: str, tag: str) -> None:
    assert article(text + "\n").language == tag


def test_foreign_passage_carries_its_language() -> None:
    foreign = "Мы измеряем лёд каждое утро и закроем переправу при первой трещине, сказал начальник участка."
    blocks: tuple[Block, ...] = article(story(foreign)).blocks
    assert [b.lang for b in blocks if b.text == foreign] == ["ru"]
    assert all(b.lang is None for b in blocks if b.text != foreign)


def test_an_article_that_quotes_more_than_it_says_keeps_its_script() -> None:
    foreign = "We shall keep the crossing open as long as the ice holds, and close it on the day of the first crack."
    own = "وقالت رئيسة المحطة في بيان بالإنجليزية نشر على الموقع يوم الاثنين صباحا بعد اجتماع طويل:"
    found = article(f"إغلاق المعبر قبل نهاية الشهر\n\n{own}\n\n{foreign}\n\n{foreign}\n", language="ar")
    assert [b.lang for b in found.blocks] == [None, None, "en", "en"]


@pytest.mark.parametrize(
    ("value", "code"), [("03/09/2026", "DF-D104"), ("soon", "DF-D103"), ("25/09/2026", ""), ("2026-03-09", "")]
)
def test_a_stated_date_that_is_none_or_two_changes_nothing_and_is_reported(value: str, code: str) -> None:
    report = Report()
    text = f"---\ndate: {value}\n---\nFerry back\n\n{BODY['en']}\n"
    found = detect(read_source(text, context=Context.fixed(), report=report), DetectSettings(), report=report)
    assert [d.code for d in report if d.code in ("DF-D103", "DF-D104")] == ([code] if code else [])
    assert (found.published is None) is bool(code)


# -- cost ------------------------------------------------------------------------------------


@pytest.mark.parametrize("piece", ['"a" said ', "“a, - b", "“a”, b said“c” ", "x: “a” ", "«a»:b"])
def test_quotations_without_a_sentence_end_cost_in_step(piece: str) -> None:
    def cost(count: int) -> float:
        text = story(piece * count)
        return cpu_seconds(lambda: article(text, language="en"))

    cost(100)
    # Four times the text; frames that look through all of it would take sixteen times as long.
    assert cost(8_000) < 8 * min(cost(2_000), cost(2_000)) + 0.1


# -- credits without a sign --------------------------------------------------------------------

UNSIGNED = [
    # a bare word for pictures before a maker, also with a dash
    ("uk", "Фото - prychal.example"), ("en", "Photo – Ann Lee"), ("nl", "Beeld Anna de Vries"), ("he", "צילום דנה כהן"),
    ("th", "ภาพจาก AFP"), ("en", "Screenshot by Ann Lee/Harbour News"),
    # whole credits that name no maker
    ("ru", "Фото автора"), ("ru", "Фото пресс-службы порта"), ("vi", "Ảnh minh hoạ"), ("nl", "Foto ter illustratie"),
    ("zh", "资料图"), ("en", "Image copyright Lund Pictures"),
    # and those that close a caption
    ("ru", "Анна Вересова у причала, фото из личного архива"), ("it", "Il molo nel 1962, foto d'archivio"),
    ("zh", "港务局 供图"), ("en", "The mole in May. Ann Lee/Reuters files"), ("ja", "写真＝共同"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line"), UNSIGNED, ids=[u[1] for u in UNSIGNED])
def test_credits_without_a_sign(language: str, line: str) -> None:
    kinds_found = {type(block) for block in article(amid(line), language=language).blocks}
    assert CreditLine in kinds_found


NO_CREDITS = [
    ("en", "Photo finish in the harbour race"), ("en", "Credit Harbour Bank"), ("ru", "Фото дня в порту"),
    ("de", "Foto der Mole gewinnt Preis"), ("en", "Video - The ferry sails again"),
    ("nl", "Beeld van de haven verandert"),
    ("en", "Files, ferries and the mole"), ("ru", "Фотография как искусство"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line"), NO_CREDITS, ids=[n[1] for n in NO_CREDITS])
def test_words_for_pictures_that_credit_nobody(language: str, line: str) -> None:
    assert CreditLine not in {type(block) for block in article(amid(line), language=language).blocks}


def amid(line: str) -> str:
    return "\n\n".join(("The last ferry of the season leaves", BODY["en"], line, BODY["en"], BODY["en"])) + "\n"


# -- decks in scripts without full stops -------------------------------------------------------


def test_a_thai_paragraph_has_no_full_stop_and_is_no_deck_for_that() -> None:
    lead = (
        "14 ก.ย.2565 สำนักงานท่าเรือแจ้งผ่าน Facebook ว่าเรือข้ามฟากจะกลับมาแล่นอีกครั้ง สามสัปดาห์หลังจากพายุพัดเขื่อนกันคลื่นพังลง "
        "เที่ยวแรกออกเวลาหกโมงเช้าของวันจันทร์ โดยมีนายกเทศมนตรีและนักเรียนสองห้องร่วมเดินทางไปด้วยตามที่ประกาศไว้"
    )
    rest = "เรือลากจูงสองลำและเครนหนึ่งตัวทำงานมาตั้งแต่นั้น และหินก้อนสุดท้ายวางลงเมื่อเย็นวันศุกร์ท่ามกลางสายฝนที่ตกหนักตลอดทั้งวัน"
    found = article("\n\n".join(("เรือข้ามฟากกลับมาแล่นอีกครั้งหลังพายุ", "14 กันยายน 2565", lead, rest, rest)), language="th")
    assert found.first(Subheadline) is None
    assert lead in {block.text for block in found.blocks if isinstance(block, Paragraph)}


def test_chinese_numerals_number_items_together_and_crossheads_apart() -> None:
    head = (
        "港务局公布防波堤维修方案\n\n港务局周五公布旧防波堤的维修方案，工程从四月开始，到秋天结束，渔船都要绕行。\n\n"
    )
    text = "潜水员每天检查堤身，发现新的裂缝立即报告港务局和市议会，任何人不得上堤，违者将被处以罚款。"
    together = article(
        f"{head}一、关闭旧防波堤；\n二、渡轮改由北码头出发；\n三、渔船白天使用内港。\n\n{text}\n", language="zh"
    )
    assert [block.KIND for block in together.blocks].count("list_item") == 3
    apart = article(f"{head}一、总体安排\n\n{text}\n\n二、渡轮和渔船\n\n{text}\n", language="zh")
    assert [block.KIND for block in apart.blocks].count("crosshead") == 2


def test_a_reporter_behind_a_korean_caption_took_the_picture() -> None:
    text = (
        "옛 방파제 다시 열려\n\n북쪽 부두의 연락선. 김철수 기자\n\n항만 사무소는 금요일 옛 방파제를 열었다고 밝혔다. "
        "연락선은 다시 떠나며 요금은 그대로다.\n\n예인선 두 척과 기중기 한 대가 일했고 마지막 돌은 저녁에 놓였다.\n"
    )
    found = article(text, language="ko")
    assert found.authors == ()
    assert [block.KIND for block in found.blocks][1:3] == ["caption", "credit_line"]


@pytest.mark.parametrize(("text", "fold"), [("\u200f Foto", "foto"), ("Foto \u200f Ann\u200e", "foto ann")])
def test_a_mark_of_direction_leaves_no_blank_behind(text: str, fold: str) -> None:
    assert folded(text) == fold
