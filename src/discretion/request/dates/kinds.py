"""Kinds of deadline: what each is called, and how anybody knows of it. It is kept as data."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from pathlib import Path
from types import MappingProxyType

from discretion.entries import Entries
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.request.checklist import whole_number
from discretion.rules.library import BUNDLED
from discretion.source import FilePath
from discretion.source import Report
from discretion.source import read_text
from discretion.source import read_yaml

FILE = "requests/deadlines.yaml"
"""Where the kinds lie in the policies folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineKind:
    """One kind: its title, which names nobody, its source, and what is said while no day is known.

    `papers` and `decisions` tell which papers it is about and what has to be asked for, and
    `months_before` how long before their last day it falls; empty and None for kinds of no paper.
    """

    id: str
    title: str
    source: str
    open: str
    papers: frozenset[str]
    decisions: frozenset[str]
    months_before: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineKinds:
    """Every kind by its id, and what they rest on. It holds nothing of any person."""

    version: str
    basis: str
    reviewed: str
    says: str
    kinds: Table[str, DeadlineKind]
    problems: tuple[Problem, ...] = ()


def read_deadline_kinds(policies: FilePath = BUNDLED) -> DeadlineKinds:
    """Return the kinds of a policies folder, with every problem of their file.

    Args:
        policies: the folder that holds `requests/`.

    """
    report = Report(FILE)
    text = read_text(Path(policies) / FILE, report)
    node = read_yaml(text, report) if text is not None else None
    entries = Entries(node, report, "the kinds of deadline")
    entries.required("id")
    found = DeadlineKinds(
        version=entries.required("version"),
        basis=entries.required("basis"),
        reviewed=entries.required("reviewed"),
        says=entries.required("says"),
        kinds=MappingProxyType({each.id: each for each in _kinds(entries)}),
    )
    entries.finish()
    return replace(found, problems=tuple(report.problems))


def _kinds(entries: Entries) -> Iterator[DeadlineKind]:
    for row in entries.rows("kinds", "a kind of deadline"):
        yield DeadlineKind(
            id=row.required("id"),
            title=row.required("title"),
            source=row.required("source"),
            open=row.text("open"),
            papers=frozenset(row.texts("papers")),
            decisions=frozenset(row.texts("decisions")),
            months_before=whole_number(row, "months_before"),
        )
        row.finish()
