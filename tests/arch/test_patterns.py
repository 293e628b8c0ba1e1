# SPDX-License-Identifier: Apache-2.0
"""A pattern that is compiled at its first use has no fault to show then."""

import importlib
import pkgutil

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
