# SPDX-License-Identifier: Apache-2.0
"""Captions that close with a credit in brackets: ``(Photo: Name)``, ``[Agency]``, ``(House: Name)``.

Comes in: a passage, its text without blanks around it, where that begins.  Goes out: a candidate as those of
``credited_captions`` are, or None.
"""

from __future__ import annotations

import re
from collections import Counter

from docforge.detect.author_names.persons import FULL_NAME, is_person
from docforge.detect.candidate import Candidate
from docforge.detect.credit_words import (
    COPYRIGHT,
    OPENING_BRACKETS,
    PICTURE_BY,
    is_label,
    is_provider,
    label_of,
    provider_of,
    tells_of_work,
)
from docforge.detect.credited_captions import MAKER_TAIL_WORDS, QUOTATION_MARKS, with_caption
from docforge.detect.look import SENTENCE, Look
from docforge.detect.makers import closes_with_mark, split_maker
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import folded, openings, phrases
from docforge.patterns import SENTENCE_ENDS, any_of, lazily

__all__ = ["bracketed", "names_house_and_person"]

_BRACKETED = lazily(r"[(（\[【]\s?([^()（）\[\]【】\n]{2,90}?)\s?[)）\]】]\s*\.?$")
_NAME_AND_ADDRESS = lazily(FULL_NAME + r"\s?[/|,]?\s?[\w.+-]{2,40}@[\w.-]{3,60}")
"""``(Ann Lee/alee@harbour.example)``: the maker and the address of the maker."""
_BETWEEN_MEDIA = lazily(lambda: rf"[/+,、，|]|\s(?:{any_of(phrases('byline', 'joiner') | {'&'})})\s")
_HOUSE_SIGN, _HOUSE_OR_SLASH = re.compile(r": | [-–—] "), re.compile(r"\s?/\s?| [-–—] ")
"""What parts a house from the name of who took a picture for it, and what does behind the label of a source."""
_NAME_SLASH = lazily(r"[^\W\d_][\w.'’ -]{1,40}/ ?[^\W\d_][\w.'’ -]{1,40}(?:/ ?[^\W\d_][\w.'’ -]{1,40})?")
_KEPT = lazily(r",\s(?:files?|archives?|archiv|archivo|pool|handout)$", re.IGNORECASE)
"""``(AP Photo/Ann Lee, File)``: that the picture was taken before."""
_TITLED = 120
"""Columns of a caption, or the title of a graphic, behind which a source stands in brackets."""
_CLOSING_BRACKETS = tuple(")）]】")
_NAME_BEFORE = lazily(
    r"(?:(?<=[.!?…»”\")])\s[/|]?\s?|\s[/|]\s?)([^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3})\s$"
)
"""``… this Friday. / ANN LEE (Agency)``: the maker before the provider in brackets."""


