"""`discretion ask`: an interview in the terminal, one plain question at a time."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from discretion import FilesRefusedError
from discretion import __version__
from discretion import has_errors
from discretion import plain_problem
from discretion.cli.ask.header import ask_header
from discretion.cli.ask.terminal import Terminal
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library
from discretion.cli.text.layout import paragraph
from discretion.cli.text.problems import show_problems
from discretion.interview import Ask
from discretion.interview import Command
from discretion.interview import Interviewer
from discretion.interview import Refused
from discretion.interview import Session
from discretion.interview import choices
from discretion.interview import outcome_questions
from discretion.interview import read_reply

WELCOME = (
    "This asks for facts, one at a time, and only for those that can still matter. Nothing is "
    "sent anywhere. You may stop at any time: every answer is on disk before the next question. "
    "Answer with what you know; u: not sure; p: prefer not to record it (it is never asked "
    "again); b: back; w: why it is asked; s: stop; ?: help."
)
HELP = (
    "A day is written 2021-09-30. If only the month or a range is known, write 2020-10 or "
    "2020-10..2020-12. Choose from a list by its number. u: not sure; p: prefer not to record; "
    "b: back; w: why; s: stop."
)
REASONS = {"unsure": "client_unsure", "pass": "withheld"}


def run_ask(words: Namespace, today: date) -> Outcome:
    """Hold an interview and return the case file that it came to.

    Raises:
        FilesRefusedError: the case file given cannot be read.

    """
    terminal = Terminal(quiet=words.json)
    terminal.say(paragraph(WELCOME))
    path = Path(words.case) if words.case else Path(terminal.ask("Name of the case file to write"))
    interviewer = Interviewer(read_sound_library(), today, path)
    draft, problems = interviewer.read_draft()
    if draft is None and (has_errors(problems) or path.exists()):
        raise FilesRefusedError(problems)
    session = Session(draft=draft or ask_header(terminal, interviewer))
    session = _resumed(interviewer, session, terminal)
    try:
        session = _interview(interviewer, session, terminal)
    except (EOFError, KeyboardInterrupt):
        terminal.say("\nStopped. Every answer is kept; the same command goes on from here.\n")
        return _outcome(session, interviewer, code=0)
    interviewer.finish(session)
    terminal.say(paragraph(f"Written to {path.name}. See it with: discretion assess {path.name}"))
    return _outcome(session, interviewer, code=0)


def _resumed(interviewer: Interviewer, session: Session, terminal: Terminal) -> Session:
    resumed = interviewer.resume(session)
    if resumed.steps:
        terminal.say(paragraph(f"Going on after {len(resumed.steps)} answers kept earlier."))
    return resumed


def _interview(interviewer: Interviewer, session: Session, terminal: Terminal) -> Session:
    """Ask until nothing can matter or the person stops."""
    told = False
    while asked := interviewer.questions(session):
        if not told and not outcome_questions(asked):
            told = True
            terminal.say(
                paragraph(
                    "Nothing that is missing could change the outcome any more. This is a good "
                    "place to stop (s). What follows could only change single findings, or inform "
                    "a judgment."
                )
            )
        after = _question(interviewer, session, asked, terminal)
        if after is None:
            return session
        session = after
    terminal.say(paragraph("Nothing that can be asked could change a finding any more."))
    return session


def _question(
    interviewer: Interviewer, session: Session, asked: tuple[Ask, ...], terminal: Terminal
) -> Session | None:
    """Ask the first question until it is answered; None when the person stops."""
    ask = asked[0]
    terminal.say("".join(_shown(ask, asked)))
    while True:
        reply = read_reply(terminal.ask(""), ask)
        match reply:
            case Refused():
                terminal.say(paragraph(f"{reply.reason[0].upper()}{reply.reason[1:]}."))
            case Command(word="stop"):
                return None
            case Command(word="back"):
                return interviewer.back(session)
            case Command(word="why"):
                terminal.say(paragraph(_why(ask)))
            case Command(word="help"):
                terminal.say(paragraph(HELP))
            case Command():
                return interviewer.pass_over(session, ask, REASONS[reply.word])
            case _:
                after, problems = interviewer.answer(session, ask, reply.said)
                terminal.say(show_problems(problems))
                if after is not session:
                    return after


def _shown(ask: Ask, asked: tuple[Ask, ...]) -> Iterator[str]:
    left = outcome_questions(asked)
    count = f"{left} could change the outcome" if left else f"{len(asked)} could change a finding"
    yield f"\n[{count}]\n"
    yield paragraph(ask.text)
    if ask.more:
        yield paragraph(f"Is there a further {ask.fact.item} to record? (yes/no)")
        return
    if ask.fact.kind.value == "yes_no":
        yield paragraph("(yes/no)")
    elif ask.fact.kind.value == "token":
        for number, word in enumerate(choices(ask.fact), start=1):
            yield paragraph(f"{number}. {ask.fact.words[word]}", indent="  ")


def _why(ask: Ask) -> str:
    could = {
        "outcome": "It could change the outcome",
        "finding": "It could change a finding",
        "judgment": "It could only inform a judgment that a person makes",
    }[ask.could]
    bears = f", under {', '.join(ask.bears_on)}" if ask.bears_on else ""
    return f"{could}{bears}."


def _outcome(session: Session, interviewer: Interviewer, *, code: int) -> Outcome:
    _, problems = interviewer.read_case(session.draft)
    return Outcome(
        answer={
            "not_a_decision": True,
            "version": __version__,
            "problems": [plain_problem(problem) for problem in problems],
            "case": session.draft.text(),
            "asked": len(session.steps),
        },
        write=str,
        code=code,
    )
