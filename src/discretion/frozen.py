"""Frozen dataclasses: the classes that values have, cheap to define and cheap to make.

`dataclasses.dataclass` writes six functions for a class, compiles each of them when the class is
defined, and loads `inspect` to do so. To define the hundred classes that one assessment needs took
four times as long as to start Python. Here nothing is compiled for a class: the function that
makes an instance is one of a few, with its arguments renamed, and the others are shared. The
options mean what they mean there; a class that needs more than these is no value.

    >>> @dataclass(frozen=True, slots=True, kw_only=True)
    ... class Duration:
    ...     days: int
    ...     hours: int = 0
    >>> replace(Duration(days=2), hours=12)
    Duration(days=2, hours=12)
"""

from collections.abc import Callable
from operator import attrgetter
from types import FunctionType
from typing import Any
from typing import Literal
from typing import TypeVar
from typing import dataclass_transform

Value = TypeVar("Value")
Kind = TypeVar("Kind", bound=type)


class FrozenError(AttributeError):
    """Somebody tried to change a value, and values never change."""

    def __init__(self, kind: type, name: str) -> None:
        """Name the class and the field."""
        super().__init__(f"a {kind.__name__} never changes: its `{name}` stays as it is")


class _Fresh:
    """The default of a field of which every instance gets its own."""

    __slots__ = ("compare", "make")

    def __init__(self, make: Callable[[], object], *, compare: bool) -> None:
        self.make = make
        self.compare = compare


def field(*, default_factory: Callable[[], Value], compare: bool = True) -> Value:
    """Return the default of a field of which every instance gets its own.

    Args:
        default_factory: makes the default of one instance.
        compare: whether the field counts when values are compared, hashed and shown. What a value
            merely remembers does not count.

    """
    fresh: Any = _Fresh(default_factory, compare=compare)
    return fresh  # type: ignore[no-any-return]  # the decorator takes it out of the class


@dataclass_transform(field_specifiers=(field,))
def dataclass(
    *, frozen: Literal[True], slots: Literal[True], kw_only: bool = False, eq: bool = True
) -> Callable[[Kind], Kind]:
    """Return a decorator that makes a class of values out of annotated fields.

    Args:
        frozen: instances never change.
        slots: instances hold their fields and nothing else.
        kw_only: fields are given by name alone; otherwise in their order or by name.
        eq: instances are compared and hashed by their fields; otherwise by identity.

    """
    del frozen, slots
    return lambda kind: _defined(kind, kw_only=kw_only, eq=eq)


def replace(kept: Value, /, **changes: object) -> Value:
    """Return a value that differs from another in some fields."""
    return type(kept)(**{**fields_of(kept), **changes})


def fields_of(value: object) -> dict[str, Any]:
    """Return the fields of a value, by name and in their order."""
    return {name: getattr(value, name) for name in value.__slots__}  # type: ignore[attr-defined]  # every value has slots


def defaults_of(kind: Any) -> dict[str, Any]:  # noqa: ANN401  # a class that `dataclass` made
    """Return what the fields of a class are when left out; a field that must be given is absent."""
    return {
        name: default.make() if isinstance(default, _Fresh) else default
        for name, default in kind.__defaults__.items()
    }


def _defined(kind: Any, *, kw_only: bool, eq: bool) -> Any:  # noqa: ANN401  # any class at all
    names = tuple(kind.__annotations__)
    body = {name: held for name, held in vars(kind).items() if name not in _UNSLOTTED}
    defaults = {name: body.pop(name) for name in names if name in body}
    shared = {
        "__slots__": names,
        "__match_args__": () if kw_only else names,
        "__defaults__": defaults,
        "__qualname__": kind.__qualname__,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__reduce__": _reduce,
    }
    made = type(kind)(kind.__name__, kind.__bases__, {"__repr__": _show, **body, **shared})
    made.__init__ = _maker(made, names, kw_only=kw_only)
    if eq:
        made.__eq__, made.__hash__ = _comparing(made, _counting(made))
    return made


