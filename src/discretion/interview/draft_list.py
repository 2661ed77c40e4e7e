"""A list in a draft: its records, whether they are all, and why nobody says so."""

from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.interview.yaml_line import braced
from discretion.interview.yaml_line import one_line
from discretion.source import Listing
from discretion.source import Mapping
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar
from discretion.source import read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftList:
    """The records said so far of one list, and whether they are all.

    A record is its fields, or the one word that it is. `unknown` says why nobody tells whether
    the records are all, and `disclosure` who may see them; both are empty where nothing is said.
    """

    records: tuple[Table[str, str] | str, ...] = ()
    complete: str = "unknown"
    unknown: str = ""
    disclosure: str = ""

    def field(self, number: int, name: str) -> str:
        """Return what a field of a record says, empty for nothing; records count from 1."""
        return _fields(self.records[number - 1]).get(name, "")

    def with_field(self, number: int, name: str, said: str) -> "DraftList":
        """Return the list with one field said of a record."""
        records = list(self.records)
        records[number - 1] = {**_fields(records[number - 1]), name: said}
        return replace(self, records=tuple(records))

    def lines(self) -> Iterator[str]:
        """Yield the list as lines of a case file."""
        if self.unknown:
            yield f"    unknown: {self.unknown}"
        yield f"    complete: {self.complete}"
        if self.disclosure:
            yield f"    disclosure: {self.disclosure}"
        if self.records:
            yield "    records:"
        for record in self.records:
            yield f"      - {record if isinstance(record, str) else braced(record)}"


def _fields(record: Table[str, str] | str) -> Table[str, str]:
    return {"kind": record} if isinstance(record, str) else record


def list_of(value: Node) -> DraftList | None:
    """Return a list of records that can be added to; anything else stays as it was written."""
    records = value.get("records") if isinstance(value, Mapping) else value
    if not isinstance(records, Listing) or not records.items:
        return None
    if not all(isinstance(row, Mapping) for row in records.items):
        return None
    return _long(value, records)


def list_of_line(line: str) -> DraftList:
    """Return the list that stands on one line of a file, in any form; empty for no line."""
    found = read_yaml(line, Report("")) if line else None
    if found is None or (isinstance(found, Scalar) and found.text == "unknown"):
        return DraftList()
    if isinstance(found, Scalar) and found.text == "none":
        return DraftList(complete="yes")
    if isinstance(found, Mapping):
        records = found.get("records")
        return _long(found, records if isinstance(records, Listing) else Listing((), 1, 1))
    listing = found if isinstance(found, Listing) else Listing((found,), 1, 1)
    read = _long(listing, listing)
    words = all(isinstance(item, Scalar) for item in listing.items)
    return replace(read, complete="yes") if words else read


def _long(value: Node, records: Listing) -> DraftList:
    said = (
        {key.text: one_line(each) for key, each in value.entries}
        if isinstance(value, Mapping)
        else {}
    )
    return DraftList(
        records=tuple(_record(row) for row in records.items),
        complete=said.get("complete", "unknown"),
        unknown=said.get("unknown", ""),
        disclosure=said.get("disclosure", ""),
    )


def _record(row: Node) -> Table[str, str] | str:
    if isinstance(row, Mapping):
        return {key.text: one_line(said) for key, said in row.entries}
    return one_line(row)
