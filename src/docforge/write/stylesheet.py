# SPDX-License-Identifier: Apache-2.0
"""Theme -> CSS for the EPUB and the standalone HTML, so that one theme file drives every format.

Lengths become ``rem`` and ``em``: a reader's own text size scales everything, up to 200 % and beyond.
An EPUB sets no text or page colour but one: the accent, moved to a lightness that reads on white and on
black, because reading systems repaint pages at night without asking the style sheet.  A browser does ask,
so the standalone HTML has the theme's colours by day and their lightened twins by night.
Knows no text and no markup beyond class names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from docforge import locale
from docforge.colours import channels, contrast, luminance
from docforge.errors import ThemeError
from docforge.locale import Emphasis
from docforge.patterns import lazily
from docforge.presentation import PageText, Role
from docforge.theme import RoleStyle, Theme

__all__ = ["class_of", "contrast", "epub_stylesheet", "family_of", "html_stylesheet", "on_both", "tab_rules", "toward"]

_DAY, _NIGHT = "#ffffff", "#121212"
_NIGHT_CONTRAST = 13.0  # more glares on a dark screen
_TEXT_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3 (level AA)
_SET_AS_PAPER = frozenset({Role.COVER_TITLE, Role.GROUP_TITLE})
_ACCENTED = (Role.COVER_TITLE, Role.CONTENTS_TITLE, Role.GROUP_TITLE, Role.KICKER, Role.KEY_QUOTES_TITLE)


def class_of(role: Role) -> str:
    """Return the class that items of *role* carry."""
    return role.value.replace("_", "-")


# -- colours ---------------------------------------------------------------------------------


def toward(colour: str, goal: str, share: float) -> str:
    """Mix *colour* with *goal*: 0 gives the one, 1 the other."""
    mixed = (a + (b - a) * share for a, b in zip(channels(colour), channels(goal), strict=True))
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in mixed)


def _readable(colour: str, paper: str) -> str:
    """Return *colour*, moved away from *paper* until it stands out as it does by day, and at least as text must."""
    goal = "#ffffff" if luminance(paper) < 0.18 else "#000000"
    wanted = max(_TEXT_CONTRAST, min(contrast(colour, _DAY), _NIGHT_CONTRAST))
    steps = (toward(colour, goal, step / 40) for step in range(41))
    return next((c for c in steps if contrast(c, paper) >= wanted), goal)


def on_both(colour: str) -> str:
    """Return the shade of *colour* that reads best on white and on black alike (about 4.5 to 1 on each)."""
    ramp = [toward(colour, goal, step / 80) for goal in ("#000000", "#ffffff") for step in range(81)]
    return max(ramp, key=lambda shade: min(contrast(shade, "#ffffff"), contrast(shade, "#000000")))


# -- rules -----------------------------------------------------------------------------------


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


_FAMILY = re.compile(r"""[\w\s"',.-]{1,400}""")


def family_of(theme: Theme, style: RoleStyle) -> str:
    """Return the CSS font list of *style*.

    Raises:
        ThemeError: the theme's value is no list of names.
    """
    css = theme.families[style.family].css
    if not _FAMILY.fullmatch(css):
        raise ThemeError(f"theme key 'fonts.{style.family}.css' must be a list of font names, nothing else")
    return css


def _role_rule(theme: Theme, role: Role, *, family: bool) -> str:
    """The geometry and the letters of one role, without colour."""
    style, root = theme.roles[role], theme.roles[Role.BODY].size_pt
    before = 0.0 if role in _SET_AS_PAPER else style.space_before_pt / root
    parts = [
        f"font-size:{_number(style.size_pt / root)}rem",
        f"line-height:{_number(style.leading_pt / style.size_pt)}",
        f"font-weight:{style.weight}",
        f"font-style:{'italic' if style.italic else 'normal'}",
        f"margin:{_number(before)}rem 0 {_number(style.space_after_pt / root)}rem",
    ]
    if style.indent_pt:
        parts.append(f"margin-inline-start:{_number(style.indent_pt / root)}rem")
    if style.first_line_pt:
        parts.append(f"text-indent:{_number(style.first_line_pt / root)}rem")
    if style.align in ("center", "end"):
        parts.append(f"text-align:{style.align}")
    if style.hyphenate:
        parts.append("-webkit-hyphens:auto;hyphens:auto")
    if family:
        parts.append(f"font-family:{family_of(theme, style)}")
    return f".{class_of(role)}{{{';'.join(parts)}}}"


