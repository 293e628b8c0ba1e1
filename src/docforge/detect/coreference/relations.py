# SPDX-License-Identifier: Apache-2.0
"""Tell a person from somebody of that person: Lee from a spokesman for Lee, Lee's lawyer, ``Ebels Sprecher``.

Comes in: a phrase that names a person of the article, as words.  Goes out: yes or no.
"""

from __future__ import annotations

from docforge.detect.coreference.persons import Person
from docforge.detect.coreference.roles import Roles
from docforge.detect.quote_packs import FOLDS
from docforge.detect.titles import POSSESSIVES
from docforge.detect.word_bits import NAME, ROLE_END
from docforge.detect.words import Cut, cut_text

__all__ = ["is_somebody_of"]

_NAME_OR_ROLE = NAME | ROLE_END


def is_somebody_of(phrase: Cut, person: Person, roles: Roles) -> bool:
    """Say whether *phrase*, which names *person*, is somebody of them: a spokesman for Lee, Lee's lawyer."""
    bits, words, pack = phrase.bits, phrase.words, roles.pack
    has_role = bool([b for b in bits if b & ROLE_END])
    if pack.unspaced:
        return False
    if "s " not in phrase.text and not (has_role and pack.titles.case_forms):
        if not [b for b in bits if not b & _NAME_OR_ROLE]:
            return False  # President Ann Lee
    places = [k for k, b in enumerate(bits) if b >= 0 and person.is_named(FOLDS[words[k]])]
    if not places:
        return False
    first, last = places[0], places[-1]
    if words[last].endswith(POSSESSIVES) and not person.last.endswith(POSSESSIVES):
        return last + 1 < len(words)
    if has_role and _owns_behind(phrase, last, person, roles):
        return True
    return first > 0 and bits[first - 1] >= 0 and _is_owned(phrase, first, words[last], person, roles)


def _owns_behind(phrase: Cut, last: int, person: Person, roles: Roles) -> bool:
    """``Ebels Sprecher``, ``सिंह के प्रवक्ता``: a role behind the name at word *last*, which is a genitive."""
    bits = phrase.bits
    if last + 1 >= len(bits) or bits[last + 1] < 0 or not any(b & ROLE_END for b in bits[last + 1 :]):
        return False
    if phrase.fold(last) == f"{person.last}s":
        return True
    return bool(roles.pack.names) and phrase.fold(last + 1) in roles.pack.genitives


def _is_owned(phrase: Cut, first: int, surname: str, person: Person, roles: Roles) -> bool:
    """``a spokesman for Lee``: what stands before the name at word *first* is somebody else of whom it tells."""
    bits, pack = phrase.bits, roles.pack
    titles = pack.titles
    before = phrase.fold(first - 1)
    role = any(b & ROLE_END for b in bits[:first])
    if (before in titles.of or before in pack.genitives) and before not in person.name.casefold().split():
        return role or any(b & NAME for b in bits[: first - 1])
    if role and titles.case_forms and surname.casefold() != person.last:
        # пресс-секретарь Панина: the name is in another case, and the role is not the person's own.
        own = roles.read(cut_text(person.title, pack)).distinct
        return bool(own) and not own & roles.read(phrase).roles
    return False
