"""A rule is counted where it is asked: of decisions it speaks to, while its part had effect."""

import csv
from pathlib import Path

import pytest

from tests.cli.caseload.made import caseload
from tests.cli.caseload.made import counts_of
from tests.cli.caseload.made import done

MAPPING = """\
id: own
version: 1
status: made up
source: {publisher: nobody, headers: [Day, Type, Known, Office]}
grain: one made-up decision
decision:
  date: Day
  type: {from: Type, codes: {A: arrest, R: execute_removal_order}}
  component: ICE-ERO
columns: {Day: {type: date}}
facts: {removable: {from: Known, codes: {y: yes, n: no}}}
groups: {office: Office}
"""
PAUSE = "dhs-2021-01-20-pekoske"
DAYS = {"2021-01-22": 30, "2021-02-10": 25, "2021-02-20": 15}
"""Days on which the pause of removals had effect, and on which it was enjoined, with their rows."""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    lines = ["Day,Type,Known,Office"]
    for place, (day, rows) in enumerate(DAYS.items()):
        for kind in "AR":
            lines += [f"{day},{kind},{('y', 'n', '')[n % 3]},OFFICE {place}" for n in range(rows)]
    (folder / "table.csv").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "own.yaml").write_text(MAPPING, "utf-8")
    table = ("run", folder / "table.csv", "--mapping", folder / "own.yaml")
    done(*table, "--out", folder / "run")
    done(*table, "--out", folder / "named", "--policy", PAUSE)
    return folder / "run"


def lines_of(report: Path, name: str) -> list[dict[str, str]]:
    with (report / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ["run", "named"])
def test_a_report_counts_each_rule_where_the_run_does(run: Path, tmp_path: Path, name: str) -> None:
    done("report", run.parent / name, "--out", tmp_path / "out", "--no-suppression")

    compared = 0
    for number, policy in enumerate(counts_of(run.parent / name)["policies"]):
        for line in lines_of(tmp_path / "out", f"rules-{number}"):
            expected = policy["counts"][line["rule"]]
            found = {value: int(line[value]) for value in expected}
            compared += sum(expected.values()) < policy["rows"]

            assert expected == found, line["rule"]
            assert sum(found.values()) == int(line["rows"])
    assert compared


def test_the_rows_of_a_group_are_those_of_which_a_rule_is_asked(run: Path, tmp_path: Path) -> None:
    done("report", run, "--out", tmp_path / "out", "--no-suppression", "--by", "office")

    number = [each["instrument"] for each in counts_of(run)["policies"]].index(PAUSE)
    lines = lines_of(tmp_path / "out", f"rules-{number}")
    whole = {each["rule"]: int(each["rows"]) for each in lines}
    by_group: dict[str, int] = {}
    for each in lines_of(tmp_path / "out", f"categories-{number}-by-office"):
        by_group[each["rule"]] = by_group.get(each["rule"], 0) + int(each["rows"])

    assert by_group
    assert by_group == {rule: whole[rule] for rule in by_group}


def test_few_rows_of_which_a_rule_is_not_asked_are_hidden_with_the_others(
    tmp_path: Path, run: Path
) -> None:
    lines = ["Day,Type,Known,Office", *["2021-02-10,A,y,X"] * 40, *["2021-01-22,R,y,X"] * 3]
    (tmp_path / "table.csv").write_text("\n".join(lines) + "\n", "utf-8")
    mapping = ("--mapping", run.parent / "own.yaml")
    done("run", tmp_path / "table.csv", *mapping, "--out", tmp_path / "run")
    done("report", tmp_path / "run", "--out", tmp_path / "out")

    number = [each["instrument"] for each in counts_of(tmp_path / "run")["policies"]].index(PAUSE)
    found = {each["rule"]: each["rows"] for each in lines_of(tmp_path / "out", f"rules-{number}")}

    assert "hidden" in found.values()
    assert {"43", "hidden"} >= set(found.values())
    assert 0 == caseload("reproduce", tmp_path / "out").code
