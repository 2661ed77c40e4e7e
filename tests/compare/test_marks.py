"""A change of what a pack means needs a line, a mark and a case; one of its prose needs none."""

from pathlib import Path
from shutil import copytree

import pytest

from discretion import check_packs
from discretion import read_library
from discretion.rules.checks.history.changes import check_changes
from discretion.rules.packs.changes.meaning import meaning_of
from tests.bad.mistakes import GOOD
from tests.cli.console import run
from tests.compare.edits import PACK
from tests.compare.edits import edited
from tests.compare.edits import named
from tests.compare.edits import version
from tests.repository.tree import ROOT

TOLD = "- Something changed, for a reason.\n"
NEW_CASE = """\
  - case: a-case-that-failed-before
    because: "the change"
    given:
      decision: {type: arrest, date: 2021-12-15, place: US-WA, component: ICE-ERO, class: []}
      facts: {claims_us_citizenship: yes, in_proceedings: yes}
    expect:
      outcome: stopped_citizenship_claim
"""


def codes(pack: Path) -> list[str]:
    """Return the codes of what is wrong with the changes of a pack."""
    return [each.code for each in check_changes(version(str(pack)).pack)]


def tell(pack: Path, text: str) -> None:
    """Add to the end of the changes of a pack."""
    path = pack / "CHANGES.md"
    path.write_text(f"{path.read_text('utf-8')}\n{text}", "utf-8")


def mark(pack: Path) -> str:
    """Return the mark of what a pack means now."""
    return f"{version(str(pack)).meaning}\n"


def test_a_change_is_told_marked_and_shown_step_by_step(tmp_path: Path) -> None:
    pack = edited(named("a condition"), tmp_path)
    unsaid = run("policy", "diff", PACK, str(pack)).out

    assert "3 steps, then run `discretion policy check`." in unsaid
    assert ["meaning_changed"] == codes(pack)

    tell(pack, TOLD)
    told = run("policy", "diff", PACK, str(pack)).out

    assert "2 steps, then run `discretion policy check`." in told
    assert "Say at the end of CHANGES.md" not in told

    tell(pack, mark(pack))
    untested = run("policy", "diff", PACK, str(pack)).out

    assert "1 step, then run `discretion policy check`." in untested
    assert "Add a case that failed before the change" in untested
    assert ["change_without_case"] == codes(pack)

    outdated = mark(pack)
    cases = pack / "cases.yaml"
    text = cases.read_text("utf-8")
    cases.write_text(text.replace("cases:\n", f"cases:\n{NEW_CASE}", 1), "utf-8")
    assert ["mark_outdated"] == codes(pack)
    replaced = run("policy", "diff", PACK, str(pack)).out

    assert "1 step, then run `discretion policy check`." in replaced
    assert "Put this line in the place of the last one" in replaced
    assert mark(pack) in replaced

    changes = pack / "CHANGES.md"
    changes.write_text(changes.read_text("utf-8").replace(outdated, mark(pack)), "utf-8")
    said = run("policy", "diff", PACK, str(pack))

    assert [] == codes(pack)
    assert "Still to do" not in said.out
    assert "The pack means something else now." in said.out


def test_a_mark_that_is_rewritten_is_told_beside_the_old_version(tmp_path: Path) -> None:
    pack = edited(named("the last day of an event, and how sure it is"), tmp_path)
    changes = pack / "CHANGES.md"
    before = mark(edited({"files": []}, tmp_path / "before"))
    changes.write_text(changes.read_text("utf-8").replace(before, mark(pack)), "utf-8")
    said = run("policy", "diff", PACK, str(pack))

    assert [] == codes(pack)
    assert "1 step, then run" in said.out
    assert "is gone: put it back where it stood" in " ".join(said.out.split())
    assert run("policy", "diff", PACK, str(pack), "--json").answer["meaning"]["marks_kept"] is False


def test_the_check_of_a_folder_refuses_a_change_that_is_not_told(tmp_path: Path) -> None:
    pack = edited(named("a condition"), tmp_path)
    found = check_packs(pack)

    assert ["meaning_changed"] == [each.code for each in found.problems]
    assert 4 == run("policy", "check", str(pack)).code
    assert 0 < found.cases


def test_what_is_told_is_asked_when_all_else_is_in_order(tmp_path: Path) -> None:
    pack = edited(named("a judgment"), tmp_path)
    cases = pack / "cases.yaml"
    text = cases.read_text("utf-8")
    wrong = text.replace("outcome: stopped_citizenship_claim", "outcome: judgment_open", 1)
    cases.write_text(wrong, "utf-8")

    assert {"case_differs"} == {each.code for each in check_packs(pack).problems}


def test_every_bundled_pack_is_marked_for_what_it_means() -> None:
    packs = read_library().packs

    assert dict.fromkeys(packs, ()) == {name: check_changes(pack) for name, pack in packs.items()}


def test_a_mark_belongs_to_the_version_above_it(tmp_path: Path) -> None:
    pack = edited({"files": []}, tmp_path)
    tell(pack, f"## Second version\n\n{TOLD}\n{mark(pack)}")
    changes = version(str(pack)).changes

    assert ["Unreleased", "Second version"] == [each.version for each in changes.marks]
    assert "Second version" == changes.version


def test_a_faulty_mark_is_told_beside_the_old_version_too(tmp_path: Path) -> None:
    pack = edited({"files": []}, tmp_path)
    tell(pack, "Meaning: another one\n")
    said = run("policy", "diff", PACK, str(pack))

    assert 4 == said.code
    assert "[not_a_mark]" in said.err


def test_a_pack_without_cases_that_can_be_read_has_none(tmp_path: Path) -> None:
    pack = edited({"files": []}, tmp_path)
    sound = version(str(pack)).pack
    (pack / "cases.yaml").write_text("cases: none\n", "utf-8")

    assert 0 == meaning_of(sound).count
    (pack / "cases.yaml").unlink()

    assert 0 == meaning_of(sound).count


def test_the_mark_of_a_pack_is_the_line_that_its_meaning_is_written_as() -> None:
    assert str(version(str(GOOD)).meaning) in (GOOD / "CHANGES.md").read_text("utf-8")


def test_a_change_of_cases_alone_gives_the_mark_to_put_in_the_place_of_the_last(
    tmp_path: Path,
) -> None:
    pack = edited(named("a case"), tmp_path)
    said = run("policy", "diff", PACK, str(pack)).out

    assert "The meaning is the same" in said
    assert f"the last one of CHANGES.md that begins as it does:\n\n    {mark(pack)}" in said


@pytest.mark.parametrize(
    ("old", "new", "is_other"),
    [
        (
            'when: rule("ws.arrests") and not individual_assessment_done',
            'when: rule("ws.arrests")',
            True,
        ),
        ("kind: owed", "kind: effect", True),
        ("An assessment of each worker who is to be arrested is still owed.", "It is owed.", False),
    ],
)
def test_what_follows_from_a_screen_is_part_of_what_it_means(
    tmp_path: Path, old: str, new: str, *, is_other: bool
) -> None:
    pack = tmp_path / "screen-operation"
    copytree(ROOT / "src/discretion/policies/packs" / pack.name, pack)
    before = version(str(pack)).meaning
    path = pack / "instrument.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new), "utf-8")

    assert 1 == text.count(old)
    assert is_other is not version(str(pack)).meaning.is_same(before)
