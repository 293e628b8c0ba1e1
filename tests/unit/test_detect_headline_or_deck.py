# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a line of a page is a line)
"""Of two lines that could be the headline, which is; offices and labels above it, points below it."""

from __future__ import annotations

import pytest
from tests.support.detection import article

from docforge.context import Context
from docforge.detect.look import has_numbers
from docforge.detect.survey import survey
from docforge.diagnostics import Report
from docforge.model import Headline, Subheadline
from docforge.reading import read_source

MENU = ("Menu", "Search", "Sign in", "Subscribe", "Most popular", "Back to top")
EN = (
    "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole.",
    "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain.",
    "Passengers who had bought a ticket for the missing days can have their money back until the end of the month.",
)
NO = (
    "Torill Hamre skulle bare bytte et golvbord i naustet. I stedet fant hun en gammel flaske med et sammenrullet ark.",
    "Arket viste seg å være et brev fra 1823, skrevet av skipperen Ole Mikkelsen, som seilte fra Haugvik samme år.",
    "Historiker Anne Brekke ved museet mener brevet er ekte, og håper at det kan stilles ut til sommeren en gang.",
)
RU = (
    "Хутор Дальний значится не на каждой карте. Летом сюда ведёт грунтовка, осенью – колея, полная дождевой воды.",
    "Но по вторникам здесь ждут гостей. В девять утра у магазина останавливается жёлтый библиобус с новыми книгами.",
    "Водитель Сергей Иванович читает всё, что возит. Советы его ценят больше, чем рецензии столичных критиков.",
)
PL = (
    "Zdun Henryk Cebula rozebrał w życiu kilkaset pieców kaflowych. Znajdował w nich listy, monety, raz nawet szczękę.",
    "W marcu w Borkach wyjął trzeci rząd kafli i zobaczył czarne pudło, a w nim stare skrzypce owinięte w obrus.",
    "Ekspertka z muzeum, Irena Wolska, rozpoznała rękę lutnika z Krakowa, o którym wiadomo od niedawna wszystko.",
)


def above(*lines: str) -> tuple[str, str]:
    read = article(*lines)
    title, deck = read.first(Headline), read.first(Subheadline)
    return (title.text if title is not None else "", deck.text if deck is not None else "")


@pytest.mark.parametrize(
    ("headline", "deck", "body"),
    [
        pytest.param("Fann gammel flaskepost i naustet", "Brevet ble skrevet av en skipper som aldri kom hjem.", NO, id="no: a sentence below"),
        pytest.param("«Библиобус» доехал до самого дальнего хутора", "За рулём – бывший дальнобойщик, в кузове – две тысячи книг и одна гитара. Репортаж из степи", RU, id="ru: endings change"),
        pytest.param("Skrzypce z pieca kaflowego", "Przez sześćdziesiąt lat nikt nie wiedział, że w piecu dworu w Borkach ukryto stary instrument. Znalazł go zdun", PL, id="pl: two sentences below a brief line"),
    ],
)  # fmt: skip
def test_a_sentence_below_a_line_of_which_the_text_tells_is_the_deck(
    headline: str, deck: str, body: tuple[str, ...]
) -> None:
    assert above(*MENU, headline, deck, "Anna Lis", "14.09.2022", *body) == (headline, deck)
    assert above(*MENU, headline, deck, *body)[0] == headline


@pytest.mark.parametrize(
    "top",
    [
        pytest.param("Golden apples win the prize of the autumn market", id="a link to another story"),
        pytest.param("Letters, views and songs from the islands", id="what the page says of itself"),
        pytest.param("Island life", id="a section"),
    ],
)
def test_a_headline_with_a_full_stop_below_what_the_text_does_not_tell_stays_the_headline(top: str) -> None:
    headline = "The ferry sails again after the storm broke the mole."
    assert above(*MENU, top, headline, "By Ann Lee", "14 September 2022", *EN)[0] == headline


def test_of_two_lines_that_read_alike_the_wider_is_the_deck() -> None:
    headline, deck = (
        "Ferry to sail again three weeks after storm",
        "Passengers may have their money back, and a crane lays the last stones",
    )
    assert above(*MENU, "HARBOUR", headline, deck, "By Ann Lee", "The Sound", "14 September 2022", *EN) == (
        headline,
        deck,
    )


