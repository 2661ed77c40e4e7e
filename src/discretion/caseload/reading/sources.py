"""Reading where facts and lists come from: columns, codes and conditions, all of them checked."""

import re
from collections.abc import Iterator
from typing import assert_never

from discretion.caseload.columns import ColumnType
from discretion.caseload.columns import fields_in
from discretion.caseload.mapping import FactMapping
from discretion.caseload.mapping import FactSource
from discretion.caseload.mapping import FromColumn
from discretion.caseload.mapping import FromCondition
from discretion.caseload.mapping import FromYear
from discretion.caseload.mapping import FromYears
from discretion.caseload.reading.codes import UNKNOWN
from discretion.caseload.reading.codes import column_type_of
from discretion.caseload.reading.codes import read_codes
from discretion.caseload.reading.headers import Headers
from discretion.caseload.reading.headers import report_protected
from discretion.caseload.reading.provenance import check_nulls
from discretion.caseload.reading.provenance import read_gaps
from discretion.caseload.reading.provenance import read_provenance
from discretion.caseload.reading.traits import trait_named
from discretion.entries import Entries
from discretion.errors import nearest
from discretion.facts.case_reader import Words
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.rules.checks.conditions import Placed
from discretion.rules.checks.kinds import KindCheck
from discretion.rules.checks.terms import Names
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Unit
from discretion.rules.condition import facts_in
from discretion.rules.grammar import REMEDY
from discretion.rules.grammar import NotAConditionError
from discretion.rules.grammar import read_condition
from discretion.rules.packs.places import Site
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar

EVERY_TYPE = tuple(ColumnType)
"""A condition may read a column of any type."""
OTHERWISE = {UNKNOWN: False, "no": True}
"""What a condition that is false says of its fact: nothing, or no."""
YEAR_OF = re.compile(r"year_of\((?P<fact>\w+)\) == (?P<column>.+)")
"""What ties a column of years to a day, as a mapping file writes it."""


def read_facts(
    entries: Entries, headers: Headers, words: Words, date_fact: str
) -> Iterator[FactMapping]:
    """Yield where each fact comes from; a faulty one is reported and left out.

    Args:
        entries: the keys of the mapping file.
        headers: the columns it may ask for.
        words: the dictionary and the protected traits.
        date_fact: the fact that the day of the decision gives.

    """
    for name, node in entries.pairs("facts"):
        fact = fact_named(name, words, entries.report)
        if fact is None:
            continue
        if fact.kind is Kind.LIST:
            entries.report.error(
                "list_as_fact", name, f"`{name.text}` is a list", "map it under `lists:`"
            )
            continue
        row = Entries(node, entries.report, f"the fact `{name.text}`")
        withheld = read_gaps(row)
        source = _source(fact, row, headers, withheld, date_fact)
        provenance = read_provenance(row, headers)
        row.finish()
        if source is not None:
            yield FactMapping(
                fact=fact,
                source=source,
                provenance=provenance,
                columns=tuple(_columns(source, headers)),
            )


def fact_named(name: Scalar, words: Words, report: Report) -> FactType | None:
    """Return the fact of a name, or None with the problem in the report."""
    fact = words.dictionary.get(name.text)
    if fact is not None:
        return fact
    if words.protected.trait_of(name.text):
        report.error(
            "protected_trait",
            name,
            f"`{name.text}` is a protected trait, and no trait of a person is ever an input",
            "take it out, and list its column under `quarantine:`",
        )
        return None
    close = nearest(name.text, words.dictionary.names()) or "docs/facts.md lists every fact"
    report.error("unknown_fact", name, f"no fact is called `{name.text}`", close)
    return None


def read_when(
    fact: FactType, text: str, at: Node | None, headers: Headers, items: str = ""
) -> Condition | None:
    """Return a condition over the columns, or None with the problems in the report.

    Args:
        fact: what it is to tell; only one that the dictionary allows beside a protected trait may
            look at a field with such a name, as a relative's citizenship is.
        text: the condition.
        at: where it stands.
        headers: the columns it may ask for.
        items: the JSON column whose records it is read of, as conditions write it; empty where
            it is read of the row.

    """
    try:
        condition = read_condition(text)
    except NotAConditionError as failure:
        headers.report.error("not_a_condition", at, str(failure), REMEDY)
        return None
    problems = headers.report.problems
    before = len(problems)
    names = Names(dictionary=headers.dictionary, date_facts=frozenset(), rules=None, judgments=None)
    site = Site(headers.report, (), at)
    KindCheck(names).check(Placed(condition=condition, site=site), items)
    for name in fields_in(condition):
        if trait_named(name, headers.protected) and not fact.adjacent:
            report_protected(name, at, headers.report)
    if len(problems) > before:
        return None
    beside = bool(fact.adjacent)
    asked = [
        headers.ask(headers.named(name), at, EVERY_TYPE, beside=beside)
        for name in facts_in(condition)
    ]
    return condition if all(column is not None for column in asked) else None


