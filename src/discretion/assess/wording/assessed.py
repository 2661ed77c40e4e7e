"""An assessed case in words: what it is, how it was read, its gates, its outcomes, its marks."""

from collections.abc import Iterator

from discretion.assess.assessment import AssessedCase
from discretion.assess.assessment import Assessment
from discretion.dates import long_date
from discretion.errors import Problem
from discretion.rules.assumption import AssumptionSet
from discretion.rules.english import show_values
from discretion.truth import Truth
from discretion.vocabulary import Vocabulary

BANNER = (
    "Assessment for a human decision. It decides nothing and recommends no arrest, detention or "
    "removal; it gives no score. It is not legal advice."
)
INTERNAL_MARK = "Internal: work product, do not file."
LOOK_AT_THE_FILE = (
    "The case is assessed as its file stands. What follows may be a mistake in the file, and the "
    "answer may then be wrong:"
)
MODES = {
    "audit": "audit (only what the decider had)",
    "request": "request (everything up to filing)",
    "review": "review (everything up to filing)",
}
NOT_READ = {
    "reported": "[reported] marks a text that was read only in somebody's report of it",
    "recalled": "[recalled] marks a text from memory, to be checked against the official one",
}
UNREVIEWED = "nobody yet"
"""What a pack writes where no named person has compared a text with the official one."""
DID_NOT_GOVERN = (
    "Assessed because you asked: this instrument did not govern the decision, and is no authority "
    "for it."
)
MAY_HAVE_GOVERNED = (
    "It is not certain whether this instrument governed: this is what follows if it did."
)
NO_OUTCOME_OUTSIDE = "No outcome is stated on what may be disclosed."
NOTHING_ASSUMED = "Nothing is assumed here: what follows is on record."
NOTHING_RECORDED = "No fact is on record."
ASSUMED_TITLE = "What is assumed here, and is on no file"
NOTHING_CLOSED = "Nothing: what the assumptions would close is not open in this file."


def decision_in_words(assessed: AssessedCase, vocabulary: Vocabulary) -> str:
    """Return what decision is assessed: its type, day, component and place, as far as said."""
    question, words = assessed.question, ["Decision"]
    if question.decision:
        words.append(vocabulary.decisions[question.decision])
    words.append(f"on {long_date(question.on)}")
    if question.component:
        words.append(f"by {vocabulary.components[question.component]},")
    if question.place:
        words.append(f"in {question.place.name}")
    return f"{' '.join(words).rstrip(',')}."


def reading_in_words(assessed: AssessedCase) -> str:
    """Return of which day the policy is, in which mode the facts were read, and known when."""
    return (
        f"Policy as of {long_date(assessed.question.on)}. Mode: {MODES[assessed.mode]}. Facts as "
        f"known on {long_date(assessed.facts_known_on)}, law as known on "
        f"{long_date(assessed.question.known_on)}."
    )


def party_in_words(assessed: AssessedCase) -> str:
    """Return whose account is read alone, empty where that is nobody's."""
    if not assessed.party:
        return ""
    return f"Where accounts conflict, the {assessed.party}'s account is read alone."


def assumption_in_words(each: AssumptionSet) -> str:
    """Return what a set assumes, as whoever made it says."""
    dated = f", {long_date(each.dated)}" if each.dated is not None else ""
    return f"Assumed for a study ({each.id}, by {each.by}{dated}): {each.says}"


def assumed_answers(each: Assessment) -> Iterator[tuple[str, str, bool]]:
    """Yield what was assumed of a matter: a question, its answer, whether the file says otherwise.

    What two sets closed in turn is told once, as it then stands.
    """
    facts = each.view.dictionary.facts
    for closed in {made.closing.fact: made for made in each.closed}.values():
        fact = facts[closed.closing.subject]
        if closed.closing.items:
            answer = str(closed.closing.value)
            yield fact.complete_question, answer, closed.instead_of_said
        else:
            values = each.view.known[fact.name]
            yield fact.question, show_values(values, fact), closed.instead_of_said


def assumed_in_words(question: str, answer: str, *, is_instead: bool) -> str:
    """Return one answer that a study assumes and that nobody gave."""
    instead = " This stands instead of what the file says." if is_instead else ""
    return f"{question} Taken to be: {answer}.{instead}"


