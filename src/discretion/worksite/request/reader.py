"""Reading the file of a request: closed words, days, a place and employers, and no free text."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

from discretion.entries import Entries
from discretion.errors import Problem
from discretion.errors import has_errors
from discretion.errors import nearest
from discretion.facts.reading.signed import Signed
from discretion.facts.reading.signed import read_signed
from discretion.place import Place
from discretion.place import nearest_places
from discretion.place import read_place
from discretion.source import Listing
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar
from discretion.source import read_yaml_file
from discretion.worksite.disputes.names import NameWords
from discretion.worksite.disputes.names import all_words_of
from discretion.worksite.disputes.names import names_in
from discretion.worksite.disputes.shown import may_be_person
from discretion.worksite.request.form import Program
from discretion.worksite.request.form import RequestForm
from discretion.worksite.request.request import AgencyRequest

FREE_TEXT = ("group", "threats_seen", "effect_on_reporting", "contact", "notes")
"""Keys under which a file may say what it likes; nothing of it is ever read."""
LONGEST_NAME = 100
"""The most characters of an employer's name."""
MOST_DIGITS = 4
"""The most digits of an employer's name: fewer than a telephone number or a file number has."""
NAME = re.compile(r"[\w .,&'\N{RIGHT SINGLE QUOTATION MARK}()/#+-]+")
"""What an employer's name may be written with: no `@`, so no e-mail address."""


def read_agency_request(
    path: Path, form: RequestForm, words: NameWords
) -> tuple[AgencyRequest | None, tuple[Problem, ...]]:
    """Return the request of a file, None where a mistake forbids it, and every problem.

    Args:
        path: the YAML file.
        form: which agencies and kinds of dispute there are.
        words: what shows that a name is a business's.

    """
    report = Report(path.name)
    node = read_yaml_file(path, report)
    request = _request(node, form, words, report) if node is not None else None
    return request, tuple(report.problems)


def _request(
    node: Node, form: RequestForm, words: NameWords, report: Report
) -> AgencyRequest | None:
    entries = Entries(node, report, "a request to an agency")
    entries.required("agency_request")
    for key in FREE_TEXT:
        entries.node_of(key)
    agency = _agency(entries, form)
    employers = tuple(_employers(entries, form, words))
    place, made_on = _place(entries), _made_on(entries)
    disputes = tuple(_disputes(entries, form))
    period = entries.entries("work", "the period of work")
    work_from, work_to = period.day("from"), period.day("to")
    signed = read_signed(entries)
    began_on = entries.day("began_on")
    period.finish()
    entries.finish()
    _check_order(made_on, (("began_on", began_on), ("from", work_from), ("to", work_to)), entries)
    if work_from and work_to and work_to < work_from:
        message = f"the period of work ends on {work_to}, before it begins on {work_from}"
        report.error("reversed", entries.node.get("work"), message, "swap the two days")
    if place is None or made_on is None or has_errors(report.problems):
        return None
    return AgencyRequest(
        agency=agency,
        made_on=made_on,
        employers=employers,
        place=place,
        disputes=disputes,
        began_on=began_on,
        work_from=work_from,
        work_to=work_to,
        is_overridden=_is_overridden(signed, form.program, made_on),
    )


def _is_overridden(signed: Signed, program: Program, made_on: date) -> bool:
    """Tell whether counsel had overridden a closed program by the day of a request."""
    return any(
        row["gate"] == program.gate
        and row["role"] in program.roles
        and (on := at.day("on")) is not None
        and on <= made_on
        for row, at in signed.pairs("overrides")
    )


def _agency(entries: Entries, form: RequestForm) -> str:
    entries.required("agency")
    return entries.word("agency", {word: word for word in form.agencies}, "")


def _made_on(entries: Entries) -> date | None:
    entries.required("made_on")
    return entries.day("made_on")


def _place(entries: Entries) -> Place | None:
    text = entries.required("place")
    place = read_place(text) if text else None
    if text and place is None:
        near = ", ".join(nearest_places(text)) or "US-IL"
        entries.report.error(
            "unknown_place",
            entries.node.get("place"),
            f"`{text}` is not a known place",
            f"write a state or a district, for example {near}: the address is written by hand",
        )
    return place


def _disputes(entries: Entries, form: RequestForm) -> Iterator[str]:
    node = entries.node_of("disputes")
    items = node.items if isinstance(node, Listing) else (node,) if node else ()
    if not items:
        entries.required("disputes")
    for item in items:
        word = item.text if isinstance(item, Scalar) else ""
        if word in form.disputes:
            yield word
        else:
            entries.report.error(
                "unknown_word",
                item,
                f"`{word}` is no kind of dispute",
                nearest(word, form.disputes) or f"one of: {', '.join(form.disputes)}",
            )


def _employers(entries: Entries, form: RequestForm, words: NameWords) -> Iterator[str]:
    """Yield the names of employers that may stand in a request; others are reported."""
    node = entries.node_of("employers")
    items = node.items if isinstance(node, Listing) else (node,) if node else ()
    if not items:
        entries.required("employers")
    for item in items:
        name = " ".join(item.text.split()) if isinstance(item, Scalar) else ""
        why = _why_not(name, form, words)
        if why:
            entries.report.error(
                "not_an_employer",
                item,
                f"this employer's name {why}",
                "write the name under which the employer does business, and nothing else",
            )
        else:
            yield name


def _why_not(name: str, form: RequestForm, words: NameWords) -> str:
    """Return why a name may not stand in a request, empty where it may."""
    if not name:
        return "is empty"
    if len(name) > LONGEST_NAME:
        return f"has more than {LONGEST_NAME} characters"
    if not NAME.fullmatch(name):
        return "has a sign that no name has"
    if sum(sign.isdigit() for sign in name) > MOST_DIGITS:
        return f"has more than {MOST_DIGITS} digits, as a number of a person or a telephone has"
    said = all_words_of(name, words)
    joined = ("".join(pair) for pair in pairwise(said))
    if form.status_words.intersection((*said, *joined)):
        return "speaks of somebody's status"
    parts = [part for each in names_in(name, words) for part in each.split(",")]
    if any(may_be_person(part, words) for part in parts):
        return "may be the name of a person, as no word of it shows a business"
    return ""


def _check_order(
    made_on: date | None, days: tuple[tuple[str, date | None], ...], entries: Entries
) -> None:
    """Report every day that lies after the request was made."""
    for key, day in days:
        if made_on is not None and day is not None and made_on < day:
            node = entries.node.get(key) or entries.node.get("work")
            entries.report.error(
                "after_the_request",
                node,
                f"`{key}` is {day}, after the request was made on {made_on}",
                "correct one of the two days",
            )
