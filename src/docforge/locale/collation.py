# SPDX-License-Identifier: Apache-2.0
"""Sort keys for indexes and contents, and the headings that names stand under.

A key compares letters first, then accents, then case, each by the alphabet of the locale.

Rules: UTS #10 (levels; contractions; no punctuation ignored); alphabets after CLDR 48 collation; Han characters by
pinyin, strokes or JIS as CLDR 48 orders them (cldr/orders.json).
"""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from docforge.locale import tables
from docforge.locale.tags import data_chain, parse_tag, resolve
from docforge.records import dataclass

__all__ = ["SortKey", "index_heading", "sort_key"]

SortKey = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...], str]
"""Letters, accents, case, kind of kana, and the text itself: comparable only within one locale."""

# Alphabets: "a<b" puts b after a as a letter of its own, "a=b" gives b the letter a, "a>b" puts b before a.
# A letter may be several characters.
_ALPHABETS: dict[str, str] = {
    "ar": "ا=ؤ ا=ئ ا=ء",
    "az": "c<ç e<ə g<ğ h<x<ı<i k<q o<ö s<ş u<ü",
    "as": "ঔ<ঁ<ং<ঃ",
    "be": "е<ё и<і<й у<ў",
    "bn": "ঔ<ঁ<ং<ঃ",
    "br": "c<ch<cʼh<c'h<c’h",
    "bs": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "ca": "",
    "ceb": "n<ñ<ng",
    "cs": "c<č h<ch r<ř s<š z<ž",
    "cy": "c<ch d<dd f<ff g<ng l<ll p<ph r<rh t<th",
    "da": "z<æ<ø<å æ=ä ø=ö å=aa",
    "de-phonebook": "ae=ä oe=ö ue=ü",
    "dsb": "c<č<ć e<ě h<ch l>ł n<ń o=ó r<ŕ s<š<ś z<ž<ź",
    "ee": "d<dz<ɖ e<ɛ f<ƒ g<gb<ɣ h<x k<kp n<ny<ŋ o<ɔ t<ts v<ʋ",
    "el": "",
    "eo": "c<ĉ g<ĝ h<ĥ j<ĵ s<ŝ u<ŭ",
    "es": "n<ñ",
    "et": "s<š<z<ž w<õ<ä<ö<ü",
    "fa": "ا>آ ا=ئ ا=ؤ ا=ء ن<و<ه<ی ی=ي ک=ك",
    "fi": "z<å<ä<ö ä=æ ö=ø",
    "fil": "n<ñ<ng",
    "fo": "d<ð z<æ<ø<å æ=ä ø=ö å=aa",
    "fy": "i=y",
    "gn": "a<ã<ch e<ẽ g<g̃ i<ĩ l<ll m<mb n<nd<ng<nt<ñ o<õ r<rr u<ũ y<ỹ",
    "gu": "ૐ<ઁ<ં<ઃ",
    "ha": "b<ɓ d<ɗ k<ƙ s<sh t<ts y<ƴ",
    "haw": "a<e<i<o<u w<ʻ",
    "hi": "ॐ<ँ<ं<ः",
    "hr": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "hsb": "c<č<ć e<ě h<ch l<ł n<ń r<ř s<š z<ž<ź",
    "hu": "c<cs d<dz<dzs g<gy l<ly n<ny o<ö s<sz t<ty u<ü z<zs ö=ő ü=ű",
    "ig": "b<ch g<gb<gh<gw i<ị k<kp<kw n<ṅ<nw<ny o<ọ s<sh u<ụ",
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ<ö<å æ=ä ö=ø",
    "kk": "ы<і",
    "km": "ៅ<ុំ<ំ<ាំ<ះ<ុះ<េះ<ោះ",
    "kn": "ಔ<ಂ<ಃ",
    "kok": "ॐ<ँ<ं<ः",
    "kl": "z<æ<ø<å æ=ä ø=ö",
    "ku": "c<ç e<ê i<î s<ş u<û",
    "ln": "e<ɛ o=ɔ",
    "lt": "c<č i=y s<š z<ž",
    "lv": "a<ā c<č e<ē g<ģ i<ī<y k<ķ l<ļ n<ņ o<ō r<ŗ s<š u<ū z<ž",
    "mk": "д<ѓ т<ќ",
    "ml": "മ്=ം",
    "mr": "ॐ<ँ<ं<ः ह<ळ<क्ष<ज्ञ",
    "mt": "c>ċ g>ġ h>għ h<ħ z>ż",
    "no": "z<æ<ø<å æ=ä ø=ö å=aa",
    "om": "z<ch<dh<kh<ny<ph<sh",
    "or": "ଔ<ଁ<ଂ<ଃ",
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "ro": "a<ă<â i<î s<ș t<ț ș=ş ț=ţ",
    "se": "a<á c<č d<đ n<ŋ s<š t<ŧ z<ž<ø<æ<å<ä<ö",
    "si": "ඖ<ං<ඃ",
    "sk": "a<ä c<č h<ch o<ô s<š z<ž",
    "sl": "c<č<ć d<đ s<š z<ž",
    "sq": "c<ç d<dh e<ë g<gj l<ll n<nj r<rr s<sh t<th x<xh z<zh",
    "sr-Latn": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "sv": "z<å<ä<ö ä=æ ö=ø",
    "ta": " ".join(f"{letter}>{letter}்" for letter in "கஙசஞடணதநபமயரலவழளறனஜஶஷஸஹ"),
    "te": "ఔ<ఁ<ం<ః",
    "tg": "и<ӣ у<ӯ",
    "tk": "c<ç e<ä j<ž n<ň o<ö s<ş u<ü y<ý",
    "to": "n<ng",
    "tr": "c<ç g<ğ h<ı<i o<ö s<ş u<ü",
    "ug": "ا>ئ ا<ە ن<ھ<و<ۇ<ۆ<ۈ<ۋ<ې<ى<ي",
    "uk": "г<ґ е<є и<і<ї<й",
    "ur": "ا<آ ب<پ ت<ٹ ج<چ د<ڈ ر<ڑ<ز<ژ ک<گ ن<ں<و<ہ<ھ<ء<ی<ے ی=ي ک=ك ہ=ه",
    "uz": "z<oʻ<gʻ<sh<ch oʻ=o‘ gʻ=g‘ oʻ=o' gʻ=g' oʻ=o’ gʻ=g’",
    "uz-Cyrl": "я<ў<қ<ғ<ҳ",
    "vi": "a<ă<â d<đ e<ê o<ô<ơ u<ư",
    "wo": "a<à e<é<ë n<ñ<ŋ o<ó",
    "yo": "e<ẹ g<gb o<ọ s<ṣ",
}