def _shared_rules(theme: Theme) -> list[str]:
    root = theme.roles[Role.BODY].size_pt
    entry = theme.contents_entry
    return [
        "h1,h2,h3,h4,h5,h6{break-after:avoid;page-break-after:avoid;break-inside:avoid}",
        "p,li,blockquote,pre{orphans:2;widows:2;overflow-wrap:break-word}",
        "blockquote{padding:0}.quote>p,.key-quote>p{margin:0}",
        ".key-quotes{margin:1rem 0 1.2rem;padding:.6rem 0 .2rem}",
        ".list{list-style:none;margin:0;padding:0}",
        ".preformatted{white-space:pre-wrap;font-family:inherit;overflow-wrap:anywhere}",
        ".preformatted.columns{font-family:monospace;overflow-x:auto}",
        # No slanted makeshift where a script has no italic of its own.
        "body{font-synthesis:weight}",
        ".term{font-style:italic}",
        ".dateline{font-weight:600}",
        "cite{font-style:normal}",
        # Lines of the frame may run the other way; they stay on the article's side.
        ".kicker,.byline,.metadata,.publication-line,.cover-detail{text-align:-webkit-match-parent;"
        "text-align:match-parent}",
        "a{overflow-wrap:anywhere}",
        ".marking{font-weight:700;text-align:center;margin:0;padding:.75rem 0}",
        ".contents-list,.contents-list ol{list-style:none;margin:0;padding:0}"
        ".contents-list ol{margin-inline-start:1.2rem}",
        f".contents-list li{{font-family:{family_of(theme, entry)};font-size:{_number(entry.size_pt / root)}rem;"
        f"line-height:{_number(entry.leading_pt / entry.size_pt)};"
        f"margin:0 0 {_number(entry.space_after_pt / root)}rem}}",
        ".contents-list .detail{display:block;font-size:.857em}",
        # As wide as the column, never higher than the screen.
        ".picture{break-inside:avoid;page-break-inside:avoid}"
        ".picture img{display:block;max-width:100%;max-height:90vh;width:auto;height:auto}"
        ".picture figcaption{margin-top:.35rem}.picture figcaption p:last-child{margin-bottom:0}",
        ".note>p{margin:0}",
        # Raised without pushing the lines apart.
        ".note-reference{font-size:.75em;line-height:0;vertical-align:super;text-decoration:none}",
    ]


_EMPHASIS = {
    Emphasis.BOLD: "font-style:normal;font-weight:600",
    Emphasis.DOTS_OVER: "font-style:normal;-webkit-text-emphasis:filled dot;text-emphasis:filled dot;"
    "-webkit-text-emphasis-position:over;text-emphasis-position:over right",
    Emphasis.DOTS_UNDER: "font-style:normal;-webkit-text-emphasis:filled dot;text-emphasis:filled dot;"
    "-webkit-text-emphasis-position:under;text-emphasis-position:under right",
}


def _language_rules(theme: Theme, languages: Sequence[str]) -> Iterator[str]:
    """What the languages of a document do otherwise than the theme's styles: no slant, no hyphens, emphasis."""
    slanted = [f".{class_of(role)} .term" for role in Role if theme.roles[role].italic]
    if slanted:
        yield ",".join(slanted) + "{font-style:normal}"
    upright = [f":lang({tag})" for tag in languages if not locale.slants(tag)]
    if upright:
        yield ",".join(upright) + "{font-style:normal}"
    unbroken = [f":lang({tag})" for tag in languages if not locale.hyphenates(tag)]
    if unbroken:
        yield ",".join(unbroken) + "{-webkit-hyphens:manual;hyphens:manual}"
    for tag in languages:
        # Offices and pages make a line taller for tall letters; browsers let them run into each other.
        if locale.line_height(tag):
            yield f":lang({tag}){{line-height:{_number(locale.line_height(tag))}}}"
    for kind, look in _EMPHASIS.items():
        own = [f".term:lang({tag})" for tag in languages if locale.emphasis(tag) is kind]
        if own:
            yield ",".join(own) + f"{{{look}}}"


