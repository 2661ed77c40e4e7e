"""Factors: what each factor of a policy has in the file, on which papers, and what it lacks."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from enum import Enum

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Finding
from discretion.frozen import dataclass
from discretion.request.checklist import Checklist
from discretion.request.checklist import Section
from discretion.request.disclosure import FactWay
from discretion.request.disclosure import Way
from discretion.rules.packs.digest import facts_read

FACTOR = "factor"
"""The kind of a rule that is a factor."""


class Lack(Enum):
    """What a factor lacks before it can stand in a request."""

    NO_FACT = "no_fact"
    STAYS = "facts_stay"
    NO_PAPER = "no_paper"
    PAPERS_STAY = "papers_stay"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorEvidence:
    """A factor, the facts on record that it reads, their papers, and what it lacks.

    `section` is where its papers belong, None where the checklist does not say.
    """

    instrument: str
    finding: Finding
    facts: tuple[FactWay, ...]
    papers: tuple[str, ...]
    section: Section | None
    lacks: tuple[Lack, ...]


def factors_of(
    assessments: Iterable[Assessment], facts: Iterable[FactWay], checklist: Checklist
) -> tuple[FactorEvidence, ...]:
    """Return every factor that policies know, with what the file has for it and what it lacks.

    Args:
        assessments: one for each policy.
        facts: what may become of the facts of the matter.
        checklist: where papers belong.

    """
    recorded: dict[str, list[FactWay]] = {}
    for each in facts:
        recorded.setdefault(each.fact, []).append(each)
    return tuple(row for each in assessments for row in _factors(each, recorded, checklist))


def _factors(
    each: Assessment, recorded: Table[str, list[FactWay]], checklist: Checklist
) -> Iterator[FactorEvidence]:
    read = _facts_by_reader(each)
    for finding in each.findings:
        rule = finding.rule
        if rule.kind != FACTOR:
            continue
        names = (*read.get(rule.id, ()), *read.get(rule.judgment, ()))
        found = tuple(way for name in dict.fromkeys(names) for way in recorded.get(name, ()))
        named = dict.fromkeys(paper for way in found for paper in way.papers)
        yield FactorEvidence(
            instrument=each.instrument,
            finding=finding,
            facts=found,
            papers=tuple(named),
            section=_section(rule.topic, checklist),
            lacks=tuple(_lacks(found)),
        )


def _facts_by_reader(each: Assessment) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pack in (each.ruleset.pack,) if each.ruleset else ():
        for reader, fact in facts_read(pack):
            found.setdefault(reader, []).append(fact)
    return found


def _section(topic: str, checklist: Checklist) -> Section | None:
    return next((each for each in checklist.sections if topic in each.topics), None)


def _lacks(facts: tuple[FactWay, ...]) -> Iterator[Lack]:
    """Yield what is missing: nothing of a paper is said while there is no fact for it."""
    if not facts:
        yield Lack.NO_FACT
        return
    if all(each.way is not Way.GOES_OUT for each in facts):
        yield Lack.STAYS
    if not any(each.papers for each in facts):
        yield Lack.NO_PAPER
    elif not any(each.papers_out for each in facts):
        yield Lack.PAPERS_STAY
