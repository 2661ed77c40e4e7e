"""Whether what looks for differences and proofs is there."""

from importlib.util import find_spec

from discretion import MissingExtraError

SOLVER = "z3"


def require_solver(what: str) -> None:
    """Do nothing where the solver is installed.

    Args:
        what: what was asked for, as a sentence begins with it.

    Raises:
        MissingExtraError: it is not.

    """
    if find_spec(SOLVER) is None:
        raise MissingExtraError(what, "z3-solver", "proof")
