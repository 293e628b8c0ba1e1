# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""How agencies of many countries close their texts: who signs is no part of the text, no caption and nobody's name."""

from __future__ import annotations

import pytest
from tests.support.detection import article

from docforge.model import Article, Byline, Paragraph, Tagline

STORIES = {
    "pl": (
        "Most znów otwarty",
        "Zarząd dróg poinformował w poniedziałek, że most nad rzeką Jodłą zostanie otwarty dopiero za rok, bo podpory są w złym stanie.",
        "Remont ma kosztować osiem milionów złotych i zostanie sfinansowany z budżetu państwa oraz gminy, dodał rzecznik.",
    ),
    "pt": (
        "A ponte reabre na segunda-feira",
        "A Câmara Municipal anunciou esta quinta-feira que a ponte reabre ao trânsito na próxima semana, depois de três meses de obras.",
        "As obras custaram oito milhões de euros e foram pagas pelo Estado e pelo município, acrescentou o porta-voz.",
    ),
    "es": (
        "El puente reabre el lunes",
        "El Ayuntamiento anunció este jueves que el puente reabre al tráfico la próxima semana, después de tres meses de obras.",
        "Las obras costaron ocho millones de euros y las pagaron el Estado y el municipio, añadió el portavoz.",
    ),
    "it": (
        "Il ponte riapre lunedì",
        "Il Comune ha annunciato giovedì che il ponte riapre al traffico la prossima settimana, dopo tre mesi di lavori.",
        "I lavori sono costati otto milioni di euro e sono stati pagati dallo Stato e dal Comune, ha aggiunto il portavoce.",
    ),
    "ro": (
        "Podul se redeschide luni",
        "Primăria a anunțat joi că podul se redeschide circulației săptămâna viitoare, după trei luni de lucrări.",
        "Lucrările au costat opt milioane de euro și au fost plătite de stat și de municipiu, a adăugat purtătorul de cuvânt.",
    ),
    "bg": (
        "Мостът отваря отново в понеделник",
        "Общината съобщи в четвъртък, че мостът отваря отново за движение следващата седмица след три месеца ремонт.",
        "Ремонтът струва осем милиона лева и е платен от държавата и общината, добави говорителят.",
    ),
    "hr": (
        "Most se otvara u ponedjeljak",
        "Gradska uprava objavila je u četvrtak da se most otvara za promet idućeg tjedna nakon tri mjeseca radova.",
        "Radovi su stajali osam milijuna eura, a platili su ih država i grad, dodao je glasnogovornik.",
    ),
    "cs": (
        "Most se otevře v pondělí",
        "Radnice ve čtvrtek oznámila, že most se pro dopravu otevře příští týden po třech měsících oprav.",
        "Opravy stály osm milionů korun a zaplatil je stát a město, dodal mluvčí.",
    ),
    "de": (
        "Die Brücke öffnet am Montag",
        "Die Stadt teilte am Donnerstag mit, dass die Brücke nach drei Monaten Bauzeit kommende Woche wieder für den Verkehr öffnet.",
        "Die Arbeiten kosteten acht Millionen Euro und wurden von Land und Stadt bezahlt, sagte der Sprecher.",
    ),
    "fr": (
        "Le pont rouvre lundi",
        "La mairie a annoncé jeudi que le pont rouvrirait à la circulation la semaine prochaine après trois mois de travaux.",
        "Les travaux ont coûté huit millions d'euros et ont été payés par l'État et la commune, a ajouté le porte-parole.",
    ),
    "nl": (
        "Brug maandag weer open",
        "De gemeente meldde donderdag dat de brug volgende week weer opengaat voor het verkeer, na drie maanden werk.",
        "Het werk kostte acht miljoen euro en is betaald door het rijk en de gemeente, zei de woordvoerder.",
    ),
    "da": (
        "Broen åbner mandag",
        "Kommunen oplyste torsdag, at broen åbner for trafik i næste uge efter tre måneders arbejde.",
        "Arbejdet kostede otte millioner kroner og blev betalt af staten og kommunen, sagde talsmanden.",
    ),
    "no": (
        "Broen åpner mandag",
        "Kommunen opplyste torsdag at broen åpner for trafikk neste uke etter tre måneders arbeid.",
        "Arbeidet kostet åtte millioner kroner og ble betalt av staten og kommunen, sa talsmannen.",
    ),
    "sv": (
        "Bron öppnar på måndag",
        "Kommunen meddelade på torsdagen att bron öppnar för trafik nästa vecka efter tre månaders arbete.",
        "Arbetet kostade åtta miljoner kronor och betalades av staten och kommunen, sade talesmannen.",
    ),
    "en": (
        "The bridge reopens on Monday",
        "The town hall said on Thursday that the bridge would reopen to traffic next week after three months of repairs.",
        "The work cost eight million euros and was paid by the state and the town, the spokesman said.",
    ),
    "ja": (
        "青柳橋、月曜に再開通",
        "青柳市は木曜日、三か月の工事を終えた橋が来週再び開通すると発表した。",
        "工事費は八億円で、国と市が負担したと担当者は述べた。",
    ),
    "ko": (
        "새솔다리 월요일 재개통",
        "푸른시는 목요일 석 달간의 공사를 마친 다리가 다음 주 다시 개통한다고 밝혔다.",
        "공사비는 80억원으로 국가와 시가 부담했다고 대변인이 말했다.",
    ),
    "tr": (
        "Köprü pazartesi açılıyor",
        "Belediye perşembe günü, üç aylık onarımın ardından köprünün gelecek hafta trafiğe açılacağını bildirdi.",
        "Onarım sekiz milyon avroya mal oldu ve devletle belediye tarafından ödendi, dedi sözcü.",
    ),
    "id": (
        "Jembatan dibuka lagi Senin",
        "Pemerintah kota mengumumkan pada Kamis bahwa jembatan dibuka kembali untuk lalu lintas pekan depan setelah tiga bulan perbaikan.",
        "Perbaikan itu menelan biaya delapan miliar rupiah dan dibayar oleh negara dan kota, kata juru bicara.",
    ),
    "ru": (
        "Мост откроют в понедельник",
        "Мэрия сообщила в четверг, что мост откроют для движения на следующей неделе после трёх месяцев ремонта.",
        "Ремонт обошёлся в восемь миллионов рублей, его оплатили государство и город, добавил представитель.",
    ),
    "zh": (
        "青山桥周一重新开放",
        "青山镇政府周四宣布，经过三个月维修，大桥将于下周重新开放通行。",
        "维修费用为八千万元，由国家和镇政府共同出资，发言人说。",
    ),
    "ar": (
        "الجسر يفتح الاثنين",
        "أعلنت البلدية يوم الخميس أن الجسر سيفتح أمام حركة المرور الأسبوع المقبل بعد ثلاثة أشهر من الإصلاحات.",
        "وبلغت كلفة الأعمال ثمانية ملايين يورو دفعتها الدولة والبلدية، بحسب المتحدث.",
    ),
    "hi": (
        "पुल सोमवार को खुलेगा",
        "नगर निगम ने गुरुवार को बताया कि तीन महीने की मरम्मत के बाद पुल अगले सप्ताह यातायात के लिए खुल जाएगा।",
        "मरम्मत पर आठ करोड़ रुपये खर्च हुए और यह खर्च सरकार तथा निगम ने उठाया, प्रवक्ता ने कहा।",
    ),
}


