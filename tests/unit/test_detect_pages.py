# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a line of a page is a line)
"""Pages of publishers nobody knows: headline and deck above the text, captions, crossheads and page wording in it."""

from __future__ import annotations

import pytest

from docforge.context import Context
from docforge.detect import detect
from docforge.diagnostics import Report
from docforge.model import Article, Byline, Furniture, Headline, Subheadline
from docforge.reading import read_source

EN = """The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole of the old port.
Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain.
Passengers who had bought a ticket for the missing days can have their money back until the end of the month.
The office expects the first boat at half past six in the morning, with the mayor and two school classes on board."""
DE = """Das Hafenamt teilte am Montag mit, dass die Fähre wieder fährt, drei Wochen nachdem der Sturm die Mole des alten Hafens zerstört hatte.
Zwei Schlepper und ein Kran waren seither im Einsatz, die letzten Steine wurden am Freitagabend bei Regen gesetzt.
Wer für die ausgefallenen Tage schon eine Karte hatte, bekommt sein Geld bis zum Ende des Monats zurück.
Das Amt erwartet das erste Schiff um halb sieben am Morgen, mit der Bürgermeisterin und zwei Schulklassen an Bord."""
ES = """La oficina del puerto anunció el lunes que el transbordador vuelve a navegar, tres semanas después de que la tormenta rompiera el muelle.
Dos remolcadores y una grúa han trabajado desde entonces, y las últimas piedras se colocaron el viernes por la tarde bajo la lluvia.
Quienes tenían un billete para los días perdidos pueden pedir su dinero hasta el final del mes, dijo la alcaldesa.
La oficina espera el primer barco a las seis y media de la mañana, con la alcaldesa y dos clases de la escuela a bordo."""
JA = """港湾事務所は月曜日、嵐で壊れた旧港の防波堤の修理が終わり、3週間ぶりに連絡船の運航を再開すると発表した。
その間、2隻の引き船と1台のクレーンが作業を続け、最後の石は金曜日の夕方、雨の中で積まれたという。
欠航した日の切符を持っている乗客は、月末まで払い戻しを受けられると事務所の担当者は話している。
最初の船は朝6時半に出港し、町長と小学校の2つの学級が乗り込む予定だと事務所は説明している。"""

RU_RUN = """Двести бегунов приняли участие в воскресном забеге в порту, больше чем когда-либо, сообщил клуб в понедельник.
Следующий забег состоится в мае. Записаться можно с января в бюро клуба в старом порту, сказали организаторы."""


def page(*parts: str) -> Article:
    """Return what detection makes of the lines of *parts*."""
    report = Report()
    text = "\n\n".join(line for part in parts for line in part.split("\n"))
    return detect(read_source(text, context=Context(), report=report), report=report)


def above(article: Article) -> tuple[str | None, str | None]:
    """Return the text of the headline and of the deck."""
    found = (article.first(Headline), article.first(Subheadline))
    first, second = [block and block.span.of(article.text) for block in found]
    return first, second


@pytest.mark.parametrize(
    ("top", "headline", "deck", "body"),
    [
        pytest.param(
            "Share\n{}\n{}\nBy Ann Lee\n14 September 2022", "Ferry back after three weeks",
            "The mole of the old port stands again, and the money for missed days is paid back until the end of the month", EN,
            id="en: a short headline, a longer line without a full stop, a byline",
        ),
        pytest.param(
            "Nachrichten\n{}\n{}\nVon Ole Sievers", "Die Fähre fährt wieder", "Das Geld für Karten gibt es am Schalter zurück", DE,
            id="de: kicker, headline, deck, byline",
        ),
        pytest.param(
            "Startseite\n{}\n{}\n12.09.2022, 17.45 Uhr", "Die Fähre fährt wieder in den Sund",
            "Drei Wochen nach dem Sturm ist die Mole des alten Hafens repariert, das Geld für Karten gibt es zurück", DE,
            id="de: the date right below",
        ),
        pytest.param(
            "Compartir\n{}\n{}\n31 de marzo de 2016\nMarta Ríos", "El puerto recupera su transbordador",
            "Dos remolcadores y una grúa han trabajado tres semanas en el muelle que rompió la tormenta", ES,
            id="es: date and name below",
        ),
        pytest.param(
            "{}\n{}", "旧港の連絡船、3週間ぶりに運航再開",
            "嵐で壊れた防波堤の修理が終了！欠航した日の切符は月末まで払い戻し、最初の船には町長と小学校の学級も乗り込む予定", JA,
            id="ja: clean copy, no full stop in either",
        ),
        pytest.param(
            "Harbour\nFriday 16 September 2022\n{}\n{}\nBy Tom Reed\nShare", "Harbour ferry sails again",
            "Three weeks after the storm the mole of the old port is whole and the crane and both tugs have left", EN,
            id="en: four words above a line too wide for a headline",
        ),
        pytest.param(
            "Share\n{}\n{}\nBy Ann Lee\nRelated", "Here Sails Harbour's Old Ferry",
            "A new mole, two tugs and a crane bring the ferry back to the old port, and the money for missed days as well", EN,
            id="en: a headline in title case that could be a list of names",
        ),
        pytest.param(
            "Share\n{}\n{}\nBy Ann Lee\n14 September 2022", "Harbour engineers explain the ferry's wait",
            '"The last stones were laid in the rain."', EN,
            id="en: one sentence in quotation marks below",
        ),
    ],
)  # fmt: skip
def test_a_longer_line_below_a_short_headline_is_its_deck(top: str, headline: str, deck: str, body: str) -> None:
    assert above(page(top.format(headline, deck), body)) == (headline, deck)


@pytest.mark.parametrize(
    ("top", "headline", "body"),
    [
        pytest.param("After the storm\nFerry to the old port sails again, harbour office says on Monday\nBy Ann Lee",
                     "Ferry to the old port sails again, harbour office says on Monday", EN, id="a kicker of three words"),
        pytest.param("Nach dem Sturm\nHafenamt: Die Fähre fährt wieder, die letzten Steine der Mole sind gesetzt\n12.09.2022",
                     "Hafenamt: Die Fähre fährt wieder, die letzten Steine der Mole sind gesetzt", DE, id="a German kicker"),
        pytest.param("Home News Sound ferry sails again on Monday\nSound ferry sails again on Monday\nBy Ann Lee",
                     "Sound ferry sails again on Monday", EN, id="a breadcrumb that ends with the headline"),
        pytest.param("Sound ferry sails again on Monday\nThe sound: Sound ferry sails again on Monday\nShare\nBy Ann Lee",
                     "The sound: Sound ferry sails again on Monday", EN, id="a line that the next one repeats"),
        pytest.param("Share\nGolden apples win the autumn prize\nFerry sails again three weeks after the storm broke the mole of the old port\nBy Ann Lee",
                     "Ferry sails again three weeks after the storm broke the mole of the old port", EN, id="a link to another story: the text repeats none of its words"),
        pytest.param(
            "New! Order our free letters on ships and sea.\nFerry back on the old route after the autumn storm\nBy Ann Lee", "Ferry back on the old route after the autumn storm", EN,
            id="en: a sentence that invites",
        ),
    ],
)  # fmt: skip
def test_a_line_above_the_headline_leaves_it_the_headline(top: str, headline: str, body: str) -> None:
    assert above(page(top, body))[0] == headline


