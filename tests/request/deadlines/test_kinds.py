"""The kinds of deadline: each has its source, and every word of them means something."""

from collections import Counter
from pathlib import Path

from discretion.records.deadlines import Direction
from discretion.records.deadlines import RequestState
from discretion.records.deadlines import is_sent
from discretion.request.deadlines import read_deadline_kinds
from discretion.request.deadlines.kinds import FILE
from tests.request.made import assessor
from tests.request.made import checklist

SPOKEN = {"min_days_before_hearing", "followup_after_days", "escalate_to"}
"""Keys of a profile that set a day, or say to whom to turn."""
ROW = (
    "id: mine\nversion: 1\nbasis: practice\nreviewed: nobody yet\nsays: a\ncite: []\n"
    "kinds:\n  - {id: a, title: A, says: A., from: hearing, counts: on, basis: practice, "
    "source: a guide, remedy: Record it.}\n"
)


def read(folder: Path, text: str) -> list[tuple[str, int | None]]:
    (folder / "requests").mkdir(exist_ok=True)
    (folder / FILE).write_text(text, "utf-8")
    return [(each.code, each.line) for each in read_deadline_kinds(folder).problems]


def test_the_bundled_kinds_are_sound_and_say_that_nobody_reviewed_them() -> None:
    found = read_deadline_kinds()

    assert () == found.problems
    assert ("practice", "nobody yet") == (found.basis, found.reviewed)
    assert "no rule of law" in found.says
    assert {} == {n: times for n, times in Counter(k.id for k in found.kinds).items() if times > 1}


def test_every_kind_has_a_source_and_a_remedy() -> None:
    for kind in read_deadline_kinds().kinds:
        assert kind.source
        assert kind.remedy
        assert kind.office in {"", *SPOKEN}


def test_ten_days_for_a_motion_are_practice_and_never_law() -> None:
    (kind,) = (each for each in read_deadline_kinds().kinds if each.id == "motion_reply")

    assert kind.length is not None
    assert (10, "practice") == (kind.length.amount, kind.basis)
    assert "not verified, and no rule of law" in kind.source
    assert "the court's own rules" in kind.says


def test_every_number_of_days_stands_where_its_source_is_told() -> None:
    counted = [each for each in read_deadline_kinds().kinds if each.length is not None]

    assert ["motion_reply", "passport_for_stay"] == [each.id for each in counted]


def test_papers_and_decisions_of_kinds_exist() -> None:
    vocabulary = assessor().library.words.vocabulary
    for kind in read_deadline_kinds().kinds:
        assert kind.decisions <= set(vocabulary.decisions)
        assert [] == [name for name in kind.papers if checklist().section_of(name, ()) is None]


def test_nothing_is_followed_up_before_it_is_sent_and_nothing_sent_late_after() -> None:
    kinds = {each.id: each for each in read_deadline_kinds().kinds}
    unsent = {state for state in RequestState if not is_sent(state)}

    for name in ("follow_up_1", "follow_up_2", "escalation"):
        assert kinds[name].runs_in
        assert not kinds[name].runs_in & unsent
    assert unsent == kinds["before_hearing"].runs_in
    assert Direction.NO_DAY is kinds["escalation"].direction


def test_a_kind_without_a_source_is_a_problem(tmp_path: Path) -> None:
    assert [] == read(tmp_path, ROW)
    assert [("key_missing", 8)] == read(tmp_path, ROW.replace("source: a guide, ", ""))
    assert [("key_missing", 8)] == read(tmp_path, ROW.replace("from: hearing, ", ""))


def test_a_word_that_nobody_knows_is_told_with_its_line(tmp_path: Path) -> None:
    assert [("unknown_word", 8)] == read(tmp_path, ROW.replace("counts: on", "counts: at"))
    assert [("unknown_word", 8)] == read(tmp_path, ROW.replace("id: a,", "id: a, runs_in: [gone],"))
    assert [("unknown_key", 8)] == read(tmp_path, ROW.replace("id: a,", "id: a, sorce: b,"))
    assert [("wrong_type", 8)] == read(tmp_path, ROW.replace("id: a,", "id: a, length: ten,"))
