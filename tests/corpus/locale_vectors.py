# SPDX-License-Identifier: Apache-2.0
"""Print how docforge's locales do against a folder of vectors made by others.

Run as ``python -m tests.corpus.locale_vectors [name …]``.  The folder is ``$DOCFORGE_SHARED/locale``, or
``../shared/locale`` beside the repository.
"""

from __future__ import annotations

import csv
import datetime
import json
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from docforge import locale as loc
from docforge.context import Context
from docforge.locale import dates, numbers
from docforge.model import PartialDate

_REPOSITORY = Path(__file__).resolve().parents[2]
_SPACES = {0x202F: " ", 0xA0: " ", 0x2009: " "}
_CALENDARS = {"gregory": "gregorian"}


def folder() -> Path:
    """The folder with the vectors."""
    shared = Path(os.environ.get("DOCFORGE_SHARED", _REPOSITORY.parent / "shared"))
    return shared / "locale"


def rows(name: str) -> Iterator[dict[str, str]]:
    with (folder() / name).open(encoding="utf-8", newline="") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


class Score:
    """Counts of right and asked per group, with the first misses."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.right: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.misses: list[str] = []

    def add(self, group: str, right: bool, miss: str) -> None:
        self.asked[group] += 1
        self.right[group] += right
        if not right:
            self.misses.append(miss)

    def show(self, limit: int) -> None:
        total = sum(self.asked.values())
        print(f"{self.name}: {100 * sum(self.right.values()) / total:.2f} % of {total}")
        for group, asked in self.asked.items():
            print(f"   {group:24} {100 * self.right[group] / asked:6.2f} % of {asked}")
        for miss in self.misses[:limit]:
            print("     ", miss)


def judge_dates(limit: int) -> None:
    score = Score("dates.tsv")
    first: dict[tuple[str, ...], str] = {}
    everything = list(rows("dates.tsv"))
    for seed in range(3):
        random.Random(seed).shuffle(everything)
        for row in everything:
            key = tuple(row[name] for name in ("locale", "calendar", "numbering", "style", "date"))
            text = _date(row, row["style"])
            if seed == 0:
                first[key] = text
                score.add(row["style"], text == row["expected"], f"{key} {text!r} for {row['expected']!r}")
            else:
                score.add("same in another order", first[key] == text, f"order {key}")
    score.show(limit)


def _date(row: dict[str, str], style: str) -> str:
    calendar = _CALENDARS.get(row["calendar"], row["calendar"])
    value = datetime.date.fromisoformat(row["date"])
    return dates.format_date(value, row["locale"], style, calendar=calendar, numbering=row["numbering"])


def judge_calendars(limit: int) -> None:
    score = Score("calendars.tsv")
    for row in rows("calendars.tsv"):
        try:
            text = _date(row, row["style"])
        except Exception as error:
            text = repr(error)
        miss = f"{row['locale']} {row['calendar']} {row['style']} {row['date']} {text!r} for {row['expected']!r}"
        score.add(f"{row['locale']} {row['calendar']}", text == row["expected"], miss)
    score.show(limit)


def judge_intervals(limit: int) -> None:
    score = Score("intervals.tsv (spaces folded)")
    for row in rows("intervals.tsv"):
        start, end = (datetime.date.fromisoformat(row[key]) for key in ("start", "end"))
        text = loc.format_interval(
            start, end, row["locale"], row["skeleton"], calendar="gregorian", numbering=row["numbering"]
        )
        right = text.translate(_SPACES) == row["expected"].translate(_SPACES)
        miss = f"{row['locale']} {row['skeleton']} {row['start']} {row['end']} {text!r} for {row['expected']!r}"
        score.add(row["skeleton"], right, miss)
    score.show(limit)


def judge_misc(limit: int) -> None:
    score = Score("misc.json")
    for entry in json.loads((folder() / "misc.json").read_text("utf-8"))["locales"]:
        tag = entry["locale"]

        def check(group: str, found: object, wanted: object, tag: str = tag) -> None:
            score.add(group, found == wanted, f"{tag} {group} {found!r} for {wanted!r}")

        check("direction", loc.direction(tag), entry["textInfo"]["direction"])
        week = entry["weekInfo"]
        check("week", loc.week(tag), (week["firstDay"], tuple(week["weekend"]), week["minimalDays"]))
        for kind in ("cardinal", "ordinal"):
            for number, category in entry[kind].items():
                check(kind, loc.plural_category(number, tag, kind), category)
        for kind, name in (("conjunction", "and"), ("disjunction", "or"), ("unit", "unit")):
            for wanted, count in zip(entry["lists"][kind], (1, 2, 3, 4), strict=False):
                check(f"list {name}", loc.format_list("ABCD"[:count], tag, name), wanted)
        for value, wanted in zip((0, 7, 1234, 12345, 1234567.891), entry["num"], strict=False):
            check("number", loc.format_number(value, tag), wanted)
        check("percent", numbers.format_percent(0.45, tag), entry["pct"])
        check(
            "calendar", _CALENDARS.get(entry["defaultCalendar"], entry["defaultCalendar"]), dates.default_calendar(tag)
        )
        check("numbering", numbers.numbering_system(tag), entry["defaultNumbering"])
    score.show(limit)


def judge_quotes(limit: int) -> None:
    score = Score("quotes.json (CLDR marks before the corrections)")
    from docforge.locale import tables, tags

    for tag, marks in json.loads((folder() / "quotes.json").read_text("utf-8"))["locales"].items():
        if tag in tags.available_locales():
            found = tables.record(tag)["quotes"]
            score.add("marks", found == marks, f"{tag} {found} for {marks}")
    score.show(limit)


def judge_collation(limit: int) -> None:
    score = Score("collation.json")
    for entry in json.loads((folder() / "collation.json").read_text("utf-8"))["lists"]:
        tag, kind = entry["locale"], entry["collation"]
        name = tag if kind == "default" else f"{tag}-u-co-{kind}"
        shuffled = list(entry["sorted"])
        random.Random(4).shuffle(shuffled)
        found = sorted(shuffled, key=lambda text, name=name: loc.sort_key(text, name))
        score.add("lists", found == entry["sorted"], f"{name} {' '.join(found)}  for  {' '.join(entry['sorted'])}")
    score.show(limit)


def judge_recognition(limit: int) -> None:
    score = Score("recognition.jsonl")
    cases = [json.loads(line) for line in (folder() / "recognition.jsonl").read_text("utf-8").splitlines()]
    began = time.process_time()
    for _ in range(2):  # the first round compiles
        began = time.process_time()
        answers = [loc.find_dates(case["text"], case["locale"]) for case in cases]
    took = time.process_time() - began
    for case, found in zip(cases, answers, strict=True):
        _judge_case(score, case, found)
    score.show(limit)
    print(f"   {len(cases) / took:.0f} texts per second")


def _judge_case(score: Score, case: dict, found: tuple) -> None:
    shown = [(f.iso, case["text"][f.start : f.end]) for f in found]
    miss = f"{case['locale']} {case['text']} {shown} for {[(d['iso'], d['surface']) for d in case['dates']]}"
    if case["kind"] == "negative":
        score.add("negative left alone", not found, miss)
        return
    used = set()
    for wanted in case["dates"]:
        hit = next((i for i, f in enumerate(found) if i not in used and _fits(f, wanted)), None)
        score.add(f"{case['kind']} value", hit is not None, miss)
        if hit is not None:
            used.add(hit)
            exact = (found[hit].start, found[hit].end) == (wanted["start"], wanted["end"])
            score.add(f"{case['kind']} exact span", exact, miss)
    score.add(f"{case['kind']} no extra hit", len(found) == len(used), miss)


def _fits(found: object, wanted: dict) -> bool:
    overlap = min(found.end, wanted["end"]) - max(found.start, wanted["start"])
    longer = max(found.end - found.start, wanted["end"] - wanted["start"])
    return found.iso == wanted["iso"] and overlap >= 0.6 * longer


def judge_datelines(limit: int) -> None:
    from docforge.detect import DetectSettings, detect
    from docforge.diagnostics import Report
    from docforge.reading import read_source

    score = Score("datelines.jsonl (through detect)")
    for line in (folder() / "datelines.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        report = Report()
        source = read_source(case["text"], context=Context.fixed(), report=report)
        found = detect(source, DetectSettings(language=case["locale"]), report=report).dateline
        place, agency, date = (found.place, found.agency, found.date) if found else (None, None, None)
        spans = case["spans"]
        miss = f"{case['locale']} {case['text']} {place!r} {agency!r} {date.iso if date else None}"
        score.add("place", place == spans.get("place", {}).get("text"), f"place {miss}")
        score.add("agency", agency == spans.get("agency", {}).get("text"), f"agency {miss}")
        score.add("date", (date.iso if date else None) == case["date"], f"date {miss}")
    score.show(limit)


def judge_speed(limit: int) -> None:
    print("speed (processor time)")
    first, later = [], defaultdict(list)
    value = PartialDate(2022, 9, 14)
    for tag in loc.available_locales():
        began = time.process_time()
        loc.format_date(value, tag, "full")
        first.append((time.process_time() - began, tag))
    days = [PartialDate(2022, 1 + i // 28 % 12, 1 + i % 28) for i in range(1000)]
    for tag in ("en", "kk", "fa", "th", "zh-Hant", "ar-EG"):
        loc.format_date(value, tag, "full")
        began = time.process_time()
        for day in days:
            loc.format_date(day, tag, "full")
        later[tag] = [(time.process_time() - began) / len(days)]
    first.sort(reverse=True)
    print("   first date in a new locale, worst:", ", ".join(f"{tag} {1000 * t:.1f} ms" for t, tag in first[:5]))
    print("   later dates:", ", ".join(f"{tag} {1e6 * t[0]:.1f} µs" for tag, t in later.items()))


JUDGES: dict[str, Callable[[int], None]] = {
    "dates": judge_dates,
    "calendars": judge_calendars,
    "intervals": judge_intervals,
    "misc": judge_misc,
    "quotes": judge_quotes,
    "collation": judge_collation,
    "recognition": judge_recognition,
    "datelines": judge_datelines,
    "speed": judge_speed,
}


def main(arguments: list[str]) -> int:
    limit = next((int(a[2:]) for a in arguments if a.startswith("-n")), 0)
    names = [a for a in arguments if not a.startswith("-")] or list(JUDGES)
    if not folder().is_dir():
        print(f"no vectors at {folder()}: set DOCFORGE_SHARED")
        return 1
    for name in names:
        JUDGES[name](limit)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
