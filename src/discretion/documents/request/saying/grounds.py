"""Grounds as sentences: what may be said under the policies that govern, with its pinpoints."""

from collections.abc import Iterator

from discretion.assess.wording.reasons import sentence_of
from discretion.documents.content.sentence import Sentence
from discretion.documents.request.saying.candour import Candour
from discretion.documents.request.saying.candour import facts_below
from discretion.documents.request.told.request_told import RequestTold
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.request import FactorEvidence
from discretion.request import FactWay
from discretion.request import Ground
from discretion.request import Saying
from discretion.request import Way
from discretion.request import authority_of
from discretion.truth import Truth

NOTHING = ("none", "0 ")
"""How a measure begins that counts nothing, which would read as praise or as a denial."""
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


def rule_facts(each: FactorEvidence) -> list[str]:
    """Return the facts that a factor reads and the file tells."""
    return [way.fact for way in each.facts]


class Grounds:
    """Says what may be said under the policies of one request."""

    def __init__(self, told: RequestTold) -> None:
        """Take the request; what may be said was found before anything is written."""
        self.told = told
        self.candour = Candour(told)
        self.sayable: dict[tuple[str, str], Ground] = {
            (each.instrument, each.finding.rule.id): each
            for each in told.checked.grounds
            if each.saying is Saying.MAY_BE_SAID
        }
        self.citable = {
            (policy.instrument, finding.rule.id)
            for policy in told.checked.policies
            for finding in policy.findings
            if authority_of(policy, finding, is_history=told.checked.is_history)
            is Saying.MAY_BE_SAID
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
        """Yield each category that may be said not to be met, with the facts that say so.

        One that is met is for counsel to weigh: the memo tells it, and a letter may be silent.
        """
        for ground in self.sayable.values():
            rule = ground.finding.rule
            if rule.kind != CATEGORY or ground.truth is not Truth.FALSE:
                continue
            ways = list(self._read_by(ground))
            if not ways or self.candour.is_kept([way.fact for way in ways]):
                continue
            papers = dict.fromkeys(paper for way in ways for paper in way.papers_out)
            says = f"Not met on these facts: “{sentence_of(ground.finding)}” ({rule.citation})."
            yield Sentence(
                text=says,
                facts=tuple(way.name for way in ways),
                papers=tuple(name for name in papers if name in self.told.tabs),
                citations=(str(rule.citation),),
            )

    def _read_by(self, ground: Ground) -> Iterator[FactWay]:
        """Yield the facts that go out and that a rule reads, itself or through others."""
        pack = self.told.library.pack(ground.instrument)
        names = set(facts_below(pack, ground.finding.rule.id))
        return (
            way for way in self.told.checked.facts if way.fact in names and way.way is Way.GOES_OUT
        )

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
        key = (each.instrument, rule.id)
        is_same = self.outward.get(key) == inside
        if not (inside and topic and is_same and key in self.citable):
            return ""
        if inside.startswith((NOT_KNOWN, *NOTHING)) or self.candour.is_kept(rule_facts(each)):
            return ""
        return f"{topic}: {inside}"