STORY = EN.split("\n")
LONG = """The harbour office of the island said on Monday in the town hall that the ferry between the old port and the mainland will sail again, three weeks after the autumn storm broke the mole.
Two tugs and a crane have been at work there since the second of the month, and the last of the stones were laid on Friday evening in the rain, said the engineer who led the work.
Whoever had bought a ticket for one of the missing days can have the money back until the end of the month, at the counter of the office or by letter to the company."""


@pytest.mark.parametrize(
    ("title", "deck", "body"),
    [
        pytest.param("Ferry to the old port sails again", "Three weeks after the autumn storm the harbour office lets the ferry between island and mainland sail again, with the mole still wet from the crane.", LONG, id="en: the lead tells the deck again"),
        pytest.param("Zurück auf See", "Drei Wochen nach dem Sturm fährt die Fähre des Hafenamts wieder, die Mole im alten Hafen ist repariert.", DE, id="de"),
        pytest.param("De vuelta al mar", "Tres semanas después de la tormenta el transbordador vuelve a navegar, anunció la oficina del puerto el lunes por la mañana.", ES, id="es"),
        pytest.param("Mole stands", "The harbour office said the ferry would sail again on Monday, three weeks after the storm broke the mole.", EN, id="en: as wide as the lead"),
        pytest.param("Island gets its ferry back", "The storm that broke the mole three weeks ago is over for the ferry: the harbour office lets it sail again on Monday.", EN, id="en: other order"),
    ],
)  # fmt: skip
def test_what_the_lead_tells_again_is_the_deck(title: str, deck: str, body: str) -> None:
    assert above(page(title, deck, body)) == (title, deck)


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        pytest.param("Harbour council elects engineer Lindqvist as chair", "The harbour council on Monday elected the engineer Maria Lindqvist as its chair.", id="the lead tells the headline"),
        pytest.param("Storm closes harbour of the island for a week", "A storm has closed the harbour of the island for a week.", id="word for word"),
        pytest.param("Lighthouse keeper Ivan Morrow dies aged ninety", "The lighthouse keeper Ivan Morrow has died, aged ninety, his family said.", id="an obituary"),
        pytest.param("Island school receives prize for garden", "The island school has received a prize for the garden behind the church.", id="a prize"),
        pytest.param("Third emergency landing within three weeks", "For the third time within three weeks an aircraft made an emergency landing on the island.", id="in another order"),
        pytest.param("Полицейские задержали угонщика автобуса", "Полиция задержала мужчину, который угнал автобус у вокзала.", id="ru: other endings"),
    ],
)  # fmt: skip
def test_a_short_lead_that_tells_the_headline_is_no_deck(title: str, lead: str) -> None:
    assert above(page(title, lead, LONG, STORY[2] + " " + STORY[3])) == (title, None)


@pytest.mark.parametrize(
    ("top", "headline", "body"),
    [
        pytest.param("Two years of war on plastic\nFarming\nNews\n{}\nBy Ann Lee\n12 March 2022\nShare", "Gossip: the old hut was sold, but to whom", EN, id="en"),
        pytest.param("Menu\nGolden apples win the autumn prize\nCulture\n{}\n14 September 2022\nTweet", "Letters from a hut sold twice", EN, id="a date below"),
        pytest.param("Zwei Jahre Krieg gegen Plastik\nLandwirtschaft\nAktuell\n{}\nVon Eva Moor\nTeilen", "Klatsch: die alte Hütte ist verkauft, aber an wen", DE, id="de"),
        pytest.param("Menú\nDos años de guerra contra el plástico\nCampo\n{}\nPor Marta Ríos\nCompartir", "Chismes: la cabaña se vendió, pero no se sabe a quién", ES, id="es"),
        pytest.param("Bus drivers vote on a strike today\nIsland\n{}\nBy Tom Reed\nTweet\nShare", "Rumours of a hut sold twice", EN, id="a short one"),
    ],
)  # fmt: skip
def test_the_line_right_above_byline_or_date_is_the_headline(top: str, headline: str, body: str) -> None:
    assert above(page(top.format(headline), body))[0] == headline


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        (
            "Ferry sails again three weeks after the storm\nThe office is glad\nBy Ann Lee",
            "Ferry sails again three weeks after the storm",
        ),
        (
            "The harbour office lets the ferry sail\nMore money for tickets\n12 March 2022",
            "The harbour office lets the ferry sail",
        ),
        ("Storm over, ferry sails again\nHarbour\nBy Ann Lee", "Storm over, ferry sails again"),
        ("Ferry to the old port sails again\nPhoto: Tom Reed\nBy Ann Lee", "Ferry to the old port sails again"),
        ("Ferry to the old port sails again\nShare\nTweet\n12 March 2022", "Ferry to the old port sails again"),
    ],
)
def test_a_lesser_line_above_the_byline_is_not_the_headline(top: str, headline: str) -> None:
    assert above(page(top, EN))[0] == headline


def kind_of(line: str, body: str, where: int = 2) -> str:
    """Return the kind of the block that *line* becomes between the paragraphs of *body*."""
    lines = body.split("\n")
    lines.insert(where, line)
    article = page("Die Fähre und der Hafen" if body is DE else "The ferry and the harbour", *lines)
    return next(block.KIND for block in article.blocks if block.span.of(article.text).strip()[:8] == line.strip()[:8])


@pytest.mark.parametrize(
    ("top", "headline", "body"),
    [
        pytest.param(
            "· Fog keeps the boats of the sound in port\n· Mayor opens the fish market\n{}\nBy Ann Lee",
            "Ferry back after three weeks of storm",
            EN,
            id="en: items of news",
        ),
        pytest.param(
            "• Nebel hält die Boote im Sund auf\n• Fischmarkt öffnet im Mai\n{}\n12.09.2022",
            "Fähre fährt nach drei Wochen wieder",
            DE,
            id="de: items",
        ),
        pytest.param(
            "Home » News » Harbour and ferry of the sound\n{}\nSept. 14, 2022",
            "Ferry back after three weeks of storm",
            EN,
            id="en: a path with arrows",
        ),
        pytest.param(
            "Inicio > Noticias > Puerto y transbordador\n{}\n14 de septiembre de 2022",
            "El transbordador vuelve tras tres semanas",
            ES,
            id="es: a path",
        ),
        pytest.param(
            "Zum Inhalt springenZur Navigation springen\n{}\nVon Lena Brandt",
            "Fähre fährt nach drei Wochen wieder",
            DE,
            id="de: skip links run together",
        ),
        pytest.param(
            "Saltar al contenido principal\n{}\nPor Ana Vélez",
            "El transbordador vuelve tras tres semanas",
            ES,
            id="es: a skip link",
        ),
        pytest.param(
            "メインコンテンツへスキップ\n{}\n2022年9月14日", "連絡船、3週間ぶりに運航再開", JA, id="ja: a skip link"
        ),
    ],
)
def test_items_paths_and_skip_links_are_no_headlines(top: str, headline: str, body: str) -> None:
    assert above(page(top.format(headline), body))[0] == headline


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("- Ferry back after three weeks of storm", EN),
        ("»Die Fähre fährt wieder«, sagt das Hafenamt", DE),
        ("Ferry, storm, mole: how the harbour came back", EN),
        ("Vuelve el transbordador > el puerto, tres semanas después"[:23], ES),
        ("Skipper of the ferry sails again after storm", EN),
    ],
)
def test_headlines_that_look_like_items_paths_or_skip_links_stay(headline: str, body: str) -> None:
    assert above(page(headline, "14 September 2022", body))[0] == headline


