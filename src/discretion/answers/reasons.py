"""Why a finding is what it is: a derivation as plain data, pruned to what carries the truth.

Each step says what was tested in plain English, what it came to, and whether the steps below it
were all needed or each would do alone. Leaves name their facts, with the claims that stand behind
them and the evidence.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.answers.plain import Plain
from discretion.answers.plain import plain_values
from discretion.answers.readout import english_of
from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Finding
from discretion.engines.reference import Derivation
from discretion.facts.casefile import CaseFile
from discretion.facts.view import ASSUMED
from discretion.facts.view import SHOWN_OUTSIDE
from discretion.facts.view import Reading
from discretion.facts.view import View
from discretion.facts.view import counted
from discretion.rules.assumption import WHOLE
from discretion.rules.condition import And
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.rules.english import English
from discretion.rules.english import show_values
from discretion.truth import Truth

ALL_NEEDED = "all_needed"
ALTERNATIVES = "alternatives"


class Reasons:
    """Turns derivations of one assessment into plain data."""

    def __init__(self, case: CaseFile, view: View, english: English, reading: Reading) -> None:
        """Take the case for its claims, the view for its values, the words, and what counts."""
        self.case = case
        self.view = view
        self.english = english
        self.reading = reading

    def because(self, derivation: Derivation, items: str = "", record: int = 0) -> Plain:
        """Return a derivation as plain data, as far as it carries its truth."""
        condition = derivation.condition
        step: Plain = {
            "says": self._says(derivation, items, record),
            "truth": str(derivation.truth),
        }
        if isinstance(condition, RuleMet):
            step["rule"] = condition.rule
        if isinstance(condition, Judged | Settled):
            step["judgment"] = condition.judgment
        carrying = list(carrying_parts(derivation))
        if carrying:
            inner = condition.items if isinstance(condition, Exists | ForAll | Count) else items
            step["how"] = how_carried(derivation)
            step["parts"] = [self.because(part, inner, part.record or record) for part in carrying]
        facts = list(self._facts(derivation, items, record))
        if facts:
            step["facts"] = facts
        return step

    def _says(self, derivation: Derivation, items: str, record: int) -> str:
        text = self.english.condition(derivation.condition, items)
        if not record or not items:
            return text
        return f"{self.view.dictionary.facts[items].item} {record}: {text}"

    def _facts(self, derivation: Derivation, items: str, record: int) -> Iterator[Plain]:
        condition = derivation.condition
        if isinstance(condition, Exists | ForAll | Count):
            yield {
                "fact": condition.items,
                "value": f"{len(self.view.listed(condition.items))} on record",
                "complete": str(self.view.completeness(condition.items)),
                **self._assumed(f"{condition.items}{WHOLE}"),
            }
        for term in terms_of(condition):
            for leaf in leaf_terms(term):
                if isinstance(leaf, Fact):
                    yield self._fact(leaf.name)
                elif isinstance(leaf, Field) and record:
                    yield self._field(items, record, leaf.name)

    def _fact(self, name: str) -> Plain:
        found: Plain = {"fact": name}
        if name in self.view.inapplicable:
            found["value"] = "not_applicable"
        elif name in self.view.known:
            found["value"] = plain_values(self.view.known[name])
            found.update(self._assumed(name))
        else:
            found["value"] = "unknown"
            absent = self.view.absent(name)
            found["reason"] = "not_recorded" if absent else self.view.reasons.get(name, "not_asked")
        claims = list(self._claims(name))
        if claims and name in self.view.known:
            found["claims"] = claims
        return found

    def _assumed(self, name: str) -> Plain:
        """Return the reason of what is known because a study assumes it."""
        return {"reason": ASSUMED} if _is_assumed(name, self.view) else {}

    def _claims(self, name: str) -> Iterator[Plain]:
        """Yield the claims of a fact that count in this reading, and the papers it may name."""
        account = self.case.facts.get(name)
        if account is None:
            return
        if self.reading.outward and account.disclosure not in SHOWN_OUTSIDE:
            return
        for claim in counted(account.claims, self.case, self.reading):
            row: Plain = {"value": plain_values(claim.values)}
            if claim.by:
                row["by"] = claim.by
            if claim.author:
                row["author"] = claim.author
            if claim.on is not None:
                row["on"] = claim.on.isoformat()
            papers = [paper for paper in claim.evidence if self._may_name(paper)]
            if papers:
                row["evidence"] = papers
            yield row

    def _may_name(self, paper: str) -> bool:
        if not self.reading.outward:
            return True
        found = self.case.evidence.get(paper)
        return found is not None and found.disclosure in SHOWN_OUTSIDE

    def _field(self, items: str, record: int, name: str) -> Plain:
        rows = self.view.listed(items)
        row: Table[str, object] = rows[record - 1] if record <= len(rows) else {}
        found: Plain = {"fact": f"{items}[{record}].{name}"}
        found["value"] = plain_values(rows[record - 1][name]) if name in row else "unknown"
        return found


def sentence_of(finding: Finding) -> str:
    """Return what a finding says, with what the chosen interpretation adds to it."""
    said = finding.rule.says
    return said if finding.says == said else f"{said} {finding.says}"


def carrying_parts(derivation: Derivation) -> Iterator[Derivation]:
    """Yield the parts that carry a truth: of a false conjunction the false ones, and so on."""
    condition, truth = derivation.condition, derivation.truth
    conjunctive = isinstance(condition, And | ForAll)
    disjunctive = isinstance(condition, Or | Exists)
    for part in derivation.children:
        if (conjunctive and truth is Truth.TRUE) or (disjunctive and truth is Truth.FALSE):
            yield part
        elif conjunctive or disjunctive:
            if part.truth is truth:
                yield part
        else:
            yield part


def how_carried(derivation: Derivation) -> str:
    """Return whether the carrying parts are all needed, or each would do alone."""
    condition, truth = derivation.condition, derivation.truth
    if isinstance(condition, And | ForAll):
        return ALTERNATIVES if truth is Truth.FALSE else ALL_NEEDED
    if isinstance(condition, Or | Exists):
        return ALL_NEEDED if truth is Truth.FALSE else ALTERNATIVES
    return ALL_NEEDED


def reasons_of(each: Assessment, finding: Finding) -> Iterator[tuple[str, str]]:
    """Yield the tests that carry a finding's truth in words, each with what is known of it.

    A rule that another rests on is named by its place and not opened again.
    """
    return tests_of(finding.derivation, each)


def tests_of(derivation: Derivation, each: Assessment) -> Iterator[tuple[str, str]]:
    """Yield the tests that carry the truth of any condition, likewise."""
    yield from _tests(derivation, each.view, english_of(each), "", 0)


def _tests(
    derivation: Derivation, view: View, english: English, items: str, record: int
) -> Iterator[tuple[str, str]]:
    condition = derivation.condition
    parts = list(carrying_parts(derivation))
    if isinstance(condition, Holds) and any(part.truth is Truth.TRUE for part in parts):
        parts = [part for part in parts if part.truth is Truth.TRUE]
        yield english.condition(condition, items), follows_from(view)
    opened = isinstance(condition, And | Or | Not | Holds) and parts
    if not opened:
        text = english.condition(condition, items)
        yield text, "; ".join(dict.fromkeys(known_of(condition, view, items, record)))
        return
    for part in parts:
        yield from _tests(part, view, english, items, part.record or record)


def known_of(condition: Condition, view: View, items: str, record: int) -> Iterator[str]:
    """Yield what is known of each fact that a test reads, of one record where it reads one."""
    if isinstance(condition, Exists | ForAll | Count):
        fact = view.dictionary.facts[condition.items]
        count = len(view.listed(condition.items))
        state = {Truth.TRUE: "all there are", Truth.FALSE: "not all", Truth.UNKNOWN: "perhaps more"}
        noun = fact.item if count == 1 else fact.items
        told = state[view.completeness(condition.items)]
        if _is_assumed(f"{condition.items}{WHOLE}", view):
            told = f"assumed to be {told}"
        yield f"{count or 'no'} {noun} on file, {told}"
    for term in terms_of(condition):
        for leaf in leaf_terms(term):
            if isinstance(leaf, Fact):
                yield _known_fact(leaf.name, view)
            elif isinstance(leaf, Field) and record:
                yield _known_field(items, record, leaf.name, view)


def _known_fact(name: str, view: View) -> str:
    fact = view.dictionary.facts.get(name)
    if name in view.known:
        told = "assumed" if _is_assumed(name, view) else "on file"
        return f"{told}: {show_values(view.known[name], fact)}"
    return "not recorded" if fact is not None and view.absent(name) else "not known"


def follows_from(view: View) -> str:
    """Return, in words, what a fact follows from that nobody said."""
    assumed = " or assumed" if ASSUMED in view.reasons.values() else ""
    return f"follows from what is on file{assumed}"


def _is_assumed(name: str, view: View) -> bool:
    return view.reasons.get(name) == ASSUMED


def _known_field(items: str, record: int, name: str, view: View) -> str:
    rows = view.listed(items)
    known = rows[record - 1] if record <= len(rows) else {}
    if name not in known:
        return "not known"
    return f"on file: {show_values(known[name], view.dictionary.facts[items].fields[name])}"
