"""The page on requests for protection tells every state, paper and role, and its words are real."""

import re
from contextlib import chdir
from pathlib import Path

from discretion import read_library
from discretion.worksite import read_request_form
from scripts.documents.consoles import ROOT
from tests.cli.console import run

GUIDE = (ROOT / "docs/protection.md").read_text("utf-8")


def test_every_state_with_its_level_is_told() -> None:
    pack = read_library().pack("screen-protection")

    assert [] == [
        row.token for row in pack.outcomes if f"| `{row.token}` | {row.level} |" not in GUIDE
    ]
    assert f"| `{pack.when_open}` |" in GUIDE


def test_every_paper_and_every_role_is_told() -> None:
    facts = read_library().dictionary.facts
    entry = facts["program_override"].signed_entry
    assert entry is not None

    assert [] == [word for word in facts["documents"].fields["kind"].words if word not in GUIDE]
    assert [] == [role for role in entry.roles if f"`{role}`" not in GUIDE]


def test_the_form_and_the_check_ask_for_the_same_override() -> None:
    form, pack = read_request_form().program, read_library().pack("screen-protection")
    entry = read_library().dictionary.facts["program_override"].signed_entry
    assert entry is not None

    assert (entry.kind, entry.roles) == (form.gate, form.roles)
    assert {*form.instruments} == {name for rule in pack.rules.values() for name in rule.rests_on}
    assert form.decision in pack.instrument.scope


def test_the_request_is_written_as_shown(tmp_path: Path) -> None:
    shown = re.search(r"^```text\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    words = re.search(r"^```bash\ndiscretion (.*)$", GUIDE, re.MULTILINE)
    assert shown is not None
    assert words is not None
    with chdir(tmp_path):
        said = run(*words[1].replace("examples", str(ROOT / "examples")).split())

    assert shown[1] == said.out
    assert (tmp_path / "request.txt").is_file()
