"""An assessment memo written into a new file, for `discretion assess --memo`."""

from collections.abc import Callable
from datetime import date

from discretion import AssessedCase
from discretion import DiscretionError
from discretion import Library
from discretion.cli.files.new_file import NewFile
from discretion.documents import AssessmentTold
from discretion.documents import Document
from discretion.documents import assessment_memo
from discretion.documents import document_as_pdf
from discretion.documents import document_as_word
from discretion.whole import OWNER_ONLY

SET: dict[str, Callable[[Document], bytes]] = {
    ".docx": document_as_word,
    ".pdf": document_as_pdf,
}
"""How a memo is set, by how the name of its file ends."""


class MemoEndingError(DiscretionError):
    """A memo is set as what the name of its file ends in, and this one ends in something else."""

    def __init__(self, path: str) -> None:
        """Name the file, and what its name may end in."""
        endings = " or ".join(f"`{each}`" for each in SET)
        super().__init__(f"a memo cannot be set as `{path}`: end the name of the file in {endings}")
        self.path = path


def write_memo(
    path: str, assessed: AssessedCase, library: Library, today: date, *, force: bool
) -> None:
    """Lay out a memo and write it, for its owner alone.

    Args:
        path: the file, as it was named on the command line.
        assessed: the assessed case.
        library: the policies that it was assessed with.
        today: the day of the memo.
        force: whether a file that exists is replaced.

    Raises:
        MemoEndingError: the name of the file does not say how it is to be set.
        NewFileRefusedError: the file exists, is no place for a memo, or the disk refuses it.

    """
    how = next((how for ending, how in SET.items() if path.lower().endswith(ending)), None)
    if how is None:
        raise MemoEndingError(path)
    new = NewFile(path=path, what="memo", example="memo.pdf", force=force, mode=OWNER_ONLY)
    new.check()
    told = AssessmentTold(assessed=assessed, library=library, today=today)
    new.write_bytes(how(assessment_memo(told)))
