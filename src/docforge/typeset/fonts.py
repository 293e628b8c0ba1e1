# SPDX-License-Identifier: Apache-2.0
"""Fonts: where they are, what they cover, which one sets which text.

Fonts come from pip packages (never from files in this project) and from the folders that the user
names.  Fonts installed in the system are not looked for: pages must not depend on the machine.
Nothing here knows lines or PDF.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import util
from pathlib import Path
from typing import Any

from docforge.errors import FontError
from docforge.records import dataclass
from docforge.typeset.scripts import (
    COMMON,
    GENERIC_DESIGNS,
    SCRIPTS,
    SYMBOL_FAMILIES,
    WESTERN,
    families_for,
    han_tag,
    script_of_language,
)

__all__ = ["Coverage", "Face", "FontCatalogue", "font_catalogue"]

_PACKS = (
    "justmytype_western_core",
    "justmytype_intl_rtl",
    "justmytype_intl_south_asia",
    "justmytype_intl_sea",
    "justmytype_intl_africa",
    "justmytype_intl_cjk",
    "manimgx_fonts",
)
_PACK_GROUPS = ("justmytype.packs", "fontpkg.family")
_MPL_FONTS = "mpl-data/fonts/ttf"  # matplotlib brings DejaVu: N’Ko, Tifinagh, Canadian syllabics
_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_MAX_FOLDER_FILES = 5000

# Modules of pymupdf-fonts that hold a font as bytes: module -> family, weight, italic.
_FONT_MODULES = {
    "FiraGO_Regular": ("FiraGO", 400, False),
    "FiraGO_Italic": ("FiraGO", 400, True),
    "FiraGO_Bold": ("FiraGO", 700, False),
    "FiraGO_BoldItalic": ("FiraGO", 700, True),
    "NotoSansSymbols_Regular": ("Noto Sans Symbols", 400, False),
    "NotoSansMath_Regular": ("Noto Sans Math", 400, False),
    "NotoMusic_Regular": ("Noto Music", 400, False),
}

# OS/2 fsType (OpenType 1.9): licence level in bits 0-3, bit 8 no subsetting, bit 9 bitmaps only.
_FS_LEVEL, _FS_RESTRICTED, _FS_NO_SUBSETTING, _FS_BITMAP_ONLY = 0x000F, 0x0002, 0x0100, 0x0200

_NOT_WORD = re.compile(r"[^0-9a-z]+")


class Face:
    """One face of one font file with its variation axes pinned; one object per process and key."""

    __slots__ = (
        "_advances",
        "_scale",
        "_unicodes",
        "ascent",
        "axes",
        "bbox",
        "cap_height",
        "descent",
        "family",
        "fs_type",
        "hb_face",
        "hb_font",
        "index",
        "italic",
        "key",
        "outlines",
        "path",
        "postscript_name",
        "style",
        "upem",
        "weight",
        "x_height",
    )

    key: str
    """Stable name: file name, index in the collection, pinned axes, e.g. ``NotoSerif[wght].ttf#0@wght=700``."""
    path: Path
    """The font file, or the module that holds the font's bytes."""
    index: int
    """Position in a collection (TTC), else 0."""
    axes: tuple[tuple[str, float], ...]
    """Pinned variation axes that differ from the default, sorted by tag."""
    family: str
    style: str
    weight: int
    italic: bool
    postscript_name: str
    upem: int
    ascent: float
    """1/1000 em, as descent (negative), cap_height and x_height."""
    descent: float
    cap_height: float
    x_height: float
    bbox: tuple[float, float, float, float]
    """1/1000 em: x min, y min, x max, y max."""
    outlines: str
    """``glyf`` or ``cff``."""
    fs_type: int
    """OS/2 fsType; faces whose licence forbids embedding never get this far."""
    hb_face: Any
    """``uharfbuzz.Face`` for subsetting (pin ``axes`` there)."""
    hb_font: Any
    """``uharfbuzz.Font`` with ``axes`` set, scale = upem."""

    def __init__(self, file: _FontFile, axes: tuple[tuple[str, float], ...], weight: int) -> None:
        import uharfbuzz as hb

        face = file.open()
        self.key = f"{file.path.name}#{file.index}" + "".join(f"@{tag}={value:g}" for tag, value in axes)
        self.path, self.index, self.axes = file.path, file.index, axes
        self.family, self.weight, self.italic = file.family, weight, file.italic
        self.style = _style_name(weight, file.italic)
        self.hb_face = face
        self.hb_font = hb.Font(face)
        if axes:
            self.hb_font.set_variations(dict(axes))
        self.upem = int(face.upem)
        self._scale = 1000.0 / self.upem
        self._unicodes = face.unicodes
        self._advances: dict[int, float] = {}
        self.fs_type = _fs_type(face)
        self.outlines = "cff" if {"CFF ", "CFF2"} & set(face.table_tags) else "glyf"
        self.postscript_name = _postscript_name(face, file, axes)
        self._read_metrics(hb)

    def _read_metrics(self, hb: Any) -> None:
        scale = self._scale
        extents = self.hb_font.get_font_extents("ltr")
        self.ascent, self.descent = extents.ascender * scale, extents.descender * scale
        metric = self.hb_font.get_metric_position_with_fallback
        self.cap_height = metric(hb.OTMetricsTag.CAP_HEIGHT) * scale
        self.x_height = metric(hb.OTMetricsTag.X_HEIGHT) * scale
        head = self.hb_face.reference_table("head").data
        box = struct.unpack(">hhhh", head[36:44]) if len(head) >= 44 else (0, -250, 1000, 1000)
        self.bbox = (box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale)

    def covers(self, codepoint: int) -> bool:
        """Say whether the face has a glyph for *codepoint*."""
        return codepoint in self._unicodes

    def advance(self, gid: int) -> float:
        """Return the natural advance of glyph *gid* in 1/1000 em."""
        known = self._advances.get(gid)
        if known is None:
            known = self._advances[gid] = self.hb_font.get_glyph_h_advance(gid) * self._scale
        return known

    @property
    def scale(self) -> float:
        """1/1000 em per font unit."""
        return self._scale

    def __repr__(self) -> str:
        return f"Face({self.key})"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one font family covers, for a listing."""

    family: str
    styles: tuple[str, ...]
    """E.g. ``("100-900", "100-900 Italic")``."""
    scripts: tuple[str, ...]
    """ISO 15924 codes it can set, sorted."""
    origin: str
    """Name of the package or folder it comes from."""


class _FontFile:
    """One face of a font file, not opened before it is needed."""

    __slots__ = ("_face", "family", "index", "italic", "module", "origin", "path", "user", "weight")

    def __init__(
        self,
        path: Path,
        family: str,
        origin: str,
        *,
        index: int = 0,
        italic: bool = False,
        weight: int = 400,
        module: str = "",
        user: bool = False,
    ) -> None:
        self.path, self.family, self.origin, self.index = path, family, origin, index
        self.italic, self.weight, self.module, self.user = italic, weight, module, user
        self._face: Any = None

    def open(self) -> Any:
        """Return the ``uharfbuzz.Face``; the file is mapped, not read.

        Raises:
            FontError: the file is no font.
        """
        import uharfbuzz as hb

        if self._face is None:
            blob = _module_blob(self.module) if self.module else _file_blob(self.path)
            face = hb.Face(blob, self.index)
            if face.glyph_count == 0 or not face.unicodes:
                raise FontError(f"font file {self.path.name!r} cannot be read: give a TTF, OTF or TTC font")
            self._face = face
        return self._face

    def axis_ranges(self) -> dict[str, tuple[float, float, float]]:
        """Return minimum, default and maximum for each variation axis."""
        return {axis.tag: (axis.min_value, axis.default_value, axis.max_value) for axis in self.open().axis_infos}


def _file_blob(path: Path) -> Any:
    import uharfbuzz as hb

    try:
        return hb.Blob.from_file_path(str(path))
    except Exception as error:  # uharfbuzz raises its own types, by version
        raise FontError(f"font file {path.name!r} cannot be opened: check that it is readable") from error


def _module_blob(module: str) -> Any:
    from importlib import import_module

    import uharfbuzz as hb

    return hb.Blob(bytes(import_module(f"pymupdf_fonts.{module}").fontbuffer))


def _fs_type(face: Any) -> int:
    table = face.reference_table("OS/2").data
    return int(struct.unpack(">H", table[8:10])[0]) if len(table) >= 10 else 0


def _embedding_ban(fs_type: int) -> str:
    """Say what *fs_type* forbids that a PDF needs, or the empty string."""
    if fs_type & _FS_LEVEL == _FS_RESTRICTED:
        return "embedding"
    if fs_type & _FS_NO_SUBSETTING:
        return "embedding a part of it"
    if fs_type & _FS_BITMAP_ONLY:
        return "embedding its outlines"
    return ""


def _style_name(weight: int, italic: bool) -> str:
    names = {100: "Thin", 200: "ExtraLight", 300: "Light", 400: "Regular", 500: "Medium"}
    names |= {600: "SemiBold", 700: "Bold", 800: "ExtraBold", 900: "Black"}
    name = names.get(weight, f"W{weight}")
    return (name if name != "Regular" or not italic else "") + ("Italic" if italic else "")


def _postscript_name(face: Any, file: _FontFile, axes: tuple[tuple[str, float], ...]) -> str:
    import uharfbuzz as hb

    name = face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or file.family
    if axes:  # a named instance: family, then what is pinned (Adobe Technical Note 5902)
        name = name.split("-", 1)[0] + ("-Italic" if file.italic else "-") + "_".join(f"{v:g}{t}" for t, v in axes)
    return re.sub(r"[^A-Za-z0-9_.+-]", "", name)[:63] or "Font"


def _fold(name: str) -> str:
    return _NOT_WORD.sub("", unicodedata.normalize("NFKD", name).casefold())


def _package_folder(module: str) -> Path | None:
    try:
        spec = util.find_spec(module)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent if spec and spec.origin else None


def _named_after_file(path: Path, origin: str) -> _FontFile:
    """Describe a pack's file by its name (``NotoSerif-Italic[wdth,wght].ttf``) without opening it."""
    stem = path.name.split("[", 1)[0].rsplit(".", 1)[0]
    family, _, style = stem.partition("-")
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])", " ", family)
    bold = 700 if "Bold" in style else 400
    return _FontFile(path, spaced, origin, italic="Italic" in style or "Oblique" in style, weight=bold)


