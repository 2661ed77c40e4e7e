"""Names that say nothing, names that promise what the package refuses, and the public surface."""

import ast
import re
from collections.abc import Iterable
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath

from tests.repository.tree import Source
from tests.repository.tree import line_of

EMPTY_WORDS = frozenset(
    {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "managers"}
)
"""Words that name a drawer, where a noun of the field belongs."""
REFUSED_WORDS = frozenset(
    {"score", "scores", "scored", "scorer", "scoring"}
    | {"rank", "ranks", "ranked", "ranker", "ranking", "rankings"}
    | {"weight", "weights", "weighted", "weighting"}
)
"""What nobody may be given here."""
REFUSED_PAIRS = frozenset({("risk", "level"), ("risk", "levels")}) | frozenset(
    {("threat", "level"), ("threat", "levels")}
)
"""Refused only side by side: a threat is a term of the policies, its level is not."""

Named = tuple[str, ast.stmt | ast.expr]


def empty_names(sources: Iterable[Source]) -> list[str]:
    """Return the folders, modules and classes that are named like a drawer."""
    found = set[str]()
    for source in sources:
        path = PurePosixPath(source.path).with_suffix("")
        found.update(
            f"{source.path}: `{part}` is no noun of the field"
            for part in path.parts
            if EMPTY_WORDS.intersection(words_of(part))
        )
        found.update(
            f"{line_of(source, node)}: `{node.name}` is no noun of the field"
            for node in ast.walk(source.parse())
            if isinstance(node, ast.ClassDef) and EMPTY_WORDS.intersection(words_of(node.name))
        )
    return sorted(found)


def refused_names(sources: Iterable[Source]) -> list[str]:
    """Return the public names that speak of scores, ranks, weights or levels of risk or threat."""
    found = list[str]()
    for source in sources:
        stem = PurePosixPath(source.path).stem
        if is_public(stem) and _is_refused(stem):
            found.append(f"{source.path}: `{stem}` names what the package refuses")
        found.extend(
            f"{line_of(source, node)}: `{name}` names what the package refuses"
            for name, node in _public_names(source.parse().body)
            if _is_refused(name)
        )
    return found


def surface_faults(source: Source) -> list[str]:
    """Return what is wrong with the `__all__` of a module: absent, unsorted or not the whole."""
    body = source.parse().body
    listed = _listed(body)
    if listed is None:
        return [f"{source.path}: `__all__` is missing or no list of plain names"]
    defined = _defined(body)
    public = {name for name in defined if is_public(name)}
    faults = [f"`{name}` is public but not listed" for name in sorted(public.difference(listed))]
    faults += [f"`{name}` is listed but not defined" for name in listed if name not in defined]
    faults += [f"`{name}` is listed twice" for name in set(listed) if listed.count(name) > 1]
    if listed != sorted(listed, key=_sorting_key):
        faults.append("the names are not sorted: constants, then classes, then functions")
    return [f"{source.path}: {fault}" for fault in faults]


def words_of(name: str) -> list[str]:
    """Return the words of a name, whether it is written in snake case or in camel case."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)
    return [word.casefold() for word in words]


def is_public(name: str) -> bool:
    """Tell whether a name is meant for others."""
    return not name.startswith("_")


def _is_refused(name: str) -> bool:
    words = words_of(name)
    return not (REFUSED_WORDS.isdisjoint(words) and REFUSED_PAIRS.isdisjoint(pairwise(words)))


def _public_names(body: Iterable[ast.stmt]) -> Iterator[Named]:
    for node in body:
        for name, at in (*_bound_by(node), *_parameters_of(node)):
            if is_public(name):
                yield name, at
        match node:
            case ast.ClassDef(name=name, body=inner) if is_public(name):
                yield from _public_names(inner)
            case ast.If(body=inner) | ast.Try(body=inner):
                yield from _public_names(inner)
            case _:
                pass


def _bound_by(node: ast.stmt) -> Iterator[Named]:
    match node:
        case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
            yield node.name, node
        case ast.Assign(targets=targets):
            for at in (part for target in targets for part in ast.walk(target)):
                if isinstance(at, ast.Name) and isinstance(at.ctx, ast.Store):
                    yield at.id, at
        case ast.AnnAssign(target=ast.Name() as at):
            yield at.id, at
        case _:
            return


def _parameters_of(node: ast.stmt) -> Iterator[Named]:
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return
    if is_public(node.name) or node.name == "__init__":
        given = node.args
        for parameter in (*given.posonlyargs, *given.args, *given.kwonlyargs):
            yield parameter.arg, node


def _defined(body: Iterable[ast.stmt]) -> set[str]:
    body = [inner for node in body for inner in (_checked(node) or [node])]
    names = {name for node in body for name, _ in _bound_by(node)}
    for node in body:
        if isinstance(node, ast.ImportFrom | ast.Import):
            names.update((alias.asname or alias.name).partition(".")[0] for alias in node.names)
    return names - {"__all__", "TYPE_CHECKING"}


def _checked(node: ast.stmt) -> list[ast.stmt]:
    """Return what a module imports for type checkers alone, and loads when it is asked for."""
    match node:
        case ast.If(test=ast.Name(id="TYPE_CHECKING"), body=inner):
            return inner
        case _:
            return []


def _listed(body: Iterable[ast.stmt]) -> list[str] | None:
    for node in body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                pass
            case ast.AnnAssign(target=ast.Name(id="__all__"), value=ast.expr() as value):
                pass
            case _:
                continue
        if isinstance(value, ast.List | ast.Tuple):
            names = [item.value for item in value.elts if isinstance(item, ast.Constant)]
            return [name for name in names if isinstance(name, str)]
    return None


def _sorting_key(name: str) -> tuple[int, str]:
    if len(name) > 1 and name.isupper():
        return 0, name
    return (1 if name[0].isupper() else 2), name
