"""Paragraphs of a Word file: sentences in a style, each in its language."""

from collections.abc import Iterable
from collections.abc import Iterator
from typing import Any

from discretion.documents.content.sentence import Sentence
from discretion.documents.word.blocks.element import element
from discretion.documents.word.blocks.languages import is_right_to_left
from discretion.documents.word.blocks.languages import language_marks
from discretion.documents.word.blocks.sheet import Sheet
from discretion.documents.word.letters import legal


def paragraph(style: str, sentences: tuple[Sentence, ...], sheet: Sheet, numbering: int = 0) -> Any:  # noqa: ANN401  # of lxml
    """Return a paragraph of sentences.

    Args:
        style: the name of its style.
        sentences: what it says.
        sheet: what it is written on.
        numbering: which list it is an item of, 0 where its style alone says so.

    """
    marks = [element("pStyle", val=sheet.styles[style])]
    if numbering:
        marks.append(element("numPr", (element("ilvl", val=0), element("numId", val=numbering))))
    marks.extend(_side(sentences, sheet))
    return element("p", (element("pPr", marks), *runs(sentences, sheet)))


def lines(sentences: tuple[Sentence, ...], sheet: Sheet) -> Any:  # noqa: ANN401  # of lxml
    """Return lines that stand below each other in one paragraph, and on one page."""
    marks = (
        element("pStyle", val=sheet.styles["Normal"]),
        element("keepLines"),
        *_side(sentences, sheet),
    )
    inside: list[Any] = []
    for number, each in enumerate(sentences):
        if number:
            inside.append(element("r", (element("br"),)))
        inside.extend(runs((each,), sheet))
    return element("p", (element("pPr", marks), *inside))


def worded(style: str, text: str, sheet: Sheet) -> Any:  # noqa: ANN401  # of lxml
    """Return a paragraph of words in the language of the document."""
    return paragraph(style, (Sentence(text=text),), sheet)


def runs(sentences: Iterable[Sentence], sheet: Sheet) -> Iterator[Any]:
    """Yield sentences with a space between, each with its language where it is another one."""
    for number, each in enumerate(sentences):
        run = element("r")
        run.text = f"{' ' if number else ''}{legal(each.text)}"
        if each.language:
            run.insert(0, element("rPr", language_marks(each.language, sheet.language)))
        yield run


def _side(sentences: tuple[Sentence, ...], sheet: Sheet) -> Iterator[Any]:
    """Yield from which side a paragraph begins, where that is not the side of the document."""
    sides = {is_right_to_left(each.language or sheet.language) for each in sentences}
    if len(sides) == 1 and sides != {is_right_to_left(sheet.language)}:
        yield element("bidi", val=int(sides.pop()))
