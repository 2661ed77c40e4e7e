"""`discretion prove`: sentences about a pack, proved or refuted with a case that shows it."""

from argparse import Namespace
from datetime import date
from time import monotonic

from discretion import Prover
from discretion import __version__
from discretion import answer_proofs
from discretion import has_errors
from discretion.cli.outcome import DONE
from discretion.cli.outcome import STOPPED
from discretion.cli.outcome import Outcome
from discretion.cli.policies import PacksRefusedError
from discretion.cli.prove.text import show_proofs
from discretion.compare import read_version


def run_prove(words: Namespace, today: date) -> Outcome:
    """Return what is proved of a pack.

    Raises:
        PacksRefusedError: the pack has problems that forbid to prove anything of it.
        UnknownVersionError: it is neither a folder nor a bundled pack.

    """
    version, problems = read_version(words.id)
    if version is None or has_errors(problems):
        raise PacksRefusedError(problems)
    proofs = Prover(words.seconds, monotonic, today).prove(version.library, version.pack)
    return Outcome(
        answer=answer_proofs(proofs, __version__),
        write=lambda: show_proofs(proofs),
        problems=problems,
        code=DONE if proofs.all_proved else STOPPED,
    )
