"""From a case to a packet on the command line: what a representative takes away, and what stays."""

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from tests.cli.console import TODAY
from tests.cli.console import Said
from tests.cli.console import run

EXAMPLES = Path(__file__).parents[3] / "examples"
CASE = EXAMPLES / "packet-demo.yaml"
PAPERS = EXAMPLES / "packet-demo"
OUTWARD = {
    *("letter.docx", "letter.pdf", "index.docx", "index.pdf", "worksheet.docx", "worksheet.pdf"),
    *("bundle.pdf", "transmittal.txt", "manifest.json", "packet.zip"),
}
INSIDE = {
    *("memo.docx", "memo.pdf", "review.html", "packet.json", "manifest.json"),
    *("client_sheet-en.docx", "client_sheet-en.pdf", "client_sheet-es.docx"),
    "client_sheet-es.pdf",
}


def build(
    out: Path, *words: str, case: Path = CASE, papers: Path = PAPERS, today: date = TODAY
) -> Said:
    """Build a packet of the example, for its made-up office."""
    return run(
        *("request", "build", str(case), "--out", str(out), "--office", "rivertown-opla-2021"),
        *("--exhibits", str(papers), "--caption", str(EXAMPLES / "packet-demo-caption.yaml")),
        *words,
        today=today,
    )


def changed(folder: Path, *changes: tuple[str, str]) -> Path:
    """Return a copy of the example with some of its words changed."""
    text = CASE.read_text("utf-8")
    for words, others in changes:
        assert words in text, words
        text = text.replace(words, others)
    path = folder / "changed.yaml"
    path.write_text(text, "utf-8")
    return path


def text_of(path: Path) -> str:
    """Return every word of a file of a packet."""
    if path.suffix == ".pdf":
        opened: Any = pypdfium2.PdfDocument(path)
        return "\n".join(page.get_textpage().get_text_range() for page in opened)
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        return re.sub("<[^>]+>", "", "\n".join(parts))
    return path.read_text("utf-8")


def outward(out: Path) -> Iterator[tuple[str, str]]:
    for name in sorted(OUTWARD - {"packet.zip"}):
        yield name, text_of(out / name)


@pytest.fixture(scope="module")
def packet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("packets") / "packet"
    said = build(out)
    assert (0, "") == (said.code, said.err)
    return out


def test_a_packet_has_all_its_files_and_what_stays_inside_lies_apart(packet: Path) -> None:
    assert OUTWARD | {"private"} == {path.name for path in packet.iterdir()}
    assert INSIDE == {path.name for path in (packet / "private").iterdir()}


def test_the_archive_to_send_holds_nothing_that_stays_inside(packet: Path) -> None:
    with zipfile.ZipFile(packet / "packet.zip") as archive:
        names = set(archive.namelist())

        assert OUTWARD - {"packet.zip"} == names
        assert all(archive.read(name) == (packet / name).read_bytes() for name in names)


def test_what_counsel_knows_alone_is_in_the_private_memo_and_nowhere_outside(packet: Path) -> None:
    sentence = "committed fraud or wilful misrepresentation"

    assert sentence in " ".join(text_of(packet / "private" / "memo.pdf").split())
    assert [] == [name for name, text in outward(packet) if "misrepresentation" in text]


def test_a_refused_dismissal_is_asked_for_nowhere_and_closure_is(packet: Path) -> None:
    named = [name for name, text in outward(packet) if "dismiss" in text.lower()]

    assert [] == named
    assert "administrative closure" in text_of(packet / "letter.docx")


def test_no_sentence_says_that_there_is_no_criminal_history(packet: Path) -> None:
    letter = " ".join(text_of(packet / "letter.pdf").split())

    assert "2 August 2019 (Tab D1)" in letter
    assert not re.search(r"\bno (criminal|arrests?|offences?|convictions?|record)\b", letter)


def test_the_bundle_has_a_bookmark_for_each_section_and_its_pages_are_those_of_the_index(
    packet: Path,
) -> None:
    bundle = pikepdf.open(packet / "bundle.pdf")
    with bundle.open_outline() as outline:
        sections = [each.title[:1] for each in outline.root]
    index = " ".join(text_of(packet / "index.pdf").split())

    assert list("ABCDFG") == sections
    assert "7 to 9" in index
    opened: Any = pypdfium2.PdfDocument(packet / "bundle.pdf")
    assert "Tab C1 · 1 of 3" in opened[6].get_textpage().get_text_range()


def test_every_sentence_of_the_review_page_leads_to_a_fact_or_a_tab(packet: Path) -> None:
    page = (packet / "private" / "review.html").read_text("utf-8")
    links = set(re.findall(r'href="#([^"]+)"', page))

    assert links <= set(re.findall(r'id="([^"]+)"', page))
    assert {"fact-birth_date", "paper-lease", "fact-offences-1-arrested_on"} <= links


