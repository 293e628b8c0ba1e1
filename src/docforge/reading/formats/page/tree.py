# SPDX-License-Identifier: Apache-2.0
"""Questions to an element tree: what holds an element, what holds several, what holds most of a text.

None climbs twice where it has been: cost is linear in the elements, however deep they lie.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

__all__ = ["heaviest", "shared", "totals", "up"]


def up(node: Any) -> Iterator[Any]:
    """Yield *node* and the elements that hold it, the innermost first; nothing for None."""
    while node is not None:
        yield node
        node = node.getparent()


def totals(root: Any, weights: Mapping[Any, int]) -> dict[Any, int]:
    """Return the weight of each element of *root*: its own and that of all within it."""
    sums = dict(weights)
    for node in reversed(list(root.iter())):
        parent = node.getparent()
        if node in sums and parent is not None:
            sums[parent] = sums.get(parent, 0) + sums[node]
    return sums


def heaviest(root: Any, weights: Mapping[Any, int], share: float) -> Any:
    """Return the innermost element of *root* that holds at least *share* (above 0.5, to 1) of all weight, or None."""
    least = sum(weights.values()) * share
    if not least:
        return None
    most = {node for node, weight in totals(root, weights).items() if weight >= least}
    outer = {node.getparent() for node in most}
    return next((node for node in most if node not in outer), None)


def shared(nodes: Iterable[Any]) -> Any:
    """Return the innermost element that holds all of *nodes*, None aside; None where there is none."""
    own = [node for node in nodes if node is not None]
    if not own:
        return None
    path = list(up(own[0]))
    levels = {node: level for level, node in enumerate(path)}
    highest = 0
    for node in own[1:]:
        passed: list[Any] = []
        for holder in up(node):
            if holder in levels:
                highest = max(highest, levels[holder])
                levels.update(dict.fromkeys(passed, levels[holder]))
                break
            passed.append(holder)
        else:
            return None
    return path[highest]
