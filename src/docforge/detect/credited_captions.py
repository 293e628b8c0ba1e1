# SPDX-License-Identifier: Apache-2.0
"""Captions that close with a credit behind a label, © or stroke, or with a provider's name alone.

Comes in: a passage, its text without blanks around it, where that begins.  Goes out: a candidate of kind
``credited_caption`` with the caption and the credit as its parts, of kind ``credit_line`` where there is no caption,
or None.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from docforge.detect.agencies import known_agency
from docforge.detect.author_names.persons import is_person
from docforge.detect.candidate import Candidate, Part
from docforge.detect.credit_words import (
    AFTER_PROVIDER,
    COPYRIGHT,
    COPYRIGHT_SIGN,
    FILE_CAPTION,
    INITIALS,
    PICTURE_BY,
    WORDS_OF_PICTURES,
    is_label,
    is_provider,
    is_said_in,
    keeps_rights,
    label_of,
    last_pointed_label,
    provider_in,
    tells_of_work,
)
from docforge.detect.look import Look
from docforge.detect.makers import split_maker
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, phrases
from docforge.patterns import SENTENCE_ENDS, Lazy, any_of, lazily

__all__ = [
    "MAKER_TAIL_WORDS",
    "QUOTATION_MARKS",
    "SHORT_CAPTION",
    "labelled_tail",
    "lone_tail",
    "provider_tail",
    "slashed_tail",
    "trailed",
    "with_caption",
]

MAKER_TAIL_WORDS = 3
"""Words of a maker's name before a word for the picture."""
_GLUED_CAPTION = 200
"""Columns of a caption whose credit runs into its last sentence."""
_TAIL = 110
"""Characters at the end of a caption in which a labelled credit begins."""
_MAKER_TAIL = lazily(
    r"(?:(?<=[.!?…»”\")])\s|\|\s)((?:[^\W\d_a-z][\w'’-]{1,20} (?:[A-ZÀ-Þ]\. ){1,2})?[^.!?|/]{2,40}/[^.!?|]{2,40})$"
)
"""Behind a sentence, who made a picture and for whom; the first may have initials: ``Ann L. Ek/AFP``."""
_TAIL_LABEL = re.compile(r"(?<![^\W_])([^\W\d_]++(?:[ '’][^\W\d_]++){0,2}+)\s?[:：]\s?(?=\S)")
_GLUED_LABEL = lazily(r"(?<=[a-zà-ÿ\d)\"”’.])((?:Foto|Photo|Credit|Image|Picture|Bild|Copyright)s?\s?[:：©]\s?)(?=\S)")
_BEFORE_CREDIT = " \u00a0©"
"""What stands between a caption and its credit and belongs to that."""
_SHORT_TITLE = 10
"""Characters that no caption before ``photo by …`` is as short as."""
_TITLE_WORDS = 2
"""Words in small letters that a title has at least."""
QUOTATION_MARKS = frozenset("\"'”’»“")
SHORT_CAPTION = 4
"""Characters that a caption before such a credit has at least."""
_SLASHED_NAME = lazily(r"(?<=[.!?…»”\")])\s?[/|]\s?([^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3})$")
"""``… on the mole. / ANN LEE``: the maker of a picture behind the last sentence of its caption."""
_SITE = lazily(r"[a-z][a-z\d-]{1,20}\.[a-z]{2,4}")
"""The site of a paper, which gave out a picture: ``norrstad.is``."""
_CAPITALS_AND_HOUSE = lazily(
    r"(?<=[.!?…»”\")])\s?([A-ZÀ-Þ]{2,20}(?:[ -][A-ZÀ-Þ]{2,20}){1,3})"
    r"\s?/\s?([A-ZÀ-Þ][\w.-]{1,20}(?: [A-ZÀ-Þ][\w.-]{1,20}){0,3})$"
)
"""``… on the mole.ANN LEE/The Mail``: the maker in capitals, and for whom, behind the last sentence of a caption."""
_SITE_NAME = lazily(
    r"(?<=[.!?…»”\")])\s([a-z][a-z\d-]{1,20}\.[a-z]{2,4}/([^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3}))$"
)
"""``… at the mole. kustur.is/Árni Helgason``: the maker behind the site of a paper."""


def with_caption(look: Look, cut: int, score: float, rule: str, note: str, fields: Mapping[str, object]) -> Candidate:
    """Return the reading of a passage as a caption and, from *cut* on, its credit with *fields*."""
    kept = len(look.text[:cut].rstrip(_BEFORE_CREDIT))
    if kept and "©" in look.text[kept:cut]:
        if fields.get("label_end"):
            fields = {**fields, "label_end": cut - kept + int(str(fields["label_end"]))}
        cut = kept
    parts = (Part("caption", 0, cut), Part("credit_line", cut, len(look.text), fields))
    return Candidate("credited_caption", look.index, score, rule, note, parts=parts)


