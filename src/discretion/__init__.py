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
    from discretion.answers.assessed import witness_facts
    from discretion.answers.beside import answer_side_by_side
    from discretion.answers.beside import carrying_findings
    from discretion.answers.beside import outcome_sentence
    from discretion.answers.change.changed import answer_change
    from discretion.answers.change.changed import difference_in_words
    from discretion.answers.change.changed import question_of_fact
    from discretion.answers.change.changed import readers_of_fact
    from discretion.answers.change.changed import stood_in_words
    from discretion.answers.checked import CheckedPacks
    from discretion.answers.checked import check_packs
    from discretion.answers.comparing.compared import answer_comparison
    from discretion.answers.comparing.compared import answer_days
    from discretion.answers.comparing.compared import plain_comparison
    from discretion.answers.comparing.compared import plain_impact
    from discretion.answers.comparing.proved import answer_proofs
    from discretion.answers.comparing.proved import reasons_of_case
    from discretion.answers.comparing.words import said_in_words
    from discretion.answers.comparing.words import words_of_test
    from discretion.answers.governed import answer_governing
    from discretion.answers.governed import answer_period
    from discretion.answers.official.verified import NOTHING_VERIFIED
    from discretion.answers.official.verified import answer_verification
    from discretion.answers.plain import plain_problem
    from discretion.answers.policies import answer_pack
    from discretion.answers.policies import answer_policies
    from discretion.answers.readout import readout
    from discretion.answers.readout import readout_of_duty
    from discretion.answers.readout import readout_of_measure
    from discretion.answers.readout import readout_of_term
    from discretion.answers.records.duties import DutiesOn
    from discretion.answers.records.duties import answer_duties
    from discretion.answers.records.duties import clock_of
    from discretion.answers.request.built import NOTHING_SENT
    from discretion.answers.request.built import BuiltRequest
    from discretion.answers.request.built import WrittenFile
    from discretion.answers.request.built import answer_built_request
    from discretion.answers.request.checked import NOTHING_WRITTEN
    from discretion.answers.request.checked import answer_checked_request
    from discretion.answers.screens.screened import answer_screen
    from discretion.answers.screens.screened import gathered_consequences
    from discretion.answers.screens.screened import gathered_findings
    from discretion.answers.screens.screened import says_of
    from discretion.answers.screens.screened import watermark_of
    from discretion.answers.worksite.disputes import NO_INQUIRY
    from discretion.answers.worksite.disputes import NOT_A_FINDING
    from discretion.answers.worksite.disputes import answer_known_disputes
    from discretion.answers.worksite.request import answer_request
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
    from discretion.assess.wording.assessed import assumed_answers
    from discretion.assess.wording.contrast import Contrast
    from discretion.assess.wording.contrast import contrast_of
    from discretion.assess.wording.leaves import Leaf
    from discretion.assess.wording.leaves import leaves_of
    from discretion.assess.wording.reasons import reasons_of
    from discretion.assess.wording.reasons import sentence_of
    from discretion.assess.wording.reasons import tests_of
    from discretion.caseload.folder.mappings import mapping_for
    from discretion.caseload.ledger import Ledger
    from discretion.caseload.mapping_reader import read_mapping_file
    from discretion.caseload.matters import read_matters
    from discretion.compare.day import day_of_both
    from discretion.compare.differences.compare import ComparisonRequest
    from discretion.compare.differences.compare import compare_policies
    from discretion.compare.differences.days import DaysCompared
    from discretion.compare.differences.days import compare_days
    from discretion.compare.differences.difference import Comparison
    from discretion.compare.differences.difference import Difference
    from discretion.compare.differences.impact import TableImpact
    from discretion.compare.differences.impact import count_impact
    from discretion.compare.differences.texts import RulesRead
    from discretion.compare.differences.texts import TopicText
    from discretion.compare.differences.texts import texts_of
    from discretion.compare.proof.proving import Prover
    from discretion.compare.proof.result import Counterexample
    from discretion.compare.proof.result import PackProofs
    from discretion.compare.proof.result import Proof
    from discretion.compare.side import PolicySide
    from discretion.compare.side import policy_side
    from discretion.compare.standing import lines_of_sides
    from discretion.dates import MONTHS
    from discretion.dates import day_of
    from discretion.dates import long_date
    from discretion.errors import AssumedOutwardError
    from discretion.errors import DiscretionError
    from discretion.errors import EmployerNameError
    from discretion.errors import FilesRefusedError
    from discretion.errors import FolderTakenError
    from discretion.errors import IncomparableError
    from discretion.errors import InstrumentNotNamedError
    from discretion.errors import MissingExtraError
    from discretion.errors import NoDecisionColumnError
    from discretion.errors import NothingToCorrectError
    from discretion.errors import OutwardRefusedError
    from discretion.errors import Problem
    from discretion.errors import ReversedPeriodError
    from discretion.errors import ReviewOutOfTimeError
    from discretion.errors import ReviewStandsError
    from discretion.errors import UnknownInstrumentError
    from discretion.errors import UnknownNameError
    from discretion.errors import UnknownVersionError
    from discretion.errors import WrongFactColumnError
    from discretion.errors import has_errors
    from discretion.facts.case_reader import read_case_file
    from discretion.facts.casefile import CaseFile
    from discretion.facts.casefile import Decision
    from discretion.facts.casefile import Evidence
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
    from discretion.rules.compiled.entry import open_library
    from discretion.rules.library import Library
    from discretion.rules.library import read_library
    from discretion.rules.rule import OutcomeRow
    from discretion.rules.rule import Pack
    from discretion.rules.rule import Rule
    from discretion.truth import Truth

