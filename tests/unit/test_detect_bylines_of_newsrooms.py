# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Bylines between headline and text as newsrooms of many languages write them, and what only begins like them."""

from __future__ import annotations

import pytest

from docforge.context import Context
from docforge.detect import DetectSettings, find_structure
from docforge.diagnostics import Report
from docforge.model import Article
from docforge.reading import read_source

TEXTS = {
    "de": (
        "Fähre fährt nach dem Sturm wieder",
        "Das Hafenamt sagte am Montag, dass die Fähre drei Wochen nach dem Sturm wieder fährt und die alte Mole repariert ist.",
        "Die Fischer hatten seit dem Frühjahr auf die Reparatur gewartet, und die Stadt zahlte die Hälfte davon.",
    ),
    "en": (
        "Ferry returns to Norrstad after the storm",
        "The harbour office said on Monday that the ferry will sail again three weeks after the storm broke the old mole.",
        "Fishermen had waited for the repair since the spring, and the town council paid for half of it.",
    ),
    "es": (
        "El transbordador vuelve tras la tormenta",
        "La oficina del puerto dijo el lunes que el transbordador volverá a navegar tres semanas después de la tormenta.",
        "Los pescadores esperaban la reparación desde la primavera, y la ciudad pagó la mitad.",
    ),
    "fi": (
        "Lautta kulkee taas myrskyn jälkeen",
        "Satamatoimisto kertoi maanantaina, että lautta kulkee taas kolme viikkoa myrskyn jälkeen.",
        "Kalastajat olivat odottaneet korjausta keväästä asti, ja kaupunki maksoi puolet.",
    ),
    "fr": (
        "Le bac reprend la mer après la tempête",
        "Le bureau du port a dit lundi que le bac reprendra la mer trois semaines après la tempête qui a brisé le vieux môle.",
        "Les pêcheurs attendaient la réparation depuis le printemps, et la ville en a payé la moitié.",
    ),
    "hu": (
        "Újra jár a komp a vihar után",
        "A kikötői hivatal hétfőn közölte, hogy a komp három héttel a vihar után újra jár, és a régi mólót megjavították.",
        "A halászok tavasz óta várták a javítást, és a város a felét fizette ki.",
    ),
    "id": (
        "Kapal feri kembali berlayar setelah badai",
        "Kantor pelabuhan mengatakan pada Senin bahwa kapal feri akan berlayar lagi tiga minggu setelah badai.",
        "Para nelayan menunggu perbaikan sejak musim semi, dan kota membayar setengahnya.",
    ),
    "is": (
        "Ferjan siglir aftur eftir storminn",
        "Hafnarskrifstofan sagði á mánudag að ferjan sigli aftur þremur vikum eftir storminn sem braut gömlu bryggjuna.",
        "Sjómenn höfðu beðið eftir viðgerðinni síðan í vor og bærinn greiddi helminginn.",
    ),
    "it": (
        "Il traghetto torna dopo la tempesta",
        "L'ufficio del porto ha detto lunedì che il traghetto tornerà a navigare tre settimane dopo la tempesta.",
        "I pescatori aspettavano la riparazione dalla primavera, e la città ne ha pagato la metà.",
    ),
    "ja": (
        "嵐の後、渡し船が再び運航",
        "港湾事務所は月曜日、嵐から三週間を経て渡し船が再び運航し、古い桟橋の修理も終わったと発表した。",
        "漁師たちは春から修理を待っており、市が費用の半分を支払った。",
    ),
    "ko": (
        "폭풍 뒤 여객선 다시 운항",
        "항만청은 월요일에 폭풍이 지나간 지 3주 만에 여객선이 다시 운항하고 낡은 부두도 수리됐다고 밝혔다.",
        "어민들은 봄부터 수리를 기다려 왔으며 시가 비용의 절반을 부담했다.",
    ),
    "nl": (
        "Veerboot vaart weer na de storm",
        "Het havenkantoor zei maandag dat de veerboot drie weken na de storm weer vaart en dat de oude pier is hersteld.",
        "De vissers wachtten sinds het voorjaar op het herstel, en de stad betaalde de helft.",
    ),
    "no": (
        "Ferja går igjen etter stormen",
        "Havnekontoret sa mandag at ferja går igjen tre uker etter stormen som brøt den gamle moloen.",
        "Fiskerne hadde ventet på reparasjonen siden i vår, og byen betalte halvparten.",
    ),
    "pl": (
        "Prom znów pływa po sztormie",
        "Urząd portu poinformował w poniedziałek, że prom znów wypłynie trzy tygodnie po sztormie, który uszkodził stare molo.",
        "Rybacy czekali na naprawę od wiosny, a miasto zapłaciło za połowę.",
    ),
    "pt": (
        "A balsa volta depois da tempestade",
        "O escritório do porto disse na segunda-feira que a balsa voltará a navegar três semanas depois da tempestade.",
        "Os pescadores esperavam o conserto desde a primavera, e a cidade pagou a metade.",
    ),
    "ru": (
        "Паром снова выходит в море после шторма",
        "Управление порта сообщило в понедельник, что паром снова выйдет в море через три недели после шторма.",
        "Рыбаки ждали ремонта с весны, и город заплатил за половину.",
    ),
    "sv": (
        "Färjan går igen efter stormen",
        "Hamnkontoret sade på måndagen att färjan går igen tre veckor efter stormen som bröt den gamla piren.",
        "Fiskarna hade väntat på lagningen sedan i våras, och staden betalade hälften.",
    ),
    "sw": (
        "Feri yarejea baada ya dhoruba",
        "Ofisi ya bandari ilisema Jumatatu kwamba feri itasafiri tena wiki tatu baada ya dhoruba.",
        "Wavuvi walikuwa wakisubiri ukarabati tangu masika, na mji ulilipa nusu.",
    ),
    "th": (
        "เรือข้ามฟากกลับมาแล่นหลังพายุ",
        "สำนักงานท่าเรือกล่าวเมื่อวันจันทร์ว่าเรือข้ามฟากจะกลับมาแล่นอีกครั้งสามสัปดาห์หลังพายุ",
        "ชาวประมงรอการซ่อมแซมมาตั้งแต่ฤดูใบไม้ผลิ และเมืองจ่ายครึ่งหนึ่ง",
    ),
    "tr": (
        "Feribot fırtınadan sonra yeniden sefere çıkıyor",
        "Liman ofisi pazartesi günü feribotun fırtınadan üç hafta sonra yeniden sefere çıkacağını söyledi.",
        "Balıkçılar ilkbahardan beri onarımı bekliyordu ve şehir yarısını ödedi.",
    ),
    "uk": (
        "Пором знову виходить у море після шторму",
        "Управління порту повідомило в понеділок, що пором знову вийде в море через три тижні після шторму.",
        "Рибалки чекали на ремонт з весни, і місто заплатило за половину.",
    ),
    "zh": (
        "渡轮在风暴之后重新启航",
        "港务局周一表示，渡轮将在风暴三周之后再次启航，旧码头也已经修好，乘客可以在窗口买票。",
        "渔民从春天起就在等待修理，市政府支付了一半的费用。",
    ),
    "zu": (
        "Isikebhe siyabuya emva kwesiphepho",
        "Ihhovisi lasechwebeni lithe ngoMsombuluko isikebhe sizobuyela olwandle emasontweni amathathu emva kwesiphepho.",
        "Abadobi bebelinde ukulungiswa kusukela entwasahlobo, futhi idolobha likhokhe uhhafu.",
    ),
}
"""Headline and two paragraphs of each language."""


