"""Who is treated differently by two versions of a pack, with a made case of each difference."""

from datetime import date

from discretion import Assessor
from discretion import Comparison
from discretion import ComparisonRequest
from discretion import compare_policies
from discretion import day_of_both
from discretion import policy_side
from discretion.compare import PackVersion


def compare_versions(old: PackVersion, new: PackVersion, today: date) -> Comparison:
    """Return the old version as A against the new one as B, rule by rule.

    Raises:
        IncomparableError: they speak of matters of other types, or mean a fact otherwise.
        EnginesDisagreeError: two engines differ, so that nothing can be relied on.

    """
    day = day_of_both(old.pack.instrument, new.pack.instrument)
    a, b = (
        policy_side(version.pack.instrument.id, Assessor(version.library)) for version in (old, new)
    )
    return compare_policies(a, b, ComparisonRequest(day=day, today=today))
