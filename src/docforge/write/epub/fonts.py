# SPDX-License-Identifier: Apache-2.0
"""Fonts inside an EPUB, on request: the faces that PDF would use, cut down to the book's characters.

Readers with good fonts need none of it; a book in a script that a device lacks does.  Ideographs are drawn
differently in Chinese, Japanese and Korean, so each of these languages gets a family of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docforge.presentation import Item, Presentation, Role
from docforge.records import dataclass
from docforge.theme import Theme
from docforge.typeset import Face, FontCatalogue, font_catalogue
from docforge.typeset.scripts import han_tag, is_ignorable, script_of, script_of_language
from docforge.typeset.subset import subset_font
from docforge.write.stylesheet import class_of, family_of

__all__ = ["EmbeddedFont", "Embedding", "embed"]

_COMMON = frozenset({"Zyyy", "Zinh", "Zzzz"})
_BOLD_FROM = 600


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """One font file of the book."""

    name: str
    media_type: str
    face: Face
    codepoints: frozenset[int]

    def data(self) -> bytes:
        """Return the font file."""
        return subset_font(self.face, self.codepoints)


@dataclass(frozen=True, slots=True)
class Embedding:
    """The font files, and the rules that name and use them."""

    fonts: tuple[EmbeddedFont, ...]
    css: str


@dataclass(frozen=True, slots=True, order=True)
class _Family:
    """One CSS family: a family of the theme, for one way to draw ideographs."""

    key: str
    han: str

    @property
    def css_name(self) -> str:
        return f"docforge-{self.key}" + (f"-{self.han.lower()}" if self.han else "")


def embed(presentation: Presentation, theme: Theme, folders: tuple[str, ...]) -> Embedding:
    """Choose a face for each character of *presentation*; what no face covers is left to the reader's fonts.

    Raises:
        FontError: the theme names a family that is not installed.
    """
    catalogue = font_catalogue(folders)
    chosen: dict[tuple[_Family, int], dict[Face, set[int]]] = {}
    for (key, weight, lang), letters in sorted(_letters(presentation, theme).items()):
        faces = chosen.setdefault((_Family(key, han_tag(lang) or ""), weight), {})
        design = theme.families[key].pdf
        for letter in sorted(letters):
            face = _face(catalogue, design, weight, lang, letter)
            if face is not None:
                faces.setdefault(face, set()).add(ord(letter))
    fonts: dict[tuple[Face, frozenset[int]], EmbeddedFont] = {}
    rules: list[str] = []
    for (family, weight), faces in sorted(chosen.items(), key=lambda entry: entry[0]):
        for face, points in sorted(faces.items(), key=lambda entry: entry[0].key):
            rules.append(_font_face(family, weight, _font(fonts, face, frozenset(points))))
    families = sorted({family for family, _ in chosen})
    rules += _uses(theme, families)
    return Embedding(tuple(fonts.values()), "\n".join(rules) + "\n")


def _letters(presentation: Presentation, theme: Theme) -> dict[tuple[str, int, str], set[str]]:
    """Return (theme family, weight, language) -> characters."""
    found: dict[tuple[str, int, str], set[str]] = {}
    for item in _items(presentation):
        style = theme.roles[item.role]
        weight = 700 if style.weight >= _BOLD_FROM else 400
        found.setdefault((style.family, weight, item.lang), set()).update(item.marker)
        for inline in item.inlines:
            bold = 700 if inline.kind.value in ("term", "dateline") else weight
            found.setdefault((style.family, bold, inline.lang or item.lang), set()).update(inline.text)
    entry = theme.contents_entry
    weight = 700 if entry.weight >= _BOLD_FROM else 400
    for section in presentation.sections:
        found.setdefault((entry.family, weight, section.lang), set()).update(section.title)
        found.setdefault((entry.family, weight, presentation.locale), set()).update(section.detail)
    found.setdefault((theme.roles[Role.BODY].family, 700, presentation.locale), set()).update(
        presentation.page_text.marking
    )
    return {key: {c for c in letters if not c.isspace() and not is_ignorable(c)} for key, letters in found.items()}


def _items(presentation: Presentation) -> Iterator[Item]:
    for section in presentation.sections:
        yield from section.items


def _face(catalogue: FontCatalogue, design: str, weight: int, lang: str, letter: str) -> Face | None:
    script = script_of(letter)
    own = script_of_language(lang) if script in _COMMON else script
    point = ord(letter)
    chain = catalogue.chain(design, weight, False, lang, own)
    covering = next((face for face in chain if face.covers(point)), None)
    return covering or catalogue.last_resort(point, weight, False, lang)


def _font(fonts: dict[tuple[Face, frozenset[int]], EmbeddedFont], face: Face, points: frozenset[int]) -> EmbeddedFont:
    known = fonts.get((face, points))
    if known is None:
        ending, media_type = (".otf", "font/otf") if face.outlines == "cff" else (".ttf", "font/ttf")
        known = fonts[face, points] = EmbeddedFont(f"f{len(fonts) + 1:03d}{ending}", media_type, face, points)
    return known


def _font_face(family: _Family, weight: int, font: EmbeddedFont) -> str:
    spans = ",".join(_spans(sorted(font.codepoints)))
    return (
        f"@font-face{{font-family:{family.css_name};font-weight:{weight};font-style:normal;"
        f"src:url({font.name});unicode-range:{spans}}}"
    )


def _spans(points: Iterable[int]) -> Iterator[str]:
    """Yield ``U+41-5A`` for neighbours, ``U+41`` for one alone (CSS Fonts 4, 4.5)."""
    start = end = -2
    for point in (*points, -9):
        if point == end + 1:
            end = point
            continue
        if start >= 0:
            yield f"U+{start:X}" if start == end else f"U+{start:X}-{end:X}"
        start = end = point


def _uses(theme: Theme, families: list[_Family]) -> Iterator[str]:
    """Yield rules that set each role in its embedded family, the theme's list behind it."""
    for family in families:
        roles = [role for role in Role if theme.roles[role].family == family.key]
        if not roles:
            continue
        suffix = f":lang({family.han})" if family.han else ""
        selectors = ",".join(f".{class_of(role)}{suffix}" for role in roles)
        if theme.contents_entry.family == family.key:
            selectors += f",.contents-list li{suffix},.contents-list a{suffix}"
        if not family.han and theme.roles[Role.BODY].family == family.key:
            selectors = f"body,{selectors}"
        yield f"{selectors}{{font-family:{family.css_name},{family_of(theme, theme.roles[roles[0]])}}}"
