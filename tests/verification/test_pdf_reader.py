"""What a PDF holds is found however it was set, and a file that holds no text says why."""

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from discretion.verification import Document
from discretion.verification import pdf_reader
from discretion.verification import read_document
from discretion.verification.matching.search import pages_with
from discretion.verification.matching.search import searched
from tests.verification.pdfs import locked
from tests.verification.pdfs import scanned
from tests.verification.pdfs import shown_page_by_page
from tests.verification.pdfs import typeset
from tests.verification.pdfs import with_old_table
from tests.verification.pdfs import with_pages

HERE = Path(__file__).parent
ROWS = yaml.safe_load((HERE / "typeset.yaml").read_text("utf-8"))
MEMO = typeset("Made-up words that should not alone be the basis. #lorem(200)")


def read(folder: Path, data: bytes) -> tuple[Document | None, list[str]]:
    path = folder / "memo.pdf"
    path.write_bytes(data)
    document, problems = read_document(path)
    assert {"memo.pdf"} >= {problem.file for problem in problems}
    return document, [problem.code for problem in problems]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["name"]))
def test_a_phrase_is_found_in_a_pdf(row: dict[str, Any], tmp_path: Path) -> None:
    document, codes = read(tmp_path, typeset(row["text"], **row.get("setting", {})))
    assert document is not None
    assert [] == codes
    assert row.get("shows", "") in "".join(document.pages)

    assert tuple(row["found"]) == pages_with(row["words"], searched(document.pages))


def test_every_sentence_of_a_long_text_is_found_wherever_its_pages_break(tmp_path: Path) -> None:
    """Every sentence of a PDF is found in it, wherever its lines and its pages break."""
    sentences = [
        f"Determination number {number} is extraordinarily characteristic of its circumstances."
        for number in range(60)
    ]
    body = " ".join(sentences)
    for height in ("4cm", "5cm", "7cm"):
        data = typeset(body, page=f"width: 7cm, height: {height}", running=True)
        document, _ = read(tmp_path, data)
        assert document is not None
        text = searched(document.pages)

        found = [pages_with(sentence, text) for sentence in sentences]

        assert [] == [sentence for sentence, on in zip(sentences, found, strict=True) if not on]
        assert any(len(on) > 1 for on in found)
        assert sorted(found) == found


def test_a_file_is_known_by_its_bytes_and_its_own_name(tmp_path: Path) -> None:
    first, _ = read(tmp_path, MEMO)
    second, _ = read(tmp_path, shown_page_by_page(MEMO))

    assert first is not None
    assert second is not None
    assert "memo.pdf" == first.name
    assert 7 + 64 == len(first.sha256)
    assert first.pages == second.pages
    assert first.sha256 != second.sha256


@pytest.mark.parametrize(
    "data",
    [
        locked(MEMO, ""),
        with_old_table(MEMO),
        shown_page_by_page(MEMO),
        b"\n" * 900 + MEMO,
        MEMO + b"\n" * 900,
    ],
    ids=["locked for nobody", "old table", "page by page", "late head", "early end"],
)
def test_a_file_that_everybody_may_read_is_read(data: bytes, tmp_path: Path) -> None:
    document, codes = read(tmp_path, data)

    assert [] == codes
    assert document is not None
    assert "should not alone be the basis" in document.pages[0]


@pytest.mark.parametrize("data", [MEMO, with_old_table(MEMO), shown_page_by_page(MEMO)])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.999])
def test_a_file_that_was_cut_is_never_read_as_a_whole(
    data: bytes, share: float, tmp_path: Path
) -> None:
    document, codes = read(tmp_path, data[: int(len(data) * share)])

    assert document is None
    assert ["pdf_cut_short"] == codes


def test_a_file_cut_behind_an_early_end_mark_is_not_read(tmp_path: Path) -> None:
    data = shown_page_by_page(MEMO)
    early = data.index(b"%%EOF") + len(b"%%EOF")
    assert early < len(data) // 2

    assert (None, ["pdf_cut_short"]) == read(tmp_path, data[:early])


@pytest.mark.parametrize("first", range(0, 400, 40))
def test_a_damaged_file_is_read_or_refused_and_never_ends_the_program(
    first: int, tmp_path: Path
) -> None:
    data = bytearray(with_old_table(MEMO))
    for place in range(first + 10, len(data) - 40, 400):
        data[place] ^= 0x55

    document, codes = read(tmp_path, bytes(data))

    assert document is not None or codes


def test_a_page_without_text_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    body = "Words.#pagebreak()#circle()#pagebreak()More.#pagebreak()#rect()"
    document, codes = read(tmp_path, typeset(body))

    assert ["page_without_text"] == codes
    assert document is not None
    assert (2, 4) == document.silent_pages


def test_a_scanned_file_is_refused(tmp_path: Path) -> None:
    assert (None, ["pdf_without_text"]) == read(tmp_path, scanned())


def test_a_file_of_as_many_bytes_as_may_be_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_reader, "LARGEST_PDF", len(MEMO))

    assert [] == read(tmp_path, MEMO)[1]
    assert ["file_too_large"] == read(tmp_path, MEMO + b"\n")[1]


def test_a_file_of_as_many_pages_as_may_be_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_reader, "MOST_PAGES", 3)
    page = typeset("Words.")

    assert [] == read(tmp_path, with_pages(page, 3))[1]
    assert (None, ["pdf_too_long"]) == read(tmp_path, with_pages(page, 4))


def test_a_file_of_as_many_characters_as_may_be_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = typeset("Words.")
    monkeypatch.setattr(pdf_reader, "MOST_CHARACTERS", 2 * len("Words."))

    assert [] == read(tmp_path, with_pages(page, 2))[1]
    assert (None, ["pdf_too_long"]) == read(tmp_path, with_pages(page, 3))


def test_what_a_terminal_would_obey_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    told = "Words\x1b[2J\x07 of\ufffe\r\na \ue000private\u0085 kind"
    monkeypatch.setattr(pdfium.PdfTextPage, "get_text_bounded", lambda _: told)

    document, _ = read(tmp_path, typeset("Words."))

    assert document is not None
    assert ("Words [2J  of-\n\r\na  private  kind",) == document.pages


def test_without_its_library_a_pdf_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)

    assert (None, ["pdf_reader_missing"]) == read(tmp_path, MEMO)
