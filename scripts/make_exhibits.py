"""Makes the papers of the made-up request that `discretion request build` is shown with.

Run it as `python -m scripts.make_exhibits`: it writes the same bytes every time.
"""

from pathlib import Path

import typst

FOLDER = Path(__file__).parent.parent / "examples" / "packet-demo"
PAPERS = {
    "hearing": ("Notice of hearing", 1, "A hearing is set for 19 January 2022."),
    "birth": ("Acta de nacimiento, with translation", 2, "Born on 17 May 1988."),
    "lease": ("Lease", 3, "From 1 March 2014 to 31 December 2016."),
    "tax": ("Tax transcripts", 3, "For the years 2018, 2019 and 2020."),
    "school": ("School record", 2, "The child was enrolled from September 2018 on."),
    "arrest": ("Record of an arrest", 1, "Arrested on 2 August 2019. How it ended is not told."),
    "child": ("Birth certificate", 1, "Born in the county on 9 June 2015."),
    "caregiver": ("Letter of a neighbor", 1, "The parent takes the child to school every day."),
    "physician": ("Letter of a physician", 1, "A condition needs treatment every month."),
}
"""Each paper by the name of its file: what it is called, how many pages it has, what it says."""
PAGE = """
#set document(title: "{title}", date: datetime(year: 2021, month: 12, day: 1))
#set page(paper: "us-letter", margin: 1in)
#set text(size: 12pt)
"""
SHEET = """
#align(center)[#text(size: 16pt, weight: "bold")[{title}]]
#v(1em)
This paper is made up. It is about nobody.

{says}

#v(1fr)
Page {number} of {pages}
"""


def paper(title: str, pages: int, says: str) -> bytes:
    """Return a made-up paper as a PDF."""
    sheets = (
        SHEET.format(title=title, says=says, number=number, pages=pages)
        for number in range(1, pages + 1)
    )
    source = PAGE.format(title=title) + "\n#pagebreak()\n".join(sheets)
    made: bytes = typst.compile(source.encode(), format="pdf")
    return made


def write() -> None:
    """Write every paper."""
    FOLDER.mkdir(exist_ok=True)
    for name, (title, pages, says) in PAPERS.items():
        (FOLDER / f"{name}.pdf").write_bytes(paper(title, pages, says))


if __name__ == "__main__":
    write()
