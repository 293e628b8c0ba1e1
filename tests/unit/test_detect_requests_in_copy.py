# SPDX-License-Identifier: Apache-2.0

"""Sentences and headings of clean copy that open as requests of a page do, and the requests themselves."""

from __future__ import annotations

import pytest
from tests.support.detection import article

from docforge.detect.vocabulary import phrases
from docforge.model import Article, Byline, Crosshead, Furniture, Paragraph

EN = (
    "The rowers of Norrstad opened their new boathouse on Sunday, four years after the old one had burned down.",
    "It cost nine million crowns, most of which the members collected at bazaars and in the streets of the town.",
    "The mayor cut the ribbon, and the eldest of the rowers, who is ninety, took the first boat out in the rain.",
)
DE = (
    "Die Ruderer von Norrstadt haben am Sonntag ihr neues Bootshaus eröffnet, vier Jahre nach dem Brand des alten.",
    "Es hat neun Millionen Kronen gekostet, die zumeist die Mitglieder auf Basaren und in den Straßen sammelten.",
    "Die Bürgermeisterin schnitt das Band durch, und der älteste Ruderer fuhr mit dem ersten Boot in den Regen.",
)
NL = (
    "De roeiers van Norrstad hebben zondag hun nieuwe boothuis geopend, vier jaar nadat het oude was afgebrand.",
    "Het kostte negen miljoen kronen, waarvan de leden het meeste op markten en in de straten hebben ingezameld.",
)
IT = (
    "I canottieri di Norvilla hanno aperto domenica la nuova rimessa, quattro anni dopo l'incendio della vecchia.",
    "È costata nove milioni di corone, raccolte in gran parte dai soci nei mercati e nelle strade della città.",
)
RU = (
    "Гребцы Норрстада открыли в воскресенье новый эллинг, через четыре года после того, как сгорел старый.",
    "Он стоил девять миллионов крон, большую часть которых члены клуба собрали на базарах и улицах города.",
)
NO = (
    "Roerne i Norrstad åpnet søndag sitt nye båthus, fire år etter at det gamle brant ned til grunnen.",
    "Det kostet ni millioner kroner, og det meste samlet medlemmene inn på basarer og i gatene i byen.",
)
PL = (
    "Wioślarze z Norrstadu otworzyli w niedzielę nową przystań, cztery lata po tym, jak spłonęła stara.",
    "Kosztowała dziewięć milionów koron, które członkowie zebrali na kiermaszach i na ulicach miasta.",
)
ZH = (
    "诺尔市赛艇俱乐部周日启用了新的船库，距离旧船库被大火烧毁已经过去了四年时间。",
    "新船库造价九百万克朗，其中大部分是会员们在义卖会上和城里的街道上募集来的。",
)
JA = (
    "ノルスタッドのボート部は日曜日、古い艇庫の火災から四年を経て新しい艇庫を開いた。",
    "費用は九百万クローネで、その大半は部員がバザーや町の通りで集めたものだという。",
)
KO = (
    "노르스타드 조정 클럽은 옛 보트 창고가 불탄 지 사 년 만인 일요일에 새 창고를 열었다.",
    "비용은 구백만 크로네로 대부분 회원들이 바자회와 시내 거리에서 모은 돈이라고 한다.",
)
MENU = ("Menu", "Search", "Sign in", "Subscribe", "Most popular", "Cookie settings", "Back to top")


def kinds(found: Article, text: str) -> set[type]:
    return {type(block) for block in found.blocks if text in block.text}


SENTENCES = [
    (EN, "Donate now, the treasurer told the guests, and the roof will be finished before the first snow."),
    (EN, "Your support helps us row against the best, the captain wrote to the sponsors of the club."),
    (EN, "Only registered users can borrow a boat, according to the rules on the door of the house."),
    (DE, "Nur registrierte Mitglieder dürfen die Boote nutzen, steht auf der Tafel neben dem Tor."),
    (DE, "Unterstützen Sie uns am Samstag beim Rennen auf dem Fluss, bat der Vorsitzende die Gäste."),
    (NL, "Heeft u een tip over de verdwenen boot, bel dan de politie op het gratis nummer van de stad."),
    (NL, "Steun onze roeiers en koop een lot, staat er op het bord naast de deur van het boothuis."),
    (IT, "Per commentare i risultati il presidente ha convocato i soci per giovedì sera nella rimessa."),
    (RU, "Поддержите нашу команду на реке в субботу, попросил председатель клуба собравшихся гостей."),
    (NO, "For å kommentere regnskapet har lederen kalt inn medlemmene til møte i båthuset på torsdag."),
    (PL, "Wesprzyj nas w sobotę nad rzeką, głosi napis, który członkowie powiesili nad bramą przystani."),
    (ZH, "登录后可以预订船只，俱乐部在门口的告示中说。"),
    (ZH, "支持我们的居民越来越多，俱乐部主席对记者说。"),
    (JA, "ご寄付をお願いする手紙は、部員が町の全戸に配った。"),
    (KO, "첫 댓글을 단 사람은 창고를 지은 목수였다고 회장은 말했다."),
]


