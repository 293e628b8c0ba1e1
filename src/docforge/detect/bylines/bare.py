# SPDX-License-Identifier: Apache-2.0
"""Lines of names alone, or of a name with a role, an outlet, an address or a date behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from docforge.detect.agencies import known_agency, signs_with_initials
from docforge.detect.author_names.lists import Names, parse_names
from docforge.detect.author_names.persons import is_person
from docforge.detect.author_names.prose import reads_on
from docforge.detect.author_names.roles import is_desk
from docforge.detect.bylines.authors import are_persons, opens_with_surname, shown, word_count
from docforge.detect.bylines.bare_score import LEAST, TITLE_WORDS, bare_score, signs_below_title
from docforge.detect.bylines.beside_dates import behind_date, beside_date, place_and_date
from docforge.detect.bylines.byline_words import LEADS, is_label, label_of, words_alone
from docforge.detect.bylines.initials import initials
from docforge.detect.bylines.parts import DIGIT, byline_candidate, names_end, source_labels
from docforge.detect.candidate import Candidate
from docforge.detect.credits import credited
from docforge.detect.dateline import parsed_datelines
from docforge.detect.issuers import names_issuer
from docforge.detect.look import FIGURES, OPENING_QUOTES, RUNNING, Look
from docforge.detect.page_or_copy import is_page
from docforge.detect.page_requests import is_button
from docforge.detect.page_wording import is_furniture_phrase, opens_like_link, shows_letter_sizes
from docforge.detect.plain_lists import is_among_fields, opens_item, plain_items
from docforge.detect.printed_twice import opens_its_caption
from docforge.detect.publication import is_publication_label
from docforge.detect.release_labels import is_release_label, states_embargo
from docforge.detect.survey import Survey
from docforge.detect.times_in_lines import without_times
from docforge.detect.vocabulary import agencies, folded, is_given_name, phrases, phrases_by_language
from docforge.patterns import has_case, has_east_asian, lazily

__all__ = ["is_line_of_names", "line_of_names", "names_person"]

_SIGNED = 0.8
"""The score of initials beside a day."""
_MEASURE = lazily(r"(?:^|\s)[+−±-]\s?\d+[.,]?\d*\s?%?(?=\s|$)|\d\s?%")
_HEADS, _ECHO, _LONG_TITLE = 4, 0.5, 8
"""Passages at the head of a text among which a headline may stand; how much of it the text repeats, or its words."""
_SURNAME = lazily(r"\s?[^\W\d_][a-zß-ÿ]{1,20}(?:[- ][^\W\d_][a-zß-ÿ]{1,20})?(?:[- '’][A-ZÀ-Þ]{2,20}){1,3}\.\s?")
"""A full name with the surname in capitals; such may close with a full stop: ``Pascale MARTIN.``."""
_DOMAIN_END = lazily(r"(?<=[a-z0-9-]{3})\.[a-z]{2,4}$", re.IGNORECASE)
"""How the address of a site ends; in a name of ideographs it is that of an outlet."""
_SITE = lazily(r"\([a-z0-9-]+\.[a-z.]+\)")
"""The address of a site in brackets tells where the text was taken from."""
_ROW = 3
"""So many persons in a row, each in a line of so many words at most, are a list."""
_DATED = 90
"""Columns of a line with a date below a desk, at most."""
_ABOVE_AND_AT_FOOT = 2
"""How often a desk stands in a text that signs at its head and at its foot."""
_LETTERED = 2
"""Words of a group and its letter."""
_WITH_NOTE = 2
"""Words of an agency and what says that the text is its."""
_NOUN_AND_NAME = 3
"""Words of a noun, a byline word and a given name: a surname follows."""
_CASELESS = 3
"""Words of a name where no capital tells it from a sentence."""


def line_of_names(survey: Survey, look: Look) -> Candidate | None:
    """Return *look* as a line of names, or None; worked out once.  A score alone says how far to believe it."""
    if "line_of_names" not in look.memo:
        look.memo["line_of_names"] = _line_of_names(survey, look)
    known: Candidate | None = look.memo["line_of_names"]
    return known


def _line_of_names(survey: Survey, look: Look) -> Candidate | None:
    text = look.text
    if signs := initials(survey, look):
        names = Names(signs, end=len(text.rstrip()))
        return byline_candidate(survey, look, names, _SIGNED, "byline.bare-name", f"initials, {shown(names)}")
    if (signed := _noted_agency(survey, look)) is not None:
        return byline_candidate(survey, look, signed, _SIGNED, "byline.bare-name", f"the agency {shown(signed)}")
    if (
        look.columns > 120
        or look.words > 16
        or look.prose >= RUNNING
        or look.fold.isdigit()
        or text[0] in OPENING_QUOTES
        or (text.rstrip()[-1:] in ":：" and not _is_desk_above_text(survey, look))  # a label of what stands below
        or ("://" in text and (look.words == 1 or DIGIT.search(text, 0, text.index("://"))))  # a street and a site
        or (look.ends and not (text.rstrip().endswith((")", "Jr.", "Ph.D.")) or _SURNAME.fullmatch(text)))
    ):
        return None
    if (
        "..." in text  # “Burglary Victim ... Again” is a link
        or "…" in text
        or " -- " in text
        or (look.index in credited(survey) and not signs_below_title(survey, look))
        or opens_its_caption(survey, look)
        or (look.index in parsed_datelines(survey) and not (survey.states_day(look) and is_person(text)))
        or is_furniture_phrase(look)
        or (opens_like_link(look) and not FIGURES.isdisjoint(look.signs))  # Berichte Seiten 2 und 15
        or shows_letter_sizes(look)
        or is_button(survey, look)
        or (look.fold in words_alone(survey.primary) and not _is_desk_above_text(survey, look))
        or is_release_label(look)
    ):
        return None
    bare = _before_account(text)
    if (
        ((FIGURES.isdisjoint(look.signs) or not DIGIT.search(text)) and reads_on(text[:bare], survey.small_words()))
        or (names_issuer(look) and not known_agency(text.strip()))
        or states_embargo(look)
        or (survey.closes(look) and signs_with_initials(text))
    ):
        return None
    label = label_of(look) if look.signs else None
    if label is not None and folded(label[1]) in phrases("signoff", "source_label"):
        return None
    if look.cased and folded(text.partition(" ")[0]) in source_labels() and not is_person(text):
        return None  # Źródło Radio Portowe
    start = len(text) - len(text.lstrip(LEADS + "/"))
    start = _behind_noun(text, start, survey.primary) if look.cased else start
    end = min(bare, names_end(survey, look, start))
    if end <= start:
        return behind_date(survey, look)
    labelled = label is not None and look.cased and label[1].isalpha()
    if label is not None and labelled:
        start = max(start, label.end())  # a word before a colon is no part of a name
    names = parse_names(text, start, end, survey.small_words())
    if labelled and (not any(is_person(name) for name, _, _ in names.authors) or is_among_fields(survey, look)):
        return None  # the label of something else
    bar = text.find("|", start, end) if names.strange else -1
    if bar > 0:
        names = parse_names(text, start, bar, survey.small_words())
        if not are_persons(names):
            return None
    if names.strange or (not names.authors and not names.agency) or _is_listed(survey, look):
        return None
    if any(_is_no_name(text, name) for name, _, _ in names.authors) or _is_title_again(look, names):
        return None
    if (
        look.cased
        and survey.has_begun(look)
        and not names.desk
        and any(_is_noun(name, survey.primary) for name, _, _ in names.authors)
    ):
        return None
    if survey.is_amid(look) and _speaks_for(text, names):
        return None
    below_title = bool(names.agency) and signs_below_title(survey, look)
    if (
        not look.cased
        and not below_title
        and any(
            word_count(name) > _CASELESS or not _opens_like_name(survey.primary, name) for name, _, _ in names.authors
        )
    ):
        return None
    if survey.closes(look) and _is_place_and_hour(survey, look, names):
        return None
    if look.cased and names.agency is not None and (house := _behind_place(text, names)) is not None:
        names = house
    if len(names.authors) == 2 and _is_place_before(survey, text, names.authors):
        names = replace(names, authors=names.authors[1:])
    if any(not has_case(name) and folded(name) in _places(survey.primary) for name, _, _ in names.authors):
        return place_and_date(survey, look)
    if survey.east_asian and any(name.split()[0] in phrases("byline", "lead_role") for name, _, _ in names.authors):
        return None  # a role before something else than a name
    if any(is_publication_label(name) or folded(name) in _no_names() for name, _, _ in names.authors):
        return behind_date(survey, look)
    if len(names.authors) == 1 and not is_person(names.authors[0][0]) and (found := beside_date(survey, look)):
        return found  # Harbour Daily 9/21/2016 Ann Lee
    if any(folded(name.split(None, 1)[0]) in phrases("signoff", "contact") for name, _, _ in names.authors):
        return None  # Contact Ann Lee at …
    if (
        look.cased
        and any(_holds_page_word(name) for name, _, _ in names.authors)
        and not _is_desk_above_text(survey, look)
    ):
        return behind_date(survey, look)
    if names.authors and not FIGURES.isdisjoint(look.signs) and _MEASURE.search(text, names.authors[-1][2], end):
        return None  # Zout Ferries +3.8%
    if look.index <= _HEADS and look.words >= TITLE_WORDS and look.cased and not (names.desk or names.agency):
        if not any(is_person(name) for name, _, _ in names.authors) and not survey.states_day(look):
            listed = "," in text and FIGURES.isdisjoint(look.signs)
            long = look.words >= _LONG_TITLE and not listed and not is_page(survey)
            if not look.index or survey.echo(look) >= _ECHO or long:
                return None  # a headline in title case: nobody in it has a given name
    score = bare_score(survey, look, names)
    return byline_candidate(survey, look, names, score, "byline.bare-name", f"a line of {shown(names)}")


def _noted_agency(survey: Survey, look: Look) -> Names | None:
    """``BNS inf.``: return the agency before a word that says the text is its, above the text or at its end."""
    if (
        look.words != _WITH_NOTE
        or len(look.chunks) != _WITH_NOTE
        or look.chunks[1] not in phrases("byline", "agency_note")
    ):
        return None
    agency = look.text.split()[0]
    if not known_agency(agency) or (survey.has_begun(look) and not survey.opens(look) and not survey.closes(look)):
        return None
    start = look.text.index(agency)
    return Names(((agency, start, start + len(agency)),), agency, end=len(look.text.rstrip()))


def _is_desk_above_text(survey: Survey, look: Look) -> bool:
    """``Staff Reporter:``: say whether a desk, no lone label of names, signs right above the text, at its end or both.

    Amid the text, and above a quotation, a desk with a colon opens what somebody says.
    """
    if look.fold not in phrases("byline", "desk") or (" " not in look.fold and is_label(look.fold)):
        return False
    if look.times > 1 and not _is_signed_again_at_foot(survey, look):
        return False
    if look.index == len(survey.looks) - 1:
        return survey.runs_at(look.index - 1)
    below = survey.below(look)
    dated = below is not None and survey.states_day(below) and below.columns <= _DATED
    return survey.opens(look) and (dated or survey.runs_at(look.index + 1)) and not survey.introduces_quotation(look)


def _is_signed_again_at_foot(survey: Survey, look: Look) -> bool:
    """Say whether a line without a colon stands once more, and that below the text."""
    if look.times != _ABOVE_AND_AT_FOOT or look.text.rstrip()[-1] in ":：":
        return False
    others = [other for other in survey.lines if other.fold == look.fold and other is not look]
    return len(others) == 1 and survey.closes(others[0])


def _behind_place(text: str, names: Names) -> Names | None:
    """``Norrstad, AFP``: return the agency as who signs behind one word that is no given name and a comma."""
    agency = names.agency or ""
    if len(names.authors) != 1 or " " in (place := names.authors[0][0]) or known_agency(place) or is_person(place):
        return None
    start = text.find(agency, names.authors[0][2])
    if start < 0 or text[names.authors[0][2] : start].strip() != "," or has_east_asian(place):
        return None
    return replace(names, authors=((agency, start, start + len(agency)),))


def _is_place_and_hour(survey: Survey, look: Look, names: Names) -> bool:
    """``Town Hall, 7 pm``: say whether an hour of no day stands behind what has no given name."""
    if FIGURES.isdisjoint(look.signs) or without_times(look) == look.text or survey.states_day(look):
        return False
    return not any(is_given_name(name.partition(" ")[0]) for name, _, _ in names.authors)


def _is_no_name(text: str, name: str) -> bool:
    """Say whether half a bracket or a label stands in what was read as a name, or a site stands in brackets."""
    if name.count("(") != name.count(")") or _SITE.fullmatch(text.strip()) is not None:
        return True
    words = name.split()
    if len(words) > 1 and all(folded(word) in phrases("clutter", "networks") for word in words[:2]):
        return True  # Facebook Twitter Google
    if len(words) > 1 and folded(words[-1]).rpartition("-")[2] in phrases("byline", "pieces") and not is_person(name):
        return True  # Weitere Hafen-Plus-Artikel
    if len(words) == _LETTERED and len(words[1]) == 1 and folded(words[0]) in phrases("byline", "lettered"):
        return True  # Serie C
    if len(words) > 2 and folded(" ".join(words[:2])) in phrases("byline", "regions"):
        if folded(words[-1]) in phrases("byline", "sections"):
            return True  # South Korea Elections
    if len(words) > 1 and folded(words[-1]).replace(".", "") in phrases("byline", "company") and not is_person(name):
        return True
    if all(len(word) == 1 for word in words) or name[-1] == ":":
        return True
    if "." in name and " " not in name and folded(name).split(".")[-2] in phrases("clutter", "networks"):
        return True  # pic.twitter.com
    if has_east_asian(name) and _DOMAIN_END.search(name) is not None:
        return True
    return not has_case(name) and ":" in name


def _speaks_for(text: str, names: Names) -> bool:
    """``Peter Novák, hovorca prístavu``: say whether the one who is named speaks for a house."""
    if not names.authors or "," not in text:
        return False  # an office may read as a second name: „Max Weber, Sprecher des Hafenamts“
    office = folded(text[names.authors[0][2] :].lstrip(" ,"))
    roles = phrases("byline", "speaking_for")
    return any(office == role or office.startswith(f"{role} ") for role in roles)


def _is_noun(name: str, language: str) -> bool:
    """``Das Alte``, ``The Ferry``: say whether an article of *language* opens two words."""
    first, _, second = name.partition(" ")
    if (
        not second
        or " " in second
        or first.casefold() not in phrases_by_language("byline", "articles").get(language, ())
    ):
        return False
    return not is_given_name(first) and not is_given_name(second)


def _behind_noun(text: str, start: int, language: str) -> int:
    """``Begrüßung von Anna Berg``: return where the name begins behind a noun and a byline word, else *start*.

    Such words stand inside names, too (``Karl von der Au``): a given name opens what is behind, and none the line.
    """
    words = text[start:].split(" ", 3)
    if len(words) <= _NOUN_AND_NAME or words[1] not in words_alone(language) or not words[0][:1].isupper():
        return start
    if is_person(words[0]) or not is_given_name(words[2]) or not words[3][:1].isupper():
        return start
    return start + len(words[0]) + len(words[1]) + 2


def _is_title_again(look: Look, names: Names) -> bool:
    """Say whether a long line without a person in it stands more than once: the headline as a picture's description."""
    return look.times > 1 and look.words >= TITLE_WORDS and not any(is_person(name) for name, _, _ in names.authors)


