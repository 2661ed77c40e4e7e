"""Each command ends with the code that says how it went."""

from pathlib import Path

import pytest

from discretion import Library
from discretion import Problem
from discretion import read_library
from discretion import replace
from discretion.cli import policies
from tests.cli.console import EXAMPLE
from tests.cli.console import run
from tests.cli.console import write_case


@pytest.mark.parametrize(
    "words",
    [
        ("assess", EXAMPLE),
        ("governing", "--on", "2021-12-15"),
        ("policy", "list"),
        ("policy", "show", "dhs-2021-09-30-guidelines"),
    ],
)
def test_an_answer_ends_with_0(words: tuple[str, ...]) -> None:
    assert 0 == run(*words).code
    assert 0 == run(*words, "--json").code


def test_a_stop_ends_with_1(tmp_path: Path) -> None:
    path = write_case(tmp_path, "facts: {claims_us_citizenship: yes}\n")

    assert 1 == run("assess", path).code
    assert "Stop." in run("assess", path).out


def test_an_answer_kept_inside_ends_with_1(tmp_path: Path) -> None:
    path = write_case(tmp_path, "facts: {known_to_government: no}\n")

    assert 1 == run("assess", path, "--audience", "outward").code


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("assess",),
        ("assess", EXAMPLE, "--no-such-option"),
        ("assess", EXAMPLE, "--mode", "guess"),
        ("governing",),
        ("governing", "--on", "2021-02-30"),
        ("governing", "--on", "today"),
        ("policy",),
        ("policy", "show", "no-such-policy"),
        ("decide", EXAMPLE),
    ],
)
def test_a_word_nobody_knows_ends_with_2(words: tuple[str, ...]) -> None:
    said = run(*words)

    assert 2 == said.code
    assert "" == said.out
    assert said.err


def test_options_are_never_guessed_from_their_beginning() -> None:
    assert 2 == run("assess", EXAMPLE, "--aud", "outward").code


@pytest.mark.parametrize(
    "text",
    ["", "a: [", "case: nobody\n", "case: nobody\ndecision: {date: 2021-13-01}\n"],
)
def test_a_file_that_cannot_be_assessed_ends_with_3(tmp_path: Path, text: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(text, "utf-8")

    said = run("assess", str(path))

    assert 3 == said.code
    assert said.err.endswith("an answer.\n")
    assert "" == said.out


def test_a_file_that_does_not_exist_ends_with_3_and_says_so(tmp_path: Path) -> None:
    said = run("assess", str(tmp_path / "secret-folder" / "none.yaml"))

    assert 3 == said.code
    assert said.err.startswith("none.yaml: error: the file cannot be read: no such file")
    assert "secret-folder" not in said.err


def test_a_folder_in_place_of_a_file_ends_with_3(tmp_path: Path) -> None:
    assert 3 == run("assess", str(tmp_path)).code


def test_a_pack_with_errors_ends_with_4(tmp_path: Path) -> None:
    (tmp_path / "instrument.yaml").write_text("id: memo\nno_such_key: 1\n", "utf-8")
    (tmp_path / "text.md").write_text("# I\n", "utf-8")

    said = run("policy", "check", str(tmp_path))

    assert 4 == said.code
    assert "no_such_key" in said.err


def test_a_bundled_pack_with_errors_ends_with_4(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_cache: object) -> Library:
        problem = Problem(code="key_missing", message="the pack has no `id`")
        return replace(read_library(), problems=(problem,))

    monkeypatch.setattr(policies, "open_library", broken)

    for words in (("assess", EXAMPLE), ("governing", "--on", "2021-12-15"), ("policy", "list")):
        assert 4 == run(*words).code


def test_a_mistake_of_the_program_ends_with_70_and_tells_nothing_of_the_case(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_cache: object) -> Library:
        message = "CANARY"
        raise KeyError(message)

    monkeypatch.setattr(policies, "open_library", broken)

    said = run("assess", EXAMPLE)

    assert 70 == said.code
    assert "CANARY" not in said.err
    assert "KeyError" not in said.err
    assert "test_exit_codes.py line" in said.err
