"""Problems for a reader: every one, with file, line, the words and what to do next."""

from collections.abc import Iterable

from discretion import Problem


def show_problems(problems: Iterable[Problem]) -> str:
    """Return problems as lines of text, empty for none."""
    lines = []
    for problem in problems:
        place = ":".join(
            str(part) for part in (problem.file, problem.line, problem.column) if part
        )
        lines.append(f"{place}: {problem.severity}: {problem.message} [{problem.code}]")
        if problem.help:
            lines.append(f"    {problem.help}")
    return "".join(f"{line}\n" for line in lines)
