# SPDX-License-Identifier: Apache-2.0
"""How much work a call does: counted where lines of Python tell it, the same on a busy machine; else in CPU time."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

__all__ = ["cpu_seconds", "lines_run"]


def lines_run(call: Callable[[], object]) -> int:
    """Return the number of Python lines that *call* runs, those of everything it calls included."""
    count = 0

    def trace(_frame: FrameType, event: str, _value: Any) -> Callable[..., Any]:
        nonlocal count
        if event == "line":
            count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def cpu_seconds(call: Callable[[], object], rounds: int = 1) -> float:
    """Return the least CPU time of *call* in so many *rounds*, for work that counting lines does not tell.

    The collector rests: its passes grow with all that lives in the process.
    """
    gc.disable()
    try:
        spent = []
        for _ in range(rounds):
            begun = time.process_time()
            call()
            spent.append(time.process_time() - begun)
        return min(spent)
    finally:
        gc.enable()
