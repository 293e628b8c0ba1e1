# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Who wrote an article and who only answers for it: contacts, outlets, places, desks and helpers beside the names."""

from __future__ import annotations

import pytest
from tests.support.detection import article

from docforge.model import Article, CreditLine, Tagline

EN = (
    "The ferry sails again after the storm",
    "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole.",
    "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain.",
    "Passengers who had bought a ticket for the missing days can have their money back until the end of the month.",
)
DE = (
    "Die Fähre fährt nach dem Sturm wieder",
    "Das Hafenamt teilte am Montag mit, dass die Fähre wieder fährt, drei Wochen nachdem der Sturm die Mole zerbrochen hatte.",
    "Zwei Schlepper und ein Kran waren seither im Einsatz, und die letzten Steine wurden am Freitagabend im Regen gelegt.",
)
FR = (
    "Le bac reprend la mer après la tempête",
    "Le bureau du port a annoncé lundi que le bac reprendra la mer, trois semaines après la tempête qui a rompu le môle.",
    "Deux remorqueurs et une grue sont à l'œuvre depuis, et les dernières pierres ont été posées vendredi soir sous la pluie.",
)
IT = (
    "Il traghetto riparte dopo la tempesta",
    "L'ufficio del porto ha detto lunedì che il traghetto riprenderà il mare, tre settimane dopo la tempesta che ha rotto il molo.",
    "Da allora hanno lavorato due rimorchiatori e una gru, e le ultime pietre sono state posate venerdì sera sotto la pioggia.",
)
PL = (
    "Prom znów pływa po burzy",
    "Urząd portowy poinformował w poniedziałek, że prom znów będzie pływał, trzy tygodnie po burzy, która zniszczyła falochron.",
    "Od tego czasu pracowały dwa holowniki i dźwig, a ostatnie kamienie ułożono w piątek wieczorem w deszczu.",
)
JA = (
    "嵐のあとフェリーが運航を再開",
    "港湾事務所は月曜日、嵐で防波堤が壊れてから三週間ぶりにフェリーの運航を再開すると発表した。",
    "それ以来、二隻のタグボートとクレーンが作業を続け、最後の石は金曜日の夜、雨の中で積まれた。",
)


def set_apart(text: tuple[str, ...], *lines: str) -> list[str]:
    """Return a text with an empty line between its paragraphs, and *lines* below it."""
    return [part for paragraph in text for part in (paragraph, "")] + list(lines)


def taglines(read: Article, role: str) -> list[str]:
    return [
        read.text[block.span.start : block.span.end].strip()
        for block in read.blocks
        if isinstance(block, Tagline) and block.role == role
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (EN, ("Media Contact:", "Dana Whitlock", "dwhitlock@port.example", "(541) 555-0136")),
        (EN, ("Media Contact:", "", "Dana Whitlock", "", "dwhitlock@port.example", "", "(541) 555-0136")),
        (DE, ("Pressekontakt:", "Petra Lange", "Hafenamt Norrstad", "Telefon: 09999 123-456")),
        (DE, ("Ansprechpartnerin für die Medien:", "Petra Lange", "Tel. 0100 555012")),
        (DE, ("Petra Lange", "Tel. 0100 555012")),
        (FR, ("Contact presse :", "Anne Leroy", "anne.leroy@port.example", "01 00 55 50 12")),
        (PL, ("Kontakt dla mediów:", "Maria Kowalska, tel. 600 000 111, media@port.example")),
        (EN, ("Mary Carter, tel. 600 000 111, media@port.example",)),
        (IT, ("Ufficio stampa Comune di Porto Sereno", "Marta Bellini", "tel. 0100 555012")),
        (EN, ("Media Contact: Dana Whitlock", "dwhitlock@port.example", "541-555-0136")),
        (EN, ("For more information, contact:", "Dana Whitlock", "Sound Harbour Agency", "541-555-0136")),
        (DE, ("Pressekontakt:", "", "Hafenamt Norrstad", "Petra Lange", "Hafenstraße 1", "Telefon: 09999 123-456")),
        (JA, ("お問合せ先", "農林水産部畜産課 担当：佐久間", "電話：000-555-0123")),
    ],
)
def test_whom_to_ask_wrote_nothing(text: tuple[str, ...], lines: tuple[str, ...]) -> None:
    read = article(*set_apart(text, *lines))
    assert read.authors == ()
    assert taglines(read, "contact") == [line for line in lines if line]


