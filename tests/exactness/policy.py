"""A small policy to be tried in full: its dictionary, its conditions and its outcome table."""

from dataclasses import dataclass
from datetime import date

from discretion.engines.reference import Reading
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.rules.condition import Condition

DAY = date(2021, 3, 3)
"""The day of every decision here: a common year's February ends shortly before."""
DATE_FACT = "decided_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Rules over a dictionary, with what they may refer to, and an outcome table."""

    dictionary: Dictionary
    reading: Reading
    outcomes: tuple[tuple[str, Condition], ...]
    when_open: str

    @property
    def orders(self) -> tuple[tuple[str, str, str], ...]:
        """The date orders as (list, later, earlier)."""
        facts = self.dictionary.facts.values()
        return (
            *(("", fact.name, fact.not_before) for fact in facts if fact.not_before),
            *(
                (fact.name, field.name, field.not_before)
                for fact in facts
                for field in fact.fields.values()
                if field.not_before
            ),
        )

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition that a finding or the outcome may reach."""
        reading = self.reading
        derived = [
            part
            for source in reading.derivable.values()
            for part in (source.yes_when, source.no_when)
        ]
        every = [
            *reading.rules.values(),
            *(condition for _, condition in self.outcomes),
            *reading.judgments.values(),
            *derived,
        ]
        return tuple(condition for condition in every if condition is not None)


def fact(name: str, kind: Kind, **more: object) -> FactType:
    """Return a fact type that is asked in no words."""
    if kind is Kind.YES_NO:
        more.setdefault("words", {"yes": "yes", "no": "no"})
    return FactType(
        name=name,
        module="small",
        kind=kind,
        question="",
        phrase="",
        **more,  # type: ignore[arg-type]  # by keyword
    )
