# SPDX-License-Identifier: Apache-2.0
"""Credit lines and captions: who made or owns a picture, and what it shows.

Comes in: a ``Survey``.  Goes out: candidates of kind ``credit_line`` and ``caption``; a line that holds both is
split in two parts, caption first.  Rule: IPTC Photo Metadata 2023.2, Creator and Credit Line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from docforge.detect.agencies import known_agency
from docforge.detect.author_names import is_person
from docforge.detect.candidate import Candidate, Part
from docforge.detect.publication import words_beside_dates
from docforge.detect.signoff import is_signature
from docforge.detect.survey import ANY_SIGN, Look, Survey, writes_no_stops
from docforge.detect.vocabulary import Openings, folded, openings, phrases, phrases_by_language
from docforge.patterns import FULL_STOPS, SENTENCE_ENDS, has_case, has_unspaced, lazily

__all__ = ["credited", "find_credits", "in_a_row", "provider_of"]

_LABEL = re.compile(
    r"(?P<label>[^\W\d_][^:：/\n()（）\[\]<>|]{0,30}?)\s?(?:[:：／|՝＝]|\s/|\.:|=|(?<=[\u3040-\u9fff\uac00-\ud7a3])/)\s*(?=\S)"
)
_PRINTED_TWICE, _SENTENCE, _TWICE_REACH = 2, 5, 100
"""How often a page prints a caption as alternative text too; words of a sentence that is no heading;
columns of one that is no paragraph, which may stand twice by mistake."""
_ROW_REACH = 300
"""Columns of the longest caption that names people from left to right."""
_DATED_TOP = 12
"""Above this passage a short line with a full date dates the article."""
_OPEN = "(（[【<"
_STRAY = ".-–—|•·/ "
"""What is left of a caption before a credit that stands alone."""
_BRACKETED = lazily(r"[(（\[【]\s?([^()（）\[\]【】\n]{3,90}?)\s?[)）\]】]\s*\.?$")
_CIRCLE_C = lazily(r"(?:©|\(c\)|ⓒ|\bCopyright\b\s?(?=©|\(c\)|\d|(?-i:[A-ZÀ-Þ])))\s?\S", re.IGNORECASE)
_AFTER_MAKER = lazily(
    r"(?:[＝=]\s?[^\s＝=。]{1,24}|[\u4e00-\u9fff·]{2,8}\s?(?:[摄攝]影?|供[图圖]|制图|製圖|资料图?|資料圖|资料照片)|撮影|提供"
    r"|[^\s]{2,16} ?(?:제공|촬영|캡처))\s*[)）]?$"
)
_BY = re.compile(
    r"\b(?:photos?|pictures?|images?|illustrations?|photographs?|graphics?|screenshots?|video|foto|fotos)\s"
    r"(?:by|de|di|von|van|av|af|courtesy of)\s\S",
    re.IGNORECASE,
)
_NAME_SLASH = lazily(r"[^\W\d_][\w.'’ -]{1,40}/ ?[^\W\d_][\w.'’ -]{1,40}(?:/ ?[^\W\d_][\w.'’ -]{1,40})?")
_NAME_AND_OFFICE = lazily(r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,3}/[A-ZÀ-Þ]{3,10}")
"""``Ann Lee/UNHCR``: the photographer and the office that gave the picture out."""
_MAKER_TAIL = lazily(r"(?:(?<=[.!?…»”\")])\s|\|\s)([^.!?|/]{2,40}/[^.!?|]{2,40})$")
_INNER_END = re.compile(r"[^\W\d_]{3}[.!?…][\"'”’»]?\s")
_ACCOUNT = re.compile(r"@\w|(?:https?://)?[\w-]{1,30}\.[a-z]{2,6}/\S{1,80}$")
_HANDLE = lazily(r"(?:t\.me/|@|vk\.com/|instagram\.com/|telegram\.me/)\w{2,40}")
_BEFORE_LAST = re.compile(r"[/|,·•(（@]|\.(?=[A-ZÀ-Þ])")
_TAIL_LABEL = re.compile(r"(?<![^\W_])([^\W\d_][^\W\d_]*(?:[ '’][^\W\d_]+){0,2})\s?[:：]\s?(?=\S)")
_GLUED_LABEL = re.compile(
    r"(?<=[a-zà-ÿ\d)\"”’.])((?:Foto|Photo|Credit|Image|Picture|Bild|Copyright)s?\s?[:：©]\s?)(?=\S)"
)
_TAIL_SIGN = re.compile(r"[:：©ⓒ=＝/)\]）】]")
_LABEL_SIGN = re.compile(r"[:：／|=＝/՝]")
_WORDS_OF_PICTURES = ("photo", "foto", "fot", "pict", "image", "illus", "graph", "video", "screens")
_WORDS = (*(word for word in _WORDS_OF_PICTURES if word != "foto"), "opyright")  # "fot" is in it
_WORDS_BEYOND_LATIN = (*_WORDS, "Фото", "фото", "資料", "资料", "자료")
_WHOLE_MARK = 16
"""Characters of the longest line that says who gave a picture and nothing else."""
_SHORT_CAPTION = 4
"""Characters that a caption before such a credit has at least."""
_TITLE_WORDS, _TITLE_ECHO = 4, 0.4
"""Words that the title of a gallery has at least, and the share of them that the text repeats."""
_PARTS_OF_CREDIT = frozenset(",/|(©")
_MAKER_WORDS = 6
"""Words of a maker's name behind a bare word for a picture."""
_AFTER_PROVIDER = lazily(r"(?i:\s(?:files?|file photo|photo|archives?|handout|pool))$")
_PICTURES = frozenset({"photo", "foto", "picture", "image", "photos", "fotos"})
_CLOSING_BRACKETS = tuple(")）]】")
_OWNER_WORDS = 8
"""Words of a line that says who lent the picture."""
_LONG_NAME = 8
"""Letters of a provider's name that cannot be the end of another word."""
_SLASHED_NAME = lazily(r"(?<=[.!?…»”\")])\s?[/|]\s?([^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3})$")
"""``… on the mole. / ANN LEE``: the maker of a picture behind the last sentence of its caption."""
_NAME_BEFORE = lazily(
    r"(?:(?<=[.!?…»”\")])\s[/|]?\s?|\s[/|]\s?)([^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3})\s$"
)
"""``… this Friday. / ANN LEE (Agency)``: the maker before the provider in brackets."""
_SMALL_WORD = lazily(r"(?<![^\W_])[^\W\d_A-ZÀ-Þ][^\W\d_]{2,}")
_FILE = re.compile(
    r"(?:FILE|File|ARCHIV|ARCHIVE|Archivbild|Symbolbild|Symbolfoto|ARCHIVO)\b"
    r"(?: (?:photo|PHOTO|Photo|picture|image))?\s?[-–—:]"
)
_FILE_INITIALS = "FAS"
_DIRECTION = lazily(
    r"\((?:l|r|li|re|links|rechts|left|right|centre|center|c|m|mitte|v\. ?l|v\.l\.n\.r|hinten|vorne|g|d|à gauche"
    r"|à droite|izq|izquierda|der|derecha|i|h|v|t|w|f|oben|unten|top|bottom|sx|dx|archive|archiv|file|symbolbild"
    r"|symbolfoto|archivbild|archivfoto)\.?\)",
    re.IGNORECASE,
)


