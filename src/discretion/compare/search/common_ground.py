"""What two sides must share to be compared: one matter type, and one meaning of each fact."""

from collections.abc import Iterator

from discretion.compare.side import PolicySide
from discretion.errors import IncomparableError
from discretion.facts.dictionary import FactType


def check_common_ground(a: PolicySide, b: PolicySide) -> None:
    """Do nothing where one made case can be read under both sides.

    Raises:
        IncomparableError: they speak of matters of other types, or mean a fact otherwise.

    """
    matters = [side.ruleset.pack.instrument.matter for side in (a, b)]
    if matters[0] != matters[1]:
        why = f"the one speaks of a matter of type `{matters[0]}`, the other of `{matters[1]}`"
        remedy = "name two policies on one type of matter, as `policy show` tells it"
        raise IncomparableError(a.name, b.name, why, remedy)
    for fact, aspect in _meant_otherwise(a, b):
        why = f"the fact `{fact}` has another {aspect} in each"
        remedy = "read both with one folder of facts, or give the fact another name in one of them"
        raise IncomparableError(a.name, b.name, why, remedy)


def _meant_otherwise(a: PolicySide, b: PolicySide) -> Iterator[tuple[str, str]]:
    """Yield each fact that both dictionaries hold and mean otherwise, with what differs of it."""
    ours, theirs = a.library.dictionary.facts, b.library.dictionary.facts
    if ours is theirs:
        return
    read = {
        items or name: None for side in (a, b) for items, name in side.ruleset.groundwork.index.of
    }
    for name in read:
        fact, other = ours.get(name), theirs.get(name)
        if fact is None or other is None:
            yield name, "place, which is none,"
        else:
            yield from ((name, aspect) for aspect in _differing(fact, other))


def _differing(one: FactType, other: FactType) -> Iterator[str]:
    if one.kind is not other.kind:
        yield "type"
    elif dict.fromkeys(one.words) != dict.fromkeys(other.words):
        yield "set of values"
    elif (one.low, one.high, one.not_before) != (other.low, other.high, other.not_before):
        yield "range"
    elif (one.absent, one.guard) != (other.absent, other.guard):
        yield "value while nobody records it, or condition under which it applies"
    for name, field in one.fields.items():
        if name in other.fields:
            yield from (f"{aspect} of `{name}`" for aspect in _differing(field, other.fields[name]))
