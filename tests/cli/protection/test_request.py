"""`protection request`: written while a program is open, and holding nothing of any worker."""

import json
from pathlib import Path

import pytest

from discretion.worksite import read_request_form
from tests.cli.console import Said
from tests.cli.console import run
from tests.worksite.test_request import CANARIES
from tests.worksite.test_request import KEYS
from tests.worksite.test_request import REQUEST

OPEN, CLOSED = "2023-03-01", "2025-03-01"
"""A day on which the process took requests in, and one on which it did not."""
BY_COUNSEL = "{gate: program_closed, by: A. Counsel, role: attorney, on: 2025-02-20, reason: why}"


def asked(folder: Path, text: str, *words: str) -> tuple[Said, Path]:
    """Ask for the request of a text, and return what was said and where it is written."""
    file, out = folder / "worksite.yaml", folder / "request.txt"
    file.write_text(text, "utf-8")
    return run("protection", "request", str(file), "--out", str(out), *words), out


def closed(override: str = "") -> str:
    """Return a request of a day on which no program is open, with an override if there is one."""
    text = REQUEST.replace(OPEN, CLOSED)
    return f"{text}overrides: [{override}]\n" if override else text


def test_a_request_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    said, out = asked(tmp_path, REQUEST)

    assert (0, "") == (said.code, said.err)
    assert out.read_text("utf-8").startswith(read_request_form().title)
    assert 0o600 == out.stat().st_mode & 0o777
    assert "It names no worker" in " ".join(said.out.split())


def test_the_answer_as_data_says_what_became_of_it(tmp_path: Path) -> None:
    answer = asked(tmp_path, REQUEST, "--json")[0].answer

    assert answer["not_a_decision"] is True
    assert ("written", OPEN, True, False) == tuple(
        answer[key] for key in ("state", "on", "is_open", "is_overridden")
    )
    assert ["in_force"] * 2 == [line["practice"] for line in answer["governing"]]


def test_nothing_is_written_while_no_program_is_open(tmp_path: Path) -> None:
    said, out = asked(tmp_path, closed())
    answer = asked(tmp_path, closed(), "--json")[0].answer

    assert 1 == said.code
    assert not out.exists()
    assert "Nothing was written." in said.out
    assert "overrides: [{gate: program_closed" in " ".join(said.out.split())
    assert ("program_closed_counsel_only", None) == (answer["state"], answer["written_to"])
    assert {False} == {line["governs"] for line in answer["governing"]}


def test_before_the_process_began_nothing_is_written(tmp_path: Path) -> None:
    said, out = asked(
        tmp_path, REQUEST.replace(OPEN, "2023-01-12").replace("2023-02-28", "2022-12-31")
    )

    assert (1, False) == (said.code, out.exists())


def test_counsel_can_override_and_that_is_told(tmp_path: Path) -> None:
    said, out = asked(tmp_path, closed(BY_COUNSEL))

    assert 0 == said.code
    assert "counsel recorded an override" in " ".join(said.out.split())
    assert "Counsel" not in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("role: attorney", "role: organizer"),
        ("on: 2025-02-20", "on: 2025-03-02"),
        ("gate: program_closed", "gate: no_policy_open"),
    ],
)
def test_no_other_override_counts(tmp_path: Path, old: str, new: str) -> None:
    assert old in BY_COUNSEL
    said, out = asked(tmp_path, closed(BY_COUNSEL.replace(old, new)))

    assert (1, False) == (said.code, out.exists())


def test_nothing_of_a_worker_comes_out_of_the_command(tmp_path: Path) -> None:
    """No name, number, address or status that stands in a file comes out, in a file or on paper."""
    plain = asked(tmp_path, closed(BY_COUNSEL))[1].read_text("utf-8")
    for canary in CANARIES:
        about = json.dumps(f"About {canary}.")
        lines = [f"{key}: {about}" for key in KEYS]
        signed = BY_COUNSEL.replace("A. Counsel", about).replace("why", about)
        text = "\n".join([*lines, *closed(signed).splitlines()[1:]])
        said, out = asked(tmp_path, text, "--force")
        told = asked(tmp_path, text, "--force", "--json")[0]

        assert 0 == said.code
        assert plain == out.read_text("utf-8")
        assert [] == [where for where in (said.out, said.err, told.out) if canary in where]


def test_a_file_that_exists_is_replaced_only_where_that_is_meant(tmp_path: Path) -> None:
    asked(tmp_path, REQUEST)
    said, out = asked(tmp_path, REQUEST.replace("US-IL", "US-WA"))

    assert 2 == said.code
    assert "it exists: name another file, or add `--force`" in said.err
    assert "Illinois" in out.read_text("utf-8")
    assert 0 == asked(tmp_path, REQUEST.replace("US-IL", "US-WA"), "--force")[0].code
    assert "Washington" in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("out", "told"),
    [
        ("", "that names no file"),
        ("-", "that names no file"),
        (".", "it is a folder or a device"),
        ("none/request.txt", "name a file in a folder that you can write"),
    ],
)
def test_a_place_that_takes_no_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "worksite.yaml"
    file.write_text(REQUEST, "utf-8")
    said = run("protection", "request", str(file), "--out", out)

    assert 2 == said.code
    assert told in said.err


def test_a_mistake_in_the_file_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    said, out = asked(tmp_path, REQUEST.replace("US-IL", "Springfield"))

    assert (3, False) == (said.code, out.exists())
    assert "unknown_place" in said.err
