# SPDX-License-Identifier: Apache-2.0
"""The command as people use it: exit codes, streams, names, interruptions."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

ARTICLE = """Harbour reopens after storm

SALTMERE, March 9 (Coastwire) — The harbour opened on Monday.

“We are glad,” said harbour master Ingrid Solheim.

March 10, 2025
"""


def docforge(*args: str, cwd: Path, stdin: bytes | None = None, **env: str) -> subprocess.CompletedProcess[bytes]:
    environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"} | env
    return subprocess.run(
        [sys.executable, "-m", "docforge", *args],
        check=False,
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=environment,
        timeout=120,
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_default_is_three_files_and_no_leftovers(article: Path, tmp_path: Path) -> None:
    done = docforge("convert", "article.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert names(tmp_path) == ["article.docx", "article.epub", "article.pdf", "article.txt"]
    assert done.stdout == b""


def test_the_ending_of_the_output_names_the_format(article: Path, tmp_path: Path) -> None:
    assert docforge("convert", "article.txt", "-o", "out.html", cwd=tmp_path).returncode == 0
    assert "Harbour reopens after storm" in (tmp_path / "out.html").read_text(encoding="utf-8")


def test_standard_streams_carry_the_document_only(tmp_path: Path) -> None:
    done = docforge("convert", "-", "-t", "pdf", "-o", "-", cwd=tmp_path, stdin=ARTICLE.encode())
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"%PDF-")
    assert names(tmp_path) == []


def test_one_edition_for_each_locale(article: Path, tmp_path: Path) -> None:
    done = docforge("convert", "article.txt", "-t", "docx", "-l", "en,kk,zh-Hans", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert names(tmp_path / "out") == ["article.en.docx", "article.kk.docx", "article.zh-Hans.docx"]


def test_the_same_bytes_twice(article: Path, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        done = docforge(
            "convert",
            "article.txt",
            "-o",
            folder,
            "-t",
            "docx,pdf,epub,html,json",
            cwd=tmp_path,
            PYTHONHASHSEED=str(len(folder)),
        )
        assert done.returncode == 0, done.stderr
        time.sleep(1.1 if folder == "a" else 0)
    for name in names(tmp_path / "a"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("convert",), 2, "Missing argument"),
        (("convert", "article.txt", "-t", "odt"), 2, "no format 'odt'"),
        (("convert", "article.txt", "--set", "colour=red"), 2, "no field 'colour'"),
        (("convert", "article.txt", "--set", "headline"), 2, "has no value"),
        (("convert", "article.txt", "article.txt", "-o", "x.pdf"), 2, "one file for 2 documents"),
        (("convert", "article.txt", "-o", "-"), 2, "one format"),
        (("convert", "."), 2, "add -r"),
        (("convert", "*.nothing"), 2, "no file matches"),
        (("convert", "missing.txt"), 4, "cannot read"),
        (("convert", "article.txt", "-l", "not a tag"), 2, "not a tag"),
        (("convert", "article.txt", "--theme", "nowhere"), 5, "no theme"),
        (("convert", "article.txt", "-o", "report.doc"), 2, "no format for 'report.doc'"),
        (("convert", "article.txt", "-o", "article.txt/x.pdf"), 6, "is a file, not a folder"),
        (("convert", "article.txt", "--set", "date=soon"), 2, "which is no date"),
        (("convert", "article.txt", "--set", "date=03/09/2026"), 2, "can be 2026-03-09 or 2026-09-03"),
        (("convert", "article.txt", "--set", "date=2024-13-45"), 2, "which is no date"),
        (("convert", "article.txt", "--option", "pdf.nonsense=1"), 2, "no setting 'pdf.nonsense'"),
        (("pack", "article.txt"), 2, "needs a name"),
    ],
)
def test_exit_codes_and_one_line(
    article: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    done = docforge(*arguments, cwd=tmp_path)
    message = done.stderr.decode()
    assert done.returncode == code, message
    assert words in message
    assert message.count("\n") <= 3
    assert "Traceback" not in message
    assert names(tmp_path) == ["article.txt"]


def test_a_script_without_a_font_costs_the_pdf_alone(tmp_path: Path) -> None:
    (tmp_path / "bo.txt").write_text("བོད་ཀྱི་དཔེ་མཛོད་ཁང་གསར་པ་ཞིག་སྒོ་ཕྱེས།\n\n" + "བོད་ཀྱི་དཔེ་མཛོད་ཁང་། " * 9, encoding="utf-8")
    done = docforge("convert", "bo.txt", "-o", "out/", cwd=tmp_path)
    assert done.returncode == 5
    assert done.stderr.decode().count("error: no font for Tibetan") == 1
    assert names(tmp_path / "out") == ["bo.docx", "bo.epub"]
    done = docforge("convert", "bo.txt", "-o", "two/", "-t", "pdf,html", "-l", "dz,fr", "--json", "-q", cwd=tmp_path)
    assert done.returncode == 5 and json.loads(done.stdout)["exit"] == 5
    assert names(tmp_path / "two") == ["bo.dz.html", "bo.fr.html"]
    for words in (("-o", "bo.pdf"), ("-o", "three/", "--strict")):
        assert docforge("convert", "bo.txt", *words, cwd=tmp_path).returncode == 5
        assert not (tmp_path / "three").exists() and not (tmp_path / "bo.pdf").exists()


def test_existing_files_are_kept_unless_forced(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "article.docx"
    target.write_text("mine")
    done = docforge("convert", "article.txt", "-t", "docx", cwd=tmp_path)
    assert done.returncode == 6
    assert "--force" in done.stderr.decode()
    assert target.read_text() == "mine"
    assert docforge("convert", "article.txt", "-t", "docx", "--force", cwd=tmp_path).returncode == 0
    assert zipfile.is_zipfile(target)


def test_a_bad_file_costs_only_itself(article: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (tmp_path / "good.txt").write_text(ARTICLE.replace("Harbour", "Market"), encoding="utf-8")
    done = docforge("convert", "article.txt", "bad.txt", "good.txt", "-t", "docx", "-o", "out", "--json", cwd=tmp_path)
    assert done.returncode == 1
    assert names(tmp_path / "out") == ["article.docx", "good.docx"]
    result = json.loads(done.stdout)
    assert [own["exit"] for own in result["inputs"]] == [0, 4, 0]
    assert "bad.txt" in done.stderr.decode()


def test_folders_keep_their_shape(tmp_path: Path) -> None:
    for name in ("news/a.txt", "news/more/a.txt", "news/.hidden.txt", "news/picture.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ARTICLE, encoding="utf-8")
    done = docforge("convert", "news", "-r", "-t", "html", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert names(tmp_path / "out") == ["a.html", "more/a.html"]


def test_names_keep_their_letters_and_stay_safe(tmp_path: Path) -> None:
    for name in ("Қазақстан жаңалықтары.txt", "新闻 九月.txt", "-rf $(id);x\u202e.txt", "CON.txt", "हिन्दी समाचार.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    done = docforge("convert", "*.txt", "-t", "html", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert names(tmp_path / "out") == sorted(
        ["Қазақстан-жаңалықтары.html", "新闻-九月.html", "rf-id-x.html", "article_CON.html", "हिन्दी-समाचार.html"]
    )
    assert "\u202e" not in done.stderr.decode()


def test_clashing_names_are_told_apart(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(ARTICLE, encoding="utf-8")
    done = docforge("convert", "a/same.txt", "b/same.txt", "-t", "html", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(names(tmp_path / "out")) == 2


def test_strict_writes_nothing_on_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE.replace("Monday", "Monday \ue123"), encoding="utf-8")
    assert docforge("convert", "a.txt", "-t", "pdf", "-o", "ok", cwd=tmp_path).returncode == 0
    done = docforge("convert", "a.txt", "-t", "pdf", "-o", "out", "--strict", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    assert not (tmp_path / "out").exists()


def test_an_unwritable_target_is_code_six(article: Path, tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file where a folder should be")
    done = docforge("convert", "article.txt", "-t", "docx", "-o", "blocked/out/", cwd=tmp_path)
    assert done.returncode == 6, done.stderr
    assert "Traceback" not in done.stderr.decode()


def test_a_closed_pipe_is_no_fault(article: Path, tmp_path: Path) -> None:
    line = f"{sys.executable} -m docforge locales | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("rest", [">/dev/full", ">&-"])
@pytest.mark.parametrize("words", ["inspect article.txt", "locales", "convert article.txt -t html -o -"])
def test_standard_output_that_takes_nothing_is_told(words: str, rest: str, article: Path, tmp_path: Path) -> None:
    line = f"{sys.executable} -m docforge {words} {rest}"
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert done.returncode == 6, done.stderr
    assert done.stderr.startswith(b"error: cannot write to standard output (")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("words", [("inspect", "LONG"), ("convert", "article.txt", "--theme", "LONG")])
def test_a_name_that_is_too_long_is_told(words: tuple[str, ...], article: Path, tmp_path: Path) -> None:
    done = docforge(*(word.replace("LONG", "x" * 5000) for word in words), cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == b"error: a file or folder name is longer than the file system takes: shorten it\n"


def test_extract_from_what_is_no_pdf_says_so_once(article: Path, tmp_path: Path) -> None:
    done = docforge("extract", "article.txt", "-o", "out", cwd=tmp_path)
    assert done.returncode == 4
    assert done.stderr.startswith(b"error: ") and done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("words", [("inspect",), ("inspect", "--json"), ("quotes", "--csv")])
def test_one_unreadable_input_does_not_stop_the_rest(words: tuple[str, ...], article: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(bytes(range(32)) * 9)
    done = docforge(*words, "bad.txt", "article.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert b"bad.txt" in done.stderr and b"article.txt" not in done.stderr
    assert "harbour" in done.stdout.decode()
    alone = docforge(*words, "bad.txt", cwd=tmp_path)
    assert alone.returncode == 4


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interruption_leaves_nothing_unfinished(tmp_path: Path, number: signal.Signals, code: int) -> None:
    for index in range(300):
        (tmp_path / f"{index:03}.txt").write_text(ARTICLE * 20, encoding="utf-8")
    out = tmp_path / "out"
    # A run in the background of a shell has Ctrl-C ignored, and its children inherit that: start without it.
    launch = (
        f"import os, signal, sys; signal.signal({int(number)}, signal.SIG_DFL); "
        "os.execv(sys.executable, [sys.executable, '-m', 'docforge', *sys.argv[1:]])"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", launch, "convert", str(tmp_path), "-r", "-o", str(out), "-q"],
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 60
    while not (out.is_dir() and any(out.iterdir())) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(number)
    _, message = process.communicate(timeout=30)
    assert process.returncode == code
    assert b"Traceback" not in message
    assert not [name for name in names(out) if "tmp" in name or Path(name).suffix not in {".docx", ".pdf", ".epub"}]
    for name in names(out):
        if not name.endswith(".pdf"):
            assert zipfile.ZipFile(out / name).testzip() is None


def test_inspect_shows_each_part(article: Path, tmp_path: Path) -> None:
    text = docforge("inspect", "article.txt", cwd=tmp_path).stdout.decode()
    for word in ("headline", "dateline", "direct", "said by", "publication_line", "2025-03-10"):
        assert word in text, word
    document = json.loads(docforge("inspect", "article.txt", "--json", cwd=tmp_path).stdout)
    assert document["article"]["schema"] == "docforge-article"


def test_pack_makes_one_book_in_each_format(article: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(ARTICLE.replace("Harbour", "Market"), encoding="utf-8")
    done = docforge(
        "pack", "article.txt", "b.txt", "-o", "book.pdf", "-t", "pdf,docx,epub", "--title", "Two", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert [n for n in names(tmp_path) if n.startswith("book")] == ["book.docx", "book.epub", "book.pdf"]


@pytest.mark.parametrize("name", ["formats", "locales", "themes"])
def test_listings(name: str, tmp_path: Path) -> None:
    done = docforge(name, cwd=tmp_path)
    assert done.returncode == 0
    assert {"formats": b"epub", "locales": b"zh-Hans", "themes": b"default"}[name] in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str, tmp_path: Path) -> None:
    done = docforge("completion", shell, cwd=tmp_path)
    assert done.returncode == 0
    assert b"_DOCFORGE_COMPLETE" in done.stdout


def test_front_matter_and_set_win(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\ndate: 2024-01-02\n---\n" + ARTICLE, encoding="utf-8")
    done = docforge("convert", "a.txt", "-o", "a.html", "--set", "headline=My own words", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "My own words" in page
    assert 'datetime="2024-01-02"' in page


def test_dates_and_typography_are_changed_on_request_only(article: Path, tmp_path: Path) -> None:
    article.write_text(ARTICLE.replace("on Monday", 'on 9 March 2025, "again"'), encoding="utf-8")
    asked = ("--rewrite-dates", "--typography", "--dateline", "localised", "--date-style", "full")
    assert docforge("convert", "article.txt", "-l", "fr", "-o", "plain.html", cwd=tmp_path).returncode == 0
    assert docforge("convert", "article.txt", "-l", "fr", "-o", "asked.html", *asked, cwd=tmp_path).returncode == 0
    plain, own = ((tmp_path / f"{name}.html").read_text(encoding="utf-8") for name in ("plain", "asked"))
    assert "on 9 March 2025, &quot;again&quot;" in plain or 'on 9 March 2025, "again"' in plain
    assert "dimanche 9 mars 2025" in own
    assert "“again”" in own
    assert "9\u00a0mars (Coastwire)" in own


def test_inspect_shows_proposed_changes(article: Path, tmp_path: Path) -> None:
    done = docforge("inspect", "article.txt", "-l", "fr", "--rewrite-dates", cwd=tmp_path)
    lines = done.stdout.decode().splitlines()
    assert "      - March 10, 2025" in lines
    assert "      + 10 mars 2025" in lines
    document = json.loads(
        docforge("inspect", "article.txt", "-l", "fr", "--rewrite-dates", "--json", cwd=tmp_path).stdout
    )
    assert document["changes"][-1]["after"] == "10 mars 2025"
    assert document["article"]["article"]["text"] == ARTICLE


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--calendar", "mayan"), b"no calendar 'mayan'"),
        (("--second-calendar", "mayan"), b"no calendar 'mayan'"),
        (("--date-style", "pretty"), b"no date style 'pretty'"),
        (("--dateline", "translated"), b"original"),
    ],
)
def test_unknown_date_settings_are_refused_before_reading(
    options: tuple[str, str], message: bytes, article: Path, tmp_path: Path
) -> None:
    done = docforge("convert", "article.txt", *options, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert names(tmp_path) == ["article.txt"]


MARKET = ARTICLE.replace("Harbour", "Market").replace("SALTMERE", "TONBURY")


def test_several_stories_become_numbered_files(tmp_path: Path) -> None:
    (tmp_path / "dump.txt").write_text(f"{ARTICLE}\n***\n\n{MARKET}", encoding="utf-8")
    done = docforge("convert", "dump.txt", "-t", "html,docx", "-l", "en,fr", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert names(tmp_path / "out") == [
        f"dump-{n}.{tag}.{e}" for n in "12" for tag in ("en", "fr") for e in ("docx", "html")
    ]
    assert "Market reopens" in (tmp_path / "out/dump-2.en.html").read_text(encoding="utf-8")
    done = docforge("convert", "dump.txt", "--no-split", "-o", "whole.html", cwd=tmp_path)
    assert done.returncode == 0
    assert "Market reopens" in (tmp_path / "whole.html").read_text(encoding="utf-8")
    done = docforge("convert", "dump.txt", "-o", "one.html", cwd=tmp_path)
    assert done.returncode == 2
    assert "holds 2 stories" in done.stderr.decode()
    done = docforge("convert", "dump.txt", "--split", "-o", "one.html", cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "one-2.html").is_file()
    assert (
        docforge(
            "convert", "-", "-t", "html", "-o", "-", cwd=tmp_path, stdin=(tmp_path / "dump.txt").read_bytes()
        ).returncode
        == 2
    )


def test_split_stories_in_pack_inspect_and_quotes(tmp_path: Path) -> None:
    text = f"{ARTICLE}\n***\n\n{MARKET}"
    (tmp_path / "dump.txt").write_text(text, encoding="utf-8")
    done = docforge("pack", "dump.txt", "-o", "book.html", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    book = (tmp_path / "book.html").read_text(encoding="utf-8")
    assert book.index("Harbour reopens") < book.index("Market reopens")
    shown = docforge("inspect", "dump.txt", cwd=tmp_path).stdout.decode()
    assert "story 2 of 2" in shown
    rows = json.loads(docforge("quotes", "dump.txt", "--json", cwd=tmp_path).stdout)
    assert len(rows) == 2
    for row in rows:
        assert text[row["start"] : row["end"]].strip("“”") == row["text"]


def test_other_formats_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert docforge("convert", "a.txt", "-t", "json,ninjs", cwd=tmp_path).returncode == 0
    assert docforge("convert", "a.json", "-o", "b.json", cwd=tmp_path).returncode == 0
    assert (tmp_path / "b.json").read_bytes() == (tmp_path / "a.json").read_bytes()
    done = docforge("convert", "a.ninjs.json", "-o", "c.html", "--from", "ninjs", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Harbour reopens after storm" in (tmp_path / "c.html").read_text(encoding="utf-8")
    done = docforge("convert", "a.txt", "-o", "d.html", "--from", "nitf", cwd=tmp_path)
    assert (done.returncode, b"Traceback" in done.stderr) == (4, False)
    assert docforge("convert", "a.txt", "-o", "d.html", "--from", "word", cwd=tmp_path).returncode == 2


def test_a_dateline_that_the_user_names(article: Path, tmp_path: Path) -> None:
    done = docforge("convert", "article.txt", "-o", "a.json", "--set", "dateline=SALTMERE, March 9", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    line = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["article"]["dateline"]
    assert (line["rule"], line["raw"]) == ("override", "SALTMERE, March 9")
    done = docforge("convert", "article.txt", "-o", "b.html", "--set", "dateline=Elsewhere, 1 May", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "b.html").read_text(encoding="utf-8")
    assert "Elsewhere, 1 May" in page, "what the text does not say stands in the frame"
    assert "SALTMERE, March 9" in page
