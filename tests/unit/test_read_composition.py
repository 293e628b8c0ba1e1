# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a line of a text is a line)
"""Letters written as a base and its marks (NFD) are read as the composed ones, and lead back to all of the source."""

from __future__ import annotations

import time
from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docforge.context import Context
from docforge.detect import detect
from docforge.diagnostics import Report
from docforge.interchange import article_from_json, article_to_json
from docforge.model import Article, Source
from docforge.reading import read_source

TEXTS = {
    "de": "Alte Mole bleibt zu\n\nVon Jörg Öllinger\n\nVeröffentlicht am 6. März 2026\n\nDie Hafenbehörde räumt „große Risse“ ein. „Wir müssen früher prüfen“, sagte Direktorin Käthe Müller.\n\nDie Fähren fahren vom Nordkai.\n",
    "vi": "Đê chắn sóng cũ đóng cửa\n\nNguyễn Thị Hồng\n\n06/03/2026\n\nCảng vụ cho biết hôm thứ Sáu rằng đê chắn sóng cũ sẽ đóng cửa đến mùa xuân. “Chúng tôi không thể chờ thêm”, ông Lê Văn Đức nói.\n\nẢnh: Bến cảng cũ\n",
    "ko": "옛 방파제 봄까지 폐쇄\n\n김철수 기자\n\n입력 2026.03.06 10:30\n\n항만 사무소는 금요일 옛 방파제를 봄까지 닫는다고 밝혔다. 김영희 소장은 “더 기다릴 수 없다”고 말했다.\n\n연락선은 북쪽 부두에서 떠난다.\n",
    "ru": "Старый мол закрыт до весны\n\nТекст: Сергей Йолкин\n\n6 марта 2026 г.\n\nПортовая служба сообщила, что старый мол закрыт до весны. «Ждать нельзя», — заявила её глава Раиса Ёлкина.\n",
    "ja": "古い防波堤、春まで閉鎖\n\n2026年3月6日\n\n港湾事務所は金曜日、古い防波堤を春まで閉鎖すると発表した。「これ以上待てない」とガルシア所長は述べた。\n",
    "bn": "পুরোনো বাঁধ বসন্ত পর্যন্ত বন্ধ\n\n৬ মার্চ ২০২৬\n\nবন্দর কর্তৃপক্ষ শুক্রবার জানিয়েছে, পুরোনো বাঁধ বসন্ত পর্যন্ত বন্ধ থাকবে।\n",
}  # fmt: skip


def read(text: str) -> Source:
    return read_source(text, context=Context.fixed(), report=Report())


def shape(article: Article) -> list[tuple[str, str, str]]:
    """Return what each part is, its rule and its text."""
    parts = [(type(block).__name__, block.rule, block.text) for block in article.blocks]
    said = [normalize("NFC", quote.text_span.of(article.text)) for quote in article.quotes]
    return parts + [("quote", words, quote.speaker or "") for words, quote in zip(said, article.quotes, strict=True)]


@pytest.mark.parametrize("language", TEXTS)
def test_decomposed_copy_gives_the_same_article(language: str) -> None:
    apart = detect(read(normalize("NFD", TEXTS[language])), report=Report())
    whole = detect(read(TEXTS[language]), report=Report())
    assert shape(apart) == shape(whole)
    assert normalize("NFD", TEXTS[language]) != TEXTS[language]


@pytest.mark.parametrize("language", TEXTS)
def test_each_part_leads_back_to_all_its_marks(language: str) -> None:
    text = normalize("NFD", TEXTS[language])
    article = detect(read(text), report=Report())
    covered = [False] * len(text)
    for block in article.blocks:
        covered[block.span.start : block.span.end] = [True] * (block.span.end - block.span.start)
        assert normalize("NFC", block.span.of(text)) == block.text
    assert all(seen or char.isspace() for seen, char in zip(covered, text, strict=True))
    for quote in article.quotes:
        assert quote.speaker_span is None or normalize("NFC", quote.speaker_span.of(text)) == quote.speaker
    assert article_from_json(article_to_json(article)) == article


