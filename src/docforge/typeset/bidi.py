# SPDX-License-Identifier: Apache-2.0
"""The Unicode Bidirectional Algorithm (UAX #9, Unicode 16) with isolates.

``levels`` resolves a whole paragraph; ``visual_order`` reorders one line.  Knows characters only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from docforge.patterns import is_left_to_right

__all__ = ["base_level", "levels", "needs_bidi", "visual_order"]

MAX_DEPTH = 125
"""BD2."""

_NEEDED = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

# BidiBrackets.txt: opening and closing in turn.
_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CANONICAL = str.maketrans("\u2329\u232a", "\u3008\u3009")
_OPENING = dict(zip(_BRACKETS[::2].translate(_CANONICAL), _BRACKETS[1::2].translate(_CANONICAL), strict=True))
_CLOSING = frozenset(_OPENING.values())

_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
_REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_RIGHT = frozenset({"R", "AL", "EN", "AN"})


@lru_cache(maxsize=8192)
def _bidi_class(char: str) -> str:
    own = unicodedata.bidirectional(char)
    if own:
        return own
    # Unassigned characters take the class of their block (DerivedBidiClass.txt).
    codepoint = ord(char)
    if 0x0590 <= codepoint <= 0x05FF or 0x07C0 <= codepoint <= 0x085F or 0xFB1D <= codepoint <= 0xFB4F:
        return "R"
    if 0x0600 <= codepoint <= 0x07BF or 0x0860 <= codepoint <= 0x08FF or 0xFB50 <= codepoint <= 0xFEFF:
        return "AL"
    if 0x10800 <= codepoint <= 0x10FFF or 0x1E800 <= codepoint <= 0x1EFFF:
        return "R"
    return "L"


def needs_bidi(text: str) -> bool:
    """Say whether *text* holds anything that is not simply left to right."""
    return not is_left_to_right(text) and _NEEDED.search(text) is not None


def base_level(text: str, default: int = 0) -> int:
    """Return the paragraph level by the first strong letter outside isolates (P2, P3), else *default*."""
    return _first_strong([_bidi_class(char) for char in text], 0, len(text), default)


def _first_strong(classes: Sequence[str], start: int, end: int, default: int) -> int:
    depth = 0
    for position in range(start, end):
        own = classes[position]
        if own in _ISOLATES:
            depth += 1
        elif own == "PDI":
            if depth == 0 and start:
                return default
            depth = max(depth - 1, 0)
        elif depth == 0 and own in ("L", "R", "AL"):
            return 0 if own == "L" else 1
    return default


def levels(text: str, base: int) -> list[int]:
    """Return the embedding level of each character of *text*, a single paragraph of level *base*.

    Rules X1 to I2 and the part of L1 that does not depend on lines (separators).
    Characters that X9 removes get the level of the character before them.
    """
    classes = [_bidi_class(char) for char in text]
    resolved, depth_levels = _explicit(classes, base)
    for sequence, sos, eos in _isolating_runs(classes, resolved, depth_levels, base):
        _resolve_weak(sequence, resolved, sos)
        _resolve_brackets(text, sequence, classes, resolved, depth_levels, sos)
        _resolve_neutral(sequence, resolved, depth_levels, sos, eos)
    return _implicit(classes, resolved, depth_levels, base)


def _matching_isolates(classes: Sequence[str]) -> tuple[dict[int, int], set[int]]:
    matches: dict[int, int] = {}
    stack: list[int] = []
    for position, own in enumerate(classes):
        if own in _ISOLATES:
            stack.append(position)
        elif own == "PDI" and stack:
            matches[stack.pop()] = position
    return matches, set(matches.values())


def _explicit(classes: list[str], base: int) -> tuple[list[str], list[int]]:
    """X1-X8: levels from explicit marks; returns the classes as overridden, and the levels."""
    resolved, found = list(classes), [base] * len(classes)
    if not (_EMBEDDINGS | _ISOLATES).intersection(classes):
        return resolved, found
    matches, _ = _matching_isolates(classes)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    overflow_isolates = overflow_embeddings = valid_isolates = 0
    for position, own in enumerate(classes):
        level, override, _isolate = stack[-1]
        if own in _EMBEDDINGS:
            found[position] = level
            following = _next_level(level, own in ("RLE", "RLO"))
            if following <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                stack.append((following, {"RLO": "R", "LRO": "L"}.get(own, ""), False))
            elif not overflow_isolates:
                overflow_embeddings += 1
        elif own in _ISOLATES:
            found[position] = level
            resolved[position] = override or own
            right = own == "RLI" or (
                own == "FSI" and _first_strong(classes, position + 1, matches.get(position, len(classes)), 0) == 1
            )
            following = _next_level(level, right)
            if following <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                valid_isolates += 1
                stack.append((following, "", True))
            else:
                overflow_isolates += 1
        elif own == "PDI":
            if overflow_isolates:
                overflow_isolates -= 1
            elif valid_isolates:
                overflow_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                valid_isolates -= 1
            found[position] = stack[-1][0]
            resolved[position] = stack[-1][1] or own
        elif own == "PDF":
            found[position] = level
            if overflow_isolates:
                pass
            elif overflow_embeddings:
                overflow_embeddings -= 1
            elif not stack[-1][2] and len(stack) > 1:
                stack.pop()
        elif own == "B":
            found[position] = base
        else:
            found[position] = level
            if override and own != "BN":
                resolved[position] = override
    return resolved, found


def _next_level(level: int, right: bool) -> int:
    return (level + 1) | 1 if right else (level + 2) & ~1


def _isolating_runs(
    classes: list[str], resolved: list[str], found: list[int], base: int
) -> list[tuple[list[int], str, str]]:
    """X10: isolating run sequences as character positions, with sos and eos."""
    matches, closers = _matching_isolates(classes)
    kept = [i for i, own in enumerate(classes) if own not in _REMOVED]
    runs: list[list[int]] = []
    for position in kept:
        if runs and found[runs[-1][-1]] == found[position]:
            runs[-1].append(position)
        else:
            runs.append([position])
    starting = {run[0]: number for number, run in enumerate(runs)}
    before = {position: kept[i - 1] if i else -1 for i, position in enumerate(kept)}
    after = {position: kept[i + 1] if i + 1 < len(kept) else -1 for i, position in enumerate(kept)}
    sequences = []
    for run in runs:
        first = run[0]
        if classes[first] == "PDI" and first in closers:
            continue
        whole = list(run)
        while classes[whole[-1]] in _ISOLATES and whole[-1] in matches:
            following = starting.get(matches[whole[-1]])
            if following is None:
                break
            whole.extend(runs[following])
        level = found[first]
        previous = before[first]
        left = found[previous] if previous >= 0 else base
        last = whole[-1]
        open_isolate = classes[last] in _ISOLATES and last not in matches
        following_position = -1 if open_isolate else after[last]
        right = found[following_position] if following_position >= 0 else base
        sequences.append((whole, _direction(max(level, left)), _direction(max(level, right))))
    return sequences


def _direction(level: int) -> str:
    return "R" if level & 1 else "L"


def _resolve_weak(sequence: list[int], resolved: list[str], sos: str) -> None:
    """W1-W7."""
    previous = sos
    for position in sequence:  # W1
        if resolved[position] == "NSM":
            resolved[position] = "ON" if previous in _ISOLATES or previous == "PDI" else previous
        previous = resolved[position]
    strong = sos
    for position in sequence:  # W2, W3
        own = resolved[position]
        if own in ("L", "R", "AL"):
            strong = own
            if own == "AL":
                resolved[position] = "R"
        elif own == "EN" and strong == "AL":
            resolved[position] = "AN"
    for index in range(1, len(sequence) - 1):  # W4
        own = resolved[sequence[index]]
        left, right = resolved[sequence[index - 1]], resolved[sequence[index + 1]]
        if left == right and ((own == "ES" and left == "EN") or (own == "CS" and left in ("EN", "AN"))):
            resolved[sequence[index]] = left
    _resolve_terminators(sequence, resolved)
    strong = sos
    for position in sequence:  # W6, W7
        own = resolved[position]
        if own in ("ES", "ET", "CS"):
            resolved[position] = "ON"
        elif own in ("L", "R"):
            strong = own
        elif own == "EN" and strong == "L":
            resolved[position] = "L"


def _resolve_terminators(sequence: list[int], resolved: list[str]) -> None:
    """W5: terminators next to European numbers become part of them."""
    index = 0
    while index < len(sequence):
        if resolved[sequence[index]] != "ET":
            index += 1
            continue
        end = index
        while end < len(sequence) and resolved[sequence[end]] == "ET":
            end += 1
        beside = (index and resolved[sequence[index - 1]] == "EN") or (
            end < len(sequence) and resolved[sequence[end]] == "EN"
        )
        if beside:
            for position in sequence[index:end]:
                resolved[position] = "EN"
        index = end


def _resolve_brackets(
    text: str, sequence: list[int], classes: list[str], resolved: list[str], found: list[int], sos: str
) -> None:
    """N0: a pair of brackets takes the direction of what it holds."""
    pairs = _bracket_pairs(text, sequence, resolved)
    if not pairs:
        return
    embedding = _direction(found[sequence[0]])
    strong_at = [_strong(resolved[position]) for position in sequence]
    for opening, closing in pairs:
        inside = {s for s in strong_at[opening + 1 : closing] if s}
        if embedding in inside:
            chosen = embedding
        elif inside:
            context = next((s for s in reversed(strong_at[:opening]) if s), sos)
            chosen = context if context != embedding else embedding
        else:
            continue
        for index in (opening, closing):
            strong_at[index] = chosen
            resolved[sequence[index]] = chosen
            for follower in range(index + 1, len(sequence)):  # marks on a bracket go with it
                if classes[sequence[follower]] != "NSM":
                    break
                resolved[sequence[follower]] = chosen
                strong_at[follower] = chosen


def _strong(own: str) -> str:
    return "L" if own == "L" else "R" if own in _RIGHT else ""


def _bracket_pairs(text: str, sequence: list[int], resolved: list[str]) -> list[tuple[int, int]]:
    """BD16, with its limit of 63 open brackets."""
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for index, position in enumerate(sequence):
        if resolved[position] != "ON":
            continue
        char = text[position].translate(_CANONICAL)
        if char in _OPENING:
            if len(stack) == 63:
                break
            stack.append((_OPENING[char], index))
        elif char in _CLOSING:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == char:
                    pairs.append((stack[depth][1], index))
                    del stack[depth:]
                    break
    return sorted(pairs)


def _resolve_neutral(sequence: list[int], resolved: list[str], found: list[int], sos: str, eos: str) -> None:
    """N1 and N2."""
    index, before = 0, sos
    while index < len(sequence):
        own = resolved[sequence[index]]
        if own not in _NEUTRAL:
            before = "L" if own == "L" else "R"
            index += 1
            continue
        end = index
        while end < len(sequence) and resolved[sequence[end]] in _NEUTRAL:
            end += 1
        after = eos if end == len(sequence) else ("L" if resolved[sequence[end]] == "L" else "R")
        for position in sequence[index:end]:
            resolved[position] = before if before == after else _direction(found[position])
        index = end


def _implicit(classes: list[str], resolved: list[str], found: list[int], base: int) -> list[int]:
    """I1, I2; separators go back to the base level; removed characters follow their neighbour."""
    result = []
    previous = base
    for own, kind, level in zip(classes, resolved, found, strict=True):
        if own in _REMOVED:
            result.append(previous)
            continue
        if own in ("B", "S"):
            previous = base
        elif level & 1:
            previous = level + (1 if kind in ("L", "EN", "AN") else 0)
        else:
            previous = level + (1 if kind == "R" else 2 if kind in ("EN", "AN") else 0)
        result.append(previous)
    return result


def visual_order(line_levels: Sequence[int]) -> list[int]:
    """Return the indices of a line's elements from left to right (L2)."""
    order = list(range(len(line_levels)))
    if not order:
        return order
    highest, lowest_odd = max(line_levels), min((lv for lv in line_levels if lv & 1), default=0)
    for level in range(highest, (lowest_odd or highest + 1) - 1, -1):
        start = 0
        while start < len(order):
            if line_levels[start] < level:
                start += 1
                continue
            end = start
            while end < len(order) and line_levels[end] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return order
