"""What a page on two policies is made of: words, in the order in which they are read.

Nothing here is computed and no policy is known: everything is a sentence that somebody else found.
"""

from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SideTold:
    """One policy of a comparison: its letter, what it is called, and how it stands."""

    letter: str
    title: str
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTold:
    """What is read from a provision: what the rule says, and from where, with its name."""

    says: str
    cited: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionTold:
    """One provision with what is read from it.

    `paraphrase` is our text, line by line. `quotes` are its own words, each with its source.
    `basis` says how the text was read and who has reviewed it. All but the rules are empty where
    the rules stand under no provision.
    """

    heading: str
    paraphrase: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]
    basis: str
    rules: tuple[RuleTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTold:
    """What one policy says on a topic; `instead` stands where there is no provision."""

    letter: str
    name: str
    provisions: tuple[ProvisionTold, ...]
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnTold:
    """One test that a case turns on, and whether it holds there, in words."""

    says: str
    holds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonTold:
    """What one policy says of a case.

    `name` and `cited` are those of the rule that decides, empty where none does. `provision` is
    the place of its provision in the text of that side, from 0, None where it has none.
    """

    letter: str
    name: str
    cited: str
    provision: int | None
    comes_to: str
    tests: tuple[TurnTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTold:
    """A made case: what it shows, all that it says, and what each policy says of it."""

    shows: str
    says: tuple[str, ...]
    a: ReasonTold
    b: ReasonTold


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicTold:
    """One topic: how B stands to A, both texts, and the cases; `notes` say what is to be known."""

    name: str
    relation: str
    a: TextTold
    b: TextTold
    notes: tuple[str, ...]
    cases: tuple[CaseTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsTold:
    """Topics that stand under one heading of the page."""

    heading: str
    topics: tuple[TopicTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTold:
    """In how many decisions of a table a topic is met under one policy alone."""

    topic: str
    alone: str
    yes: int
    no: int
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TableTold:
    """A table's counts with what they are of and how they are read."""

    heading: str
    note: str
    counts: tuple[CountTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonTold:
    """Everything that the page on two policies says.

    `what_it_is` says what the page is and is not, `groups` hold the topics, `limits` say what the
    answer rests on and `made` how and when it was made. `table` is None where none was counted.
    """

    title: str
    a: SideTold
    b: SideTold
    what_it_is: tuple[str, ...]
    groups: tuple[TopicsTold, ...]
    table: TableTold | None
    limits: tuple[str, ...]
    made: str