def problem_in_words(each: Problem) -> str:
    """Return what may be wrong with the file, where, and what to do."""
    line = f", line {each.line}" if each.line else ""
    stop = "" if each.help.endswith("?") else "."
    remedy = f"{each.help[:1].upper()}{each.help[1:]}{stop}"
    return f"{each.file}{line}: {each.message} [{each.code}]. {remedy}"


def gates_in_words(assessed: AssessedCase) -> Iterator[str]:
    """Yield what stands before any rule, with a mark where it stops everything."""
    for gate in assessed.threshold:
        if gate.state is not Truth.FALSE and gate.says:
            is_stop = gate.effect == "stop" and gate.state is Truth.TRUE
            yield f"Stop. {gate.says}" if is_stop else gate.says


def title_in_words(each: Assessment) -> str:
    """Return under what a case is assessed, and in which reading where there are several."""
    if not each.interpretation:
        return f"Under: {each.title}"
    return f"Under: {each.title}. Reading: {reading_name(each)}"


def reading_name(each: Assessment) -> str:
    """Return what a reading of an instrument is called."""
    return each.interpretation.replace("_", " ")


def authority_in_words(each: Assessment) -> Iterator[str]:
    """Yield what keeps an instrument, or a part of it, from being authority for the decision."""
    if each.ruleset is None:
        return
    if each.governs is Truth.FALSE:
        yield DID_NOT_GOVERN
    elif each.governs is Truth.UNKNOWN:
        yield MAY_HAVE_GOVERNED
    titles = each.ruleset.pack.instrument.parts
    for part in each.without_effect:
        yield (
            f"Its part {part} ({titles[part]}) did not govern on this day: what is found under it, "
            "and an outcome that rests on it, is no authority for this decision."
        )


def outcome_in_words(each: Assessment, *, outward: bool) -> Iterator[str]:
    """Yield the outcome; where several are left, first that it is open and then each of them.

    Args:
        each: the assessment.
        outward: whether it is for outside, where what is open is not told.

    """
    if each.ruleset is None:
        return
    says = {row.token: row.says for row in each.ruleset.pack.outcomes}
    if each.outcome:
        told = says.get(each.outcome, "Open: no row of the outcome table is established.")
        yield f"{told} ({each.outcome})"
        return
    if outward:
        yield NO_OUTCOME_OUTSIDE
        return
    yield f"Open: what is missing decides which of these {len(each.reachable)} it is."
    for token in each.reachable:
        told = says.get(token, "No row of the outcome table is established.")
        now = " It holds on what is known so far." if token == each.established else ""
        yield f"{told} ({token}){now}"


def outcome_in_short(each: Assessment) -> str:
    """Return the outcome by its word, or the words between which it is open, if they are told."""
    between = f"open between {', '.join(each.reachable)}" if each.reachable else "not stated"
    return each.outcome or between


def unguided_in_words(assessed: AssessedCase) -> str:
    """Return that officials had their inherent discretion, and what that is not."""
    governed = any(line.governs is Truth.TRUE for line in assessed.governing)
    guided = "to guide this decision" if governed else "to have governed"
    return (
        f"No instrument described here is known {guided}. Officials then had their inherent "
        "discretion, case by case, without a written guide (unguided_discretion). An instrument "
        "that was not in force is no authority, and absence of a guide is no reason to act."
    )


def unreviewed_in_words(each: Assessment) -> str:
    """Return how many rules nobody compared with the official text, empty where none is left."""
    rules = [finding.rule for finding in each.findings]
    unreviewed = sum(rule.citation.reviewed == UNREVIEWED for rule in rules)
    if not unreviewed:
        return ""
    return (
        f"Nobody has yet reviewed {unreviewed} of the {len(rules)} rules above against the "
        "official text, so they are unverified."
    )


def marks_in_words(each: Assessment) -> Iterator[str]:
    """Yield what the marks of texts mean that nobody here read themselves."""
    bases = {finding.rule.citation.basis for finding in each.findings}
    yield from (f"{meaning}." for basis, meaning in NOT_READ.items() if basis in bases)
