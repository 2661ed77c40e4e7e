"""The interviewer: reads drafts as case files, finds the next question, remembers on disk."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from discretion.assess.assess import Assessor
from discretion.assess.assess import Request
from discretion.errors import Problem
from discretion.facts.case_reader import read_case
from discretion.facts.casefile import CaseFile
from discretion.frozen import replace
from discretion.interview.ask import Ask
from discretion.interview.ask import questions
from discretion.interview.draft import Draft
from discretion.interview.draft import draft_of
from discretion.interview.journal import Journal
from discretion.interview.journal import write_private
from discretion.interview.session import UNSURE
from discretion.interview.session import Session
from discretion.interview.session import Step
from discretion.interview.session import try_answer
from discretion.rules.library import Library
from discretion.source import Mapping
from discretion.source import Report
from discretion.source import read_text
from discretion.source import read_yaml


class Interviewer:
    """Asks about one case file; the journal lies beside it until the interview is finished."""

    def __init__(self, library: Library, today: date, path: Path) -> None:
        """Take the library, the day and where the case file is or will be."""
        self.library = library
        self.assessor = Assessor(library)
        self.today = today
        self.path = path
        self.journal = Journal(path)

    def read_draft(self) -> tuple[Draft | None, tuple[Problem, ...]]:
        """Return the draft of the case file on disk, and its problems; None without a file."""
        report = Report(self.path.name)
        if not self.path.exists():
            return None, ()
        text = read_text(self.path, report)
        node = read_yaml(text, report) if text is not None else None
        if not isinstance(node, Mapping) or read_case(node, self.library.words, report) is None:
            return None, tuple(report.problems)
        matter = next(
            each for each in self.library.words.matters.values() if node.get(each.head) is not None
        )
        return draft_of(node, matter.head), tuple(report.problems)

    def read_case(self, draft: Draft) -> tuple[CaseFile | None, tuple[Problem, ...]]:
        """Return a draft as a case, with every problem of it."""
        report = Report(self.path.name)
        node = read_yaml(draft.text(), report)
        case = read_case(node, self.library.words, report) if node is not None else None
        return case, tuple(report.problems)

    def check(self, draft: Draft) -> tuple[Problem, ...]:
        """Return the problems of a draft, without the places that change as it grows."""
        _, problems = self.read_case(draft)
        return tuple(replace(problem, line=None, column=None) for problem in problems)

    def questions(self, session: Session) -> tuple[Ask, ...]:
        """Return every question that can still matter, in the order to ask."""
        case, _ = self.read_case(session.draft)
        if case is None:
            return ()
        assessed = self.assessor.assess(case, Request(today=self.today))
        sources = self.library.derivations.from_records
        taken_from = {name: source.items for name, source in sources.items()}
        return questions(assessed.assessments, self.library.dictionary, session.passed, taken_from)

    def answer(self, session: Session, ask: Ask, said: str) -> tuple[Session, tuple[Problem, ...]]:
        """Return the session after an answer, kept on disk, or as it was with what refuses it."""
        after, problems = try_answer(session, ask, said, self.check)
        if after is not session:
            self.journal.write(after.steps[-1])
        return after, problems

    def pass_over(self, session: Session, ask: Ask, reason: str) -> Session:
        """Return the session after a question was passed over, kept on disk."""
        after = session.passed_over(ask, reason)
        self.journal.write(after.steps[-1])
        return after

    def back(self, session: Session) -> Session:
        """Return the session one step back, kept on disk."""
        before = session.back()
        self.journal.rewrite(before.steps)
        return before

    def resume(self, session: Session) -> Session:
        """Return the session with every step of the journal taken again, as far as they fit."""
        for step in tuple(self.journal.steps()):
            ask = next((each for each in self.questions(session) if each.name == step.name), None)
            if ask is None:
                continue
            session = self._taken(session, ask, step)
        return session

    def _taken(self, session: Session, ask: Ask, step: Step) -> Session:
        if step.said.startswith("unknown "):
            return session.passed_over(ask, step.said.partition(" ")[2] or UNSURE)
        after, _ = try_answer(session, ask, step.said, self.check)
        return after

    def keep(self, draft: Draft) -> None:
        """Write a draft as the case file, once its head says enough to be read again."""
        case, _ = self.read_case(draft)
        if case is not None:
            write_private(self.path, draft.text())

    def finish(self, session: Session) -> None:
        """Write the case file, which only its owner may read, and remove the journal."""
        write_private(self.path, session.draft.text())
        self.journal.remove()


def outcome_questions(asked: Iterable[Ask]) -> int:
    """Return how many questions could still change the outcome."""
    return sum(ask.could == "outcome" for ask in asked)
