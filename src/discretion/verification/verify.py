"""Verifying: what of a pack stands in an official file, and what its reviews say of the rest."""

from collections.abc import Iterable
from collections.abc import Mapping as Table

from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.law.provision import Provision
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule
from discretion.source import Report
from discretion.verification.document import Document
from discretion.verification.matching.nearest import Passage
from discretion.verification.matching.nearest import nearest_passage
from discretion.verification.matching.nearest import word_list
from discretion.verification.matching.search import pages_with
from discretion.verification.matching.search import searched
from discretion.verification.phrase import Phrase
from discretion.verification.phrase import phrases_of
from discretion.verification.reviews.review import Review
from discretion.verification.reviews.review import ReviewState
from discretion.verification.reviews.review import Standing
from discretion.verification.reviews.review import standings
from discretion.verification.reviews.review import state_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Where a phrase stands in a file: on which pages, counted from 1, none where it is missing.

    `nearest` is where the file comes closest to a missing one, None where nothing is close.
    """

    phrase: Phrase
    pages: tuple[int, ...]
    nearest: Passage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedProvision:
    """A provision with the rules that stand under it, and with what persons found of it."""

    provision: Provision
    rules: tuple[Rule, ...]
    reviews: tuple[Standing, ...]

    @property
    def state(self) -> ReviewState:
        """How the provision stands."""
        return state_of(self.reviews)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """A pack beside an official file. It verifies nothing by itself: persons do, in reviews.

    Provisions stand in the order of the text, phrases too. `problems` are warnings.
    """

    pack: Pack
    document: Document
    sightings: tuple[Sighting, ...]
    provisions: tuple[ReviewedProvision, ...]
    problems: tuple[Problem, ...]

    @property
    def missing(self) -> tuple[Sighting, ...]:
        """The phrases that stand nowhere in the file."""
        return tuple(each for each in self.sightings if not each.pages)


def verify_source(
    pack: Pack, document: Document, reviews: Iterable[Review] = (), reviewed_in: str = ""
) -> Verification:
    """Return a pack beside an official file.

    Args:
        pack: the pack whose instrument the file is said to be.
        document: the official file.
        reviews: all reviews of a file of reviews; those of other instruments are passed over.
        reviewed_in: the name of that file, for its problems.

    """
    text = searched(document.pages)
    found = [(phrase, pages_with(phrase.quote.words, text)) for phrase in phrases_of(pack)]
    words = word_list(document.pages)
    sightings = tuple(
        Sighting(
            phrase=phrase,
            pages=pages,
            nearest=None if pages else nearest_passage(phrase.quote.words, words),
        )
        for phrase, pages in found
    )
    own = [each for each in reviews if each.findings.instrument == pack.instrument.id]
    report = Report(reviewed_in)
    pinpoints = {each.citation.pinpoint for each in pack.provisions}
    for each in own:
        if each.findings.provision not in pinpoints:
            report.warning(
                "provision_gone",
                None,
                f"review {each.number} is of `{each.findings.provision}`, which this pack has not",
                "see under which heading its text stands now, and review that",
            )
    return Verification(
        pack=pack,
        document=document,
        sightings=sightings,
        provisions=_reviewed(pack, standings(own, pack.instrument.digest, document.sha256)),
        problems=tuple(report.problems),
    )


def phrases_found(packs: Table[str, Pack], document: Document) -> tuple[tuple[str, int, int], ...]:
    """Return the instruments of which a file holds phrases, those first that have most of them.

    Args:
        packs: the packs, by the identifiers of their instruments.
        document: the file.

    Returns:
        Each instrument with how many of its phrases stand in the file, and how many it has.

    """
    text = searched(document.pages)
    counts = []
    for name, pack in packs.items():
        phrases = phrases_of(pack)
        found = sum(bool(pages_with(phrase.quote.words, text)) for phrase in phrases)
        if found:
            counts.append((name, found, len(phrases)))
    return tuple(sorted(counts, key=lambda each: (-each[1], each[2], each[0])))


def _reviewed(pack: Pack, reviews: tuple[Standing, ...]) -> tuple[ReviewedProvision, ...]:
    """Return the provisions in the order of the text, each with the rules down to the next one."""
    ordered = sorted(pack.provisions, key=lambda each: each.line)
    ends = [*(each.line for each in ordered[1:]), None]
    return tuple(
        ReviewedProvision(
            provision=each,
            rules=tuple(
                rule
                for rule in pack.rules.values()
                if each.line < rule.line and (end is None or rule.line < end)
            ),
            reviews=tuple(
                standing
                for standing in reviews
                if standing.review.findings.provision == each.citation.pinpoint
            ),
        )
        for each, end in zip(ordered, ends, strict=True)
    )
