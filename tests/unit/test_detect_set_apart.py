# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""What decides that a line amid the text is set apart, leads away, titles a video or tells who speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.support.detection import FERRY, MENU, surveyed

from docforge.detect.insets import is_set_apart, leads_away, names_speaker, titles_video
from docforge.detect.look import Look
from docforge.detect.survey import Survey

TITLE = "The ferry sails again after the storm"
A, B, C, D, E = FERRY
PAIR = "Marit Olsen and Anna Berg, who mend nets, have been in the harbour office since the first hours of Monday."
LINE = "Cod with cream"


def answer(question: Callable[[Survey, Look], float], line: str, *lines: str) -> float:
    """Return what is answered of the first passage that says *line*."""
    seen = surveyed(*lines)
    return question(seen, next(look for look in seen.looks if look.text == line))


def amid(question: Callable[[Survey, Look], float], line: str, *lines: str) -> float:
    return answer(question, line, TITLE, A, B, *lines, C, D)


WALL, STORMS, NIGHT = "“The Wall.”", "“Winter Storms.”", "“A Night by the Sea.”"


@pytest.mark.parametrize(
    ("line", "lines", "apart"),
    [
        ("The new mole seen from the tower (", ("The new mole seen from the tower (",), True),
        ("“New stones”", ("“New stones”", "„Alte Steine“"), True),
        ("“New stones”", ("“New stones”", "Old stones"), False),
        ("New stones", ("“Old stones”", "New stones", "“No stones”"), False),
        ("So many “stones”", ("So many “stones”", "“Old stones”"), False),
        ("“Stones” for all", ("“Stones” for all", "“Old stones”"), False),
        ("“Nobody asked”", ("“Nobody asked”", "“Nobody knew how many stones it would take, and nobody asked.”"), False),
        ("“The mole is gone.”", ("“The mole is gone.”",), True),
        ("“The mole is gone!”", ("“The mole is gone!”",), False),
        ("The mole is gone.", ("The mole is gone.",), False),
        (WALL, (WALL, E, STORMS, A, NIGHT, B), False),
        (WALL, (WALL, E, STORMS, A), True),
        (WALL, (WALL, E, "Winter Storms", A, "A Night by the Sea", B), True),
        (WALL, (WALL, E, STORMS, A, NIGHT, "Photo: Ann Lee"), True),
        ("“We saw the mole Friday.”", ("“We saw the mole Friday.”", E, "“No boat went Monday.”", A, "“It was a wall Tuesday.”", B), True),
        ("“The mole is gone.”", ("“”", E, "“The mole is gone.”"), True),
        ("Wer nutzt sie?", ("Wer baut die Mole?", "Wer zahlt?", "Wer nutzt sie?"), True),
        ("谁来使用？", ("谁来修码头？", "谁来付钱？", "谁来使用？"), True),
        ("Who pays?", ("Old rope", "Who builds it?", "Who pays?"), False),
        ("Who pays?", (f"{A[:-1]}, but who will tell the passengers of the ferry that it does?", "Who builds it?", "Who pays?"), False),
    ],
)  # fmt: skip
def test_quotations_questions_and_captions_cut_off_are_set_apart(
    line: str, lines: tuple[str, ...], apart: bool
) -> None:
    assert amid(is_set_apart, line, *lines) == apart


def test_two_questions_on_top_are_no_list() -> None:
    assert answer(is_set_apart, "Who pays?", "Who builds the mole?", "Who pays?", A, B) is False


def test_a_title_above_all_text_is_of_no_series() -> None:
    assert answer(is_set_apart, STORMS, WALL, A, STORMS, B, NIGHT, C) is True


def test_a_quotation_may_close_the_text() -> None:
    assert answer(is_set_apart, "“Old stones”", TITLE, A, B, "“Old stones”") is False


MASTER = "Marit Olsen, harbour master"


