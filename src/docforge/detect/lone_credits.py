# SPDX-License-Identifier: Apache-2.0
"""Credits without a word for them: a maker, a house or both, alone in a line.

Comes in: a ``Survey`` and a passage, or the credits found so far.  Goes out: candidates of kind ``credit_line``.  Rule:
IPTC Photo Metadata 2023.2, Creator and Credit Line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from docforge.detect.agencies import known_agency
from docforge.detect.author_names.persons import FULL_NAME, is_person
from docforge.detect.bylines.byline_words import opens_like_byline
from docforge.detect.bylines.initials import POINTED_INITIALS
from docforge.detect.candidate import Candidate
from docforge.detect.credit_words import (
    AFTER_PROVIDER,
    INITIALS,
    MAKER_WORDS,
    is_provider,
    is_said_in,
    provider_in,
    provider_of,
)
from docforge.detect.look import RUNNING, Look
from docforge.detect.makers import split_maker
from docforge.detect.signoff import is_signature
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import agencies, folded, listed_places, phrases
from docforge.patterns import lazily

__all__ = ["agencies_alone", "lone_provider", "makers_alone"]

_NAME_AND_OFFICE = lazily(FULL_NAME + r"/[A-ZÀ-Þ]{3,10}")
"""``Ann Lee/UNHCR``: the photographer and the office that gave the picture out."""
_HOUSE_AND_NAME = lazily(
    r"[A-ZÀ-Þ]{2,4}\s?/\s?" + FULL_NAME + r"|[A-ZÀ-Þ]{5,16}/[A-ZÀ-Þ]{2,20}(?:[ -][A-ZÀ-Þ]{2,20}){1,3}"
)
"""``LP/Anne Leroy``, ``HAFEN/ANNE LEROY``: the initials of the paper, or its name in capitals, and its photographer."""
_NAME_AND_OUTLET = lazily(FULL_NAME + r"\s?[/|]\s?(?:«[^«»]{3,40}»|“[^“”]{3,40}”|„[^„“”]{3,40}[“”])")
"""``Мария Лунина / «Озёрский вестник»``: the photographer and an outlet in quotation marks."""
_INNER_END = lazily(r"[^\W\d_]{3}[.!?…][\"'”’»]?\s")
_HANDLE = lazily(r"(?:t\.me/|@|vk\.com/|instagram\.com/|telegram\.me/)\w{2,40}")
_AT_PROVIDER = lazily(r"\s@(\w[\w ]{1,24})$")
"""``Ann Lee and Bo Ek @Maxppp``: who is shown, and who gives out the picture."""
_BULLETS, _GALLERY = "•· \u00a0", 0.97
"""What opens the credits of a gallery; their score, for an item of a list looks so as well."""
_SIGNED_TIMES = 3
"""So many times stands the name of who took the pictures of a story, with a house."""
_ABOVE = 3
"""So many lines above the name of a maker may be the caption and what interrupts the text."""
_AGENCY_WORDS = 4
"""Words of the name of an agency that stands alone, at most."""
_LABELLED, _NAMED = 0.75, "a maker whom another credit names"
"""The score of a credit that surely names the maker of pictures; what is said of the name where it stands alone."""


def agencies_alone(survey: Survey, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the lines amid the text that are nothing but the name of an agency, as below its picture."""
    taken = {c.passage: c.score for c in found}
    return [
        Candidate(
            "credit_line",
            look.index,
            _GALLERY if gallery else 0.86,
            "credit.provider",
            "an agency alone",
            {"provider": provider},
        )
        for look in survey.lines
        if look.words <= _AGENCY_WORDS
        and not look.ends
        and (
            (gallery := _is_item_of_gallery(survey, look))
            or (look.index not in taken and _is_amid_paragraphs(survey, look))
        )
        and taken.get(look.index, 0.0) < _LABELLED
        and known_agency(provider := look.text.strip(_BULLETS if gallery else None))
    ]


