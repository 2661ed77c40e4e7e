"""`discretion assess`: one case, assessed under what governed it."""

from argparse import Namespace
from datetime import date

from discretion import AssessedCase
from discretion import Assessor
from discretion import CaseFile
from discretion import FilesRefusedError
from discretion import Library
from discretion import Problem
from discretion import Request
from discretion import Truth
from discretion import __version__
from discretion import answer_assessment
from discretion import has_errors
from discretion import read_case_file
from discretion.cli.outcome import DONE
from discretion.cli.outcome import STOPPED
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library
from discretion.cli.question import read_asked
from discretion.frozen import replace


def run_assess(words: Namespace, today: date) -> Outcome:
    """Return the assessment of a case.

    Raises:
        FilesRefusedError: the file cannot be assessed, or a bundled pack cannot be read.
        DiscretionError: a word of the command is not known, a gate keeps the answer inside, or a
            memo cannot be written.

    """
    library = read_sound_library()
    case, problems = read_case_file(words.case, library.words)
    if case is None or has_errors(problems):
        raise FilesRefusedError(problems)
    if library.words.matters[case.matter].is_dated_by_facts():
        raise FilesRefusedError((*problems, _other_matter(case, library)))
    case = _as_asked(case, words, library)
    request = Request(
        today=today,
        mode=words.mode,
        known_on=words.known_on,
        party=words.party,
        audience=words.audience,
        instruments=tuple(words.policy),
        assumptions=tuple(words.assume),
    )
    assessed = Assessor(library).assess(case, request, problems)
    if words.memo is not None:
        from discretion.cli.files.memo import write_memo

        write_memo(words.memo, assessed, library, today, force=words.force)
    beside, plain = None, None
    if len(request.instruments) > 1:
        from discretion.cli.several import set_beside

        beside, plain = set_beside(assessed)

    def write() -> str:
        from discretion.cli.text.assessed import show_assessed

        return show_assessed(assessed, library, beside)

    return Outcome(
        answer=answer_assessment(assessed, __version__, plain),
        write=write,
        code=STOPPED if is_stopped(assessed) else DONE,
    )


def _other_matter(case: CaseFile, library: Library) -> Problem:
    matter = library.words.matters[case.matter]
    return Problem(
        code="other_matter",
        message=f"the file is about {matter.title}, and `assess` is for a person's case",
        help="use the command that screens it: `discretion operation screen FILE`, "
        "`discretion retaliation screen FILE` or `discretion protection check FILE`",
        line=1,
    )


def _as_asked(case: CaseFile, words: Namespace, library: Library) -> CaseFile:
    """Return the case with what the command says instead of the file."""
    asked, decision = read_asked(words, library, words.policy), case.decision
    return replace(
        case,
        decision=replace(
            decision,
            day=words.on or decision.day,
            type=asked.decision or decision.type,
            place=asked.place or decision.place,
            component=asked.component or decision.component,
            classes=decision.classes if asked.classes is None else asked.classes,
        ),
    )


def is_stopped(assessed: AssessedCase) -> bool:
    """Tell whether a gate or an outcome stops the matter."""
    if any(gate.effect == "stop" and gate.state is Truth.TRUE for gate in assessed.threshold):
        return True
    return any(
        row.token == assessment.established and row.level == "stop"
        for assessment in assessed.assessments
        if assessment.ruleset is not None
        for row in assessment.ruleset.pack.outcomes
    )
