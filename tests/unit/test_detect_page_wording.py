# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Page wording amid the text, headings of boxes and notices at the end, and what only looks like them."""

from __future__ import annotations

import pytest
from tests.support.detection import FERRY, MENU, article

from docforge.model import Block, Caption, Crosshead, Furniture, Kicker, Paragraph, Tagline

TITLE = "The ferry sails again after the storm"
A = "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
B = "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain."
C = "Passengers who had bought a ticket for the missing days can have their money back until the end of the month."
DE_TITLE = "Fähre fährt nach dem Sturm wieder"
DE = "Die Hafenbehörde teilte am Montag mit, dass die Fähre wieder fährt, drei Wochen nachdem der Sturm die Mole zerstört hatte."
DE_MORE = "Zwei Schlepper und ein Kran waren seither im Einsatz, und die letzten Steine wurden am Freitagabend im Regen gelegt."


def block(text: str, *lines: str) -> Block:
    """Return the block that holds *text*."""
    return next(one for one in article(*lines).blocks if text in one.text)


@pytest.mark.parametrize(
    "line",
    [
        "👉 Lesen Sie auch: Hafenkran wird teurer",
        "➡️ Mehr zum Thema",
        "🔔 Newsletter abonnieren",
        "Mehr zum Thema ⬇️",
        "✅ Clique aqui para seguir o canal no WhatsApp",
        "📲 Participe do canal no Telegram",
        "👉🏽 Read also",
        "Jetzt unseren WhatsApp-Kanal abonnieren",
        "Hier unseren Newsletter abonnieren",
        "Join us on WhatsApp",
        "Notre chaîne WhatsApp",
        "Nuestro canal de WhatsApp",
        "Entra nel nostro canale WhatsApp",
        "Participe do nosso canal",
        "Word lid van ons WhatsApp-kanaal",
        "WhatsApp kanalımızı takip edin",
    ],
)
def test_page_wording_behind_emoji_and_links_to_channels(line: str) -> None:
    assert isinstance(block(line, DE_TITLE, DE, line, DE_MORE, DE), Furniture)


@pytest.mark.parametrize("line", ["📌 Der Kran am Hafen", "Jetzt wird gebaut", "Kanal wieder offen", "⚓ Neue Fähre"])
def test_headings_behind_emoji_or_with_such_words_stay(line: str) -> None:
    assert isinstance(block(line, DE_TITLE, DE, line, DE_MORE, DE), Crosshead)


@pytest.mark.parametrize(
    ("label", "link"),
    [
        ("Read More", "Former club secretary jailed for theft of lotto money"),
        ("Read next", "Who runs the club lotto?"),
        ("Read more:", "Harbour ferry: who pays for the mole?"),
        ("Related", "Crane fell on quay"),
        ("Passend dazu", "Wie sicher sind unsere Dörfer?"),
        ("Auch interessant", "Einbrecher in Weststadt gefasst"),
        ("По теме", "Кто заплатит за новый мол в порту"),
        ("İlgili haberler", "Limanın yeni vinci gecikti"),
    ],
)
def test_the_link_below_a_label_belongs_to_the_page(label: str, link: str) -> None:
    lines = (TITLE, A, B, label, link, C, A, B)
    assert isinstance(block(label, *lines), Furniture)
    assert isinstance(block(link, *lines), Furniture)


def test_a_heading_below_the_link_or_below_a_button_stays() -> None:
    heading = "The ferry and the mole"
    link = "Former club secretary jailed for theft"
    assert isinstance(block(heading, TITLE, A, B, "Read more", link, heading, C, A), Crosshead)
    assert isinstance(block(heading, TITLE, A, B, "Share", heading, C, A), Crosshead)


def test_the_date_of_the_text_below_a_label_stays() -> None:
    teaser = "Der Hafen soll mehr Geld bekommen, wie die Fraktion am Montag mitteilte, doch der Stadtrat zögert noch."
    lines = (teaser, "Zurück zur Übersicht", "22.05.2014 - Gemeinde/ Stadt", DE_TITLE, DE, DE_MORE)
    assert article(*lines).published is not None


def test_text_below_a_label_stays() -> None:
    assert isinstance(block(B, TITLE, A, "Read more", B, C), Paragraph)


@pytest.mark.parametrize("line", ["Zur Person", "Zum Thema", "Hintergrund", "Kurz erklärt", "Zur Sache:"])
def test_headings_of_boxes_above_running_text(line: str) -> None:
    assert isinstance(block(line, DE_TITLE, DE, DE_MORE, line, DE, DE_MORE), Crosshead)
    page = ("Startseite", "Politik", "Suche", DE_TITLE, DE, DE_MORE, line, DE, DE_MORE, "Impressum", "Datenschutz")
    assert isinstance(block(line, *page), Crosshead)


