"""A draft of a case file: what has been said so far, as it will stand in the file.

Every value is kept as the one line of YAML that the file will hold, so that what a file already
said in a longer form stays as it was. Comments are not kept.
"""

import json
import re
from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.entries import nothing
from discretion.frozen import dataclass
from discretion.frozen import field
from discretion.frozen import replace
from discretion.source import Listing
from discretion.source import Mapping
from discretion.source import Node
from discretion.source import Scalar

PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./+-]*( [A-Za-z0-9_./+-]+)*")
"""Texts that YAML reads as they stand, with nothing in them that it would take for a sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftList:
    """The records said so far of one list, and whether they are all."""

    records: tuple[Table[str, str], ...] = ()
    complete: str = "unknown"


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

    def with_fact(self, name: str, said: str) -> "Draft":
        """Return the draft with one fact said."""
        return replace(self, facts={**self.facts, name: said})

    def with_record(self, items: str) -> "Draft":
        """Return the draft with one more record, of which nothing is said yet."""
        listed = self.lists.get(items, DraftList())
        return self._with_list(items, replace(listed, records=(*listed.records, {})))

    def with_field(self, items: str, number: int, name: str, said: str) -> "Draft":
        """Return the draft with one field said of a record, counted from 1."""
        listed = self.lists[items]
        records = list(listed.records)
        records[number - 1] = {**records[number - 1], name: said}
        return self._with_list(items, replace(listed, records=tuple(records)))

    def with_all(self, items: str) -> "Draft":
        """Return the draft with a list said to be complete."""
        return self._with_list(items, replace(self.lists.get(items, DraftList()), complete="yes"))

    def _with_list(self, items: str, listed: DraftList) -> "Draft":
        return replace(self, lists={**self.lists, items: listed})

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
            yield f"    complete: {listed.complete}"
            if listed.records:
                yield "    records:"
            for record in listed.records:
                yield f"      - {braced(record)}"
        for key, said in self.rest.items():
            yield f"{key}: {said}"


def written(text: str) -> str:
    """Return a text as YAML writes it on one line."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def braced(pairs: Table[str, str]) -> str:
    """Return keys and values, each as YAML writes it, on one line."""
    return f"{{{', '.join(f'{key}: {value}' for key, value in pairs.items())}}}"


def draft_of(node: Mapping, head: str) -> Draft:
    """Return the draft of a case file that was read."""
    facts: dict[str, str] = {}
    lists: dict[str, DraftList] = {}
    said = node.get("facts")
    for name, value in said.entries if isinstance(said, Mapping) else ():
        listed = _list_of(value)
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


def _list_of(value: Node) -> DraftList | None:
    """Return a list of records that can be added to; anything else stays as it was written."""
    records = value.get("records") if isinstance(value, Mapping) else value
    if not isinstance(records, Listing):
        return None
    rows = [row for row in records.items if isinstance(row, Mapping)]
    if len(rows) != len(records.items) or not rows:
        return None
    complete = value.get("complete") if isinstance(value, Mapping) else None
    return DraftList(
        records=tuple({key.text: one_line(said) for key, said in row.entries} for row in rows),
        complete=complete.text if isinstance(complete, Scalar) else "unknown",
    )


def one_line(node: Node) -> str:
    """Return a piece of a file on one line of YAML."""
    match node:
        case Scalar():
            return written(node.text)
        case Listing():
            return f"[{', '.join(one_line(item) for item in node.items)}]"
        case Mapping():
            return braced({key.text: one_line(value) for key, value in node.entries})
