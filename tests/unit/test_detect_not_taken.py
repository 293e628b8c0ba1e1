# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line, in the signs of its language)
"""Sentences with words of bylines, credits, adverts and datelines: they stay text, and what they look like is found."""

from __future__ import annotations

import pytest
from tests.support.detection import article

from docforge.model import Article, Crosshead, ListItem, Paragraph

TITLE = "The ferry sails again after the storm"
A = "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
B = "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain."
C = "Passengers who had bought a ticket for the missing days can have their money back until the end of the month."
TEXTS = {
    "en": (TITLE, A, B, C),
    "de": (
        "Die Fähre fährt nach dem Sturm wieder",
        "Das Hafenamt hat am Montag mitgeteilt, dass die Fähre drei Wochen nach dem Sturm wieder zur Insel fahren wird.",
        "Zwei Schlepper und ein Kran waren seither im Einsatz, und die letzten Steine wurden am Freitagabend im Regen gelegt.",
        "Wer für die ausgefallenen Tage eine Fahrkarte gekauft hatte, bekommt sein Geld bis zum Ende des Monats zurück.",
    ),
    "fr": (
        "Le bac reprend la mer après la tempête",
        "La capitainerie a annoncé lundi que le bac reprendrait la mer, trois semaines après la tempête qui a brisé le môle.",
        "Deux remorqueurs et une grue ont travaillé depuis, et les dernières pierres ont été posées vendredi soir sous la pluie.",
        "Les passagers qui avaient acheté un billet pour les jours perdus seront remboursés jusqu'à la fin du mois.",
    ),
    "cs": (
        "Trajekt po bouři opět vyplouvá",
        "Přístavní úřad v pondělí oznámil, že trajekt opět vypluje, tři týdny poté, co bouře zničila přístavní molo.",
        "Od té doby pracovaly dva remorkéry a jeřáb a poslední kameny byly položeny v pátek večer v hustém dešti.",
        "Cestující, kteří si koupili lístek na ztracené dny, mohou dostat své peníze zpět do konce tohoto měsíce.",
    ),
    "ro": (
        "Feribotul pornește din nou după furtună",
        "Căpitănia a anunțat luni că feribotul va porni din nou, la trei săptămâni după furtuna care a distrus digul.",
        "Două remorchere și o macara au lucrat de atunci, iar ultimele pietre au fost puse vineri seara în ploaie.",
        "Pasagerii care cumpăraseră un bilet pentru zilele pierdute își pot primi banii înapoi până la sfârșitul lunii.",
    ),
    "zh": (
        "渡轮在风暴之后恢复通航",
        "港务局星期一表示，渡轮将在风暴摧毁防波堤三个星期之后恢复通航，首班船将在早上八点离开码头。",
        "两艘拖船和一台起重机从那时起一直在工作，最后一批石块在星期五晚上冒雨铺设完毕，工程没有超出预算。",
        "购买了停航期间船票的旅客可以在月底之前领回票款，学生和老人可以在售票处优先办理退票的手续。",
    ),
    "ja": (
        "嵐の後、フェリーが再び運航",
        "港湾事務所は月曜日、嵐が防波堤を壊してから三週間ぶりに、フェリーの運航を再開すると発表した。",
        "それ以来、二隻のタグボートとクレーンが作業を続け、最後の石は金曜日の夜、雨の中で据え付けられた。",
        "運休した日の切符を買っていた乗客は、月末までに窓口で払い戻しを受けることができるという。",
    ),
    "ko": (
        "폭풍 뒤 여객선 다시 운항한다",
        "항만청은 월요일 폭풍이 방파제를 무너뜨린 지 3주 만에 여객선이 다시 운항한다고 밝혔다. 첫 배는 오전 8시에 떠난다.",
        "그 뒤로 예인선 두 척과 기중기가 작업을 이어 왔고, 마지막 돌은 금요일 밤 빗속에서 놓였다고 항만청은 설명했다.",
        "결항한 날의 표를 산 승객은 이달 말까지 매표소에서 돈을 돌려받을 수 있다. 학생과 노인은 먼저 받는다.",
    ),
}
PAGE_TOP = ("Skip to content", "Home", "News", "Sport", "Menu", "Search", "Sign in", "Subscribe")
PAGE_END = ("Most read", "Share", "Facebook", "Twitter", "Contact us", "Privacy policy", "Terms of use")


