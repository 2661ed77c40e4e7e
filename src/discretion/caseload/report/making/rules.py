"""Tables of the rules, outcomes and missing facts of one policy."""

from collections.abc import Iterator

from discretion.caseload.report.counting.conditions import Tested
from discretion.caseload.report.counting.conditions import answered
from discretion.caseload.report.counting.conditions import any_bit
from discretion.caseload.report.counting.conditions import is_token
from discretion.caseload.report.counting.conditions import named
from discretion.caseload.report.making.basis import Basis
from discretion.caseload.report.making.extents import UNIT
from discretion.caseload.report.making.lines import FIGURE
from discretion.caseload.report.making.lines import TRUTH_COLUMNS
from discretion.caseload.report.making.lines import Shown
from discretion.caseload.report.making.lines import shown_line
from discretion.caseload.report.making.lines import shown_part
from discretion.caseload.report.making.lines import truth_line
from discretion.caseload.report.shares import INTERVAL_NOTE
from discretion.caseload.report.shares import part_of
from discretion.caseload.report.source import PolicyRun
from discretion.caseload.report.table import HIDDEN
from discretion.caseload.report.table import Cell
from discretion.caseload.report.table import Hidden
from discretion.caseload.report.table import ReportTable
from discretion.caseload.report.table import Row
from discretion.caseload.report.table import count
from discretion.caseload.report.table import share
from discretion.caseload.report.table import words

NO_ACTION = "A rule that is met is never by itself a reason to act, and decides nothing."
NOT_ASKED = (
    "A rule is asked only of rows whose decision it speaks to, and not where its part of the "
    "policy had no effect: the rows of its line are those of which it is asked. An outcome may "
    "rest on it all the same."
)
NONE_ESTABLISHED = "nothing established"
UNKNOWN_APART = "Unknown is a third answer beside yes and no, and is never counted as a no."


def rules_table(basis: Basis, policy: PolicyRun) -> ReportTable:
    """Return in how many rows each rule is met, not met, and not known to be either."""
    asked = [answered(policy, (bit,)) for bit in range(len(policy.rules))]
    rows = tuple(
        (name, *_said(basis, policy, bit), *cells)
        for (bit, name), cells in zip(
            enumerate(policy.rules), _truths(basis, policy, asked), strict=True
        )
    )
    return ReportTable(
        id=f"rules-{policy.number}",
        title=f"Rules of {basis.words.title(policy)}",
        unit=UNIT,
        definition=(
            f"For each rule, of {basis.which_rows(policy)}: the rows in which what it tests is "
            f"met on the record, is not met, and is not known. {UNKNOWN_APART} {NO_ACTION}"
        ),
        columns=(
            words("rule", "Rule"),
            words("kind", "Kind"),
            words("says", "What it says"),
            *TRUTH_COLUMNS,
        ),
        rows=rows,
        notes=(*limits_of(policy), INTERVAL_NOTE),
        figure=FIGURE,
    )


def limits_of(policy: PolicyRun) -> tuple[str, ...]:
    """Return in which rows a rule of a policy is not asked, in words; nothing where in none."""
    return (NOT_ASKED,) if policy.is_limited else ()


def named_table(basis: Basis, policy: PolicyRun) -> ReportTable:
    """Return how many rows count in each share: the first whose condition is true of the row."""
    asked = [named(name) for name in basis.run.named]
    says = basis.run.metadata.get("named", {})
    rows = basis.rows_of(policy)
    found = basis.counter.truths(asked, basis.wanted.where(policy)).get("", ())
    counts = [each.true for each in found]
    shown = shown_line([*counts, rows - sum(counts)], basis.limit)[:-1]
    return ReportTable(
        id=f"named-{policy.number}",
        title=f"What is documented in the rows under {basis.words.title(policy)}",
        unit=UNIT,
        definition=(
            f"Of {basis.which_rows(policy)}: the rows that count in each share. A row counts in "
            "the first share whose condition the record shows to be true, and in the last where "
            "it shows none. That a row counts in another share does not say that the first does "
            "not hold of it: the record need not say. What follows under the policy is for a "
            "person to say, on all of the case."
        ),
        columns=(
            words("named", "Share"),
            words("says", "What it says"),
            count("rows", "Rows"),
            share("share", "Share of the rows"),
        ),
        rows=tuple(
            (name.replace("_", " "), str(says.get(name, "")), number, _part(number, rows))
            for name, number in zip(basis.run.named, shown, strict=True)
        ),
    )


