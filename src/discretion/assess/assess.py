"""Assessing a case: what governed, what it says on what is known, and what could change it."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from types import MappingProxyType

from discretion.assess.assessment import AssessedCase
from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Gate
from discretion.assess.assume import Supposed
from discretion.assess.assume import assume
from discretion.assess.assume import chosen_sets
from discretion.assess.assume import named_sets
from discretion.assess.assume import suppose
from discretion.assess.evaluate import evaluate
from discretion.assess.judgments import settled_judgments
from discretion.assess.ruleset import Ruleset
from discretion.assess.ruleset import chosen_readings
from discretion.assess.ruleset import rulesets
from discretion.assess.unguided import assess_unguided
from discretion.assess.unguided import guides
from discretion.engines.reading import Reading as Conditions
from discretion.engines.reference import ReferenceEngine
from discretion.errors import AssumedOutwardError
from discretion.errors import OutwardRefusedError
from discretion.errors import Problem
from discretion.errors import UnknownInstrumentError
from discretion.errors import UnknownNameError
from discretion.facts.casefile import CaseFile
from discretion.facts.casefile import JudgmentEntry
from discretion.facts.view import MODES
from discretion.facts.view import Reading
from discretion.facts.view import View
from discretion.facts.view import view_case
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.law.governing import GoverningLine
from discretion.law.governing import Question
from discretion.law.governing import governing_lines
from discretion.law.period import Stretch
from discretion.law.period import governing_stretches
from discretion.law.standing import Standing
from discretion.law.standing import standings
from discretion.rules.library import Library
from discretion.truth import Truth

AUDIENCES = ("internal", "outward")
PARTIES = ("agency", "client")
NO_OUTWARD = "no_outward_document"
"""The effect of a gate that keeps everything inside."""
NO_POLICY = "no_policy_open"
"""The gate that stands where no instrument governed."""
MOST_QUESTIONS = 10_000
"""How many answers about what governed are kept: the days of 27 years, asked for one office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """How a case is to be read: mode, knowledge, whose account, for whom, under what.

    `today` is the day on which the answer is given. `known_on` is None for the usual day: the
    decision's for facts in audit mode, else the filing date or today; today for law.
    `instruments` are assessed whether or not they governed, each once; empty for those that did.
    `interpretation` is the only one to assess in, empty for the default, None for every one.
    """

    today: date
    mode: str = "review"
    known_on: date | None = None
    party: str = ""
    audience: str = "internal"
    instruments: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    interpretation: str | None = None


