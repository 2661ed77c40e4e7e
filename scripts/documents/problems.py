"""The list of problems: every code, what is then said and what to do, read from the source."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.documents.tables import code
from scripts.documents.tables import table

HEAD = """# Problems

`make docs` writes this page from the source.
A problem has a code, a place, one sentence and mostly a remedy.
All problems of a file are told at once.
Where a sentence here shows `…`, the command prints your own words or names.
An error forbids an answer; a warning is told and the answer still given.
"""
SECTIONS = {
    "caseload": "Tables and their mappings",
    "facts": "Case files",
    "law": "Policy packs",
    "rules": "Policy packs",
    "assess": "Policy packs",
    "verification": "Official files and their reviews",
    "worksite": "Published tables of disputes, and requests to an agency",
    "cli": "Commands",
}
ANY_FILE = "Any file"
PLACE = {"code": 0, "message": 2, "help": 3}
"""Where a report takes the code, the sentence and the remedy of a problem."""
Function = ast.FunctionDef | ast.AsyncFunctionDef
Scope = Function | ast.Module
"""Where a problem is told: in a function, or once for all of a module."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that can be told of a file."""

    section: str
    code: str
    severity: str
    message: str
    remedy: str


def problems_page(root: Path) -> str:
    """Return the whole page."""
    found = list(problems_of(root))
    parts = [HEAD]
    for section in dict.fromkeys((ANY_FILE, *SECTIONS.values())):
        rows = sorted(
            {
                (code(each.code), each.severity, each.message, each.remedy)
                for each in found
                if each.section == section
            }
        )
        if rows:
            columns = ("Code", "Severity", "What is said", "What to do")
            parts.append(f"\n## {section}\n\n{table(columns, rows)}\n")
    return "".join(parts)


def problems_of(root: Path) -> Iterator[Told]:
    """Yield every problem that the source of the package can tell of."""
    package = root / "src/discretion"
    for path in sorted(package.rglob("*.py")):
        section = SECTIONS.get(path.relative_to(package).parts[0], ANY_FILE)
        tree = ast.parse(path.read_text("utf-8"))
        takers = dict(_takers(tree))
        for scope in ast.walk(tree):
            if isinstance(scope, Scope):
                yield from _told(scope, takers, section)


def _takers(tree: ast.Module) -> Iterator[tuple[str, dict[str, int]]]:
    """Yield every function that takes a code, with the positions of what it takes."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            names = [each.arg for each in node.args.args if each.arg != "self"]
            if "code" in names:
                yield node.name, {name: names.index(name) for name in PLACE if name in names}


def _told(scope: Scope, takers: dict[str, dict[str, int]], section: str) -> Iterator[Told]:
    known = {"error": PLACE, "warning": PLACE, "Problem": {}} | takers
    for node in _own_nodes(scope):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
        if name not in known:
            continue
        given = {part: _given(node, part, known[name].get(part)) for part in PLACE}
        for word in _words(given["code"], scope):
            yield Told(
                section=section,
                code=word,
                severity="warning" if name == "warning" else "error",
                message=_shown(given["message"], scope) or "…",
                remedy=_shown(given["help"], scope),
            )


def _own_nodes(scope: Scope) -> Iterator[ast.AST]:
    """Yield what stands in a function or a module, apart from functions inside it."""
    for child in ast.iter_child_nodes(scope):
        yield child
        if not isinstance(child, Function):
            yield from _own_nodes(child)  # type: ignore[arg-type]  # any node has children


def _given(call: ast.Call, name: str, position: int | None) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    if position is None or position >= len(call.args):
        return None
    return call.args[position]


def _words(value: ast.expr | None, scope: Scope) -> Iterator[str]:
    match value:
        case ast.Constant(value=str(word)):
            yield word
        case ast.IfExp(body=body, orelse=orelse):
            yield from _words(body, scope)
            yield from _words(orelse, scope)
        case ast.Name(id=name) if name not in _parameters(scope):
            for assigned in _assigned(name, scope):
                yield from _words(assigned, scope)


def _parameters(scope: Scope) -> frozenset[str]:
    if isinstance(scope, ast.Module):
        return frozenset()
    return frozenset(each.arg for each in scope.args.args)


def _shown(value: ast.expr | None, scope: Scope) -> str:
    """Return a text with a mark in place of what depends on the file."""
    match value:
        case None:
            return ""
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_shown(part, scope) for part in parts)
        case ast.IfExp(body=body, orelse=orelse):
            return " / ".join((_shown(body, scope), _shown(orelse, scope)))
        case ast.BoolOp(op=ast.Or(), values=values):
            shown = [_shown(each, scope) for each in values]
            return " / ".join(text for text in shown if text != "…") or "…"
        case ast.Call(func=ast.Name(id="nearest")):
            return "did you mean `…`?"
        case ast.Name(id=name):
            found = [_shown(each, scope) for each in _assigned(name, scope)]
            return " / ".join(dict.fromkeys(text for text in found if text)) or "…"
        case _:
            return "…"


def _assigned(name: str, scope: Scope) -> Iterator[ast.expr]:
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name) and target.id == name:
                    yield node.value
