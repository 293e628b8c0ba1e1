# SPDX-License-Identifier: Apache-2.0
"""Theme -> styles: the style of every role, with the names that Word knows.

Built-in styles have Word's canonical names (``heading 1``, ``Body Text``), which Word shows in the user's language;
the others have names of ours.  A style says only what differs from the one that it is based on.

Rule: ISO/IEC 29500-1, 17.7 (styles); 17.7.4.17 for names and identifiers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from docforge.presentation import KEY_QUOTE_ROLES, InlineKind, Role
from docforge.records import dataclass
from docforge.theme import RoleStyle, Theme
from docforge.write.docx.languages import ScriptClass, font_for
from docforge.write.docx.wml import attribute, pt_half, pt_twips, root, toggle

__all__ = ["BY_ID", "CHARACTER_STYLES", "ROLE_STYLES", "STYLES", "Ground", "StyleSpec", "style_xml", "styles_part"]

_BOLD = 600
"""Weights from here on are bold in Word, which has two."""


@dataclass(frozen=True, slots=True)
class StyleSpec:
    """One style of the documents that docforge writes."""

    id: str
    name: str
    """Canonical: what stands in ``w:name``, whatever the language of Word."""
    role: Role | None = None
    """Whose look it has."""
    base: str = "Normal"
    following: str = ""
    """Style of the paragraph that a user adds after it; empty for the same one."""
    outline: int = 0
    """Outline level, 1 to 9, or 0."""
    kind: str = "paragraph"
    aliases: tuple[str, ...] = ()
    """Other names under which office templates have it, lower case."""
    built_in: bool = True
    priority: int = 0
    shown: bool = True
    """In the style gallery."""


STYLES: tuple[StyleSpec, ...] = (
    StyleSpec("Title", "Title", Role.HEADLINE, following="BodyText", outline=1, priority=1),
    StyleSpec("Subtitle", "Subtitle", Role.SUBHEADLINE, following="BodyText", priority=1),
    StyleSpec("Heading1", "heading 1", Role.HEADLINE, following="BodyText", outline=1, priority=2),
    StyleSpec("Heading2", "heading 2", Role.CROSSHEAD, following="BodyText", outline=2, priority=2),
    StyleSpec("Heading3", "heading 3", Role.CROSSHEAD, following="BodyText", outline=3, priority=2),
    StyleSpec("GroupHeading", "Group Heading", Role.GROUP_TITLE, "Heading1", "BodyText", 1, built_in=False, priority=2),
    StyleSpec(
        "ArticleHeading", "Article Heading", Role.HEADLINE, "Heading2", "BodyText", 2, built_in=False, priority=2
    ),
    StyleSpec("CoverDetail", "Cover Detail", Role.COVER_DETAIL, built_in=False, priority=3),
    StyleSpec("Kicker", "Kicker", Role.KICKER, following="Title", built_in=False, priority=3),
    StyleSpec("Byline", "Byline", Role.BYLINE, following="BodyText", built_in=False, priority=3),
    StyleSpec("ArticleDetails", "Article Details", Role.METADATA, following="BodyText", built_in=False, priority=3),
    StyleSpec(
        "PublicationLine", "Publication Line", Role.PUBLICATION_LINE, following="BodyText", built_in=False, priority=3
    ),
    StyleSpec("BodyText", "Body Text", Role.BODY, aliases=("text body",), priority=0),
    StyleSpec("Quote", "Quote", Role.QUOTE, following="BodyText", aliases=("quotations",), priority=4),
    StyleSpec(
        "KeyQuotesHeading",
        "Key Quotes Heading",
        Role.KEY_QUOTES_TITLE,
        following="KeyQuote",
        built_in=False,
        priority=4,
    ),
    StyleSpec("KeyQuote", "Key Quote", Role.KEY_QUOTE, following="KeyQuoteSource", built_in=False, priority=4),
    StyleSpec(
        "KeyQuoteSource", "Key Quote Source", Role.KEY_QUOTE_SOURCE, following="KeyQuote", built_in=False, priority=4
    ),
    StyleSpec("Question", "Question", Role.QUESTION, following="Answer", built_in=False, priority=5),
    StyleSpec("Answer", "Answer", Role.ANSWER, following="Question", built_in=False, priority=5),
    StyleSpec("ListParagraph", "List Paragraph", Role.LIST_ITEM, priority=4),
    StyleSpec("ListParagraph2", "List Paragraph 2", Role.LIST_ITEM, "ListParagraph", built_in=False, priority=4),
    StyleSpec("ListParagraph3", "List Paragraph 3", Role.LIST_ITEM, "ListParagraph", built_in=False, priority=4),
    StyleSpec("Preformatted", "Preformatted", Role.PREFORMATTED, built_in=False, priority=6),
    StyleSpec("Picture", "Picture", Role.PICTURE, following="Caption", built_in=False, priority=6),
    StyleSpec("Caption", "caption", Role.CAPTION, priority=6),
    StyleSpec("CreditLine", "Credit Line", Role.CREDIT_LINE, built_in=False, priority=6),
    StyleSpec("Tagline", "Tagline", Role.TAGLINE, built_in=False, priority=6),
    StyleSpec("PageFurniture", "Page Furniture", Role.FURNITURE, built_in=False, priority=7),
    StyleSpec("UnplacedText", "Unplaced Text", Role.UNKNOWN, built_in=False, priority=7),
    StyleSpec("TOCHeading", "TOC Heading", Role.CONTENTS_TITLE, aliases=("contents heading",), priority=8),
    StyleSpec("TOC1", "toc 1", aliases=("contents 1",), priority=8, shown=False),
    StyleSpec("TOC2", "toc 2", aliases=("contents 2",), priority=8, shown=False),
    StyleSpec("ContentsDetail", "Contents Detail", built_in=False, priority=8, shown=False),
    StyleSpec("ContentsDetail2", "Contents Detail 2", base="ContentsDetail", built_in=False, priority=8, shown=False),
    StyleSpec("Header", "header", priority=9, shown=False),
    StyleSpec("Footer", "footer", priority=9, shown=False),
    StyleSpec("Marking", "Marking", base="Header", built_in=False, priority=9, shown=False),
    StyleSpec("CommentText", "annotation text", priority=9, shown=False),
    StyleSpec("FootnoteText", "footnote text", Role.NOTE, priority=9, shown=False),
    StyleSpec("HeadlineText", "Headline Text", kind="character", built_in=False, priority=1, shown=False),
    StyleSpec("Dateline", "Dateline", kind="character", built_in=False, priority=3),
    StyleSpec("Quotation", "Quotation", kind="character", built_in=False, priority=4),
    StyleSpec("Speaker", "Speaker", kind="character", built_in=False, priority=4),
    StyleSpec("Label", "Label", kind="character", built_in=False, priority=5),
    StyleSpec("Emphasis", "Emphasis", kind="character", priority=5),
    StyleSpec("Hyperlink", "Hyperlink", kind="character", aliases=("internet link",), priority=9, shown=False),
    StyleSpec("CommentReference", "annotation reference", kind="character", priority=9, shown=False),
    StyleSpec("FootnoteReference", "footnote reference", kind="character", priority=9, shown=False),
)
"""All styles, in the order of styles.xml; a style comes after its base."""

ROLE_STYLES: Mapping[Role, str] = {
    Role.HEADLINE: "Title",
    Role.COVER_TITLE: "Title",
    Role.LIST_ITEM: "ListParagraph",
    Role.GROUP_TITLE: "GroupHeading",
    Role.CROSSHEAD: "Heading2",
    **{
        spec.role: spec.id
        for spec in STYLES
        if spec.role is not None
        and spec.role not in (Role.HEADLINE, Role.COVER_TITLE, Role.GROUP_TITLE, Role.CROSSHEAD, Role.LIST_ITEM)
    },
}

CHARACTER_STYLES: Mapping[InlineKind, str] = {
    InlineKind.DATELINE: "Dateline",
    InlineKind.QUOTATION: "Quotation",
    InlineKind.SPEAKER: "Speaker",
    InlineKind.LABEL: "Label",
    InlineKind.LINK: "Hyperlink",
    InlineKind.TERM: "Emphasis",
    InlineKind.NOTE_REFERENCE: "FootnoteReference",
}

_KEPT_WITH_NEXT = frozenset(
    {"KeyQuotesHeading", "KeyQuote", "Title", "Heading1", "Heading2", "Heading3", "TOCHeading", "Kicker", "Question"}
)
BY_ID: Mapping[str, StyleSpec] = {spec.id: spec for spec in STYLES}


def styles_part(theme: Theme, main: ScriptClass, text_width: int, *, book: bool) -> str:
    """Return styles.xml for *theme*.

    Args:
        book: the title is that of a cover, not of an article.
        main: the language that text has where its run names none.
        text_width: width of the text in twips, for the tab of the contents.
    """
    specs = (replace(spec, role=Role.COVER_TITLE) if book and spec.id == "Title" else spec for spec in STYLES)
    ground = Ground(_plain(theme), lambda family: fonts(theme, family, main), main.right_to_left)
    body = "".join(style_xml(spec, theme, ground, text_width) for spec in specs)
    return root("styles", _defaults(theme, main) + _LATENT + _NORMAL + body)


# Word hides its own built-in styles until they are used; those of ours come first in the gallery.
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"'
    ' w:defQFormat="0" w:count="376"/>'
)
_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def _plain(theme: Theme) -> RoleStyle:
    """What text has that no style speaks about."""
    return replace(
        theme.roles[Role.BODY],
        align="start",
        space_before_pt=0.0,
        space_after_pt=0.0,
        indent_pt=0.0,
        first_line_pt=0.0,
        hyphenate=False,
        weight=400,
        italic=False,
    )


def _defaults(theme: Theme, main: ScriptClass) -> str:
    plain = _plain(theme)
    run = fonts(theme, plain.family, main) + _colour(plain) + _size(plain) + main.properties
    paragraph = (
        "<w:widowControl/>"
        "<w:suppressAutoHyphens/>"
        f'<w:spacing w:before="0" w:after="0" w:line="{pt_twips(plain.leading_pt)}" w:lineRule="atLeast"/>'
    )
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def fonts(theme: Theme, family: str, main: ScriptClass) -> str:
    """Return ``w:rFonts`` for a family of the theme, with the fonts of the main language's script."""
    own = theme.families[family]
    fitting = font_for(main.script, design_of(theme, family))
    east = fitting if fitting and main.east_asian else own.docx_east_asia
    complex_ = fitting if fitting and main.complex else own.docx_complex
    names = {"ascii": own.docx, "hAnsi": own.docx, "eastAsia": east, "cs": complex_}
    return "<w:rFonts" + "".join(f' w:{key}="{attribute(name)}"' for key, name in names.items()) + "/>"