@pytest.mark.parametrize(
    "line",
    [
        "Click to share on Facebook (Opens in new window)",
        "Klicken, um auf Telegram zu teilen (Wird in neuem Fenster geöffnet)",
        "Cliquez pour partager sur Facebook(ouvre dans une nouvelle fenêtre)",
        "To display this content you must enable advertisement tracking",
        "Digg Fark LinkedIn Google Buzz StumbleUpon",
        "Manage my choices",
        "索 引 号：000014349/2026-00031",
        "发文机关：某市人民政府办公室",
        "This article is more than one year old",
        "Dieser Artikel ist älter als ein Jahr",
        "Artikkelen er mer enn ett år gammel.",
    ],
)
def test_wording_of_share_bars_and_consent_notices_is_furniture(line: str) -> None:
    assert kind_of(line, EN) == Furniture.KIND


@pytest.mark.parametrize(
    "line",
    [
        "Clicks and shares rose in the harbour office, the mayor told the council on the day the mole was built again.",
        "To display the old map of the port the museum needs a larger room, said the keeper of the house on Friday.",
        "She accepts all the letters that the boats bring, and answers them in the evening by the light of the mole.",
        "The choices that the office has to manage are few, and none of them will please the fishermen of the sound.",
        "Reddit and Digg wrote about the ferry for a week, and then both of them forgot the mole and the storm again.",
    ],
)
def test_sentences_with_such_words_are_text(line: str) -> None:
    assert kind_of(line, EN) == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Ann LeeGetty Images",
        "Waiting room of the harbour office in the rain. / ANN LEE",
        "The mole on the morning after the storm (Video sent to us by a fisherman)",
        ". Imagen: EFE",
        "Reprodução",
        "Фото из открытых источников",
        "Die Mole bei Sturm. | Ann Lee Moor",
        "Courtesy Sound Museum",
        "A new mole is to guard the old port of the island from the storms of the next winter. Source: Supplied",
        "Courtesy of the Lund family",
    ],
)
def test_makers_of_pictures_are_credited_however_pages_run_them_together(line: str) -> None:
    assert kind_of(line, EN) in {"caption", "credit_line"}


@pytest.mark.parametrize(
    "line",
    [
        "She works for the archive of Getty images, and the storm has kept her at her desk for three weeks on end.",
        "The ferry and the tug are both for sale. / The office will not say who made the first offer for either.",
        "He had sent the office a film of the storm (videos are evidence, he said), and he was never asked for more.",
        "Archive",
        "Harbour | Ann Lee",
        "Courtesy costs the office nothing",
        "Courtesy Sound Museum lends boats to the harbour for a year and a day",
    ],
)
def test_text_with_the_signs_of_a_credit_is_none(line: str) -> None:
    assert kind_of(line, EN) not in {"caption", "credit_line"}


def kinds(*lines: str) -> dict[str, str]:
    """Return the kind of each block of the story with *lines* in its middle, by its first forty characters."""
    article = page("The ferry and the harbour", *STORY[:2], *lines, *STORY[2:])
    return {block.span.of(article.text).strip()[:40]: block.KIND for block in article.blocks}


@pytest.mark.parametrize(
    ("lines", "heads"),
    [
        pytest.param(["1. The mole", STORY[0], "2. The money", STORY[1], "3. The boats"], [0, 2, 4], id="numbers in order"),
        pytest.param(["1. 30 hours of work", STORY[1], "2. Two tugs and a crane"], [0, 2], id="a number in the heading"),
        pytest.param(["1) What broke", STORY[0], "2) What stands"], [0, 2], id="brackets"),
        pytest.param(["▼ “The mole stands” ▼"], [0], id="between two signs"),
        pytest.param(["■ Tickets and money ■"], [0], id="between two boxes"),
    ],
)  # fmt: skip
def test_numbered_and_framed_lines_above_text_are_crossheads(lines: list[str], heads: list[int]) -> None:
    found = kinds(*lines)
    assert [found[lines[i][:40]] for i in heads] == ["crosshead"] * len(heads)


@pytest.mark.parametrize(
    ("lines", "none"),
    [
        pytest.param(["1. The mole", "2. The money", "3. The boats"], 0, id="items of a list"),
        pytest.param(["See also", "Fog closes the airport for a third day", "Golden apples win the autumn prize"], 1, id="a link below a label"),
        pytest.param(["See also", "Fog closes the airport for a third day", "Golden apples win the autumn prize"], 2, id="the last of the links"),
        pytest.param(["Read more", "Bus drivers of the island vote on a strike"], 1, id="the only link"),
    ],
)  # fmt: skip
def test_items_and_links_are_no_crossheads(lines: list[str], none: int) -> None:
    assert kinds(*lines)[lines[none][:40]] != "crosshead"


@pytest.mark.parametrize(
    "lines",
    [
        ["3. The boats", STORY[0], "1. The mole", STORY[1]],
        ["2026 was wet", STORY[0], "2027 was dry", STORY[1]],
        ["1. The mole", STORY[0]],
        ["1.5 hours of rain", STORY[0], "2.5 hours of wind", STORY[1]],
        [
            "1. The mole of the port has been built again by two tugs and a crane.",
            STORY[0],
            "2. And the money is paid back by the office.",
        ],
    ],
)
def test_numbers_that_make_no_series_say_nothing(lines: list[str]) -> None:
    article = page("The ferry and the harbour", *STORY[:2], *lines, *STORY[2:])
    assert not any("numbered" in str(block.evidence) for block in article.blocks)


