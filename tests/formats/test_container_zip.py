# SPDX-License-Identifier: Apache-2.0
"""The archives that hold DOCX and EPUB files, read back by zipfile."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docforge.write.container import zip_bytes

names = st.text("abcdeöж/._-", min_size=1, max_size=12).filter(
    lambda n: not n.startswith("/") and ".." not in n.split("/")
)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(names, st.binary(max_size=300) | st.binary(max_size=9).map(lambda b: b * 4000), max_size=6),
    st.data(),
)
def test_zipfile_reads_back_every_entry(entries: dict[str, bytes], data: st.DataObject) -> None:
    stored = data.draw(st.sets(st.sampled_from(sorted(entries)))) if entries else set()
    made = zip_bytes(entries.items(), stored=sorted(stored))
    assert made == zip_bytes(entries.items(), stored=sorted(stored))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == list(entries)
        assert {name: archive.read(name) for name in entries} == entries
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert info.compress_type == (zipfile.ZIP_STORED if info.filename in stored else zipfile.ZIP_DEFLATED)
            assert (info.create_system, info.external_attr >> 16, info.extra) == (3, 0o100644, b"")


def test_zipfile_would_write_the_same_bytes() -> None:
    entries = [("mimetype", b"application/epub+zip"), ("a/b.xml", b"<a/>" * 50_000), ("c", b"")]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries:
            info = zipfile.ZipInfo(name)
            info.create_system, info.external_attr = 3, 0o100644 << 16
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, content, compresslevel=6)
    assert zip_bytes(entries, stored=("mimetype",)) == buffer.getvalue()


@pytest.mark.parametrize("name", ["/etc/passwd", "../a", "a/../../b", "a\\b"])
def test_names_that_leave_the_archive_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        zip_bytes([(name, b"")])


def test_a_name_stands_once_and_the_archive_stays_plain_zip() -> None:
    with pytest.raises(ValueError, match="not a name"):
        zip_bytes([("a", b"1"), ("a", b"2")])
    with pytest.raises(ValueError, match="entries"):
        zip_bytes((f"{number}", b"") for number in range(65_535))
