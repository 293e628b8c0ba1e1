# SPDX-License-Identifier: Apache-2.0
"""Datelines of Chinese, Japanese and Korean copy: agency, place and date before 电, brackets of place and agency.

Comes in: the head of a passage.  Goes out: a dateline or None.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from docforge.detect.agencies import known_agency
from docforge.detect.datelines.parsed import ParsedDateline
from docforge.detect.vocabulary import agencies, folded, phrases, phrases_by_language
from docforge.model import PartialDate
from docforge.patterns import has_east_asian, lazily

__all__ = ["east_asian"]

_FIGURE = "[0-9０-９〇一二三四五六七八九十]"
_ASIAN_SIGN = lazily(
    r"据?(?P<agency>[A-Za-z\u4e00-\u9fff]{1,10}?(?:社|网|網|报|報|台|刊|客户端)(?:客户端)?)"
    r"(?P<place>[\u4e00-\u9fffA-Za-z·・／/]{0,14}?)"
    rf"(?:\s?(?P<year>[12]\d{{3}})\s?年\s?)?(?P<date>(?:{_FIGURE}{{1,2}}\s?月\s?)?{_FIGURE}{{1,3}}\s?[日号])(?:专?[电電]|[讯訊])"
)
_ASIAN_BARE = lazily(
    r"(?P<agency>本[报報刊社网網台站院校]"
    r"|[\u4e00-\u9fff]{2,4}[社网網报報](?:[-－—·]?[A-Za-z\u4e00-\u9fff]{0,6}客[户戶]端|[A-Za-z]公司)?)"
    r"(?P<place>[\u4e00-\u9fff]{0,8}?)"
    r"(?:(?:综合)?(?:[讯訊电電](?=[\s（(:：】］])|[讯訊](?=[\d，]))|(?P<told>消息)(?=[（(:：]))"
)
_CHANNEL = lazily(
    r"(?P<agency>[A-Za-z0-9\u4e00-\u9fff]{3,8}?)(?:[讯訊]|\s?(?P<date>(?:[0-9]{1,2}月)?[0-9]{1,2}日)(?:[讯訊]|消息))"
    r"(?=[\s（(，])"
)
"""``海港科技讯 …``, ``海港网9月30日消息，…``: the outlet is told by the last word of its name."""
_TAIWAN = lazily(
    r"[（(](?P<agency>[\u4e00-\u9fff]{2,6}?[社報网網])(?P<signed>記者|记者)?(?P<run>[\u4e00-\u9fff·、]{2,24}?)"
    r"(?P<date>(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日)(?:综合|綜合)?(?:外電報導|[专專]?[电電]|[讯訊])[)）]"
)
_REPORTED = lazily(
    r"[〔【［\[（(](?:[\u4e00-\u9fff]{0,4}(?:記者|记者|特派員|特派员)|編譯|编译)\s?(?P<run>[\u4e00-\u9fff·、 ]{2,24}?)"
    r"(?:\s?[／/╱]\s?(?P<place>[\u4e00-\u9fff·、]{2,8}?))?\s?(?P<kind>報導|報道|报道|專訪|专访|電|电)[〕】］\]）)]"
)
"""``〔記者林佳蓉／青山報導〕``, ``【記者林佳蓉青山報導】``: as papers of Taiwan open their leads."""
_NAME_LENGTH, _COMPOUND_LENGTH = 3, 4
"""Characters of most names in ideographs, and of one whose surname has two."""
_PLACE_DAY_AGENCY = lazily(
    r"[\[［](?P<place>[^\s\d\[\]［］]{1,16})[ 　](?P<date>(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日)"
    r"[ 　](?P<agency>[^\s\[\]［］]{2,12})[\]］]"
)
_DAY_AGENCY = lazily(r"【(?P<date>(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日)[ 　](?P<agency>[^【】\d\n]{2,16})】")
_LENTICULAR = lazily(r"【([^【】\n]{2,24})】")
_KOREAN = lazily(r"[(\[]\s?(?P<place>[^\W\d_][\w· ]{0,14}?)\s?=\s?(?P<agency>[^()\[\]=\n]{2,14}?)\s?[)\]]")
_KOREAN_NAMES = lazily(
    r"\s?(?P<names>[\uac00-\ud7a3]{2,4}(?:[ ·,]{1,2}[\uac00-\ud7a3]{2,4}){0,7})\s(?:기자|특파원|통신원|인턴기자)\s?=?"
)
_KOREAN_ROLES = frozenset({"기자", "특파원", "통신원", "인턴기자"})
"""Stand behind the name of each reporter, or once behind them all."""
_REPORTERS = lazily(r"\s?[（(]\s?([\u4e00-\u9fff·、 \u3000]{2,40})[)）]")
_BEFORE_ROLE = 6
"""Characters of the house for which a reporter works: 解放军报记者."""
_REPORTING = lazily(r"\s?(?P<who>[\u4e00-\u9fff·、 ]{2,40}?)\s?报道[：:]")
"""``新华社北京5月6日电记者王五、陈静报道：``: the reporters without brackets."""
_PAUSE = lazily(r"[、 \u3000]+")
"""Between the names of reporters."""
_HAN_DATE = lazily(rf"(?:({_FIGURE}{{1,2}})\s?月\s?)?({_FIGURE}{{1,3}})\s?[日号]")
_IDEOGRAPHS = "〇一二三四五六七八九"
"""Those of the figures 0 to 9."""
_CLOSING = {"【": "】", "［": "］", "[": "]", "（": "）", "(": ")"}
"""What closes the brackets around a dateline that stands without them elsewhere."""
_DESK_AND_NAME = lazily(r"(?P<place>[^\W\d_]{2,10}?)・?(?P<name>[\u4e00-\u9fff々]{3,5})")
"""``ワシントン山田花子``, ``北京・山田花子``: a place that is listed, and the reporter."""


def _number(text: str) -> int:
    """Return what figures of any width or ideographs say, ``三十一``; 0 for what is no number."""
    tens, ten, ones = text.rpartition("十")
    if ten:
        return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)
    figures = [str(_IDEOGRAPHS.index(c)) if c in _IDEOGRAPHS else c for c in text]
    return int("".join(figures))


def _han_date(text: str) -> PartialDate | None:
    match = _HAN_DATE.search(text)
    if match is None:
        return None
    month = _number(match[1]) if match[1] else None
    day = _number(match[2])
    if not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    return PartialDate(None, month, day)


def _split_agency(run: str) -> tuple[str, str]:
    """Split ``新华社北京`` into agency and place by the longest known agency at its head."""
    table = agencies()
    for length in range(min(8, len(run)), 1, -1):
        if folded(run[:length]) in table:
            tail = "客户端" if run[length:].startswith("客户端") else ""
            return run[:length] + tail, run[length + len(tail) :]
    return run, ""


def east_asian(head: str, lead: int) -> ParsedDateline | None:
    """Return the dateline at offset *lead* of *head* in one of the shapes of East Asian copy."""
    if not has_east_asian(head):
        return _korean(head, lead)
    return (
        _signed(head, lead)
        or _in_brackets(head, lead)
        or _lenticular(head, lead)
        or _signed_in_brackets(head, lead)
        or _korean(head, lead)
    )


def _signed_in_brackets(head: str, lead: int) -> ParsedDateline | None:
    """``【新华社柏林10月2日电】``, ``【本报讯】``: what stands without brackets elsewhere."""
    closing = _CLOSING.get(head[lead])
    found = _signed(head, lead + 1) if closing is not None else None
    if found is None or head[found.end : found.end + 1] != closing:
        return None
    return replace(found, start=lead, end=found.end + 1, correspondents=_reporters(head, found.end + 1))


def _signed(head: str, lead: int) -> ParsedDateline | None:
    """``新华社北京3月12日电``, ``本报北京讯``: the agency first, without brackets."""
    match = _ASIAN_SIGN.match(head, lead)
    if match is not None:
        date = _han_date(match["date"])
        if date is not None and match["year"]:
            date = replace(date, year=int(match["year"]))
        agency, rest = _split_agency(match["agency"])
        place = (rest + match["place"]) or None
        if date is not None:
            known = known_agency(agency.removesuffix("客户端"))
            return ParsedDateline(
                match.start(), match.end(), place, None, date, agency, _reporters(head, match.end()),
                "dateline.agency-place-date-dian", 1.0 if known else 0.9, f"{agency} · {match['date']} · 电",
            )  # fmt: skip
    match = _ASIAN_BARE.match(head, lead)
    if match is not None and (not match["told"] or known_agency(match["agency"])):
        return ParsedDateline(
            match.start(), match.end(), match["place"] or None, None, None, match["agency"],
            _reporters(head, match.end()), "dateline.agency-xun", 0.9, f"{match['agency']}{match['told'] or '讯'}",
        )  # fmt: skip
    match = _CHANNEL.match(head, lead)
    if match is not None and _names_outlet(match["agency"], dated=match["date"] is not None):
        date = _han_date(match["date"]) if match["date"] else None
        return ParsedDateline(
            match.start(), match.end(), None, None, date, match["agency"], _reporters(head, match.end()),
            "dateline.agency-xun", 0.9, f"{match['agency']}讯",
        )  # fmt: skip
    return None


def _may_be_house(name: str) -> bool:
    """``【9月30日 海港通信】``, ``【9月30日 AFP】``, but not ``【9月30日 発売】``."""
    if known_agency(name):
        return True
    if folded(name) in phrases("dateline", "not_places") or name.endswith(tuple(phrases("dateline", "place_ends"))):
        return False
    return name[0].isascii() or name.endswith(tuple(phrases("byline", "han_outlet")))


def _names_outlet(name: str, *, dated: bool) -> bool:
    """Say whether *name* closes with a word for a channel and is more; beside a date, a kind of outlet will do.

    Whom a report is from (``据海港网9月30日消息``) and whose own site it is (``海港官网``) are named in sentences.
    """
    ends = phrases("dateline", "channels") | (phrases("dateline", "outlet_ends") if dated else frozenset())
    end = next((word for word in ends if name.endswith(word) and len(name) > len(word) + 1), None)
    return end is not None and name[0] not in "据據" and not name.endswith(tuple(phrases("dateline", "own_sites")))


def _in_brackets(head: str, lead: int) -> ParsedDateline | None:
    """``（中央社記者王五台北12日電）``, ``［東京 12日 共同］``: agency, place and day in brackets."""
    match = _TAIWAN.match(head, lead)
    if match is not None:
        who, place = _names_and_place(match["run"]) if match["signed"] else ((), match["run"])
        return ParsedDateline(
            match.start(), match.end(), place, None, _han_date(match["date"]), match["agency"], who,
            "dateline.bracketed-dian", 0.98, "（agency, reporter, place, day 電）",
        )  # fmt: skip
    match = _REPORTED.match(head, lead)
    if match is not None:
        return _reported(match)
    match = _DAY_AGENCY.match(head, lead)
    if match is not None and _may_be_house(match["agency"]):
        return ParsedDateline(
            match.start(), match.end(), None, None, _han_date(match["date"]), match["agency"], (),
            "dateline.bracketed-day", 0.97, "【day, agency】",
        )  # fmt: skip
    match = _PLACE_DAY_AGENCY.match(head, lead)
    if match is not None:
        return ParsedDateline(
            match.start(), match.end(), match["place"], None, _han_date(match["date"]), match["agency"], (),
            "dateline.bracketed-day", 0.97, "[place, day, agency]",
        )  # fmt: skip
    return None


def _reported(match: re.Match[str]) -> ParsedDateline | None:
    """``〔記者林佳蓉／青山報導〕``: reporter and place, no agency; what gathers several places names none."""
    if match["place"]:
        who, place = tuple(n for n in _PAUSE.split(match["run"]) if n), match["place"]
    else:
        who, place = _names_and_place(match["run"])
    if place in phrases("dateline", "no_place"):
        place = ""
    return ParsedDateline(
        match.start(), match.end(), place or None, None, None, None, who, "dateline.bracketed-dian", 0.95,
        "〔reporter, place〕",
    )  # fmt: skip


def _names_and_place(run: str) -> tuple[tuple[str, ...], str]:
    """Part ``黃志明青山縣``: the last reporter's name runs into the place, which has two characters or more."""
    *names, last = [name for name in _PAUSE.split(run) if name] or [""]
    length = _COMPOUND_LENGTH if last[:2] in _compound_surnames() else _NAME_LENGTH
    # A county or a town is named in full, with three characters at least: 王五青山縣, 王五台北.
    least = 3 if last[-1:] in phrases("dateline", "place_ends") else 2
    length = max(2, min(length, len(last) - least))
    return (*names, last[:length]), last[length:]


