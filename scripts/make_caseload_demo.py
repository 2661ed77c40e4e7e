"""Makes the made-up table of decisions that `discretion caseload` is shown with.

Run it as `python -m scripts.make_caseload_demo`: it writes the same bytes every time. The layout is
that of the Forms I-213 that the bundled mapping `seattle-i213` reads; every row is about nobody.
"""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple
from typing import TypeAlias

from discretion.caseload.mapping_reader import read_mapping_file
from discretion.rules.library import read_library

FILE = Path(__file__).parent.parent / "examples" / "caseload-demo" / "made-up-arrests.csv"
MAPPING = "mappings/seattle-i213.yaml"
SEED = 20210930
TITLES = (
    "Made up: every row below was made by a program. None is about a person or an arrest.",
    "The layout is that of Forms I-213 as released. No office, place or country here exists.",
)
Charges: TypeAlias = tuple[tuple[str, str], ...]
Weighted: TypeAlias = tuple[tuple[int, str], ...]


class Stretch(NamedTuple):
    """Days in which so many rows are made, and how often criminal charges are recorded then."""

    first: date
    last: date
    rows: int
    recorded: int


STRETCHES = (
    Stretch(date(2021, 3, 1), date(2021, 11, 28), 48, 12),
    Stretch(date(2021, 11, 29), date(2022, 6, 24), 96, 12),
    Stretch(date(2022, 6, 25), date(2023, 6, 22), 54, 12),
    Stretch(date(2023, 6, 24), date(2023, 7, 28), 14, 12),
    Stretch(date(2023, 8, 1), date(2024, 12, 31), 64, 30),
    Stretch(date(2025, 1, 1), date(2025, 1, 19), 14, 45),
    Stretch(date(2025, 1, 21), date(2025, 11, 30), 46, 45),
)
"""The interim rules; the Guidelines, without them, disputed, again twice; and after their end."""
OPERATION = (date(2022, 3, 8), "MADE-UP CANNERY", 24)
"""A day, a place, and how many rows are of it."""
BOUNDARY = date(2020, 11, 1)
WITHHELD = "(b)(3), (b)(6), (b)(7)(c)"
PRESENT = ("212a6Ai", "PRESENT WITHOUT ADMISSION OR PAROLE (MADE UP)")
OVERSTAYED = ("237a1B", "ADMITTED AND REMAINED LONGER (MADE UP)")
FELONY = ("237a2Aiii", "AGGRAVATED FELONY CONVICTION (MADE UP)")
CRIME = ("212a2AiI", "CRIME INVOLVING MORAL TURPITUDE (MADE UP)")
SECTION = ("8 USC 1182", "INADMISSIBLE (MADE UP)")
CHARGED: tuple[tuple[int, Charges], ...] = (
    (50, (PRESENT,)),
    (17, (OVERSTAYED,)),
    (9, (PRESENT, CRIME)),
    (5, (OVERSTAYED, FELONY)),
    (11, (SECTION,)),
    (8, ()),
)
CLASSES: Weighted = (
    (50, ""),
    (26, "Without Inspection"),
    (8, "Visitor For Pleasure"),
    (5, "LAWFUL PERMANENT RESIDENT"),
    (4, "Unknown Or Not Reported"),
    (5, WITHHELD),
    (2, "Seasonal Guest (made up)"),
)
"""The last is a value that no code of the mapping covers."""
METHODS: Weighted = (
    (34, "Located"),
    (30, "CAP Local Incarceration"),
    (18, "Non-Custodial Arrest"),
    (12, "Other efforts"),
    (6, "Patrol Border"),
)
OFFICES: Weighted = ((60, "MADE-UP OFFICE EAST"), (40, "MADE-UP OFFICE WEST"))
STATES: Weighted = ((55, "WA"), (30, "OR"), (10, ""), (5, "AK"))
HEALTH: Weighted = (
    (60, "CLAIMS GOOD HEALTH"),
    (12, "DOES NOT CLAIM GOOD HEALTH"),
    (8, "CONDITION OR REMARK RECORDED (text withheld)"),
    (20, ""),
)
DISPOSITIONS: Weighted = (
    (60, "Warrant of Arrest/Notice to Appear"),
    (20, "REINSTATEMENT OF DEPORT ORDER I-871"),
    (15, "Other"),
    (5, "(b)(7)(E)"),
)
COUNTRIES: Weighted = ((50, "ATLANTIS"), (35, "LEMURIA"), (15, "LYONESSE"))
GENDERS: Weighted = ((70, "M"), (28, "F"), (2, ""))
OFFENCES: Weighted = ((50, "Traffic Offenses"), (30, "Assault"), (20, "Larceny"))
STATUSES: Weighted = ((55, "Convicted"), (25, "Pending"), (15, "Dismissed"), (5, "IIDS ETL NULL"))
CHILDREN: Weighted = ((80, ""), (14, "UNITED STATES"), (6, "OTHER"))
SPOUSES: Weighted = ((85, ""), (9, "UNITED STATES"), (6, "OTHER"))
Row: TypeAlias = dict[str, str]