class Assessor:
    """Assesses cases with one library; rulesets are made once and used again.

    So is what governed: the cases of one table put few questions of law, each of them often.
    """

    def __init__(self, library: Library) -> None:
        """Take the library."""
        self.library = library
        self._rulesets: dict[str, tuple[Ruleset, ...]] = {}
        self._governing: dict[Question, tuple[GoverningLine, ...]] = {}
        self._conditions = Conditions(
            rules={}, judgments={}, derivable=library.derivations.derivable
        )

    def rulesets(self, instrument: str) -> tuple[Ruleset, ...]:
        """Return the rulesets of an instrument, one for each interpretation.

        Raises:
            UnknownInstrumentError: no pack describes it.

        """
        found = self._rulesets.get(instrument)
        if found is None:
            found = rulesets(self.library, self.library.pack(instrument))
            self._rulesets[instrument] = found
        return found

    def assess(
        self, case: CaseFile, request: Request, problems: tuple[Problem, ...] = ()
    ) -> AssessedCase:
        """Return every assessment of a case that a request asks for.

        Raises:
            UnknownInstrumentError: the request names an instrument that no pack describes.
            UnknownNameError: the request names a mode, a party or an assumption nobody knows.
            OutwardRefusedError: the answer is for outside, and a gate keeps it inside.
            AssumedOutwardError: the answer is for outside, and would rest on an assumption.

        """
        check_request(request, self.library)
        question = question_of(case, request)
        governing = self.governing(question)
        reading = reading_of(case, request)
        case = replace(case, judgments=self._judgments(case, reading.known_on))
        base = full = self._matter(case, reading)
        if reading.outward:
            full = self._matter(case, replace(reading, outward=False))
            self._check_outward(case, request, governing, full.view)
        assessments = tuple(self._assessments(case, request, governing, base, full))
        today = replace(question, on=request.today, known_on=request.today)
        return AssessedCase(
            case=case,
            question=question,
            facts_known_on=reading.known_on,
            mode=request.mode,
            party=request.party,
            audience=request.audience,
            today=self.governing(today),
            today_on=request.today,
            governing=governing,
            threshold=tuple(
                gate
                for gate in self._threshold(case, base.view)
                if gate.state is Truth.TRUE or not reading.outward
            ),
            assessments=assessments,
            problems=() if reading.outward else problems,
            titles={
                name: instrument.title for name, instrument in self.library.instruments.items()
            },
            assumptions=tuple(named_sets(request.assumptions, self.library)),
        )

    def view(self, case: CaseFile, request: Request, ruleset: Ruleset) -> View:
        """Return the facts of a case as one ruleset reads them, without assessing anything.

        Raises:
            UnknownNameError: the request names a mode, a party or an assumption nobody knows.

        """
        check_request(request, self.library)
        reading = reading_of(case, request)
        case = replace(case, judgments=self._judgments(case, reading.known_on))
        library = self.library
        shared = chosen_sets(request.assumptions, library.assumption_sets)
        base = self._matter(case, reading)
        matter = assume(base, shared, library.derivations, self._conditions)
        return self._read(case, request, ruleset, matter)[1]

    def governing(self, question: Question) -> tuple[GoverningLine, ...]:
        """Return what governed, by the timelines of every pack."""
        found = self._governing.get(question)
        if found is None:
            instruments = self.library.instruments.values()
            found = governing_lines(instruments, question, self.library.words.vocabulary)
            if len(self._governing) >= MOST_QUESTIONS:
                self._governing.clear()
            self._governing[question] = found
        return found

    def governing_period(self, question: Question, last: date) -> tuple[Stretch, ...]:
        """Return what governed from the question's day to another, that day included."""
        instruments = [pack.instrument for pack in self.library.packs.values()]
        vocabulary = self.library.words.vocabulary
        return governing_stretches(instruments, question, last, vocabulary)

    def _matter(self, case: CaseFile, reading: Reading) -> Supposed:
        library = self.library
        stated = view_case(case, library.dictionary, reading, self._date_fact(case))
        return suppose(stated, library.derivations, self._conditions)

    def _judgments(self, case: CaseFile, known_on: date) -> Table[str, JudgmentEntry]:
        """Return the judgments that count: made by then, and settled by nobody but the decider."""
        may_be_one, decider = self.library.words.vocabulary.may_be_one, case.decision.component
        return MappingProxyType(
            {
                name: entry
                for name, entry in case.judgments.items()
                if (entry.on is None or entry.on <= known_on)
                and (entry.state != "settled" or may_be_one(entry.component, decider))
            }
        )

    def _date_fact(self, case: CaseFile) -> str:
        return self.library.words.matters[case.matter].date_fact

    def _assessments(
        self,
        case: CaseFile,
        request: Request,
        governing: Iterable[GoverningLine],
        base: Supposed,
        full: Supposed,
    ) -> Iterator[Assessment]:
        stood = standings(governing)
        library = self.library
        shared = chosen_sets(request.assumptions, library.assumption_sets)
        matter = assume(base, shared, library.derivations, self._conditions)
        chosen = tuple(dict.fromkeys(request.instruments)) or tuple(
            name for name, standing in stood.items() if standing.governs is not Truth.FALSE
        )
        for instrument in chosen:
            standing = stood.get(instrument, Standing())
            for ruleset in chosen_readings(self.rulesets(instrument), request.interpretation):
                made = self._one(case, request, ruleset, matter, standing)
                if request.audience == "outward":
                    made = _disclosable(made, self._one(case, request, ruleset, full, standing))
                yield made
        certain = [name for name in chosen if stood.get(name, Standing()).governs is Truth.TRUE]
        decision = case.decision.type
        guided = any(guides(library.pack(name), decision, stood[name]) for name in certain)
        if not request.instruments and not guided:
            yield assess_unguided(base.view, self._date_fact(case), procedure=bool(certain))

    def _one(
        self,
        case: CaseFile,
        request: Request,
        ruleset: Ruleset,
        matter: Supposed,
        standing: Standing,
    ) -> Assessment:
        own, shared = ruleset.pack.assumption_sets, self.library.assumption_sets
        matter, view = self._read(case, request, ruleset, matter)
        names = tuple(name for name in request.assumptions if name in shared or name in own)
        made = evaluate(case, ruleset, view, standing, names)
        return replace(made, closed=matter.closed) if names else made

    def _read(
        self, case: CaseFile, request: Request, ruleset: Ruleset, matter: Supposed
    ) -> tuple[Supposed, View]:
        """Return a matter with what the pack's own sets close, and as its rules then read it."""
        sets = chosen_sets(request.assumptions, ruleset.pack.assumption_sets)
        matter = assume(matter, sets, self.library.derivations, ruleset.reading)
        view = matter.view
        return matter, view.with_settled(settled_judgments(case.judgments, ruleset, view))

    def _check_outward(
        self,
        case: CaseFile,
        request: Request,
        governing: Iterable[GoverningLine],
        full: View,
    ) -> None:
        """Keep inside what a gate keeps inside, unless counsel's override is on record.

        Raises:
            OutwardRefusedError: the person is unknown to the government, no instrument governed,
                or one that did not govern would be cited as authority.

        """
        overridden = {row["gate"] for row in case.overrides}
        for gate in self._threshold(case, full):
            if gate.effect == NO_OUTWARD and gate.state is not Truth.FALSE:
                unsaid = ", and the file can say so" if gate.state is Truth.UNKNOWN else ""
                _refuse(gate.gate, f"{gate.says.rstrip('.')}{unsaid}", overridden)
        governed = {name: each.governs for name, each in standings(governing).items()}
        cited = request.instruments or tuple(governed)
        inoperative = [name for name in cited if governed.get(name, Truth.FALSE) is Truth.FALSE]
        if request.instruments and inoperative:
            reason = f"`{inoperative[0]}` did not govern and is no authority for this decision"
            _refuse(NO_POLICY, reason, overridden)
        if all(governs is not Truth.TRUE for governs in governed.values()):
            _refuse(NO_POLICY, "no instrument is known to have governed this decision", overridden)

    def _threshold(self, case: CaseFile, view: View) -> Iterator[Gate]:
        matter = self.library.words.matters[case.matter]
        conditions = self.library.gates[case.matter]
        engine = ReferenceEngine(view, self._conditions)
        for gate, condition in zip(matter.gates, conditions, strict=True):
            state = engine.truth(condition)
            yield Gate(
                gate=gate.gate,
                state=state,
                effect=gate.effect,
                says=gate.open if state is Truth.UNKNOWN else gate.says,
            )


