"""Random small policies and views of them: the same for one seed, of every kind of condition."""

from collections.abc import Sequence
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from math import prod
from random import Random
from typing import Any

from discretion.engines.reference import Reading
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import joined
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.view import View
from discretion.rules.condition import And
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Count
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.rules.condition import Shift
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.condition import Within
from discretion.rules.derived import Derivable
from discretion.truth import Truth
from tests.exactness.oracle import TEXTS
from tests.exactness.oracle import Oracle
from tests.exactness.oracle import values_of
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import DAY
from tests.exactness.policy import Policy
from tests.exactness.policy import fact

MOST_COMPLETIONS = 6000
MOST_FURTHER = 150
HOUR = datetime(2021, 3, 1, 10, tzinfo=UTC)
OPERATORS = ("==", "!=", "<", "<=", ">", ">=")
COLOURS = ("blue", "green", "red")
APPROVALS = ("approved", "not_recorded", "requested")


class Maker:
    """Makes one policy: first its dictionary, then conditions over it."""

    def __init__(self, random: Random) -> None:
        """Take the source of chance."""
        self.random = random
        self.calendar = random.random() < 0.1
        self.facts = {each.name: each for each in self._facts()}
        self.quantifiers = {
            items: [self._quantifier(items) for _ in range(random.randint(1, 3))]
            for items, each in self.facts.items()
            if each.fields
        }
        self.rules: dict[str, Condition] = {}
        self.judgments: dict[str, Condition | None] = {}

    def policy(self) -> Policy:
        """Return the policy."""
        random = self.random
        derivable = {
            each.name: self._derivable() for each in self.facts.values() if each.name == "follows"
        }
        for number in range(random.randrange(3)):
            self.judgments[f"j{number}"] = (
                None if random.random() < 0.2 else self._condition(2, "derived")
            )
        for number in range(random.randint(2, 4)):
            self.rules[f"r{number}"] = self._condition(random.randint(1, 3))
        outcomes = [
            (f"o{random.randrange(number + 1)}", self._condition(random.randint(1, 2)))
            for number in range(random.randint(2, 4))
        ]
        return Policy(
            dictionary=Dictionary(facts=self.facts),
            reading=Reading(rules=self.rules, judgments=self.judgments, derivable=derivable),
            outcomes=tuple(outcomes),
            when_open=random.choice(("open", "o0")),
        )

    # ------------------------------------------------------------------ the dictionary

    def _facts(self) -> list[FactType]:
        random = self.random
        facts = [
            fact(DATE_FACT, Kind.DATE),
            fact("a", Kind.YES_NO),
            fact("b", Kind.YES_NO),
            fact("guarded", Kind.NUMBER, low="0", high="3", guard="a"),
            fact("colour", Kind.TOKEN, words=dict.fromkeys(COLOURS, "")),
            fact("number", Kind.NUMBER, low="0", high="5"),
            fact("other", Kind.NUMBER, low="0", high="4"),
            fact("approval", Kind.TOKEN, words=dict.fromkeys(APPROVALS, ""), absent="not_recorded"),
            fact(
                "signed",
                Kind.YES_NO,
                words=dict.fromkeys(("yes", "no", "not_recorded"), ""),
                absent="not_recorded",
            ),
            fact("text", Kind.TEXT),
            fact("follows", Kind.YES_NO, absent=random.choice(("", "", "no"))),
            fact("first_at", Kind.MOMENT),
            fact("last_at", Kind.MOMENT),
        ]
        kept = [facts[0], *random.sample(facts[1:], random.randint(3, 7))]
        if any(each.name == "guarded" for each in kept) and facts[1] not in kept:
            kept.append(facts[1])
        kept.extend(self._dates(random.choice((0, 1, 2, 2, 3, 3)), ("start", "middle", "end")))
        if random.random() < 0.65:
            kept.append(self._list("papers"))
        if random.random() < 0.25:
            kinds = fact("kind", Kind.TOKEN, words=dict.fromkeys(COLOURS[:2], ""))
            kept.append(fact("grounds", Kind.LIST, absent="none", fields={"kind": kinds}))
        return kept

    def _dates(self, count: int, names: tuple[str, ...]) -> list[FactType]:
        """Return a few dates, some in the order of an earlier one."""
        random = self.random
        dates: list[FactType] = []
        for name in names[:count]:
            low = date(2021, 2, 25) + timedelta(days=random.randrange(4))
            high = low + timedelta(days=random.randint(2, 6))
            if self.calendar:
                low, high = date(2003, 12, 20), date(2022, 4, 10)
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

    def _list(self, name: str) -> FactType:
        random = self.random
        plain = [
            fact("flag", Kind.YES_NO),
            fact("kind", Kind.TOKEN, words=dict.fromkeys(COLOURS[:2], "")),
            fact("twin", Kind.TOKEN, words=dict.fromkeys(COLOURS[1:], "")),
            fact("days", Kind.NUMBER, low="0", high="2"),
            fact(
                "filed",
                Kind.YES_NO,
                words=dict.fromkeys(("yes", "not_recorded"), ""),
                absent="not_recorded",
            ),
        ]
        fields = random.sample(plain, random.randint(1, 2))
        on = fact("on", Kind.DATE, low="2021-02-27", high="2021-03-02")
        if random.random() < 0.7 and not self.calendar:
            fields.append(on)
            if random.random() < 0.4:
                until = fact(
                    "until",
                    Kind.DATE,
                    low="2021-02-28",
                    high="2021-03-02",
                    not_before=random.choice(("", "on")),
                )
                fields = [*fields[:1], on, until]
        return fact(name, Kind.LIST, fields={field.name: field for field in fields})

    # ------------------------------------------------------------------ conditions

    def _derivable(self) -> Derivable:
        yes = self._condition(1, "derived") if self.random.random() < 0.8 else None
        no = self._condition(1, "derived") if self.random.random() < 0.4 else None
        return Derivable(yes_when=yes, no_when=no)

    def _condition(self, depth: int, place: str = "") -> Condition:
        """Return a condition; nothing that follows from facts refers to rules or judgments."""
        random = self.random
        if depth == 0 or random.random() < 0.15:
            return self._leaf(place)
        match random.randrange(8):
            case 0 | 1 | 2:
                return And(self._parts(depth, place))
            case 3 | 4 | 5:
                return Or(self._parts(depth, place))
            case 6:
                return Not(self._condition(depth - 1, place))
            case _:
                return self._leaf(place)

    def _parts(self, depth: int, place: str) -> tuple[Condition, ...]:
        count = self.random.choice((2, 2, 3))
        return tuple(self._condition(depth - 1, place) for _ in range(count))

    def _leaf(self, place: str) -> Condition:
        random = self.random
        choice = random.random()
        if not place and choice < 0.12 and self.rules:
            return RuleMet(random.choice(list(self.rules)))
        if not place and choice < 0.22 and self.judgments:
            judgment = random.choice(list(self.judgments))
            return Judged(judgment) if random.random() < 0.7 else Settled(judgment)
        if place != "record" and choice < 0.5 and self.quantifiers:
            return random.choice(self.quantifiers[random.choice(list(self.quantifiers))])
        names = [
            name
            for name, each in self.facts.items()
            if not each.fields and (name != "follows" or place != "derived")
        ]
        return self._of_fact(random.choice(names))

    def _quantifier(self, items: str) -> Condition:
        random = self.random
        where = None if random.random() < 0.2 else self._where(items, random.randint(0, 2))
        match random.randrange(5):
            case 0 | 1:
                return Exists(items, where)
            case 2 if where is not None:
                return ForAll(items, where)
            case _:
                return Count(items, where, random.choice(OPERATORS), random.randint(0, 2))

    def _where(self, items: str, depth: int) -> Condition:
        random = self.random
        if depth and random.random() < 0.6:
            parts = (self._where(items, depth - 1), self._where(items, depth - 1))
            return And(parts) if random.random() < 0.5 else Or(parts)
        if random.random() < 0.15:
            return Not(self._where(items, depth))
        names = [name for name, each in self.facts.items() if not each.fields]
        if random.random() < 0.15:
            return self._of_fact(random.choice([name for name in names if name != "follows"]))
        return self._of_field(items, random.choice(list(self.facts[items].fields)))

    def _of_fact(self, name: str) -> Condition:
        """Return an atom of a fact, under its guard where it has one."""
        each = self.facts[name]
        atom = self._atom(each, Fact(name), self.facts, Fact)
        if each.guard:
            guard = Holds(Fact(each.guard))
            if self.random.random() < 0.3:
                return Or((Not(guard), atom))
            return And((guard, atom))
        return atom

    def _of_field(self, items: str, name: str) -> Condition:
        fields = self.facts[items].fields
        if name in {"kind", "twin"} and {"kind", "twin"} <= fields.keys():
            return Compare(Field("kind"), self.random.choice(OPERATORS[:2]), Field("twin"))
        return self._atom(fields[name], Field(name), dict(fields), Field)

    def _atom(
        self,
        each: FactType,
        term: Fact | Field,
        siblings: dict[str, FactType],
        make: type[Fact] | type[Field],
    ) -> Condition:
        random = self.random
        match each.kind:
            case Kind.YES_NO:
                return Holds(term)
            case Kind.TOKEN:
                words = sorted(each.words)
                if random.random() < 0.5:
                    return Within(term, tuple(random.sample(words, random.randint(1, len(words)))))
                return Compare(term, random.choice(OPERATORS[:2]), Constant(random.choice(words)))
            case Kind.TEXT:
                if random.random() < 0.5:
                    return StartsWith(term, random.choice(TEXTS[1:7]))
                operator = random.choice(OPERATORS[:2])
                return Compare(term, operator, Constant(random.choice(TEXTS[1:7])))
            case Kind.NUMBER:
                others = [make(name) for name in ("number", "other") if name in siblings]
                return self._ordered(term, [other for other in others if other != term])
            case Kind.MOMENT:
                others = [make(name) for name in ("first_at", "last_at") if name in siblings]
                return self._ordered(term, [other for other in others if other != term])
            case _:
                names = [
                    name
                    for name, other in siblings.items()
                    if other.kind is Kind.DATE and name != each.name
                ]
                return self._of_dates(term, [make(name) for name in names])

    def _ordered(self, term: Term, others: Sequence[Fact | Field]) -> Condition:
        random = self.random
        is_moment = isinstance(term, Fact) and term.name.endswith("_at")
        if others and random.random() < 0.5:
            other: Term = random.choice(others)
            if is_moment and random.random() < 0.7:
                other = Shift(other, random.choice((-1, 1, 2)), Unit.HOURS)
            return Compare(term, random.choice(OPERATORS), other)
        ends = [random.randint(0, 4), random.randint(0, 4)]
        ends.sort()
        if is_moment:
            low, high = (Constant(HOUR + timedelta(hours=end)) for end in ends)
        else:
            low, high = (Constant(end) for end in ends)
        if random.random() < 0.3:
            return Between(term, low, high)
        return Compare(term, random.choice(OPERATORS), low)

    def _of_dates(self, term: Fact | Field, others: Sequence[Fact | Field]) -> Condition:
        """Return an atom of a date, by itself or with another."""
        random = self.random
        decided = Fact(DATE_FACT)
        if term == decided or not others or random.random() < 0.45:
            return self._of_one_date(term)
        other = random.choice(others)
        match random.randrange(6):
            case 0:
                return Compare(term, random.choice(OPERATORS), other)
            case 1:
                return Compare(self._shift(term), random.choice(OPERATORS), other)
            case 2:
                days = Elapsed(term, other, Unit.DAYS)
                return Compare(days, random.choice(OPERATORS), Constant(random.randint(-2, 4)))
            case 3:
                years = Elapsed(term, other, Unit.YEARS)
                wanted = random.choice((16, 17, 18)) if self.calendar else random.randint(-1, 0)
                return Compare(years, random.choice(OPERATORS), Constant(wanted))
            case 4:
                return Between(other, term, self._shift(term))
            case _:
                return Between(term, self._shift(other), self._constant())

    def _of_one_date(self, term: Term) -> Condition:
        random = self.random
        if random.random() < 0.2:
            term = self._shift(term)
        if random.random() < 0.25:
            ends = sorted((self._constant(), self._constant()), key=lambda end: str(end.value))
            return Between(term, *ends)
        if random.random() < 0.2:
            days = Elapsed(term, Fact(DATE_FACT), Unit.DAYS)
            return Compare(days, random.choice(OPERATORS), Constant(random.randint(0, 5)))
        return Compare(term, random.choice(OPERATORS), self._constant())

    def _shift(self, term: Term) -> Term:
        random = self.random
        if not self.calendar:
            return Shift(term, random.choice((-2, -1, 1, 2)), Unit.DAYS)
        unit, amounts = random.choice(
            (
                (Unit.DAYS, (-31, -28, 28, 30, 31, 59, 365, 366, 6574)),
                (Unit.MONTHS, (-1, 1, 2, 12)),
                (Unit.YEARS, (-1, 1, 17, 18)),
            )
        )
        return Shift(term, random.choice(amounts), unit)

    def _constant(self) -> Constant:
        random = self.random
        if not self.calendar:
            return Constant(date(2021, 2, 26) + timedelta(days=random.randrange(8)))
        around = random.choice((date(2004, 2, 29), date(2021, 2, 28), date(2022, 2, 28)))
        return Constant(around + timedelta(days=random.randint(-3, 3)))