def closed(language: str, *lines: str) -> Article:
    title, first, second = STORIES[language]
    return article(title, first, second, *lines, between="\n\n")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("pl", ("(PAP)", "ako/ par/")),
        ("pl", ("ako/ par/ arch.",)),
        ("pt", ("ABC // DEF", "Lusa/Fim")),
        ("pt", ("ABC/DEF // GHI",)),
        ("es", ("EFE", "abc/def")),
        ("it", ("(ANSA).",)),
        ("it", ("(ANSA). ABC/DEF",)),
        ("it", ("(Adnkronos)",)),
        ("ro", ("(Mediafax)",)),
        ("bg", ("/ЛМ/",)),
        ("bg", ("(БТА)",)),
        ("hr", ("(Hina) xabc yxyz",)),
        ("cs", ("(ČTK)",)),
        ("de", ("dpa abc xx n1 def",)),
        ("de", ("(Schluss) abc/def",)),
        ("de", ("(dpa/lno)",)),
        ("fr", ("abc/def/gh",)),
        ("fr", ("avec AFP",)),
        ("nl", ("(ANP)",)),
        ("da", ("/ritzau/AFP",)),
        ("no", ("(©NTB)",)),
        ("sv", ("(TT)",)),
        ("en", ("-- BERNAMA",)),
        ("en", ("==Kyodo",)),
        ("en", ("with Reuters",)),
        ("ja", ("（共同）",)),
        ("ko", ("abc@yna.co.kr", "(끝)")),
        ("ko", ("◎공감언론 뉴시스 abc@newsis.com",)),
        ("tr", ("(AA)",)),
        ("ru", ("/ТАСС/",)),
        ("zh", ("（完）",)),
        ("ar", ("أ ف ب",)),
        ("ar", ("وام/أحمد علي/منى سالم",)),
        ("ar", ("--(بترا)", "م ن/ع ح")),
        ("hi", ("एमजी/आरएम/एसके",)),
        ("zh", ("（完）",)),
        ("hi", ("(भाषा)",)),
    ],
)
def test_what_an_agency_closes_with_is_a_tagline(language: str, lines: tuple[str, ...]) -> None:
    found = closed(language, *lines)
    assert [block.text for block in found.blocks if isinstance(block, Tagline)] == list(lines)
    assert not found.authors
    assert sum(isinstance(block, Paragraph) for block in found.blocks) == 2


