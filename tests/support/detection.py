# SPDX-License-Identifier: Apache-2.0
"""Lines of a text read and detected as one article."""

from __future__ import annotations

from docforge.context import Context
from docforge.detect import detect
from docforge.detect.survey import Survey, survey
from docforge.diagnostics import Report
from docforge.model import Article, Block
from docforge.reading import read_source

__all__ = ["FERRY", "MENU", "article", "at", "block_of", "page", "rule_of", "surveyed", "texts"]

MENU = ("Menu", "Search", "Sign in", "Subscribe", "Most popular", "Cookie settings", "Back to top")
"""Buttons that make a page of what stands below them."""
FERRY = (
    "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole.",
    "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain.",
    "Passengers who had bought a ticket for the missing days can have their money back until the end of the month.",
    "The office expects the first boat at half past six in the morning, with the mayor and two classes on board.",
    "Nobody was hurt when the wall gave way, but eleven boats sank and the fish hall lost its roof and its clock.",
)
"""Paragraphs of one story, each of which reads like running text."""


def article(*lines: str, between: str = "\n") -> Article:
    """Return what detection finds in *lines*, joined by *between*."""
    report = Report()
    return detect(read_source(between.join(lines), context=Context.fixed(), report=report), report=report)


def page(*lines: str) -> Article:
    """Return what detection finds in *lines* above a text, on a page with a menu."""
    return article(*MENU, *lines, *FERRY[:4])


def texts(found: Article, kind: type) -> list[str]:
    """Return the texts of the blocks of one *kind*."""
    return [block.text for block in found.blocks if isinstance(block, kind)]


def block_of(found: Article, line: str) -> Block:
    """Return the block that *line* is."""
    return next(block for block in found.blocks if block.text == line)


def rule_of(found: Article, line: str) -> str:
    """Return the rule of the block that *line* is."""
    return block_of(found, line).rule


def surveyed(*lines: str, language: str = "en") -> Survey:
    """Return the survey of *lines*, each a passage."""
    return survey(read_source("\n".join(lines), context=Context.fixed(), report=Report()), language)


def at(seen: Survey, *texts: str) -> set[int]:
    """Return where passages stand that say one of *texts*."""
    return {look.index for look in seen.looks if look.text in texts}
