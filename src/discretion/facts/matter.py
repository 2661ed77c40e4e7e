"""Matter types: what can be assessed, the file that describes it and the gates before any rule."""

from collections.abc import Iterator

from discretion.entries import Entries
from discretion.frozen import dataclass
from discretion.source import Node
from discretion.source import Report

HEADERS = {"decision": "decision", "facts": "facts"}
"""Where a matter's day, type, place and component stand: under `decision:`, or among its facts."""
KIND = "kind"
"""The field of a part's record that says which kind of part it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """One question that stands before every rule, as written in the matter type.

    `effect` is `stop`, `carried` or `no_outward_document`; `says` is told when the gate bites and
    `open` when nobody recorded the fact it reads.
    """

    gate: str
    when: str
    effect: str
    says: str
    open: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """Names that are refused wherever they stand in a matter of this type, and why."""

    names: tuple[str, ...]
    why: str
    instead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterType:
    """A kind of matter: its head key, where its day stands, its facts, its parts and its gates.

    `header` says where the day, the place and the component of a matter stand. Where they stand
    among its facts, `date_fact` and `component_fact` name them, and `decision_type` is the type of
    every such matter. `items` names the list whose records are parts with a verdict of their own,
    `item_fact` the fact that says which kind of part one is, and `totals` the numbers that count
    over all parts. `modules` are the only fact modules that such a file may use, empty for all.
    """

    name: str
    head: str
    title: str
    date_fact: str
    gates: tuple[Gate, ...]
    file: str
    header: str = "decision"
    decision_type: str = ""
    component_fact: str = ""
    items: str = ""
    item_fact: str = ""
    item_title: str = ""
    totals: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    may_lie_ahead: bool = True

    def is_dated_by_facts(self) -> bool:
        """Tell whether the day of such a matter is one of its facts."""
        return self.header == "facts"

    def forbids(self, name: str) -> Forbidden | None:
        """Return what forbids a name in such a matter, or None."""
        plain = name.lower().replace("-", "_").replace(" ", "_")
        return next((each for each in self.forbidden if plain in each.names), None)


def read_matter_type(node: Node, report: Report) -> MatterType:
    """Return the matter type of one file, with its problems in the report."""
    entries = Entries(node, report, "a matter type")
    matter = MatterType(
        name=entries.required("id"),
        head=entries.required("head"),
        title=entries.required("title"),
        date_fact=entries.required("date_fact"),
        gates=tuple(_gates(entries)),
        file=report.file,
        header=entries.word("header", HEADERS, "decision"),
        decision_type=entries.text("decision_type"),
        component_fact=entries.text("component_fact"),
        items=entries.text("items"),
        item_fact=entries.text("item_fact"),
        item_title=entries.text("item_title"),
        totals=entries.texts("totals"),
        required=entries.texts("required"),
        modules=entries.texts("modules"),
        forbidden=tuple(_forbidden(entries)),
        may_lie_ahead=entries.flag("may_lie_ahead", default=True),
    )
    # What is claimed of its packs holds conditions, which are read above this layer.
    entries.items("sentences")
    entries.finish()
    return matter


def _gates(entries: Entries) -> Iterator[Gate]:
    for row in entries.rows("threshold", "a gate"):
        yield Gate(
            gate=row.required("gate"),
            when=row.required("when"),
            effect=row.required("effect"),
            says=row.required("says"),
            open=row.text("open"),
            line=row.node.line,
        )
        row.finish()


def _forbidden(entries: Entries) -> Iterator[Forbidden]:
    for row in entries.rows("forbidden", "what is forbidden"):
        yield Forbidden(
            names=row.texts("names"), why=row.required("why"), instead=row.required("instead")
        )
        row.finish()