def body(found: Article) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, Paragraph | Crosshead | ListItem)]


def read(*lines: str, page: bool = False) -> Article:
    return article(*((*PAGE_TOP, *lines, *PAGE_END) if page else lines), between="\n\n")


@pytest.mark.parametrize(
    ("language", "lead", "place"),
    [
        ("en", "TEMA, Ghana (AP) — " + A, "TEMA"),
        ("en", "DEAL, England (AP) — " + A, "DEAL"),
        ("en", "CORONA, Calif. (AP) — " + A, "CORONA"),
        ("en", "LIST, Germany, March 12 (Reuters) - " + A, "LIST"),
        ("de", "Wetter (dpa) - Die Fähre fährt drei Wochen nach dem Sturm wieder.", "Wetter"),
        ("de", "Wissen (dpa/lrs) - Die Fähre fährt drei Wochen nach dem Sturm wieder.", "Wissen"),
    ],
)
def test_labels_that_name_towns_too_are_places_before_an_agency(language: str, lead: str, place: str) -> None:
    title, *rest = TEXTS[language]
    found = read(title, lead, *rest).dateline
    assert found is not None
    assert str(found.place).startswith(place)


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("en", "VIDEO (AP) — " + A),
        ("en", "DEAL — " + A),
        ("de", "Wetter – Die Fähre fährt drei Wochen nach dem Sturm wieder zur Insel hinaus."),
        ("de", "Wissen: Die Fähre fährt drei Wochen nach dem Sturm wieder zur Insel hinaus."),
    ],
)
def test_labels_alone_are_no_places(language: str, lead: str) -> None:
    title, *rest = TEXTS[language]
    assert read(title, lead, *rest).dateline is None


@pytest.mark.parametrize(
    "head",
    [
        "【ロンドン五輪】", "【ローマ法王】", "【パリ条約】", "【ニューヨーク市場】", "【東京・大阪】", "【北京・冬季五輪】", "【ソウル市長選】",
        "【9月30日 発売】", "【9月30日 予定】", "【9月30日 神戸市】",
    ],
)  # fmt: skip
def test_topics_in_japanese_brackets_name_no_reporter(head: str) -> None:
    title, first, *rest = TEXTS["ja"]
    found = read(title, head + first, *rest)
    assert found.dateline is None
    assert found.authors == ()


@pytest.mark.parametrize(
    ("head", "place", "authors"),
    [
        ("【ワシントン山田花子】", "ワシントン", ("山田花子",)),
        ("【北京・佐藤健太】", "北京", ("佐藤健太",)),
        ("【9月30日 海港通信】", None, ()),
        ("【9月30日 AFP】", None, ()),
    ],
)
def test_reporters_and_houses_in_japanese_brackets(head: str, place: str | None, authors: tuple[str, ...]) -> None:
    title, first, *rest = TEXTS["ja"]
    found = read(title, head + first, *rest)
    assert found.dateline is not None
    assert found.dateline.place == place
    assert found.authors == authors


@pytest.mark.parametrize("page", [False, True])
@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("cs", "Zpracovala Anna Nováková plán."),
        ("ro", "Autor Ion Pop tace."),
        ("fr", "Une analyse d'Anne Leroy le confirme."),
        ("en", "By George, it worked."),
    ],
)
def test_sentences_that_run_on_behind_a_name_are_no_bylines(language: str, line: str, page: bool) -> None:
    title, first, second, third = TEXTS[language]
    for lines in ((title, first, second, line, third), (title, first, second, third, line)):
        found = read(*lines, page=page)
        assert line in body(found)
        assert found.authors == ()


