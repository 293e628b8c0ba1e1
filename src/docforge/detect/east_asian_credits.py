# SPDX-License-Identifier: Apache-2.0
"""Captions of East Asian copy that close with a credit: a label, a mark behind the maker, or the name of a reporter.

Comes in: a passage, its text without blanks around it, where that begins.  Goes out: a candidate as those of
``credited_captions`` are, or None.
"""

from __future__ import annotations

from docforge.detect.candidate import Candidate
from docforge.detect.credit_words import is_label
from docforge.detect.credited_captions import SHORT_CAPTION, with_caption
from docforge.detect.look import Look
from docforge.detect.makers import closes_with_mark, split_maker
from docforge.detect.survey import Survey
from docforge.detect.vocabulary import phrases
from docforge.patterns import FULL_STOPS, lazily

__all__ = ["marked_tail", "reporter_tail"]

_REPORTER = lazily(
    r"(?<=[\uac00-\ud7a3]\.)\s?(?:[\uac00-\ud7a3]{2,6}=)?([\uac00-\ud7a3]{2,4}\s?(?:선임|사진)?기자)(?:\s[\w.-]{1,40}@[\w.-]{3,40})?"
    r"(?:\s?/\s?\d{4}[.-]\d\d?[.-]\d\d?[./]?)?$"
)
"""``… 있다. 김철수 기자``, ``… 있다. 남포=김철수 기자 kim@ilbo.example /2024.03.09/``."""
_AFTER_MAKER = lazily(
    r"(?:[＝=]\s?[^\s＝=。]{1,24}|[\u4e00-\u9fff·]{2,8}\s?(?:(?:[摄攝]影?|供[图圖])(?: [\u4e00-\u9fff-]{2,10})?"
    r"|制图|製圖|资料图?|資料圖|资料照片)|撮影|提供|[^\s]{2,16} ?(?:제공|촬영|캡처))\s*[)）]?$"
)
_STROKED_LABEL = lazily(r"(?<![^\W_])([^\W\d_]{1,6})\s?[／/|=＝:：]\s?(?=\S)")
"""A label before a maker who has a mark as well: ``圖／青山鎮公所提供``."""
_NAMELESS = ("撮影", "提供")
"""Marks that are found without the name before them."""
_VERBS = (*_NAMELESS, "제공", "촬영")
"""Marks that are verbs as well."""
_CLAUSE = 20
"""Characters before a mark in which the credit begins."""
_HOUSE = 10
"""Characters of a house and the role of its reporter: ``新华社记者``."""
_HAN_LABEL = lazily(r"[ \u3000]([\u4e00-\u9fff]{1,4})\s?[/／|｜]\s?(\S{2,20})$")
"""A label of ideographs behind a blank, and who made or owns the picture."""
_HANGUL_LABEL = lazily(r"[.。)\]\s]\s?(?:사진|그래픽|영상|자료)\s?[=＝:]\s?(\S[^=.]{1,24})$")
"""``… 낡은 부두. 사진=이도현 기자``."""
_WHOLE_MARK = 16
"""Characters of the longest line that says who gave a picture and nothing else."""
_LABELLED = 240
"""Columns of a caption behind which a label stands."""


def marked_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """A caption that closes with a label of ideographs or Hangul and a maker, or with the mark of one."""
    return (_labelled(look, text, lead) or _maker_mark(look, text, lead)) if survey.east_asian else None


def _labelled(look: Look, text: str, lead: int) -> Candidate | None:
    """``风暴后的旧码头 图/视觉中国``, ``… 사진=이도현 기자``: a label behind a caption of some length."""
    match = _HAN_LABEL.search(text, max(0, len(text) - 30)) or _HANGUL_LABEL.search(text, max(0, len(text) - 40))
    if match is None or match.start() <= SHORT_CAPTION or look.columns > _LABELLED:
        return None
    if match.re.groups > 1 and not is_label(match[1]):
        return None
    maker, provider = split_maker(match[match.re.groups])
    begin = match.start() + 1
    fields = {"creator": maker, "provider": provider, "label_end": match.start(match.re.groups) - begin}
    return with_caption(look, lead + begin, 0.9, "credit.label", "closes with a labelled credit", fields)


def _maker_mark(look: Look, text: str, lead: int) -> Candidate | None:
    """``王五摄``, ``＝Agency``, ``圖／青山鎮公所提供``: a mark of the maker at the end, in East Asian copy."""
    mark = _AFTER_MAKER.search(text, max(0, len(text) - 40))
    if mark is None:
        return None
    ending = text.rstrip(" )）")
    if ending.endswith(_VERBS) and not closes_with_mark(ending):
        return None
    begin, named = _mark_start(text, mark.start())
    house = text[:begin].strip(" \u3000（(")
    if house.endswith(tuple(phrases("credits", "maker_role"))) and len(house) <= _HOUSE and house.isalnum():
        begin = 0  # 新华社记者 李雨晴 摄
    maker, provider = split_maker(text[named:])
    if maker is not None and any(map(str.isdigit, maker)):
        maker = None  # ＝３月、青山市で: when and where it was taken
    fields = {"creator": maker, "provider": provider, "label_end": named - begin}
    if mark.end() - begin == len(text) <= _WHOLE_MARK and ("＝" not in text or closes_with_mark(ending)):
        note = f"‘{text}’ and nothing else"
        return Candidate("credit_line", look.index, 0.84, "credit.maker-mark", note, fields)
    if "://" in text[text.rfind(" ", 0, begin) + 1 : begin]:
        return None  # a query: https://mole.example/?lang=DE
    if begin <= 4 or text[-1] in FULL_STOPS:
        return None
    note = f"closes with ‘{text[begin:].strip()[:20]}’"
    return with_caption(look, lead + begin, 0.84, "credit.maker-mark", note, fields)


def _mark_start(text: str, mark: int) -> tuple[int, int]:
    """Return where a credit begins whose maker's mark was found at *mark*, and where the name in it does.

    The label belongs to it, ``圖／``, and so do the house and the role of who took the picture.
    """
    floor = max(0, mark - _CLAUSE)
    for label in _STROKED_LABEL.finditer(text, floor):
        if is_label(label[1]):
            return label.start(), label.end()
    window = text[floor:mark].rstrip(" \u3000")
    parted = max((at for at, sign in enumerate(window) if not sign.isalnum()), default=-1)
    clause = floor + parted + 1 if parted >= 0 or floor == 0 else mark
    nameless = text.startswith(_NAMELESS, mark)
    if clause < mark and (nameless or any(map(text[clause:].__contains__, phrases("credits", "maker_role")))):
        return clause, clause
    return mark, mark


def reporter_tail(survey: Survey, look: Look, text: str, lead: int) -> Candidate | None:
    """``… 절을 올리고 있다. 김철수 기자``: the reporter who took the picture, behind a sentence amid the text."""
    if not survey.east_asian or look.columns > 320 or survey.closes(look):
        return None
    match = _REPORTER.search(text, max(0, len(text) - (110 if "@" in text else 32)))
    if match is None or match.start() < SHORT_CAPTION:
        return None
    fields = {"creator": match[1]}
    cut = match.end() - len(match[0].lstrip())
    return with_caption(look, lead + cut, 0.86, "credit.maker-mark", f"closes with ‘{match[1]}’", fields)
