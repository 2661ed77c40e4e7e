"""What the sheet for the client is made of: the checked request, the policies and the day."""

from datetime import date

from discretion.frozen import dataclass
from discretion.request.check import CheckedRequest
from discretion.rules.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientTold:
    """A checked request with the library that it was checked with, and the day of the sheet."""

    checked: CheckedRequest
    library: Library
    today: date
