# SPDX-License-Identifier: Apache-2.0
"""The bytes of a picture file -> ``Picture``: one form that every output can hold, and nothing hidden in it.

What comes out is upright, opaque, 8 bits a channel, grey or sRGB, PNG or JPEG, and carries no metadata: no place, no
camera, no thumbnail, no second picture behind the first.  The coded pixels of a JPEG that needs no other change are
kept as they are.  Opens no file.
"""

from __future__ import annotations

import hashlib
import re
import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from docforge.context import Context
from docforge.diagnostics import Report
from docforge.errors import DocforgeError, InputError, LimitError
from docforge.model import Picture
from docforge.picture_header import Measured, jpeg_segments, measure
from docforge.text import display_name

if TYPE_CHECKING:
    from PIL import Image as Raster

__all__ = ["read_picture"]

_LONGEST_SIDE = 2480
"""Pixels: the width of an A4 sheet at 300 to the inch, more than any column can show."""
_QUALITY = 90
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
_ORIENTATION = 0x0112  # Exif 3.0, 4.6.5.1
_WHITE = 255

_APP0, _APP14, _COMMENT, _SCAN, _END = 0xE0, 0xEE, 0xFE, 0xDA, 0xD9
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00"
"""Version 1.02, no density, no thumbnail (ITU-T T.871, 10.1)."""
# In coded data FF is followed by 00, or by a restart marker; any other byte begins the next segment.
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def read_picture(data: bytes, name: str, *, context: Context, report: Report) -> Picture:
    """Return the picture in *data* made fit for all outputs.

    Args:
        data: a PNG, JPEG or WebP file; its first bytes tell which, not its name.
        name: file name without its folder, for messages and ``Picture.name``.

    Raises:
        InputError: none of the three formats, or damaged.
        LimitError: more than ``limits.image_bytes`` bytes or ``limits.image_pixels`` pixels.

    Diagnostics: DF-R132 more than one frame, DF-R133 made smaller.
    """
    shown, limits = display_name(name), context.limits
    if len(data) > limits.image_bytes:
        raise LimitError(
            f"picture {shown!r} is larger than {limits.image_bytes // 1_048_576} MiB: save it smaller and try again"
        )
    head = measure(data)
    if head is None:
        raise InputError(f"{shown!r} is no PNG, JPEG or WebP picture: save it in one of these formats")
    _refuse_large(head.width_px, head.height_px, shown, limits.image_pixels)
    try:
        with warnings.catch_warnings():
            # Pillow grumbles about metadata, which goes anyway.
            warnings.simplefilter("ignore")
            media_type, finished = _finished(data, head, shown, limits.image_pixels, report)
    except DocforgeError:
        raise
    except Exception as error:
        # Files from elsewhere can be broken in any way; Pillow answers with a dozen kinds of exception.
        reason = type(error).__name__
        raise InputError(f"picture {shown!r} is damaged ({reason}): save it again in another program") from error
    size = measure(finished)
    if size is None:
        raise InputError(f"picture {shown!r} is damaged: save it again in another program")
    return Picture(name, media_type, size.width_px, size.height_px, finished, hashlib.sha256(data).hexdigest())


def _refuse_large(width: int, height: int, shown: str, limit: int) -> None:
    if width * height > limit:
        raise LimitError(
            f"picture {shown!r} has {width} × {height} pixels, more than {limit // 1_000_000} million: "
            "make it smaller and try again"
        )