@pytest.mark.parametrize("line", ["Zur Person", "Zum Thema", "Kurz erklärt"])
def test_headings_of_boxes_above_links_or_above_the_text_are_page_wording(line: str) -> None:
    links = ("Kran bleibt im Hafen", "Lotsen fordern mehr Geld")
    assert isinstance(block(line, DE_TITLE, DE, DE_MORE, line, *links), Furniture)
    assert isinstance(block(line, line, DE_TITLE, DE, DE_MORE), Furniture)


@pytest.mark.parametrize(
    "line", ["3 min Lesezeit", "Lesezeit: 2 Minuten", "3 min read", "2 minutes de lecture", "Artikel teilen"]
)
def test_the_reading_time_and_buttons_beside_a_credit_are_no_captions(line: str) -> None:
    assert isinstance(block(line, DE_TITLE, "Von Anna Vik", line, "Foto: Imago/Ralf Lund", DE, DE_MORE), Furniture)


def test_what_a_picture_shows_beside_its_credit_is_a_caption() -> None:
    line = "Die Fähre liegt am neuen Anleger"
    assert isinstance(block(line, DE_TITLE, "Von Anna Vik", line, "Foto: Imago/Ralf Lund", DE, DE_MORE), Caption)


@pytest.mark.parametrize(
    "line",
    [
        "Fehler gefunden? Jetzt melden.",
        "Vous avez trouvé une erreur?Merci de nous la signaler.",
        "Spotted an error? Let us know.",
        "¿Has encontrado un error? Avísanos.",
        "Dieses Thema im Programm: Hafenradio Norrstad | 02. April 2025 | 12:30 Uhr",
    ],
)
def test_notices_at_the_end_belong_to_the_page(line: str) -> None:
    assert isinstance(block(line, TITLE, A, B, C, line), Furniture)


@pytest.mark.parametrize(
    "line",
    [
        "Contact Ann Straub at a.straub@harbour.example or 555-0142.",
        "—Contact Ann Straub at a.straub@harbour.example.",
        "Reach Ann Straub at astraub@harbour.example.",
        "Ann Straub can be reached at astraub@harbour.example",
        "Ann Straub is a reporter at the Harbour Post. Email her at astraub@harbour.example.",
        "Follow Ann Straub on X @annstraub.",
        "(Schluss) kle/mhs",
        "HRN (Ann Straub, Tom Reed)",
        "HRN",
    ],
)
def test_signatures_and_addresses_of_authors_close_the_text(line: str) -> None:
    assert isinstance(block(line, TITLE, "By Ann Straub", A, B, C, line), Tagline)


@pytest.mark.parametrize(
    "line",
    [
        "Contact the harbour office at port@harbour.example to get your money back this week.",
        "She could be reached only by ship for three weeks, and nobody wrote to her from the office.",
        "The note that was found says: contact us at port@harbour.example, and nobody did so until now.",
    ],
)
def test_sentences_with_addresses_or_such_words_are_text(line: str) -> None:
    assert isinstance(block(line, TITLE, "By Ann Straub", A, B, C, line), Paragraph)


@pytest.mark.parametrize("line", ["HRN", "HRN (Ann Straub, Tom Reed)"])
def test_capitals_amid_the_text_sign_nothing(line: str) -> None:
    assert not isinstance(block(line, TITLE, A, B, line, C, A), Tagline)


def test_only_the_line_right_above_the_headline_is_its_kicker() -> None:
    lines = ("Nachrichten", "Westland", "Verkehr in Norrstad", "Stadtrat stoppt Straße", "Von Anna Vik", "5. März 2024")
    found = article(*lines, DE, DE_MORE)
    assert found.headline == "Stadtrat stoppt Straße"
    assert [one.text for one in found.blocks if isinstance(one, Kicker)] == ["Verkehr in Norrstad"]


def test_a_kicker_with_nothing_between_it_and_the_headline_stays() -> None:
    found = article("Westland", DE_TITLE, "Von Anna Vik", "5. März 2024", DE, DE_MORE)
    assert [one.text for one in found.blocks if isinstance(one, Kicker)] == ["Westland"]


JA = "海港工業は5日、新型の港湾クレーンを来月から発売すると発表した。全国の港に向けて年間百台の販売を見込んでいる。"
JA_MORE = "同社は今後、海外の港にも販売を広げる方針だという。担当者は、来年には二百台を目指すと話している。"


