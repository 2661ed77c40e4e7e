"""What the kernel says of each row, and deep random trees for it to agree on."""

from collections.abc import Iterator
from random import Random
from typing import Any

import numpy as np

from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.bitmap.planes import Planes
from discretion.engines.bitmap.planes import size_of
from discretion.engines.bitmap.planes import unpacked
from discretion.engines.reading import Reading
from discretion.engines.reference import ReferenceEngine
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import Kind
from discretion.facts.view import View
from discretion.frozen import replace
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import RuleMet
from discretion.rules.condition import facts_in
from discretion.truth import Truth
from tests.agreement.engine import TRUTHS_OF
from tests.agreement.making import WideMaker
from tests.exactness.making.atoms import OPERATORS
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import Policy

DEPTH = 4


class DeepMaker(WideMaker):
    """Makes deep conditions, in which fields of records are compared with facts of the matter."""

    def trees(self) -> Policy:
        """Return a policy whose every condition is a rule."""
        policy = self.policy()
        reading = policy.reading
        for listed in self.quantifiers:
            asked = next(iter(facts_in(listed[0])))
            listed.append(self._quantifier(asked))
        rested = ((name, rests) for name, rests in reading.judgments.items() if rests is not None)
        rules = {
            **reading.rules,
            **{f"deep{number}": self._condition(DEPTH) for number in range(3)},
            **{f"rests_{name}": rests for name, rests in rested},
        }
        return replace(policy, reading=replace(reading, rules=rules), outcomes=())

    def _where(self, items: str, depth: int) -> Condition:
        random = self.random
        fields = self.facts[items].fields
        pairs = [
            (Field(field), Fact(name))
            for field, each in fields.items()
            for name, other in self.facts.items()
            if each.kind is other.kind and each.kind is not Kind.YES_NO
        ]
        if pairs and random.random() < 0.25:
            field, fact = random.choice(pairs)
            if fields[field.name].kind is Kind.TOKEN:
                return Compare(field, random.choice(OPERATORS[:2]), fact)
            if random.random() < 0.3:
                return Between(field, fact, fact)
            return Compare(field, random.choice(OPERATORS), fact)
        # The first lists are asked about before there is any rule.
        rules = getattr(self, "rules", None)
        if rules and random.random() < 0.3:
            return RuleMet(random.choice(list(rules)))
        return super()._where(items, depth)


def deep_trees(seed: int) -> tuple[Random, Policy]:
    """Return the policy of a seed, and chance to go on with."""
    random = Random(seed)
    return random, DeepMaker(random).trees()


def engine_on(batch: Any, policy: Policy) -> BitmapEngine:  # noqa: ANN401  # a batch of Arrow
    """Return the kernel on a batch of the matters of a policy."""
    return BitmapEngine(batch, policy.dictionary, policy.reading, DATE_FACT)


def truths_in(planes: Planes, rows: int) -> list[Truth | None]:
    """Return the truth in each row; None where a row is said to be both."""
    pairs = zip(
        unpacked(planes.true, rows).tolist(), unpacked(planes.false, rows).tolist(), strict=True
    )
    return [TRUTHS_OF[pair] for pair in pairs]


def faults(
    engine: BitmapEngine, views: list[View], reading: Reading
) -> Iterator[tuple[int, str, Truth, Truth | None]]:
    """Yield each row and rule of which the kernel says something else than the reference."""
    found = {rule: truths_in(engine.rule(rule), len(views)) for rule in reading.rules}
    for row, view in enumerate(views):
        reference = ReferenceEngine(view, reading)
        for rule, truths in found.items():
            expected = reference.rule(rule).truth
            if truths[row] is not expected:
                yield row, rule, expected, truths[row]


def is_padded(planes: Planes, rows: int) -> bool:
    """Tell whether two planes are as long as they must be, and nothing is set behind the rows."""
    return all(
        bits.dtype == np.uint8
        and len(bits) == size_of(rows)
        and not np.unpackbits(bits, bitorder="little")[rows:].any()
        for bits in planes
    )


def dictionary_of(*facts: Any) -> Dictionary:  # noqa: ANN401  # facts of the dictionary
    """Return a dictionary of some facts."""
    return Dictionary(facts={each.name: each for each in facts})
