"""The mappings at hand: those that come with the policies, or one of a person's own."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from discretion.caseload.mapping import Mapping
from discretion.caseload.mapping_reader import read_mapping_file
from discretion.caseload.rows import matches
from discretion.errors import FilesRefusedError
from discretion.errors import has_errors
from discretion.facts.case_reader import Words
from discretion.frozen import dataclass
from discretion.source import FilePath

FOLDER = "mappings"
"""Where mappings lie among policies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMapping:
    """A mapping with the text of its file, so that what was read through it can be read again."""

    mapping: Mapping
    text: str

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def bundled_mappings(policies: FilePath, words: Words) -> tuple[ReadMapping, ...]:
    """Return every mapping that comes with some policies.

    Raises:
        FilesRefusedError: one of them has an error.

    """
    return tuple(mapping for path in _files(policies) for mapping in _read(path, words))


def own_mapping(path: Path, words: Words) -> tuple[ReadMapping, ...]:
    """Return the mapping of a file.

    Raises:
        FilesRefusedError: it has an error.

    """
    return tuple(_read(path, words))


def mapping_for(table: Path, policies: FilePath, words: Words) -> Mapping | None:
    """Return the first mapping of a policies folder whose headers a table has, None if none fits.

    Args:
        table: the file.
        policies: the folder of policies, of which the mappings are a part.
        words: the dictionary that mappings are written in.

    """
    for path in _files(policies):
        mapping, _ = read_mapping_file(path, words)
        if mapping is not None and matches(table, mapping):
            return mapping
    return None


def _files(policies: FilePath) -> list[Path]:
    return sorted((Path(policies) / FOLDER).glob("*.yaml"))


def _read(path: Path, words: Words) -> Iterator[ReadMapping]:
    mapping, problems = read_mapping_file(path, words)
    if mapping is None or has_errors(problems):
        raise FilesRefusedError(problems)
    yield ReadMapping(mapping=mapping, text=path.read_text(encoding="utf-8"))
