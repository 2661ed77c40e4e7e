"""A drafted mapping is read without errors once a day is chosen, guesses nothing, shows no cell."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from discretion.caseload.files.parquet import ParquetTable
from discretion.caseload.files.sheet import Sheet
from discretion.caseload.folder.mappings import ReadMapping
from discretion.caseload.folder.mappings import bundled_mappings
from discretion.caseload.guiding.candidates import candidates_for
from discretion.caseload.guiding.candidates import trait_in
from discretion.caseload.guiding.drafting import Draft
from discretion.caseload.guiding.drafting import draft_mapping
from discretion.caseload.guiding.questions import questions_on
from discretion.caseload.guiding.seen import Form
from discretion.caseload.guiding.seen import TableSeen
from discretion.caseload.guiding.seen import form_of
from discretion.caseload.guiding.seen import see_table
from discretion.caseload.mapping import Mapping
from discretion.caseload.mapping_reader import read_mapping
from discretion.errors import FilesRefusedError
from discretion.errors import Problem
from discretion.errors import UnknownNameError
from discretion.rules.library import read_library
from discretion.source import Report
from discretion.source import read_yaml
from tests.cli.console import run
from tests.repository.tree import ROOT

LIBRARY = read_library()
WORDS = LIBRARY.words
BUNDLED = bundled_mappings(LIBRARY.folder, WORDS)
KNOWN = [each.mapping for each in BUNDLED]
OWN = ROOT / "examples/caseload-demo/own-table.csv"
SECRETS = ("1/8/2024", "Made-up secret", "(b)(6)", "4711")
"""Cells that no draft may show."""


def seen(*lines: Sequence[str]) -> TableSeen:
    """Return what is seen of a table of some lines."""
    path = Path("made-up.csv")
    preview = tuple(tuple(line) for line in lines)
    sheet = Sheet(path=path, name="", preview=preview, source=ParquetTable(path=path))
    return see_table([sheet], KNOWN)


def draft(*lines: Sequence[str], date: str = "") -> Draft:
    return draft_mapping(seen(*lines), BUNDLED, WORDS, date)


def read(text: str) -> tuple[Mapping | None, list[Problem]]:
    report = Report("draft.yaml")
    node = read_yaml(text, report)
    assert node is not None
    return read_mapping(node, WORDS, report), report.problems


@pytest.mark.parametrize("bundled", BUNDLED, ids=lambda each: each.mapping.id)
def test_a_draft_of_known_headers_is_read_without_a_problem_once_its_day_is_chosen(
    bundled: ReadMapping,
) -> None:
    whole = bundled.mapping
    made = draft([name.partition("#")[0] for name in whole.origin.every], date=whole.decision.date)
    mapping, problems = read(made.text)

    assert [] == problems
    assert mapping is not None
    assert whole.id == made.nearest
    assert {each.fact.name for each in whole.facts} == {each.fact.name for each in mapping.facts}
    assert whole.by_list().keys() == mapping.by_list().keys()
    assert {*whole.quarantine} <= {*mapping.quarantine}
    assert whole.columns.keys() <= mapping.columns.keys()
    assert "draft" == mapping.status


@pytest.mark.parametrize("bundled", BUNDLED, ids=lambda each: each.mapping.id)
def test_what_is_borrowed_is_what_the_mapping_says(bundled: ReadMapping) -> None:
    """Every source, code and condition is read back as the bundled file writes it."""
    whole = bundled.mapping
    made = draft([name.partition("#")[0] for name in whole.origin.every], date=whole.decision.date)
    mapping, _ = read(made.text)

    assert mapping is not None
    assert [(each.fact.name, each.source, each.provenance) for each in whole.facts] == [
        (each.fact.name, each.source, each.provenance) for each in mapping.facts
    ]
    assert [(each.fact.name, each.fields, each.condition) for each in whole.lists] == [
        (each.fact.name, each.fields, each.condition) for each in mapping.lists
    ]


def test_the_day_of_the_decision_is_never_chosen_for_anybody() -> None:
    made = draft(["Apprehension Date", "Apprehension Method", "Made-up Note"])
    mapping, problems = read(made.text)

    assert mapping is None
    assert ["no_decision_date"] == [each.code for each in problems if each.severity == "error"]


def test_nothing_is_mapped_that_no_mapping_maps_under_that_very_name() -> None:
    made = draft(["Aprehension Date", "Birth Daye", "Entered"], ["1/8/2024", "1990", "1/1/2020"])

    assert ((), ()) == (made.mapped, made.grouped)
    assert ("Aprehension Date", "Birth Daye", "Entered") == made.ignored


@pytest.mark.parametrize(
    "name",
    ["Sex", "Race", "Citizenship Country", "Alien Gender", "RELIGION_CODE", "Ethnic Group Desc"],
)
def test_a_column_whose_name_speaks_of_a_protected_trait_is_kept_apart(name: str) -> None:
    made = draft(["Case Day", name, "Note"], ["1/8/2024", "x", "y"], date="Case Day")
    mapping, problems = read(made.text)

    assert (name,) == made.quarantined
    assert mapping is not None
    assert (name,) == mapping.quarantine
    assert [] == problems


def test_a_name_that_holds_no_word_of_a_trait_is_not_kept_apart() -> None:
    assert trait_in("Essex County", WORDS.protected) is None
    assert trait_in("Case Outcome", WORDS.protected) is None


def test_a_draft_shows_no_cell() -> None:
    made = draft(
        ["Some Day", "Note", "Held", "Number"], SECRETS, SECRETS, ("", "", "", ""), date="Some Day"
    )

    assert [] == [cell for cell in SECRETS if cell in made.text]
    assert "days, month first in 2 of 2 filled cells" in made.text
    assert "taken out in 2 of 2 filled cells" in made.text


def test_a_line_of_rows_is_never_taken_for_headers() -> None:
    with pytest.raises(FilesRefusedError) as refused:
        seen(SECRETS, SECRETS)

    assert ["no_headers_seen"] == [each.code for each in refused.value.problems]


def test_headers_under_titles_are_found() -> None:
    table = seen(
        ["Made up: nobody"], ["", ""], ["Some Day", "Note", "", "Note"], ["1/8/2024", "a", "b", "c"]
    )

    assert (3, ["Some Day", "Note#1", "Note#2"], 1) == (
        table.line,
        [column.name for column in table.columns],
        table.unnamed,
    )


def test_a_row_of_words_below_the_headers_is_not_taken_for_them() -> None:
    table = seen(["Some Day", "Note", ""], ["held back", "Made-up", "Made-up secret"])

    assert ["Some Day", "Note"] == [column.name for column in table.columns]


def test_headers_that_are_known_win_over_longer_lines() -> None:
    table = seen(["a", "b", "c", "d"], ["Apprehension Date", "Apprehension Method", "Gender", ""])

    assert 2 == table.line


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2021-09-30", Form.ISO),
        ("2021-09-30T00:00:00Z", Form.ISO),
        ("9/30/2021", Form.MDY),
        ("9/30/2021 1:30 PM", Form.MDY),
        ("9/30/2021 or so", Form.TEXT),
        ("1,234", Form.NUMBER),
        ("-5", Form.NUMBER),
        ("[{}]", Form.JSON),
        ("(b)(6)", Form.WITHHELD),
        ("none", Form.TEXT),
    ],
)
def test_the_form_of_a_cell_is_told_from_its_text(text: str, form: Form) -> None:
    assert form is form_of(text)


def test_a_near_name_is_told_with_what_is_made_of_it() -> None:
    told = " ".join(candidates_for("Aprehension Date", KNOWN, WORDS))

    assert "`Apprehension Date` in ddp-arrests-2025, the day of its decision" in told


def test_the_questions_begin_with_what_no_table_is_read_without() -> None:
    asked = list(questions_on(seen(["Some Day", "Note"], ["1/8/2024", "a"]), ("arrest",)))

    assert ("decision.date", ("Some Day",)) == (asked[0].key, asked[0].choices)
    assert sorted((each.needed for each in asked), reverse=True) == [each.needed for each in asked]


def test_a_day_that_the_table_has_not_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="did you mean `Some Day`"):
        draft(["Some Day", "Note"], date="Some Dye")


@pytest.mark.parametrize("name", ['A "quoted": name', "Ünlü, #3 {x}", "- dash", "yes", "a'b"])
def test_any_header_is_read_back_as_it_stands(name: str) -> None:
    mapping, problems = read(draft(["Some Day", name], ["1/8/2024", "a"], date="Some Day").text)

    assert mapping is not None
    assert ("Some Day", name) == mapping.origin.headers
    assert [] == [each for each in problems if each.severity == "error"]


def test_the_command_writes_a_draft_that_an_import_reads(tmp_path: Path) -> None:
    out = tmp_path / "draft.yaml"
    said = run("caseload", "map", str(OWN), "--date", "Transfer Date", "--out", str(out))
    imported = run(
        *("caseload", "import", str(OWN), "--mapping", str(out), "--out", str(tmp_path / "read"))
    )

    assert (0, 0) == (said.code, imported.code)
    assert "What only you can say" in said.out
    assert "Decisions from" in imported.out


def test_the_command_prints_the_draft_where_no_file_is_named() -> None:
    said = run("caseload", "map", str(OWN))

    assert 0 == said.code
    assert said.out.startswith("# A draft")
    assert "status: draft" in said.out


def test_a_draft_is_not_written_over_a_file(tmp_path: Path) -> None:
    out = tmp_path / "draft.yaml"
    out.write_text("mine", "utf-8")

    assert 2 == run("caseload", "map", str(OWN), "--out", str(out)).code
    assert "mine" == out.read_text("utf-8")


def test_the_answer_says_where_each_column_goes() -> None:
    answer = run("caseload", "map", str(OWN), "--json").answer

    assert ["Sex"] == answer["quarantine"]
    assert ["State"] == answer["groups"]
    assert ["State"] == answer["mapped"]
    assert 16 == len(answer["ignore"])
