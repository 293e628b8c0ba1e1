# SPDX-License-Identifier: Apache-2.0
"""A reference document becomes the frame of a new one: its page set-up, letterhead, styles, fonts, settings.

Its text is replaced, or, where a paragraph holds only ``{{body}}``, kept around the new text.  Parts are chosen, not
copied whole: what is not named here stays behind (properties, comments, macros' traces, revision marks, extensions).

Rules: ISO/IEC 29500-1, 17.6 (sections), 17.10 (headers inherit from the section before), 17.15 (settings);
ISO/IEC 29500-3 (markup compatibility).
"""

from __future__ import annotations

import copy
import posixpath
import re
from dataclasses import field
from functools import lru_cache
from typing import Any

from lxml import etree

from docforge.context import Limits
from docforge.records import dataclass
from docforge.write import Reference
from docforge.write.docx.estimate import TextArea
from docforge.write.docx.parts import MEDIA_TYPES, Part, Relationship
from docforge.write.docx.reference import SAVE_AGAIN, Link, ReferencePackage, check_story, open_reference, shown
from docforge.write.docx.wml import DECLARATION, R, W, attribute

__all__ = ["Template", "load_template"]

MARKER = re.compile(r"\s*\{\{\s*body\s*\}\}\s*", re.IGNORECASE)
"""The text of the paragraph that the new document takes the place of."""

_W, _R = f"{{{W}}}", f"{{{R}}}"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_IGNORABLE = f"{{{_MC}}}Ignorable"
# Word 2010 and later add properties in these namespaces that older readers skip; documents do without them.
_EXTENSION = re.compile(r"http://schemas\.microsoft\.com/office/word/20\d\d/wordml")
_DRAWING_CHOICES = frozenset({"wps", "wpg", "wpc", "wpi", "wp14", "a14", "v"})