def outcomes_table(basis: Basis, policy: PolicyRun) -> ReportTable:
    """Return how often each outcome is established, and how often it may still be."""
    return ReportTable(
        id=f"outcomes-{policy.number}",
        title=f"Outcomes under {basis.words.title(policy)}",
        unit=UNIT,
        definition=(
            f"Of {basis.which_rows(policy)}: the rows in which an outcome is established on the "
            "record; and, of those in which nothing is established, the rows in which it may "
            "still be, once what is missing is known. One row may still come to several. An "
            "outcome is a state of a matter under a policy, never an action."
        ),
        columns=(
            words("outcome", "Outcome"),
            words("says", "What it says"),
            count("rows", "Rows"),
            count("established", "Established"),
            share("established_share", "Established, of all rows"),
            count("may_still_be", "May still be"),
        ),
        rows=tuple(_outcomes(basis, policy)),
        figure=("established", "may_still_be"),
    )


def _outcomes(basis: Basis, policy: PolicyRun) -> Iterator[Row]:
    """Yield each outcome of a policy with its counts, then the rows in which there is none."""
    number, limit = policy.number, basis.limit
    is_open = f"r.established_{number} IS NULL"
    asked = [
        *(is_token(number, token) for token in policy.outcomes),
        is_open,
        *(
            f"({is_open} AND {any_bit(f'possible_{number}', 1 << bit)})"
            for bit in range(len(policy.outcomes))
        ),
    ]
    rows, *counts = basis.counter.sums(asked, basis.wanted.where(policy))[""]
    tokens = len(policy.outcomes)
    *shown, undetermined = shown_line(counts[: tokens + 1], limit)
    for token, each, still in zip(policy.outcomes, shown, counts[tokens + 1 :], strict=True):
        may = HIDDEN if undetermined is HIDDEN else shown_part(still, counts[tokens], limit)
        says = basis.words.outcome(policy, token)
        yield token, says, rows, each, _part(each, rows), may
    yield NONE_ESTABLISHED, "", rows, undetermined, _part(undetermined, rows), undetermined


def facts_table(basis: Basis, policy: PolicyRun) -> ReportTable:
    """Return which missing facts hold back how many rows."""
    held = [any_bit(f"decides_alone_{policy.number}", 1 << bit) for bit in range(len(policy.facts))]
    rows, *counts = basis.counter.sums(held, basis.wanted.where(policy))[""]
    shown = [shown_part(each, rows, basis.limit) for each in counts]
    held_back = [pair for pair in zip(policy.facts, shown, strict=True) if pair[1] != 0]
    lines = (
        (name, basis.words.fact(name), rows, each, _part(each, rows))
        for name, each in sorted(held_back, key=lambda pair: (_falling(pair[1]), pair[0]))
    )
    return ReportTable(
        id=f"facts-{policy.number}",
        title=f"Missing facts that hold back rows under {basis.words.title(policy)}",
        unit=UNIT,
        definition=(
            f"Of {basis.which_rows(policy)}: the rows in which the fact is not known and some "
            "value of it alone would decide a rule that is undetermined. One row may wait for "
            "several facts, and a rule may wait for several together, which is not counted here."
        ),
        columns=(
            words("fact", "Fact"),
            words("question", "The question it answers"),
            count("rows", "Rows"),
            count("held_back", "Rows held back"),
            share("held_back_share", "Held back, of all rows"),
        ),
        rows=tuple(lines),
        notes=("Facts that hold back no row are left out.",),
        figure=("held_back",),
    )


def _truths(basis: Basis, policy: PolicyRun, asked: list[Tested]) -> Iterator[tuple[Cell, ...]]:
    """Yield the cells of each thing asked, over the rows that count under a policy."""
    (found,) = basis.counter.truths(asked, basis.wanted.where(policy)).values()
    for each in found:
        yield truth_line(each, basis.limit)


def _said(basis: Basis, policy: PolicyRun, bit: int) -> tuple[str, str]:
    rule = basis.words.rule(policy, bit)
    return (rule.kind, f"{rule.says} ({rule.citation})") if rule else ("", "")


def _part(shown: Shown, rows: int) -> Cell:
    return HIDDEN if isinstance(shown, Hidden) else part_of(shown, rows)


def _falling(shown: Shown) -> int:
    """Return what orders counts from the largest down, with those hidden last, in no order."""
    return 1 if isinstance(shown, Hidden) else -shown
