# SPDX-License-Identifier: Apache-2.0
"""Datelines of Chinese, Japanese and Korean copy: agency, place and date before 电, brackets of place and agency.

Comes in: the head of a passage.  Goes out: a dateline or None.
"""

from __future__ import annotations

import re

from docforge.detect.agencies import known_agency
from docforge.detect.datelines.parsed import ParsedDateline
from docforge.detect.vocabulary import agencies, folded
from docforge.model import PartialDate
from docforge.patterns import has_east_asian, lazily

__all__ = ["east_asian"]

_REPORTER_WORD = lazily("[記记]者")
_ASIAN_SIGN = lazily(
    r"据?(?P<agency>[A-Za-z\u4e00-\u9fff]{1,10}?(?:社|网|網|报|報|台|刊|客户端))"
    r"(?P<place>[\u4e00-\u9fffA-Za-z·・]{0,14}?)(?P<date>(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}[日号])(?:专?[电電]|[讯訊])"
)
_ASIAN_BARE = lazily(
    r"(?P<agency>本[报報刊社网網台]|[\u4e00-\u9fff]{2,4}[社网網报報])(?P<place>[\u4e00-\u9fff]{0,8}?)(?:综合)?[讯訊电電](?=[\s（(:：])"
)
_TAIWAN = lazily(
    r"[（(](?P<agency>[\u4e00-\u9fff]{2,6}?[社報网網])(?:記者|记者)?(?P<who>[\u4e00-\u9fff、]{2,12}?)??"
    r"(?P<place>[\u4e00-\u9fff·]{2,8})(?P<date>(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日)(?:综合|綜合)?(?:外電報導|[专專]?[电電]|[讯訊])[)）]"
)
_PLACE_DAY_AGENCY = lazily(
    r"[\[［](?P<place>[^\s\d\[\]［］]{1,16})[ 　](?P<date>(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日)"
    r"[ 　](?P<agency>[^\s\[\]［］]{2,12})[\]］]"
)
_LENTICULAR = lazily(r"【([^【】\n]{2,24})】")
_KOREAN = lazily(r"[(\[]\s?(?P<place>[^\W\d_][\w· ]{0,14}?)\s?=\s?(?P<agency>[^()\[\]=\n]{2,14}?)\s?[)\]]")
_KOREAN_NAMES = lazily(
    r"\s?(?P<names>[\uac00-\ud7a3]{2,4}(?:[ ·,]{1,2}[\uac00-\ud7a3]{2,4}){0,4})\s(?:기자|특파원|통신원|인턴기자)\s?=?"
)
_REPORTERS = lazily(r"\s?[（(]\s?(?:本报|本報|特约)?(?:记者|記者)?\s?([\u4e00-\u9fff·、 ]{2,30})[)）]")
_HAN_DATE = lazily(r"(?:([0-9０-９]{1,2})月)?([0-9０-９]{1,2})[日号]")


def _number(text: str) -> int:
    return int("".join(str(ord(c) - 0xFF10) if "０" <= c <= "９" else c for c in text))


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
    return _signed(head, lead) or _in_brackets(head, lead) or _lenticular(head, lead) or _korean(head, lead)


def _signed(head: str, lead: int) -> ParsedDateline | None:
    """``新华社北京3月12日电``, ``本报北京讯``: the agency first, without brackets."""
    match = _ASIAN_SIGN.match(head, lead)
    if match is not None:
        date = _han_date(match["date"])
        agency, rest = _split_agency(match["agency"])
        place = (rest + match["place"]) or None
        if date is not None:
            known = known_agency(agency.removesuffix("客户端"))
            return ParsedDateline(
                match.start(), match.end(), place, None, date, agency, _reporters(head, match.end()),
                "dateline.agency-place-date-dian", 1.0 if known else 0.9, f"{agency} · {match['date']} · 电",
            )  # fmt: skip
    match = _ASIAN_BARE.match(head, lead)
    if match is not None:
        return ParsedDateline(
            match.start(), match.end(), match["place"] or None, None, None, match["agency"],
            _reporters(head, match.end()), "dateline.agency-xun", 0.9, f"{match['agency']}讯",
        )  # fmt: skip
    return None


def _in_brackets(head: str, lead: int) -> ParsedDateline | None:
    """``（中央社記者王五台北12日電）``, ``［東京 12日 共同］``: agency, place and day in brackets."""
    match = _TAIWAN.match(head, lead)
    if match is not None:
        who = tuple(n for n in (match["who"] or "").split("、") if n)
        place = match["place"]
        if not who and len(place) >= 4 and _REPORTER_WORD.search(match.group()):
            # 王五台北: the reporter's name runs into the place, mostly of two characters.
            who, place = (place[:-2],), place[-2:]
        return ParsedDateline(
            match.start(), match.end(), place, None, _han_date(match["date"]), match["agency"], who,
            "dateline.bracketed-dian", 0.98, "（agency, reporter, place, day 電）",
        )  # fmt: skip
    match = _PLACE_DAY_AGENCY.match(head, lead)
    if match is not None:
        return ParsedDateline(
            match.start(), match.end(), match["place"], None, _han_date(match["date"]), match["agency"], (),
            "dateline.bracketed-day", 0.97, "[place, day, agency]",
        )  # fmt: skip
    return None


def _reporters(head: str, at: int) -> tuple[str, ...]:
    match = _REPORTERS.match(head, at)
    return tuple(n for n in re.split(r"[、 ]+", match[1]) if n) if match else ()


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
    pair = re.fullmatch(r"([^=＝・]{1,12})[=＝]([^=＝]{2,14})", inner)
    if pair is None:
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
    people = tuple(n for n in re.split(r"[ ·,]+", names["names"]) if n) if names else ()
    return ParsedDateline(
        match.start(), match.end(), match["place"], None, None, match["agency"], people, "dateline.place=agency", 0.98,
        "(place=agency)",
    )  # fmt: skip
