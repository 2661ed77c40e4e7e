"""What is wanted of a run, and what was seen of its table before any fact is read."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from discretion.caseload.mapping import date_fact_of
from discretion.caseload.names import BATCH_ROWS
from discretion.caseload.names import DECISION
from discretion.caseload.running.asked import Asked
from discretion.caseload.running.asked import may_be_asked
from discretion.caseload.running.governance import Governance
from discretion.caseload.running.plan import Plan
from discretion.caseload.running.plan import make_plan
from discretion.dates import day_of
from discretion.errors import UnknownNameError
from discretion.frozen import dataclass
from discretion.rules.library import Library
from discretion.truth import Truth

BITMAP, SQL, SPARK = "bitmap", "sql", "spark"
"""The engines of this package, and what stands for a Spark of this machine."""
CLUSTERS = ("spark://", "local[", "yarn", "k8s://")
"""What the address of a Spark begins with. Source: Spark documentation, Master URLs."""
HERE = (BITMAP, SQL)
"""The engines that work in this process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunWanted:
    """What a run needs besides the table.

    `known_on` is the day up to which law is known. `alone` tells whether the missing facts are
    found that alone could decide a rule. `engine` is `bitmap`, `sql`, `spark` for a Spark of this
    machine, or the address of one; Spark evaluates with the engine on bit planes, part by part.
    """

    library: Library
    asked: Asked
    known_on: date
    version: str
    alone: bool = True
    engine: str = BITMAP

    @property
    def told(self) -> dict[str, Any]:
        """What is asked, as a run says it of itself, so that it can be asked again."""
        asked = self.asked
        return {
            "instruments": list(asked.instruments),
            "interpretation": asked.interpretation,
            "assumptions": list(asked.assumptions),
            "known_at": asked.known_at,
            "law_known_on": self.known_on.isoformat(),
            "decides_alone": self.alone,
        }


def wanted_again(
    told: Table[str, Any], library: Library, version: str, engine: str = BITMAP
) -> RunWanted:
    """Return what was asked of a run, from what it says of itself.

    Args:
        told: what it says that it was asked.
        library: the policies.
        version: the version of the package that made the run.
        engine: the engine that evaluated it.

    Raises:
        KeyError: it does not say everything.
        ValueError: it says no day up to which the law was known.

    """
    known_on = day_of(told["law_known_on"])
    if known_on is None:
        message = "a run says no day up to which it knew the law"
        raise ValueError(message)
    asked = Asked(
        instruments=tuple(told["instruments"]),
        interpretation=told["interpretation"],
        assumptions=tuple(told["assumptions"]),
        known_at=told["known_at"],
    )
    return RunWanted(
        library=library,
        asked=asked,
        known_on=known_on,
        version=version,
        alone=told["decides_alone"],
        engine=engine,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was seen of a table before any fact is read.

    `governing` are the instruments that may have governed some of its decisions, `decisions` the
    types of those, empty where some are not said, `mapping` what it was read through.
    """

    governing: frozenset[str]
    decisions: frozenset[str]
    mapping: str


def survey(
    batches: Callable[..., Iterator[pa.RecordBatch]], wanted: RunWanted, mapping: str = ""
) -> Seen:
    """Return what governed the decisions of a table, and of which types they are.

    Args:
        batches: yields the batches of a facts table, with the columns asked for.
        wanted: what is asked.
        mapping: the mapping that the table was read through, empty for none.

    """
    library = wanted.library
    governance = Governance(library, wanted.known_on)
    date_fact = date_fact_of(library.words)
    governing: set[str] = set()
    decisions: set[str] = set()
    for batch in batches(batch_size=BATCH_ROWS, columns=[date_fact, *DECISION]):
        for standings in governance.governed(batch, date_fact).distinct:
            governing.update(
                name for name, each in standings.items() if each.governs is not Truth.FALSE
            )
        types = pc.unique(batch["decision_type"]).to_pylist()
        decisions.update(word or "" for word in types)
    return Seen(
        governing=frozenset(name for name in governing if may_be_asked(library.pack(name))),
        decisions=frozenset(decisions),
        mapping=mapping,
    )


def check_engine(engine: str) -> None:
    """Do nothing where an engine is known.

    Raises:
        UnknownNameError: nobody knows it, and it is no address of a Spark.

    """
    if engine not in {BITMAP, SQL, SPARK} and not engine.startswith(CLUSTERS):
        kind = "engine"
        raise UnknownNameError(kind, engine, (BITMAP, SQL, SPARK, "spark://HOST:PORT"))


def plan_of(seen: Seen, wanted: RunWanted) -> Plan:
    """Return the plan for a table of which so much was seen.

    Raises:
        UnknownInstrumentError: no pack describes an instrument that is asked for.
        UnknownNameError: an assumption set or a choice of knowledge is not known.

    """
    # A table without rows has no decision of a type that a policy would not speak to.
    decisions = seen.decisions or {""}
    return make_plan(wanted.library, wanted.asked, seen.governing, decisions, seen.mapping)