@pytest.mark.parametrize(
    "headline",
    [
        "Le maire se dit « prêt » à rouvrir le port avant mai",
        "« Le môle tient » : le port de l'île rouvre en mai",
        "Мэр назвал мол « крепким » и обещал открыть порт к маю",
    ],
)
def test_guillemets_with_blanks_make_no_path_of_a_headline(headline: str) -> None:
    body = (
        "Le bureau du port a annoncé lundi que le bac naviguera de nouveau, trois semaines après la tempête.\n"
        "Deux remorqueurs et une grue travaillent depuis, et les dernières pierres ont été posées vendredi soir."
    )
    assert above(page("Accueil\nLe port", headline, "Par Anne Lee", body))[0] == headline


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Timetable", ["- first boat: half past six", "- last boat: eleven at night"]),
        ("What the office plans", ["• a new mole", "• two tugs", "• a crane"]),
        ("Dates", ["- 10 November 2026: the first stone", "- 31 January 2027: the last"]),
        ("Fahrplan ab Mai", ["– erstes Schiff: halb sieben", "– letztes Schiff: elf Uhr"]),
        ("Calendrier", ["- premier bac : 10 novembre 2026", "- dernier bac : 31 janvier 2027"]),
    ],
)
def test_a_line_between_text_and_a_list_heads_the_list(heading: str, items: list[str]) -> None:
    found = kinds(heading, *items)
    assert found[heading] == "crosshead"
    assert [found[item[:40]] for item in items] == ["list_item"] * len(items)


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("Of these the first is the dearest,", ["- a new mole", "- two tugs"]),
        ("The office plans three things for the spring.", ["• a new mole", "• two tugs"]),
        ("Ostland Rail 12.50 13.10", ["- 10 boats, 20 tugs", "- 30 cranes, 40 stones"]),
        ("- a ferry", ["- a new mole", "- two tugs"]),
        ("and three things more", ["Fog on the sound", "Wind on the sound"]),
    ],
)
def test_what_else_stands_above_a_list_is_no_crosshead(line: str, items: list[str]) -> None:
    assert kinds(line, *items)[line[:40]] != "crosshead"


@pytest.mark.parametrize(
    ("before", "heading"),
    [
        pytest.param(["Read more: Bridge tolls rise in April"], "What the ferry costs", id="en: a link with its label"),
        pytest.param(["Share on Telegram"], "What the ferry costs", id="en: a button of a share bar"),
        pytest.param(["Share on WhatsApp", "Share on Telegram"], "Money for tickets", id="en: two buttons"),
        pytest.param(["READ ALSO: Fog closes the airport"], "New boats in spring", id="en: a label in capitals"),
        pytest.param(["Lesen Sie auch: Nebel am Flughafen"], "Tickets and money", id="de: a link with its label"),
        pytest.param(["Leia também: Neblina fecha o aeroporto"], "Tickets and money", id="pt: a link with its label"),
    ],
)  # fmt: skip
def test_a_heading_below_a_link_or_a_button_heads_the_text(before: list[str], heading: str) -> None:
    top = ("Menu", "Search", "Sign in", "Subscribe", "Most popular", "Cookie settings", "Back to top")
    article = page(*top, "The ferry and the harbour", *STORY[:2], *before, heading, *STORY[2:])
    assert [b.span.of(article.text) for b in article.blocks if b.KIND == "crosshead"] == [heading]


@pytest.mark.parametrize(
    "lines",
    [
        ["Read more:", "Bus drivers of the island vote on a strike"],
        ["See also", "Fog closes the airport"],
        ["Mehr zum Thema", "Nebel am Flughafen"],
        ["Leia também", "Neblina fecha o aeroporto"],
        ["Lire aussi", "Le brouillard ferme l'aéroport"],
    ],
)
def test_a_line_below_a_label_alone_is_a_link(lines: list[str]) -> None:
    top = ("Menu", "Search", "Sign in", "Subscribe", "Most popular", "Cookie settings", "Back to top")
    article = page(*top, "The ferry and the harbour", *STORY[:2], *lines, *STORY[2:])
    assert not [b.span.of(article.text) for b in article.blocks if b.KIND == "crosshead"]


def test_a_heading_behind_links_heads_the_text_that_repeats_it() -> None:
    found = kinds("See also", "Fog closes the airport for a third day", "Money for tickets to the harbour")
    assert found["Money for tickets to the harbour"] == "crosshead"


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("From left: Ann Lee, Tom Reed and the keeper of the lighthouse", EN),
        ("Der Vorstand (von li nach re): Ann Lee, Tom Reed, Eva Moor", DE),
        ("Ann Lee, Tom Reed und Eva Moor (von links) auf der Mole", DE),
        ("De izquierda a derecha, Ana Ríos, Marta Sol y el ingeniero del puerto", ES),
        ("Ann Lee and Tom Reed, l-r, at the opening of the mole", EN),
    ],
)
def test_a_line_that_names_people_from_left_to_right_is_a_caption(line: str, body: str) -> None:
    article = page("The ferry and the harbour", line, body)
    assert [block.KIND for block in article.blocks][:2] == ["headline", "caption"]


@pytest.mark.parametrize(
    "line",
    [
        "What is left of the mole is left to the sea",
        "The ferry turns left from the right-hand pier",
        "Links zum Thema",
        "The council swings to the left after the storm",
        "Three weeks, and the leftovers of the storm",
    ],
)
def test_other_lines_with_sides_are_no_captions(line: str) -> None:
    assert kind_of(line, EN) != "caption"


QUOTED = "“The mole has to be higher than it was, and the council knows that as well as we do.”"


@pytest.mark.parametrize(
    ("lines", "none"),
    [
        ([QUOTED, "Ann Lee, head of the harbour office"], 1),
        ([QUOTED, "Eva Moor-Lund, Vorsitzende"], 1),
        (
            [
                "The mole has to be higher than it was, and the council knows it.",
                "Ann Lee",
                "Head of the harbour office",
            ],
            2,
        ),
        (["A mole of stone for the old port;", "Money for missed tickets; and", STORY[0]], 0),
        (["A mole of stone for the old port;", "Money for missed tickets; and", STORY[0]], 1),
    ],
)
def test_who_is_quoted_and_items_of_a_sentence_are_no_crossheads(lines: list[str], none: int) -> None:
    assert kinds(*lines)[lines[none][:40]] != "crosshead"


@pytest.mark.parametrize(
    ("lines", "head"),
    [
        ([STORY[1], "Money for missed tickets"], 1),
        ([QUOTED, "Will the harbour office pay for the tickets?"], 1),
        ([QUOTED, "Money for missed tickets"], 1),
        (
            [
                "The mayor said “no” to a new mole of stone in the old port of the island on Monday.",
                "Money for missed tickets",
            ],
            1,
        ),
        (["“The mole is whole”", STORY[0]], 0),
        ([STORY[1], "Tugs and a crane; money and time"], 1),
    ],
)
def test_headings_beside_quotations_stay_crossheads(lines: list[str], head: int) -> None:
    assert kinds(*lines)[lines[head][:40]] == "crosshead"