@pytest.mark.parametrize(
    "top",
    [
        ("Embassy of the Republic of Norland in Marova", "Blog"),
        ("Ministry of Ports and Fisheries", "Newsroom", "Speeches"),
        ("Ambassade de Norlande en Marovie", "Actualités"),
        ("Ofisi ya Makamu wa Rais", "Taarifa kwa Vyombo vya Habari"),
        ("Hafrannsóknastofnun", "Fréttatilkynning"),
    ],
)
def test_offices_above_the_sections_of_their_pages_are_no_headlines(top: tuple[str, ...]) -> None:
    headline = "From fjord to film: a week on the ferry to the island"
    assert above(*top, headline, "6 October 2022", *EN)[0] == headline


def test_a_headline_that_opens_with_an_office_stays_one() -> None:
    assert above("Embassy of Norland closes for good", "6 October 2022", *EN)[0] == "Embassy of Norland closes for good"


@pytest.mark.parametrize("label", ["Key points", "Summary", "At a glance"])
def test_points_below_their_label_are_no_headlines(label: str) -> None:
    headline = "Old ferry to sail again soon, harbour bosses say"
    points = (
        "Two tugs and a crane have been at work for weeks",
        "Passengers can have their money back until the end of the month",
    )
    assert above(*MENU, headline, label, *points, "Ann Lee", "3 May 2024", *EN)[0] == headline


def test_a_headline_below_such_a_label_stays_one() -> None:
    headline = "The ferry will sail again after the storm"
    assert above(*MENU, "Background", headline, "By Ann Lee", "3 May 2024", *EN)[0] == headline


@pytest.mark.parametrize(("text", "several"), [("1 200 visiteurs", False), ("12 000 000", False), ("12 20 visitors", True), ("1 200, 30", True), ("3 1200", True)])  # fmt: skip
def test_thousands_set_apart_are_one_number(text: str, several: bool) -> None:
    source = read_source(text, context=Context.fixed(), report=Report())
    assert has_numbers(survey(source, "fr").looks[0]) is several


@pytest.mark.parametrize(("above_it", "heads"), [("17:45", True), ("17.45 Uhr", True), ("12 3.5 17", False)])
def test_a_line_between_a_time_and_text_heads_an_entry(above_it: str, heads: bool) -> None:
    line = "Bridge to the old harbour shut"
    read = article(*MENU, "The ferry sails again after the storm", *EN[:2], above_it, line, EN[2], EN[0])
    assert (line in [block.text for block in read.blocks if block.KIND == "crosshead"]) is heads


SHOPS = (
    "Supermarket chain Fairlane is to close 31 of its 210 stores over the next six months, the company has said.",
    "The affected shops had been making losses since energy prices rose, it added. Around 1,200 jobs are at risk.",
    "Staff were told at meetings on Thursday morning, and consultations with the union will begin next week.",
    "Local politicians fear that other shops will follow, for Fairlane is the last that sells fresh food in town.",
)


def test_a_line_below_a_deck_and_a_date_is_no_deck() -> None:
    headline, deck = (
        "Supermarket chain Fairlane to close 31 stores",
        "Around 1,200 jobs are at risk as the chain leaves its smaller towns",
    )
    lines = (headline, deck, "Thursday, 8 Feb 2024 13:25", "Fairlane opened its first store in 1962")
    assert above(*MENU, *lines, *SHOPS) == (headline, deck)


def test_a_deck_below_a_date_alone_stays_one() -> None:
    headline, deck = (
        "Supermarket chain Fairlane to close 31 stores",
        "Around 1,200 jobs are at risk as the chain leaves its smaller towns",
    )
    assert above(*MENU, headline, "Thursday, 8 Feb 2024 13:25", deck, *SHOPS) == (headline, deck)


def test_a_deck_that_reads_as_well_as_the_headline_of_which_the_text_tells_is_one() -> None:
    headline, deck = (
        'Fairlane closes stores: "Nobody told the staff a word before"',
        "Other shops will follow, say politicians who fear for fresh food",
    )
    assert above(*MENU, headline, deck, "By", "Ann Lee", "8 February 2024", *SHOPS) == (headline, deck)


FYR = (
    "Klokka var ti på to om natta da Sindre Kvalvåg forsto hva han hadde kjøpt. Først kom et klikk, så en lyd.",
    "Tåkeluren på fyret er automatisk og eies av staten. Det står på side 47 i kontrakten, som Kvalvåg ikke leste.",
    "Et fyr uten tåkelur er bare et tårn, sier regiondirektør Berit Solli, som ikke vil ta tilbake fyrtårnet nå.",
)


