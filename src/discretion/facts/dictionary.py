"""The fact dictionary: what can be said of a matter, how it is asked, and in what words.

The dictionary knows no policy and no case. Guards and derivations are kept as written; the rules
layer reads them as conditions.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import UTC
from datetime import date
from datetime import datetime
from enum import Enum
from types import MappingProxyType

from discretion.dates import FIRST_DAY
from discretion.dates import LAST_DAY
from discretion.dates import day_of
from discretion.entries import Entries
from discretion.entries import nothing
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.frozen import dataclass
from discretion.frozen import field
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar

FIRST_MOMENT = datetime(1900, 1, 1, tzinfo=UTC)
LAST_MOMENT = datetime(2100, 1, 1, tzinfo=UTC)
LARGEST_NUMBER = 1_000_000
DECISION_DAY = "decision_date"
"""What stands in a range in place of a day, for the day of the decision."""


class Kind(Enum):
    """The kinds of value a fact can have."""

    YES_NO = "yes_no"
    TOKEN = "token"  # noqa: S105  # a kind of fact, not a secret
    DATE = "date"
    MOMENT = "moment"
    NUMBER = "number"
    TEXT = "text"
    LIST = "list"


PLAIN_KEYS = (
    *("item", "items", "complete_question", "bare", "dated_by"),
    *("signed_by", "not_below"),
)
"""The keys of a fact that are kept as they are written."""
KINDS = {kind.value: kind for kind in Kind}
OVERRIDES, CONSENTS = SIGNED_LISTS = ("overrides", "consents")
"""The lists of a file whose rows somebody signed."""
NOMINAL = frozenset((Kind.YES_NO, Kind.TOKEN, Kind.TEXT))


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedEntry:
    """Where a fact of the file's record is signed: a list of the file, and what its rows say.

    `kind` is the gate of an override, or the kind of a consent. `answers` maps what such a row
    answers to a word of the fact; an override answers nothing, and says what stands under its own
    gate. `roles` are the only ones in which a signature counts, empty for any. `alone` tells that
    the fact is never written among the others.
    """

    list: str
    kind: str
    answers: Table[str, str]
    roles: tuple[str, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FactType:
    """One fact that can be said: its kind, its question and its words.

    `words` maps each token to plain words. `absent` is the known value of a record fact nobody
    recorded, empty for every other fact: of those a missing key is unknown. `fields` is filled
    for lists only. `guard` is the condition under which the fact applies at all, as written.
    `signed_by` names the fact that says who made a finding that nobody may make without a name,
    `not_below` the number that this one is never below, and `dated_by` the field of a list that
    says since when one of its records counts. `bare` is the field that a record written as one
    word or text says, empty where `kind` is the only field. `signed_entry` says which signed rows
    of a file say the fact, None where none do.
    """

    name: str
    module: str
    kind: Kind
    question: str
    phrase: str
    denied: str = ""
    words: Table[str, str] = field(default_factory=nothing)
    source: str = ""
    sensitive: bool = False
    authored: bool = False
    adjacent: str = ""
    absent: str = ""
    guard: str = ""
    low: str = ""
    high: str = ""
    not_before: str = ""
    flag_before: str = ""
    flag_after: str = ""
    derived: Table[str, str] = field(default_factory=nothing)
    disclosure: str = "internal"
    item: str = ""
    items: str = ""
    complete_question: str = ""
    fields: Table[str, "FactType"] = field(default_factory=nothing)
    signed_by: str = ""
    not_below: str = ""
    dated_by: str = ""
    bare: str = ""
    signed_entry: SignedEntry | None = None
    line: int = 0
    file: str = ""

    @property
    def one(self) -> str:
        """One record of a list, with its article: `an offence`, `a use of a right`."""
        vowel = self.item[:1] in "aeiou" and not self.item.startswith(("use", "uni"))
        return f"an {self.item}" if vowel else f"a {self.item}"

    def has_to_be_signed(self, word: str) -> bool:
        """Tell whether a word of this fact, empty for several, is a finding that somebody signs."""
        return bool(self.signed_by) and word != self.absent

    def domain(self, day: date) -> Values:
        """Return every value the fact can have in a matter of that day."""
        match self.kind:
            case Kind.YES_NO | Kind.TOKEN:
                return Choices(frozenset(self.words))
            case Kind.TEXT:
                return Choices(None)
            case Kind.DATE:
                return Spans(((_day(self.low, day, FIRST_DAY), _day(self.high, day, LAST_DAY)),))
            case Kind.MOMENT:
                return Spans(((FIRST_MOMENT, LAST_MOMENT),))
            case _:
                return Spans(((int(self.low or 0), int(self.high or LARGEST_NUMBER)),))


def _day(text: str, decided_on: date, default: date) -> date:
    if text == DECISION_DAY:
        return decided_on
    return day_of(text) or default


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """Every fact that can be said, by name.

    `undated` keeps the whole ranges that depend on no day, by what views know them as.
    """

    facts: Table[str, FactType]
    undated: dict[tuple[str, bool], Values] = field(default_factory=dict, compare=False)

    def get(self, name: str) -> FactType | None:
        """Return the fact of that name, or None."""
        return self.facts.get(name)

    def names(self) -> Iterator[str]:
        """Yield every fact's name."""
        return iter(self.facts)


