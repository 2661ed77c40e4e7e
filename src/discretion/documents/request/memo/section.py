"""A section of the memo: a heading with a list below it, and neither where there is nothing."""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Listing
from discretion.documents.content.sentence import Sentence


def section(title: str, items: Iterable[tuple[Sentence, ...]]) -> Iterator[Block]:
    """Yield a heading and its items, nothing where there are none."""
    found = tuple(items)
    if found:
        yield Heading(text=title)
        yield Listing(items=found)