def test_a_dash_opens_what_is_said_in_a_deck() -> None:
    headline, deck = "Kjøpte fyrtårn for én krone", "– Ingen sa noe om tåkeluren på fyret, sier Sindre Kvalvåg."
    assert above(*MENU, headline, deck, "Tone Aarvik", "2. februar 2024", *FYR) == (headline, deck)


def test_dashes_in_a_row_open_items_and_no_deck() -> None:
    headline, items = (
        "Kjøpte fyrtårn for én krone",
        ("– Ingen sa noe om tåkeluren på fyret.", "– Kvalvåg leste til side 12."),
    )
    assert above(*MENU, headline, *items, *FYR)[1] not in items


@pytest.mark.parametrize("headline", ["“The ferry is never late”", "“A ferry forgets nothing”"])
def test_a_quotation_below_a_kicker_is_the_headline(headline: str) -> None:
    deck = "Ferry passengers and harbour workers on three weeks of storm and rain"
    assert above(*MENU, "Interview", headline, deck, "14 September 2022", *EN) == (headline, deck)


@pytest.mark.parametrize(("top", "headline"), [("Vidéo. Le bac navigue de nouveau après la tempête", True), ("Vidéo. Les pommes dorées gagnent le prix", False)])  # fmt: skip
def test_a_label_with_a_stop_stands_before_headlines_that_the_text_repeats(top: str, headline: bool) -> None:
    body = (
        "Le bureau du port a annoncé lundi que le bac navigue de nouveau, trois semaines après la tempête de novembre.",
        "Deux remorqueurs et une grue travaillent depuis, et les dernières pierres ont été posées vendredi soir.",
    )
    deck = "Le bureau du port promet de rendre leur argent à tous les passagers avant la fin du mois"
    found = above("Accueil", "Rechercher", "Se connecter", top, deck, "Publié le 12 décembre 2023", *body)
    assert (found == (top, deck)) is headline


@pytest.mark.parametrize(
    ("between", "entries"), [(("18:40 Uhr", "17:05 Uhr"), True), (("17:05 Uhr", "Mehr dazu"), False)]
)
def test_lines_below_times_head_entries_and_are_no_decks(between: tuple[str, str], entries: bool) -> None:
    first = "Die Strecke zwischen Traubenheim und Laubental wird am Montag um 4 Uhr wieder freigegeben, teilte die Bahn mit."
    second = "Auch die letzten beiden Verletzten konnten nach Hause gehen, sagte Klinikleiter Hans Ott am Nachmittag."
    third = "Die Bahn will sich zu der Weiche nicht äußern, die schon in einem Prüfbericht von 2019 stand, sagte sie."
    heads = ("Bahn gibt Strecke frei", "Letzte Verletzte aus der Klinik entlassen")
    read = article("Startseite", "Suche", "Zugunglück bei Traubenheim: Strecke wieder frei", third, between[0], heads[0], first, between[1], heads[1], second)  # fmt: skip
    found = {block.text: str(block.evidence) for block in read.blocks if block.KIND == "crosshead"}
    assert ("an entry's heading" in found.get(heads[1], "")) is entries


@pytest.mark.parametrize(("deck", "fits"), [("‘I was never late’", True), ("Late ferry, late fish", False)])
def test_a_brief_quotation_below_the_headline_of_a_page_is_the_deck(deck: str, fits: bool) -> None:
    headline = "The ferry sails again after the storm broke the mole"
    assert above(*MENU, headline, deck, "By Ann Lee", "14 September 2022", *EN) == (headline, deck if fits else "")


@pytest.mark.parametrize("label", ["EXCLUSIVE", "Opinion", "Analysis"])
def test_the_kind_of_a_text_is_the_kicker_of_clean_copy(label: str) -> None:
    title = "The ferry sails again after the storm"
    text = (
        "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
    )
    more = "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain."
    found = article(label, title, text, more, text)
    assert [(one.KIND, one.text) for one in found.blocks][:2] == [("kicker", label), ("headline", title)]
    page = article("Home", "Sport", label, title, text, "Share", more, text, "Comments")
    assert [one.KIND for one in page.blocks if one.text == label] == ["furniture"]


