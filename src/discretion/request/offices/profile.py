"""Office profiles: how one office took requests, from when, and how anybody knows."""

from datetime import date
from pathlib import Path

from discretion.entries import Entries
from discretion.errors import Problem
from discretion.errors import UnknownNameError
from discretion.frozen import dataclass
from discretion.rules.library import BUNDLED
from discretion.source import FilePath
from discretion.source import Report
from discretion.source import read_yaml_file

FOLDER = "requests/offices"
"""Where the profiles lie in the policies folder."""
KIND = "office profile"
"""What a word was to be that nobody knows."""
ENDING = ".yaml"
"""How the name of a file with a profile ends."""
KINDS = {kind: kind for kind in ("OPLA", "ERO", "USCIS", "DOL", "state")}
CHANNELS = {channel: channel for channel in ("email", "portal", "paper", "in person")}
PROOFS = {proof: proof for proof in ("any", "certified", "explanation of absence")}
ATTACHING = {word: word for word in ("never", "may")}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeProfile:
    """How an office took requests. Empty words, empty lists and None mean that nobody told.

    `source_on` is the day of what the profile rests on, `valid_from` and `valid_to` the days for
    which it speaks. `is_synthetic` marks an office that does not exist.
    """

    id: str
    name: str
    kind: str
    is_synthetic: bool
    valid_from: date | None
    valid_to: date | None
    source: str
    source_on: date | None
    channel: str
    subject_template: str
    body_required: bool
    max_mb: int | None
    formats: tuple[str, ...]
    orientation: str
    one_request_per_message: bool
    needs: tuple[str, ...]
    criminal_proof: str
    attach_policy: str
    policy_papers: tuple[str, ...]
    no_duplicates: bool
    min_days_before_hearing: int | None
    followup_after_days: int | None
    escalate_to: str
    notes: tuple[str, ...]


def find_office(
    word: str, policies: FilePath = BUNDLED
) -> tuple[OfficeProfile | None, tuple[Problem, ...]]:
    """Return the profile that a word stands for, None without a file, and every problem of it.

    Args:
        word: the id of a profile that the package holds, or a file of one's own (`my.yaml`).
        policies: the folder that holds `requests/offices/`.

    Raises:
        UnknownNameError: no profile is called that.

    """
    if word.endswith(ENDING):
        return _read(Path(word), Path(word).name)
    home = Path(policies) / FOLDER
    known = office_names(policies)
    if word not in known:
        raise UnknownNameError(KIND, word, known)
    return _read(home / f"{word}{ENDING}", f"{FOLDER}/{word}{ENDING}")


def office_names(policies: FilePath = BUNDLED) -> tuple[str, ...]:
    """Return the id of every profile of a policies folder, which its file is called after."""
    return tuple(sorted(path.stem for path in (Path(policies) / FOLDER).glob(f"*{ENDING}")))


def _read(path: Path, shown: str) -> tuple[OfficeProfile | None, tuple[Problem, ...]]:
    report = Report(shown)
    node = read_yaml_file(path, report)
    found = None if node is None else _profile(Entries(node, report, "an office profile"))
    return found, tuple(report.problems)


def _profile(entries: Entries) -> OfficeProfile:
    found = OfficeProfile(
        id=entries.required("id"),
        name=entries.required("name"),
        kind=entries.word("kind", KINDS, ""),
        is_synthetic=entries.flag("synthetic"),
        valid_from=entries.day("valid_from"),
        valid_to=entries.day("valid_to"),
        source=entries.text("source"),
        source_on=entries.day("source_on"),
        channel=entries.word("channel", CHANNELS, ""),
        subject_template=entries.text("subject_template"),
        body_required=entries.flag("body_required"),
        max_mb=entries.whole_number("max_mb"),
        formats=entries.texts("formats"),
        orientation=entries.text("orientation"),
        one_request_per_message=entries.flag("one_request_per_message"),
        needs=entries.texts("needs"),
        criminal_proof=entries.word("criminal_proof", PROOFS, ""),
        attach_policy=entries.word("attach_policy", ATTACHING, ""),
        policy_papers=entries.texts("policy_papers"),
        no_duplicates=entries.flag("no_duplicates"),
        min_days_before_hearing=entries.whole_number("min_days_before_hearing"),
        followup_after_days=entries.whole_number("followup_after_days"),
        escalate_to=entries.text("escalate_to"),
        notes=entries.texts("notes"),
    )
    entries.finish()
    return found
