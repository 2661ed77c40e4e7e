"""The words of `discretion policy diff`, and their help."""

import argparse

COMPARED = (
    "Says what an author changed from one version of a pack to another: texts, rules, facts, cases "
    "and history, in plain English. It ends with 0 whether or not something differs."
)


def add_versions(parser: argparse.ArgumentParser) -> None:
    """Describe the two versions that a command takes."""
    parser.description = COMPARED
    for name, when in (("old", "before"), ("new", "after")):
        parser.add_argument(
            name,
            metavar=name.upper(),
            help=f"the pack {when}: its folder, or the id of a bundled pack",
        )
