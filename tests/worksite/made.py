"""Made-up tables with the headers that publishers use."""

import gzip
from pathlib import Path

STOPPAGES = (
    'Employer,Union,Union Local,Case Number,BU,NAICS,Industry,"City, State",# Idled,'
    "Start Date,End Date,Duration"
)
ELECTIONS = (
    "Case Number,Case Name,Unit City,Unit State,Case Status,Case Filed Date,Case Closed Date,"
    "Closed Reason,Tally Date,Num Eligible Voters,Labor Organization 1 Name,Union To Certify"
)


def stoppage(
    employer: str = "Made-Up Foods Inc.",
    place: str = "Springfield, IL",
    began: str = "2019-03-04",
    ended: str = "2019-04-12",
) -> str:
    """Return one row of work stoppages."""
    return f'"{employer}",Canary Union,1,201910000001,,,,"{place}",9,{began},{ended},'


def election(
    employer: str = "Made-Up Foods LLC",
    number: str = "13-RC-000001",
    place: str = "Springfield,IL",
    filed: str = "2021-09-20",
    closed: str = "2021-12-30",
) -> str:
    """Return one row of elections."""
    return f'{number},"{employer}",{place},Closed,{filed},{closed},,2021-11-10,9,Canary Union,'


def write_table(folder: Path, *lines: str, name: str = "table.csv") -> Path:
    """Write a table and return its path; a name that ends in `.gz` is packed."""
    path = folder / name
    data = "".join(f"{line}\n" for line in lines).encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path
