"""Policy as code for enforcement discretion: assess a case, and ask what governed.

An answer is an assessment for a human decision. It never decides, and never scores anybody.

    >>> from datetime import date
    >>> from discretion import Assessor, Question, read_library
    >>> library = read_library()
    >>> question = Question(on=date(2022, 7, 15), known_on=date(2026, 1, 1), component="ICE-ERO")
    >>> lines = Assessor(library).governing(question)
    >>> [line.status for line in lines if line.instrument.startswith("dhs-2021-09-30")]
    ['vacated']
"""

from importlib import import_module as _load
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from discretion.answers.assessed import answer_assessment
    from discretion.answers.assessed import assumed_answers
    from discretion.answers.assessed import witness_facts
    from discretion.answers.beside import answer_side_by_side
    from discretion.answers.beside import carrying_findings
    from discretion.answers.beside import outcome_sentence
    from discretion.answers.checked import CheckedPacks
    from discretion.answers.checked import check_packs
    from discretion.answers.contrast import Contrast
    from discretion.answers.contrast import contrast_of
    from discretion.answers.governed import answer_governing
    from discretion.answers.governed import answer_period
    from discretion.answers.leaves import Leaf
    from discretion.answers.leaves import leaves_of
    from discretion.answers.official.verified import NOTHING_VERIFIED
    from discretion.answers.official.verified import answer_verification
    from discretion.answers.plain import plain_problem
    from discretion.answers.policies import answer_pack
    from discretion.answers.policies import answer_policies
    from discretion.answers.readout import readout
    from discretion.answers.readout import readout_of_duty
    from discretion.answers.readout import readout_of_measure
    from discretion.answers.reasons import reasons_of
    from discretion.answers.reasons import sentence_of
    from discretion.answers.screens.screened import answer_screen
    from discretion.answers.screens.screened import gathered_consequences
    from discretion.answers.screens.screened import gathered_findings
    from discretion.answers.screens.screened import says_of
    from discretion.answers.screens.screened import watermark_of
    from discretion.assess.assess import Assessor
    from discretion.assess.assess import Request
    from discretion.assess.assessment import AssessedCase
    from discretion.assess.assessment import Assessment
    from discretion.assess.assessment import DutyState
    from discretion.assess.assessment import Finding
    from discretion.assess.assessment import Gate
    from discretion.assess.assessment import JudgmentState
    from discretion.assess.assessment import MissingRow
    from discretion.assess.screen.screened import Screened
    from discretion.assess.screen.screened import ScreenedPart
    from discretion.assess.screen.screener import Screener
    from discretion.assess.screen.screener import ScreenRequest
    from discretion.assess.sides.gaps import DutiesBeside
    from discretion.assess.sides.gaps import MissingBeside
    from discretion.assess.sides.side_by_side import Side
    from discretion.assess.sides.side_by_side import SideBySide
    from discretion.assess.sides.side_by_side import set_side_by_side
    from discretion.assess.sides.topics import Said
    from discretion.assess.sides.topics import TopicBeside
    from discretion.dates import day_of
    from discretion.dates import long_date
    from discretion.errors import AssumedOutwardError
    from discretion.errors import DiscretionError
    from discretion.errors import FilesRefusedError
    from discretion.errors import InstrumentNotNamedError
    from discretion.errors import MissingExtraError
    from discretion.errors import NothingToCorrectError
    from discretion.errors import OutwardRefusedError
    from discretion.errors import Problem
    from discretion.errors import ReversedPeriodError
    from discretion.errors import ReviewOutOfTimeError
    from discretion.errors import ReviewStandsError
    from discretion.errors import UnknownInstrumentError
    from discretion.errors import UnknownNameError
    from discretion.errors import has_errors
    from discretion.facts.case_reader import read_case_file
    from discretion.facts.casefile import CaseFile
    from discretion.facts.casefile import Decision
    from discretion.frozen import replace
    from discretion.law.event import StatusEvent
    from discretion.law.governing import GoverningLine
    from discretion.law.governing import Question
    from discretion.law.period import Stretch
    from discretion.law.timeline import Course
    from discretion.law.timeline import Timeline
    from discretion.law.timeline import TimelineRow
    from discretion.law.timeline import row_in_words
    from discretion.law.timeline import timeline_of
    from discretion.law.wording import asked_of
    from discretion.law.wording import clocks_in_words
    from discretion.law.wording import governed_in_words
    from discretion.law.wording import limits_in_words
    from discretion.law.wording import status_in_words
    from discretion.place import Place
    from discretion.place import nearest_places
    from discretion.place import read_place
    from discretion.rules.compiled import open_library
    from discretion.rules.library import Library
    from discretion.rules.library import read_library
    from discretion.rules.rule import Pack
    from discretion.rules.rule import Rule
    from discretion.truth import Truth

__version__ = "0.1.0"

