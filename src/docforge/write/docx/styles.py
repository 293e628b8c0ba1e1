# SPDX-License-Identifier: Apache-2.0
"""Theme -> WordprocessingML styles, and which style each role takes.

Comes in: a theme and the shape of the document.  Goes out: ``w:style`` elements as text.  Knows no content.
Style ids and names are Word's own where Word has them, so that its interface shows them in any language.

Rule: ISO/IEC 29500-1, 17.7 (styles); element order of 17.3.1.26 (pPr) and 17.3.2.28 (rPr).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from docforge.presentation import Presentation, Role, SectionKind
from docforge.theme import FontFamily, RoleStyle, Theme

__all__ = ["CHARACTER_STYLES", "StyleSet", "east_asian_font", "is_complex", "language", "style_set", "styles_xml"]

# Fonts that Windows and macOS offices have, (serif, sans) by script (ISO 15924); simplified Chinese is the theme's own.
_EAST_ASIAN_FONTS = {
    "Jpan": ("Yu Mincho", "Yu Gothic"),
    "Kore": ("Batang", "Malgun Gothic"),
    "Hant": ("PMingLiU", "Microsoft JhengHei"),
}
_EAST_ASIAN_SCRIPTS = {"Hans", "Hant", "Jpan", "Kore"}
# Scripts that Word formats with the complex-script twins although they run left to right.
_COMPLEX_SCRIPTS = {"Beng", "Deva", "Gujr", "Guru", "Khmr", "Knda", "Laoo", "Mlym", "Mymr", "Orya"} | {
    "Sinh", "Taml", "Telu", "Thai", "Tibt",
}  # fmt: skip

CHARACTER_STYLES = {
    "dateline": ("Dateline", "Dateline"),
    "quotation": ("Quotation", "Quotation"),
    "label": ("Label", "Label"),
    "speaker": ("Speaker", "Speaker"),
    "link": ("Hyperlink", "Hyperlink"),
    "term": ("Emphasis", "Emphasis"),
}
"""InlineKind value -> (style id, style name)."""


@dataclass(frozen=True, slots=True)
class StyleSet:
    """Which paragraph style each role takes in one document, and how it looks."""

    ids: dict[Role, str]
    """Role -> style id."""
    names: dict[str, str]
    """Style id -> style name."""
    looks: dict[str, RoleStyle]
    """Style id -> theme style."""
    outline: dict[str, int]
    """Style id -> outline level, 0 for the first."""


_NAMES = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "BodyText": "Body Text",
    "Quote": "Quote",
    "Caption": "caption",
    "ListParagraph": "List Paragraph",
    "TOCHeading": "TOC Heading",
    "Kicker": "Kicker",
    "Byline": "Byline",
    "ArticleData": "Article Data",
    "PublicationLine": "Publication Line",
    "Question": "Interview Question",
    "Answer": "Interview Answer",
    "Preformatted": "Preformatted",
    "CreditLine": "Credit Line",
    "Tagline": "Tagline",
    "PageFurniture": "Page Furniture",
    "UnplacedText": "Unplaced Text",
    "CoverDetail": "Cover Detail",
    "Header": "header",
    "Footer": "footer",
    "TOC1": "toc 1",
    "TOC2": "toc 2",
}

_PLAIN_ROLES = {
    Role.SUBHEADLINE: "Subtitle",
    Role.KICKER: "Kicker",
    Role.BYLINE: "Byline",
    Role.METADATA: "ArticleData",
    Role.PUBLICATION_LINE: "PublicationLine",
    Role.BODY: "BodyText",
    Role.LIST_ITEM: "ListParagraph",
    Role.QUOTE: "Quote",
    Role.QUESTION: "Question",
    Role.ANSWER: "Answer",
    Role.PREFORMATTED: "Preformatted",
    Role.CAPTION: "Caption",
    Role.CREDIT_LINE: "CreditLine",
    Role.TAGLINE: "Tagline",
    Role.FURNITURE: "PageFurniture",
    Role.UNKNOWN: "UnplacedText",
    Role.COVER_DETAIL: "CoverDetail",
    Role.CONTENTS_TITLE: "TOCHeading",
}


def style_set(presentation: Presentation, theme: Theme) -> StyleSet:
    """Choose styles for *presentation*: the title is a book's or an article's, headings follow from that."""
    kinds = {section.kind for section in presentation.sections}
    book = SectionKind.COVER in kinds or len(presentation.sections) > 1
    grouped = SectionKind.GROUP in kinds
    headline = "Title" if not book else "Heading2" if grouped else "Heading1"
    crosshead = "Heading3" if grouped else "Heading2"
    ids = {**_PLAIN_ROLES, Role.COVER_TITLE: "Title", Role.HEADLINE: headline, Role.CROSSHEAD: crosshead}
    ids[Role.GROUP_TITLE] = "Heading1"
    looks = {own: theme.roles[role] for role, own in ids.items() if role is not Role.COVER_TITLE or book}
    if not grouped:
        looks["Heading1"] = theme.roles[Role.HEADLINE]
    looks["Header"] = looks["Footer"] = theme.furniture
    looks["TOC1"] = looks["TOC2"] = theme.contents_entry
    outline = {"Title": 0} if not book else {}
    outline |= {"Heading1": 0, "Heading2": 1, "Heading3": 2}
    return StyleSet(ids, {own: _NAMES[own] for own in looks}, looks, {k: v for k, v in outline.items() if k in looks})


def styles_xml(styles: StyleSet, theme: Theme, lang: str, text_width_twips: int) -> str:
    """Return the ``w:style`` elements and, first, the contents of ``w:docDefaults``."""
    base = theme.roles[Role.UNKNOWN]
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_font(theme.families[base.family], lang)}{_size(base)}"
        f"{language(lang)}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{_spacing(base)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    return defaults + "".join(_all_styles(styles, theme, lang, text_width_twips))


def _all_styles(styles: StyleSet, theme: Theme, lang: str, text_width: int) -> Iterator[str]:
    yield '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    for own, look in styles.looks.items():
        yield _paragraph_style(own, styles, look, theme, lang, text_width)
    for kind, (own, name) in CHARACTER_STYLES.items():
        properties = _CHARACTER_LOOKS[kind].replace("ACCENT", theme.accent.lstrip("#").upper())
        yield (
            f'<w:style w:type="character" w:styleId="{own}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>'
        )


_CHARACTER_LOOKS = {
    "dateline": "<w:b/><w:bCs/>",
    "quotation": "",
    "label": "",
    "speaker": "",
    "link": '<w:color w:val="ACCENT"/><w:u w:val="single"/>',
    "term": "<w:i/><w:iCs/>",
}

_KEEP_NEXT = {"Title", "Heading1", "Heading2", "Heading3", "Kicker", "TOCHeading", "Question"}


def _paragraph_style(own: str, styles: StyleSet, look: RoleStyle, theme: Theme, lang: str, text_width: int) -> str:
    level = styles.outline.get(own)
    parts = ["<w:keepNext/><w:keepLines/>" if own in _KEEP_NEXT else ""]
    if own.startswith("TOC") and own != "TOCHeading":
        parts.append(f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{text_width}"/></w:tabs>')
    if not look.hyphenate:
        parts.append("<w:suppressAutoHyphens/>")
    parts += [_spacing(look), _indent(own, look), _alignment(look)]
    if level is not None:
        parts.append(f'<w:outlineLvl w:val="{level}"/>')
    following = "BodyText" if own in _KEEP_NEXT else own
    return (
        f'<w:style w:type="paragraph" w:styleId="{own}"><w:name w:val={quoteattr(styles.names[own])}/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{following}"/><w:qFormat/>'
        f"<w:pPr>{''.join(parts)}</w:pPr><w:rPr>{_font(theme.families[look.family], lang)}{_weight(look)}"
        f'<w:color w:val="{look.colour.lstrip("#").upper()}"/>{_size(look)}</w:rPr></w:style>'
    )


def _twips(points: float) -> int:
    return round(points * 20)


def _spacing(look: RoleStyle) -> str:
    # "at least" lets scripts that stand taller than Latin have their room.
    return (
        f'<w:spacing w:before="{_twips(look.space_before_pt)}" w:after="{_twips(look.space_after_pt)}"'
        f' w:line="{_twips(look.leading_pt)}" w:lineRule="atLeast"/>'
    )


def _indent(own: str, look: RoleStyle) -> str:
    if own == "ListParagraph":
        hang = _twips(look.indent_pt)
        return f'<w:ind w:left="{hang}" w:hanging="{hang}"/>'
    if own == "TOC2":
        return '<w:ind w:left="240"/>'
    side = f' w:right="{_twips(look.indent_pt)}"' if own == "Quote" else ""
    first = f' w:firstLine="{_twips(look.first_line_pt)}"' if look.first_line_pt > 0 else ""
    return f'<w:ind w:left="{_twips(look.indent_pt)}"{side}{first}/>' if look.indent_pt or first else ""


def _alignment(look: RoleStyle) -> str:
    # In a right-to-left paragraph "left" is the leading edge (ISO/IEC 29500-4, 14.11.2).
    value = {"start": "left", "end": "right", "center": "center", "justify": "both"}[look.align]
    return f'<w:jc w:val="{value}"/>'


def _weight(look: RoleStyle) -> str:
    bold = "<w:b/><w:bCs/>" if look.weight >= 600 else ""
    return bold + ("<w:i/><w:iCs/>" if look.italic else "")


def _size(look: RoleStyle) -> str:
    half = round(look.size_pt * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _font(family: FontFamily, lang: str) -> str:
    latin, asian = escape(family.docx), escape(east_asian_font(family, lang))
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{asian}" w:cs="{escape(family.docx_complex)}"/>'


def east_asian_font(family: FontFamily, lang: str) -> str:
    """Return the East Asian font of *family* for text in *lang*; the theme's own unless the script differs."""
    fonts = _EAST_ASIAN_FONTS.get(script_of(lang))
    if fonts is None:
        return family.docx_east_asia
    return fonts[1] if family.pdf == "sans" else fonts[0]


def script_of(lang: str) -> str:
    """Return the ISO 15924 code of *lang*, ``Zyyy`` where it is unknown."""
    from docforge.locale import script

    return "Zyyy" if lang == "und" else script(lang)


def is_complex(lang: str) -> bool:
    """Say whether Word formats text in *lang* with complex-script properties."""
    from docforge.locale import direction

    return script_of(lang) in _COMPLEX_SCRIPTS or (lang != "und" and direction(lang) == "rtl")


def language(lang: str) -> str:
    """Return ``w:lang`` for *lang*: the attribute that fits its kind of script.

    Rule: ISO/IEC 29500-1, 17.3.2.20.
    """
    if lang == "und":
        return ""
    tag = quoteattr(lang)
    if script_of(lang) in _EAST_ASIAN_SCRIPTS:
        return f"<w:lang w:eastAsia={tag}/>"
    return f"<w:lang w:val={tag} w:bidi={tag}/>" if is_complex(lang) else f"<w:lang w:val={tag}/>"
