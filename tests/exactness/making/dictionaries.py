"""Random small dictionaries: a few facts of every kind, whose ranges can all be tried."""

from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from random import Random

from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import fact

COLOURS = ("blue", "green", "red")
APPROVALS = ("approved", "not_recorded", "requested")
HOUR = datetime(2021, 3, 1, 10, tzinfo=UTC)
CALENDAR = (date(2003, 12, 20), date(2022, 4, 10))
"""A range in which months and years count; a view leaves some days of it, as all are too many."""


def facts_of(random: Random, *, calendar: bool) -> list[FactType]:
    """Return the facts of one dictionary."""
    facts = [
        fact("a", Kind.YES_NO),
        fact("b", Kind.YES_NO),
        fact("guarded", Kind.NUMBER, low="0", high="3", guard="a"),
        fact("colour", Kind.TOKEN, words=dict.fromkeys(COLOURS, "")),
        fact("number", Kind.NUMBER, low="0", high="5"),
        fact("other", Kind.NUMBER, low="0", high="4"),
        fact("approval", Kind.TOKEN, words=dict.fromkeys(APPROVALS, ""), absent="not_recorded"),
        _recorded("signed", "yes", "no"),
        fact("text", Kind.TEXT),
        fact("follows", Kind.YES_NO, absent=random.choice(("", "", "no"))),
        fact("first_at", Kind.MOMENT),
        fact("last_at", Kind.MOMENT),
    ]
    kept = random.sample(facts, random.randint(3, 7))
    if any(each.name == "guarded" for each in kept) and facts[0] not in kept:
        kept.append(facts[0])
    kept.extend(_dates(random, calendar=calendar))
    if random.random() < 0.65:
        kept.append(_list(random, calendar=calendar))
    if random.random() < 0.25:
        kinds = fact("kind", Kind.TOKEN, words=dict.fromkeys(COLOURS[:2], ""))
        kept.append(fact("grounds", Kind.LIST, absent="none", fields={"kind": kinds}))
    return [fact(DATE_FACT, Kind.DATE), *kept]


def _recorded(name: str, *words: str) -> FactType:
    """Return a fact of the file itself, which nobody may have recorded."""
    known = dict.fromkeys((*words, "not_recorded"), "")
    return fact(name, Kind.YES_NO, words=known, absent="not_recorded")


def _dates(random: Random, *, calendar: bool) -> list[FactType]:
    """Return a few dates, some in the order of an earlier one."""
    dates: list[FactType] = []
    for name in ("start", "middle", "end")[: random.choice((0, 1, 2, 2, 3, 3))]:
        low = date(2021, 2, 25) + timedelta(days=random.randrange(4))
        high = low + timedelta(days=random.randint(2, 6))
        if calendar:
            low, high = CALENDAR
        dates.append(
            fact(
                name,
                Kind.DATE,
                low=low.isoformat(),
                high=random.choice((high.isoformat(), "decision_date")),
                not_before=random.choice(dates).name if dates and random.random() < 0.6 else "",
            )
        )
    return dates


def _list(random: Random, *, calendar: bool) -> FactType:
    plain = [
        fact("flag", Kind.YES_NO),
        fact("kind", Kind.TOKEN, words=dict.fromkeys(COLOURS[:2], "")),
        fact("twin", Kind.TOKEN, words=dict.fromkeys(COLOURS[1:], "")),
        fact("days", Kind.NUMBER, low="0", high="2"),
        _recorded("filed", "yes"),
    ]
    fields = random.sample(plain, random.randint(1, 2))
    if random.random() < 0.7 and not calendar:
        on = fact("on", Kind.DATE, low="2021-02-27", high="2021-03-02")
        order = random.choice(("", "on"))
        until = fact("until", Kind.DATE, low="2021-02-28", high="2021-03-02", not_before=order)
        fields = [*fields, on] if random.random() < 0.6 else [*fields[:1], on, until]
    return fact("papers", Kind.LIST, fields={field.name: field for field in fields})
