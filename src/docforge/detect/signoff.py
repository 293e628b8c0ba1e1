# SPDX-License-Identifier: Apache-2.0
"""What closes an article: end marks, sign-offs, sources, rights, contacts, notes from the desk.

Comes in: a ``Survey``.  Goes out: candidates of kind ``tagline`` with their role; a sign-off in brackets at the end
of a paragraph is split off as a part of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from docforge.detect.agencies import known_agency, signs_with_initials
from docforge.detect.author_names.persons import is_person
from docforge.detect.bracketed_credits import names_house_and_person
from docforge.detect.candidate import Candidate, Part
from docforge.detect.contacts import announces_contacts, contacts, is_contact_label, may_be_contact, states_address
from docforge.detect.credit_words import OPENING_BRACKETS, tells_of_work
from docforge.detect.dateline import parsed_datelines
from docforge.detect.issuers import names_issuer
from docforge.detect.look import COLON, COPYRIGHT, EDGES, END_SIGNS, QUOTED, RUNNING, SENTENCE, SET_IN_CAPITALS, Look
from docforge.detect.publication import moments
from docforge.detect.release_labels import states_embargo
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, openings, phrases
from docforge.patterns import SENTENCE_ENDS, is_latin, lazily

__all__ = ["find_taglines", "is_signature", "names_source"]

_MARK_EDGES = EDGES + "＃＊・「」『』<>〈〉"
_ROC_DATE = lazily(r"(?<=[)）])1\d{6}$")
"""``（編輯：周大同）1140512``: the day in the calendar of Taiwan, behind who edited."""
_CLOSING = lazily(r"[(（\[]\s?([^()（）\[\]\n]{1,110}?)\s?[)）\]]\s*$")
_SENTENCE_ENDS = tuple(SENTENCE_ENDS + '"”“»’」)')
_BRACKETS, _OPENING = frozenset(b")]"), ord("(")
"""Brackets in ``Look.signs``."""
_CLOSING_BRACKETS = tuple(")）]")
_PAGE_MARK = re.compile(r"[-–—]\s?30\s?[-–—]|[#*＃＊]{2,5}|(?:[#*]\s){2,4}[#*]|[■◆●▲]{1,3}")
_LABELLED = re.compile(r"[\s(（\[*]{0,6}([^:：/／\n]{2,48}?)\s?[:：／]")
_LABEL_SIGN = re.compile("[:：／]")
_RIGHTS_LINE = 200
"""Columns of the widest line that reserves rights."""
_OWNED = 16
"""Characters within which the sign and a year stand that open such a line: ``Copyright © 2019 …``."""
_REWRITTEN = re.compile(
    r"[(\[]\s?(?:adds|updates|recasts|rewrites|refiles|releads|repeats|corrects|writes through|new throughout)\b"
)
"""How news agencies open the note on what a new version changes."""
_INITIALS = lazily(r"[a-zß-ÿ]{2,6}(?:\s?/\s?[a-zß-ÿ]{2,10}){1,2}")
_SIGNED_LINE, _BRIEF_SENTENCE = 40, 4
"""Columns that a sentence and who signs behind it have at least, and words that a brief one has."""
_NOTEPAD = 24
"""Columns of a line that heads notes for desks."""
_SIGNATURE = 30
"""Columns of a line of initials."""
_CLOSING_LINES = 3
"""Passages at the end whose last words may sign the article without brackets."""
_REPORTER = 3
"""Words of a reporter's name behind the agency."""
_LAST_LINES = 4
"""Passages at the end where a signature, or the address of the author, may stand."""
_ABOVE_TEXT, _PHRASE = 1.3, 8
"""The score of a line on further work right above the text, and characters of the words that open one there."""
_FIRST_ISSUER = 3
"""So many passages at least stand above the name of an office that closes a text."""
_TO_ADDRESS = 60
"""Characters from the word that opens such a line to the sign in the address, the name between them."""
_OUTLET, _AUTHORS, _TEXT_ABOVE = 6, 60, 3
"""Letters of the capitals that an outlet signs with; columns of a line that names authors in brackets behind them;
paragraphs above capitals that sign, where a tag of the page has others beside it."""
_HAS_AUTHORS = re.compile(r"[^\W\d_a-zß-ÿ]{2,6} \([^\W\d_a-z][\w.'’-]{1,24}(?:,? [^\W\d_a-z][\w.'’-]{0,24}){1,8}\)")
"""``MDR (Ann Lee, Tom Reed)``: an outlet and who wrote for it."""
# Small letters or capitals in a row; of Arabic single letters, of Devanagari what two or more letters are called.
_INITIAL = re.compile(r"[a-zß-ÿ]{1,5}|[A-ZÀ-Þ]{2,4}|[\u0621-\u064a](?: ?[\u0621-\u064a]){0,2}|[\u0900-\u0963]{2,8}")
_MAKER = re.compile(r"\w\s?/\s?\w")
_LAST_NAME = re.compile(
    r"[.!?…。][\"'”’»)]?\s+(?P<sign>(?:[-–—]\s?|[(/])?"
    r"(?P<agency>[^\W\d_][\w./-]{1,14}(?: [^\W\d_][\w.-]{1,12})?)[)/]?)\s*$"
)
_ENCLOSED = lazily(r"/[^\W\d_a-zß-ÿ]{2,4}/")
"""``/ЛМ/``: who wrote, between slashes."""
_CODE, _CODES = lazily(r"[a-z]{1,4}\d?|[A-Z]{2,4}(?:/[A-Z]{2,4})?"), 5
"""Initials and codes behind an agency's name, and how many of them."""
_LAST_INITIALS = re.compile(
    r"[.!?…。][\"'”’»)]?\s+(?P<sign>(?:(?P<agency>[^\W\d_]{2,12})\s|\((?P<mark>[^()\d]{2,12})\)\s)?[a-z]{2,4}(?:/[a-z]{2,4}){1,2})\s*$"
)
"""An agency or an end mark in brackets, if any, and initials with slashes behind the end of a sentence."""


