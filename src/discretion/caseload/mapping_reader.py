"""Reading a mapping file: every key known, every name checked, every mistake reported at once."""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from pathlib import Path
from types import MappingProxyType

from discretion.caseload.columns import ColumnType
from discretion.caseload.mapping import DecisionMapping
from discretion.caseload.mapping import FactMapping
from discretion.caseload.mapping import HeaderMapping
from discretion.caseload.mapping import ListMapping
from discretion.caseload.mapping import Mapping
from discretion.caseload.mapping import date_fact_of
from discretion.caseload.reading.codes import read_header_codes
from discretion.caseload.reading.columns import read_columns
from discretion.caseload.reading.groups import read_groups
from discretion.caseload.reading.headers import Headers
from discretion.caseload.reading.lists import read_lists
from discretion.caseload.reading.origin import read_origin
from discretion.caseload.reading.sources import read_facts
from discretion.entries import Entries
from discretion.errors import Problem
from discretion.errors import has_errors
from discretion.errors import nearest
from discretion.facts.case_reader import Words
from discretion.facts.casefile import Evidence
from discretion.place import place_codes
from discretion.source import Mapping as Keys
from discretion.source import Node
from discretion.source import Report
from discretion.source import read_yaml_file

STATES = {
    word: word for word in ("tested on real rows", "headers only, no rows seen", "made up", "draft")
}
"""What a mapping may say that it was tried on."""


def read_mapping_file(path: Path, words: Words) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """Return the mapping of a file, None where a mistake forbids its use, and every problem.

    Args:
        path: the YAML file.
        words: the dictionary, protected traits and header words it is checked against.

    """
    report = Report(path.name)
    node = read_yaml_file(path, report)
    mapping = read_mapping(node, words, report) if node is not None else None
    return mapping, tuple(report.problems)


def read_mapping(node: Node, words: Words, report: Report) -> Mapping | None:
    """Return the mapping of a file's tree, None where a mistake forbids its use."""
    entries = Entries(node, report, "a mapping")
    identifier, version = entries.required("id"), entries.required("version")
    grain = entries.required("grain")
    status = entries.word("status", STATES, "")
    reviewed = entries.text("reviewed")
    origin = read_origin(entries.entries("source", "the source"))
    columns = read_columns(entries, origin, entries.node_of("source"))
    headers = Headers(columns, words.protected, report, origin.also)
    decision = _decision(entries.entries("decision", "the decision"), headers, words)
    date_fact = date_fact_of(words)
    facts = tuple(read_facts(entries, headers, words, date_fact))
    lists = tuple(read_lists(entries, headers, words))
    read_groups(entries, headers)
    quarantine, ignore = entries.texts("quarantine"), entries.texts("ignore")
    cite = entries.texts("cite")
    headers.check_places(quarantine, ignore)
    entries.finish()
    if has_errors(report.problems):
        return None
    return Mapping(
        id=identifier,
        version=version,
        origin=origin,
        grain=grain,
        decision=decision,
        facts=facts,
        lists=lists,
        columns=MappingProxyType(headers.read),
        dictionary=headers.dictionary,
        papers=_papers((*facts, *lists)),
        quarantine=quarantine,
        ignore=ignore,
        cite=cite,
        groups=MappingProxyType(headers.grouped),
        status=status,
        reviewed=reviewed,
    )


def _papers(mapped: Iterable[FactMapping | ListMapping]) -> Table[str, Evidence]:
    """Return the papers that a mapping's claims rest on, once for each name."""
    written = [each.provenance.evidence for each in mapped]
    names = dict.fromkeys(name for name in written if name)
    return MappingProxyType({name: Evidence(name=name, kind=name) for name in names})


def _decision(entries: Entries, headers: Headers, words: Words) -> DecisionMapping:
    date = entries.text("date")
    if date:
        headers.ask(date, entries.node_of("date"), (ColumnType.DATE,))
    else:
        entries.report.error(
            "no_decision_date",
            entries.node,
            "no column gives the day of the decision, and none is ever assumed",
            "add `date:` with the column",
        )
    vocabulary = words.vocabulary
    decision = DecisionMapping(
        date=date,
        place=_header(entries, "place", "unknown_place", headers, place_codes()),
        component=_header(
            entries, "component", "unknown_component", headers, tuple(vocabulary.components)
        ),
        type=_header(entries, "type", "unknown_type", headers, tuple(vocabulary.decisions)),
    )
    entries.finish()
    return decision


def _header(
    entries: Entries, key: str, code: str, headers: Headers, known: tuple[str, ...]
) -> HeaderMapping:
    """Return one word of the decision: plain text for every row, or keys for a column's codes."""
    node = entries.node_of(key)
    if isinstance(node, Keys):
        row = entries.entries(key, f"the decision's {key}")
        column = headers.ask(row.required("from"), row.node_of("from"), (ColumnType.TEXT,))
        mapped = read_header_codes(row, column.name if column else "", key, code, known)
        row.finish()
        return mapped
    word = entries.text(key)
    if word and word not in known:
        entries.report.error(
            code,
            node,
            f"`{word}` is not a known {key}",
            nearest(word, known) or f"such as {known[0]}",
        )
    return HeaderMapping(word=word)