@pytest.mark.parametrize(
    ("language", "line", "author"),
    [
        ("en", "By Ann Lee, staff writer.", "Ann Lee"),
        ("fr", "Une analyse d'Anne Leroy", "Anne Leroy"),
        ("cs", "Zpracovala Anna Nováková", "Anna Nováková"),
        ("ro", "Autor: Ion Pop", "Ion Pop"),
        ("de", "Von Anna Berg", "Anna Berg"),
    ],
)
def test_bylines_behind_the_same_words_are_found(language: str, line: str, author: str) -> None:
    title, *rest = TEXTS[language]
    assert read(title, line, *rest).authors == (author,)


def test_a_phrase_that_says_a_noun_twice_names_nobody() -> None:
    title, *rest = TEXTS["de"]
    assert read(title, "Von Küste zu Küste", *rest).authors == ()


@pytest.mark.parametrize(
    ("language", "line", "authors"),
    [
        ("ko", "글 이야기", ()),
        ("ko", "정리 문제점", ()),
        ("ko", "취재 정치부", ()),
        ("ko", "글 이도현", ("이도현",)),
        ("zh", "作者简介", ()),
        ("zh", "图文 直播", ()),
        ("zh", "主笔王小明", ("王小明",)),
        ("ja", "文・写真 山田太郎", ("山田太郎",)),
        ("ja", "文 山田太郎", ("山田太郎",)),
    ],
)
def test_roles_before_words_and_before_names(language: str, line: str, authors: tuple[str, ...]) -> None:
    title, *rest = TEXTS[language]
    assert read(title, line, *rest).authors == authors


@pytest.mark.parametrize("page", [False, True])
def test_persons_in_a_row_amid_the_text_sign_nothing(page: bool) -> None:
    names = ("Ann Lee", "Tom Reed", "Carl Vik", "Anna Berg")
    assert read(TITLE, A, B, "The dead are:", *names, C, page=page).authors == ()
    assert read(TITLE, A, B, C, "The dead are:", *names, page=page).authors == ()


@pytest.mark.parametrize(
    ("head", "items"),
    [
        ("The dead are:", ("Ann Lee", "Tom Reed", "Carl Vik")),
        ("Who was on board?", ("Ann Lee, nurse", "Tom Reed, baker", "Carl Vik, sailor")),
        ("The office wants these things from the council:", ("new stones", "new lamps", "a new crane")),
    ],
)
def test_a_list_that_closes_clean_copy_is_text(head: str, items: tuple[str, ...]) -> None:
    assert set(body(read(TITLE, A, B, C, head, *items))) >= set(items)


def test_names_that_sign_below_the_text_are_authors() -> None:
    assert read(TITLE, A, B, C, "Ann Lee").authors == ("Ann Lee",)
    assert read(TITLE, A, B, C, "Ann Lee", "Tom Reed").authors == ("Ann Lee", "Tom Reed")


def test_the_last_item_of_a_list_may_be_brief() -> None:
    items = ("Goalkeeper: Lee", "Defence: Reed, Vik", "Attack: Ek")
    found = read(TITLE, A, B, "The team of the harbour office:", *items, C)
    assert "Attack: Ek" not in [block.text for block in found.blocks if isinstance(block, Crosshead)]
    assert "Attack: Ek" in body(found)


@pytest.mark.parametrize("page", [False, True])
@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Anzeige gegen den Kapitän ist erstattet."),
        ("de", "Werbung für die Insel hilft nicht."),
        ("en", "Advertisement pays for half of it."),
        ("en", "Follow the money, he said, not Facebook."),
        ("en", "This report was first published by the council in March."),
        ("en", "Republished from time to time, the map became famous."),
        ("zh", "没有人在风暴中受伤。"),
        ("ko", "다친 사람은 없다."),
    ],
)
def test_sentences_with_page_words_are_text(language: str, line: str, page: bool) -> None:
    title, first, second, third = TEXTS[language]
    assert line in body(read(title, first, second, line, third, page=page))


@pytest.mark.parametrize("line", ["Nobody was hurt.", "Tom Reed only laughed."])
def test_a_brief_last_sentence_of_a_page_is_text(line: str) -> None:
    assert line in body(read(TITLE, A, B, C, line, page=True))


