"""Judgments in words: where an open term stands, and who brought it there."""

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import JudgmentState

NOT_ASSERTED = "not_asserted"
"""The state of a judgment that nothing on record could rest on."""


def judgment_in_words(judgment: JudgmentState) -> str:
    """Return where a judgment stands, its question and where it is written."""
    return f"{standing_in_words(judgment)}: {judgment.question} ({judgment.citation})"


def standing_in_words(judgment: JudgmentState) -> str:
    """Return where a judgment stands and who brought it there."""
    answer = "met" if judgment.met else "not met"
    side = f" for the {judgment.side}" if judgment.side else ""
    if judgment.state == "settled":
        return f"Settled by {judgment.by} as {answer}"
    if judgment.state == "argued":
        return f"Argued by {judgment.by}{side} as {answer}, and open"
    if judgment.stale:
        return f"Open again, as the facts have changed since {judgment.by} settled it"
    return "Open"


def within_reach(each: Assessment) -> tuple[JudgmentState, ...]:
    """Return the judgments that the record asserts something for."""
    return tuple(judgment for judgment in each.judgments if judgment.state != NOT_ASSERTED)


def out_of_reach(each: Assessment) -> str:
    """Return how many judgments nothing on record could rest on, empty where there are none."""
    count = len(each.judgments) - len(within_reach(each))
    if not count:
        return ""
    noun = "other judgment is" if count == 1 else "other judgments are"
    return f"{count} {noun} out of reach: the record asserts nothing to rest on."
