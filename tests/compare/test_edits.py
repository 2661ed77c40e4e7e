"""Whatever an author does to a pack is said, and nothing else is."""

from pathlib import Path
from typing import Any

import pytest

from discretion import listed_in
from discretion.answers.change.changed import SECTIONS
from discretion.compare import Change
from discretion.compare import change_between
from tests.cli.console import TODAY
from tests.compare.edits import EDITS
from tests.compare.edits import compared
from tests.compare.edits import original


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit["edit"].replace(" ", "-"))
def test_an_edit_is_said_and_nothing_else(edit: dict[str, Any], tmp_path: Path) -> None:
    change = compared(edit, tmp_path)
    expected = edit["changes"]

    said = {section: listed_in(change, section) for section in SECTIONS}
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


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit["edit"].replace(" ", "-"))
def test_the_way_back_says_the_same_with_its_sides_changed(
    edit: dict[str, Any], tmp_path: Path
) -> None:
    there = compared(edit, tmp_path)
    back = change_between(there.new, there.old, TODAY)

    for section in SECTIONS:
        said = {
            (each.key, difference.aspect, difference.after, difference.before)
            for each in listed_in(back, section)
            for difference in each.differences
        }
        expected = {
            (each.key, difference.aspect, difference.before, difference.after)
            for each in listed_in(there, section)
            for difference in each.differences
        }
        cited_anew = section == "provisions" and "pinpoint" in edit["edit"]
        assert cited_anew or expected == said
    assert there.no_longer == back.now
    assert there.now == back.no_longer


def test_a_pack_does_not_differ_from_itself() -> None:
    change = change_between(original(), original(), TODAY)

    assert change.is_empty
    assert () == (*change.no_longer, *change.now)
