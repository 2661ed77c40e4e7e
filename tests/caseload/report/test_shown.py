"""What a report shows hides what is small, and says on what all of it rests."""

import json
from pathlib import Path

import pytest

from discretion.caseload.report import Report
from discretion.caseload.report import Run
from discretion.caseload.report import Wanted
from discretion.caseload.report import audit_outcomes
from discretion.caseload.report import make_report
from discretion.caseload.report import read_run
from discretion.caseload.report.hiding import CMS_LIMIT
from discretion.caseload.report.shares import wilson
from discretion.caseload.report.table import Hidden
from discretion.caseload.report.table import Kind
from tests.caseload.report.made import GUIDELINES
from tests.caseload.report.made import INTERIM
from tests.caseload.report.made import LIBRARY
from tests.caseload.report.made import MadeRow
from tests.caseload.report.made import write_run
from tests.caseload.report.recount import cells
from tests.caseload.report.recount import governed
from tests.caseload.report.recount import grouped
from tests.caseload.report.recount import named
from tests.caseload.report.recount import rule_answer
from tests.caseload.report.recount import truths

TRUTHS = ("true", "false", "unknown")


def test_no_count_that_is_shown_is_small(public: Report) -> None:
    """No count that a report shows is one that its limit hides."""
    shown = [
        (table.id, cell)
        for table in public.tables
        for row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
        if column.kind is Kind.COUNT and isinstance(cell, int)
    ]

    assert len(shown) > 1000
    assert [] == [each for each in shown if 1 <= each[1] <= CMS_LIMIT]


def test_what_is_shown_is_what_was_counted(public: Report, private: Report) -> None:
    """What a report shows is what was counted, where a group stands alone."""
    hidden = 0
    for table in public.tables:
        keys = [column.name for column in table.columns if column.kind is Kind.WORDS]
        other = named(private.tables, table.id)
        counted = dict(zip(cells(other, *keys), other.rows, strict=True))
        for key, row in zip(cells(table, *keys), table.rows, strict=True):
            hidden += sum(isinstance(cell, Hidden) for cell in row)
            if not any("together" in str(word) for word in key):
                pairs = zip(row, counted[key], strict=True)
                assert [] == [pair for pair in pairs if pair[0] != pair[1]
                              and not isinstance(pair[0], Hidden)]  # fmt: skip
    assert hidden > 100


def test_groups_of_few_rows_stand_together(public: Report, rows: list[MadeRow]) -> None:
    groups = grouped(governed(rows, 0), lambda row: row.method)
    few = {name for name, own in groups.items() if len(own) <= CMS_LIMIT}
    table = named(public.tables, "outcomes-0-by-method")

    assert {"court"} == few
    assert len(governed(rows, 0)) == sum(
        int(str(count)) for _, count in set(cells(table, "group", "rows"))
    )
    assert "court" not in {group for (group,) in cells(table, "group")}


@pytest.mark.parametrize("by", ["method", "place"])
def test_rates_that_are_compared_by_group_have_their_intervals(public: Report, by: str) -> None:
    table = named(public.tables, f"outcomes-0-by-{by}")
    lines = cells(
        table, "rows", "established", "established_share", "interval_low", "interval_high"
    )

    for rows, established, rate, low, high in lines:
        if isinstance(established, Hidden):
            assert all(isinstance(each, Hidden) for each in (rate, low, high))
        else:
            assert isinstance(established, int)
            assert isinstance(rows, int)
            assert (low, high) == wilson(established, rows)
            assert rate == round(established / rows, 6)
    assert lines
    assert any("interval" in note for note in table.notes)


def test_a_share_is_hidden_with_the_counts_that_it_is_made_of(public: Report) -> None:
    table = named(public.tables, "rules-0")
    lines = cells(
        table, *TRUTHS, "unknown_share", "true_share_of_known", "interval_low", "interval_high",
        "true_share_if_unknown_false", "true_share_if_unknown_true",
    )  # fmt: skip

    assert any(isinstance(cell, Hidden) for line in lines for cell in line)
    for true, false, unknown, of_unknown, known, low, high, if_no, if_yes in lines:
        has = {name: isinstance(cell, Hidden) for name, cell in
               zip(TRUTHS, (true, false, unknown), strict=True)}  # fmt: skip
        assert has["unknown"] is isinstance(of_unknown, Hidden)
        assert has["true"] is isinstance(if_no, Hidden)
        assert has["false"] is isinstance(if_yes, Hidden)
        for cell in (known, low, high):
            assert (has["true"] or has["false"]) is isinstance(cell, Hidden)


