"""The page on requests tells every remark, every state, every key and every word of a profile."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from discretion.request import GateState
from discretion.request import Lack
from discretion.request import Saying
from discretion.request import Way
from discretion.request import office_names
from scripts.documents.consoles import ROOT
from tests.cli.request.test_check import KEYS
from tests.cli.request.test_check import ROWS

GUIDE = (ROOT / "docs/request.md").read_text("utf-8")
LAYER = ROOT / "src/discretion/request"


def remarks() -> set[str]:
    """Return the code of every remark that the source makes."""
    return {code for path in LAYER.rglob("*.py") for code in codes_of(path)}


def codes_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Remark":
            yield from (
                key.value.value
                for key in node.keywords
                if key.arg == "code"
                and isinstance(key.value, ast.Constant)
                and isinstance(key.value.value, str)
            )


def test_every_remark_is_told_and_none_besides() -> None:
    found = remarks()
    told = {
        code
        for about in re.findall(r"^\| About \| Remarks \|\n.*\n((?:\|.*\n)+)", GUIDE, re.MULTILINE)
        for code in re.findall(r"`(\w+)`", about)
    }

    assert found == told
    assert len(found) > 30


def test_every_state_and_every_saying_is_told() -> None:
    words = [each.value for kind in (GateState, Lack, Saying, Way) for each in kind]

    assert [] == [word for word in words if f"`{word}`" not in GUIDE]


def test_every_key_of_the_answer_is_told() -> None:
    keys = [*KEYS, *(field for fields in ROWS.values() for field in fields)]

    assert [] == [key for key in keys if f"`{key}`" not in GUIDE]


def test_every_word_of_a_profile_is_told() -> None:
    source = (LAYER / "offices/profile.py").read_text("utf-8")
    words = re.findall(r'entries\.\w+\("(\w+)"', source) + re.findall(r'entries, "(\w+)"', source)

    assert len(words) > 20
    assert [] == [word for word in words if f"`{word}`" not in GUIDE]
    assert [name for name in office_names() if name in GUIDE]
