"""Whether the file of each paper is there, opens, and is what its name says; nothing is written."""

from pathlib import Path

import pytest

from discretion.facts.casefile import Evidence
from discretion.frozen import replace
from discretion.request.papers import files
from discretion.request.papers.files import ExhibitFile
from discretion.request.papers.files import files_of
from tests.request.made import office
from tests.verification.pdfs import locked
from tests.verification.pdfs import typeset
from tests.verification.pdfs import with_pages

PDF = typeset("Made up.")
PNG = b"\x89PNG\r\n\x1a\n made up"
JPEG = b"\xff\xd8\xff made up"
ZIP = b"PK\x03\x04 made up"
HTML = b"\xef\xbb\xbf <!DOCTYPE html><html>%PDF-1.7</html>"
SVG = b"<?xml version='1.0'?><SVG xmlns='made up'></SVG>"
LONG = f"{'a' * 97}.pdf"


def looked(
    folder: Path, name: str, data: bytes | None, pages: str = "", at: str = ""
) -> tuple[ExhibitFile, ...]:
    if data is not None:
        (folder / name).write_bytes(data)
    paper = Evidence(name="a", kind="lease", file=name, pages=pages)
    return files_of((paper,), folder, office(at) if at else None)


def codes(found: tuple[ExhibitFile, ...]) -> list[str]:
    return [remark.code for each in found for remark in each.remarks]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.pdf", PDF, []),
        ("A.PDF", PDF, []),
        ("a.png", PNG, []),
        ("a.jpeg", JPEG, []),
        ("a.docx", ZIP, []),
        ("a.pdf", b"", ["file_empty"]),
        ("a.pdf", PNG, ["not_what_its_name_says"]),
        ("a.pdf", JPEG, ["not_what_its_name_says"]),
        ("a.pdf", ZIP, ["not_what_its_name_says"]),
        ("a.pdf", b"made up", ["not_what_its_name_says"]),
        ("a.png", PDF, ["not_what_its_name_says"]),
        ("a", PDF, ["not_what_its_name_says"]),
        ("a.html", HTML, ["can_run"]),
        ("a.svg", SVG, ["can_run"]),
        ("a.pdf", HTML, ["can_run", "not_what_its_name_says"]),
        ("a.pdf", b"%PDF-1.7 made up", ["damaged"]),
        ("a.pdf", locked(PDF, "made up"), ["encrypted"]),
        # Encrypted so that everybody may open it.
        ("a.pdf", locked(PDF, ""), []),
        (LONG, PDF, ["name_too_long"]),
        (LONG[1:], PDF, []),
    ],
)
def test_a_file_is_what_its_name_says(
    tmp_path: Path, name: str, data: bytes, expected: list[str]
) -> None:
    assert expected == codes(looked(tmp_path, name, data))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", ["no_file_named"]),
        ("missing.pdf", ["file_missing"]),
        ("../outside.pdf", ["outside_folder"]),
        ("in/side.pdf", ["outside_folder"]),
        ("..", ["file_missing"]),
        ("a" * 300, ["name_too_long"]),
        ("\N{LATIN SMALL LETTER E WITH ACUTE}" * 130, ["name_too_long"]),
    ],
)
def test_a_file_that_cannot_be_is_never_opened(
    tmp_path: Path, name: str, expected: list[str]
) -> None:
    assert expected == codes(looked(tmp_path, name, None))


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "exhibits"
    folder.mkdir()
    (tmp_path / "outside.pdf").write_bytes(PDF)
    (folder / "a.pdf").symlink_to(tmp_path / "outside.pdf")

    assert ["outside_folder"] == codes(looked(folder, "a.pdf", None))


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.pdf").write_bytes(PDF)
    monkeypatch.setattr(Path, "open", refuse)
    (found,) = looked(tmp_path, "a.pdf", None)

    assert ["The file cannot be read: permission denied."] == [each.says for each in found.remarks]


@pytest.mark.parametrize(("pages", "expected"), [("2", []), ("", []), ("3", ["pages_differ"])])
def test_pages_are_counted(tmp_path: Path, pages: str, expected: list[str]) -> None:
    found = looked(tmp_path, "a.pdf", with_pages(PDF, 2), pages)

    assert expected == codes(found)
    assert [2] == [each.pages for each in found]


def test_an_office_says_what_files_it_takes(tmp_path: Path) -> None:
    assert ["format_not_taken"] == codes(looked(tmp_path, "a.png", PNG, at="rivertown-opla-2021"))


def test_a_file_that_is_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)

    assert ["file_too_large"] == codes(looked(tmp_path, "a.png", PNG))


def test_files_and_papers_stand_one_to_one(tmp_path: Path) -> None:
    for name in ("a.pdf", "left.pdf", ".hidden"):
        (tmp_path / name).write_bytes(PDF)
    paper = Evidence(name="a", kind="lease", file="a.pdf")
    found = files_of((paper, replace(paper, name="b")), tmp_path, None)

    assert ["same_file", "same_file", "named_by_no_paper"] == codes(found)
    assert ["a", "b", ""] == [each.paper for each in found]
