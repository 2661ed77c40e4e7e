"""The words of an assessment, for every surface that tells one: they stand below, in `assess`.

>>> from discretion.answers.wording import INTERNAL_MARK
>>> INTERNAL_MARK
'Internal: work product, do not file.'
"""

from discretion.assess.wording.assessed import ASSUMED_TITLE
from discretion.assess.wording.assessed import BANNER
from discretion.assess.wording.assessed import INTERNAL_MARK
from discretion.assess.wording.assessed import LOOK_AT_THE_FILE
from discretion.assess.wording.assessed import NOT_READ
from discretion.assess.wording.assessed import NOTHING_ASSUMED
from discretion.assess.wording.assessed import NOTHING_CLOSED
from discretion.assess.wording.assessed import NOTHING_RECORDED
from discretion.assess.wording.assessed import UNREVIEWED
from discretion.assess.wording.assessed import assumed_in_words
from discretion.assess.wording.assessed import assumption_in_words
from discretion.assess.wording.assessed import authority_in_words
from discretion.assess.wording.assessed import decision_in_words
from discretion.assess.wording.assessed import gates_in_words
from discretion.assess.wording.assessed import marks_in_words
from discretion.assess.wording.assessed import outcome_in_short
from discretion.assess.wording.assessed import outcome_in_words
from discretion.assess.wording.assessed import party_in_words
from discretion.assess.wording.assessed import problem_in_words
from discretion.assess.wording.assessed import reading_in_words
from discretion.assess.wording.assessed import reading_name
from discretion.assess.wording.assessed import title_in_words
from discretion.assess.wording.assessed import unguided_in_words
from discretion.assess.wording.assessed import unreviewed_in_words
from discretion.assess.wording.duties import DUTY_STATES
from discretion.assess.wording.duties import duty_text
from discretion.assess.wording.duties import standing_duties
from discretion.assess.wording.findings import FACTOR_SIDES
from discretion.assess.wording.findings import FINDING_STATES
from discretion.assess.wording.findings import TO_WEIGH
from discretion.assess.wording.findings import FindingGroup
from discretion.assess.wording.findings import apart
from discretion.assess.wording.findings import finding_asked
from discretion.assess.wording.findings import finding_cited
from discretion.assess.wording.findings import finding_groups
from discretion.assess.wording.findings import finding_said
from discretion.assess.wording.governed import NONE_GOVERNED
from discretion.assess.wording.governed import NONE_ISSUED
from discretion.assess.wording.governed import NONE_TODAY
from discretion.assess.wording.governed import governed_entries
from discretion.assess.wording.governed import not_false
from discretion.assess.wording.governed import others_with_status
from discretion.assess.wording.governed import today_entries
from discretion.assess.wording.judgments import judgment_in_words
from discretion.assess.wording.judgments import out_of_reach
from discretion.assess.wording.judgments import within_reach
from discretion.assess.wording.missing import NOTHING_MISSING
from discretion.assess.wording.missing import missing_groups
from discretion.assess.wording.missing import missing_in_words

__all__ = [
    "ASSUMED_TITLE",
    "BANNER",
    "DUTY_STATES",
    "FACTOR_SIDES",
    "FINDING_STATES",
    "INTERNAL_MARK",
    "LOOK_AT_THE_FILE",
    "NONE_GOVERNED",
    "NONE_ISSUED",
    "NONE_TODAY",
    "NOTHING_ASSUMED",
    "NOTHING_CLOSED",
    "NOTHING_MISSING",
    "NOTHING_RECORDED",
    "NOT_READ",
    "TO_WEIGH",
    "UNREVIEWED",
    "FindingGroup",
    "apart",
    "assumed_in_words",
    "assumption_in_words",
    "authority_in_words",
    "decision_in_words",
    "duty_text",
    "finding_asked",
    "finding_cited",
    "finding_groups",
    "finding_said",
    "gates_in_words",
    "governed_entries",
    "judgment_in_words",
    "marks_in_words",
    "missing_groups",
    "missing_in_words",
    "not_false",
    "others_with_status",
    "out_of_reach",
    "outcome_in_short",
    "outcome_in_words",
    "party_in_words",
    "problem_in_words",
    "reading_in_words",
    "reading_name",
    "standing_duties",
    "title_in_words",
    "today_entries",
    "unguided_in_words",
    "unreviewed_in_words",
    "within_reach",
]
