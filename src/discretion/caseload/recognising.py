"""Which of the mappings that are at hand a table fits, by its headers alone."""

from pathlib import Path

from discretion.caseload.mapping import Mapping
from discretion.caseload.mapping_reader import read_mapping_file
from discretion.caseload.rows import matches
from discretion.facts.case_reader import Words
from discretion.source import FilePath

FOLDER = "mappings"
"""Where mappings lie among policies."""


def mapping_for(table: Path, policies: FilePath, words: Words) -> Mapping | None:
    """Return the first mapping of a policies folder whose headers a table has, None if none fits.

    Args:
        table: the file.
        policies: the folder of policies, of which the mappings are a part.
        words: the dictionary that mappings are written in.

    """
    for path in sorted((Path(policies) / FOLDER).glob("*.yaml")):
        mapping, _ = read_mapping_file(path, words)
        if mapping is not None and matches(table, mapping):
            return mapping
    return None