def labelled_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """A caption that closes with ``Foto: Name``, ``Credit: Name``, ``© Name`` or ``＝Agency``."""
    start = max(1, len(text) - _TAIL)
    tail = text[start:]
    circled = "©" in tail or "ⓒ" in tail or "opyright" in tail or "(c)" in tail or "(C)" in tail
    labelled = ":" in tail or "：" in tail
    sourced = labelled and look.columns <= _GLUED_CAPTION and not look.ends
    at = _last_label(tail, labelled, circled, sourced, amid=survey.is_amid(look))
    if at >= 0 and start + at > (9 if FILE_CAPTION.match(text) else 3):
        rest = tail[at:]
        label = label_of(rest)
        if label is not None and _tells_title(label["label"], rest[label.end() :]):
            return None
        if folded(text[: start + at]) in phrases("clutter", "label"):
            return None  # RELATED PHOTOS: …
        maker, provider = split_maker(rest[label.end() :] if label else rest)
        score = 0.95 if len(rest) <= 70 else 0.8
        fields = {"creator": maker, "provider": provider, "label_end": label.end() if label else 0}
        return with_caption(look, lead + start + at, score, "credit.label", "closes with a labelled credit", fields)
    lower = tail.lower()
    by = _last(PICTURE_BY, text, start) if any(map(lower.__contains__, WORDS_OF_PICTURES)) else -1
    if by > 0 and len(text) - by <= 130 and _names_creator(text[by:]):
        creator, provider = split_maker(PICTURE_BY.sub("", text[by:], count=1))
        fields = {"creator": creator, "provider": provider}
        if folded(text[:by]) in phrases("credits", "lead_word") and not look.ends:
            return Candidate("credit_line", look.index, 0.88, "credit.label", "photo by …", fields)
        if by > _SHORT_TITLE:
            return with_caption(look, lead + by, 0.88, "credit.label", "closes with ‘photo by …’", fields)
        return None
    circle = _last(COPYRIGHT, text, start) if circled else -1
    owner = COPYRIGHT_SIGN.sub("", text[circle:], count=1) if circle > 10 else ""
    if any(map(str.isalpha, owner)) and not keeps_rights(look) and (look.columns <= 320 or len(text) - circle <= 60):
        creator, provider = split_maker(owner)
        fields = {"creator": creator, "provider": provider}
        return with_caption(look, lead + circle, 0.86, "credit.copyright", "closes with ©", fields)
    return None


def _tells_title(label: str, rest: str) -> bool:
    """Say whether ``Video:`` stands before a title: several words in small letters."""
    small = [word for word in rest.split() if word.isalpha() and word.islower() and len(word) > 2]
    return folded(label).startswith("video") and len(small) >= _TITLE_WORDS


def _names_creator(text: str) -> bool:
    """``photo by Ann Lee`` names who took it; ``photos de leurs chiens`` tells what is to be seen."""
    words = text.split()
    if not {"by", "courtesy"}.isdisjoint(map(folded, words[1:3])) or len(words) < 3:
        return True
    if text.endswith("…"):
        return False
    return not words[2][0].islower() or folded(words[2]) in phrases("byline", "particles") or len(words) == 3


def _names_source(tail: str, match: re.Match[str], label: str, *, amid: bool) -> bool:
    """``… at the quay. Source: Town Archive``: say whether the label of a source opens what follows a sentence.

    Above and below the text such a label tells as often whose the text is.
    """
    if folded(label) not in phrases("signoff", "source_label"):
        return False
    own = match.end(1) - len(label)
    closed = amid and tail[:own].rstrip()[-1:] in SENTENCE_ENDS
    return closed or _gives_out_picture(tail[match.end() :], own)


def _gives_out_picture(rest: str, own: int) -> bool:
    """``ana lund Source: Jo Ray / AFP / Profimedia``: behind the label of a source a maker and providers, or a site."""
    pieces = [piece.strip() for piece in rest.split("/")]
    given = any(is_provider(piece) or _SITE.fullmatch(piece) for piece in pieces[1:])
    house_first = len(pieces) == 2 and is_provider(pieces[0]) and is_person(pieces[1])
    return own > SHORT_CAPTION and (given or house_first) and pieces[0][:1].isupper()


