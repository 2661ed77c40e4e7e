"""One question to the solver, whose answer proves or refutes a part of a sentence."""

from collections.abc import Callable
from collections.abc import Iterator

import z3

from discretion.assess.ruleset import Ruleset
from discretion.engines.smt.choosing.chosen import Chosen
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import Number
from discretion.frozen import dataclass
from discretion.rules.condition import Condition
from discretion.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What the reference engine must find of a condition in one of the cases of an answer."""

    case: int
    condition: Condition
    truths: tuple[Truth, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Formulas that a matter would have to meet, and how to read the cases of an answer.

    `said` are the things that a plain case has few of, `day` is when it is decided. `bounds` says
    how many records each list may have. `cases` reads an answer: one case, or one before and one
    after. `ruleset` is what the question was put to, and what a case is found by.
    """

    ruleset: Ruleset
    kept: tuple[Formula, ...]
    wanted: tuple[Formula, ...]
    said: tuple[Formula, ...]
    day: Number
    bounds: dict[str, int]
    cases: Callable[[z3.ModelRef], tuple[Chosen, ...]]
    expected: tuple[Expected, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a sentence: of one rule, one outcome, or one thing that changes.

    `about` names it in plain words. It is proved when no matter answers the question; where
    `must_exist` is set, when some matter answers any of its questions; where none does and
    `or_left_out` says why that is no fault, the part is left out. `conditions` are all that the
    questions turn on, which are asked in turn.
    """

    about: str
    conditions: tuple[Condition, ...]
    asks: Callable[[], Iterator[Question]]
    must_exist: bool = False
    or_left_out: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something that a sentence does not speak of, and why."""

    about: str
    why: str
