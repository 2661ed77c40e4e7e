"""The answers of the commands about tables as JSON: their keys, in their order."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.caseload.made import GUIDELINES
from tests.cli.caseload.made import INTERIM
from tests.cli.caseload.made import ROWS
from tests.cli.caseload.made import SET
from tests.cli.caseload.made import caseload
from tests.cli.caseload.made import done
from tests.cli.caseload.made import imported
from tests.cli.caseload.made import write_table

ANSWER = ["not_a_decision", "version", "problems"]
RUN = [
    *ANSWER,
    *("rows", "decision_column", "policies", "flags", "assumptions", "data"),
    *("known_at", "law_known_on", "left_out"),
    *("governed_by_none", "closed", "not_known_yet", "without_a_day_of_record"),
    "never_with_a_day_of_record",
]
BLOCK = [
    *(
        "rows",
        "counts",
        "any_category",
        "established",
        "parts_without_effect",
        "undetermined",
        "possible",
    ),
    *("decides_alone", "decides_alone_by_rule"),
]
EARLY = 30
"""How many rows are of a day before every policy that is described."""
IMPORT = [*ANSWER, "mapping", "grain", "sheets", "rows", "quarantined", "rows_kept"]
SHEET = [
    *("file", "sheet", "header_line", "rows", "rows_kept", "left_out", "flags"),
    *("unmapped_columns", "unmapped_values", "unreadable_cells", "redacted_share"),
]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return imported(tmp_path_factory.mktemp("table"))


@pytest.fixture(scope="module")
def own_day(table: Path) -> dict[str, Any]:
    return done("run", table, "--out", table.parent / "own", "--json").answer


def test_a_run_has_the_fixed_keys_in_order(own_day: dict[str, Any]) -> None:
    assert RUN == list(own_day)
    assert ROWS == own_day["rows"]
    assert "apprehension_date" == own_day["decision_column"]
    assert ([], "recorded", "2026-11-24") == (
        own_day["assumptions"],
        own_day["known_at"],
        own_day["law_known_on"],
    )
    assert {"stopped_for_a_claim_to_citizenship": 0} == own_day["flags"]


def test_a_run_says_of_which_files_it_is(own_day: dict[str, Any]) -> None:
    (file,) = own_day["data"]["files"]

    assert ["files", "sha256"] == list(own_day["data"])
    assert ["file", "bytes", "sha256"] == list(file)
    assert "made.csv" == file["file"]
    assert {64} == {len(file["sha256"]), len(own_day["data"]["sha256"])}


def test_each_policy_of_its_own_day_is_counted_with_what_may_have_governed(
    own_day: dict[str, Any],
) -> None:
    shares = {GUIDELINES: ["shares"], INTERIM: []}
    for policy in own_day["policies"]:
        block = [*BLOCK[:1], *shares[policy["instrument"]], *BLOCK[1:]]

        assert policy["own_day"] is True
        assert ["instrument", "interpretation", "own_day", *block, "may_have_governed"] == list(
            policy
        )
        assert block == list(policy["may_have_governed"])


def test_rows_that_no_policy_governed_are_counted_and_told(tmp_path: Path) -> None:
    """Rows of a day on which nothing described here governed are told, and asked nothing."""

    def before(cells: dict[str, str], number: int) -> None:
        if number <= EARLY:
            cells["apprehension_date"] = cells["doc_completion_date"] = "2010-05-01"

    early = imported(tmp_path, change=before)
    answer = done("run", early, "--out", tmp_path / "run", "--json").answer

    assert EARLY == answer["governed_by_none"]
    counted = [each["rows"] + each["may_have_governed"]["rows"] for each in answer["policies"]]
    assert max(counted) < ROWS - EARLY <= sum(counted)
    said = done("run", early, "--out", tmp_path / "told").out
    assert f"Governed by no policy that is described here: {EARLY} of the rows" in " ".join(
        said.split()
    )
    named = done("run", early, "--out", tmp_path / "named", "--policy", INTERIM, "--json").answer
    assert named["governed_by_none"] is None
    assert ROWS == named["policies"][0]["rows"]


def test_a_policy_that_is_named_is_asked_of_every_row(table: Path, tmp_path: Path) -> None:
    words = ("--policy", GUIDELINES, "--policy", GUIDELINES, "--assume", SET, "--assume", SET)
    answer = done("run", table, "--out", tmp_path / "run", *words, "--json").answer

    (policy,) = answer["policies"]
    assert policy["own_day"] is False
    assert "may_have_governed" not in policy
    assert ROWS == policy["rows"] == sum(policy["shares"].values())
    assert [SET] == answer["assumptions"]
    for counts in policy["counts"].values():
        assert ["true", "false", "unknown"] == list(counts)
        assert sum(counts.values()) == ROWS


@pytest.mark.parametrize(
    ("words", "count"), [((), 1), (("all",), 2), (("day_of_apprehension",), 1)]
)
def test_an_interpretation_is_the_default_every_one_or_one(
    table: Path, tmp_path: Path, words: tuple[str, ...], count: int
) -> None:
    asked = [word for name in words for word in ("--interpretation", name)]
    out = tmp_path / "run"
    answer = done("run", table, "--out", out, "--policy", INTERIM, *asked, "--json").answer

    found = [each["interpretation"] for each in answer["policies"]]
    assert ["last_entry_on_record", "day_of_apprehension"][:count] == found or list(words) == found


def test_an_import_has_the_fixed_keys_in_order(tmp_path: Path) -> None:
    path = write_table(tmp_path / "made.csv", 20)

    answer = done("import", path, "--out", tmp_path / "out", "--json").answer

    assert IMPORT == list(answer)[: len(IMPORT)]
    assert [SHEET] == [list(each) for each in answer["sheets"]]
    assert (20, 20, 2) == (
        answer["rows"],
        answer["rows_kept"],
        answer["sheets"][0]["header_line"],
    )
    assert {"id": "seattle-i213", "version": "2", "status": "tested on real rows"} == (
        answer["mapping"]
    )


def test_rows_without_a_day_are_left_out_and_counted_in_both(tmp_path: Path) -> None:
    def no_day(cells: dict[str, str], number: int) -> None:
        if number % 4 == 0:
            cells["apprehension_date"] = ""

    path = write_table(tmp_path / "made.csv", 20, change=no_day)
    read = done("import", path, "--out", tmp_path / "in", "--json").answer
    ran = done("run", tmp_path / "in", "--out", tmp_path / "run", "--json").answer

    assert {"the decision has no day": 5} == read["sheets"][0]["left_out"] == ran["left_out"]
    assert ["rows_left_out"] == [each["code"] for each in read["problems"]]
    assert 15 == ran["rows"]


def test_a_refusal_is_an_answer_with_its_problems(tmp_path: Path) -> None:
    for words in (("import", "none.csv"), ("run", "none.csv"), ("report", tmp_path / "none")):
        said = caseload(*words, "--out", tmp_path / "out", "--json")

        assert 3 == said.code
        assert ANSWER == list(said.answer)
        assert "" == said.err
        assert said.answer["problems"]
