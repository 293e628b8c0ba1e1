# SPDX-License-Identifier: Apache-2.0
"""Convert texts of the evaluation corpus and prove that nothing is lost: ``python -m tests.corpus.whole [-n 3]``.

Takes the first *n* documents of each language in each set, writes DOCX, EPUB and PDF, reads them back with other
people's tools, and prints what is missing.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path

from docforge.conversion import convert_text
from docforge.errors import DocforgeError
from tests.support.extraction import missing_from, squeeze, text_of_file

ROOT = Path(__file__).resolve().parents[2]


def documents(folder: Path, each: int) -> list[tuple[str, str, str]]:
    """(name, language, text) of the first *each* documents of each set and language."""
    chosen = []
    for path in sorted(folder.glob("*/docs.jsonl")):
        seen: collections.Counter[str] = collections.Counter()
        for line in path.read_text(encoding="utf-8").splitlines():
            own = json.loads(line)
            language = own["gold"].get("language") or "und"
            if seen[language] < each:
                seen[language] += 1
                chosen.append((f"{path.parent.name}/{own['id']}", language, own["text"]))
    return chosen


def fault(text: str, name: str) -> str:
    """What is wrong with *text* written as *name*, or the empty string."""
    try:
        found = text_of_file(convert_text(text, name), name)
    except DocforgeError as error:
        return f"{type(error).__name__}: {error}"
    missing = missing_from(text, found)
    if not missing:
        return ""
    have = collections.Counter(squeeze(found))
    lost = collections.Counter(squeeze(text)) - have
    return f"order near {missing!r}" + (f"; lost {dict(lost)}" if lost else "")


def main() -> None:
    """Print a line for each fault and a closing count."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared" / "corpus")
    options.add_argument("-n", type=int, default=1)
    options.add_argument("-t", default="docx,epub,pdf")
    given = options.parse_args()
    faults = total = 0
    languages = set()
    for document, language, text in documents(given.folder, given.n):
        languages.add(language)
        for name in given.t.split(","):
            total += 1
            wrong = fault(text, name)
            if wrong:
                faults += 1
                print(f"{name}\t{document}\t{language}\t{wrong}")
    print(f"{total} files in {len(languages)} languages, {faults} with a fault")


if __name__ == "__main__":
    main()
