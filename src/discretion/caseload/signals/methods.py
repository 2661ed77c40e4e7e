"""How the codes of methods are sorted, and what names of places tell: data, with its source."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table
from pathlib import Path
from types import MappingProxyType

from discretion.entries import Entries
from discretion.errors import Problem
from discretion.errors import has_errors
from discretion.errors import nearest
from discretion.frozen import dataclass
from discretion.source import FilePath
from discretion.source import Report
from discretion.source import read_yaml_file

FOLDER, FILE = "signals", "methods.yaml"
"""Where the bundled choice lies among policies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of methods: whether its arrests count here, what it says, and why so sorted."""

    id: str
    counts: bool
    says: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMark:
    """Words in the name of a place, and what they tell about it."""

    words: tuple[str, ...]
    says: str

    def is_in(self, name: str) -> bool:
        """Tell whether the name of a place holds one of the words."""
        folded = name.casefold()
        return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded) for word in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Methods:
    """How the codes of methods are sorted.

    `codes` gives the kind of each code, by the code folded. `worksite` holds the folded codes that
    say worksite, which are told and decide nothing. A code that is sorted nowhere counts.
    """

    id: str
    version: str
    codes: Table[str, Kind]
    kinds: tuple[Kind, ...]
    worksite: frozenset[str]
    names: tuple[NameMark, ...]
    cite: tuple[str, ...]

    def counts(self, code: str) -> bool:
        """Tell whether an arrest by this method counts; one without a code does."""
        kind = self.codes.get(folded(code))
        return kind is None or kind.counts

    def is_sorted(self, code: str) -> bool:
        """Tell whether the code stands in the list."""
        return folded(code) in self.codes

    def says_worksite(self, code: str) -> bool:
        """Tell whether the code says worksite."""
        return folded(code) in self.worksite


def folded(text: str) -> str:
    """Return a text as texts are compared: one space between words, no capitals."""
    return " ".join(text.split()).casefold()


def bundled_methods(policies: FilePath) -> tuple[Methods | None, tuple[Problem, ...]]:
    """Return the choice that comes with some policies, None where it has an error."""
    return read_methods(Path(policies) / FOLDER / FILE)


def read_methods(path: Path) -> tuple[Methods | None, tuple[Problem, ...]]:
    """Return the sorting of a file, None where a mistake forbids its use, and every problem.

    Args:
        path: the YAML file.

    """
    report = Report(path.name)
    node = read_yaml_file(path, report)
    if node is None:
        return None, tuple(report.problems)
    entries = Entries(node, report, "a sorting of methods")
    identifier, version = entries.required("id"), entries.required("version")
    kinds = tuple(_kinds(entries))
    methods = Methods(
        id=identifier,
        version=version,
        codes=_codes(entries, kinds),
        kinds=kinds,
        worksite=frozenset(map(folded, entries.texts("worksite"))),
        names=tuple(_names(entries)),
        cite=entries.texts("cite"),
    )
    entries.text("reviewed")
    entries.finish()
    problems = tuple(report.problems)
    return None if has_errors(problems) else methods, problems


def _kinds(entries: Entries) -> Iterator[Kind]:
    for name, node in entries.pairs("kinds"):
        row = Entries(node, entries.report, f"the kind `{name.text}`")
        yield Kind(
            id=name.text,
            counts=row.flag("counts"),
            says=row.required("says"),
            why=row.text("why"),
        )
        row.finish()


def _codes(entries: Entries, kinds: tuple[Kind, ...]) -> Table[str, Kind]:
    known = {kind.id: kind for kind in kinds}
    found: dict[str, Kind] = {}
    for code, kind in entries.words("codes", "the codes").items():
        if kind in known:
            found[folded(code)] = known[kind]
        else:
            entries.report.error(
                "unknown_kind",
                entries.node,
                f"`{code}` is of the kind `{kind}`, and there is none of that name",
                nearest(kind, known) or f"kinds: {', '.join(known)}",
            )
    return MappingProxyType(found)


def _names(entries: Entries) -> Iterator[NameMark]:
    for node in entries.items("names"):
        row = Entries(node, entries.report, "what a name tells")
        yield NameMark(words=tuple(map(folded, row.texts("words"))), says=row.required("says"))
        row.finish()
