# SPDX-License-Identifier: Apache-2.0
"""How many documents read otherwise when they are set otherwise: ``python -m tests.corpus.layouts FOLDER...``.

The text of each document in ``docs.jsonl`` of the folders is set in the ways of ``tests.support.layouts``; for each way
a line says in how many documents detection finds other parts.  One paragraph a line is what they are compared with.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from tests.corpus.coverage import documents
from tests.support.layouts import LAYOUTS, facts, plain


def main(folders: list[str]) -> int:
    """Print the counts."""
    changed: Counter[str] = Counter()
    total = 0
    for _, given in documents(map(Path, folders)):
        text = plain(given)
        kept = facts(text)
        total += 1
        changed.update(name for name, layout in LAYOUTS.items() if facts(layout(text)) != kept)
    for name in LAYOUTS:
        print(f"{changed[name]:6} of {total}  {name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
