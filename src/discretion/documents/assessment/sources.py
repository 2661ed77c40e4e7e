"""Sources: the facts, the papers and the provisions that a sentence of the memo rests on."""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion.assess.assessment import AssessedCase
from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Finding
from discretion.assess.wording.leaves import leaves_of
from discretion.documents.content.sentence import Sentence
from discretion.facts.casefile import Account
from discretion.facts.casefile import Claim
from discretion.facts.dictionary import Dictionary
from discretion.facts.view import SHOWN_OUTSIDE
from discretion.facts.view import Reading
from discretion.facts.view import counted
from discretion.facts.view import counted_records


class Sources:
    """Finds what sentences about one case rest on, as far as its reader may see it."""

    def __init__(self, assessed: AssessedCase, dictionary: Dictionary) -> None:
        """Take the case with how it was read, and what can be said of it."""
        self.case = assessed.case
        self.dictionary = dictionary
        self.reading = Reading(
            mode=assessed.mode,
            known_on=assessed.facts_known_on,
            party=assessed.party,
            outward=assessed.audience == "outward",
        )

    def of_finding(self, finding: Finding, each: Assessment, text: str) -> Sentence:
        """Return a sentence that says a finding, with the facts and papers that carry it."""
        names = (fact for leaf in leaves_of(each, finding) for fact in leaf.facts)
        return self.of_facts(text, dict.fromkeys(names), (str(finding.rule.citation),))

    def of_facts(
        self, text: str, names: Iterable[str], citations: tuple[str, ...] = ()
    ) -> Sentence:
        """Return a sentence on some facts, with the papers on which they rest.

        The day of the decision is no fact of the case, though conditions read it as one.
        """
        facts = tuple(name for name in names if name.partition("[")[0] in self.dictionary.facts)
        papers = (paper for name in facts for paper in self.papers_of(name))
        return Sentence(
            text=text, facts=facts, papers=tuple(dict.fromkeys(papers)), citations=citations
        )

    def papers_of(self, name: str) -> Iterator[str]:
        """Yield the papers that the claims of a fact, or of a list and its records, name."""
        for claim in self.claims_of(name):
            yield from self.named_by(claim)

    def named_by(self, claim: Claim) -> Iterator[str]:
        """Yield the papers that a claim names and that its reader may see."""
        return (paper for paper in claim.evidence if self._may_name(paper))

    def claims_of(self, name: str) -> Iterator[Claim]:
        """Yield the claims of a fact that count in this reading."""
        for account in self._accounts(name):
            yield from counted(account.claims, self.case, self.reading)

    def _accounts(self, name: str) -> Iterator[Account]:
        items, _, rest = name.partition("[")
        listed = self.case.lists.get(items)
        if listed is not None and self._may_show(listed.disclosure):
            records = counted_records(listed, self.case, self.reading)
            number, _, field = rest.partition("].")
            if not rest:
                yield from (account for record in records for account in record.values())
            elif number.isdigit() and 0 < int(number) <= len(records):
                found = records[int(number) - 1].get(field)
                yield from () if found is None else (found,)
        account = self.case.facts.get(name)
        if account is not None and self._may_show(account.disclosure):
            yield account

    def _may_show(self, disclosure: str) -> bool:
        return not self.reading.outward or disclosure in SHOWN_OUTSIDE

    def _may_name(self, paper: str) -> bool:
        found = self.case.evidence.get(paper)
        return found is not None and self._may_show(found.disclosure)

    def named(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """Return the papers of a sentence by their titles, nothing where it has none."""
        titles = [self.title_of(paper) for paper in sentence.papers]
        if not titles:
            return ()
        return (Sentence(text=f"{'; '.join(titles)}.", papers=sentence.papers),)

    def title_of(self, paper: str) -> str:
        """Return what a paper is called, with its tab where it has one."""
        found = self.case.evidence[paper]
        title = found.title or found.kind.replace("_", " ")
        return f"Tab {found.tab}, {title}" if found.tab else title
