"""What is open, for a reader: judgments, missing facts and what each could change, duties."""

from collections.abc import Iterator

from discretion import Assessment
from discretion.answers.wording import DUTY_STATES
from discretion.answers.wording import NOTHING_MISSING
from discretion.answers.wording import duty_text
from discretion.answers.wording import judgment_in_words
from discretion.answers.wording import missing_groups
from discretion.answers.wording import missing_in_words
from discretion.answers.wording import out_of_reach
from discretion.answers.wording import standing_duties
from discretion.answers.wording import within_reach
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading

__all__ = ["DUTY_STATES", "duty_text", "show_duties", "show_judgments", "show_missing"]


def show_judgments(each: Assessment) -> Iterator[str]:
    """Yield the open terms that only a person may settle, with who said what."""
    if not each.judgments:
        return
    yield subheading("Judgments, which only a person may make")
    for judgment in within_reach(each):
        yield paragraph(judgment_in_words(judgment), bullet="- ")
    others = out_of_reach(each)
    if others:
        yield paragraph(others, bullet="- ")


def show_missing(each: Assessment) -> Iterator[str]:
    """Yield the missing facts, in the order to ask for them, with what each could change."""
    yield subheading("What is missing, and what it could change")
    if not each.missing:
        yield paragraph(NOTHING_MISSING)
    for lead, rows in missing_groups(each):
        yield paragraph(lead)
        for row in rows:
            yield paragraph(missing_in_words(row, each), bullet="- ")


def show_duties(each: Assessment) -> Iterator[str]:
    """Yield the duties that are owed, may be owed or have been discharged."""
    owed = list(standing_duties(each))
    if not owed or each.ruleset is None:
        return
    yield subheading("Duties")
    for duty in owed:
        yield paragraph(duty_text(duty, each.ruleset.pack.rules[duty.rule]), bullet="- ")
