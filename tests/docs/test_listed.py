"""Whatever the program has, a document lists: commands, facts, problems, packs and words."""

import re

import pytest

from discretion import read_library
from discretion.rules.condition import Condition
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.rules.condition import walk
from discretion.rules.grammar import read_condition
from discretion.rules.show import show_condition
from scripts.documents.commands import every_command
from scripts.documents.commands import words_of
from scripts.documents.conditions import EXAMPLES
from scripts.documents.conditions import example_conditions
from scripts.documents.consoles import ROOT
from scripts.documents.problems import problems_of
from tests.bad.codes import codes
from tests.repository.tree import python_sources

WORDS = (
    "instrument", "part", "provision", "rule", "category", "factor", "bar", "scope", "duty",
    "screen", "definition", "topic", "issued", "enjoined", "stayed", "vacated", "reversed",
    "rescinded", "superseded", "expired", "component", "governing", "matter", "fact", "claim",
    "judgment", "interpretation", "finding", "outcome", "assessment", "rationale", "caseload",
    "record", "event", "log", "packet", "exhibit", "aggravating", "mitigating",
)  # fmt: skip
PHRASES = (
    "status event",
    "in force",
    "contrary practice",
    "matter type",
    "record fact",
    "assumption set",
    "guiding decision",
    "observed decision",
)
"""The words of the field that this project fixed, each of which means one thing."""


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_every_command_and_every_option_is_listed() -> None:
    text = page("docs/commands.md")

    for name, parser in every_command():
        assert f"\n## {name}\n" in text
        for action in words_of(parser):
            assert [] == [word for word in action.option_strings if f"`{word}" not in text]


def test_every_option_says_what_it_means() -> None:
    silent = [
        f"{name} {action.dest}"
        for name, parser in every_command()
        for action in words_of(parser)
        if not action.help
    ]

    assert [] == silent


def test_every_exit_code_is_listed() -> None:
    text = page("docs/commands.md")

    assert [] == [code for code in (0, 1, 2, 3, 4, 70) if f"\n| {code} | " not in text]


def test_every_fact_and_every_field_is_listed() -> None:
    text = page("docs/facts.md")
    facts = read_library().dictionary.facts.values()
    names = {name for fact in facts for name in (fact.name, *fact.fields)}

    assert [] == sorted(name for name in names if f"| `{name}` | " not in text)


def test_every_problem_code_is_listed() -> None:
    text = page("docs/problems.md")

    assert [] == sorted(
        code for code in codes(python_sources("src")) if f"| `{code}` | " not in text
    )


def test_every_problem_says_something() -> None:
    assert [] == [each.code for each in problems_of(ROOT) if not each.message]


def test_every_pack_stands_in_the_readme_with_its_status() -> None:
    text = page("README.md")

    assert [] == [name for name in read_library().packs if f"| `{name}` | " not in text]


def test_every_kind_of_condition_and_term_has_an_example() -> None:
    shown = {
        type(each)
        for condition in example_conditions()
        for node in walk(condition)
        for each in (node, *(leaf for term in terms_of(node) for leaf in (term, *leaf_terms(term))))
    }

    assert set(Condition.__args__) - shown == set()


@pytest.mark.parametrize("text", [text for _, text in EXAMPLES])
def test_an_example_of_a_condition_is_written_as_it_is_printed(text: str) -> None:
    assert text == show_condition(read_condition(text))


@pytest.mark.parametrize("word", [*WORDS, *PHRASES])
def test_every_word_of_the_field_is_in_the_glossary(word: str) -> None:
    assert f"\n| {word} | " in page("docs/glossary.md")


def test_every_row_of_the_glossary_has_a_meaning_a_source_and_a_module_that_exists() -> None:
    rows = re.findall(
        r"^\| (?!Word|---)(.+?) \| (.+?) \| (.+?) \| (.+?) \|$",
        page("docs/glossary.md"),
        re.MULTILINE,
    )
    modules = {module.strip("`") for *_, module in rows} - {"-"}

    assert len(rows) > len(WORDS)
    assert [] == sorted(each for each in modules if not (ROOT / "src/discretion" / each).is_file())


def test_every_folder_of_the_package_has_a_question_in_the_architecture() -> None:
    text = page("ARCHITECTURE.md")
    package = ROOT / "src/discretion"
    folders = {path.parent.name for path in package.glob("*/__init__.py")} | {"policies"}

    assert [] == sorted(
        name for name in folders if not re.search(rf"^## {name}: .+\?$", text, re.MULTILINE)
    )


def test_every_module_that_all_layers_share_stands_in_the_architecture() -> None:
    text = page("ARCHITECTURE.md")
    shared = [path.name for path in (ROOT / "src/discretion").glob("*.py")]

    assert [] == sorted(
        name for name in shared if not name.startswith("_") and f"`{name}`" not in text
    )


def test_every_decision_has_its_sections_and_stands_in_the_list() -> None:
    listed = page("docs/adr/README.md")
    parts = ("Date: ", "Status: ", "## Context", "## Options", "## Decision", "## Consequences")

    for path in sorted((ROOT / "docs/adr").glob("0*.md")):
        text = path.read_text("utf-8")
        assert [] == [part for part in parts if f"\n{part}" not in text]
        assert f"({path.name})" in listed