def _pack_files(module: str) -> Iterator[_FontFile]:
    folder = _package_folder(module)
    if folder is not None:
        for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in _SUFFIXES):
            yield _named_after_file(path, module.replace("_", "-"))


def _module_files() -> Iterator[_FontFile]:
    folder = _package_folder("pymupdf_fonts")
    if folder is not None:
        for module, (family, weight, italic) in _FONT_MODULES.items():
            if (folder / f"{module}.py").is_file():
                path = folder / f"{module}.py"
                yield _FontFile(path, family, "pymupdf-fonts", italic=italic, weight=weight, module=module)


def _dejavu_files() -> Iterator[_FontFile]:
    folder = _package_folder("matplotlib")
    if folder is not None:
        for name in ("DejaVuSans", "DejaVuSans-Oblique", "DejaVuSans-Bold", "DejaVuSans-BoldOblique"):
            path = folder / _MPL_FONTS / f"{name}.ttf"
            if path.is_file():
                file = _named_after_file(path, "matplotlib")
                file.family = "DejaVu Sans"
                yield file


def _further_packs() -> Iterator[_FontFile]:
    """Find packs that announce themselves, beyond those docforge depends on."""
    from importlib.metadata import entry_points  # takes 30 ms to import

    for group in _PACK_GROUPS:
        for entry in sorted(entry_points(group=group), key=lambda e: e.value):
            module = entry.value.split(":", 1)[0].split(".", 1)[0]
            if module not in _PACKS:
                yield from _pack_files(module)