def bracketed(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """A caption that closes with ``(Photo: Name)`` or ``[Agency]``."""
    if not text.endswith(_CLOSING_BRACKETS) and not (
        text[-1] == "." and text[:-1].rstrip().endswith(_CLOSING_BRACKETS)
    ):
        return None
    match = _BRACKETED.search(text, max(0, len(text) - 110))
    if match is None:
        return None
    inner = match[1]
    if _tells_media(inner) or tells_of_work(folded(inner)):
        return None
    label = label_of(inner)
    good = (
        (label is not None and is_label(label["label"]))
        or PICTURE_BY.match(inner)
        or COPYRIGHT.match(inner)
        or _names_picture(folded(inner))
        or _is_lent(folded(inner))
        or (label is not None and _credits_source(survey, look, label, inner, text[: match.start()]))
        or _names_archive(folded(inner))
        or names_house_and_person(inner)
        or _names_person_and_agency(inner)
        or (survey.east_asian and _is_marked(inner.partition(". ")[0]))
        or inner.startswith(("撮影", "攝影", "摄影", "写真", "촬영 "))
    )
    core = _KEPT.sub("", inner)
    library = (
        folded(core) in phrases("credits", "provider")
        or _NAME_SLASH.fullmatch(core) is not None
        or (text[-1] != "." and (_is_list_with_house(core) or _NAME_AND_ADDRESS.fullmatch(core) is not None))
    )
    if "/" in inner and (
        _signs_story(survey, look, inner) or (inner[0].islower() and not good and not _known_part(inner))
    ):
        return None  # who filed the story; reporters' initials
    good = good or (library and look.columns <= 420) or _is_repeated_maker(survey, look, inner)
    good = good or (look.columns <= 420 and not survey.closes(look) and _signs_sentence(text, match.start(), inner))
    joined = folded(inner.split(" ", 1)[0]) in phrases("byline", "joiner")  # "Ann Lee (with AFP)" wrote the text
    weak = not joined and provider_of(inner) is not None and look.columns <= 320
    if not good and not weak:
        return None
    if names_house_and_person(inner):
        provider, maker = _HOUSE_SIGN.split(inner, maxsplit=1)
    elif _names_person_and_agency(inner):
        maker, provider = _HOUSE_SIGN.split(inner, maxsplit=1)
    elif (made := _maker_and_house(inner, label)) is not None:
        maker, provider = made
    else:
        maker, provider = split_maker(_behind_word(_behind_label(inner, label)))
    named = _NAME_BEFORE.search(text, max(0, match.start() - 60), match.start()) if maker is None else None
    if named is not None and named.start() >= 12 and look.columns <= 320:
        fields = {"creator": named[1], "provider": provider}
        note = f"closes with ‘{named[1]}’ and a credit in brackets"
        return with_caption(look, lead + named.start(1), 0.93, "credit.bracket", note, fields)
    fields = {"creator": maker, "provider": provider}
    if match.start() == 0:
        return Candidate(
            "credit_line", look.index, 0.93 if good else 0.75, "credit.bracket", "a credit in brackets", fields
        )
    above = survey.opens(look) and not survey.closes(look)  # there nobody signs the text
    score = 0.93 if good else 0.82 if above else 0.66
    return with_caption(look, lead + match.start(), score, "credit.bracket", "closes with a credit in brackets", fields)


def _tells_media(inner: str) -> bool:
    """``(VIDEO)``, ``(附圖/短片)``, ``(with photos/video)``: say whether brackets only tell what comes with a text."""
    pieces = [piece.strip(" .") for piece in _BETWEEN_MEDIA.split(folded(inner))]
    return all(piece in phrases("credits", "enclosed") for piece in pieces if piece)


def _signs_sentence(text: str, start: int, inner: str) -> bool:
    """``… killing 19 people. (Reuters)``: a provider's name, or a house's of several words, behind a whole sentence.

    Sentences in brackets have their own full stop, and a party or a year stands before that of the sentence; a word
    alone may tell what somebody did, ``(Laughs)``, and a person's name who says so.
    """
    if text[-1] not in _CLOSING_BRACKETS or not text[:start].rstrip().endswith("."):
        return False
    if is_provider(inner):
        return True
    words = inner.split()
    if not inner.replace(" ", "").isalpha() or not 1 < len(words) <= MAKER_TAIL_WORDS or is_person(inner):
        return False
    return all(word[0].isupper() for word in words)


def _is_list_with_house(core: str) -> bool:
    """``(Ann Lee, Bo Ek/Harbour Post)``: persons, and behind a slash for whom they work."""
    names, _, house = core.partition("/")
    persons = [name.strip() for name in names.split(",")]
    named = " " in house.strip() or is_provider(house.strip())  # (Ann Lee, Bo Ek/SPD) are of a party
    return len(persons) > 1 and named and house.lstrip()[:1].isupper() and all(map(is_person, persons))


def _credits_source(survey: Survey, look: Look, label: re.Match[str], inner: str, before: str) -> bool:
    """Say whether ``(Source: …)`` closes a line amid the text that is no sentence: a caption, a graphic's title.

    A house and a person in it, ``(Source: Mail/Ann Lee)``, tell it at the foot of the text too, and alone amid it.
    """
    if look.ends or look.columns > _TITLED or folded(label["label"]) not in phrases("signoff", "source_label"):
        return False
    made = _maker_and_house(inner, label) is not None
    if survey.closes(look) and not made:
        return False
    return before.rstrip()[-1] not in SENTENCE_ENDS if before.strip() else made and not survey.closes(look)


def _maker_and_house(inner: str, label: re.Match[str] | None) -> tuple[str, str] | None:
    """``Source: Mail/Ann Lee``: return a person and a house behind the label of a source, in either order."""
    if label is None or folded(label["label"]) not in phrases("signoff", "source_label"):
        return None
    pieces = [piece.strip() for piece in _HOUSE_OR_SLASH.split(inner[label.end() :])]
    persons = [" " in piece and is_person(piece) for piece in pieces]
    if len(pieces) != 2 or not any(persons):
        return None
    return (pieces[0], pieces[1]) if persons[0] else (pieces[1], pieces[0])


def _is_marked(inner: str) -> bool:
    """Say whether the mark of a maker closes what stands in brackets; reporters have a detector of their own."""
    return inner.endswith("자료사진") or (closes_with_mark(inner) and not inner.endswith("기자"))


def _behind_label(inner: str, label: re.Match[str] | None) -> str:
    """Return what stands behind the label in brackets; a name before a stroke is none: ``AP Photo/Ann Lee``."""
    if label is None or not (is_label(label["label"]) or "/" not in label.group()):
        return inner
    return inner[label.end() :]


def _behind_word(inner: str) -> str:
    """Return what stands behind ``Photo by`` or a word for a picture: ``(Photo Ann Lee)``."""
    if PICTURE_BY.match(inner):
        return PICTURE_BY.sub("", inner, count=1)
    first, _, rest = inner.partition(" ")
    named = folded(first) in phrases("credits", "bare") and rest[:1].isupper()
    return rest if named else inner


def _is_lent(fold: str) -> bool:
    """Say whether words in brackets open with who lent the picture: ``Submitted by Ann Lee``."""
    return any(fold[len(word) : len(word) + 1] == " " for word in openings("credits", "lent").all(fold) if " " in word)


def _is_repeated_maker(survey: Survey, look: Look, inner: str) -> bool:
    """Say whether a person in brackets closes this passage and another: who took the pictures of the story."""
    words = inner.split()
    text = look.text.rstrip()
    if text.endswith(".") or text[: text.rfind("(")].rstrip()[-1:] in QUOTATION_MARKS:
        return False  # a sentence, or a quotation and its speaker
    if look.columns > 200 or not 2 <= len(words) <= 3 or not all(word[0].isupper() for word in words):
        return False
    return is_person(inner) and _closing_in_brackets(survey)[inner] > 1


def _closing_in_brackets(survey: Survey) -> Counter[str]:
    """Return how many lines what stands in round brackets closes; worked out once for a survey."""
    known: Counter[str] | None = survey.memo.get("closing_in_brackets")
    if known is None:
        closed = [text for look in survey.lines if (text := look.text.rstrip(". ")).endswith(")")]
        known = Counter(text[text.rfind("(") + 1 : -1] for text in closed if "(" in text)
        survey.memo["closing_in_brackets"] = known
    return known


def names_house_and_person(inner: str) -> bool:
    """``(ABC News: Ann Lee)``, ``[KEY-SDA - Ann Lee]``: a house of one to three words, and who took the picture."""
    sign = _HOUSE_SIGN.search(inner)
    house, name = (inner[: sign.start()], inner[sign.end() :]) if sign is not None else (inner, "")
    words = name.split()
    if not any(len(word) > 1 and word.isupper() for word in house.replace("-", " ").split()):  # no role of an actor
        return False
    if not 1 <= len(house.split()) <= 3 or not 2 <= len(words) <= 4:
        return False
    return all(word[0].isupper() for word in (*house.split(), *words)) and is_person(name)


def _names_person_and_agency(inner: str) -> bool:
    """``(Ann Lee - Reuters)``: who took the picture, and for which agency."""
    name, sign, agency = inner.rpartition(" - " if " - " in inner else " – ")
    return bool(sign) and " " in name and name[0].isupper() and is_person(name) and is_provider(agency)


def _names_archive(fold: str) -> bool:
    """``(Dok. Humas)``: a shortened word for a picture with its point, and who owns it."""
    return any(fold.startswith(word) for word in phrases("credits", "bare") if word.endswith("."))


def _names_picture(fold: str) -> bool:
    """Say whether words in brackets open or close with what the picture is: ``Video sent to us``, ``AP Foto``."""
    words = fold.split()
    if len(words) < 2:
        return False
    first = words[0].rstrip(".,")
    pictures = phrases("credits", "picture_word")
    return words[-1] in pictures or first in pictures or (first in phrases("credits", "label") and first.isalpha())


def _known_part(inner: str) -> bool:
    """Say whether one of the names between slashes is an agency's or a provider's."""
    return any(is_provider(p) for p in re.split(r"\s?/\s?", inner))


def _signs_story(survey: Survey, look: Look, inner: str) -> bool:
    """Say whether single words with slashes, an agency's among them, stand alone in brackets right below the text."""
    return (
        survey.closes(look)
        and look.text.lstrip()[:1] in OPENING_BRACKETS
        and survey.looks[look.index - 1].prose >= SENTENCE
        and all(len(part.split()) == 1 for part in inner.split("/"))
        and _known_part(inner)
    )
