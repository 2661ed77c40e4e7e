"""Worksites: known disputes looked up in published files, and the request to a labour agency.

The layer knows employers, places and days. It never knows a worker, and computes no finding: the
screens of an operation are packs, and a look-up only prompts the inquiry that they ask for.

    >>> from discretion.worksite import read_guide, read_name
    >>> read_name("Made-Up Foods, Inc.", read_guide().names).words
    ('made', 'up', 'foods')
"""

from discretion.worksite.disputes.guide import Guide
from discretion.worksite.disputes.guide import read_guide
from discretion.worksite.disputes.lookup import Candidate
from discretion.worksite.disputes.lookup import DayBeside
from discretion.worksite.disputes.lookup import DisputesAsked
from discretion.worksite.disputes.lookup import KnownDisputes
from discretion.worksite.disputes.lookup import OnTheDay
from discretion.worksite.disputes.lookup import look_up_disputes
from discretion.worksite.disputes.matching import AskedName
from discretion.worksite.disputes.matching import MatchKind
from discretion.worksite.disputes.matching import NameMatch
from discretion.worksite.disputes.matching import read_name
from discretion.worksite.disputes.place_asked import PlaceAsked
from discretion.worksite.disputes.place_asked import read_place_asked
from discretion.worksite.disputes.rows import DisputeTable
from discretion.worksite.disputes.tables import read_tables
from discretion.worksite.request.form import Program
from discretion.worksite.request.form import RequestForm
from discretion.worksite.request.form import read_request_form
from discretion.worksite.request.program import ProgramOn
from discretion.worksite.request.program import program_on
from discretion.worksite.request.reader import read_agency_request
from discretion.worksite.request.request import AgencyRequest
from discretion.worksite.request.text import agency_request

__all__ = [
    "AgencyRequest",
    "AskedName",
    "Candidate",
    "DayBeside",
    "DisputeTable",
    "DisputesAsked",
    "Guide",
    "KnownDisputes",
    "MatchKind",
    "NameMatch",
    "OnTheDay",
    "PlaceAsked",
    "Program",
    "ProgramOn",
    "RequestForm",
    "agency_request",
    "look_up_disputes",
    "program_on",
    "read_agency_request",
    "read_guide",
    "read_name",
    "read_place_asked",
    "read_request_form",
    "read_tables",
]