# Scripts in the order of the CLDR root; the script of the locale itself comes first.
_SCRIPT_ORDER = (
    ("Latn", ((0x41, 0x24F), (0x250, 0x2AF), (0x1E00, 0x1EFF), (0x2C60, 0x2C7F), (0xA720, 0xA7FF))),
    ("Grek", ((0x370, 0x3FF), (0x1F00, 0x1FFF))),
    ("Cyrl", ((0x400, 0x52F), (0x1C80, 0x1C8F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F))),
    ("Geor", ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F))),
    ("Armn", ((0x530, 0x58F),)),
    ("Hebr", ((0x590, 0x5FF),)),
    ("Arab", ((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF))),
    ("Cher", ((0x13A0, 0x13FF), (0xAB70, 0xABBF))),
    ("Ethi", ((0x1200, 0x139F), (0x2D80, 0x2DDF))),
    ("Deva", ((0x900, 0x97F),)),
    ("Beng", ((0x980, 0x9FF),)),
    ("Guru", ((0xA00, 0xA7F),)),
    ("Gujr", ((0xA80, 0xAFF),)),
    ("Orya", ((0xB00, 0xB7F),)),
    ("Taml", ((0xB80, 0xBFF),)),
    ("Telu", ((0xC00, 0xC7F),)),
    ("Knda", ((0xC80, 0xCFF),)),
    ("Mlym", ((0xD00, 0xD7F),)),
    ("Sinh", ((0xD80, 0xDFF),)),
    ("Thai", ((0xE00, 0xE7F),)),
    ("Laoo", ((0xE80, 0xEFF),)),
    ("Tibt", ((0xF00, 0xFFF),)),
    ("Mymr", ((0x1000, 0x109F),)),
    ("Khmr", ((0x1780, 0x17FF),)),
    ("Hang", ((0x1100, 0x11FF), (0xAC00, 0xD7A3))),
    ("Hira", ((0x3040, 0x30FF), (0x31F0, 0x31FF))),
    ("Hani", ((0x2E80, 0x2FDF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))),
)
_SCRIPT_NUMBERS = {name: number for number, (name, _) in enumerate(_SCRIPT_ORDER)}
_OWN_SCRIPTS = {"Hans": "Hani", "Hant": "Hani", "Jpan": "Hira", "Kore": "Hang"}

