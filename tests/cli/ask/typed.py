"""Holding an interview with lines that are typed, then the end of the input."""

import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from discretion.cli import main

if TYPE_CHECKING:
    import pytest

TODAY = date(2026, 11, 24)
HEAD = ["demo", "2021-12-15", "arrest", "ICE-ERO", "US-WA"]
EXAMPLE = Path(__file__).parents[3] / "examples" / "garcia-demo.yaml"


class Interrupted:
    """Lines that are typed, then Ctrl-C."""

    def __init__(self, text: str) -> None:
        """Take the lines."""
        self.lines = io.StringIO(text)

    def readline(self) -> str:
        """Return a line.

        Raises:
            KeyboardInterrupt: no line is left.

        """
        line = self.lines.readline()
        if not line:
            raise KeyboardInterrupt
        return line


Keyboard = type[io.StringIO] | type[Interrupted]
"""Ways in which the input ends: Ctrl-D, or Ctrl-C."""


def interview(
    path: Path | None,
    lines: list[str],
    monkeypatch: "pytest.MonkeyPatch",
    *options: str,
    keyboard: Keyboard = io.StringIO,
) -> int:
    """Hold an interview about a case file with these lines typed, then the end of the input."""
    monkeypatch.setattr("sys.stdin", keyboard("".join(f"{line}\n" for line in lines)))
    return main(["ask", *options, *([] if path is None else [str(path)])], TODAY)
