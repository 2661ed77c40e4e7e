"""The text form of conditions: a whitelisted subset of Python's expressions, both ways.

Reading goes through Python's own parser and accepts the shapes below and nothing else; nothing is
ever executed. Showing prints the one canonical text, so that reading it returns the same tree.
"""

import ast
import re
from collections.abc import Callable
from keyword import iskeyword

from discretion.dates import day_of
from discretion.dates import moment_of
from discretion.rules.condition import And
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Count
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.rules.condition import Shift
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.condition import Within
from discretion.rules.measure import Each
from discretion.rules.measure import Measure
from discretion.rules.measure import Tally

OPERATORS = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
REMEDY = (
    "a condition is made of facts, comparisons, `and`, `or`, `not`, between(..), starts_with(..), "
    "exists(..), all(..), count(..), rule(..), judgment(..) and settled(..)"
)
"""What to do about a text that is not a condition."""
_PIECES = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\bit\.(\w+)|\s+""")
"""What is changed before Python's parser reads a text, and what is in quotes and is not."""
LONGEST_SHOWN = 60
"""How many letters of a text a message shows."""
DEEPEST_NESTING = 100
"""How many shapes may stand inside each other; Python itself stops at a thousand calls."""
ELAPSED = {"completed_years": Unit.YEARS, "calendar_days": Unit.DAYS}


class NotAConditionError(Exception):
    """A text is not a condition; the message says which words are to blame."""


def read_condition(text: str) -> Condition:
    """Return the tree of a condition.

    Raises:
        NotAConditionError: the text has a shape that the language does not have.

    """
    return _condition(_parsed(text))


def read_term(text: str) -> Term:
    """Return the tree of a term, such as a due date.

    Raises:
        NotAConditionError: the text has a shape that the language does not have.

    """
    return _term(_parsed(text))


def read_measure(text: str) -> Measure:
    """Return what a factor of degree shows: a term, a tally, or one field of each record.

    Raises:
        NotAConditionError: the text has a shape that the language does not have.

    """
    node = _parsed(text)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        if node.func.id == "each":
            items, field, *where = _arguments(node, 2, 3)
            return Each(_name(items), _field(field), _condition(where[0]) if where else None)
        if node.func.id == "count":
            items, *where = _arguments(node, 1, 2)
            return Tally(_name(items), _condition(where[0]) if where else None)
    return _term(node)


def _parsed(text: str) -> ast.expr:
    flat = _PIECES.sub(_flattened, text).strip()
    try:
        found = ast.parse(flat, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as failure:
        reason = getattr(failure, "msg", None) or "it cannot be read"
        message = f"`{_short(text)}` is not a condition: {str(reason).lower()}"
        raise NotAConditionError(message) from None
    if not _is_shallow(found):
        message = f"`{_short(text)}` is nested too deeply"
        raise NotAConditionError(message)
    return found


def _is_shallow(root: ast.expr) -> bool:
    """Tell whether a text can be read by calls inside each other, going no deeper than it does."""
    level: list[ast.AST] = [root]
    for _ in range(DEEPEST_NESTING):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    return not level


def _flattened(piece: re.Match[str]) -> str:
    """Return a piece of text for Python's parser.

    White space becomes one blank, and a field may have a name that Python keeps for itself, such
    as `it.from`; what stands in quotes stays as it is, in one line.
    """
    quoted, field = piece.groups()
    if quoted is not None:
        return " ".join(quoted.splitlines())
    if field is None:
        return " "
    return f"{piece[0]}_" if iskeyword(field) else piece[0]


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_SHOWN else f"{flat[: LONGEST_SHOWN - 3]}..."


def _refused(node: ast.AST, reason: str) -> NotAConditionError:
    return NotAConditionError(f"`{_short(ast.unparse(node))}` {reason}")


def _condition(node: ast.expr) -> Condition:
    match node:
        case ast.BoolOp(op=ast.And(), values=values):
            return And(_flat([_condition(value) for value in values], And))
        case ast.BoolOp(op=ast.Or(), values=values):
            return Or(_flat([_condition(value) for value in values], Or))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Not(_condition(operand))
        case ast.Name() | ast.Attribute():
            return Holds(_subject(node))
        case ast.Compare(left=left, ops=[operator], comparators=[right]):
            return _comparison(left, operator, right)
        case ast.Call(func=ast.Name(id=name)) if name in _CALLS:
            return _CALLS[name](node)
        case _:
            raise _refused(node, "is not a condition of this language")


def _flat(parts: list[Condition], kind: type[And] | type[Or]) -> tuple[Condition, ...]:
    flat: list[Condition] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    return tuple(flat)


def _comparison(left: ast.expr, operator: ast.cmpop, right: ast.expr) -> Condition:
    if isinstance(operator, ast.In | ast.NotIn):
        if not isinstance(right, ast.Tuple | ast.List):
            raise _refused(right, "is not a list of words in parentheses")
        within = Within(_subject(left), tuple(_word(item) for item in right.elts))
        return Not(within) if isinstance(operator, ast.NotIn) else within
    sign = OPERATORS.get(type(operator))
    if sign is None:
        raise _refused(left, "is compared in a way this language does not have")
    if isinstance(left, ast.Call) and isinstance(left.func, ast.Name) and left.func.id == "count":
        return _count(left, sign, right)
    if sign in {"==", "!="} and isinstance(right, ast.Name):
        return Compare(_term(left), sign, Constant(right.id))
    return Compare(_term(left), sign, _term(right))


def _count(call: ast.Call, sign: str, right: ast.expr) -> Count:
    items, *where = _arguments(call, 1, 2)
    if not isinstance(right, ast.Constant) or type(right.value) is not int:
        raise _refused(right, "is not a whole number")
    return Count(_name(items), _condition(where[0]) if where else None, sign, right.value)


def _term(node: ast.expr) -> Term:
    match node:
        case ast.Name() | ast.Attribute():
            return _subject(node)
        case ast.Constant(value=str(text)):
            return Constant(day_of(text) or (moment_of(text) if "T" in text else None) or text)
        case ast.Constant(value=int(number)) if type(number) is int:
            return Constant(number)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(number))):
            return Constant(-number)
        case ast.BinOp(op=ast.Add() | ast.Sub() as sign, left=left, right=right):
            amount, unit = _duration(right)
            return Shift(_term(left), -amount if isinstance(sign, ast.Sub) else amount, unit)
        case ast.Call(func=ast.Name(id="date")):
            return _date(node)
        case ast.Call(func=ast.Name(id=name)) if name in ELAPSED:
            start, end = _arguments(node, 2, 2)
            return Elapsed(_term(start), _term(end), ELAPSED[name])
        case _:
            raise _refused(node, "is not a value of this language")


