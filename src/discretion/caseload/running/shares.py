"""Shares: in which of a few named ways each row counts, by the first condition that is true."""

from collections.abc import Iterator
from pathlib import Path

from discretion.entries import Entries
from discretion.errors import FilesRefusedError
from discretion.errors import has_errors
from discretion.errors import nearest
from discretion.frozen import dataclass
from discretion.rules.condition import Condition
from discretion.rules.condition import rules_in
from discretion.rules.grammar import REMEDY
from discretion.rules.grammar import NotAConditionError
from discretion.rules.grammar import read_condition
from discretion.rules.library import Library
from discretion.source import Report
from discretion.source import read_yaml_file

FOLDER = "shares"
"""Where shares lie among policies, each file under the name of the mapping that it is of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One of the ways in which a row counts: what it is called, and what it says of the row."""

    id: str
    when: Condition
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """The ways in which the rows of one mapping count under one policy.

    A row counts in the first share whose condition is true, and in `rest` where none is.
    """

    policy: str
    shares: tuple[Share, ...]
    rest: str
    rest_says: str

    @property
    def says(self) -> dict[str, str]:
        """What each share says of a row, by its name, the rest last."""
        return {**{each.id: each.says for each in self.shares}, self.rest: self.rest_says}


def shares_of(mapping: str, library: Library) -> Shares | None:
    """Return the shares that come with a mapping, None where there are none.

    Args:
        mapping: the name of the mapping.
        library: the policies, beside whose packs the shares lie.

    Raises:
        FilesRefusedError: the file of the shares has an error.

    """
    path = Path(library.folder) / FOLDER / f"{mapping}.yaml"
    if not path.is_file():
        return None
    report = Report(path.name)
    node = read_yaml_file(path, report)
    found = None if node is None else _shares(Entries(node, report, "the shares"), library)
    if found is None or has_errors(report.problems):
        raise FilesRefusedError(tuple(report.problems))
    return found


def _shares(entries: Entries, library: Library) -> Shares:
    entries.required("mapping")
    policy = entries.required("policy")
    rest = entries.entries("rest", "the rest")
    found = Shares(
        policy=policy,
        shares=tuple(_share(entries, policy, library)),
        rest=rest.required("id"),
        rest_says=rest.required("says"),
    )
    rest.finish()
    entries.finish()
    return found


def _share(entries: Entries, policy: str, library: Library) -> Iterator[Share]:
    rules = library.pack(policy).rules
    for row in entries.rows("shares", "a share"):
        identifier, text, says = row.required("id"), row.required("when"), row.required("says")
        at = row.node_of("when")
        row.finish()
        try:
            when = read_condition(text)
        except NotAConditionError as failure:
            entries.report.error("not_a_condition", at, str(failure), REMEDY)
            continue
        for rule in rules_in(when):
            if rule not in rules:
                entries.report.error(
                    "unknown_rule",
                    at,
                    f"no rule is called `{rule}`",
                    nearest(rule, rules) or f"see the rules of `{policy}`",
                )
        yield Share(id=identifier, when=when, says=says)
