# SPDX-License-Identifier: Apache-2.0
"""A line with names cut into its parts: the names, the date, and what belongs to neither.

Comes in: a line and the names read from it.  Goes out: a candidate of kind ``byline``, in parts where a date or the
text of a reading tool stands beside the names.
"""

from __future__ import annotations

import re
from functools import cache

from docforge.detect.agencies import known_agency
from docforge.detect.author_names.lists import Names
from docforge.detect.author_names.segments import WORD
from docforge.detect.bylines.authors import is_full_name
from docforge.detect.candidate import Candidate, Part
from docforge.detect.credit_words import tells_of_work
from docforge.detect.look import COLON, FIGURES, Look
from docforge.detect.publication import dated_fields, moments_of
from docforge.detect.stated_hours import states_reading_time
from docforge.detect.survey import Survey
from docforge.detect.times_in_lines import without_times
from docforge.detect.vocabulary import folded, phrases, phrases_by_language
from docforge.patterns import any_of, has_case, lazily

__all__ = ["ADDRESS", "DIGIT", "EDITED", "byline_candidate", "names_end", "source_labels"]

ADDRESS = lazily(
    r"\[email\sprotected\]|[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,20}|(?<![\w.])@\w{2,30}|\bhttps?://\S{1,100}|\bwww\.\S{1,100}"
)
DIGIT = re.compile(r"\d")
EDITED = 0.8
"""The score of names behind the label of an editor."""
_WHOLE = 2
"""Words of a whole name."""
_WITH_DATE = 1.0
"""The score of a sure byline with a date in the same line: above that of a labelled date."""


def names_end(survey: Survey, look: Look, start: int) -> int:
    """Return where names must end: before a date, a time, an address or a second label."""
    text = look.text
    end = len(text)
    if not FIGURES.isdisjoint(look.signs):
        for found in survey.dates(look):
            if found.start >= start and found.precision in {"day", "month-day"}:
                end = _before_small_word(text, start, min(end, found.start))
                break
        label = next((m for m in moments_of(survey, look) if m.found.start == end), None)
        end = max(start, label.start) if label is not None else end
        if DIGIT.search(text, start, end):
            times = without_times(look)
            if times != text:
                end = next((i for i in range(start, end) if times[i] == " " and text[i] not in " \u00a0"), end)
        if states_reading_time(look) and (cut := DIGIT.search(text, start + 1, end)) is not None:
            end = cut.start()
            tells = _reading_time().search(text, start + 1, end)
            end = tells.start() if tells is not None else end  # Anna Berg Lesezeit: 3 Minuten
    if "@" in text or "://" in text or "www." in text or "[email" in text:
        cut = ADDRESS.search(text, start + 1, end)
        end = cut.start() if cut is not None else end
    bracket = text.find(" (", start, end)
    if bracket > start and tells_of_work(folded(text[bracket + 2 : end])):
        end = bracket
    may_follow = "@" in text or (bool(look.chunks) and look.chunks[-1] in _last_words_of_buttons())
    followed = _follow().search(text, start, end) if may_follow else None
    if followed is not None and _is_button(text, start, followed, survey.primary):
        end = followed.start()
    if COLON in look.signs or not source_labels().isdisjoint(look.chunks):
        end = _before_source(text, start, end)
    if any(map(look.whole.__contains__, _words_of_second_labels())):
        cut = _second_label().search(text, start + 1, end)
        end = cut.start() if cut is not None else end
    return end


@cache
def _reading_time() -> re.Pattern[str]:
    """The words that say how long a text takes to read, as a word of their own."""
    return re.compile(rf"(?<![^\W\d_])(?:{any_of(phrases('publication', 'reading_time'))})", re.IGNORECASE)


def _before_source(text: str, start: int, end: int) -> int:
    """``Ana Lis Izvor SRNA``: return where the label of a source begins before an agency or its sign, else *end*."""
    words = list(WORD.finditer(text, start, end))
    for place in range(_WHOLE, len(words)):
        label = words[place].group()
        if not label[0].isupper() or (fold := folded(label.rstrip(":"))) not in source_labels():
            continue
        behind = words[place + 1].group() if place + 1 < len(words) else ""
        signed = bool(behind) and fold not in phrases("byline", "source_or_name") and known_agency(behind.rstrip(",;."))
        if label[-1] == ":" or behind[:1] == ":" or signed:
            return words[place].start()
    return end


@cache
def source_labels() -> frozenset[str]:
    """Return the words for a source that are no byline words and join no names."""
    listed = phrases("signoff", "source_label") - phrases("byline", "joiner") - phrases("byline", "prefix")
    return frozenset(word for word in listed if " " not in word)


def _before_small_word(text: str, start: int, end: int) -> int:
    """``Ann Lee on May 3, 2022``: return where a word that leads to the date begins, *end* without one."""
    before = text[start:end].rstrip()
    last = before.rpartition(" ")[2]
    led = last.islower() and last in phrases("publication", "around") and len(last) < len(before)
    return start + len(before) - len(last) if led else end


