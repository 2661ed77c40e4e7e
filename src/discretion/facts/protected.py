"""The traits that are never an input, and the facts next to them that are allowed, with reasons."""

from collections.abc import Mapping as Table
from types import MappingProxyType

from discretion.entries import Entries
from discretion.facts.matter import MatterType
from discretion.frozen import dataclass
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """Protected traits by every name people give them, and the adjacent facts by name.

    `traits` maps a name to the trait it stands for; `adjacent` maps a fact to why it is allowed.
    """

    traits: Table[str, str]
    adjacent: Table[str, str]

    def trait_of(self, name: str) -> str | None:
        """Return the protected trait that a name stands for, or None."""
        return self.traits.get(name.lower().replace("-", "_").replace(" ", "_"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusals:
    """Every name that is refused in one matter: protected traits, and what its type forbids."""

    protected: Protected
    matter: MatterType

    def refuse(self, name: Scalar, report: Report, remedy: str = "take it out") -> bool:
        """Tell whether a name is refused, with the problem in the report where it is.

        Args:
            name: the name of a fact or a field, where it is written.
            report: where the problem goes.
            remedy: what to do about a protected trait.

        """
        if self.protected.trait_of(name.text) is not None:
            report.error(
                "protected_trait",
                name,
                f"`{name.text}` is a protected trait, and no trait of a person is ever an input",
                remedy,
            )
            return True
        forbidden = self.matter.forbids(name.text)
        if forbidden is not None:
            report.error(
                "forbidden_input",
                name,
                f"`{name.text}` is never an input of {self.matter.title}: {forbidden.why}",
                forbidden.instead,
            )
        return forbidden is not None


def read_protected(node: Node, report: Report) -> Protected:
    """Return the protected traits of one file, with its problems in the report."""
    entries = Entries(node, report, "the list of protected traits")
    traits: dict[str, str] = {}
    for trait, value in entries.pairs("traits"):
        row = Entries(value, report, f"the trait `{trait.text}`")
        row.required("why")
        row.required("source")
        traits[trait.text] = trait.text
        traits.update((name, trait.text) for name in row.texts("names"))
        row.finish()
    adjacent = {
        name.text: getattr(reason, "text", "") for name, reason in entries.pairs("adjacent")
    }
    entries.finish()
    return Protected(traits=MappingProxyType(traits), adjacent=MappingProxyType(adjacent))
