"""Blocks: what a document is made of, one below the other."""

from discretion.documents.content.sentence import Sentence
from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 1, 2 or 3; the title of a document is none of them."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Sentences that stand together."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Short lines that stand below each other with no space between, as an address."""

    lines: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Items of a list, each of one or more sentences, with numbers where their order says so."""

    items: tuple[tuple[Sentence, ...], ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in one cell of a table: sentences, none where it is empty."""

    sentences: tuple[Sentence, ...] = ()

    @property
    def text(self) -> str:
        """The words of the cell."""
        return " ".join(each.text for each in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table of data with its caption, one heading for each column, and its rows.

    INVARIANT as wide: every row has one cell for each heading. `anchors` has one word for each row,
    to which a link of a page may lead (`tab-C1`), and is empty where none may. `widths` tells how
    wide the columns are beside each other, and is empty where all are alike.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchors: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a reader must not miss, set apart: a mark of what the document is or is not."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A static picture (SVG): its title, a description of what it shows, and its data beside it."""

    svg: str
    title: str
    description: str
    data: Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPage:
    """What follows begins on a new page, where there are pages."""


Block = Heading | Paragraph | Lines | Listing | Grid | Notice | Picture | NewPage