def test_a_deck_of_two_clauses_leaves_the_headline_above_it() -> None:
    title, deck = "渡轮在风暴之后重新启航", "乘客可以再次在窗口买票，孩子到五月底免费乘船"
    text = (
        "港务局周一表示，渡轮将在风暴三周之后再次启航，旧码头也已经修好，乘客可以在窗口买票，老人和孩子可以免费乘船。"
    )
    more = "渔民从春天起就在等待修理，市政府支付了一半的费用。"
    found = article("交通", title, deck, "记者 李雨晴", "2024年3月12日", text, more, text)
    assert [one.text for one in found.blocks if one.KIND == "headline"] == [title]


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        pytest.param("Passengers of the year: send us your best pictures", False, id="a link with a word of the text"),
        pytest.param("Harbour office: ferry sails again", True, id="a headline of which the text tells"),
    ],
)
def test_a_wide_line_of_which_the_text_tells_far_more_than_of_the_one_above_is_the_headline(
    top: str, headline: bool
) -> None:
    below = "The ferry will sail again three weeks after the storm broke the mole of the harbour"
    read = above(*MENU, top, below, "14 September 2022", *EN)
    assert read == ((top, below) if headline else (below, ""))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Read more: " + ", ".join(["Ferries", "Harbour Office", "Storm Damage", "Ticket Refunds"] * 6), "furniture", id="keywords"),
        pytest.param("Read more: " + ", ".join(["the captain of the tug said that nobody had asked him"] * 6) + ".", "paragraph", id="what somebody tells"),
        pytest.param("The harbour: " + ", ".join(["Ferries", "Harbour Office", "Storm Damage", "Ticket Refunds"] * 6), "paragraph", id="no label of links"),
    ],
)  # fmt: skip
def test_a_wide_line_of_keywords_behind_a_label_of_links_is_no_deck(line: str, kind: str) -> None:
    headline = "The ferry sails again after the storm broke the mole"
    read = article(*MENU, headline, "Posted: 14 September 2022", "What's your reaction?", line, "Share this story", *EN)
    assert [block.KIND for block in read.blocks if block.text == line] == [kind]


LINKS = (
    "Council Drops Plan for a Bridge to the Island",
    "Mayor Names Harbour Chief Berg as Adviser",
    "Fishermen Ask Town for Lower Fees at the Quay",
)


@pytest.mark.parametrize("below", [("Ann Lee", "7 December 2016 — 5:00 AM"), ("By Ann Lee",), ("7 December 2016",)])
@pytest.mark.parametrize("links", [LINKS, LINKS[1:], LINKS[:1], ("So That's How the Fog Ends!", *LINKS[:1])])
def test_links_above_the_headline_take_neither_its_place_nor_that_of_deck_and_byline(
    links: tuple[str, ...], below: tuple[str, ...]
) -> None:
    headline = "Ferry to sail again three weeks after storm broke the mole"
    assert above(*MENU, *links, headline, *below, *EN) == (headline, "")


@pytest.mark.parametrize("end", ["", "?"])
def test_a_line_that_the_text_tells_is_the_headline_below_one_of_which_it_tells_half(end: str) -> None:
    top = "Passengers, harbours, storms: readers tell their stories"
    line = f"Will the ferry sail again three weeks after the storm broke the mole of the harbour{end}"
    assert above(*MENU, top, line, "By Ann Lee", "14 September 2022", *EN) == (line, "")


@pytest.mark.parametrize("signed", ["By Ann Lee", "Ann Lee, Bo Ek", "14 September 2022"])
def test_a_link_above_a_signed_line_that_reads_better_is_no_deck_of_another_link(signed: str) -> None:
    links = ("Fishermen Ask Town for Lower Fees at the Quay", "Mayor Names Harbour Chief Berg as Adviser")
    title = "Ferry to sail again three weeks after storm broke the mole"
    assert above(*links, title, signed, *EN) == (title, "")
    assert above("Home | News | Sport", *links, title, signed, *EN) == (title, "")


