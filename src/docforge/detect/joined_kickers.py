# SPDX-License-Identifier: Apache-2.0
"""A kicker printed in one line with its headline: where the headline begins.

Comes in: a ``Survey`` and a line.  Goes out: the parts of the line.  What parts the two is a joint without a blank, a
colon, a line beside it that says one of the two alone, or how the text writes the words beside the joint.
"""

from __future__ import annotations

import re

from docforge.detect.author_names.persons import is_person
from docforge.detect.candidate import Part
from docforge.detect.headline_shapes import BRIEF_TITLE, OPENERS, is_in_title_case
from docforge.detect.look import CLOSERS, COLON, SET_IN_CAPITALS, Look
from docforge.detect.quote_packs import quote_pack
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import phrases, phrases_by_language
from docforge.patterns import FULL_STOPS

__all__ = ["kicker_at_head"]

_GLUED_QUOTATION = re.compile(r"[^„«»\"“”]{8,60}[^\W\d_A-Z](?=[„«“][^„«»\"“”]{12,200}[“”»]\s*$)")
"""What stands right before a quotation that is the rest of the line."""
_SENTENCE, _LONG_SENTENCE = 5, 8
"""Words of a quotation that is a sentence, with its mark and without."""
_GLUED_COLON = re.compile(r"[A-ZÀ-Þ][^\W\d_]{2,30}(?:[ -][^\W\d_]{1,24}){0,4}(?<=[a-zß-ÿ]):(?=[A-ZÀ-Þ„“«\"][^\s:]*\s)")
"""A kicker printed together with its headline behind the colon: ``Gemeindepolitik:Böse Briefe``."""
_WIDTH = 48
"""Characters of a kicker that is printed in the line of its headline, at most."""
_REACH = 6
"""So many lines above, and below, are asked for the headline alone."""
_SPACED_COLON, _COLON = re.compile(r"[^:]{6,48}? : (?=[^\W\d_]|[„“»«\"])"), " : "
"""A kicker and a colon with blanks on both sides: ``Votum gegen Umgehung : „Ein Warnschuss“``."""
_TWO = 2
"""Words of a kicker before such a colon at least: one may be who speaks."""
_STUB = 2
"""Letters of what runs into a capital and is no word of its own, at most: ``deLuca``."""
_GLUED_WORDS = re.compile(r"[a-zß-ÿа-яё]{2}(?=[A-ZÀ-ÞА-ЯЁ][a-zß-ÿа-яё]{2})")
"""Where a word in small letters runs into a capital: ``Regionale VorlagenWindpark``."""
_GLUED_LETTER = re.compile(r"[A-ZÀ-Þ](?=[A-ZÀ-Þ][a-zß-ÿ]{2})")
"""A sign of the page that reads as a capital before the first word: ``TAmtsgericht``."""
_SHOUTED = re.compile(r"[A-ZÀ-Þ]{5,24}(?= (?:[A-ZÀ-Þ][a-zß-ÿ]|\d|[„“»«\"]))")
"""One word in capitals that opens a line: ``FESTAKT 75 Jahre alte Werft``."""
_OPENS_TEXT = re.compile(r"([A-ZÀ-Þ][^\W\d_]{2,20}(?:[ /-][^\W\d_]{2,20}){0,2})(?: ?[·|–—(]|[.:] | - )")
"""A place and its sign at the head of the text: ``Rosental · Im Herbst``."""
_WORD = re.compile(r"[^\W_]+")
_BEHIND_WORD = re.compile(r"[a-zß-ÿ] (?=[A-ZÀ-Þ][a-zß-ÿ])")
"""Where a word with a capital follows another word, with no sign between."""


def kicker_at_head(survey: Survey, look: Look) -> tuple[Part, ...]:
    """Return kicker and headline of a line that holds both, else nothing.

    It opens with all of the brief line right above, closes with a line beside it that says the headline alone, or the
    joint shows the two: ``Brief an den Rat„Wer soll das alles zahlen, Herr Rat?“``, ``Fischerei:Die Flotte``.  A single
    letter before the first word is a sign of the page.
    """
    if not look.cased:
        return ()
    if mark := _behind_letter(survey, look):
        return Part("furniture", 0, mark), Part("headline", mark, len(look.text))
    start = _behind_joint(look) or _behind_line_above(survey, look) or _before_line_beside(survey, look)
    start = start or _behind_spaced_colon(survey, look) or _between_words(survey, look)
    start = start or _behind_capitals(survey, look) or _behind_place(survey, look) or _before_opener(survey, look)
    if not start:
        return ()
    title = start + len(look.text[start:]) - len(look.text[start:].lstrip())
    return Part("kicker", 0, start), Part("headline", title, len(look.text))