def test_what_the_agency_says_of_itself_below_its_contacts_is_text() -> None:
    about = "The Harbour Agency runs four ports on the sound and the ferries between them, and has done so for eighty years."
    read = article(*set_apart(EN, "Media Contact:", "", "Dana Whitlock", "", "About the agency", "", about))
    assert taglines(read, "contact") == ["Media Contact:", "Dana Whitlock"]
    assert read.authors == ()


def test_whom_to_ask_above_the_headline_wrote_nothing_either() -> None:
    read = article("FOR IMMEDIATE RELEASE", "", "Contact:", "Ann Lee", "+47 12 34 56 78", "", *set_apart(EN))
    assert read.authors == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("Ann Lee", "ann.lee@port.example"),  # whoever signs with an address alone wrote it
        ("Ann Lee", "Harbour correspondent"),
        ("Ann Lee | Harbour Post",),
    ],
)
def test_who_signs_at_the_foot_wrote_it(lines: tuple[str, ...]) -> None:
    assert article(*set_apart(EN, *lines)).authors == ("Ann Lee",)


def test_a_contact_far_above_takes_no_byline() -> None:
    read = article(EN[0], "By Ann Lee", *EN[1:], "Contact: Harbour Agency", "Bo Ek")
    assert read.authors == ("Ann Lee",)


PT = (
    "Balsa volta a navegar depois da tempestade",
    "A capitania do porto disse na segunda-feira que a balsa volta a navegar, três semanas depois da tempestade que quebrou o molhe.",
    "Dois rebocadores e um guindaste trabalharam desde então, e as últimas pedras foram colocadas na sexta-feira à noite na chuva.",
)
ID = (
    "Feri kembali berlayar setelah badai",
    "Kantor pelabuhan mengatakan pada hari Senin bahwa feri akan berlayar lagi, tiga minggu setelah badai merusak pemecah gelombang.",
    "Dua kapal tunda dan sebuah derek telah bekerja sejak itu, dan batu terakhir dipasang pada Jumat malam di tengah hujan.",
)


@pytest.mark.parametrize(
    ("text", "line", "authors"),
    [
        (PT, "Por Thaís Nogueira — Juiz de Fora", ("Thaís Nogueira",)),
        (PT, "Por Thaís Nogueira, g1 Zona da Mata — Santa Rita do Vale", ("Thaís Nogueira",)),
        (PT, "Por Rui Falcato, Valor — São Paulo", ("Rui Falcato",)),
        (PT, "Por Rui Falcato e Ana Lima — Porto Belo", ("Rui Falcato", "Ana Lima")),
        (PT, "Por Redação g1 — São Paulo", ("Redação g1",)),
        (EN, "By Ann Lee – Harbour Town", ("Ann Lee",)),
        (EN, "By Ann Lee - Tom Reed", ("Ann Lee", "Tom Reed")),  # behind a short dash a person may stand
        (DE, "Von Anna Lehmann – Peter Graf", ("Anna Lehmann", "Peter Graf")),
        (EN, "By Ann Lee – Tom Reed, Bo Ek", ("Ann Lee", "Tom Reed", "Bo Ek")),
        (EN, "By Ann Lee", ("Ann Lee",)),
    ],
)
def test_a_place_behind_the_last_dash_of_a_byline_is_no_author(
    text: tuple[str, ...], line: str, authors: tuple[str, ...]
) -> None:
    assert article(text[0], line, *text[1:]).authors == authors