@pytest.mark.parametrize(
    ("title", "deck"),
    [
        pytest.param(
            "Ferry to sail again three weeks after storm broke the mole",
            "The ferry will sail again three weeks after the storm.",
            id="a sentence",
        ),
        pytest.param(
            "Ferry will sail again after storm broke mole",
            "Ferry to sail again three weeks after storm broke the mole",
            id="a far longer line",
        ),
    ],
)
def test_the_headline_in_other_words_is_the_deck_where_it_is_a_sentence_or_far_longer(title: str, deck: str) -> None:
    assert above("Home | News | Sport", "Golden apples win", title, deck, "By Ann Lee", "14 September 2022", *EN) == (
        title,
        deck,
    )


@pytest.mark.parametrize("credit", ["(Photo: Bo Ek)", "Bo Ek/AP"])
@pytest.mark.parametrize("title", ["The mole is whole", "Ferry sails again"])
def test_a_longer_caption_above_its_credit_leaves_the_brief_headline_above_it(title: str, credit: str) -> None:
    caption = "The mole of Norrstad at dawn in the rain of autumn"
    assert above(*MENU, title, caption, credit, "By Ann Lee", *EN) == (title, "")


@pytest.mark.parametrize("button", ["Share {} on social media", "Print {} and keep it", "Mail {} to a friend"])
def test_a_button_that_names_the_headline_is_none(button: str) -> None:
    title = "Beekeepers leave the coast as fog closes in"
    assert above(*MENU, title, "Save", button.format(title), "By Ann Lee", "14 June 2026", *EN)[0] == title


def test_points_above_the_byline_are_neither_deck_nor_the_end_of_the_head() -> None:
    points = ("• The mole broke three weeks ago in a storm", "• Two tugs and a crane have been at work since")
    read = article("Ferry sails again to the islands", *points, "Ann Lee | Norrstad", "Updated 14/06/2026 03:21", *EN)
    assert read.authors == ("Ann Lee",)
    assert read.first(Subheadline) is None
    assert [block.text for block in read.blocks if block.KIND == "list_item"] == list(points)


def test_a_notice_on_both_sides_of_a_headline_parts_it_from_no_deck() -> None:
    title, deck = (
        "Valley growers keep watch at dry wells in spite of guards",
        "Doubt and weariness settle over a camp as pledges that no pump will be sealed do little to calm families",
    )
    text = (
        "Pledges by the board that no pump will be sealed before spring have done little to calm doubt in the valley.",
        "Growers keep watch at the dry wells by day, and guards walk the line by night, in spite of all that was said.",
        "They hope for rain and a letter, says one who has picked almonds there for twenty years; they have blankets.",
    )
    notice = "This article is more than five years old"
    assert above(*MENU, notice, title, notice, deck, "Ann Lee", "18 October 2016", *text) == (title, deck)


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("Handel an der Küste", "Fischpreise drehen leicht ins Plus"),
        ("Krieg in der Bucht", "„Wir fahren nur noch bei Tag“, sagt der Lotse"),
        ("Vent sur la côte", "Trois bateaux restent au port jusqu’à lundi"),
        ("Elezioni a Porto Lungo", "Il sindaco uscente perde per dodici voti"),
        ("Fog on the sound", "Three ferries stay in port until Monday"),
    ],
)
def test_a_kicker_printed_once_more_at_the_head_of_the_headline_is_cut_off(kicker: str, headline: str) -> None:
    read = article(*MENU, kicker, f"{kicker} {headline}", *EN)
    assert [block.text for block in read.blocks if block.KIND in ("kicker", "headline")] == [kicker, headline]


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("Berlin", "Berlin Marathon startet drei Stunden später"),
        ("Norrstad", "Norrstad Beat Lund in Derby"),
        ("Krieg in der Bucht", "Krieg in der Bucht dauert an, sagt der Lotse"),
        ("Prince Ole", "Prince Ole Regatta speech moves the crowd"),
        ("Fog on the sound", "Fog on the sound Delays Every Ferry of the Week"),
        ("City of Lund", "City of Lund Police arrest three fishermen at the mole"),
        ("House of Lords", "House of Lords Committee asks for a new lighthouse"),
        ("Bank of Norrstad", "Bank of Norrstad Board lends two million for the mole"),
    ],
)
def test_a_headline_that_opens_with_its_section_or_a_name_stays_whole(kicker: str, headline: str) -> None:
    assert above(*MENU, kicker, headline, *EN)[0] == headline


