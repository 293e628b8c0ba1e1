# SPDX-License-Identifier: Apache-2.0
"""Build hook: compile the label catalogues (.po) to what is read at run time (.mo).

A checkout needs no build: ``docforge.locale.labels`` compiles a catalogue when it is first used there.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_LOCALE = Path("src/docforge/locale")


class CatalogueHook(BuildHookInterface[Any]):
    """Compiles every catalogue and refuses one with a missing or different placeholder."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the .mo files beside their sources and name them as artifacts."""
        folder = Path(self.root) / _LOCALE
        compiler = _load(folder / "catalogue_compiler.py")
        for source in sorted((folder / "catalogues").glob("*.po")):
            target = source.with_suffix(".mo")
            target.write_bytes(compiler.compile_catalogue(source))
            build_data["artifacts"].append("/" + target.relative_to(self.root).as_posix())


def _load(path: Path) -> Any:
    """Import one module by its path: the package itself is not installed while it is built."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None  # noqa: S101 -- the file is part of the repository
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