def _article(language: str, line: str) -> Article:
    title, *paragraphs = TEXTS[language]
    text = "\n\n".join([title, line, *paragraphs]) + "\n"
    source = read_source(text, context=Context.fixed(), report=Report())
    return find_structure(source, DetectSettings(language=language), report=Report())


@pytest.mark.parametrize(
    ("language", "line", "authors"),
    [
        ("de", "Anna Berg (dpa)", ("Anna Berg",)),
        ("de", "Glosse von Anna Berg", ("Anna Berg",)),
        ("de", "Aus Norrstadt von Anna Berg", ("Anna Berg",)),
        ("de", "Aus Norrstadt berichtet Anna Berg", ("Anna Berg",)),
        ("de", "Das Interview führte Anna Berg", ("Anna Berg",)),
        ("de", "Die Fragen stellte Anna Berg", ("Anna Berg",)),
        ("de", "Von Anna Berg, ARD-Studio Rom", ("Anna Berg",)),
        ("de", "Veröffentlicht von Anna Berg", ("Anna Berg",)),
        ("en", "Opinion by Ann Lee", ("Ann Lee",)),
        ("en", "Staff and wire reports", ("Staff and wire reports",)),
        ("en", "Curated By: Ann Lee", ("Ann Lee",)),
        ("en", "By Mohammed al-Rashid", ("Mohammed al-Rashid",)),
        ("en", "By Ann Lee · 3 min read", ("Ann Lee",)),
        ("en", "By Ann Lee of the Norrstad Post", ("Ann Lee",)),
        ("en", "Submitted by Ann Lee", ("Ann Lee",)),
        ("en", "By Ann Lee and Tom Reed Globe Staff", ("Ann Lee", "Tom Reed")),
        ("en", "By Ann Lee and Globe Staff", ("Ann Lee",)),
        (
            "en",
            "By Ann Lee and Tom Reed Globe Staff and Globe Correspondent,Updated March 20, 2014, 3:31 p.m.",
            ("Ann Lee", "Tom Reed"),
        ),
        ("en", "Guest column by Ann Lee", ("Ann Lee",)),
        ("en", "By Ann B. Lee Jr.", ("Ann B. Lee Jr.",)),
        ("en", "By Ann Lee with additional reporting by Tom Reed", ("Ann Lee", "Tom Reed",)),
        ("en", "Agence France-Presse", ("Agence France-Presse",)),
        ("es", "Ana Ruiz | EFE", ("Ana Ruiz",)),
        ("es", "Redacción El Muelle", ("Redacción El Muelle",)),
        ("es", "Escribe Ana Ruiz", ("Ana Ruiz",)),
        ("es", "Una crónica de Ana Ruiz", ("Ana Ruiz",)),
        ("es", "Europa Press", ("Europa Press",)),
        ("fi", "Toimittaja Anna Virta", ("Anna Virta",)),
        ("fr", "Tribune par Anne Leroy", ("Anne Leroy",)),
        ("fr", "Par l'AFP", ("AFP",)),
        ("fr", "Un reportage d'Anne Leroy", ("Anne Leroy",)),
        ("fr", "Par Anne Leroy, à Rome", ("Anne Leroy",)),
        ("fr", "Anne Leroy (à Rome)", ("Anne Leroy",)),
        ("hu", "Kiss Anna / MTI", ("Kiss Anna",)),
        ("id", "Laporan Wartawan Harian Pantai, Siti Rahma", ("Siti Rahma",)),
        ("is", "Anna Jónsdóttir og Jón Pálsson skrifa", ("Anna Jónsdóttir", "Jón Pálsson",)),
        ("is", "Anna Jónsdóttir skrifar", ("Anna Jónsdóttir",)),
        ("is", "Jón Már Pálsson skrifar", ("Jón Már Pálsson",)),
        ("is", "Anna Björk Jónsdóttir og Jón Már Pálsson skrifa", ("Anna Björk Jónsdóttir", "Jón Már Pálsson",)),
        ("es", "Por Ana María Lugo corresponsal", ("Ana María Lugo",)),
        ("pt", "Por Ana Maria Lima repórter", ("Ana Maria Lima",)),
        ("en", "By Ann Lee BBC correspondent", ("Ann Lee",)),
        ("is", "Ritstjórn", ("Ritstjórn",)),
        ("it", "A cura della Redazione", ("Redazione",)),
        ("it", "Pubblicato da Anna Conti", ("Anna Conti",)),
        ("ja", "高瀬真理子 記者", ("高瀬真理子",)),
        ("ja", "取材・文 高瀬真理子", ("高瀬真理子",)),
        ("ja", "聞き手・高瀬真理子", ("高瀬真理子",)),
        ("ja", "共同通信", ("共同通信",)),
        ("ko", "글 이도현", ("이도현",)),
        ("ko", "글·사진 이도현", ("이도현",)),
        ("ko", "글 = 이도현 기자", ("이도현",)),
        ("ko", "기자명 이도현", ("이도현",)),
        ("ko", "연합뉴스", ("연합뉴스",)),
        ("nl", "Door onze verslaggever Anna de Vries", ("Anna de Vries",)),
        ("nl", "Tekst Anna de Vries", ("Anna de Vries",)),
        ("nl", "Van de redactie", ("Van de redactie",)),
        ("nl", "ANP", ("ANP",)),
        ("no", "Journalist Anna Berg", ("Anna Berg",)),
        ("pl", "Oprac. Anna Lis", ("Anna Lis",)),
        ("pl", "Anna Lis / PAP", ("Anna Lis",)),
        ("pl", "Napisane przez Anna Lis", ("Anna Lis",)),
        ("pt", "Ana Lima, em Brasília", ("Ana Lima",)),
        ("pt", "Ana Lima Da Redação", ("Ana Lima",)),
        ("ru", "Анна Лис, специально для «Вестника»", ("Анна Лис",)),
        ("ru", "Корреспондент Анна Лис", ("Анна Лис",)),
        ("sv", "Anna Berg/TT", ("Anna Berg",)),
        ("sv", "TT", ("TT",)),
        ("sv", "Text: Anna Berg Foto: Bo Ek", ("Anna Berg",)),
        ("sw", "Imeandikwa na Amina Juma", ("Amina Juma",)),
        ("th", "เรื่อง: สมชาย ใจดี", ("สมชาย ใจดี",)),
        ("tr", "ANKARA - Ayşe Demir", ("Ayşe Demir",)),
        ("tr", "Haber Merkezi", ("Haber Merkezi",)),
        ("uk", "Спілкувалася Ганна Лис", ("Ганна Лис",)),
        ("zh", "新华社记者李雨晴、周敏", ("李雨晴", "周敏",)),
        ("zh", "记者李雨晴报道", ("李雨晴",)),
        ("zh", "◎ 李雨晴", ("李雨晴",)),
        ("zh", "记者 李雨晴 编辑 周敏", ("李雨晴",)),
        ("zh", "新华社", ("新华社",)),
        ("zu", "Intatheli: Thandeka Nkosi", ("Thandeka Nkosi",)),
        ("zu", "NguThandeka Nkosi", ("Thandeka Nkosi",)),
        ("zu", "NGU-THANDEKA NKOSI", ("THANDEKA NKOSI",)),
        ("nl", "Van een onzer verslaggevers", ("Van een onzer verslaggevers",)),
        ("en", "Submitted by annlee on Mon, 07/24/2017 - 18:55", ("annlee",)),
        ("en", "March 20, 2014 by Ann Lee Leave a Comment", ("Ann Lee",)),
        ("en", "Ann Lee on March 20, 2014", ("Ann Lee",)),
        ("en", "by annlee · March 20, 2014", ("annlee",)),
        ("de", "Gespeichert von annalis am 24. Juli 2017 - 18:55", ("annalis",)),
        ("de", "Von Christian am 03.05.2013, 11:51 | 0 Meinungen | Energie sparen", ("Christian",)),
        ("de", "Autor Anna Lehner Veröffentlicht am 20. März 2014", ("Anna Lehner",)),
        ("de", "Eingestellt von Anna Lehner um 10:20", ("Anna Lehner",)),
        ("fr", "Soumis par annleroy le lun, 24/07/2017 - 18:55", ("annleroy",)),
        ("fr", "Posté par Anne Leroy à 10:20", ("Anne Leroy",)),
        ("it", "Postato da Anna Riva", ("Anna Riva",)),
        ("pl", "Opublikowane 20 marca 2014 przez Anna Lis", ("Anna Lis",)),
        ("ru", "Отправлено Анна Лис 20.03.2014", ("Анна Лис",)),
        ("sv", "Postat av Anna Berg den 20 mars 2014", ("Anna Berg",)),
    ],
)  # fmt: skip
def test_who_wrote_is_named(language: str, line: str, authors: tuple[str, ...]) -> None:
    assert _article(language, line).authors == authors


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Glosse von gestern"),
        ("en", "Reporter killed in storm at Norrstad"),
        ("es", "Periodista herida en la tormenta de Norrstad"),
        ("de", "Redakteur gesucht"),
        ("de", "Meinung von Experten"),
        ("de", "Das Interview führte zu Streit im Rathaus"),
        ("de", "Die Fragen stellte die Stadt"),
        ("de", "Aus Norrstadt"),
        ("de", "Aus Rom berichtet"),
        ("de", "Bericht von der Küste"),
        ("en", "Report from the harbour office"),
        ("en", "Report from Norrstad"),
        ("en", "By the Sea"),
        ("en", "Compiled by Hand"),
        ("en", "Journalist Shot Dead"),
        ("en", "Bank of England"),
        ("en", "Harbour of Hope"),
        ("es", "Informa el Gobierno"),
        ("es", "Escribe tu Historia"),
        ("es", "Columna de Humo"),
        ("fi", "Toimittaja Surmattiin"),
        ("fi", "Haastattelu Helsingissä"),
        ("fr", "Un article d'Époque"),
        ("fr", "Un récit de Noël"),
        ("fr", "Une analyse de la situation"),
        ("it", "A cura del Comune"),
        ("it", "Analisi di Mercato"),
        ("ja", "取材 拒否"),
        ("ja", "取材 協力会"),
        ("ja", "聞き手 編集部"),
        ("ja", "社会部 記者"),
        ("ko", "기자 회견"),
        ("ko", "정리 해고"),
        ("ko", "취재 제한"),
        ("ko", "글 쓰는 어부"),
        ("nl", "Tekst en Uitleg"),
        ("no", "Reporter Uten Grenser"),
        ("no", "Journalist Drept"),
        ("pl", "Opracowanie Planu"),
        ("sw", "Na Serikali"),
        ("zh", "记者 手记"),
        ("zh", "作者 简介"),
        ("zh", "编辑 推荐"),
        ("zh", "记者观察"),
        ("zh", "记者证"),
        ("zu", "Ngu Msombuluko"),
        ("en", "By mistake the mole was closed on March 20, 2014, and nobody came"),
        ("de", "Von gestern auf heute brach am 24. Juli 2017 die Mole"),
        ("de", "Eingestellt von Jan Berg am 3. Mai 2021 wegen Geldmangels."),
        ("de", "Von morgens am 3. Mai 2021"),
        ("en", "Created by Bo Ek on 3 May 2021 in Norrstad."),
        ("en", "By sea on 3 May 2021"),
        ("fr", "Par bateau le 3 mai 2021"),
        ("hu", "Közzétette Nagy Anna 2021. május 3-án a könyvét."),
        ("pl", "Dodał Piotr Lis 3 maja 2021, że mur stoi."),
        ("ru", "Опубликовал Пётр Иванов 3 мая 2021 года книгу о порте."),
    ],
)
def test_nobody_is_named(language: str, line: str) -> None:
    assert _article(language, line).authors == ()


