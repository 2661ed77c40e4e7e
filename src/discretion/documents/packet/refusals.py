"""Refusals: what is wrong with an exhibit or a file so that no packet can be made of it."""

from collections.abc import Iterator

from discretion.documents.request.told.tabs import Tab
from discretion.errors import Problem
from discretion.request import CheckedRequest

FORBIDDEN = frozenset(("same_tab", "made_after_filing"))
"""What is remarked of a paper that cannot go out as it stands."""
LONGEST_TITLE = 300
"""The most characters of a title. Ours: a longer one fits neither a sheet nor an index."""
UNFIT = frozenset(
    (
        *("no_file_named", "outside_folder", "file_missing", "file_unreadable", "same_file"),
        *("file_empty", "file_too_large", "name_too_long", "can_run", "not_what_its_name_says"),
        *("encrypted", "damaged"),
    )
)
"""What is remarked of a file of which no page can be made, or not with safety."""


def refusals(checked: CheckedRequest, tabs: tuple[Tab, ...]) -> Iterator[Problem]:
    """Yield what forbids a packet in the exhibits that are to go out, all of it at once.

    Args:
        checked: the request.
        tabs: the papers that are attached.

    """
    attached = {tab.paper.name: tab for tab in tabs if tab.mark}
    for each in checked.exhibits:
        if each.paper.name not in attached:
            continue
        for remark in each.remarks:
            if remark.code in FORBIDDEN:
                yield _refused(each.paper.name, remark.says, remark.remedy)
        if len(each.paper.title) > LONGEST_TITLE:
            says = f"Its title has more than {LONGEST_TITLE} characters."
            yield _refused(each.paper.name, says, "Give it a shorter one.")
    for file in checked.files or ():
        if file.paper not in attached:
            continue
        for remark in file.remarks:
            if remark.code in UNFIT:
                yield _refused(file.paper, remark.says, remark.remedy)


def _refused(paper: str, says: str, remedy: str) -> Problem:
    """Return a remark as a problem, in the manner of messages."""
    return Problem(
        code="exhibit_refused",
        message=f"`{paper}` cannot be an exhibit: {_lowered(says)}",
        help=_lowered(remedy),
    )


def _lowered(text: str) -> str:
    text = text.rstrip(".")
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
