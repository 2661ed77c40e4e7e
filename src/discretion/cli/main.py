"""The top of the command line: runs one command and turns every failure into words and a code."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from collections.abc import Sequence
from contextlib import redirect_stderr
from contextlib import redirect_stdout
from contextvars import copy_context
from datetime import UTC
from datetime import date
from datetime import datetime
from io import StringIO
from typing import Any

from discretion import DiscretionError
from discretion import FilesRefusedError
from discretion import OutwardRefusedError
from discretion import __version__
from discretion import plain_problem
from discretion.cli.outcome import DATA
from discretion.cli.outcome import DONE
from discretion.cli.outcome import PACK
from discretion.cli.outcome import STOPPED
from discretion.cli.outcome import UNFORESEEN
from discretion.cli.outcome import USAGE
from discretion.cli.outcome import Outcome
from discretion.cli.parser import make_parser
from discretion.cli.policies import PacksRefusedError
from discretion.cli.question import UnknownWordsError
from discretion.cli.question import problems_of
from discretion.cli.screen.columns import columns_of
from discretion.cli.screen.columns import laid_out_to
from discretion.cli.screen.stream import OutputRefusedError
from discretion.cli.screen.stream import let_go
from discretion.cli.screen.stream import tell
from discretion.cli.screen.stream import write_json
from discretion.cli.screen.stream import write_text
from discretion.cli.text.data import show_data
from discretion.cli.text.problems import show_problems
from discretion.cli.text.problems import show_refusal


def _command(name: str) -> Callable[..., Outcome]:
    """Return what runs a command; the others are not even loaded."""
    match name:
        case "assess":
            from discretion.cli.assess_command import run_assess

            return run_assess
        case "ask":
            from discretion.cli.ask.command import run_ask

            return run_ask
        case "governing":
            from discretion.cli.governing_command import run_governing

            return run_governing
        case "protection":
            return _run_protection
        case "retaliation":
            from discretion.cli.screening.command import run_screen

            return run_screen
        case "compare" | "prove":
            return _solving(name)
        case "duties":
            from discretion.cli.duties.command import run_duties

            return run_duties
        case "operation":
            return _run_operation
        case "request":
            return _run_about_request
        case "caseload":
            from discretion.cli.caseload.dispatch import run_caseload_command

            return run_caseload_command
        case _:
            from discretion.cli.policy_command import run_policy

            return run_policy


def _solving(name: str) -> Callable[..., Outcome]:
    """Return what runs a command that a solver works for.

    Raises:
        MissingExtraError: there is no solver.

    """
    from discretion.cli.compare.solver import require_solver

    if name == "compare":
        require_solver("comparing two policies")
        from discretion.cli.compare.command import run_compare

        return run_compare
    require_solver("proving sentences about a policy")
    from discretion.cli.prove.command import run_prove

    return run_prove


def _run_operation(words: Namespace, today: date) -> Outcome:
    """Run one of the two actions of a command; the other is not even loaded."""
    if words.action == "screen":
        from discretion.cli.screening.command import run_screen

        return run_screen(words, today)
    from discretion.cli.operation.command import run_operation

    return run_operation(words, today)


def _run_about_request(words: Namespace, today: date) -> Outcome:
    """Run one of the actions of a command; the others are not even loaded."""
    if words.action == "build":
        from discretion.cli.request.build import run_build

        return run_build(words, today)
    if words.action == "deadlines":
        from discretion.cli.request.deadlines import run_deadlines

        return run_deadlines(words, today)
    from discretion.cli.request.command import run_request

    return run_request(words, today)


def _run_protection(words: Namespace, today: date) -> Outcome:
    """Run one of the two actions of a command; the other is not even loaded."""
    if words.action == "check":
        from discretion.cli.screening.command import run_screen

        return run_screen(words, today)
    from discretion.cli.protection.command import run_request

    return run_request(words, today)


def main(arguments: Sequence[str] | None = None, today: date | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        arguments: the words after the program's name; None for those it was started with.
        today: the day on which the answer is given; None for the day of this machine's clock.

    """
    given = sys.argv[1:] if arguments is None else arguments
    return copy_context().run(_run, given, today)


def _run(given: Sequence[str], today: date | None) -> int:
    """Run one command, laid out to the terminal, in a context of its own."""
    laid_out_to.set(columns_of(os.environ, sys.stdout))
    try:
        words = _words(given)
        return _answer(words, today or datetime.now(UTC).astimezone().date())
    except BrokenPipeError:
        # Whoever read the answer has read enough.
        let_go(sys.stdout)
        return DONE
    except OutputRefusedError as refused:
        let_go(sys.stdout)
        tell(sys.stderr, f"discretion: {refused}\n")
        return DATA
    except Exception as failure:
        if sys.flags.dev_mode:
            raise
        tell(sys.stderr, _told(failure))
        return UNFORESEEN


def _words(given: Sequence[str]) -> Namespace:
    """Return the words of a command; help and what is wrong with them are written as all else is.

    Raises:
        SystemExit: help was asked for, or the words make no command.

    """
    out, err = StringIO(), StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            return make_parser(*given[:1]).parse_args(given, Namespace(typed=tuple(given)))
    finally:
        tell(sys.stderr, err.getvalue())
        write_text(sys.stdout, out.getvalue())


def _answer(words: Namespace, today: date) -> int:
    """Print the answer to one command and return its exit code."""
    try:
        outcome = _command(words.command)(words, today)
    except FilesRefusedError as refused:
        is_pack = isinstance(refused, PacksRefusedError)
        problems = [plain_problem(each) for each in refused.problems]
        return _refuse(words, refused, PACK if is_pack else DATA, problems)
    except OutwardRefusedError as refused:
        return _refuse(words, refused, STOPPED, [])
    except OutputRefusedError:
        raise
    except DiscretionError as failure:
        return _refuse(words, failure, USAGE, [])
    if words.json:
        write_json(sys.stdout, show_data(outcome.answer))
    else:
        tell(sys.stderr, show_problems(outcome.problems))
        write_text(sys.stdout, outcome.text)
    return outcome.code


def _refuse(
    words: Namespace, failure: DiscretionError, code: int, problems: list[dict[str, Any]]
) -> int:
    if words.json:
        answer = {
            "not_a_decision": True,
            "version": __version__,
            "problems": problems or [plain_problem(each) for each in problems_of(failure)],
        }
        write_json(sys.stdout, show_data(answer))
    elif isinstance(failure, FilesRefusedError):
        tell(sys.stderr, show_problems(failure.problems) + show_refusal(failure.problems))
    else:
        failures = failure.failures if isinstance(failure, UnknownWordsError) else (failure,)
        tell(sys.stderr, "".join(f"discretion: {each}\n" for each in failures))
    return code


def _told(failure: Exception) -> str:
    """Return where an unforeseen failure arose: a place in the program, no word of any file."""
    place = failure.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    file = "the start" if place is None else os.path.basename(place.tb_frame.f_code.co_filename)
    line = 0 if place is None else place.tb_lineno
    return (
        f"discretion: the program met something it was not made for, at {file} line {line}\n"
        "    please report this place; this message holds nothing of your file\n"
    )