@cache
def _follow() -> re.Pattern[str]:
    """The button behind a name, in any language: ``By Ann Lee Follow @annlee``, ``By Ann Lee Follow``."""
    return re.compile(rf" ({any_of(p[0].upper() + p[1:] for p in phrases('clutter', 'follow'))})(?= ?@| ?$)")


@cache
def _last_words_of_buttons() -> frozenset[str]:
    """The last word of each such button: none stands where neither one of them closes the line nor an account."""
    return frozenset(phrase.split()[-1] for phrase in phrases("clutter", "follow"))


def _is_button(text: str, start: int, verb: re.Match[str], language: str) -> bool:
    """Say whether a verb closes names as a button in *language* or English does, for it may be a surname.

    Two words with a capital stand before it, and behind the last joining word unless an account follows: ``By Ann Lee
    and Stephen Follow``.  Only the English button stands without an account: ``Ana María Siga`` is a name.
    """
    table, said = phrases_by_language("clutter", "follow"), folded(verb[1])
    words = text[start : verb.start()].split()
    if text.startswith("@", verb.end() + text.startswith(" ", verb.end())):
        if said not in table["en"] and said not in table.get(language, ()):
            return False
    elif said not in table["en"]:
        return False
    else:
        joins = phrases("byline", "joiner")
        last = max((place for place, word in enumerate(words) if word in joins or word[-1] in ",;"), default=-1)
        words = words[last + 1 :]
    return sum(word[0].isupper() for word in words) > 1


@cache
def _second_label() -> re.Pattern[str]:
    """What opens the words about the date or a button, also where the last name runs into it: ``Ann LeePublished``."""
    listed = sorted(phrases("byline", "second_label"), key=len, reverse=True)
    glued = any_of(label.capitalize() for label in listed if label.isascii() and label.endswith("ed"))
    buttons = "|".join(f"{label[0].upper()}(?i:{re.escape(label[1:])})" for label in listed if " " in label)
    return re.compile(rf"(?<=[a-zà-ÿ])(?:{glued}|{buttons})|(?i:\b(?:{any_of(listed)})\b)")


@cache
def _words_of_second_labels() -> frozenset[str]:
    """The longest word of each: where none of them stands, there is no such label."""
    return frozenset(max(label.split(), key=len) for label in phrases("byline", "second_label"))


def byline_candidate(survey: Survey, look: Look, names: Names, score: float, rule: str, note: str) -> Candidate:
    """Return *names* as a candidate, the line cut where a date or the text of a reading tool stands beside them."""
    fields = {"authors": names.authors, "agency": names.agency}
    text = look.text
    stated = moments_of(survey, look)
    if not stated:
        cut = _foreign_tail(text, names)
        if cut:
            parts = (Part("byline", 0, cut, fields), Part("furniture", cut, len(text)))
            return Candidate("byline", look.index, score, rule, note, parts=parts)
        return Candidate("byline", look.index, score, rule, note, fields)
    first = stated[0]
    full = all(is_full_name(name) or not has_case(name) for name, _, _ in names.authors)
    if score >= EDITED and rule != "byline.bare-name" and full:
        score = max(score, _WITH_DATE)  # it says all that a reading as a date says, and who wrote
    dated = dated_fields(first)
    if names.authors and first.found.end <= names.authors[0][1]:
        cut = _after_separator(look, first.found.end, names.authors[0][1])
        end = _foreign_tail(text, names) or len(text)
        split = [Part("publication_line", 0, cut, dated), Part("byline", cut, end, fields)]
        if end < len(text):
            split.append(Part("furniture", end, len(text)))
        return Candidate("byline", look.index, score, rule, note, parts=tuple(split))
    cut = min(_closed(text, max(names.end, 1)), first.start)
    parts = (Part("byline", 0, cut, fields), Part("publication_line", cut, len(text), dated))
    return Candidate("byline", look.index, score, rule, note + ", with a date", parts=parts)


def _after_separator(look: Look, start: int, end: int) -> int:
    """Return where what follows a date and its time begins, between *start* and *end*: behind a sign or the time."""
    text, times = look.text, without_times(look)
    timed = max((i + 1 for i in range(start, end) if times[i] != text[i]), default=0)
    start = timed or start
    for separator in ("|", "•", "·", "/", "-", "–", "—", ","):
        at = text.find(separator, start, end)
        if at >= 0:
            return at + 1
    labelled = ":" in text[timed:end] or "：" in text[timed:end]
    return end if labelled else timed or end


def _foreign_tail(text: str, names: Names) -> int:
    """Return where reading tools begin after the names (``| 4 min read``), or 0."""
    tail = text[names.end :]
    if names.end and any(c.isdigit() for c in tail) and not ADDRESS.search(tail):
        return _closed(text, names.end)
    return 0


def _closed(text: str, end: int) -> int:
    """Return *end*, behind the bracket that closes there: ``Ann Lee (LTV News)``."""
    return end + (text[end : end + 1] in (")", "）"))
