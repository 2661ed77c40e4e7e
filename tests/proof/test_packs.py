"""Every sentence about every bundled pack is proved, and a change of the pack refutes it."""

import pytest

from discretion.assess.packs.reachable import reach_outcomes
from discretion.assess.ruleset import rulesets
from discretion.compare.proof.asking.question import Part
from discretion.compare.proof.asking.subject import Subject
from discretion.compare.proof.forms.table import Reachable
from discretion.compare.proof.sentences import OF_EVERY_PACK
from discretion.compare.proof.sentences import all_forms
from discretion.engines.smt.choosing.solving import Found
from discretion.engines.smt.choosing.solving import Search
from discretion.rules.sentences import sentence
from tests.proof.packs import LONG
from tests.proof.packs import bundled
from tests.proof.packs import proof_of
from tests.proof.packs import proofs_of

PACKS = list(bundled().packs)


@pytest.mark.parametrize("pack", PACKS)
def test_every_sentence_about_a_pack_is_proved_and_can_fail(pack: str) -> None:
    """Every sentence about a bundled pack is proved, and refuted on a changed pack."""
    proofs = proofs_of(pack)

    assert [] == [each.id for each in proofs.proofs if each.status != "proved"]
    assert [] == [each.id for each in proofs.proofs if not each.noticed]
    assert proofs.all_proved


@pytest.mark.parametrize("pack", PACKS)
def test_what_is_not_claimed_would_not_be_proved(pack: str) -> None:
    """A sentence that a bundled pack does not claim is refuted of it, so that none is spared."""
    library, found = bundled(), bundled().packs[pack]
    spared = [each.sentence for each in found.unclaimed]

    assert [] == [each for each in spared if proof_of(each, library, found).status == "proved"]


@pytest.mark.parametrize("pack", PACKS)
def test_the_solver_reaches_the_outcomes_that_the_diagram_reaches(pack: str) -> None:
    """An outcome that the decision diagram reaches is one that the solver reaches, and no other."""
    library = bundled()
    for ruleset in rulesets(library, library.packs[pack]):
        subject = Subject(library, ruleset)
        never = {row.token for row in reach_outcomes(ruleset, library).never}
        asked = [part for part in Reachable().parts(subject) if isinstance(part, Part)]
        parts = {part.about.strip("`"): part for part in asked}
        for token, part in parts.items():
            # Of a screen, the first question is asked with every rule counting, as the diagram is.
            question = next(part.asks())
            found, _ = Search(question.kept, LONG).ask(*question.wanted)

            assert found is not Found.NOT_SETTLED
            assert (token not in never) is (found is Found.SOME)


def test_the_sentences_of_every_pack_are_those_that_files_may_name() -> None:
    """What a pack may say it does not claim is what is claimed of every pack."""
    assert list(sentence.OF_EVERY_PACK) == [each.id for each in OF_EVERY_PACK]


def test_no_two_sentences_about_a_pack_share_a_name() -> None:
    """Each sentence about a pack has a name of its own."""
    for pack in bundled().packs.values():
        names = [form.id for form in all_forms(bundled(), pack)]

        assert len(set(names)) == len(names)