def find_taglines(survey: Survey) -> list[Candidate]:
    """Return candidates for passages that close the article, or whose last words do."""
    out: list[Candidate] = []
    contact = noted = False
    # What may close the article as a whole line: one far inside it has at least a sign.
    lines = [look for look in survey.lines if look.signs or not survey.is_far_inside(look)]
    whole, rights = {look.index for look in lines}, _rights_stated(survey, lines)
    half = len(survey.looks) // 2
    below = {index for index in contacts(survey) if index >= half or survey.closes(survey.looks[index])}
    for look in survey.looks:
        noted = noted or (look.columns <= _NOTEPAD and look.index > 1 and _opens_notepad(look))
        if noted:
            out.append(_make(look, 1.2, "tagline.editors-note", "of the desk's notes below the text", "editors_note"))
            continue
        found = _closing_words(survey, look)
        if found is None and look.index in whole:
            found = _whole_line(survey, look, rights)
        if found is None and not contact and look.index not in below:
            continue
        labelled = found is not None and found.rule == "tagline.contact" and found.score > 0.8
        together = contact and look.passage.blank_before == 0 and may_be_contact(look)
        if not labelled and (together or (look.index in below and not _says_something_else(found))):
            found = _make(look, 0.9, "tagline.contact", "stands below a contact", "contact")
            contact = together
        elif not labelled:
            contact = False
        contact = contact or labelled
        if found is not None:
            out.append(found)
    return out


def _opens_notepad(look: Look) -> bool:
    """Say whether a line heads the notes for desks that an agency sends below a text: ``# dpa-Notizblock``."""
    return look.fold.strip(_MARK_EDGES) in phrases("signoff", "notepad")


def _closing_words(survey: Survey, look: Look) -> Candidate | None:
    """Return what the last words of a passage close the article with: in brackets anywhere, else in one of the last."""
    closing = None if _BRACKETS.isdisjoint(look.signs) else _closing_bracket(survey, look)
    if closing is None and look.index >= len(survey.looks) - _CLOSING_LINES:
        closing = _closing_name(survey, look) or _closing_sign(look)
    return closing


def names_source(look: Look) -> bool:
    """Say whether the line opens with ``Source:`` in any language."""
    if COLON not in look.signs:
        return False
    label, sign, _ = look.fold.replace("：", ":").partition(":")
    return bool(sign) and label.rstrip() in phrases("signoff", "source_label")