@pytest.mark.parametrize(
    ("line", "lines", "apart"),
    [
        ("Marit Olsen", (PAIR, "Marit Olsen"), True),
        ("Marit Olsen.", (PAIR, f"{E[:-1]}, said Marit Olsen.", "Marit Olsen."), False),
        ("Marit Olsen", ("Marit Olsen",), False),  # the text does not tell of her
        ("Harbour Office", (PAIR.replace("the harbour office", "Harbour Office"), "Harbour Office"), False),
        (MASTER, (PAIR, MASTER), True),
        (f"{MASTER}. She came to the town as a child and has mended nets, moles and boats there", (PAIR, f"{MASTER}. She came to the town as a child and has mended nets, moles and boats there"), False),
        ("Marit Olsen, SPD-Vorsitzende", (PAIR, "Marit Olsen, SPD-Vorsitzende"), True),
        ("Marit Olsen, Norrstad", (PAIR, "Marit Olsen, Norrstad"), False),  # may be a place
        ("Marit Olsen, Norrstad", (PAIR, f"{E[:-1]}, Olsen said.", "Marit Olsen, Norrstad"), True),
        ("Harbour Office, by the quay", (PAIR.replace("the harbour office", "Harbour Office"), E.replace("the wall", "the Office"), "Harbour Office, by the quay"), False),
        ("Marit Anne Olsen Berg", (PAIR.replace("Marit Olsen", "Marit Anne Olsen Berg"), "Marit Anne Olsen Berg"), True),
        ("Marit Olsen", (PAIR, "Marit Olsen", PAIR.replace("Monday", "Friday")), False),  # the next paragraph tells of her
        ("Marit Olsen", (PAIR, "Marit Olsen", "Seen beside Marit Olsen"), True),
        ("Marit Olsen", (PAIR, "Marit Olsen", E, "Old stones", A.replace("mole", "wall"), "New stones", B.replace("rain", "snow"), "No stones"), True),
        ("Marit Olsen", (PAIR, "Marit Olsen", E, "Stones, nets and boats", A.replace("mole", "wall"), "Fish, bread and tea", B.replace("rain", "snow"), "Boats, tugs and cranes"), True),
        ("Marit Olsen", (PAIR, "Marit Olsen", E, "Anna Berg"), False),  # two head the text
        (MASTER, (PAIR, MASTER, E, "Anna Berg, net maker"), True),
        ("Marit Olsen", (PAIR.replace("nets", "nets with Peter Holm"), "Marit Olsen", "Of nets", E, "Anna Berg", "Of boats", A, "Peter Holm", "Of stones"), True),
    ],
)  # fmt: skip
def test_the_name_of_somebody_told_of_stands_below_a_portrait(line: str, lines: tuple[str, ...], apart: bool) -> None:
    assert amid(is_set_apart, line, *lines) == apart


@pytest.mark.parametrize(("names", "apart"), [(("Marit Olsen", "Anna Berg"), True), (("Marit Olsen", "Anna Berg", "Peter Holm"), False)])  # fmt: skip
def test_three_names_amid_a_page_are_a_series(names: tuple[str, ...], apart: bool) -> None:
    told = PAIR.replace("nets", "nets with Peter Holm")
    lines = [line for name, text in zip(names, (A, B, C), strict=False) for line in (name, text)]
    assert answer(is_set_apart, "Marit Olsen", *MENU, TITLE, told, E, *lines, D) is apart


def test_a_name_below_the_text_is_no_portrait() -> None:
    assert answer(is_set_apart, "Marit Olsen", TITLE, A, B, PAIR, "Marit Olsen") is False


NAME = "The mole and storm"


def gallery(name: str, *more: str, said: str = "") -> bool:
    """Say whether the title of a picture leads away that stands below the name of a gallery."""
    lines = (name, LINE, E, name, "The first stones", C, name, "Boats in the rain", *more)
    return bool(answer(leads_away, LINE, TITLE, A, B, *([f"{said} {E}"] if said else []), *lines, D))


@pytest.mark.parametrize(
    ("name", "said", "away"),
    [
        (NAME, "", True),
        ("The mole, storm", "", False),
        ("The mole and storm, 3", "", False),
        ("Lighthouse mole and gallery", "They saw it.", False),  # the text says two words in four
        ("Mole and storm gallery", "They saw it.", True),  # or three
        ("Was this page helpful?", "A page of this book was helpful, she says.", False),
        ("Photo: Ann Lee of Norrstad", "The photo by Ann Lee of Norrstad is lost.", False),
    ],
)
def test_the_name_of_a_gallery_stands_above_titles_of_pictures(name: str, said: str, away: bool) -> None:
    assert gallery(name, said=said) is away


def test_the_name_of_a_gallery_stands_above_no_text() -> None:
    assert gallery(NAME, E, NAME) is False


TEASER = "Half the town came to the quay when the first stones were brought by ship from the islands."