def test_a_sign_no_line_beside_has_marks_a_heading() -> None:
    page = ("ホーム", "シェア", "印刷", "海港工業、新型クレーンを発売", JA)
    assert isinstance(block("特長", *page, "■製品の特長", "・従来より三割軽い", "・電気だけで動く", JA_MORE), Crosshead)
    rows = ("■製品の特長", "■販売の予定", "■会社の概要")
    assert not isinstance(block("販売の予定", *page, JA_MORE, *rows, "関連記事", "人気記事"), Crosshead)


@pytest.mark.parametrize(
    ("line", "title", "text"),
    [
        (
            "প্রচ্ছদ",
            "ফেরি চলাচল আবার শুরু হচ্ছে",
            "বন্দর কর্তৃপক্ষ সোমবার জানিয়েছে, ঝড়ে ভেঙে যাওয়া ঘাট মেরামতের তিন সপ্তাহ পর ফেরি চলাচল আবার শুরু হবে।",
        ),
        (
            "ראשי",
            "המעבורת חוזרת להפליג",
            "רשות הנמל הודיעה ביום שני כי המעבורת תשוב להפליג, שלושה שבועות לאחר שהסערה שברה את המזח.",
        ),
        (
            "الصفحة الرئيسية",
            "العبارة تعود إلى الإبحار بعد العاصفة",
            "أعلنت سلطة الميناء يوم الاثنين أن العبارة ستعود إلى الإبحار بعد ثلاثة أسابيع من العاصفة التي حطمت الرصيف.",
        ),
        (
            "صفحه نخست",
            "قایق پس از توفان بازمی‌گردد",
            "اداره بندر روز دوشنبه اعلام کرد که قایق سه هفته پس از توفانی که اسکله را شکست دوباره به راه می‌افتد.",
        ),
        (
            "მთავარი გვერდი",
            "ბორანი ქარიშხლის შემდეგ ბრუნდება",
            "ნავსადგურის სამსახურმა ორშაბათს განაცხადა, რომ ბორანი ქარიშხლიდან სამი კვირის შემდეგ კვლავ გავა ზღვაში.",
        ),
    ],
)
def test_menus_of_more_languages(line: str, title: str, text: str) -> None:
    found = article(line, title, text, text[:-1] + " (2).")
    assert isinstance(found.blocks[0], Furniture)
    assert found.headline == title


@pytest.mark.parametrize(
    "line",
    [
        "Nächste Vorherige",
        "Weiterempfehlen Drucken",
        "Diese Seite drucken Diese Seite per E-Mail verschicken.",
        "Dein Browser kann dieses Video nicht abspielen.",
        "Slideshow (15 images)",
        "Share Adjust Comment Print",
        "Share All sharing options for: The ferry sails again",
        "Lien copié dans le presse-papier",
        "Tautan disalin",
        "Skopiowano link",
        "Stampa questa pagina",
    ],
)
def test_buttons_of_pages_are_neither_headlines_nor_names(line: str) -> None:
    found = article("Share", line, TITLE, "5 March 2024", A, B, line, C, A)
    assert {one.KIND for one in found.blocks if one.text == line} == {"furniture"}
    assert [one.text for one in found.blocks if one.KIND == "headline"] == [TITLE]


@pytest.mark.parametrize(
    "line",
    [
        "Follow Ann Lee on Twitter.",
        "Please follow The Old Mole on Twitter and Facebook.",
        "Folgen Sie dem Hafenamt auf Facebook",
        "Sigue a Ana Ruiz en Twitter",
        "Suivez le port sur Instagram.",
        "Segui il porto su Facebook",
    ],
)
def test_where_somebody_is_followed_is_page_wording(line: str) -> None:
    assert isinstance(block(line, TITLE, A, B, C, line), Furniture)


@pytest.mark.parametrize(
    "line",
    [
        "Die nächste Fähre kommt bestimmt",
        "Diese Seite des Hafens kennt keiner",
        "Slideshow of the old harbour opens",
        "Adjust the lamp before you go",
    ],
)
def test_headings_with_words_of_buttons_stay(line: str) -> None:
    assert isinstance(block(line, DE_TITLE, DE, DE_MORE, line, DE, DE_MORE), Crosshead)


def test_the_link_below_explore_further_belongs_to_the_page() -> None:
    link = "Mole of the old port may have been simpler than thought"
    assert isinstance(block(link, "Share", TITLE, "5 March 2024", A, B, C, "Explore further", link, A, B), Furniture)


@pytest.mark.parametrize(
    "line",
    [
        "Follow-up talks on the ferry will be held on Facebook.",
        "Those who follow the mayor do so on Twitter.",
        "He follows nobody on Twitter, and nobody follows him.",
        "Follow the money, said the mayor of the old port.",
    ],
)
def test_sentences_about_followers_are_text(line: str) -> None:
    assert isinstance(block(line, TITLE, A, line, B, C), Paragraph)