@cache
def _providers() -> dict[str, tuple[str, ...]]:
    """The providers by their last two characters, longest first."""
    by_tail: dict[str, list[str]] = {}
    for name in phrases("credits", "provider"):
        by_tail.setdefault(name[-2:], []).append(name)
    return {tail: tuple(sorted(found, key=len, reverse=True)) for tail, found in by_tail.items()}


def provider_of(text: str) -> str | None:
    """Return the picture provider or agency that *text* ends with, as written, or None."""
    bare = text[-80:].strip().rstrip(".)]）】 ;")
    if not bare:
        return None
    listed = _providers().get(bare[-2:].casefold()[-2:])
    if listed:
        fold = folded(bare)
        for name in listed:
            before = fold[: -len(name)]
            if fold.endswith(name) and (not before or not before[-1].isalnum() or _glued(bare, len(name))):
                if len(name) <= 3 and not bare[-len(name) :].isupper():
                    continue
                return bare[-len(name) :]
    last = bare.rsplit(None, 1)[-1]
    if not last.isalpha():
        last = _BEFORE_LAST.split(last)[-1]
    if last and known_agency(last) and (last.isupper() or not last.isascii() or len(last) > 3 or last == "dpa"):
        return last
    return None


def _glued(text: str, length: int) -> bool:
    """Say whether the last *length* characters are a name of their own, with or without a blank before them.

    Pages print the maker in one element and the provider in the next: ``Ann LeeGetty Images``.
    """
    name = text[-length:]
    return not name.isascii() or (length >= _LONG_NAME and name[0].isupper() and text[-length - 1].islower())