_CYRILLIC = "аәӑӓӕбвгґғӻҕӷдђѓеӗєжӂӝԫҗзҙӟӡѕиӣҋйіїјкќқҡӄҟҝлӆљмӎнңӈњӊҥоӧөӫпҧрҏсҫтќҭћуўӯӱұүфхҳӽӿһѡцҵчҷҹӵҽҿџшщъыӹьѣэӭюяѳѵҩ"
"""Letters that differ at the first level; others fall behind the letter that they decompose to."""

_ARABIC = (
    "ءآاٲٳٱبٻپڀتةثٹٺټٽٿجڃڄچڿڇحخځڂڅدذڈډڊڋڌڍڎڏڐرزڑڒړڔڕږڗژڙسشښڛڜصضڝڞطظڟعغڠفڡڢڣڤڥڦقڧڨکكڪګڬڭڮگڰڱڲڳڴلڵڶڷڸمنںڻڼڽڹ"
    "هھہۂۃۀەوۄۅۆۇۈۉۊۋۏیىيۍێېۑےۓ"
)
"""Alef with hamza above or below is alef with a mark; waw and yeh with hamza likewise."""

_SAME_LETTER = {"ك": "ک", "ي": "ی", "ى": "ی", "ة": "ت", "ہ": "ه", "ە": "ه", "ۀ": "ه", "ٲ": "ا", "ٳ": "ا", "ٱ": "ا"}

# Letters without a canonical decomposition that the root sorts as a letter with a mark, or as two letters.
_EXPANSIONS = {
    "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o\u0338", "ł": "l\u0335", "đ": "d\u0335", "ð": "d\u0336", "ħ": "h\u0335",
    "þ": "th\u0335", "ŧ": "t\u0335", "ı": "i\u0335", "ĳ": "ij", "ŋ": "n\u0335", "ς": "σ", "ƴ": "y\u0335",
    "ɓ": "b\u0335", "ɗ": "d\u0335", "ƙ": "k\u0335", "ə": "e\u0335", "ʼ": "", "ˮ": "",
}  # fmt: skip

_MARKS = (
    "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307"
    "\u0338\u0335\u0336\u0327\u0328\u0304\u0309\u031b\u0323\u0326"
)
_LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")
_HAN_ORDERS = {
    "zh": {"": "pinyin", "Hant": "stroke"},
    "yue": {"": "pinyin", "Hant": "stroke"},
    "ja": {"": "jis"},
}
"""How a language sorts ideographs, by script; one of its own that a tag asks for (``-u-co-stroke``) wins."""
_UPPER_FIRST = frozenset({"da", "mt"})
_REVERSED_ACCENTS = frozenset({"fr-CA"})

_PUNCTUATION = 1 << 24
_DIGITS = 2 << 24
_LATIN_FIRST = _DIGITS + (1 << 23)
"""Japanese sorts Latin letters before kana."""
_OWN_SCRIPT = 3 << 24
_FIRST_SCRIPT = 4 << 24


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """What one locale changes."""

    letters: dict[str, int]
    """A letter of its own, one or more characters, to its weight."""
    variants: frozenset[str]
    """Letters that differ from another one in the last resort only."""
    expansions: dict[str, str]
    """A letter that is sorted as several others, with a mark."""
    longest: int
    own_script: str
    upper_first: bool
    reversed_accents: bool
    order: str
    """Name of the table for Han characters."""


