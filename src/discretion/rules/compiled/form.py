"""The form of a field: what its annotation says of everything that can stand in it.

What an annotation says need not be said again wherever such a value is kept.
"""

from collections.abc import Callable
from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from types import NoneType
from types import UnionType
from typing import Any
from typing import get_args
from typing import get_origin

from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What stands in a field: a day, a word of a closed list, or a collection of one kind.

    `kind` is `date`, a class of words, `frozenset`, `tuple` or `Mapping`. `inner` is the form of
    what a tuple or a mapping holds, None where that says itself what it is.
    """

    kind: type
    inner: "Form | None" = None


def form_of(annotation: object) -> Form | None:
    """Return the form that an annotation tells, None where a value must say itself what it is."""
    if isinstance(annotation, UnionType):
        others = [each for each in get_args(annotation) if each is not NoneType]
        return form_of(others[0]) if len(others) == 1 else None
    origin = get_origin(annotation)
    if origin is frozenset:
        return Form(kind=frozenset)
    if origin is tuple:
        return Form(kind=tuple, inner=form_of(get_args(annotation)[0]))
    if origin is Mapping:
        return Form(kind=Mapping, inner=form_of(get_args(annotation)[1]))
    if isinstance(annotation, type) and (annotation is date or issubclass(annotation, Enum)):
        return Form(kind=annotation)
    return None


def maker_of(form: Form | None) -> Callable[[Any], Any] | None:
    """Return what makes a value out of its plain form, None where that is the value itself."""
    if form is None:
        return None
    inner = maker_of(form.inner)
    if form.kind is date:
        return date.fromisoformat
    if form.kind is frozenset:
        return frozenset
    if form.kind is tuple:
        return tuple if inner is None else lambda items: tuple(map(inner, items))
    if form.kind is Mapping:
        return lambda pair: _table(pair[0], pair[1] if inner is None else map(inner, pair[1]))
    words: Mapping[str, object] = {each.value: each for each in form.kind}  # type: ignore[attr-defined]  # an Enum
    return words.__getitem__


def _table(keys: list[str], values: Any) -> Mapping[str, Any]:  # noqa: ANN401  # of any one kind
    return MappingProxyType(dict(zip(keys, values, strict=True)))