def read_module(node: Node, report: Report) -> Iterator[FactType]:
    """Yield the facts of one module file, with its problems in the report."""
    entries = Entries(node, report, "a fact module")
    module = entries.required("module")
    entries.text("about")
    for name, value in entries.pairs("facts"):
        yield _fact_type(name.text, module, Entries(value, report, f"the fact `{name.text}`"))
    entries.finish()


def _fact_type(name: str, module: str, entries: Entries) -> FactType:
    kind = entries.word("type", KINDS, Kind.TEXT)
    limits = entries.entries("range", "a range")
    absent = entries.text("absent")
    entries.texts("evidence")
    fact = FactType(
        name=name,
        module=module,
        kind=kind,
        question=entries.required("question"),
        phrase=entries.text("phrase"),
        denied=entries.text("denied"),
        words=MappingProxyType(_words(entries, kind, absent)),
        source=entries.text("source"),
        sensitive=entries.flag("sensitive"),
        authored=entries.flag("authored"),
        adjacent=entries.text("adjacent"),
        absent=absent,
        guard=entries.text("applies_when"),
        low=limits.text("from"),
        high=limits.text("to"),
        not_before=entries.text("not_before"),
        flag_before=entries.text("flag_before"),
        flag_after=entries.text("flag_after"),
        derived=MappingProxyType(dict(_plain(entries, "derived"))),
        disclosure=entries.text("default_disclosure", "internal"),
        fields=MappingProxyType(dict(_fields(entries, module))),
        signed_entry=_signed_entry(entries),
        **{key: entries.text(key) for key in PLAIN_KEYS},
        line=entries.node.line,
        file=entries.report.file,
    )
    limits.finish()
    entries.finish()
    return fact


def _fields(entries: Entries, module: str) -> Iterator[tuple[str, FactType]]:
    for key, value in entries.pairs("fields"):
        row = Entries(value, entries.report, f"`{key.text}`")
        yield key.text, _fact_type(key.text, module, row)


def _signed_entry(entries: Entries) -> SignedEntry | None:
    if not entries.has("signed_entry"):
        return None
    row = entries.entries("signed_entry", "a signed entry")
    found = SignedEntry(
        list=row.word("list", {word: word for word in SIGNED_LISTS}, SIGNED_LISTS[0]),
        kind=row.required("kind"),
        answers=MappingProxyType(dict(_plain(row, "answers"))),
        roles=row.texts("roles"),
        alone=row.flag("alone"),
    )
    row.finish()
    return found


def _words(entries: Entries, kind: Kind, absent: str) -> dict[str, str]:
    """Return the words a fact may be said in, its absent value among them."""
    words = dict(_plain(entries, "values"))
    if kind is Kind.YES_NO:
        words = {"yes": "yes", "no": "no"}
    if absent:
        words.setdefault(absent, absent.replace("_", " "))
    return words


def _plain(entries: Entries, key: str) -> Iterator[tuple[str, str]]:
    for word, says in entries.pairs(key):
        if isinstance(says, Scalar):
            yield word.text, " ".join(says.text.split())
