"""A pack beside an official file as plain data: phrases with pages, provisions with reviews."""

from discretion.answers.plain import Plain
from discretion.answers.plain import plain_problem
from discretion.verification import ReviewedProvision
from discretion.verification import Sighting
from discretion.verification import Standing
from discretion.verification import Verification

NOTHING_VERIFIED = (
    "A match of phrases verifies nothing by itself: it shows that some words stand in this file, "
    "and not that a paraphrase says what the file says. That takes a named person who compares "
    "the two."
)
"""What every answer about an official file says."""


def answer_verification(found: Verification, recorded: int | None, version: str) -> Plain:
    """Return a pack beside an official file.

    Args:
        found: the two compared.
        recorded: the number of the review that was added to a file just now, None without one.
        version: the version of the package.

    """
    document = found.document
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [plain_problem(problem) for problem in found.problems],
        "says": NOTHING_VERIFIED,
        "instrument": found.pack.instrument.id,
        "title": found.pack.instrument.title,
        "digest": found.pack.instrument.digest,
        "file": {
            "name": document.name,
            "sha256": document.sha256,
            "pages": len(document.pages),
            "pages_without_text": list(document.silent_pages),
        },
        "phrases": [_phrase(each, found) for each in found.sightings],
        "phrases_found": len(found.sightings) - len(found.missing),
        "phrases_missing": len(found.missing),
        "provisions": [_provision(each) for each in found.provisions],
        "recorded": recorded,
    }


def _phrase(sighting: Sighting, found: Verification) -> Plain:
    phrase, nearest = sighting.phrase, sighting.nearest
    return {
        "words": phrase.quote.words,
        "rule": phrase.name or None,
        "citation": str(phrase.citation),
        "basis": phrase.citation.basis,
        "seen_in": phrase.quote.source,
        "source": found.pack.instrument.sources.get(phrase.quote.source),
        "pages": list(sighting.pages),
        "nearest": {"page": nearest.page, "words": nearest.words} if nearest else None,
    }


def _provision(each: ReviewedProvision) -> Plain:
    provision = each.provision
    return {
        "provision": provision.citation.pinpoint,
        "citation": str(provision.citation),
        "headings": list(provision.headings),
        "basis": provision.citation.basis,
        "reviewed": provision.citation.reviewed,
        "paraphrase": provision.text,
        "rules": [{"rule": rule.id, "says": rule.says} for rule in each.rules],
        "state": each.state.value,
        "reviews": [_review(standing) for standing in each.reviews],
    }


def _review(standing: Standing) -> Plain:
    found = standing.review.findings
    return {
        "review": standing.review.number,
        "verdict": found.verdict.value,
        "by": found.by,
        "role": found.role or None,
        "on": found.on.isoformat(),
        "note": found.note or None,
        "corrects": found.corrects,
        "corrected_by": standing.corrected_by,
        "stale": [why.value for why in standing.stale],
        "version": found.version,
    }
