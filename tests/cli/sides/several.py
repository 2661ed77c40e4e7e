"""Running `assess` under several policies, and what then stands side by side."""

import re
from pathlib import Path
from typing import Any

from discretion import read_library
from tests.cli.console import EXAMPLE
from tests.cli.console import Said
from tests.cli.console import run

GUIDELINES, INTERIM = "dhs-2021-09-30-guidelines", "ice-2021-02-18-interim"
VISITOR = str(Path(EXAMPLE).with_name("visitor-demo.yaml"))
EVERY = tuple(name for name, each in read_library().instruments.items() if not each.is_screen)


def several(path: str, *policies: str, words: tuple[str, ...] = ()) -> Said:
    """Run `assess` under several policies."""
    return run("assess", path, *(word for name in policies for word in ("--policy", name)), *words)


def section(said: Said) -> str:
    """Return the text of what stands side by side."""
    found = re.search(r"^Side by side\n=+\n(.*?)^Under: ", said.out, re.MULTILINE | re.DOTALL)

    assert found is not None
    return found[1]


def data(said: Said) -> dict[str, Any]:
    """Return the data of what stands side by side."""
    found: dict[str, Any] = said.answer["side_by_side"]
    return found
