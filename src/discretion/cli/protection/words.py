"""The words of `protection request`, and their help."""

import argparse


def describe_request(parser: argparse.ArgumentParser) -> None:
    """Describe the words of a request to a labor agency."""
    parser.description = (
        "Writes the request to a labor agency for a statement of its interest in a worksite. It "
        "names no worker, and nothing of the free text of FILE comes into it. While no program is "
        "open it is written only where counsel recorded an override in FILE."
    )
    parser.add_argument("file", metavar="FILE", help="the file of the request")
    parser.add_argument(
        "--out", required=True, metavar="PATH", help="the new file that the request is written to"
    )
    parser.add_argument("--force", action="store_true", help="replace PATH if it exists")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")
