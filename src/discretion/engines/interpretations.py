"""A pack in one combination of its interpretations: what each of its rules tests."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from itertools import product
from types import MappingProxyType

from discretion.engines.reading import Reading
from discretion.frozen import dataclass
from discretion.rules.condition import And
from discretion.rules.condition import Condition
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.derived import Derivable
from discretion.rules.rule import Interpretation
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule

AND = " and "
"""What stands between the names of readings that are combined."""
ALWAYS = And(())
"""The condition of a duty that is owed in every matter, or of what stands while it is in force."""
NEVER = Or(())
"""The condition of a rule while no instrument that it rests on governs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreted:
    """One pack in one interpretation of each rule that has several.

    `name` joins the names of the readings, empty for a pack with none to choose. `says` holds the
    sentences of the readings chosen, `reading` what the rules that test something test.
    """

    name: str
    says: Table[str, str]
    reading: Reading


def interpretations(pack: Pack, derivable: Table[str, Derivable]) -> tuple[Interpreted, ...]:
    """Return a pack in every combination of its interpretations, the defaults first.

    Args:
        pack: the pack.
        derivable: the facts of the dictionary that follow from others.

    """
    several = [rule for rule in pack.rules.values() if rule.interpretations]
    made = dict(_conditions(pack))
    judgments = MappingProxyType({name: each.rests_on for name, each in pack.judgments.items()})
    combined: list[Interpreted] = []
    for combination in product(*(rule.interpretations for rule in several)):
        chosen = {rule.id: each for rule, each in zip(several, combination, strict=True)}
        rules = MappingProxyType(dict(_read(made, chosen)))
        combined.append(
            Interpreted(
                name=AND.join(each.name for each in combination),
                says=MappingProxyType({rule: each.says for rule, each in chosen.items()}),
                reading=Reading(rules=rules, judgments=judgments, derivable=derivable),
            )
        )
    return tuple(combined)


def names_of(interpretation: str) -> tuple[str, ...]:
    """Return the names of the readings that a pack was interpreted in."""
    return tuple(interpretation.split(AND)) if interpretation else ()


def _conditions(pack: Pack) -> Iterator[tuple[str, dict[str, Condition | None]]]:
    """Yield what each rule tests by the name of its interpretation, empty where it has none."""
    for rule in pack.rules.values():
        made = {each.name: _condition(rule, each.when) for each in rule.interpretations}
        yield rule.id, made or {"": _condition(rule, rule.when)}


def _read(
    made: Table[str, dict[str, Condition | None]], readings: Table[str, Interpretation]
) -> Iterator[tuple[str, Condition]]:
    """Yield what each rule tests in the interpretations chosen."""
    for rule, conditions in made.items():
        condition = conditions[readings[rule].name if rule in readings else ""]
        if condition is not None:
            yield rule, condition


def _condition(rule: Rule, when: Condition | None) -> Condition | None:
    """Return what a rule tests, with its judgment and its discharge."""
    parts: list[Condition] = [] if when is None else [when]
    if rule.judgment:
        parts.append(Judged(rule.judgment))
    if rule.duty is not None:
        if rule.duty.discharged_when is not None:
            parts.append(Not(rule.duty.discharged_when))
        if not parts:
            return ALWAYS
    if not parts:
        return ALWAYS if rule.rests_on else None
    return parts[0] if len(parts) == 1 else And(tuple(parts))
