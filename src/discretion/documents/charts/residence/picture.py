"""The picture of a residence: a line for each year, told apart by pattern and height."""

from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.dates import MONTHS
from discretion.documents.charts.block import Block
from discretion.documents.charts.block import Box
from discretion.documents.charts.block import Words
from discretion.documents.charts.block import beside
from discretion.documents.charts.block import stacked
from discretion.documents.charts.block import text_block
from discretion.documents.charts.chart import drawn
from discretion.documents.charts.residence.months import INSIDE
from discretion.documents.charts.residence.months import LOOKS
from discretion.documents.charts.residence.months import OUTWARD
from discretion.documents.charts.residence.months import Run
from discretion.documents.charts.residence.months import gap_in_words
from discretion.documents.charts.residence.months import outward_of
from discretion.documents.charts.residence.months import years_of
from discretion.documents.charts.sheet import KEY
from discretion.documents.charts.sheet import MARGIN
from discretion.documents.charts.sheet import NOT_A_DECISION
from discretion.documents.charts.sheet import TITLE
from discretion.documents.charts.sheet import Rule
from discretion.documents.charts.sheet import Sheet
from discretion.documents.charts.svg import accessible
from discretion.frozen import dataclass
from discretion.request import Covered
from discretion.request import Residence

LEFT = 64
"""Where the months begin; the years stand left of it."""
MONTH = 36
"""How wide a month is, in points."""
RIGHT = 130
"""How much stands right of the months, for a count in words."""
WIDTH = LEFT + MONTH * len(MONTHS) + RIGHT
LINE = 20
HEAD = "Months of residence that papers show"
NAME = "residence"
"""What names inside the picture begin with, so that it may stand in a page beside others."""
DO_NOT_FILE = "Internal: work product, do not file."
NOTHING = "No paper shows a month."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a picture shows, and what its months and its marks are called."""

    residence: Residence
    words: Table[Covered, str]
    marks: tuple[str, ...]


def draw_residence(residence: Residence, *, is_outward: bool = False) -> str:
    """Return the months of a residence as an SVG picture that stands alone.

    The table of `residence_table` goes with it. The same residence gives the same text, on any
    machine with the same libraries.

    Args:
        residence: the months.
        is_outward: whether it goes out; it then tells nothing of papers that stay inside, nor of
            the day of the entry.

    Raises:
        MissingExtraError: a library that draws is not installed.

    """
    told = (
        _Told(residence=outward_of(residence), words=OUTWARD, marks=())
        if is_outward
        else _Told(residence=residence, words=INSIDE, marks=(DO_NOT_FILE, NOT_A_DECISION))
    )
    return accessible(drawn(_sheet(told)), HEAD, " ".join(_description(told)), NAME)


def _sheet(told: _Told) -> Sheet:
    wide = WIDTH - 2 * MARGIN
    years = tuple(years_of(told.residence))
    head = stacked(
        (
            Block(height=MARGIN),
            text_block(HEAD, MARGIN, wide, TITLE, is_bold=True),
            *(text_block(mark, MARGIN, wide) for mark in told.marks),
            Block(height=8),
            _names() if years else text_block(NOTHING, MARGIN, wide),
        )
    )
    lines = stacked(_year(year, runs, told) for year, runs in years)
    foot = (*_key(told), *_gaps(told), Block(height=MARGIN))
    whole = stacked((head, lines, *foot))
    edges = range(len(MONTHS) + 1) if years else ()
    return Sheet(
        width=WIDTH,
        height=whole.height,
        boxes=whole.boxes,
        words=whole.words,
        rules=tuple(
            Rule(left=LEFT + MONTH * each, top=head.height, bottom=head.height + lines.height)
            for each in edges
        ),
    )


def _names() -> Block:
    return Block(
        height=18,
        words=tuple(
            Words(left=LEFT + MONTH * (place + 0.5), top=12, text=name[:3], is_centred=True)
            for place, name in enumerate(MONTHS)
        ),
    )


def _year(year: int, runs: tuple[Run, ...], told: _Told) -> Block:
    shown = sum(run.count for run in runs if run.covered is Covered.SHOWN)
    count = f"{shown} of {sum(run.count for run in runs)} shown"
    return Block(
        height=LINE,
        boxes=tuple(_box(year, run, told) for run in runs),
        words=(
            Words(left=MARGIN, top=LINE - 6, text=str(year)),
            Words(left=LEFT + MONTH * len(MONTHS) + 10, top=LINE - 6, text=count),
        ),
    )


def _box(year: int, run: Run, told: _Told) -> Box:
    look = LOOKS[run.covered]
    top = (LINE - look.height) / 2
    return Box(
        left=LEFT + MONTH * (run.first.month - 1) + 1,
        top=top,
        right=LEFT + MONTH * run.last.month - 1,
        bottom=top + look.height,
        look=look,
        told=f"{run.named} {year}: {told.words[run.covered]}.",
    )


def _key(told: _Told) -> Iterator[Block]:
    """Yield what each look of the picture means."""
    seen = {month.covered for month in told.residence.months}
    yield Block(height=10)
    for covered, words in told.words.items():
        if covered in seen:
            look = LOOKS[covered]
            top = 8 - look.height / 2
            sample = Box(
                left=MARGIN, top=top, right=MARGIN + KEY, bottom=top + look.height, look=look
            )
            beyond = MARGIN + KEY + 10
            text = f"{words[:1].upper()}{words[1:]}."
            yield beside(
                Block(height=19, boxes=(sample,)),
                text_block(text, beyond, WIDTH - beyond - MARGIN),
            )


def _gaps(told: _Told) -> Iterator[Block]:
    for sentence in _gap_sentences(told):
        yield text_block(sentence, MARGIN, WIDTH - 2 * MARGIN)


def _gap_sentences(told: _Told) -> Iterator[str]:
    gaps = told.residence.gaps
    if gaps:
        yield "Months in a row that are not shown:"
    for gap in gaps:
        yield gap_in_words(gap)


def _description(told: _Told) -> Iterator[str]:
    """Yield what the picture shows, year by year, for whoever does not see it."""
    yield from told.marks
    if not told.residence.months:
        yield NOTHING
    for year, runs in years_of(told.residence):
        yield f"{year}: {'; '.join(f'{run.named}, {told.words[run.covered]}' for run in runs)}."
    yield from _gap_sentences(told)
    yield "The data table beside it holds the same."