@given(
    st.text(st.sampled_from("aeoÅ가각あがеиবো́̈ ̈́-\n \u0307ss"), max_size=60).filter(
        lambda text: any(c.isalnum() for c in text)
    )
)
def test_every_range_maps_to_what_it_came_from(text: str) -> None:
    source = read(text)
    for passage in source.passages:
        end = len(passage.text)
        for start in range(end):
            span = passage.offsets.span_to_source(start, end)
            kept = "".join(normalize("NFC", span.of(source.text)).split())
            if not combining(passage.text[start]):
                assert kept == "".join(normalize("NFC", passage.text[start:]).split()) or "-" in text


def test_characters_that_nfc_would_replace_stay() -> None:
    text = "The \u212bngström sign, a \uf900 and a \u2126 stay, e\u0301 does not."
    assert read(text).passages[0].text == text.replace("e\u0301", "é")


def test_the_cost_grows_with_the_text() -> None:
    def cost(lines: int) -> float:
        text = "e\u0301te\u0301 sur le mo\u0302le fermé depuis la fin de l'hiver, sans un seul bateau en vue\n" * lines
        best = []
        for _ in range(3):
            start = time.process_time()
            read(text)
            best.append(time.process_time() - start)
        return min(best)

    cost(100)
    assert cost(4000) < 3 * cost(2000) + 0.05


def test_thousands_of_marks_on_one_letter_take_no_time() -> None:
    def cost(marks: int) -> float:
        best = []
        for _ in range(3):
            start = time.process_time()
            detect(read("The old mole\n\nIt is closed, o\u0301" + "\u0301\u0327" * marks), report=Report())
            best.append(time.process_time() - start)
        return min(best)

    cost(100)
    assert cost(40_000) < 4 * cost(10_000) + 0.2
    marked = "e" + "\u0301\u0327" * 500
    assert read(f"The mole is {marked}.").passages[0].text.endswith("\u0301\u0327.")


def test_soft_hyphens_hide_no_label_and_no_name_and_stay_in_running_text() -> None:
    first = "Das Ha\u00adfen\u00adamt sagte am Montag, die Fäh\u00adre werde nach dem Sturm wieder fahren, und zwar noch in dieser Woche. "
    second = "Die Fischer hatten seit dem Freitag der vergangenen Woche auf die neue Mole aus Granit gewartet."
    text = f"Fäh\u00adre fährt nach dem Sturm\n\nVon Anna Lind\u00adgren\n\n{first}{second}\n\nFo\u00adto: Karl Hop\u00adpe\n\n{second} {first}\n"
    article = detect(read(text), report=Report())
    assert (article.headline, article.authors) == ("Fähre fährt nach dem Sturm", ("Anna Lindgren",))
    assert [(block.KIND, block.text) for block in article.blocks if block.KIND == "credit_line"] == [
        ("credit_line", "Foto: Karl Hoppe")
    ]
    assert first.strip() in article.blocks[2].text
    assert [block.span.of(text) for block in article.blocks[:2]] == [
        "Fäh\u00adre fährt nach dem Sturm",
        "Von Anna Lind\u00adgren",
    ]
    assert article_from_json(article_to_json(article)) == article


@given(
    st.text(st.sampled_from("aé가\u00ad\u00ad\u0301 .\n"), max_size=40).filter(lambda text: any(map(str.isalnum, text)))
)
def test_a_soft_hyphen_belongs_to_the_letter_before_it(text: str) -> None:
    source = read(text)
    for passage in source.passages:
        for at, letter in enumerate(passage.text):
            span = passage.offsets.span_to_source(at, at + 1)
            if letter.isalpha():
                assert normalize("NFC", span.of(source.text).replace("\u00ad", "")).startswith(letter)
