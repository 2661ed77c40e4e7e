"""The guide to tables tells every file, every column, every option, and how little is hidden."""

import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from discretion.caseload.files.recognition.layout import PREVIEW_LINES
from discretion.caseload.files.sheets import ENDINGS
from discretion.caseload.report.counting.counter import PERIODS
from discretion.caseload.report.hiding import CMS_LIMIT
from discretion.caseload.report.making.lines import TRUTH_COLUMNS
from discretion.cli.caseload.words import KNOWN_AT
from scripts.documents.commands import every_command
from scripts.documents.commands import words_of
from scripts.documents.consoles import ROOT
from tests.cli.console import run

GUIDE = (ROOT / "docs/caseload.md").read_text("utf-8")
PAGES = GUIDE + "".join(
    (ROOT / "docs" / name).read_text("utf-8") for name in ("mappings.md", "scale.md")
)
TABLE = ROOT / "examples/caseload-demo/made-up-arrests.csv"
ALSO_ON_ANOTHER_PAGE = {"--help", "--json"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("guide")
    assert 0 == run("caseload", "run", str(TABLE), "--out", str(made / "run")).code
    assert 0 == run("caseload", "report", str(made / "run"), "--out", str(made / "report")).code
    return made


def test_every_option_of_a_table_is_told() -> None:
    options = {
        option
        for name, parser in every_command()
        if name.startswith("discretion caseload")
        for action in words_of(parser)
        for option in action.option_strings
        if option.startswith("--") and "signals" not in name
    }

    assert len(options) > 10
    assert [] == sorted(each for each in options - ALSO_ON_ANOTHER_PAGE if each not in PAGES)


def test_every_file_that_is_written_is_told(folder: Path) -> None:
    written = {path.name for path in folder.rglob("*") if path.is_file()}
    suffixes = {path.suffix for path in (folder / "report").iterdir()}
    named = {name for name in written if not re.fullmatch(r"[\w-]*\d[\w-]*\.\w+", name)}
    tables = {path.stem for path in (folder / "report").glob("*.csv")}

    assert [] == sorted(
        name for name in named if Path(name).stem not in tables and name not in GUIDE
    )
    assert [] == sorted(suffix for suffix in suffixes if f"{suffix}`" not in GUIDE)


def test_every_column_of_results_is_told(folder: Path) -> None:
    (part,) = (folder / "run/output/results").glob("*.parquet")
    names = pq.read_schema(part).names
    first = {name for name in names if not re.search(r"_[1-9]\d*(_\d+)?$|_0_\d+$", name)}
    shares = {name for name in first if name.startswith("named_")}

    assert len(first) > 8
    assert shares
    assert [] == sorted(name for name in first - shares if f"`{name}`" not in GUIDE)


def test_every_column_of_a_table_is_told() -> None:
    assert [] == [each.name for each in TRUTH_COLUMNS if f"`{each.name}`" not in GUIDE]


def test_every_choice_and_every_limit_is_told() -> None:
    assert [] == [word for word in (*KNOWN_AT, *PERIODS) if word not in GUIDE]
    assert [] == [ending for ending in ENDINGS if f"`{ending}`" not in GUIDE]
    assert f"within the first {PREVIEW_LINES} lines" in GUIDE
    assert f"A count from 1 to {CMS_LIMIT} is hidden" in GUIDE


def test_the_questions_of_people_who_use_such_tables_are_answered() -> None:
    asked = re.findall(r"^\*\*(.+\?)\*\*$", GUIDE.partition("## Questions")[2], re.MULTILINE)

    assert {"What is a row?", "What of duplicates?", "Why do two releases differ?"} < set(asked)
    assert {"A published figure was changed later: which is right?"} < set(asked)
    assert {"Can I filter by a city or a county?"} < set(asked)