def _user_files(folder: Path) -> Iterator[_FontFile]:
    """Open every font below *folder*; user fonts are named by their own name table.

    Raises:
        FontError: the folder does not exist, holds too many files, or a font may not be embedded.
    """
    if not folder.is_dir():
        raise FontError(f"font folder {str(folder)[:120]!r} does not exist: check --font-dir")
    paths = sorted(p for p in folder.rglob("*") if p.suffix.lower() in _SUFFIXES and p.is_file())
    if len(paths) > _MAX_FOLDER_FILES:
        raise FontError(f"font folder {str(folder)[:120]!r} holds over {_MAX_FOLDER_FILES} fonts: name a smaller one")
    for path in paths:
        yield from _user_faces(path, str(folder))


def _user_faces(path: Path, origin: str) -> Iterator[_FontFile]:
    import uharfbuzz as hb

    count = int(hb.Face(_file_blob(path), 0).count) if path.suffix.lower() in (".ttc", ".otc") else 1
    names = hb.OTNameIdPredefined
    for index in range(max(count, 1)):
        file = _FontFile(path, path.stem, origin, index=index, user=True)
        face = file.open()
        ban = _embedding_ban(_fs_type(face))
        if ban:
            raise FontError(
                f"the licence of font file {path.name!r} forbids {ban} (OS/2 fsType {_fs_type(face):#06x}): "
                "use another font, or take the file out of the font folder"
            )
        file.family = face.get_name(names.TYPOGRAPHIC_FAMILY) or face.get_name(names.FONT_FAMILY) or path.stem
        file.weight, file.italic = _weight_and_slant(face)
        yield file