def _is_item_of_gallery(survey: Survey, look: Look) -> bool:
    """``• ANP`` below each picture of a gallery; agencies that a text lists stand there once, or beside others."""
    if look.times < 2 or look.text[0] not in _BULLETS:
        return False
    beside = survey.looks[max(0, look.index - 1) : look.index + 2]
    others = [other for other in beside if other.fold != look.fold and other.text[0] in _BULLETS]
    return not any(known_agency(other.text.strip(_BULLETS)) for other in others)


def makers_alone(survey: Survey, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the lines amid the text that are nothing but the name of somebody whom a credit *found* labels."""
    labelled = [c for c in found if c.rule == "credit.label" and c.score >= _LABELLED]
    named = [str(part.fields.get("creator")) for c in labelled for part in (c.parts or (c,))]
    makers = {folded(name) for name in named if " " in name}
    twice = [look for look in survey.lines if look.times > 1 and 1 < look.words <= MAKER_WORDS and not look.ends]
    if not makers and not twice:
        return []
    taken = {c.passage for c in found}
    alone = [
        look
        for look in (survey.lines if makers else twice)
        if look.index not in taken
        and (look.fold in makers or (look.times > 1 and _is_told_nothing_of(survey, look)))
        and _is_amid_paragraphs(survey, look)
    ]
    times = Counter(look.fold for look in alone)
    several = len({look.fold for look in alone if look.fold not in makers}) > 1  # who speaks in turns
    return [
        Candidate("credit_line", look.index, 0.8, "credit.label", _NAMED, {"creator": look.text.strip()})
        for look in alone
        if look.fold in makers or (times[look.fold] == look.times and not several)
    ]


def _is_told_nothing_of(survey: Survey, look: Look) -> bool:
    """Say whether a line is a person's name and no running text says it: whose pictures stand above it each time."""
    name = look.text.strip()
    return look.cased and is_person(name) and survey.tells(look) == 0 and not survey.echo(look)


def _is_amid_paragraphs(survey: Survey, look: Look) -> bool:
    """Say whether running text stands right below a line and above the line or two before it; bylines stand higher."""
    if not survey.is_amid(look) or not survey.is_below_two(look):
        return False
    above = survey.looks[max(0, look.index - _ABOVE) : look.index]
    return survey.runs_at(look.index + 1) and any(a.prose >= RUNNING for a in above)


def lone_provider(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``APA/AFP/Name``, ``Getty Images``, ``Name / Agency`` as a line of its own."""
    if look.columns > 100 or look.words > 12 or (look.ends and not text.endswith(")")):
        return None
    if (look.sentences > look.ends and _INNER_END.search(text)) or is_signature(survey, look):
        return None
    if "/" in text:
        text = AFTER_PROVIDER.sub("", text)
    provider = provider_in(look) or ("/" in text and provider_of(text)) or None
    pieces = [p for p in re.split(r"\s?[/|]\s?", text) if p] if "/" in text or "|" in text else [text]
    joined = _joined_by_hyphens(text) if "-" in text else []
    if joined and len(pieces) == 1:
        pieces = joined
    first_known = len(pieces) > 1 and is_provider(pieces[0])
    if provider and is_said_in(text, provider):
        return None
    if _HANDLE.fullmatch(text) and not _is_of_author(survey, look):
        return Candidate("credit_line", look.index, 0.6, "credit.handle", "an account name alone", {"creator": text})
    at = _AT_PROVIDER.search(text) if "@" in text else None
    if at is not None and folded(at[1]) in phrases("credits", "provider"):
        fields = {"provider": at[1]}
        return Candidate("credit_line", look.index, 0.9, "credit.provider", f"closes with ‘@{at[1]}’", fields)
    if len(pieces) == 2 and (found := _maker_and_house(survey, look, text, pieces)) is not None:
        return found
    if len(pieces) > 1 and POINTED_INITIALS.fullmatch(pieces[0]) and not survey.has_begun(look):
        return None  # A. B./dpa signs the text
    if len(pieces) > 1 and (provider or first_known):
        maker, source = split_maker(text)
        return Candidate(
            "credit_line",
            look.index,
            0.86,
            "credit.provider",
            f"‘{(provider or pieces[0])[:30]}’ with slashes",
            {"creator": maker, "provider": source},
        )
    if any(map(_is_library, joined)):
        return Candidate("credit_line", look.index, 1.05, "credit.provider", f"‘{text}’ alone", {"provider": text})
    if provider and (folded(text) in phrases("credits", "provider") or (provider == text and survey.is_deep(look))):
        return Candidate(
            "credit_line", look.index, 0.72 + 0.08 * (look.words > 1), "credit.provider", f"‘{provider}’ alone",
            {"provider": provider},
        )  # fmt: skip
    if provider and folded(provider) in phrases("credits", "provider") and look.words <= 8:
        return Candidate(
            "credit_line", look.index, 0.7, "credit.provider", f"ends with ‘{provider}’", {"provider": provider}
        )
    return None


def _joined_by_hyphens(text: str) -> list[str]:
    """``Getty Images-Ansa``: return the providers that hyphens join, nothing in the name of one agency."""
    parts = text.split("-")
    return parts if folded(text) not in agencies() and all(map(is_provider, parts)) else []


def _is_library(provider: str) -> bool:
    """Say whether a provider gives pictures alone; two agencies joined by a hyphen sign texts as well."""
    return not known_agency(provider) and folded(provider) in phrases("credits", "provider")


def _maker_and_house(survey: Survey, look: Look, text: str, pieces: Sequence[str]) -> Candidate | None:
    """``Ann Lee/UNHCR``, ``LP/Anne Leroy``, ``Ann Lee / Harbour Times``: a maker and for whom, in either order."""
    maker, house = pieces
    score, note = 0.78, f"a name and ‘{house}’ with a slash"
    if _HOUSE_AND_NAME.fullmatch(text) and is_person(house) and not _is_no_house(maker):
        maker, house, note = house, maker, f"‘{maker}’ and a name with a slash"
    elif _NAME_AND_OFFICE.fullmatch(text):
        score = 0.7
    elif not (
        (not survey.closes(look) and _NAME_AND_OUTLET.fullmatch(text) and _is_paper(house))
        or ("/" in text and survey.is_amid(look) and is_person(maker) and _is_outlet(house))  # bars are of bylines too
    ):
        if look.times < _SIGNED_TIMES or not _is_signed_for(maker, house):
            return None
        note = f"a name and ‘{house}’, below many pictures"
    return Candidate("credit_line", look.index, score, "credit.provider", note, {"creator": maker, "provider": house})


def _is_no_house(name: str) -> bool:
    """``ANKARA/…``, ``OPINION/…``: a place, or the label of a section."""
    return folded(name) in listed_places() or folded(name) in phrases("dateline", "not_places")


def _is_paper(name: str) -> bool:
    """Say whether a name in quotation marks has a word that names of papers have: ``«Озёрский вестник»``."""
    words = folded(name.strip("«»“”„ ")).split()
    return not phrases("byline", "outlet").isdisjoint(words) or not phrases("byline", "outlet_opening").isdisjoint(
        words
    )


def _is_outlet(house: str) -> bool:
    """``GQ``, ``Harbour Times``: initials, or a name with a word that names of papers have, each with a capital."""
    words = house.split()
    if len(words) == 1:
        return house.isupper() and house.isascii() and 1 < len(house) <= INITIALS
    papers = phrases("byline", "outlet")
    return all(word[0].isupper() for word in words) and any(folded(word) in papers for word in words)


def _is_signed_for(maker: str, house: str) -> bool:
    """``Ann Lee/Harbour Trends``: a person and what is none, each word with a capital."""
    words = house.split()
    return is_person(maker) and len(words) > 1 and not is_person(house) and all(word[0].isupper() for word in words)


def _is_of_author(survey: Survey, look: Look) -> bool:
    """Say whether an account is the author's: right below a byline, name or date above the text, or at its foot."""
    if survey.closes(look):
        return True
    if not look.index or not survey.opens(look):
        return False
    above = survey.looks[look.index - 1]
    if opens_like_byline(survey, above):
        return True
    return above.words <= MAKER_WORDS and (is_person(above.text.strip()) or survey.states_day(above))
