"""Pictures are read safely: told by their bytes, bounded, upright, opaque, in sRGB and without anything hidden."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from docforge.context import Context, Limits
from docforge.conversion import read
from docforge.diagnostics import Report
from docforge.errors import DocforgeError, InputError, LimitError
from docforge.model import Article, Picture
from docforge.picture_files import with_pictures
from docforge.picture_header import measure
from docforge.reading.pictures import read_picture
from docforge.settings import Settings

GPS = {1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)}


def halves(mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> Image.Image:
    """A picture with a red left half and a blue right half."""
    image = Image.new("RGB", size, (200, 30, 30))
    image.paste((30, 30, 200), (size[0] // 2, 0, *size))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def made(data: bytes, name: str = "harbour.jpg", report: Report | None = None, **limits: int) -> Picture:
    context = Context(limits=Limits(**limits))
    return read_picture(data, name, context=context, report=report if report is not None else Report())


def opened(picture: Picture) -> Image.Image:
    image = Image.open(BytesIO(picture.data))
    image.load()
    assert image.size == (picture.width_px, picture.height_px)
    return image


def near(pixel: object, wanted: tuple[int, ...], by: int = 12) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= by for a, b in zip(pixel, wanted, strict=True))


# -- formats -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "options", "media_type"),
    [
        ("JPEG", {}, "image/jpeg"),
        ("JPEG", {"progressive": True}, "image/jpeg"),
        ("PNG", {}, "image/png"),
        ("WEBP", {"lossless": True}, "image/png"),
        ("WEBP", {"lossless": False}, "image/jpeg"),
    ],
)
def test_three_formats_become_two(kind: str, options: dict[str, object], media_type: str) -> None:
    data = saved(halves(), kind, **options)
    picture = made(data, "said-to-be.gif")
    assert picture.media_type == media_type
    image = opened(picture)
    assert near(image.getpixel((5, 10)), (200, 30, 30)) and near(image.getpixel((35, 10)), (30, 30, 200))


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF"])
def test_other_formats_are_refused_whatever_they_are_called(kind: str) -> None:
    with pytest.raises(InputError, match=r"'harbour.jpg' is no PNG, JPEG or WebP picture"):
        made(saved(halves(), kind))


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="is no PNG, JPEG or WebP"):
        made(data)


def test_coded_pixels_of_a_sound_jpeg_are_kept() -> None:
    data = saved(halves(), "JPEG", quality=83, comment=b"secret")
    picture = made(data)
    # From the first quantisation table on nothing differs.
    assert picture.data[picture.data.index(b"\xff\xdb") :] == data[data.index(b"\xff\xdb") :]
    assert b"secret" not in picture.data


# -- what is hidden ----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_metadata_is_stripped(kind: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of somebody"
    exif[0x8825] = GPS
    data = saved(halves(), kind, exif=exif)
    assert b"Camera of somebody" in data
    picture = made(data)
    assert b"Camera" not in picture.data and b"Exif" not in picture.data
    image = opened(picture)
    assert not image.getexif() and not set(image.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_what_follows_the_end_of_a_jpeg_goes() -> None:
    assert b"film" not in made(saved(halves(), "JPEG") + b"film" * 10).data


def test_text_in_a_png_goes() -> None:
    from PIL.PngImagePlugin import PngInfo

    note = PngInfo()
    note.add_text("Author", "somebody")
    assert b"somebody" not in made(saved(halves(), "PNG", pnginfo=note)).data


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_pictures_stand_upright(kind: str, orientation: int) -> None:
    """The camera's turn is undone: the red half ends where Pillow's own transposition puts it."""
    from PIL import ImageOps

    exif = Image.Exif()
    exif[0x0112] = orientation
    data = saved(halves(size=(64, 32)), kind, exif=exif)
    image = opened(made(data))
    wanted = ImageOps.exif_transpose(Image.open(BytesIO(data))).convert("RGB")
    assert image.size == wanted.size
    for place in ((4, 4), (image.width - 5, image.height - 5)):
        assert near(image.convert("RGB").getpixel(place), wanted.getpixel(place))


# -- colours -----------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_see_through_lies_on_white(mode: str) -> None:
    image = Image.new("RGBA", (10, 10), (0, 0, 0, 0))
    image.paste((10, 10, 10, 255), (0, 0, 5, 10))
    own = image.quantize(4) if mode == "P" else image.convert(mode)
    picture = opened(made(saved(own, "PNG"), "logo.png")).convert("RGB")
    assert near(picture.getpixel((2, 5)), (10, 10, 10)) and near(picture.getpixel((8, 5)), (255, 255, 255))


def test_sixteen_bits_of_grey_keep_their_middle() -> None:
    rows = b"".join(b"\x00" + struct.pack(">4H", 0, 0x4000, 0x8000, 0xFFFF) for _ in range(4))
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 16, 0, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )
    image = opened(made(data, "scan.png"))
    assert image.mode == "L"
    assert [image.getpixel((x, 0)) for x in range(4)] == pytest.approx([0, 64, 128, 255], abs=1)


def test_cmyk_becomes_rgb() -> None:
    picture = made(saved(halves("CMYK"), "JPEG"))
    assert near(opened(picture).getpixel((5, 10)), (200, 30, 30), 30)


def test_other_colour_spaces_are_brought_to_srgb() -> None:
    """A profile that is not sRGB is followed: L*a*b* data read as RGB would be far off."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    plain = made(saved(halves(), "PNG"), "plain.png")
    own = made(saved(halves(), "PNG", icc_profile=srgb.tobytes()), "own.png")
    assert opened(own).tobytes() == opened(plain).tobytes()
    assert b"iCCP" not in own.data
    odd = made(saved(halves(), "PNG", icc_profile=lab.tobytes()), "odd.png")  # fits no RGB picture: passed over
    assert opened(odd).tobytes() == opened(plain).tobytes()


