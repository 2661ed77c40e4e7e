"""The bundled policies pass their checks, and the checks let pass what is well formed."""

import shutil
from pathlib import Path
from types import MappingProxyType

import pytest

from discretion.assess.packs.check import check_library
from discretion.assess.packs.check import check_pack
from discretion.rules.checks.conditions import Placed
from discretion.rules.checks.guards import GuardCheck
from discretion.rules.checks.kinds import KindCheck
from discretion.rules.checks.terms import Names
from discretion.rules.grammar import NotAConditionError
from discretion.rules.grammar import read_condition
from discretion.rules.library import Library
from discretion.rules.library import read_library
from discretion.rules.packs.places import Site
from discretion.source import Report
from tests.bad.mistakes import GOOD
from tests.bad.mistakes import policies

GUARDS = MappingProxyType(
    {
        "age": read_condition("gang"),
        "depth": read_condition("gang and reliable"),
        "offences.ground": read_condition("it.disposition == vacated"),
    }
)


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


def test_the_bundled_policies_have_no_errors(library: Library) -> None:
    found = check_library(library)

    assert [] == [problem for problem in found if problem.severity == "error"]


def test_the_bundled_policies_are_told_of_nothing_but_packs_that_are_not_there_yet(
    library: Library,
) -> None:
    assert {"unknown_instrument"} >= {problem.code for problem in check_library(library)}


def test_a_pack_is_checked_alone_as_it_is_among_others(library: Library) -> None:
    found = check_library(library)

    for pack in library.packs.values():
        own = tuple(each for each in found if each.file.startswith(f"{pack.shown}/"))
        assert own == check_pack(library, pack)


def unguarded(text: str) -> list[str]:
    """Return what the guard check says of a condition."""
    report = Report("text.md")
    GuardCheck(GUARDS).check(Placed(condition=read_condition(text), site=Site(report, (), None)))
    return [problem.message for problem in report.problems]


@pytest.mark.parametrize(
    "text",
    [
        "gang and age >= 16",
        "age >= 16 and detained and gang",
        "gang and (detained or age >= 16)",
        "gang and not (detained and age >= 16)",
        "not gang or age >= 16",
        "detained or not gang or age >= 16",
        "gang and reliable and depth > 1",
        "not (gang and reliable) or depth > 1",
        "not gang or not reliable or depth > 1",
        "gang and exists(offences, age >= 16 and it.level == felony)",
        "exists(offences, it.disposition == vacated and it.ground == other)",
        "all(offences, not it.disposition == vacated or it.ground == other)",
        "count(offences, it.ground == other and it.disposition == vacated) > 1",
    ],
)
def test_a_use_under_its_guard_is_let_pass(text: str) -> None:
    assert [] == unguarded(text)


@pytest.mark.parametrize(
    "text",
    [
        "age >= 16",
        "gang or age >= 16",
        "not gang and age >= 16",
        "(gang or detained) and age >= 16",
        "gang and depth > 1",
        "exists(offences, it.ground == other)",
        "exists(offences, it.disposition == vacated) and exists(offences, it.ground == other)",
        "exists(offences, it.disposition == vacated and exists(offences, it.ground == other))",
    ],
)
def test_a_use_without_its_guard_is_told(text: str) -> None:
    assert [] != unguarded(text)


@pytest.mark.parametrize(
    "text",
    [
        "detained",
        "bs_entry_manner == unlawful",
        "not bs_entry_manner != unlawful",
        "bs_entry_manner not in (unlawful, paroled)",
        'bs_last_entry_date > "2020-11-01"',
        '"2020-11-01" < bs_last_entry_date',
        'between(bs_last_entry_date, "2020-11-01", decision_date)',
        "bs_last_entry_date + months(3) - days(1) < decision_date",
        "completed_years(birth_date, decision_date) >= 16",
        "calendar_days(first_entry_on, bs_last_entry_date) == 0",
        "proc_preapproval_at <= proc_exigent_action_at + hours(24)",
        'proc_preapproval_at <= "2021-03-01T14:30:00-05:00"',
        'exists(offences, starts_with(it.statute, "8 USC") and it.charge != "none")',
        "exists(offences, it.offence_on < it.convicted_on and it.victims > 1)",
        "all(offences, it.aggravated_felony or not it.certified)",
        "count(entries) >= 2 and exists(presence)",
        'rule("r") or judgment(j) and not settled(j)',
    ],
)
def test_a_condition_of_like_with_like_is_let_pass(text: str, library: Library) -> None:
    report = Report("text.md")
    names = Names(
        dictionary=library.dictionary,
        date_facts=frozenset(("decision_date",)),
        rules={"r": True},
        judgments=frozenset("j"),
    )
    KindCheck(names).check(Placed(condition=read_condition(text), site=Site(report, (), None)))

    assert [] == report.problems