ZH = """港务局周一宣布，被风暴损坏的旧港防波堤已经修复，渡轮将在停航三周之后恢复航行，首班船将于清晨出发。
此后两艘拖船和一台起重机一直在施工，最后的石块于周五傍晚在雨中铺设完毕，工程师对此表示十分满意。
已购买停航期间船票的乘客可以在月底之前办理退款，港务局的工作人员在柜台为他们服务，也可以写信办理。
首班船预计于早上六点半出发，镇长和小学两个班级的学生将一同登船，港务局负责人说他们会在码头迎接。"""


def authors(line: str, body: str) -> list[str]:
    """Return the names in the byline between a headline and *body*."""
    title = {
        ZH: "风暴三周之后旧港渡轮恢复航行",
        DE: "Die Fähre fährt wieder in den Sund",
        ES: "El puerto recupera su barco",
    }
    found = page(title.get(body, "The ferry sails again from the old port"), line, body).first(Byline)
    return [] if found is None else [author.name for author in found.authors]


@pytest.mark.parametrize(
    ("line", "body", "names"),
    [
        ("来源：海港报作者：王小明", ZH, ["王小明"]),
        ("2026-08-19 17:00 来源：海港报 作者：王小明", ZH, ["王小明"]),
        ("作者：王小明 来源：海港报", ZH, ["王小明"]),
        ("Source: Sound Daily Author: Ann Lee", EN, ["Ann Lee"]),
        ("Autor: Eva Moor Quelle: Hafenblatt", DE, ["Eva Moor"]),
        ("By Ann Lee / Harbour Desk Reporter", EN, ["Ann Lee"]),
        ("Ann Lee, Sound News Correspondent", EN, ["Ann Lee"]),
        ("By Ann Lee and Tom Lund Reed, reporters", EN, ["Ann Lee", "Tom Lund Reed"]),
        ("Von unserem Redakteur Jan Lund", DE, ["Jan Lund"]),
        ("Firmado por Marta Ríos", ES, ["Marta Ríos"]),
    ],
)
def test_names_among_labels_and_behind_an_office_are_the_authors(line: str, body: str, names: list[str]) -> None:
    assert authors(line, body) == names


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("来源：海港报", ZH),
        ("来源：海港报 编辑：王小明", ZH),
        ("Source: Sound Daily", EN),
        ("Source: the author of the report: nobody knows", EN),
        ("Quelle: Hafenblatt Stand: 12.09.2022", DE),
    ],
)
def test_labels_that_name_no_author_give_none(line: str, body: str) -> None:
    assert authors(line, body) == []
    assert page("The ferry sails again from the old port", line, body).first(Subheadline) is None


@pytest.mark.parametrize(
    ("foot", "line"),
    [
        (["Harbour news", "Fish market"], "Harbour news"),
        (["Mayor of the sound on the fog", "The fish market in May", "Sailing school"], "The fish market in May"),
        (["AUTHOR", "Dr. Ann Lee"], "Dr. Ann Lee"),
        (["Video and podcast of the day", "All on the mole"], "Video and podcast of the day"),
        (["Ships on the sound", "Lighthouse open again"], "Ships on the sound"),
    ],
)
def test_a_short_line_with_no_text_below_heads_nothing(foot: list[str], line: str) -> None:
    article = page("Ferry back after three weeks of storm", EN, *foot)
    assert line not in {block.span.of(article.text) for block in article.blocks if block.KIND == "crosshead"}


@pytest.mark.parametrize("head", ["What it costs", "The timetable", "Who pays", "The next sailings", "From Monday"])
def test_a_heading_above_the_items_that_close_the_text_is_a_crosshead(head: str) -> None:
    article = page(
        "Ferry back after three weeks of storm", EN, head, "- the crossing for one", "- the crossing with a bicycle"
    )
    assert head in {block.span.of(article.text) for block in article.blocks if block.KIND == "crosshead"}


@pytest.mark.parametrize("line", ["Ferry back after three weeks of storm", "FERRY BACK AFTER THREE WEEKS OF STORM"])
def test_the_headline_again_amid_the_text_is_no_crosshead(line: str) -> None:
    article = page("Share", "Ferry back after three weeks of storm", "14 September 2022", EN, line, EN)
    assert not [block for block in article.blocks if block.KIND == "crosshead"]


def test_two_sentences_in_wide_signs_are_no_crosshead() -> None:
    article = page("連絡船、3週間ぶりに運航を再開へ", JA, "船は待っていた。人も待っていた", JA)
    assert not [block for block in article.blocks if block.KIND == "crosshead"]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Step-by-step guide on how to reach the museum of glass in Lonsdale", EN),
        ("Tennis club elects Maria Quist as its president for the second time", EN),
        ("Sternwarte auf dem Kahlenstein zeigt im Oktober den Saturn und seine Ringe", DE),
        ("Neue Orgel für die Kirche in Oberwinden: Konzert mit Studenten aus Graz", DE),
        ("Railway museum at Castleford buys its fourth locomotive from a collector", EN),
    ],
)
def test_a_long_line_that_shares_no_words_with_the_text_is_no_crosshead(line: str, body: str) -> None:
    article = page("The ferry sails again", body, body, line, body, body)
    assert not [block for block in article.blocks if block.KIND == "crosshead"]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("The storm broke the mole, and the ferry waited three weeks for Monday", EN),
        ("“Step by step the museum of glass in Lonsdale fills its rooms again”", EN),
        ("STEP BY STEP THE MUSEUM OF GLASS IN LONSDALE FILLS ITS ROOMS AGAIN", EN),
        ("A guide to the museum of glass", EN),
        ("Neue Orgel für Oberwinden", DE),
    ],
)
def test_headings_with_words_of_the_text_quoted_short_or_in_capitals_stay_crossheads(line: str, body: str) -> None:
    article = page("The ferry sails again", body, body, line, body, body)
    assert [block.span.of(article.text) for block in article.blocks if block.KIND == "crosshead"] == [line]


WIDE = [LONG.replace("\n", " "), *(text.replace("\n", " ") for text in (EN, LONG, EN))]
CAPTION = "Two tugs and a crane wait beside the broken mole of the old port for the last of the stones, one rainy evening in September"


@pytest.mark.parametrize(
    ("top", "kinds"),
    [
        pytest.param(f"Share\nFerry between the island and the mainland sails again\nBy Ann Lee\nFriday, Sept. 16, 2022\n{CAPTION}\nBo Ek / Getty Images\nShare\nPrint\nEmail",
                     ["caption", "credit_line"], id="a caption between the date and the credit"),
        pytest.param("Share\nFerry between the island and the mainland sails again\nBy Ann Lee\nFriday, Sept. 16, 2022\nPorts , Video , Harbour News , Autumn Storm , Old Mole , Ferry , Tugs and Cranes , Money Back , Two School Classes , Mayor on Board\nPrint",
                     [], id="keywords"),
        pytest.param("Share\nFerry between the island and the mainland sails again\nBy ANN LEE, Harbour Editor | Friday September 16, 2022 @ 6:43pm EDTTags: Old Mole, Harbour News, Ferry, Tugs\nPrint",
                     [], id="a byline with its date and keywords"),
    ],
)  # fmt: skip
def test_what_stands_where_a_deck_could_stand_is_no_deck(top: str, kinds: list[str]) -> None:
    article = page(top, *WIDE)
    assert not [block for block in article.blocks if block.KIND == "subheadline"]
    assert [block.KIND for block in article.blocks if block.KIND in {"caption", "credit_line"}] == kinds
    assert article.first(Byline)