@pytest.mark.parametrize(
    ("text", "line", "authors"),
    [
        (ID, "Dewi Larasati - Harian Rakyat", ("Dewi Larasati",)),
        (DE, "von Thilo Grabow, MDR Harzland", ("Thilo Grabow",)),
        (EN, "By Tom Reed, BBC Radio Cumbria", ("Tom Reed",)),
        (DE, "von MDR-Reporter Thilo Grabow", ("Thilo Grabow",)),
        (DE, "von Kurier-Redakteurin Anna Lehmann und Thilo Grabow", ("Anna Lehmann", "Thilo Grabow")),
        (EN, "By KIM Ji-ho, LEE Min-su", ("KIM Ji-ho", "LEE Min-su")),
        (DE, "von Anna-Lena Lehmann", ("Anna-Lena Lehmann",)),
        (DE, "von Hans Reporter-Schmidt", ("Hans Reporter-Schmidt",)),
        (EN, "By Ann Lee, Tom Reed", ("Ann Lee", "Tom Reed")),
        (EN, "By Ann Lee, ANN Reed", ("Ann Lee", "ANN Reed")),
    ],
)
def test_what_opens_as_outlets_do_is_no_author(text: tuple[str, ...], line: str, authors: tuple[str, ...]) -> None:
    assert article(text[0], line, *text[1:]).authors == authors


NL = (
    "Veerboot vaart weer na de storm",
    "Het havenkantoor zei maandag dat de veerboot weer gaat varen, drie weken nadat de storm de pier had gebroken.",
    "Twee sleepboten en een kraan waren sindsdien aan het werk, en de laatste stenen werden vrijdagavond in de regen gelegd.",
)
KO = (
    "폭풍 뒤 여객선 운항 재개",
    "항만청은 월요일 폭풍으로 방파제가 무너진 지 3주 만에 여객선이 다시 운항한다고 밝혔다.",
    "그동안 예인선 두 척과 기중기가 작업을 계속했고 마지막 돌은 금요일 저녁 빗속에서 놓였다.",
)
ZH = (
    "風暴過後渡輪恢復航行",
    "港務處週一表示，在風暴沖毀防波堤三週後，渡輪將恢復航行，首班船於早上六時開出。",
    "此後兩艘拖船和一台起重機一直在工作，最後一批石頭於週五晚上在雨中鋪設完成。",
)


@pytest.mark.parametrize(
    ("text", "line", "authors"),
    [
        (PT, "Camilo Sardinha (texto) e Inês Portela (fotografia)", ("Camilo Sardinha", "Inês Portela")),
        (DE, "Anna Lehmann (Text) und Peter Graf (Fotos)", ("Anna Lehmann", "Peter Graf")),
        (FR, "Erwan LE GOFF.", ("Erwan LE GOFF",)),
        (FR, "Pascale MARTIN.", ("Pascale MARTIN",)),
        (FR, "Pascale Martin.", ()),  # with small letters a full stop closes a sentence
        (FR, "Le port ROUVRE.", ()),
        (NL, "Bas in 't Veld", ("Bas in 't Veld",)),
        (NL, "Bas in ’t Veld en Marloes van 't Hof", ("Bas in ’t Veld", "Marloes van 't Hof")),
        (NL, "Weg in 't water", ()),
        (ZH, "文/李雨晴 图/周敏", ("李雨晴",)),
        (ZH, "文/李雨晴　攝影/周敏", ("李雨晴",)),
        (ZH, "文/李雨晴", ("李雨晴",)),
        (ZH, "文/图 李雨晴", ("李雨晴",)),
        (ZH, "撰文/李雨晴 编辑/周敏", ("李雨晴",)),
    ],
)
def test_names_with_what_each_did_and_what_closes_them(
    text: tuple[str, ...], line: str, authors: tuple[str, ...]
) -> None:
    assert article(*set_apart((text[0], line, *text[1:]))).authors == authors


