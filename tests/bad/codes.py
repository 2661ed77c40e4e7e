"""The problem codes that the source can tell of, read from its text."""

import ast
from collections.abc import Iterable
from collections.abc import Iterator

from tests.repository.tree import Source
from tests.repository.tree import line_of
from tests.repository.tree import python_sources

PARAMETER = "code"
"""What every function that tells of a problem calls the code of it."""
ELSEWHERE = ("src/discretion/cli/", "src/discretion/compare/")
"""Folders whose problems are no mistakes in a file: two packs that are no versions of one, which
have tests of their own, and words that a command does not take."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


def codes(sources: Iterable[Source]) -> frozenset[str]:
    """Return every code that a problem can have."""
    return frozenset(
        word for source in sources for value in _values(source) for word in _words(value)
    )


def unreadable_codes(sources: Iterable[Source]) -> list[str]:
    """Return the places whose code is not written out, so that nobody could look it up."""
    return [
        f"{line_of(source, value)}: write the code of the problem out"
        for source in sources
        for value in _values(source)
        if not list(_words(value))
    ]


def problem_sources() -> tuple[Source, ...]:
    """Return the files whose problems have a folder here."""
    return tuple(
        source for source in python_sources("src") if not source.path.startswith(ELSEWHERE)
    )


def _values(source: Source) -> Iterator[ast.expr]:
    """Yield what stands for a code in each call that tells of a problem."""
    takers = {"error": 0, "warning": 0, "Problem": -1} | dict(_takers(source))
    for node in ast.walk(source.parse()):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            if name in takers:
                yield from _argument(node, takers[name])


def _takers(source: Source) -> Iterator[tuple[str, int]]:
    """Yield each function of a file that takes a code, with its position after `self`."""
    for node in ast.walk(source.parse()):
        if isinstance(node, Function):
            names = [each.arg for each in node.args.args if each.arg != "self"]
            if PARAMETER in names:
                yield node.name, names.index(PARAMETER)


def _argument(call: ast.Call, position: int) -> Iterator[ast.expr]:
    """Yield the code that a call gives, unless it hands on one that it was given."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == PARAMETER]
    if not given and 0 <= position < len(call.args):
        given = [call.args[position]]
    for value in given:
        if not (isinstance(value, ast.Name) and value.id == PARAMETER):
            yield value


def _words(value: ast.expr) -> Iterator[str]:
    """Yield the codes that an expression may be: a plain word, or a choice between some."""
    match value:
        case ast.Constant(value=str(word)):
            yield word
        case ast.IfExp(body=body, orelse=orelse):
            yield from _words(body)
            yield from _words(orelse)
        case _:
            return
