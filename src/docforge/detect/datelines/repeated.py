# SPDX-License-Identifier: Apache-2.0
"""The place that opens a local report, before a full stop, colon, stroke, bullet or nothing: no list has all of them.

Comes in: the head of a passage, a survey.  Goes out: a dateline if the text names the same place again behind a word
for being there or a noun that belongs to it: ``TRAUBENHEIM. Trotz zweier Regentage …`` where ``in Traubenheim`` or
``FSV Traubenheim`` stands somewhere, if the byline above closes with it, or if the signs of who wrote stand behind it,
one behind capitals, else two; between bars, with the day, a listed place does as well.
"""

from __future__ import annotations

import re

from docforge.detect.datelines.parsed import ParsedDateline
from docforge.detect.datelines.places import is_listed_before_colon
from docforge.detect.look import RUNNING
from docforge.detect.survey import Survey
from docforge.detect.text_vocabulary import stands_in
from docforge.detect.vocabulary import folded, phrases, phrases_by_language
from docforge.patterns import lazily

__all__ = ["is_named_again", "repeated_place"]

_HEAD = lazily(
    r"(?P<place>(?:S[tT]\.? )?[A-ZÀ-ÞА-ЯЁ][^\W\d_]{2,24}(?:[ /-](?:S[tT]\. )?[A-ZÀ-ÞА-ЯЁ][^\W\d_]{1,24}){0,2})"
    r"(?P<sign>\.(?:\s\([a-zà-ÿ/]{2,6}\))?\s|\s\([a-zà-ÿ/]{2,6}\)\.?\s|\s[|/•]\s|:\s|\s)"
    r"(?=[„“\"«»'’]?[A-ZÀ-ÞА-ЯЁ]|(?<=\| )\d)"
)
"""One to three words of a place, each also behind ``St.``, the sign behind it, and what a sentence opens with."""
_TWO_SIGNS = lazily(r"\. \([a-zà-ÿ]{2,3}/[a-zà-ÿ]{2,3}\)")
"""The signs of two who wrote, behind the full stop of a place: those of one may be a word, ``Nein. (sic)``."""
_ONE_SIGN = lazily(r"\(([a-zà-ÿ]{2,3})\)\.")
"""The signs of one who wrote, and the full stop behind them."""
_BARRED, _LONGEST_DATE = lazily(r"\s?\|\s"), 40
"""What closes a date behind a place and a bar; characters in which it ends."""
_BRACKETED = lazily(r"\((?P<place>[A-ZÀ-Þ][^\W\d_]{2,24}(?:[ -][A-ZÀ-Þ][^\W\d_]{1,24}){0,2})\)\s(?=[«“\"]?[A-ZÀ-Þ])")
_REACH = 30_000
"""Characters of the text in which the place must be named again."""
_ENOUGH = 60
"""Characters of a passage that tells something behind its place."""
_SCORES = {".": 0.78, "(": 0.78, ":": 0.78, "|": 0.76, "/": 0.76, "•": 0.76, "": 0.75}


def repeated_place(text: str, lead: int, survey: Survey, *, first: bool) -> ParsedDateline | None:
    """Return the dateline that begins at offset *lead* of *text* if the article names its place again, or None.

    A place in small letters opens the *first* running text alone.
    """
    before = phrases_by_language("dateline", "before_places").get(survey.primary)
    if before is None or len(text) < _ENOUGH:
        return None
    if text[lead : lead + 1] == "(":
        bracketed = first and survey.primary in phrases_by_language("dateline", "place_brackets")
        return _in_brackets(text, lead, before, survey) if bracketed else None
    match = _HEAD.match(text, lead)
    if match is None or folded(match["place"]) in phrases("dateline", "not_places"):
        return None
    place, sign = match["place"], match["sign"].strip()
    if not (first or place.isupper()):
        return None
    if sign == "|" and (barred := _barred(text, lead, match, before, survey)) is not None:
        return barred
    if text[match.end()].isdigit():
        return None
    if not sign and not (place.isupper() and not text[match.end() : match.end() + 2].isupper()):
        return None  # “Ann Lee says” and a line in capitals
    if (place.isupper() and sign) or "(" in sign:
        before |= phrases_by_language("dateline", "toward_places").get(survey.primary, frozenset())
    signed = _TWO_SIGNS.fullmatch(sign) or (place.isupper() and _is_signed_in_brackets(sign))
    if not (first and signed) and not (
        _is_named(place, before, survey)
        or _is_behind_noun(place, survey)
        or (place.isupper() and _is_filed_from(place, survey))
    ):
        return None
    score = _SCORES[sign[:1]]
    note = f"{place}, named again in the text" + (f", before ‘{sign}’" if sign else "")
    end = match.end("place") + len(sign.rstrip(".")) + 1 if sign[:1] == "(" else match.end("place")
    return ParsedDateline(lead, end, place, rule="dateline.repeated-place", score=score, note=note)