def sort_key(text: str, locale: str) -> SortKey:
    """Return a key that sorts *text* as *locale* does; compare keys of one locale only.

    A ``-u-co-`` keyword chooses another order: ``stroke`` or ``pinyin`` (Chinese), ``phonebk`` (German).

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.
    """
    own = _alphabet(locale)
    letters: list[int] = []
    accents: list[int] = []
    case: list[int] = []
    kana: list[int] = []
    for primary, secondary, tertiary, kind in _elements(text, own):
        if primary:
            letters.append(primary)
        accents.append(secondary)
        case.append(tertiary)
        kana.append(kind)
    if own.reversed_accents:
        accents.reverse()
    return tuple(letters), tuple(accents), tuple(case), tuple(kana), text


def index_heading(text: str, locale: str) -> str:
    """Return the heading that *text* stands under in an index of *locale*: a letter, or ``#`` for none.

    Raises:
        UsageError, LocaleError: as ``canonical_tag``.

    Rule: CLDR exemplarCharacters, index; for Chinese the marks of its collation.
    """
    own = _alphabet(locale)
    first = next((element[0] for element in _elements(text.lstrip(), own) if element[0]), 0)
    if first < _LATIN_FIRST:
        return "#"
    if own.order and text.lstrip()[:1] in _han(own.order)["places"]:
        table = _han(own.order)
        place = _han_place(text.lstrip(), table)
        at = bisect_right([start for _, start in table["headings"]], place) - 1
        return str(table["headings"][at][0]) if at >= 0 else "#"
    starts, letters = _headings(locale)
    at = bisect_right(starts, first) - 1
    if at < 0 or first >> 24 != starts[at] >> 24:
        return _bare_capital(text.lstrip()[:1])
    return letters[at]


def _bare_capital(char: str) -> str:
    return unicodedata.normalize("NFD", char)[:1].upper()


@lru_cache(maxsize=64)
def _headings(locale: str) -> tuple[list[int], list[str]]:
    own = _alphabet(locale)
    pairs = []
    for letter in tables.record(resolve(locale).base)["index"]:
        weight = next((element[0] for element in _elements(letter, own) if element[0]), 0)
        pairs.append((weight, letter))
    pairs.sort(key=lambda pair: pair[0])
    return [weight for weight, _ in pairs], [letter for _, letter in pairs]


# -- alphabets -----------------------------------------------------------------------------


@lru_cache(maxsize=128)
def _alphabet(locale: str) -> _Alphabet:
    found = resolve(locale)
    chain = data_chain(found.base)
    asked = parse_tag(locale).keyword("co")
    wanted = {"phonebk": "phonebook"}.get(asked or "", asked or "")
    keys = ([f"{found.language}-{wanted}"] if wanted else []) + [
        *chain,
        f"{found.language}-{found.script}",
        found.language,
    ]
    rules = next((_ALPHABETS[key] for key in keys if key in _ALPHABETS), "")
    own_script = _OWN_SCRIPTS.get(found.script, found.script)
    letters = _tailored(rules, own_script)
    variants = frozenset(unicodedata.normalize("NFC", rule.split("=")[1]) for rule in rules.split() if "=" in rule)
    orders = _HAN_ORDERS.get(found.language, {"": ""})
    order = wanted if wanted in orders.values() else orders.get(found.script, orders[""])
    return _Alphabet(
        letters=letters,
        variants=variants,
        expansions=_expanded(rules, letters),
        longest=max(map(len, letters), default=1),
        own_script=own_script,
        upper_first=found.language in _UPPER_FIRST,
        reversed_accents=any(tag in _REVERSED_ACCENTS for tag in (found.tag, *chain)),
        order=order,
    )


def _expanded(rules: str, letters: dict[str, int]) -> dict[str, str]:
    pairs = [rule.split("=") for rule in unicodedata.normalize("NFC", rules).split() if "=" in rule]
    return {letter: base for base, letter in pairs if len(base) > 1 and base not in letters}


def _tailored(rules: str, own_script: str) -> dict[str, int]:
    letters: dict[str, int] = {}
    for rule in unicodedata.normalize("NFC", rules).split():
        if "=" in rule:
            base, same = rule.split("=")
            if base in letters:
                letters[same] = letters[base]
            elif len(base) == 1:
                letters[same] = _weight(base, own_script)
            continue
        sign = ">" if ">" in rule else "<"
        base, *rest = rule.split(sign)
        weight = letters.get(base) or _weight(base, own_script)
        letters.setdefault(base, weight)
        for step, letter in enumerate(rest, 1):
            letters[letter] = weight + (step if sign == "<" else -step)
    return letters


