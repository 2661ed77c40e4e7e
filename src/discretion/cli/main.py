"""The top of the command line: runs one command and turns every failure into words and a code."""

import json
import sys
from collections.abc import Callable
from collections.abc import Sequence
from datetime import UTC
from datetime import datetime
from typing import Any
from typing import TextIO

from discretion import DiscretionError
from discretion import FilesRefusedError
from discretion import OutwardRefusedError
from discretion import __version__
from discretion import plain_problem
from discretion.cli.assess_command import run_assess
from discretion.cli.governing_command import run_governing
from discretion.cli.outcome import Outcome
from discretion.cli.parser import make_parser
from discretion.cli.policy_command import run_policy
from discretion.cli.problems import show_problems

DONE, STOPPED, USAGE, DATA, PACK = 0, 1, 2, 3, 4

COMMANDS: dict[str, Callable[..., Outcome]] = {
    "assess": run_assess,
    "governing": run_governing,
    "policy": run_policy,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        arguments: the words after the program's name; None for those it was started with.

    """
    words = make_parser().parse_args(arguments)
    today = datetime.now(UTC).astimezone().date()
    try:
        outcome = COMMANDS[words.command](words, today)
    except FilesRefusedError as refused:
        code = PACK if words.command == "policy" else DATA
        return _refuse(words, refused, code, [plain_problem(each) for each in refused.problems])
    except OutwardRefusedError as refused:
        return _refuse(words, refused, STOPPED, [])
    except DiscretionError as failure:
        return _refuse(words, failure, USAGE, [])
    except BrokenPipeError:
        return DONE
    if words.json:
        print(json.dumps(outcome.answer, indent=2, ensure_ascii=False))
    else:
        sys.stderr.write(show_problems(outcome.problems))
        _print(outcome.text, sys.stdout)
    return outcome.code


def _refuse(words: Any, failure: DiscretionError, code: int, problems: list[dict[str, Any]]) -> int:
    if words.json:
        answer = {
            "not_a_decision": True,
            "version": __version__,
            "problems": problems
            or [
                {
                    "code": "refused",
                    "severity": "error",
                    "file": "",
                    "line": None,
                    "column": None,
                    "message": str(failure),
                    "help": "",
                }
            ],
        }
        print(json.dumps(answer, indent=2, ensure_ascii=False))
    elif isinstance(failure, FilesRefusedError):
        sys.stderr.write(show_problems(failure.problems))
        sys.stderr.write(f"\n{failure}.\n")
    else:
        sys.stderr.write(f"discretion: {failure}\n")
    return code


def _print(text: str, stream: TextIO) -> None:
    stream.write(text)
    stream.flush()
