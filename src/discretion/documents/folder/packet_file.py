"""A file of a packet, before it is written: its bytes, and whether it stays inside."""

from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketFile:
    """The bytes of a file; a private one is for its owner alone, and goes into no archive.

    `pages` is None for what has none.
    """

    data: bytes
    is_private: bool
    pages: int | None = None
