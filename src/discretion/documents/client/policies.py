"""Which policy was in force on the day of the request, and whether it is in force today."""

from collections.abc import Iterator

from discretion.documents.client.saying import Saying
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.frozen import replace
from discretion.law.standing import Standing
from discretion.request.check import CheckedRequest
from discretion.request.gates import guiding_standings
from discretion.rules.library import Library
from discretion.truth import Truth

THEN = {Truth.TRUE: "policy_certain", Truth.UNKNOWN: "policy_perhaps"}
TODAY = {
    Truth.TRUE: "today_in_force",
    Truth.FALSE: "today_not",
    Truth.UNKNOWN: "today_perhaps",
}
NOTHING = Standing()
"""How an instrument stands that is not told among those that guide such a decision."""


def policies_of(checked: CheckedRequest, library: Library, say: Saying) -> Iterator[Block]:
    """Yield what was in force on the day of the request, each with whether it is so today.

    Args:
        checked: the request.
        library: the policies.
        say: the words.

    """
    then = guiding_standings(checked.assessed, library)
    now = guiding_standings(replace(checked.assessed, governing=checked.assessed.today), library)
    day, today = say.day(checked.filing_on), say.day(checked.assessed.today_on)
    for truth, lead in THEN.items():
        told = [name for name, standing in then.items() if standing.governs is truth]
        if told:
            yield Paragraph(sentences=say.all(lead, day=day))
            yield Listing(
                items=tuple(
                    (
                        *_named(name, library, say),
                        *_today(name, now.get(name, NOTHING), today, library, say),
                    )
                    for name in told
                )
            )
    if not then:
        yield Paragraph(sentences=say.all("policy_none", day=day))
    yield from _others([name for name in now if name not in then], today, library, say)
    if not now:
        yield Paragraph(sentences=say.all("today_none", today=today))
    yield Paragraph(sentences=say.all("policy_change"))


def _today(
    name: str, now: Standing, today: str, library: Library, say: Saying
) -> tuple[Sentence, ...]:
    """Return whether a policy is in force today."""
    return say.all(TODAY[now.governs], (library.instruments[name].short,), today=today)


def _others(names: list[str], today: str, library: Library, say: Saying) -> Iterator[Block]:
    """Yield what may count today and did not on the day of the request."""
    if names:
        yield Paragraph(sentences=say.all("today_other", today=today))
        yield Listing(items=tuple(_named(name, library, say) for name in names))


def _named(name: str, library: Library, say: Saying) -> tuple[Sentence, ...]:
    """Return the title of a policy in English, with our own words for it."""
    instrument = library.instruments[name]
    return say.in_english(
        instrument.title, say.texts.instruments.get(name, ""), (instrument.short,)
    )
