"""Random views of a small policy: each fact known, known to a few values, or not known at all."""

from datetime import date
from datetime import timedelta
from math import prod
from random import Random

from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import joined
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.view import View
from discretion.truth import Truth
from tests.exactness.making.dictionaries import CALENDAR
from tests.exactness.making.dictionaries import HOUR
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import DAY
from tests.exactness.policy import Policy
from tests.exactness.trying.completions import TEXTS
from tests.exactness.trying.completions import size_of
from tests.exactness.trying.completions import values_of
from tests.exactness.trying.oracle import Oracle

MOST_COMPLETIONS = 6000
MOST_FURTHER = 150
LEAP_DAYS = (date(2004, 2, 29), date(2021, 1, 30), date(2021, 2, 28), date(2022, 2, 28))
QUARTER = timedelta(minutes=15)
TRUTHS = (Truth.TRUE, Truth.FALSE, Truth.UNKNOWN)

Row = dict[str, Values]


def view_of(random: Random, policy: Policy) -> View:
    """Return a random view, with so much known that every completion can be tried."""
    known: Row = {DATE_FACT: one_value(DAY)}
    complete: dict[str, Truth] = {}
    view = _said(random, policy, known, complete)
    _settle(random, policy, view, known, complete)
    return view


def open_view_of(random: Random, policy: Policy) -> View:
    """Return a random view, in which anything at all may be unknown."""
    return _said(random, policy, {DATE_FACT: one_value(DAY)}, {}, tries_all=False)


def _said(
    random: Random,
    policy: Policy,
    known: Row,
    complete: dict[str, Truth],
    *,
    tries_all: bool = True,
) -> View:
    """Return a random view, whose facts and lists can be made more known.

    `tries_all` tells that its completions will be tried, so what has too many values is said.
    """
    facts = policy.dictionary.facts
    records: dict[str, tuple[Row, ...]] = {}
    inapplicable = set()
    for name, each in facts.items():
        if each.fields and random.random() < 0.7:
            records[name] = tuple(_record(random, each) for _ in range(random.choice((0, 1, 1, 2))))
            complete[name] = random.choice(TRUTHS)
        elif each.guard and random.random() < 0.2:
            inapplicable.add(name)
        elif (
            name != DATE_FACT
            and not each.fields
            and ((tries_all and _is_large(each)) or random.random() < 0.5)
        ):
            known[name] = some_values(random, each)
    for items, rows in records.items():
        for number, row in enumerate(rows, start=1):
            unsaid = facts[items].fields.keys() - row.keys()
            if unsaid and random.random() < 0.1:
                inapplicable.add(f"{items}[{number}].{min(unsaid)}")
    judgments = policy.reading.judgments
    return View(
        dictionary=policy.dictionary,
        day=DAY,
        known=known,
        records=records,
        complete=complete,
        inapplicable=frozenset(inapplicable),
        settled={name: random.random() < 0.5 for name in judgments if random.random() < 0.3},
        is_record=random.random() < 0.9,
    )


def _is_large(each: FactType) -> bool:
    """Tell whether a fact has too many values for all of them to be tried."""
    return each.kind is Kind.MOMENT or each.low == CALENDAR[0].isoformat()


def _record(random: Random, each: FactType) -> Row:
    return {
        field.name: some_values(random, field)
        for field in each.fields.values()
        if random.random() < 0.6
    }


def _settle(
    random: Random, policy: Policy, view: View, known: Row, complete: dict[str, Truth]
) -> None:
    """Make more known, a fact or a list at a time, until the completions are few."""
    while True:
        if size_of(policy, view) > MOST_COMPLETIONS:
            left = [(key, some) for key, (some, _) in values_of(policy, view).items() if some[1:]]
            (items, number, name), values = random.choice(left)
            row = view.records[items][number - 1] if items else known
            value = random.choice(values)
            row[name] = one_word(value) if isinstance(value, str) else one_value(value)  # type: ignore[index]  # made here
        elif prod(map(len, Oracle(policy, view).further.values())) > MOST_FURTHER:
            lists = [name for name, each in policy.dictionary.facts.items() if each.fields]
            complete[random.choice(lists)] = Truth.TRUE
        else:
            return


def some_values(random: Random, each: FactType) -> Values:
    """Return one value, two, or an interval, mostly within the fact's range."""
    if each.kind is Kind.MOMENT:
        start = HOUR + QUARTER * random.randrange(8)
        end = start + QUARTER * random.randrange(1, 9)
        return one_value(start) if random.random() < 0.3 else Spans(((start, end),))
    if each.low == CALENDAR[0].isoformat():
        return _around_leap_days(random)
    domain = each.domain(DAY)
    if isinstance(domain, Choices):
        words = sorted(domain.words or TEXTS)
        count = min(len(words), random.choice((1, 1, 1, 2)))
        return Choices(frozenset(random.sample(words, count)))
    low, high = domain.low, domain.high
    if isinstance(low, date) and isinstance(high, date):
        days = max((high - low).days, 0)
        some = [low + timedelta(days=random.randint(-1, days + 1)) for _ in range(2)]
        return _some(random, min(some), max(some))
    numbers = sorted((random.randint(0, 5), random.randint(0, 5)))
    return _some(random, *numbers)


def _some(random: Random, low: date | int, high: date | int) -> Values:
    match random.randrange(4):
        case 0 | 1:
            return one_value(low)
        case 2:
            return joined(((low, low), (high, high)))
        case _:
            return Spans(((low, high),))


def _around_leap_days(random: Random) -> Values:
    spans = []
    for around in random.sample(LEAP_DAYS, random.choice((1, 1, 2))):
        start = around - timedelta(days=random.randrange(6))
        spans.append((start, start + timedelta(days=random.randrange(9))))
    return one_value(spans[0][0]) if random.random() < 0.2 else joined(spans)
