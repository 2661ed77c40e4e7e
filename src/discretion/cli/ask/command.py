"""`discretion ask`: an interview in the terminal, one plain question at a time."""

from argparse import Namespace
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from discretion import FilesRefusedError
from discretion import Problem
from discretion import __version__
from discretion import has_errors
from discretion import plain_problem
from discretion.cli.ask.header import ask_header
from discretion.cli.ask.header import ask_words
from discretion.cli.ask.stopping import no_more_questions
from discretion.cli.ask.stopping import place_to_stop
from discretion.cli.ask.terminal import Terminal
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import paragraph
from discretion.cli.text.problems import show_problems
from discretion.interview import Ask
from discretion.interview import Command
from discretion.interview import Interviewer
from discretion.interview import Refused
from discretion.interview import Session
from discretion.interview import Standing
from discretion.interview import choices
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
STOPPED = "\nStopped. Every answer is kept; the same command goes on from here.\n"
ENDED = (EOFError, KeyboardInterrupt)
"""How the input ends: with Ctrl-D, or with Ctrl-C."""
REASONS = {"unsure": "client_unsure", "pass": "withheld"}


def run_ask(words: Namespace, today: date) -> Outcome:
    """Hold an interview and return the case file that it came to.

    Raises:
        FilesRefusedError: the case file given cannot be read, or not be written.

    """
    terminal = Terminal(quiet=words.json)
    terminal.say(paragraph(WELCOME))
    try:
        path = Path(words.case or _file_name(terminal))
    except ENDED:
        terminal.say("\nStopped. Nothing was asked, and nothing is written.\n")
        return _outcome((), "", 0)
    interviewer = Interviewer(read_sound_library(), today, path)
    try:
        session = _begun(interviewer, terminal)
    except ENDED:
        terminal.say(STOPPED)
        draft, problems = interviewer.read_draft()
        return _outcome(problems, draft.text() if draft else "", 0)
    session, is_done = _interview(interviewer, session, terminal)
    if is_done:
        is_new = interviewer.finish(session)
        told = f"Written to {path.name}." if is_new else f"{path.name} stays as it is."
        terminal.say(paragraph(f"{told} See it with: discretion assess {path.name}"))
    else:
        terminal.say(STOPPED)
    _, problems = interviewer.read_case(session.draft)
    return _outcome(problems, session.draft.text(), len(session.steps))


def _file_name(terminal: Terminal) -> str:
    while not (name := ask_words(terminal, "Name of the case file to write")):
        terminal.say(paragraph("Please type a name, such as case.yaml."))
    return name


def _begun(interviewer: Interviewer, terminal: Terminal) -> Session:
    """Return the session of the case file, with what was answered before it was interrupted.

    Raises:
        EOFError: the input has ended before the head of a new case was filled in.
        FilesRefusedError: the case file cannot be read, or not be written.

    """
    draft, problems = interviewer.read_draft()
    if draft is None and (has_errors(problems) or interviewer.path.exists()):
        raise FilesRefusedError(problems)
    said = interviewer.header()
    if draft is None or said:
        draft = ask_header(terminal, interviewer, draft, said)
    return _resumed(interviewer, Session(draft=draft), terminal)


def _resumed(interviewer: Interviewer, session: Session, terminal: Terminal) -> Session:
    resumed = interviewer.resume(session)
    if resumed.steps:
        answers = counted(len(resumed.steps), "answer")
        terminal.say(paragraph(f"Going on after {answers} kept earlier."))
    return resumed


def _interview(
    interviewer: Interviewer, session: Session, terminal: Terminal
) -> tuple[Session, bool]:
    """Ask until nothing can matter, the person stops or the input ends; tell if it did not end."""
    told = False
    try:
        while (standing := interviewer.standing(session)).asks:
            if not told and not standing.outcome_questions:
                told = True
                terminal.say(paragraph(place_to_stop(standing)))
            after = _question(interviewer, session, standing, terminal)
            if after is None:
                return session, True
            session = after
        terminal.say(paragraph(no_more_questions(standing)))
    except ENDED:
        return session, False
    return session, True


def _question(
    interviewer: Interviewer, session: Session, standing: Standing, terminal: Terminal
) -> Session | None:
    """Ask the first question until it is answered; None when the person stops."""
    ask = standing.asks[0]
    terminal.say("".join(_shown(ask, standing)))
    while True:
        reply = read_reply(terminal.ask(""), ask)
        match reply:
            case Refused():
                terminal.say(paragraph(reply.sentence))
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


def _shown(ask: Ask, standing: Standing) -> Iterator[str]:
    left, every = standing.outcome_questions, len(standing.asks)
    count = f"{left} could change the outcome" if left else f"{every} could change a finding"
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


def _outcome(problems: Iterable[Problem], case: str, asked: int) -> Outcome:
    return Outcome(
        answer={
            "not_a_decision": True,
            "version": __version__,
            "problems": [plain_problem(problem) for problem in problems],
            "case": case,
            "asked": asked,
        },
        write=str,
    )