def is_signature(survey: Survey, look: Look) -> bool:
    """Say whether a line at the end holds initials with slashes or behind an agency: ``lb/pmr``, ``PTI ABC XYZ``.

    Beside initials with slashes an agency or an end mark may stand: ``hz/dpa``.
    """
    if look.columns > _SIGNATURE or not survey.closes(look):
        return False
    ends = phrases("signoff", "end_mark")
    text = look.text.strip()
    mark, bracket, rest = text.partition(")")
    if bracket and text[0] == "(" and folded(mark[1:]) in ends:
        text = rest  # (Schluss) hz/pmr
        if _INITIAL.fullmatch(text.strip()):
            return True
    if look.index < len(survey.looks) - _LAST_LINES:
        return False
    if "/" not in look.text:
        return signs_with_initials(look.text)
    pieces = [piece for own in text.split("/") if (piece := own.strip(" .()"))]
    initials = [piece for piece in pieces if _INITIAL.fullmatch(piece)]
    others = [piece for piece in pieces if piece not in initials]
    if len(pieces) < 2:
        return bool(pieces) and _ENCLOSED.fullmatch(text) is not None
    if not look.cased and known_agency(pieces[0]) and all(map(_may_be_reporter, pieces[1:])):
        return True  # وام/أحمد علي
    closing = any(folded(piece) in ends for piece in others)  # Lusa/Fim
    return (bool(initials) or closing) and all(known_agency(o) or folded(o) in ends for o in others)


def _may_be_reporter(piece: str) -> bool:
    """Say whether a piece behind an agency's name is as short as a name."""
    return 0 < len(piece.split()) <= _REPORTER and not any(map(str.isdigit, piece))


def _make(look: Look, score: float, rule: str, note: str, role: str) -> Candidate:
    return Candidate("tagline", look.index, score, rule, note, {"role": role})


def _whole_line(survey: Survey, look: Look, rights: Sequence[str]) -> Candidate | None:
    text = look.text.strip()
    late = look.index >= len(survey.looks) // 2
    last = look.index >= len(survey.looks) - _LAST_LINES
    fold = look.whole
    if look.columns <= 24 and (
        _PAGE_MARK.fullmatch(text) or (late and fold.strip(_MARK_EDGES) in phrases("signoff", "end_mark"))
    ):
        return _make(look, 0.96, "tagline.end-mark", f"‘{text[:20]}’ marks the end", "end_mark")
    marked = text[:1] == "(" and survey.closes(look)  # (Schluss) hs, with contacts below
    if (last or marked) and (found := _signed_at_end(survey, look, late=late)) is not None:
        return found
    if look.columns <= 60 and late and is_contact_label(fold.strip(_MARK_EDGES)):
        return _make(look, 0.84, "tagline.contact", f"‘{text}’", "contact")
    if announces_contacts(survey, look):
        return _make(look, 0.84, "tagline.contact", f"‘{text}’ announces contacts", "contact")
    if last and (found := _signed_or_reached(survey, look)) is not None:
        return found
    embargo = states_embargo(look)
    if embargo:
        return _make(look, 1.0, "tagline.embargo", f"opens with ‘{embargo}’", "editors_note")
    if look.columns <= 160 and look.fold.endswith(_contributions()):
        return _make(look, 0.9, "tagline.reporting", "says who contributed", "reporting")
    if text[:1] in "([" and look.columns <= 160 and _REWRITTEN.match(fold):
        return _make(look, 0.9, "tagline.editors-note", "tells editors what has changed", "editors_note")
    opening = fold.lstrip("–—-• ")
    for start in openings("signoff", "reporting").all(opening):
        if not opening[len(start) : len(start) + 1].isalpha():
            score = _ABOVE_TEXT if survey.is_above_text(look) and len(start) >= _PHRASE else 0.9
            return _make(look, score, "tagline.reporting", f"opens with ‘{start}’", "reporting")
    labelled = COLON in look.signs and _LABEL_SIGN.search(text, 2, 60)
    match = _LABELLED.match(text) if labelled else None
    if match is not None:
        found = _labelled(look, folded(match[1]).strip(" *_()（["), text[match.end() :])
        if found is not None:
            return found
    if last and look.index >= _FIRST_ISSUER and names_issuer(look):
        return _make(look, 0.7, "tagline.issuer", "the name of an office closes the text", "sign_off")
    if rights and (late or "©" in fold) and look.columns <= _RIGHTS_LINE and any(map(fold.__contains__, rights)):
        score = 0.95 if _opens_with_rights(look) else 0.84
        return _make(look, score, "tagline.rights", "reserves rights", "copyright")
    if look.columns <= 40 and look.signs and ("©" in text or "(c)" in fold) and any(c.isdigit() for c in text):
        return _make(look, 0.8, "tagline.rights", "© and a year", "copyright")
    if late and look.columns <= 140 and look.prose < SENTENCE and states_address(look):
        return _make(look, 0.62, "tagline.contact", "an address or a telephone number", "contact")
    return None


