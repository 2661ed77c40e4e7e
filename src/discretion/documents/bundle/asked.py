"""What a bundle is made of, and what it then is."""

from collections.abc import Mapping as Table
from datetime import date
from pathlib import Path

from discretion.errors import Problem
from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleExhibit:
    """One exhibit: its tab and section as a reader knows them, and where its file lies.

    `is_redacted` tells that something in it was to be made unreadable, so that its pages are taken
    over as pictures and no letter stays below a bar.
    """

    paper: str
    tab: str
    section: str
    section_title: str
    title: str
    path: Path
    issuer: str = ""
    made_on: date | None = None
    is_redacted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleAsked:
    """The exhibits in their order, the title of the bundle, and the only day that it carries."""

    exhibits: tuple[BundleExhibit, ...]
    title: str
    dated: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """The file that an exhibit was made from, as it lay there: it is never changed."""

    paper: str
    name: str
    sha256: str
    size: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A bundle of exhibits as one PDF.

    `places` are the first and the last page of each exhibit by the id of its paper, counted from 1
    and without the sheet before it. `pages` counts every page, those sheets too.
    """

    pdf: bytes
    places: Table[str, tuple[int, int]]
    pages: int
    sources: tuple[SourceFile, ...]


def unfit(exhibit: BundleExhibit, why: str, remedy: str) -> Problem:
    """Return that no page can be made of an exhibit; with its tab and the name of its file."""
    return Problem(
        code="exhibit_refused",
        message=f"no page can be made of tab `{exhibit.tab}`: {why}",
        help=remedy,
        file=exhibit.path.name,
    )
