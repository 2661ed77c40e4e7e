"""An answer is written whole, or refused in words; nothing of that is a fault of the program."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from discretion.cli import main
from discretion.cli.screen.stream import write_text
from tests.cli.console import EXAMPLE
from tests.cli.console import TODAY

FULL = "/dev/full"
REFUSED = "discretion: the answer cannot be written: "
COMMANDS = [
    ("assess", EXAMPLE),
    ("assess", EXAMPLE, "--json"),
    ("assess", "none.yaml", "--json"),
    ("assess", "--help"),
    ("ask", "none.yaml"),
]
has_full = pytest.mark.skipif(not Path(FULL).exists(), reason="only Linux has a full device")


def shell(tail: str, *words: str, encoding: str = "utf-8") -> "subprocess.CompletedProcess[bytes]":
    """Run a command in a shell, its words followed by a redirection."""
    return subprocess.run(  # noqa: S603 - our own interpreter
        ["/bin/sh", "-c", f'"$@" {tail}', "sh", sys.executable, "-m", "discretion", *words],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )


@has_full
@pytest.mark.parametrize("words", COMMANDS)
def test_a_full_disk_is_told_and_ends_with_3(words: tuple[str, ...], tmp_path: Path) -> None:
    done = shell(f">{FULL}", *(str(tmp_path / word) if "none" in word else word for word in words))

    assert 3 == done.returncode
    assert f"{REFUSED}no space left on device" in done.stderr.decode()
    assert b"report" not in done.stderr
    assert b"Exception" not in done.stderr


@pytest.mark.parametrize("words", COMMANDS[:4])
def test_a_closed_output_is_told_and_ends_with_3(words: tuple[str, ...]) -> None:
    done = shell(">&-", *words)

    assert 3 == done.returncode
    assert f"{REFUSED}the output is closed" in done.stderr.decode()


@pytest.mark.parametrize("tail", ["2>&-", pytest.param(f"2>{FULL}", marks=has_full)])
def test_where_messages_are_not_taken_the_code_alone_tells(tail: str) -> None:
    assert 2 == shell(tail, "policy", "show", "none").returncode
    assert 2 == shell(tail, "assess").returncode
    assert 0 == shell(tail, "assess", EXAMPLE).returncode


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_encoding_with_fewer_characters_gets_all_of_the_answer(encoding: str) -> None:
    done = shell("", "assess", EXAMPLE, encoding=encoding)

    assert 0 == done.returncode
    assert b"" == done.stderr
    assert "The record says" in done.stdout.decode(encoding)


def test_a_closed_stream_of_this_process_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "out").open("w", encoding="utf-8") as stream:
        pass
    monkeypatch.setattr("sys.stdout", stream)

    assert 3 == main(["policy", "list"], TODAY)
    assert REFUSED in capsys.readouterr().err


@has_full
def test_a_refusal_is_told_in_this_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path(FULL).open("w", encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdout", stream)

        assert 3 == main(["policy", "list"], TODAY)
    assert "no space left on device" in capsys.readouterr().err


def test_a_reader_of_this_process_may_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdout", stream)

        assert 0 == main(["policy", "list"], TODAY)


def test_nothing_is_written_where_there_is_nothing_to_say() -> None:
    write_text(None, "")