@pytest.mark.parametrize("place", ["first", "amid", "last", "quoted"])
@pytest.mark.parametrize(("text", "line"), SENTENCES)
def test_a_sentence_of_clean_copy_may_open_like_a_request(text: tuple[str, ...], line: str, place: str) -> None:
    title = text[0][:24].rstrip(" ,，、")
    lines = {
        "first": (line, *text),
        "amid": (text[0], line, *text[1:]),
        "last": (*text, line),
        "quoted": (*text, f"“{line}”"),
    }[place]
    assert kinds(article(title, "", *lines), line.rstrip("。.")) == {Paragraph}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (EN, "Donate now to keep the journalism of this small town alive for a few more years."),
        (EN, "Support independent journalism with a gift to the harbour news every month."),
        (DE, "Spenden Sie jetzt, damit unabhängiger Journalismus in Norrstadt eine Zukunft hat."),
        (DE, "Zum Kommentieren müssen Sie eingeloggt sein."),
        (RU, "Поддержите нашу редакцию, чтобы мы и дальше могли писать о реке и о лодках."),
        (ZH, "请先登录后再发表评论。"),
    ],
)
def test_what_names_an_outlets_own_is_a_request_in_clean_copy_too(text: tuple[str, ...], line: str) -> None:
    assert kinds(article(text[0][:24], "", *text, line), line.rstrip("。.")) == {Furniture}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (EN, "Donate now and the roof will be finished."),
        (EN, "Your support helps us to print every day."),
        (DE, "Spenden Sie jetzt und helfen Sie uns."),
        (PL, "Wesprzyj nas już dzisiaj drobną wpłatą."),
    ],
)
def test_on_pages_they_stay_requests(text: tuple[str, ...], line: str) -> None:
    assert kinds(article(*MENU, "Rowers open their house", "", *text, line), line.rstrip(".")) == {Furniture}


@pytest.mark.parametrize(
    "line", ["Donate now", "Spenden Sie jetzt!", "Continued on page 4", "Fortsetzung auf Seite 12"]
)
def test_requests_without_more_words_are_page_wording(line: str) -> None:
    assert kinds(article(EN[0][:24], "", *EN, line), line) == {Furniture}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Donate Now or Lose the Boathouse, Rowers Tell Town", EN),
        ("Your Support Helps Us Row, Captain Writes", EN),
        ("Nur registrierte Mitglieder dürfen aufs Wasser", DE),
        ("Spenden Sie jetzt, bitten die Ruderer", DE),
        ("Steun onze roeiers, vraagt de gemeente", NL),
        ("Поддержите нас на реке, просят гребцы", RU),
        ("Wesprzyj nas, proszą wioślarze mieszkańców", PL),
    ],
)
def test_headlines_and_crossheads_may_open_so(title: str, text: tuple[str, ...]) -> None:
    assert article(title, "", *text).headline == title
    found = article(text[0][:24], "", *text, "", title, "", *text)
    assert kinds(found, title) == {Crosshead}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (EN, "Upcoming events"),
        (EN, "Opinion columns"),
        (DE, "Kommende Veranstaltungen"),
        (NO, "Kommende arrangementer"),
        (RU, "Предстоящие события"),
        (PL, "Nadchodzące wydarzenia"),
        (ZH, "上个月"),
    ],
)
def test_names_of_sections_head_the_text_of_clean_copy(text: tuple[str, ...], line: str) -> None:
    assert kinds(article(text[0][:24], "", *text, "", line, "", *text), line) == {Crosshead}


def test_a_letter_of_thanks_is_no_page() -> None:
    letter = (
        "Dear members, the past year has been the best in the history of our club, with 31 medals in all boats.",
        "Your support helps us row in all weathers.",
        "We need your support to buy a new eight.",
        "Our thanks go to the 60 members who painted the house.",
        "Donate now.",
        "The next summer will be dear, for the eight costs as much as a small house in the town does.",
    )
    found = article("Letter to the members of the rowing club", "", *letter, "", "Ann Lee, chair")
    for line in letter:
        assert kinds(found, line) == {Paragraph}


def test_a_japanese_byline_beside_such_a_sentence_signs() -> None:
    found = article(
        "ボート部、新しい艇庫を開く", "", "山田太郎", "", JA[0], "ご支援をお願いする手紙も配られた。", JA[1]
    )
    assert kinds(found, "山田太郎") == {Byline}


def test_no_beginning_stands_in_both_tables() -> None:
    assert phrases("clutter", "plain").isdisjoint(phrases("clutter", "start"))
