"""Matter types: what can be assessed, the file that describes it and the gates before any rule."""

from discretion.entries import Entries
from discretion.frozen import dataclass
from discretion.source import Node
from discretion.source import Report


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
class MatterType:
    """A kind of matter: its head key, its date fact and its gates."""

    name: str
    head: str
    title: str
    date_fact: str
    gates: tuple[Gate, ...]
    file: str


def read_matter_type(node: Node, report: Report) -> MatterType:
    """Return the matter type of one file, with its problems in the report."""
    entries = Entries(node, report, "a matter type")
    gates = []
    for row in entries.rows("threshold", "a gate"):
        gates.append(
            Gate(
                gate=row.required("gate"),
                when=row.required("when"),
                effect=row.required("effect"),
                says=row.required("says"),
                open=row.text("open"),
                line=row.node.line,
            )
        )
        row.finish()
    matter = MatterType(
        name=entries.required("id"),
        head=entries.required("head"),
        title=entries.required("title"),
        date_fact=entries.required("date_fact"),
        gates=tuple(gates),
        file=report.file,
    )
    # What is claimed of its packs holds conditions, which are read above this layer.
    entries.items("sentences")
    entries.finish()
    return matter