@cache
def _compound_surnames() -> frozenset[str]:
    """The surnames of two characters."""
    return frozenset(name for name in phrases("byline", "surname") if len(name) == 2)


@cache
def _roles() -> tuple[str, ...]:
    """What stands before a reporter's name, longest first."""
    roles = {folded(role) for role in phrases("byline", "lead_role") if len(role) > 1}
    return tuple(sorted(roles, key=lambda role: (-len(role), role)))


def _reporters(head: str, at: int) -> tuple[str, ...]:
    """Return the names at *at*: behind their roles, or alone in brackets if each opens with a surname."""
    match = _REPORTERS.match(head, at)
    bracketed = match is not None
    match = match or _REPORTING.match(head, at)
    if match is None:
        return ()
    words, signed = _PAUSE.split(match[1].strip()), False
    names: list[str] = []
    for word in words:
        bare = _without_role(word)
        signed |= bare != word
        if len(bare) == 1 and names and len(names[-1]) == 1:
            names[-1] += bare  # 王 敏: short names are spaced out
        elif bare and not bare.endswith(_work_words()):
            names.append(bare)
    names = [name for name in names if len(name) > 1]
    believed = (bracketed and signed) or ((bracketed or signed) and all(map(_is_name, names)))
    return tuple(names) if believed else ()


