# SPDX-License-Identifier: Apache-2.0
"""The heads and feet of a reference document, with the handling mark on each page where one is set.

Rule: ISO/IEC 29500-1, 17.10 (headers and footers).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lxml import etree

from docforge.write.docx.parts import MEDIA_TYPES, Part, Relationship
from docforge.write.docx.template import Template
from docforge.write.docx.wml import DECLARATION, R, W, root

__all__ = ["Heads"]


class Heads:
    """The parts of *template*, marked.

    Args:
        marking: ``w:p`` with the handling mark, or empty.  It stands first in each head and last in each foot; pages
            that have none get one.
    """

    def __init__(self, template: Template, marking: str) -> None:
        self.parts: tuple[Part, ...] = template.parts
        self.links: list[Relationship] = []
        self.references = ""
        """References to parts that were added, for the first section; later ones inherit them."""
        if not marking:
            return
        self.parts = tuple(_marked(p, marking) if p.name in template.heads else p for p in template.parts)
        added = []
        for number, (kind, which) in enumerate(template.bare, 1):
            name = f"{kind}Mark{number}"
            content = root("hdr" if kind == "header" else "ftr", marking).encode("utf-8")
            added.append(Part(f"word/{name}.xml", MEDIA_TYPES[kind], content))
            self.links.append(Relationship(f"rIdMark{number}", kind, f"{name}.xml"))
            self.references += f'<w:{kind}Reference w:type="{which}" r:id="rIdMark{number}"/>'
        self.parts = (*self.parts, *added)


def _marked(part: Part, marking: str) -> Part:
    content: Any = part.content
    tree: Any = etree.fromstring(content)
    paragraph = etree.fromstring(f'<x xmlns:w="{W}" xmlns:r="{R}">{marking}</x>')[0]
    if tree.tag.endswith("}hdr"):
        tree.insert(0, paragraph)
    else:
        tree.append(paragraph)
    etree.cleanup_namespaces(paragraph)
    return replace(part, content=DECLARATION.encode() + etree.tostring(tree))