def _before_account(text: str) -> int:
    """Return where the text ends before an account of the same letters, its length without one: ``Ann Lee annlee``."""
    before, _, last = text.rstrip().rpartition(" ")
    return len(before) if last.islower() and last == before.casefold().replace(" ", "") else len(text)


def _opens_like_name(language: str, name: str) -> bool:
    """Say whether a name in ideographs opens with a surname of *language*, or there is no list of them."""
    if language not in phrases_by_language("byline", "surname"):
        return True
    return not "\u4e00" <= name[0] <= "\u9fff" or "·" in name or opens_with_surname(language, name)


def _is_listed(survey: Survey, look: Look) -> bool:
    """Say whether a line is an item of a list, or one of three persons in a row: amid the text or behind a colon."""
    if look.index in plain_items(survey) or _is_bulleted(survey, look):
        return True
    if not survey.has_begun(look) or not is_person(look.text.strip()):
        return False
    first = last = look.index
    while first > look.index - _ROW and _is_person_alone(survey.looks[first - 1]):
        first -= 1
    while last < min(len(survey.looks) - 1, look.index + _ROW) and _is_person_alone(survey.looks[last + 1]):
        last += 1
    return last - first + 1 >= _ROW and (survey.is_amid(look) or survey.looks[first - 1].text.rstrip()[-1] in ":：?")


