# SPDX-License-Identifier: Apache-2.0
"""Credit lines: who made or owns a picture.

Comes in: a ``Survey``.  Goes out: candidates of kind ``credit_line``; of kind ``credited_caption`` for a line that
holds a caption as well, which is split in two parts, caption first.  Rule: IPTC Photo Metadata 2023.2, Creator and
Credit Line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from docforge.detect.agencies import known_agency
from docforge.detect.author_names.persons import FULL_NAME, is_person
from docforge.detect.bracketed_credits import bracketed
from docforge.detect.candidate import Candidate
from docforge.detect.credit_words import (
    COPYRIGHT,
    COPYRIGHT_SIGN,
    FILE_CAPTION,
    LABEL,
    MAKER_WORDS,
    OPENING_BRACKETS,
    PICTURE_BY,
    WORDS_OF_PICTURES,
    closes_with_kind,
    is_label,
    keeps_rights,
    label_of,
    provider_in,
    provider_of,
)
from docforge.detect.credited_captions import labelled_tail, lone_tail, provider_tail, slashed_tail, trailed
from docforge.detect.east_asian_credits import marked_tail, reporter_tail
from docforge.detect.lone_credits import agencies_alone, lone_provider, makers_alone
from docforge.detect.look import ANY_SIGN, RUNNING, Look
from docforge.detect.makers import split_maker
from docforge.detect.survey import Survey
from docforge.detect.times_in_lines import words_beside_dates
from docforge.detect.unsigned_credits import may_close_with_maker, unsigned_tail
from docforge.detect.vocabulary import Openings, folded, phrases
from docforge.patterns import DIRECTIONS, has_case, has_east_asian, lazily

__all__ = ["captioned", "credited", "find_credits"]

_DATED_TOP = 12
"""Above this passage a short line with a full date dates the article."""
_STRAY = ".-–—|•·/ " + DIRECTIONS
"""What is left of a caption before a credit that stands alone."""
_FILED = lazily(FULL_NAME + r" \(([^()\d]{2,24})\)")
"""``Ann Lee (Reuters)``."""
_TAIL_SIGN = re.compile(r"[:：©ⓒ=＝/)\]）】]")
_LABEL_SIGN = re.compile(r"[:：／|=＝/՝]")
_LATIN_WORDS = (
    *(word.encode() for word in WORDS_OF_PICTURES if word != "foto"),  # "fot" is in it
    b"opyright",
    b"nuotr",
    b"felv",
    b"zdj",
    b"captur",
    b"ekran",
    b"skjerm",
    b"beeld",
)
_WORDS = (*_LATIN_WORDS, *map(str.encode, ("Фото", "фото", "資料", "资料", "자료", "Φωτ", "φωτ", "լուս", "Լուս")))
_LINE, _CLOSING = 170, 150
"""Columns of a line that may be all credit, and characters at the end of a wider passage in which one stands."""
_SHORT_LABEL = 8
"""Characters of a label that is cut short, ``fot.``, with its point."""
_SENTENCE, _LONGEST = 8, 16
"""Words of ``Photo by …`` at most, with a full stop and without one."""
_PARTICLE = 3
"""Letters of the small words of names, at most."""
_SMALL_LETTERS = 4
"""A small word of more letters stands in the names of few sources."""
_SMALL_WORDS = 2
"""So many words in small letters that stand in no name tell what is to be seen."""
_TITLE_WORDS, _TITLE_ECHO = 4, 0.4
"""Words that the title of a gallery has at least, and the share of them that the text repeats."""
_RUNNING_TIME = re.compile(r"(?<![\d:])\d{1,2}:\d\d\b")
_QUOTED = lazily(r"(?:^|\s)['\"“‘„«][^'\"”’“»]{2,60}['\"”’“»](?:\s|$)")
_TELLS, _ANNOUNCES = re.compile(r"n['’]t |[!?]$|…|\.\.\."), re.compile(r"[^\W\d_]['’]s |^\d+ ")
"""What titles have and makers have not: a verb denied, a mark at their end; behind a label in capitals a possessive and
a count at their head.
"""
_PARTS_OF_CREDIT = frozenset(",/|(©")
_WIDE_COMMAS = "，、،"
"""Commas behind which no blank need stand."""
_OWNER_WORDS = 8
"""Words of a line that says who lent the picture."""
_BUTTON = 40
"""Characters at the end of a line in which a button behind a credit stands."""
_LENDER_WORDS = 6
"""The same where nobody is named."""
_SMALL_WORD = lazily(r"(?<![^\W_])[^\W\d_A-ZÀ-Þ][^\W\d_]{2,}")


def credited(survey: Survey) -> frozenset[int]:
    """Return the passages that surely hold a picture credit."""
    known: frozenset[int] | None = survey.memo.get("credited")
    if known is None:
        known = survey.memo["credited"] = frozenset(c.passage for c in find_credits(survey) if c.score >= 0.75)
    return known


def captioned(survey: Survey) -> frozenset[int]:
    """Return the passages that hold a caption and its credit."""
    known: frozenset[int] | None = survey.memo.get("captioned")
    if known is None:
        found = find_credits(survey)
        known = survey.memo["captioned"] = frozenset(c.passage for c in found if c.kind == "credited_caption")
    return known


def find_credits(survey: Survey) -> list[Candidate]:
    """Return candidates for lines that are or hold a picture credit; worked out once for a survey."""
    known: list[Candidate] | None = survey.memo.get("find_credits")
    if known is None:
        worded = survey.holding(_LATIN_WORDS if survey.latin else _WORDS, _LINE, _CLOSING)
        known = survey.memo["find_credits"] = [
            candidate
            for look in survey.looks
            if look.columns <= 700
            and ((own := look.index in worded) or _may_hold_credit(look))
            and (candidate := _credit(survey, look, own)) is not None
        ]
        known += agencies_alone(survey, known)
        known += makers_alone(survey, known)
    return known


def _may_hold_credit(look: Look) -> bool:
    """Say whether a passage without a word of pictures has a sign that a credit needs, or ends with a provider.

    A short cut: what is refused here, all readers of a credit refuse too.
    """
    if look.signs and not _SIGNS.isdisjoint(look.signs):
        if not look.ends or look.columns <= _LINE or look.signs is ANY_SIGN or _TAIL_SIGN.search(look.text[-130:]):
            return True
    if look.ends or look.columns > 420:
        return False
    return (
        provider_in(look) is not None or may_close_with_maker(look) or bool(look.whole and _unsigned().all(look.whole))
    )


@cache
def _unsigned() -> Openings:
    """What a credit without a sign opens with."""
    return Openings(phrases("credits", "lent") | phrases("credits", "bare") | phrases("credits", "lone"))


def _credit(survey: Survey, look: Look, worded: bool) -> Candidate | None:
    """Ask the readers of a credit whose signs the passage has, all of them if it is *worded* like one."""
    text = look.text.strip()
    if not text:
        return None
    if look.fold in phrases("credits", "note"):
        return None  # it says what kind of picture it is, and nobody made it
    lead = len(look.text) - len(look.text.lstrip())
    if text[-1] == ")" and _is_filed(survey, look, text):
        return None
    if closes_with_kind(text):
        text = text[: text.rfind("(")].rstrip()  # the brackets credit nobody; what stands before them may
        if not text:
            return None
    if text[-1].islower() and (button := _button_behind(text)):
        text = text[:-button].rstrip()
    for reader, own in _READERS:
        if worded or own is None or not own.isdisjoint(look.signs):
            found = reader(survey, look, text, lead)
            if found is not None:
                return None if _dates_article(survey, look) else found
    return None


def _is_filed(survey: Survey, look: Look, text: str) -> bool:
    """Say whether the line closes the text with who wrote it and for which agency: ``Ann Lee (Reuters)``."""
    filed = _FILED.fullmatch(text) if survey.closes(look) else None
    return filed is not None and known_agency(filed[1])


def _button_behind(text: str) -> int:
    """Return the length of a button that closes a caption and its credit, ``… Ann Lee/AP hide caption``, 0 for none."""
    end = text[-_BUTTON:].casefold()
    if not end.endswith(_buttons()):
        return 0
    return next(len(button) - 1 for button in _buttons() if end.endswith(button))


@cache
def _buttons() -> tuple[str, ...]:
    """Return the buttons that may stand behind a credit, each with the blank before it."""
    return tuple(" " + button for button in phrases("credits", "after"))


def _dates_article(survey: Survey, look: Look) -> bool:
    """Say whether the line is a dateline on a line of its own: place, date and agency."""
    return look.index < _DATED_TOP and survey.states_day(look) and len(words_beside_dates(survey, look)) <= 2


def _labelled_line(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``Photo: Name / Agency``; ``© Name``; ``Photo by Name``."""
    if look.columns > _LINE:
        return None
    at = 1 if text[0] in OPENING_BRACKETS else len(text) - len(text.lstrip(_STRAY))
    signed = _LABEL_SIGN.search(text, 1, 40) is not None or "." in text[at : at + _SHORT_LABEL]
    match = label_of(text, at) if signed else None
    if FILE_CAPTION.match(text) and len(_SMALL_WORD.findall(text)) >= 2:
        return None  # an archive caption tells something
    if match is not None and is_label(match["label"]) and look.words <= 24:
        if at and not any(map(str.isalnum, text[match.end() :])):
            return None  # (Photo: )
        announced = match["label"].isupper() and not folded(match["label"]).startswith(
            tuple(phrases("credits", "owned"))
        )
        if _announces(match["label"]) and _is_title(survey, look, text[match.end() :], announced=announced):
            return None
        maker, provider = split_maker(text[match.end() :])
        long = look.columns > 110 or (look.ends and look.words > 12)
        score = 0.72 if long else 0.95
        fields = {"creator": maker, "provider": provider, "label_end": lead + match.end()}
        return Candidate(
            "credit_line", look.index, score, "credit.label", f"‘{match['label'].strip()}’ before a name", fields
        )
    pictured = text[:8].lower().startswith(WORDS_OF_PICTURES)
    brief = look.words <= (_SENTENCE if look.ends else _LONGEST)  # “Fotos von Booten, Netzen … hängen im Rathaus.”
    if pictured and PICTURE_BY.match(text) and (brief or _lists_makers(text)):
        return Candidate(
            "credit_line",
            look.index,
            0.9,
            "credit.label",
            "photo by …",
            {"creator": PICTURE_BY.sub("", text, count=1) or None},
        )
    if (
        text[at : at + 1] in "©(ⓒCc"
        and (COPYRIGHT.match(text, at) or COPYRIGHT.match(text))
        and any(c.isalpha() for c in text[at + 1 :].lower().removeprefix("copyright"))
        and look.columns <= 120
        and look.words <= 14
        and not keeps_rights(look)
    ):
        maker, provider = split_maker(COPYRIGHT_SIGN.sub("", text, count=1))
        return Candidate(
            "credit_line",
            look.index,
            0.8,
            "credit.copyright",
            "© before a name",
            {"creator": maker, "provider": provider},
        )
    first = folded(text).split(" ", 1) if pictured else []
    several = bool(first) and first[0] in phrases("credits", "several")
    if (
        len(first) == 2
        and (several or first[0].rstrip(".") in {"foto", "fotó", "fot", "photo"})
        and 2 <= look.words <= 7
        and text.split()[1][0].isupper()
        and not look.ends
    ):
        maker, provider = split_maker(text[len(first[0]) + 1 :])
        named = maker is not None and _is_maker(maker) and is_person(maker)
        fields = {"label_end": lead + len(first[0]) + 1}
        if several and not named:
            return None  # “Photos Show Damage”
        if named:
            fields |= {"creator": maker, "provider": provider}
        score = 0.86 if named else 0.7
        return Candidate("credit_line", look.index, score, "credit.label", f"‘{first[0]}’ before a name", fields)
    return None