def policy_of(random: Random) -> Policy:
    """Return a random policy."""
    return Maker(random).policy()


def view_of(random: Random, policy: Policy) -> View:
    """Return a random view, with enough known that every completion can be tried."""
    facts = policy.dictionary.facts
    calendar = any(each.low == "2003-12-20" for each in facts.values())
    known: dict[str, Values] = {DATE_FACT: one_value(DAY)}
    inapplicable = set()
    for name, each in facts.items():
        if each.fields or name == DATE_FACT:
            continue
        if each.guard and random.random() < 0.2:
            inapplicable.add(name)
        elif each.kind is Kind.MOMENT:
            known[name] = _hours(random)
        elif each.kind is Kind.DATE and calendar:
            known[name] = _fortnights(random)
        elif random.random() < 0.5:
            known[name] = _values(random, each)
    records: dict[str, tuple[dict[str, Values], ...]] = {}
    complete: dict[str, Truth] = {}
    for name, each in facts.items():
        if each.fields and random.random() < 0.7:
            records[name] = tuple(
                {
                    field.name: _values(random, field)
                    for field in each.fields.values()
                    if random.random() < 0.6
                }
                for _ in range(random.choice((0, 1, 1, 2)))
            )
            complete[name] = random.choice((Truth.TRUE, Truth.FALSE, Truth.UNKNOWN))
    settled = {
        name: random.random() < 0.5 for name in policy.reading.judgments if random.random() < 0.3
    }
    view = View(
        dictionary=policy.dictionary,
        day=DAY,
        known=known,
        records=records,
        complete=complete,
        inapplicable=frozenset(inapplicable),
        settled=settled,
    )
    return _small(random, policy, view)