def test_the_subject_is_the_offices_and_the_text_is_not_empty(packet: Path) -> None:
    lines = (packet / "transmittal.txt").read_text("utf-8").splitlines()

    assert "Subject: PD request, 19 January 2022, not detained" == lines[0]
    assert len(lines) > 10


def test_the_calendar_holds_what_lies_ahead_and_names_nobody(tmp_path: Path) -> None:
    build(tmp_path / "packet", today=date(2021, 12, 14))
    text = (tmp_path / "packet" / "private" / "dates.ics").read_text("utf-8")

    assert "SUMMARY:Hearing" in text
    for word in ("Sample", "A000", "packet-demo", "Rivertown", "Counsel"):
        assert word not in text


def test_the_same_case_makes_the_same_packet(packet: Path, tmp_path: Path) -> None:
    build(tmp_path / "again")
    for path in packet.rglob("*"):
        if path.is_file():
            again = tmp_path / "again" / path.relative_to(packet)

            assert path.read_bytes() == again.read_bytes(), path.name


def test_an_answer_as_data_tells_what_was_written_and_what_is_open(tmp_path: Path) -> None:
    answer = build(tmp_path / "packet", "--json").answer

    assert answer["not_a_decision"] is True
    assert (["administrative_closure"], ["dismissal"]) == (
        answer["asks_for"],
        answer["not_asked_for"],
    )
    assert 24 == answer["bundle_pages"]
    assert answer["missing"] > 0
    assert [] == answer["to_fill_in"]
    assert OUTWARD == {row["file"] for row in answer["written"] if not row["private"]}


def test_a_person_whom_the_government_does_not_know_gets_no_packet(tmp_path: Path) -> None:
    known = "known_to_government: {claims: [{value: "
    case = changed(tmp_path, (f"{known}yes", f"{known}no"))
    said = build(tmp_path / "packet", case=case)

    assert 1 == said.code
    assert "Nothing was written." in said.out
    assert not (tmp_path / "packet").exists()


def test_where_no_policy_stands_counsel_can_override_and_the_letter_argues_from_facts(
    tmp_path: Path,
) -> None:
    filed = ("filing_date: 2021-12-15", "filing_date: 2026-11-01")
    override = (
        "overrides:\n  - {gate: no_policy_open, by: A. Counsel, role: attorney, on: 2026-10-01, "
        "reason: A hearing is near}\nconsents:"
    )
    stopped = build(tmp_path / "stopped", case=changed(tmp_path, filed))
    out = tmp_path / "packet"
    said = build(out, case=changed(tmp_path, filed, ("consents:", override)))
    letter = " ".join(text_of(out / "letter.pdf").split())

    assert (1, 0) == (stopped.code, said.code)
    assert "the discretion that officials have without one" in letter
    assert "history and not as authority" in letter
    assert "(the Guidelines" not in letter
    assert "A hearing is near" in text_of(out / "private" / "memo.docx")
    assert [] == [name for name, text in outward(out) if "A hearing is near" in text]


def test_several_things_are_asked_for_in_their_order(tmp_path: Path) -> None:
    out = tmp_path / "packet"
    build(out, "--ask", "continuance", "--ask", "stipulation")
    letter = " ".join(text_of(out / "letter.pdf").split())

    assert letter.index("for a continuance") < letter.index("to stipulate")


def test_without_exhibits_there_is_no_bundle_and_that_is_told(tmp_path: Path) -> None:
    said = run("request", "build", str(CASE), "--out", str(tmp_path / "packet"))

    assert 0 == said.code
    assert "There is no bundle" in " ".join(said.out.split())
    assert "[name of the person]" in text_of(tmp_path / "packet" / "letter.pdf")
    assert not (tmp_path / "packet" / "bundle.pdf").exists()


def broken(folder: Path, name: str, data: bytes | None) -> Path:
    """Return a copy of the papers in which one is another, or gone."""
    papers = folder / "papers"
    shutil.copytree(PAPERS, papers)
    if data is None:
        (papers / name).unlink()
    else:
        (papers / name).write_bytes(data)
    return papers


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (None, "there is no such file in the folder"),
        (b"", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n", "it is a picture (PNG), and its name ends in `.pdf`"),
        (b"<html><body>", "it is a web page (HTML)"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "it is a drawing (SVG)"),
        (b"%PDF-1.7 damaged", "it cannot be read: it is damaged"),
    ],
)
def test_a_paper_that_cannot_be_an_exhibit_stops_it_and_nothing_is_written(
    tmp_path: Path, data: bytes | None, why: str
) -> None:
    papers = broken(tmp_path, "lease.pdf", data)
    said = build(tmp_path / "packet", papers=papers)

    assert 3 == said.code
    assert f"`lease` cannot be an exhibit: {why}" in said.err
    assert not (tmp_path / "packet").exists()


def test_two_papers_with_one_tab_are_both_told(tmp_path: Path) -> None:
    said = build(tmp_path / "packet", case=changed(tmp_path, ("tab: C2", "tab: C1")))

    assert 3 == said.code
    assert 2 == said.err.count("another paper has the same tab")


