"""Which sentences are claimed of a pack: those of every pack, of its matter type, and its own."""

from collections.abc import Iterator
from typing import assert_never

from discretion.compare.proof.forms.alone import AloneForm
from discretion.compare.proof.forms.conditional import NeverForm
from discretion.compare.proof.forms.conditional import PrevailsForm
from discretion.compare.proof.forms.form import Form
from discretion.compare.proof.forms.learning import NeverClears
from discretion.compare.proof.forms.learning import NeverReverses
from discretion.compare.proof.forms.live import Live
from discretion.compare.proof.forms.sides import Adjacent
from discretion.compare.proof.forms.sides import Aggravating
from discretion.compare.proof.forms.sides import Mitigating
from discretion.compare.proof.forms.table import Agrees
from discretion.compare.proof.forms.table import Covers
from discretion.compare.proof.forms.table import Reachable
from discretion.law.citation import Citation
from discretion.rules.library import Library
from discretion.rules.rule import Pack
from discretion.rules.sentences.sentence import Alone
from discretion.rules.sentences.sentence import Never
from discretion.rules.sentences.sentence import Prevails
from discretion.rules.sentences.sentence import Sentence

OF_EVERY_PACK: tuple[Form, ...] = (
    Mitigating(),
    Aggravating(),
    Adjacent(),
    Reachable(),
    Covers(),
    Agrees(),
    Live(),
    NeverClears(),
    NeverReverses(),
)
"""The sentences that name no fact, so that they can be put to any pack."""


def forms_of(library: Library, pack: Pack) -> Iterator[Form]:
    """Yield every sentence that is claimed of a pack, its matter type's before its own."""
    unclaimed = {each.sentence for each in pack.unclaimed}
    for form in all_forms(library, pack):
        if form.id not in unclaimed:
            yield form


def all_forms(library: Library, pack: Pack) -> Iterator[Form]:
    """Yield every sentence that could be claimed of a pack, whether or not it is."""
    yield from map(_form, library.sentences.get(pack.instrument.matter, ()))
    yield from map(_form, pack.sentences)
    yield from OF_EVERY_PACK


def cited(identifier: str, pack: Pack) -> Citation | None:
    """Return what a pack cites for one of its own sentences."""
    return next((each.citation for each in pack.sentences if each.id == identifier), None)


def _form(sentence: Sentence) -> Form:
    match sentence.claim:
        case Alone():
            return AloneForm(id=sentence.id, says=sentence.says, claim=sentence.claim)
        case Never():
            return NeverForm(id=sentence.id, says=sentence.says, claim=sentence.claim)
        case Prevails():
            return PrevailsForm(id=sentence.id, says=sentence.says, claim=sentence.claim)
        case _:
            assert_never(sentence.claim)