def _opens_with_rights(look: Look) -> bool:
    """``Copyright © 2019 Harbour News. All rights reserved. This website …``: who owns the page, and a year."""
    head = look.text[:_OWNED]
    opens = look.fold.lstrip("© ").startswith(("copyright", "1", "2"))  # a year
    return opens and "©" in head and any(map(str.isdigit, head))


def _signed_at_end(survey: Survey, look: Look, *, late: bool) -> Candidate | None:
    """Return one of the last lines as the name of an agency, with its desk perhaps, or as initials."""
    text = look.text.strip()
    if look.columns <= 30 and late and not _MAKER.search(text) and known_agency(text.strip(" ()/.,*=-–—（）")):
        return _make(look, 0.8, "tagline.agency", "an agency's name closes the text", "sign_off")
    if look.columns <= 30 and late and _joins_agency(survey, look, text):
        return _make(
            look, 0.8, "tagline.agency", "an agency and who or what stands beside it close the text", "sign_off"
        )
    if is_signature(survey, look):
        return _make(look, 0.92, "tagline.initials", f"‘{text}’ are the initials of desk and reporters", "sign_off")
    if look.words in (2, 3) and not look.ends and look.index >= len(survey.looks) - 2 and late:
        agency = look.fold.partition(" ")[0]
        if agency in _own_agencies(survey):
            return _make(look, 0.8, "tagline.agency", f"‘{agency}’ of the dateline and its desk", "sign_off")
    return None


def _joins_agency(survey: Survey, look: Look, text: str) -> bool:
    """``avec AFP``, ``dpa abc xx n1 def``, ``(Hina) xabc``, ``(ANSA). ABC/DEF``: an agency beside a word or codes."""
    first, _, rest = text.partition(" ")
    if folded(first) in phrases("byline", "joiner"):
        return known_agency(rest.strip(" ()."))
    codes = rest.split()
    return (
        look.index >= len(survey.looks) - 2
        and 0 < len(codes) <= _CODES
        and known_agency(first.strip("()."))
        and all(map(_CODE.fullmatch, codes))
        and not any(code in survey.small_words() for code in codes)
    )


def _signed_or_reached(survey: Survey, look: Look) -> Candidate | None:
    """Return one of the last lines as what an outlet signs with, or as the address of the author."""
    text = look.text.strip()
    if "@" in text and look.index and _reaches_author(look):
        return _make(look, 0.92, "tagline.contact", "says how the author is reached", "contact")
    if look.index < len(survey.looks) - 1 or look.ends or not survey.closes(look):
        return None
    if 1 < len(text) <= _OUTLET and text.isupper() and text.isalpha():
        above = survey.looks[max(0, look.index - _TEXT_ABOVE) : look.index]
        if all(one.prose >= RUNNING and one.ends and one.capitals < SET_IN_CAPITALS for one in above):
            return _make(look, 0.6, "tagline.agency", "capitals alone close the text", "sign_off")
    if look.columns <= _AUTHORS and _OPENING in look.signs and _HAS_AUTHORS.fullmatch(text):
        return _make(look, 0.8, "tagline.agency", "an outlet and who wrote for it close the text", "sign_off")
    return None


def _reaches_author(look: Look) -> bool:
    """Say whether a line with an address tells whom of the authors it reaches: ``Ann Lee can be reached at …``."""
    fold = look.whole
    if fold[:1] in QUOTED:
        return False  # somebody says so
    if any(map(fold.__contains__, phrases("signoff", "reached"))):
        return True
    opening = fold.lstrip("–—-• ")
    for start in openings("signoff", "reach").all(opening):
        behind = look.text.strip()[len(fold) - len(opening) + len(start) :]
        name = [word[0].isupper() for word in behind.split()[:2]]
        before = behind[: max(0, behind.find("@"))]
        if behind[:1].isspace() and len(name) > 1 and all(name) and len(before) <= _TO_ADDRESS and "," not in before:
            return True
    return False


