"""Problems for a reader: every one, with file, line, the words and what to do next."""

from collections.abc import Iterable

from discretion import Problem


def show_problems(problems: Iterable[Problem]) -> str:
    """Return problems as lines of text, empty for none."""
    lines = []
    for problem in problems:
        place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
        told = f"{problem.severity}: {problem.message} [{problem.code}]"
        lines.append(f"{place}: {told}" if place else told)
        if problem.help:
            lines.append(f"    {problem.help}")
    return "".join(f"{line}\n" for line in lines)


def show_refusal(problems: Iterable[Problem]) -> str:
    """Return how many problems forbid an answer, as a sentence."""
    count = sum(problem.severity == "error" for problem in problems)
    return (
        "1 problem forbids an answer.\n" if count == 1 else f"{count} problems forbid an answer.\n"
    )
