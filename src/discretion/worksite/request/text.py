"""The text of a request to a labour agency: the form's own sentences, and what the request says."""

from collections.abc import Iterator
from datetime import date

from discretion.dates import long_date
from discretion.worksite.request.form import RequestForm
from discretion.worksite.request.request import AgencyRequest

BLANK = "_" * 40
"""A line to write on."""


def agency_request(request: AgencyRequest, form: RequestForm) -> str:
    """Return the text of a request to a labour agency about a worksite.

    It holds sentences of the form, days, a place and employers' names, and nothing else.

    Args:
        request: what is asked, of which agency, about which worksite.
        form: the sentences.

    """
    return "\n".join(_lines(request, form)) + "\n"


def _lines(request: AgencyRequest, form: RequestForm) -> Iterator[str]:
    yield form.title
    yield "=" * len(form.title)
    yield ""
    yield f"To: {form.agencies[request.agency]}"
    yield f"Date: {long_date(request.made_on)}"
    yield f"Employer: {'; '.join(request.employers)}"
    yield f"Place: {request.place.name}"
    yield ""
    yield form.asks
    yield ""
    yield "The dispute is about:"
    for kind in request.disputes:
        yield f"- {form.disputes[kind]}"
    if request.began_on:
        yield f"It began on {long_date(request.began_on)}."
    period = _period(request.work_from, request.work_to)
    if period:
        yield f"It concerns work done {period}."
    yield ""
    yield form.by_hand
    for line in form.lines:
        yield f"- {line}: {BLANK}"
    yield ""
    yield form.names_nobody


def _period(first: date | None, last: date | None) -> str:
    told = [f"from {long_date(first)}"] if first else []
    if last:
        told.append(f"to {long_date(last)}" if first else f"until {long_date(last)}")
    return " ".join(told)
