# SPDX-License-Identifier: Apache-2.0
"""Economies of start-up: patterns compiled at first use have no fault to show then; classes use the lean decorator."""

import ast
import importlib
import pkgutil
from pathlib import Path

import docforge
from docforge.patterns import Lazy


def test_every_lazy_pattern_compiles() -> None:
    found = 0
    for module in pkgutil.walk_packages(docforge.__path__, "docforge."):
        if module.name == "docforge.__main__":
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Lazy):
                value.compiled()
                found += 1
    assert found > 80


def test_classes_take_the_lean_decorator() -> None:
    package = Path(docforge.__path__[0])
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "dataclasses" and path.name != "records.py":
                assert "dataclass" not in {alias.name for alias in node.names}, f"{path}: take it from docforge.records"