def test_few_rows_left_out_are_not_told(public: Report, private: Report) -> None:
    shown = {
        str(what): count for what, count in cells(named(public.tables, "rows"), "what", "rows")
    }
    counted = {
        str(what): count for what, count in cells(named(private.tables, "rows"), "what", "rows")
    }

    assert 4 == counted["left out: a claim to citizenship"]
    assert 37 == shown["left out: no day of the decision"]
    assert isinstance(shown["left out: a claim to citizenship"], Hidden)
    assert isinstance(shown["read"], Hidden)
    assert not any("citizenship: 4" in line for line in public.lines)


def test_everything_stands_under_every_table(public: Report) -> None:
    """Under every table stands what it counts, what is not in it, and all that it rests on."""
    for table in public.tables:
        text = "\n".join(public.under(table))
        for said in (
            "What is counted: one row",
            f"Definition: {table.definition}",
            "Rows left out: ",
            f"Data: made.csv, sha256:{'0' * 64}.",
            LIBRARY.packs[INTERIM].instrument.digest,
            LIBRARY.packs[GUIDELINES].instrument.digest,
            "Assumption sets: none.",
            "Facts counted as known: as recorded in the data.",
            "Counts from 1 to 10 are hidden",
            "Assessment for human decisions; counts are no findings about anybody.",
        ):
            assert said in text


@pytest.mark.parametrize(
    ("limit", "later", "undated"),
    [(10, "some rows", "some rows"), (None, "1,436 rows", "3 rows")],
    ids=["public", "private"],
)
def test_what_was_recorded_later_and_what_has_no_day_is_told_under_every_table(
    tmp_path: Path, rows: list[MadeRow], limit: int | None, later: str, undated: str
) -> None:
    folder = write_run(tmp_path / "run", rows, (INTERIM, GUIDELINES))
    path = folder / "output/counts.json"
    counts = json.loads(path.read_text("utf-8"))
    counts |= {"not_known_yet": {"entry_date": 1436}, "without_a_day_of_record": {"age": 3}}
    path.write_text(json.dumps(counts), "utf-8")

    report = make_report(read_run(folder), LIBRARY, Wanted(limit=limit))

    for table in report.tables:
        under = report.under(table)
        assert f"entry_date was recorded after the decision in {later}: not used there." in under
        assert f"age has no day of its record in {undated}: counts as known there." in under


def test_a_private_report_says_that_nothing_is_hidden(private: Report) -> None:
    assert any(line.startswith("Private: nothing is hidden") for line in private.lines)
    assert not any(isinstance(cell, Hidden) for table in private.tables
                   for row in table.rows for cell in row)  # fmt: skip


def test_an_audit_counts_outcomes_by_a_column_that_no_rule_read(
    run: Run, rows: list[MadeRow]
) -> None:
    audit = audit_outcomes(run, LIBRARY, ("citizenship",), Wanted(limit=None))
    groups = grouped(governed(rows, 1), lambda row: row.protected)
    bit, rule = next(
        (bit, each.id)
        for bit, each in enumerate(LIBRARY.packs[GUIDELINES].rules.values())
        if each.kind == "category"
    )

    table = named(audit.tables, "audit-categories-1-by-citizenship")

    assert {
        (rule, group, *truths(rule_answer(row.policies[1], (bit,)) for row in own))
        for group, own in groups.items()
    } <= set(cells(table, "rule", "group", *TRUTHS))
    assert "What this cannot show: why." in "\n".join(table.notes)


def test_no_other_report_knows_a_protected_column(public: Report, run: Run) -> None:
    assert "citizenship" not in run.groups
    assert not any("citizenship" in table.id for table in public.tables)
