"""Every case that a solver finds, assessed anew by the reference engine before anybody sees it."""

from datetime import date

from discretion.assess.assess import Assessor
from discretion.compare.differences.pairs import Group
from discretion.compare.made_case import case_text
from discretion.compare.search.turning import tests_in
from discretion.compare.search.ways import Way
from discretion.compare.side import PolicySide
from discretion.compare.witness import Shown
from discretion.compare.witness import Witness
from discretion.compare.witness import assessed
from discretion.compare.witness import read_made
from discretion.engines.reference import Derivation
from discretion.engines.reference import ReferenceEngine
from discretion.engines.smt.choosing.chosen import Chosen
from discretion.errors import EnginesDisagreeError
from discretion.frozen import replace
from discretion.rules.rule import Rule
from discretion.truth import Truth
from discretion.truth import truth_of


class Replay:
    """Makes case files of what a solver chose, and has each assessed under both sides."""

    def __init__(
        self,
        sides: tuple[PolicySide, PolicySide],
        assessors: tuple[Assessor, Assessor],
        today: date,
    ) -> None:
        """Take the sides with what assesses under them, and the day of the answer."""
        self._sides = sides
        self._assessors = assessors
        self._today = today

    def witness(self, group: Group, way: Way, met: int) -> Witness:
        """Return the case of a way to part, as the reference engine assesses it.

        Args:
            group: what is compared.
            way: what a solver chose to say.
            met: which side has to be met, 0 for A and 1 for B; the other has to fail.

        Raises:
            EnginesDisagreeError: the reference engine says something else.

        """
        library = self._sides[0].library
        name = f"{group.topic}-met-in-{'ab'[met]}".replace("_", "-").replace(".", "-")
        matter = self._sides[0].matter
        text = case_text(way.chosen, library, matter, name)
        shown = [
            self._shown(
                case_text(_known_to(side, way.chosen), library, matter, name),
                group,
                index,
                is_met=index == met,
            )
            for index, side in enumerate(self._sides)
        ]
        records = {items: list(map(dict, rows)) for items, rows in way.chosen.records.items()}
        return Witness(
            text=text,
            day=way.chosen.day,
            facts={**way.chosen.facts, **records},
            judgments=way.chosen.judgments,
            a=shown[0],
            b=shown[1],
        )

    def _shown(self, text: str, group: Group, index: int, *, is_met: bool) -> Shown:
        side = self._sides[index]
        case = read_made(text, side.library)
        assessment = assessed(case, side, self._assessors[index], self._today)
        condition = group.conditions[index]
        if condition is None:
            return Shown(assessment=assessment, derivation=None)
        reading = side.ruleset.reading
        derivation: Derivation = ReferenceEngine(assessment.view, reading).derive(condition)
        if derivation.truth is not truth_of(holds=is_met):
            raise EnginesDisagreeError(side.name, group.topic)
        return Shown(assessment=assessment, derivation=derivation)

    def deciding(self, group: Group, way: Way, index: int, shown: Shown) -> Rule | None:
        """Return the rule of a side that decides in a case: one that is met, else one it turns on.

        Args:
            group: what is compared.
            way: the tests that the difference turns on.
            index: 0 for A, 1 for B.
            shown: what the side says of the case.

        """
        truths = {each.rule.id: each.truth for each in shown.assessment.findings}
        rules = group.rules[index]
        met = next((rule for rule in rules if truths.get(rule.id) is Truth.TRUE), None)
        if met is not None or not rules:
            return met
        turned = {test.condition for test in way.tests if test.in_a is (index == 0)}
        reading = self._sides[index].ruleset.reading

        def share(rule: Rule) -> int:
            return len(turned.intersection(tests_in(reading.rules[rule.id], reading)))

        return max(rules, key=share)


def _known_to(side: PolicySide, chosen: Chosen) -> Chosen:
    """Return what is said, without the judgments that no pack of a side's library asks for."""
    known = side.library.words.judgments
    kept = {name: met for name, met in chosen.judgments.items() if name in known}
    return replace(chosen, judgments=kept)
