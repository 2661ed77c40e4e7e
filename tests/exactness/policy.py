"""A small policy to be tried in full: its dictionary, its conditions and its outcome table."""

from datetime import date

from discretion.analysis.completion import Completion
from discretion.analysis.groundwork import Groundwork
from discretion.analysis.missing import OUTCOME
from discretion.analysis.missing import Exact
from discretion.analysis.missing import Question
from discretion.analysis.missing import analyse
from discretion.analysis.subjects import index_atoms
from discretion.engines.reading import Reading
from discretion.engines.reference import ReferenceEngine
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.view import View
from discretion.frozen import dataclass
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


class Analyst:
    """Asks the analysis about views of one policy, and lets it remember from one to the next."""

    def __init__(self, policy: Policy) -> None:
        """Prepare what the analysis needs of the policy."""
        reading = policy.reading
        self.policy = policy
        self.groundwork = Groundwork(index_atoms(policy.conditions, policy.orders, DATE_FACT))
        asked = {
            OUTCOME: [condition for _, condition in policy.outcomes],
            **{rule: [condition] for rule, condition in reading.rules.items()},
        }
        self.question = Question(
            findings=tuple(reading.rules),
            outcomes=policy.outcomes,
            when_open=policy.when_open,
            reach={name: self.groundwork.reach(each, reading) for name, each in asked.items()},
        )

    def exact(self, view: View) -> Exact:
        """Return what the analysis says of a view."""
        completion = Completion(view, self.policy.reading, self.groundwork)
        engine = ReferenceEngine(view, self.policy.reading)
        return analyse(completion, self.question, engine)
