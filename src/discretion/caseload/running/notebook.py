"""Running policies over a table in memory, for notebooks: what comes in comes out of one kind."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

import pyarrow as pa

from discretion.caseload.evaluating.evaluator import Evaluator
from discretion.caseload.importing.checking import check_facts
from discretion.caseload.importing.checking import warn_of_unread
from discretion.caseload.importing.foreign import given_back
from discretion.caseload.importing.foreign import no_rows
from discretion.caseload.importing.foreign import taken_in
from discretion.caseload.mapping import date_fact_of
from discretion.caseload.names import ADDRESS
from discretion.caseload.names import BATCH_ROWS
from discretion.caseload.names import DECISION
from discretion.caseload.running.asked import Asked
from discretion.caseload.running.governance import Governance
from discretion.caseload.running.wanted import RunWanted
from discretion.caseload.running.wanted import plan_of
from discretion.caseload.running.wanted import survey
from discretion.caseload.running.written import described
from discretion.caseload.running.written import with_description
from discretion.errors import NoDecisionColumnError
from discretion.rules.library import Library

AnyTable = TypeVar("AnyTable")


def run_caseload(
    table: AnyTable,
    library: Library,
    *,
    known_on: date,
    asked: Asked | None = None,
    alone: bool = True,
) -> AnyTable:
    """Return what policies say of every row of a facts table.

    Args:
        table: a DuckDB relation, an Arrow table, batch or reader, or whatever speaks the Arrow
            PyCapsule interface. Its columns are named as the dictionary names facts, and
            `decision_date` has a day in every row.
        library: the policies.
        known_on: the day up to which law is known.
        asked: which policies, interpretation and assumption sets; None for the policies that
            governed each row by its own day.
        alone: also find the missing facts that alone could decide a rule.

    Returns:
        A table of the same kind, a row for each row in the same order: `governs_<k>`, `true_<k>`,
        `known_<k>`, `established_<k>`, `possible_<k>` and `decides_alone_<k>` for each policy,
        and `asked_<k>` where a rule of it is not asked of every row.
        `stopped` tells of a row that a gate stops, of which nothing else is said.
        Where the kind cannot be made of an Arrow table, the Arrow table.

    Warns:
        UnreadColumnWarning: a column has almost the name of a fact, and no rule reads it.

    Raises:
        NoDecisionColumnError: there is no column of decision days, or a row has none.
        UnknownInstrumentError: no pack describes an instrument that is asked for.
        UnknownNameError: an assumption set or a choice of knowledge is not known.
        WrongFactColumnError: a column of a fact holds something else than the fact can be.

    """
    wanted = RunWanted(
        library=library, asked=asked or Asked(), known_on=known_on, version="", alone=alone
    )
    return given_back(_run(taken_in(table), wanted), table)  # type: ignore[no-any-return]  # of that kind


def _run(table: pa.Table, wanted: RunWanted) -> pa.Table:
    library = wanted.library
    date_fact = date_fact_of(library.words)
    _check_days(table, date_fact)
    check_facts(table, library.dictionary)
    warn_of_unread(table, library.dictionary, (date_fact, *DECISION, *ADDRESS))
    for name in DECISION:
        if name not in table.schema.names:
            table = table.append_column(name, pa.nulls(table.num_rows, pa.string()))
    batches = list(_batches(table)) or [no_rows(table.schema)]
    plan = plan_of(survey(lambda **_: iter(batches), wanted), wanted)
    evaluator = Evaluator(plan, Governance(library, wanted.known_on), alone=wanted.alone)
    results = [evaluator.batch(batch).results for batch in batches]
    made = pa.Table.from_batches(results)
    return made.cast(with_description(made.schema, described(plan, "", {}, "bitmap")))


def _check_days(table: pa.Table, date_fact: str) -> None:
    """Do nothing where every row of a table has the day of its decision.

    Raises:
        NoDecisionColumnError: it has not.

    """
    if date_fact not in table.schema.names:
        raise NoDecisionColumnError(date_fact)
    if table.schema.names.count(date_fact) > 1:
        raise NoDecisionColumnError(date_fact, "stands twice")
    if table.schema.field(date_fact).type != pa.date32():
        raise NoDecisionColumnError(date_fact, "holds something else than days")
    if table[date_fact].null_count:
        raise NoDecisionColumnError(date_fact, "is empty in some rows")


def _batches(table: pa.Table) -> Iterator[pa.RecordBatch]:
    yield from table.combine_chunks().to_batches(max_chunksize=BATCH_ROWS)
