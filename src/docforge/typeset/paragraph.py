# SPDX-License-Identifier: Apache-2.0
"""One paragraph: runs of text in, lines of positioned boxes out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from docforge.diagnostics import Report
from docforge.typeset.boxes import Align, BaseDirection, Line, StyledRun
from docforge.typeset.fonts import FontCatalogue

__all__ = ["lay_out", "text_width"]


def lay_out(
    runs: Sequence[StyledRun],
    *,
    width_pt: float,
    first_line_pt: float = 0.0,
    align: Align = "start",
    direction: BaseDirection = "ltr",
    lang: str = "und",
    hyphenate: bool = False,
    catalogue: FontCatalogue,
    report: Report,
    breaker: Literal["total-fit", "greedy"] = "total-fit",
) -> tuple[Line, ...]:
    """Break the paragraph that *runs* make up into lines of at most *width_pt*.

    Args:
        runs: Styled text in logical order.
        width_pt: Width of the column.
        first_line_pt: Indent of the first line at its start side; may be negative.
        align: ``justify`` stretches all lines but those that end with a forced break.
        direction: Base direction; ``auto`` takes it from the first strong letter (UAX #9 P2, P3).
        lang: BCP 47 tag of the paragraph; decides line breaking rules.
        hyphenate: Allow breaks inside words where the run's language has patterns.
        catalogue: The fonts.
        report: Gets one warning for each character that no font has.
        breaker: ``greedy`` fills line by line.

    Raises:
        FontError: no font has the letters of a script.
    """
    raise NotImplementedError


def text_width(run: StyledRun, *, catalogue: FontCatalogue, report: Report) -> float:
    """Return the width of *run*'s text in points, set on one line without stretching."""
    raise NotImplementedError
