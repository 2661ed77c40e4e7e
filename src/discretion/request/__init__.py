"""A request before it is filed: gates, disclosure, evidence, exhibits and the office it goes to.

The layer knows one case, its papers and the day of the filing. It writes nothing, and what it
says of papers is practice knowledge kept as data: it is no rule of law.

    >>> from discretion.request import read_checklist
    >>> read_checklist().section_of("lease", ()).title
    'Presence and length of residence'
"""

from discretion.request.asking import Asking
from discretion.request.asking import asked_for
from discretion.request.asking import asking_of
from discretion.request.check import CheckedRequest
from discretion.request.check import RequestAsked
from discretion.request.check import check_request
from discretion.request.checklist import Checklist
from discretion.request.checklist import ConsentRow
from discretion.request.checklist import Section
from discretion.request.checklist import read_checklist
from discretion.request.disclosure import FactWay
from discretion.request.disclosure import Way
from discretion.request.factors import FactorEvidence
from discretion.request.factors import Lack
from discretion.request.gates import GateState
from discretion.request.gates import RequestGate
from discretion.request.gates import guiding_standings
from discretion.request.grounds import CITABLE
from discretion.request.grounds import Ground
from discretion.request.grounds import Saying
from discretion.request.grounds import authority_of
from discretion.request.offices.profile import OfficeProfile
from discretion.request.offices.profile import find_office
from discretion.request.offices.profile import office_names
from discretion.request.papers.exhibits import Exhibit
from discretion.request.papers.files import ExhibitFile
from discretion.request.papers.residence import Covered
from discretion.request.papers.residence import Gap
from discretion.request.papers.residence import Month
from discretion.request.papers.residence import Residence
from discretion.request.release import released
from discretion.request.remark import Remark
from discretion.request.wording import DISCLOSURES
from discretion.request.wording import GATE_STATES
from discretion.request.wording import LACKS
from discretion.request.wording import SAYINGS
from discretion.request.wording import SILENT
from discretion.request.wording import gate_in_words

__all__ = [
    "CITABLE",
    "DISCLOSURES",
    "GATE_STATES",
    "LACKS",
    "SAYINGS",
    "SILENT",
    "Asking",
    "CheckedRequest",
    "Checklist",
    "ConsentRow",
    "Covered",
    "Exhibit",
    "ExhibitFile",
    "FactWay",
    "FactorEvidence",
    "Gap",
    "GateState",
    "Ground",
    "Lack",
    "Month",
    "OfficeProfile",
    "Remark",
    "RequestAsked",
    "RequestGate",
    "Residence",
    "Saying",
    "Section",
    "Way",
    "asked_for",
    "asking_of",
    "authority_of",
    "check_request",
    "find_office",
    "gate_in_words",
    "guiding_standings",
    "office_names",
    "read_checklist",
    "released",
]
