"""What a draft may borrow: what the nearest mapping at hand maps under the same headers."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence

from discretion.caseload.folder.mappings import ReadMapping
from discretion.caseload.mapping import FactMapping
from discretion.caseload.mapping import ListMapping
from discretion.caseload.mapping import Mapping
from discretion.frozen import dataclass
from discretion.source import Mapping as Keys
from discretion.source import Node
from discretion.source import Report
from discretion.source import read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Borrowed:
    """What one mapping maps under headers that a table has too, as its file writes it.

    `alike` are the headers they share, `read` those of them that are read for more than reports.
    `decision` holds what it reads of a decision from a column. `dated` are the facts and lists that
    name the day on which that mapping's own table was drawn.
    """

    mapping: Mapping
    alike: tuple[str, ...]
    nulls: Node | None
    decision: tuple[tuple[str, Node], ...]
    columns: tuple[tuple[str, Node], ...]
    facts: tuple[tuple[str, Node], ...]
    lists: tuple[tuple[str, Node], ...]
    groups: tuple[tuple[str, str], ...]
    read: frozenset[str]
    dated: frozenset[str]


def borrow(headers: Sequence[str], mappings: Iterable[ReadMapping]) -> Borrowed | None:
    """Return what the mapping with most of a table's headers maps, None where none has any.

    A fact or a list is borrowed where every column that it is read from stands in the table under
    the same name; of what several mappings say, that of the nearest alone is taken.

    Args:
        headers: the headers of the table.
        mappings: the mappings at hand.

    """
    there = frozenset(headers)
    nearest = max(mappings, key=lambda each: _shared(each.mapping, there), default=None)
    if nearest is None or not _shared(nearest.mapping, there)[0]:
        return None
    mapping = nearest.mapping
    tree = read_yaml(nearest.text, Report(mapping.id))
    facts = tuple(each for each in mapping.facts if _reads(each) <= there)
    lists = tuple(
        name
        for name, several in mapping.by_list().items()
        if all(_reads(each) <= there for each in several)
    )
    fed = tuple(each for each in mapping.lists if each.fact.name in lists)
    taken: tuple[FactMapping | ListMapping, ...] = (*facts, *fed)
    decision = {
        key: header.column
        for key, header in (
            ("place", mapping.decision.place),
            ("component", mapping.decision.component),
            ("type", mapping.decision.type),
        )
        if header.column in there
    }
    read = frozenset((*decision.values(), *(name for each in taken for name in _reads(each))))
    return Borrowed(
        mapping=mapping,
        alike=tuple(name for name in headers if name in set(mapping.origin.every)),
        nulls=_under(tree, "nulls"),
        decision=tuple(_entries(tree, "decision", decision)),
        columns=tuple(_entries(tree, "columns", there)),
        facts=tuple(_entries(tree, "facts", [each.fact.name for each in facts])),
        lists=tuple(_entries(tree, "lists", lists)),
        groups=tuple(
            (word, column.name) for word, column in mapping.groups.items() if column.name in there
        ),
        read=read,
        dated=frozenset(each.fact.name for each in taken if each.provenance.drawn_on),
    )


def _shared(mapping: Mapping, there: frozenset[str]) -> tuple[int, int]:
    """Return how many headers a mapping shares, and how few it has besides."""
    every = frozenset(mapping.origin.every)
    return len(every & there), -len(every - there)


def _reads(each: FactMapping | ListMapping) -> frozenset[str]:
    columns = each.reads if isinstance(each, ListMapping) else each.columns
    return frozenset((*columns, *each.provenance.known_on))


def _under(tree: Node | None, key: str) -> Node | None:
    return tree.get(key) if isinstance(tree, Keys) else None


def _entries(tree: Node | None, key: str, names: Iterable[str]) -> Iterator[tuple[str, Node]]:
    wanted = frozenset(names)
    node = _under(tree, key)
    if isinstance(node, Keys):
        yield from ((name.text, value) for name, value in node.entries if name.text in wanted)
