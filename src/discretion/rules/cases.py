"""Cases of a pack: what is given, what is expected and why, as data that anyone can add to.

A case runs through the same reader as a case file, so its facts are typed and its mistakes told.
Observed decisions stand apart: they say what an agency did, never what was right.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from pathlib import Path
from types import MappingProxyType

from discretion.entries import Entries
from discretion.errors import Problem
from discretion.errors import nearest
from discretion.facts.case_reader import read_case
from discretion.facts.casefile import CaseFile
from discretion.frozen import dataclass
from discretion.rules.library import Library
from discretion.rules.rule import Pack
from discretion.source import Mapping
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar
from discretion.source import read_yaml_file

FILE = "cases.yaml"
"""The file of a pack that holds its cases."""
TRUTHS = ("true", "false", "unknown")
DUTY_STATES = ("owed", "not_owed", "owed_unless_shown", "discharged", "unknown")
JUDGMENT_STATES = ("not_asserted", "open", "argued", "settled")
SEVERAL = 5
"""How many names a remedy lists where none comes near."""
NONE = "null"
"""What a case writes for an outcome that is not the only one left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What a case expects of its assessment; None and empty where it says nothing.

    `rules` maps a rule to its truth, a duty to its state. `outcome` and `established` are the
    empty text where the case expects that there is none. `missing` and `not_missing` name facts
    that are, and are not, to be listed.
    """

    rules: Table[str, str]
    outcome: str | None
    established: str | None
    reachable: frozenset[str] | None
    missing: tuple[str, ...]
    not_missing: tuple[str, ...]
    judgments: Table[str, str]
    interpretation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCase:
    """One case: what is given, what is expected of it, and because of which provision."""

    name: str
    because: str
    given: CaseFile
    expect: Expectation
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservedDecision:
    """What an agency did in a reported matter: conduct, not authority."""

    name: str
    given: CaseFile
    observed: str
    source: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCases:
    """The cases of one pack, and the decisions its sources report."""

    cases: tuple[PackCase, ...] = ()
    observed: tuple[ObservedDecision, ...] = ()


def read_cases(library: Library, pack: Pack) -> tuple[PackCases, tuple[Problem, ...]]:
    """Return the cases of a pack, with every problem in their file.

    A case that cannot be read is left out, so that the others can still run.
    """
    report = Report(f"{pack.shown}/{FILE}")
    node = read_yaml_file(Path(pack.folder) / FILE, report)
    if node is None:
        return PackCases(), tuple(report.problems)
    entries = Entries(node, report, "a file of cases")
    reader = _Reader(library, pack, report)
    found = PackCases(cases=tuple(reader.cases(entries)), observed=tuple(reader.observed(entries)))
    entries.finish()
    return found, tuple(report.problems)


class _Reader:
    """Reads the rows of one file against the pack they belong to."""

    def __init__(self, library: Library, pack: Pack, report: Report) -> None:
        self.library = library
        self.pack = pack
        self.report = report
        self.seen: dict[str, int] = {}

    def cases(self, entries: Entries) -> Iterator[PackCase]:
        for row in entries.rows("cases", "a case"):
            name, because = row.required("case"), row.required("because")
            given = self._given(row, name)
            expect = self._expectation(row.entries("expect", "what a case expects"))
            row.finish()
            self._once(name, row.node_of("case") or row.node)
            if given is not None:
                yield PackCase(
                    name=name, because=because, given=given, expect=expect, line=row.node.line
                )

    def observed(self, entries: Entries) -> Iterator[ObservedDecision]:
        for row in entries.rows("observed_decisions", "an observed decision"):
            name, told, source = (row.required(key) for key in ("id", "observed", "source"))
            given = self._given(row, name)
            if source and source not in self.pack.instrument.sources:
                self.report.error(
                    "unknown_source",
                    row.node_of("source"),
                    f"`{source}` is not among the pack's sources",
                    nearest(source, self.pack.instrument.sources)
                    or "add it under `sources:` in instrument.yaml",
                )
            row.finish()
            self._once(name, row.node_of("id") or row.node)
            if given is not None:
                yield ObservedDecision(
                    name=name, given=given, observed=told, source=source, line=row.node.line
                )

    def _once(self, name: str, node: Node) -> None:
        if name and name in self.seen:
            self.report.error(
                "duplicate_case",
                node,
                f"the case `{name}` stands twice: first in line {self.seen[name]}",
                "give one of the two another name",
            )
        self.seen.setdefault(name, node.line)

    def _given(self, row: Entries, name: str) -> CaseFile | None:
        """Read what is given as a case file: the head key is the pack's matter type."""
        node = row.node_of("given")
        if not isinstance(node, Mapping):
            row.required("given")
            return None
        matter = self.library.words.matters.get(self.pack.instrument.matter)
        if matter is None:
            return None
        head = Scalar(matter.head, node.line, node.column)
        named = (head, Scalar(name or "unnamed", node.line, node.column))
        whole = Mapping((named, *node.entries), node.line, node.column)
        return read_case(whole, self.library.words, self.report)

    def _expectation(self, row: Entries) -> Expectation:
        found = Expectation(
            rules=MappingProxyType(dict(self._rules(row))),
            outcome=self._token(row, "outcome"),
            established=self._token(row, "established"),
            reachable=self._tokens(row),
            missing=self._missing(row, "missing"),
            not_missing=self._missing(row, "not_missing"),
            judgments=MappingProxyType(dict(self._judgments(row))),
            interpretation=self._interpretation(row),
        )
        row.finish()
        return found

    def _rules(self, row: Entries) -> Iterator[tuple[str, str]]:
        for name, value in row.pairs("rules"):
            rule = self.pack.rules.get(name.text)
            if rule is None:
                self._unknown("unknown_rule", name, "no rule", self.pack.rules)
            elif self._is_word(value, TRUTHS if rule.duty is None else DUTY_STATES, rule.kind):
                yield name.text, getattr(value, "text", "")

    def _judgments(self, row: Entries) -> Iterator[tuple[str, str]]:
        for name, value in row.pairs("judgments"):
            if name.text not in self.pack.judgments:
                self._unknown("unknown_judgment", name, "no judgment", self.pack.judgments)
            elif self._is_word(value, JUDGMENT_STATES, "judgment"):
                yield name.text, getattr(value, "text", "")

    def _is_word(self, value: Node, words: tuple[str, ...], what: str) -> bool:
        text = getattr(value, "text", "")
        if text in words:
            return True
        self.report.error(
            "unknown_word",
            value,
            f"`{text}` cannot be expected of a {what}",
            nearest(text, words) or f"one of: {', '.join(words)}",
        )
        return False

    def _token(self, row: Entries, key: str) -> str | None:
        node = row.node_of(key)
        if not isinstance(node, Scalar):
            row.text(key)
            return None
        if node.text == NONE:
            return ""
        return node.text if self._is_token(node) else None

    def _tokens(self, row: Entries) -> frozenset[str] | None:
        if not row.has("reachable"):
            return None
        items = [item for item in row.items("reachable") if isinstance(item, Scalar)]
        return frozenset(item.text for item in items if self._is_token(item))

    def _is_token(self, node: Scalar) -> bool:
        tokens = {*(outcome.token for outcome in self.pack.outcomes), self.pack.when_open}
        if node.text in tokens:
            return True
        self._unknown("unknown_outcome", node, "no outcome", tokens)
        return False

    def _missing(self, row: Entries, key: str) -> tuple[str, ...]:
        items = [item for item in row.items(key) if isinstance(item, Scalar)]
        for item in items:
            self._check_missing(item)
        return tuple(item.text for item in items)

    def _check_missing(self, node: Scalar) -> None:
        """Check a missing fact as answers name it: `fact`, `list.complete`, `list[1].field`."""
        name, bracket, rest = node.text.removesuffix(".complete").partition("[")
        fact = self.library.dictionary.get(name)
        if fact is None:
            self._unknown("unknown_fact", node, "no fact", self.library.dictionary.names())
        elif bracket and rest.partition("].")[2] not in fact.fields:
            field = rest.partition("].")[2]
            message = f"`{node.text}` names no field of {fact.one}"
            hint = nearest(field, fact.fields) or f"fields: {', '.join(fact.fields)}"
            self.report.error("unknown_field", node, message, hint)

    def _interpretation(self, row: Entries) -> str:
        text = row.text("interpretation")
        names = {
            reading.name for rule in self.pack.rules.values() for reading in rule.interpretations
        }
        if text and text not in names:
            at = row.node_of("interpretation")
            listed = f"one of: {', '.join(sorted(names))}" if names else "no rule here has several"
            hint = nearest(text, names) or listed
            message = f"no interpretation is called `{text}`"
            self.report.error("unknown_interpretation", at, message, hint)
        return text

    def _unknown(self, code: str, name: Scalar, what: str, known: Iterable[str]) -> None:
        listed = sorted(known)
        message = f"{what} is called `{name.text}`"
        hint = nearest(name.text, listed) or f"as in {', '.join(listed[:SEVERAL])}"
        self.report.error(code, name, message, hint)