@pytest.mark.parametrize(
    "shape", ["{}", "{} ({})", "{}, {role}", "{} {role}", "{} | 03.02.2024", "{word} {}", "{Role} {}"]
)
@pytest.mark.parametrize(
    ("language", "name", "word", "role"),
    [
        ("de", "Karl-Heinz von der Au", "Von", "Korrespondent"),
        ("es", "Juan José de la Fuente", "Por", "corresponsal"),
        ("es", "Ana María Lugo Ruiz", "Por", "redactora"),
        ("es", "María del Carmen Ruiz", "Por", "periodista"),
        ("fr", "Jean-Pierre de la Tour", "Par", "envoyé spécial"),
        ("it", "Anna Dalla Costa", "Di", "giornalista"),
        ("it", "Maria Grazia De Luca", "Di", "inviata"),
        ("nl", "Jan Willem van der Berg", "Door", "verslaggever"),
        ("pl", "Ewa Dąb Zielona", "Autor:", "dziennikarka"),
        ("pt", "João Pedro dos Santos Lima", "Por", "repórter"),
        ("pt", "Maria de Fátima Lopes", "Por", "jornalista"),
    ],
)
def test_long_names_are_kept_whole(language: str, name: str, word: str, role: str, shape: str) -> None:
    line = shape.format(name, "AFP", word=word, role=role, Role=role.capitalize())
    assert _article(language, line).authors == (name,)