@pytest.mark.parametrize(
    "top",
    [
        "Ferry sails again\nBy Ann Lee\nFriday, Sept. 16, 2022\nThe mole of the old port is whole again, three weeks after the autumn storm.\nPhoto: Bo Ek",
        f"Share\nFerry between the island and the mainland sails again\n{CAPTION}\nPhoto: Bo Ek\nBy Ann Lee\nFriday, Sept. 16, 2022",
        "Share\nFerry between the island and the mainland sails again\nThe mole, the old port, the tugs, the crane, and all that passengers want to know about the missing days\nBy Ann Lee\nFriday, Sept. 16, 2022",
    ],
)
def test_a_deck_above_a_credit_in_clean_copy_or_without_byline_above_stays(top: str) -> None:
    assert page(top, *WIDE).first(Subheadline)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("PHOTOS: The storm breaks the mole of the old port", False),
        ("Video: Harbour office: the ferry will sail again", False),
        ("Photos: Ann Lee and Bo Ek for the harbour office", True),
        ("Photo: courtesy of the old port and its harbour office", True),
        ("Photo: The Mole Trust", True),
        ("Photo: The mole of the old port stands again after three weeks", True),
        ("Photo: Ann Lee, the harbour office of the old port", True),
    ],
)
def test_a_title_behind_a_label_of_pictures_names_no_maker(line: str, credit: bool) -> None:
    article = page("Ferry between the island and the mainland sails again", EN, line, EN)
    assert [block.KIND for block in article.blocks if block.KIND == "credit_line"] == ["credit_line"] * credit


@pytest.mark.parametrize("line", ["Launch Date:", "Episode Teaser Image:", "Mole Trust：", "https://mole.example/"])
def test_a_label_with_nothing_behind_it_and_a_link_name_no_author(line: str) -> None:
    assert not page(
        "Share", "Ferry between the island and the mainland sails again", line, "14 September 2022", EN
    ).first(Byline)


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        (
            ">Harbour works\n>Old port and mole\n>Ferries and tugs\nFerry to the old port sails again\n14 September 2022",
            "Ferry to the old port sails again",
        ),
        (
            "Port • Old Ferry\nTwo tugs and a crane bring the ferry back\n14 September 2022",
            "Two tugs and a crane bring the ferry back",
        ),
        (
            "port.examplemole.exampleferry.exampletugs.example\nFerry to the old port sails again\n14 September 2022",
            "Ferry to the old port sails again",
        ),
    ],
)
def test_paths_sections_and_addresses_are_no_headline(top: str, headline: str) -> None:
    assert above(page(top, EN))[0] == headline


def test_the_headline_said_twice_is_no_kicker() -> None:
    article = page("Share", "Ferry to the old port sails", "Ferry to the old port sails", "14 September 2022", EN)
    assert not [block for block in article.blocks if block.KIND == "kicker"]


def test_a_given_name_outweighs_a_menu_beside_the_date() -> None:
    article = page(
        "Subscribe Search Account\n24 September 2022\nFerry between the island and the mainland sails again",
        "Two tugs and a crane mended the mole in three weeks of rain, said the harbour office.",
        "Emily Berg\nShare", EN,
    )  # fmt: skip
    assert article.authors == ("Emily Berg",)


@pytest.mark.parametrize(
    ("foot", "authors"),
    [
        ("海港报记者 王小明\n编辑 李雷 校对 韩梅", ("王小明",)),
        ("海港报记者 王小明\n编辑：李雷", ("王小明",)),
        ("编辑 李雷 校对 韩梅", ("李雷", "韩梅")),
        ("作者：系统管理员", ()),
    ],
)
def test_editors_are_authors_only_where_nobody_else_is_named(foot: str, authors: tuple[str, ...]) -> None:
    assert page("旧港渡轮三周之后恢复航行\n2022年9月14日", ZH, foot).authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "The rules are at http://mole.example/support/answer.py?answer=107107",
        "A line for the crane of the old mole (up to 100 tons/hour lifting).",
    ],
)
def test_queries_and_measures_are_no_credits(line: str) -> None:
    article = page("Ferry between the island and the mainland sails again", EN, line, EN)
    assert not [block for block in article.blocks if block.KIND == "credit_line"]


@pytest.mark.parametrize(
    ("line", "date", "authors"),
    [
        ("05/18/2022", "2022-05-18", ()),
        ("September 14, 2022 at 08:45 AM | categories: Ports, Ferries, Storm | View Comments", "2022-09-14", ()),
        ("By Ann Lee Veröffentlicht am 14. September 2022", "2022-09-14", ("Ann Lee",)),
        ("14.09.2022 at 16:14 - Maria Berg - 91 comments", "2022-09-14", ("Maria Berg",)),
        ("14.09.2022 at 16:14 | Maria Berg | 91 comments", "2022-09-14", ("Maria Berg",)),
        ("Maria Berg|2 izinsuku ezedlule\n14 September 2022", "2022-09-14", ("Maria Berg",)),
    ],
)
def test_lines_of_facts_about_the_article(line: str, date: str, authors: tuple[str, ...]) -> None:
    article = page("Share", "Ferry between the island and the mainland sails again", line, EN)
    assert article.published is not None
    assert (article.published.iso, article.authors) == (date, authors)


@pytest.mark.parametrize(
    "line",
    [
        "14.09.2022 - The old mole: 91 stones",
        "1/2/3",
        "Labels: Mole Trust",
        "Labels : Harbour Reviews, Old Mole",
    ],
)
def test_titles_behind_a_date_and_labels_of_other_things_name_no_author(line: str) -> None:
    assert page("Share", "Ferry between the island and the mainland sails again", line, EN).authors == ()


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Molas po audros / BNS nuotr.", "BNS nuotr."),
        ("V. Pavardenio nuotr.", "V. Pavardenio nuotr."),
        ("A móló a vihar után. Kovács Anna felvétele", "Kovács Anna felvétele"),
        ("Ljósmynd/Anna Björk", "Ljósmynd/Anna Björk"),
        ("Foto/Bo Ek", "Foto/Bo Ek"),
        ("Geriausia metų nuotrauka", None),
        ("az első felvétele", None),
    ],
)
def test_words_for_pictures_behind_a_name_and_before_a_slash(line: str, credit: str | None) -> None:
    article = page("Ferry between the island and the mainland sails again", EN, line, EN)
    assert [b.span.of(article.text) for b in article.blocks if b.KIND == "credit_line"] == [credit] * (
        credit is not None
    )


