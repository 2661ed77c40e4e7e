"""Matters that were once analysed wrongly, each as small as it could be, by what went wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import UTC
from datetime import date
from datetime import datetime

from discretion.engines.reading import Reading
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import joined
from discretion.facts.values import one_value
from discretion.facts.view import View
from discretion.rules.derived import Derivable
from discretion.rules.grammar import read_condition
from discretion.truth import Truth
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import DAY
from tests.exactness.policy import Policy
from tests.exactness.policy import fact

Row = dict[str, Values]
DECIDED = fact(DATE_FACT, Kind.DATE)


def days(*ends: int) -> Values:
    """Return a day of March 2021, or those from one to another."""
    return Spans(((date(2021, 3, ends[0]), date(2021, 3, ends[-1])),))


def either(*each: int) -> Values:
    """Return some days of March 2021."""
    return joined((date(2021, 3, day), date(2021, 3, day)) for day in each)


def words(*some: str) -> Values:
    """Return the words left."""
    return Choices(frozenset(some))


def dated(name: str, not_before: str = "", first: int = 1, last: int = 9) -> FactType:
    """Return a date in March 2021."""
    low, high = date(2021, 3, first).isoformat(), date(2021, 3, last).isoformat()
    return fact(name, Kind.DATE, low=low, high=high, not_before=not_before)


def yes_no(name: str, absent: str = "", guard: str = "") -> FactType:
    """Return a yes-no fact, of the file itself where it has an absent value."""
    known = dict.fromkeys(("yes", "no", *([absent] if absent else [])), "")
    return fact(name, Kind.YES_NO, words=known, absent=absent, guard=guard)


def listing(name: str, *fields: FactType, absent: str = "") -> FactType:
    """Return a list with some fields."""
    return fact(name, Kind.LIST, absent=absent, fields={each.name: each for each in fields})


@dataclass(frozen=True, slots=True, kw_only=True)
class Regression:
    """A matter and one rule, with what the rule comes to and what is missing for it.

    `settled` is `unknown` where completions differ. `remembered` is a view that the analysis has
    seen before the one in question.
    """

    case: str
    because: str
    facts: tuple[FactType, ...]
    rule: str
    settled: str
    missing: frozenset[str]
    follows: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    known: Row = field(default_factory=dict)
    records: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    complete: Mapping[str, Truth] = field(default_factory=dict)
    inapplicable: frozenset[str] = frozenset()
    is_record: bool = True
    remembered: "Regression | None" = None

    @property
    def policy(self) -> Policy:
        """The one rule, over the facts that it reads."""
        derivable = {
            name: Derivable(
                yes_when=read_condition(yes) if yes else None,
                no_when=read_condition(no) if no else None,
            )
            for name, (yes, no) in self.follows.items()
        }
        condition = read_condition(self.rule)
        return Policy(
            dictionary=Dictionary(facts={each.name: each for each in (DECIDED, *self.facts)}),
            reading=Reading(rules={"rule": condition}, judgments={}, derivable=derivable),
            outcomes=(("met", condition),),
            when_open="open",
        )

    def view(self, policy: Policy) -> View:
        """Return what is known."""
        return View(
            dictionary=policy.dictionary,
            day=DAY,
            known={DATE_FACT: one_value(DAY), **self.known},
            records=self.records,
            complete=self.complete,
            inapplicable=self.inapplicable,
            is_record=self.is_record,
        )


APPROVAL = fact(
    "approval",
    Kind.TOKEN,
    words=dict.fromkeys(("approved", "not_recorded", "requested"), ""),
    absent="not_recorded",
)

REGRESSIONS = (
    Regression(
        case="absence-that-shares-its-cell-with-another-word",
        because="`approved` and `not_recorded` do the same here, and either may stand for both",
        facts=(APPROVAL,),
        rule="approval in (approved, not_recorded)",
        settled="true",
        missing=frozenset({"approval"}),
    ),
    Regression(
        case="two-further-records-of-a-list-nobody-recorded",
        because="the list is one fact, however many records it takes to change the finding",
        facts=(listing("grounds", yes_no("own"), absent="none"),),
        rule="count(grounds) >= 2",
        settled="false",
        missing=frozenset({"grounds.complete"}),
    ),
    Regression(
        case="open-field-of-a-recorded-list",
        because="the list is recorded, so that a field of one of its records is simply missing",
        facts=(listing("grounds", yes_no("own"), absent="none"),),
        rule="exists(grounds, it.own)",
        records={"grounds": ({},)},
        complete={"grounds": Truth.TRUE},
        settled="unknown",
        missing=frozenset({"grounds[1].own"}),
    ),
    Regression(
        case="field-of-a-record-that-nobody-recorded",
        because="a field of the file's own is absent, and recording it changes the finding",
        facts=(listing("papers", yes_no("filed", absent="not_recorded")),),
        rule="exists(papers, it.filed)",
        records={"papers": ({},)},
        complete={"papers": Truth.TRUE},
        settled="false",
        missing=frozenset({"papers[1].filed"}),
    ),
    Regression(
        case="further-record-with-a-field-that-nobody-recorded",
        because="whoever adds a record may also record what the file has to hold of it",
        facts=(listing("papers", yes_no("filed", absent="not_recorded")),),
        rule="exists(papers, it.filed)",
        complete={"papers": Truth.UNKNOWN},
        settled="false",
        missing=frozenset({"papers.complete"}),
    ),
    Regression(
        case="order-through-a-date-that-nothing-reads",
        because="the middle one ties the others although no condition reads it",
        facts=(dated("first"), dated("middle", "first"), dated("last", "middle")),
        rule='first > "2021-03-05" and last < "2021-03-05"',
        settled="false",
        missing=frozenset(),
    ),
    Regression(
        case="order-with-a-known-date-through-an-open-one",
        because="a known first day bounds the last one, whatever lies between them",
        facts=(dated("first"), dated("middle", "first"), dated("last", "middle")),
        rule='last < "2021-03-05"',
        known={"first": days(5)},
        settled="false",
        missing=frozenset(),
    ),
    Regression(
        case="order-through-a-date-with-two-claims",
        because="no day of the middle date lies between the third and the sixth",
        facts=(dated("first"), dated("middle", "first"), dated("last", "middle")),
        rule='first >= "2021-03-03" and last <= "2021-03-06"',
        known={"middle": either(2, 8)},
        settled="false",
        missing=frozenset(),
    ),
    Regression(
        case="orders-that-the-file-contradicts",
        because="dates out of order are kept as they are written, and then no order binds them",
        facts=(dated("first"), dated("last", "first")),
        rule='last < "2021-03-05"',
        known={"first": days(8), "last": days(3, 6)},
        settled="unknown",
        missing=frozenset({"last"}),
    ),
    Regression(
        case="tied-dates-of-which-one-alone-is-moved",
        because="a witness keeps the one date and moves the other, so it needs two days of one row",
        facts=(dated("first"), dated("last", "first")),
        rule="first + days(2) <= last",
        settled="unknown",
        missing=frozenset({"first", "last"}),
    ),
    Regression(
        case="not-applicable-is-never-compared",
        because="what the file calls not applicable settles nothing and is not asked for",
        facts=(yes_no("a"), fact("age", Kind.NUMBER, low="0", high="3", guard="a")),
        rule="a and age >= 2",
        inapplicable=frozenset({"age"}),
        settled="unknown",
        missing=frozenset({"a"}),
    ),
    Regression(
        case="not-applicable-beyond-its-range",
        because="a comparison that no value of the range could meet is not decided by the range",
        facts=(yes_no("a"), fact("age", Kind.NUMBER, low="0", high="3", guard="a")),
        rule="a and age > 3",
        known={"a": words("yes")},
        inapplicable=frozenset({"age"}),
        settled="unknown",
        missing=frozenset(),
    ),
    Regression(
        case="field-that-is-not-applicable",
        because="a field can be called not applicable in one record and be open in another",
        facts=(listing("papers", yes_no("own"), yes_no("sealed", guard="it.own")),),
        rule="exists(papers, it.own and it.sealed)",
        records={"papers": ({"own": words("yes")}, {"own": words("yes")})},
        complete={"papers": Truth.TRUE},
        inapplicable=frozenset({"papers[1].sealed"}),
        settled="unknown",
        missing=frozenset({"papers[2].sealed"}),
    ),
    Regression(
        case="record-that-must-exist-beside-one-that-may",
        because="a list that is not all has a further record even where a witness does not say so",
        facts=(listing("papers", yes_no("own")),),
        rule="count(papers) >= 2",
        complete={"papers": Truth.FALSE},
        settled="unknown",
        missing=frozenset({"papers.complete"}),
    ),
    Regression(
        case="said-where-it-follows",
        because="a witness never says a fact that follows to be otherwise from what else it says",
        facts=(yes_no("known"), yes_no("signed", absent="not_recorded")),
        follows={"known": ("", "signed")},
        rule="known",
        settled="unknown",
        missing=frozenset({"known", "signed"}),
    ),
    Regression(
        case="said-where-it-follows-from-what-nobody-recorded",
        because="what nobody recorded is absent for what follows from it, too",
        facts=(yes_no("known"), yes_no("a"), yes_no("signed", absent="not_recorded")),
        follows={"known": ("", "a and not signed")},
        rule="known",
        settled="unknown",
        missing=frozenset({"a", "known", "signed"}),
    ),
    Regression(
        case="words-of-a-file-that-is-no-record",
        because="cells made for a file that is no record order the words otherwise",
        facts=(APPROVAL,),
        rule="approval != approved",
        settled="true",
        missing=frozenset({"approval"}),
        remembered=Regression(
            case="",
            because="",
            facts=(),
            rule="approval != approved",
            is_record=False,
            settled="unknown",
            missing=frozenset({"approval"}),
        ),
    ),
    Regression(
        case="orders-that-bind-in-one-matter-and-not-in-another",
        because="the same days are left to two dates, whether or not their order binds them",
        facts=(dated("first"), dated("middle", "first"), dated("last", "middle")),
        rule="middle < first",
        known={"last": Spans(((date(2021, 2, 20), date(2021, 2, 20)),))},
        settled="unknown",
        missing=frozenset({"first", "middle"}),
        remembered=Regression(
            case="",
            because="",
            facts=(),
            rule="middle < first",
            settled="false",
            missing=frozenset(),
        ),
    ),
    Regression(
        case="moments-within-one-minute",
        because="two moments of one minute may differ, and the file may say by how much",
        facts=(fact("asked_at", Kind.MOMENT), fact("acted_at", Kind.MOMENT)),
        rule="asked_at < acted_at",
        known={
            "asked_at": one_value(datetime(2021, 3, 1, 10, 0, 30, tzinfo=UTC)),
            "acted_at": Spans(
                (
                    (
                        datetime(2021, 3, 1, 10, 0, 15, tzinfo=UTC),
                        datetime(2021, 3, 1, 10, 0, 45, tzinfo=UTC),
                    ),
                )
            ),
        },
        settled="unknown",
        missing=frozenset({"acted_at"}),
    ),
    Regression(
        case="conflicting-claims-with-days-between",
        because="two claims leave two days, and no day between them",
        facts=(dated("entered"),),
        rule='between(entered, "2021-03-03", "2021-03-05")',
        known={"entered": either(2, 6)},
        settled="false",
        missing=frozenset(),
    ),
    Regression(
        case="conflicting-claims-that-decide",
        because="a fact on which two parties differ is missing where the finding turns on it",
        facts=(dated("entered"),),
        rule='entered <= "2021-03-05"',
        known={"entered": either(2, 6)},
        settled="unknown",
        missing=frozenset({"entered"}),
    ),
    Regression(
        case="conflicting-record-fact",
        because="a record fact that somebody did record is not absent, even where claims differ",
        facts=(APPROVAL,),
        rule="approval == approved",
        known={"approval": words("approved", "requested")},
        settled="unknown",
        missing=frozenset({"approval"}),
    ),
)
