# SPDX-License-Identifier: Apache-2.0
"""Many inputs are converted side by side: what comes out must be as if one had followed the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from docforge import batch, present, write
from docforge.context import Context
from docforge.conversion import convert_text
from docforge.diagnostics import Report
from docforge.settings import Settings

TEXT = """Ferry line to Ostland opens

HAVENBURG, 3 March 2026 - The ferry company opened its line number {n} on Tuesday. It will carry
passengers and cars to the island four times a day, and twice on Sundays until the end of the summer.

"We have waited long for this day," the harbour master, Ann Lee, said.
"""


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    """Twice as many texts as go in step, and some more."""
    paths = [tmp_path / f"ferry-{n:02d}.txt" for n in range(2 * batch._IN_STEP + 3)]
    for n, path in enumerate(paths):
        path.write_text(TEXT.format(n=n), encoding="utf-8")
    return paths


def run(
    paths: Sequence[Path], out: Path, formats: tuple[str, ...] = ("epub",), **given: Any
) -> Iterator[batch.Outcome]:
    jobs = batch.plan(batch.expand([str(p) for p in paths]), output=f"{out}/", formats=formats, locales=())
    return batch.run(jobs, Settings(), context=Context.fixed(), **given)


def test_outcomes_come_in_the_order_of_the_jobs(texts: list[Path], tmp_path: Path) -> None:
    outcomes = list(run(texts, tmp_path / "out"))
    assert [outcome.job.input.path for outcome in outcomes] == texts
    assert [path.stem for outcome in outcomes for path in outcome.outputs] == [path.stem for path in texts]


def test_documents_are_those_of_one_job_alone(texts: list[Path], tmp_path: Path) -> None:
    formats = ("docx", "epub", "html")
    for outcome in run(texts, tmp_path / "many", formats):
        (alone,) = run([texts[0].parent / outcome.job.input.relative], tmp_path / "alone", formats)
        for together, own in zip(outcome.outputs, alone.outputs, strict=True):
            assert together.read_bytes() == own.read_bytes()


def test_a_document_is_that_of_the_library(texts: list[Path], tmp_path: Path) -> None:
    (outcome,) = run(texts[:1], tmp_path / "out", ("html",))
    assert outcome.outputs[0].read_bytes() == convert_text(texts[0].read_text(encoding="utf-8"), "html")


def test_bad_inputs_cost_only_themselves(texts: list[Path], tmp_path: Path) -> None:
    bad = {2, batch._IN_STEP, len(texts) - 1}
    for n in bad:
        texts[n].write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4)
    outcomes = list(run(texts, tmp_path / "out"))
    assert {n for n, outcome in enumerate(outcomes) if outcome.error is not None} == bad
    assert {n for n, outcome in enumerate(outcomes) if outcome.outputs} == set(range(len(texts))) - bad


def test_remarks_stay_with_their_input(texts: list[Path], tmp_path: Path) -> None:
    texts[3].write_text("ok", encoding="utf-8")  # too short to be sure of its language
    unsure = [any(d.code == "DF-D101" for d in outcome.report) for outcome in run(texts, tmp_path / "out")]
    assert [n for n, told in enumerate(unsure) if told] == [3]


def test_with_strict_a_job_with_warnings_writes_nothing_and_others_do(texts: list[Path], tmp_path: Path) -> None:
    texts[3].write_text("---\nembargo: 2026-03-04 06:00\n---\n" + TEXT.format(n=3), encoding="utf-8")
    outcomes = list(run(texts, tmp_path / "out", strict=True))
    assert [n for n, outcome in enumerate(outcomes) if outcome.strict_failure] == [3]
    assert len(list((tmp_path / "out").iterdir())) == len(texts) - 1


@pytest.mark.parametrize("stage", [present, write], ids=["present", "write"])
def test_a_fault_stops_the_run_when_all_before_it_is_written(
    texts: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: Any
) -> None:
    name = stage.__name__.rpartition(".")[2]
    own, calls = getattr(stage, name), 0

    def fails_once(*given: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == 6:
            raise RuntimeError("a fault of our own")
        return own(*given, **named)

    monkeypatch.setattr(stage, name, fails_once)
    told: list[batch.Outcome] = []
    with pytest.raises(RuntimeError, match="our own"):
        told.extend(run(texts, tmp_path / "out"))
    assert [outcome.job.input.path for outcome in told] == texts[:5]
    assert {path.stem for path in (tmp_path / "out").iterdir()} >= {path.stem for path in texts[:5]}


def test_few_and_small_inputs_go_in_step(texts: list[Path], tmp_path: Path) -> None:
    texts[4].write_text(TEXT.format(n=4) + "\nThe crew slept well.\n" * 30_000, encoding="utf-8")
    jobs = batch.plan(batch.expand([str(p) for p in texts]), output=f"{tmp_path}/out/", formats=("epub",), locales=())
    groups = list(batch._groups(jobs))
    assert [job for group in groups for job in group] == list(jobs)
    assert max(len(group) for group in groups) == batch._IN_STEP
    assert [jobs[4]] in groups  # the large one alone


def test_stories_of_one_input_wait_for_no_other(
    texts: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories = "\n\n* * * * *\n\n".join(TEXT.format(n=n) for n in range(3))
    texts[0].write_text(stories, encoding="utf-8")
    kept: list[str] = []
    own = present.present
    monkeypatch.setattr(present, "present", lambda *a, **k: kept.append("presented") or own(*a, **k))
    jobs = batch.plan(batch.expand([str(texts[0])]), output=f"{tmp_path}/out/", formats=("epub",), locales=())
    settings = Settings(split=True)
    steps = batch._steps(jobs[0], settings, Context.fixed(), Report(), force=False, strict=False, stdin=None)
    pauses = [len(kept) for _ in steps]
    assert set(pauses) == {0}, "a pause with a document made and two to come"
    assert len(kept) == len(list((tmp_path / "out").iterdir())) == 3