def _lists_makers(text: str) -> bool:
    """``Photos by Ann Lee (Shutterstock), Bo Ek, …``: many names, hardly a small word among them."""
    words = text.split()
    small = [word for word in words[2:] if word[:1].islower() and len(word) > _PARTICLE]
    return folded(words[1]) == "by" and text.count(",") > 1 and len(small) <= _SMALL_WORDS + 1


def _goes_on(words: Sequence[str]) -> bool:
    """``Ann Lee and Bo Ek …``, ``Ann Lee for the harbour office``: what stands behind the name of a maker."""
    return folded(words[2]) in phrases("byline", "joiner") | phrases("byline", "writing_for")


def _announces(label: str) -> bool:
    """Say whether a label may announce a gallery or a video: ``PHOTOS``, ``Video``; one photo has a caption."""
    fold = folded(label)
    return fold.endswith("s") or fold.startswith("video")


def _is_title(survey: Survey, look: Look, rest: str, *, announced: bool) -> bool:
    """Say whether what stands behind ``Photos:`` or ``Video:`` tells what is to be seen, not who made it.

    ``PHOTOS: The storm breaks the mole of the old port``: the text repeats its words, and some are small.
    *announced*: the label is set in capitals and does not ask whose they are, ``Credits:``.
    """
    if len(rest.split()) >= _TITLE_WORDS and _RUNNING_TIME.search(rest):
        return True
    if len(rest.split()) < _TITLE_WORDS or provider_of(rest):
        return False
    if "/" not in rest and (_TELLS.search(rest) or (announced and _ANNOUNCES.search(rest))):
        return True  # PHOTOS: 20 Walks by the Sea, PHOTOS: See Norrstad's Mole
    if not _PARTS_OF_CREDIT.isdisjoint(rest):
        return False
    if is_person(rest.lstrip()) and (len(words := rest.split()) <= MAKER_WORDS or _goes_on(words)):
        return False
    small = [word for word in _SMALL_WORD.findall(rest) if folded(word) not in phrases("byline", "particles")]
    if not small or any(opening in folded(rest) for opening in phrases("credits", "lent")):
        return False
    return ":" in rest or len(small) >= _SMALL_WORDS or survey.echo(look) >= _TITLE_ECHO


