"""`discretion operation screen` and its like: one matter, screened part by part."""

import os
from argparse import Namespace
from datetime import date

from discretion import FilesRefusedError
from discretion import Problem
from discretion import Screener
from discretion import ScreenRequest
from discretion import __version__
from discretion import answer_screen
from discretion import has_errors
from discretion import read_case_file
from discretion.cli.outcome import DONE
from discretion.cli.outcome import STOPPED
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library
from discretion.cli.question import UnfitWordsError
from discretion.frozen import replace

MATTERS = {"operation": "operation", "retaliation": "matter", "protection": "request"}
"""The head key of the file that each command reads."""
ACTUAL = "as_of_actual"


def run_screen(words: Namespace, today: date) -> Outcome:
    """Return the screen of a matter.

    Raises:
        FilesRefusedError: the file cannot be screened, or a bundled pack cannot be read.
        DiscretionError: a word of the command is not known, or does not fit.

    """
    library = read_sound_library()
    case, problems = read_case_file(words.file, library.words)
    name = os.path.basename(words.file)
    if case is None or has_errors(problems):
        raise FilesRefusedError(problems)
    matter = library.words.matters[case.matter]
    if matter.head != MATTERS[words.command]:
        raise FilesRefusedError((*problems, _wrong_head(words.command, matter.head, name)))
    if words.rules_on is not None and words.mode == ACTUAL:
        raise UnfitWordsError(
            option="--rules-on",
            why="names the day of other rules",
            remedy="add `--mode counterfactual`, or leave it out",
        )
    request = ScreenRequest(
        today=today,
        mode=words.mode,
        known_on=words.known_on,
        rules_on=words.rules_on,
        assumptions=tuple(words.assume),
    )
    screened = Screener(library).screen(case, request, problems)
    named = tuple(each if each.file else replace(each, file=name) for each in screened.problems)
    screened = replace(screened, problems=named)

    def write() -> str:
        from discretion.cli.screening.text import show_screened

        return show_screened(screened, library)

    return Outcome(
        answer=answer_screen(screened, __version__),
        write=write,
        code=STOPPED if screened.level() == "stop" else DONE,
    )


def _wrong_head(command: str, head: str, name: str) -> Problem:
    return Problem(
        code="other_matter",
        message=f"the file begins with `{head}`, and this command reads one with "
        f"`{MATTERS[command]}`",
        help="use the command for that kind of matter, or write the file for this one",
        file=name,
        line=1,
    )
