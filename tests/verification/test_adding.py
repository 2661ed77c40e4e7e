"""Whatever goes wrong while a review is added, the file is as it was, and no review is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from discretion.source import LARGEST_FILE
from discretion.verification import add_review
from discretion.verification import read_reviews
from tests.verification.found import FOUND
from tests.verification.found import added
from tests.verification.found import by


def problems_of(path: Path) -> list[str]:
    reviews, problems = add_review(path, FOUND)
    assert () == reviews
    assert {path.name} == {problem.file for problem in problems}
    return [problem.code for problem in problems]


def test_a_file_that_may_only_be_read_stays(tmp_path: Path) -> None:
    path = tmp_path / "reviews.yaml"
    added(path, by("A"))
    before = path.read_bytes()
    path.chmod(0o400)

    assert ["file_read_only"] == problems_of(path)
    assert before == path.read_bytes()
    assert ["reviews.yaml"] == [each.name for each in tmp_path.iterdir()]


@pytest.mark.parametrize("text", ["a: [", "", "\x00", "format: 1\nreviews: {}\n"])
def test_a_file_that_cannot_be_read_stays(text: str, tmp_path: Path) -> None:
    path = tmp_path / "reviews.yaml"
    path.write_text(text, "utf-8")

    assert problems_of(path)
    assert text == path.read_text("utf-8")
    assert ["reviews.yaml"] == [each.name for each in tmp_path.iterdir()]


@pytest.mark.parametrize("text", ["format: 1\nreviews: []\n", "reviews: [\n]\nformat: 1\n"])
def test_a_review_is_added_only_where_it_can_be_read_again(text: str, tmp_path: Path) -> None:
    path = tmp_path / "reviews.yaml"
    path.write_text(text, "utf-8")

    assert ["reviews_not_last"] == problems_of(path)
    assert text == path.read_text("utf-8")


def test_a_file_grows_no_larger_than_it_could_be_read(tmp_path: Path) -> None:
    path = tmp_path / "reviews.yaml"
    added(path, by("A"))
    text = path.read_text("utf-8")
    left = LARGEST_FILE - len(text) - 3
    path.write_text(f"# {'x' * left}\n{text}", "utf-8")
    assert LARGEST_FILE == path.stat().st_size
    assert 1 == len(read_reviews(path)[0])

    assert ["file_too_large"] == problems_of(path)
    assert LARGEST_FILE == path.stat().st_size


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert ["file_unwritable"] == problems_of(tmp_path / "none/reviews.yaml")


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "reviews").mkdir()

    assert ["file_unreadable"] == problems_of(tmp_path / "reviews")
    assert ["reviews"] == [each.name for each in tmp_path.iterdir()]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_takes_nothing_leaves_the_file_as_it_was(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "reviews.yaml"
    added(path, by("A"))
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if step == "fsync" else Path, step, full)

    assert ["file_unwritable"] == problems_of(path)
    assert before == path.read_bytes()
    assert ["reviews.yaml"] == [each.name for each in tmp_path.iterdir()]


KILLED = """
import os, signal, sys
from pathlib import Path
from discretion.verification import add_review
from tests.verification.found import FOUND, by
Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
add_review(Path(sys.argv[1]), by("B"))
"""


def test_a_program_killed_before_the_end_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "reviews.yaml"
    added(path, by("A"))
    before = path.read_bytes()

    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", KILLED, str(path)],
        check=False,
        cwd=Path(__file__).parents[2],
    )

    assert -9 == done.returncode
    assert before == path.read_bytes()
    draft = tmp_path / "reviews.yaml.new"
    assert draft.read_bytes().startswith(before)
    assert ["file_in_use"] == problems_of(path)
    assert before == path.read_bytes()
    draft.unlink()
    assert 2 == len(added(path, by("C")))


ADDING = """
import sys, time
from pathlib import Path
from discretion.verification import add_review
from tests.verification.found import by
left = list(range(int(sys.argv[3])))
while left:
    reviews, problems = add_review(Path(sys.argv[1]), by(f"{sys.argv[2]} {left[-1]}"))
    if reviews:
        left.pop()
    else:
        assert ["file_in_use"] == [problem.code for problem in problems]
"""


def test_no_review_is_lost_when_several_are_added_at_once(tmp_path: Path) -> None:
    """No review is lost when several programs add theirs to one file at once."""
    path = tmp_path / "reviews.yaml"
    running = [
        subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", ADDING, str(path), name, "10"], cwd=Path(__file__).parents[2]
        )
        for name in ("A", "B", "C")
    ]
    assert [0, 0, 0] == [each.wait(60) for each in running]

    names = {each.findings.by for each in read_reviews(path)[0]}

    assert {f"{name} {number}" for name in "ABC" for number in range(10)} == names