@pytest.mark.parametrize(
    ("language", "sign"),
    [
        ("it", "(ANSA)."),
        ("pt", "(Lusa)."),
        ("es", "EFE\nrt/ma"),
        ("en", "Reuters"),
        ("da", "/ritzau/"),
        ("de", "– dpa"),
        ("de", "(Schluss) abc/def"),
        ("de", "(APA) abc/def"),
        ("en", "abc/de"),
    ],
)
def test_what_stands_behind_the_last_sentence_is_parted_from_it(language: str, sign: str) -> None:
    title, first, second = STORIES[language]
    found = article(title, first, f"{second} {sign}", between="\n\n")
    assert [block.text for block in found.blocks if isinstance(block, Paragraph)] == [first, second]
    assert " ".join(block.text for block in found.blocks if isinstance(block, Tagline)) == sign.replace("\n", " ")


@pytest.mark.parametrize(
    ("language", "line", "author"),
    [
        ("en", "Ann Lee (Reuters)", "Ann Lee"),
        ("de", "Anna Lehner (dpa)", "Anna Lehner"),
        ("pl", "Anna Kowal (PAP)", "Anna Kowal"),
        ("pt", "Texto: Ana Ruas", "Ana Ruas"),
        ("ru", "Корр. Иван Лунин", "Иван Лунин"),
        ("ar", "(إعداد أحمد علي للنشرة العربية - تحرير منى سالم)", "أحمد علي"),
        ("ko", "홍길동 기자 abc@donga.com", "홍길동"),
        ("tr", "Muhabir: Ali Kaya", "Ali Kaya"),
        ("id", "Pewarta: Rudi Jaya", "Rudi Jaya"),
        ("zh", "（新华社记者 王五）", "王五"),
    ],
)
def test_who_wrote_for_an_agency_is_an_author(language: str, line: str, author: str) -> None:
    found = closed(language, line)
    assert list(found.authors) == [author]
    assert [block.text for block in found.blocks if isinstance(block, Byline)] == [line]


@pytest.mark.parametrize(
    ("language", "line"),
    [("id", "(antaranews.com)"), ("hi", "(इनपुट: एजेंसी)"), ("fr", "avec l'AFP"), ("it", "(ANSA). ABC/DEF")],
)
def test_a_source_is_nobody(language: str, line: str) -> None:
    assert not closed(language, line).authors


def test_a_sentence_that_opens_with_an_agency_stays() -> None:
    line = "Reuters saw the town hall on the old quay."
    found = closed("en", line)
    assert line in [block.text for block in found.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("(런던·서울=연합뉴스) 황정우 특파원 백나리 기자 = ", ["황정우", "백나리"]),
        ("(서울=연합뉴스) 황정우 백나리 이도흔 기자 = ", ["황정우", "백나리", "이도흔"]),
        ("[서울=뉴시스]황정우 기자 = ", ["황정우"]),
    ],
)
def test_roles_between_the_names_of_a_korean_dateline_are_no_names(line: str, authors: list[str]) -> None:
    title, first, second = STORIES["ko"]
    assert list(article(title, line + first, second, between="\n\n").authors) == authors


