"""Screening a matter: every part, in every reading, under every way the law may stand."""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from datetime import date

from discretion.assess.assessment import Assessment
from discretion.assess.assume import assume
from discretion.assess.assume import chosen_sets
from discretion.assess.assume import named_sets
from discretion.assess.assume import suppose
from discretion.assess.evaluate import evaluate
from discretion.assess.judgments import settled_judgments
from discretion.assess.ruleset import Ruleset
from discretion.assess.ruleset import chosen_readings
from discretion.assess.ruleset import rulesets
from discretion.assess.ruleset import switched
from discretion.assess.ruleset import switched_off
from discretion.assess.screen.branches import Standings
from discretion.assess.screen.branches import standings_of
from discretion.assess.screen.days import last_days
from discretion.assess.screen.following import consequences_of
from discretion.assess.screen.known import counted_overrides
from discretion.assess.screen.known import later_than_known
from discretion.assess.screen.parts import Part
from discretion.assess.screen.parts import parts_of_matter
from discretion.assess.screen.screened import Branch
from discretion.assess.screen.screened import ReadingState
from discretion.assess.screen.screened import Screened
from discretion.assess.screen.screened import ScreenedPart
from discretion.assess.screen.verdict import Verdict
from discretion.assess.screen.verdict import order_of
from discretion.assess.screen.verdict import strictest
from discretion.assess.screen.verdict import verdict_of
from discretion.engines.reading import Reading as Conditions
from discretion.errors import Problem
from discretion.errors import UnknownNameError
from discretion.facts.casefile import CaseFile
from discretion.facts.matter import MatterType
from discretion.facts.view import Reading
from discretion.facts.view import View
from discretion.frozen import dataclass
from discretion.law.governing import GoverningLine
from discretion.law.governing import Question
from discretion.law.governing import governing_lines
from discretion.law.standing import Standing
from discretion.rules.library import Library
from discretion.rules.rule import Pack
from discretion.truth import Truth