# -- elements ------------------------------------------------------------------------------

_Element = tuple[int, int, int, int]


def _elements(text: str, own: _Alphabet) -> Iterator[_Element]:
    """Split *text* into collation elements: letter, accent, case, kind of kana."""
    text = _reordered(unicodedata.normalize("NFC", text))
    lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if own.letters.get("ı"):
        lowered = "".join(
            "i" if char == "İ" else "ı" if char == "I" else low for char, low in zip(text, lowered, strict=True)
        )
    at = 0
    while at < len(lowered):
        if lowered[at] in own.expansions:
            for letter in own.expansions[lowered[at]]:
                yield _weight(letter, own.own_script), 0, _case(text[at], own), 0
            yield 0, 1, 0, 0
            at += 1
            continue
        size = _contraction(lowered, at, own)
        if size:
            piece = lowered[at : at + size]
            case = _case(text[at : at + size], own) + (2 if piece in own.variants else 0)
            yield own.letters[piece], 0, case, 0
            at += size
            continue
        yield from _plain(text[at], lowered[at], lowered[at - 1] if at else "", lowered[at:], own)
        at += 1


def _contraction(lowered: str, at: int, own: _Alphabet) -> int:
    for size in range(min(own.longest, len(lowered) - at), 0, -1):
        if lowered[at : at + size] in own.letters:
            return size
    return 0


def _reordered(text: str) -> str:
    """Put a Thai or Lao vowel that is written before its consonant behind it.  Rule: UTS #10, 5.2 (rearrangement)."""
    if not any(char in _LEADING_VOWELS for char in text):
        return text
    out = list(text)
    at = 0
    while at < len(out) - 1:
        if out[at] in _LEADING_VOWELS:
            out[at], out[at + 1] = out[at + 1], out[at]
            at += 1
        at += 1
    return "".join(out)


def _case(piece: str, own: _Alphabet) -> int:
    upper = piece != piece.lower()
    return int(upper is not own.upper_first)


def _plain(char: str, lowered: str, before: str, rest: str, own: _Alphabet) -> Iterator[_Element]:
    if "\u3040" <= lowered <= "\u30ff":
        yield _kana(lowered, before, own.own_script)
        return
    table = _han(own.order) if own.order else None
    if table is not None and lowered in table["places"]:
        yield _OWN_SCRIPT + (1 << 22) + _han_place(rest, table), 0, 0, 0
        return
    category = unicodedata.category(lowered)
    if category == "Cf":  # joiners and marks of direction
        return
    if "\u0900" <= lowered <= "\uabff":
        found = _script_places().get(lowered)
        if found is not None:
            name, place, variant = found
            group = _OWN_SCRIPT if name == own.own_script else _FIRST_SCRIPT + (_SCRIPT_NUMBERS[name] << 24)
            yield group + place * 16, variant, _case(char, own), 0
            return
        if category[0] == "M":  # signs that are no letters there, such as nukta, anusvara and the marks of tones
            yield 0, _mark(lowered), 0, 0
            return
    if "\u3131" <= lowered <= "\u318e":
        lowered = unicodedata.normalize("NFKD", lowered)
    case = _case(char, own)
    base = _SAME_LETTER.get(lowered, lowered)
    if base in _CYRILLIC or base in _ARABIC:
        yield _weight(base, own.own_script), int(base != lowered), case, 0
        return
    pieces = unicodedata.normalize(
        "NFD", "".join(_EXPANSIONS.get(part, part) for part in unicodedata.normalize("NFD", lowered))
    )
    whole = _letter_within(pieces, own)
    if whole:
        yield own.letters[whole[0]], 0, case, 0
        for mark in whole[1]:
            yield 0, _mark(mark), 0, 0
        return
    for index, piece in enumerate(pieces):
        if unicodedata.combining(piece):
            yield 0, _mark(piece), 0, 0
        else:
            yield own.letters.get(piece) or _weight(piece, own.own_script), 0, case if index == 0 else 0, 0


