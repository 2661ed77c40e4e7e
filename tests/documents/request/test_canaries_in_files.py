"""What stays inside stands in no file that goes out, however a file keeps its words."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from discretion import replace
from discretion.documents import PacketAsked
from discretion.documents import RequestTold
from discretion.documents import document_as_pdf
from discretion.documents import document_as_word
from discretion.documents import make_packet
from discretion.request import Way
from discretion.request.disclosure import way_of
from tests.documents.bundle.made import pdf
from tests.documents.request.made import outward
from tests.documents.request.made import prepared
from tests.documents.request.test_canaries import Planted
from tests.request.test_saying import disclosed_at_random

CASES, FEW, PARTS = 2000, 16, 8
EVERY = 8
"""Every so many cases the papers themselves are made, with a mark in each that stays inside."""


def words_in(name: str, data: bytes) -> str:
    """Return every word that a file holds: its text, its properties, and the files inside it."""
    if name.endswith((".docx", ".zip")):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return "\n".join(
                f"{each}\n{words_in(each, archive.read(each))}" for each in archive.namelist()
            )
    if name.endswith(".pdf"):
        opened: Any = pypdfium2.PdfDocument(data)
        pages = [page.get_textpage().get_text_range() for page in opened]
        parts = pikepdf.open(BytesIO(data))
        with parts.open_outline() as outline:
            marks = [str(each.title) for item in outline.root for each in (item, *item.children)]
        return "\n".join((*pages, *marks, str(dict(parts.docinfo)))).replace("\r\n", " ")
    return data.decode("utf-8", "replace")


def leaks(seeds: range, folder: Path) -> list[tuple[int, str, str]]:
    """Return every mark that stands in a file that goes out, with its case and its file."""
    found = []
    for seed in seeds:
        planted = Planted(seed)
        case = planted.case(disclosed_at_random(seed))
        papers = {
            name: replace(each, file=f"{name}{seed}.pdf") for name, each in case.evidence.items()
        }
        has_papers = seed % EVERY == 0
        for name, each in papers.items() if has_papers else ():
            stays = way_of(each.disclosure) is not Way.GOES_OUT
            says = planted.word() if stays else f"Paper {name}"
            (folder / each.file).write_bytes(pdf(says=says))
        request = prepared(replace(case, evidence=papers), asks=("joint_motion",)).told
        assert request is not None
        for name, data in files_of(request, folder if has_papers else None):
            words = words_in(name, data)
            found += [(seed, name, mark) for mark in planted.marks if mark in words]
    return found


def files_of(request: RequestTold, folder: Path | None) -> Iterator[tuple[str, bytes]]:
    """Yield the files that go out, all of them where there is a folder, else what is written."""
    if folder is not None:
        packet = make_packet(PacketAsked(told=request, folder=folder, version="1"))
        for name, each in packet.files.items():
            if not each.is_private:
                yield name, each.data
        return
    for document in outward(request):
        yield f"{document.kind}.docx", document_as_word(document)
        yield f"{document.kind}.pdf", document_as_pdf(document)


@pytest.mark.parametrize("part", range(PARTS))
def test_what_stays_inside_stands_in_no_file_that_goes_out(part: int, tmp_path: Path) -> None:
    """No mark planted in what stays inside stands in any file of a packet that goes out."""
    seeds = range(part * FEW // PARTS, (part + 1) * FEW // PARTS)

    assert [] == leaks(seeds, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_what_stays_inside_stands_in_no_file_of_two_thousand_packets(
    part: int, tmp_path: Path
) -> None:
    """No mark planted in what stays inside of 2,000 cases stands in any file that goes out."""
    seeds = range(part * CASES // PARTS, (part + 1) * CASES // PARTS)

    assert [] == leaks(seeds, tmp_path)


def test_a_mark_that_does_go_out_would_be_found() -> None:
    planted = Planted(5)
    request = prepared(planted.case(disclosed_at_random(5)), asks=("joint_motion",)).told
    assert request is not None
    packet = make_packet(PacketAsked(told=request, folder=None, version="1"))
    inside = [
        words_in(name, each.data)
        for name, each in packet.files.items()
        if name in {"private/memo.docx", "private/memo.pdf"}
    ]

    assert 2 == len(inside)
    assert all(any(mark in words for mark in planted.marks) for words in inside)
