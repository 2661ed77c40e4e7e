"""Comparing two sides on everything that both or either speaks of, each difference with a case."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from discretion.assess.assess import Assessor
from discretion.assess.sides.topics import NEVER_PAIRED
from discretion.compare.differences.difference import DIFFERENT
from discretion.compare.differences.difference import NOT_SETTLED
from discretion.compare.differences.difference import ONLY_IN_A
from discretion.compare.differences.difference import ONLY_IN_B
from discretion.compare.differences.difference import SAME
from discretion.compare.differences.difference import Comparison
from discretion.compare.differences.difference import Difference
from discretion.compare.differences.difference import relation_of
from discretion.compare.differences.pairs import Group
from discretion.compare.differences.pairs import grouped
from discretion.compare.differences.replay import Replay
from discretion.compare.search.comparable import check_comparable
from discretion.compare.search.contest import MOST_RECORDS
from discretion.compare.search.contest import Contest
from discretion.compare.search.contest import Setting
from discretion.compare.search.contest import mentioned_in
from discretion.compare.search.ways import Way
from discretion.compare.search.ways import Ways
from discretion.compare.search.ways import ways_to_part
from discretion.compare.side import PolicySide
from discretion.engines.smt.choosing.solving import Found
from discretion.frozen import dataclass
from discretion.frozen import replace

MOST_WAYS = 6
"""How many ways to part are told of one topic in one direction."""
QUESTIONS = "the facts are read alike; what differs is the question that is put to an official"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonRequest:
    """How two sides are to be compared.

    `day` is the day of the decision, `decision` its type, empty for any; `today` the day on which
    the answer is given; `seconds` how long the solver may take over one question, `most_ways` how
    many ways to part are told of one topic in one direction.
    """

    day: date
    today: date
    decision: str = ""
    seconds: float = 5.0
    most_ways: int = MOST_WAYS


def compare_policies(a: PolicySide, b: PolicySide, request: ComparisonRequest) -> Comparison:
    """Return how two sides differ on everything that both or either speaks of.

    Raises:
        IncomparableError: they speak of matters of other types, or mean a fact otherwise.
        EnginesDisagreeError: a case that the solver found is no difference by the reference
            engine, so that nothing of the answer can be relied on.

    """
    check_comparable(a, b)
    return _Comparing(a, b, request).compared()


class _Comparing:
    """One comparison while it is made."""

    def __init__(self, a: PolicySide, b: PolicySide, request: ComparisonRequest) -> None:
        self._sides = (a, b)
        self._request = request
        self._setting = Setting(
            sides=(a, b),
            day=request.day,
            mentioned=mentioned_in((a, b)),
            seconds=request.seconds,
        )
        self._replay = Replay((a, b), (Assessor(a.library), Assessor(b.library)), request.today)
        self._bounds: dict[str, int] = {}

    def compared(self) -> Comparison:
        """Return everything."""
        a, b = self._sides
        groups = grouped(a, b, self._request.decision)
        differences = tuple(chain.from_iterable(map(self._of_group, groups)))
        unpaired = [
            0
            if a.instrument == b.instrument
            else sum(rule.topic == NEVER_PAIRED for rule in side.rules(self._request.decision))
            for side in self._sides
        ]
        return Comparison(
            a=a,
            b=b,
            day=self._request.day,
            decision=self._request.decision,
            differences=differences,
            bounds=dict(sorted(self._bounds.items())),
            unpaired=(unpaired[0], unpaired[1]),
            seconds=self._request.seconds,
        )

    def _of_group(self, group: Group) -> Iterator[Difference]:
        """Yield how two sides differ on one topic: a row for each way, one where there is none."""
        contest = self._contest(group, is_alike=True)
        ways = self._ways(contest, self._request.most_ways)
        if contest.alike and _relation(group, ways) == SAME:
            contest = self._contest(group, is_alike=False)
            ways = self._ways(contest, 1)
            note = QUESTIONS if any(found.found for found in ways) else ""
            yield from self._rows(group, contest, ways, note)
        else:
            yield from self._rows(group, contest, ways, "")

    def _contest(self, group: Group, *, is_alike: bool) -> Contest:
        contest = Contest(self._setting, group.conditions, is_alike=is_alike)
        for items, number in contest.bounds.items():
            self._bounds[items] = max(number, self._bounds.get(items, 0))
        return contest

    def _ways(self, contest: Contest, most: int) -> tuple[Ways, Ways]:
        """Return the ways to part in both directions; one case shows what only one side has."""
        if None not in contest.pairs:
            both = (ways_to_part(contest, 0, most), ways_to_part(contest, 1, most))
            return (_within(both[0], contest), _within(both[1], contest))
        met = 0 if contest.pairs[1] is None else 1
        shown = ways_to_part(contest, met, 1)
        shown = Ways(shown.found, Found.NONE) if shown.found else _within(shown, contest)
        nothing = Ways((), Found.NONE)
        return (shown, nothing) if met == 0 else (nothing, shown)

    def _rows(
        self, group: Group, contest: Contest, ways: tuple[Ways, Ways], note: str
    ) -> Iterator[Difference]:
        relation = _relation(group, ways)
        open_ended = any(found.rest is Found.NOT_SETTLED for found in ways)
        notes = (note, self._why_open(contest) if open_ended else "")
        plain = Difference(
            topic=group.topic,
            kind=group.kind,
            side=group.side,
            rule_a=next(iter(group.rules[0]), None),
            rule_b=next(iter(group.rules[1]), None),
            relation=relation,
            is_all=bool(note) or all(found.rest is Found.NONE for found in ways),
            alike=contest.alike,
            note="; ".join(filter(None, notes)),
        )
        shown = [(way, met) for met, found in enumerate(ways) for way in found.found]
        if not shown:
            yield plain
        for way, met in shown:
            yield self._shown(plain, group, way, met)

    def _why_open(self, contest: Contest) -> str:
        if contest.is_cut_short:
            cut = ", ".join(
                f"{number} {items}"
                for items, number in contest.bounds.items()
                if number == MOST_RECORDS
            )
            return f"not settled with at most {cut}, because the rules could count more"
        return f"not settled within {self._request.seconds:g} s"

    def _shown(self, plain: Difference, group: Group, way: Way, met: int) -> Difference:
        witness = self._replay.witness(group, way, met)
        return replace(
            plain,
            rule_a=self._replay.deciding(group, way, 0, witness.a) or plain.rule_a,
            rule_b=self._replay.deciding(group, way, 1, witness.b) or plain.rule_b,
            witness=witness,
            met_in="ab"[met],
            tests=way.tests,
        )


def _within(ways: Ways, contest: Contest) -> Ways:
    """Return ways to part, not all known where rules could count more than was looked at."""
    is_open = contest.is_cut_short and ways.rest is Found.NONE
    return Ways(ways.found, Found.NOT_SETTLED) if is_open else ways


def _relation(group: Group, ways: tuple[Ways, Ways]) -> str:
    """Return what B is against A, never the same while a question is open."""
    if group.conditions[0] is None or group.conditions[1] is None:
        return ONLY_IN_B if group.conditions[0] is None else ONLY_IN_A
    more = [bool(found.found) for found in ways]
    if all(more):
        return DIFFERENT
    if any(not found.found and found.rest is Found.NOT_SETTLED for found in ways):
        return NOT_SETTLED
    return relation_of(group.kind, group.side, more_in_a=more[0], more_in_b=more[1])
