"""Sentences: what a document says, and what each sentence of it rests on."""

from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence and what it rests on.

    `facts` are names of facts of the case, with the field of a record where it is one
    (`offences[1].weapon`), `papers` the ids of its evidence and `citations` pinpoints as a reader
    expects them (`the Guidelines, II.B mit. 3`). All empty is a sentence that says nothing of the
    person and nothing of the law, as a salutation. `language` is a tag such as `es` where the
    sentence is not in the language of its document, so that it is read aloud as what it is.
    """

    text: str
    facts: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    language: str = ""


def plain(text: str) -> tuple[Sentence, ...]:
    """Return a text as the one sentence of a paragraph that rests on nothing."""
    return (Sentence(text=text),)