__version__ = "0.1.0"

__all__ = [
    "MONTHS",
    "NOTHING_SENT",
    "NOTHING_VERIFIED",
    "NOTHING_WRITTEN",
    "NOT_A_FINDING",
    "NO_INQUIRY",
    "AssessedCase",
    "Assessment",
    "Assessor",
    "AssumedOutwardError",
    "BuiltRequest",
    "CaseFile",
    "CheckedPacks",
    "Comparison",
    "ComparisonRequest",
    "Contrast",
    "Counterexample",
    "Course",
    "DaysCompared",
    "Decision",
    "Difference",
    "DiscretionError",
    "DutiesBeside",
    "DutiesOn",
    "DutyState",
    "EmployerNameError",
    "Evidence",
    "FilesRefusedError",
    "Finding",
    "FolderTakenError",
    "Gate",
    "GoverningLine",
    "IncomparableError",
    "InstrumentNotNamedError",
    "JudgmentState",
    "Leaf",
    "Ledger",
    "Library",
    "MissingBeside",
    "MissingExtraError",
    "MissingRow",
    "NoDecisionColumnError",
    "NothingToCorrectError",
    "OutcomeRow",
    "OutwardRefusedError",
    "Pack",
    "PackProofs",
    "Place",
    "PolicySide",
    "Problem",
    "Proof",
    "Prover",
    "Question",
    "Request",
    "ReversedPeriodError",
    "ReviewOutOfTimeError",
    "ReviewStandsError",
    "Rule",
    "RulesRead",
    "Said",
    "ScreenRequest",
    "Screened",
    "ScreenedPart",
    "Screener",
    "Side",
    "SideBySide",
    "StatusEvent",
    "Stretch",
    "TableImpact",
    "Timeline",
    "TimelineRow",
    "TopicBeside",
    "TopicText",
    "Truth",
    "UnknownInstrumentError",
    "UnknownNameError",
    "UnknownVersionError",
    "WrittenFile",
    "WrongFactColumnError",
    "__version__",
    "answer_assessment",
    "answer_built_request",
    "answer_change",
    "answer_checked_request",
    "answer_comparison",
    "answer_days",
    "answer_duties",
    "answer_governing",
    "answer_known_disputes",
    "answer_pack",
    "answer_period",
    "answer_policies",
    "answer_proofs",
    "answer_request",
    "answer_screen",
    "answer_side_by_side",
    "answer_verification",
    "asked_of",
    "assumed_answers",
    "carrying_findings",
    "check_packs",
    "clock_of",
    "clocks_in_words",
    "compare_days",
    "compare_policies",
    "contrast_of",
    "count_impact",
    "day_of",
    "day_of_both",
    "difference_in_words",
    "gathered_consequences",
    "gathered_findings",
    "governed_in_words",
    "has_errors",
    "leaves_of",
    "limits_in_words",
    "lines_of_sides",
    "long_date",
    "mapping_for",
    "nearest_places",
    "open_library",
    "outcome_sentence",
    "plain_comparison",
    "plain_impact",
    "plain_problem",
    "policy_side",
    "question_of_fact",
    "read_case_file",
    "read_library",
    "read_mapping_file",
    "read_matters",
    "read_place",
    "readers_of_fact",
    "readout",
    "readout_of_duty",
    "readout_of_measure",
    "readout_of_term",
    "reasons_of",
    "reasons_of_case",
    "replace",
    "row_in_words",
    "said_in_words",
    "says_of",
    "sentence_of",
    "set_side_by_side",
    "status_in_words",
    "stood_in_words",
    "tests_of",
    "texts_of",
    "timeline_of",
    "watermark_of",
    "witness_facts",
    "words_of_test",
]

