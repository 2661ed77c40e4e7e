"""A page is written where it was asked for, whole or not at all, and over no other file."""

from pathlib import Path

import pytest

from tests.cli.console import Said
from tests.cli.console import run
from tests.documents.pages.reading import parsed

PAIR = ("compare", "eo-13993", "eo-14148")
"""Two policies that test nothing, so that they are compared at once."""


def written(path: Path | str, *words: str) -> Said:
    return run(*PAIR, "--page", str(path), *words)


def test_a_page_stands_beside_what_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "compared.html"

    said = written(path)

    assert (0, "") == (said.code, said.err)
    assert parsed(path.read_text("utf-8")).findtext("body/header/h1")
    assert f"The same as a page, with both texts: {path}." in said.out.replace("\n  ", " ")
    assert said.out.startswith(run(*PAIR).out)
    assert [path] == list(tmp_path.iterdir())


def test_the_answer_as_data_is_the_same_with_a_page(tmp_path: Path) -> None:
    said = written(tmp_path / "a.html", "--json")

    assert run(*PAIR, "--json").out == said.out
    assert (tmp_path / "a.html").is_file()


def test_a_file_that_exists_is_kept_unless_it_is_meant_to_go(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("mine", "utf-8")

    refused = written(path)

    assert (2, "") == (refused.code, refused.out)
    assert "it exists: name another file, or add `--force`" in refused.err
    assert "mine" == path.read_text("utf-8")
    assert 0 == written(path, "--force").code
    assert path.read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("-", "that names no file: name one, such as compared.html"),
        (".", "it is a folder or a device: name a file"),
        ("none/a.html", "no such file or directory: name a file in a folder that you can write"),
        ("x" * 300, "file name too long"),
    ],
)
def test_what_is_no_place_for_a_page_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, why: str
) -> None:
    monkeypatch.chdir(tmp_path)

    said = written(name)

    assert (2, "") == (said.code, said.out)
    assert said.err.startswith(f"discretion: the page cannot be written to `{name}`: {why}")
    assert [] == list(tmp_path.iterdir())


def test_a_file_that_exists_is_told_before_anything_is_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.html"
    path.write_text("mine", "utf-8")
    monkeypatch.setattr("discretion.cli.compare.command.compare_policies", None)

    assert 2 == written(path).code


def test_a_page_needs_two_policies(tmp_path: Path) -> None:
    days = ("compare", "--on", "2021-11-28", "--on", "2021-11-29")

    said = run(*days, "--page", str(tmp_path / "a.html"))

    assert 2 == said.code
    assert "`--page` needs two policies: name them before it" in said.err


def test_force_without_a_page_is_told() -> None:
    said = run(*PAIR, "--force")

    assert 2 == said.code
    assert "`--force` replaces a page: name the page with `--page`" in said.err
