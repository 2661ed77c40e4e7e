"""What the documents of a request are made from: one checked request and everything beside it."""

from collections.abc import Mapping as Table

from discretion.documents.request.told.caption import Caption
from discretion.documents.request.told.outline import Outline
from discretion.documents.request.told.tabs import Tab
from discretion.entries import nothing
from discretion.frozen import dataclass
from discretion.frozen import field
from discretion.request import Asking
from discretion.request import CheckedRequest
from discretion.rules.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestTold:
    """One request as its documents tell it.

    `tabs` are the papers that may be named outside, by their ids. `places` are the first and last
    page of each in the bundle, empty where there is no bundle.
    """

    checked: CheckedRequest
    asking: Asking
    caption: Caption
    outline: Outline
    library: Library
    tabs: Table[str, Tab]
    places: Table[str, tuple[int, int]] = field(default_factory=nothing)