def test_who_took_the_pictures_behind_the_author_is_a_credit() -> None:
    read = article(*set_apart((ZH[0], "文/李雨晴 图/周敏", *ZH[1:])))
    assert [block.creator for block in read.blocks if isinstance(block, CreditLine)] == ["周敏"]


@pytest.mark.parametrize(
    ("text", "line", "role"),
    [
        (EN, "PTI ABC XYZ", "sign_off"),
        (EN, "PTI ABC", "sign_off"),
        (PL, "Współpraca: Iwona Bąk", "reporting"),
        (EN, "– additional reporting by Donald Mathys", "reporting"),
        (EN, "Additional reporting by Donald Mathys", "reporting"),
    ],
)
def test_what_signs_and_who_helped_at_the_foot(text: tuple[str, ...], line: str, role: str) -> None:
    read = article(*set_apart(text, line))
    assert read.authors == ()
    assert taglines(read, role) == [line]


@pytest.mark.parametrize(
    ("text", "line", "authors"),
    [
        (EN, "Anna Vik", ("Anna Vik",)),
        (EN, "ANNA VIK", ("ANNA VIK",)),
        (KO, "한지민 기자 hjm@port.example", ("한지민",)),
        (KO, "한지민 기자 다른기사 보기", ()),
        (KO, "한지민 기자의 다른 기사 보기", ()),
    ],
)
def test_who_signs_below_the_text(text: tuple[str, ...], line: str, authors: tuple[str, ...]) -> None:
    assert article(*set_apart(text, line)).authors == authors


HE = (
    "המעבורת שבה להפליג אחרי הסערה",
    "משרד הנמל הודיע ביום שני שהמעבורת תשוב להפליג, שלושה שבועות לאחר שהסערה שברה את שובר הגלים בנמל העתיק.",
    "שתי גוררות ומנוף עבדו מאז במקום, והאבנים האחרונות הונחו ביום שישי בערב בגשם כבד שירד על החוף.",
)
HI = (
    "तूफान के बाद नौका फिर चली",
    "बंदरगाह कार्यालय ने सोमवार को कहा कि तूफान से घाट टूटने के तीन सप्ताह बाद नौका फिर से चलेगी।",
    "तब से दो टग और एक क्रेन काम पर लगे रहे और आखिरी पत्थर शुक्रवार शाम बारिश में रखे गए।",
)
HI_DECK = "तीन सप्ताह तक घाट पर काम चला, यात्रियों को पैसा वापस मिलेगा"
AR = (
    "العبارة تبحر من جديد بعد العاصفة",
    "قال مكتب الميناء يوم الاثنين إن العبارة ستبحر من جديد بعد ثلاثة أسابيع من العاصفة التي حطمت الرصيف القديم.",
    "وعملت قاطرتان ورافعة منذ ذلك الحين ووضعت الحجارة الأخيرة مساء الجمعة تحت المطر الغزير على الساحل.",
)


