"""Reading a page as a browser would: its tags, its words, and which link stands inside what."""

from html.parser import HTMLParser

VOID = frozenset(("meta", "img"))
"""What has no end."""


class Read(HTMLParser):
    """What a page is made of: every tag with its attributes, its words, and where links lead.

    `leads` are links as pairs: the id of the nearest element around one that has an id, and the id
    that it leads to.
    """

    def __init__(self, page: str) -> None:
        """Read a page from its beginning to its end."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.leads: list[tuple[str, str]] = []
        self.words: list[str] = []
        self._around: list[str] = [""]
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag, and the link that it may be."""
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if tag == "a":
            self.leads.append((self._around[-1], given["href"].removeprefix("#")))
        if tag not in VOID:
            self._around.append(given.get("id", self._around[-1]))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        assert tag not in VOID
        self._around.pop()

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.words.append(data)

    @property
    def text(self) -> str:
        """All words of the page."""
        return "".join(self.words)

    @property
    def ids(self) -> list[str]:
        """The ids of the page, in their order."""
        return [given["id"] for _, given in self.tags if "id" in given]

    @property
    def levels(self) -> list[int]:
        """The levels of its headings, in their order."""
        return [int(tag[1]) for tag, _ in self.tags if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]

    def forward(self) -> set[tuple[str, str]]:
        """Return which sentence leads to which fact or paper."""
        return {pair for pair in self.leads if pair[0].startswith("said-")}

    def back(self) -> set[tuple[str, str]]:
        """Return which sentence each fact or paper leads back to, as pairs of the same order."""
        return {(to, at) for at, to in self.leads if to.startswith("said-")}