def tab_rules(sizes: Sequence[int]) -> str:
    """Return the rules of the classes ``tab-N``, which lead tabs to the column N (CSS Text 3, 6.2)."""
    return "".join(f"\n.tab-{size}{{tab-size:{size}}}" for size in sizes)


class _Same:
    """A theme as a cache key: themes hold mappings and have no hash, but each is loaded once."""

    __slots__ = ("theme",)

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def __hash__(self) -> int:
        return id(self.theme)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.theme is self.theme


def epub_stylesheet(theme: Theme, fonts: str = "", languages: Sequence[str] = ()) -> str:
    """Return the style sheet of EPUB content documents.

    Args:
        theme: the source of every measure.
        languages: BCP 47 tags of the book.
        fonts: ``@font-face`` rules and their use for embedded fonts; empty without any.

    The body keeps the font, size, alignment and colours that the reader chose; headings and small
    lines take the theme's display family and sizes relative to it.
    """
    return _epub_stylesheet(_Same(theme), fonts, tuple(languages))


@lru_cache(maxsize=32)
def _epub_stylesheet(key: _Same, fonts: str, languages: tuple[str, ...]) -> str:
    theme = key.theme
    accent = on_both(theme.accent)
    text = theme.roles[Role.BODY].family
    rules = [_role_rule(theme, role, family=theme.roles[role].family != text) for role in Role]
    accented = ",".join(f".{class_of(role)}" for role in _ACCENTED)
    own = [
        "html{font-size:100%}body{margin:0 5%;padding:0}",
        *_shared_rules(theme),
        *rules,
        *_language_rules(theme, languages),
        f"{accented}{{color:{accent}}}",
        f".quote{{border-inline-start:.18rem solid {accent};padding-inline-start:.8rem}}",
        f".key-quotes{{border-block:.06rem solid {accent}}}",
        f".cover{{border-top:.5rem solid {accent};margin-top:18%;padding-top:1.5rem}}",
        "footer{margin-top:1rem}",
        ".cover-image{margin:0;text-align:center}.cover-picture{max-width:100%;max-height:100vh}",
    ]
    return '@charset "utf-8";\n' + fonts + "\n".join(own) + "\n"


def _palette(theme: Theme) -> dict[str, str]:
    """Name each colour that the theme uses; one variable for each."""
    colours = dict.fromkeys([theme.accent, *(style.colour for style in theme.roles.values())])
    return {colour: f"--c{number}" for number, colour in enumerate(colours)}


def _variables(palette: dict[str, str], paper: str) -> str:
    return ";".join(f"{name}:{_readable(colour, paper)}" for colour, name in palette.items())


_FIELD = lazily(r"(\{page\}|\{pages\})")
_COUNTERS = {"{page}": "counter(page,df-digits)", "{pages}": "counter(pages,df-digits)"}


def _print_columns(theme: Theme) -> list[str]:
    """Columns on paper, the headline over all of them (CSS Multi-column Layout 1)."""
    page = theme.page
    if page.columns == 1:
        return []
    return [
        f"article{{columns:{page.columns};column-gap:{_number(page.column_gap_mm)}mm}}article>header{{column-span:all}}"
    ]


