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
NOTES, IN_NOTES = "notes", {"code": 0, "message": 1, "help": 2}
"""What notes on a table are called, and where they take the same: they know no place in a file."""
Function = ast.FunctionDef | ast.AsyncFunctionDef
Scope = Function | ast.Module


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Taker:
    """A function that takes a code: the positions of what it takes, and what it says by itself."""

    places: dict[str, int]
    says: dict[str, str]


def _takers(tree: ast.Module) -> Iterator[tuple[str, Taker]]:
    """Yield every function that takes a code."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            names = [each.arg for each in node.args.args if each.arg != "self"]
            if "code" in names:
                places = {name: names.index(name) for name in PLACE if name in names}
                yield node.name, Taker(places=places, says=_says(node))


def _says(function: Function) -> dict[str, str]:
    """Return the sentence and the remedy that a function gives to the code that it took."""
    for call in _calls(function):
        given = _parts(call, _places(call, {}))
        if isinstance(given["code"], ast.Name) and given["code"].id == "code":
            return {part: _shown(given[part], function) for part in ("message", "help")}
    return {}


def _told(scope: Scope, takers: dict[str, Taker], section: str) -> Iterator[Told]:
    for call in _calls(scope):
        name = _name(call)
        given = _parts(call, _places(call, takers))
        says = takers[name].says if name in takers else {}
        for word in _words(given["code"], scope):
            yield Told(
                section=section,
                code=word,
                severity=_severity(call),
                message=_shown(given["message"], scope) or says.get("message") or "…",
                remedy=_shown(given["help"], scope) or says.get("help", ""),
            )


def _calls(scope: Scope) -> Iterator[ast.Call]:
    """Yield the calls that may tell of a problem and stand in a scope itself."""
    for node in _own_nodes(scope):
        if isinstance(node, ast.Call):
            yield node


def _name(call: ast.Call) -> str:
    return _last(call.func)


def _last(value: ast.expr) -> str:
    """Return the last word of a name such as `report.error`, empty where there is none."""
    match value:
        case ast.Attribute(attr=word) | ast.Name(id=word):
            return word
        case _:
            return ""


def _places(call: ast.Call, takers: dict[str, Taker]) -> dict[str, int] | None:
    """Return where a call takes what is said of a problem, None where it tells of none."""
    name = _name(call)
    if name in takers:
        return takers[name].places
    if name == "Problem":
        return {}
    if name not in {"error", "warning"} or not isinstance(call.func, ast.Attribute):
        return None
    return IN_NOTES if _last(call.func.value) == NOTES else PLACE


def _parts(call: ast.Call, places: dict[str, int] | None) -> dict[str, ast.expr | None]:
    if places is None:
        return dict.fromkeys(PLACE)
    return {part: _given(call, part, places.get(part)) for part in PLACE}


def _severity(call: ast.Call) -> str:
    """Return how severe the problem of a call is: it says so, or its name does."""
    said = _given(call, "severity", None)
    if isinstance(said, ast.Constant):
        return str(said.value)
    return "warning" if _name(call) == "warning" else "error"


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
        case ast.Name(id=name) if name not in _arguments(scope):
            for assigned in _assigned(name, scope):
                yield from _words(assigned, scope)


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


def _arguments(scope: Scope) -> set[str]:
    """Return what a function takes; a module takes nothing."""
    return set() if isinstance(scope, ast.Module) else {each.arg for each in scope.args.args}


def _assigned(name: str, scope: Scope) -> Iterator[ast.expr]:
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name) and target.id == name:
                    yield node.value
