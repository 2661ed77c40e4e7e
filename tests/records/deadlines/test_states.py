"""States of a request: every one can be reached, and nothing is answered before it was sent."""

from discretion.records.deadlines import RequestState
from discretion.records.deadlines import is_sent
from discretion.records.deadlines import moves_from


def reached_from(state: RequestState) -> set[RequestState]:
    found, left = {state}, [state]
    while left:
        fresh = set(moves_from(left.pop())) - found
        found |= fresh
        left.extend(fresh)
    return found


def test_every_state_is_reached_from_a_draft() -> None:
    """Every state of a request is reached from a draft."""
    assert set(RequestState) == reached_from(RequestState.DRAFT)


def test_what_was_sent_stays_sent() -> None:
    """What was sent stays sent, and a request is sent in one way alone."""
    crossing = [
        (state, after)
        for state in RequestState
        for after in moves_from(state)
        if is_sent(state) is not is_sent(after)
    ]

    assert [(RequestState.CLIENT_CONSENT, RequestState.SENT)] == crossing


def test_what_was_granted_or_filed_anew_is_at_its_end() -> None:
    ends = [state for state in RequestState if not moves_from(state)]

    assert [RequestState.GRANTED, RequestState.REFILED] == ends


def test_a_denial_may_be_carried_on_and_silence_too() -> None:
    assert RequestState.ESCALATED in moves_from(RequestState.DENIED)
    assert RequestState.ESCALATED in moves_from(RequestState.NO_ANSWER)
