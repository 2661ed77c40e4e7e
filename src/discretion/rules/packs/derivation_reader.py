"""Reading how facts hang together, from the guards and derivations that the dictionary keeps."""

from collections.abc import Iterator
from types import MappingProxyType

from discretion.errors import Problem
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.rules.condition import Condition
from discretion.rules.derived import Derivable
from discretion.rules.derived import Derivations
from discretion.rules.derived import FromRecords
from discretion.rules.grammar import REMEDY
from discretion.rules.grammar import NotAConditionError
from discretion.rules.grammar import read_condition


def read_derivations(dictionary: Dictionary, problems: list[Problem]) -> Derivations:
    """Return the guards and derivations of a dictionary, with its problems added to the list."""
    guards: dict[str, Condition] = {}
    derivable: dict[str, Derivable] = {}
    from_records: dict[str, FromRecords] = {}
    for fact in dictionary.facts.values():
        for member in (fact, *fact.fields.values()):
            if member.guard:
                guard = _condition(member.guard, fact, problems)
                name = fact.name if member is fact else f"{fact.name}.{member.name}"
                if guard is not None:
                    guards[name] = guard
        source = fact.derived
        if "yes_when" in source or "no_when" in source:
            derivable[fact.name] = Derivable(
                yes_when=_condition(source.get("yes_when", ""), fact, problems),
                no_when=_condition(source.get("no_when", ""), fact, problems),
            )
        elif source:
            key = next(word for word in source if word != "take")
            items, _, by = source[key].partition(".")
            from_records[fact.name] = FromRecords(
                items=items,
                by=by,
                latest=key in {"latest", "at_latest"},
                take=source.get("take", ""),
            )
    return Derivations(
        guards=MappingProxyType(guards),
        derivable=MappingProxyType(derivable),
        from_records=MappingProxyType(from_records),
        orders=tuple(_orders(dictionary)),
    )


def _orders(dictionary: Dictionary) -> Iterator[tuple[str, str, str]]:
    for fact in dictionary.facts.values():
        if fact.not_before:
            yield "", fact.name, fact.not_before
        for field in fact.fields.values():
            if field.not_before:
                yield fact.name, field.name, field.not_before


def _condition(text: str, fact: FactType, problems: list[Problem]) -> Condition | None:
    if not text:
        return None
    try:
        return read_condition(text)
    except NotAConditionError as failure:
        problems.append(
            Problem(
                code="not_a_condition",
                message=str(failure),
                help=REMEDY,
                file=fact.file,
                line=fact.line,
            )
        )
        return None
