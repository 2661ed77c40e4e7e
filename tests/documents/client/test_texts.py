"""The texts of the sheet: both languages say the same things, and every word has its text."""

from pathlib import Path
from string import Formatter

import pytest
import yaml

from discretion import UnknownNameError
from discretion.assess.unguided import GUIDING
from discretion.documents.client.catalogue import FOLDER
from discretion.documents.client.catalogue import read_client_texts
from discretion.documents.client.texts import LANGUAGES
from discretion.documents.client.texts import ClientTexts
from discretion.rules.library import BUNDLED
from discretion.rules.rule import TOPICS
from tests.request.made import assessor
from tests.request.made import checklist

FILE = "{language}.yaml"
SAFE_AT_HOME = {"A", "C", "F", "H", "I"}
"""The sections whose papers say nothing that a reader at home may not know."""
MISSING = "key_missing"
Place = tuple[str, frozenset[str]]


def raw(language: str) -> dict[str, object]:
    path = Path(BUNDLED) / FOLDER / FILE.format(language=language)
    loaded: dict[str, object] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


def places_of(node: object, path: str = "") -> set[Place]:
    """Return every place of a file, down to each sentence, with what is filled in there."""
    if isinstance(node, dict):
        return {each for key, value in node.items() for each in places_of(value, f"{path}/{key}")}
    if isinstance(node, list) and path.startswith("/texts"):
        named = {name for text in node for _, name, _, _ in Formatter().parse(text) if name}
        return {(path, frozenset(named))}
    if isinstance(node, list):
        return {(f"{path}/{len(node)}", frozenset[str]())}
    return {(path, frozenset(name for _, name, _, _ in Formatter().parse(str(node)) if name))}


def texts(language: str) -> ClientTexts:
    return read_client_texts(language)


def test_both_languages_have_the_same_keys_and_places() -> None:
    english, spanish = (places_of(raw(language)) for language in LANGUAGES)

    assert set() == english ^ spanish
    assert len(english) > 140


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_texts_has_no_problem_and_says_its_language(language: str) -> None:
    found = texts(language)

    assert () == found.problems
    assert language == found.language
    assert ("practice", "nobody yet") == (found.basis, found.reviewed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_the_sheet_can_meet_has_plain_words(language: str) -> None:
    found, library = texts(language), assessor().library
    vocabulary = library.words.vocabulary
    guiding = {
        name
        for name, instrument in library.instruments.items()
        if instrument.matter == "case"
        and not instrument.is_screen
        and any(rule.kind in GUIDING for rule in library.packs[name].rules.values())
    }

    assert set(vocabulary.decisions) == set(found.decisions)
    assert set(vocabulary.components) == set(found.components)
    assert guiding == set(found.instruments)
    assert set(TOPICS) - {"none"} == set(found.topics)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_papers_that_may_be_named_at_home_have_a_text(language: str) -> None:
    known = {section.id: section.papers for section in checklist().sections}
    found = {section.id: section.papers for section in texts(language).sections}

    assert SAFE_AT_HOME == set(found)
    assert all(set(papers) <= set(known[name]) for name, papers in found.items())


def test_a_language_without_texts_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="`fr` is not a known language"):
        read_client_texts("fr")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (
            "  term_gloss:\n    - The office may choose whether to act, and how.\n",
            "",
            "key_missing",
        ),
        ("  ask: Whom to ask\n", "", MISSING),
        ("act, and how.", "act on {day}.", "unknown_word"),
        ("{decision}, or not", "or not", "unknown_word"),
        ("{decision}, or not", "{decision, or not", "unknown_word"),
        ("{decision}, or not", "{decision!r}, or not", "unknown_word"),
        ('date: "{day} {month} {year}"', 'date: "{day} {month}"', "unknown_word"),
        ("[January, ", "[", "wrong_type"),
        ("  practice:\n", "  practise: [a]\n  practice:\n", "unknown_key"),
        ("    title: Your family\n", "", MISSING),
        ("      lease: lease\n", "      lease: [lease]\n", "not_text"),
    ],
)
def test_a_fault_in_a_file_of_texts_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    written = (Path(BUNDLED) / FOLDER / "en.yaml").read_text("utf-8")
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "en.yaml").write_text(written.replace(old, new, 1), "utf-8")

    found = read_client_texts("en", tmp_path)

    assert [code] == [problem.code for problem in found.problems]


def test_a_missing_file_of_texts_is_told(tmp_path: Path) -> None:
    assert "file_unreadable" in {each.code for each in read_client_texts("es", tmp_path).problems}
