"""A made case on a page: all that it says, and what it comes to under either policy."""

from collections.abc import Iterator

from discretion.documents.pages.comparison.compared import CaseTold
from discretion.documents.pages.comparison.compared import ReasonTold
from discretion.documents.pages.comparison.places import case_id
from discretion.documents.pages.comparison.places import provision_id
from discretion.documents.pages.comparison.places import text_id
from discretion.documents.pages.element import Element
from discretion.documents.pages.element import element
from discretion.documents.pages.element import link


def lay_out_case(case: CaseTold, topic: int, number: int) -> Element:
    """Return a case as an article of the page.

    Args:
        case: what is said of it.
        topic: the number of its topic on the page.
        number: its number in the topic, from 1.

    """
    place = case_id(topic, number)
    return element(
        "article",
        element("h4", f"Case {number}: {case.shows}", given={"id": f"{place}-heading"}),
        element("p", "All that the case says:"),
        element("ul", *(element("li", each) for each in case.says)),
        element(
            "div",
            _reason(case.a, topic),
            _reason(case.b, topic),
            given={"class": "beside"},
        ),
        given={"class": "case", "id": place, "aria-labelledby": f"{place}-heading"},
    )


def _reason(reason: ReasonTold, topic: int) -> Element:
    return element("div", *_said(reason, topic), given={"class": "panel"})


def _said(reason: ReasonTold, topic: int) -> Iterator[Element]:
    """Yield what one policy says of a case, with a link to where it says so."""
    yield element("h5", f"{reason.letter}: {reason.comes_to}")
    place = text_id(topic, reason.letter)
    if reason.provision is not None:
        place = provision_id(topic, reason.letter, reason.provision)
    if reason.name:
        yield element("p", f"{reason.name} (", link(place, reason.cited), ")")
    else:
        yield element("p", link(place, f"What {reason.letter} says"))
    if reason.tests:
        yield element(
            "ul",
            *(
                element("li", f"{test.says}: ", element("strong", test.holds))
                for test in reason.tests
            ),
        )
