"""The guide to changed packs shows a sound pack, a change of it that is not told yet, every key."""

from discretion import check_packs
from discretion.answers.change.changed import SECTIONS
from discretion.rules.checks.changes import check_changes
from scripts.documents.consoles import ROOT
from tests.cli.policy_diff.test_answer import DIFFERENCE
from tests.cli.policy_diff.test_answer import FACT
from tests.cli.policy_diff.test_answer import KEYS
from tests.cli.policy_diff.test_answer import MEANING
from tests.cli.policy_diff.test_answer import STOOD
from tests.cli.policy_diff.test_answer import VERSION
from tests.compare.edits import version

GUIDE = (ROOT / "docs/how-to-change-a-pack.md").read_text("utf-8")
EXAMPLE = ROOT / "examples/two-versions"


def test_the_pack_before_the_change_is_sound() -> None:
    assert () == check_packs(EXAMPLE / "before").problems


def test_all_that_the_changed_pack_lacks_is_to_be_told() -> None:
    after = version(str(EXAMPLE / "after"))

    assert ["meaning_changed"] == [each.code for each in check_changes(after.pack)]
    assert f"```text\n{after.meaning}\n```" in GUIDE


def test_the_guide_tells_every_key() -> None:
    keys = {*KEYS, *VERSION, *MEANING, *DIFFERENCE, *FACT, *STOOD, *SECTIONS.values()}

    assert [] == sorted(key for key in keys if f"`{key}`" not in GUIDE)


def test_the_example_says_that_it_is_made_up() -> None:
    for name in ("before", "after"):
        assert "Made up, nobody's policy" in (EXAMPLE / name / "instrument.yaml").read_text("utf-8")
