# SPDX-License-Identifier: Apache-2.0
"""An office's own DOCX opened with suspicion: what may shape a new document, and what is refused.

Nothing in it runs, fetches or grows: macros, embedded programs, outside targets, document type declarations and
archive bombs are refused by name.  It must know nothing of presentations or themes.

Rules: ISO/IEC 29500-2 (packages, relationships, content types); ISO/IEC 29500-1, 17.16 (fields).
"""

from __future__ import annotations

import copy
import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, NoReturn
from urllib.parse import unquote

from lxml import etree

from docforge.context import Limits
from docforge.errors import ThemeError
from docforge.records import dataclass
from docforge.text import display_name
from docforge.write.docx.wml import W

__all__ = ["SAVE_AGAIN", "Link", "ReferencePackage", "check_story", "field_codes", "open_reference", "shown"]

SAVE_AGAIN = "open it in Word and save it again"
_MOST_PARTS = 1_000
_LARGEST_RATIO, _RATIO_FROM = 100, 1024 * 1024
_TYPES = "[Content_Types].xml"
_MAIN_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
# Last step of the types of relationships that run, embed or bring in other documents.
_ACTIVE_KINDS: Mapping[str, str] = {
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "attachedTemplate": "an attached template",
    "oleObject": "an embedded object",
    "package": "an embedded document",
    "control": "an ActiveX control",
    "activeXControlBinary": "an ActiveX control",
    "aFChunk": "an embedded document",
    "subDocument": "a subdocument",
    "frame": "a frame",
    "mailMergeSource": "a mail merge source",
    "extensibility": "a custom ribbon",
}
_ACTIVE_FIELDS = re.compile(
    r"\s*(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|MACROBUTTON|DATABASE|RD|EMBED|HTMLACTIVEX)\b",
    re.IGNORECASE,
)
_ACTIVE_ELEMENTS = frozenset({"object", "altChunk", "control", "subDoc", "movie"})


@dataclass(frozen=True, slots=True)
class Link:
    """One relationship of a part."""

    id: str
    type: str
    """The whole address of its type."""
    target: str
    """Part name, or an address where *external*."""
    external: bool

    @property
    def kind(self) -> str:
        """The last step of the type."""
        return self.type.rpartition("/")[2]


@dataclass(frozen=True)
class ReferencePackage:
    """The parts of a reference document that has passed every check."""

    name: str
    parts: Mapping[str, bytes]
    types: Mapping[str, str]
    """Part name -> media type."""
    main: str = ""
    trees: dict[str, Any] = field(default_factory=dict)

    def refuse(self, what: str, way_out: str) -> NoReturn:
        """Raise ``ThemeError`` in the one form that all refusals have."""
        raise ThemeError(f"reference document {display_name(self.name)!r} {what}: {way_out}")

    def tree(self, part: str) -> Any:
        """Return a fresh copy of the root of the XML *part*."""
        if part not in self.trees:
            self.trees[part] = self._parsed(part)
        return copy.deepcopy(self.trees[part])

    def _parsed(self, part: str) -> Any:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
        )
        try:
            root = etree.fromstring(self.parts[part], parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            why = str(error).splitlines()[0][:80] if str(error) else "not well-formed"
            self.refuse(f"has a damaged part ({shown(part)}: {why})", SAVE_AGAIN)
        if root.getroottree().docinfo.internalDTD is not None:
            self.refuse(f"declares a DTD ({shown(part)})", SAVE_AGAIN)
        return root

    def links(self, part: str) -> dict[str, Link]:
        """Return the relationships of *part* by id."""
        return {link.id: link for link in self._links(part)}

    def _links(self, part: str) -> Iterator[Link]:
        folder, _, file = part.rpartition("/")
        own = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if own not in self.parts:
            return
        for element in self.tree(own):
            if not isinstance(element.tag, str) or not element.tag.endswith("}Relationship"):
                continue
            target = element.get("Target") or ""
            external = element.get("TargetMode") == "External"
            yield Link(
                element.get("Id") or "",
                element.get("Type") or "",
                target if external else _inside(part, target),
                external,
            )


def shown(text: str) -> str:
    """*text* from the document for a message: short and printable."""
    return display_name(text if len(text) <= 80 else text[:79] + "…")


def _inside(base: str, target: str) -> str:
    path = unquote(target.partition("#")[0])
    joined = path if path.startswith("/") else posixpath.join("/" + posixpath.dirname(base), path)
    return posixpath.normpath(joined).lstrip("/")


def open_reference(name: str, data: bytes, limits: Limits) -> ReferencePackage:
    """Return the package *data* after every check.

    Args:
        name: file name, for messages.

    Raises:
        ThemeError: it is no DOCX, is damaged, over ``limits.template_bytes`` unpacked, or holds something that
            runs, fetches or embeds; the message names the thing.
    """
    package = ReferencePackage(name, {}, {})
    parts = _unpacked(package, data, limits)
    package = ReferencePackage(name, parts, _media_types(ReferencePackage(name, parts, {})))
    for part, kind in package.types.items():
        if "macroEnabled" in kind or "vbaProject" in kind or "vbaData" in kind:
            package.refuse(f"holds macros ({shown(part)})", "save it as a .docx without macros")
    for part in parts:
        if part.lower().endswith((".xml", ".rels")) or package.types.get(part, "").endswith("xml"):
            package.trees[part] = package._parsed(part)
    _check_links(package)
    main = _main_part(package)
    checked = ReferencePackage(name, parts, package.types, main, package.trees)
    root = package.trees[main]
    if root.tag.startswith("{http://purl.oclc.org/"):
        checked.refuse("is Strict Open XML", "save it as an ordinary Word document (.docx)")
    if root.tag != f"{{{W}}}document" or root.find(f"{{{W}}}body") is None:
        checked.refuse(f"has no document in its main part ({shown(main)})", SAVE_AGAIN)
    return checked


def _unpacked(package: ReferencePackage, data: bytes, limits: Limits) -> dict[str, bytes]:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        package.refuse("is an old .doc or encrypted", "save it as a .docx without a password")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        package.refuse("is no DOCX file", "give a .docx or .dotx")
    parts: dict[str, bytes] = {}
    folded: set[str] = set()
    most = min(limits.template_bytes, max(_RATIO_FROM, _LARGEST_RATIO * len(data)))
    room = most
    with archive:
        entries = [info for info in archive.infolist() if not info.filename.endswith("/")]
        if len(entries) > _MOST_PARTS:
            package.refuse(f"has {len(entries)} parts, more than {_MOST_PARTS}", "give a plain letter template")
        for info in entries:
            name = info.filename
            steps = name.split("/")
            if name.startswith("/") or ".." in steps or "\\" in name or ":" in name or not name.isprintable():
                package.refuse(f"has a part with an unsafe name ({shown(name)})", SAVE_AGAIN)
            if name.casefold() in folded:
                package.refuse(f"has a part twice ({shown(name)})", SAVE_AGAIN)
            folded.add(name.casefold())
            if info.flag_bits & 1:
                package.refuse("is encrypted", "save it without a password")
            try:
                with archive.open(info) as stream:
                    # The size that the header states is not believed.
                    content = stream.read(room + 1)
            except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError):
                package.refuse(f"has a damaged part ({shown(name)})", SAVE_AGAIN)
            room -= len(content)
            if room < 0:
                size = f"unpacks to more than {most / 1024**2:.0f} MiB"
                package.refuse(f"{size} ({shown(name)})", "give a template without large pictures")
            parts[name] = content
    if _TYPES not in parts:
        package.refuse("is no DOCX file (it has no [Content_Types].xml)", "give a .docx or .dotx")
    return parts


