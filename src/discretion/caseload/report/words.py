"""What the rules, outcomes and facts of a run are called: in the words of packs and dictionary."""

from collections.abc import Iterator

from discretion.caseload.report.source import PolicyRun
from discretion.frozen import dataclass
from discretion.rules.library import Library
from discretion.rules.rule import CATEGORY
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule

PAIRED = (CATEGORY, "factor", "bar", "duty")
"""Kinds of rules that are paired by topic with those of another policy."""
ALONE = "none"
"""The topic of rules that are paired with none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic of a policy: its kind of rule, its name, and the bits of its rules."""

    kind: str
    name: str
    bits: tuple[int, ...]

    @property
    def told(self) -> str:
        """The topic in words."""
        return f"{self.name.replace('_', ' ')} ({self.kind})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of packs and of the dictionary, for what the bits of a run stand for.

    A pack that is not there, or is another than the run was made with, lends no words: rules keep
    their ids then, and none is paired.
    """

    library: Library

    def pack(self, policy: PolicyRun) -> Pack | None:
        """Return the pack that a run was made with, None where it is not there any more."""
        found = self.library.packs.get(policy.instrument)
        same = found is not None and policy.digest in {"", found.instrument.digest}
        return found if same else None

    def title(self, policy: PolicyRun) -> str:
        """Return what a policy is called in a few words, with its interpretation."""
        pack = self.pack(policy)
        return _read_as(pack.instrument.short if pack else policy.instrument, policy)

    def full_title(self, policy: PolicyRun) -> str:
        """Return the title of a policy, with its interpretation."""
        pack = self.pack(policy)
        return _read_as(pack.instrument.title if pack else policy.instrument, policy)

    def rule(self, policy: PolicyRun, bit: int) -> Rule | None:
        """Return a rule of a run."""
        pack = self.pack(policy)
        return pack.rules.get(policy.rules[bit]) if pack else None

    def outcome(self, policy: PolicyRun, token: str) -> str:
        """Return what an outcome says, empty where nobody can tell."""
        pack = self.pack(policy)
        rows = pack.outcomes if pack else ()
        return next((row.says for row in rows if row.token == token), "")

    def fact(self, name: str) -> str:
        """Return the question that a fact answers."""
        found = self.library.dictionary.get(name)
        return found.question if found else name.replace("_", " ")

    def categories(self, policy: PolicyRun) -> tuple[int, ...]:
        """Return the bits of the categories of a policy."""
        found = ((bit, self.rule(policy, bit)) for bit in range(len(policy.rules)))
        return tuple(bit for bit, rule in found if rule is not None and rule.kind == CATEGORY)

    def topics(self, policy: PolicyRun) -> tuple[Topic, ...]:
        """Return the topics of a policy, in the order of its rules."""
        bits: dict[tuple[str, str], list[int]] = {}
        for bit, rule in self._rules(policy):
            if rule.kind in PAIRED and rule.topic != ALONE:
                bits.setdefault((rule.kind, rule.topic), []).append(bit)
        return tuple(
            Topic(kind=kind, name=name, bits=tuple(found)) for (kind, name), found in bits.items()
        )

    def _rules(self, policy: PolicyRun) -> Iterator[tuple[int, Rule]]:
        for bit in range(len(policy.rules)):
            rule = self.rule(policy, bit)
            if rule is not None:
                yield bit, rule


def _read_as(name: str, policy: PolicyRun) -> str:
    return f"{name}, read as {policy.interpretation}" if policy.interpretation else name
