"""Saying things in one language: sentences of the texts, and English names with our own words."""

from datetime import date

from discretion.documents.client.texts import ClientTexts
from discretion.documents.content.sentence import Sentence

ENGLISH = "en"
STOP = "."


class Saying:
    """Makes sentences of the texts of one language."""

    def __init__(self, texts: ClientTexts) -> None:
        """Take the texts."""
        self.texts = texts

    def all(self, key: str, citations: tuple[str, ...] = (), **places: str) -> tuple[Sentence, ...]:
        """Return the sentences of a text, each with what it rests on."""
        return tuple(
            Sentence(text=text, citations=citations) for text in self.texts.sentences(key, **places)
        )

    def day(self, day: date) -> str:
        """Return a day as the language writes it."""
        return self.texts.day_in_words(day)

    def in_english(
        self, name: str, words: str, citations: tuple[str, ...] = ()
    ) -> tuple[Sentence, ...]:
        """Return an English name, then our own words for it and the mark that they are ours."""
        language = "" if self.texts.language == ENGLISH else ENGLISH
        named = Sentence(text=_ended(name), citations=citations, language=language)
        if not words:
            return (named,)
        ours = f"{words[:1].upper()}{words[1:]}"
        marked = Sentence(text=self.texts.translated)
        return (named, Sentence(text=_ended(ours), citations=citations), marked)


def _ended(text: str) -> str:
    return text if text.endswith(STOP) else f"{text}{STOP}"