def _media_types(package: ReferencePackage) -> dict[str, str]:
    root = package.tree(_TYPES)
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for element in root:
        if not isinstance(element.tag, str):
            continue
        kind = element.get("ContentType") or ""
        if element.tag.endswith("}Default"):
            defaults[(element.get("Extension") or "").casefold()] = kind
        elif element.tag.endswith("}Override"):
            overrides[(element.get("PartName") or "").lstrip("/").casefold()] = kind
    types = {}
    for part in package.parts:
        ending = part.rpartition(".")[2].casefold()
        types[part] = overrides.get(part.casefold()) or defaults.get(ending, "")
    return types


def _check_links(package: ReferencePackage) -> None:
    for rels in [part for part in package.parts if part.endswith(".rels")]:
        folder, _, file = rels.rpartition("/")
        source = posixpath.join(folder.removesuffix("_rels"), file.removesuffix(".rels")).lstrip("/")
        for link in package.links(source).values() if source else _package_links(package):
            what = _ACTIVE_KINDS.get(link.kind)
            if what is not None:
                package.refuse(f"holds {what} ({shown(link.target)})", "take it out and save the file again")
            if link.external and not (link.kind == "hyperlink" and _LINK.match(link.target)):
                package.refuse(
                    f"points outside ({link.kind[:40]} {shown(link.target)})", "take the link out or embed it"
                )


def _package_links(package: ReferencePackage) -> list[Link]:
    """The relationships of the package itself, whose part has an empty name."""
    return list(package.links("").values())


def _main_part(package: ReferencePackage) -> str:
    found = [link.target for link in _package_links(package) if link.kind == "officeDocument" and not link.external]
    if not found or found[0] not in package.parts:
        package.refuse("has no main document", "give a .docx or .dotx")
    kind = package.types.get(found[0], "")
    if kind not in _MAIN_TYPES:
        package.refuse(f"is no Word document ({shown(kind) or 'no content type'})", "give a .docx or .dotx")
    return found[0]


def check_story(package: ReferencePackage, part: str, root: Any) -> None:
    """Refuse active fields and embedded things in *root*, a story that is to be kept.

    Raises:
        ThemeError: naming the first one.
    """
    for code in field_codes(root):
        if _ACTIVE_FIELDS.match(code):
            package.refuse(f"has an active field ({shown(part)}: {shown(code.strip())})", "take the field out")
    for element in root.iter(f"{{{W}}}*"):
        if element.tag.rpartition("}")[2] in _ACTIVE_ELEMENTS:
            what = element.tag.rpartition("}")[2]
            package.refuse(f"has an embedded object ({shown(part)}: {what})", "replace it with a picture")


def field_codes(root: Any) -> Iterator[str]:
    """Yield the instruction of each field below *root*, joined where it is spread over several runs.

    Rule: ISO/IEC 29500-1, 17.16.2 (complex fields: begin, instruction, separate, result, end).
    """
    open_codes: list[list[str]] = []
    for element in root.iter(f"{{{W}}}fldSimple", f"{{{W}}}fldChar", f"{{{W}}}instrText"):
        if element.tag == f"{{{W}}}fldSimple":
            yield element.get(f"{{{W}}}instr") or ""
        elif element.tag == f"{{{W}}}instrText":
            if open_codes:
                open_codes[-1].append(element.text or "")
            else:
                yield element.text or ""
        elif element.get(f"{{{W}}}fldCharType") == "begin":
            open_codes.append([])
        elif element.get(f"{{{W}}}fldCharType") == "end" and open_codes:
            yield "".join(open_codes.pop())
    yield from ("".join(code) for code in open_codes)