def _behind_joint(look: Look) -> int:
    """Return where a headline begins that was printed together with its kicker, 0 where no joint shows it.

    A quotation without its blank is a sentence, or it may be a name: ``Il sequestro di«Porto Lungo»``.
    """
    text = look.text.rstrip()
    if text[-1] in CLOSERS and (glued := _GLUED_QUOTATION.match(text)) is not None:
        inner = text[glued.end() + 1 : -1].rstrip()
        if len(inner.split()) >= (_SENTENCE if inner[-1] in "?!." else _LONG_SENTENCE):
            return glued.end()
    joined = _GLUED_COLON.match(text) if ":" in text[:_WIDTH] else None
    return joined.end() if joined is not None and len(text[joined.end() :].split()) >= BRIEF_TITLE else 0


def _behind_line_above(survey: Survey, look: Look) -> int:
    """Return where a headline begins that opens with all of the brief line right above, 0 where it does not.

    A name is no such line, for headlines open with names: ``Berlin Marathon startet später`` below ``Berlin``,
    ``City of London Police arrest three`` below ``City of London``.
    """
    above = survey.looks[look.index - 1].text.rstrip() if look.index else ""
    if not above or len(above) > _WIDTH or not look.text.startswith(above + " ") or above[-1] in FULL_STOPS:
        return 0
    names = phrases("byline", "particles") | phrases("byline", "inside_names")
    if not any(word[0].islower() and word not in names for word in above.split()):
        return 0
    words = look.text[len(above) :].split()
    if len(words) < BRIEF_TITLE or is_in_title_case(" ".join(words)):
        return 0
    if not (words[0][0].isupper() or words[0][0] in OPENERS or words[0][0].isdigit()):
        return 0
    together = f"{above} {words[0]}"  # the name goes on: Crédit agricole Normandie
    return 0 if any(together in other.text for other in survey.running()) else len(above)


def _before_line_beside(survey: Survey, look: Look) -> int:
    """Return where a headline begins that another line says alone, else 0: ``Norrstad Ferry sails again``."""
    whole = look.text.rstrip()
    for other in survey.looks[max(0, look.index - _REACH) : look.index + 1 + _REACH]:
        if other.words < BRIEF_TITLE or other.columns >= look.columns:
            continue
        title = other.text.strip()
        start = len(whole) - len(title)
        if not 0 < start <= _WIDTH:
            continue
        if not whole.endswith(title) or whole[start - 1] != " " or not (title[0].isupper() or title[0] in OPENERS):
            continue
        before = whole[:start].rstrip()
        if other.index and survey.looks[other.index - 1].text.strip() == before:
            continue  # the title of the page says once more what stands above it in two lines
        last = before.rpartition(" ")[2]
        if is_person(title) and last.casefold() in quote_pack(survey.language).role_of:
            continue  # Mayor Ann Lee
        if before[-1].isalnum() and before[0].isalnum() and last[0].isupper():
            return start
    return 0


def _behind_spaced_colon(survey: Survey, look: Look) -> int:
    """Return where a headline begins behind a colon with a blank before it, 0 where there is none.

    Where nouns have capitals no such blank is right, and it shows that two were joined; who speaks is no kicker.
    """
    if COLON not in look.signs or _COLON not in look.text[: _WIDTH + len(_COLON)] or not _writes_nouns_large(survey):
        return 0
    joint = _SPACED_COLON.match(look.text)
    if joint is None or len(look.text[joint.end() :].split()) < BRIEF_TITLE:
        return 0
    before = look.text[: joint.end() - len(_COLON)].split()
    if len(before) < _TWO or all(word[0].isupper() for word in before):
        return 0  # Anna Vik : „Wir bleiben“
    return 0 if any(_COLON in text for text in _others(survey, look)) else joint.end()


def _writes_nouns_large(survey: Survey) -> bool:
    return quote_pack(survey.language).nouns_capitalised


def _between_words(survey: Survey, look: Look) -> int:
    """Return where a headline begins whose first word runs into the last of its kicker, 0 where none does.

    The text says the word alone and never the two as one, as it does a name (``SüdLink``).
    """
    joint = _GLUED_WORDS.search(look.text, 0, _WIDTH + BRIEF_TITLE)
    if joint is None:
        return 0
    start = joint.end()
    word = _WORD.match(look.text, start)
    if word is None or len(look.text[start:].split()) < BRIEF_TITLE:
        return 0
    left = look.text[:start].split()[-1]
    return start if left.isalpha() and len(left) > _STUB and _says_apart(survey, look, left, word[0]) else 0


def _behind_letter(survey: Survey, look: Look) -> int:
    """Return where a line begins behind a capital that is no part of its first word, 0 where none stands there."""
    joint = _GLUED_LETTER.match(look.text)
    word = _WORD.match(look.text, 1) if joint is not None else None
    if word is None or look.words < BRIEF_TITLE:
        return 0
    return 1 if _says_apart(survey, look, look.text[0], word[0]) else 0


