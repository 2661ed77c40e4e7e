"""Whether a change of what a pack means is told in its `CHANGES.md`, and shown by a case."""

from discretion.errors import Problem
from discretion.rules.packs.changes.marks import CHANGES
from discretion.rules.packs.changes.marks import Changes
from discretion.rules.packs.changes.marks import read_changes
from discretion.rules.packs.changes.meaning import Meaning
from discretion.rules.packs.changes.meaning import meaning_of
from discretion.rules.rule import Pack
from discretion.source import Report
from discretion.source import Scalar


def check_changes(pack: Pack) -> tuple[Problem, ...]:
    """Return the problems of the marks of a pack that nothing else is wrong with.

    The last mark has to be of the meaning that the pack has now, something has to be told before
    it, and cases have to have changed with the meaning since the mark before. A change of cases
    alone is a warning, as anybody may add one.
    """
    report = Report(f"{pack.shown}/{CHANGES}")
    changes = read_changes(pack, report)
    if not report.problems:
        _check(changes, meaning_of(pack), report)
    return tuple(report.problems)


def _check(changes: Changes, now: Meaning, report: Report) -> None:
    if not changes.marks:
        report.error(
            "meaning_unmarked",
            None,
            f"no line of {CHANGES} says for which meaning of the pack it stands",
            f"end the file with the line `{now}`",
        )
        return
    last = changes.marks[-1]
    at = Scalar("", last.line, 1)
    before = changes.marks[-2].meaning if len(changes.marks) > 1 else None
    if not last.meaning.is_same(now):
        _unsaid(changes, now, at, report)
    elif not last.is_told:
        report.error(
            "change_unsaid",
            at,
            "nothing is told of the change that this line marks",
            "say above it, in a line that begins with `- `, what changed and why",
        )
    elif before is not None and now.is_untested_after(before):
        report.error(
            "change_without_case",
            at,
            "the rules have changed their meaning since the mark before, and no case has changed",
            "add a case that failed before the change: `discretion policy check` then prints "
            "the line to put here",
        )
    elif last.meaning != now:
        report.warning(
            "mark_outdated",
            at,
            "the cases have changed since this line was written, and the meaning has not",
            f"put in its place the line `{now}`",
        )


def _unsaid(changes: Changes, now: Meaning, at: Scalar, report: Report) -> None:
    """Report a meaning that has no mark, with everything that is still to be done."""
    steps = [] if changes.is_told else ["say below it what changed and why"]
    if now.is_untested_after(changes.marks[-1].meaning):
        steps.append("add a case that failed before the change")
        steps.append("check again for the line to end the file with")
    else:
        steps.append(f"end the file with the line `{now}`")
    report.error(
        "meaning_changed",
        at,
        f"the meaning of the pack is no longer the one that {CHANGES} was last written for",
        " and ".join((", ".join(steps[:-1]), steps[-1])) if len(steps) > 1 else steps[-1],
    )
