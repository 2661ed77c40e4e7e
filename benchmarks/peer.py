"""Warm evaluation of every rule with its whole trace, beside zen-engine with its own."""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from json import dumps
from random import Random
from typing import Any

from zen import ZenDecision
from zen import ZenEngine

from benchmarks.in_process import view_of
from benchmarks.matters import make_matters
from benchmarks.measure import Goal
from benchmarks.measure import Result
from benchmarks.measure import Sample
from benchmarks.measure import cpu_ms
from benchmarks.zen.inputs import Inputs
from benchmarks.zen.inputs import NotInZenError
from benchmarks.zen.rules import Pair
from benchmarks.zen.rules import Writer
from discretion import Assessor
from discretion import Library
from discretion import Truth
from discretion.engines.reference import Derivation
from discretion.engines.reference import ReferenceEngine
from discretion.facts.view import View

INSTRUMENTS = ("dhs-2021-09-30-guidelines", "ice-2021-02-18-interim")
SIZES = (4, 12, 40)
"""How many facts the matters have, in turn: few, as in the first benchmark, and many."""
LIMIT = 0.5
DICTIONARY, TEXT = "a dictionary", "JSON text"
"""The forms in which zen can be given a matter."""

ABOUT = """\
Every rule of two packs in its default interpretation, on the same matters, one engine after the
other in turn. Ours: the reference engine derives each rule; the trace is the tree of derivations.
Zen: one decision graph with two expressions a rule, true and false, evaluated with its trace on; it
was loaded beforehand. What is known of a matter is laid out beforehand for both: a view for us, and
for zen the form of input that it reads faster. Before the clock starts, both engines give every
rule of every matter the same truth, or the benchmark fails."""


class DisagreementError(Exception):
    """The two engines give a rule two truths, so that nothing may be compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One matter as our engine and as zen is given it."""

    views: Mapping[str, View]
    inputs: Mapping[str, Any]


class Peers:
    """The two engines, with the same rules."""

    def __init__(self, library: Library) -> None:
        """Write our rules in the language of the other engine."""
        assessor = Assessor(library)
        self.library = library
        self.rulesets = {
            f"p{number}_": assessor.rulesets(instrument)[0]
            for number, instrument in enumerate(INSTRUMENTS)
        }
        self.inputs = Inputs(library.dictionary)
        self.names: dict[tuple[str, str], Pair] = {}
        expressions: dict[str, str] = {}
        for mark, ruleset in self.rulesets.items():
            writer = Writer(mark, ruleset.reading, library.dictionary, self.inputs)
            for rule in ruleset.tested:
                self.names[mark, rule] = writer.rule(rule)
            expressions.update(writer.expressions)
        self.decision: ZenDecision = ZenEngine().create_decision(dumps(_graph(expressions)))

    def ours(self, matter: Matter) -> dict[str, list[Derivation]]:
        """Return a derivation of every rule, which holds its truth and its trace."""
        found = {}
        for mark, ruleset in self.rulesets.items():
            derived = ReferenceEngine(matter.views[mark], ruleset.reading).rule
            found[mark] = [derived(rule) for rule in ruleset.tested]
        return found

    def theirs(self, inputs: dict[str, Any] | str) -> Mapping[str, Any]:
        """Return what zen answers, with its trace."""
        answer: Mapping[str, Any] = self.decision.evaluate(inputs, {"trace": True})
        return answer

    def check(self, matter: Matter) -> None:
        """Compare the truths of every rule.

        Raises:
            DisagreementError: one differs.

        """
        result = self.theirs(dict(matter.inputs))["result"]
        for mark, derivations in self.ours(matter).items():
            rules = self.rulesets[mark].tested
            for rule, derivation in zip(rules, derivations, strict=True):
                true, false = (result[name] for name in self.names[mark, rule])
                other = Truth.TRUE if true else Truth.FALSE if false else Truth.UNKNOWN
                if other is not derivation.truth or (true and false):
                    told = f"{rule}: {derivation.truth} here, {other} in zen"
                    message = f"{told}, for {dict(matter.inputs)}"
                    raise DisagreementError(message)

    def matters(self, seed: int) -> Iterator[Matter]:
        """Yield matters without end that both engines can be given."""
        random = Random(seed)  # noqa: S311  # not a secret
        rulesets = tuple(self.rulesets.values())
        streams = [make_matters(self.library, rulesets, seed + size, size) for size in SIZES]
        while True:
            for stream in streams:
                view = view_of(next(stream), self.library)
                views = {
                    mark: view.with_settled(
                        {
                            name: random.random() < 1 / 2
                            for name in ruleset.pack.judgments
                            if random.random() < 1 / 4
                        }
                    )
                    for mark, ruleset in self.rulesets.items()
                }
                try:
                    yield Matter(views=views, inputs=self.inputs.of(views))
                except NotInZenError:
                    continue


def measure(library: Library, cases: int) -> Result:
    """Measure both engines on so many different matters.

    Raises:
        DisagreementError: they do not agree on one.

    """
    peers = Peers(library)
    matters = list(islice(peers.matters(seed=1), cases))
    for matter in matters:
        peers.check(matter)
    ours: list[float] = []
    theirs: dict[str, list[float]] = {DICTIONARY: [], TEXT: []}
    for matter in matters:
        given: dict[str, dict[str, Any] | str] = {
            DICTIONARY: dict(matter.inputs),
            TEXT: dumps(matter.inputs),
        }
        ours.append(cpu_ms(peers.ours, matter))
        for form, inputs in given.items():
            theirs[form].append(cpu_ms(peers.theirs, inputs))
    mine = Sample(what=f"reference engine, {len(peers.names)} rules with trace", times=tuple(ours))
    other = [
        Sample(what=f"zen-engine, the same rules with trace, given {form}", times=tuple(times))
        for form, times in theirs.items()
    ]
    fastest = min(sample.median for sample in other)
    goal = Goal(
        what="reference engine / zen-engine, medians",
        value=mine.median / fastest,
        limit=LIMIT,
        unit="x",
    )
    return Result(
        title="Every rule with its trace", about=ABOUT, samples=(mine, *other), goals=(goal,)
    )


def _graph(expressions: Mapping[str, str]) -> dict[str, Any]:
    """Return a decision graph of one node that holds all expressions, in their order."""
    content = [{"id": key, "key": key, "value": value} for key, value in expressions.items()]
    nodes = [
        {"id": "given", "type": "inputNode", "name": "given", "content": {}},
        {
            "id": "rules",
            "type": "expressionNode",
            "name": "rules",
            "content": {"expressions": content},
        },
        {"id": "found", "type": "outputNode", "name": "found", "content": {}},
    ]
    edges = [
        {"id": "1", "sourceId": "given", "targetId": "rules", "type": "edge"},
        {"id": "2", "sourceId": "rules", "targetId": "found", "type": "edge"},
    ]
    return {"nodes": nodes, "edges": edges}
