"""The facts of one matter as its file gives them: immutable, each with who said it and on what."""

from collections.abc import Mapping as Table
from datetime import date

from discretion.entries import nothing
from discretion.facts.values import Values
from discretion.frozen import dataclass
from discretion.frozen import field
from discretion.place import Place
from discretion.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One saying of a fact: the values it leaves, by whom, when and on what evidence.

    `by` is client, agency, third_party or court, empty in the short form. `on` is None when the
    saying carries no date. `author` names who drew a legal conclusion.
    """

    values: Values
    by: str = ""
    on: date | None = None
    evidence: tuple[str, ...] = ()
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """All that a file says of one fact.

    `reason` says why it is unknown, empty when something is claimed. `applies` is False where the
    file says that the fact is not applicable.
    """

    claims: tuple[Claim, ...] = ()
    reason: str = ""
    applies: bool = True
    disclosure: str = "internal"
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordList:
    """The records of one list: each a table of accounts by field, and whether they are all.

    `reason` says why nobody tells whether they are all, empty where the file does not say why.
    """

    records: tuple[Table[str, Account], ...] = ()
    complete: Truth = Truth.UNKNOWN
    disclosure: str = "internal"
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgmentEntry:
    """What a person wrote about an open term: argued by counsel or settled by an official.

    `component` is the signer's, empty when not said; `digest` is the digest of the facts that
    informed a settled judgment, empty when not recorded.
    """

    judgment: str
    state: str
    met: bool
    by: str
    role: str
    side: str = ""
    on: date | None = None
    reasons: str = ""
    digest: str = ""
    component: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of days that a paper speaks of, both of them included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A paper: what it is, when it was made and when the decider received it.

    `certified`, `translated` (by somebody who certified the translation), `signed`, `in_record`
    (the record of the proceedings holds it already) and `redacted` are unknown while nobody says
    so. `covers` are the days of which it shows something, `tab` is its mark in a packet and `file`
    the name of its file.
    """

    name: str
    kind: str
    title: str = ""
    issuer: str = ""
    made_on: date | None = None
    received_on: date | None = None
    expires_on: date | None = None
    covers: tuple[Period, ...] = ()
    pages: str = ""
    certified: Truth = Truth.UNKNOWN
    language: str = ""
    translated: Truth = Truth.UNKNOWN
    signed: Truth = Truth.UNKNOWN
    in_record: Truth = Truth.UNKNOWN
    redacted: Truth = Truth.UNKNOWN
    tab: str = ""
    file: str = ""
    disclosure: str = "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was or would be decided: type, day, place, component and class of person.

    Empty words and None mean not said. `classes` is None when nobody said which class the person
    is in, and empty when the file says that it is none.
    """

    day: date
    type: str = ""
    place: Place | None = None
    component: str = ""
    classes: frozenset[str] | None = None
    proposed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterItem:
    """One part of a matter that gets a verdict of its own: its kind and what is said of it alone.

    What is said of a part stands for that part in place of what is said of the whole matter.
    """

    kind: str
    facts: Table[str, Account]
    lists: Table[str, RecordList]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """The facts of one matter. Holds no finding and decides nothing.

    `is_record` tells whether the file is the decision's own record, whose blanks mean that nothing
    was recorded; a row of a published table is not, and leaves every fact of the record unknown.
    """

    matter: str
    name: str
    decision: Decision
    facts: Table[str, Account] = field(default_factory=nothing)
    lists: Table[str, RecordList] = field(default_factory=nothing)
    judgments: Table[str, JudgmentEntry] = field(default_factory=nothing)
    evidence: Table[str, Evidence] = field(default_factory=nothing)
    items: tuple[MatterItem, ...] = ()
    filing_date: date | None = None
    is_record: bool = True
    overrides: tuple[Table[str, str], ...] = ()
    consents: tuple[Table[str, str], ...] = ()
