"""Eight published files of 1.9 million rows: imported and run, beside a mere reading of their text.

They are measured where they are kept beside this repository, as they describe real people.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.caseload.processes import ROOT
from benchmarks.caseload.processes import done
from benchmarks.caseload.processes import waited
from benchmarks.caseload.workers.job import Job
from benchmarks.measure import Goal
from benchmarks.measure import Result
from benchmarks.measure import Sample

FOLDER = ROOT.parent / "shared/data/ice-ero-fy16-18"
LAYOUTS = ("EROArrests", "EROEncounters", "ICERemovals")
"""How the names of files begin that are laid out alike, and so are imported together."""
LIMIT = 8.0
OURS, TEXT = "imported and run", "DuckDB merely reads them as text"

ABOUT = """\
Arrests, encounters and removals as ICE released them for the fiscal years 2016 to 2018, eight
files. Ours: `discretion caseload import` and `discretion caseload run` of each layout, six whole
processes in all, with every policy that governed, and what missing facts alone could decide. The
other: DuckDB reads every column of the same files as text and keeps nothing, in one process."""


def measure(folder: Path, rounds: int) -> Result:
    """Measure both so many times, in turn.

    Raises:
        NotDoneError: a command failed.

    """
    times: dict[str, list[float]] = {OURS: [], TEXT: []}
    for _ in range(rounds):
        with TemporaryDirectory() as made:
            times[OURS].append(
                sum(_imported_and_run(folder, layout, Path(made)) for layout in LAYOUTS)
            )
        files = [str(file) for file in sorted(folder.glob("*.csv.gz"))]
        job = Job(engine="duck", work="read_text", table="", options={"files": files})
        times[TEXT].append(done(job).cpu_ms)
    samples = {what: Sample(what=what, times=tuple(taken)) for what, taken in times.items()}
    goal = Goal(
        what=f"{OURS} / {TEXT}, medians",
        value=samples[OURS].median / samples[TEXT].median,
        limit=LIMIT,
        unit="x",
    )
    return Result(
        title="Eight published files",
        about=ABOUT,
        samples=tuple(samples.values()),
        goals=(goal,),
    )


def _imported_and_run(folder: Path, layout: str, made: Path) -> float:
    """Return what it takes to import the files of one layout and to run policies over them."""
    files = [str(file) for file in sorted(folder.glob(f"{layout}*.csv.gz"))]
    imported, ran = str(made / f"{layout}-imported"), str(made / f"{layout}-ran")
    return sum(
        waited((sys.executable, "-m", "discretion", "caseload", *words))[0]
        for words in (("import", *files, "--out", imported), ("run", imported, "--out", ran))
    )
