"""Every mistake is told with its place, the words it lies in, and what to do next."""

from pathlib import Path

import pytest

from tests.bad.codes import codes
from tests.bad.codes import problem_sources
from tests.bad.codes import unreadable_codes
from tests.bad.mistakes import GOOD
from tests.bad.mistakes import HERE
from tests.bad.mistakes import code_of
from tests.bad.mistakes import expected
from tests.bad.mistakes import folders
from tests.bad.mistakes import pack_problems
from tests.bad.mistakes import told


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_a_mistake_is_told_with_its_place_and_its_remedy(folder: Path, tmp_path: Path) -> None:
    assert expected(folder) == told(folder, tmp_path)


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_a_folder_holds_the_mistake_that_it_is_named_after(folder: Path) -> None:
    assert code_of(folder) in {problem["code"] for problem in expected(folder)}


def test_every_code_of_a_problem_has_a_folder() -> None:
    known = {code_of(folder) for folder in folders()}

    assert sorted(codes(problem_sources())) == sorted(known)


def test_every_code_of_a_problem_is_written_out() -> None:
    assert [] == unreadable_codes(problem_sources())


def test_the_good_pack_has_no_problem(tmp_path: Path) -> None:
    assert [] == list(pack_problems((GOOD,), tmp_path))


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_a_message_is_one_sentence_and_a_remedy_follows(folder: Path) -> None:
    for problem in expected(folder):
        message, remedy = str(problem["message"]), str(problem.get("help", ""))

        assert message[0] in "`'" or message[0].islower() or message[0].isdigit(), message
        assert not message.endswith("."), message
        assert "" != remedy, message
        assert not remedy.endswith("."), remedy


def test_all_mistakes_of_a_case_file_are_told_together() -> None:
    found = expected(HERE / "unknown_fact--among-others")

    assert 8 == len({problem["code"] for problem in found})


def test_all_mistakes_of_a_pack_are_told_together() -> None:
    found = expected(HERE / "status_gap--among-others")

    assert {"instrument.yaml", "text.md", "cases.yaml", "facts/own.yaml"} == {
        problem["file"] for problem in found
    }
    assert 8 == len({problem["code"] for problem in found})
