"""An assessment for a reader: what governed, what was found and why, what is missing."""

from collections.abc import Iterator

from discretion import AssessedCase
from discretion import Assessment
from discretion import Library
from discretion import SideBySide
from discretion import assumed_answers
from discretion import long_date
from discretion.answers.wording import ASSUMED_TITLE
from discretion.answers.wording import BANNER
from discretion.answers.wording import INTERNAL_MARK
from discretion.answers.wording import LOOK_AT_THE_FILE as LOOK
from discretion.answers.wording import NOT_READ
from discretion.answers.wording import NOTHING_ASSUMED
from discretion.answers.wording import NOTHING_CLOSED
from discretion.answers.wording import NOTHING_RECORDED
from discretion.answers.wording import UNREVIEWED
from discretion.answers.wording import assumed_in_words
from discretion.answers.wording import assumption_in_words
from discretion.answers.wording import authority_in_words
from discretion.answers.wording import decision_in_words
from discretion.answers.wording import gates_in_words
from discretion.answers.wording import marks_in_words
from discretion.answers.wording import outcome_in_words
from discretion.answers.wording import party_in_words
from discretion.answers.wording import problem_in_words
from discretion.answers.wording import reading_in_words
from discretion.answers.wording import title_in_words
from discretion.answers.wording import unguided_in_words
from discretion.answers.wording import unreviewed_in_words
from discretion.cli.text.difference import show_difference
from discretion.cli.text.findings import show_findings
from discretion.cli.text.governed import show_briefly
from discretion.cli.text.governed import show_today_briefly
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.cli.text.missing import show_duties
from discretion.cli.text.missing import show_judgments
from discretion.cli.text.missing import show_missing

__all__ = ["BANNER", "LOOK", "NOT_READ", "UNREVIEWED", "show_assessed"]


def show_assessed(
    assessed: AssessedCase, library: Library, beside: SideBySide | None = None
) -> str:
    """Return an assessed case as text, with its instruments side by side where that was asked."""
    return "".join(_parts(assessed, library, beside)).lstrip("\n")


def _parts(assessed: AssessedCase, library: Library, beside: SideBySide | None) -> Iterator[str]:
    yield paragraph(BANNER)
    if assessed.audience == "internal":
        yield paragraph(INTERNAL_MARK)
    yield heading(assessed.case.name)
    day = long_date(assessed.question.on)
    yield paragraph(decision_in_words(assessed, library.words.vocabulary))
    yield paragraph(reading_in_words(assessed))
    if assessed.party:
        yield paragraph(party_in_words(assessed))
    yield from map(paragraph, map(assumption_in_words, assessed.assumptions))
    yield from _warnings(assessed)
    yield subheading(f"What governed on {day}")
    yield from show_briefly(assessed.governing, library)
    yield subheading(f"What governs today, {long_date(assessed.today_on)}")
    yield from show_today_briefly(assessed.today, library)
    yield from _threshold(assessed)
    if beside is not None:
        from discretion.cli.text.sides.side_by_side import show_side_by_side

        outward = assessed.audience == "outward"
        yield from show_side_by_side(beside, assessed.question, library, outward=outward)
    first: dict[str, Assessment] = {}
    for assessment in assessed.assessments:
        if assessment.instrument in first:
            yield from show_difference(first[assessment.instrument], assessment)
        else:
            first[assessment.instrument] = assessment
            yield from _assessment(assessment, assessed)


def _warnings(assessed: AssessedCase) -> Iterator[str]:
    """Yield what may be wrong with the file, where whoever reads the answer cannot miss it."""
    if not assessed.problems:
        return
    yield subheading("Look at the file")
    yield paragraph(LOOK)
    for each in assessed.problems:
        yield paragraph(problem_in_words(each), bullet="- ")


def _threshold(assessed: AssessedCase) -> Iterator[str]:
    shown = list(gates_in_words(assessed))
    if shown:
        yield subheading("Before any rule")
        yield from (paragraph(says, bullet="- ") for says in shown)


def _assessment(each: Assessment, assessed: AssessedCase) -> Iterator[str]:
    yield heading(title_in_words(each))
    if each.ruleset is None:
        yield from _unguided(each, assessed)
        return
    yield from map(paragraph, authority_in_words(each))
    yield from _closed(each)
    yield subheading("Outcome")
    outcome, *reachable = outcome_in_words(each, outward=assessed.audience == "outward")
    yield paragraph(outcome)
    yield from (paragraph(says, bullet="- ") for says in reachable)
    yield from show_findings(each)
    if assessed.audience == "internal":
        yield from show_judgments(each)
        yield from show_missing(each)
    yield from show_duties(each)
    yield from _marks(each)


def _closed(each: Assessment) -> Iterator[str]:
    """Yield what the sets closed of one matter, as answers that nobody gave."""
    if not each.assumptions:
        return
    yield subheading(ASSUMED_TITLE)
    answers = list(assumed_answers(each))
    for question, answer, is_instead in answers:
        told = assumed_in_words(question, answer, is_instead=is_instead)
        yield paragraph(told, bullet="- ")
    if not answers:
        yield paragraph(NOTHING_CLOSED)


def _unguided(each: Assessment, assessed: AssessedCase) -> Iterator[str]:
    yield paragraph(unguided_in_words(assessed))
    if assessed.assumptions:
        yield paragraph(NOTHING_ASSUMED)
    yield subheading("On record")
    if not each.recorded:
        yield paragraph(NOTHING_RECORDED)
    for text in each.recorded:
        yield paragraph(f"{capital(text)}.", bullet="- ")


def _marks(each: Assessment) -> Iterator[str]:
    yield subheading("How the text was read")
    unreviewed = unreviewed_in_words(each)
    if unreviewed:
        yield paragraph(unreviewed)
    for meaning in marks_in_words(each):
        yield paragraph(meaning, bullet="- ")
