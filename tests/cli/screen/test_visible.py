"""Nothing that a file or a word of the command says is obeyed by the terminal that shows it."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discretion.cli.screen.visible import encodable
from discretion.cli.screen.visible import encodable_json
from discretion.cli.screen.visible import visible
from discretion.cli.screen.visible import visible_json
from discretion.cli.text.data import show_data
from tests.cli.console import Said
from tests.cli.console import run

HEAD = "decision: {type: arrest, date: 2021-12-15}\n"
ARGUED = (
    "facts:\n  offences: {complete: yes, records: [{offence_on: 2009-05-01}]}\n"
    "judgments:\n"
    '  current_threat: {state: argued, answer: met, by: "A\\x1b[31mB", role: representative, '
    'reasons: "r"}\n'
)
CASES = {
    "title": ('case: "e\\u001b[31mRED\\u0007"\n' + HEAD, "e\\x1b[31mRED\\x07"),
    "order": ('case: "e\\u202eDER"\n' + HEAD, "e\\u202eDER"),
    "c1": ('case: "e\\u009b2J"\n' + HEAD, "e\\x9b2J"),
    "fact": ("case: n\n" + HEAD + 'facts: {"\\u001b[2Jx": yes}\n', "`\\x1b[2Jx`"),
    "by": ("case: n\n" + HEAD + ARGUED, "A\\x1b[31mB"),
}
KEPT = "\n\t"


def obeyed(text: str) -> list[str]:
    """Return the characters of a text that a terminal would obey."""
    turning = {"RLO", "LRO", "RLE", "LRE", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return [
        mark
        for mark in text
        if (unicodedata.category(mark) in {"Cc", "Cs", "Zl", "Zp"} and mark not in KEPT)
        or unicodedata.bidirectional(mark) in turning
    ]


def assess(folder: Path, text: str, *more: str) -> Said:
    path = folder / "case.yaml"
    path.write_text(text, "utf-8")
    return run("assess", str(path), *more)


@pytest.mark.parametrize("name", CASES)
def test_what_a_file_says_is_shown_and_not_obeyed(tmp_path: Path, name: str) -> None:
    text, shown = CASES[name]
    said = assess(tmp_path, text)

    assert [] == obeyed(said.out + said.err)
    assert shown in said.out + said.err


@pytest.mark.parametrize("name", CASES)
def test_json_holds_the_same_words_and_none_that_is_obeyed(tmp_path: Path, name: str) -> None:
    said = assess(tmp_path, CASES[name][0], "--json")

    assert [] == obeyed(said.out)
    assert said.answer


@pytest.mark.parametrize(
    "words",
    [
        ("governing", "--on", "\x1b[2J"),
        ("governing", "--on", "2021-12-15", "--place", "\x1b[2J"),
        ("policy", "show", "\x9b2J"),
        ("\x1b[2J",),
        ("assess", "\udcff\x1b[2J"),
    ],
)
def test_what_a_word_of_the_command_says_is_shown_and_not_obeyed(words: tuple[str, ...]) -> None:
    said = run(*words)

    assert [] == obeyed(said.err)
    assert "2J" in said.err


@given(st.text(st.characters()))
def test_every_text_is_shown_without_a_mark_that_a_terminal_obeys(text: str) -> None:
    """Every text is shown without a mark that a terminal obeys, and all else is kept."""
    shown = visible(text)

    assert [] == obeyed(shown)
    assert shown == visible(shown)
    if not obeyed(text) and not set(text) & set("\u061c\u200e\u200f"):
        assert text == shown


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
@given(text=st.text())
def test_json_is_the_same_data_in_every_encoding(encoding: str, text: str) -> None:
    """JSON is the same data whatever the encoding of what it is written to."""
    written = encodable_json(visible_json(show_data({"said": text})), encoding).encode(encoding)

    assert {"said": text} == json.loads(written.decode(encoding))


def test_the_quotation_marks_of_our_sentences_have_plain_forms() -> None:
    assert '"a" \\u0144' == encodable("“a” ń", "ascii")
    assert "“a” ń" == encodable("“a” ń", "utf-8")
    assert "é" == encodable("é", "latin-1")
