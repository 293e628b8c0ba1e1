# SPDX-License-Identifier: Apache-2.0
"""Prove that the quotations of a finished file are those of its source, word for word.

Goes in: the bytes of a DOCX, EPUB, PDF, HTML or JSON file and the articles it was made from.  Comes out: a proof for
each quotation of the sources, and the passages that the file gives as quotations and no source holds.  The file is
read back by ``readback``, which shares nothing with the writers, so that a fault of a writer is seen and not repeated.

What may differ: white space and line breaks, and characters that no reader sees (``IGNORED``).  Nothing else may.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from docforge.detect.quotation_marks import pair_marks
from docforge.detect.verbatim import verbatim_sha256, verbatim_words
from docforge.model import Article, Byline, FrontMatter, Headline, Kicker, Quote, QuoteKind, Subheadline
from docforge.records import dataclass
from docforge.text import display_name, safe_text
from docforge.verify.readback import FORMATS, ReadBack, format_of, read_back

__all__ = ["FORMATS", "IGNORED", "Proof", "Verification", "folded", "format_of", "to_plain", "verify"]

IGNORED = "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Soft hyphens, break opportunities, direction controls: writers set and drop them, readers see none (a regex set)."""
_IGNORED = re.compile(f"[{IGNORED}]+")
_REPLACEABLE = {Headline: "headline", Kicker: "kicker", Subheadline: "subheadline", Byline: "byline"}
_FEWEST_WORDS = 4
"""Marked words of an output that are fewer, and letters where no blanks are (three times as many), prove nothing."""
_ANCHOR = 24
_MARKS = "“”„‟«»‹›「」『』﹁﹂﹃﹄〝〞〟\"＂‘’‚' "
# A box of key quotes joins the parts of a quotation with an ellipsis between blanks; the parts are proved one by one.
_JOINTS = re.compile(r"\s…(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Proof:
    """What is known about one quotation of a source."""

    source: str
    """Name of the source file."""
    kind: str
    who: str
    """Full name or the speaker as written; empty when unknown."""
    words: str
    """Verbatim, white space folded."""
    sha256: str
    """Of ``words`` in the source."""
    found_sha256: str
    """Of the same stretch of the output; empty when it is not there."""
    difference: str = ""
    """Where the output first departs from the source, in words for people."""

    @property
    def holds(self) -> bool:
        """Say whether the output has the words verbatim."""
        return self.found_sha256 == self.sha256


@dataclass(frozen=True, slots=True)
class Verification:
    """The proofs for one finished file."""

    name: str
    format: str
    proofs: tuple[Proof, ...]
    foreign: tuple[str, ...]
    """Passages that the file gives as quotations and no source has."""

    @property
    def holds(self) -> bool:
        """Say whether every quotation is verbatim, in both directions."""
        return not self.foreign and all(proof.holds for proof in self.proofs)

    def lines(self, *, quiet: bool = False) -> Iterator[str]:
        """Yield the result for people; *quiet* drops what holds."""
        for proof in self.proofs:
            if proof.holds and quiet:
                continue
            state = "verbatim" if proof.holds else "not verbatim"
            who = f" {proof.who}:" if proof.who else ""
            origin = f"({proof.source}, {proof.kind})"
            yield f"{self.name}: {state} {proof.sha256[:16]} {origin}{who} {_excerpt(proof.words)}"
            if proof.difference:
                yield f"    {proof.difference}"
        for words in self.foreign:
            yield f"{self.name}: in no source: {_excerpt(words)}"
        if not (quiet and self.holds):
            good = sum(proof.holds for proof in self.proofs)
            more = f", {len(self.foreign)} in no source" if self.foreign else ""
            yield f"{self.name}: {good} of {len(self.proofs)} quotations verbatim{more}"


def folded(text: str) -> str:
    """Return *text* with each run of white space as one blank, without ``IGNORED`` characters."""
    return " ".join(_IGNORED.sub("", text).split())


def verify(data: bytes, articles: Sequence[Article], *, name: str = "") -> Verification:
    """Prove that *data*, a file made from *articles*, holds every quotation of theirs word for word.

    Args:
        data: A finished DOCX, EPUB, PDF, HTML or JSON file, from docforge or edited since.
        articles: Its sources, each with ``quotes``; mentions (titles, scare quotes) are not asked for.
        name: File name, for messages and where the content does not tell the format.

    Raises:
        InputError: the file is damaged or encrypted, or its format is none of ``FORMATS``.

    Cost: linear in the size of the file for each quotation.
    """
    format = format_of(data, name)
    back = read_back(data, format)
    output = folded(back.text)
    proofs = tuple(proof for article in articles for proof in _proofs(article, output))
    return Verification(display_name(name), format, proofs, _foreign(back, articles))


def _proofs(article: Article, output: str) -> Iterator[Proof]:
    replaced = [
        block.span
        for block in article.blocks
        if (field := _REPLACEABLE.get(type(block))) is not None and article.override(field) is not None
    ]
    for quote in article.quotes:
        if quote.kind is QuoteKind.MENTION or any(quote.span in span for span in replaced):
            continue
        yield _proof(article, quote, output)


def _proof(article: Article, quote: Quote, output: str) -> Proof:
    words = folded(verbatim_words(article, quote))
    at = output.find(words)
    found = output[at : at + len(words)] if at >= 0 else ""
    return Proof(
        display_name(article.info.name),
        quote.kind.value,
        quote.person or quote.speaker or "",
        words,
        verbatim_sha256(article, quote),
        hashlib.sha256(found.encode("utf-8", "replace")).hexdigest() if found else "",
        "" if found else _difference(words, output),
    )


def _difference(words: str, output: str) -> str:
    """Say where *output* first departs from *words*."""
    at = output.find(words[:_ANCHOR])
    if at < 0:
        return "its first words are not in the file"
    same = 0
    while same < len(words) and at + same < len(output) and words[same] == output[at + same]:
        same += 1
    before, source, own = (
        words[max(0, same - 30) : same],
        words[same : same + 30],
        output[at + same : at + same + 30],
    )
    return f"after {before!r} the source has {source!r}, the file {own!r}"


def _foreign(back: ReadBack, articles: Sequence[Article]) -> tuple[str, ...]:
    """Return what the file gives as a quotation, by structure or by marks, and no source has."""
    known = [
        folded(" ".join([b.text for b in a.blocks if not isinstance(b, FrontMatter)]
                        + [safe_text(value) for _, value in a.overrides]))
        for a in articles
    ]  # fmt: skip
    told = [folded(part).strip(_MARKS) for words in back.quotations for part in _JOINTS.split(words)]
    for paragraph in back.text.split("\n"):
        for pair in pair_marks(paragraph):
            if pair.closed:
                told += map(folded, _JOINTS.split(paragraph[pair.inner_start : pair.inner_end]))
    return tuple(
        words for words in dict.fromkeys(told) if _says_enough(words) and not any(words in text for text in known)
    )


def _says_enough(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS or (" " not in words and len(words) >= 3 * _FEWEST_WORDS)


def _excerpt(words: str) -> str:
    return words if len(words) <= 100 else words[:70].rstrip() + " … " + words[-27:].lstrip()


def to_plain(result: Verification) -> dict[str, object]:
    """Return *result* as JSON objects and arrays."""
    return {
        "file": result.name,
        "format": result.format,
        "verbatim": result.holds,
        "quotations": [
            {
                "source": p.source, "kind": p.kind, "who": p.who or None, "text": p.words, "sha256": p.sha256,
                "found_sha256": p.found_sha256 or None, "verbatim": p.holds, "difference": p.difference or None,
            }
            for p in result.proofs
        ],
        "in_no_source": list(result.foreign),
    }  # fmt: skip