@pytest.mark.parametrize(
    ("label", "link"),
    [
        ("เรื่องที่เกี่ยวข้อง", "เรือข้ามฟากลำเก่าจอดอยู่ที่ท่าเรือเหนือมานาน 12 วัน"),
        ("Saistītie raksti", "Prāmis vēl trīs nedēļas stāvēs vecajā ostā pie mola"),
        ("Powiązane artykuły", "Prom jeszcze trzy tygodnie postoi przy starym molo"),
        ("Articole similare", "Feribotul va sta încă trei săptămâni la vechiul dig"),
        ("Tin liên quan", "Chuyến phà cũ sẽ nằm thêm ba tuần ở cảng phía bắc"),
        ("Berita terkait", "Feri lama akan tinggal tiga minggu lagi di pelabuhan"),
    ],
)
def test_links_below_their_label_head_nothing_in_more_languages(label: str, link: str) -> None:
    found = article("Menu", TITLE, A, B, label, link, C, A)
    assert link not in [part.text for part in found.blocks if isinstance(part, Crosshead | Paragraph)]


@pytest.mark.parametrize("line", ["Related: a family of ferries", "Articole", "Berita"])
def test_headings_that_are_no_labels_of_links_stay(line: str) -> None:
    assert not isinstance(block(line, TITLE, A, B, line, C, A), Kicker)


def test_a_video_with_its_running_time_credits_nobody() -> None:
    line = "Video: The Gazette: Old ferry sails again for an hour 0:56 | 18117 views"
    found = article("Menu", TITLE, line, A, B, C)
    assert isinstance(block(line[:30], "Menu", TITLE, line, A, B, C), Furniture)
    assert [part for part in found.blocks if isinstance(part, Caption)] == []


@pytest.mark.parametrize(
    "line",
    [
        "This article was first published in the Norrstad Post.",
        "This story first appeared in the Harbour Gazette on Monday.",
        "This article is republished from The Harbour Review under a Creative Commons licence.",
        "Reprinted with permission of the Norrstad Post.",
    ],
)
def test_where_an_article_stood_first_belongs_to_the_page(line: str) -> None:
    assert isinstance(block(line, TITLE, A, B, C, line), Furniture)


@pytest.mark.parametrize(
    "line",
    [
        "This article was the first to name the owner of the ferry, the mayor said.",
        "This story is not over, said the mayor of the old port on Monday.",
    ],
)
def test_sentences_about_articles_are_text(line: str) -> None:
    assert isinstance(block(line, TITLE, A, B, line, C), Paragraph)


@pytest.mark.parametrize(
    "label",
    ["Paid partner content", "Bezahlter Inhalt", "Contenu partenaire", "Contenido patrocinado", "Materiał sponsorowany", "Komerční sdělení", "Партнёрский материал", "Sponsorlu içerik", "محتوى مدفوع", "赞助内容", "記事広告", "광고성 기사"],
)  # fmt: skip
def test_a_label_of_paid_content_belongs_to_the_page_and_stands_above_clean_copy(label: str) -> None:
    assert isinstance(block(label, "Menu", "Search", "Sign in", TITLE, "14 September 2022", A, label, B, C), Furniture)
    assert isinstance(block(label, label, TITLE, "14 September 2022", A, B, C), Kicker)


@pytest.mark.parametrize("line", ["Who paid for the ferry", "A partner for the harbour", "Werbung um neue Lotsen", "Un puerto patrocinado", "Publicité pour le port", "Reklama za milion", "Реклама на причале"])  # fmt: skip
def test_headings_that_speak_of_payment_and_adverts_stay(line: str) -> None:
    assert isinstance(block(line, TITLE, A, line, B, C), Crosshead)


@pytest.mark.parametrize("line", ["Anzeige", "Anzeige 2", "Reklama 1", "Реклама", "Iklan", "Publicidad: Astilleros del Norte", "Publicité : Chantiers du Nord"])  # fmt: skip
def test_adverts_belong_to_the_page(line: str) -> None:
    assert isinstance(block(line, "Menu", "Search", "Sign in", TITLE, A, line, B, C), Furniture)


@pytest.mark.parametrize(
    "line",
    ["Note: this article is more than a month old", "Bemærk: Denne artikel er over 30 dage gammel"],
)
def test_a_notice_about_the_article_behind_a_label_is_no_headline(line: str) -> None:
    found = article(*MENU, line, "The ferry sails again after the storm", "14 September 2022", *FERRY)
    assert found.headline == "The ferry sails again after the storm"