def _letter_within(pieces: str, own: _Alphabet) -> tuple[str, str] | None:
    """A letter of the alphabet inside a letter with more marks (ấ is â with an acute), and those marks."""
    for index, mark in enumerate(pieces[1:], 1):
        letter = unicodedata.normalize("NFC", pieces[0] + mark)
        if letter in own.letters:
            return letter, pieces[1:index] + pieces[index + 1 :]
    return None


def _mark(mark: str) -> int:
    at = _MARKS.find(mark)
    return at + 1 if at >= 0 else len(_MARKS) + ord(mark)


# -- weights -------------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def _weight(char: str, own_script: str) -> int:
    """The first-level weight of a base character: class or script, then place in it."""
    code = ord(char)
    if char.isdigit():
        return _DIGITS + unicodedata.digit(char, 0) * 16
    for index, (name, ranges) in enumerate(_SCRIPT_ORDER):
        if any(low <= code <= high for low, high in ranges) and (
            char.isalpha() or unicodedata.category(char)[0] == "M"
        ):
            if name == "Latn" and own_script == "Hira":
                return _LATIN_FIRST + _place(char, name) * 16
            group = _OWN_SCRIPT if name == own_script else _FIRST_SCRIPT + (index << 24)
            return group + _place(char, name) * 16
    if char.isspace():
        return _PUNCTUATION
    return _PUNCTUATION + 16 + code if not char.isalpha() else _FIRST_SCRIPT + (len(_SCRIPT_ORDER) << 24) + code


def _place(char: str, script: str) -> int:
    if "\u0900" <= char <= "\uabff" and char in _script_places():
        return _script_places()[char][1]
    if script == "Cyrl" and char in _CYRILLIC:
        return _CYRILLIC.index(char)
    if script == "Arab" and char in _ARABIC:
        return _ARABIC.index(char)
    if script == "Hani":
        return ord(char) - 0x2E80
    return ord(char) & 0xFFFF


@cache
def _han(order: str) -> dict[str, Any]:
    """A table of Han characters: their places, and where the headings of an index begin."""
    table = json.loads((tables.FOLDER / "orders.json").read_bytes())[order]
    return {"places": {char: place for place, char in enumerate(table["text"])}, "headings": table["headings"]}


@cache
def _script_places() -> dict[str, tuple[str, int, int]]:
    """The letters and vowel signs of Brahmic scripts: script, place in it, and number among those with one place."""
    scripts = json.loads((tables.FOLDER / "orders.json").read_bytes())["scripts"]
    return {
        char: (name, place, variant)
        for name, order in scripts.items()
        for place, group in enumerate(order.split(" "))
        for variant, char in enumerate(group)
    }


# Names whose first character is read otherwise than alone.  Source: CLDR pinyin collation.
_HAN_NAMES = {"重庆": "虫", "重慶": "虫"}


def _han_place(text: str, table: dict[str, Any]) -> int:
    stand_in = _HAN_NAMES.get(text[:2])
    return int(table["places"][stand_in or text[0]])


_SMALL_KANA = dict(zip("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ", strict=True))
_VOWEL_ROWS = (
    "あかさたなはまやらわ",
    "いきしちにひみり",
    "うくすつぬふむゆる",
    "えけせてねへめれ",
    "おこそとのほもよろを",
)


def _kana(char: str, before: str, own_script: str) -> _Element:
    """Rule: JIS X 4061 (voicing after the letter; the long mark is the vowel before it; hiragana before katakana)."""
    katakana = "\u30a1" <= char <= "\u30f6"
    if char == "ー":
        vowel = _vowel(before)
        return _weight(vowel, own_script) if vowel else _PUNCTUATION, 0, 0, 1
    hira = chr(ord(char) - 0x60) if katakana else char
    parts = unicodedata.normalize("NFD", hira)
    base = _SMALL_KANA.get(parts[0], parts[0])
    voicing = {"\u3099": 1, "\u309a": 2}.get(parts[1:], 0)
    return _weight(base, own_script), voicing, 1 if base != parts[0] else 2, int(katakana)


def _vowel(char: str) -> str:
    if not char:
        return ""
    hira = chr(ord(char) - 0x60) if "\u30a1" <= char <= "\u30f6" else char
    base = unicodedata.normalize("NFD", hira)[0]
    base = _SMALL_KANA.get(base, base)
    return next(("あいうえお"[row] for row, letters in enumerate(_VOWEL_ROWS) if base in letters), "")
