# SPDX-License-Identifier: Apache-2.0
"""Names behind a byline word or a label, also where several labels share the line."""

from __future__ import annotations

import re
from dataclasses import replace

from docforge.detect.agencies import known_agency
from docforge.detect.author_names.lists import Names, parse_names
from docforge.detect.author_names.persons import is_person
from docforge.detect.author_names.roles import is_role
from docforge.detect.author_names.segments import WORD
from docforge.detect.bylines.authors import is_lone_word, shown
from docforge.detect.bylines.byline_words import byline_word, is_label, label_at, reads_as_sentence
from docforge.detect.bylines.parts import EDITED, byline_candidate, names_end
from docforge.detect.candidate import Candidate, Part
from docforge.detect.look import RUNNING, Look
from docforge.detect.page_or_copy import is_page
from docforge.detect.page_wording import is_furniture_phrase
from docforge.detect.publication import is_publication_label
from docforge.detect.survey import Survey
from docforge.detect.times_in_lines import without_times
from docforge.detect.vocabulary import folded, is_given_name, phrases, phrases_by_language
from docforge.patterns import FULL_STOPS, has_east_asian, lazily

__all__ = ["among_fields", "behind_label", "behind_word", "from_house"]

_FIELD = lazily(r"([^\W\d_]{2,24}+)\s?[:：]\s{0,4}(?=\S)")
_HAN_LABELS = lazily(r"[ \u3000]([\u4e00-\u9fff]{1,4})\s?[/／:：|｜]\s?(?=\S)")
"""A label of ideographs behind a blank, amid a line."""
_LABELS = lazily(r" ([^\W\d_]{3,14}):\s?(?=\S)")
"""A label behind a blank, amid a line."""
_TWICE = lazily(r"([^.,;:|]{5,40})\. \1(?= |$)")
"""A name printed twice, before the section of the page: ``Ann Lee. Ann Lee Science``."""
_HAN_OPENING = lazily(r"([\u4e00-\u9fff]{1,4})[ \u3000/:：](?=\S)")
"""A second label of ideographs behind the first."""
_PLACE_WORDS = 5
"""Words of a long name of a place: ``Santa Rita do Vale``."""
_CASELESS = 2
"""Words of a name where no capital shows its end."""
_INITIALS = lazily(r"\s{0,3}([^\W\d_A-ZÀ-Þ]{2,3})\s*$")
"""Two or three small letters at the end of a line."""
_ACCOUNT, _ACCOUNT_WORDS = lazily(r"\s?([a-z][a-z0-9_.-]{2,19})(?=\s)"), 10
"""The account of an author, and words of the line in which it stands, at most."""
_ACCOUNT_ALONE = lazily(r"\s?([a-z][a-z0-9]{1,14}_[a-z0-9]{1,10})\s*$")
"""An account that closes its line: it has a sign as names have none."""
_DAY, _BETWEEN = lazily(r"[^\W\d_]{2,10}[.,]\s?$"), 5
"""The day of the week before a date; characters of what else stands between the account and that."""
_WORD_BEHIND = lazily(r"(?<![^\W_])[^\W\d_]{2,}")
_HOUSE = lazily(r"([A-ZÀ-Þ]{1,8}\d{1,2}|[a-zA-ZÀ-Þ][a-zß-ÿ]{2,12}\d{2}|[a-z]\d)(?=[,|/]\s|\s[|/]\s|\s?$)")
"""A broadcaster or a site called by letters and a figure: ``RTL2``, ``Hafen24``; amid the text roads are: ``A20``."""
_HOUSE_WORDS = 6
"""Words of a line that opens with one, at most."""
_BARS = ("|", "｜")
"""What parts the empty field of an author from a section."""
_PLACE_BEFORE = 40
"""Characters in which the word behind a place stands."""
_FIELDS_REACH, _HAN_LABEL = 120, 4
"""Columns of a line of labelled fields; ideographs of the longest label, which may stand right behind a value."""
_ASKED = 40
"""Columns of a turn of talk, from its label to its full stop, that names nobody where no capitals tell names."""
_CAPTION = 2
"""Words of a caption before the label of its source, at least."""
_FEWEST_FIELDS = 2
"""So many labels, each with its colon, make such a line."""