__all__ = [
    "NOTHING_VERIFIED",
    "AssessedCase",
    "Assessment",
    "Assessor",
    "AssumedOutwardError",
    "CaseFile",
    "CheckedPacks",
    "Contrast",
    "Course",
    "Decision",
    "DiscretionError",
    "DutiesBeside",
    "DutyState",
    "FilesRefusedError",
    "Finding",
    "Gate",
    "GoverningLine",
    "InstrumentNotNamedError",
    "JudgmentState",
    "Leaf",
    "Library",
    "MissingBeside",
    "MissingExtraError",
    "MissingRow",
    "NothingToCorrectError",
    "OutwardRefusedError",
    "Pack",
    "Place",
    "Problem",
    "Question",
    "Request",
    "ReversedPeriodError",
    "ReviewOutOfTimeError",
    "ReviewStandsError",
    "Rule",
    "Said",
    "ScreenRequest",
    "Screened",
    "ScreenedPart",
    "Screener",
    "Side",
    "SideBySide",
    "StatusEvent",
    "Stretch",
    "Timeline",
    "TimelineRow",
    "TopicBeside",
    "Truth",
    "UnknownInstrumentError",
    "UnknownNameError",
    "__version__",
    "answer_assessment",
    "answer_governing",
    "answer_pack",
    "answer_period",
    "answer_policies",
    "answer_screen",
    "answer_side_by_side",
    "answer_verification",
    "asked_of",
    "assumed_answers",
    "carrying_findings",
    "check_packs",
    "clocks_in_words",
    "contrast_of",
    "day_of",
    "gathered_consequences",
    "gathered_findings",
    "governed_in_words",
    "has_errors",
    "leaves_of",
    "limits_in_words",
    "long_date",
    "nearest_places",
    "open_library",
    "outcome_sentence",
    "plain_problem",
    "read_case_file",
    "read_library",
    "read_place",
    "readout",
    "readout_of_duty",
    "readout_of_measure",
    "reasons_of",
    "replace",
    "row_in_words",
    "says_of",
    "sentence_of",
    "set_side_by_side",
    "status_in_words",
    "timeline_of",
    "watermark_of",
    "witness_facts",
]

_HOMES = {
    "NOTHING_VERIFIED": "answers.official.verified",
    "AssessedCase": "assess.assessment",
    "Assessment": "assess.assessment",
    "Assessor": "assess.assess",
    "AssumedOutwardError": "errors",
    "CaseFile": "facts.casefile",
    "CheckedPacks": "answers.checked",
    "Contrast": "answers.contrast",
    "Course": "law.timeline",
    "Decision": "facts.casefile",
    "DiscretionError": "errors",
    "DutiesBeside": "assess.sides.gaps",
    "DutyState": "assess.assessment",
    "FilesRefusedError": "errors",
    "Finding": "assess.assessment",
    "Gate": "assess.assessment",
    "GoverningLine": "law.governing",
    "InstrumentNotNamedError": "errors",
    "JudgmentState": "assess.assessment",
    "Leaf": "answers.leaves",
    "Library": "rules.library",
    "MissingBeside": "assess.sides.gaps",
    "MissingExtraError": "errors",
    "MissingRow": "assess.assessment",
    "NothingToCorrectError": "errors",
    "OutwardRefusedError": "errors",
    "Pack": "rules.rule",
    "Place": "place",
    "Problem": "errors",
    "Question": "law.governing",
    "Request": "assess.assess",
    "ReversedPeriodError": "errors",
    "ReviewOutOfTimeError": "errors",
    "ReviewStandsError": "errors",
    "Rule": "rules.rule",
    "Said": "assess.sides.topics",
    "ScreenRequest": "assess.screen.screener",
    "Screened": "assess.screen.screened",
    "ScreenedPart": "assess.screen.screened",
    "Screener": "assess.screen.screener",
    "Side": "assess.sides.side_by_side",
    "SideBySide": "assess.sides.side_by_side",
    "StatusEvent": "law.event",
    "Stretch": "law.period",
    "Timeline": "law.timeline",
    "TimelineRow": "law.timeline",
    "TopicBeside": "assess.sides.topics",
    "Truth": "truth",
    "UnknownInstrumentError": "errors",
    "UnknownNameError": "errors",
    "answer_assessment": "answers.assessed",
    "answer_governing": "answers.governed",
    "answer_pack": "answers.policies",
    "answer_period": "answers.governed",
    "answer_policies": "answers.policies",
    "answer_screen": "answers.screens.screened",
    "answer_side_by_side": "answers.beside",
    "answer_verification": "answers.official.verified",
    "asked_of": "law.wording",
    "assumed_answers": "answers.assessed",
    "carrying_findings": "answers.beside",
    "check_packs": "answers.checked",
    "clocks_in_words": "law.wording",
    "contrast_of": "answers.contrast",
    "day_of": "dates",
    "gathered_consequences": "answers.screens.screened",
    "gathered_findings": "answers.screens.screened",
    "governed_in_words": "law.wording",
    "has_errors": "errors",
    "leaves_of": "answers.leaves",
    "limits_in_words": "law.wording",
    "long_date": "dates",
    "nearest_places": "place",
    "open_library": "rules.compiled",
    "outcome_sentence": "answers.beside",
    "plain_problem": "answers.plain",
    "read_case_file": "facts.case_reader",
    "read_library": "rules.library",
    "read_place": "place",
    "readout": "answers.readout",
    "readout_of_duty": "answers.readout",
    "readout_of_measure": "answers.readout",
    "reasons_of": "answers.reasons",
    "replace": "frozen",
    "row_in_words": "law.timeline",
    "says_of": "answers.screens.screened",
    "sentence_of": "answers.reasons",
    "set_side_by_side": "assess.sides.side_by_side",
    "status_in_words": "law.wording",
    "timeline_of": "law.timeline",
    "watermark_of": "answers.screens.screened",
    "witness_facts": "answers.assessed",
}
"""Where each public name lives. A module is loaded when one of its names is first asked for, so
that a command loads what it needs; for type checkers the imports above say the same."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Return a public name, and keep it so that it is not asked for again."""
        if name not in _HOMES:
            message = f"module `{__name__}` has no public name `{name}`"
            raise AttributeError(message)
        value = getattr(_load(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        """Return the public names, whether or not they are loaded."""
        return __all__