@pytest.mark.parametrize(
    ("lines", "away"),
    [
        (("Related stories", LINE), True),
        (("Related stories", LINE, "Of nets", "Of boats"), False),
        ((LINE,), False),
        (("Video", LINE), False),
        (("Video", LINE, "Of nets"), True),
        (
            (
                "Bild",
                LINE,
                "The mole of the town before the storm, seen from the sea at six in the morning. Foto: Eva Berg",
            ),
            True,
        ),
        (("Video", LINE, E, "Video"), True),
        (("Video", LINE, E, "Photo: Ann Lee"), True),
        (("Video", LINE, E, "Infographie"), True),
        (("Video", LINE, E, "Share"), True),
        (("Video", LINE, E, "Of nets"), False),
        (("Video", LINE, E, "Of nets", A, "Grafik"), False),
        (("Video", LINE, E, "Of nets", A, "Grafik", "Of boats", A, "Podcast"), True),
        ((LINE, f"{TEASER} (31.05.2019)"), False),
        ((LINE, f"{TEASER} (31.05.2019)", "Of nets", f"{E} (30.05.2019)"), True),
        ((LINE, f"{TEASER} (30.05.2019)", "Of nets", f"{E} (31.05.2019)"), True),
        ((LINE, f"{TEASER} (29.05.2019)", "Of nets", f"{E} (30.05.2019)", "Of boats", f"{A} (31.05.2019)"), False),
        ((LINE, E, f"{TEASER} (31.05.2019)", "Of nets", f"{A} (30.05.2019)"), False),
        ((LINE, "Of boats and of nets (1.6.2019)", f"{TEASER} (31.05.2019)", "Of nets", f"{A} (30.05.2019)"), False),
        ((LINE, "31. 5. 2019 17:45"), True),
        ((LINE, "Wednesday 31 October 2019"), False),
        ((LINE, "31 May 2019."), False),
        ((LINE, "On 3 May 2019 again"), False),
        (("31.05.2019", LINE), True),
        (("Of nets", "31.05.2019", LINE), False),
    ],
)
def test_a_title_of_another_story_stands_at_its_label_or_date(lines: tuple[str, ...], away: bool) -> None:
    assert amid(leads_away, LINE, *lines) == away


FIRST, SECOND, THIRD = "3.4.2020", "4.5.2020", "5.6.2020"


@pytest.mark.parametrize(
    ("lines", "away"),
    [
        ((LINE, FIRST, E, "Of nets", SECOND, A, "Of boats", THIRD), False),
        ((LINE, FIRST, E, "Of nets", SECOND, A), True),
        ((LINE, FIRST, E, "Of nets", SECOND, A, THIRD), True),  # one between paragraphs
        ((LINE, FIRST, E, "Of nets", SECOND, A, "Of boats", THIRD, "Of stones"), True),  # one between titles
        ((LINE, FIRST, E, "Of nets", SECOND, A, THIRD, "Of stones"), False),  # above a title
        ((LINE, FIRST, E, "Of nets", SECOND, A, THIRD, "Of stones", "Of boats"), True),
        ((LINE, FIRST, E, "Of nets", SECOND, A, "Of boats", THIRD, "Of stones"), True),
    ],
)
def test_three_dates_in_order_at_titles_are_a_chronology(lines: tuple[str, ...], away: bool) -> None:
    assert amid(leads_away, LINE, *lines) == away


def test_the_day_of_publication_is_of_no_chronology() -> None:
    assert answer(leads_away, LINE, TITLE, "1.2.2020", A, B, LINE, FIRST, E, "Of nets", SECOND, C, D) is True


@pytest.mark.parametrize(
    ("line", "lines", "away"),
    [
        ("• Cod and cream: seven dishes", ("• Cod and cream: seven dishes",), True),
        ("• Cod and cream: dishes", ("• Cod and cream: dishes",), False),
        ("• Cod and cream: seven dishes", ("• Cod and cream: seven dishes", E, "• Puffins"), False),
        ("Cod and cream: seven dishes again", ("Cod and cream: seven dishes again", E, "• Puffins"), False),
    ],
)
def test_one_wide_item_leads_away(line: str, lines: tuple[str, ...], away: bool) -> None:
    assert amid(leads_away, line, *lines) == away


FIELD = "Enter your email"


