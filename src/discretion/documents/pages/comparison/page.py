"""The page on two policies, from what is said of them to the text of a file."""

from collections.abc import Iterator

from discretion.documents.pages.comparison.compared import ComparisonTold
from discretion.documents.pages.comparison.compared import SideTold
from discretion.documents.pages.comparison.compared import TableTold
from discretion.documents.pages.comparison.compared import TopicTold
from discretion.documents.pages.comparison.places import topic_id
from discretion.documents.pages.comparison.topic import lay_out_topic
from discretion.documents.pages.element import Element
from discretion.documents.pages.element import element
from discretion.documents.pages.element import link
from discretion.documents.pages.sheet import Section
from discretion.documents.pages.sheet import Sheet
from discretion.documents.pages.sheet import whole_page

Numbered = tuple[int, TopicTold]
NUMBER = {"class": "number"}
CASES, YES, NO, UNKNOWN = NUMBERS = ("Cases", "Yes", "No", "Unknown")
"""Columns of numbers."""


def lay_out_comparison(told: ComparisonTold) -> str:
    """Return the page on two policies as the text of an HTML file.

    Args:
        told: everything that it says.

    """
    return whole_page(
        Sheet(
            title=told.title,
            head=(
                element("div", _side(told.a), _side(told.b), given={"class": "beside"}),
                element(
                    "div",
                    *(element("p", each) for each in told.what_it_is),
                    given={"class": "told"},
                ),
            ),
            sections=tuple(_sections(told)),
            foot=(element("p", told.made, given={"class": "quiet"}),),
        )
    )


def _side(side: SideTold) -> Element:
    return element(
        "div",
        element("p", element("strong", f"{side.letter}: {side.title}")),
        element("p", side.standing),
        given={"class": "panel"},
    )


def _sections(told: ComparisonTold) -> Iterator[Section]:
    """Yield the sections: the tables first, then the topics, numbered through, then the limits."""
    numbers = iter(range(1, 1 + sum(len(group.topics) for group in told.groups)))
    groups = [(group.heading, [(next(numbers), each) for each in group.topics])
              for group in told.groups]  # fmt: skip
    every = [row for _, topics in groups for row in topics]
    yield Section(id="glance", heading="At a glance", inside=(_glance(every),))
    if told.table is not None:
        yield Section(id="table", heading=told.table.heading, inside=tuple(_counts(told.table)))
    for place, (heading, topics) in enumerate(groups, start=1):
        yield Section(
            id=f"group-{place}",
            heading=heading,
            inside=tuple(lay_out_topic(topic, number) for number, topic in topics),
        )
    limits = element("ul", *(element("li", each) for each in told.limits))
    yield Section(id="limits", heading="What this rests on", inside=(limits,))


def _glance(topics: list[Numbered]) -> Element:
    """Return the table of every topic, each with how B stands to A and how many cases show it."""
    rows = (
        (
            element("th", link(topic_id(number), topic.name), given={"scope": "row"}),
            element("td", topic.relation),
            element("td", str(len(topic.cases)), given=NUMBER),
        )
        for number, topic in topics
    )
    return _table("What B is against A, topic by topic", ("Topic", "B against A", CASES), rows)


def _counts(table: TableTold) -> Iterator[Element]:
    yield element("p", table.note)
    rows = (
        (
            element("th", each.topic, given={"scope": "row"}),
            element("td", each.alone),
            *(
                element("td", str(number), given=NUMBER)
                for number in (each.yes, each.no, each.unknown)
            ),
        )
        for each in table.counts
    )
    yield _table(
        "Decisions of the table that each topic touches",
        ("Topic", "Met in", YES, NO, UNKNOWN),
        rows,
    )


def _table(caption: str, heads: tuple[str, ...], rows: Iterator[tuple[Element, ...]]) -> Element:
    """Return a table that scrolls by itself where a window is too narrow for it."""
    columns = (
        element("th", each, given={"scope": "col", **(NUMBER if each in NUMBERS else {})})
        for each in heads
    )
    table = element(
        "table",
        element("caption", caption),
        element("thead", element("tr", *columns)),
        element("tbody", *(element("tr", *cells) for cells in rows)),
    )
    given = {"class": "wide", "role": "region", "tabindex": "0", "aria-label": caption}
    return element("div", table, given=given)
