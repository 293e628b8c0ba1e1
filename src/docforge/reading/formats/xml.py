# SPDX-License-Identifier: Apache-2.0
"""The one XML and HTML parser for input: no entities, no DTD, no network, libxml2's limits on depth and size kept.

Rules: OWASP XML External Entity Prevention; reliability notes on lxml (``iterparse`` is not used).
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import Any

from docforge.errors import InputError, LimitError
from docforge.text import safe_text

__all__ = ["parse_html", "parse_xml"]

_SUBSET = re.compile(rb"<!DOCTYPE[^\[>]{0,1000}\[", re.IGNORECASE)
_PROLOG_BYTES = 65_536


def parse_xml(data: bytes, encoding: str | None, where: str) -> Any:
    """Return the root element of *data*.

    A DOCTYPE that only names an external DTD is passed over unread; one that declares anything is refused.

    Raises:
        InputError: not well-formed, over libxml2's limits, or with declarations of its own.
    """
    from lxml import etree

    if _SUBSET.search(data[:_PROLOG_BYTES].replace(b"\x00", b"")):
        raise InputError(_refusal(where))
    try:
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, dtd_validation=False, attribute_defaults=False, no_network=True,
            huge_tree=False, remove_pis=True, remove_comments=True, strip_cdata=True, encoding=encoding,
        )  # fmt: skip
        root = etree.fromstring(data, parser)
    except LookupError:
        raise InputError(f"no encoding {str(encoding)[:40]!r} for XML{where}: leave --encoding out") from None
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = str(error).splitlines()[0][:160] if str(error) else "no element"
        raise InputError(f"input is not well-formed XML{where}: {reason}; mend it, or --from text") from None
    subset: Any = root.getroottree().docinfo.internalDTD
    if subset is not None and next(iter(subset.iterentities()), None) is not None:
        raise InputError(_refusal(where))
    _write_out_entities(root, etree.Entity)
    return root


def _write_out_entities(root: Any, kind: Any) -> None:
    """Replace references to entities of the unread DTD, such as ``&nbsp;``, by what HTML says they are."""
    for node in list(root.iter(kind)):
        text = _entity_text(node.name) + (node.tail or "")
        before, parent = node.getprevious(), node.getparent()
        if before is not None:
            before.tail = (before.tail or "") + text
        else:
            parent.text = (parent.text or "") + text
        node.tail = None
        parent.remove(node)


def _refusal(where: str) -> str:
    return f"XML with declarations of its own (<!DOCTYPE … [ ]>) is not read{where}: take them out"


def parse_html(markup: str) -> Any:
    """Return the root element of *markup*, mended as browsers do, or None when there is nothing in it.

    Raises:
        LimitError: elements lie deeper in each other than the parser follows; it would leave their text out.
    """
    from lxml import etree

    parser: Any = etree.HTMLParser(
        recover=True, no_network=True, huge_tree=True, remove_pis=True, remove_comments=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(safe_text(markup).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if any("Excessive depth" in error.message for error in parser.error_log):
        raise LimitError("elements of the page lie over 2,000 deep in each other: --from text takes it as it stands")
    return root


def _entity_text(name: str) -> str:
    """Return what the reference ``&name;`` stands for in HTML and in the NITF DTD; else the reference itself."""
    return html5.get(name + ";", f"&{name};")