def _date(node: ast.Call) -> Constant:
    (text,) = _arguments(node, 1, 1)
    day = day_of(text.value) if isinstance(text, ast.Constant) and type(text.value) is str else None
    if day is None:
        raise _refused(text, "is not a day of the calendar")
    return Constant(day)


def _duration(node: ast.expr) -> tuple[int, Unit]:
    match node:
        case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=int(amount))], keywords=[]):
            if name in {unit.value for unit in Unit}:
                return amount, Unit(name)
    raise _refused(node, "is not a duration: write days(60), months(3), years(1) or hours(24)")


def _subject(node: ast.expr) -> Fact | Field:
    if isinstance(node, ast.Name):
        return Fact(node.id)
    return Field(_field(node))


def _field(node: ast.expr) -> str:
    match node:
        case ast.Attribute(value=ast.Name(id="it"), attr=name):
            return name[:-1] if name.endswith("_") and iskeyword(name[:-1]) else name
        case _:
            raise _refused(node, "is not a fact, nor a field written as `it.field`")


def _name(node: ast.expr) -> str:
    if not isinstance(node, ast.Name):
        raise _refused(node, "is not a plain name")
    return node.id


def _word(node: ast.expr) -> str:
    match node:
        case ast.Name(id=word) | ast.Constant(value=str(word)):
            return word
        case _:
            raise _refused(node, "is not a word")


def _arguments(call: ast.Call, least: int, most: int) -> list[ast.expr]:
    if call.keywords or not least <= len(call.args) <= most:
        raise _refused(call, "has the wrong number of parts")
    return call.args


def _exists(call: ast.Call) -> Condition:
    items, *where = _arguments(call, 1, 2)
    return Exists(_name(items), _condition(where[0]) if where else None)


def _for_all(call: ast.Call) -> Condition:
    items, where = _arguments(call, 2, 2)
    return ForAll(_name(items), _condition(where))


def _between(call: ast.Call) -> Condition:
    term, low, high = _arguments(call, 3, 3)
    return Between(_term(term), _term(low), _term(high))


def _starts_with(call: ast.Call) -> Condition:
    term, prefix = _arguments(call, 2, 2)
    return StartsWith(_subject(term), _word(prefix))


_CALLS: dict[str, Callable[[ast.Call], Condition]] = {
    "exists": _exists,
    "all": _for_all,
    "between": _between,
    "starts_with": _starts_with,
    "rule": lambda call: RuleMet(_word(_arguments(call, 1, 1)[0])),
    "judgment": lambda call: Judged(_name(_arguments(call, 1, 1)[0])),
    "settled": lambda call: Settled(_name(_arguments(call, 1, 1)[0])),
}