def test_a_palette_stays_small() -> None:
    image = halves().quantize(2)
    picture = made(saved(image, "PNG"), "chart.png")
    assert opened(picture).mode == "P"


# -- frames, sizes -----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_the_first_frame_of_a_film_is_used_and_said(kind: str) -> None:
    report = Report()
    frames = [Image.new("RGB", (8, 8), (0, 0, 200)), Image.new("RGB", (8, 8), (0, 200, 0))]
    data = saved(Image.new("RGB", (8, 8), (200, 0, 0)), kind, save_all=True, append_images=frames)
    image = opened(made(data, "film.png", report)).convert("RGB")
    assert near(image.getpixel((4, 4)), (200, 0, 0), 30)
    assert [d.code for d in report] == ["DF-R132"]


def test_what_no_page_can_show_is_made_smaller() -> None:
    report = Report()
    picture = made(saved(Image.new("L", (5000, 100), 128), "JPEG"), report=report)
    assert (picture.width_px, picture.height_px) == (2480, 50)
    assert [d.message for d in report] == [
        "the picture harbour.jpg was made smaller, from 5000 × 100 to 2480 × 50 pixels; paper shows no more"
    ]


def bomb(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))


@pytest.mark.parametrize("size", [(5001, 5000), (50_000, 50_000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_by_its_head(size: tuple[int, int]) -> None:
    with pytest.raises(LimitError, match=r"'harbour.jpg' has .* pixels, more than 25 million"):
        made(bomb(*size))


def test_a_large_file_is_refused() -> None:
    with pytest.raises(LimitError, match="larger than 1 MiB"):
        made(bytes(2_000_000), image_bytes=1_048_576)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_half_a_file_is_damaged(kind: str) -> None:
    noise = Image.effect_noise((64, 64), 90).convert("RGB")
    data = saved(noise, kind)
    with pytest.raises(InputError, match="is damaged"):
        made(data[: len(data) // 2])


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.data())
def test_broken_files_are_refused_or_read_and_nothing_else(kind: str, draws: st.DataObject) -> None:
    data = bytearray(saved(halves(), kind))
    for _ in range(draws.draw(st.integers(1, 4))):
        data[draws.draw(st.integers(0, len(data) - 1))] = draws.draw(st.integers(0, 255))
    try:
        picture = made(bytes(data), image_pixels=1_000_000)
    except DocforgeError:
        return
    assert measure(picture.data) == (picture.media_type, picture.width_px, picture.height_px)


@given(st.binary(max_size=200))
def test_heads_of_any_bytes_are_measured_or_not(data: bytes) -> None:
    for magic in (b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"RIFF\x00\x00\x00\x00WEBPVP8X"):
        found = measure(magic + data)
        assert found is None or (found.width_px > 0 and found.height_px > 0)


def test_the_same_file_gives_the_same_picture() -> None:
    data = saved(halves("RGBA"), "WEBP")
    assert made(data) == made(data)


# -- where pictures come from ------------------------------------------------------------------

TEXT = "Harbour reopens\n\nBy Ann Bell\n\nThe harbour opened again on Monday, the harbour master said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def put(file: Path, kind: str = "PNG") -> None:
    file.write_bytes(saved(halves(), kind))


def loaded(text: Path | bytes, report: Report | None = None, **settings: object) -> Article:
    own = report if report is not None else Report()
    article = read(text, report=Report())
    bare = Article(article.text, article.language, article.blocks, article.info, overrides=article.overrides)
    overrides = tuple(dict(settings.pop("overrides", {})).items())  # type: ignore[call-overload]
    bare = Article(bare.text, bare.language, bare.blocks, bare.info, overrides=(*bare.overrides, *overrides))
    path = text if isinstance(text, Path) else None
    chosen = Settings(overrides=overrides, **settings)  # type: ignore[arg-type]
    return with_pictures(bare, path, chosen, context=Context.fixed(), report=own)


def names(article: Article) -> list[str]:
    return [picture.name for picture in article.pictures]


def test_sidecars_in_order(folder: Path) -> None:
    for name in ("article.png", "article-2.JPG", "article-3.webp", "article-5.png", "other.png"):
        put(folder / name, {"G": "JPEG", "p": "WEBP"}.get(name[-1], "PNG"))
    report = Report()
    assert names(loaded(folder / "article.txt", report)) == ["article.png", "article-2.JPG", "article-3.webp"]
    assert [d.code for d in report] == ["DF-R131"] * 3
    assert names(loaded(folder / "article.txt", sidecars=False)) == []


def test_a_sidecar_of_another_text_is_not_taken(folder: Path) -> None:
    for name in ("article.png", "article-2.png"):
        put(folder / name)
    (folder / "article-2.txt").write_text(TEXT, encoding="utf-8")
    assert names(loaded(folder / "article.txt")) == ["article.png"]
    assert names(loaded(folder / "article-2.txt")) == ["article-2.png"]


def test_two_sidecars_of_one_name_are_said(folder: Path) -> None:
    put(folder / "article.jpg", "JPEG")
    put(folder / "article.png")
    report = Report()
    assert names(loaded(folder / "article.txt", report)) == ["article.jpg"]
    assert [d.code for d in report] == ["DF-R131", "DF-R134"]


def test_front_matter_names_pictures_with_their_words(folder: Path) -> None:
    put(folder / "quay.png")
    put(folder / "article.png")
    head = "---\npicture: quay.png\npicture_alt: Boats at the quay\npicture_credit: Ann Bell\n---\n"
    (folder / "article.txt").write_text(head + TEXT, encoding="utf-8")
    article = loaded(folder / "article.txt")
    assert names(article) == ["quay.png"]
    assert (article.pictures[0].alternative, article.pictures[0].credit) == ("Boats at the quay", "Ann Bell")


@pytest.mark.parametrize(
    "value", ["../secret.png", "/etc/hostname", "sub/../../secret.png", "..\\secret.png", "link.png"]
)
def test_front_matter_cannot_leave_the_folder(tmp_path: Path, value: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    put(tmp_path / "secret.png")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "article.txt").write_text(f"---\npicture: {value}\n---\n{TEXT}", encoding="utf-8")
    with pytest.raises(InputError, match="not in its folder"):
        read(folder / "article.txt")


def test_a_missing_picture_is_an_error_that_names_it(folder: Path) -> None:
    (folder / "article.txt").write_text(f"---\npicture: gone.png\n---\n{TEXT}", encoding="utf-8")
    with pytest.raises(InputError, match=r"gone\.png"):
        read(folder / "article.txt")


def test_a_text_without_a_folder_says_what_it_lacks() -> None:
    report = Report()
    article = loaded(f"---\npicture: quay.png\n---\n{TEXT}".encode(), report)
    assert names(article) == [] and [d.code for d in report] == ["DF-R130"]


def test_the_users_pictures_win_and_their_folders_stay_private(folder: Path, tmp_path: Path) -> None:
    put(folder / "article.png")
    put(tmp_path / "mine.png")
    article = read(folder / "article.txt", overrides={"picture": str(tmp_path / "mine.png"), "picture_alt": "Mine"})
    assert names(article) == ["mine.png"]
    assert article.override("picture") == "mine.png"
    assert str(tmp_path) not in article.to_json()


def test_pictures_travel_in_the_interchange(folder: Path) -> None:
    put(folder / "article.png")
    article = read(folder / "article.txt")
    assert Article.from_json(article.to_json()) == article
    assert article.guid != read(folder / "article.txt", overrides={"picture": ""}).guid or article.pictures


def test_a_picture_that_is_none_is_refused_in_the_interchange(folder: Path) -> None:
    put(folder / "article.png")
    document = read(folder / "article.txt").to_json()
    with pytest.raises(InputError, match="of the size that is stated"):
        Article.from_json(document.replace('"width_px":40', '"width_px":41'))
    with pytest.raises(InputError, match="Base64"):
        Article.from_json(document.replace('"data":"', '"data":"*'))
