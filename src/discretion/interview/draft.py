"""A draft of a case file: what has been said so far, as it will stand in the file.

Every value is kept as the one line of YAML that the file will hold, so that what a file already
said in a longer form stays as it was. Comments are not kept.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.entries import nothing
from discretion.facts.dictionary import FactType
from discretion.frozen import dataclass
from discretion.frozen import field
from discretion.frozen import replace
from discretion.interview.draft_list import DraftList
from discretion.interview.draft_list import list_of
from discretion.interview.draft_list import list_of_line
from discretion.interview.said import Answer
from discretion.interview.said import with_answer
from discretion.interview.said import with_refusal
from discretion.interview.yaml_line import braced
from discretion.interview.yaml_line import one_line
from discretion.source import Mapping
from discretion.source import Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A case file in the making. Change returns a new draft.

    `rest` holds the file's other parts, such as its judgments and evidence.
    """

    head: str
    name: str
    decision: Table[str, str]
    facts: Table[str, str] = field(default_factory=nothing)
    lists: Table[str, DraftList] = field(default_factory=nothing)
    rest: Table[str, str] = field(default_factory=nothing)

    def with_fact(self, fact: FactType, answer: Answer) -> "Draft":
        """Return the draft with an answer beside what it says of a fact."""
        said = with_answer(self.facts.get(fact.name, ""), fact, answer)
        return replace(self, facts={**self.facts, fact.name: said})

    def without_fact(self, fact: FactType, reason: str) -> "Draft":
        """Return the draft with the reason why a fact is unknown, if nothing is claimed of it."""
        said = with_refusal(self.facts.get(fact.name, ""), fact, reason)
        return replace(self, facts={**self.facts, fact.name: said})

    def with_field(self, items: str, number: int, fact: FactType, answer: Answer) -> "Draft":
        """Return the draft with an answer about a field of a record, counted from 1."""
        listed = self._list(items)
        said = with_answer(listed.field(number, fact.name), fact, answer)
        return self._with_list(items, listed.with_field(number, fact.name, said))

    def without_field(self, items: str, number: int, fact: FactType, reason: str) -> "Draft":
        """Return the draft with the reason why a field of a record is unknown."""
        listed = self._list(items)
        said = with_refusal(listed.field(number, fact.name), fact, reason)
        return self._with_list(items, listed.with_field(number, fact.name, said))

    def with_record(self, items: str) -> "Draft":
        """Return the draft with one more record, of which nothing is said yet."""
        listed = self._list(items)
        more = replace(listed, records=(*listed.records, {}), unknown="")
        return self._with_list(items, more)

    def with_all(self, items: str) -> "Draft":
        """Return the draft with a list said to be complete."""
        return self._with_list(items, replace(self._list(items), complete="yes", unknown=""))

    def without_all(self, items: str, reason: str) -> "Draft":
        """Return the draft with the reason why nobody says whether a list is complete."""
        return self._with_list(items, replace(self._list(items), unknown=reason))

    def _list(self, items: str) -> DraftList:
        return self.lists.get(items) or list_of_line(self.facts.get(items, ""))

    def _with_list(self, items: str, listed: DraftList) -> "Draft":
        facts = {name: said for name, said in self.facts.items() if name != items}
        return replace(self, facts=facts, lists={**self.lists, items: listed})

    def text(self) -> str:
        """Return the draft as the text of a case file."""
        return "\n".join([*self._lines(), ""])

    def _lines(self) -> Iterator[str]:
        yield f"{self.head}: {self.name}"
        yield f"decision: {braced(self.decision)}"
        if self.facts or self.lists:
            yield "facts:"
        for name, said in self.facts.items():
            yield f"  {name}: {said}"
        for items, listed in self.lists.items():
            yield f"  {items}:"
            yield from listed.lines()
        for key, said in self.rest.items():
            yield f"{key}: {said}"


def draft_of(node: Mapping, head: str) -> Draft:
    """Return the draft of a case file that was read."""
    facts: dict[str, str] = {}
    lists: dict[str, DraftList] = {}
    said = node.get("facts")
    for name, value in said.entries if isinstance(said, Mapping) else ():
        listed = list_of(value)
        if listed is None:
            facts[name.text] = one_line(value)
        else:
            lists[name.text] = listed
    decision = node.get("decision")
    return Draft(
        head=head,
        name=one_line(node.get(head) or Scalar("", 1, 1)),
        decision={
            key.text: one_line(value)
            for key, value in (decision.entries if isinstance(decision, Mapping) else ())
        },
        facts=facts,
        lists=lists,
        rest={
            key.text: one_line(value)
            for key, value in node.entries
            if key.text not in {head, "decision", "facts"}
        },
    )
