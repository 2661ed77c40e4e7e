"""Why a finding is what it is: a derivation as plain data, pruned to what carries the truth.

Each step says what was tested in plain English, what it came to, and whether the steps below it
were all needed or each would do alone. Leaves name their facts, with the claims that stand behind
them and the evidence.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.answers.plain import Plain
from discretion.answers.plain import plain_values
from discretion.assess.wording.reasons import carrying_parts
from discretion.assess.wording.reasons import how_carried
from discretion.assess.wording.reasons import is_assumed
from discretion.engines.reference import Derivation
from discretion.facts.casefile import CaseFile
from discretion.facts.view import ASSUMED
from discretion.facts.view import SHOWN_OUTSIDE
from discretion.facts.view import Reading
from discretion.facts.view import View
from discretion.facts.view import counted
from discretion.rules.assumption import WHOLE
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Judged
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.rules.english import English


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
        return {"reason": ASSUMED} if is_assumed(name, self.view) else {}

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
