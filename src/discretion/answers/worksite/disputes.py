"""Known disputes as plain data: what was looked up, in which files, candidates and what is owed."""

from datetime import date

from discretion.answers.plain import Plain
from discretion.answers.plain import plain_problem
from discretion.answers.plain import plain_truth
from discretion.errors import Problem
from discretion.worksite import Candidate
from discretion.worksite import DisputeTable
from discretion.worksite import KnownDisputes

NOT_A_FINDING = (
    "A candidate is a row for a person to look at. It is no finding that there is a dispute, and "
    "that no row was found is no finding that there is none."
)
"""What every answer about known disputes says."""
NO_INQUIRY = (
    "Nobody was asked, so this look-up is no inquiry into a dispute, whatever it found. What is "
    "listed under what is owed is still owed."
)
"""What it says of the inquiry."""


def answer_known_disputes(
    known: KnownDisputes, problems: tuple[Problem, ...], version: str
) -> Plain:
    """Return what a look-up came to.

    Args:
        known: what it came to.
        problems: what was met in the files.
        version: the version of the package.

    """
    asked, inquiry = known.asked, known.inquiry
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [plain_problem(problem) for problem in problems],
        "says": NOT_A_FINDING,
        "asked": {
            "employer": asked.name.text if asked.name else None,
            "words": list(asked.name.words) if asked.name else [],
            "place": str(asked.place) if asked.place else None,
            "on": _day(asked.on),
        },
        "files": [_table(table, asked.on) for table in known.tables],
        "candidates": [_candidate(each) for each in known.candidates],
        "inquiry_made": False,
        "inquiry_says": NO_INQUIRY,
        "inquiry_owed": [
            {"says": step.says, "citation": step.cite, "basis": step.basis} for step in inquiry.owed
        ],
        "limits": list(inquiry.limits),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _table(table: DisputeTable, on: date | None) -> Plain:
    return {
        "file": table.name,
        "sha256": table.sha256,
        "layout": table.layout.id,
        "publisher": table.layout.publisher,
        "grain": table.layout.grain,
        "rows": len(table.rows),
        "rows_left_out": table.left_out,
        "first_on": _day(table.first),
        "last_on": _day(table.last),
        "reaches_day": table.reaches(on) if on else None,
    }


def _candidate(each: Candidate) -> Plain:
    row, match, beside = each.row, each.match, each.beside
    return {
        "file": row.file,
        "sheet": None,
        "row": row.number_in_file,
        "number": row.number or None,
        "kind": row.layout.kind.token,
        "kind_says": row.layout.kind.words_for(row.number),
        "employer": each.employer.text,
        "words_left_out": each.employer.left_out,
        "match": match.kind.value if match else None,
        "match_in_part": match.in_part if match else None,
        "words_matched": list(match.words) if match else [],
        "city": row.city or None,
        "state": row.state or None,
        "in_place": plain_truth(each.in_place),
        "began_on": _day(row.began),
        "ended_on": _day(row.ended),
        "days": [{"says": day.says, "on": _day(day.on)} for day in row.days],
        "relation_to_day": beside.relation.value if beside else None,
        "days_between": beside.days if beside else None,
    }
