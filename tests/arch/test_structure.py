# SPDX-License-Identifier: Apache-2.0
"""The house rules that a machine can check: import order, confinement of libraries, light start, wheel contents."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from docforge.locale import tables

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "docforge"

# A module may import from its own row or rows above.
ROWS: tuple[tuple[str, ...], ...] = (
    (
        "_version",
        "errors",
        "records",
        "text",
        "patterns",
        "colours",
        "model",
        "diagnostics",
        "picture_header",
        "interchange",
        "schema",
        "settings",
    ),
    ("columns", "context", "plugins", "locale", "presentation", "theme"),
    ("reading",),
    ("detect",),
    ("figures", "copyediting", "key_quotes"),
    ("review", "present"),
    ("typeset",),
    ("write",),
    ("conversion", "picture_files", "theming", "pack", "check", "verify"),
    ("side", "batch"),
    ("cli", "__main__"),
)
ROW_OF = {name: number for number, row in enumerate(ROWS) for name in row}

CONFINED = {
    "docx": ("write.docx",),
    "reportlab": ("write.pdf",),
    "ebooklib": ("write.epub",),
    "babel": ("locale",),
    "click": ("cli",),
    "uharfbuzz": ("typeset", "write.pdf"),
    "icu4py": ("typeset",),
    "bidi": ("typeset",),
    "pyphen": ("typeset",),
    "charset_normalizer": ("reading",),
    "trafilatura": ("reading.formats.html",),
}

# plugins names the writers and readers and interchange is the model's codec: all are reached late, by name.
ALLOWED_UPWARD = {("plugins", "write"), ("plugins", "reading")}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            if node.module == "docforge":
                yield from (f"docforge.{alias.name}" for alias in node.names)
            else:
                yield node.module


@pytest.mark.parametrize(("name", "tree"), list(modules()), ids=lambda value: value if isinstance(value, str) else "")
def test_imports_go_up_the_rows_only(name: str, tree: ast.Module) -> None:
    own = name.split(".", maxsplit=1)[0]
    if own == "":  # the package itself re-exports lazily
        return
    assert own in ROW_OF, f"{own} has no row: add it to ROWS and to docs/architecture.md"
    for imported in imports(tree):
        if not imported.startswith("docforge."):
            continue
        other = imported.split(".")[1]
        assert (own, other) in ALLOWED_UPWARD or ROW_OF[other] <= ROW_OF[own], f"{name} imports {imported}"


@pytest.mark.parametrize(("name", "tree"), list(modules()), ids=lambda value: value if isinstance(value, str) else "")
def test_each_library_stays_in_its_module(name: str, tree: ast.Module) -> None:
    for imported in imports(tree):
        library = imported.split(".")[0]
        homes = CONFINED.get(library)
        if homes is not None and imported.split(".")[0] != "docforge":
            assert any(name == home or name.startswith((home + ".", home)) for home in homes), (
                f"{name} imports {library}"
            )


def test_no_module_takes_a_private_name_from_another() -> None:
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("docforge"):
                private = {alias.name for alias in node.names if alias.name.startswith("_")} - {"__version__"}
                assert not private, f"{name} takes {private} from {node.module}"


def test_no_detector_imports_itself_by_way_of_others() -> None:
    """What is imported when a module of ``detect/`` is loaded leads never back to it."""
    trees = {name: tree for name, tree in modules() if name.startswith("detect.")}
    needs: dict[str, set[str]] = {name: set() for name in trees}
    for name, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("docforge.detect"):
                module = node.module.removeprefix("docforge.")
                needs[name] |= {module, *(f"{module}.{alias.name}" for alias in node.names)} & trees.keys()
    loaded: set[str] = set()
    while ready := {name for name, others in needs.items() if name not in loaded and others <= loaded}:
        loaded |= ready
    assert not needs.keys() - loaded


LANGUAGES = frozenset(locale.partition("-")[0] for locale in tables.locales())
_NO_LANGUAGES = {"und", "mul", "zxx", ""}
"""Tags that say that there is no one language: to ask for them is to ask whether one is known."""


def _named_languages(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and tag wherever what is called a language or tag is compared with a language that is spelled out."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Compare):
            continue
        sides = [node.left, *node.comparators]
        names = {
            own.attr if isinstance(own, ast.Attribute) else own.id
            for side in sides
            for own in ast.walk(side)
            if isinstance(own, ast.Attribute | ast.Name)
        }
        if names.isdisjoint({"lang", "language", "language_tag", "tag", "primary", "locale"}):
            continue
        for side in sides:
            for own in ast.walk(side):
                if isinstance(own, ast.Constant) and isinstance(own.value, str) and own.value not in _NO_LANGUAGES:
                    if own.value.partition("-")[0] in LANGUAGES:
                        yield node.lineno, own.value


@pytest.mark.parametrize(("name", "tree"), list(modules()), ids=lambda value: value if isinstance(value, str) else "")
def test_languages_are_told_apart_by_tables(name: str, tree: ast.Module) -> None:
    """Tables over branches: no ``if language == "fr"`` outside data."""
    if not name.startswith("reading.formats."):  # elements of markup are tags as well
        assert not list(_named_languages(tree)), name


HEAVY = {
    "docx",
    "reportlab",
    "ebooklib",
    "babel",
    "lxml",
    "uharfbuzz",
    "PIL",
    "icu4py",
    "click",
    "charset_normalizer",
    "fontTools",
    "trafilatura",
    "importlib.metadata",
}


def loaded_by(code: str) -> set[str]:
    script = f"import sys, json; {code}; json.dump(sorted(sys.modules), sys.stdout)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_importing_docforge_is_light() -> None:
    assert loaded_by("import docforge") & HEAVY == set()


def test_help_needs_only_the_argument_parser() -> None:
    code = "import docforge.cli as c, contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()): c.run(['--help'])"
    script = f"import sys, json\n{code}\njson.dump(sorted(sys.modules), sys.stdout)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(json.loads(done.stdout)) & (HEAVY - {"click"}) == set()


def test_public_names_load() -> None:
    import docforge

    for name in docforge.__all__:
        assert getattr(docforge, name) is not None


def test_every_source_file_states_its_licence_and_purpose() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert text.startswith("# SPDX-License-Identifier: Apache-2.0\n"), path
        assert ast.get_docstring(ast.parse(text)), f"{path} says nothing of its purpose"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    # The build runs in this environment, so that the test needs no network.
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_templates_schema_and_marker(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "docforge/py.typed" in names
    assert "docforge/templates/themes/default/theme.toml" in names
    assert "docforge/schema/article-1.json" in names


def test_the_wheel_converts_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Unpacked away from the sources, the wheel's own themes, catalogues and schema are found."""
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    code = (
        "import docforge, docforge.theme as t, pathlib, sys\n"
        "assert pathlib.Path(docforge.__file__).is_relative_to(sys.argv[1]), docforge.__file__\n"
        "assert t.themes_folder().is_relative_to(sys.argv[1])\n"
        "data = docforge.convert_text('A headline stands here\\n\\nRain fell on the hills on Sunday.\\n', 'docx')\n"
        "assert data[:2] == b'PK'\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(site)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(site), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