def design_of(theme: Theme, family: str) -> str:
    """Return ``serif`` or ``sans`` for a family of the theme."""
    return "serif" if theme.families[family].pdf == "serif" else "sans"


_CONTENTS = frozenset({"TOC1", "TOC2", "ContentsDetail", "ContentsDetail2"})


def _look(spec: StyleSpec, theme: Theme, ground: Ground) -> RoleStyle:
    """How *spec* looks in *theme*."""
    if spec.role is not None:
        return theme.roles[spec.role]
    if spec.id in _CONTENTS:
        return theme.contents_entry
    if spec.id in ("Header", "Footer", "Marking", "CommentText"):
        return theme.furniture
    return ground.plain


@dataclass(frozen=True, slots=True)
class Ground:
    """What the styles are laid on: the look of text that no style speaks about, and the fonts by family."""

    plain: RoleStyle
    fonts: Callable[[str], str]
    """Key of the theme's families -> ``w:rFonts``, or nothing to take what is there."""
    right_to_left: bool
    """Of the main language: a border has a left and a right (17.3.1.17), no start."""


def style_xml(spec: StyleSpec, theme: Theme, ground: Ground, text_width: int) -> str:
    """Return the ``w:style`` element of *spec*: what differs from the style that it is based on."""
    if spec.kind == "character":
        return _style(spec, "", _CHARACTER.get(spec.id, "").replace("ACCENT", theme.accent[1:].upper()))
    look = _look(spec, theme, ground)
    under = _look(BY_ID[spec.base], theme, ground) if spec.base != "Normal" else ground.plain
    return _style(
        spec, _paragraph(spec, look, under, text_width, theme.accent, ground), _run(spec, ground, look, under)
    )


