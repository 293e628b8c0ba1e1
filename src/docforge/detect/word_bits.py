# SPDX-License-Identifier: Apache-2.0
"""What is known of a word, in bits: one look-up answers every question about it, and one byte outlines it.

The bits of a word come from its language's pack and from the word itself (``quote_packs``).  Its two outlines are read
by regular expressions over rows of words (``outline_class``).
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = [
    "ADJACENT",
    "ADVERB",
    "AS",
    "CAPITAL",
    "CITES",
    "COMMA",
    "CUE",
    "CUE_PHRASE",
    "DETERMINER",
    "END",
    "FRAGMENT",
    "FRAME_BESIDE",
    "FRAME_CAPITAL",
    "FRAME_CUE",
    "FRAME_PHRASE",
    "FRAME_REPORTED",
    "FRAME_SOURCE",
    "FRAME_SUBJECT",
    "IMPERSONAL",
    "JOIN",
    "KNOWN",
    "MENTION",
    "MOOD",
    "NAME",
    "NO_NAME",
    "ORGANISATION",
    "OUTLINE_ATTRIBUTES",
    "OUTLINE_BREAK",
    "OUTLINE_COMMA",
    "OUTLINE_DOT",
    "OUTLINE_END",
    "OUTLINE_MARK",
    "OUTLINE_NAME",
    "OUTLINE_NO_TITLE",
    "OUTLINE_ORGANISATION",
    "OUTLINE_PARTICLE",
    "OUTLINE_QUOTED",
    "OUTLINE_ROLE",
    "OUTLINE_SIGN",
    "OUTLINE_SPEAKS",
    "OUTLINE_STOP",
    "PARTICLE",
    "PHRASE",
    "PRONOUN",
    "QUOTED",
    "REPORTED",
    "ROLE",
    "ROLE_END",
    "SIGN",
    "SOURCE",
    "STOP",
    "THAT",
    "WITHIN",
    "outline_class",
]

# What a word can be to the finder: bits, so that one look-up answers every question about it.  All stay below 2**30:
# Python works on integers of that size several times faster than on longer ones.
CUE = 1
ADJACENT = 2
FRAGMENT = 4
THAT = 8
STOP = 16
JOIN = 32
DETERMINER = 64
PRONOUN = 128
ROLE = 256
ORGANISATION = 512
MENTION = 1024
ADVERB = 2048
NO_NAME = 4096
REPORTED = 8192
MOOD = 16384
AS = 32768
KNOWN = (1 << 16) - 1
"""All of the above: what a pack says of a word.  What follows is seen from the word itself."""
QUOTED = 1 << 16
"""Stands for a whole quotation."""
CAPITAL = 1 << 17
NAME = 1 << 18
"""A capital that may belong to a name."""
ROLE_END = 1 << 19
"""Ends like a role (German compounds)."""
END = 1 << 20
"""A sign that may end a sentence."""
SOURCE = 1 << 21
"""May begin a phrase like "according to"."""
PARTICLE = 1 << 22
"""May stand inside a name (van, de, bin)."""
PHRASE = 1 << 23
"""Begins a longer phrase of the pack."""
CITES = 1 << 24
"""The one who speaks is its object ("quoted her as saying")."""
WITHIN = 1 << 25
"""Stands before the text in which words are found ("in a statement")."""
IMPERSONAL = 1 << 26
"""A cue without a subject of its own ("it says in a statement")."""
CUE_PHRASE = 1 << 27
"""Begins a longer cue."""
COMMA = 1 << 28
"""A comma (of signs only)."""
SIGN = -(1 << 29)
"""Punctuation: the only negative value, without any of the bits above but ``END`` and ``COMMA``."""

# The outline of a text is one byte for each word, so that a regular expression over it finds at once what a loop over
# words would look for.  There are two: one for the finder of names and one, the frames, for the finder of speech.  Of a
# word they have the bits below; a sign or a quotation is a value of its own, from 128 on, mostly the same in both.
# What is asked for most is the highest: its class is one range, which compiles fastest.
OUTLINE_NAME = 64
OUTLINE_ROLE = 32
OUTLINE_SPEAKS = 16
"""A cue, or a word that is one beside a quotation."""
OUTLINE_ORGANISATION = 8
OUTLINE_PARTICLE = 4
OUTLINE_NO_TITLE = 2
"""Never stands between a role and its name."""
OUTLINE_ATTRIBUTES = 1
"""May attribute what is said."""
FRAME_CAPITAL = 64
FRAME_BESIDE = 32
"""A cue only right beside a quotation, or of a few quoted words."""
FRAME_CUE = 16
FRAME_SOURCE = 8
FRAME_PHRASE = 4
"""Begins a longer phrase."""
FRAME_REPORTED = 2
"""Opens a reported clause."""
FRAME_SUBJECT = 1
"""A pronoun or determiner, which may open a reported clause where no other word does."""
OUTLINE_SIGN = 0x80
OUTLINE_STOP = 0x81
"""A full stop that may end a sentence; in the frames, one with a blank before it, which may abbreviate as well."""
OUTLINE_COMMA = 0x82
OUTLINE_END = 0x83
"""Any other sign that may end a sentence."""
OUTLINE_QUOTED = 0x84
OUTLINE_BREAK = 0x85
"""Between two texts."""
OUTLINE_DOT = 0x86
"""A full stop that ends no sentence: of an abbreviation or an initial, or with something close behind it."""
OUTLINE_MARK = 0x87
"""A quotation mark or a dash, neither of which is part of a word."""


def outline_class(wanted: int | None, but: int = 0, signs: Sequence[int] = ()) -> bytes:
    """Return a class of a regular expression over an outline: words with any bit of *wanted*, and *signs*.

    Words with a bit of *but* are left out; with *wanted* None, all others are in.
    """
    values = [value for value in range(0x80) if (wanted is None or value & wanted) and not value & but]
    begins = [value for value in values if value - 1 not in values]
    ends = [value for value in values if value + 1 not in values]
    ranges = [*zip(begins, ends, strict=True), *zip(signs, signs, strict=True)]
    return b"[" + b"".join([b"\\x%02x-\\x%02x" % own for own in ranges]) + b"]"
