"""Running a command as a person would, on a fixed day, and keeping what it says."""

import io
import json
from contextlib import redirect_stderr
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from discretion.cli import main

TODAY = date(2026, 11, 24)
EXAMPLE = str(Path(__file__).resolve().parents[2] / "examples/garcia-demo.yaml")
"""A synthetic case: nobody's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a command came to: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def answer(self) -> dict[str, Any]:
        """The answer, where the command was asked for JSON."""
        read: dict[str, Any] = json.loads(self.out)
        return read


def run(*words: str, today: date = TODAY) -> Said:
    """Run one command in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(words, today=today)
        except SystemExit as left:
            code = int(left.code or 0)
    return Said(code=code, out=out.getvalue(), err=err.getvalue())


def write_case(folder: Path, text: str, decision: str = "") -> str:
    """Write a case file of one day and return its path.

    Args:
        folder: where it goes.
        text: everything below the decision.
        decision: further keys of the decision, each after a comma.

    """
    path = folder / "case.yaml"
    head = f"case: nobody\ndecision: {{type: arrest, date: 2021-12-15{decision}}}\n"
    path.write_text(f"{head}{text}", "utf-8")
    return str(path)
