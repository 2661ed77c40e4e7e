"""One topic of two policies on a page: the texts side by side, then the cases."""

from collections.abc import Iterator

from discretion.documents.pages.comparison.case import lay_out_case
from discretion.documents.pages.comparison.compared import ProvisionTold
from discretion.documents.pages.comparison.compared import TextTold
from discretion.documents.pages.comparison.compared import TopicTold
from discretion.documents.pages.comparison.places import provision_id
from discretion.documents.pages.comparison.places import text_id
from discretion.documents.pages.comparison.places import topic_id
from discretion.documents.pages.element import Element
from discretion.documents.pages.element import element


def lay_out_topic(topic: TopicTold, number: int) -> Element:
    """Return a topic as a section of the page.

    Args:
        topic: what is said of it.
        number: its number on the page, from 1, which its places are named by.

    """
    name = f"{topic_id(number)}-heading"
    return element(
        "section",
        element("h3", f"{topic.name}: {topic.relation}", given={"id": name}),
        *(element("p", each) for each in topic.notes),
        element(
            "div",
            _text(topic.a, number),
            _text(topic.b, number),
            given={"class": "beside"},
        ),
        *(lay_out_case(each, number, place) for place, each in enumerate(topic.cases, start=1)),
        given={"id": topic_id(number), "aria-labelledby": name},
    )


def _text(text: TextTold, number: int) -> Element:
    """Return what one policy says, as one of the two columns."""
    inside = [element("p", text.instead)] if text.instead else []
    inside.extend(
        _provision(each, provision_id(number, text.letter, place))
        for place, each in enumerate(text.provisions)
    )
    return element(
        "div",
        element("h4", f"{text.letter}: {text.name}, in our words"),
        *inside,
        given={"class": "panel", "id": text_id(number, text.letter)},
    )


def _provision(provision: ProvisionTold, place: str) -> Element:
    return element("div", *_said(provision), given={"class": "provision", "id": place})


def _said(provision: ProvisionTold) -> Iterator[Element]:
    """Yield a provision: our paraphrase, its own words, how it was read, what is read from it."""
    if provision.heading:
        yield element("h5", provision.heading)
    if provision.paraphrase:
        yield element("p", " ".join(provision.paraphrase))
    if provision.quotes:
        yield element("p", "In its own words:")
        yield element(
            "ul",
            *(element("li", element("q", words), f" [{source}]")
              for words, source in provision.quotes),
        )  # fmt: skip
    if provision.basis:
        yield element("p", provision.basis, given={"class": "quiet"})
    yield element("p", "Read from it:" if provision.heading else "Read here:")
    yield element(
        "ul",
        *(
            element("li", f"{rule.says} ", element("span", rule.cited, given={"class": "quiet"}))
            for rule in provision.rules
        ),
    )
