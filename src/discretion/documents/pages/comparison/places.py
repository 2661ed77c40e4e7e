"""The names of places on the page on two policies, so that what leads there and is there agree."""


def topic_id(number: int) -> str:
    """Return the name of a topic, by its number on the page."""
    return f"topic-{number}"


def text_id(number: int, letter: str) -> str:
    """Return the name of what one policy says on a topic."""
    return f"{topic_id(number)}-{letter.lower()}"


def provision_id(number: int, letter: str, place: int) -> str:
    """Return the name of a provision, by its place in what one policy says, from 0."""
    return f"{text_id(number, letter)}-{place + 1}"


def case_id(number: int, case: int) -> str:
    """Return the name of a case, by its number in its topic, from 1."""
    return f"{topic_id(number)}-case-{case}"
