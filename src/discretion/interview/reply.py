"""Reading a reply: what a person typed becomes what the file says, or a sentence on what is off."""

from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.frozen import dataclass
from discretion.interview.ask import Ask
from discretion.interview.yaml_line import written

LONGEST = 200
"""The most characters of a reply: a fact is short, and an essay belongs in a memo."""
WORDS = {
    "b": "back", "back": "back",
    "u": "unsure", "not sure": "unsure", "unsure": "unsure", "don't know": "unsure",
    "p": "pass", "prefer not": "pass", "pass": "pass", "skip": "pass",
    "w": "why", "why": "why", "why?": "why",
    "s": "stop", "stop": "stop", "quit": "stop", "exit": "stop",
    "?": "help", "help": "help",
}  # fmt: skip
YES_NO = {"y": "yes", "yes": "yes", "n": "no", "no": "no"}


@dataclass(frozen=True, slots=True)
class Command:
    """Something other than a value: back, unsure, pass, why, stop or help."""

    word: str


@dataclass(frozen=True, slots=True)
class Value:
    """A value, as the file will say it."""

    said: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A reply that says nothing of the fact, with what to do."""

    reason: str

    @property
    def sentence(self) -> str:
        """The reason as a sentence."""
        return f"{self.reason[0].upper()}{self.reason[1:]}."


Reply = Command | Value | Refused


def read_reply(text: str, ask: Ask) -> Reply:
    """Return what a reply says to a question; the case reader still checks the value itself."""
    flat = read_words(text)
    if isinstance(flat, Refused):
        return flat
    if flat.lower() in WORDS:
        return Command(WORDS[flat.lower()])
    if not flat:
        return Refused("nothing was typed: u for not sure, p if you prefer not to record it")
    if ask.more:
        return _yes_no(flat)
    return _value(flat, ask.fact)


def read_words(text: str) -> str | Refused:
    """Return what was typed with single spaces, or why it cannot be taken as it is."""
    flat = " ".join(text.split())
    if any(not character.isprintable() for character in flat):
        return Refused("the reply holds characters that cannot be shown: please type it again")
    if len(flat) > LONGEST:
        return Refused(f"the reply is longer than {LONGEST} characters: a short fact will do")
    return flat


def _yes_no(text: str) -> Reply:
    word = YES_NO.get(text.lower())
    return Value(word) if word else Refused("please answer yes or no")


def _value(text: str, fact: FactType) -> Reply:
    if fact.kind is Kind.YES_NO:
        return _yes_no(text)
    if fact.kind is Kind.TOKEN:
        return _choice(text, fact)
    return Value(written(text))


def _choice(text: str, fact: FactType) -> Reply:
    options = choices(fact)
    if text.isascii() and text.isdigit() and 1 <= int(text) <= len(options):
        return Value(options[int(text) - 1])
    if text in options:
        return Value(text)
    return Refused(f"please answer with a number from 1 to {len(options)}")


def choices(fact: FactType) -> tuple[str, ...]:
    """Return the words a person may choose from."""
    return tuple(word for word in fact.words if word != fact.absent)