def test_letters_of_other_languages_are_set_as_they_are(tmp_path: Path) -> None:
    title = ("title: Lease,", 'title: "عقد e\u0301 חוזה",')
    out = tmp_path / "packet"
    said = build(out, case=changed(tmp_path, title))

    assert (0, "") == (said.code, said.err)
    assert "عقد e\u0301 חוזה" in text_of(out / "index.docx")


def test_a_name_that_is_too_long_for_a_file_is_told(tmp_path: Path) -> None:
    said = build(tmp_path / "packet", case=changed(tmp_path, ("lease.pdf", f"{'x' * 300}.pdf")))

    assert 3 == said.code
    assert "has more than 100 characters" in said.err


def test_a_packet_that_is_larger_than_the_office_takes_is_refused(tmp_path: Path) -> None:
    profile = tmp_path / "small.yaml"
    profile.write_text(
        "id: small\nname: A small office\nkind: OPLA\nsynthetic: yes\nmax_mb: 1\n", "utf-8"
    )
    papers = broken(tmp_path, "lease.pdf", (PAPERS / "lease.pdf").read_bytes() + b"%" * 10)
    large = pikepdf.open(papers / "tax.pdf")
    large.pages[0].Contents = large.make_stream(bytes(range(256)) * 1)
    noise = pikepdf.Stream(large, _noise(2_000_000))
    noise.Type, noise.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    noise.Width, noise.Height, noise.BitsPerComponent = 2000, 1000, 8
    noise.ColorSpace = pikepdf.Name.DeviceGray
    large.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(N=noise))
    large.pages[0].Contents = large.make_stream(b"q 300 0 0 200 0 0 cm /N Do Q")
    large.save(papers / "tax2.pdf")
    (papers / "tax2.pdf").replace(papers / "tax.pdf")
    said = run(
        *("request", "build", str(CASE), "--out", str(tmp_path / "packet")),
        *("--office", str(profile), "--exhibits", str(papers)),
    )

    assert 3 == said.code
    assert re.search(r"the packet would have \d\.\d MB, and the office takes 1 MB", said.err)
    assert not (tmp_path / "packet").exists()


def _noise(size: int) -> bytes:
    """Return bytes that no packing makes smaller."""
    state, found = 1, bytearray()
    for _ in range(size):
        state = (state * 1103515245 + 12345) % 2**31
        found.append(state >> 16 & 255)
    return bytes(found)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--template", "nothing.docx"), "names no file that can be read"),
        (("--caption", "nothing.yaml"), "nothing.yaml"),
        (("--ask", "freedom"), "a request cannot ask for `freedom`"),
        (("--confirm", "birth_date"), "`birth_date` cannot be confirmed"),
        (("--out", str(EXAMPLES)), "it holds something else"),
    ],
)
def test_words_that_make_no_packet_are_told(
    tmp_path: Path, words: tuple[str, ...], message: str
) -> None:
    said = build(tmp_path / "packet", *words)

    assert said.code in {2, 3}
    assert message in said.err
    assert not (tmp_path / "packet").exists()


def test_a_template_that_is_no_word_file_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    said = build(tmp_path / "packet", "--template", str(CASE))

    assert 2 == said.code
    assert "it is no Word file" in said.err
    assert [] == list(tmp_path.iterdir())


def test_the_page_can_be_read_before_there_is_any_file_to_send(tmp_path: Path) -> None:
    out = tmp_path / "packet"
    said = build(out, "--review")
    page = out / "private" / "review.html"

    assert 0 == said.code
    assert [] == [path.name for path in out.rglob("*") if path.suffix in {".pdf", ".docx", ".zip"}]
    assert "administrative closure" in page.read_text("utf-8")
    assert 0 == build(out, "--force").code
    assert (out / "letter.pdf").is_file()


def test_a_letter_that_says_nothing_of_the_person_is_told(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(
        "case: nobody\ndecision: {type: continuance, date: 2021-12-20, component: ICE-OPLA}\n"
        "filing_date: 2021-12-15\nfacts: {known_to_government: yes}\n",
        "utf-8",
    )
    said = run("request", "build", str(path), "--out", str(tmp_path / "packet"))
    full = build(tmp_path / "full", "--json").answer

    assert "The letter says nothing of the person" in said.out
    assert full["silent"] is False


def test_an_earlier_packet_is_replaced_where_that_is_meant(tmp_path: Path) -> None:
    out = tmp_path / "packet"
    build(out)
    refused, replaced = build(out), build(out, "--force")

    assert (2, 0) == (refused.code, replaced.code)
    assert "it holds an earlier packet" in refused.err


def test_the_manifest_tells_under_which_policies_as_of_when(packet: Path) -> None:
    told = json.loads((packet / "manifest.json").read_text("utf-8"))

    assert ("2021-12-15", "2021-12-20") == (told["filing_on"], told["decision_on"])
    assert all(each.startswith("sha256:") for each in told["policies"].values())
    assert "private" not in json.dumps(told)