# b/i stand with their complex-script twins; in those scripts slanted letters are no emphasis, bold is.  What other
# languages do with an emphasised word stands on its run (``RunMaker``).
_CHARACTER = {
    "Dateline": toggle("b", True),
    "Emphasis": '<w:bCs/><w:i/><w:iCs w:val="0"/>',
    "Hyperlink": '<w:color w:val="ACCENT"/><w:u w:val="single"/>',
    "CommentReference": '<w:sz w:val="16"/><w:szCs w:val="16"/>',
    "FootnoteReference": '<w:vertAlign w:val="superscript"/>',
}


def _style(spec: StyleSpec, paragraph: str, run: str) -> str:
    custom = "" if spec.built_in else ' w:customStyle="1"'
    base = spec.base if spec.kind == "paragraph" else "DefaultParagraphFont"
    following = f'<w:next w:val="{spec.following}"/>' if spec.following else ""
    gallery = "<w:qFormat/>" if spec.shown else ""
    properties = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (f"<w:rPr>{run}</w:rPr>" if run else "")
    return (
        f'<w:style w:type="{spec.kind}"{custom} w:styleId="{spec.id}"><w:name w:val="{spec.name}"/>'
        f'<w:basedOn w:val="{base}"/>{following}<w:uiPriority w:val="{spec.priority}"/>{gallery}{properties}</w:style>'
    )


