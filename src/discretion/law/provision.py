"""A provision: one citable unit of an instrument's text, in our paraphrase."""

from discretion.frozen import dataclass
from discretion.law.citation import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One heading of an instrument with our paraphrase of what stands under it.

    It never evaluates: rules read it. `headings` are those it stands under, outermost first.
    """

    citation: Citation
    part: str
    source: str
    headings: tuple[str, ...]
    text: str
    line: int