@pytest.mark.parametrize("name", ["JUAN JOSÉ DE LA FUENTE", "ANNA DALLA COSTA", "JOÃO PEDRO DOS SANTOS LIMA"])
def test_particles_in_capitals_are_no_names_of_their_own(name: str) -> None:
    assert _article("it", name).authors == (name,)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Mary Ann Lee Staff Writer", "Mary Ann Lee"),
        ("Ursula K. Le Guin Staff Writer", "Ursula K. Le Guin"),
        ("John F. Lee correspondent", "John F. Lee"),
        ("Ann Lee Harbour Correspondent", "Ann Lee"),
        ("Ann Lee Harbour Post correspondent", "Ann Lee"),
        ("Ann Lee BBC correspondent", "Ann Lee"),
    ],
)
def test_a_role_behind_a_name_begins_where_the_name_ends(line: str, author: str) -> None:
    assert _article("en", line).authors == (author,)


@pytest.mark.parametrize("line", ["ANP", "Anna de Vries / ANP"])
def test_on_a_page_an_agency_alone_tells_whose_the_picture_is(line: str) -> None:
    title, first, second = TEXTS["nl"]
    menu = (
        "Home",
        "Nieuws",
        "Sport",
        "Economie",
        "Opinie",
        "Abonneren",
        "Inloggen",
        "Delen",
        "Reageer",
        "Lees ook",
        "Meer nieuws",
        "Contact",
    )
    text = "\n".join([*menu[:6], title, line, first, second, *menu[6:]]) + "\n"
    source = read_source(text, context=Context.fixed(), report=Report())
    found = find_structure(source, DetectSettings(language="nl"), report=Report())
    assert "ANP" not in found.authors
    assert first in [block.text for block in found.blocks]


