"""An interview as a value: the draft, what was passed over and the way back."""

from collections.abc import Callable

from discretion.errors import Problem
from discretion.errors import has_errors
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.interview.ask import Ask
from discretion.interview.draft import Draft

Check = Callable[[Draft], tuple[Problem, ...]]
"""Reads a draft as a case file and returns its problems."""
UNSURE, WITHHELD = "client_unsure", "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One answered question, as the journal keeps it."""

    name: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Where an interview stands. `before` is the session one step back, None at the start."""

    draft: Draft
    passed: frozenset[str] = frozenset()
    steps: tuple[Step, ...] = ()
    before: "Session | None" = None

    def answered(self, ask: Ask, said: str) -> "Session":
        """Return the session after a value was given."""
        return self._next(ask, said, _put(self.draft, ask, said))

    def passed_over(self, ask: Ask, reason: str) -> "Session":
        """Return the session after a person was not sure, or prefers not to record something."""
        draft = self.draft
        if not ask.more:
            draft = _put(draft, ask, f"{{unknown: {reason}}}")
        after = self._next(ask, f"unknown {reason}", draft)
        return replace(after, passed=self.passed | {ask.name})

    def back(self) -> "Session":
        """Return the session one step back; at the start it stays."""
        return self.before or self

    def _next(self, ask: Ask, said: str, draft: Draft) -> "Session":
        step = Step(name=ask.name, said=said)
        return replace(self, draft=draft, steps=(*self.steps, step), before=self)


def _put(draft: Draft, ask: Ask, said: str) -> Draft:
    if ask.more:
        return draft.with_record(ask.items) if said == "yes" else draft.with_all(ask.items)
    if ask.number:
        return draft.with_field(ask.items, ask.number, ask.fact.name, said)
    return draft.with_fact(ask.name, said)


def try_answer(
    session: Session, ask: Ask, said: str, check: Check
) -> tuple[Session, tuple[Problem, ...]]:
    """Return the session after an answer, or as it was with the problems that refuse it.

    Problems that only flag a value come back with the new session: it is kept as given.
    """
    after = session.answered(ask, said)
    before = set(check(session.draft))
    problems = tuple(problem for problem in check(after.draft) if problem not in before)
    return (session, problems) if has_errors(problems) else (after, problems)