def behind_word(survey: Survey, look: Look, start: int, word: str) -> Candidate | None:
    """Read the names behind the byline *word* that ends at *start*, and behind a label that follows it."""
    if is_furniture_phrase(look):
        return None  # Author Picture Icon
    barred = look.text.startswith(_BARS, start)
    label = label_at(look, start)
    if label is not None and is_label(label[1]):
        start = label.end()  # von Autor: Ann Lee
    start = _behind_place(look.text, start, survey.primary, word)
    end = _once(look.text, start, names_end(survey, look, start), word)
    names = _before_place(survey, look.text, start, end) or parse_names(look.text, start, end, survey.small_words())
    if not names.authors and not names.agency:
        names = _role_alone(look.text, start) or _account(survey, look, start, word)
    if (
        names.strange < 2
        and not look.ends
        and look.words <= _HOUSE_WORDS
        and (survey.opens(look) or survey.closes(look) or "," in look.text)
        and (house := _HOUSE.match(look.text, start, end)) is not None
    ):
        names = _with_house(house, names, end)
    if (not names.authors and not names.agency) or (barred and _is_section(names)):
        return None
    if reads_as_sentence(look) or (look.ends and _says_something(look, names)) or _tells(survey, look, names, word):
        return None
    behind = _is_said_behind_date(survey, look, names)
    if behind and look.cased and look.ends:
        return None  # Dodał Piotr Lis 3 maja 2021, że mur stoi.
    if _is_a_noun(names) or (look.cased and _is_doubtful(survey, look, names, folded(word), alone=not behind)):
        return None
    score = 0.97 - 0.1 * names.strange
    if names.strange > 3 or (look.prose >= RUNNING and names.strange):
        return None
    return byline_candidate(survey, look, names, score, "byline.word", f"‘{word}’ before {shown(names)}")


def _is_section(names: Names) -> bool:
    """``par | Police``: say whether one word that is nobody's name stands behind a bar where the author is left out."""
    alone = not (names.desk or names.agency) and len(names.authors) == 1
    return alone and is_lone_word(names.authors[0][0]) and not is_person(names.authors[0][0])


def from_house(survey: Survey, look: Look) -> Candidate | None:
    """``Do Porto24``, ``Da Reuters``: read a house or an agency behind an article that says from whom a text is."""
    words = phrases_by_language("byline", "from_house").get(survey.primary)
    if not words or look.ends:
        return None
    word, _, rest = look.text.partition(" ")
    if word.casefold() not in words:
        return None
    start, agency = len(word) + 1, rest.partition(",")[0].strip()
    beside = survey.opens(look) or survey.closes(look)
    if beside and (house := _HOUSE.match(look.text, start)) is not None:
        names = Names(((house[1], *house.span(1)),), end=house.end(1))
    elif known_agency(agency):
        start = look.text.index(agency, start)
        names = Names(((agency, start, start + len(agency)),), agency, end=start + len(agency))
    else:
        return None
    return byline_candidate(survey, look, names, 0.9, "byline.word", f"‘{word}’ before {shown(names)}")


def _with_house(house: re.Match[str], names: Names, end: int) -> Names:
    """``Von RTL2, dpa``: return *names* with the house of letters and a figure that stands before them."""
    first = (house[1], *house.span(1))
    behind = tuple(author for author in names.authors if author[1] >= house.end(1))
    if not behind and house.end() < end and names.agency is not None:
        return replace(names, authors=(first,), strange=0)
    return Names((first, *behind), names.agency, desk=True, end=max(names.end, house.end(1)))


