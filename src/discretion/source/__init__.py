r"""Files read as text with places: YAML whose every scalar keeps its words and its line.

No scalar is guessed at, so `NO`, `on:` and `0123` stay what was written. Aliases, anchors, tags,
duplicate keys, several documents, more than 2 MB and nesting beyond 20 are refused.

PyYAML says what a document means. What most files consist of is read without it, by a reader that
gives the same tree or gives up.

    >>> report = Report("a.yaml")
    >>> tree = read_yaml("on: NO\nat: [0123]\n", report)
    >>> tree.get("on")
    Scalar(text='NO', line=1, column=5)
    >>> tree.get("at").items
    (Scalar(text='0123', line=2, column=6),)
"""

from discretion.source.document import read_yaml
from discretion.source.document import read_yaml_file
from discretion.source.node import DEEPEST_NESTING
from discretion.source.node import Listing
from discretion.source.node import Mapping
from discretion.source.node import Node
from discretion.source.node import Scalar
from discretion.source.report import Report
from discretion.source.text import LARGEST_FILE
from discretion.source.text import FilePath
from discretion.source.text import decode
from discretion.source.text import read_text

__all__ = [
    "DEEPEST_NESTING",
    "LARGEST_FILE",
    "FilePath",
    "Listing",
    "Mapping",
    "Node",
    "Report",
    "Scalar",
    "decode",
    "read_text",
    "read_yaml",
    "read_yaml_file",
]
