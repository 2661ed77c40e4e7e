"""`protection check`: a stop and its code, counsel's override, papers, other ways and days."""

from pathlib import Path

from tests.cli.console import Said
from tests.cli.console import run

DEMO = Path(__file__).resolve().parents[3] / "examples/protection-demo.yaml"
DAY, CLOSED = "2024-09-02", "2025-03-02"
"""The day of the example, and one on which the process is closed in practice."""
OVERRIDE = (
    "overrides:\n  - {gate: program_closed, by: A. Counsel, role: attorney, on: 2025-03-01, "
    "reason: A court ordered it.}\n"
)


def checked(folder: Path, text: str, *words: str) -> Said:
    """Check a request that a text describes."""
    path = folder / "request.yaml"
    path.write_text(text, "utf-8")
    return run("protection", "check", str(path), *words)


def closed() -> str:
    """Return the example on a day on which the process is closed."""
    return DEMO.read_text("utf-8").replace(DAY, CLOSED)


def test_a_closed_program_stops_and_ends_with_1(tmp_path: Path) -> None:
    said = checked(tmp_path, closed())
    told = " ".join(said.out.split())

    assert 1 == said.code
    assert "(program_closed_counsel_only)" in told
    assert "an instrument counts while it is applied" in told


def test_counsels_override_is_told_with_its_signer_and_reason(tmp_path: Path) -> None:
    said = checked(tmp_path, closed() + OVERRIDE)
    told = " ".join(said.out.split())

    assert 0 == said.code
    assert "Override of program_closed, by A. Counsel (attorney) on 2025-03-01: A court" in told
    assert "(override_recorded)" in told
    assert "(packet_incomplete)" in told


def test_papers_and_other_ways_stand_apart_from_the_state() -> None:
    out = run("protection", "check", str(DEMO)).out

    assert "The worksheet of Form I-765. (dale.doc.i765ws)" in out
    assert "Other ways, in no order, for counsel to look at" in out


def test_days_that_passed_and_days_that_are_left_are_told(tmp_path: Path) -> None:
    text = DEMO.read_text("utf-8").replace(
        "adverse_act_on: 2024-08-20", "adverse_act_on: 2024-07-01..2024-07-04"
    )
    told = " ".join(checked(tmp_path, text).out.split())

    assert (
        "between 31 July 2024 and 3 August 2024 (33 days ago: past the ordinary period; tolling or "
        "other laws may apply). A complaint to OSHA"
    ) in told
    assert "15 December 2026 (834 days left)" in told


def test_no_day_is_told_where_none_is_known(tmp_path: Path) -> None:
    lines = [
        line
        for line in DEMO.read_text("utf-8").splitlines()
        if "adverse_act_on" not in line and "pay_owed_until" not in line
    ]
    text = "\n".join(lines)

    assert "Last days" not in checked(tmp_path, text).out
    assert [] == checked(tmp_path, text, "--json").answer["last_days"]