def _is_signed_in_brackets(sign: str) -> bool:
    """``KIRCHBERG (hb).``: say whether the signs of one who wrote stand in brackets before a full stop."""
    written = _ONE_SIGN.fullmatch(sign)
    return written is not None and written[1] not in phrases("dateline", "no_signs")


def _barred(text: str, lead: int, head: re.Match[str], before: frozenset[str], survey: Survey) -> ParsedDateline | None:
    """``Traubenheim | March 12, 2026 | The …``: a place that is listed or named again, and a full date."""
    behind = text[head.end() : head.end() + _LONGEST_DATE]
    found = next(iter(survey.dates_in(behind)), None)
    if found is None or found.start or found.precision != "day" or not _BARRED.match(behind, found.end):
        return None
    place = head["place"]
    if not is_listed_before_colon(place, survey.primary) and not _is_named(place, before, survey):
        return None
    return ParsedDateline(
        lead, head.end() + found.end, place, date=found.date, rule="dateline.place-date", score=0.85,
        note=f"{place} · {found.iso} between bars",
    )  # fmt: skip


def _in_brackets(text: str, lead: int, before: frozenset[str], survey: Survey) -> ParsedDateline | None:
    """``(Traubenheim) Le maire …``: the place in brackets, as papers of Québec set it."""
    match = _BRACKETED.match(text, lead)
    if match is None or folded(match["place"]) in phrases("dateline", "not_places"):
        return None
    whole = survey.source.text[:_REACH]
    if not _is_named(match["place"], before, survey) or stands_in(match["place"].lower(), whole):
        return None  # what stands in small letters too is a word
    return ParsedDateline(
        lead, match.end() - 1, match["place"], rule="dateline.repeated-place", score=0.78,
        note=f"{match['place']} in brackets, named again in the text",
    )  # fmt: skip


def _is_filed_from(place: str, survey: Survey) -> bool:
    """``Ann Lee and Bo Ek | WASHINGTON``: say whether a line on top closes with the place behind a bar."""
    lines = (look.text.rstrip() for look in survey.on_top() if look.prose < RUNNING)
    return any(text.endswith(place) and text[: -len(place)].rstrip().endswith("|") for text in lines)


def is_named_again(place: str, survey: Survey) -> bool:
    """Say whether a word for being there stands before *place* somewhere in the text: ``in Jalandhar``."""
    before = phrases_by_language("dateline", "before_places").get(survey.primary)
    return before is not None and _is_named(place, before, survey)


def _is_behind_noun(place: str, survey: Survey) -> bool:
    """Say whether a noun stands before *place* somewhere to which it belongs: ``FSV Norrstadt``."""
    nouns = phrases_by_language("dateline", "nouns_of_places").get(survey.primary)
    if not nouns:
        return False
    whole, name = folded(survey.source.text[:_REACH]), folded(place)
    return any(stands_in(f"{noun} {name}", whole) for noun in nouns)


def _is_named(place: str, before: frozenset[str], survey: Survey) -> bool:
    """Say whether a word of *before* stands before *place* somewhere, before the first of two that a slash joins.

    The second may be a topic: ``Corona/Schulen: …`` above ``in Schulen``.
    """
    whole = survey.source.text[:_REACH]
    words = before | {word.capitalize() for word in before}
    name = place.partition("/")[0]
    return any(stands_in(f"{word} {form}", whole) for word in words for form in {name, name.title()})