@pytest.mark.parametrize(
    ("lines", "date", "authors"),
    [
        ("Maria Berg September 14, 2022 Comment Now!", "2022-09-14", ("Maria Berg",)),
        (
            "Maria Berg · Harbour News · Posted: Sep 14, 2022 4:00 AM EDT | Last Updated: September 16, 2022",
            "2022-09-14",
            ("Maria Berg",),
        ),
        ("Posted Sep 14, 2022, 14:26, Maria Berg", "2022-09-14", ("Maria Berg",)),
        ("September 14, 2022 / Maria Berg", "2022-09-14", ("Maria Berg",)),
        ("Maria Berg 2 months", None, ("Maria Berg",)),
        ("By Maria Berg Bloomberg\nSeptember 14, 2022", "2022-09-14", ("Maria Berg",)),
        ("Maria Berg\nSeptember 14, 2022", "2022-09-14", ("Maria Berg",)),
        ("Maria Berg Anna Vik Peter Lund\nSeptember 14, 2022", "2022-09-14", ("Maria Berg", "Anna Vik", "Peter Lund")),
    ],
)
def test_persons_beside_a_date_are_the_authors(lines: str, date: str | None, authors: tuple[str, ...]) -> None:
    article = page("Share", "Ferry between the island and the mainland sails again", lines, EN)
    assert article.authors == authors
    assert (article.published.iso if article.published is not None else None) == date


@pytest.mark.parametrize(
    "line",
    [
        "The harbour opened on September 14, 2022 to Maria Berg and two school classes.",
        "Maria Berg opened the harbour on September 14, 2022",
        "Old Mole, September 14, 2022, Harbour Stage",
    ],
)
def test_persons_in_a_sentence_with_a_date_are_no_authors(line: str) -> None:
    article = page("Share", "Ferry between the island and the mainland sails again", EN, line, EN)
    assert article.authors == ()


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("19.6.2022 9:40 Uhr Maria Berg 71 Kommentare", "Maria Berg"),
        ("Veröffentlicht am 31. Mai 2022, 15:33 von Maria Berg", "von Maria Berg"),
    ],
)
def test_a_byline_begins_behind_the_time(line: str, byline: str) -> None:
    article = page("Share", "Die Fähre zwischen Insel und Festland fährt wieder", line, DE)
    found = article.first(Byline)
    assert found is not None
    assert found.span.of(article.text).startswith(byline)


def test_a_notice_that_ends_with_a_button_is_no_headline() -> None:
    notice = "The Harbour Times is part of the Old Port Group. The group holds your data. Read more"
    article = page("Harbour", notice, "Ferry sails on Monday", "By Ann Lee\n14 September 2022", EN)
    assert above(article)[0] == "Ferry sails on Monday"


KO = """항만 사무소는 월요일에 폭풍으로 부서진 옛 항구의 방파제가 고쳐졌으며, 연락선이 3주 만에 다시 다닌다고 발표했다.
그 사이 두 척의 예인선과 한 대의 기중기가 일을 계속했고, 마지막 돌은 금요일 저녁 빗속에서 놓였다.
빠진 날의 표를 산 승객은 이달 말까지 돈을 돌려받을 수 있다고 사무소의 담당자가 말했다."""


@pytest.mark.parametrize(
    ("parts", "credit"),
    [
        (("Vuelve el transbordador", ES, "El transbordador entra de nuevo en el puerto viejo.EFE", ES), "EFE"),
        (("Vuelve el transbordador", ES, ES, "El transbordador entra de nuevo en el puerto viejo. EFE"), None),
        (
            ("Feri berlayar lagi", EN, "Dua kapal tunda di dekat dermaga lama (Dok. Humas Pelabuhan)", EN),
            "(Dok. Humas Pelabuhan)",
        ),
        (
            (
                "연락선 3주 만에 다시 운항",
                KO,
                "항만 사무소 직원들이 월요일 방파제에 마지막 돌을 놓고 있다. 김철수 기자",
                KO,
            ),
            "김철수 기자",
        ),
        (
            ("연락선 3주 만에 다시 운항", KO, KO, "첫 배는 아침 여섯 시 반에 떠난다고 사무소는 설명했다. 김철수 기자"),
            None,
        ),
    ],
)
def test_credits_that_run_into_a_caption_amid_the_text(parts: tuple[str, ...], credit: str | None) -> None:
    article = page(*parts)
    assert [b.span.of(article.text) for b in article.blocks if b.KIND == "credit_line"] == [credit] * (
        credit is not None
    )


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("Autori: Anna Ozola (RTV Ziemeļu raidījuma redaktore)", ["Anna Ozola"], id="lv: an office in brackets"),
        pytest.param("By Ann Lee (Sound Harbour Institute)", ["Ann Lee"], id="en: an institute in brackets"),
        pytest.param("Text: Eva Moor (Hafenamt Nord)", ["Eva Moor"], id="de"),
        pytest.param("作者：王小明/海港日报", ["王小明"], id="zh: an outlet behind a stroke"),
        pytest.param("记者：李小舟／海港电视台", ["李小舟"], id="zh: a broadcaster behind a wide stroke"),
        pytest.param("By Ann Lee and Tom Reed (Sound Harbour Institute)", ["Ann Lee", "Tom Reed"], id="en: two persons"),
        pytest.param("By Ann Lee (Peter Reed)", ["Ann Lee", "Peter Reed"], id="en: opens with a given name"),
        pytest.param("作者：王小明/李小舟", ["王小明", "李小舟"], id="zh: two persons"),
        pytest.param("作者：王小明/李报", ["王小明", "李报"], id="zh: a short name that ends as outlets do"),
        pytest.param("作者：王小明、李小舟", ["王小明", "李小舟"], id="zh: two persons with a comma"),
    ],
)  # fmt: skip
def test_where_a_person_works_is_no_author(line: str, names: list[str]) -> None:
    byline = page("Ferry between the island and the mainland sails again", line, *WIDE).first(Byline)
    assert byline is not None
    assert [author.name for author in byline.authors] == names


def test_a_headline_may_announce_pictures_in_capitals() -> None:
    title = "Паром вернулся в порт и поздравил жителей с Новым годом. ФОТО"
    body = ["Паром, который три недели ждал у причала, вернулся в порт, и капитан поздравил жителей острова с Новым годом, сообщили в управлении.",
            "Он обещал, что в январе рейсов будет больше, а билеты подешевеют до самой весны, если позволит погода на море."]  # fmt: skip
    top = [
        "Полковник порта получил пожизненный срок за тайны в море",
        "2",
        "Политика",
        title,
        title.removesuffix(" ФОТО"),
        "20 декабря 2022 в 19:15",
        "Поделиться",
    ]
    assert page(*top, *body, "Читайте также", "Погода").headline == title