def _role_alone(text: str, start: int) -> Names | None:
    """``By Reporter``: return the role of whoever wrote, which stands for the name where nothing else does."""
    role = text[start:].strip()
    fold = folded(role)
    if not role[:1].isupper() or fold not in phrases("byline", "suffix") or not is_label(fold):
        return None
    return Names(((role, start, start + len(role)),), desk=True, end=start + len(role))


def _account(survey: Survey, look: Look, start: int, word: str) -> Names:
    """Return the account between a byline word and a date, as content systems print it: ``Posted by annlee on …``."""
    alone = _ACCOUNT_ALONE.match(look.text, start) if survey.opens(look) else None
    if alone is not None and alone[1] not in survey.small_words():
        return Names(((alone[1], *alone.span(1)),), end=alone.end(1))  # By annlee_2
    match = _ACCOUNT.match(look.text, start) if look.words <= _ACCOUNT_WORDS and not look.ends else None
    if match is None or not survey.states_day(look) or not _may_be_account(survey, look, match, word):
        return Names(())
    first = next((found.start for found in survey.dates(look) if found.start > match.end()), -1)
    if first < 0 or len(_DAY.sub("", look.text[match.end() : first])) > _BETWEEN:
        return Names(())
    return Names(((match[1], match.start(1), match.end(1)),), end=match.end(1))


def _may_be_account(survey: Survey, look: Look, found: re.Match[str], word: str) -> bool:
    """Say whether a name in small letters may be an account: it has a sign or figure, or its line an hour.

    So may one that a sign parts from its date, ``by annlee · 3 May``, and on pages any behind several words, ``Posted
    by annlee``; ``By sea on 3 May`` says how. No account is a word of the text.
    """
    if found[1] in survey.small_words():
        return False
    if not found[1].isalpha() or without_times(look) != look.text:
        return True
    if not look.text[found.end() :].lstrip()[:1].isalpha():
        return True
    return " " in word and is_page(survey)


def _is_said_behind_date(survey: Survey, look: Look, names: Names) -> bool:
    """Say whether words stand behind names and date, the hour left out."""
    end = max((found.end for found in survey.dates(look) if found.start >= names.end), default=-1)
    return end >= 0 and _WORD_BEHIND.search(without_times(look), end) is not None


def _says_something(look: Look, names: Names) -> bool:
    """Say whether a sentence runs on behind the names and closes small, as ``Autor Jan Nowak milczy.`` is no byline."""
    text = look.text.rstrip()
    if text[-1] not in FULL_STOPS or not names.authors:
        return False
    name, _, end = names.authors[-1]
    if not look.cased:
        return name[-1] in FULL_STOPS and len(name.split()) > _CASELESS  # the name holds the verb
    behind = text[end:-1].lstrip(" ,")
    if not behind or not behind[0].islower() or not behind.rpartition(" ")[2].islower():
        return False
    return names.strange > 0 or not is_role(folded(behind), behind)


def _tells(survey: Survey, look: Look, names: Names, word: str) -> bool:
    """``Autor Jaan Tamm sai auhinna``: say whether a headline opens with a noun for who writes, and the name.

    Small words run on behind the name to the end of the line, in the first line to a capital too; a day, a role, the
    label of pictures or another byline word makes it a byline.
    """
    if not names.strange or not names.authors or not look.cased or folded(word) in phrases("byline", "before_one_word"):
        return False
    text, end = look.text.rstrip(), names.authors[-1][2]
    words = text[end:].split()
    if (
        not words
        or text[end] != " "
        or not all(each.islower() for each in (words[0], words[-1])[: 1 + (look.index > 0)])
    ):
        return False
    if _is_of_pictures(words[0].rstrip(".")) or is_label(words[0]) or survey.states_day(look):
        return False
    return not is_role(folded(text[end:]), text[end:].strip())


def _behind_place(text: str, start: int, language: str, word: str) -> int:
    """Return where the names begin in ``Aus Rom von Anna Berg``, *start* where no such word stands behind a place."""
    between = phrases_by_language("byline", "from_place").get(language)
    if between is None or folded(word) not in phrases("byline", "from"):
        return start
    for match in WORD.finditer(text, start, start + _PLACE_BEFORE):
        if match.start() > start and match.group() in between and match.end() < len(text):
            return match.end() + 1
    return start


