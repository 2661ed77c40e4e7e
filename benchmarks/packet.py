"""The packet of a request: a bundle of 40 exhibits and 200 pages, and the papers that are set."""

from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pikepdf
import typst
from PIL import Image

from benchmarks.measure import Goal
from benchmarks.measure import Result
from benchmarks.measure import Sample
from benchmarks.measure import cpu_ms
from discretion import Assessor
from discretion import read_case_file
from discretion import read_library
from discretion.documents import Caption
from discretion.documents import PacketWanted
from discretion.documents import RequestTold
from discretion.documents import document_as_pdf
from discretion.documents import document_as_word
from discretion.documents import prepare_request
from discretion.documents import read_outline
from discretion.documents.bundle import BundleAsked
from discretion.documents.bundle import BundleExhibit
from discretion.documents.bundle import build_bundle
from discretion.documents.request.letter import letter
from discretion.documents.request.memo.memo import MemoAsked
from discretion.documents.request.memo.memo import strategy_memo
from discretion.request import RequestAsked
from discretion.request import read_checklist

EXHIBITS, PAGES = 40, 200
SCANNED = 4
"""One exhibit of so many is a scan: a picture on every page."""
LIMIT_S = 10.0
"""The goal for the bundle, in seconds of CPU time."""
DATED = date(2021, 12, 15)

ABOUT = """\
Forty made-up exhibits with 200 pages, a quarter of them scans, become one bundle: read, cleaned,
fitted, stamped on every page, with sheets and bookmarks. Beside it, the same files are put one
behind the other by the library alone, with no page changed: nothing could take less."""


def measure(times: int) -> Result:
    """Measure the bundle so many times, each beside the files put one behind the other."""
    with TemporaryDirectory() as folder:
        exhibits = tuple(_exhibits(Path(folder)))
        asked = BundleAsked(exhibits=exhibits, title="Exhibits", dated=DATED)
        taken: dict[str, list[float]] = {"one behind the other": [], "bundle": []}
        for _ in range(times):
            taken["one behind the other"].append(cpu_ms(_joined, exhibits))
            taken["bundle"].append(cpu_ms(build_bundle, asked))
    joined, bundle = (Sample(what=what, times=tuple(each)) for what, each in taken.items())
    goal = Goal(
        what=f"bundle of {EXHIBITS} exhibits and {PAGES} pages, median",
        value=bundle.median / 1000,
        limit=LIMIT_S,
        unit="s",
    )
    papers, papers_goal = _papers(times)
    ratio = bundle.median / joined.median
    about = f"{ABOUT}\nBundle / one behind the other, medians: {ratio:.1f}."
    return Result(
        title="A packet",
        about=about,
        samples=(joined, bundle, papers),
        goals=(goal, papers_goal),
    )


def _papers(times: int) -> tuple[Sample, Goal]:
    """Measure the letter and the memo of the example, each set in Word and as a PDF."""
    library = read_library()
    case, _ = read_case_file("examples/packet-demo.yaml", library.words)
    if case is None:
        message = "the example cannot be read"
        raise ValueError(message)
    asked = RequestAsked(today=DATED, checklist=read_checklist())
    wanted = PacketWanted(asked=asked, caption=Caption(), outline=read_outline())
    told = prepare_request(case, wanted, Assessor(library)).told
    if told is None:
        message = "nothing can be made of the example"
        raise ValueError(message)
    _set(told)
    taken = tuple(cpu_ms(_set, told) for _ in range(times))
    sample = Sample(what="letter and memo, Word and PDF", times=taken)
    goal = Goal(what=f"{sample.what}, median", value=sample.median / 1000, limit=1.0, unit="s")
    return sample, goal


def _set(told: RequestTold) -> None:
    made = letter(told)
    for each in (made, strategy_memo(MemoAsked(told=told, letter=made))):
        document_as_word(each)
        document_as_pdf(each)


def _exhibits(folder: Path) -> list[BundleExhibit]:
    random = Random(1)  # noqa: S311  # a made-up scan is no secret
    pages = PAGES // EXHIBITS
    found = []
    for number in range(EXHIBITS):
        path = folder / f"{number}.pdf"
        path.write_bytes(_scan(random, pages) if number % SCANNED == 0 else _text(pages))
        letter = "ABCDEFGHIJ"[number // 4]
        found.append(
            BundleExhibit(
                paper=str(number),
                tab=f"{letter}{number % 4 + 1}",
                section=letter,
                section_title="A section",
                title=f"Paper {number}",
                path=path,
            )
        )
    return found


def _text(pages: int) -> bytes:
    body = "\n#pagebreak()\n".join("#lorem(300)" for _ in range(pages))
    made: bytes = typst.compile(body.encode(), format="pdf")
    return made


def _scan(random: Random, pages: int) -> bytes:
    """Return pages of noise, as large as a scan at 150 to the inch."""
    pictures = [
        Image.frombytes("L", (1275, 1650), random.randbytes(1275) * 1650) for _ in range(pages)
    ]
    buffer = BytesIO()
    pictures[0].save(buffer, "PDF", save_all=True, append_images=pictures[1:], resolution=150)
    return buffer.getvalue()


def _joined(exhibits: tuple[BundleExhibit, ...]) -> bytes:
    joined = pikepdf.new()
    for each in exhibits:
        joined.pages.extend(pikepdf.open(each.path).pages)
    buffer = BytesIO()
    joined.save(buffer)
    return buffer.getvalue()
