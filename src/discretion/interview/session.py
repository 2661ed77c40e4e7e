"""An interview as a value: the draft, what was passed over and the way back."""

from collections.abc import Callable
from datetime import date

from discretion.errors import Problem
from discretion.errors import has_errors
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.interview.ask import Ask
from discretion.interview.draft import Draft
from discretion.interview.said import Answer

Check = Callable[[Draft], tuple[Problem, ...]]
"""Reads a draft as a case file and returns its problems."""
UNSURE, WITHHELD = "client_unsure", "withheld"
PASSED_OVER = frozenset((UNSURE, WITHHELD))
"""Reasons with which a person passes a question over: it is never asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One answered question, as the journal keeps it: what was said, and on which day.

    `on` is None in the journal of an older version.
    """

    name: str
    said: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Where an interview stands. `before` is the session one step back, None at the start."""

    draft: Draft
    passed: frozenset[str] = frozenset()
    steps: tuple[Step, ...] = ()
    before: "Session | None" = None

    @property
    def answers(self) -> frozenset[str]:
        """The missing facts that a value was given for."""
        return frozenset(step.name for step in self.steps) - self.passed

    def answered(self, ask: Ask, answer: Answer) -> "Session":
        """Return the session after a value was given."""
        return self._next(ask, answer.value, answer.on, _put(self.draft, ask, answer))

    def passed_over(self, ask: Ask, reason: str, on: date) -> "Session":
        """Return the session after a person was not sure, or prefers not to record something."""
        after = self._next(ask, f"unknown {reason}", on, _left_open(self.draft, ask, reason))
        return replace(after, passed=self.passed | {ask.name})

    def back(self) -> "Session":
        """Return the session one step back; at the start it stays."""
        return self.before or self

    def _next(self, ask: Ask, said: str, on: date, draft: Draft) -> "Session":
        step = Step(name=ask.name, said=said, on=on)
        return replace(self, draft=draft, steps=(*self.steps, step), before=self)


def _put(draft: Draft, ask: Ask, answer: Answer) -> Draft:
    if ask.more:
        is_more = answer.value == "yes"
        return draft.with_record(ask.items) if is_more else draft.with_all(ask.items)
    if ask.number:
        return draft.with_field(ask.items, ask.number, ask.fact, answer)
    return draft.with_fact(ask.fact, answer)


def _left_open(draft: Draft, ask: Ask, reason: str) -> Draft:
    if ask.more:
        return draft.without_all(ask.items, reason)
    if ask.number:
        return draft.without_field(ask.items, ask.number, ask.fact, reason)
    return draft.without_fact(ask.fact, reason)


def try_answer(
    session: Session, ask: Ask, answer: Answer, check: Check
) -> tuple[Session, tuple[Problem, ...]]:
    """Return the session after an answer, or as it was with the problems that refuse it.

    Problems that only flag a value come back with the new session: it is kept as given.
    """
    after = session.answered(ask, answer)
    before = set(check(session.draft))
    problems = tuple(problem for problem in check(after.draft) if problem not in before)
    return (session, problems) if has_errors(problems) else (after, problems)
