"""Whatever an author does to a pack is said, and nothing else is."""

from datetime import date
from typing import Any

import pytest

from discretion.answers.change.changed import SECTIONS
from discretion.compare import Change
from discretion.compare import change_between
from discretion.rules.checks.history.changes import check_changes
from tests.cli.console import TODAY
from tests.compare.edits import Made
from tests.compare.edits import compared
from tests.compare.edits import original

IN_FORCE = """\
    kind: in_force
    from: 2021-11-29
    to: 2022-06-25
    clock: legal
"""
HALVES = {
    "files": [
        {
            "file": "instrument.yaml",
            "replace": f"  - id: T8\n{IN_FORCE}",
            "by": "  - {id: T8a, kind: in_force, from: 2021-11-29, to: 2022-02-01, clock: legal, "
            "place: US, authority: Another, source: HSTODAY, certainty: reported, "
            "known_from: 2021-09-30, end_known_from: 2021-09-30}\n"
            f"  - id: T8\n{IN_FORCE.replace('2021-11-29', '2022-02-01')}",
        }
    ]
}
"""The time in force told as two events, of two authorities."""
DISPUTED = {
    "files": [
        {
            "file": "instrument.yaml",
            "replace": f"  - id: T8\n{IN_FORCE}",
            "by": f"  - id: T8\n{IN_FORCE.replace('in_force', 'disputed')}",
        }
    ]
}


def test_an_edit_is_said_and_nothing_else(made: Made) -> None:
    edit, change = made
    expected = edit["changes"]

    said = change.sections
    assert sorted(expected) == sorted(section for section in said if said[section])
    for section, changes in expected.items():
        if changes is not None:
            assert list(changes) == [each.key for each in said[section]]
            for each in said[section]:
                _check(changes[each.key], each)

    governing = edit.get("governing", {})
    for name, found in (("no_longer", change.no_longer), ("now", change.now)):
        days = [[each.first, each.last, each.line.status] for each in found]
        assert governing.get(name, []) == days

    assert edit["meaning"] == _meaning(change.is_of_meaning, change.is_untested)
    assert change.is_empty == (not expected)


def _check(expected: list[Any], each: Change) -> None:
    kind, aspects = expected
    assert kind == each.kind.value
    if aspects is None:
        return
    assert sorted(aspects) == sorted(difference.aspect for difference in each.differences)
    for difference in each.differences:
        assert difference.before != difference.after
        texts = aspects[difference.aspect]
        if texts is not None:
            assert texts == [difference.before, difference.after]


def _meaning(is_of_meaning: bool, is_untested: bool) -> str:  # noqa: FBT001  # the two that are told
    if is_untested:
        return "untested"
    return "told" if is_of_meaning else "same"


def test_the_way_back_says_the_same_with_its_sides_changed(made: Made) -> None:
    edit, there = made
    back = change_between(there.new, there.old, TODAY)

    for section in SECTIONS:
        said = {
            (each.key, difference.aspect, difference.after, difference.before)
            for each in back.sections[section]
            for difference in each.differences
        }
        expected = {
            (each.key, difference.aspect, difference.before, difference.after)
            for each in there.sections[section]
            for difference in each.differences
        }
        cited_anew = section == "provisions" and "pinpoint" in edit["edit"]
        assert cited_anew or expected == said
    assert there.no_longer == back.now
    assert there.now == back.no_longer


def test_a_change_of_meaning_is_refused_and_a_change_of_prose_is_not(made: Made) -> None:
    edit, change = made
    found = [each.code for each in check_changes(change.new.pack)]

    if edit["meaning"] == "same":
        assert (["mark_outdated"] if "cases" in edit["changes"] else []) == found
    else:
        assert ["meaning_changed"] == found


def test_a_pack_does_not_differ_from_itself() -> None:
    change = change_between(original(), original(), TODAY)

    assert change.is_empty
    assert () == (*change.no_longer, *change.now)


def test_nothing_governed_before_either_version_was_issued(made: Made) -> None:
    _, change = made
    early = change_between(change.old, change.new, date(2000, 1, 1))

    assert () == (*early.no_longer, *early.now)


def test_days_of_which_the_same_is_said_are_told_as_one_stretch(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    halves = compared(HALVES, tmp_path_factory.mktemp("halves")).new
    disputed = compared(DISPUTED, tmp_path_factory.mktemp("disputed")).new
    whole = change_between(original(), disputed, TODAY)

    assert () != whole.no_longer
    assert whole.no_longer == change_between(halves, disputed, TODAY).no_longer
    assert () == change_between(original(), halves, TODAY).now
