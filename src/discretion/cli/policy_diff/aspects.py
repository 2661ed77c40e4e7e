"""What the aspects of a pack are called in a text for a reader."""

WORDS = {
    "place": "stands under",
    "when": "met when",
    "shows": "shows beside itself",
    "applies_to": "speaks to the decisions",
    "rests_on": "rests on",
    "owed_unless_shown": "owed until the contrary is shown",
    "discharged_when": "discharged when",
    "cite": "cited as",
    "basis": "how the text was read",
    "quotes": "words quoted",
    "reviewed": "reviewed by",
    "text": "our paraphrase",
    "if_open": "counts while open as",
    "when_open": "where nothing is established",
    "order": "order of the rows",
    "sets": "closes",
    "of": "concerns the order",
    "known_from": "known from",
    "end_known_from": "end known from",
    "class": "class of persons",
    "because": "because",
    "read_by": "read by",
    "issued_on": "issued on",
    "published_at": "published at",
    "prevails_over": "prevails over",
}
"""The aspects whose names in the files are no words of a sentence."""


def aspect_in_words(aspect: str) -> str:
    """Return what an aspect is called: a name as it is in the files, where that is plain."""
    if aspect in WORDS:
        return WORDS[aspect]
    return aspect.replace("_", " ") if "." not in aspect else aspect
