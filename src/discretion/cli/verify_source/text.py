"""A pack beside an official file for a reader: phrases, then what a person has to compare."""

from collections import Counter
from collections.abc import Iterator
from shlex import quote

from discretion import NOTHING_VERIFIED
from discretion import long_date
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.verification import ReviewedProvision
from discretion.verification import ReviewState
from discretion.verification import Sighting
from discretion.verification import Stale
from discretion.verification import Standing
from discretion.verification import Verification

STATES = {
    ReviewState.NOT_REVIEWED: "reviewed by nobody yet",
    ReviewState.STALE: "reviewed only on another state of the pack or another file",
    ReviewState.AGREES: "found to agree",
    ReviewState.DIFFERS: "found to differ",
    ReviewState.DISPUTED: "found to agree and to differ",
}
STALE = {Stale.PACK: "another state of the pack", Stale.FILE: "another file"}
REPORTED = (
    "Words that were seen in a report may be the report's own, and a PDF may hold its words in "
    "another order than it shows them: look at the page before you say that a phrase is wrong."
)
NO_PHRASE = (
    "The pack quotes no words of this instrument, so nothing here shows that the file is the "
    "instrument. Look at its title and its date."
)
NONE_FOUND = "None of them stands in this file. Look whether it is the file of this instrument."


def show_verification(found: Verification, reviews: str, recorded: int | None) -> str:
    """Return a pack beside an official file.

    Args:
        found: the two compared.
        reviews: the file of reviews, its name; empty without one.
        recorded: the number of the review that was added to it just now, None without one.

    """
    return "".join(_parts(found, reviews, recorded)).lstrip("\n")


def _parts(found: Verification, reviews: str, recorded: int | None) -> Iterator[str]:
    instrument, document = found.pack.instrument, found.document
    yield heading(f"{instrument.title}: the pack beside a file")
    yield paragraph(f"Pack {instrument.id}")
    yield paragraph(instrument.digest, indent="    ")
    pages = counted(len(document.pages), "page")
    yield paragraph(f"File {document.name}, {pages}, of which the first in the file is page 1")
    yield paragraph(document.sha256, indent="    ")
    yield paragraph(NOTHING_VERIFIED)
    yield from _phrases(found)
    yield from _provisions(found)
    if recorded is not None:
        yield subheading("Recorded")
        yield paragraph(f"Review {recorded} was added to {reviews}.")
        return
    yield subheading("To record what a person found")
    yield (
        f"discretion policy verify-source {quote(document.name)} \\\n"
        f"    --policy {instrument.id} --reviews {quote(reviews or 'reviews.yaml')} \\\n"
        "    --review PROVISION --by NAME --verdict VERDICT --on YEAR-MONTH-DAY\n"
    )
    yield paragraph("VERDICT is agrees or differs, PROVISION a place as the list above names it.")


def _phrases(found: Verification) -> Iterator[str]:
    seen = [each for each in found.sightings if each.pages]
    total = len(found.sightings)
    yield subheading("Phrases found")
    if not total:
        yield paragraph(NO_PHRASE)
        return
    yield paragraph(f"{len(seen)} of {counted(total, 'phrase')} found.")
    for each in seen:
        yield paragraph(f"{_cited(each)}: {_pages(each.pages)}.", bullet="- ")
    if not found.missing:
        return
    yield subheading("Phrases missing")
    yield paragraph(f"{len(found.missing)} of {counted(total, 'phrase')} missing. {REPORTED}")
    if not seen:
        yield paragraph(NONE_FOUND)
    for each in found.missing:
        yield paragraph(f"{_cited(each)}: on no page.", bullet="- ")
        if each.nearest is not None:
            nearest = f"Nearest, page {each.nearest.page}: “{each.nearest.words}”"
            yield paragraph(nearest, indent="    ")


def _cited(each: Sighting) -> str:
    phrase = each.phrase
    of = ", ".join(part for part in (phrase.citation.pinpoint, phrase.name) if part)
    return f"“{phrase.quote.words}” ({of}; {phrase.citation.basis}, seen in {phrase.quote.source})"


def _provisions(found: Verification) -> Iterator[str]:
    yield subheading("For a person to compare with the file")
    states = Counter(each.state for each in found.provisions)
    listed = ", ".join(f"{states[state]} {STATES[state]}" for state in STATES if states[state])
    told = f": {listed}" if listed else ""
    yield paragraph(f"{counted(len(found.provisions), 'provision')}{told}.")
    for each in found.provisions:
        yield from _provision(each)


def _provision(each: ReviewedProvision) -> Iterator[str]:
    citation = each.provision.citation
    says = f"{citation.pinpoint} ({citation.basis}): {each.provision.text}"
    yield paragraph(says, bullet="- ")
    for rule in each.rules:
        yield paragraph(f"{rule.id}: {rule.says}", indent="    ", bullet="- ")
    state = STATES[each.state]
    yield paragraph(f"{capital(state)}.", indent="    ")
    for standing in each.reviews:
        yield paragraph(_review(standing), indent="    ", bullet="- ")


def _review(standing: Standing) -> str:
    found = standing.review.findings
    role = f" ({found.role})" if found.role else ""
    said = f"Review {standing.review.number}: {found.verdict.value}, by {found.by}{role}, "
    said += f"{long_date(found.on)}."
    if found.note:
        said += f" “{found.note}”"
    if found.corrects:
        said += f" Corrects review {found.corrects}."
    if standing.corrected_by:
        said += f" Corrected by review {standing.corrected_by}."
    if standing.stale:
        made_on = " and ".join(STALE[why] for why in standing.stale)
        said += f" Stale: it was made on {made_on}."
    return said


def _pages(pages: tuple[int, ...]) -> str:
    listed = ", ".join(str(page) for page in pages)
    return f"page {listed}" if len(pages) == 1 else f"pages {listed}"
