# SPDX-License-Identifier: Apache-2.0
"""Reads a PDF back by its structure tree: what assistive technology is given, in its order.

Independent of the writer: pikepdf for objects and content streams, the fonts' ToUnicode maps for text.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

__all__ = ["Node", "artifact_texts", "open_pdf", "structure", "unmarked_text"]


@dataclass
class Node:
    """A structure element with its language, its own text and its kids in order."""

    tag: str
    lang: str = ""
    text: str = ""
    """All text below, in order."""
    kids: list[Node] = field(default_factory=list)
    alternative: str = ""
    links: int = 0
    """Annotations that hang on the element itself."""

    def walk(self) -> Iterator[Node]:
        """Yield the node and all below it, in order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *tags: str) -> list[Node]:
        """Return the nodes with one of *tags*, in order."""
        return [node for node in self.walk() if node.tag in tags]


def open_pdf(pdf: bytes) -> pikepdf.Pdf:
    """Open *pdf*; damage is an error."""
    opened = pikepdf.open(io.BytesIO(pdf))
    assert opened.check_pdf_syntax() == []
    return opened


def structure(pdf: bytes) -> Node:
    """Return the Document element of *pdf*."""
    opened = open_pdf(pdf)
    contents = {page.objgen: _marked_text(page) for page in opened.pages}
    root = opened.Root.StructTreeRoot.K
    return _node(root, contents, "")


def artifact_texts(pdf: bytes) -> list[dict[str, str]]:
    """Return the text of the artifacts of each page by subtype (Header, Footer, or empty)."""
    found = []
    for page in open_pdf(pdf).pages:
        texts: dict[str, str] = {}
        for key, text in _marked_text(page).items():
            if isinstance(key, str) and key.startswith("Artifact"):
                texts[key[9:]] = text
        found.append(texts)
    return found


def unmarked_text(pdf: bytes) -> str:
    """Return text that is neither content nor artifact: there must be none."""
    return "".join(_marked_text(page).get("", "") for page in open_pdf(pdf).pages)


def _node(element: pikepdf.Object, contents: dict[tuple[int, int], dict[object, str]], lang: str) -> Node:
    node = Node(str(element.S)[1:], str(element.get("/Lang", lang)), alternative=str(element.get("/Alt", "")))
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            node.text += contents[element.Pg.objgen][kid]
        elif kid.get("/Type") == "/MCR":
            node.text += contents[kid.get("/Pg", element.get("/Pg")).objgen][int(kid.MCID)]
        elif kid.get("/Type") == "/OBJR":
            node.links += 1
            assert kid.Obj.Subtype == "/Link"
        else:
            below = _node(kid, contents, node.lang)
            assert kid.P.objgen == element.objgen
            node.kids.append(below)
            node.text += below.text
    return node


def _marked_text(page: pikepdf.Page) -> dict[object, str]:
    """Return the page's text by marked-content number, ``Artifact:subtype``, or "" for neither."""
    fonts = {name: _to_unicode(font) for name, font in page.Resources.Font.items()}
    texts: dict[object, str] = {}
    stack: list[object] = []
    font: dict[int, str] = {}
    saved: list[dict[int, str]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            stack.append(_key(operands, stack[-1] if stack else ""))
        elif name == "EMC":
            stack.pop()
        elif name == "q":
            saved.append(font)
        elif name == "Q":
            font = saved.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name in ("Tj", "TJ"):
            strings = operands[0] if name == "TJ" else [operands[0]]
            raw = b"".join(bytes(s) for s in strings if isinstance(s, pikepdf.String))
            text = "".join(font[int.from_bytes(raw[i : i + 2], "big")] for i in range(0, len(raw), 2))
            key = stack[-1] if stack else ""
            texts[key] = texts.get(key, "") + text
        texts.setdefault(stack[-1] if stack else "", "")
    assert stack == []
    return texts


def _key(operands: list[pikepdf.Object], outer: object) -> object:
    if operands[0] == "/Artifact":
        subtype = str(operands[1].get("/Subtype", ""))[1:] if len(operands) > 1 else ""
        return f"Artifact:{subtype}"
    if len(operands) > 1 and "/MCID" in operands[1]:
        return int(operands[1].MCID)
    return outer


def _to_unicode(font: pikepdf.Object) -> dict[int, str]:
    cmap = bytes(font.ToUnicode.read_bytes()).decode("ascii")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfrange\n(.*?)\nendbfrange", cmap, re.S):
        for low, high, start in re.findall(r"<(\w+)> <(\w+)> <(\w+)>", block):
            for offset in range(int(high, 16) - int(low, 16) + 1):
                found[int(low, 16) + offset] = chr(int(start, 16) + offset)
    for block in re.findall(r"beginbfchar\n(.*?)\nendbfchar", cmap, re.S):
        for code, text in re.findall(r"<(\w+)> <(\w*)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return found
