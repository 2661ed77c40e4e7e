"""A citation: where in which instrument, how the text was read, and the words relied on."""

from discretion.frozen import dataclass

BASES = ("read", "reported", "recalled")
"""How a text was read: the official text or a reproduction, a report of it, or from memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A short operative phrase and the key of the source it was seen in."""

    words: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A pinpoint in an instrument (`II.C(b)`), and how its text was read.

    INVARIANT basis known: `basis` is one of `BASES`.
    """

    instrument: str
    short: str
    pinpoint: str
    basis: str
    quotes: tuple[Quote, ...] = ()
    reviewed: str = "nobody yet"

    def __str__(self) -> str:
        """The citation as a reader expects it: `the Guidelines, II.C(b)`."""
        return f"{self.short}, {self.pinpoint}" if self.pinpoint else self.short