def _css_string(text: str) -> str:
    """Return *text* as a CSS string; all but plain letters are escaped (CSS Syntax 3, 4.3.7)."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'


def _page_rules(theme: Theme, paper_mm: tuple[float, float], page_text: PageText) -> list[str]:
    """Paper, margins and the footer of printed pages (CSS Paged Media 3, margin boxes; CSS Counter Styles 3)."""
    page = theme.page
    foot = " ".join(_COUNTERS.get(part) or _css_string(part) for part in _FIELD.split(page_text.page_of_pages) if part)
    digits = " ".join(_css_string(digit) for digit in page_text.digits)
    small = f"font-family:{family_of(theme, theme.furniture)};font-size:{_number(theme.furniture.size_pt)}pt"
    marking = f"@top-center{{content:{_css_string(page_text.marking)};font-weight:700;{small}}}"
    return [
        f"@counter-style df-digits{{system:numeric;symbols:{digits}}}",
        f"@page{{size:{_number(paper_mm[0])}mm {_number(paper_mm[1])}mm;"
        f"margin:{_number(page.margin_top_mm)}mm {_number(page.margin_outer_mm)}mm "
        f"{_number(page.margin_bottom_mm)}mm {_number(page.margin_inner_mm)}mm;"
        f"{marking if page_text.marking else ''}@bottom-center{{content:{foot};{small}}}}}",
    ]


def html_stylesheet(
    theme: Theme, paper_mm: tuple[float, float], page_text: PageText, languages: Sequence[str] = ()
) -> str:
    """Return the style sheet of the standalone HTML: screen by day and night, and paper.

    Args:
        languages: BCP 47 tags of the document.
    """
    own = (*_language_rules(theme, languages), *_page_rules(theme, paper_mm, page_text))
    return _html_screen(_Same(theme)) + "\n" + "\n".join(own)


@lru_cache(maxsize=32)
def _html_screen(key: _Same) -> str:
    theme = key.theme
    palette = _palette(theme)
    body = theme.roles[Role.BODY]
    accent = palette[theme.accent]
    rules = [_role_rule(theme, role, family=theme.roles[role].family != body.family) for role in Role]
    colours = [f".{class_of(role)}{{color:var({palette[theme.roles[role].colour]})}}" for role in Role]
    justified = ",".join(f".{class_of(r)}" for r in Role if theme.roles[r].align == "justify")
    own = [
        f":root{{color-scheme:light dark;--paper:{_DAY};{_variables(palette, _DAY)}}}",
        f"@media (prefers-color-scheme:dark){{:root{{--paper:{_NIGHT};{_variables(palette, _NIGHT)}}}}}",
        "html{font-size:112.5%;-webkit-text-size-adjust:100%;text-size-adjust:100%}",
        f"body{{margin:0;background:var(--paper);color:var({palette[body.colour]});"
        f"font-family:{family_of(theme, body)}}}",
        "main,.cover,.contents{box-sizing:border-box;max-width:38rem;margin:0 auto;padding:1.5rem 1.25rem}",
        "main{padding-block:0}article,.group{padding-block:1.5rem}",
        *_shared_rules(theme),
        *rules,
        *colours,
        f"a{{color:var({accent})}}a:focus-visible{{outline:.15rem solid var({accent});outline-offset:.15rem}}",
        f".quote{{border-inline-start:.18rem solid var({accent});padding-inline-start:.8rem}}",
        f".key-quotes{{border-block:1px solid var({accent})}}",
        f".cover{{border-top:.5rem solid var({accent});margin-top:3rem}}",
        f"article+article{{border-top:1px solid var({accent})}}",
        "article>footer{margin-top:1rem}",
        ".skip{position:absolute;inset-inline-start:-999rem}.skip:focus{position:static}",
        "@media print{",
        f":root{{--paper:{_DAY};{_variables(palette, _DAY)}}}html{{font-size:{_number(body.size_pt)}pt}}",
        "main,.cover,.contents{max-width:none;padding:0}.cover{padding-top:1.5rem}.skip{display:none}",
        "article,article+article,.group{padding:0;border:0}",
        ".contents,.group,.pack article{break-before:page;page-break-before:always}.contents a{color:inherit}",
        f"{justified or '.none'}{{text-align:justify}}",
        *_print_columns(theme),
        "}",
    ]
    return "\n".join(own)
