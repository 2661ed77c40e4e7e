"""Generated stretches of a hand-written document, each between two comments."""


def with_region(text: str, name: str, content: str) -> str:
    """Return a document with the content of one region replaced.

    Raises:
        ValueError: the document has no such region, or has it twice.

    """
    opening, closing = f"<!-- made: {name} -->\n", f"<!-- end of {name} -->"
    before, found, rest = text.partition(opening)
    _, ended, after = rest.partition(closing)
    if not found or not ended or opening in after:
        message = f"the document has not exactly one region `{name}`"
        raise ValueError(message)
    return f"{before}{opening}\n{content.strip()}\n\n{closing}{after}"
