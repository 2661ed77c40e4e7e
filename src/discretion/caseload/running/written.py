"""What a file of results says of itself: which policies, which bit is which rule, of what data."""

import json
from collections.abc import Mapping as Table
from typing import Any

import pyarrow as pa

from discretion.caseload.names import FORMAT
from discretion.caseload.names import KEY
from discretion.caseload.running.plan import Plan


def described(plan: Plan, version: str, source: Table[str, Any], engine: str) -> dict[str, Any]:
    """Return what a file of results says of itself.

    Args:
        plan: what was asked.
        version: the version of the package.
        source: the mapping and the files of the data, as an import says them.
        engine: what evaluated the rows.

    """
    return {
        "format": FORMAT,
        "version": version,
        "policies": [
            {
                "instrument": policy.pack.instrument.id,
                "interpretation": policy.interpretation,
                "digest": policy.pack.instrument.digest,
                "rules": list(policy.rules),
                "outcomes": list(policy.outcomes),
                "facts": list(policy.facts),
            }
            for policy in plan.policies
        ],
        "assumptions": list(plan.assumptions),
        "assumption_digests": {
            each.id: each.digest for each in (*plan.shared_sets, *_own_sets(plan))
        },
        "known_at": plan.known_at,
        "own_day": plan.own_day,
        "engine": engine,
        "named": plan.shares.says if plan.shares and plan.shared_by is not None else {},
        "named_under": plan.shares.policy if plan.shares else "",
        **source,
    }


def with_description(schema: pa.Schema, description: Table[str, Any]) -> pa.Schema:
    """Return a schema that carries a description of its file."""
    text = json.dumps(description, sort_keys=True)
    return schema.with_metadata({KEY: text.encode()})


def description_of(schema: pa.Schema) -> dict[str, Any]:
    """Return what a file says of itself, nothing where it does not say it."""
    found: dict[str, Any] = json.loads((schema.metadata or {}).get(KEY, b"{}"))
    return found


def _own_sets(plan: Plan) -> list[Any]:
    found = {each.id: each for policy in plan.policies for each in policy.own_sets}
    return list(found.values())