def _source(
    fact: FactType, row: Entries, headers: Headers, withheld: tuple[str, ...], date_fact: str
) -> FactSource | None:
    written, when = row.node_of("from"), row.node_of("when")
    if (written is None) == (when is None):
        row.report.error(
            "no_source",
            row.node,
            f"`{fact.name}` comes from one column or one condition",
            "write either `from:` or `when:`",
        )
        return None
    if when is not None:
        tells_no = row.word("otherwise", OTHERWISE, default=False)
        return _from_condition(fact, when, headers, tells_no=tells_no)
    text = row.text("from")
    year = YEAR_OF.fullmatch(text)
    if year is not None and year["fact"] == fact.name and fact.kind is Kind.DATE:
        name = headers.named(year["column"])
        column = headers.ask(name, row.node_of("from"), (ColumnType.NUMBER,), withheld)
        return None if column is None else FromYear(column=name)
    if "==" in text:
        return _from_years(fact, row, headers, withheld, date_fact)
    return read_column(fact, text, row, headers, withheld, beside=bool(fact.adjacent))


def read_column(  # noqa: PLR0913  # what a column is read for, and how
    fact: FactType,
    name: str,
    row: Entries,
    headers: Headers,
    withheld: tuple[str, ...],
    *,
    beside: bool,
) -> FromColumn | None:
    """Return how one column gives a fact, through codes or in its own words.

    Args:
        fact: the fact, or the field of a list's records.
        name: the header.
        row: the keys that say how it is read.
        headers: the columns there are.
        withheld: words that mean that something was taken out.
        beside: the fact, or the list, may stand beside a protected trait.

    """
    codes = read_codes(fact, row)
    needed = ColumnType.TEXT if codes is not None else column_type_of(fact)
    at = row.node_of("from")
    if needed is None:
        row.report.error(
            "no_column_type",
            at,
            f"no column type holds a {fact.kind.value} such as `{fact.name}`",
            "leave it out: it stays unknown in every row",
        )
        return None
    column = headers.ask(name, at, (needed,), withheld, beside=beside)
    if column is None:
        return None
    check_nulls(codes, column.nulls, row)
    return FromColumn(column=name, codes=codes)


def _from_years(
    fact: FactType, row: Entries, headers: Headers, withheld: tuple[str, ...], date_fact: str
) -> FromYears | None:
    """Return the reading of `completed_years(FACT, decision day) == COLUMN`."""
    text, at = row.text("from"), row.node_of("from")
    try:
        equation = read_condition(text)
    except NotAConditionError as failure:
        row.report.error("not_a_condition", at, str(failure), REMEDY)
        return None
    match equation:
        case Compare(
            left=Elapsed(start=Fact(name=start), end=Fact(name=end), unit=Unit.YEARS),
            operator="==",
            right=Constant(value=str(word)),
        ) if start == fact.name and end == date_fact and fact.kind is Kind.DATE:
            name = headers.named(word)
            column = headers.ask(name, at, (ColumnType.NUMBER,), withheld)
            return None if column is None else FromYears(column=name)
        case _:
            row.report.error(
                "wrong_equation",
                at,
                f"`{text}` does not tie a column to `{fact.name}`",
                f"for a day write `completed_years({fact.name}, {date_fact}) == COLUMN`, or"
                f" `year_of({fact.name}) == COLUMN`",
            )
            return None


def _from_condition(
    fact: FactType, when: Node, headers: Headers, *, tells_no: bool
) -> FromCondition | None:
    if not isinstance(when, Scalar) or fact.kind is not Kind.YES_NO:
        headers.report.error(
            "wrong_when",
            when,
            f"`{fact.name}` cannot be told by a condition",
            "a condition, in plain text, tells a yes-no fact and no other",
        )
        return None
    condition = read_when(fact, when.text, when, headers)
    return None if condition is None else FromCondition(condition=condition, tells_no=tells_no)


def _columns(source: FactSource, headers: Headers) -> Iterator[str]:
    """Yield every column that a fact is read from."""
    match source:
        case FromColumn() | FromYears() | FromYear():
            yield source.column
        case FromCondition():
            yield from (headers.named(name) for name in facts_in(source.condition))
        case _:
            assert_never(source)
