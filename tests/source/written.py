"""Documents made of keys, lists and texts, each part laid out in one of the ways that YAML has."""

import yaml
from hypothesis import strategies as st

from tests.source.changed import SIGNS

words = st.text("abcYN09_-.", min_size=1, max_size=8)
texts = st.one_of(
    words,
    words,
    st.sampled_from(["2021-02-30", "no", "", "12:30", "it's", "a, b", "http://a.example/b", "é–"]),
    st.text(SIGNS, max_size=8),
)
values = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words | texts, inner, max_size=4),
    max_leaves=12,
)
comments = st.sampled_from(["", "", "", " # c", "   #", " #: [", "  ", "\n", "\n# c", "\n    # c"])
gaps = st.sampled_from(["", "", " ", "\n ", " \n   "])


@st.composite
def written(draw: st.DrawFn) -> str:
    """Return a document, written by PyYAML or as hands write."""
    value = draw(values)
    if draw(st.booleans()):
        style, width = draw(st.sampled_from([None, True, False])), draw(st.sampled_from([20, 80]))
        return str(yaml.safe_dump(value, default_flow_style=style, width=width, allow_unicode=True))
    return draw(_lines(value, draw(st.integers(0, 2))))


@st.composite
def _lines(draw: st.DrawFn, value: object, margin: int) -> str:
    """Return a value on lines of its own, from a margin on."""
    pad = " " * margin
    if not value or isinstance(value, str):
        return f"{pad}{draw(_in_line(value))}{draw(comments)}\n"
    if isinstance(value, dict):
        parts = [(f"{draw(_in_line(key))}:", each) for key, each in value.items()]
    else:
        assert isinstance(value, list)

        parts = [("-", each) for each in value]
    return "".join(f"{pad}{begin}{draw(_after(begin, each, margin))}" for begin, each in parts)


@st.composite
def _after(draw: st.DrawFn, begin: str, value: object, margin: int) -> str:
    """Return the value of a key or an item: in the same line, below it, or begun beside it."""
    match draw(st.sampled_from(["same", "below", "beside"])):
        case "same":
            return f"{' ' * draw(st.integers(1, 3))}{draw(_in_line(value))}{draw(comments)}\n"
        case "below":
            deeper = margin + draw(st.sampled_from([0, 1, 2, 2, 2, 4]))
            return f"{draw(comments)}\n{draw(_lines(value, deeper))}"
        case _:
            gap = draw(st.integers(1, 2))
            lines = draw(_lines(value, margin + len(begin) + gap))
            return f"{' ' * gap}{lines.lstrip(' ')}"


@st.composite
def _in_line(draw: st.DrawFn, value: object) -> str:
    """Return a value as it stands in a line, in brackets that may break it."""
    if isinstance(value, str):
        mark = draw(st.sampled_from(["", "", "'", '"']))
        return f"{mark}{value}{mark}"
    gap, end = draw(gaps), draw(st.sampled_from(["", "", ","]))
    if isinstance(value, dict):
        pairs = [f"{draw(_in_line(key))}: {draw(_in_line(each))}" for key, each in value.items()]
        return f"{{{gap}{f',{gap}'.join(pairs)}{end}{gap}}}"
    assert isinstance(value, list)

    return f"[{gap}{f',{gap}'.join(draw(_in_line(each)) for each in value)}{end}{gap}]"
