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
    "runs_until": "runs out on",
    "others": "decisions beyond its scope",
    "screen": "is a screen, with no authority of its own",
    "unreachable": "authority for being reached by no matter",
    "never": "kinds of rule never met",
    "if_open": "counts while open as",
    "when_open": "while several are possible",
    "order": "order of the rows",
    "sets": "closes",
    "of": "concerns the order",
    "known_from": "known from",
    "end_known_from": "end known from",
    "class": "class of persons",
    "because": "because",
    "issued_on": "issued on",
    "published_at": "published at",
    "prevails_over": "prevails over",
}
"""The aspects whose names in the files are no words of a sentence."""


GIVEN = {"given.": "given, ", "expect.": "expected, "}
"""How the aspects of a case begin, which go on with the names of facts and rules."""


def aspect_in_words(aspect: str) -> str:
    """Return what an aspect is called: a name as it is in the files, where that is plain."""
    for beginning, word in GIVEN.items():
        if aspect.startswith(beginning):
            return f"{word}{aspect.removeprefix(beginning)}"
    return WORDS.get(aspect, aspect.replace("_", " "))
