"""The list of commands: every option, as the command line itself describes it."""

import argparse
from collections.abc import Iterator

from discretion.cli.parser import make_parser
from scripts.documents.tables import code
from scripts.documents.tables import table

HEAD = """# Commands

`make docs` writes this page from the command line itself.
Every answer is an assessment for a human decision, as text for a reader or, with `--json`, as data.

## Exit codes

| Code | Meaning |
| --- | --- |
| 0 | The command is done. |
| 1 | A stop: a gate or an outcome stops the matter, or a gate keeps an answer inside. |
| 1 | A failed check: an official file lacks a phrase that its pack quotes. |
| 2 | Usage: a word of the command is not known. |
| 3 | Data: a file cannot be assessed, read or written. |
| 4 | Pack: a policy pack has errors. |
| 70 | A mistake of the program, told by its place alone; `python -X dev` shows the whole trace. |
"""


def commands_page() -> str:
    """Return the whole page."""
    return HEAD + "".join(_command(name, parser) for name, parser in every_command())


def every_command() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield every command that takes words of its own, with its parser."""
    yield from _commands(make_parser(), "discretion")


def _commands(
    parser: argparse.ArgumentParser, name: str
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    inner = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]  # noqa: SLF001  # argparse has no public way
    if not inner:
        yield name, parser
    for action in inner:
        for word, below in action.choices.items():
            yield from _commands(below, f"{name} {word}")


def words_of(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield every word and option that a command takes, without the one for help."""
    for action in parser._actions:  # noqa: SLF001  # argparse has no public way
        if action.dest != "help":
            yield action


def _command(name: str, parser: argparse.ArgumentParser) -> str:
    usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
    rows = [_word(action) for action in words_of(parser)]
    columns = ("Word", "Meaning", "If left out")
    return f"\n## {name}\n\n```text\n{usage}\n```\n\n{table(columns, rows)}\n"


def _word(action: argparse.Action) -> tuple[str, str, str]:
    named = " or ".join(action.option_strings) or str(action.metavar or action.dest)
    takes = f" {action.metavar}" if action.option_strings and action.nargs != 0 else ""
    default = action.default if isinstance(action.default, str) else ""
    must = "must be given" if action.required else code(default)
    return code(f"{named}{takes}"), str(action.help or ""), must