_HOMES = {
    "MONTHS": "dates",
    "NOTHING_SENT": "answers.request.built",
    "NOTHING_VERIFIED": "answers.official.verified",
    "NOTHING_WRITTEN": "answers.request.checked",
    "NOT_A_FINDING": "answers.worksite.disputes",
    "NO_INQUIRY": "answers.worksite.disputes",
    "AssessedCase": "assess.assessment",
    "Assessment": "assess.assessment",
    "Assessor": "assess.assess",
    "AssumedOutwardError": "errors",
    "BuiltRequest": "answers.request.built",
    "CaseFile": "facts.casefile",
    "CheckedPacks": "answers.checked",
    "Comparison": "compare.differences.difference",
    "ComparisonRequest": "compare.differences.compare",
    "Contrast": "assess.wording.contrast",
    "Counterexample": "compare.proof.result",
    "Course": "law.timeline",
    "DaysCompared": "compare.differences.days",
    "Decision": "facts.casefile",
    "Difference": "compare.differences.difference",
    "DiscretionError": "errors",
    "DutiesBeside": "assess.sides.gaps",
    "DutiesOn": "answers.records.duties",
    "DutyState": "assess.assessment",
    "EmployerNameError": "errors",
    "Evidence": "facts.casefile",
    "FilesRefusedError": "errors",
    "Finding": "assess.assessment",
    "FolderTakenError": "errors",
    "Gate": "assess.assessment",
    "GoverningLine": "law.governing",
    "IncomparableError": "errors",
    "InstrumentNotNamedError": "errors",
    "JudgmentState": "assess.assessment",
    "Leaf": "assess.wording.leaves",
    "Ledger": "caseload.ledger",
    "Library": "rules.library",
    "MissingBeside": "assess.sides.gaps",
    "MissingExtraError": "errors",
    "MissingRow": "assess.assessment",
    "NoDecisionColumnError": "errors",
    "NothingToCorrectError": "errors",
    "OutcomeRow": "rules.rule",
    "OutwardRefusedError": "errors",
    "Pack": "rules.rule",
    "PackProofs": "compare.proof.result",
    "Place": "place",
    "PolicySide": "compare.side",
    "Problem": "errors",
    "Proof": "compare.proof.result",
    "Prover": "compare.proof.proving",
    "Question": "law.governing",
    "Request": "assess.assess",
    "ReversedPeriodError": "errors",
    "ReviewOutOfTimeError": "errors",
    "ReviewStandsError": "errors",
    "Rule": "rules.rule",
    "RulesRead": "compare.differences.texts",
    "Said": "assess.sides.topics",
    "ScreenRequest": "assess.screen.screener",
    "Screened": "assess.screen.screened",
    "ScreenedPart": "assess.screen.screened",
    "Screener": "assess.screen.screener",
    "Side": "assess.sides.side_by_side",
    "SideBySide": "assess.sides.side_by_side",
    "StatusEvent": "law.event",
    "Stretch": "law.period",
    "TableImpact": "compare.differences.impact",
    "Timeline": "law.timeline",
    "TimelineRow": "law.timeline",
    "TopicBeside": "assess.sides.topics",
    "TopicText": "compare.differences.texts",
    "Truth": "truth",
    "UnknownInstrumentError": "errors",
    "UnknownNameError": "errors",
    "UnknownVersionError": "errors",
    "WrongFactColumnError": "errors",
    "WrittenFile": "answers.request.built",
    "answer_assessment": "answers.assessed",
    "answer_built_request": "answers.request.built",
    "answer_change": "answers.change.changed",
    "answer_checked_request": "answers.request.checked",
    "answer_comparison": "answers.comparing.compared",
    "answer_days": "answers.comparing.compared",
    "answer_duties": "answers.records.duties",
    "answer_governing": "answers.governed",
    "answer_known_disputes": "answers.worksite.disputes",
    "answer_pack": "answers.policies",
    "answer_period": "answers.governed",
    "answer_policies": "answers.policies",
    "answer_proofs": "answers.comparing.proved",
    "answer_request": "answers.worksite.request",
    "answer_screen": "answers.screens.screened",
    "answer_side_by_side": "answers.beside",
    "answer_verification": "answers.official.verified",
    "asked_of": "law.wording",
    "assumed_answers": "assess.wording.assessed",
    "carrying_findings": "answers.beside",
    "check_packs": "answers.checked",
    "clock_of": "answers.records.duties",
    "clocks_in_words": "law.wording",
    "compare_days": "compare.differences.days",
    "compare_policies": "compare.differences.compare",
    "contrast_of": "assess.wording.contrast",
    "count_impact": "compare.differences.impact",
    "day_of": "dates",
    "day_of_both": "compare.day",
    "difference_in_words": "answers.change.changed",
    "gathered_consequences": "answers.screens.screened",
    "gathered_findings": "answers.screens.screened",
    "governed_in_words": "law.wording",
    "has_errors": "errors",
    "leaves_of": "assess.wording.leaves",
    "limits_in_words": "law.wording",
    "lines_of_sides": "compare.standing",
    "long_date": "dates",
    "mapping_for": "caseload.folder.mappings",
    "nearest_places": "place",
    "open_library": "rules.compiled.entry",
    "outcome_sentence": "answers.beside",
    "plain_comparison": "answers.comparing.compared",
    "plain_impact": "answers.comparing.compared",
    "plain_problem": "answers.plain",
    "policy_side": "compare.side",
    "question_of_fact": "answers.change.changed",
    "read_case_file": "facts.case_reader",
    "read_library": "rules.library",
    "read_mapping_file": "caseload.mapping_reader",
    "read_matters": "caseload.matters",
    "read_place": "place",
    "readers_of_fact": "answers.change.changed",
    "readout": "answers.readout",
    "readout_of_duty": "answers.readout",
    "readout_of_measure": "answers.readout",
    "readout_of_term": "answers.readout",
    "reasons_of": "assess.wording.reasons",
    "reasons_of_case": "answers.comparing.proved",
    "replace": "frozen",
    "row_in_words": "law.timeline",
    "said_in_words": "answers.comparing.words",
    "says_of": "answers.screens.screened",
    "sentence_of": "assess.wording.reasons",
    "set_side_by_side": "assess.sides.side_by_side",
    "status_in_words": "law.wording",
    "stood_in_words": "answers.change.changed",
    "tests_of": "assess.wording.reasons",
    "texts_of": "compare.differences.texts",
    "timeline_of": "law.timeline",
    "watermark_of": "answers.screens.screened",
    "witness_facts": "answers.assessed",
    "words_of_test": "answers.comparing.words",
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
