# SPDX-License-Identifier: Apache-2.0
"""The errors of structure detection that cost the scores most, one a line.

    python -m tests.corpus.worst CORPUS PREDICTIONS.jsonl [--most 50]

CORPUS holds the scorer (``score.py``) and its sets; predictions are those of ``tests.corpus.predict``.  An error costs
what its field's mean over the sets would gain without it: one part in the true values of its set, divided by the number
of sets that score the field.  Columns: cost in thousandths, set/field, document, what was true, what was found.
"""

from __future__ import annotations

import argparse
import importlib.util
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any


def _scorer(corpus: Path) -> Any:
    spec = importlib.util.spec_from_file_location("corpus_score", corpus / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def errors(corpus: Path, predictions: Path) -> list[tuple[float, str, str, str, str]]:
    """Return cost, ``set/field``, document, true value and found value of each error, dearest first."""
    scorer = _scorer(corpus)
    found: dict[tuple[str, str], list[tuple[str, Any, Any]]] = defaultdict(list)
    true_values: Counter[tuple[str, str]] = Counter()
    predicted = scorer.load_preds(str(predictions))
    for name, document, text, gold in scorer.load_gold([str(corpus)]):
        collected: list[tuple[str, str, Any, Any]] = []
        counts: dict[str, Any] = defaultdict(scorer.Counts)
        scorer.score_doc(text, gold, predicted.get((name, document)), counts, collected, document)
        for field, _, true, wrong in collected:
            found[name, field].append((document, true, wrong))
        for field in gold.get("labels_complete") or ():
            value = gold.get(field)
            true_values[name, field] += len(value) if isinstance(value, list) else value is not None
            if field == "quotes":
                true_values[name, "speaker"] += sum(bool(quote.get("speaker")) for quote in value or ())
    sets_of_field = Counter(field for _, field in true_values)
    return sorted(
        (
            (
                1000 / max(true_values[name, field], 1) / sets_of_field[field],
                f"{name}/{field}",
                document,
                _shown(true),
                _shown(wrong),
            )
            for (name, field), rows in found.items()
            for document, true, wrong in rows
        ),
        reverse=True,
    )


def _shown(value: Any) -> str:
    return "–" if value is None else " ".join(str(value).split())[:80]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--most", type=int, default=50)
    options = parser.parse_args()
    for cost, place, document, true, wrong in errors(options.corpus, options.predictions)[: options.most]:
        print(f"{cost:7.2f}  {place:28} {document:34} {true}  →  {wrong}")


if __name__ == "__main__":
    main()
