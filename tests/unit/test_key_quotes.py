# SPDX-License-Identifier: Apache-2.0
"""The key quotes box: which quotations are chosen, and that every format shows them beside the whole article."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.support.extraction import docx_text, epub_text, is_subsequence
from tests.support.pdfs import structure

from docforge import read
from docforge.cli import run
from docforge.conversion import render
from docforge.key_quotes import key_quotes
from docforge.settings import Settings
from docforge.verify import verify

TEXT = """Bridge opens after three years

President Nora Whitfield opened the bridge with engineer Paul Marek on Monday.

“We said that we would build it in three years, and in three years it stands where it should,” Whitfield said.

“The river gave us no rest at all, and we gave it none in return,” said the engineer, Paul Marek. “We are glad now.”

“It is late,” a ferryman said, “but not too late for the old people on the other side of the water.”

“No comment,” Marek added.

“And there will be no toll on it, neither now nor later, as long as I have a say in this,” Whitfield said.

“Somebody will have to pay for all of this in the end,” she said of the costs.
"""


def chosen(text: str, count: int) -> list[tuple[str, str]]:
    return [(own.who, " … ".join(own.parts)) for own in key_quotes(read(text), count)]


def test_office_comes_first_and_everybody_is_heard_before_one_is_heard_twice() -> None:
    first = "We said that we would build it in three years, and in three years it stands where it should"
    assert chosen(TEXT, 1) == [("Nora Whitfield", first)]
    assert [who for who, _ in chosen(TEXT, 3)] == ["Nora Whitfield", "Paul Marek", "a ferryman"]
    assert [who for who, _ in chosen(TEXT, 4)] == ["Nora Whitfield", "Paul Marek", "a ferryman", "Nora Whitfield"]


def test_parts_that_the_cue_splits_stay_one_quotation() -> None:
    assert (
        "a ferryman",
        "It is late, … but not too late for the old people on the other side of the water.",
    ) in chosen(TEXT, 9)


def test_short_ones_and_unknown_speakers_are_left_out() -> None:
    told = chosen("Talks end\n\nNobody knows.\n\n“It is what it is, and it will stay what it is,” he said.\n", 5)
    assert told == []
    assert not any("No comment" in words for _, words in chosen(TEXT, 50))


def test_long_ones_end_with_a_sentence() -> None:
    sentence = "We have worked on this for many years and we will go on with it."
    text = f"Report\n\n“{' '.join([sentence] * 9)[:-1]},” Ann Lee, a professor, said.\n"
    own = key_quotes(read(text), 1)[0]
    assert own.cut
    assert own.parts == (" ".join([sentence] * 4),)


def test_chinese_counts_letters() -> None:
    text = (
        "临江新桥通车\n\n临江新桥十四日全线通车，两岸居民步行五分钟就可以到达对岸的市场和学校。\n\n"
        "市长王建国说：“这座桥我们等了整整二十年，今天终于可以走过去了。”\n\n市长王建国说：“好。”\n"
    )
    assert chosen(text, 5) == [("王建国", "这座桥我们等了整整二十年，今天终于可以走过去了。")]


@pytest.mark.parametrize("format", ["docx", "epub", "pdf", "html"])
def test_every_format_shows_the_box_and_loses_nothing(format: str) -> None:
    article = read(TEXT)
    document = render(article, format, settings=Settings(key_quotes=2))
    text = {
        "docx": docx_text,
        "epub": epub_text,
        "pdf": lambda pdf: structure(pdf).text,
        "html": lambda page: page.decode("utf-8").replace("<", "\n<"),
    }[format](document)
    assert text.count("The river gave us no rest at all") == 2
    assert text.count("Key quotes") == 1
    assert is_subsequence(TEXT, text)
    assert verify(document, (article,), name=f"out.{format}").holds


def test_structures_are_those_of_the_formats() -> None:
    article = read(TEXT, overrides={"source": "https://example.org/bridge"})
    settings = Settings(key_quotes=1)
    page = render(article, "html", settings=settings).decode("utf-8")
    assert '<aside class="key-quotes" role="doc-pullquote">' in page
    assert '<blockquote class="key-quote" cite="https://example.org/bridge"><p>' in page
    box = structure(render(article, "pdf", settings=settings)).all("Sect")[0]
    assert [kid.tag for kid in box.kids] == ["P", "BlockQuote", "P"]
    with zipfile.ZipFile(io.BytesIO(render(article, "docx", settings=settings))) as archive:
        story = archive.read("word/document.xml").decode("utf-8")
    assert [f'w:val="{name}"' in story for name in ("KeyQuotesHeading", "KeyQuote", "KeyQuoteSource")] == [True] * 3


def test_none_by_default_and_none_in_the_newsroom_item() -> None:
    article = read(TEXT)
    assert "key-quote" not in render(article, "html").decode("utf-8").split("</style>")[1]
    item = render(article, "ninjs", settings=Settings(key_quotes=2)).decode("utf-8")
    assert item == render(article, "ninjs").decode("utf-8")


def test_a_country_in_an_office_is_no_person() -> None:
    text = (
        "Talks end\n\nPresident Nora Velle met the council on Monday.\n\nThe joint plan opens a new chapter, "
        "the president of Norland believes. She stressed that Norland would support the council in all it does.\n"
    )
    article = read(text)
    assert [e.name for e in article.entities if e.kind == "person"] == ["Nora Velle"]
    assert {quote.person for quote in article.quotes} == {"Nora Velle"}


def test_command(tmp_path, capsys) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT, encoding="utf-8")
    out = tmp_path / "b.epub"
    assert run(["pack", str(source), "-o", str(out), "--key-quotes", "2", "-q"]) == 0
    assert run(["verify", str(out), "--source", str(source)]) == 0
    assert epub_text(out.read_bytes()).count("The river gave us no rest at all") == 2
    assert run(["convert", str(source), "-o", str(tmp_path / "c.html"), "--key-quotes", "-1"]) == 2
