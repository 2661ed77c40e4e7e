"""Tables by period, by place and by what else a mapping keeps to group rows by."""

from collections.abc import Iterator

from discretion.caseload.report.counting.conditions import answered
from discretion.caseload.report.counting.conditions import is_token
from discretion.caseload.report.counting.counter import PERIODS
from discretion.caseload.report.making.basis import Basis
from discretion.caseload.report.making.extents import UNIT
from discretion.caseload.report.making.lines import FIGURE
from discretion.caseload.report.making.lines import TRUTH_COLUMNS
from discretion.caseload.report.making.lines import Shown
from discretion.caseload.report.making.lines import ordered
from discretion.caseload.report.making.lines import shown_lines
from discretion.caseload.report.making.lines import truth_lines
from discretion.caseload.report.making.rules import NONE_ESTABLISHED
from discretion.caseload.report.making.rules import UNKNOWN_APART
from discretion.caseload.report.making.rules import limits_of
from discretion.caseload.report.shares import INTERVAL_NOTE
from discretion.caseload.report.shares import part_of
from discretion.caseload.report.shares import wilson
from discretion.caseload.report.source import PolicyRun
from discretion.caseload.report.table import HIDDEN
from discretion.caseload.report.table import Cell
from discretion.caseload.report.table import Hidden
from discretion.caseload.report.table import ReportTable
from discretion.caseload.report.table import Row
from discretion.caseload.report.table import count
from discretion.caseload.report.table import share
from discretion.caseload.report.table import words

Groups = list[tuple[str, tuple[int, ...]]]
RATE_NOTE = (
    "A share counts the rows of the group in which the outcome is established, of all its rows: "
    "where nothing is established, facts may be wanting, and not evenly over the groups. Its "
    "interval is the 95% interval of Wilson (1927): how far the share could differ by chance if "
    "the rows of the group were a random sample. Compare shares with it, and never without."
)
"""Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209."""
NOT_ABOUT_ANYBODY = (
    "Groups differ in what their records hold as well as in what was decided. No row says why, and "
    "nothing here is about any person or officer."
)


def group_tables(basis: Basis, policy: PolicyRun, by: str) -> Iterator[ReportTable]:
    """Yield the categories and the outcomes of a policy, group by group.

    Args:
        basis: what the report rests on.
        policy: the policy.
        by: a period, `place`, or what else rows are grouped by.

    """
    if basis.words.categories(policy):
        yield categories_by(basis, policy, by)
    if policy.outcomes:
        yield outcomes_by(basis, policy, by)


def categories_by(basis: Basis, policy: PolicyRun, by: str) -> ReportTable:
    """Return in how many rows of each group each category is met, is not, and is not known."""
    bits = basis.words.categories(policy)
    asked = [answered(policy, (bit,)) for bit in bits]
    found = basis.counter.truths(asked, basis.wanted.where(policy), by)
    lines: list[Row] = []
    for place, bit in enumerate(bits):
        groups = [(name, found[name][place]) for name in ordered(list(found))]
        rule = basis.words.rule(policy, bit)
        lines.extend(
            (policy.rules[bit], rule.says if rule else "", group, *cells)
            for group, cells in truth_lines(groups, basis.limit)
        )
    return ReportTable(
        id=f"categories-{policy.number}-by-{_file(by)}",
        title=f"Categories of {basis.words.title(policy)}, by {_told(by)}",
        unit=UNIT,
        definition=(
            f"Of {basis.which_rows(policy)}, by {_told(by)}: the rows in which each category is "
            f"met on the record, is not met, and is not known. {UNKNOWN_APART}"
        ),
        columns=(
            words("rule", "Rule"),
            words("says", "What it says"),
            words("group", _heading(by)),
            *TRUTH_COLUMNS,
        ),
        rows=tuple(lines),
        notes=(*limits_of(policy), INTERVAL_NOTE, NOT_ABOUT_ANYBODY),
        figure=FIGURE,
    )


def outcomes_by(basis: Basis, policy: PolicyRun, by: str) -> ReportTable:
    """Return how often each outcome is established in the rows of each group."""
    tokens = policy.outcomes
    number = policy.number
    asked = [is_token(number, token) for token in tokens]
    found = basis.counter.sums(
        [*asked, f"r.established_{number} IS NULL"], basis.wanted.where(policy), by
    )
    groups: Groups = [(name, found[name][1:]) for name in ordered(list(found))]
    lines: list[Row] = [
        (line.group, token, basis.words.outcome(policy, token), line.rows, each,
         *_rate(each, line.rows))
        for line in shown_lines(groups, basis.limit)
        for token, each in zip((*tokens, NONE_ESTABLISHED), line.counts, strict=True)
    ]  # fmt: skip
    return ReportTable(
        id=f"outcomes-{number}-by-{_file(by)}",
        title=f"Outcomes under {basis.words.title(policy)}, by {_told(by)}",
        unit=UNIT,
        definition=(
            f"Of {basis.which_rows(policy)}, by {_told(by)}: the rows in which each outcome is "
            "established on the record, and those in which none is. An outcome is a state of a "
            "matter under a policy, never an action."
        ),
        columns=(
            words("group", _heading(by)),
            words("outcome", "Outcome"),
            words("says", "What it says"),
            count("rows", "Rows of the group"),
            count("established", "Established"),
            share("established_share", "Established, of the group"),
            share("interval_low", "Interval from"),
            share("interval_high", "Interval to"),
        ),
        rows=tuple(lines),
        notes=(RATE_NOTE, NOT_ABOUT_ANYBODY),
    )


def _rate(established: Shown, rows: int) -> tuple[Cell, ...]:
    """Return the share of the rows of a group, with its interval."""
    if isinstance(established, Hidden):
        return HIDDEN, HIDDEN, HIDDEN
    return part_of(established, rows), *wilson(established, rows)


def _told(by: str) -> str:
    return f"{by} of the decision" if by in PERIODS else by.replace("_", " ")


def _heading(by: str) -> str:
    return _told(by)[:1].upper() + _told(by)[1:]


def _file(by: str) -> str:
    """Return what a group is called in the name of a file: plain letters, figures and hyphens."""
    return "".join(each if each.isalnum() else "-" for each in by.casefold())
