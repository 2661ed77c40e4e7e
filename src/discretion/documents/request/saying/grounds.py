"""Grounds as sentences: what may be said under the policies that govern, with its pinpoints."""

from collections.abc import Iterator

from discretion.assess.wording.reasons import sentence_of
from discretion.documents.content.sentence import Sentence
from discretion.documents.request.told.request_told import RequestTold
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.request import FactorEvidence
from discretion.request import FactWay
from discretion.request import Ground
from discretion.request import Saying
from discretion.request import Way
from discretion.truth import Truth

NOT_KNOWN = "not known"
"""How a measure begins that nobody can tell."""
CATEGORY = "category"
AGAINST = "aggravating"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What factors show, in the same words under each policy that knows them.

    `says` is empty where nothing may be said, and its facts then stand for themselves. `is_measure`
    tells a length or a number, without a word on whether it is enough.
    """

    says: str
    citations: tuple[str, ...]
    facts: tuple[FactWay, ...]
    is_measure: bool


class Grounds:
    """Says what may be said under the policies of one request."""

    def __init__(self, told: RequestTold) -> None:
        """Take the request; what may be said was found before anything is written."""
        self.told = told
        self.sayable: dict[tuple[str, str], Ground] = {
            (each.instrument, each.finding.rule.id): each
            for each in told.checked.grounds
            if each.saying is Saying.MAY_BE_SAID
        }
        self.outward = {
            (policy.instrument, finding.rule.id): finding.measure
            for policy in told.checked.outward
            for finding in policy.findings
        }

    def shown(self, factors: Iterator[FactorEvidence]) -> list[Shown]:
        """Return what several factors show, each thing once with all who say it."""
        found: dict[str, Shown] = {}
        silent: list[Shown] = []
        for each in factors:
            one = self._shown(each)
            if not one.says:
                silent.append(one)
            elif one.says in found:
                both = found[one.says]
                found[one.says] = replace(
                    both,
                    citations=(*both.citations, *one.citations),
                    facts=tuple(dict.fromkeys((*both.facts, *one.facts))),
                )
            else:
                found[one.says] = one
        return [*found.values(), *silent]

    def categories(self) -> Iterator[Sentence]:
        """Yield each category that may be said to be met, or not to be."""
        for ground in self.sayable.values():
            rule = ground.finding.rule
            if rule.kind == CATEGORY:
                lead = "Met" if ground.truth is Truth.TRUE else "Not met"
                says = f"{lead} on these facts: “{sentence_of(ground.finding)}” ({rule.citation})."
                yield Sentence(text=says, citations=(str(rule.citation),))

    def _shown(self, each: FactorEvidence) -> Shown:
        ground = self.sayable.get((each.instrument, each.finding.rule.id))
        is_met = ground is not None and ground.truth is Truth.TRUE
        measure = "" if is_met else self._measure(each)
        return Shown(
            says=sentence_of(each.finding).rstrip(".") if is_met else measure,
            citations=(str(each.finding.rule.citation),),
            facts=tuple(way for way in each.facts if way.way is Way.GOES_OUT),
            is_measure=bool(measure),
        )

    def _measure(self, each: FactorEvidence) -> str:
        """Return the measure on what may go out, empty where what stays inside changes it.

        What counts against the person is told when it is met and not before: a number of none would
        read as if there were nothing, while nobody knows how an arrest ended.
        """
        inside, rule = each.finding.measure, each.finding.rule
        if rule.side == AGAINST:
            return ""
        topic = self.told.outline.topics.get(rule.topic, "")
        is_same = self.outward.get((each.instrument, rule.id)) == inside
        if not (inside and topic and is_same) or inside.startswith(NOT_KNOWN):
            return ""
        return "" if self.told.checked.is_history else f"{topic}: {inside}"