# Neighbours with the same borders share them (ISO/IEC 29500-1, 17.3.1.7 and 17.3.1.42): one rule above, one below.
_BOX = (
    '<w:pBdr><w:top w:val="single" w:sz="6" w:space="6" w:color="ACCENT"/>'
    '<w:bottom w:val="single" w:sz="6" w:space="6" w:color="ACCENT"/></w:pBdr>'
)


_BAR = '<w:pBdr><w:{side} w:val="single" w:sz="12" w:space="8" w:color="{colour}"/></w:pBdr>'
"""The bar beside a quotation that is set off: 1.5 pt, 8 pt from the text."""


def _paragraph(spec: StyleSpec, look: RoleStyle, under: RoleStyle, text_width: int, accent: str, ground: Ground) -> str:
    kept = "<w:keepNext/>" if spec.id in _KEPT_WITH_NEXT else ""
    lines = "<w:keepLines/>" if spec.id in _KEPT_WITH_NEXT or spec.id in ("Caption", "Byline") else ""
    parts: list[str] = [kept, lines]
    if spec.role in KEY_QUOTE_ROLES:
        parts.append(_BOX.replace("ACCENT", accent[1:].upper()))
    elif spec.role is Role.QUOTE:
        parts.append(_BAR.format(side="right" if ground.right_to_left else "left", colour=accent[1:].upper()))
    if spec.id in ("TOC1", "TOC2"):
        parts.append(f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{text_width}"/></w:tabs>')
    if look.hyphenate != under.hyphenate:
        parts.append('<w:suppressAutoHyphens w:val="0"/>' if look.hyphenate else "<w:suppressAutoHyphens/>")
    parts.append(_spacing(spec, look, under))
    parts.append(_indent(spec, look, under))
    if spec.id in ("Marking", "Footer"):
        parts.append('<w:jc w:val="center"/>')
    elif look.align != under.align:
        parts.append(f'<w:jc w:val="{ALIGNMENTS[look.align]}"/>')
    if spec.outline:
        parts.append(f'<w:outlineLvl w:val="{spec.outline - 1}"/>')
    return "".join(parts)


ALIGNMENTS = {"start": "start", "end": "end", "center": "center", "justify": "both"}


def _spacing(spec: StyleSpec, look: RoleStyle, under: RoleStyle) -> str:
    before, after, line = look.space_before_pt, look.space_after_pt, look.leading_pt
    if spec.id in ("TOC1", "TOC2"):
        after = 0.0
    attributes = []
    if before != under.space_before_pt:
        attributes.append(f' w:before="{pt_twips(before)}"')
    if after != under.space_after_pt:
        attributes.append(f' w:after="{pt_twips(after)}"')
    if line != under.leading_pt:
        # "At least": tall scripts and symbols make their line taller rather than lose their tops.
        attributes.append(f' w:line="{pt_twips(line)}" w:lineRule="atLeast"')
    return f"<w:spacing{''.join(attributes)}/>" if attributes else ""


_TOC_STEP_PT = 14.0
"""Indent of the second level of the contents."""


def _indent(spec: StyleSpec, look: RoleStyle, under: RoleStyle) -> str:
    start, first = look.indent_pt, look.first_line_pt
    if spec.role is Role.LIST_ITEM:
        # The marker hangs in the indent.
        depth = int(spec.id[-1]) if spec.id[-1].isdigit() else 1
        return f'<w:ind w:left="{pt_twips(start * depth)}" w:hanging="{pt_twips(start)}"/>'
    if spec.id in ("TOC2", "ContentsDetail2"):
        start += _TOC_STEP_PT
    attributes = ""
    if start != under.indent_pt:
        attributes += f' w:left="{pt_twips(start)}"'
    if spec.id == "Quote":
        attributes += f' w:right="{pt_twips(start)}"'
    if first != under.first_line_pt:
        attributes += f' w:firstLine="{pt_twips(first)}"' if first >= 0 else f' w:hanging="{pt_twips(-first)}"'
    return f"<w:ind{attributes}/>" if attributes else ""


def _run(spec: StyleSpec, ground: Ground, look: RoleStyle, under: RoleStyle) -> str:
    bold = spec.id in ("TOC1", "Marking") or look.weight >= _BOLD
    parts = [
        ground.fonts(look.family) if look.family != under.family else "",
        toggle("b", bold) if bold != (under.weight >= _BOLD) else "",
        _slant(look.italic) if look.italic != under.italic else "",
        _colour(look) if look.colour != under.colour else "",
        _size(look) if look.size_pt != under.size_pt else "",
    ]
    return "".join(parts)


def _slant(on: bool) -> str:
    """Complex scripts (Arabic, Thai, Devanagari…) stand upright always."""
    return '<w:i/><w:iCs w:val="0"/>' if on else toggle("i", False)


def _colour(look: RoleStyle) -> str:
    return f'<w:color w:val="{look.colour[1:].upper()}"/>'


def _size(look: RoleStyle) -> str:
    size = pt_half(look.size_pt)
    return f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def font_names(theme: Theme, main: ScriptClass) -> Iterable[tuple[str, str]]:
    """Yield each font of the styles once with its Word family (``roman`` or ``swiss``)."""
    seen: dict[str, str] = {}
    for key, family in theme.families.items():
        design = design_of(theme, key)
        fitting = font_for(main.script, design)
        for name in (family.docx, family.docx_east_asia, family.docx_complex, fitting):
            if name:
                seen.setdefault(name, "roman" if design == "serif" else "swiss")
    return sorted(seen.items())
