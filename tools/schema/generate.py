# SPDX-License-Identifier: Apache-2.0
"""Write the JSON Schemas of the interchange from the model: ``python tools/schema/generate.py [FOLDER]``.

The schemas are draft 2020-12.  A field's description is the docstring that follows it in ``model.py``.  Run this
after a change of the model; a test compares the result with what the package holds.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
import types
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from docforge import interchange, model

PLACES = {model.Span: "span", model.OffsetMap: "offset_map"}

FIXED = {
    "span": {
        "description": "Half-open range of code points in the article's text: [start, end].",
        "type": "array",
        "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
        "items": False,
        "minItems": 2,
    },
    "offset_map": {
        "description": "Anchors [offset in the block's text, offset in the article's text], both rising.",
        "type": "array",
        "minItems": 1,
        "items": {"$ref": "#/$defs/span"},
    },
}


def descriptions() -> dict[tuple[str, str], str]:
    """Return (class, field) -> the docstring after the field."""
    found = {}
    for node in ast.parse(inspect.getsource(model)).body:
        if isinstance(node, ast.ClassDef):
            for field, after in zip(node.body, node.body[1:], strict=False):
                if isinstance(field, ast.AnnAssign) and isinstance(after, ast.Expr):
                    text = inspect.cleandoc(ast.literal_eval(after.value)).replace("``", "").replace("\n", " ")
                    found[node.name, ast.unparse(field.target)] = text
    return found


class Builder:
    """Collects the definitions that one schema needs."""

    def __init__(self) -> None:
        self.defs: dict[str, Any] = {}
        self.notes = descriptions()

    def of(self, wanted: Any) -> dict[str, Any]:
        """Return the schema of the type *wanted*."""
        if wanted is bytes:
            return {"type": "string", "contentEncoding": "base64"}
        plain = {str: "string", int: "integer", float: "number", bool: "boolean"}
        if wanted in plain:
            return {"type": plain[wanted]}
        if wanted in PLACES:
            self.defs[PLACES[wanted]] = FIXED[PLACES[wanted]]
            if wanted is model.OffsetMap:
                self.defs["span"] = FIXED["span"]
            return {"$ref": f"#/$defs/{PLACES[wanted]}"}
        origin, arguments = get_origin(wanted), get_args(wanted)
        if origin in (Union, types.UnionType):
            inner = [a for a in arguments if a is not type(None)]
            if len(inner) < len(arguments):
                return {"anyOf": [self.of(inner[0]), {"type": "null"}]}
            return {"oneOf": [self.of(kind) for kind in model.BLOCK_KINDS.values()]}
        if origin is tuple:
            if arguments[1:] == (Ellipsis,):
                return {"type": "array", "items": self.of(arguments[0])}
            return {
                "type": "array",
                "prefixItems": [self.of(a) for a in arguments],
                "items": False,
                "minItems": len(arguments),
            }
        if issubclass(wanted, StrEnum):
            return {"enum": [str(member) for member in wanted]}
        assert is_dataclass(wanted)
        return self.record(wanted)

    def record(self, wanted: type) -> dict[str, Any]:
        """Define the dataclass *wanted* and return a reference to it."""
        name = wanted.__name__
        if name not in self.defs:
            self.defs[name] = {}
            hints = get_type_hints(wanted, vars(model))
            properties: dict[str, Any] = {}
            required = [f.name for f in fields(wanted) if f.default is MISSING]
            if wanted in model.BLOCK_KINDS.values():
                properties["kind"] = {"const": wanted.KIND}
                required.insert(0, "kind")
            for field in fields(wanted):
                entry = self.of(hints[field.name])
                owners = [c.__name__ for c in wanted.__mro__]
                note = next((self.notes[o, field.name] for o in owners if (o, field.name) in self.notes), "")
                properties[field.name] = {"description": note, **entry} if note else entry
            self.defs[name] = {
                "description": inspect.cleandoc(wanted.__doc__ or "").split("\n\n")[0].replace("\n", " "),
                "type": "object",
                "properties": properties,
                "required": required,
            }
        return {"$ref": f"#/$defs/{name}"}


def schema(name: str, member: str, root: type) -> dict[str, Any]:
    """Return the whole schema of one document kind."""
    builder = Builder()
    reference = builder.of(root)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:docforge:schema:{member}-1",
        "title": f"docforge {member} interchange, version 1",
        "type": "object",
        "properties": {
            "schema": {"const": name},
            "version": {"type": "string", "pattern": "^1\\.[0-9]+$"},
            member: reference,
        },
        "required": ["schema", "version", member],
        "$defs": dict(sorted(builder.defs.items())),
    }


def files() -> dict[str, str]:
    """Return file name -> text of each schema."""
    made = {
        "article-1.json": schema(interchange.ARTICLE_SCHEMA, "article", model.Article),
        "pack-1.json": schema(interchange.PACK_SCHEMA, "pack", model.Pack),
    }
    return {name: json.dumps(value, indent=1, ensure_ascii=False) + "\n" for name, value in made.items()}


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "src" / "docforge" / "schema"
    for name, text in files().items():
        (folder / name).write_text(text, encoding="utf-8")
