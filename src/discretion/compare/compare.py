"""Comparing two sides on everything that both or either speaks of, each difference with a case."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from discretion.assess.assess import Assessor
from discretion.assess.assessment import Assessment
from discretion.assess.sides.topics import NEVER_PAIRED
from discretion.compare.contest import Contest
from discretion.compare.contest import mentioned_in
from discretion.compare.difference import DIFFERENT
from discretion.compare.difference import NOT_SETTLED
from discretion.compare.difference import ONLY_IN_A
from discretion.compare.difference import ONLY_IN_B
from discretion.compare.difference import Comparison
from discretion.compare.difference import Difference
from discretion.compare.difference import relation_of
from discretion.compare.pairs import Group
from discretion.compare.pairs import grouped
from discretion.compare.side import Side
from discretion.compare.ways import Way
from discretion.compare.ways import Ways
from discretion.compare.ways import tests_in
from discretion.compare.ways import ways_to_part
from discretion.compare.witness import Witness
from discretion.compare.witness import assessed
from discretion.compare.witness import case_text
from discretion.compare.witness import read_made
from discretion.engines.reference import ReferenceEngine
from discretion.engines.smt.choosing.solving import Found
from discretion.errors import EnginesDisagreeError
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.rules.rule import Rule
from discretion.truth import Truth

MOST_WAYS = 6
"""How many ways to part are told of one topic in one direction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How two sides are to be compared.

    `day` is the day of the decision, `decision` its type, empty for any; `today` the day on which
    the answer is given; `seconds` how long the solver may take over one question.
    """

    day: date
    today: date
    decision: str = ""
    seconds: float = 5.0
    most_ways: int = MOST_WAYS


def compare_policies(a: Side, b: Side, asked: Asked) -> Comparison:
    """Return how two sides differ on everything that both or either speaks of.

    Raises:
        EnginesDisagreeError: a case that the solver found is no difference by the reference
            engine, so that nothing of the answer can be relied on.

    """
    return _Comparing(a, b, asked).compared()


class _Comparing:
    """One comparison while it is made."""

    def __init__(self, a: Side, b: Side, asked: Asked) -> None:
        self._sides = (a, b)
        self._asked = asked
        self._mentioned = mentioned_in((a, b))
        self._assessors = tuple(Assessor(side.library) for side in (a, b))
        self._bounds: dict[str, int] = {}
        self._alike: dict[tuple[str, str], None] = {}

    def compared(self) -> Comparison:
        """Return everything."""
        a, b = self._sides
        groups = tuple(grouped(a, b, self._asked.decision))
        differences = tuple(chain.from_iterable(map(self._of_group, groups)))
        unpaired = [
            sum(rule.topic == NEVER_PAIRED for rule in side.rules(self._asked.decision))
            for side in self._sides
        ]
        return Comparison(
            a=a,
            b=b,
            day=self._asked.day,
            decision=self._asked.decision,
            differences=differences,
            bounds=dict(sorted(self._bounds.items())),
            alike=tuple(self._alike),
            unpaired=(0, 0) if a.instrument == b.instrument else (unpaired[0], unpaired[1]),
            seconds=self._asked.seconds,
        )

    def _of_group(self, group: Group) -> Iterator[Difference]:
        """Yield how two sides differ on one topic: a row for each way, one where there is none."""
        if group.is_alike:
            yield self._row(group, relation_of(group.kind, group.side, more_in_a=False, more_in_b=False))
            return
        asked = self._asked
        contest = Contest(self._sides, group.conditions, asked.day, self._mentioned, asked.seconds)
        for items, number in contest.bounds.items():
            self._bounds[items] = max(number, self._bounds.get(items, 0))
        self._alike.update(dict.fromkeys(contest.alike))
        ways = tuple(self._ways(contest, index) for index in (0, 1))
        relation = _relation(group, ways)
        note = "" if relation != NOT_SETTLED and not _is_cut_short(ways) else _note(asked.seconds)
        rows = [
            self._witnessed(group, relation, way, index)
            for index, found in enumerate(ways)
            for way in found.found
        ]
        is_all = all(found.rest is Found.NONE for found in ways)
        for row in rows or [self._row(group, relation)]:
            yield replace(row, is_all=is_all, note=note)

    def _ways(self, contest: Contest, index: int) -> Ways:
        if contest.pairs[index] is None:
            return Ways((), Found.NONE)
        most = self._asked.most_ways if contest.pairs[1 - index] is not None else 1
        ways = ways_to_part(contest, index, most, self._mentioned)
        # Where one side alone speaks, one case shows what it says; there is nothing to part from.
        return ways if contest.pairs[1 - index] is not None or not ways.found else Ways(ways.found, Found.NONE)

    def _row(self, group: Group, relation: str) -> Difference:
        first = [next(iter(rules), None) for rules in group.rules]
        return Difference(
            topic=group.topic,
            kind=group.kind,
            side=group.side,
            rule_a=first[0],
            rule_b=first[1],
            relation=relation,
        )

    def _witnessed(self, group: Group, relation: str, way: Way, met: int) -> Difference:
        """Return a row with its case, as the reference engine assesses it under both sides."""
        matters = self._sides[0].library.words.matters
        head = matters[self._sides[0].ruleset.pack.instrument.matter].head
        text = case_text(way.chosen, self._sides[0].library.dictionary, head, f"{group.topic}-{'ab'[met]}".replace("_", "-"))
        made = [
            assessed(read_made(text, side.library), side, assessor, self._asked.today)
            for side, assessor in zip(self._sides, self._assessors, strict=True)
        ]
        for index, assessment in enumerate(made):
            self._check(group, assessment, index, is_met=index == met)
        records = {
            items: list(map(dict, rows)) for items, rows in way.chosen.records.items()
        }
        row = self._row(group, relation)
        return Difference(
            topic=row.topic,
            kind=row.kind,
            side=row.side,
            rule_a=_deciding(group, way, 0, made[0]) or row.rule_a,
            rule_b=_deciding(group, way, 1, made[1]) or row.rule_b,
            relation=relation,
            witness=Witness(
                text=text,
                day=way.chosen.day,
                facts={**way.chosen.facts, **records},
                judgments=way.chosen.judgments,
                a=made[0],
                b=made[1],
            ),
            met_in="ab"[met],
            tests=way.tests,
        )

    def _check(self, group: Group, assessment: Assessment, index: int, *, is_met: bool) -> None:
        """Let the reference engine say the same of a case as the solver did.

        Raises:
            EnginesDisagreeError: it says something else.

        """
        condition = group.conditions[index]
        if condition is None or assessment.ruleset is None or assessment.view is None:
            return
        truth = ReferenceEngine(assessment.view, assessment.ruleset.reading).truth(condition)
        if truth is not (Truth.TRUE if is_met else Truth.FALSE):
            raise EnginesDisagreeError(self._sides[index].name, group.topic)


def _relation(group: Group, ways: tuple[Ways, ...]) -> str:
    """Return what B is against A, never the same while a question is open."""
    if group.conditions[0] is None or group.conditions[1] is None:
        return ONLY_IN_B if group.conditions[0] is None else ONLY_IN_A
    more = [bool(found.found) for found in ways]
    if not all(more) and any(not found.found and found.rest is Found.NOT_SETTLED for found in ways):
        return NOT_SETTLED
    if all(more):
        return DIFFERENT
    return relation_of(group.kind, group.side, more_in_a=more[0], more_in_b=more[1])


def _is_cut_short(ways: tuple[Ways, ...]) -> bool:
    return any(found.rest is Found.NOT_SETTLED for found in ways)


def _note(seconds: float) -> str:
    return f"not settled within {seconds:g} s"


def _deciding(group: Group, way: Way, index: int, assessment: Assessment) -> Rule | None:
    """Return the rule of a side that decides in a case: one that is met, else one it turns on."""
    truths = {finding.rule.id: finding.truth for finding in assessment.findings}
    for rule in group.rules[index]:
        if truths.get(rule.id) is Truth.TRUE:
            return rule
    turned = {test.condition for test in way.tests if test.in_a is (index == 0)}
    reading = None if assessment.ruleset is None else assessment.ruleset.reading
    if reading is None:
        return None
    by_share = [
        (len(turned & set(tests_in(reading.rules[rule.id], reading))), rule)
        for rule in group.rules[index]
    ]
    return max(by_share, key=lambda pair: pair[0])[1] if by_share else None