def _finished(data: bytes, head: Measured, shown: str, limit: int, report: Report) -> tuple[str, bytes]:
    """Return media type and bytes of the finished file."""
    from PIL import Image

    with Image.open(BytesIO(data), formats=(_FORMATS[head.media_type],)) as image:
        _refuse_large(*image.size, shown, limit)
        if head.media_type != "image/jpeg" and getattr(image, "n_frames", 1) > 1:
            report.add("DF-R132", name=shown)
            image.seek(0)
        orientation = _orientation(image)
        if _is_plain(image, data) and orientation == 1 and max(image.size) <= _LONGEST_SIDE:
            kept = _without_metadata(data)
            if kept is not None:
                # An eighth of the size: every coded bit is read, few pixels are made.
                image.draft(image.mode, (image.width // 8, image.height // 8))
                image.load()
                return "image/jpeg", kept
        lossy = head.media_type == "image/jpeg" or (head.media_type == "image/webp" and not _is_lossless(data))
        own = _turned(_even(image, keep_palette=max(image.size) <= _LONGEST_SIDE and not lossy), orientation)
    if max(own.size) > _LONGEST_SIDE:
        width, height = (max(1, round(side * _LONGEST_SIDE / max(own.size))) for side in own.size)
        report.add("DF-R133", name=shown, width=own.width, height=own.height, smaller=f"{width} × {height}")
        own = own.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    own.info.clear()
    stream = BytesIO()
    if lossy:
        own.save(stream, "JPEG", quality=_QUALITY, optimize=True)
        return "image/jpeg", stream.getvalue()
    own.save(stream, "PNG")
    return "image/png", stream.getvalue()


# -- colours, turns --------------------------------------------------------------------------


def _even(image: Raster.Image, *, keep_palette: bool) -> Raster.Image:
    """Return *image* opaque, in sRGB (``RGB``), grey (``L``) or, where allowed, with its palette (``P``)."""
    from PIL import Image

    image.load()
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):
        # 16 bits of grey; Pillow alone would cut off what is above 255.
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    see_through = "transparency" in image.info or image.mode in ("LA", "La", "PA", "RGBA", "RGBa")
    if image.mode == "P" and not see_through and not profile and keep_palette:
        return image.copy()
    grey = image.mode in ("1", "L", "LA", "La")
    mask = image.convert("RGBA").getchannel("A") if see_through else None
    if see_through:
        image = image.convert("RGBA").convert("RGB")
    elif image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("L" if grey else "RGB")
    own = _in_srgb(image, profile)
    if mask is not None:
        paper = Image.new("RGB", own.size, (_WHITE, _WHITE, _WHITE))
        paper.paste(own, mask=mask)
        own = paper
    return own.convert("L") if grey and own.mode != "L" else own


def _in_srgb(image: Raster.Image, profile: bytes | None) -> Raster.Image:
    """Return *image* in grey or RGB; with a *profile* of its own (ICC.1), by that."""
    if not profile or _names_srgb(profile):
        return image if image.mode in ("L", "RGB") else image.convert("RGB")
    from PIL import ImageCms

    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        made = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        # A profile that fits no such picture says nothing.
        return image if image.mode in ("L", "RGB") else image.convert("RGB")
    return made if made is not None else image.convert("RGB")


def _names_srgb(profile: bytes) -> bool:
    """Say whether an ICC profile calls itself sRGB (tag ``desc``)."""
    return b"sRGB" in profile or b"\x00s\x00R\x00G\x00B" in profile


def _orientation(image: Raster.Image) -> int:
    """Return how the pixels are to be turned, 1 to 8 (Exif 3.0, 4.6.5.1)."""
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - broken metadata is no metadata
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _turned(image: Raster.Image, orientation: int) -> Raster.Image:
    from PIL import Image

    turn = Image.Transpose
    turns = {
        2: turn.FLIP_LEFT_RIGHT,
        3: turn.ROTATE_180,
        4: turn.FLIP_TOP_BOTTOM,
        5: turn.TRANSPOSE,
        6: turn.ROTATE_270,
        7: turn.TRANSVERSE,
        8: turn.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


# -- files as they are -----------------------------------------------------------------------


def _is_plain(image: Raster.Image, data: bytes) -> bool:
    """Say whether *image* is a JPEG whose coded pixels mean grey or sRGB to every reader."""
    if image.format not in ("JPEG", "MPO") or image.mode not in ("L", "RGB"):
        return False
    profile = image.info.get("icc_profile")
    if profile and not _names_srgb(profile):
        return False
    for marker, start, end in jpeg_segments(data):
        if marker == _APP14 and data[start : start + 5] == b"Adobe":
            return data[end - 1] == 1 or image.mode == "L"  # transform 1: YCbCr
        if marker in (0xC0, 0xC1, 0xC2):
            # Components named R, G, B hold RGB without saying so (libjpeg's convention).
            return data[start : start + 1] == b"\x08" and data[start + 6 : start + 15 : 3] != b"RGB"
    return False


def _without_metadata(data: bytes) -> bytes | None:
    """Return the JPEG *data* with its coded pixels alone, or None where its segments cannot be followed to its end.

    Application segments and comments go, and all that follows the end of the (first) picture.
    """
    out = [b"\xff\xd8", _JFIF]
    at = 2
    while at + 4 <= len(data) or data[at : at + 2] == b"\xff\xd9":
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == _END:
            out.append(b"\xff\xd9")
            return b"".join(out)
        if marker == 0xFF:
            at += 1
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if length < 2 or end > len(data):
            return None
        if marker == _SCAN:
            following = _NEXT_MARKER.search(data, end)
            if following is None:
                return None
            end = following.start()
        if not (_APP0 <= marker <= 0xEF or marker == _COMMENT):
            out.append(data[at:end])
        at = end
    return None


def _is_lossless(data: bytes) -> bool:
    """Say whether a WebP file holds its (first) picture without loss: chunk ``VP8L`` (RFC 9649, 2.6)."""
    at = 12
    while at + 8 <= len(data):
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if kind in (b"VP8L", b"VP8 "):
            return kind == b"VP8L"
        if kind == b"ANMF":
            at += 24  # the frame's own chunks follow its head
            continue
        at += 8 + size + size % 2
    return False