AS_OF_ACTUAL, COUNTERFACTUAL = "as_of_actual", "counterfactual"
SCREEN_MODES = (AS_OF_ACTUAL, COUNTERFACTUAL)
"""The rules of the matter's own day, or those of another day applied to it."""
Rulesets = Callable[[str], tuple[Ruleset, ...]]
Verdicts = dict[frozenset[str], Verdict]
"""The verdict on a part by what governed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenRequest:
    """How a matter is to be screened.

    `today` is the day on which the answer is given. `known_on` is the day up to which facts count,
    None for the matter's own day where it is past, else today. `rules_on` is the day whose rules a
    counterfactual applies, None for today.
    """

    today: date
    mode: str = AS_OF_ACTUAL
    known_on: date | None = None
    rules_on: date | None = None
    assumptions: tuple[str, ...] = ()


class Screener:
    """Screens matters with one library; rulesets are made once and used again."""

    def __init__(self, library: Library, made: Rulesets | None = None) -> None:
        """Take the library, and where its rulesets are made, None for here."""
        self.library = library
        self._made = made or (lambda name: rulesets(library, library.pack(name)))
        self._rulesets: dict[str, tuple[Ruleset, ...]] = {}
        self._switched: dict[tuple[str, frozenset[str]], tuple[Ruleset, ...]] = {}
        self._standings: dict[tuple[str, Question], Standings] = {}
        self._conditions = Conditions(
            rules={}, judgments={}, derivable=library.derivations.derivable
        )

    def screen(
        self, case: CaseFile, request: ScreenRequest, problems: tuple[Problem, ...] = ()
    ) -> Screened:
        """Return what the screen of a matter's type says of it.

        Raises:
            UnknownNameError: the request names a mode or an assumption nobody knows, or no screen
                is for matters of this type.

        """
        pack = self.pack_for(case.matter)
        self._check(pack, request)
        matter = self.library.words.matters[case.matter]
        question = self._question(case, request)
        stood = self.standings(pack, question)
        known_on = facts_known_on(case, matter, request)
        parts, views = self._views(case, request, self.rulesets(pack, frozenset())[0])
        every = [self._verdicts(view, pack, stood) for view in views]
        order = order_of(pack)
        widest = self.rulesets(pack, stood.widest)[0]
        screened = tuple(
            _part(part, view, _over_ways(verdicts[0], order), widest, request)
            for part, view, verdicts in zip(parts, views, every, strict=True)
        )
        late = later_than_known(case, matter, known_on)
        return Screened(
            case=case,
            matter=matter,
            pack=pack,
            question=question,
            mode=request.mode,
            facts_known_on=known_on,
            verdict=_together([part.verdict for part in screened], order),
            standings=stood,
            branches=tuple(_branches(stood, [each[0] for each in every], order)),
            not_governed=tuple(_not_governed(pack, stood)),
            parts=screened,
            interpretations=tuple(self._readings(pack, every, order)),
            assumptions=tuple(named_sets(request.assumptions, self.library)),
            last_days=tuple(last_days(pack, views[0], frozenset(switched_off(pack, stood.widest)))),
            overrides=counted_overrides(case, matter, self.library.dictionary, known_on),
            problems=(*problems, *late),
            titles={name: each.title for name, each in self.library.instruments.items()},
        )

    def verdict(self, case: CaseFile, request: ScreenRequest) -> Verdict:
        """Return the verdict on a matter alone, without the findings that stand behind it.

        Raises:
            UnknownNameError: as `screen` does.

        """
        pack = self.pack_for(case.matter)
        self._check(pack, request)
        stood, order = self.standings(pack, self._question(case, request)), order_of(pack)
        _, views = self._views(case, request, self.rulesets(pack, frozenset())[0])
        every = [self._verdicts(view, pack, stood, most=1)[0] for view in views]
        return _together([_over_ways(each, order) for each in every], order)

    def assess_first(
        self, case: CaseFile, request: ScreenRequest, interpretation: str
    ) -> Assessment:
        """Return the findings of the first part of a matter in one reading, with no verdict.

        Args:
            case: the matter.
            request: how it is to be screened.
            interpretation: the name of a reading, empty for the default.

        """
        pack = self.pack_for(case.matter)
        stood = self.standings(pack, self._question(case, request))
        (ruleset,) = chosen_readings(self.rulesets(pack, stood.widest), interpretation)
        return self.evaluate_first(case, request, ruleset)

    def evaluate_first(
        self, case: CaseFile, request: ScreenRequest, ruleset: Ruleset
    ) -> Assessment:
        """Return the findings of the first part of a matter under one ruleset, with no verdict."""
        part, view = self.first_part(case, request, ruleset)
        governs = Standing(governs=Truth.TRUE)
        return evaluate(part.case, ruleset, view, governs, request.assumptions)

    def first_part(
        self, case: CaseFile, request: ScreenRequest, ruleset: Ruleset
    ) -> tuple[Part, View]:
        """Return the first part of a matter with its facts as one ruleset of a screen reads them.

        Args:
            case: the matter.
            request: up to which day facts count, and what is assumed.
            ruleset: the screen in one reading, whatever governed.

        """
        parts, views = self._views(case, request, ruleset)
        return parts[0], views[0]

    def pack_for(self, matter: str) -> Pack:
        """Return the screen for matters of a type.

        Raises:
            UnknownNameError: there is none.

        """
        instruments = self.library.instruments.values()
        screens = {each.matter: each.id for each in instruments if each.is_screen}
        if matter not in screens:
            kind = "matter type with a screen"
            raise UnknownNameError(kind, matter, screens)
        return self.library.packs[screens[matter]]

    def rulesets(self, pack: Pack, governed: frozenset[str]) -> tuple[Ruleset, ...]:
        """Return the rulesets of a screen, the default first, as they are where these governed."""
        name = pack.instrument.id
        whole = self._rulesets.get(name)
        if whole is None:
            whole = self._rulesets[name] = self._made(name)
        found = self._switched.get((name, governed))
        if found is None:
            found = tuple(switched(each, governed) for each in whole)
            self._switched[name, governed] = found
        return found

    def standings(self, pack: Pack, question: Question) -> Standings:
        """Return how the instruments stood on which the rules of a screen rest."""
        key = (pack.instrument.id, question)
        found = self._standings.get(key)
        if found is None:
            found = self._standings[key] = standings_of(pack, self._lines(pack, question))
        return found

    def _lines(self, pack: Pack, question: Question) -> tuple[GoverningLine, ...]:
        named = {name for rule in pack.rules.values() for name in rule.rests_on}
        instruments = [each for name, each in self.library.instruments.items() if name in named]
        return governing_lines(instruments, question, self.library.words.vocabulary)

    def _check(self, pack: Pack, request: ScreenRequest) -> None:
        words: list[tuple[str, str, Collection[str]]] = [("mode", request.mode, SCREEN_MODES)]
        sets = {*self.library.assumption_sets, *pack.assumption_sets}
        words.extend(("assumption set", name, sets) for name in request.assumptions)
        for kind, word, known in words:
            if word not in known:
                raise UnknownNameError(kind, word, known)

    def _question(self, case: CaseFile, request: ScreenRequest) -> Question:
        is_actual = request.mode == AS_OF_ACTUAL
        decision = case.decision
        return Question(
            on=decision.day if is_actual else request.rules_on or request.today,
            known_on=request.today,
            component=decision.component,
            decision=decision.type,
            classes=decision.classes,
            place=decision.place,
        )

    def _views(
        self, case: CaseFile, request: ScreenRequest, ruleset: Ruleset
    ) -> tuple[tuple[Part, ...], list[View]]:
        """Return the parts of a matter, each with its facts as a study supposes them."""
        matter = self.library.words.matters[case.matter]
        reading = Reading(mode="audit", known_on=facts_known_on(case, matter, request))
        parts = parts_of_matter(case, matter, self.library.dictionary, reading)
        return parts, [self._supposed(part, request, ruleset) for part in parts]

    def _supposed(self, part: Part, request: ScreenRequest, ruleset: Ruleset) -> View:
        """Return the facts of a part with what follows from them, and what a study closes."""
        derivations = self.library.derivations
        matter = suppose(part.view, derivations, self._conditions)
        for sets in (self.library.assumption_sets, ruleset.pack.assumption_sets):
            chosen = chosen_sets(request.assumptions, sets)
            matter = assume(matter, chosen, derivations, self._conditions)
        settled = settled_judgments(part.case.judgments, ruleset, matter.view)
        return matter.view.with_settled(settled) if settled else matter.view

    def _verdicts(
        self, view: View, pack: Pack, stood: Standings, most: int | None = None
    ) -> tuple[Verdicts, ...]:
        """Return the verdicts on a part by what governed, in each reading or the first so many."""
        found: tuple[Verdicts, ...] = tuple({} for _ in self.rulesets(pack, stood.widest)[:most])
        for governed in stood.ways():
            for verdicts, ruleset in zip(found, self.rulesets(pack, governed), strict=False):
                verdicts[governed] = verdict_of(ruleset, view)
        return found

    def _readings(
        self, pack: Pack, every: list[tuple[Verdicts, ...]], order: tuple[str, ...]
    ) -> Iterator[ReadingState]:
        for number, ruleset in enumerate(self.rulesets(pack, frozenset())):
            if ruleset.interpretation:
                states = [each.state for part in every for each in part[number].values()]
                yield ReadingState(
                    interpretation=ruleset.interpretation, state=strictest(states, order)
                )


def facts_known_on(case: CaseFile, matter: MatterType, request: ScreenRequest) -> date:
    """Return the day up to which facts count.

    Of a matter that is planned and past it is its own day, so that nothing found out later is used.
    """
    if request.known_on is not None:
        return request.known_on
    return min(case.decision.day, request.today) if matter.may_lie_ahead else request.today


def _part(
    part: Part, view: View, verdict: Verdict, ruleset: Ruleset, request: ScreenRequest
) -> ScreenedPart:
    """Return a part with its findings, as they are if all that may have governed did."""
    names = request.assumptions
    assessment = evaluate(part.case, ruleset, view, Standing(governs=Truth.TRUE), names)
    return ScreenedPart(
        kind=part.kind,
        case=part.case,
        verdict=verdict,
        assessment=assessment,
        consequences=consequences_of(ruleset, view),
    )


def _over_ways(verdicts: Verdicts, order: tuple[str, ...]) -> Verdict:
    """Return the verdict over every way the law may stand; it is sure where all of them agree."""
    state = strictest((each.state for each in verdicts.values()), order)
    is_open = any(each.state != state or each.because_unknown for each in verdicts.values())
    return Verdict(state=state, because_unknown=is_open)


def _together(verdicts: list[Verdict], order: tuple[str, ...]) -> Verdict:
    """Return the verdict on a matter: the most restrictive one on any of its parts."""
    state = strictest((each.state for each in verdicts), order)
    is_sure = any(each.state == state and not each.because_unknown for each in verdicts)
    return Verdict(state=state, because_unknown=not is_sure)


def _branches(stood: Standings, parts: list[Verdicts], order: tuple[str, ...]) -> Iterator[Branch]:
    for instrument in stood.open:
        for governs in (True, False):
            states = [
                each.state
                for verdicts in parts
                for governed, each in verdicts.items()
                if (instrument in governed) is governs
            ]
            yield Branch(instrument=instrument, governs=governs, state=strictest(states, order))


def _not_governed(pack: Pack, stood: Standings) -> Iterator[str]:
    """Yield the rules that did not count; elements that only other rules read are not told."""
    for name in switched_off(pack, stood.widest):
        if pack.rules[name].kind != "definition":
            yield name