@pytest.mark.parametrize(
    ("line", "lines", "away"),
    [
        (LINE, (LINE, FIELD), True),
        (LINE, (LINE, "Thanks for signing up!"), True),
        (LINE, (LINE, E), False),
        ("The ferry and the mole", ("The ferry and the mole", FIELD), False),  # the text says so
        ("The ferry and puffins", ("The ferry and puffins", FIELD), False),  # or most of it
        ("Ferry tales, puffin stories, fish", ("Ferry tales, puffin stories, fish", FIELD), True),
        (LINE, (LINE, "Of boats, by email", FIELD), False),
        (LINE, (LINE, "The office writes of boats and of stones, by email, on every Friday of the year.", FIELD), True),
        (LINE, (LINE, "The office writes of boats and of stones on every Friday of the year, in the rain.", FIELD), False),
        (LINE, (LINE, "Follow the tides of the harbour and the tales of its master on every Friday of the year.", FIELD), True),
        (LINE, (LINE, "Related: the tides of the harbour and the tales of its master on every Friday of the year.", FIELD), True),
        (LINE, (LINE, "The tides of the harbour and what they do to your boat on every Friday of the year.", FIELD), True),
        (LINE, (LINE, "“The tides of the harbour do to your boat what they want,” the master said on Friday.", FIELD), False),
        ("Cabillaud à la crème", ("Cabillaud à la crème", "Votre adresse e-mail"), True),
        ("Dorsch in Rahm", ("Dorsch in Rahm", "E-Mail-Adresse"), True),
    ],
)  # fmt: skip
def test_a_newsletter_is_titled_above_the_field_for_an_address(line: str, lines: tuple[str, ...], away: bool) -> None:
    assert amid(leads_away, line, *lines) == away


@pytest.mark.parametrize(
    ("below", "video"),
    [
        (("01:40 - Source: Channel 9",), True),
        (("01:40 - Ferry: Channel 9",), False),
        (("This video is unavailable",), True),
        (("This video is unavailable to all who live in the harbour, the office said on Monday.",), False),
        (("This video is unavailable, for your browser shows none.",), True),
        (("要观看此视频，请启用浏览器脚本",), True),
        (("要观看此视频，请等到星期一早上",), False),
        ((), False),
    ],
)
def test_a_player_tells_what_it_lacks_below_the_title_of_a_video(below: tuple[str, ...], video: bool) -> None:
    assert answer(titles_video, LINE, TITLE, A, B, LINE, *below) == video


def test_the_day_above_a_player_titles_no_video() -> None:
    assert amid(titles_video, "31 May 2019", "31 May 2019", "This video is unavailable") is False


def test_nothing_leads_away_at_the_end() -> None:
    assert answer(leads_away, LINE, TITLE, A, B, LINE) is False
    assert answer(leads_away, LINE, TITLE, A, B, "Video", LINE, C) is False


HEAD = "Head of the harbour office"
QUOTED = "“We saw it break and ran”"


@pytest.mark.parametrize(
    ("line", "lines", "score"),
    [
        (HEAD, ("Marit Olsen", HEAD), 0.7),
        (HEAD, ("Marit Anne Olsen", HEAD), 0.7),
        (HEAD, ("Marit Anne Berg Olsen", HEAD), 0.0),
        (HEAD, ("Marit Olsen.", HEAD), 0.0),
        (HEAD, ("Old stones", HEAD), 0.0),
        (HEAD, ("Saken Fortsetter", HEAD), 0.0),
        (HEAD, ("Artikkeli Jatkuu", HEAD), 0.0),
        (HEAD, ("Of nets", "Marit Olsen", HEAD), 0.0),
        ("head of the harbour office", ("Marit Olsen", "head of the harbour office"), 0.0),
        ("Head of the office?", ("Marit Olsen", "Head of the office?"), 0.0),
        (f"{HEAD} and of the old mole", ("Marit Olsen", f"{HEAD} and of the old mole"), 0.7),
        (f"{HEAD} and of the old lighthouse too", ("Marit Olsen", f"{HEAD} and of the old lighthouse too"), 0.0),
        (HEAD, ("Marit Olsen", HEAD, C, "Marit Olsen", E, "Marit Olsen"), 0.0),
        (HEAD, (QUOTED, HEAD), 0.3),
        (MASTER, (QUOTED, MASTER), 0.7),
        (HEAD, ("„Wir sahen es brechen.“", HEAD), 0.3),
        (HEAD, ("« On l'a vu casser ».", HEAD), 0.3),
        (HEAD, ("“Who is it?”", HEAD), 0.3),
        (HEAD, ("“We saw it break” and ran", HEAD), 0.0),
        (HEAD, ("We saw it “break and run”", HEAD), 0.0),
        (HEAD, (f"“{A} {E[:90]}”", HEAD), 0.3),
        (HEAD, (f"“{A} {E} {C[:60]}”", HEAD), 0.0),
    ],
)
def test_who_speaks_is_told_below_the_name_or_what_is_said(line: str, lines: tuple[str, ...], score: float) -> None:
    assert amid(names_speaker, line, *lines) == score


def test_a_name_on_top_is_no_speakers() -> None:
    assert answer(names_speaker, HEAD, A, "Marit Olsen", HEAD, B) == 0.7
    assert answer(names_speaker, HEAD, TITLE, "Marit Olsen", HEAD, A, B) == 0.0
    assert answer(names_speaker, HEAD, "Marit Olsen", HEAD, A, B) == 0.0