def _last_label(tail: str, labelled: bool, circled: bool, sourced: bool, *, amid: bool) -> int:
    """Return where the last label begins that stands in *tail* before a name, -1 for none.

    *labelled*: a colon stands there; *circled*: a sign of copyright; *sourced*: that of a source counts too; *amid*
    running text.
    """
    best = -1
    for match in _TAIL_LABEL.finditer(tail) if labelled else ():
        words = [] if tail[match.end()].islower() else match[1].split(" ")  # no name begins with a small letter
        for first in range(len(words)):
            label = " ".join(words[first:])
            if is_label(label) or (sourced and _names_source(tail, match, label, amid=amid)):
                best = match.start(1) + (len(" ".join(words[:first])) + 1 if first else 0)
                break
    if best < 0:
        best = last_pointed_label(tail)
    if best < 0 and (labelled or circled):
        glued = _GLUED_LABEL.search(tail)
        return glued.start(1) if glued is not None else -1
    return best


def _last(pattern: re.Pattern[str] | Lazy, text: str, start: int) -> int:
    """Return where *pattern* is found last in *text* from *start* on, -1 for nowhere."""
    return max((match.start() for match in pattern.finditer(text, start)), default=-1)


def trailed(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``Ann Lee felvétele``, ``The mole at dawn / BNS nuotr.``: the word for a picture behind its maker."""
    before, _, last = text.rpartition(" ")
    if not before or look.columns > 320 or folded(last) not in phrases("credits", "trailing"):
        return None
    words = before.split(" ")
    first = len(words)
    while first and len(words) - first < MAKER_TAIL_WORDS and words[first - 1][:1].isupper():
        first -= 1
    if first == len(words):
        return None
    note, cut = f"closes with ‘{last}’ behind a name", len(" ".join(words[:first]))
    fields = {"creator": " ".join(words[first:])}
    if not cut:
        return Candidate("credit_line", look.index, 0.9, "credit.label", note, fields)
    return with_caption(look, lead + cut + 1, 0.9, "credit.label", note, fields)


def lone_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``Ann Lee, photo from the family's archive``: a caption that closes with a credit that names no maker."""
    if look.columns > 200 or look.ends or not look.whole:
        return None
    match = _lone_ending().search(text)
    if match is None or match.start() < SHORT_CAPTION:
        return None
    return with_caption(look, lead + match.start(1), 0.86, "credit.label", f"closes with ‘{match[1][:40]}’", {})


@cache
def _lone_ending() -> re.Pattern[str]:
    listed = any_of(phrases("credits", "lone"))
    return re.compile(rf"(?:[,.|/–—。-]\s?|[(（])((?:{listed})[^,.()]{{0,40}})[)）]?$", re.IGNORECASE)


def slashed_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """A caption that closes with ``Name/Agency`` or ``Agency/Name`` after its last sentence."""
    if look.columns > 420 or ("/" not in text[-90:] and "|" not in text[-60:]):
        return None
    housed = _CAPITALS_AND_HOUSE.search(text, max(0, len(text) - 90)) if "/" in text[-60:] else None
    if housed is not None and housed.start() >= _SHORT_TITLE and is_person(housed[1]) and _is_paper(housed[2]):
        fields: dict[str, object] = {"creator": housed[1], "provider": housed[2]}
        note = f"closes with ‘{housed[1]}/{housed[2]}’"
        return with_caption(look, lead + housed.start(1), 0.9, "credit.provider", note, fields)
    named = _SLASHED_NAME.search(text, max(0, len(text) - 60))
    if named is not None and named.start() >= 12 and look.columns <= 320:
        fields = {"creator": named[1]}
        return with_caption(look, lead + named.start(1), 0.9, "credit.provider", f"closes with ‘/ {named[1]}’", fields)
    site = _SITE_NAME.search(text, max(0, len(text) - 90))
    if site is not None and site.start() >= 12:
        note = f"closes with ‘{site[1]}’"
        return with_caption(look, lead + site.start(1), 0.9, "credit.provider", note, {"creator": site[2]})
    stopped = text.removesuffix(".")
    match = _MAKER_TAIL.search(stopped, max(0, len(stopped) - 90))
    if match is None or match.start() < 12:
        return None
    pieces = [p.strip() for p in re.split(r"[/|]", AFTER_PROVIDER.sub("", match[1]))]
    if len(pieces) == 2 and is_label(pieces[0]):  # … at the old pole. Ljósmynd/Ann Lee
        cut = lead + match.start(1)
        fields = {"creator": pieces[1], "label_end": match[1].index(pieces[1])}
        return with_caption(look, cut, 0.9, "credit.label", f"closes with ‘{match[1]}’", fields)
    if (
        not any(is_provider(p) for p in pieces)
        and not _is_house_and_person(text, match.start(1), pieces)
        and not (
            len(pieces) > 2 and all(p.isupper() and len(p) <= INITIALS for p in pieces) and not survey.closes(look)
        )
    ):
        return None
    maker, source = split_maker(match[1])
    if stopped != text and (survey.closes(look) or not source or not _is_full_name(maker or "")):
        return None  # names with slashes and a full stop sign the story
    fields = {"creator": maker, "provider": source}
    return with_caption(look, lead + match.start(1), 0.92, "credit.provider", f"closes with ‘{match[1]}’", fields)


def _is_paper(name: str) -> bool:
    """``The Mail``, ``Harbour Post``: an article opens the name of a paper, or a word that such names have is in it."""
    words = folded(name).split()
    return (
        words[0] in phrases("byline", "article")
        or not phrases("byline", "outlet").isdisjoint(words)
        or is_provider(name)
    )


def _is_house_and_person(text: str, start: int, pieces: Sequence[str]) -> bool:
    """Say whether a house in capitals and a person stand behind a bar: ``… 60 metres long. | WEST / Ann Lee``."""
    barred = "|" in text[max(0, start - 2) : start + 1]
    return barred and len(pieces) == 2 and pieces[0].isupper() and _is_full_name(pieces[1]) and is_person(pieces[1])


def _is_full_name(name: str) -> bool:
    """Say whether two words or three stand in *name*, each with a capital."""
    words = name.split()
    return 2 <= len(words) <= MAKER_TAIL_WORDS and all(word[0].isupper() for word in words)


def provider_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """A caption that closes with a provider's name and no label: ``… in Almería. EFE``."""
    if look.columns > 420 or look.ends:
        return None
    provider = provider_in(look)
    if provider is None or (_signs_off(text, provider) and not _is_glued_amid(survey, look, text, provider)):
        return None
    start = len(text.rstrip(" .)]")) - len(provider)
    bracket = max(text.rfind("(", 0, start), text.rfind("[", 0, start))
    if bracket >= 0 and tells_of_work(folded(text[bracket + 1 : start + len(provider)])):
        return None
    if text[start - 1 : start] == "@":
        return None  # it is the house in an address
    before = text[:start].split()
    if before and folded(before[-1].lstrip("([")) in phrases("byline", "joiner"):
        return None  # “Ann Lee, with AFP”, “Ann Lee (with AFP)” wrote the text
    cut = _maker_start(text, start)
    if cut < 12:
        return None
    parted = text[:cut].rstrip()[-1:] in SENTENCE_ENDS + '"”’)»:：'  # from the caption's last sentence, or by a label
    if not parted and is_said_in(text, provider):
        return None
    glued = provider.isupper() and text[start - 1].islower()
    score = 0.88 if parted or glued else 0.74
    maker, source = split_maker(text[cut:])
    return with_caption(
        look,
        lead + cut,
        score,
        "credit.provider",
        f"closes with ‘{provider}’",
        {"creator": maker, "provider": source or provider},
    )


def _is_glued_amid(survey: Survey, look: Look, text: str, provider: str) -> bool:
    """Say whether a name runs into the last sentence of a short line amid the text: ``… en el puerto.EFE``."""
    before = text[: text.rstrip(" .)]").rfind(provider)]
    button = folded(provider) in phrases("clutter", "line")  # "… bis heute.MEHR"
    return look.columns <= _GLUED_CAPTION and before.endswith(".") and not button and not survey.closes(look)


def _signs_off(text: str, provider: str) -> bool:
    """Say whether a wire service's name alone follows the last sentence: that signs the story, not a picture."""
    before = text[: text.rstrip(" .)]").rfind(provider)].rstrip()
    return known_agency(provider) and folded(provider) not in phrases("credits", "provider") and before.endswith(".")


def _maker_start(text: str, provider_start: int) -> int:
    """Return where the maker's name before a provider begins: after a sentence end or bar within 60 characters."""
    floor = max(0, provider_start - 60)
    window = text[floor:provider_start]
    for mark in ("| ", ". ", "! ", "? ", "… ", "” ", '" ', ") ", "。", "．"):
        at = window.rfind(mark)
        if at >= 0 and "/" in window[at:] + text[provider_start : provider_start + 1]:
            return floor + at + len(mark)
    glued = re.search(r"[.)](?=[A-ZÀ-Þ])[^.]*$", window)
    if glued is not None:
        return floor + glued.start() + 1
    return provider_start
