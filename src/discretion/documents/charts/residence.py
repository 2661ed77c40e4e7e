"""The months of a residence as a picture: a square for each, with a sign and not a color alone."""

from collections.abc import Iterator
from itertools import groupby

from discretion.dates import MONTHS
from discretion.documents.content.blocks import Cell
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Picture
from discretion.documents.content.sentence import plain
from discretion.request import Covered
from discretion.request import Month
from discretion.request import Residence

SIDE, LEFT, TOP = 34, 60, 26
"""The side of a square, and where the first one stands, in points."""
GROUNDS = {Covered.SHOWN: "#1b4f72", Covered.INSIDE: "#d5d8dc", Covered.NOTHING: "#ffffff"}
SIGNS = {Covered.SHOWN: "#", Covered.INSIDE: "o", Covered.NOTHING: "-"}
LETTERS = {Covered.SHOWN: "#ffffff", Covered.INSIDE: "#1b1b1b", Covered.NOTHING: "#1b1b1b"}
"""The ground, the sign and the color of the sign of a month, by what shows it."""
TITLE = "Months of residence that papers show"
DESCRIPTION = (
    "One row for each year and one square for each month: a dark square with # for a month that a "
    "paper shows which may go out, a gray one with o where only papers show it that stay inside, "
    "and a white one with - for a month that no paper shows. The table says the same."
)
HEAD = ("Year", "Months shown by papers that may go out", "Only by papers that stay", "By none")


def draw_residence(residence: Residence) -> Picture:
    """Return the months of a residence as a static picture with its data, for the memo alone."""
    years = [
        (year, tuple(months))
        for year, months in groupby(residence.months, key=lambda month: month.year)
    ]
    width, height = LEFT + SIDE * len(MONTHS) + 4, TOP + SIDE * len(years) + 4
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="Libertinus Serif, serif" font-size="12">'
    )
    names = (
        _text(LEFT + SIDE * number + SIDE // 2, TOP - 8, name[:3], "#1b1b1b")
        for number, name in enumerate(MONTHS)
    )
    rows = (_row(number, year, months) for number, (year, months) in enumerate(years))
    return Picture(
        svg="".join((head, *names, *rows, "</svg>")),
        title=TITLE,
        description=DESCRIPTION,
        data=Grid(
            caption=TITLE,
            head=HEAD,
            rows=tuple(_counts(year, months) for year, months in years),
        ),
    )


def _row(number: int, year: int, months: tuple[Month, ...]) -> str:
    top = TOP + SIDE * number
    return "".join((_text(LEFT // 2, top + 22, str(year), "#1b1b1b"), *_squares(months, top)))


def _squares(months: tuple[Month, ...], top: int) -> Iterator[str]:
    for each in months:
        left = LEFT + SIDE * (each.month - 1)
        yield (
            f'<rect x="{left}" y="{top}" width="{SIDE}" height="{SIDE}" stroke="#1b1b1b" '
            f'fill="{GROUNDS[each.covered]}"/>'
        )
        yield _text(left + SIDE // 2, top + 22, SIGNS[each.covered], LETTERS[each.covered])


def _text(x: int, y: int, words: str, color: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="middle" fill="{color}">{words}</text>'


def _counts(year: int, months: tuple[Month, ...]) -> tuple[Cell, ...]:
    counted = (sum(month.covered is covered for month in months) for covered in Covered)
    return tuple(Cell(sentences=plain(str(each))) for each in (year, *counted))
