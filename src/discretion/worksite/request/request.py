"""A request to a labour agency for a statement of its interest in a worksite."""

from datetime import date

from discretion.frozen import dataclass
from discretion.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyRequest:
    """What a request says of a worksite. It never holds a worker or any free text of a file.

    `agency` and `disputes` are words of the form. A day is None where the file does not say it.
    `is_overridden` tells that counsel signed by that day that it is made though no program is open.

    INVARIANT no worker: each field is a word of a closed list, a day, a place that law knows, or an
    employer's name in which no name of a person, no number and no status stands.
    `read_agency_request` keeps it.
    """

    agency: str
    made_on: date
    employers: tuple[str, ...]
    place: Place
    disputes: tuple[str, ...]
    began_on: date | None
    work_from: date | None
    work_to: date | None
    is_overridden: bool = False
