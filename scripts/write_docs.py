"""Write every document, or stretch of one, that is made from the package itself.

Run it from the root of the repository: `python -m scripts.write_docs`.
"""

from collections.abc import Iterator
from pathlib import Path

from discretion import AssessedCase
from discretion import Assessor
from discretion import Library
from discretion import Request
from discretion import read_case_file
from discretion import read_library
from discretion.documents import draw_timeline
from scripts.documents.commands import commands_page
from scripts.documents.conditions import conditions_table
from scripts.documents.consoles import ROOT
from scripts.documents.consoles import TODAY
from scripts.documents.consoles import with_outputs
from scripts.documents.facts import facts_page
from scripts.documents.packs import packs_table
from scripts.documents.packs import rule_block
from scripts.documents.packs import sets_tables
from scripts.documents.pictures.assessment import draw
from scripts.documents.pictures.assessment import entries_of
from scripts.documents.pictures.assessment import picture_text
from scripts.documents.pictures.timeline import timeline_table
from scripts.documents.pictures.timeline import whole_line
from scripts.documents.pictures.timeline import worksite_line
from scripts.documents.problems import problems_page
from scripts.documents.properties import properties_page
from scripts.documents.regions import with_region
from scripts.documents.requests import request_regions
from scripts.documents.worksite.operations import operations_table

PACK, RULE = "dhs-2021-09-30-guidelines", "gl.bs.b"
"""The rule that a document takes apart."""
EXAMPLE = ROOT / "examples/garcia-demo.yaml"


def made_documents() -> Iterator[tuple[Path, str]]:
    """Yield every document that is made, in whole or in part, with the text it should have."""
    library = read_library()
    entries = entries_of(_example(library), library)
    timeline = whole_line(library)
    yield ROOT / "docs/pictures/assessment.svg", draw(entries)
    yield ROOT / "docs/timeline.svg", draw_timeline(timeline)
    yield ROOT / "docs/facts.md", facts_page(library)
    yield ROOT / "docs/problems.md", problems_page(ROOT)
    yield ROOT / "docs/properties.md", properties_page(ROOT, library)
    yield ROOT / "docs/commands.md", commands_page()
    regions = {
        "README.md": {
            "assessment": f"```text\n{picture_text(entries)}\n```",
            "policies": packs_table(library),
        },
        "docs/assumptions.md": {"sets": sets_tables(library)},
        "docs/how-to-read-a-pack.md": {
            "conditions": conditions_table(library),
            "rule": rule_block(library.pack(PACK), RULE),
        },
        "docs/known-disputes.md": request_regions(ROOT),
        "docs/timeline.md": {"timeline": timeline_table(timeline)},
        "docs/screens.md": {
            "operations": operations_table(ROOT / "tests/screens/operations", library)
        },
        "docs/worksite.md": {"timeline": timeline_table(worksite_line(library))},
    }
    for path in hand_written():
        text = with_outputs(path.read_text("utf-8"))
        for name, content in regions.get(path.relative_to(ROOT).as_posix(), {}).items():
            text = with_region(text, name, content)
        yield path, text


def hand_written() -> tuple[Path, ...]:
    """Return the documents that people write, and whose commands and tables are made."""
    made = {"facts.md", "problems.md", "properties.md", "commands.md"}
    listed = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return tuple(path for path in listed if path.name not in made)


def _example(library: Library) -> AssessedCase:
    case, problems = read_case_file(EXAMPLE, library.words)
    if case is None:
        message = f"the example cannot be read: {problems}"
        raise ValueError(message)
    return Assessor(library).assess(case, Request(today=TODAY))


def main() -> None:
    """Write every document that differs from what it should be, and say which."""
    for path, text in made_documents():
        if path.is_file() and path.read_text("utf-8") == text:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
