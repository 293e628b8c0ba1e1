# SPDX-License-Identifier: Apache-2.0
"""``verify``: every quotation is proved in every format and script, and a changed word is seen."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pikepdf
import pytest

from docforge import read
from docforge.cli import run
from docforge.conversion import convert_text, render
from docforge.errors import InputError
from docforge.verify import Verification, folded, format_of, verify

SAMPLES = Path(__file__).parents[2] / "samples"
SCRIPTS = ("ar-mathaf-jadid", "de-deichbau", "hi-nadi-pul", "ja-toukei-dai", "ko-saebyeok-sijang",
           "ru-vesennie-pavodki",
           "th-talat-nam", "zh-Hans-gaosutielu", "en-running-quotation")  # fmt: skip
TEXT = """Bridge opens

“The bridge across the narrow water is open again, the old and slow
ferry is gone,” said Mayor Nora Whitfield, who had promised as much to
everybody in the harbour three years ago.

She called the old ferry “a costly dream” on Monday.
"""


def proved(text: str, format: str) -> Verification:
    return verify(convert_text(text, format), (read(text),), name=f"out.{format}")


@pytest.mark.parametrize("sample", SCRIPTS)
def test_every_quotation_of_a_sample_is_verbatim_in_every_format(sample: str) -> None:
    article = read(SAMPLES / f"{sample}.txt")
    for format in ("docx", "epub", "pdf", "html", "json"):
        result = verify(render(article, format), (article,), name=f"out.{format}")
        assert result.format == format
        assert result.proofs and result.holds, list(result.lines(quiet=True))


def test_line_breaks_fold_and_the_checksum_is_that_of_the_folded_words() -> None:
    result = proved(TEXT, "pdf")
    words = "The bridge across the narrow water is open again, the old and slow ferry is gone,"
    first = result.proofs[0]
    assert (first.words, first.who) == (words, "Nora Whitfield")
    assert first.sha256 == first.found_sha256 == hashlib.sha256(words.encode()).hexdigest()


@pytest.mark.parametrize("format", ["docx", "epub"])
def test_one_changed_letter_is_seen(format: str) -> None:
    document = _altered(convert_text(TEXT, format), "ferry is gone", "ferry is none")
    result = verify(document, (read(TEXT),))
    assert not result.holds
    assert [proof.holds for proof in result.proofs] == [False, True]
    assert result.proofs[0].difference.endswith(
        "the source has 'gone,', the file " + repr("none,” said Mayor Nora Whitfie")
    )
    assert result.foreign[0].startswith("The bridge across the narrow water is open again")


@pytest.mark.parametrize("format", ["docx", "epub"])
def test_a_quotation_that_nobody_said_is_seen(format: str) -> None:
    document = _altered(convert_text(TEXT, format), "years ago.", "years ago. “We shall never swim again.”")
    result = verify(document, (read(TEXT),))
    assert [proof.holds for proof in result.proofs] == [True, True]
    assert result.foreign == ("We shall never swim again.",)
    assert not result.holds


def test_a_dropped_quotation_is_seen_in_pdf() -> None:
    other = TEXT.replace("a costly dream", "a cheap dream")
    result = verify(convert_text(other, "pdf"), (read(TEXT),))
    assert [proof.holds for proof in result.proofs] == [True, False]


def test_a_headline_that_the_user_replaced_is_not_asked_for() -> None:
    text = "“We will never give up this bridge,” Whitfield says\n\nNora Whitfield said: “The money is there.”\n"
    article = read(text, overrides={"headline": "Bridge opens"})
    assert verify(render(article, "docx"), (article,)).holds


def test_a_pack_holds_the_quotations_of_all_its_sources() -> None:
    from docforge.conversion import make_pack

    articles = [read(TEXT), read(SAMPLES / "zh-Hans-gaosutielu.txt")]
    document = render(make_pack(articles, title="Two"), "pdf")
    assert verify(document, articles).holds
    assert not verify(document, [*articles, read(SAMPLES / "de-deichbau.txt")]).holds


def test_deleted_words_of_a_tracked_change_are_not_there() -> None:
    gone = "<w:del><w:r><w:delText>ferry is gone</w:delText></w:r></w:del>"
    document = _altered(convert_text(TEXT, "docx"), "ferry is gone", f"</w:t></w:r>{gone}<w:r><w:t>ferry stays")
    assert not verify(document, (read(TEXT),)).holds


def test_a_dateline_is_nobodys_speech() -> None:
    text = (
        "Harbour reopens\n\nSALTMERE, March 9 (Coastwire) — The harbour will open to ferries again on Saturday, "
        "the port authority said.\n\nIt was closed for three years after a storm had broken its outer wall.\n"
    )
    article = read(text)
    assert article.dateline is not None
    assert [quote.text_span.of(article.text) for quote in article.quotes] == [
        "The harbour will open to ferries again on Saturday"
    ]


def test_damaged_and_encrypted_files_are_refused() -> None:
    article = (read(TEXT),)
    pdf = convert_text(TEXT, "pdf")
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    docx = convert_text(TEXT, "docx")
    for document in (locked.getvalue(), pdf[:700], docx[:-100], b"PK\x03\x04", b"", b"plain text", b"{", b"%PDF-1.7\n"):
        with pytest.raises(InputError):
            verify(document, article, name="out")


def test_a_pdf_without_tags_is_read_by_its_content() -> None:
    bare = io.BytesIO()
    with pikepdf.open(io.BytesIO(convert_text(TEXT, "pdf"))) as opened:
        del opened.Root.StructTreeRoot
        opened.save(bare)
    assert all(proof.holds for proof in verify(bare.getvalue(), (read(TEXT),)).proofs)


def test_folding_drops_only_what_no_reader_sees() -> None:
    assert folded(" a\u00a0b\n c\u00add\u200be ") == "a b cde"
    assert folded("می‌رود") == "می‌رود"  # the non-joiner shapes the word
    assert format_of(b"<html>", "") == "html"


def test_command_says_what_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = tmp_path / "a.txt", tmp_path / "a.docx"
    source.write_text(TEXT, encoding="utf-8")
    out.write_bytes(convert_text(TEXT, "docx"))
    assert run(["verify", str(out), "--source", str(source)]) == 0
    assert "a.docx: 2 of 2 quotations verbatim" in capsys.readouterr().out
    out.write_bytes(_altered(out.read_bytes(), "costly", "cheap"))
    assert run(["verify", str(out), "--source", str(source), "--json"]) == 7
    told = json.loads(capsys.readouterr().out)
    assert told["exit"] == 7
    assert [q["verbatim"] for q in told["files"][0]["quotations"]] == [True, False]
    assert run(["verify", str(tmp_path / "none.pdf"), "--source", str(source)]) == 4
    assert run(["verify", str(out)]) == 2


def test_listed_checksums_are_those_of_verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT, encoding="utf-8")
    assert run(["quotes", str(source), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["sha256"] for row in rows] == [proof.sha256 for proof in proved(TEXT, "docx").proofs]


def _altered(document: bytes, before: str, after: str) -> bytes:
    target = io.BytesIO()
    hits = 0
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            raw = old.read(info)
            if info.filename.endswith(("document.xml", ".xhtml")):
                hits += raw.count(before.encode())
                raw = raw.replace(before.encode(), after.encode())
            new.writestr(info, raw)
    assert hits
    return target.getvalue()