def _others(survey: Survey, look: Look) -> list[str]:
    """Return the running text without what says the line itself."""
    return [other.text for other in survey.running() if look.text not in other.text]


def _says_apart(survey: Survey, look: Look, left: str, right: str) -> bool:
    """Say whether the word *right* stands by itself elsewhere, and nowhere in the text *left* and *right* as one.

    A name that is one word in the headline may be two in the text: ``OpenAir`` and ``Open Air``, ``Bahncard``.
    """
    alone = re.compile(rf"(?<![\w-]){re.escape(right)}\b")
    together = re.compile(rf"\b{re.escape(left)}[ -]?{re.escape(right)}", re.IGNORECASE)
    if any(together.search(text) for text in _others(survey, look)):
        return False
    return any(alone.search(other.text) for other in survey.looks)


def _behind_capitals(survey: Survey, look: Look) -> int:
    """Return where a headline begins behind one word in capitals that the text writes as a common noun, or 0.

    A name in capitals stands so in the text as well, or has a capital there where nouns have none (``TESLA Model Y``);
    where they have one, another word is stressed (``KEINE Gebühren``); more capitals in the line say nothing.
    """
    if (joint := _SHOUTED.match(look.text)) is None or look.capitals > SET_IN_CAPITALS:
        return 0
    rest, word = look.text[joint.end() :].split(), joint[0]
    if len(rest) < BRIEF_TITLE or any(w.isupper() and len(w) > 1 for w in rest):
        return 0
    large = _writes_nouns_large(survey)
    if is_in_title_case(" ".join(rest)) and not large:
        return 0
    texts, together = _others(survey, look), f"{word} {rest[0]}".casefold()
    if any(word in text or together in text.casefold() for text in texts):
        return 0
    small, noun = (re.compile(rf"\b{form}\b") for form in (word.lower(), word.capitalize()))
    is_small = any(map(small.search, texts))
    return joint.end() if (not is_small and any(map(noun.search, texts)) if large else is_small) else 0


def _behind_place(survey: Survey, look: Look) -> int:
    """Return where a headline begins behind the place that opens the text too, where nouns have capitals, or 0.

    ``Rosental Bücherei: Der Umzug rückt näher`` above ``Rosental · Im Herbst …``; a verb behind the place is written
    small, and what the text says together is a name.
    """
    if not _writes_nouns_large(survey):
        return 0
    texts = _others(survey, look)
    head = _OPENS_TEXT.match(texts[0]) if texts else None
    if head is None or not look.text.startswith(head[1] + " "):
        return 0
    rest = look.text[len(head[1]) :].split()
    if len(rest) < BRIEF_TITLE or not rest[0][0].isupper() or not rest[0][1:2].islower():
        return 0
    together = f"{head[1]} {rest[0].rstrip(':')}"
    return 0 if any(together in text for text in texts) else len(head[1])


def _before_opener(survey: Survey, look: Look) -> int:
    """Return where a headline begins with a word that has a capital at the head of a sentence alone, or 0.

    ``Streit um die Mole Wie die Stadt sie retten will``: no sign stands before it, and the text never writes it so
    behind a word, as it does what belongs to a name (``Die Linke``).
    """
    sure, naming = (
        phrases_by_language("headline", use).get(survey.primary, frozenset()) for use in ("openers", "openers_of_names")
    )
    openers = sure | naming
    if not openers or look.words <= BRIEF_TITLE:
        return 0
    text = look.text
    for joint in _BEHIND_WORD.finditer(text, 0, _WIDTH):
        start = joint.end()
        word = _WORD.match(text, start)
        if word is None or word[0].casefold() not in openers or len(text[start:].split()) < BRIEF_TITLE:
            continue
        before = text[:start].split()
        last = before[-1].casefold()
        if is_in_title_case(text[start:]) or len(before) < _TWO or last in openers:
            return 0
        if last in phrases("headline", "joining") or last in phrases("headline", "named"):
            return 0  # Konzert mit Die Prinzen, Streit in Partei Die Linke
        if word[0].casefold() in naming and not before[-1][0].isupper():
            return 0  # Ministerin besucht Der Spiegel: a kicker closes with a noun
        name = re.escape(" ".join(text[start:].split()[:2]))
        case = re.IGNORECASE if word[0].casefold() in naming else re.NOFLAG  # Rock am Ring, die Linke
        named = re.compile(rf"[^\W\d_],? [„“«»‚'\"]?{name}\b|[„“«»‚'\"]{name}\b", case)
        return 0 if any(map(named.search, _others(survey, look))) else start
    return 0