@pytest.mark.parametrize(
    ("text", "menu", "lines", "authors"),
    [
        (HE, "ראשי", ("נועה ברקאי",), ("נועה ברקאי",)),
        (HI, "होम", ("राकेश त्रिवेदी",), ("राकेश त्रिवेदी",)),
        (HI, "होम", (HI_DECK, "राकेश त्रिवेदी"), ("राकेश त्रिवेदी",)),
        (HI, "होम", ("राज्य ब्यूरो",), ("राज्य ब्यूरो",)),
        (AR, "أخبار", ("سامر الحداد",), ("سامر الحداد",)),
        (ZH, "首頁", ("林佳蓉",), ("林佳蓉",)),
        (JA, "ホーム", ("【石田健一】",), ("石田健一",)),
        (JA, "ホーム", ("【速報】",), ()),
        (ZH, "首頁", ("高清圖集",), ()),
        (ZH, "首頁", ("金融",), ()),  # opens with a surname, and is the word of a menu
        (AR, "أخبار", ("الرصيف القديم",), ()),  # the text says it
        (HI, "होम", ("ताज़ा खबरें",), ()),
        (AR, "أخبار", ("سامر الحداد", "شارك"), ()),  # amid a menu
    ],
)
def test_names_without_capitals_between_headline_and_text_of_a_page(
    text: tuple[str, ...], menu: str, lines: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    assert article(menu, *set_apart((text[0], *lines, *text[1:]))).authors == authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee By Ann Lee May 15", ("Ann Lee",)),
        ("By Ann Lee By Ann Lee", ("Ann Lee",)),
        ("By Ann Lee and Tom Reed", ("Ann Lee", "Tom Reed")),
    ],
)
def test_a_byline_printed_twice_in_a_line_names_the_author_once(line: str, names: tuple[str, ...]) -> None:
    assert article(EN[0], line, *EN[1:]).authors == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("执笔/王小明、李小舟", ("王小明", "李小舟")),
        ("采写：王小明", ("王小明",)),
        ("撰文：王小明", ("王小明",)),
        ("执笔写信", ()),
        ("采访：", ()),
    ],
)
def test_more_chinese_labels_of_authors(line: str, names: tuple[str, ...]) -> None:
    text = (
        "港口在风暴三周之后重新开放，港务局周一表示渡轮将再次启航，旧码头也已经修好，两艘拖船和一台起重机一直在工作。"
    )
    assert article("港口重新开放", line, text, text).authors == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann LeeView all posts", ("Ann Lee",)),
        ("Ann LeeView More Articles", ("Ann Lee",)),
        ("By Ann Lee View all articles", ("Ann Lee",)),
        ("By Ann LeeAlle Artikel anzeigen", ("Ann Lee",)),
        ("By Ann McView and Tom Reed", ("Ann McView", "Tom Reed")),
    ],
)
def test_a_button_right_behind_a_name_is_no_part_of_it(line: str, names: tuple[str, ...]) -> None:
    assert article(EN[0], line, *EN[1:]).authors == names


@pytest.mark.parametrize("line", ["North Macedonia 10:45 March 14, 2021", "South Africa, 14 March 2021", "Puerto Rico"])
def test_regions_are_no_authors(line: str) -> None:
    assert article(EN[0], line, *EN[1:]).authors == ()


@pytest.mark.parametrize("line", ["Ann Africa, 20 August 2019", "By Ann North", "Rico Puerto 09:31 August 20, 2019"])
def test_names_like_those_of_regions_are(line: str) -> None:
    assert len(article(EN[0], line, *EN[1:]).authors) == 1


HAN = (
    "港口重新开放",
    "港口在风暴三周之后重新开放，港务局周一表示渡轮将再次启航，旧码头也已经修好，两艘拖船和一台起重机一直在工作。",
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("文/青山网专栏作者 王小明", ("王小明",)),
        ("【文/青山网 王小明】", ("王小明",)),
        ("采写：青报记者 余明菁 向雪妮", ("余明菁", "向雪妮")),
        ("作者：余明菁 李小舟 王敏", ("余明菁", "李小舟", "王敏")),
        ("文/王小明 青山网", ("王小明",)),
        ("作者：陈 静", ("陈 静",)),
        ("文＝中沢 克二", ("中沢 克二",)),
        ("文・写真＝金子 高志", ("金子 高志",)),
        ("记者：王小明、李小舟", ("王小明", "李小舟")),
    ],
)
def test_houses_roles_and_blanks_part_names_in_ideographs(line: str, names: tuple[str, ...]) -> None:
    assert article(HAN[0], line, *HAN[1:] * 2).authors == names


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Anna Berg Lesezeit: 3 Minuten", "Anna Berg"),
        ("By Ann Lee Reading time: 4 minutes", "Ann Lee"),
        ("Ann Lee 3 min read", "Ann Lee"),
    ],
)
def test_how_long_a_text_takes_to_read_is_no_part_of_the_name(line: str, author: str) -> None:
    assert article(EN[0], line, *EN[1:]).authors == (author,)
