"""A mapping file is checked whole: keys, names, tokens, types, and the places of its columns."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from discretion.caseload.mapping_reader import read_mapping_file
from discretion.caseload.reading.traits import protected_column
from discretion.entries import Entries
from discretion.rules.library import BUNDLED
from discretion.source import Report
from discretion.source import Scalar
from discretion.source import read_yaml
from tests.caseload.tables import GOOD
from tests.caseload.tables import good
from tests.caseload.tables import mapping_of

if TYPE_CHECKING:
    from discretion.rules.library import Library

FAULTS = Path(__file__).parent / "faults.yaml"


def faults() -> list[tuple[str, ...]]:
    """Return each fault: what is right, what is written instead, the problem and its words."""
    report = Report(FAULTS.name)
    entries = Entries(read_yaml(FAULTS.read_text("utf-8"), report), report, "the faults")
    return [
        tuple(value.text for _, value in row.node.entries if isinstance(value, Scalar))
        for row in entries.rows("faults", "a fault")
    ]


@pytest.mark.parametrize(("right", "wrong", "code", "words"), faults())
def test_a_fault_is_reported_with_its_words(
    right: str, wrong: str, code: str, words: str, library: "Library"
) -> None:
    assert 1 == GOOD.count(right), "the fault is made in one place"

    mapping, problems = mapping_of(GOOD.replace(right, wrong), library)
    found = [problem for problem in problems if problem.code == code]

    assert mapping is None
    assert any(words in f"{problem.message} {problem.help}" for problem in found), problems


def test_every_fault_of_a_file_is_reported_at_once(library: "Library") -> None:
    text = GOOD.replace("EWI: unlawful", "EWI: illegal").replace("blank: unknown", "blank: none")

    _, problems = mapping_of(text, library)

    assert ["blank_read_as_value", "wrong_value"] == sorted(problem.code for problem in problems)
    assert all(problem.line and problem.column for problem in problems)


def test_a_column_without_a_place_is_reported_and_forbids_nothing(library: "Library") -> None:
    mapping, problems = mapping_of(GOOD.replace("ignore: [Note]", "ignore: []"), library)

    assert mapping is not None
    assert [("column_unmapped", "warning")] == [
        (problem.code, problem.severity) for problem in problems
    ]
    assert "`Note`" in problems[0].message


def test_only_the_columns_that_something_is_read_from_are_read(library: "Library") -> None:
    mapping = good(library)

    assert {"Gender", "Note"}.isdisjoint(mapping.columns)
    assert 9 == len(mapping.columns)


def test_a_relatives_citizenship_may_feed_what_the_dictionary_allows_beside_the_trait(
    library: "Library",
) -> None:
    text = GOOD.replace(
        "family: {from: Spouse, when: Spouse == citizen, fields: {relation: spouse, "
        "status: {from: Spouse, codes: {citizen: citizen}}}}",
        'family: {from: Charges, when: it.CITIZENSHIP == "UNITED STATES", '
        "fields: {relation: child, status: citizen}}",
    ).replace("ignore: [Note]", "ignore: [Note, Spouse]")

    mapping, problems = mapping_of(text, library)

    assert mapping is not None, problems


@pytest.mark.parametrize(
    ("column", "trait"),
    [
        ("citizenship_country_descr", "citizenship_country"),
        ("Citizenship Country", "citizenship_country"),
        ("GENDER_CODE", "gender"),
        ("Birth Country", "citizenship_country"),
        ("race_desc", "race"),
        ("Gender#1", "gender"),
        ("Gender...33", "gender"),
        ("Gender 2", "gender"),
        ("Subject Sex", "gender"),
        ("ERO Citizenship", "citizenship_country"),
        ("Birth Country ERO", "citizenship_country"),
        ("CountryOfCitizenship", "citizenship_country"),
        ("Race/Ethnicity", "ethnicity"),
        ("Citizenship (Country)", "citizenship_country"),
        ("gender?", "gender"),
        ("Ethnic", "ethnicity"),
        ("LANGUAGE", "national_origin"),
        ("Country Name", None),
        ("spouse_citizenship_group", None),
        ("#of Children and Nationality", None),
        ("sex_offense_flag", None),
        ("code_name", None),
    ],
)
def test_a_protected_column_is_known_by_its_name(
    column: str, trait: str | None, library: "Library"
) -> None:
    assert trait == protected_column(column, library.words.protected)


def test_a_protected_column_is_refused_under_any_other_spelling(library: "Library") -> None:
    text = GOOD.replace("Written, Gender, Note]", "Written, Gender, Note]\n  also: {How: [Sex]}")

    mapping, problems = mapping_of(text, library)

    assert mapping is None
    assert "protected_column" == problems[0].code
    assert "`Sex`" in problems[0].message


def test_what_speaks_of_a_relatives_origin_feeds_no_fact_but_those_beside_a_trait(
    library: "Library",
) -> None:
    renamed = GOOD.replace("Spouse", "spouse_citizenship_group")
    removable = renamed.replace(
        "removable: {when: 'exists(Charges, starts_with(it.SECTION, \"212a\"))'",
        "removable: {when: 'spouse_citizenship_group == citizen'",
    )

    assert removable != renamed
    assert mapping_of(renamed, library)[0] is not None
    mapping, problems = mapping_of(removable, library)

    assert mapping is None
    assert "protected_column" in {problem.code for problem in problems}


def test_a_tab_may_part_the_cells(library: "Library") -> None:
    mapping, _ = mapping_of(GOOD.replace('delimiter: ","', 'delimiter: "\\t"'), library)

    assert mapping is not None
    assert "\t" == mapping.origin.layout.delimiter


def test_a_legal_conclusion_is_the_agencys_when_its_table_states_it(library: "Library") -> None:
    text = GOOD.replace("removable: {when", "crim_aggravated_felony: {when")

    mapping, problems = mapping_of(text, library)

    assert mapping is not None, problems


def test_a_file_that_is_not_there_is_a_problem(tmp_path: "Path", library: "Library") -> None:
    mapping, problems = read_mapping_file(tmp_path / "none.yaml", library.words)

    assert mapping is None
    assert ["file_unreadable"] == [problem.code for problem in problems]


@pytest.mark.parametrize(
    "path", sorted((Path(BUNDLED) / "mappings").glob("*.yaml")), ids=lambda p: p.stem
)
def test_every_bundled_mapping_is_whole(path: "Path", library: "Library") -> None:
    mapping, problems = read_mapping_file(path, library.words)

    assert () == problems
    assert mapping is not None
    assert path.stem == mapping.id
