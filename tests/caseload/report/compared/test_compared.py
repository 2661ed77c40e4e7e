"""Two policies or two runs over the same rows: the same, different, or waiting for facts."""

from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from discretion.caseload.report import LimitTooLowError
from discretion.caseload.report import Run
from discretion.caseload.report import Wanted
from discretion.caseload.report import audit_outcomes
from discretion.caseload.report import compare_runs
from discretion.caseload.report import make_report
from discretion.caseload.report import read_run
from discretion.caseload.report.table import Hidden
from discretion.caseload.report.words import Words
from discretion.errors import FilesRefusedError
from discretion.errors import UnknownNameError
from discretion.frozen import replace
from tests.caseload.report.made import GUIDELINES
from tests.caseload.report.made import INTERIM
from tests.caseload.report.made import LIBRARY
from tests.caseload.report.made import MadeRow
from tests.caseload.report.made import made_rows
from tests.caseload.report.made import write_run
from tests.caseload.report.recount import cells
from tests.caseload.report.recount import named
from tests.caseload.report.recount import rule_answer

BOTH = (INTERIM, GUIDELINES)
PRIVATE = Wanted(limit=None)
ANSWERS = ("yes", "no", "unknown")


def test_topics_of_two_policies_are_counted_as_row_by_row(run: Run, rows: list[MadeRow]) -> None:
    """Topics of two policies are counted as counting row by row does."""
    report = compare_runs(run, run, LIBRARY, PRIVATE)
    words = Words(library=LIBRARY)
    sides = [{(each.kind, each.name): each for each in words.topics(policy)}
             for policy in run.policies]  # fmt: skip
    shared = [key for key in sides[0] if key in sides[1]]
    expected = []
    for key in shared:
        found = Counter(
            (
                rule_answer(row.policies[0], sides[0][key].bits),
                rule_answer(row.policies[1], sides[1][key].bits),
            )
            for row in rows
        )
        name = sides[0][key].told
        expected += [(name, a, b, found[a, b]) for a, b in product(ANSWERS, ANSWERS)]

    table = named(report.tables, "answers-a0-b1")

    assert len(shared) > 8
    assert expected == cells(table, "topic", "under_a", "under_b", "count")
    summary = named(report.tables, "pairs-a0-b1")
    waiting = [
        sum(count for _, a, b, count in expected[at : at + 9] if "unknown" in {a, b}) / len(rows)
        for at in range(0, len(expected), 9)
    ]
    assert f"in {min(waiting) * 100:.1f}% to {max(waiting) * 100:.1f}% of" in report.summary[2]
    for line in cells(summary, "rows", "same", "difference_of_text", "for_want_of_facts",
                      "neither_known"):  # fmt: skip
        assert line[0] == sum(int(str(each)) for each in line[1:])
    assert "Only A speaks of: approval (bar), approval (duty), " in "\n".join(summary.notes)


def test_outcomes_of_two_policies_are_counted_as_row_by_row(run: Run, rows: list[MadeRow]) -> None:
    report = compare_runs(run, run, LIBRARY, PRIVATE)
    none = "nothing established"
    found = Counter(
        (row.policies[0].established or none, row.policies[1].established or none) for row in rows
    )

    table = named(report.tables, "outcomes-a0-b1")

    assert {(*pair, count) for pair, count in found.items()} == set(
        cells(table, "under_a", "under_b", "count")
    )


def test_pairs_stand_in_a_report_only_where_every_row_counts(run: Run) -> None:
    every = make_report(run, LIBRARY, Wanted(every_row=True))
    own = make_report(run, LIBRARY)

    assert named(every.tables, "pairs-a0-b1").rows
    assert not any(table.id.startswith("pairs") for table in own.tables)


def test_two_runs_of_one_policy_are_paired_rule_by_rule(tmp_path: Path) -> None:
    rows, others = made_rows(300, 1, (GUIDELINES,)), made_rows(300, 2, (GUIDELINES,))
    a = read_run(write_run(tmp_path / "a", rows, (GUIDELINES,)))
    b = read_run(write_run(tmp_path / "b", others, (GUIDELINES,), assumptions=["a-set"]))
    report = compare_runs(a, b, LIBRARY, PRIVATE)
    differ = [
        sum(
            {rule_answer(one.policies[0], (bit,)), rule_answer(other.policies[0], (bit,))}
            == {"yes", "no"}
            for one, other in zip(rows, others, strict=True)
        )
        for bit in range(len(LIBRARY.packs[GUIDELINES].rules))
    ]

    table = named(report.tables, "pairs-a0-b0")

    assert list(zip(LIBRARY.packs[GUIDELINES].rules, differ, strict=True)) == cells(
        table, "topic", "difference_of_text"
    )
    assert any(differ)
    assert "A. Assumption sets: none." in report.lines
    assert "B. Assumption sets: a-set." in report.lines
    assert "Mapping: made 1 sha256:made." in report.lines


def test_runs_over_other_rows_are_refused(tmp_path: Path) -> None:
    a = read_run(write_run(tmp_path / "a", made_rows(30, 1, BOTH), BOTH))
    b = read_run(write_run(tmp_path / "b", made_rows(29, 1, BOTH), BOTH))

    with pytest.raises(FilesRefusedError) as refused:
        compare_runs(a, b, LIBRARY)

    assert "other_rows" == refused.value.problems[0].code


def test_a_comparison_hides_what_is_small(run: Run) -> None:
    report = compare_runs(run, run, LIBRARY)
    shown = [
        cell
        for table in report.tables
        for (cell,) in cells(table, table.columns[-1].name)
    ]  # fmt: skip

    assert any(isinstance(cell, Hidden) for cell in shown)
    assert not any(isinstance(cell, int) and 1 <= cell <= 10 for cell in shown)


def test_rules_of_another_pack_are_not_paired(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "a", made_rows(30, 1, BOTH), BOTH)
    run = read_run(folder)
    words = Words(library=LIBRARY)
    other = replace(run.policies[0], digest="sha256:other")
    assert () == words.topics(other)
    assert other.instrument == words.title(other)


@pytest.mark.parametrize(("by", "period"), [(("none",), "year"), (("year",), "month"), ((), "day")])
def test_what_rows_cannot_be_grouped_by_is_told(run: Run, by: tuple[str, ...], period: str) -> None:
    with pytest.raises(UnknownNameError):
        make_report(run, LIBRARY, Wanted(by=by, period=period))


@pytest.mark.parametrize("limit", [-3, 0, 1])
def test_a_limit_that_hides_nothing_is_refused(run: Run, limit: int) -> None:
    with pytest.raises(LimitTooLowError, match="hides nothing"):
        make_report(run, LIBRARY, Wanted(limit=limit))


def test_a_column_that_is_not_in_quarantine_is_told(run: Run) -> None:
    with pytest.raises(UnknownNameError, match="column in quarantine"):
        audit_outcomes(run, LIBRARY, ("gender",))


def test_a_policy_of_few_rows_has_no_table(tmp_path: Path) -> None:
    run = read_run(write_run(tmp_path / "a", made_rows(9, 1, BOTH), BOTH))

    report = make_report(run, LIBRARY)

    assert ["rows", "governed"] == [table.id for table in report.tables]
    assert all(isinstance(cell, Hidden) for row in report.tables[1].rows for cell in row[2:])
    assert report.summary[0].startswith("Rows assessed: a number that is hidden, with facts")


def test_a_folder_without_results_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FilesRefusedError) as refused:
        read_run(tmp_path)

    assert "no_results" == refused.value.problems[0].code
