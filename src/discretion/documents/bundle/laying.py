"""Laying a page: a form fitted above the strip in which the stamp stands."""

from typing import Any

SHORT, LONG = 612, 792
"""The sides of a page in points, US Letter."""
STRIP = 30
"""The height of the strip below a page, in points, in which nothing but the stamp stands."""


class Laid:
    """A page of the bundle that waits for its stamp. `width` is its width in points."""

    def __init__(self, page: Any, width: int) -> None:  # noqa: ANN401  # a page of pikepdf
        """Take the page."""
        self.page = page
        self.width = width

    def stamp(self, form: Any) -> None:  # noqa: ANN401  # a form of pikepdf
        """Draw the stamp into the strip of the page."""
        self.page.Resources.XObject["/Stamp"] = form
        self.page.Contents.write(self.page.Contents.read_bytes() + b"\nq /Stamp Do Q")


def lay(form: Any, bundle: Any) -> Laid:  # noqa: ANN401  # of pikepdf
    """Add a page with a form, as large as fits and never larger than it was, and return it.

    What is wider than high stands on a page that is, too.
    """
    import pikepdf

    left, bottom, right, top = _corners(form)
    wide, high = right - left, top - bottom
    width, height = (LONG, SHORT) if wide > high else (SHORT, LONG)
    room = height - STRIP
    scale = min(width / wide, room / high, 1.0)
    x = (width - wide * scale) / 2 - left * scale
    y = STRIP + (room - high * scale) / 2 - bottom * scale
    drawn = f"q {scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f} cm /Shown Do Q"
    page = bundle.add_blank_page(page_size=(width, height))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Shown=form))
    page.Contents = bundle.make_stream(drawn.encode())
    return Laid(page, width)


def _corners(form: Any) -> tuple[float, float, float, float]:  # noqa: ANN401  # of pikepdf
    """Return the corners of what a form draws, turned as it is turned."""
    box = [float(each) for each in form.BBox]
    a, b, c, d, e, f = (float(each) for each in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    points = [
        (a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])
    ]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
