"""What a screen says: the state of a matter, of each part, and all that stands behind them."""

from collections.abc import Mapping as Table
from datetime import date

from discretion.assess.assessment import Assessment
from discretion.assess.screen.branches import Standings
from discretion.assess.screen.days import LastDay
from discretion.assess.screen.verdict import Verdict
from discretion.errors import Problem
from discretion.facts.casefile import CaseFile
from discretion.facts.matter import MatterType
from discretion.frozen import dataclass
from discretion.law.governing import Question
from discretion.rules.assumption import AssumptionSet
from discretion.rules.rule import Consequence
from discretion.rules.rule import Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenedPart:
    """One part with its verdict in the default reading, over every way the law may stand.

    `case` is the file as it stands for this part; `assessment` holds its findings as they are if
    every instrument of unknown status governed.
    """

    kind: str
    case: CaseFile
    verdict: Verdict
    assessment: Assessment
    consequences: tuple[Consequence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """The state of a matter if one instrument of unknown status governed, or if it did not."""

    instrument: str
    governs: bool
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingState:
    """The state of a matter in one defensible reading; the default comes first."""

    interpretation: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """The answer of a screen for one matter. No state of it is a permission.

    `not_governed` lists the rules that did not count, as no instrument that they rest on governed.
    `overrides` are the signed ones that count, as the file words them.
    `last_days` are the days on which terms run out, in the order of the rules that set them.
    `question` is the question of law: in a counterfactual its day is not the matter's own.
    """

    case: CaseFile
    matter: MatterType
    pack: Pack
    question: Question
    mode: str
    facts_known_on: date
    verdict: Verdict
    standings: Standings
    branches: tuple[Branch, ...]
    not_governed: tuple[str, ...]
    parts: tuple[ScreenedPart, ...]
    interpretations: tuple[ReadingState, ...]
    assumptions: tuple[AssumptionSet, ...]
    last_days: tuple[LastDay, ...]
    overrides: tuple[Table[str, str], ...]
    problems: tuple[Problem, ...]
    titles: Table[str, str]

    def level(self) -> str:
        """Return the level of the state: stop, conditional or clear; empty for an open one."""
        levels = {row.token: row.level for row in self.pack.outcomes}
        return levels.get(self.verdict.state, "")
