"""States of a request: where it stands between a draft and its answer, as somebody keeps it.

A state says which deadlines run: nothing is followed up before it was sent.
"""

from collections.abc import Mapping as Table
from enum import Enum
from types import MappingProxyType


class RequestState(Enum):
    """Where a request stands."""

    DRAFT = "draft"
    ATTORNEY_REVIEW = "attorney_review"
    CLIENT_CONSENT = "client_consent"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    FOLLOW_UP_1 = "follow_up_1"
    FOLLOW_UP_2 = "follow_up_2"
    NO_ANSWER = "no_answer"
    DENIED = "denied"
    GRANTED = "granted"
    ESCALATED = "escalated"
    REFILED = "refiled"


_S = RequestState
_ANSWERED = (_S.DENIED, _S.GRANTED)
_MOVES: Table[RequestState, tuple[RequestState, ...]] = MappingProxyType(
    {
        _S.DRAFT: (_S.ATTORNEY_REVIEW,),
        _S.ATTORNEY_REVIEW: (_S.DRAFT, _S.CLIENT_CONSENT),
        _S.CLIENT_CONSENT: (_S.DRAFT, _S.SENT),
        _S.SENT: (_S.ACKNOWLEDGED, _S.FOLLOW_UP_1, *_ANSWERED),
        _S.ACKNOWLEDGED: (_S.FOLLOW_UP_1, *_ANSWERED),
        _S.FOLLOW_UP_1: (_S.FOLLOW_UP_2, *_ANSWERED),
        _S.FOLLOW_UP_2: (_S.NO_ANSWER, *_ANSWERED),
        _S.NO_ANSWER: (_S.ESCALATED, *_ANSWERED),
        _S.DENIED: (_S.ESCALATED, _S.REFILED),
        _S.GRANTED: (),
        _S.ESCALATED: (*_ANSWERED, _S.REFILED),
        _S.REFILED: (),
    }
)
"""From each state, the states that may follow. One that was refiled is a new request, a draft."""
_UNSENT = frozenset((_S.DRAFT, _S.ATTORNEY_REVIEW, _S.CLIENT_CONSENT))


def moves_from(state: RequestState) -> tuple[RequestState, ...]:
    """Return the states that may follow a state."""
    return _MOVES[state]


def is_sent(state: RequestState) -> bool:
    """Tell whether a request in that state has been sent."""
    return state not in _UNSENT
