"""The guide to mappings tells every key, and its example uses them without a mistake."""

import re
from pathlib import Path

from discretion.caseload.columns import ColumnType
from discretion.caseload.columns import DayForm
from discretion.caseload.mapping_reader import STATES
from discretion.caseload.mapping_reader import read_mapping_file
from discretion.caseload.reading.columns import TIMES
from discretion.caseload.reading.groups import GROUPS
from discretion.caseload.running.shares import FOLDER
from discretion.rules.library import read_library
from scripts.documents.consoles import ROOT

GUIDE = (ROOT / "docs/mappings.md").read_text("utf-8")
EXAMPLE = ROOT / "examples/caseload-demo/own-mapping.yaml"
CASELOAD = ROOT / "src/discretion/caseload"
READERS = (
    CASELOAD / "mapping_reader.py",
    CASELOAD / "running/shares.py",
    *sorted((CASELOAD / "reading").glob("*.py")),
)
LIBRARY = read_library()
ASKED = re.compile(
    r"\.(?:required|entries|text|texts|word|pairs|rows|node_of|has)\(\s*\"(\w+)\""
    r"|_header\(entries, \"(\w+)\"|_sign\(layout, \"(\w+)\""
)
NOT_SHOWN = {"blank", "complete", "rest", "mapping", "policy", "shares", "says", "encoding"}
"""Keys that the example does without: there is nothing to choose, or another file holds them."""


def keys() -> set[str]:
    """Return every key that some reader of mappings, or of shares, asks for."""
    return {
        word
        for path in READERS
        for found in ASKED.findall(path.read_text("utf-8"))
        for word in found
        if word
    }


def test_every_key_is_told() -> None:
    found = keys()

    assert len(found) > 30
    assert [] == sorted(key for key in found if not re.search(rf"`(\w+: )?{key}[`:]", GUIDE))


def test_every_word_that_a_key_may_have_is_told() -> None:
    words = [
        *(each.value for each in ColumnType),
        *(each.value for each in DayForm),
        *TIMES,
        *STATES,
        *GROUPS,
    ]

    assert [] == [word for word in words if f"`{word}`" not in GUIDE]


def test_every_bundled_mapping_gives_its_reasons() -> None:
    names = [path.stem for path in (Path(LIBRARY.folder) / "mappings").glob("*.yaml")]

    assert len(names) > 5
    assert [] == [name for name in names if f"\n| `{name}` | " not in GUIDE]


def test_shares_lie_where_the_guide_says() -> None:
    assert f"`policies/{FOLDER}/ID.yaml`" in GUIDE
    assert (Path(LIBRARY.folder) / FOLDER).is_dir()


def test_the_example_has_no_problem_and_uses_every_key() -> None:
    mapping, problems = read_mapping_file(EXAMPLE, LIBRARY.words)
    text = EXAMPLE.read_text("utf-8")

    assert () == problems
    assert mapping is not None
    assert [] == sorted(key for key in keys() - NOT_SHOWN if not re.search(rf"\b{key}\b:", text))