def _refuse(gate: str, reason: str, overridden: set[str]) -> None:
    if gate not in overridden:
        raise OutwardRefusedError(gate, reason)


def question_of(case: CaseFile, request: Request) -> Question:
    """Return the question of law that a case puts."""
    return Question(
        on=case.decision.day,
        known_on=request.known_on or request.today,
        component=case.decision.component,
        decision=case.decision.type,
        classes=case.decision.classes,
        place=case.decision.place,
    )


def reading_of(case: CaseFile, request: Request) -> Reading:
    """Return which claims of a case count for a request."""
    return Reading(
        mode=request.mode,
        known_on=known_on(case, request),
        party=request.party,
        outward=request.audience == "outward",
    )


def known_on(case: CaseFile, request: Request) -> date:
    """Return the day up to which facts count."""
    if request.known_on is not None:
        return request.known_on
    if request.mode == "audit":
        return case.decision.day
    return case.filing_date or request.today


def check_request(request: Request, library: Library) -> None:
    """Refuse a request in words nobody knows.

    Raises:
        UnknownInstrumentError: no pack describes an instrument it names, or it names a screen,
            which is no authority.
        UnknownNameError: it names a mode, party, audience or assumption nobody knows.
        AssumedOutwardError: it is for outside, and would rest on an assumption.

    """
    for instrument in request.instruments:
        if library.pack(instrument).instrument.is_screen:
            authorities = [name for name, each in library.instruments.items() if not each.is_screen]
            raise UnknownInstrumentError(instrument, authorities)
    words: list[tuple[str, str, Collection[str]]] = [
        ("mode", request.mode, MODES),
        ("audience", request.audience, AUDIENCES),
    ]
    if request.party:
        words.append(("party", request.party, PARTIES))
    if any(name not in library.assumption_sets for name in request.assumptions):
        sets = set(library.assumption_sets)
        sets.update(name for pack in library.packs.values() for name in pack.assumption_sets)
        words.extend(("assumption set", name, sets) for name in request.assumptions)
    for kind, word, known in words:
        if word not in known:
            raise UnknownNameError(kind, word, known)
    if request.assumptions and request.audience == "outward":
        raise AssumedOutwardError(request.assumptions[0])


def _disclosable(shown: Assessment, full: Assessment) -> Assessment:
    """Return what may be shown outside: true findings that nothing internal contradicts.

    Nothing that rests on a recalled text, no open question and no missing fact is shown, nor what
    a part says that did not govern; an outcome may rest on such a part, so none is then stated.
    """
    truths: Table[str, Truth] = {each.rule.id: each.truth for each in full.findings}
    kept = tuple(
        each
        for each in shown.findings
        if each.truth is Truth.TRUE
        and truths[each.rule.id] is Truth.TRUE
        and each.rule.citation.basis != "recalled"
        and not shown.is_without_effect(each.rule)
    )
    rules = {each.rule.id for each in kept}
    stated = "" if shown.without_effect else shown.outcome
    agreed = stated if stated == full.outcome else ""
    known = "" if shown.without_effect else shown.established
    established = known if known == full.established else ""
    return replace(
        shown,
        outcome=agreed,
        established=established,
        reachable=(agreed,) if agreed else (),
        categories_met=tuple(rule for rule in shown.categories_met if rule in rules),
        findings=kept,
        missing=(),
        judgments=tuple(each for each in shown.judgments if each.state == "settled"),
        duties=tuple(each for each in shown.duties if each.rule in rules),
    )
