"""What is open in the memo: judgments, accounts that conflict, missing facts, and duties."""

from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import JudgmentState
from discretion.assess.assessment import MissingRow
from discretion.assess.wording.duties import duty_text
from discretion.assess.wording.duties import standing_duties
from discretion.assess.wording.judgments import judgment_in_words
from discretion.assess.wording.judgments import out_of_reach
from discretion.assess.wording.judgments import within_reach
from discretion.assess.wording.missing import NOTHING_MISSING
from discretion.assess.wording.missing import missing_groups
from discretion.assess.wording.missing import missing_in_words
from discretion.dates import long_date
from discretion.documents.assessment.findings import rule_sentences
from discretion.documents.assessment.head import listed
from discretion.documents.assessment.sources import Sources
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from discretion.facts.casefile import Claim
from discretion.facts.dictionary import FactType
from discretion.rules.english import show_values

CONFLICTING = "conflicting"
"""Why a fact is open of which accounts differ."""
PARTIES = {"client": "the client", "agency": "the agency", "third_party": "a third party",
           "court": "a court"}  # fmt: skip
NOT_OWED = "Not owed, on what is known:"


def judgments_of(each: Assessment) -> Iterator[Block]:
    """Yield the open terms that only a person may settle, with who said what."""
    if not each.judgments:
        return
    yield Heading(text="Judgments, which only a person may make", level=2)
    reached = [judgment_sentence(judgment) for judgment in within_reach(each)]
    if reached:
        yield listed(reached)
    others = out_of_reach(each)
    if others:
        yield Paragraph(sentences=plain(others))


def judgment_sentence(judgment: JudgmentState) -> Sentence:
    """Return where a judgment stands, with its question and its place."""
    return Sentence(text=judgment_in_words(judgment), citations=(judgment.citation,))


def conflicts_of(each: Assessment, sources: Sources) -> Iterator[Block]:
    """Yield what the accounts say that conflict, each with who said it and on which papers."""
    found = [
        _conflict(name, each.view.dictionary.facts[name], sources)
        for name, reason in each.view.reasons.items()
        if reason == CONFLICTING
    ]
    if found:
        yield Heading(text="Where accounts conflict", level=2)
        yield listed(found)


def _conflict(name: str, fact: FactType, sources: Sources) -> Sentence:
    told = "; ".join(_claim(claim, fact, sources) for claim in sources.claims_of(name))
    return sources.of_facts(f"{fact.question} {told}.", (name,))


def _claim(claim: Claim, fact: FactType, sources: Sources) -> str:
    by = PARTIES.get(claim.by, "somebody")
    on = f", {long_date(claim.on)}" if claim.on is not None else ""
    named = ", ".join(map(sources.title_of, sources.named_by(claim)))
    papers = f", on {named}" if named else ""
    return f"{show_values(claim.values, fact)} (by {by}{on}{papers})"


def missing_of(each: Assessment) -> Iterator[Block]:
    """Yield the missing facts in the order in which to ask, with what each could change."""
    yield Heading(text="What is missing, and what it could change", level=2)
    if not each.missing:
        yield Paragraph(sentences=plain(NOTHING_MISSING))
    for lead, rows in missing_groups(each):
        yield Paragraph(sentences=plain(lead))
        yield listed(missing_sentence(row, each) for row in rows)


def missing_sentence(row: MissingRow, each: Assessment) -> Sentence:
    """Return a missing fact with its question, and the provisions that it bears on."""
    rules = each.ruleset.pack.rules if each.ruleset is not None else {}
    named = [str(rules[rule].citation) for rule in row.could_change]
    asked = [judgment.citation for judgment in each.judgments if judgment.id in row.informs]
    return Sentence(
        text=missing_in_words(row, each),
        facts=(row.fact,),
        citations=tuple(dict.fromkeys((*named, *asked))),
    )


def duties_of(each: Assessment, sources: Sources) -> Iterator[Block]:
    """Yield every duty: how it stands, by when and whose, and at the end those not owed."""
    if each.ruleset is None or not each.duties:
        return
    rules = each.ruleset.pack.rules
    findings = {finding.rule.id: finding for finding in each.findings}
    yield Heading(text="Duties", level=2)
    standing = tuple(standing_duties(each))
    told = [
        sources.of_finding(findings[duty.rule], each, duty_text(duty, rules[duty.rule]))
        for duty in standing
    ]
    if told:
        yield listed(told)
    others = [findings[duty.rule] for duty in each.duties if duty not in standing]
    if others:
        yield Paragraph(sentences=plain(NOT_OWED))
        yield listed(rule_sentences(others, each, sources))