def test_a_condition_too_deep_to_walk_is_refused() -> None:
    with pytest.raises(NotAConditionError, match="nested too deeply"):
        read_condition("not " * 400 + "detained")


def test_a_pack_may_bring_facts_of_its_own(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    (pack / "facts").mkdir(parents=True)
    (pack / "facts" / "own.yaml").write_text(
        "module: own\nfacts:\n  small_matter: {type: yes_no, question: Is it?}\n", "utf-8"
    )

    library = read_library(extra_packs=(pack,))

    assert "own" == library.dictionary.facts["small_matter"].module


def test_the_facts_of_a_pack_are_checked_with_it(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path / "pack")
    (tmp_path / "pack" / "facts").mkdir()
    (tmp_path / "pack" / "facts" / "own.yaml").write_text(
        "module: own\nfacts:\n  religion: {type: text, question: Q?, phrase: it, source: none}\n",
        "utf-8",
    )
    library = read_library(policies(tmp_path), (tmp_path / "pack",))
    (pack,) = library.packs.values()

    assert ["protected_trait"] == [problem.code for problem in check_pack(library, pack)]


OWED_ALWAYS = """
```rule
id: s.always
kind: duty
topic: none
owner: the officer
cite: II
basis: reported
says: The officer keeps a record.
```
"""
PRINCIPLE = """
```rule
id: s.principle
kind: scope
topic: none
cite: II
basis: reported
says: The text states a principle.
```
"""


@pytest.mark.parametrize(
    ("block", "expected"),
    [(OWED_ALWAYS, ["no case shows the duty `s.always` owed"]), (PRINCIPLE, [])],
)
def test_no_case_is_asked_for_what_no_matter_could_show(
    block: str, expected: list[str], tmp_path: Path
) -> None:
    shutil.copytree(GOOD, tmp_path / "pack")
    with (tmp_path / "pack" / "text.md").open("a", encoding="utf-8") as file:
        file.write(block)
    library = read_library(policies(tmp_path), (tmp_path / "pack",))
    (pack,) = library.packs.values()

    assert expected == [problem.message for problem in check_pack(library, pack)]


def unreachable(condition: str, folder: Path) -> bool:
    """Tell whether an outcome of the good pack, under another condition, is out of reach."""
    shutil.copytree(GOOD, folder / "pack")
    file = folder / "pack" / "instrument.yaml"
    text = file.read_text("utf-8")
    row = next(line for line in text.splitlines() if "token: clear" in line)
    other = f"  - token: clear\n    when: >-\n      {condition}\n    level: clear\n    says: None."
    file.write_text(text.replace(row, other), "utf-8")
    library = read_library(policies(folder), (folder / "pack",))
    codes = {problem.code for problem in check_library(library)}

    assert codes <= {"unreachable_outcome"}
    return "unreachable_outcome" in codes


@pytest.mark.parametrize(
    "condition",
    [
        "detained",
        'decision_date == "2024-02-29"',
        'decision_date + months(3) == "2024-02-29"',
        'decision_date + years(1) - days(2) >= "2024-02-29" and decision_date < "2023-03-04"',
        "completed_years(birth_date, decision_date) > 17 and birth_date > first_entry_on - days(3)",
        'not settled(danger) and not rule("s.entry")',
        'not judgment(danger) and settled(danger) and not rule("s.entry")',
        "proc_full_record_obtained == partly",
        "count(offences, it.disposition == convicted) > 2 and not exists(offences, it.victims > 1)",
        'bs_last_entry_date == "2020-11-01"',
    ],
)
def test_an_outcome_that_some_matter_comes_to_is_reachable(condition: str, tmp_path: Path) -> None:
    assert not unreachable(condition, tmp_path)


@pytest.mark.parametrize(
    "condition",
    [
        "detained and not detained",
        'rule("s.danger") and settled(danger)',
        "judgment(danger) and not settled(danger)",
        'judgment(danger) and not rule("s.danger")',
        'bs_entry_manner == unlawful and bs_last_entry_date >= "2020-11-02"',
        'bs_last_entry_date < "2000-01-01" and first_entry_on > "2000-01-01"',
        'decision_date > "2024-01-01" and decision_date < "2024-01-02"',
        'decision_date + months(1) < "2024-01-01" and decision_date > "2024-01-01"',
        "all(offences, it.victims > 1) and exists(offences, it.victims == 0)",
        "crim_aggravated_felony and all(offences, it.disposition != convicted)",
    ],
)
def test_an_outcome_that_no_matter_comes_to_is_told(condition: str, tmp_path: Path) -> None:
    assert unreachable(condition, tmp_path)
