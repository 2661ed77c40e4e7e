"""A YAML document as a tree, whoever reads it."""

from discretion.source.node import Node
from discretion.source.plain import read_plain
from discretion.source.report import Report
from discretion.source.text import FilePath
from discretion.source.text import read_text


def read_yaml_file(path: FilePath, report: Report) -> Node | None:
    """Return the tree of the one YAML document of a file, or None with the problems in the report.

    Args:
        path: the file.
        report: where problems go.

    """
    text = read_text(path, report)
    return None if text is None else read_yaml(text, report)


def read_yaml(text: str, report: Report, *, line_offset: int = 0) -> Node | None:
    """Return the tree of one YAML document, or None with the problems in the report.

    Args:
        text: the document.
        report: where problems go.
        line_offset: lines that stand above the text in its file.

    """
    plain = read_plain(text, line_offset=line_offset)
    if plain is not None:
        return plain
    from discretion.source.parsed import read_parsed

    return read_parsed(text, report, line_offset=line_offset)