def _says_something_else(found: Candidate | None) -> bool:
    """Say whether a line says something of its own and is no part of a contact: an end mark, rights."""
    return found is not None and found.rule not in {"tagline.contact", "tagline.issuer"}


@cache
def _contributions() -> tuple[str, ...]:
    return tuple(phrases("signoff", "contributed"))


@cache
def _rights(latin: bool) -> tuple[str, ...]:
    """Return the phrases that reserve rights, those in Latin letters alone if *latin*."""
    return tuple(p for p in phrases("signoff", "rights") if len(p) > 3 and (is_latin(p) or not latin))


def _rights_stated(survey: Survey, lines: Iterable[Look]) -> Sequence[str]:
    """Return the phrases that reserve rights and stand in one of *lines* in the lower half, or in one with ©."""
    half = len(survey.looks) // 2
    text = "\n".join(
        [
            look.whole
            for look in lines
            if look.columns <= _RIGHTS_LINE and (look.index >= half or COPYRIGHT in look.signs)
        ]
    )
    return [phrase for phrase in _rights(survey.latin) if phrase in text]


def _has_figure(text: str) -> bool:
    return any(map(str.isdigit, text))


def _labelled(look: Look, label: str, rest: str) -> Candidate | None:
    if label in phrases("signoff", "source_label") and len(rest) <= 120:
        return _make(look, 0.92 if rest.strip() else 0.86, "tagline.source", f"‘{label}:’ before a source", "source")
    if is_contact_label(label) and (
        label in phrases("signoff", "contact") or states_address(look) or _has_figure(rest)
    ):
        return _make(look, 0.84, "tagline.contact", f"‘{label}:’", "contact")
    if label in phrases("signoff", "editors_note"):
        return _make(look, 0.74, "tagline.editors-note", f"‘{label}:’", "editors_note")
    return None


def _closing_bracket(survey: Survey, look: Look) -> Candidate | None:
    """``… ab. (APA, 12.9.2015)``, ``… ieri. (ANSA).``, ``（完）``, ``(Reporting by …)`` alone or behind a paragraph."""
    tail = look.text[-130:]
    stopped = tail.rstrip().removesuffix(".")
    if stopped[-1:].isdigit() and (dated := _ROC_DATE.search(stopped)) is not None:
        stopped = stopped[: dated.start()]
    match = _CLOSING.search(stopped) if stopped.endswith(_CLOSING_BRACKETS) else None
    if match is None:
        return None
    inner = match[1]
    start = len(look.text) - len(tail) + match.start()
    role, note = _closing_role(survey, look, inner)
    if not role and start > 1 and _names_editor(folded(inner)):
        role, note = "reporting", "names who edited behind the last sentence"
    if not role:
        return None
    fields: dict[str, object] = {"role": role}
    stated = moments(inner, survey.dates_in(inner)) if role == "sign_off" else []
    if stated:
        found, shift = stated[-1].found, len(look.text) - len(tail) + match.start(1)
        fields["signed"] = replace(found, start=shift + found.start, end=shift + found.end)
    if start <= 1:
        score = _ABOVE_TEXT if role == "reporting" and survey.is_above_text(look) else 1.0
        return Candidate("tagline", look.index, score, "tagline.bracket", note, fields)
    before = look.text[:start].rstrip()
    # Behind a quoted title or a list of programmes no full stop stands before a dated signature that closes the text.
    closes = bool(stated) and look.index == len(survey.looks) - 1
    if not before or (before[-1] not in _SENTENCE_ENDS and not closes):
        return None
    parts = (Part("paragraph", 0, start), Part("tagline", start, len(look.text), fields))
    return Candidate("paragraph_with_tagline", look.index, 1.0, "tagline.bracket", note, parts=parts)