def _provider(look: Look) -> str | None:
    """Return what ``provider_of`` says of a passage."""
    if "provider" not in look.memo:
        look.memo["provider"] = provider_of(look.text.strip())
    known: str | None = look.memo["provider"]
    return known


def find_credits(survey: Survey) -> list[Candidate]:
    """Return candidates for lines that are, hold or neighbour a picture credit."""
    return [*_credits(survey), *_captions(survey, credited(survey))]


def credited(survey: Survey) -> frozenset[int]:
    """Return the passages that surely hold a picture credit."""
    known: frozenset[int] | None = survey.memo.get("credited")
    if known is None:
        known = survey.memo["credited"] = frozenset(c.passage for c in _credits(survey) if c.score >= 0.75)
    return known


def _credits(survey: Survey) -> list[Candidate]:
    known: list[Candidate] | None = survey.memo.get("credits")
    if known is None:
        worded = survey.holding(_WORDS if survey.latin else _WORDS_BEYOND_LATIN)
        known = survey.memo["credits"] = [
            candidate
            for look in survey.looks
            if look.columns <= 700
            and ((own := look.index in worded) or _may_hold_credit(look))
            and (candidate := _credit(survey, look, own)) is not None
        ]
    return known


def _may_hold_credit(look: Look) -> bool:
    """Say whether a passage without a word of pictures has a sign that a credit needs, or ends with a provider.

    A short cut: what is refused here, all readers of a credit refuse too.
    """
    if look.signs and not _SIGNS.isdisjoint(look.signs):
        if not look.ends or look.columns <= 170 or look.signs is ANY_SIGN or _TAIL_SIGN.search(look.text[-130:]):
            return True
    if look.ends or look.columns > 420:
        return False
    return _provider(look) is not None or bool(look.whole and _unsigned().all(look.whole))


@cache
def _unsigned() -> Openings:
    """What a credit without a sign opens with."""
    return Openings(phrases("credits", "lent") | phrases("credits", "bare") | phrases("credits", "lone"))


def _credit(survey: Survey, look: Look, worded: bool) -> Candidate | None:
    """Ask the readers of a credit whose signs the passage has, all of them if it is *worded* like one."""
    text = look.text.strip()
    if not text:
        return None
    lead = len(look.text) - len(look.text.lstrip())
    for reader, own in _READERS:
        if worded or own is None or not own.isdisjoint(look.signs):
            found = reader(survey, look, text, lead)
            if found is not None:
                return None if _dates_article(survey, look) else found
    return None


def _dates_article(survey: Survey, look: Look) -> bool:
    """Say whether the line is a dateline on a line of its own: place, date and agency."""
    return look.index < _DATED_TOP and survey.states_day(look) and len(words_beside_dates(survey, look)) <= 2


def _is_label(words: str) -> bool:
    fold = folded(words).strip(" .(（[©")
    return fold in phrases("credits", "label") or fold.rstrip("s") in phrases("credits", "label")


def _split_maker(rest: str) -> tuple[str | None, str | None]:
    """Split ``Name / Agency``; one part alone is the provider if it is known as one, else the maker."""
    rest = rest.strip(" .)]）】;")
    if _ACCOUNT.match(rest):
        return rest, None
    parts = [p.strip() for p in re.split(r"\s?[/|／]\s?|\s\(|,\s| via | for ", rest, maxsplit=1) if p.strip()]
    if len(parts) == 2:
        return parts[0], parts[1].strip(" )")
    if parts and (known_agency(parts[0]) or folded(parts[0]) in phrases("credits", "provider")):
        return None, parts[0]
    return (parts[0] if parts else None), None