# Settings that shape pages; all others are about editing sessions, merging, protection or other files.
_KEPT_SETTINGS = frozenset(
    {
        *("displayBackgroundShape", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "mirrorMargins"),
        *("alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop"),
        *("defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps"),
        *("evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting", "bookFoldPrintingSheets"),
        *("drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "characterSpacingControl", "printTwoOnOne"),
        *("strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore", "compat", "themeFontLang"),
        *("clrSchemeMapping", "decimalSymbol", "listSeparator"),
    }
)
_AFTER_NOTES = frozenset({"compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"})
_FRAME_KINDS = ("theme", "fontTable")
_OUR_PARTS = frozenset(
    ["docProps/core.xml"]
    + [f"word/{kind}.xml" for kind in MEDIA_TYPES if kind not in ("fontTable", "header", "footer")]
)
_KEPT_TYPES = re.compile(
    r"image/(?:png|jpe?g|gif|bmp|tiff|x-emf|x-wmf|svg\+xml)|application/(?:vnd\.openxmlformats-officedocument\."
    r"(?:obfuscatedFont|theme\+xml|wordprocessingml\.(?:header|footer|fontTable|numbering)\+xml)|x-font-ttf)"
)
_AFTER_BIDI = ("rtlGutter", "docGrid", "printerSettings", "sectPrChange")
_NOT_IN_OUTPUT = ("footnoteReference", "endnoteReference", "commentReference")


@dataclass(frozen=True)
class Template:
    """What a reference document gives to each document made from it."""

    package: ReferencePackage = field(repr=False)
    styles: Any
    """Root of styles.xml, cleaned; to be copied before it is changed."""
    numbering: bytes
    """numbering.xml, or nothing."""
    settings: tuple[str, str]
    """Content of settings.xml that is kept, before and after the place of ``w:footnotePr``."""
    parts: tuple[Part, ...]
    links: tuple[Relationship, ...]
    """From the main document to *parts* and to addresses."""
    heads: tuple[str, ...]
    """Names of the header and footer parts, for the handling mark."""
    bare: tuple[tuple[str, str], ...]
    """(``header`` or ``footer``, ``default``, ``first`` or ``even``): pages without one."""
    names: str
    """Attributes of the root that *before* and *after* need."""
    before: str
    after: str
    section: Any
    """``w:sectPr`` of the new text, without references; to be copied before it is changed."""
    references: tuple[tuple[str, str, str], ...]
    """(``header`` or ``footer``, type, relationship id) of the new text's sections."""
    area: TextArea
    text_width: int
    """In twips."""
    first_bookmark: int

    def section_properties(self, *, first: bool, alone: bool, right_to_left: bool, extra: str) -> str:
        """Return ``w:sectPr`` for one section of the new text.

        Args:
            first: it is the document's first, which has the letterhead of first pages and starts page numbers.
            alone: there is no other.
            extra: more header and footer references.
        """
        own = copy.deepcopy(self.section)
        doomed = [] if alone else own.findall(f"{_W}type")
        if not first:
            doomed += own.findall(f"{_W}titlePg")
            for numbers in own.iter(f"{_W}pgNumType"):
                numbers.attrib.pop(f"{_W}start", None)
        for element in doomed:
            own.remove(element)
        if right_to_left and own.find(f"{_W}bidi") is None:
            later = [n for n, element in enumerate(own) if element.tag[len(_W) :] in _AFTER_BIDI]
            own.insert(min(later, default=len(own)), etree.Element(f"{_W}bidi"))
        heads = "".join(
            f'<w:{kind}Reference w:type="{which}" r:id="{attribute(key)}"/>'
            for kind, which, key in self.references
            if first or which != "first"
        )
        return f"<w:sectPr>{heads}{extra}{''.join(map(_xml, own))}</w:sectPr>"


@lru_cache(maxsize=8)
def load_template(reference: Reference, limits: Limits) -> Template:
    """Open *reference* and choose what new documents take from it.

    Raises:
        ThemeError: it cannot be used; see ``reference.open_reference``.
    """
    package = open_reference(reference.name, reference.data, limits)
    return _Reader(package).template()


class _Reader:
    """Goes once through a package."""

    def __init__(self, package: ReferencePackage) -> None:
        self.package = package
        self.main_links = package.links(package.main)
        self.kept: dict[str, Part] = {}
        self.links: dict[str, Relationship] = {}

    def template(self) -> Template:
        root = self.package.tree(self.package.main)
        _clean(root)
        body = root.find(f"{_W}body")
        before, after = self._around(body)
        sections = [element for element in body.iter(f"{_W}sectPr") if element.getparent().tag != f"{_W}sectPrChange"]
        chosen, references = self._section(body, sections, before)
        for element in (*before, *after):
            self._check_kept(element)
            self._follow(element)
        # What the new text's sections refer to, and the sections that stay around it.
        for _, _, key in references:
            self._keep_link(key)
        for kind in _FRAME_KINDS:
            self._keep_kind(kind)
        styles = self._sheet("styles")
        if styles is None:
            self.package.refuse("has no styles", SAVE_AGAIN)
        numbering = self._sheet("numbering")
        even = self._setting("evenAndOddHeaders")
        title = _on(chosen.find(f"{_W}titlePg"))
        wanted = ["default", *(["first"] if title else []), *(["even"] if even else [])]
        pages = [(kind, which) for kind in ("header", "footer") for which in wanted]
        present = {(kind, which) for kind, which, _ in references}
        numbers = [int(i) for i in root.xpath("//w:bookmarkStart/@w:id", namespaces={"w": W}) if i.isdigit()]
        area, width = _text_area(chosen)
        return Template(
            package=self.package,
            styles=styles,
            numbering=b"" if numbering is None else DECLARATION.encode() + etree.tostring(numbering),
            settings=self._settings(),
            parts=tuple(self.kept.values()),
            links=tuple(self.links.values()),
            heads=tuple(
                part.name for part in self.kept.values() if part.media_type.endswith(("header+xml", "footer+xml"))
            ),
            bare=tuple(page for page in pages if page not in present),
            names=self._names(root, body, {id(e) for e in (*before, *after)}),
            before="".join(map(_xml, before)),
            after="".join(map(_xml, after)),
            section=_without_references(chosen),
            references=tuple(references),
            area=area,
            text_width=width,
            first_bookmark=1 + max(numbers, default=0),
        )

    # -- body and sections ------------------------------------------------------------------

    def _around(self, body: Any) -> tuple[list[Any], list[Any]]:
        """The elements before and after the marker, without the last section's properties; none without a marker."""
        markers = [p for p in body.iter(f"{_W}p") if MARKER.fullmatch("".join(p.itertext(f"{_W}t")))]
        if not markers:
            return [], []
        if len(markers) > 1:
            self.package.refuse("has {{body}} more than once", "leave one of them")
        marker = markers[0]
        if marker.getparent() is not body or marker.find(f".//{_W}sectPr") is not None:
            self.package.refuse(
                "has {{body}} inside a table, a frame or a section's last paragraph", "give it a paragraph of its own"
            )
        elements = [e for e in body if isinstance(e.tag, str)]
        at = elements.index(marker)
        return elements[:at], [e for e in elements[at + 1 :] if e.tag != f"{_W}sectPr"]

    def _section(self, body: Any, sections: list[Any], before: list[Any]) -> tuple[Any, list[tuple[str, str, str]]]:
        """The properties of the section that the new text is in, and the heads and feet that it has or inherits."""
        earlier = sum(1 for element in before for _ in element.iter(f"{_W}sectPr"))
        # Without a marker the last section counts: it is the one that new text at the end would be in.
        number = earlier if before or self._has_marker(body) else len(sections) - 1
        if not sections or number >= len(sections):
            return etree.fromstring(f'<w:sectPr xmlns:w="{W}"/>'), []
        found: dict[tuple[str, str], str] = {}
        for section in sections[: number + 1]:
            for element in section:
                if element.tag in (f"{_W}headerReference", f"{_W}footerReference"):
                    kind = element.tag[len(_W) :].removesuffix("Reference")
                    found[kind, element.get(f"{_W}type") or "default"] = element.get(f"{_R}id") or ""
        pages = [(kind, which, key) for (kind, which), key in sorted(found.items()) if key in self.main_links]
        return sections[number], pages

    @staticmethod
    def _has_marker(body: Any) -> bool:
        return any(MARKER.fullmatch("".join(p.itertext(f"{_W}t"))) for p in body.iterchildren(f"{_W}p"))

    @staticmethod
    def _names(root: Any, body: Any, kept: set[int]) -> str:
        own = copy.copy(root)
        own_body = own.find(f"{_W}body")
        for copied, original in zip(list(own_body), list(body), strict=True):
            if id(original) not in kept:
                own_body.remove(copied)
        _keep_needed_names(own)
        names = "".join(f' xmlns:{p}="{attribute(uri)}"' for p, uri in own.nsmap.items() if p and uri not in (W, R))
        ignorable = own.get(_IGNORABLE)
        prefix = next((p for p, uri in own.nsmap.items() if uri == _MC), None)
        return names + (f' {prefix}:Ignorable="{attribute(ignorable)}"' if ignorable and prefix else "")

    def _check_kept(self, element: Any) -> None:
        check_story(self.package, self.package.main, element)
        for name in _NOT_IN_OUTPUT:
            if element.find(f".//{_W}{name}") is not None:
                self.package.refuse(f"has a {name.removesuffix('Reference')} beside {{{{body}}}}", "take it out")

    # -- parts ------------------------------------------------------------------------------

    def _follow(self, element: Any) -> None:
        """Keep what *element* of the main document refers to."""
        for own in element.iter():
            for name, value in own.attrib.items() if isinstance(own.tag, str) else ():
                if name.startswith(_R) and value:
                    self._keep_link(value)

    def _keep_link(self, key: str) -> None:
        link = self.main_links.get(key)
        if link is None:
            self.package.refuse(f"refers to what is not there ({shown(key)})", SAVE_AGAIN)
        if key not in self.links:
            self.links[key] = _relationship(link, "word/document.xml")
            if not link.external:
                self._keep_part(link)

    def _keep_kind(self, kind: str) -> None:
        for link in self.main_links.values():
            if link.kind == kind and not link.external and link.target in self.package.parts:
                self._keep_link(link.id)
                return

    def _keep_part(self, link: Link) -> None:
        part = link.target
        if part in self.kept:
            return
        kind = self.package.types.get(part, "")
        if part in _OUR_PARTS:
            self.package.refuse(f"has a part with a misleading name ({shown(part)})", SAVE_AGAIN)
        if part not in self.package.parts or not _KEPT_TYPES.fullmatch(kind):
            why = kind or "no content type" if part in self.package.parts else "not there"
            self.package.refuse(f"uses {shown(part)} ({shown(why)})", "replace it with a picture (PNG, JPEG, EMF)")
        content = self.package.parts[part]
        if kind.endswith("xml"):
            root = self.package.tree(part)
            if kind == "image/svg+xml":
                self._check_svg(part, root)
            else:
                check_story(self.package, part, root)
                _clean(root)
            content = DECLARATION.encode() + etree.tostring(root)
        self.kept[part] = Part(part, kind, content)
        own = self.package.links(part)
        used = [sub for sub in own.values() if _refers(self.package, part, sub.id)]
        if used:
            folder, _, file = part.rpartition("/")
            rels = "".join(_relationship(sub, part).xml for sub in used)
            package = "http://schemas.openxmlformats.org/package/2006/relationships"
            xml = f'{DECLARATION}<Relationships xmlns="{package}">{rels}</Relationships>'
            self.kept[f"{folder}/_rels/{file}.rels"] = Part(f"{folder}/_rels/{file}.rels", "", xml.encode())
        for sub in used:
            if not sub.external:
                self._keep_part(sub)

    def _check_svg(self, part: str, root: Any) -> None:
        for element in root.iter(etree.Element):
            name = element.tag.rpartition("}")[2]
            outside = any(
                key.rpartition("}")[2] == "href" and not value.startswith(("#", "data:image/"))
                for key, value in element.items()
            )
            active = any(key.lower().startswith("on") for key, _ in element.items())
            if outside or active or name in ("script", "foreignObject", "handler"):
                self.package.refuse(f"has an active picture ({shown(part)})", "replace it with a PNG")

    def _sheet(self, kind: str) -> Any:
        for link in self.main_links.values():
            if link.kind == kind and not link.external and link.target in self.package.parts:
                root = self.package.tree(link.target)
                if root.tag != f"{_W}{kind}":
                    self.package.refuse(f"has a damaged part ({shown(link.target)})", SAVE_AGAIN)
                if self.package.links(link.target) and kind == "numbering":
                    # Picture bullets would need parts of their own; the list styles keep their characters.
                    for bullet in root.findall(f"{_W}numPicBullet"):
                        root.remove(bullet)
                    for use in list(root.iter(f"{_W}lvlPicBulletId")):
                        use.getparent().remove(use)
                _clean(root)
                return root
        return None

    def _settings(self) -> tuple[str, str]:
        root = self._sheet("settings")
        elements = [] if root is None else list(root.iterchildren(*(f"{_W}{name}" for name in _KEPT_SETTINGS)))
        first = [e for e in elements if e.tag[len(_W) :] not in _AFTER_NOTES]
        last = [e for e in elements if e.tag[len(_W) :] in _AFTER_NOTES]
        return "".join(map(_xml, first)), "".join(map(_xml, last))

    def _setting(self, name: str) -> bool:
        root = self._sheet("settings")
        return root is not None and _on(root.find(f"{_W}{name}"))


def _on(element: Any) -> bool:
    return element is not None and (element.get(f"{_W}val") or "true") not in ("0", "false", "off")


def _refers(package: ReferencePackage, part: str, key: str) -> bool:
    elements = package.tree(part).iter(etree.Element)
    return any(value == key for e in elements for name, value in e.items() if name.startswith(_R))


def _without_references(section: Any) -> Any:
    own = copy.deepcopy(section)
    for name in ("headerReference", "footerReference", "printerSettings"):
        for element in own.findall(f"{_W}{name}"):
            own.remove(element)
    return own


def _relationship(link: Link, source: str) -> Relationship:
    target = link.target if link.external else posixpath.relpath(link.target, posixpath.dirname(source) or ".")
    return Relationship(attribute(link.id), attribute(link.type), attribute(target), link.external)


def _text_area(section: Any) -> tuple[TextArea, int]:
    def number(name: str, key: str, default: int) -> int:
        element = section.find(f"{_W}{name}")
        value = "" if element is None else element.get(f"{_W}{key}") or ""
        try:
            return abs(round(float(value)))
        except ValueError:
            return default

    # ISO/IEC 29500-1 leaves the defaults to the application; these are Word's.
    width, height = number("pgSz", "w", 12240), number("pgSz", "h", 15840)
    left, right = number("pgMar", "left", 1440), number("pgMar", "right", 1440)
    columns, gap = max(number("cols", "num", 1), 1), number("cols", "space", 720)
    text = max(width - left - right - number("pgMar", "gutter", 0), 1440)
    tall = max(height - number("pgMar", "top", 1440) - number("pgMar", "bottom", 1440), 1440)
    column = max((text - gap * (columns - 1)) / columns, 720)
    return TextArea(column / 20, tall / 20 * columns), text


# -- cleaning ------------------------------------------------------------------------------------


def _clean(root: Any) -> None:
    """Take extensions, revision numbers and unused names of namespaces out of *root*."""
    for choice in list(root.iter(f"{{{_MC}}}AlternateContent")):
        _settle(choice)
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            parent = element.getparent()
            if parent is not None and not (element.tail or "").strip():
                parent.remove(element)
            continue
        if _EXTENSION.match(element.tag[1:]):
            element.getparent().remove(element)
            continue
        for name in list(element.attrib):
            if name.startswith(f"{_W}rsid") or _EXTENSION.match(name[1:]):
                del element.attrib[name]
    for name in ("rsids", "sectPrChange", "pPrChange", "rPrChange", "proofErr", "lastRenderedPageBreak", "rsid"):
        for element in list(root.iter(f"{_W}{name}")):
            element.getparent().remove(element)
    # LibreOffice writes names of the strict schema in these two, which Word's own schema does not have.
    for element in root.iter(f"{_W}charset"):
        element.attrib.pop(f"{_W}characterSet", None)
    for element in root.iter(f"{_W}lvlJc"):
        value = element.get(f"{_W}val") or ""
        element.set(f"{_W}val", {"start": "left", "end": "right"}.get(value, value))
    _keep_needed_names(root)


def _settle(choice: Any) -> None:
    """Put the fallback in place of a choice that only the newest Word understands."""
    needs = {prefix for c in choice.iterchildren(f"{{{_MC}}}Choice") for prefix in (c.get("Requires") or "").split()}
    parent = choice.getparent()
    if needs <= _DRAWING_CHOICES or parent is None:
        return
    fallback = choice.find(f"{{{_MC}}}Fallback")
    at = parent.index(choice)
    for number, element in enumerate(() if fallback is None else list(fallback)):
        parent.insert(at + number, element)
    parent.remove(choice)


def _keep_needed_names(root: Any) -> None:
    """Leave only namespace prefixes that are used, and name under ``mc:Ignorable`` only those."""
    required = {prefix for c in root.iter(f"{{{_MC}}}Choice") for prefix in (c.get("Requires") or "").split()}
    used = {etree.QName(e).namespace for e in root.iter() if isinstance(e.tag, str)}
    used |= {etree.QName(name).namespace for e in root.iter() if isinstance(e.tag, str) for name in e.attrib}
    listed = (root.attrib.pop(_IGNORABLE, "") or "").split()
    still = [prefix for prefix in listed if root.nsmap.get(prefix) in used]
    if still:
        root.set(_IGNORABLE, " ".join(still))
    etree.cleanup_namespaces(root, keep_ns_prefixes=[*required, *still])


def _xml(element: Any) -> str:
    text = str(etree.tostring(element, encoding="unicode", with_tail=False))
    # The new root names these two.
    return text.replace(f' xmlns:w="{W}"', "").replace(f' xmlns:r="{R}"', "")
