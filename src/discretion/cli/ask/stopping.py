"""What an interview says where it may stop: what could still change the outcome, and what not."""

from collections.abc import Iterator

from discretion.interview import Standing


def place_to_stop(standing: Standing) -> str:
    """Return that this is a good place to stop, and what could change the outcome all the same."""
    return (
        f"{_outcome(standing)} This is a good place to stop (s). What follows could only change "
        "single findings, or inform a judgment."
    )


def no_more_questions(standing: Standing) -> str:
    """Return that nothing is left to ask, and what could change the outcome all the same."""
    return f"There is no further question. {_outcome(standing)}"


def _outcome(standing: Standing) -> str:
    """Return what could still change the outcome; only where nothing could, that nothing could."""
    if not standing.partly and not standing.unasked:
        if not standing.passed:
            return "Nothing that is missing could change the outcome any more."
        return (
            "Nothing that is missing could change the outcome any more, except what you were not "
            f"sure of or preferred not to record ({len(standing.passed)})."
        )
    return (
        "No question that is left could change the outcome. What still could: "
        f"{'; '.join(_still(standing))}."
    )


def _still(standing: Standing) -> Iterator[str]:
    if standing.passed:
        yield f"what you were not sure of or preferred not to record ({len(standing.passed)})"
    if standing.partly:
        yield f"what accounts conflict on or only partly tell ({len(standing.partly)})"
    if standing.unasked:
        yield f"what only a record or its author can tell ({len(standing.unasked)})"