def _labelled_line(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``Photo: Name / Agency``; ``© Name``; ``Photo by Name``."""
    if look.columns > 170:
        return None
    at = 1 if text[0] in _OPEN else len(text) - len(text.lstrip(_STRAY))
    match = _LABEL.match(text, at) if _LABEL_SIGN.search(text, 1, 40) else None
    if _FILE.match(text) and len(_SMALL_WORD.findall(text)) >= 2:
        return None  # an archive caption tells something
    if match is not None and _is_label(match["label"]) and look.words <= 24:
        if _is_title(survey, look, text[match.end() :]):
            return None
        maker, provider = _split_maker(text[match.end() :])
        long = look.columns > 110 or (look.ends and look.words > 12)
        score = 0.72 if long else 0.95
        fields = {"creator": maker, "provider": provider, "label_end": lead + match.end()}
        return Candidate(
            "credit_line", look.index, score, "credit.label", f"‘{match['label'].strip()}’ before a name", fields
        )
    pictured = text[:8].lower().startswith(_WORDS_OF_PICTURES)
    if pictured and look.words <= 16 and _BY.match(text):
        return Candidate(
            "credit_line",
            look.index,
            0.9,
            "credit.label",
            "photo by …",
            {"creator": _BY.sub("", text, count=1) or None},
        )
    if (
        text[at : at + 1] in "©(ⓒCc"
        and (_CIRCLE_C.match(text, at) or _CIRCLE_C.match(text))
        and any(c.isalpha() for c in text[at + 1 :].lower().removeprefix("copyright"))
        and look.columns <= 120
        and look.words <= 14
    ):
        maker, provider = _split_maker(re.sub(r"^\W*(?:\(c\)|copyright)?\W*", "", text, flags=re.IGNORECASE))
        return Candidate(
            "credit_line",
            look.index,
            0.8,
            "credit.copyright",
            "© before a name",
            {"creator": maker, "provider": provider},
        )
    first = folded(text).split(" ", 1) if pictured else []
    if (
        len(first) == 2
        and first[0].rstrip(".") in {"foto", "fotó", "fot", "photo"}
        and 2 <= look.words <= 7
        and text.split()[1][0].isupper()
        and not look.ends
    ):
        return Candidate(
            "credit_line",
            look.index,
            0.7,
            "credit.label",
            f"‘{first[0]}’ before a name",
            {"label_end": lead + len(first[0]) + 1},
        )
    return None


def _is_title(survey: Survey, look: Look, rest: str) -> bool:
    """Say whether what stands behind ``Photos:`` or ``Video:`` tells what is to be seen, not who made it.

    ``PHOTOS: The storm breaks the mole of the old port``: the text repeats its words, and some are small.
    """
    if len(rest.split()) < _TITLE_WORDS or not _PARTS_OF_CREDIT.isdisjoint(rest) or provider_of(rest):
        return False
    if is_person(rest.lstrip()):
        return False
    small = [word for word in _SMALL_WORD.findall(rest) if folded(word) not in phrases("byline", "particles")]
    if not small or any(opening in folded(rest) for opening in phrases("credits", "lent")):
        return False
    return ":" in rest or survey.echo(look) >= _TITLE_ECHO


def _bracketed(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """A caption that closes with ``(Photo: Name)`` or ``[Agency]``."""
    if not text.endswith(_CLOSING_BRACKETS) and not (
        text[-1] == "." and text[:-1].rstrip().endswith(_CLOSING_BRACKETS)
    ):
        return None
    match = _BRACKETED.search(text, max(0, len(text) - 110))
    if match is None:
        return None
    inner = match[1]
    label = _LABEL.match(inner)
    good = (
        (label is not None and _is_label(label["label"]))
        or _BY.match(inner)
        or _CIRCLE_C.match(inner)
        or _names_picture(folded(inner))
        or any(inner.endswith(t) for t in ("摄", "攝", "撮影", "摄影", "제공", "자료사진", "자료사진"))
        or inner.startswith(("撮影", "攝影", "摄影", "写真"))
    )
    library = folded(inner) in phrases("credits", "provider") or _NAME_SLASH.fullmatch(inner) is not None
    if "/" in inner and (
        _signs_story(survey, look, inner) or (inner[0].islower() and not good and not _known_part(inner))
    ):
        return None  # who filed the story; reporters' initials
    good = good or (library and look.columns <= 420)
    joined = folded(inner.split(" ", 1)[0]) in phrases("byline", "joiner")  # "Ann Lee (with AFP)" wrote the text
    weak = not joined and provider_of(inner) is not None and look.columns <= 320
    if not good and not weak:
        return None
    maker, provider = _split_maker(re.sub(_LABEL, "", inner, count=1) if label is not None and good else inner)
    named = _NAME_BEFORE.search(text, max(0, match.start() - 60), match.start()) if maker is None else None
    if named is not None and named.start() >= 12 and look.columns <= 320:
        fields = {"creator": named[1], "provider": provider}
        note = f"closes with ‘{named[1]}’ and a credit in brackets"
        return _with_caption(look, lead + named.start(1), 0.93, "credit.bracket", note, fields)
    fields = {"creator": maker, "provider": provider}
    if match.start() == 0:
        return Candidate(
            "credit_line", look.index, 0.93 if good else 0.75, "credit.bracket", "a credit in brackets", fields
        )
    return _with_caption(
        look, lead + match.start(), 0.93 if good else 0.66, "credit.bracket", "closes with a credit in brackets", fields
    )


def _names_picture(fold: str) -> bool:
    """Say whether words in brackets open or close with what the picture is: ``Video sent to us``, ``AP Foto``."""
    words = fold.split()
    if len(words) < 2:
        return False
    first = words[0].rstrip(".,")
    return words[-1] in _PICTURES or first in _PICTURES or (first in phrases("credits", "label") and first.isalpha())


def _known_part(inner: str) -> bool:
    """Say whether one of the names between slashes is an agency's or a provider's."""
    return any(known_agency(p) or folded(p) in phrases("credits", "provider") for p in re.split(r"\s?/\s?", inner))


def _signs_story(survey: Survey, look: Look, inner: str) -> bool:
    """Say whether single words with slashes, an agency's among them, stand alone in brackets right below the text."""
    return (
        survey.closes(look)
        and look.text.lstrip()[:1] in _OPEN
        and survey.looks[look.index - 1].prose >= 0.85
        and all(len(part.split()) == 1 for part in inner.split("/"))
        and _known_part(inner)
    )


def _with_caption(look: Look, cut: int, score: float, rule: str, note: str, fields: Mapping[str, object]) -> Candidate:
    parts = (Part("caption", 0, cut), Part("credit_line", cut, len(look.text), fields))
    return Candidate("credited_caption", look.index, score, rule, note, parts=parts)


def _labelled_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """A caption that closes with ``Foto: Name``, ``Credit: Name``, ``© Name`` or ``＝Agency``."""
    tail_from = max(1, len(text) - 110)
    tail = text[tail_from:]
    circled = "©" in tail or "ⓒ" in tail or "opyright" in tail or "(c)" in tail or "(C)" in tail
    labelled = ":" in tail or "：" in tail
    best = None
    for match in _TAIL_LABEL.finditer(tail) if labelled else ():
        words = match[1].split(" ")
        for first in range(len(words)):
            if _is_label(" ".join(words[first:])) and not text[tail_from + match.end()].islower():
                offset = match.start(1) + (len(" ".join(words[:first])) + 1 if first else 0)
                best = tail_from + offset
                break
    if best is None and (labelled or circled):
        glued = _GLUED_LABEL.search(tail)
        if glued is not None:
            best = tail_from + glued.start(1)
    if best is not None and best > (9 if _FILE.match(text) else 3):
        rest = text[best:]
        label = _LABEL.match(rest)
        maker, provider = _split_maker(rest[label.end() :] if label else rest)
        score = 0.95 if len(rest) <= 70 else 0.8
        return _with_caption(
            look,
            lead + best,
            score,
            "credit.label",
            "closes with a labelled credit",
            {"creator": maker, "provider": provider, "label_end": label.end() if label else 0},
        )
    by = None
    lower = tail.lower()
    for found in _BY.finditer(text, tail_from) if any(map(lower.__contains__, _WORDS_OF_PICTURES)) else ():
        by = found
    if by is not None and by.start() > 10 and len(text) - by.start() <= 130:
        return _with_caption(
            look, lead + by.start(), 0.88, "credit.label", "closes with ‘photo by …’", {"creator": text[by.start() :]}
        )
    circle = None
    for found in _CIRCLE_C.finditer(text, tail_from) if circled else ():
        circle = found
    if circle is not None and circle.start() > 10 and (look.columns <= 320 or len(text) - circle.start() <= 60):
        return _with_caption(
            look, lead + circle.start(), 0.86, "credit.copyright", "closes with ©", {"creator": text[circle.start() :]}
        )
    asian = "=" in tail or survey.east_asian
    maker_mark = _AFTER_MAKER.search(text, max(0, len(text) - 40)) if asian else None
    if (
        maker_mark is not None
        and maker_mark.end() - maker_mark.start() == len(text) <= _WHOLE_MARK
        and "＝" not in text
    ):
        return Candidate("credit_line", look.index, 0.84, "credit.maker-mark", f"‘{text}’ and nothing else")
    if maker_mark is not None and "://" in text[text.rfind(" ", 0, maker_mark.start()) + 1 : maker_mark.start()]:
        return None  # a query: https://mole.example/?lang=DE
    if maker_mark is not None and maker_mark.start() > 4 and text[-1] not in FULL_STOPS:
        return _with_caption(
            look,
            lead + maker_mark.start(),
            0.84,
            "credit.maker-mark",
            f"closes with ‘{maker_mark.group().strip()[:20]}’",
            {},
        )
    return None


def _lent_line(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``Courtesy of the Lund family``, ``Beeld Anna Vik``, ``Фото автора``: a credit without a sign."""
    if look.columns > 80 or look.words > _OWNER_WORDS or look.ends or not look.whole:
        return None
    for word in _unsigned().all(look.whole):
        rest = text[len(word) :]
        if word in phrases("credits", "lone") and not rest[:1].isalpha():
            return Candidate("credit_line", look.index, 0.84, "credit.label", f"‘{text}’ names no maker")
        if rest[:1] != " ":
            continue
        owner = rest.lstrip(" -–—")
        if word in phrases("credits", "lent"):
            named = any(part[:1].isupper() for part in owner.split()[:2]) or not look.cased
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
    if not words or len(words) > _MAKER_WORDS:
        return False
    if len(words) == 1 and "." in text.rstrip("."):
        return True
    if not has_case(text):
        return len(words) <= 3 and not any(map(str.isdigit, text))
    return all(not word[0].islower() or folded(word) in phrases("byline", "particles") for word in words)


def _lone_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``Ann Lee, photo from the family's archive``: a caption that closes with a credit that names no maker."""
    if look.columns > 200 or look.ends or not look.whole:
        return None
    match = _lone_ending().search(text)
    if match is None or match.start() < _SHORT_CAPTION:
        return None
    return _with_caption(look, lead + match.start(1), 0.86, "credit.label", f"closes with ‘{match[1][:40]}’", {})


@cache
def _lone_ending() -> re.Pattern[str]:
    listed = sorted(phrases("credits", "lone"), key=len, reverse=True)
    return re.compile(
        rf"(?:[,.|/–—。-]\s?|[(（])((?:{'|'.join(map(re.escape, listed))})[^,.()]{{0,40}})[)）]?$", re.IGNORECASE
    )


def _source_line(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``Source: Name`` in the middle of the text credits a graphic; at the end it names where the text comes from."""
    if look.columns > 120 or look.index >= len(survey.looks) - 4 or look.index < 2:
        return None
    match = _LABEL.match(text) if _LABEL_SIGN.search(text, 1, 40) else None
    if match is None or folded(match["label"]) not in phrases("signoff", "source_label"):
        return None
    rest = text[match.end() :]
    if len(rest) < 2 or rest[0].islower():
        return None
    fields = {"provider": rest}
    return Candidate("credit_line", look.index, 0.88, "credit.source", f"‘{match['label']}:’ amid the text", fields)


def _lone_provider(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``APA/AFP/Name``, ``Getty Images``, ``Name / Agency`` as a line of its own."""
    if look.columns > 100 or look.words > 12 or (look.ends and not text.endswith(")")):
        return None
    if (look.sentences > look.ends and _INNER_END.search(text)) or is_signature(survey, look):
        return None
    if "/" in text:
        text = _AFTER_PROVIDER.sub("", text)
    provider = _provider(look) or ("/" in text and provider_of(text)) or None
    pieces = [p for p in re.split(r"\s?[/|]\s?", text) if p] if "/" in text or "|" in text else [text]
    first_known = len(pieces) > 1 and (known_agency(pieces[0]) or folded(pieces[0]) in phrases("credits", "provider"))
    if _HANDLE.fullmatch(text):
        return Candidate("credit_line", look.index, 0.6, "credit.handle", "an account name alone", {"creator": text})
    if len(pieces) == 2 and _NAME_AND_OFFICE.fullmatch(text):
        return Candidate(
            "credit_line", look.index, 0.7, "credit.provider", f"a name and ‘{pieces[1]}’ with a slash",
            {"creator": pieces[0], "provider": pieces[1]},
        )  # fmt: skip
    if len(pieces) > 1 and (provider or first_known):
        maker, source = _split_maker(text)
        return Candidate(
            "credit_line",
            look.index,
            0.86,
            "credit.provider",
            f"‘{(provider or pieces[0])[:30]}’ with slashes",
            {"creator": maker, "provider": source},
        )
    if provider and folded(text) in phrases("credits", "provider"):
        return Candidate(
            "credit_line", look.index, 0.72 + 0.08 * (look.words > 1), "credit.provider", f"‘{provider}’ alone",
            {"provider": provider},
        )  # fmt: skip
    if provider and folded(provider) in phrases("credits", "provider") and look.words <= 8:
        return Candidate(
            "credit_line", look.index, 0.7, "credit.provider", f"ends with ‘{provider}’", {"provider": provider}
        )
    return None


def _slashed_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """A caption that closes with ``Name/Agency`` or ``Agency/Name`` after its last sentence."""
    if look.columns > 420 or ("/" not in text[-90:] and "|" not in text[-60:]):
        return None
    named = _SLASHED_NAME.search(text, max(0, len(text) - 60))
    if named is not None and named.start() >= 12 and look.columns <= 320:
        fields: dict[str, object] = {"creator": named[1]}
        return _with_caption(look, lead + named.start(1), 0.9, "credit.provider", f"closes with ‘/ {named[1]}’", fields)
    match = _MAKER_TAIL.search(text, max(0, len(text) - 90))
    if match is None or match.start() < 12:
        return None
    pieces = [p.strip() for p in re.split(r"[/|]", _AFTER_PROVIDER.sub("", match[1]))]
    if not any(known_agency(p) or folded(p) in phrases("credits", "provider") for p in pieces):
        return None
    maker, source = _split_maker(match[1])
    fields = {"creator": maker, "provider": source}
    return _with_caption(look, lead + match.start(1), 0.92, "credit.provider", f"closes with ‘{match[1]}’", fields)


def _provider_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """A caption that closes with a provider's name and no label: ``… in Almería. EFE``."""
    if look.columns > 420 or look.ends:
        return None
    provider = _provider(look)
    if provider is None or _signs_off(text, provider):
        return None
    start = len(text.rstrip(" .)]")) - len(provider)
    cut = _maker_start(text, start)
    if cut < 12:
        return None
    parted = text[:cut].rstrip()[-1:] in SENTENCE_ENDS + '"”’)»:：'  # from the caption's last sentence, or by a label
    score = 0.88 if parted else 0.74
    maker, source = _split_maker(text[cut:])
    return _with_caption(
        look,
        lead + cut,
        score,
        "credit.provider",
        f"closes with ‘{provider}’",
        {"creator": maker, "provider": source or provider},
    )


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


_READERS: tuple[tuple[Callable[[Survey, Look, str, int], Candidate | None], frozenset[int] | None], ...] = (
    (_labelled_line, frozenset(b":/|=(\xa9")),
    (_bracketed, frozenset(b")]")),
    (_labelled_tail, frozenset(b":=(\xa9")),
    (_source_line, frozenset(b":/|=")),
    (_lent_line, None),
    (_lone_tail, frozenset()),
    (_lone_provider, None),
    (_slashed_tail, frozenset(b"/|")),
    (_provider_tail, None),
)
"""The readers of a credit in the order in which they are asked, each with the signs of which it needs one."""
_SIGNS = frozenset().union(b"@", *(signs for _, signs in _READERS if signs is not None))


def points_into_picture(look: Look) -> bool:
    """Say whether the line points at somebody in a picture: ``(left)``, ``(l.)``."""
    return "(" in look.text and _DIRECTION.search(look.text) is not None


def in_a_row(survey: Survey) -> frozenset[int]:
    """Return the lines that name people in the order in which they stand in a picture: ``From left: …``."""
    known: frozenset[int] | None = survey.memo.get("in_a_row")
    if known is None:
        table = phrases_by_language("credits", "row")
        words = table.get(survey.primary, frozenset()) | table["en"]
        short = [look for look in survey.looks if look.columns <= _ROW_REACH]
        folds = [look.whole or look.text.casefold() for look in short]
        text = "\n".join(folds)
        present = [word for word in sorted(words) if word in text]
        known = survey.memo["in_a_row"] = frozenset(
            look.index for look, fold in zip(short, folds, strict=True) if present and _says(fold, present)
        )
    return known


def _stands_beside_itself(survey: Survey, look: Look) -> bool:
    """Say whether the line above or below reads the same: the picture's alternative text and its caption."""
    if look.words < _SENTENCE or look.columns > _TWICE_REACH or look.text.rstrip()[-1:] in "?!？！":
        return False
    near = survey.looks[max(1, look.index - 1) : look.index + 2]  # the first line of a text may be its headline twice
    return look.index > 0 and any(other is not look and other.fold == look.fold for other in near)


def _says(fold: str, words: Sequence[str]) -> bool:
    """Say whether one of *words* stands in *fold* with no letter beside it."""
    for word in words:
        at = fold.find(word)
        if at >= 0 and not fold[at - 1 : at].isalpha() and not fold[at + len(word) : at + len(word) + 1].isalpha():
            return True
    return False


def _states_something_else(survey: Survey, look: Look) -> bool:
    """Say whether a line beside a credit is a date or opens with a byline word and a name."""
    if look.words <= 8 and survey.states_day(look):
        return True
    text = look.text
    openers = openings("byline", "prefix", survey.primary).all(text[:48].casefold()) if look.columns <= 80 else []
    return any(text[len(word) : len(word) + 1].isspace() and text[len(word) + 1 :][:1].isupper() for word in openers)


def _captions(survey: Survey, credited: frozenset[int]) -> list[Candidate]:
    """Return lines that stand beside a credit line or point at people in a picture."""
    out = []
    own_caption = {c.passage for c in _credits(survey) if c.kind == "credited_caption"}
    beside = {index + step for index in credited for step in (-1, 1)}
    rows, opens = in_a_row(survey), openings("credits", "caption")
    for look in survey.looks:
        if look.columns > 420 or look.words < 3 or look.index in credited:
            continue
        if look.text[0] in _FILE_INITIALS and _FILE.match(look.text):
            out.append(Candidate("caption", look.index, 0.93, "caption.file", "opens like an archive caption"))
        elif look.whole and opens.all(look.whole):
            out.append(Candidate("caption", look.index, 0.92, "caption.opening", "says that a picture shows it"))
        elif look.times == _PRINTED_TWICE and look.ends and _stands_beside_itself(survey, look):
            out.append(Candidate("caption", look.index, 0.92, "caption.twice", "stands twice in a row"))
        elif look.index in rows or (b"(" in look.signs and look.columns <= 300 and points_into_picture(look)):
            score = 0.72 if look.columns < 200 else 0.6
            out.append(Candidate("caption", look.index, score, "caption.direction", "points at a place in a picture"))
        elif look.index in beside and not _states_something_else(survey, look):
            before = look.index + 1 in credited and look.index + 1 not in own_caption
            if not before and look.index - 1 not in credited:
                continue
            stops = not has_unspaced(look.text) or not writes_no_stops(look.text)
            shape = 0.16 if stops and not look.ends and look.prose < 0.85 else 0.0
            length = 0.1 if look.columns <= 200 else -0.1
            base = 0.5 if before else 0.42
            if not (before or stops) and look.index == len(survey.looks) - 1:
                base -= 0.15  # without full stops nothing else tells the last paragraph from a caption
            if before and look.ends and look.words >= 6 and look.index >= max(2, len(survey.looks) - 4):
                base -= 0.15  # the last paragraph stands above the credit that closes the text
            out.append(
                Candidate(
                    "caption", look.index, base + shape + length, "caption.beside-credit", "stands beside a credit line"
                )
            )
    return out
