# SPDX-License-Identifier: Apache-2.0
"""Several stories in one file: split where separators are plain, left whole where a rule only breaks a section."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docforge.conversion import read_all
from docforge.diagnostics import Report

HARBOUR = """Harbour reopens after storm

SALTMERE, March 9 (AP) — The harbour opened on Monday after a week of repairs to the quay wall, the port office said.

“We are glad,” said harbour master Ingrid Solheim, who has led the work since the storm."""

BUS = """Library buys night bus

By Ann Lee

The town library has bought a bus that will drive books to villages in the evening, the council decided on Tuesday."""

FEES = """Council raises parking fees

March 11, 2024

Parking in the old town will cost two crowns an hour from May, the council said on Wednesday in a long statement.

(Reporting by Ann Lee)"""

RUSSIAN = """Порт снова открыт после шторма

МОСКВА, 16 февраля. /ТАСС/. Порт открылся в понедельник после недели ремонта причальной стены, сообщили в управлении.

«Мы рады», – сказал начальник порта Иван Петров, который руководил работами после шторма."""

CHINESE = """暴风雨后港口重新开放

新华社北京1月27日电（记者王小明）港口管理局星期一表示，经过一周的码头墙修复工作，港口于当天重新开放，所有船只恢复进出。

“我们很高兴”，港务长李明说，他自暴风雨以来一直领导这项工作，并感谢全体工人的努力。"""


def split(text: str, eager: bool | None = None) -> tuple[list[str], list[str]]:
    """Headlines and remarks; every visible character is in one story or between two."""
    report = Report()
    articles = read_all(text.encode(), split=eager, report=report)
    reached = 0
    for article in articles:
        assert article.info.offset >= reached
        assert text[article.info.offset :].startswith(article.text)
        reached = article.info.offset + len(article.text)
    return [a.headline for a in articles], [f"{d.code} {d.message}" for d in report]


THREE = ["Harbour reopens after storm", "Library buys night bus", "Council raises parking fees"]


@pytest.mark.parametrize(
    "rule",
    ["***", "* * *", "---", "=====", "___", "###", "# # #", "~~~~~~", "⁂", "—————", "\f", "-30-", "ENDS", "*" * 60],
)
def test_plain_rules_between_stories_split(rule: str) -> None:
    headlines, remarks = split(f"\n\n{rule}\n\n".join([HARBOUR, BUS, FEES]) + "\n")
    assert headlines == THREE
    assert [r[:7] for r in remarks if "DF-R14" in r] == ["DF-R140"]


def test_line_ends_do_not_matter() -> None:
    text = "\n\n***\n\n".join([HARBOUR, BUS, FEES])
    for end in ("\r\n", "\r", "\u2028"):
        assert split(text.replace("\n", end))[0] == THREE


def test_other_scripts_split_too() -> None:
    assert split(f"{RUSSIAN}\n\n***\n\n{CHINESE}\n\n***\n\n{HARBOUR}\n")[0] == [
        "Порт снова открыт после шторма",
        "暴风雨后港口重新开放",
        "Harbour reopens after storm",
    ]


@pytest.mark.parametrize(
    ("head", "closing"),
    [
        ("Document {n} of 3", ""),
        ("{n} of 3 DOCUMENTS", ""),
        ("*** Document {n} of 3 ***", ""),
        ("Dokument {n} von 3", ""),
        ("Документ {n} из 3", ""),
        ("第{n}篇/共3篇", ""),
        ("第{n}則/共3則", ""),
        ("Story {n} of 3", "End of Document"),
        ("", "End of Document"),
        ("", "NNNN"),
        ("", "Document SALT000020240309ek390000{n}"),
    ],
)
def test_known_dumps_split_without_further_evidence(head: str, closing: str) -> None:
    bodies = [
        HARBOUR,
        BUS,
        "Rain falls on the northern hills\n\n"
        + "It rained on the hills of the north for the whole of the day and the night. " * 2,
    ]
    text = "\n\n".join(f"{head.format(n=n)}\n\n{b}\n\n{closing.format(n=n)}".strip() for n, b in enumerate(bodies, 1))
    headlines, remarks = split(text + "\n")
    assert headlines == [*THREE[:2], "Rain falls on the northern hills"]
    assert not any("DF-R141" in r for r in remarks)


def test_repeated_heads_of_a_wire_split() -> None:
    heads = ["AP 0123 09.03.2024 10:15", "AP 0124 09.03.2024 10:20", "AP 0131 09.03.2024 11:02"]
    text = "\n\n".join(f"{h}\n\n{b}" for h, b in zip(heads, [HARBOUR, BUS, FEES], strict=True))
    assert split(text)[0] == THREE


def test_the_cover_of_a_dump_is_reported() -> None:
    text = f"PRESS ARCHIVE\n2 documents found\n\nDocument 1 of 2\n\n{HARBOUR}\n\nDocument 2 of 2\n\n{BUS}\n"
    headlines, remarks = split(text)
    assert headlines == THREE[:2]
    assert any("DF-R141" in r and "PRESS ARCHIVE" in r for r in remarks)


def test_a_section_break_inside_a_story_of_a_digest_stays() -> None:
    broken = BUS + "\n\n***\n\nThe bus is blue and has room for two thousand books, among them many for children."
    articles = read_all(f"{HARBOUR}\n\n***\n\n{broken}\n\n***\n\n{FEES}".encode())
    assert [a.headline for a in articles] == THREE
    assert "two thousand books" in articles[1].text


PROSE = "The bus is blue and has room for two thousand books, among them many for children who live far away.\n\n"

WHOLE = {
    "section breaks": f"{HARBOUR}\n\n***\n\n{PROSE}***\n\n{PROSE}",
    "stanzas": "Night song\n\nThe sea is wide,\nthe night is long,\nthe ships abide\nand hear the song.\n\n***\n\n"
    "The wind is cold,\nthe sails are torn,\nthe men are old\nand wait for morn.\n\n***\n\n"
    "The end is near,\nthe coast is clear.\n",
    "end mark and about": f"{HARBOUR}\n\n###\n\nAbout the port\n\nThe port of Saltmere is one of the oldest of the "
    "coast and has been run by the town since its foundation in the middle ages.\n\nContact: press office\n",
    "underlined headings": f"Harbour reopens after storm\n{'=' * 27}\n\n{PROSE}What next\n---------\n\n{PROSE}",
    "printed pages": HARBOUR.replace(" after a week", "\n\fafter a week") + "\n\n" + PROSE * 3,
    "crossheads under rules": f"{HARBOUR}\n\n-----\n\nWhat happens next\n\n{PROSE}-----\n\nWhat it costs\n\n{PROSE}",
    "parts of a series": f"Part 1 of 3\n\n{HARBOUR}\n\nPart 2 of 3\n\n{PROSE}",
    "photo counter": f"{HARBOUR}\n\nPhoto 1 of 3\n\n{PROSE}\n\nPhoto 2 of 3\n\n{PROSE}",
    "table rules": f"{HARBOUR}\n\n----- -----\nYear  Ships\n----- -----\n2020  11\n2021  12\n----- -----\n\n{PROSE}",
    "times of a live report": f"Storm on the coast\n\n10:15\n\n{PROSE}10:45\n\n{PROSE}11:30\n\n{PROSE}",
    "agency below pictures": f"{HARBOUR}\n\nReuters\n\nWhat happens next\n\nBy Ann Lee\n\n{PROSE}{PROSE}Reuters\n\n"
    f"The new quay wall in June\n\nBy Bo Ek\n\n{PROSE}{PROSE}",
    "signature": f"{HARBOUR}\n\n-- \nIngrid Solheim\nHarbour office, Saltmere\n",
    "front matter": f"---\nheadline: Mine\n---\n{HARBOUR}\n",
    "notes to editors": f"{HARBOUR}\n\nENDS\n\nNotes to editors\n\n{PROSE}Photographs: press office.\n",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_near_misses_stay_whole(text: str) -> None:
    headlines, remarks = split(text)
    assert len(headlines) == 1
    assert not any("DF-R14" in r for r in remarks)


@pytest.mark.parametrize("name", ["section breaks", "stanzas", "printed pages", "table rules", "front matter"])
def test_near_misses_stay_whole_under_split(name: str) -> None:
    headlines, _ = split(WHOLE[name], eager=True)
    assert len(headlines) == 1


def test_asked_for_plain_separators_are_enough() -> None:
    briefs = [
        "Rain on the hills\n\nIt rained on the hills of the north all day. Rivers rose, and roads were closed to cars.",
        "Snow on the peaks\n\nIt snowed on the peaks of the south all night. Trains ran late, and schools were closed.",
    ]
    text = "\n\n***\n\n".join(briefs)
    assert split(text)[0] == ["Rain on the hills"]
    assert split(text, eager=True)[0] == ["Rain on the hills", "Snow on the peaks"]
    assert any("DF-R142" in r for r in split(briefs[0], eager=True)[1])


def test_never_means_never() -> None:
    assert len(read_all("\n\n***\n\n".join([HARBOUR, BUS]).encode(), split=False)) == 1


PIECES = st.sampled_from(
    [
        HARBOUR,
        BUS,
        FEES,
        PROSE,
        "Document 1 of 2",
        "Document 2 of 2",
        "***",
        "---",
        "\f",
        "End of Document",
        "x",
        "",
        "ENDS",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=9).map("\n\n".join), st.sampled_from([None, True]))
def test_every_character_is_in_one_story_or_named(text: str, eager: bool | None) -> None:
    if not text.strip():
        return
    report = Report()
    articles = read_all((text + "\nend").encode(), split=eager, report=report)
    whole, reached, between = text + "\nend", 0, ""
    for article in articles:
        assert article.info.offset >= reached
        between += whole[reached : article.info.offset]
        assert whole[article.info.offset :].startswith(article.text)
        reached = article.info.offset + len(article.text)
    between += whole[reached:]
    named = sum(dict(d.args)["count"] for d in report if d.code == "DF-R141" if isinstance(dict(d.args)["count"], int))
    rules = "***", "---", "Document 1 of 2", "Document 2 of 2", "End of Document", "ENDS"
    less = between
    for rule in rules:
        less = less.replace(rule, "")
    assert len("".join(less.split())) <= named <= len("".join(between.split()))
