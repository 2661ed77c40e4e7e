"""What the text and the page of a comparison say alike, in sentences."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from discretion import Comparison
from discretion import Difference
from discretion import GoverningLine
from discretion import PolicySide
from discretion import Rule
from discretion import Truth
from discretion import long_date
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import counted
from discretion.cli.text.sides.words import KINDS
from discretion.cli.text.sides.words import TOPICS

RELATIONS = {
    "same": "the same",
    "stricter": "B is stricter for the person",
    "looser": "B is looser for the person",
    "different": "different",
    "only_in_a": "only A speaks of it",
    "only_in_b": "only B speaks of it",
    "not_settled": "not settled",
}
STOOD = {
    Truth.TRUE: "It governed",
    Truth.UNKNOWN: "It may have governed",
    Truth.FALSE: "It did not govern",
}
STANDS = {
    Truth.TRUE: "it governs",
    Truth.UNKNOWN: "it may govern",
    Truth.FALSE: "it does not govern",
}
"""What is said of an instrument on the day of a comparison, and today."""
SCREEN = (
    "It is a screen of ours and has no authority of its own; every rule of it counts here, as "
    "where all that it rests on governs."
)
ASSESSES_NOTHING = "As read here it holds no rule, so that it assesses nothing."
FACTORS = {
    "aggravating": "aggravating factor",
    "mitigating": "mitigating factor",
    "either": "factor either way",
    "context": "factor of context",
}
"""What a factor is called for the side that it speaks for."""
ONLY = {"only_in_a": "A", "only_in_b": "B"}
ORDER = ("different", "stricter", "looser", "not_settled", "only_in_a", "only_in_b", "same")


def title_of(side: PolicySide) -> str:
    """Return what a side is called, with its reading and what it assumes."""
    title = side.ruleset.pack.instrument.title
    reading = f", read as {side.reading.replace('_', ' ')}" if side.reading else ""
    sets = "".join(f", assuming {each.id}" for each in side.assumptions)
    return f"{title} ({side.instrument}){reading}{sets}"


def standing_of(
    side: PolicySide,
    day: date,
    then: Iterable[GoverningLine],
    today: date,
    now: Iterable[GoverningLine],
) -> str:
    """Return whether a side governed on the day of a comparison, and whether it governs today.

    A screen never governs, and an instrument without a rule assesses nothing: each is said.

    Args:
        side: the side.
        day: the day of the comparison.
        then: what governed on it.
        today: the day on which the answer is given.
        now: what governs on that.

    """
    pack = side.ruleset.pack
    if pack.instrument.is_screen:
        return SCREEN
    stood, stands = STOOD[_governs(side, then)], STANDS[_governs(side, now)]
    rules = "" if pack.rules else f" {ASSESSES_NOTHING}"
    return f"{stood} on {long_date(day)}; {stands} today, {long_date(today)}.{rules}"


def _governs(side: PolicySide, lines: Iterable[GoverningLine]) -> Truth:
    digest = side.ruleset.pack.instrument.digest
    own = [
        line.governs
        for line in lines
        if line.instrument == side.instrument and line.digest == digest
    ]
    if Truth.TRUE in own:
        return Truth.TRUE
    return Truth.UNKNOWN if Truth.UNKNOWN in own else Truth.FALSE


def what_it_is(day: date) -> str:
    """Return what a comparison is and what it is not."""
    return (
        f"Every case below is made up, of a decision on {long_date(day)}; it describes nobody and "
        "says as little as shows the difference. This compares what two texts, as read here, say; "
        "it is no advice and no decision."
    )


def topic_in_words(kind: str, topic: str, side: str) -> str:
    """Return what is compared: a subject or one rule, with the kind of the rules, or an outcome."""
    if kind == "outcome":
        return f"the outcome {topic}"
    return f"{TOPICS.get(topic, topic)} ({FACTORS.get(side, KINDS[kind])})"


def title_in_words(kind: str, topic: str, side: str) -> str:
    """Return what is compared as a heading begins with it; a rule keeps its name as it is."""
    words = topic_in_words(kind, topic, side)
    return capital(words) if kind == "outcome" or topic in TOPICS else words


def notes_of(each: Difference) -> Iterator[str]:
    """Yield what is to be known of a topic before its cases."""
    for a, b in each.alike:
        yield (
            f"A asks an official about `{a}` and B about `{b}`. Where one case allows both "
            "questions, both are answered alike, so that what the facts alone make different is "
            "seen."
        )
    if each.note:
        yield f"{capital(each.note)}."
    if not each.is_all:
        yield "There are further ways to differ than those shown; ask with `--ways N`."


def cited(rule: Rule) -> str:
    """Return from where a rule is read, and how that text was."""
    return f"{rule.citation}; {rule.citation.basis}"


def unpaired_in(comparison: Comparison) -> Iterator[str]:
    """Yield how many rules are not compared, where there are any."""
    if any(comparison.unpaired):
        in_a, in_b = comparison.unpaired
        yield (
            f"{counted(in_a, 'rule')} of A and {in_b} of B have no subject in common with the "
            "other policy and are not compared."
        )


def limits_of(comparison: Comparison) -> Iterator[str]:
    """Yield within which bounds the answer holds: the day, and the records of each list."""
    day = f"Matters decided on {long_date(comparison.day)} were searched"
    if comparison.bounds:
        lists = ", ".join(
            f"{number} {items.replace('_', ' ')}" for items, number in comparison.bounds.items()
        )
        yield (
            f"{day}, with at most {lists}: as many as the conditions compared can "
            "tell apart, so that a matter with more has one with so many that they read alike."
        )
    else:
        yield f"{day}; no condition compared reads a list of records, so that none bounds it."
    yield (
        "What is the same is the same on that day; another day, given with `--on`, may part the "
        "two where a rule names days."
    )
    yield (
        f"Each question was given {comparison.seconds:g} seconds. Each case was assessed anew by "
        "the reference engine under both policies before it was shown."
    )


TABLE_NOTE = (
    "Every row is read under both policies, whatever governed its day. A row is unknown where "
    "it says too little for an answer either way; unknown is never counted as no."
)
"""How the counts of a table are to be read."""
