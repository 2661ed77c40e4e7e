"""What to ask next: the missing facts that can still matter, each as one plain question."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import MissingRow
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.frozen import dataclass

OUTCOME, FINDING, JUDGMENT = "outcome", "finding", "judgment"
"""What a question could still change, in the order in which questions are asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question: the fact it asks for, how, and what the answer could change.

    `name` is the missing fact as answers name it. `items` and `number` are set for a field of a
    record; `more` is True where it asks whether a list has further records.
    """

    name: str
    fact: FactType
    text: str
    could: str
    bears_on: tuple[str, ...]
    items: str = ""
    number: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is open in an interview: the questions left, and what else could change the outcome.

    `passed` are the missing facts that could change the outcome and that the person was not sure
    of or prefers not to record; `partly` those that were answered and are open all the same,
    because accounts conflict or the answer is not exact; `unasked` those that a person is not
    asked about, because only a record or an author can give them.
    """

    asks: tuple[Ask, ...] = ()
    passed: frozenset[str] = frozenset()
    partly: frozenset[str] = frozenset()
    unasked: frozenset[str] = frozenset()

    @property
    def outcome_questions(self) -> int:
        """How many questions could still change the outcome."""
        return sum(ask.could == OUTCOME for ask in self.asks)


def stand(
    assessments: Iterable[Assessment],
    dictionary: Dictionary,
    passed: frozenset[str],
    answered: frozenset[str],
    taken_from: Table[str, str],
) -> Standing:
    """Return what is open, with every question that can still matter in the order to ask.

    Args:
        assessments: of the draft, under whatever governed.
        dictionary: the facts that can be said.
        passed: missing facts that the person is not sure of or prefers not to record; they are
            never asked again.
        answered: missing facts that a value was given for; only whether a list goes on is asked
            again.
        taken_from: facts that a list would give, by name, with the list; the fact itself is the
            plainer question, so the list is asked about only once no such fact is that could
            change as much.

    """
    found: dict[str, Ask] = {}
    unasked, outcome = set[str](), set[str]()
    for assessment in assessments:
        for row in assessment.missing:
            ask = _ask(row, assessment, dictionary)
            if row.could_change_outcome:
                outcome.add(row.fact)
            if ask is None:
                unasked.add(row.fact)
            elif ask.name not in found or _rank(ask) < _rank(found[ask.name]):
                found[ask.name] = ask
    done = passed | {name for name in answered if name in found and not found[name].more}
    left = {name: ask for name, ask in found.items() if name not in done}
    return Standing(
        asks=_in_order(left, taken_from),
        passed=frozenset(outcome & passed),
        partly=frozenset(outcome & done - passed),
        unasked=frozenset(outcome & unasked - passed),
    )


def _in_order(left: Table[str, Ask], taken_from: Table[str, str]) -> tuple[Ask, ...]:
    """Return questions in the order to ask, without lists that a plainer question spares."""
    spared: set[str] = set()
    for name, items in taken_from.items():
        listed = left.get(f"{items}.complete")
        if name in left and listed is not None and _rank(left[name]) <= _rank(listed):
            spared.add(listed.name)
    asks = [ask for name, ask in left.items() if name not in spared]
    return tuple(sorted(asks, key=lambda ask: (_rank(ask), ask.fact.sensitive)))


def _rank(ask: Ask) -> int:
    """Return the place of what a question could change in the order to ask."""
    return (OUTCOME, FINDING, JUDGMENT).index(ask.could)


def _ask(row: MissingRow, assessment: Assessment, dictionary: Dictionary) -> Ask | None:
    """Return the question for a missing fact; None for what only the agency's file can hold."""
    items, name, number = split_name(row.fact)
    listed = dictionary.facts[items] if items else dictionary.facts[name]
    fact = listed.fields[name] if number else listed
    if fact.absent or fact.authored or fact.kind is Kind.TEXT:
        return None
    return Ask(
        name=row.fact,
        fact=fact,
        text=row.question,
        could=OUTCOME if row.could_change_outcome else FINDING if row.could_change else JUDGMENT,
        bears_on=tuple(_pinpoints(row, assessment)),
        items=items,
        number=number,
        more=bool(items) and not number,
    )


def split_name(missing: str) -> tuple[str, str, int]:
    """Return a missing fact's list, fact or field, and record number (0 for none)."""
    if missing.endswith(".complete"):
        return missing.removesuffix(".complete"), "", 0
    items, bracket, rest = missing.partition("[")
    if not bracket:
        return "", missing, 0
    number, _, name = rest.partition("].")
    return items, name, int(number)


def _pinpoints(row: MissingRow, assessment: Assessment) -> Iterator[str]:
    if assessment.ruleset is None:
        return
    rules = assessment.ruleset.pack.rules
    yield from dict.fromkeys(str(rules[rule].citation) for rule in row.could_change)