def _once(text: str, start: int, end: int, word: str) -> int:
    """``By Ann Lee By Ann Lee``, as pages for two widths of screen print it: return where the second begins."""
    again = text.find(f" {word} ", start, end)
    behind = again + len(word) + 2
    return again if again > start and text.startswith(text[start:again], behind) else end


def _before_place(survey: Survey, text: str, start: int, end: int) -> Names | None:
    """``Por Ana Lima, g1 Zona da Mata — São Paulo``: read the names before the last dash, which a place follows."""
    dash = max(text.rfind(f" {sign} ", start, end) for sign in "—–-")
    if dash < 0 or not _may_be_place(text[dash + 3 : end].strip(), certain=text[dash + 1] == "—"):
        return None
    names = parse_names(text, start, dash, survey.small_words())
    if names.strange or not (names.authors or names.agency):
        return None
    return replace(names, end=len(text[:end].rstrip()))


def _may_be_place(part: str, *, certain: bool) -> bool:
    """Say whether *part* has capitals and small words of names alone and, unless *certain*, no given name."""
    words = part.split()
    if not 1 <= len(words) <= _PLACE_WORDS or not part.replace(" ", "").replace("'", "").replace("-", "").isalpha():
        return False
    small = phrases("byline", "particles")
    if is_person(part) and not (certain and folded(words[0]) in phrases("byline", "saint")):
        return False
    return all(word[0].isupper() or word in small for word in words)


def _is_a_noun(names: Names) -> bool:
    """Say whether a small word and one with a capital stand where a name should: ``from the Council``."""
    if names.desk or names.agency or len(names.authors) != 1:
        return False
    words = names.authors[0][0].split()
    if len(words) > 1 and words[0] == words[-1]:
        return True  # Von Küste zu Küste
    return len(words) > 1 and words[0].islower() and sum(word[0].isupper() for word in words) == 1


def _is_doubtful(survey: Survey, look: Look, names: Names, word: str, *, alone: bool) -> bool:
    """Say whether one word stands behind a byline word that names seldom follow so, or nobody behind a role.

    Beside a date and nothing else (*alone*) a given name is one, ``Von Christian am 03.05.2013``, and so is an account.
    """
    if names.desk or names.agency or len(names.authors) != 1:
        return False
    name = names.authors[0][0]
    if word in phrases("byline", "suffix"):
        return not is_person(name)  # Reporter Uten Grenser
    if survey.states_day(look) and (name.islower() or (alone and is_given_name(name))):
        return False
    return is_lone_word(name) and "_" not in name and word not in phrases("byline", "before_one_word")


def behind_label(survey: Survey, look: Look, start: int, word: str) -> Candidate | None:
    """Read the names behind the label *word* whose sign ends at *start*, and behind a byline word that follows it."""
    if survey.east_asian and look.ends and look.columns > _ASKED:
        return None  # 记者：近日，…？ is a question
    barred = look.text[:start].rstrip().endswith(_BARS) and folded(word) in phrases("byline", "before_one_word")
    start += byline_word(look.text[start:], survey.primary)[0]  # BYLINE: By Ann Lee
    end = names_end(survey, look, start)
    if survey.east_asian and (both := _HAN_OPENING.match(look.text, start)) and _is_of_pictures(both[1]):
        start = both.end()  # 文/图 王小明
    further = _next_label(look.text, start, end, _HAN_LABELS if survey.east_asian else _LABELS)
    end_of_names = end if further is None else further.start()
    if (twice := _TWICE.match(look.text, start, end_of_names)) is not None:
        behind = look.text[twice.end() : end_of_names].split(None, 1)
        if behind and behind[0] in phrases("byline", "joiner"):
            start = twice.end() - len(twice[1])  # Anna Berg. Anna Berg und Tom Ek
        else:
            end_of_names = twice.end(1)
    names = parse_names(look.text, start, end_of_names)
    if not names.authors and not names.agency and survey.opens(look):
        names = _initials_alone(survey, look, start)
    if (not names.authors and not names.agency) or names.strange > 4:
        return None
    if barred and _is_section(names):
        return None
    certain = EDITED if folded(word) in phrases("byline", "editing") else 0.95
    score, note = certain - 0.06 * names.strange, f"‘{word}:’ before {shown(names)}"
    if further is None or end < len(look.text) or not _is_of_pictures(further[1]):
        return byline_candidate(survey, look, names, score, "byline.label", note)
    cut, fields = further.start(), {"authors": names.authors, "agency": names.agency}
    made = {"creator": look.text[further.end() :].strip(), "label_end": further.end()}
    parts = (Part("byline", 0, cut, fields), Part("credit_line", cut, len(look.text), made))
    return Candidate("byline", look.index, score, "byline.label", note, parts=parts)


