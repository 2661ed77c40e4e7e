"""A review: one named person compared one provision with one official file and says what it is."""

from collections.abc import Iterable
from datetime import date
from enum import Enum

from discretion.frozen import dataclass


class Verdict(Enum):
    """What a person found: the official text says what the provision says, or it does not."""

    AGREES = "agrees"
    DIFFERS = "differs"


class Stale(Enum):
    """Why a review says nothing of what lies before us: it was made on something else."""

    PACK = "pack"
    FILE = "file"


class ReviewState(Enum):
    """How a provision stands: what its reviews say that are neither stale nor corrected.

    `DISPUTED` is said where they do not all say the same, and `STALE` where each is stale.
    """

    NOT_REVIEWED = "not_reviewed"
    STALE = "stale"
    AGREES = "agrees"
    DIFFERS = "differs"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a person found, before it stands in a file: of which provision, by whom, and when.

    `corrects` is the number of the review in whose place this one stands, None where it stands
    beside all others. `provision` is a pinpoint (`II.C(b)`). `pack` and `file` are the digests of
    what was compared, `version` is the version of the package that showed it.
    """

    instrument: str
    provision: str
    verdict: Verdict
    by: str
    role: str
    on: date
    note: str
    corrects: int | None
    pack: str
    file: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One review of a file, with its number there, counted from 1."""

    number: int
    findings: Findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A review beside what lies before us: why it is stale, and which review corrected it."""

    review: Review
    stale: tuple[Stale, ...]
    corrected_by: int | None

    @property
    def counts(self) -> bool:
        """Whether it says something of what lies before us."""
        return not self.stale and self.corrected_by is None


def standings(reviews: Iterable[Review], pack: str, file: str) -> tuple[Standing, ...]:
    """Return reviews in their order, each beside what lies before us.

    Args:
        reviews: the reviews of one file, each after those that it corrects.
        pack: the digest of the pack as it is.
        file: the digest of the official file.

    """
    listed = tuple(reviews)
    corrected = {each.findings.corrects: each.number for each in listed if each.findings.corrects}
    return tuple(
        Standing(
            review=each,
            stale=tuple(
                why
                for why, made_on, now in (
                    (Stale.PACK, each.findings.pack, pack),
                    (Stale.FILE, each.findings.file, file),
                )
                if made_on != now
            ),
            corrected_by=corrected.get(each.number),
        )
        for each in listed
    )


def state_of(reviews: Iterable[Standing]) -> ReviewState:
    """Return how a provision stands, from all of its reviews."""
    listed = tuple(reviews)
    verdicts = {each.review.findings.verdict for each in listed if each.counts}
    if not verdicts:
        return ReviewState.STALE if listed else ReviewState.NOT_REVIEWED
    if len(verdicts) > 1:
        return ReviewState.DISPUTED
    return ReviewState(verdicts.pop().value)