def _taken_line(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``Photographed by Ann Lee.``: a line, full stop or none, that says who took the pictures of the story."""
    if look.columns > 80 or not look.whole or look.words > _OWNER_WORDS:
        return None
    word = next(iter(_taken().all(look.whole)), "")
    maker = text[len(word) :].strip().rstrip(".")
    if not word or text[len(word) : len(word) + 1] != " " or not _is_maker(maker):
        return None
    creator, provider = split_maker(maker)
    fields = {"creator": creator, "provider": provider}
    return Candidate("credit_line", look.index, 0.9, "credit.label", f"‘{word}’ before a name", fields)


@cache
def _taken() -> Openings:
    return Openings(phrases("credits", "taken"))


def _lent_line(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``Courtesy of the Lund family``, ``Beeld Anna Vik``, ``Фото автора``: a credit without a sign."""
    if look.columns > 80 or look.words > _OWNER_WORDS or look.ends or not look.whole:
        return None
    for word in _unsigned().all(look.whole):
        rest = text[len(word) :]
        if word in phrases("credits", "lone") and not rest[:1].isalpha():
            return Candidate("credit_line", look.index, 0.84, "credit.label", f"‘{text}’ names no maker")
        if rest[:1] != " " and word[-1] not in _WIDE_COMMAS and not (has_east_asian(word) and rest):
            continue
        owner = rest.lstrip(" -–—・")
        if word in phrases("credits", "lent"):
            named = any(part[:1].isupper() for part in owner.split()[:2]) or not look.cased
            named = named or (" " in word and look.words <= _LENDER_WORDS)  # courtesy of the artist
        else:
            named = _is_maker(owner)
        if named:
            fields = {"provider" if word in phrases("credits", "lent") else "creator": owner.strip()}
            return Candidate(
                "credit_line", look.index, 0.86, "credit.label", f"‘{text[: len(word)]}’ before a name", fields
            )
    return None


def _is_maker(text: str) -> bool:
    """Say whether words read as a name alone: each with a capital, few where there is none; or as an address."""
    words = text.split()
    if not words or len(words) > MAKER_WORDS:
        return False
    if len(words) == 1 and "." in text.rstrip("."):
        return True
    if not has_case(text):
        return len(words) <= 3 and not any(map(str.isdigit, text))
    return all(not word[0].islower() or folded(word) in phrases("byline", "particles") for word in words)


def _source_line(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``Source: Name`` in the middle of the text credits a graphic; at the end it names where the text comes from."""
    if look.columns > 120 or look.index < 2:
        return None
    match = LABEL.match(text) if _LABEL_SIGN.search(text, 1, 40) else None
    if match is None or folded(match["label"]) not in phrases("signoff", "source_label"):
        return None
    rest = text[match.end() :]
    named = "/" in rest and any(is_person(part.strip()) for part in rest.split("/"))
    if len(rest) < 2 or (rest[0].islower() and not named) or (not named and _is_reported(rest)):
        return None
    if look.index >= len(survey.looks) - 4 and not (named and not survey.closes(look)):
        return None
    if not named and not any(above.prose >= RUNNING for above in survey.looks[: look.index]):
        return None  # above the text it says whose the article is
    maker, provider = split_maker(rest) if named else (None, rest)
    if named and maker is not None and provider is not None and is_person(provider):
        maker, provider = provider, maker  # hafen.media/Anna Lehner
    fields = {"creator": maker, "provider": provider}
    return Candidate("credit_line", look.index, 0.88, "credit.source", f"‘{match['label']}:’ amid the text", fields)


def _is_reported(rest: str) -> bool:
    """``Source: Minister 'annoyed' by delays of the ferry``: what a source tells, as headlines say."""
    if not _PARTS_OF_CREDIT.isdisjoint(rest):
        return False
    least = _SMALL_WORDS if _QUOTED.search(rest) else _SMALL_WORDS + 1
    return sum([len(word) > _SMALL_LETTERS for word in _SMALL_WORD.findall(rest)]) >= least


_READERS: tuple[tuple[Callable[[Survey, Look, str, int], Candidate | None], frozenset[int] | None], ...] = (
    (_labelled_line, frozenset(b":/|=(\xa9")),
    (bracketed, frozenset(b")]")),
    (labelled_tail, frozenset(b":=(\xa9")),
    (marked_tail, frozenset(b":=(\xa9")),
    (_source_line, frozenset(b":/|=")),
    (_taken_line, frozenset()),
    (_lent_line, None),
    (trailed, None),
    (reporter_tail, None),
    (lone_tail, frozenset()),
    (lone_provider, None),
    (slashed_tail, frozenset(b"/|")),
    (provider_tail, None),
    (unsigned_tail, None),
)
"""The readers of a credit in the order in which they are asked, each with the signs of which it needs one."""
_SIGNS = frozenset().union(b"@", *(signs for _, signs in _READERS if signs is not None))
