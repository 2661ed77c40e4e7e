"""The limits of the memo: what the pack does not encode, and what nobody has verified."""

from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.wording.assessed import marks_in_words
from discretion.assess.wording.assessed import unreviewed_in_words
from discretion.documents.assessment.head import listed
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.sentence import Sentence
from discretion.rules.rule import Pack

REVIEWED = "Every rule above has been reviewed by a named person."


def _made(pack: Pack) -> str:
    """Return which version of a pack was read, so that the memo can be made again."""
    digest = pack.instrument.digest
    return f"Read from the pack {pack.instrument.id}{f' ({digest})' if digest else ''}."


def limits_of(each: Assessment) -> Iterator[Block]:
    """Yield how the text was read, then what the instrument says that is not encoded here."""
    if each.ruleset is None:
        return
    pack = each.ruleset.pack
    yield Heading(text="How the text was read", level=2)
    yield listed(
        Sentence(text=text, citations=(pack.instrument.short,))
        for text in (unreviewed_in_words(each) or REVIEWED, *marks_in_words(each), _made(pack))
    )
    if pack.omissions:
        yield Heading(text="What is not encoded here", level=2)
        yield listed(
            Sentence(
                text=f"{omission.what}: {omission.why}",
                citations=(f"{pack.instrument.short}, {omission.cite}".removesuffix(", "),),
            )
            for omission in pack.omissions
        )
