"""Putting the sentences of a pack to the solver: each part, each reading, then a changed pack."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from discretion.assess.ruleset import rulesets
from discretion.compare.day import first_day
from discretion.compare.proof.asking.question import LeftOut
from discretion.compare.proof.asking.question import Part
from discretion.compare.proof.asking.question import Question
from discretion.compare.proof.asking.subject import Subject
from discretion.compare.proof.forms.form import Form
from discretion.compare.proof.replay import replay
from discretion.compare.proof.result import NOT_SETTLED
from discretion.compare.proof.result import PROVED
from discretion.compare.proof.result import REFUTED
from discretion.compare.proof.result import Counterexample
from discretion.compare.proof.result import MadeCase
from discretion.compare.proof.result import PackProofs
from discretion.compare.proof.result import Proof
from discretion.compare.proof.result import Script
from discretion.compare.proof.sentences import cited
from discretion.compare.proof.sentences import forms_of
from discretion.engines.smt.choosing.solving import Found
from discretion.engines.smt.choosing.solving import Search
from discretion.rules.library import Library
from discretion.rules.rule import Pack

NOTHING = "nothing in the pack for it to speak of"
"""Why a sentence is not asked of a pack at all."""
LEFT_OUT = "left_out"
"""What a part comes to that speaks of nothing."""


class Settled(NamedTuple):
    """What one part came to, with what refutes it."""

    status: str
    about: str = ""
    cases: tuple[MadeCase, ...] = ()
    subject: Subject | None = None
    why: str = ""


class Prover:
    """Proves sentences, with a clock that ends the time of each.

    `scripts` collects each question that had no answer, where they are asked for.
    """

    def __init__(
        self, seconds: float, clock: Callable[[], float], today: date, *, records: bool = False
    ) -> None:
        """Take how long one sentence may take, by which clock, on which day."""
        self.seconds = seconds
        self.clock = clock
        self.today = today
        self.records = records
        self.scripts: list[Script] = []
        self._ends = 0.0
        self._sentence = ""

    def prove(self, library: Library, pack: Pack) -> PackProofs:
        """Return what each sentence about a pack comes to."""
        subjects = [Subject(library, each) for each in rulesets(library, pack)]
        proofs, silent = list[Proof](), list[LeftOut]()
        for form in forms_of(library, pack):
            proof = self.sentence(form, library, subjects)
            if proof is None:
                silent.append(LeftOut(about=form.id, why=NOTHING))
            else:
                proofs.append(proof)
        return PackProofs(
            library=library,
            pack=pack,
            proofs=tuple(proofs),
            silent=tuple(silent),
            unclaimed=pack.unclaimed,
            seconds=self.seconds,
            scripts=tuple(self.scripts),
        )

    def sentence(self, form: Form, library: Library, subjects: list[Subject]) -> Proof | None:
        """Return what one sentence comes to, None where the pack gives it nothing to speak of."""
        self._ends = self.clock() + self.seconds
        self._sentence = f"{subjects[0].ruleset.pack.instrument.id} {form.id}"
        bounds: dict[str, int] = {}
        found = [self._part(part, subject, bounds) for part, subject in _parts(form, subjects)]
        if not found:
            return None
        refuted = next((each for each in found if each.status == REFUTED), None)
        is_open = any(each.status == NOT_SETTLED for each in found)
        status = REFUTED if refuted else NOT_SETTLED if is_open else PROVED
        noticed = self._noticed(form, library, subjects[0]) if status == PROVED else ""
        return Proof(
            id=form.id,
            says=form.says,
            citation=cited(form.id, subjects[0].ruleset.pack),
            status=status,
            parts=len(found),
            settled=sum(each.status != NOT_SETTLED for each in found),
            bounds=dict(sorted(bounds.items())),
            noticed=noticed,
            counterexample=None if refuted is None else _counterexample(refuted),
            left_out=tuple(dict.fromkeys((*_told(form, subjects), *_of_parts(found)))),
        )

    def _part(self, part: Part, subject: Subject, bounds: dict[str, int]) -> Settled:
        """Return what one part comes to, and note how many records it was shown for."""
        for question in part.asks():
            for items, number in question.bounds.items():
                bounds[items] = max(bounds.get(items, 0), number)
            left = self._ends - self.clock()
            if left <= 0:
                return Settled(NOT_SETTLED)
            search = Search(question.kept, left)
            search.is_recording = self.records and not part.must_exist
            found, model = search.ask(*question.wanted)
            self._keep(search, part)
            if found is Found.NOT_SETTLED:
                return Settled(NOT_SETTLED)
            if part.must_exist and model is not None:
                replay(question, question.cases(model), subject, self.today)
                return Settled(PROVED)
            if model is not None:
                shown = self._shown(search, question, subject)
                return Settled(REFUTED, part.about, shown, subject)
        if part.must_exist:
            status = LEFT_OUT if part.or_left_out else REFUTED
            return Settled(status, part.about, (), subject, part.or_left_out)
        return Settled(PROVED)

    def _keep(self, search: Search, part: Part) -> None:
        self.scripts.extend(
            Script(sentence=self._sentence, about=part.about, text=text) for text in search.refuted
        )

    def _shown(self, search: Search, question: Question, subject: Subject) -> tuple[MadeCase, ...]:
        """Return the answer that says the least, as far as time allows, replayed."""
        search.is_recording = False
        day = question.day == first_day(subject.ruleset.pack.instrument).toordinal()
        for wanted in ((*question.wanted, day), question.wanted):
            _, model, _ = search.fewest(question.said, *wanted)
            if model is not None:
                break
        else:
            _, model = search.ask(*question.wanted)
        if model is None:
            message = "an answer that was found is not found again"
            raise ValueError(message)
        return replay(question, question.cases(model), subject, self.today, whole=True)

    def _noticed(self, form: Form, library: Library, subject: Subject) -> str:
        """Return the first change of the pack that refutes the sentence, empty where none does."""
        for mutant in form.mutants(subject):
            for changed in mutant.subjects(library):
                for part in mutant.parts(changed):
                    if isinstance(part, Part) and self._is_refuted(part, changed):
                        return mutant.change
        return ""

    def _is_refuted(self, part: Part, subject: Subject) -> bool:
        for question in part.asks():
            left = self._ends - self.clock()
            if left <= 0:
                return False
            found, model = Search(question.kept, left).ask(*question.wanted)
            if part.must_exist and found is not Found.NONE:
                return False
            if model is not None:
                replay(question, question.cases(model), subject, self.today)
                return True
        return part.must_exist


def _parts(form: Form, subjects: Iterable[Subject]) -> Iterator[tuple[Part, Subject]]:
    """Yield the parts of a sentence in each reading, once where two readings ask the same."""
    seen = set[object]()
    for subject in subjects:
        for part in form.parts(subject):
            if isinstance(part, LeftOut):
                continue
            rules = subject.closure(part.conditions).rules
            key = (part.about, part.must_exist, part.conditions, frozenset(rules.items()))
            if key not in seen:
                seen.add(key)
                yield part, subject


def _told(form: Form, subjects: Iterable[Subject]) -> Iterator[LeftOut]:
    for subject in subjects:
        yield from (each for each in form.parts(subject) if isinstance(each, LeftOut))


def _of_parts(found: Iterable[Settled]) -> Iterator[LeftOut]:
    for each in found:
        if each.status == LEFT_OUT:
            yield LeftOut(about=each.about, why=each.why)


def _counterexample(settled: Settled) -> Counterexample:
    interpretation = "" if settled.subject is None else settled.subject.ruleset.interpretation
    return Counterexample(about=settled.about, interpretation=interpretation, cases=settled.cases)
