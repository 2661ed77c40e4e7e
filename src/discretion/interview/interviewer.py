"""The interviewer: reads drafts as case files, finds the next question, remembers on disk."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from discretion.assess.assess import Assessor
from discretion.assess.assess import Request
from discretion.errors import Problem
from discretion.facts.case_reader import read_case
from discretion.facts.casefile import CaseFile
from discretion.frozen import replace
from discretion.interview.ask import Ask
from discretion.interview.ask import Standing
from discretion.interview.ask import stand
from discretion.interview.draft import Draft
from discretion.interview.draft import draft_of
from discretion.interview.journal import Journal
from discretion.interview.journal import on_disk
from discretion.interview.journal import unwritable
from discretion.interview.journal import write_private
from discretion.interview.said import Answer
from discretion.interview.session import PASSED_OVER
from discretion.interview.session import UNSURE
from discretion.interview.session import Session
from discretion.interview.session import Step
from discretion.interview.session import try_answer
from discretion.rules.library import Library
from discretion.source import Mapping
from discretion.source import Report
from discretion.source import read_yaml
from discretion.source import read_yaml_file

HEADER = "header."
"""What the names of the journal's steps about the head of a new case begin with."""


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
        with on_disk(self.path):
            is_there, has_folder = self.path.exists(), self.path.parent.is_dir()
        if not is_there:
            missing = unwritable(self.path, "its folder does not exist")
            return None, () if has_folder else (missing,)
        node = read_yaml_file(self.path, report)
        case = None if node is None else read_case(node, self.library.words, report)
        if case is None or not isinstance(node, Mapping):
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

    def standing(self, session: Session) -> Standing:
        """Return what is open, with every question that can still matter in the order to ask."""
        case, _ = self.read_case(session.draft)
        if case is None:
            return Standing()
        assessed = self.assessor.assess(case, Request(today=self.today))
        sources = self.library.derivations.from_records
        taken_from = {name: source.items for name, source in sources.items()}
        passed = session.passed | frozenset(_passed_over(case))
        return stand(
            assessed.assessments, self.library.dictionary, passed, session.answers, taken_from
        )

    def answer(self, session: Session, ask: Ask, said: str) -> tuple[Session, tuple[Problem, ...]]:
        """Return the session after an answer, kept on disk, or as it was with what refuses it."""
        answer = Answer(value=said, on=self.today)
        after, problems = try_answer(session, ask, answer, self.check)
        if after is not session:
            self.journal.write(after.steps[-1])
        return after, problems

    def pass_over(self, session: Session, ask: Ask, reason: str) -> Session:
        """Return the session after a question was passed over, kept on disk."""
        after = session.passed_over(ask, reason, self.today)
        self.journal.write(after.steps[-1])
        return after

    def back(self, session: Session) -> Session:
        """Return the session one step back, kept on disk."""
        before = session.back()
        self.journal.rewrite(before.steps)
        return before

    def resume(self, session: Session) -> Session:
        """Return the session with every step of the journal taken again, as far as they fit."""
        self.journal.mend()
        for step in tuple(self.journal.steps()):
            asks = self.standing(session).asks
            ask = next((each for each in asks if each.name == step.name), None)
            if ask is None:
                continue
            session = self._taken(session, ask, step)
        return session

    def _taken(self, session: Session, ask: Ask, step: Step) -> Session:
        on = step.on or self.today
        if step.said.startswith("unknown "):
            return session.passed_over(ask, step.said.partition(" ")[2] or UNSURE, on)
        after, _ = try_answer(session, ask, Answer(value=step.said, on=on), self.check)
        return after

    def header(self) -> dict[str, str]:
        """Return what was said of the head of a new case before it was interrupted, by key."""
        self.journal.mend()
        return {
            step.name.removeprefix(HEADER): step.said
            for step in self.journal.steps()
            if step.name.startswith(HEADER)
        }

    def note_header(self, key: str, said: str) -> None:
        """Put on disk what was said of one part of the head; empty where it was left unsaid."""
        self.journal.write(Step(name=f"{HEADER}{key}", said=said, on=self.today))

    def end_header(self) -> None:
        """Take the head out of the journal, once it stands in the case file."""
        self._leave(step for step in self.journal.steps() if not step.name.startswith(HEADER))

    def _leave(self, steps: Iterable[Step]) -> None:
        """Leave these steps in the journal, and no journal where there are none."""
        left = tuple(steps)
        if left:
            self.journal.rewrite(left)
        else:
            self.journal.remove()

    def keep(self, draft: Draft) -> None:
        """Write a draft as the case file, once its head says enough to be read again."""
        case, _ = self.read_case(draft)
        if case is not None:
            write_private(self.path, draft.text())

    def finish(self, session: Session) -> bool:
        """Write the case file if anything was said, and return whether it was written.

        Only its owner may read what is written. The journal goes, unless a question was passed
        over of which the file holds accounts: it keeps that, so that it is not asked again.
        """
        before, _ = self.read_draft()
        is_new = session.draft != before
        if is_new:
            write_private(self.path, session.draft.text())
        case, _ = self.read_case(session.draft)
        held = session.answers | (frozenset() if case is None else frozenset(_passed_over(case)))
        self._leave(step for step in session.steps if step.name not in held)
        return is_new


def _passed_over(case: CaseFile) -> Iterator[str]:
    """Yield what a file says that a person was not sure of, or preferred not to record."""
    for name, account in case.facts.items():
        if account.reason in PASSED_OVER:
            yield name
    for items, listed in case.lists.items():
        if listed.reason in PASSED_OVER:
            yield f"{items}.complete"
        for number, record in enumerate(listed.records, start=1):
            for name, account in record.items():
                if account.reason in PASSED_OVER:
                    yield f"{items}[{number}].{name}"
