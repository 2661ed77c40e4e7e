"""Policy as code for enforcement discretion: assess a case, and ask what governed.

An answer is an assessment for a human decision. It never decides, and never scores anybody.

    >>> from datetime import date
    >>> library = read_library()
    >>> question = Question(on=date(2022, 7, 15), known_on=date(2026, 1, 1), component="ICE-ERO")
    >>> lines = Assessor(library).governing(question)
    >>> [line.status for line in lines if line.instrument.startswith("dhs-2021-09-30")]
    ['vacated']
"""

from discretion.answers.assessed import answer_assessment
from discretion.answers.assessed import sentence_of
from discretion.answers.assessed import witness_facts
from discretion.answers.checked import check_packs
from discretion.answers.contrast import Contrast
from discretion.answers.contrast import contrast_of
from discretion.answers.governed import answer_governing
from discretion.answers.governed import answer_period
from discretion.answers.plain import plain_problem
from discretion.answers.policies import answer_pack
from discretion.answers.policies import answer_policies
from discretion.answers.readout import readout
from discretion.answers.readout import readout_of_duty
from discretion.answers.readout import readout_of_measure
from discretion.answers.reasons import reasons_of
from discretion.assess.assess import Assessor
from discretion.assess.assess import Request
from discretion.assess.assessment import AssessedCase
from discretion.assess.assessment import Assessment
from discretion.assess.assessment import DutyState
from discretion.assess.assessment import Finding
from discretion.assess.assessment import Gate
from discretion.assess.assessment import JudgmentState
from discretion.assess.assessment import MissingRow
from discretion.dates import day_of
from discretion.dates import long_date
from discretion.errors import DiscretionError
from discretion.errors import FilesRefusedError
from discretion.errors import OutwardRefusedError
from discretion.errors import Problem
from discretion.errors import ReversedPeriodError
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
    "AssessedCase",
    "Assessment",
    "Assessor",
    "CaseFile",
    "Contrast",
    "Decision",
    "DiscretionError",
    "DutyState",
    "FilesRefusedError",
    "Finding",
    "Gate",
    "GoverningLine",
    "JudgmentState",
    "Library",
    "MissingRow",
    "OutwardRefusedError",
    "Pack",
    "Place",
    "Problem",
    "Question",
    "Request",
    "ReversedPeriodError",
    "Rule",
    "StatusEvent",
    "Stretch",
    "Truth",
    "UnknownInstrumentError",
    "UnknownNameError",
    "__version__",
    "answer_assessment",
    "answer_governing",
    "answer_pack",
    "answer_period",
    "answer_policies",
    "check_packs",
    "contrast_of",
    "day_of",
    "has_errors",
    "long_date",
    "nearest_places",
    "open_library",
    "plain_problem",
    "read_case_file",
    "read_library",
    "read_place",
    "readout",
    "readout_of_duty",
    "readout_of_measure",
    "reasons_of",
    "replace",
    "sentence_of",
    "witness_facts",
]
