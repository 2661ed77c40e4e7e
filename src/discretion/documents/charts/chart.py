"""A chart: a sheet drawn by the charting library, as the picture that it makes of it."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING
from typing import Any

from discretion.documents.charts.block import Words
from discretion.documents.charts.looks import INK
from discretion.documents.charts.looks import PAPER
from discretion.documents.charts.looks import Look
from discretion.documents.charts.sheet import Sheet
from discretion.errors import MissingExtraError

if TYPE_CHECKING:
    from altair import Chart
    from altair import Scale

GRID = "#8a8a8a"
"""Upright lines: 3.5 to 1 against paper."""
FONT = "sans-serif"
"""A family that every machine has in some form; none is embedded or named."""


def drawn(sheet: Sheet) -> str:
    """Return a sheet as the charting library draws it.

    Raises:
        MissingExtraError: the library, or what turns its charts into SVG, is not installed.

    """
    try:
        import altair as alt
        import vl_convert
    except ModuleNotFoundError as missing:
        what = "a picture"
        raise MissingExtraError(what, missing.name or "altair", "documents") from None
    chart = (
        alt.layer(*_layers(sheet))
        .properties(
            width=sheet.width,
            height=sheet.height,
            padding=0,
            autosize=alt.AutoSizeParams(type="none"),
            background=PAPER,
        )
        .configure(font=FONT)
        .configure_view(stroke=None)
    )
    return vl_convert.vegalite_to_svg(chart.to_json())


def _layers(sheet: Sheet) -> Iterator["Chart"]:
    """Yield the lines behind everything, then the bars of each look, then all words."""
    rules = [{"x": rule.left, "y": rule.top, "y2": rule.bottom} for rule in sheet.rules]
    yield _chart(sheet, rules).mark_rule(color=GRID, strokeWidth=0.5, aria=False)
    for look in Look:
        boxes = [
            {"x": box.left, "x2": box.right, "y": box.top, "y2": box.bottom, "told": box.told}
            for box in sheet.boxes
            if box.look is look
        ]
        if boxes:
            yield (
                _chart(sheet, boxes)
                .mark_rect(
                    fill=look.fill, stroke=INK, strokeWidth=0.8, strokeDash=list(look.dashes)
                )
                .encode(description="told:N")
            )
    for (size, is_bold, is_centred), words in groupby(sorted(sheet.words, key=_style), key=_style):
        rows = [{"x": each.left, "y": each.top, "text": each.text} for each in words]
        yield (
            _chart(sheet, rows)
            .mark_text(
                align="center" if is_centred else "left",
                baseline="alphabetic",
                color=INK,
                fontSize=size,
                fontWeight="bold" if is_bold else "normal",
                aria=False,
            )
            .encode(text="text:N")
        )


def _style(words: Words) -> tuple[int, bool, bool]:
    return words.size, words.is_bold, words.is_centred


def _chart(sheet: Sheet, rows: list[dict[str, Any]]) -> "Chart":
    """Return a chart of rows whose places are points from the upper left corner."""
    import altair as alt

    chart = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X("x:Q", axis=None, scale=_points(sheet.width)),
        y=alt.Y("y:Q", axis=None, scale=_points(sheet.height, is_downward=True)),
    )
    edges = {edge: f"{edge}:Q" for edge in ("x2", "y2") if rows and edge in rows[0]}
    return chart.encode(**edges)


def _points(longest: float, *, is_downward: bool = False) -> "Scale":
    import altair as alt

    return alt.Scale(domain=[0, longest], nice=False, zero=False, reverse=is_downward)
