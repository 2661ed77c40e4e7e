"""Comparing: two policies, or two runs over the same rows, set side by side."""

from collections.abc import Iterator

from discretion.caseload.report.counting.counter import Counter
from discretion.caseload.report.kinds.opening import open_run
from discretion.caseload.report.kinds.opening import rests_on
from discretion.caseload.report.making.basis import extent_of
from discretion.caseload.report.making.pairs import PAIRS
from discretion.caseload.report.making.pairs import Pair
from discretion.caseload.report.making.pairs import Side
from discretion.caseload.report.making.pairs import pair_tables
from discretion.caseload.report.making.summary import told
from discretion.caseload.report.making.summary import waiting_of
from discretion.caseload.report.report import NOT_A_DECISION
from discretion.caseload.report.report import Report
from discretion.caseload.report.source import PolicyRun
from discretion.caseload.report.source import Run
from discretion.caseload.report.source import check_same_data
from discretion.caseload.report.wanted import Wanted
from discretion.caseload.report.wanted import check_wanted
from discretion.caseload.report.words import Words
from discretion.frozen import replace
from discretion.rules.library import Library

COMPARISON = "caseload_comparison"
DEFAULT = Wanted()


def compare_runs(a: Run, b: Run, library: Library, wanted: Wanted = DEFAULT) -> Report:
    """Return two runs over the same rows set side by side, policy by policy.

    Every row counts under every policy. Policies of one place in both runs are paired where the
    runs differ in what was assumed or known; otherwise each of A with each of B.

    Args:
        a: a run.
        b: another run over the same rows; the same run, to pair the policies of it.
        library: the packs and the dictionary, for their words.
        wanted: how few rows are hidden; nothing else of it counts.

    Raises:
        FilesRefusedError: the runs are not over the same rows.

    """
    check_wanted(Wanted(limit=wanted.limit), a)
    check_same_data(a, b)
    asked = replace(wanted, by=(), period="", every_row=True)
    is_one = a.digests[a.results.name] == b.digests[b.results.name]
    words = Words(library=library)
    with Counter(a, other=None if is_one else b) as counter:
        counter.check_join()
        sides = _sides(a, b, words, is_one=is_one)
        pairs = [
            Pair(a=one, b=other, counter=counter, words=words, limit=asked.hidden_up_to)
            for one, other in sides
        ]
        tables = tuple(table for pair in pairs for table in pair_tables(pair))
    runs = (("", a),) if is_one else (("A", a), ("B", b))
    provenance, rows = [], ""
    for letter, run in runs:
        with open_run(run, library, asked) as basis:
            extent = extent_of(basis)
            provenance.append((letter, rests_on(basis, extent)))
            rows = told(extent.rows)
    return Report(
        kind=COMPARISON,
        title="Two readings of a table of decisions compared",
        summary=(
            f"Rows counted under both sides: {rows}, whether or not either policy governed.",
            *(f"Compared: {pair.told}." for pair in pairs),
            *(_asked(letter, run) for letter, run in runs if letter),
            *(waiting_of(table) for table in tables if table.id.startswith(PAIRS)),
            *NOT_A_DECISION,
        ),
        tables=tables,
        provenance=tuple(provenance),
        wanted=asked,
    )


def _asked(letter: str, run: Run) -> str:
    """Return what a side assumes and which facts count in it, by which two sides may differ."""
    assumed = ", ".join(run.metadata.get("assumptions") or ()) or "nothing"
    known = run.metadata.get("known_at") or "recorded"
    when = "as recorded" if known == "recorded" else f"as known at the {known}"
    return f"{letter} assumes {assumed}, with facts {when}."


def _sides(a: Run, b: Run, words: Words, *, is_one: bool) -> list[tuple[Side, Side]]:
    if is_one:
        return list(couples(a, words))
    ones = [_side("A", each, words, "r") for each in a.policies]
    others = [_side("B", each, words, "s") for each in b.policies]
    if [each.policy.name for each in ones] == [each.policy.name for each in others]:
        return list(zip(ones, others, strict=True))
    return [(one, other) for one in ones for other in others]


def couples(run: Run, words: Words) -> Iterator[tuple[Side, Side]]:
    """Yield each two policies of one run."""
    for place, one in enumerate(run.policies):
        for other in run.policies[place + 1 :]:
            yield _side("A", one, words, "r"), _side("B", other, words, "r")


def _side(letter: str, policy: PolicyRun, words: Words, alias: str) -> Side:
    return Side(letter=letter, policy=policy, title=words.title(policy), alias=alias)