@cache
def _work_words() -> tuple[str, ...]:
    """What ends words that tell the kind of work and the place: ``北京报道``."""
    return tuple(word for word in phrases("byline", "han_outlet") if len(word) > 1)


def _without_role(word: str) -> str:
    """``本报记者李雨晴`` → ``李雨晴``, ``通讯员`` → empty."""
    for role in _roles():
        at = word.find(role, 0, _BEFORE_ROLE + len(role))
        if at >= 0:
            return word[at + len(role) :]
    return word


def _is_name(word: str) -> bool:
    """Say whether a word of ideographs opens with a surname and is no longer than names are."""
    surnames = phrases_by_language("byline", "surname")["zh"]
    return (word[0] in surnames and len(word) <= _NAME_LENGTH) or (word[:2] in surnames and len(word) <= 4)


def _lenticular(head: str, lead: int) -> ParsedDateline | None:
    match = _LENTICULAR.match(head, lead)
    if match is None:
        return None
    inner = match[1]
    for name in sorted(agencies(), key=len, reverse=True):
        if folded(inner).endswith(name) and not name.isascii():
            place = inner[: len(inner) - len(name)].rstrip("・=＝ 　") or None
            return ParsedDateline(
                match.start(), match.end(), place, None, None, inner[-len(name) :], (), "dateline.lenticular", 0.97,
                "【place and agency】",
            )  # fmt: skip
    named = _DESK_AND_NAME.fullmatch(inner)
    apart = named is not None and ("・" in inner or not "\u4e00" <= named["place"][-1] <= "\u9fff")  # not 東京五輪
    person = named is not None and named["name"][-1] in phrases("dateline", "name_ends")
    if named is not None and apart and person and named["place"] in phrases("dateline", "bracket_places"):
        return ParsedDateline(
            match.start(), match.end(), named["place"], None, None, None, (named["name"],), "dateline.lenticular", 0.9,
            "【place and reporter】",
        )  # fmt: skip
    pair = re.fullmatch(r"([^=＝・]{1,12})[=＝]([^=＝]{2,14})", inner)
    if pair is None or folded(pair[1]) in phrases("dateline", "not_places"):
        return None
    agency = pair[2] if known_agency(pair[2]) else None
    names = () if agency else (pair[2],)
    return ParsedDateline(
        match.start(),
        match.end(),
        pair[1],
        None,
        None,
        agency,
        names,
        "dateline.lenticular",
        0.9,
        "【place＝reporter】",
    )


def _korean(head: str, lead: int) -> ParsedDateline | None:
    match = _KOREAN.match(head, lead) if head[lead] in "([" else None
    if match is None:
        return None
    names = _KOREAN_NAMES.match(head, match.end())
    desks = phrases_by_language("dateline", "desks")["ko"]
    words = re.split(r"[ ·,]+", names["names"]) if names else []
    people = tuple(word for word in words if word and word not in desks and word not in _KOREAN_ROLES)
    return ParsedDateline(
        match.start(), match.end(), match["place"], None, None, match["agency"], people, "dateline.place=agency", 0.98,
        "(place=agency)",
    )  # fmt: skip