def _closing_sign(look: Look) -> Candidate | None:
    """``… he said. ■``: a sign behind the last sentence of the last passages."""
    text = look.text.rstrip()
    if text[-1:] not in END_SIGNS or not look.ends:
        return None
    cut = len(text.rstrip(END_SIGNS))
    parts = (Part("paragraph", 0, cut), Part("tagline", cut, len(look.text), {"role": "end_mark"}))
    return Candidate(
        "paragraph_with_tagline", look.index, 1.0, "tagline.end-mark", f"‘{text[-1]}’ marks the end", parts=parts
    )


def _closing_name(survey: Survey, look: Look) -> Candidate | None:
    """``… he said. Reuter``, ``… acta. EFE rt/ma``: who signs after the last sentence of the last passages.

    A brief one may be a caption; of the agency in the dateline it is none.
    """
    if look.words < _BRIEF_SENTENCE:
        return None
    start = max(0, len(look.text) - 40)
    match = _LAST_INITIALS.search(look.text, start)
    if match is None or not _may_precede_initials(match["agency"] or match["mark"]):
        match = _LAST_NAME.search(look.text, start)
        if match is None or not known_agency(match["agency"]):
            return None
        if any(" " in piece.strip() and is_person(piece.strip()) for piece in match["agency"].split("/")):
            return None  # a picture's maker: REUTERS/Ann Lee
    if look.columns < _SIGNED_LINE and folded(match["agency"] or "") not in _own_agencies(survey):
        return None
    cut = match.start("sign")
    parts = (Part("paragraph", 0, cut), Part("tagline", cut, len(look.text), {"role": "sign_off"}))
    note = f"‘{match['sign']}’ signs the text"
    return Candidate("paragraph_with_tagline", look.index, 1.0, "tagline.agency", note, parts=parts)


def _may_precede_initials(sign: str | None) -> bool:
    """Say whether what stands before the initials, if anything, is an agency or marks the end."""
    return not sign or known_agency(sign) or folded(sign) in phrases("signoff", "end_mark")


def _own_agencies(survey: Survey) -> frozenset[str]:
    """The agencies that the datelines of this text name, whether a table lists them or not."""
    known: frozenset[str] | None = survey.memo.get("own_agencies")
    if known is None:
        named = (parsed.agency for parsed in parsed_datelines(survey).values())
        known = survey.memo["own_agencies"] = frozenset(folded(name) for name in named if name)
    return known


def _names_editor(fold: str) -> bool:
    """``編輯：周大同``: say whether a label of those who edit opens what stands in brackets."""
    label, sign, name = fold.replace("：", ":").partition(":")
    return bool(sign and name.strip()) and label.strip() in phrases("byline", "editing")


def _closing_role(survey: Survey, look: Look, inner: str) -> tuple[str, str]:
    fold = folded(inner)
    if fold.strip(_MARK_EDGES) in phrases("signoff", "end_mark"):
        return "end_mark", f"({inner}) marks the end"
    if tells_of_work(fold):
        return "reporting", "credits further work in brackets"
    if fold in _own_agencies(survey):
        return "sign_off", f"({inner[:30]}) is the agency of the dateline"
    if not survey.closes(look) and names_house_and_person(inner):
        return "", ""  # the agency and the photographer of a picture
    if survey.opens(look) and not survey.closes(look) and look.text.strip()[0] not in OPENING_BRACKETS:
        return "", ""  # above the text it gives a picture
    if ("/" not in inner and "," not in inner and known_agency(inner)) or all(
        known_agency(p) for p in re.split(r"[,/]\s?|\s", inner) if p
    ):
        return "sign_off", f"({inner[:30]}) signs for an agency"
    if "/" in inner and survey.closes(look):
        if _INITIALS.fullmatch(inner):
            return "sign_off", f"({inner}) are the initials of desk and reporters"
        pieces = [piece for piece in re.split(r"\s?/\s?", inner) if piece]
        if any(map(known_agency, pieces)) and all(len(piece.split()) == 1 for piece in pieces):
            return "sign_off", f"({inner[:30]}) signs for an agency and a service"
    dates = survey.dates_in(inner)
    stated = moments(inner, dates)
    if stated and stated[-1].found.end >= len(inner) - 2:
        names = inner[: stated[-1].found.start].strip(" ,;")
        if names and len(names) <= 80 and not any(c.isdigit() for c in names):
            return "sign_off", "a signature and a date in brackets"
    return "", ""
