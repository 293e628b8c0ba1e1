# SPDX-License-Identifier: Apache-2.0
"""Who wrote a text, from reporters in ideographs to hidden addresses, and whose names are none."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article, rule_of, texts
from tests.support.languages import CN, JA, JA_LAST, TW

from docforge.model import Byline, CreditLine, Crosshead, Headline, Paragraph, Subheadline

KO_TEXT = (
    "항만청은 월요일에 폭풍이 지나간 지 3주 만에 여객선이 다시 운항하고 낡은 부두도 수리됐다고 밝혔다.",
    "예인선 두 척과 크레인이 그동안 작업을 계속했고 마지막 돌은 금요일 저녁 빗속에 놓였다고 한다.",
    "빠진 날의 표를 산 승객은 이달 말까지 돈을 돌려받을 수 있다고 항만청은 덧붙였다.",
)
TH_TEXT = (
    "สำนักงานท่าเรือแจ้งเมื่อวันจันทร์ว่าเรือข้ามฟากจะกลับมาให้บริการอีกครั้งหลังจากพายุทำลายเขื่อนเมื่อสามสัปดาห์ก่อน",
    "เรือลากจูงสองลำและรถเครนทำงานมาตั้งแต่นั้น และหินก้อนสุดท้ายถูกวางในเย็นวันศุกร์ท่ามกลางสายฝนที่ตกหนัก",
    "ผู้โดยสารที่ซื้อตั๋วสำหรับวันที่ไม่มีเรือสามารถขอเงินคืนได้จนถึงสิ้นเดือนนี้ที่หน้าต่างขายตั๋วของท่าเรือ",
)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("記者 許文哲 台北 報導", "許文哲"),
        ("特約記者 許文哲 高雄 綜合報導", "許文哲"),
        ("【記者 許文哲 / 台北 報導】", "許文哲"),
        ("記者 李雨晴 新北市 報導", "李雨晴"),
        ("〔記者 許文哲 台北 報導〕", "許文哲"),
    ],
)
def test_a_reporter_with_blanks_and_a_town_is_the_author(line: str, author: str) -> None:
    found = article("港口重新開放", line, "2024-03-12", "", TW, TW)
    assert list(found.authors) == [author]
    assert texts(found, Byline) == [line]
    assert rule_of(found, line) == "byline.role"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (CN, "新华社记者 李雨晴 摄"),
        (CN, "本报记者 王小明 摄"),
        (TW, "記者 許文哲 攝"),
        (JA, "写真部 中沢太郎 撮影"),
    ],
)
def test_a_reporter_who_took_the_picture_is_no_author(text: str, line: str) -> None:
    found = article(text[:12], "", text, line, text)
    assert not found.authors
    assert texts(found, CreditLine) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "記者會 下午三點 開始",
        "記者:司長,你好。今早多條巴士路線停駛,有市民等候超過一小時,政府會否檢討發放消息的安排?",
        "記者 台北",
        "文 台北",
        "報導 下午 三點",
    ],
)
def test_a_line_that_opens_like_a_reporter_names_nobody(line: str) -> None:
    assert not article("港口重新開放", "2024-03-12", "", TW, line, TW, TW).authors


@pytest.mark.parametrize(
    ("sign", "authors"),
    [
        ("【森下康平、井上真紀】", ["森下康平", "井上真紀"]),
        ("（札幌支局　森下康平）", ["森下康平"]),
    ],
)
def test_names_in_brackets_below_the_last_sentence_wrote_the_text(sign: str, authors: list[str]) -> None:
    found = article("渡し船が再開", "", JA, JA_LAST, sign)
    assert list(found.authors) == authors
    assert rule_of(found, sign) == "byline.bracket"
    assert texts(found, Paragraph) == [JA, JA_LAST]


@pytest.mark.parametrize("sign", ["【港湾、桟橋】", "【詳しくは紙面で】", "（つづく）", "【写真、地図】"])
def test_other_brackets_below_the_last_sentence_name_nobody(sign: str) -> None:
    assert not article("渡し船が再開", "", JA, JA_LAST, sign).authors


@pytest.mark.parametrize(
    ("sign", "authors"),
    [
        ("【森下康平、井上真紀】", ["森下康平", "井上真紀"]),
        ("（森下康平）", ["森下康平"]),
        ("(札幌支局　森下康平)", ["森下康平"]),
        ("（論説委員・田中太郎）", ["田中太郎"]),
        ("【社会部 田中太郎】", ["田中太郎"]),
    ],
)
def test_names_in_brackets_behind_the_last_sentence_wrote_the_text(sign: str, authors: list[str]) -> None:
    found = article("渡し船が再開", "", JA, JA_LAST + sign)
    assert list(found.authors) == authors
    assert texts(found, Byline) == [sign]
    assert texts(found, Paragraph)[-1] == JA_LAST
    assert {block.rule for block in found.blocks if isinstance(block, Byline)} == {"byline.bracket"}


@pytest.mark.parametrize(
    "sign",
    [
        "（敬称略）",
        "（森下康平撮影）",
        "（森下摄）",
        "（笑）",
        "（終わり）",
        "（三面に関連記事）",
        "（写真も）",
        "（文化面）",
    ],
)
def test_other_brackets_behind_a_sentence_name_nobody(sign: str) -> None:
    assert not article("渡し船が再開", "", JA, JA_LAST + sign).authors


def test_names_inside_a_sentence_wrote_nothing() -> None:
    assert not article("渡し船が再開", "", JA, "利用を呼びかけているのは所長（森下康平）。").authors


def test_a_headline_in_title_case_that_stands_twice_is_nobodys_name() -> None:
    title = "Harbour Ferry Sails Again After Autumn Storm"
    found = article(title, "", FERRY[0], title, FERRY[1], FERRY[2])
    assert not found.authors
    assert texts(found, Crosshead) == []


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee [email protected] | Monday, November 30, 2022 01:53 p. m.",
        "Ann Lee [email protected] November 30, 2022",
        "Ann Lee, [email protected], 30 November 2022",
        "Ann Lee [email protected] | 30 November 2022",
    ],
)
def test_an_address_that_was_hidden_stands_beside_the_author(line: str) -> None:
    found = article("The ferry sails again", line, "", *FERRY[:2])
    assert list(found.authors) == ["Ann Lee"]
    assert rule_of(found, "Ann Lee") == "byline.bare-name"
    assert found.published is not None and found.published.iso == "2022-11-30"


@pytest.mark.parametrize(
    "line",
    [
        "Lind Public Relations BV",
        "Hafen Medien GmbH",
        "Hafen Verlag AG",
        "Lind Media Oy",
        "Lund Media AB",
        "Lind Olsson Inc",
    ],
)
def test_a_company_below_a_text_is_nobody(line: str) -> None:
    assert not article("The ferry sails again", "", *FERRY[:3], "", line).authors
    assert not article("The ferry sails again", line, "", *FERRY[:3]).authors


@pytest.mark.parametrize("line", ["Ann Lee", "Anna Ag Lindh", "Per Oy Lund"])
def test_a_name_below_a_text_wrote_it(line: str) -> None:
    assert list(article("The ferry sails again", "", *FERRY[:3], "", line).authors) == [line]


def test_the_number_of_a_release_is_nobody() -> None:
    found = article(
        "The ferry sails again", "", *FERRY[:3], "", "MG/RM/SK", "(Release ID: 2012345) Visitor Counter : 123"
    )
    assert not found.authors
    assert "Release ID" not in " ".join(texts(found, Paragraph))


@pytest.mark.parametrize("maker", ["新华社记者李雨摄", "本报记者王明摄", "记者周敏摄"])
def test_who_took_a_picture_wrote_nothing(maker: str) -> None:
    assert not article("港口重新开放", maker, "", CN, f"居民欢迎。{CN}").authors
    assert not article("港口重新开放", "", CN, f"居民欢迎。{CN}", maker).authors


@pytest.mark.parametrize("line", ["新华社记者李雨报道", "新华社记者王明", "记者周敏报道"])
def test_a_reporter_right_behind_the_role_wrote_the_text(line: str) -> None:
    found = article("港口重新开放", line, "", CN, f"居民欢迎。{CN}")
    assert rule_of(found, line) == "byline.role"


@pytest.mark.parametrize("name", ["Maria Asa", "Ann Ab", "Maria Spa", "Neville Neville"])
def test_names_that_close_like_companies_stay_names(name: str) -> None:
    assert list(article("The ferry sails again", "", *FERRY[:3], "", name).authors) == [name]


def test_who_took_a_picture_does_not_sign_a_letter() -> None:
    found = article("To the Editor:", "", *FERRY[:2], "", "Ann Lee", "Photo: Bo Ek")
    assert "Photo: Bo Ek" in texts(found, CreditLine)


@pytest.mark.parametrize("sign", ["（方便、安全）", "（江蘇、安徽）", "（黃金週）", "（張愛玲）"])
def test_words_in_brackets_behind_a_chinese_sentence_name_nobody(sign: str) -> None:
    assert not article("港口重新開放", "", TW, f"港務局週一表示渡輪將再次啟航,居民表示歡迎。{sign}").authors


def test_who_is_quoted_in_brackets_wrote_nothing() -> None:
    assert not article("渡し船が再開", "", JA, "「本当にうれしい。毎日待っていました」（山田花子）", JA_LAST).authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("記者 王小明 李白 報導", ["王小明", "李白"]),
        ("記者 王小明 高雄 報導", ["王小明"]),
        ("記者 王小明 花蓮 報導", ["王小明"]),
        ("記者 李雨晴 王小明 台北 報導", ["李雨晴", "王小明"]),
    ],
)
def test_a_second_reporter_is_no_town(line: str, authors: list[str]) -> None:
    assert list(article("港口重新開放", line, "2024-03-12", "", TW, TW).authors) == authors


def test_two_who_sign_a_letter_are_both_its_authors() -> None:
    assert list(article("To the Editor:", "", *FERRY[:2], "", "Ann Lee", "Bo Ek").authors) == ["Ann Lee", "Bo Ek"]


@pytest.mark.parametrize("line", ["A B", "A B C", "X Y", "A Z", "B A"])
def test_single_letters_are_nobody(line: str) -> None:
    assert not article("The ferry sails again", line, "", *FERRY[:3]).authors
    assert not article("The ferry sails again", "", *FERRY[:3], "", line).authors


@pytest.mark.parametrize("line", ["Lind Berg: #", "Ann Lee: #", "Norrstad Hafen: #"])
def test_a_label_before_a_sign_alone_is_nobody(line: str) -> None:
    assert not article("The ferry sails again", line, "", *FERRY[:3]).authors
    assert not article("The ferry sails again", "", *FERRY[:3], "", line).authors


@pytest.mark.parametrize("title", ["Zolt Vemek Brin Tosk Karo Pelm", "Norrstad Quay Reopens Friday Says Owner"])
def test_a_headline_said_again_below_the_text_is_nobodys_name(title: str) -> None:
    assert not article(title, "", *FERRY, title).authors
    assert not article("The ferry sails again", "", *FERRY, "", title, title).authors


@pytest.mark.parametrize(
    "line", ["Fog Closes Quay Again Northern Sound Fleet Waits Outside", "Zolt Vemek Brin Tosk Karo Pelm Dusk Rimel"]
)
def test_a_long_line_in_title_case_names_nobody(line: str) -> None:
    found = article("The ferry sails again", line, "", *FERRY)
    assert not found.authors
    assert texts(found, Subheadline) == [line]


@pytest.mark.parametrize(
    "names",
    [
        ("Zolt Vemek", "Brin Tosk", "Karo Pelm", "Dusk Rimel"),
        ("Zolt Vemek", "Brin Tosk", "Karo Pelm", "Dusk Rimel", "Hano Terv"),
    ],
)
def test_many_names_between_commas_are_as_many_authors(names: tuple[str, ...]) -> None:
    assert article("The ferry sails again", ", ".join(names), "", *FERRY).authors == names


@pytest.mark.parametrize(
    "line",
    [
        "Löwelstraße 18 http://www.harbour.example",
        "Hafen Straße 4 http://harbour.example",
        "Lind Berg 4 https://harbour.example",
    ],
)
def test_a_street_and_a_site_are_nobody(line: str) -> None:
    assert not article("The ferry sails again", "", *FERRY[:3], "", line).authors
    assert not article("The ferry sails again", "", *FERRY[:3], "", "Harbour Office", line).authors


@pytest.mark.parametrize(
    "items", [("- Ann Lee", "- Bo Ek"), ("• Ann Lee", "• Bo Ek", "• Eva Lind"), ("* Zolt Vemek", "* Brin Tosk")]
)
def test_names_with_bullets_below_a_label_of_links_wrote_nothing(items: tuple[str, ...]) -> None:
    assert not article(*MENU, "The ferry sails again", *FERRY, "Related articles", *items).authors


def test_names_with_bullets_above_a_headline_wrote_nothing() -> None:
    found = article("• Ann Lee", "• Bo Ek", "• Eva Lind", "The ferry sails again", "", *FERRY)
    assert not found.authors
    assert texts(found, Headline) == ["The ferry sails again"]


@pytest.mark.parametrize(
    "question",
    [
        "记者：李雨晴、王小明请问港务局何时重新开放旧码头以及何时公布修复计划？",
        "记者：李雨晴、周敏想知道渡轮何时再次启航以及票价会不会在下个月上涨？",
        "记者：王小明、李雨晴问港务局旧码头修好之后居民是否还能在那里停船钓鱼？",
    ],
)
def test_a_question_behind_the_label_of_reporters_names_nobody(question: str) -> None:
    found = article("港口重新开放", "", CN, question, CN)
    assert not found.authors
    assert question in texts(found, Paragraph)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Maija Liepa, “Coast Paper”, AS “Coast Media”", ("Maija Liepa",)),
        ("By Ana Ruiz, «El Muelle»", ("Ana Ruiz",)),
        ("Robert “Bob” Reed, Jane Roe", ("Robert “Bob” Reed", "Jane Roe")),
        ("By Ann Lee and Bo “Speedy” Ek", ("Ann Lee", "Bo “Speedy” Ek")),
        ("Anna Berg, „Hafenpost“", ("Anna Berg",)),
    ],
)
def test_an_outlet_in_quotation_marks_behind_a_name_is_no_author(line: str, authors: tuple[str, ...]) -> None:
    assert article("Ferry sails again after the storm", line, *FERRY[:3]).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("海港電視 許文哲 林佳蓉 台北報導", ("許文哲", "林佳蓉")),
        ("許文哲 林佳蓉 台北報導", ("許文哲", "林佳蓉")),
        ("□記 者 許文哲", ("許文哲",)),
        ("記 者 許文哲", ("許文哲",)),
        ("渡輪 港務局 台北報導", ()),
        ("公視 許文哲 台北報導", ("許文哲",)),
        ("公視 綜合報導", ()),
        ("高雄 綜合報導", ()),
        ("本週 重點 綜合報導", ()),
        ("記 號 許文哲", ()),
    ],
)
def test_names_before_the_place_that_they_filed_from_are_the_authors(line: str, authors: tuple[str, ...]) -> None:
    assert article("港口重新開放", line, "2024-03-12", "", TW, TW).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("YTN 이도현 (lee@harbour.example)", ("이도현",)),
        ("이도현 (lee@harbour.example)", ("이도현",)),
        ("이메일 lee@harbour.example", ()),
        ("MBC 제보팀 lee@harbour.example", ()),
        ("사회부 (lee@harbour.example)", ()),
        ("항만청 (office@harbour.example)", ()),
        ("YTN 소식 (news@harbour.example)", ()),
    ],
)
def test_a_korean_name_before_its_address_is_the_author(line: str, authors: tuple[str, ...]) -> None:
    assert article("폭풍 뒤 여객선 다시 운항", line, "2024.09.12. 오후 6:41", "", *KO_TEXT).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("โดย wanida_s", ("wanida_s",)),
        ("เผยแพร่:   โดย: Wanida Suk", ("Wanida Suk",)),
        ("โดย wanida", ()),
    ],
)
def test_an_account_behind_a_thai_byline_word_is_the_author(line: str, authors: tuple[str, ...]) -> None:
    assert article("ท่าเรือเปิดอีกครั้งหลังพายุ", line, "", *TH_TEXT).authors == authors


@pytest.mark.parametrize(
    ("line", "author"),
    [("이도현 레저전문기자", "이도현"), ("이도현 선임기자", "이도현"), ("이도현 의학전문기자", "이도현")],
)
def test_what_a_korean_reporter_writes_about_is_no_name(line: str, author: str) -> None:
    assert article("폭풍 뒤 여객선 다시 운항", line, "2024.09.12. 오후 6:41", "", *KO_TEXT).authors == (author,)


@pytest.mark.parametrize(("line", "authors"), [("（森下哲也）", ("森下哲也",)), ("（写真）", ())])
def test_a_japanese_name_in_brackets_alone_above_the_text_is_the_author(line: str, authors: tuple[str, ...]) -> None:
    assert article("嵐の後、渡し船が再び運航", line, "", JA, JA_LAST, JA).authors == authors