class Maker:
    """Makes rows, each from a few numbers drawn in turn."""

    def __init__(self) -> None:
        """Begin where every run begins."""
        # Only `random` is the same on every version of Python.
        self._random = Random(SEED).random  # noqa: S311  # a made-up row is no secret

    def below(self, most: int) -> int:
        """Return a whole number from 0 up to one below another."""
        return int(self._random() * most)

    def word(self, weighted: Weighted) -> str:
        """Return one of some words, each as often as it weighs."""
        return weighted[self._place([weight for weight, _ in weighted])][1]

    def charges(self) -> Charges:
        """Return what is charged in one row."""
        return CHARGED[self._place([weight for weight, _ in CHARGED])][1]

    def _place(self, weights: list[int]) -> int:
        drawn = self.below(sum(weights))
        for place, weight in enumerate(weights):
            drawn -= weight
            if drawn < 0:
                return place
        return len(weights) - 1

    def entry(self, arrested: date) -> str:
        """Return the day of the last entry, blank in every third row."""
        drawn = self.below(100)
        if drawn < 35:  # noqa: PLR2004  # of a hundred
            return ""
        if drawn < 38:  # noqa: PLR2004  # of a hundred
            return BOUNDARY.isoformat()
        if drawn < 70:  # noqa: PLR2004  # of a hundred
            since = (arrested - BOUNDARY).days
            return (BOUNDARY + timedelta(days=1 + self.below(since - 1))).isoformat()
        return (BOUNDARY - timedelta(days=30 + self.below(5000))).isoformat()

    def row(self, arrested: date, recorded: int) -> Row:
        """Return one row.

        Args:
            arrested: the day of the arrest.
            recorded: in how many rows of a hundred criminal charges are recorded.

        """
        written = arrested + timedelta(days=self.below(4))
        charged = [
            {"CHARGE_SECTION_CODE": section, "CHARGE_DESCRIPTION": description}
            for section, description in self.charges()
        ]
        criminal = [
            {"NCIC_CATEGORY": self.word(OFFENCES), "CHARGE_STATUS": self.word(STATUSES)}
            for _ in range(1 + self.below(2))
        ]
        child = self.word(CHILDREN)
        return {
            "site_code": "MMM",
            "site_name": self.word(OFFICES),
            "area_of_responsibility_code": "MMM",
            "area_of_responsibility_name": "MADE-UP AREA",
            "document_type_descr": "I-213 (made up)",
            "doc_completion_date": f"{written.isoformat()}T00:00:00Z",
            "processing_disposition_descr": self.word(DISPOSITIONS),
            "citizenship_country_descr": self.word(COUNTRIES),
            "gender_code": self.word(GENDERS),
            "age": str(20 + self.below(53)),
            "apprehension_date": arrested.isoformat(),
            "apprehension_method_descr": self.word(METHODS),
            "apprehension_landmark_descr": f"MADE-UP PLACE {1 + self.below(5)}",
            "entry_date": self.entry(arrested),
            "entry_admission_class_descr": self.word(CLASSES),
            "admin_charges": json.dumps(charged) if charged else "",
            "criminal_charges": json.dumps(criminal) if self.below(100) < recorded else "",
            "child_count": json.dumps([{"CITIZENSHIP": child}]) if child else "",
            "spouse_citizenship_group": self.word(SPOUSES),
            "health_status_group": self.word(HEALTH),
            "apprehension_state": self.word(STATES),
            "apprehension_county": "Made-up County",
        }


def rows() -> list[Row]:
    """Return every row, in the order of their days; at the end those with something amiss."""
    maker = Maker()
    found = [
        maker.row(stretch.first + timedelta(days=maker.below(_days(stretch))), stretch.recorded)
        for stretch in STRETCHES
        for _ in range(stretch.rows)
    ]
    day, place, many = OPERATION
    found.extend({**maker.row(day, 12), "apprehension_landmark_descr": place} for _ in range(many))
    found.sort(key=lambda row: row["apprehension_date"])
    return [*found, *_amiss(found)]


def _amiss(found: list[Row]) -> Iterator[Row]:
    """Yield rows that are equal to others, and rows that cannot be right."""
    yield from (dict(found[120]) for _ in range(2))
    yield {**found[150], "apprehension_date": ""}
    yield {**found[151], "apprehension_date": "sometime in 2022"}
    yield {**found[152], "entry_date": "2026-01-15"}


def _days(stretch: Stretch) -> int:
    return (stretch.last - stretch.first).days + 1


def table() -> str:
    """Return the whole file: titles, headers, and the rows."""
    library = read_library()
    mapping, _ = read_mapping_file(Path(library.folder) / MAPPING, library.words)
    if mapping is None:
        message = "the mapping of the layout cannot be read"
        raise ValueError(message)
    headers = mapping.origin.headers
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for title in TITLES:
        writer.writerow([title, *([""] * (len(headers) - 1))])
    writer.writerow(headers)
    writer.writerows([row.get(name, "") for name in headers] for row in rows())
    return text.getvalue()


def write() -> None:
    """Write the table."""
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(table(), encoding="utf-8")


if __name__ == "__main__":
    write()
