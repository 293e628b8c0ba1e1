# SPDX-License-Identifier: Apache-2.0
"""Labels of releases: lines that say that a text is a press release, and when it may be published.

Comes in: a passage as ``look`` sees it.  Goes out: whether it is the label of a release; the words of its embargo.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.issuers import is_set_as_name
from docforge.detect.look import RUNNING, Look
from docforge.detect.vocabulary import folded, openings, phrases

__all__ = ["is_release_label", "states_embargo"]

_JOINT = re.compile(r"\s[|–—·•/-]\s|\n")
_RELEASE_NUMBER = re.compile(
    r"(?:(?i:\b(?:no|nr|n|num|núm|n°|n º|nº)(?=[\s.\d])\.?|№)\s*|(?<!\s)\s+|(?<![\s\d/.-]))[\d/.-]*\d\s*$"
)


def is_release_label(look: Look) -> bool:
    """Say whether the line does nothing but say that the text is a press release.

    A number may follow (``Press release No. 12/2022``), and the issuer may stand beside it (``Harbour Agency | News
    release``).
    """
    if look.columns > 90 or look.words > 12:
        return False
    known: bool | None = look.memo.get("is_release_label")
    if known is None:
        known = look.memo["is_release_label"] = _labels_release(look)
    return known


_NUMBER_EDGES = "0123456789.:/-()"


@cache
def _release_openers() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in phrases("publication", "release"))


def _labels_release(look: Look) -> bool:
    known = phrases("publication", "release")
    if look.fold in known:
        return True
    words, openers = look.chunks, _release_openers()
    if openers.isdisjoint(words) and openers.isdisjoint([w.strip(_NUMBER_EDGES) for w in words if not w.isalpha()]):
        return False
    parts = [part for own in _JOINT.split(_RELEASE_NUMBER.sub("", look.text)) if (part := own.strip(" :"))]
    others = [part for part in parts if folded(part) not in known]
    return len(others) < len(parts) <= 2 and all(look.cased and is_set_as_name(part) for part in others)


def states_embargo(look: Look) -> str:
    """Return the words at the head of a short line that say when the text may be published, or the empty string."""
    if look.columns > 120 or look.prose >= RUNNING or not look.fold:
        return ""
    for phrase in openings("publication", "embargo").all(look.fold):
        if not look.fold[len(phrase) : len(phrase) + 1].isalnum() or not phrase[-1].isalnum():
            return phrase
    return ""
