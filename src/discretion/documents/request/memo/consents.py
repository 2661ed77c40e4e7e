"""The memo on gates: what stops a request, what was overridden, and what the person agreed to."""

from collections.abc import Iterator

from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Listing
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from discretion.documents.request.told.request_told import RequestTold
from discretion.request.wording import gate_in_words


def consents(told: RequestTold) -> Iterator[Block]:
    """Yield every gate with its state, and the record of consents and overrides."""
    yield Heading(text="Gates, overrides and consents")
    items = [plain(gate_in_words(gate)) for gate in told.checked.gates]
    items.extend(_left_out(told))
    items.extend(_recorded(told))
    yield Listing(items=tuple(items))


def _left_out(told: RequestTold) -> Iterator[tuple[Sentence, ...]]:
    decisions = told.library.words.vocabulary.decisions
    instead = ", ".join(decisions[each] for each in told.asking.decisions)
    for each in told.asking.left_out:
        yield plain(
            f"The person did not agree to this: {decisions[each]}. The request does not name it, "
            f"and asks for this instead: {instead}."
        )


def _recorded(told: RequestTold) -> Iterator[tuple[Sentence, ...]]:
    for row in told.checked.case.consents:
        yield plain(
            f"Consent on record: {row['kind']}, answer {row['answer']}, by {row['by']}, on "
            f"{row['on']}."
        )
    if not told.checked.case.consents:
        yield plain("No consent of the person is on record.")
