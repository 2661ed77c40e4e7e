"""A picture is written where it was asked for, whole or not at all, and over no other file."""

import stat
import sys
from pathlib import Path

import pytest

from tests.cli.console import Said
from tests.cli.console import run

PERIOD = ("governing", "--from", "2022-03-01", "--to", "2022-07-01", "--component", "ICE-ERO")


def drawn(path: Path | str, *words: str) -> Said:
    return run(*PERIOD, "--svg", str(path), *words)


def test_a_picture_stands_beside_the_table_that_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "timeline.svg"

    said = drawn(path)

    assert (0, "") == (said.code, said.err)
    assert path.read_text("utf-8").startswith("<svg ")
    assert f"The picture of this table is in {path}." in said.out.replace("\n", " ")
    assert run(*PERIOD).out.splitlines()[:20] == said.out.splitlines()[:20]
    assert [path] == list(tmp_path.iterdir())


def test_the_answer_as_data_is_the_same_with_a_picture(tmp_path: Path) -> None:
    said = drawn(tmp_path / "a.svg", "--json")

    assert run(*PERIOD, "--json").out == said.out
    assert (tmp_path / "a.svg").is_file()


def test_a_picture_is_as_readable_as_any_file_that_is_made(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("", "utf-8")

    drawn(tmp_path / "a.svg")

    assert stat.S_IMODE(other.stat().st_mode) == stat.S_IMODE((tmp_path / "a.svg").stat().st_mode)


def test_a_file_that_exists_is_kept_unless_it_is_meant_to_go(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text("mine", "utf-8")

    refused = drawn(path)

    assert (2, "") == (refused.code, refused.out)
    assert "it exists: name another file, or add `--force`" in refused.err
    assert "mine" == path.read_text("utf-8")
    assert 0 == drawn(path, "--force").code
    assert path.read_text("utf-8").startswith("<svg ")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("-", "that names no file: name one, such as timeline.svg"),
        ("", "that names no file"),
        (".", "it is a folder or a device: name a file"),
        ("none/a.svg", "no such file or directory: name a file in a folder that you can write"),
        ("file/a.svg", "not a directory: name a file in a folder"),
        ("x" * 300, "file name too long"),
    ],
)
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_what_is_no_place_for_a_picture_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, why: str, force: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("", "utf-8")

    said = drawn(name, *force)

    assert (2, "") == (said.code, said.out)
    assert said.err.startswith(f"discretion: the picture cannot be written to `{name}`: {why}")
    assert ["file"] == [path.name for path in tmp_path.iterdir()]


def test_a_device_is_not_replaced() -> None:
    said = drawn("/dev/null", "--force")

    assert 2 == said.code
    assert "it is a folder or a device" in said.err


def test_a_disk_that_refuses_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError

    monkeypatch.setattr("os.fsync", full)
    path = tmp_path / "a.svg"
    path.write_text("mine", "utf-8")

    said = drawn(path, "--force")

    assert 2 == said.code
    assert "the disk refuses it" in said.err
    assert "mine" == path.read_text("utf-8")
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize("library", ["altair", "vl_convert"])
def test_a_library_that_is_not_installed_is_told_with_the_extra_that_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    said = drawn(tmp_path / "a.svg")

    assert (2, "") == (said.code, said.out)
    assert f"a picture needs `{library}`, which is not installed: run `pip install" in said.err
    assert "discretion[documents]" in said.err
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("governing", "--on", "2022-01-01", "--svg", "a.svg"),
            "`--svg` draws a period, and `--on` names one day: give `--from` and `--to`",
        ),
        ((*PERIOD, "--force"), "`--force` replaces a picture: name the picture with `--svg`"),
        ((*PERIOD, "--svg"), "argument --svg: expected one argument"),
    ],
)
def test_words_that_do_not_fit_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)

    said = run(*words)

    assert (2, "") == (said.code, said.out)
    assert told in said.err
    assert [] == list(tmp_path.iterdir())
