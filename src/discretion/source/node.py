"""The tree of a file: text, lists and mappings, each with the place where it starts."""

from collections.abc import Iterator

from discretion.frozen import dataclass

DEEPEST_NESTING = 20
"""How many mappings and lists may stand inside each other."""


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """A piece of text as written, with the line and column where it starts (from 1)."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """A list in a file."""

    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True, eq=False)
class Mapping:
    """Keys and values in a file, in written order; no key stands twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int

    def get(self, key: str) -> "Node | None":
        """Return the value under a key, or None."""
        for name, value in self.entries:
            if name.text == key:
                return value
        return None

    def keys(self) -> Iterator[str]:
        """Yield the keys in written order."""
        return (name.text for name, _ in self.entries)


Node = Scalar | Listing | Mapping