@pytest.mark.parametrize(
    "line",
    [
        "Follow the harbour office on Twitter, Facebook",
        "Follow Ann Lee on Instagram.",
        "Anzeige",
        "Advertisement",
        "This article was first published in the Harbour Courier.",
        "Republished from the Harbour Courier.",
        "Read more about the mole.",
    ],
)
def test_page_wording_beside_them_is_no_text(line: str) -> None:
    assert line not in body(read(TITLE, A, B, C, line, page=True))


@pytest.mark.parametrize(
    "line", ["The last one to leave was the captain. TOM REED", "Three of them were saved. NDR – Tom Reed"]
)
def test_a_name_behind_the_last_sentence_takes_it_not_out_of_the_text(line: str) -> None:
    found = read(TITLE, A, B, C, line + "\n\n")
    assert not any(block.KIND == "caption" for block in found.blocks)
    amid = read(TITLE, A, B, line, C)
    assert [block.text for block in amid.blocks if block.KIND == "caption"] == [line.partition(". ")[0] + "."]


@pytest.mark.parametrize(
    "line", ["Autor: Ann Lee, .", "Saltmere,\u200f 14 September 2022", "By Ann Lee, ( ), Norrstad"]
)
def test_signs_alone_between_commas_break_nothing(line: str) -> None:
    assert "".join(block.text for block in read(TITLE, line, A, B, C).blocks)


ET = (
    "Sadama juhatus avas esmaspäeval elanikele oma raamatud pärast kaks aastat kestnud vaidlust uue muuli hinna üle.",
    "Arvudest selgub, et muul maksis kolm miljonit krooni rohkem, kui linnavolikogu oli kevadel heaks kiitnud.",
)
SK = (
    "Správa prístavu v pondelok otvorila účty obyvateľom po dvoch rokoch sporov o náklady na nové mólo pri majáku.",
    "Z čísel vyplýva, že mólo stálo o tri milióny korún viac, než v apríli schválilo mestské zastupiteľstvo.",
)
LT = (
    "Uosto valdyba pirmadienį atvėrė gyventojams savo knygas po dvejus metus trukusio ginčo dėl naujojo molo kainos.",
    "Iš skaičių matyti, kad molas kainavo trimis milijonais kronų daugiau, negu pavasarį buvo patvirtinusi taryba.",
)
LV = (
    "Ostas valde pirmdien atvēra iedzīvotājiem savas grāmatas pēc divus gadus ilga strīda par jaunā mola izmaksām.",
    "No skaitļiem redzams, ka mols maksāja par trim miljoniem kronu vairāk, nekā pavasarī bija apstiprinājusi dome.",
)
CS = (
    "Správa přístavu v pondělí otevřela účty obyvatelům po dvou letech sporů o náklady na nové molo u majáku.",
    "Z čísel vyplývá, že molo stálo o tři miliony korun více, než v dubnu schválilo zastupitelstvo města.",
)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Autor Jaan Tamm sai auhinna", ET),
        ("Autor Peter Novák získal cenu", SK),
        ("Autor Peter Novák v Norrstade", SK),
        ("Autorka Jana Nová číta deťom", SK),
        ("Autorius Jonas Kazlauskas gavo premiją", LT),
        ("Autore Anna Liepa saņem balvu", LV),
        ("Author Ann Lee wins prize", (A, B)),
    ],
)
def test_a_headline_that_opens_with_a_noun_for_who_writes_names_no_author(line: str, text: tuple[str, str]) -> None:
    found = article(line, *text, between="\n\n")
    assert (found.headline, found.authors) == (line, ())


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Autor Jan Novák", ("Jan Novák",)),
        ("Autor: Jan Novák", ("Jan Novák",)),
        ("Autor Jan Novák pro Deník", ("Jan Novák",)),
        ("Autor Jan Novák redaktor", ("Jan Novák",)),
        ("Autor Jan Novák foto archiv", ("Jan Novák",)),
        ("Autor Jan Novák 3. května 2021", ("Jan Novák",)),
        ("Autor Jan Novák získal cenu", ()),
    ],
)
def test_a_noun_for_who_writes_and_a_name_are_a_byline(line: str, authors: tuple[str, ...]) -> None:
    assert article("Přístav otevřel účty obyvatelům", line, *CS, between="\n\n").authors == authors