def _small(random: Random, policy: Policy, view: View) -> View:
    """Return the view with more known, until its completions are few."""
    known = dict(view.known)
    complete = dict(view.complete)
    records = {items: tuple(dict(row) for row in rows) for items, rows in view.records.items()}
    made = view
    while True:
        made = View(
            dictionary=view.dictionary,
            day=view.day,
            known=known,
            records=records,
            complete=complete,
            inapplicable=view.inapplicable,
            settled=view.settled,
        )
        size = prod(len(values) for values, _ in values_of(policy, made).values())
        if size <= MOST_COMPLETIONS:
            further = prod(map(len, Oracle(policy, made).further.values()))
            if further <= MOST_FURTHER:
                return made
            complete[
                random.choice(
                    [items for items, each in view.dictionary.facts.items() if each.fields]
                )
            ] = Truth.TRUE
            continue
        open_facts = [
            (known, each)
            for name, each in view.dictionary.facts.items()
            if not each.fields
            and name not in view.inapplicable
            and made.values(name).single is None
        ]
        for items, rows in records.items():
            for row in rows:
                open_facts.extend(
                    (row, field)
                    for name, field in view.dictionary.facts[items].fields.items()
                    if made.field_values(items, row, name).single is None
                )
        row, each = random.choice(open_facts)
        row[each.name] = _single(random, each, row.get(each.name))