@pytest.mark.parametrize("line", ["SHARE {}", "Print {}", "{} Share", "Share Print {}", "Subscribe {}"])
def test_a_button_printed_with_the_headline_is_neither_headline_nor_deck(line: str) -> None:
    title = "Police: Woman may have taken six boats on the north quay in a week"
    assert above(title, line.format(title), "boats.jpg", *EN) == (title, "")


@pytest.mark.parametrize(
    "line",
    [
        "The Norrstad Harbour News Services Home News Releases Search Subscribe to Harbour News Contact Us",
        "Home Fog News Sport Our Boats Video Contact Us",
        "Sport Video Unser Hafen Kontakt Impressum Datenschutz",
    ],
)
def test_a_menu_run_together_with_other_words_is_neither_headline_nor_deck(line: str) -> None:
    title = "Lindgren names ferry masters of the year"
    assert above(*MENU, line, "April 21, 2009", title, *EN)[0] == title
    assert above(*MENU, title, line, "April 21, 2009", *EN) == (title, "")


@pytest.mark.parametrize(
    "title",
    [
        "Video: Fans share photos of home opener",
        "Sports fans share video of home news reporter",
        "Police Home In on Video of Harbour News Reporter",
    ],
)
def test_a_headline_with_the_words_of_a_menu_is_one(title: str) -> None:
    assert above(*MENU, title, "April 21, 2009", *EN)[0] == title


def test_lines_that_open_with_an_hour_are_a_ticker_and_no_headlines() -> None:
    title = "House on fire: four dead in a village by the sound"
    ticker = (
        "09:41 The road to the mole is closed after a crash",
        "09:39 Fishermen found a club",
        "08:12 Crane for sale",
    )
    assert above(*MENU, *ticker, title, *EN)[0] == title


def test_a_line_that_closes_with_a_slash_is_the_kicker() -> None:
    assert above("DOCTORS FIGHT FOR OFFICER /", "Minister on posts: 'Words have consequences'", *EN)[0].startswith(
        "Minister"
    )


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("Stellungnahme zur Fähre", "„Der Rat muss sich fragen, wem er damit dient“"),
        ("Lettre au conseil", "« Qui paiera les pierres du môle ? »"),
        ("Pismo do rady", "„Kto zapłaci za kamienie na molo?”"),
    ],
)
def test_a_kicker_printed_together_with_a_quotation_is_cut_off(kicker: str, headline: str) -> None:
    assert above(*MENU, kicker + headline, *EN)[0] == headline


@pytest.mark.parametrize(
    "title",
    [
        "Суд арестовал имущество ООО«Северная верфь Норрстада»",
        "Mayor calls the mole“the most costly wall in town”",
        "Die Mole ist„das teuerste Bauwerk“",
    ],
)
def test_a_name_in_quotation_marks_without_its_blank_stays_in_the_headline(title: str) -> None:
    assert above(*MENU, title, *EN)[0] == title


def test_a_topic_above_a_headline_that_says_it_is_no_headline() -> None:
    title = "How the war in the Middle East hits the harbour"
    assert above("War in the Middle East", title, "By Ann Lee", *EN)[0] == title


def test_points_below_the_headline_of_a_release_make_no_page_of_it() -> None:
    points = [f"• Boats of pier {number} sail again from Monday on" for number in range(1, 10)]
    read = article("Norrstad Shipping reports its best quarter ever", *points, *EN)
    assert [block.text for block in read.blocks if block.KIND == "list_item"] == points


def test_a_quotation_behind_a_blank_stays_in_the_headline() -> None:
    title = "Der Lotse fragt: „Wer soll die Steine für die Mole zahlen?“"
    assert above(*MENU, title, *EN)[0] == title


def test_a_caption_printed_twice_below_the_headline_is_none() -> None:
    title, caption = "Harbour vandals still not caught", "The hall at Lund was daubed with paint on August 9"
    text = (
        "The failure to catch the vandals who daubed the harbour hall with paint is a let-down, the office says.",
        *EN,
    )
    assert above(*MENU, title, caption, caption, *text)[0] == title


def test_titles_with_bullets_above_the_headline_make_a_page_and_are_no_list() -> None:
    links = [f"• {line}" for line in (
        "Power firms build their grids faster", "Cold drives the price of gas up", "New crane for the yard in Lund",
        "Heil expects black figures again", "Settlement near over the cable", "Substation goes on line", "Land funds heat from deep down",
        "Firm takes over roofs", "Town reads its meters from afar",
    )]  # fmt: skip
    title = "Wind behind the town's solar fields"
    read = article(*links, f"Harbour Trends > Solar - {title}", title, *EN)
    headline = read.first(Headline)
    assert headline is not None
    assert headline.text == title
    assert read.first(Subheadline) is None
    assert not [block for block in read.blocks if block.KIND in ("list_item", "crosshead")]