def _weight_and_slant(face: Any) -> tuple[int, bool]:
    table = face.reference_table("OS/2").data
    if len(table) < 64:
        return 400, False
    weight, selection = struct.unpack(">H", table[4:6])[0], struct.unpack(">H", table[62:64])[0]
    return min(max(int(weight), 1), 1000), bool(selection & 0x0201)


class FontCatalogue:
    """The fonts of the installed packs and of the user's folders."""

    def __init__(self, font_folders: Iterable[str | Path] = ()) -> None:
        self._families: dict[str, list[_FontFile]] = {}
        self._user_families: list[str] = []
        for folder in font_folders:
            for file in _user_files(Path(folder)):
                self._add(file)
        self._user_families = sorted(self._families)
        for module in _PACKS:
            self._add_all(_pack_files(module))
        self._add_all(_module_files())
        self._complete = False
        self._faces: dict[tuple[str, int, int, bool], Face] = {}
        self._chains: dict[tuple[str, int, bool, str, str], tuple[Face, ...]] = {}
        self._last_resort: dict[tuple[int, int, bool], Face | None] = {}
        self.setters: dict[Any, Any] = {}
        """Room for caches that live as long as the fonts (see ``shape``)."""
        self.shaped_ahead: dict[tuple[Any, str], list[Any]] = {}
        """Segments of whole runs that wait for their layout (see ``paragraph.shape_ahead``)."""

    def _add(self, file: _FontFile) -> None:
        self._families.setdefault(_fold(file.family), []).append(file)

    def _add_all(self, files: Iterable[_FontFile]) -> None:
        known = set(self._families)
        for file in files:
            if _fold(file.family) not in known:
                self._add(file)

    def _find_further(self) -> None:
        """Look for the packs that only rare text needs; costs some milliseconds, once."""
        if not self._complete:
            self._complete = True
            self._add_all(_further_packs())
            self._add_all(_dejavu_files())

    def has_family(self, family: str) -> bool:
        """Say whether *family* is a generic design or an installed family."""
        if family in GENERIC_DESIGNS or _fold(family) in self._families:
            return True
        self._find_further()
        return _fold(family) in self._families

    def chain(self, family: str, weight: int, italic: bool, lang: str, script: str) -> tuple[Face, ...]:
        """Return the faces to try in order for *script* (ISO 15924) in *lang*; the design family first.

        Generic designs follow the language: where its script comes in one design only, Latin words
        and figures next to it are set in the sans design that goes with it.

        Raises:
            FontError: *family* is neither a generic design nor found.
        """
        key = (family, weight, italic, lang, script)
        chain = self._chains.get(key)
        if chain is None:
            chain = self._chains[key] = self._build_chain(*key)
        return chain

    def _build_chain(self, family: str, weight: int, italic: bool, lang: str, script: str) -> tuple[Face, ...]:
        if not self.has_family(family):
            raise FontError(
                f"no font family {family[:80]!r}: use serif, sans or mono, or name a font folder that has it "
                "(docforge fonts lists what is there)"
            )
        names = self._family_order(family, lang, script)
        if not any(_fold(name) in self._families for name in names):
            self._find_further()
        faces = (self._face(name, weight, italic) for name in names)
        return tuple(dict.fromkeys(face for face in faces if face is not None))

    def _family_order(self, family: str, lang: str, script: str) -> list[str]:
        home = script_of_language(lang)
        if script == COMMON:
            script = home
        design = GENERIC_DESIGNS.get(family)
        if design == GENERIC_DESIGNS["serif"] and home not in WESTERN:
            design = GENERIC_DESIGNS["sans"]
        own = families_for(script, lang)
        user = [name for name in self._user_families if self._family_sets(name, script)]
        if design is None:
            # A family asked for by name: its relatives in the generic designs come after it.
            serif = self._looks_serif(family) and home in WESTERN
            return [family, *user, *own, GENERIC_DESIGNS["serif" if serif else "sans"]]
        if script in WESTERN:
            return [design, *user, *own]
        return [*user, *own, design]

    def _looks_serif(self, family: str) -> bool:
        return "sans" not in _fold(family)

    def _family_sets(self, folded: str, script: str) -> bool:
        facts = SCRIPTS.get(script)
        return facts is not None and any(
            all(ord(c) in file.open().unicodes for c in facts.probes) for file in self._families[folded]
        )

    def _face(self, family: str, weight: int, italic: bool) -> Face | None:
        files = self._families.get(_fold(family))
        if not files:
            return None
        file = min(files, key=lambda f: (f.italic != italic, not f.axis_ranges(), abs(f.weight - weight), f.weight))
        return self._pinned(file, weight)

    def _pinned(self, file: _FontFile, weight: int) -> Face:
        ranges = file.axis_ranges()
        pins = {}
        if "wght" in ranges:
            low, default, high = ranges["wght"]
            weight = int(min(max(weight, low), high))
            if weight != default:
                pins["wght"] = float(weight)
        else:
            weight = file.weight
        key = (str(file.path), file.index, weight, file.italic)
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = Face(file, tuple(sorted(pins.items())), weight)
        return face

    def last_resort(self, codepoint: int, weight: int, italic: bool, lang: str) -> Face | None:
        """Return any face that has *codepoint*, when the chain of its script has none, or None."""
        key = (codepoint, weight, italic)
        if key not in self._last_resort:
            self._last_resort[key] = self._search(codepoint, weight, italic, lang)
        return self._last_resort[key]

    def _search(self, codepoint: int, weight: int, italic: bool, lang: str) -> Face | None:
        han = families_for("Hani", han_tag(lang) or "zh-Hans")
        first = ["Noto Sans", "Noto Serif", *SYMBOL_FAMILIES, *han, *self._user_families]
        for complete in (False, True):
            if complete:
                self._find_further()
            for name in dict.fromkeys([*map(_fold, first), *sorted(self._families)]):
                for file in self._families.get(name, ()):
                    if codepoint in file.open().unicodes:
                        return self._face_with(name, codepoint, weight, italic)
        return None

    def _face_with(self, name: str, codepoint: int, weight: int, italic: bool) -> Face:
        files = [f for f in self._families[name] if codepoint in f.open().unicodes]
        return self._pinned(min(files, key=lambda f: (f.italic != italic, abs(f.weight - weight))), weight)

    def coverage(self) -> tuple[Coverage, ...]:
        """List what is there, sorted by family.  Opens every font once (about 0.1 s)."""
        self._find_further()
        return tuple(
            Coverage(
                _display_name(files[0]),
                tuple(dict.fromkeys(_describe(file) for file in files)),
                tuple(sorted(script for script in SCRIPTS if self._family_sets(folded, script))),
                files[0].origin,
            )
            for folded, files in sorted(self._families.items())
        )


def _display_name(file: _FontFile) -> str:
    """Return the family as the font itself spells it (``JetBrains Mono``), where that is the same name."""
    import uharfbuzz as hb

    names = hb.OTNameIdPredefined
    face = file.open()
    own = str(face.get_name(names.TYPOGRAPHIC_FAMILY) or face.get_name(names.FONT_FAMILY) or "")
    return own if _fold(own) == _fold(file.family) else file.family


def _describe(file: _FontFile) -> str:
    ranges = file.axis_ranges()
    weights = f"{ranges['wght'][0]:g}-{ranges['wght'][2]:g}" if "wght" in ranges else str(file.weight)
    return weights + (" Italic" if file.italic else "")


@lru_cache(maxsize=8)
def font_catalogue(font_folders: tuple[str, ...] = ()) -> FontCatalogue:
    """Return the catalogue for *font_folders*, one per process.

    Raises:
        FontError: a folder does not exist, or holds a font whose licence forbids embedding.
    """
    return FontCatalogue(font_folders)
