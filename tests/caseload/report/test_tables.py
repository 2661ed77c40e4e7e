"""Tables hold what counting row by row gives, and nothing of it that is small."""

from collections.abc import Callable

import pytest

from discretion.caseload.report import Report
from discretion.caseload.report import Run
from discretion.caseload.report import Wanted
from discretion.caseload.report import make_report
from tests.caseload.report.made import FACTS
from tests.caseload.report.made import GUIDELINES
from tests.caseload.report.made import INTERIM
from tests.caseload.report.made import LIBRARY
from tests.caseload.report.made import MadeRow
from tests.caseload.report.recount import cells
from tests.caseload.report.recount import governed
from tests.caseload.report.recount import grouped
from tests.caseload.report.recount import named
from tests.caseload.report.recount import rule_answer
from tests.caseload.report.recount import truths

BOTH = (INTERIM, GUIDELINES)
TRUTHS = ("true", "false", "unknown")
CATEGORIES = {
    number: [
        (bit, rule.id)
        for bit, rule in enumerate(LIBRARY.packs[name].rules.values())
        if rule.kind == "category"
    ]
    for number, name in enumerate(BOTH)
}


def quarter(row: MadeRow) -> str:
    return f"{row.day.year} Q{(row.day.month + 2) // 3}"


GROUPS: dict[str, Callable[[MadeRow], str | None]] = {
    "quarter": quarter,
    "place": lambda row: row.place,
    "method": lambda row: row.method,
}


@pytest.mark.parametrize("policy", [0, 1])
def test_every_rule_is_counted_as_row_by_row(
    private: Report, rows: list[MadeRow], policy: int
) -> None:
    """Every rule is counted as counting row by row counts it, unknown apart."""
    counted = governed(rows, policy)
    expected = [
        (rule, len(counted), *truths(rule_answer(row.policies[policy], (bit,)) for row in counted))
        for bit, rule in enumerate(LIBRARY.packs[BOTH[policy]].rules)
    ]

    found = cells(named(private.tables, f"rules-{policy}"), "rule", "rows", *TRUTHS)

    assert len(expected) > 40
    assert expected == found


@pytest.mark.parametrize("policy", [0, 1])
def test_every_outcome_is_counted_as_row_by_row(
    private: Report, rows: list[MadeRow], policy: int
) -> None:
    found = [row.policies[policy] for row in governed(rows, policy)]
    tokens = [row.token for row in LIBRARY.packs[BOTH[policy]].outcomes]
    still = [each for each in found if each.established is None]
    expected = [
        (
            token,
            sum(each.established == token for each in found),
            sum(each.possible >> bit & 1 for each in still),
        )
        for bit, token in enumerate(tokens)
    ]

    table = named(private.tables, f"outcomes-{policy}")

    assert [*expected, ("nothing established", len(still), len(still))] == cells(
        table, "outcome", "established", "may_still_be"
    )


@pytest.mark.parametrize("policy", [0, 1])
def test_missing_facts_are_counted_in_the_words_of_the_dictionary(
    private: Report, rows: list[MadeRow], policy: int
) -> None:
    found = [row.policies[policy].alone for row in governed(rows, policy)]
    held = {name: sum(each >> bit & 1 for each in found) for bit, name in enumerate(FACTS)}

    table = named(private.tables, f"facts-{policy}")

    assert sorted(held.items(), key=lambda pair: -pair[1]) == cells(table, "fact", "held_back")
    assert ("offences", LIBRARY.dictionary.facts["offences"].question) in cells(
        table, "fact", "question"
    )


@pytest.mark.parametrize("by", sorted(GROUPS))
@pytest.mark.parametrize("policy", [0, 1])
def test_every_group_is_counted_as_row_by_row(
    private: Report, rows: list[MadeRow], policy: int, by: str
) -> None:
    groups = grouped(governed(rows, policy), GROUPS[by])
    expected = {
        (rule, group, *truths(rule_answer(row.policies[policy], (bit,)) for row in own))
        for bit, rule in CATEGORIES[policy]
        for group, own in groups.items()
    }
    established = {
        (group, token, sum(row.policies[policy].established == token for row in own))
        for token in (each.token for each in LIBRARY.packs[BOTH[policy]].outcomes)
        for group, own in groups.items()
    }

    categories = named(private.tables, f"categories-{policy}-by-{by}")
    outcomes = named(private.tables, f"outcomes-{policy}-by-{by}")

    assert expected == set(cells(categories, "rule", "group", *TRUTHS))
    assert established < set(cells(outcomes, "group", "outcome", "established"))


def test_a_share_is_counted_where_it_holds_and_says_nothing_of_other_rows(
    private: Report, rows: list[MadeRow]
) -> None:
    said = [row.named for row in governed(rows, 1)]

    (line,) = cells(named(private.tables, "named-1"), "named", "rows", "share")

    assert ("border limb documented", said.count(True)) == line[:2]
    assert round(said.count(True) / len(said), 6) == line[2]


def test_every_row_counts_where_that_is_wanted(run: Run, rows: list[MadeRow]) -> None:
    report = make_report(run, LIBRARY, Wanted(limit=None, every_row=True))

    found = cells(named(report.tables, "rules-0"), "rows", *TRUTHS)[0]

    answers = [rule_answer(row.policies[0], (0,)) for row in rows]
    assert (len(rows), *truths(answers)) == found
    assert "every row, whether or not the policy governed it" in report.under(report.tables[2])[1]