def test_points_with_bullets_above_the_text_of_clean_copy_stay_a_list() -> None:
    points = [
        "• The mole broke three weeks ago",
        "• Two tugs have been at work since",
        "• The ferry sails again on Monday",
    ]
    read = article("Ferry sails again to the islands", *points, *EN)
    assert [block.text for block in read.blocks if block.KIND == "list_item"] == points


@pytest.mark.parametrize("date", ["5 June 2025", "05.06.2025 | Harbour", "Thursday, 5 June 2025"])
def test_the_line_below_a_date_is_the_first_of_clean_copy(date: str) -> None:
    title, deck = (
        "Harbour office keeps its old boats until autumn",
        "The ferry will sail again on Monday, after the storm",
    )
    read = article(date, title, deck, *EN)
    headline, found = read.first(Headline), read.first(Subheadline)
    assert headline is not None
    assert found is not None
    assert (headline.text, found.text) == (title, deck)


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("Gemeindepolitik:", "Böse Briefe und grobe Anrufe"),
        ("Streit um das Bad:", "Der Rat tagt heute Abend noch einmal"),
        ("Fischerei:", "„Wir gehen nicht“, sagt der Lotse"),
    ],
)
def test_a_kicker_printed_together_with_its_headline_behind_a_colon_is_cut_off(kicker: str, headline: str) -> None:
    read = article(*MENU, kicker + headline, *EN)
    assert [block.text for block in read.blocks if block.KIND in ("kicker", "headline")] == [kicker, headline]


@pytest.mark.parametrize(
    "title",
    [
        "NATO:Streit um neue Ziele im Norden",
        "Lotse: Der Nebel bleibt noch eine Woche",
        "The ferry of 12:30 will sail again on Monday",
    ],
)
def test_another_colon_stays_in_the_headline(title: str) -> None:
    assert above(*MENU, title, *EN)[0] == title


def test_a_sentence_between_a_headline_and_its_twin_is_the_deck() -> None:
    title, deck = (
        "Teenager hurt in quad bike crash on the coast",
        "Gardaí want to hear from anyone who saw the quad bike before it.",
    )
    text = (
        "A teenager has been hurt in a quad bike crash on the coast, the harbour office said on Monday evening.",
        *EN,
    )
    assert above(*MENU, title, deck, title, "By Ann Lee", *text) == (title, deck)


@pytest.mark.parametrize("between", ["Harbour", "14 June 2026", "Share", "The quad bike. Photo: Ann Lee/AP"])
def test_other_lines_between_a_headline_and_its_twin_are_no_deck(between: str) -> None:
    title = "Teenager hurt in quad bike crash on the coast"
    assert above(*MENU, title, between, title, "By Ann Lee", *EN) == (title, "")


def test_a_line_printed_on_both_sides_of_a_kicker_does_not_make_a_deck_of_the_headline() -> None:
    notice, title = (
        "Harbour story of the day",
        "Ferry sails again after the storm and nobody was hurt, says the office of ports",
    )
    assert above(*MENU, notice, "Storm", notice, title, "18 October 2016", *EN) == (title, "")


@pytest.mark.parametrize("mark", ["•", "▪", "*"])
def test_a_caption_twice_behind_bullets_is_no_list_and_hides_no_headline(mark: str) -> None:
    caption = "The mayor took the key from two young readers of the harbour school."
    title = "Mayor opens the ferry hall of the old harbour"
    read = article(f"{mark} {caption}", f"{mark} {caption} Photo: harbour office", "", title, "", *EN, between="\n")
    headline = read.first(Headline)
    assert headline is not None
    assert headline.text == title


@pytest.mark.parametrize("second", ["The ferry stays.", "The mayor took the keys of the harbour."])
def test_items_that_say_two_things_stay_a_list(second: str) -> None:
    read = article("Harbour office keeps its old boats", *EN, "- The mayor took the key of the harbour.", f"- {second}")
    assert [block.KIND for block in read.blocks][-2:] == ["list_item", "list_item"]
