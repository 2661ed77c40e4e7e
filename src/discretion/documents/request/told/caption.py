"""The caption of a request: who it is for and who writes it, kept apart from the facts of the case.

No file of a case holds a name or a number that the government gave. They stand in a file of their
own, are written into what goes out and the memo, and nowhere else.
"""

from pathlib import Path

from discretion.entries import Entries
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.source import Report
from discretion.source import read_yaml_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Names and numbers for the head and the end of a letter; an empty one is left to fill in.

    `addressee` and `address` are the office's, `family` the numbers of relatives in the same
    proceedings, `reply_by` words for when an answer is asked for.
    """

    name: str = ""
    a_number: str = ""
    court: str = ""
    judge: str = ""
    family: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    representative: str = ""
    organization: str = ""
    address: tuple[str, ...] = ()
    telephone: str = ""
    email: str = ""
    appearance_on_file: str = ""
    reply_by: str = ""

    def or_blank(self, key: str) -> str:
        """Return what stands under a key, or what tells a person to fill it in."""
        return str(getattr(self, key)) or f"[{BLANKS[key]}]"

    @property
    def blanks(self) -> tuple[str, ...]:
        """What a person has still to fill in, in words."""
        return tuple(words for key, words in BLANKS.items() if not getattr(self, key))


LONGEST = 300
"""The most characters of one text of a caption. Ours: a longer one fits no head of a letter."""
BLANKS = {
    "name": "name of the person",
    "a_number": "A-number",
    "representative": "name of the representative",
    "organization": "organization",
    "telephone": "telephone",
    "email": "e-mail address",
}
"""What a letter cannot do without, and the words that stand where it is missing."""


def read_caption(path: Path) -> tuple[Caption | None, tuple[Problem, ...]]:
    """Return the caption of a file, None where it cannot be read, and every problem of it."""
    report = Report(path.name)
    node = read_yaml_file(path, report)
    if node is None:
        return None, tuple(report.problems)
    entries = Entries(node, report, "a caption")
    found = Caption(
        name=entries.text("name"),
        a_number=entries.text("a_number"),
        court=entries.text("court"),
        judge=entries.text("judge"),
        family=entries.texts("family"),
        addressee=entries.texts("addressee"),
        representative=entries.text("representative"),
        organization=entries.text("organization"),
        address=entries.texts("address"),
        telephone=entries.text("telephone"),
        email=entries.text("email"),
        appearance_on_file=entries.text("appearance_on_file"),
        reply_by=entries.text("reply_by"),
    )
    for key in Caption.__slots__:
        said = getattr(found, key)
        if any(len(each) > LONGEST for each in (said if isinstance(said, tuple) else (said,))):
            report.error(
                "out_of_range",
                entries.node_of(key),
                f"what stands under `{key}` has more than {LONGEST} characters",
                "write it shorter",
            )
    entries.finish()
    return found, tuple(report.problems)
