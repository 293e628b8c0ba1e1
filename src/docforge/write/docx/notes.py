# SPDX-License-Identifier: Apache-2.0
"""The parts beside the story: footnotes, review comments, paragraph numbering.

Rules: ISO/IEC 29500-1, 17.9 (numbering), 17.11 (footnotes), 17.13.4 (comments).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from docforge.presentation import InlineKind, Item, Presentation, Role, Section
from docforge.write.docx.wml import DECLARATION, R, W, escaped

__all__ = [
    "FIRST_FOOTNOTE",
    "comment",
    "comments_part",
    "footnotes_of",
    "footnotes_part",
    "has_footnotes",
    "has_numbers",
    "has_remarks",
    "merged_numbering",
    "numbering_part",
]

FIRST_FOOTNOTE = 1
"""-1 and 0 are the rules above the notes."""

AUTHOR = "docforge"
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>'
    f"<w:r><w:{element}/></w:r></w:p></w:footnote>"
    for kind, number, element in (
        ("separator", -1, "separator"),
        ("continuationSeparator", 0, "continuationSeparator"),
    )
)
# Number formats of 17.18.59 by the zero of the locale's digits; Word shapes other digits by its own settings.
_NUMBER_FORMATS = {"०": "hindiNumbers", "๐": "thaiNumbers"}
_TAB_TWIPS = 720


def has_footnotes(presentation: Presentation, *, own: bool) -> bool:
    """Say whether there is a footnote; *own* as in ``footnotes_of``."""
    return any(footnotes_of(section, own=own) for section in presentation.sections)


def footnotes_of(section: Section, *, own: bool) -> dict[str, Item]:
    """Return key -> note for the notes of *section* that become footnotes: those of the frame that a mark refers to.

    Args:
        own: those of the article too, which else stay where they stand in the source.
    """
    notes = {i.note: i for i in section.items if i.role is Role.NOTE and i.note and (own or i.span is None)}
    if not notes:
        return notes
    inlines = (i for item in section.items if item.role is not Role.NOTE for i in item.inlines)
    marks = {i.value for i in inlines if i.kind is InlineKind.NOTE_REFERENCE}
    return {key: item for key, item in notes.items() if key in marks}


def has_remarks(presentation: Presentation) -> bool:
    """Say whether an item has remarks."""
    return any(item.remarks for section in presentation.sections for item in section.items)


def has_numbers(section: Section) -> bool:
    """Say whether paragraphs of *section* are numbered."""
    return any(item.inlines and item.inlines[0].kind is InlineKind.NUMBER for item in section.items)


def footnotes_part(footnotes: Sequence[str]) -> Iterator[bytes]:
    """The part of *footnotes*, which are taken when the story has been."""
    yield f'{DECLARATION}<w:footnotes xmlns:w="{W}" xmlns:r="{R}">{_SEPARATORS}'.encode()
    yield from (note.encode("utf-8") for note in footnotes)
    yield b"</w:footnotes>"


def comment(number: int, text: str, ids: Mapping[str, str], moment: datetime | None) -> str:
    """Return ``w:comment``; its language is that of the interface."""
    date = "" if moment is None else f' w:date="{moment.strftime("%Y-%m-%dT%H:%M:%SZ")}"'
    mark = f'<w:r><w:rPr><w:rStyle w:val="{ids["CommentReference"]}"/></w:rPr><w:annotationRef/></w:r>'
    return (
        f'<w:comment w:id="{number}" w:author="{AUTHOR}"{date} w:initials="df"><w:p><w:pPr>'
        f'<w:pStyle w:val="{ids["CommentText"]}"/></w:pPr>{mark}<w:r><w:rPr><w:lang w:val="en-US"/></w:rPr>'
        f'<w:t xml:space="preserve">{escaped(text)}</w:t></w:r></w:p></w:comment>'
    )


def comments_part(comments: Sequence[str]) -> Iterator[bytes]:
    """The part of *comments*, which are taken when the story has been."""
    yield f'{DECLARATION}<w:comments xmlns:w="{W}" xmlns:r="{R}">'.encode()
    yield from (own.encode("utf-8") for own in comments)
    yield b"</w:comments>"


def _numberings(sections: Iterable[int], abstract: int, first: int, zero: str) -> tuple[str, Iterator[str]]:
    """Return ``w:abstractNum`` for numbered paragraphs, and ``w:num`` for each of *sections*.

    The number stands at the margin and the text after a tab; later lines start at the margin.

    Args:
        sections: indexes of the sections that are numbered, each from 1.
        abstract: id of the definition; *first* that of section 0's numbering.
        zero: the locale's digit for zero.

    Rule: United Nations Editorial Manual, "Paragraphs".
    """
    form = _NUMBER_FORMATS.get(zero, "decimal")
    definition = (
        f'<w:abstractNum w:abstractNumId="{abstract}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:tabs>'
        f'<w:tab w:val="num" w:pos="{_TAB_TWIPS}"/></w:tabs></w:pPr></w:lvl></w:abstractNum>'
    )
    instances = (
        f'<w:num w:numId="{first + index}"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for index in sections
    )
    return definition, instances


def numbering_part(sections: Iterable[int], zero: str) -> Iterator[bytes]:
    """numbering.xml of a document without a template; see ``_numberings``."""
    definition, instances = _numberings(sections, 0, 1, zero)
    yield f'{DECLARATION}<w:numbering xmlns:w="{W}" xmlns:r="{R}">{definition}'.encode()
    yield from (own.encode("ascii") for own in instances)
    yield b"</w:numbering>"


def merged_numbering(own: bytes, sections: Sequence[int], zero: str) -> tuple[bytes, int]:
    """Return numbering.xml of a template with numbered paragraphs added, and the id of section 0's numbering.

    Args:
        own: the template's part, or nothing.
        sections: as in ``_numberings``; without any, *own* comes back.
    """
    if not sections:
        return own, 1
    from lxml import etree

    name = f"{{{W}}}"
    tree = etree.fromstring(own) if own else etree.fromstring(f'<w:numbering xmlns:w="{W}"/>')
    taken = [int(e.get(f"{name}abstractNumId") or 0) for e in tree.iterfind(f"{name}abstractNum")]
    numbers = [int(e.get(f"{name}numId") or 0) for e in tree.iterfind(f"{name}num")]
    abstract, first = 1 + max(taken, default=-1), 1 + max(numbers, default=0)
    definition, instances = _numberings(sections, abstract, first, zero)
    added = etree.fromstring(f'<x xmlns:w="{W}">{definition}{"".join(instances)}</x>')
    # All definitions come before all instances (17.9.17).
    definitions = [n for n, e in enumerate(tree) if e.tag in (f"{name}abstractNum", f"{name}numPicBullet")]
    tree.insert(1 + max(definitions, default=-1), added[0])
    instances_end = [n for n, e in enumerate(tree) if e.tag in (f"{name}abstractNum", f"{name}num")]
    for element in reversed(list(added)):
        tree.insert(1 + max(instances_end), element)
    return DECLARATION.encode() + etree.tostring(tree), first