def _single(random: Random, each: FactType, left: Values | None) -> Values:
    values = left or each.domain(DAY)
    if isinstance(values, Spans):
        return one_value(random.choice([end for span in values.spans for end in span]))
    return one_word(random.choice(sorted(values.words or TEXTS)))


def _values(random: Random, each: FactType) -> Values:
    """Return one value, two, or an interval, mostly within the fact's range."""
    domain = each.domain(DAY)
    if isinstance(domain, Choices):
        words = sorted(domain.words or TEXTS)
        count = min(len(words), random.choice((1, 1, 1, 2)))
        return Choices(frozenset(random.sample(words, count)))
    low, high = domain.low, domain.high
    if isinstance(low, date) and isinstance(high, date):
        days = max((high - low).days, 0)
        points: list[Any] = sorted(
            low + timedelta(days=random.randint(-1, days + 1)) for _ in range(2)
        )
    else:
        points = sorted(random.randint(0, 5) for _ in range(2))
    match random.randrange(4):
        case 0 | 1:
            return one_value(points[0])
        case 2:
            return joined((point, point) for point in points)
        case _:
            return Spans(((points[0], points[1]),))


def _hours(random: Random) -> Values:
    start = HOUR + timedelta(minutes=15 * random.randrange(8))
    if random.random() < 0.3:
        return one_value(start)
    return Spans(((start, start + timedelta(minutes=15 * random.randrange(2, 14))),))


def _fortnights(random: Random) -> Values:
    spans = []
    for around in random.sample(
        (date(2004, 2, 29), date(2021, 1, 30), date(2021, 2, 28), date(2022, 2, 28)), 2
    ):
        start = around - timedelta(days=random.randrange(6))
        spans.append((start, start + timedelta(days=random.randrange(9))))
    if random.random() < 0.2:
        return one_value(spans[0][0])
    return joined(spans[: random.choice((1, 1, 2))])