@pytest.mark.parametrize(
    ("language", "line", "authors"),
    [
        ("en", "Written by Ann Lee, Edited by Tom Reed", ("Ann Lee",)),
        ("en", "Written by Ann Lee | Edited by Tom Reed", ("Ann Lee",)),
        ("en", "Ann Lee (with inputs from agencies)", ("Ann Lee",)),
        ("en", "Ann Lee and Tom Reed (with inputs from Reuters)", ("Ann Lee", "Tom Reed")),
        ("en", "Ann Lee (with Reuters)", ("Ann Lee",)),
        ("ja", "［森下康平，HarbourNet］", ("森下康平",)),
        ("ja", "文●森下康平", ("森下康平",)),
        ("zh", "王晓明 2024-03-09 16:05", ("王晓明",)),
        ("zh", "王晓明2024-03-09 16:05:40", ("王晓明",)),
        ("zh", "江海报 2024-03-09 16:05", ()),
        ("zh", "高清图 2024-03-09 16:05", ()),
    ],
)
def test_who_wrote_stands_beside_editors_agencies_houses_and_stamps(
    language: str, line: str, authors: tuple[str, ...]
) -> None:
    found = _article(language, line)
    assert found.authors == authors
    assert not any(block.KIND in {"caption", "credit_line", "subheadline"} for block in found.blocks)


@pytest.mark.parametrize(
    "line", ["(With inputs from agencies)", "(With inputs from Reuters)", "Edited by Ann Lee and Tom Reed"]
)
def test_further_work_told_above_the_text_is_no_picture_and_no_deck(line: str) -> None:
    assert [block.KIND for block in _article("en", line).blocks] == ["headline", "tagline", "paragraph", "paragraph"]
