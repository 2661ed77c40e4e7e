"""Remarks: what somebody should look at before a request is filed, and what to do about it."""

from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing to look at: a word for programs, a sentence, and what to do next."""

    code: str
    says: str
    remedy: str
