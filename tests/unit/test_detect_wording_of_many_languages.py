# SPDX-License-Identifier: Apache-2.0
"""Wording of pages in many languages: buttons, counts, codes, notices, rights, what closes a release."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article, block_of, page, rule_of, texts
from tests.support.languages import AR, BN, CN, DE, JA, KO, PL, RU, TW, VI

from docforge.model import Byline, CreditLine, Crosshead, Furniture, Headline, ListItem, Paragraph, Tagline


@pytest.mark.parametrize(
    "items",
    [
        ("• Save", "• Norrsten"),
        ("• ブックマーク", "• メール"),
        ("- Font:", "- A+"),
        ("• Mail", "• Larmor", "• Print"),
        ("- Text:", "- Larger"),
        ("• A+", "• A-"),
    ],
)
def test_buttons_with_bullets_above_the_text_are_no_items_of_it(items: tuple[str, ...]) -> None:
    found = article("The ferry sails again after the storm", *items, "", *FERRY[:4])
    assert texts(found, ListItem) == []
    assert texts(found, Headline) == ["The ferry sails again after the storm"]


def test_titles_with_bullets_below_a_label_of_links_are_no_items() -> None:
    links = ("- Fishermen Ask Town for Lower Fees", "- Mayor Names Harbour Chief, Here Is Why", "- Fog on the Sound")
    found = article(*MENU, "The ferry sails again after the storm", *FERRY, "Related articles", *links)
    assert texts(found, ListItem) == []
    assert texts(found, Byline) == []


def test_items_of_the_text_stay_on_a_page() -> None:
    items = ("• The ferry sails at half past six.", "• The mole is open to all from Friday on.")
    found = article(
        *MENU, "The ferry sails again after the storm", *FERRY[:3], "What you need to know:", *items, FERRY[3]
    )
    assert texts(found, ListItem) == list(items)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Views: 1,967", FERRY[:2]),
        ("1,967 page views", FERRY[:2]),
        ("Reads (345)", FERRY[:2]),
        ("Gelesen: 345", DE),
        ("Просмотры: 1967", (RU, RU)),
        ("조회수 1234", (KO, KO)),
        ("Lượt xem: 12", (VI, VI)),
        ("阅读量：345", (CN, CN)),
        ("Liczba wyświetleń: 345", PL),
    ],
)
def test_how_often_a_page_was_read_is_page_wording(line: str, text: tuple[str, str]) -> None:
    found = article(text[0][:20], "", text[0], line, text[1])
    assert isinstance(block_of(found, line), Furniture)
    assert rule_of(found, line) == "furniture.counter"


@pytest.mark.parametrize("line", ["345 Passengers Wait", "Views from the mole: 3", "Boats: 1,967", "Gelesen"])
def test_other_numbers_amid_a_text_count_no_readers(line: str) -> None:
    found = article("The ferry sails again", "", *FERRY[:2], "", line, "", *FERRY[2:])
    assert rule_of(found, line) != "furniture.counter"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Published:", FERRY[:2]),
        ("Posted on:", FERRY[:2]),
        ("Last updated:", FERRY[:2]),
        ("Veröffentlicht am:", DE),
        ("Опубликовано:", (RU, RU)),
    ],
)
def test_a_label_without_its_date_is_page_wording(line: str, text: tuple[str, str]) -> None:
    found = article(text[0][:20], "", text[0], line, text[1])
    assert isinstance(block_of(found, line), Furniture)
    assert rule_of(found, line) == "furniture.time"


@pytest.mark.parametrize(
    "line", ["Published in Norrstad:", "What was published last:", "The mole:", "Published", "Date and place of birth:"]
)
def test_a_label_of_something_else_waits_for_no_date(line: str) -> None:
    found = article("The ferry sails again", "", *FERRY[:2], "", line, "", *FERRY[2:])
    assert rule_of(found, line) != "furniture.time"


@pytest.mark.parametrize("line", ["opublikowano:", "Read Entire Article", "Similar Posts"])
def test_phrases_of_pages_amid_a_text_are_page_wording(line: str) -> None:
    text = PL if line[0] == "o" else FERRY[:2]
    found = article(text[0][:20], "", text[0], line, text[1])
    assert rule_of(found, line) == "furniture.phrase"


@pytest.mark.parametrize("sizes", ["Aa Aa Aa", "Aa Aa", "A A A A", "Аа Аа Аа Аа Аа", "A+ A-", "A- A A+", "- A+"])
def test_sizes_of_letters_are_neither_headline_nor_names(sizes: str) -> None:
    below = article("The ferry sails again after the storm", sizes, "", *FERRY)
    assert not below.authors
    assert isinstance(block_of(below, sizes), Furniture)
    assert texts(article(sizes, "", *FERRY), Headline) == []


def test_who_keeps_the_rights_to_a_page_heads_no_part_of_the_text() -> None:
    line = "© 2025 Port.example All the News of the Harbour"
    found = article("The ferry sails again after the storm", "", FERRY[0], line, *FERRY[1:])
    assert texts(found, Crosshead) == texts(found, CreditLine) == []


@pytest.mark.parametrize("title", ["No, no, no", "Ha ha ha ha ha ha ha ha ha", "Oh my my my", "Bye Bye Bye"])
def test_a_headline_of_brief_words_shows_no_sizes(title: str) -> None:
    assert texts(article(title, "", *FERRY), Headline) == [title]


OTS = "OTS-ORIGINALTEXT PRESSEAUSSENDUNG UNTER AUSSCHLIESSLICHER INHALTLICHER VERANTWORTUNG DES AUSSENDERS"


@pytest.mark.parametrize(
    "closing",
    [
        ("(Schluss) hs", "Rückfragen & Kontakt:", "Hafenamt Norrstad, Presse", "Tel.: 0100 555 012", OTS),
        ("(Schluss) hs", "041105 Mär 02"),
        (
            "*** OTS-ORIGINALTEXT UNTER AUSSCHLIESSLICHER INHALTLICHER",
            "VERANTWORTUNG DES AUSSENDERS ***",
            "OTS0123    2002-03-04/11:05",
        ),
    ],
)
def test_what_closes_a_release_on_the_wire_is_neither_text_nor_a_name(closing: tuple[str, ...]) -> None:
    found = article("Die Fähre fährt wieder", "", *DE, "", *closing)
    assert not found.authors
    assert texts(found, Paragraph) == list(DE)
    outside = [block.text for block in found.blocks if isinstance(block, (Tagline, Furniture))]
    assert " ".join(outside) == " ".join(closing)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Upptäck mer från hamnen", "furniture.opening"),
        ("Lea más: ¿Quién manda en el muelle: la prensa, o los votos?", "furniture.opening"),
        ("Últimas do País", "furniture.phrase"),
        ("Enlaces para accesibilidad", "furniture.phrase"),
    ],
)
def test_lines_that_lead_away_head_no_text(line: str, rule: str) -> None:
    found = article("The ferry sails again after the storm", "", *FERRY[:2], line, *FERRY[2:])
    assert isinstance(block_of(found, line), Furniture)
    assert rule_of(found, line) == rule


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (FERRY, "Did you like this article? Tell us below."),
        (FERRY, "You must be logged in to post a comment."),
        (DE, "Hat Ihnen dieser Artikel gefallen?"),
        (DE, "Melden Sie sich an, um zu kommentieren."),
        ((RU, RU), "Чтобы оставить комментарий, войдите на сайт."),
        (PL, "Zaloguj się, aby dodać komentarz."),
        ((KO, KO), "로그인 후 댓글을 쓸 수 있습니다."),
        ((AR, AR), "سجل الدخول لكتابة تعليق."),
    ],
)
def test_what_a_page_asks_of_its_readers_is_page_wording(text: tuple[str, ...], line: str) -> None:
    found = article(*MENU, text[0][:20], "", *text, line)
    assert line not in texts(found, Paragraph)
    assert rule_of(found, line) == "furniture.opening"


@pytest.mark.parametrize(
    "line",
    ["You must be aware of the tide when the boat comes in.", "Did you like the new mole? The mayor asked it of all."],
)
def test_what_a_text_asks_of_its_readers_stays_text(line: str) -> None:
    assert line in texts(article(*MENU, "The ferry sails again after the storm", "", *FERRY, line), Paragraph)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ('[wp_bannerize group="header-468x60" random="1" LIMIT="1"]', "furniture.link"),
        ("[gallery ids=12]", "furniture.link"),
        ('[caption id="a_12" width="300"]', "furniture.link"),
        ("[/embed width=12]", "furniture.link"),
        ("Your web browser is no longer supported. To improve your experience update it here", "furniture.opening"),
        ("Ihr Browser ist veraltet", "furniture.phrase"),
        ("Ваш браузер устарел", "furniture.phrase"),
    ],
)
def test_codes_and_notices_of_the_browser_are_page_wording(line: str, rule: str) -> None:
    found = article("The ferry sails again after the storm", "", *FERRY[:2], line, *FERRY[2:])
    assert isinstance(block_of(found, line), Furniture)
    assert rule_of(found, line) == rule


@pytest.mark.parametrize("line", ["[Ann Lee and the ferry]", "[1] = one ferry", "[Sic] ferry=boat"])
def test_brackets_without_the_fields_of_a_code_are_none(line: str) -> None:
    found = article(
        "The ferry sails again", "", FERRY[0], f"{line} said the mayor when the ferry had gone out.", FERRY[1]
    )
    assert all(block.rule != "furniture.link" for block in found.blocks)


@pytest.mark.parametrize("line", ["14:05 ت م", "9:15 م", "9:15 ص"])
def test_a_time_alone_is_page_wording(line: str) -> None:
    found = article("الميناء يفتح", "", AR, line, AR)
    assert isinstance(block_of(found, line), Furniture)
    assert rule_of(found, line) == "furniture.time"


@pytest.mark.parametrize("line", ["14:05 في الميناء", "9 ص", "15 مركبا"])
def test_a_number_and_a_word_are_no_time(line: str) -> None:
    assert rule_of(article("الميناء يفتح", "", AR, line, AR), line) != "furniture.time"


@pytest.mark.parametrize(
    "line",
    [
        "(+6221) 7398381 - 89   port@harbour.example",
        "port@harbour.example 0100 555 012",
        "+46 100 555 012, port@harbour.example",
    ],
)
def test_a_number_and_an_address_are_no_headline(line: str) -> None:
    assert texts(article("Harbour Office", line, "", *FERRY), Headline) != [line]
    assert texts(article(line, "", *FERRY), Headline) == []


@pytest.mark.parametrize(
    "line",
    [
        "12 boats write to port@harbour.example",
        "@harbour says 12 boats are lost",
        "Write to ports@harbour.example by May 7",
    ],
)
def test_a_headline_with_an_address_and_words_stays(line: str) -> None:
    assert texts(article(line, "", *FERRY), Headline) == [line]


TINY = ("Lotu", "Meki", "Salo", "Tiva", "Rone", "Pasu", "Geko", "Vila")
STORED = "This page stores cookies in your browser, and who reads on here agrees to it, the office of the paper says."


@pytest.mark.parametrize(
    ("above", "below", "line", "rule"),
    [
        ((STORED,), (), STORED, "furniture.notice"),
        ((), (STORED,), STORED, "furniture.notice"),
        (("• Rone", "• Vilo", "• Saki"), (), "• Vilo", "furniture.shape"),
    ],
)
def test_many_lines_of_a_word_above_the_text_are_a_menu_in_any_language(
    above: tuple[str, ...], below: tuple[str, ...], line: str, rule: str
) -> None:
    found = article(*TINY, *above, "The ferry sails again after the storm", *FERRY, *below)
    assert texts(found, Headline) == ["The ferry sails again after the storm"]
    assert isinstance(block_of(found, line), Furniture)
    assert rule_of(found, line) == rule
    few = article(*TINY[:4], *above, "The ferry sails again after the storm", *FERRY, *below)
    assert not isinstance(block_of(few, line), Furniture)


def test_a_few_lines_of_a_word_above_the_text_are_no_menu() -> None:
    found = article(
        "Harbour", "Norrstad", "The ferry sails again after the storm", *FERRY[:2], "", "What now", "", *FERRY[2:4]
    )
    assert texts(found, Crosshead) == ["What now"]


def test_languages_with_bullets_above_a_text_are_no_items_though_one_is_long() -> None:
    items = ("• For readers who see little", "• English", "• Français", "• Español", "• Português")
    assert texts(page(*items, "The ferry sails again after the storm"), ListItem) == []


@pytest.mark.parametrize(
    "title",
    [
        "We no longer support the mole, say fishermen",
        "Search results for the lost boat show little",
        "Image result for the harbour: a new coat of arms",
        "Vea más allá del puente, dice el alcalde",
        "Followers of the old ferry meet on the mole",
    ],
)
def test_a_headline_that_opens_like_page_wording_stays(title: str) -> None:
    assert texts(article(title, "", *FERRY[:3]), Headline) == [title]


def test_a_sentence_on_who_is_responsible_reserves_no_rights() -> None:
    line = "Das Amt liegt in inhaltlicher Verantwortung des Landes, sagte Berg am Montag im Rathaus."
    assert line in texts(article("Die Fähre fährt wieder", "", *DE, line), Paragraph)


@pytest.mark.parametrize("heading", ["Notizblock", "Der Notizblock"])
def test_a_heading_that_names_a_notepad_takes_nothing_with_it(heading: str) -> None:
    found = article("Die Fähre fährt wieder", "", *DE, "", heading, "", *DE)
    assert len(texts(found, Paragraph)) == 4


@pytest.mark.parametrize("line", ["250000 Euro 20", "500000 Paar 12", "329999 Okt 05"])
def test_a_sum_is_no_time_of_sending(line: str) -> None:
    found = article("Die Fähre fährt wieder", "", *DE, line)
    assert all(block.rule != "furniture.wire-header" for block in found.blocks)


@pytest.mark.parametrize(
    "items",
    [
        ("* kz", "* ru", "* en"),
        ("• Қаз", "• Qaz", "• Рус"),
        ("• Boats", "• Ferries", "• Fares"),
        ("• English", "• Français", "• Español"),
    ],
)
def test_brief_bullets_above_a_headline_are_buttons(items: tuple[str, ...]) -> None:
    assert texts(page(*items, "The ferry sails again after the storm"), ListItem) == []


@pytest.mark.parametrize(
    "items",
    [
        ("- 500g flour", "- 2 eggs", "- Salt"),
        ("• Mole repaired", "• Nobody hurt", "• Fares unchanged"),
        ("- Ann Lee", "- Bo Ek"),
        ("1. Be early", "2. Be calm", "3. Be kind"),
    ],
)
def test_brief_items_below_a_headline_are_of_the_text(items: tuple[str, ...]) -> None:
    assert texts(page("The ferry sails again after the storm", *items), ListItem) == list(items)


def test_items_below_a_label_amid_the_text_stay() -> None:
    items = ("- Eleven boats lost", "- Fish hall closed")
    found = article(*MENU, "The ferry sails again after the storm", *FERRY[:2], "More:", *items, *FERRY[2:])
    assert texts(found, ListItem) == list(items)


@pytest.mark.parametrize(
    "line",
    [
        "Willkommen auf den Seiten der Geschichte, sagte der Führer und lachte.",
        "Entdecke mehr von Norrstad, rief der Mann am Kai den Gästen zu.",
        "Bewertung des Artikels 5 durch das Gericht steht noch aus, sagte sie.",
        "Ihr Browser ist veraltet, hieß es auf dem Bildschirm, und dann forderte der Anrufer Geld.",
        "Die Richter sprachen von inhaltlicher Verantwortung der Plattform für die Bilder.",
    ],
)
def test_a_sentence_that_opens_like_page_wording_stays_text_in_clean_copy(line: str) -> None:
    assert line in texts(article("Die Fähre fährt wieder", "", DE[0], line, DE[1]), Paragraph)


@pytest.mark.parametrize("line", ["法院裁定,報社不得轉載他的照片。", "他說,非經授權使用他人作品就是侵權,法院會嚴懲。"])
def test_a_sentence_about_rights_reserves_none(line: str) -> None:
    assert line in texts(article("港口重新開放", "", TW, TW, line), Paragraph)


NOTICES = (
    STORED,
    "We use reCAPTCHA on this page to keep robots from its forms, and what Google does with it is told below here.",
    "To read on please allow JavaScript in the settings of your browser and then load the page once more from here.",
    "Comments on this page are checked by Akismet, and what it does with your words is told on a page of its own.",
)
SAID, RAINED, SHONE = (
    [f"{one} {more}" for one in FERRY] for more in ("So it was said.", "Then it rained.", "Then the sun came out.")
)
TITLE = "The ferry sails again after the storm"


@pytest.mark.parametrize(
    "lines",
    [
        (*NOTICES[:2], TITLE, *FERRY),
        (TITLE, *FERRY, *NOTICES[:2]),
        (NOTICES[0], TITLE, *FERRY, NOTICES[1], NOTICES[2]),
    ],
)
def test_notices_in_a_row_at_either_end_of_a_page_are_page_wording(lines: tuple[str, ...]) -> None:
    found = article(*MENU, *lines)
    assert texts(found, Paragraph) == list(FERRY)
    assert {rule_of(found, line) for line in lines if line in NOTICES} == {"furniture.notice"}


@pytest.mark.parametrize(
    "lines",
    [
        (TITLE, "", *NOTICES, *FERRY),  # more than a page shows
        (TITLE, "", *FERRY, *NOTICES),
        (TITLE, "", FERRY[0], NOTICES[0]),  # hardly any text beside it
        (TITLE, "", *FERRY[:2], NOTICES[0]),
        (TITLE, FERRY[0], NOTICES[0], *FERRY[1:]),  # amid the text
        (TITLE, *FERRY[:4], NOTICES[0], FERRY[4]),
        (TITLE, *FERRY, *SAID, NOTICES[0], *FERRY),
    ],
)
def test_a_text_that_tells_of_such_things_keeps_its_sentences(lines: tuple[str, ...]) -> None:
    found = article(*MENU, *lines)
    assert all(line in texts(found, Paragraph) for line in lines if line in NOTICES)


def test_a_last_paragraph_on_what_the_middle_of_a_text_tells_of_is_no_notice() -> None:
    found = article(*MENU, TITLE, "", *FERRY, *SAID, *NOTICES[1:], *RAINED, *SHONE, NOTICES[0])
    assert texts(found, Paragraph)[-1] == NOTICES[0]
    assert all(block.rule != "furniture.notice" for block in found.blocks)


@pytest.mark.parametrize(
    "items",
    [
        ("• Share.", "• Mole open."),
        ("• Share", "• Eleven boats of the sound were lost", "• Fish hall of the town closed for good"),
    ],
)
def test_sentences_and_long_items_beside_a_button_are_of_the_text(items: tuple[str, ...]) -> None:
    assert texts(page(TITLE, *items), ListItem)[-1] == items[-1]


@pytest.mark.parametrize(
    "lines", [(*FERRY[:2], "• Share", "• Mole", "• Crane", *FERRY[2:]), (*FERRY, "• Share", "• Mole", "• Crane")]
)
def test_brief_items_amid_and_below_a_text_stay_items(lines: tuple[str, ...]) -> None:
    assert texts(article(*MENU, TITLE, *lines), ListItem)[-2:] == ["• Mole", "• Crane"]


def test_numbered_items_are_no_buttons() -> None:
    items = ("1. Boats", "2. Fares", "3. Mole")
    assert texts(page(*items, TITLE), ListItem) == list(items)


def test_sentences_with_bullets_below_a_label_of_links_are_items() -> None:
    items = ("• The ferry sails on Friday.", "• The mole is open.")
    assert texts(article(*MENU, TITLE, *FERRY, "Related articles", *items), ListItem) == list(items)


RO = (
    "Feribotul a plecat miercuri din portul vechi cu patruzeci de pasageri la bord, după două săptămâni de furtună.",
    "Căpitanul portului spune că digul va fi reparat până la sfârșitul lunii, iar biletele rămân la același preț.",
    "Pescarii au cerut primăriei să amâne lucrările până după sezonul de hering, care se încheie în noiembrie.",
)


@pytest.mark.parametrize(
    "label", ["Citeşte şi:", "Citește și:", "Citeste si:", "Mai puteţi citi:", "Vezi şi", "Mai multe pentru tine:"]
)
def test_romanian_labels_of_links_may_have_commas_cedillas_or_no_marks(label: str) -> None:
    found = article("Feribotul pleacă din nou", "", *RO[:2], label, *RO[2:])
    assert isinstance(block_of(found, label), Furniture)


@pytest.mark.parametrize(
    "line",
    ["Citești și singur", "Cititorii și marea", "Puteți citi digul", "Sivi valovi", "Mai multe bărci"],
)
def test_romanian_headings_that_open_alike_are_none(line: str) -> None:
    found = article("Feribotul pleacă din nou", "", *RO[:2], "", line, "", *RO[2:])
    assert not isinstance(block_of(found, line), Furniture)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (FERRY, "The moderation of comments is automated and nobody at the harbour reads them first."),
        (FERRY, "Want to comment on our stories or meet other readers? " + "Join the harbour club and say it. " * 5),
        (DE, "Zum Kommentieren bitte zuerst anmelden."),
        (DE, "Weitere Fotos auf Seite 11."),
        (PL, "Komentować mogą tylko zalogowani czytelnicy portu."),
        ((KO, KO), "댓글 첫 댓글을 작성해보세요"),
        ((KO, KO), "기사 주소가 복사되었습니다."),
        ((KO, KO), "※ 영상이 나오지 않으면 새 판을 설치해 주시기 바랍니다."),
        ((BN, BN), "মন্তব্য করতে লগইন করুন।"),
        (RO, "Text publicat iniţial în Gazeta Portului de Nord."),
        ((JA, JA), "コメントを投稿するには会員登録が必要です。"),
    ],
)
def test_notes_on_comments_accounts_and_first_prints_are_page_wording(text: tuple[str, ...], line: str) -> None:
    found = article(*MENU, text[0][:20], "", *text, line.strip())
    assert isinstance(block_of(found, line.strip()), Furniture)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (FERRY, "Comments from the harbour office were not to be had on Monday, for nobody was there."),
        (FERRY, "The story of the mole was first published in 1921 and has been in print since then."),
        (DE, "Das Kommentieren der Pläne überließ der Bürgermeister am Montag seinen Räten."),
        (DE, "Weitere Fotos auf den Fluren zeigen die Mole, wie sie vor dem Sturm gewesen ist."),
        (PL, "Komentatorzy zwracają uwagę, że prom wypłynie dopiero w czwartek po południu."),
        (RO, "Textul publicat de primărie spune că feribotul pleacă la ora șase dimineața."),
    ],
)
def test_sentences_that_open_alike_stay_text(text: tuple[str, ...], line: str) -> None:
    assert line in texts(article(*MENU, text[0][:20], "", *text, line, *text), Paragraph)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright © 2019 Harbour News. All rights reserved. This website is not for readers beyond the sound.",
        "© 2021 Harbour News. All rights reserved. Ask the office before you print this text or tell it on air.",
        "© Copyright 2020 Hafenblatt. Alle Rechte vorbehalten. Die Texte gehören dem Blatt und seinen Autoren allein.",
    ],
)
def test_sentences_behind_a_reserved_right_are_none_of_the_text(line: str) -> None:
    assert line not in texts(article(*MENU, "The ferry sails again", "", *FERRY, line, *MENU), Paragraph)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law of 2019 keeps the songs of the harbour from being sung on the ferry, said the mayor on Monday.",
        "All rights reserved for the mole since 1921 went to the town when the office signed the papers on Friday.",
        "The sign ©, new in 1950, stands on each of the maps that the harbour office sold after the storm in autumn.",
    ],
)
def test_sentences_that_tell_of_rights_stay_text(line: str) -> None:
    assert line in texts(article(*MENU, "The ferry sails again", "", *FERRY[:3], line, *FERRY[3:]), Paragraph)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (FERRY, ("Published", "Updated")),
        (FERRY, ("Posted on", "Last updated:")),
        (DE, ("Veröffentlicht", "Zuletzt aktualisiert")),
        ((RU, RU), ("Опубликовано", "Обновлено")),
        (RO, ("Publicat", "Actualizat")),
        (PL, ("Opublikowano", "Aktualizacja")),
    ],
)
def test_two_labels_of_dates_that_do_not_stand_there_are_page_wording(
    text: tuple[str, ...], labels: tuple[str, str]
) -> None:
    found = article(text[0][:20], "", text[0], *labels, text[1])
    assert {rule_of(found, label) for label in labels} <= {"furniture.time", "furniture.phrase"}


@pytest.mark.parametrize(
    "lines", [("Updated",), ("Updated", "The mole"), ("Updated", "Updated rules"), ("Published", "")]
)
def test_one_such_label_amid_the_text_waits_for_no_date(lines: tuple[str, ...]) -> None:
    found = article("The ferry sails again", "", *FERRY[:2], *lines, *FERRY[2:])
    assert rule_of(found, lines[0]) != "furniture.time"


@pytest.mark.parametrize(
    ("line", "together"),
    [
        ("Harbour newsOld moleFerry timesStorm in autumn", True),
        ("PoliticsEconomyHealthWeather", True),
        ("Alte MoleFährplanHafenamtSturm im Herbst", True),
        ("On YouTube, PayPal, LinkedIn and WhatsApp", False),
        ("Ann McDonald, Leonardo DiCaprio and Bo MacLeod", False),
        ("Harbour newsOld mole", False),
        ("He learned JavaScript and loves PowerPoint and CorelDraw.", False),
    ],
)
def test_keywords_that_run_together_below_the_text_are_page_wording(line: str, together: bool) -> None:
    found = article("The ferry sails again after the storm", "", *FERRY, line)
    notes = [evidence.note for evidence in block_of(found, line).evidence]
    assert ("keywords that run together" in notes) is together


@pytest.mark.parametrize(
    "line", ["ann.lee@harbour.example", "a_lee@mail.harbour.example", "ann+lee@harbour.co.example"]
)
def test_an_address_alone_above_the_text_is_none_of_it(line: str) -> None:
    found = article("The ferry sails again after the storm", "Ann Lee", line, "", *FERRY)
    assert rule_of(found, line) == "furniture.link"
    assert "Ann Lee" in str(found.authors)


@pytest.mark.parametrize("line", ["Write to ann.lee@harbour.example", "ann.lee@harbour", "Ann@Lee"])
def test_other_lines_with_such_a_sign_are_no_address(line: str) -> None:
    found = article("The ferry sails again after the storm", "Ann Lee", line, "", *FERRY)
    assert rule_of(found, line) != "furniture.link"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (FERRY, "Support independent journalism with a gift to the harbour news."),
        (FERRY, "If you value our reports from the harbour, give us a coin a month."),
        (DE, "Unterstützen Sie unsere Arbeit mit einem Abo des Hafenblatts."),
        (PL, "Wesprzyj nas, abyśmy mogli dalej pisać o porcie."),
        ((RU, RU), "Поддержите нашу редакцию, чтобы мы писали о порте."),
        (RO, "Susţine jurnalismul independent din port."),
    ],
)
def test_requests_for_money_are_page_wording(text: tuple[str, ...], line: str) -> None:
    assert line not in texts(article(*MENU, text[0][:20], "", *text, line), Paragraph)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (FERRY, "Support for independent journalism was what the harbour office had in mind on Monday."),
        (FERRY, "Your support for the mole means much to us, the mayor told the two classes on board."),
        (DE, "Unterstützung für die Arbeit an der Mole versprach am Montag auch der Bürgermeister."),
        (PL, "Wesprzeć rybaków chce zarząd portu, który w poniedziałek ogłosił swoje plany."),
    ],
)
def test_sentences_on_support_stay_text(text: tuple[str, ...], line: str) -> None:
    assert line in texts(article(*MENU, text[0][:20], "", *text, line, *text), Paragraph)


SAID = ("They will be let go before the tide turns, as every year. Who buys all that copper?", "Well said, my friend.")


@pytest.mark.parametrize(
    "lines",
    [
        ("(NAN)", "• bo_larmor", SAID[0]),
        ("Comments", "• @harbourfan", SAID[0], "• @ann.lee", SAID[1]),
        ("Comments", "• sea_dog77", SAID[0], "• gull@sea", SAID[1]),
        ("Share", "- @harbourfan", SAID[0]),
        ("Comments", "▪ @mole_1921", SAID[1]),
        (*MENU, "A", "• @ann.lee", SAID[0], "• @bo", SAID[1], "• @mole_1921", "That is so."),
    ],
)
def test_what_readers_say_below_the_text_is_none_of_it(lines: tuple[str, ...]) -> None:
    found = article("The ferry sails again after the storm", "By Ann Lee", "", *FERRY, "", *lines)
    assert texts(found, Paragraph) == list(FERRY)


@pytest.mark.parametrize(
    "lines",
    [
        ("• Norrstad", SAID[0]),
        ("• @harbourfan", SAID[0], FERRY[4]),
        ("• 1921", SAID[0]),
        ("@harbourfan", SAID[0]),
        ("• Larmor and sea_dog", SAID[0]),
        ("• @harbourfan", SAID[0], "• @ann.lee", SAID[1]),
        ("• max_speed", SAID[0], "• min_depth", SAID[1], "• other_name", SAID[1]),
    ],
)
def test_text_below_an_item_is_no_comment(lines: tuple[str, ...]) -> None:
    found = article("The ferry sails again after the storm", "By Ann Lee", "", *FERRY[:4], "", *lines)
    assert SAID[0] in texts(found, Paragraph)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (FERRY, "No more pages to load."),
        ((RU, RU), "Вам может быть интересно: паром вышел из старого порта"),
        ((KO, KO), "삭제한 댓글은 다시 볼 수 없습니다."),
        ((TW, TW), "感謝您訂閱港口新聞,每天掌握碼頭脈動!"),
        ((JA, JA), "提供社の都合により、記事は削除されました。"),
        (RO, "Află primul ce se întâmplă în portul vechi!"),
    ],
)
def test_what_else_a_page_tells_its_readers_is_none_of_the_text(text: tuple[str, ...], line: str) -> None:
    assert line not in texts(article(*MENU, text[0][:20], "", *text, line), Paragraph)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (FERRY, "No more boats are to sail from the old mole before the spring, said the harbour office."),
        ((RU, RU), "Вам нужно купить билет до понедельника, сообщило управление порта пассажирам."),
        (RO, "Află primarul abia luni ce se întâmplă cu digul, spune căpitanul portului."),
        (DE, "Restlos informiert fühlte sich am Montag niemand, sagte die Sprecherin des Hafenamtes."),
    ],
)
def test_what_a_text_tells_with_like_words_stays(text: tuple[str, ...], line: str) -> None:
    assert line in texts(article(*MENU, text[0][:20], "", *text, line, *text), Paragraph)


@pytest.mark.parametrize("line", ["t.co/aB3dEf", "pic.twitter.com/aB3dEf", "pic.x.com/aB3dEf"])
def test_the_address_of_what_a_post_shows_is_a_link(line: str) -> None:
    assert rule_of(page(line), line) == "furniture.link"


def test_beginnings_of_page_wording_open_a_paragraph_of_clean_copy() -> None:
    line = "Want to comment on our stories or meet other readers? " + "Join the harbour club and say it. " * 5
    assert not isinstance(block_of(article("The harbour club", *FERRY, line.strip()), line.strip()), Furniture)
