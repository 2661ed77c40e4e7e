"""The words of `discretion caseload`, and their help."""

import argparse

from discretion.cli.words.kinds import a_day
from discretion.cli.words.kinds import a_number
from discretion.cli.words.kinds import add_json
from discretion.cli.words.kinds import layout

PERIODS = ("year", "quarter", "month")
"""The periods of a report, here once more for the same reason as below."""
VIEWS = ("landmark", "office")
"""By what signals tell places apart, here once more for the same reason."""
KNOWN_AT = ("recorded", "decision")
"""Which facts of a table count, here once more so that help loads nothing that runs a command."""


def add_caseload(parser: argparse.ArgumentParser) -> None:
    """Describe the words of `discretion caseload`."""
    parser.description = (
        "Reads tables of decisions that were made or proposed, runs policies over them, and counts "
        "what is true, false and unknown. A row is not an assessment, and no answer lists people."
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, helped, describe in ACTIONS:
        describe(actions.add_parser(name, help=helped, allow_abbrev=False, formatter_class=layout))


def _describe_import(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Reads files into a folder: csv, csv.gz, text parted by pipes or tabs, xlsx and parquet. "
        "The layout is recognised by its headers. Only columns that a mapping allows are read, "
        "protected ones are kept apart, no row is dropped silently, and a report tells what was "
        "met."
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a table of decisions")
    parser.add_argument("--out", required=True, metavar="DIR", help="the folder to write")
    _add_mapping(parser)
    _add_force(parser)
    add_json(parser)


def _describe_map(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Drafts a mapping for a table that no mapping fits. It maps nothing by itself but what a "
        "bundled mapping maps under the same header; everything else is left for you to decide."
    )
    parser.add_argument("file", metavar="FILE", help="a table of decisions")
    parser.add_argument(
        "--date", metavar="COLUMN", help="the column of the day of the decision, as you choose it"
    )
    parser.add_argument("--out", metavar="FILE", help="write the draft to this new file")
    _add_force(parser)
    add_json(parser)


def _add_what_is_asked(parser: argparse.ArgumentParser) -> None:
    """Let a run say which policies, in which reading, on what assumptions."""
    parser.add_argument(
        "--policy",
        action="append",
        default=[],
        metavar="ID",
        help="ask this policy of every row, whether or not it governed; may be repeated",
    )
    parser.add_argument(
        "--interpretation",
        default="",
        metavar="NAME",
        help="read the texts in this interpretation, or in `all`; the default one if left out",
    )
    parser.add_argument(
        "--assume",
        action="append",
        default=[],
        metavar="ID",
        help="apply this assumption set; may be repeated",
    )


def _describe_run(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Runs policies over a table: those that governed each decision by its own day, or those "
        "that are named. A raw file is imported first. A run that was broken off is taken up again."
    )
    parser.add_argument("table", metavar="FILE|FOLDER", help="a table, or the folder of an import")
    parser.add_argument("--out", required=True, metavar="DIR", help="the folder to write")
    _add_mapping(parser)
    _add_what_is_asked(parser)
    parser.add_argument(
        "--known-at",
        choices=KNOWN_AT,
        default=KNOWN_AT[0],
        metavar="WHEN",
        help="`recorded`: all that the table records; `decision`: what was known on each own day",
    )
    parser.add_argument(
        "--known-on", type=a_day, metavar="D", help="read the law as known on this day"
    )
    parser.add_argument(
        "--engine",
        default="bitmap",
        metavar="NAME",
        help="bitmap, sql, spark for a local Spark, or the address of one (spark://...)",
    )
    parser.add_argument(
        "--no-alone",
        action="store_true",
        help="do not look for the missing facts that alone could decide a rule",
    )
    _add_force(parser)
    add_json(parser)


def _describe_report(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Writes the tables and the page of a run: what is true, false and unknown, what is "
        "missing, over time, by place and by what the mapping keeps for it. Small cells are "
        "suppressed."
    )
    parser.add_argument("run", metavar="RUN", help="the folder of a run")
    parser.add_argument("--out", required=True, metavar="DIR", help="the folder to write")
    parser.add_argument(
        "--by",
        action="append",
        default=[],
        metavar="NAME",
        help="also count by this group, such as method or office; may be repeated",
    )
    _add_suppression(parser)
    parser.add_argument(
        "--period",
        choices=PERIODS,
        default=PERIODS[0],
        metavar="P",
        help=f"over time by {', '.join(PERIODS)}",
    )
    parser.add_argument(
        "--audit",
        action="append",
        default=[],
        metavar="COLUMN",
        help="instead: outcomes by this quarantined column, which no rule reads; may be repeated",
    )
    _add_force(parser)
    add_json(parser)


def _describe_compare(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Sets two runs over the same table side by side: another policy, interpretation, "
        "assumption set or choice of what counts as known."
    )
    parser.add_argument("a", metavar="RUN_A", help="the folder of a run")
    parser.add_argument("b", metavar="RUN_B", help="the folder of another run")
    parser.add_argument("--out", required=True, metavar="DIR", help="the folder to write")
    _add_suppression(parser)
    _add_force(parser)
    add_json(parser)


def _describe_reproduce(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Makes the tables of a report again from its manifest, and says whether they are the same "
        "to the last byte, and if not, which file or which input is another."
    )
    parser.add_argument("folder", metavar="FOLDER", help="the folder of a report")
    parser.add_argument(
        "--data",
        action="append",
        default=[],
        metavar="FILE",
        help="a source file, where it lies elsewhere than it did; may be repeated",
    )
    add_json(parser)


def _describe_signals(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Lists days and places at which more was done than ever else there, as prompts for the "
        "screen of an operation. It trusts no code that says worksite, and it is no finding."
    )
    parser.add_argument("folder", metavar="FOLDER", help="the folder of an import")
    parser.add_argument(
        "--most", type=a_number, default=20, metavar="N", help="show at most so many (20)"
    )
    parser.add_argument(
        "--at-least",
        type=a_number,
        metavar="N",
        help="show days with so many arrests or more; your choice, as no policy sets a number",
    )
    parser.add_argument(
        "--by", choices=VIEWS, metavar="NAME", help=f"only by {' or '.join(VIEWS)}; else by both"
    )
    parser.add_argument(
        "--out", metavar="DIR", help="also write a starting file for each, for `operation screen`"
    )
    _add_suppression(parser)
    _add_force(parser)
    add_json(parser)


def _add_mapping(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--mapping", metavar="FILE", help="a mapping of your own; else the bundled one that fits"
    )


def _add_suppression(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--limit",
        type=a_number,
        metavar="N",
        help="suppress counts from 1 to this; a published standard if left out",
    )
    parser.add_argument(
        "--no-suppression", action="store_true", help="show every count, for a private report"
    )


def _add_force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="write over what is there")


ACTIONS = (
    ("import", "read tables of decisions into a folder", _describe_import),
    ("map", "draft a mapping for a table that none fits", _describe_map),
    ("run", "run policies over a table", _describe_run),
    ("report", "write the tables and the page of a run", _describe_report),
    ("compare", "set two runs over one table side by side", _describe_compare),
    ("reproduce", "make the tables of a report again, and compare them", _describe_reproduce),
    ("signals", "list days and places that look like a mass operation", _describe_signals),
)
"""What may be done with a table, with its help and what describes its words."""
