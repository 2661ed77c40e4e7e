"""The words in which instruments side by side are told, and the width that they keep to."""

from discretion import Said
from discretion import SideBySide
from discretion import TopicBeside
from discretion import Truth
from discretion.cli.screen.columns import laid_out_to
from discretion.cli.text.layout import paragraph

WIDTH = 80
"""Columns of what stands side by side, at most: a terminal of the narrowest usual width shows
them all."""
TOPICS = {
    "national_security": "national security",
    "border_entry": "entry at the border",
    "public_safety": "public safety",
    "gang": "gangs",
    "final_order": "final orders",
    "approval": "approval",
    "record_review": "review of the record",
    "retaliation": "retaliation",
    "civil_rights": "civil rights",
    "family": "family",
    "age": "age",
    "presence": "length of presence",
    "health": "health",
    "victim": "victims and witnesses",
    "relief": "relief",
    "service": "service",
    "time_since_offence": "time since the offence",
    "rehabilitation": "rehabilitation",
    "offence_gravity": "gravity of the offence",
    "sentence": "sentence",
    "harm": "harm",
    "weapon": "weapons",
    "sophistication": "sophistication",
    "prior_record": "prior record",
    "scale": "scale of an operation",
    "labour_dispute": "labor disputes",
    "exploitation": "exploitation",
    "protected_area": "protected areas",
    "contribution": "contributions",
    "public_interest": "public interest",
    "removal_pause": "pause of removals",
    "citizenship": "citizenship",
    "duty_review": "review of decisions",
    "duty_data": "data on actions",
    "duty_plan": "carrying out the policy",
    "none": "no shared topic",
}
KINDS = {
    "category": "category",
    "factor": "factor",
    "bar": "bar",
    "scope": "scope",
    "duty": "duty",
    "screen": "screen",
    "definition": "element",
}
SIDES = {
    "aggravating": "aggravating",
    "mitigating": "mitigating",
    "either": "either way",
    "context": "context",
}
TRUTHS = {
    "factor": {Truth.TRUE: "shown", Truth.FALSE: "not shown"},
    "duty": {Truth.TRUE: "owed", Truth.FALSE: "not owed"},
    "scope": {Truth.TRUE: "applies", Truth.FALSE: "not here"},
}
"""What a truth is called for each kind of rule; for the others it is called met."""
MET = {Truth.TRUE: "met", Truth.FALSE: "not met"}
RELATIONS = {
    "same": "same",
    "different": "different",
    "open": "open",
    "not_stated": "not stated",
}
NO_RULE = "no rule"
NOT_STATED = "not stated"
OPEN = "open"


def columns() -> int:
    """Return the columns of what stands side by side."""
    return min(WIDTH, laid_out_to.get())


def told(text: str, *, indent: str = "", bullet: str = "") -> str:
    """Return text wrapped to the width of what stands side by side."""
    return paragraph(text, indent=indent, bullet=bullet, width=columns())


def letter(number: int) -> str:
    """Return the letter by which an instrument is called, counted from 0."""
    return chr(ord("A") + number % 26) * (1 + number // 26)


def letters(beside: SideBySide) -> tuple[str, ...]:
    """Return the letter of every instrument, in their order."""
    return tuple(letter(number) for number in range(len(beside.sides)))


def label(topic: TopicBeside) -> str:
    """Return what a topic is called, with the kind of its rules or the side of its factors."""
    kind = SIDES.get(topic.side, KINDS[topic.kind])
    return f"{TOPICS[topic.topic]}, {kind}"


def state(said: Said, kind: str) -> str:
    """Return what one instrument says of a topic, in a word or two."""
    if not said.has_rule:
        return NO_RULE
    return NOT_STATED if said.truth is None else truth_word(said.truth, kind)


def truth_word(truth: Truth, kind: str) -> str:
    """Return what a truth of a rule of some kind is called."""
    return TRUTHS.get(kind, MET).get(truth, OPEN)
