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


class Interrupted(io.StringIO):
    """Lines that are typed, then Ctrl-C."""

    def readline(self, size: int | None = -1, /) -> str:
        """Return a line.

        Raises:
            KeyboardInterrupt: no line is left.

        """
        line = super().readline(-1 if size is None else size)
        if not line:
            raise KeyboardInterrupt
        return line


def interview(
    path: Path | None,
    lines: list[str],
    monkeypatch: "pytest.MonkeyPatch",
    *options: str,
    keyboard: type[io.StringIO] = io.StringIO,
) -> int:
    """Hold an interview about a case file with these lines typed, then the end of the input."""
    monkeypatch.setattr("sys.stdin", keyboard("".join(f"{line}\n" for line in lines)))
    return main(["ask", *options, *([] if path is None else [str(path)])], TODAY)