def _initials_alone(survey: Survey, look: Look, start: int) -> Names:
    """``autor: vef``: return the small letters that close a line behind the label of a byline, no word of the text."""
    match = _INITIALS.match(look.text, start)
    if match is None or not match[1].islower() or match[1] in phrases("byline", "nobodys_letters"):
        return Names(())
    if match[1] in survey.small_words():
        return Names(())
    return Names(((match[1], *match.span(1)),), end=match.end(1))


def _next_label(text: str, start: int, end: int, labels: re.Pattern[str]) -> re.Match[str] | None:
    """Return the label behind the names of who wrote: ``文/李雨晴 图/周敏``, ``Text: Ann Lee Photo: Bo Ek``."""
    found = labels.finditer(text, start, end)
    return next((match for match in found if is_label(match[1]) or _is_of_pictures(match[1])), None)


def _is_of_pictures(label: str) -> bool:
    return folded(label) in phrases("credits", "label")


def among_fields(survey: Survey, look: Look) -> Candidate | None:
    """``Source: Agency Author: Ann Lee``, ``来源：新华网作者：王五``: the names behind one of several labels."""
    text = look.text
    if look.columns > _FIELDS_REACH or look.ends or text.count(":") + text.count("：") < _FEWEST_FIELDS:
        return None
    fields = [(start, end, word) for m in _FIELD.finditer(text) for start, end, word in _field(m)]
    if len(fields) < _FEWEST_FIELDS or _is_behind_caption(text, fields[0][0], fields[0][2]):
        return None
    for number, (_, begin, word) in enumerate(fields):
        if not is_label(word) or folded(word) in phrases("byline", "editing"):
            continue
        end = fields[number + 1][0] if number + 1 < len(fields) else len(text)
        end = min(end, names_end(survey, look, begin))
        names = parse_names(text, begin, end)
        if names.authors and not names.strange:
            note = f"‘{word}:’ among labels, before {shown(names)}"
            return byline_candidate(survey, look, names, 0.95, "byline.label", note)
    return None


def _is_behind_caption(text: str, start: int, label: str) -> bool:
    """``The mole in fog Source: Agency / Author: Bo Ek``: say whether words stand before a source, as in captions."""
    before = text[:start].split()
    words = sum(word.isalpha() for word in before)
    return words >= _CAPTION and words == len(before) and folded(label) in phrases("signoff", "source_label")


def _field(match: re.Match[str]) -> list[tuple[int, int, str]]:
    """Return the known label that ends a word before a colon: where it starts, where its value starts, itself."""
    word = match[1]
    glued = has_east_asian(word)
    for length in range(min(_HAN_LABEL, len(word)), 1, -1) if glued else (len(word),):
        label = word[-length:]
        fold = folded(label)
        if is_label(label) or fold in phrases("signoff", "source_label") or is_publication_label(label):
            return [(match.end(1) - length, match.end(), label)]
    return []