def _maker(made: Any, names: tuple[str, ...], *, kw_only: bool) -> object:  # noqa: ANN401  # as above
    """Return the function that fills in an instance, past the `__setattr__` that refuses.

    One that takes many fields, by name alone, is no slower for looking each of them up.
    """
    setters = [made.__dict__[name].__set__ for name in names]
    are_fresh = [isinstance(each, _Fresh) for each in made.__defaults__.values()]
    if len(names) <= FEW and not any(are_fresh):
        return _renamed(_FILLED_BY[len(names)](*setters), made, names, kw_only=kw_only)
    if not kw_only:
        message = f"{made.__name__} has many fields or fresh ones: let them be given by name alone"
        raise TypeError(message)
    return _filling(made, tuple(zip(names, setters, strict=True)))


def _renamed(filled: Any, made: Any, names: tuple[str, ...], *, kw_only: bool) -> FunctionType:  # noqa: ANN401  # as above
    """Return a function that takes the fields of a class, from one that takes just as many."""
    count = len(names)
    code = filled.__code__.replace(
        co_name="__init__",
        co_qualname=f"{made.__qualname__}.__init__",
        co_varnames=("self", *names),
        co_argcount=1 if kw_only else 1 + count,
        co_kwonlyargcount=count if kw_only else 0,
    )
    defaults = made.__defaults__
    in_order = None if kw_only else tuple(defaults.values())
    init = FunctionType(code, filled.__globals__, "__init__", in_order, filled.__closure__)
    init.__kwdefaults__ = defaults if kw_only else None
    return init


_FILLED_BY: tuple[Callable[..., Callable[..., None]], ...] = (
    lambda: lambda self: None,  # noqa: ARG005  # nothing is filled in
    lambda a: lambda self, one: a(self, one),  # noqa: PLW0108  # a setter has no name to replace
    lambda a, b: lambda self, one, two: a(self, one) or b(self, two),
    lambda a, b, c: lambda self, one, two, three: a(self, one) or b(self, two) or c(self, three),
    lambda a, b, c, d: (
        lambda self, one, two, three, four: (
            a(self, one) or b(self, two) or c(self, three) or d(self, four)
        )
    ),
)
"""By the number of fields: what makes the function that fills them in, from what sets each of them.
What sets a field returns None, so that `or` goes on to the next."""
FEW = len(_FILLED_BY) - 1
"""Up to how many fields a class has a function of its own: with more, one that looks up each field
costs less to define than all instances of one run take longer to fill."""


def _filling(made: Any, setters: tuple[tuple[str, Callable[..., None]], ...]) -> object:  # noqa: ANN401  # as above
    names = frozenset(name for name, _ in setters)
    defaults = made.__defaults__.items()
    fresh = tuple((name, each.make) for name, each in defaults if isinstance(each, _Fresh))
    fixed = {name: each for name, each in defaults if not isinstance(each, _Fresh)}

    def fill(self: object, /, **given: object) -> None:
        if len(given) < len(names):
            given = {**fixed, **given}
            for name, make in fresh:
                if name not in given:
                    given[name] = make()
        if given.keys() != names:
            wrong = ", ".join(sorted(given.keys() ^ names))
            message = f"{made.__name__}() lacks or does not know: {wrong}"
            raise TypeError(message)
        for name, setter in setters:
            setter(self, given[name])

    return fill


def _comparing(made: type, names: tuple[str, ...]) -> tuple[object, object]:
    counted: Callable[[object], object] = attrgetter(*names) if names else lambda _: ()

    def same(self: object, other: object) -> object:
        if type(other) is not made:
            return NotImplemented
        return self is other or counted(self) == counted(other)

    def digest(self: object) -> int:
        return hash(counted(self))

    return same, digest


def _counting(kind: Any) -> tuple[str, ...]:  # noqa: ANN401  # as above
    defaults = kind.__defaults__.items()
    apart = {name for name, each in defaults if isinstance(each, _Fresh) and not each.compare}
    return tuple(name for name in kind.__slots__ if name not in apart)


def _refuse(self: object, name: str, *_: object) -> None:
    raise FrozenError(type(self), name)


def _show(self: object) -> str:
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in _counting(type(self)))
    return f"{type(self).__qualname__}({told})"


def _reduce(self: object) -> tuple[object, ...]:
    """Copy and pickle a value whole: by default its fields would be set one by one."""
    return _remade, (type(self), fields_of(self))


def _remade(kind: Callable[..., Value], fields: dict[str, object]) -> Value:
    return kind(**fields)


_UNSLOTTED = frozenset(("__dict__", "__weakref__"))