@pytest.mark.parametrize(
    ("language", "dateline", "sentence", "agency"),
    [
        ("es", "Oslo, 12 may (EFE).- ", "Nadie resultó herido.", "EFE"),
        ("en", "OSLO, May 12 (Reuters) - ", "Nobody was hurt there.", "Reuters"),
        ("de", "Oslo (dpa) - ", "Verletzt wurde dabei niemand.", "dpa"),
        ("pt", "Oslo, 12 mai 2025 (Lusa) – ", "Ninguém ficou ferido.", "Lusa"),
        ("fr", "Oslo, 12 mai 2025 (AFP) - ", "Personne n'a été blessé.", "AFP"),
    ],
)
def test_the_agency_of_the_dateline_signs_a_brief_last_sentence(
    language: str, dateline: str, sentence: str, agency: str
) -> None:
    title, first, _ = STORIES[language]
    found = article(title, dateline + first, f"{sentence} {agency}", "abc/def", between="\n\n")
    assert [block.text for block in found.blocks if isinstance(block, Paragraph)] == [dateline + first, sentence]
    assert agency in [block.text for block in found.blocks if isinstance(block, Tagline)]


@pytest.mark.parametrize(
    ("sentence", "below"),
    [
        ("原因を調べている。", "（共同通信）"),
        ("けが人はいない。", "（時事）"),
        ("警察が調べている。", "【共同】"),
    ],
)
def test_a_brief_last_sentence_above_the_agency_is_text(sentence: str, below: str) -> None:
    found = article(*STORIES["ja"], sentence, below, "2025年05月12日 10時15分", between="\n")
    assert sentence in [block.text for block in found.blocks if isinstance(block, Paragraph)]


NOTES = (
    "## Redaktionelle Hinweise",
    "- Zusammenfassung bis 20.00 Uhr",
    "## Orte",
    "- [Hafenamt](Kaistraße 1, 12345 Norrstad)",
    "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt",
    "dpa abc xx n1 def",
    "051230 Nov 25",
)


@pytest.mark.parametrize(
    "label", ["# dpa-Notizblock", "dpa-Notizblock", "dpa-Notizblock:", "### dpa-Notizblock", "## APA-Notizblock"]
)
def test_the_notes_for_desks_below_a_text_are_no_text(label: str) -> None:
    found = closed("de", label, *NOTES)
    closing = [block for block in found.blocks if isinstance(block, Tagline)]
    assert [block.text for block in closing] == [label, *NOTES]
    assert {block.rule for block in closing} == {"tagline.editors-note"}


@pytest.mark.parametrize(
    "line",
    [
        "Der Notizblock des Kapitäns lag noch auf der Brücke.",
        "Notizblock und Bleistift reichen ihm, sagte er am Montag im Rathaus der Stadt.",
        "Hinweise zur Brücke",
        "Orte",
        "Notizblöcke",
    ],
)
def test_a_line_that_names_a_notepad_heads_no_notes(line: str) -> None:
    found = closed("de", line, STORIES["de"][1].replace("Donnerstag", "Freitag"))
    assert sum(isinstance(block, Paragraph) for block in found.blocks) >= 3


@pytest.mark.parametrize("editor", ["（編輯：周大同）1140512", "（編輯：周大同）", "(责编:牛镛、岳弘彬)"])
def test_who_edited_stands_behind_the_last_sentence(editor: str) -> None:
    title, first, second = STORIES["zh"]
    found = article(title, first, second + editor, between="\n\n")
    assert [block.text for block in found.blocks if isinstance(block, Paragraph)] == [first, second]
    assert [block.text for block in found.blocks if isinstance(block, Tagline)] == [editor]
    assert not found.authors


@pytest.mark.parametrize("line", ["أحمد علي/منى سالم", "Reuters/Ann Lee", "م ن"])
def test_names_without_their_agency_first_are_no_initials(line: str) -> None:
    found = closed("ar" if line[0] in "أم" else "en", line)
    assert all(block.rule != "tagline.initials" for block in found.blocks)


@pytest.mark.parametrize("sign", ["/", "//", " / ", "./.", "(/)", "/)", "( / )", "- / -"])
@pytest.mark.parametrize("agency", ["Reuters", "AFP"])
def test_strokes_alone_below_a_text_sign_nothing(agency: str, sign: str) -> None:
    found = article("By Ann Lee", "", f"OSLO ({agency}) - The port reopened.", "", sign)
    assert list(found.authors) == ["Ann Lee"]
    assert sign.strip() in found.blocks[-1].text