def _is_bulleted(survey: Survey, look: Look) -> bool:
    """Say whether a line and one beside it open with the same bullet."""
    if look.text[0].isalnum() or not opens_item(look):
        return False
    beside = survey.looks[max(0, look.index - 1) : look.index + 2]
    return any(other is not look and other.text[:2] == look.text[:2] for other in beside)


def _is_person_alone(look: Look) -> bool:
    return look.words <= _ROW and is_person(look.text.strip())


@cache
def _places(language: str) -> frozenset[str]:
    """The listed places of a language; where no capital tells names, they look like those of persons."""
    uses = ("bare_places", "colon_places")
    return frozenset().union(*(phrases_by_language("dateline", use).get(language, ()) for use in uses))


def _is_place_before(survey: Survey, text: str, names: Sequence[tuple[str, int, int]]) -> bool:
    """``ANKARA - Ayşe Demir``, ``القاهرة - أحمد سالم``: say whether the first of two names before a dash is a place."""
    (first, _, end), (second, begin, _) = names
    if text[end:begin].strip() not in {"-", "–", "—"} or not is_person(second):
        return False
    if has_case(first):
        return first.isupper() and not second.isupper() and folded(first) in phrases("dateline", "bare_places")
    return folded(first) in _places(survey.primary)


@cache
def _no_names() -> frozenset[str]:
    """The labels of contacts, the end marks, near days, and regions after which sections of pages are named."""
    listed = frozenset().union(*(phrases("signoff", use) for use in ("contact", "number_label", "end_mark")))
    return (listed | phrases("byline", "regions") | phrases("publication", "near_days")) - agencies().keys()


def _holds_page_word(name: str) -> bool:
    """Say whether one of two words is the wording of a page: ``All Share``, ``Print Edition``."""
    words = name.split()
    return len(words) == 2 and any(folded(word) in phrases("clutter", "line") for word in words) and not is_person(name)


def is_line_of_names(survey: Survey, look: Look) -> bool:
    """Say whether *look* holds nothing but names, roles and outlets."""
    found = line_of_names(survey, look)
    return found is not None and (found.score >= LEAST or look.cased)


def names_person(survey: Survey, look: Look) -> bool:
    """Say whether *look*, a line of names, opens one of them with a given name, or names a desk or an agency."""
    found = line_of_names(survey, look)
    if found is None:
        return False
    authors = found.fields.get("authors", ())
    return not authors or any(is_person(name) or known_agency(name) or is_desk(name) for name, _, _ in authors)