TH = """สำนักงานท่าเรือแจ้งเมื่อวันจันทร์ว่าเรือข้ามฟากจะกลับมาเดินเรืออีกครั้ง หลังจากพายุทำลายเขื่อนกันคลื่นของท่าเรือเก่าเมื่อสามสัปดาห์ก่อน
เรือลากจูงสองลำและรถเครนหนึ่งคันทำงานตั้งแต่นั้นมา และหินก้อนสุดท้ายถูกวางในคืนวันศุกร์ท่ามกลางสายฝน
ผู้โดยสารที่ซื้อตั๋วไว้สามารถขอเงินคืนได้จนถึงสิ้นเดือน สำนักงานท่าเรือกล่าว"""


@pytest.mark.parametrize(
    ("menu", "headline", "body"),
    [
        ("事件・災害・事故・火災・裁判・訃報・天気・特集", "旧港の連絡船、3週間ぶりに月曜日から運航再開へ", JA),
        ("新闻中心 体育彩票 娱乐财经 汽车房产 教育健康", "旧港渡轮三周之后恢复航行，首班船清晨出发", ZH),
        ("라이브 이슈 특집 스포츠 연예 경제 날씨", "옛 항구 연락선, 3주 만에 다시 다닌다", KO),
        ("หน้าแรก บันเทิง กีฬา เศรษฐกิจ ต่างประเทศ", "เรือข้ามฟากของท่าเรือเก่ากลับมาเดินเรืออีกครั้ง", TH),
    ],
)
def test_the_text_tells_a_menu_from_the_headline_in_scripts_without_blanks(menu: str, headline: str, body: str) -> None:
    article = page("シェア" if body is JA else "Share", menu, headline, "2022-09-14", body, "Share", "Print")
    assert above(article)[0] == headline


def test_author_and_date_in_one_line_may_stand_above_the_headline() -> None:
    article = page(
        "/ Maria Berg / 10:08 am Fri Sep 16, 2022", "Ferry between the island and the mainland sails again", "Share", EN
    )
    assert article.authors == ("Maria Berg",)
    assert article.published is not None
    assert article.published.iso == "2022-09-16"
    assert above(article)[0] == "Ferry between the island and the mainland sails again"


def test_a_line_below_a_caption_with_its_credit_is_no_second_caption() -> None:
    article = page(
        "Home News Ferry between the island and the mainland sails again", "Two tugs and a crane beside the broken mole (Photo: Bo Ek)", "Ferry between the island and the mainland sails again",
        "By Ann Lee", "September 14, 2022", EN,
    )  # fmt: skip
    assert above(article)[0] == "Ferry between the island and the mainland sails again"


@pytest.mark.parametrize("line", ["23 Mart 2022", "14 Eylül 2022 Çarşamba, 10:30"])
def test_a_date_is_no_headline(line: str) -> None:
    body = "Liman müdürlüğü pazartesi günü feribotun yeniden sefere başlayacağını, dalgakıranın onarıldığını bildirdi."
    assert above(page("BASIN AÇIKLAMASI", line, body))[0] != line


@pytest.mark.parametrize(
    "line",
    [
        "March 3, 1931 - May 8, 2022",
        "* March 3, 1931",
        "8 May 2022 – 10 May 2022",
        "8 May 2022 to 10 May 2022",
    ],
)
def test_the_days_of_a_life_or_an_event_say_nothing_of_publication(line: str) -> None:
    article = page("Harbour pilot remembered", line, EN)
    assert article.published is None
    assert line in [block.span.of(article.text) for block in article.blocks if not isinstance(block, Furniture)]


def test_a_label_says_which_of_two_days_is_which() -> None:
    article = page("Harbour pilot remembered", "Published 8 May 2022 - Updated 10 May 2022", EN)
    assert [moment.iso for moment in (article.published, article.updated) if moment] == ["2022-05-08", "2022-05-10"]


def test_minutes_and_seconds_are_no_time_of_publication() -> None:
    article = page("Двести бегунов пришли в порт", "Анна Петрова - 36:14\nИван Иванов - 37:02", RU_RUN)
    kept = [block.span.of(article.text) for block in article.blocks if not isinstance(block, Furniture | Byline)]
    assert kept[1:3] == ["Анна Петрова - 36:14", "Иван Иванов - 37:02"]


def test_a_byline_keeps_the_bracket_that_closes_it() -> None:
    article = page("Ferry back after three weeks", "Ann Lee (LTV News), 14 September 2022", EN)
    byline = article.first(Byline)
    assert byline is not None
    assert byline.span.of(article.text) == "Ann Lee (LTV News)"
    assert [author.name for author in byline.authors] == ["Ann Lee"]


CREDIT = "© Photo: HARBOUR NEWS / Ann Lee"


@pytest.mark.parametrize("top", ["Share\nDigital Life\n14/09/2022", "Share\nTown Life\nDigital Life\n14/09/2022"])
@pytest.mark.parametrize(
    "headline", ["Northern Star rivals start with ferry to old port", "Mayor boards first ferry with robots"]
)
def test_the_headline_may_stand_right_above_the_credit_of_its_picture(top: str, headline: str) -> None:
    assert above(page(top, headline, CREDIT, EN))[0] == headline


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        ("Share\nThe ferry sails\n14 September 2022", "The ferry sails"),
    ],
)
def test_below_a_headline_the_line_above_a_credit_is_a_caption(top: str, headline: str) -> None:
    caption = "The mole of the old port on Monday"
    found = page(top, caption, CREDIT, EN)
    assert above(found)[0] == headline
    assert next(block.KIND for block in found.blocks if block.text == caption) == "caption"


def test_a_name_from_the_headline_below_it_does_not_take_its_place() -> None:
    headline = "Harbour Office Mole, a Proud Work of Many Hands, Officially Opens to Guests"
    assert above(page("Share", "14 September 2022", headline, "Harbour Office Mole", EN))[0] == headline


def test_the_headline_below_a_path_that_ends_with_it_stays() -> None:
    path = (
        "Home » News of the town and the islands » Ports and harbours » Ferries of the old port » The ferry sails again"
    )
    assert above(page("Share", path, "The ferry sails again", "14 September 2022", EN))[0] == "The ferry sails again"


@pytest.mark.parametrize(
    "line", ["-Updated 14.09.2022-15:49", "–Updated on 14.09.2022, 15:49", "Updated 2022-09-14-15:49"]
)
def test_a_label_behind_a_dash_and_a_time_behind_a_hyphen(line: str) -> None:
    found = page("Share", "Ferry between the island and the mainland sails again", line, EN)
    assert [found.updated and found.updated.iso, found.published and found.published.iso] == ["2022-09-14", None]


@pytest.mark.parametrize("line", ["Order 14.09.2022-15", "14.09.2022-15.10.2022", "Lot 2022-09-14-15"])
def test_a_hyphen_before_another_number_ends_no_date(line: str) -> None:
    found = page("Share", "Ferry between the island and the mainland sails again", line, EN)
    assert (found.published, found.updated) == (None, None)
