"""The head of a new case file: a label, the decision's day, type, component and place."""

from discretion.cli.ask.terminal import Terminal
from discretion.cli.text.layout import paragraph
from discretion.cli.text.problems import show_problems
from discretion.frozen import replace
from discretion.interview import Draft
from discretion.interview import Interviewer
from discretion.interview import Refused
from discretion.interview import read_words
from discretion.interview import written

QUESTIONS = (
    ("date", "On which day was the decision made, or would it be made? (2021-12-15)"),
    ("type", "What was decided? (arrest, detainer, notice_to_appear, stay, ...; empty if unsaid)"),
    ("component", "Who decides? (ICE-ERO, ICE-HSI, ICE-OPLA, CBP, USCIS; empty if unsaid)"),
    ("place", "Where? (a state as US-WA or a district as S.D. Tex.; empty if unsaid)"),
)


def ask_header(
    terminal: Terminal, interviewer: Interviewer, draft: Draft | None, said: dict[str, str]
) -> Draft:
    """Return a draft with its head filled in; each part is checked before the next is asked.

    Args:
        terminal: where to ask.
        interviewer: keeps each part on disk before the next is asked.
        draft: the case file so far, None before there is one.
        said: what was said before the interview was interrupted, by key; it is not asked again.

    Raises:
        EOFError: the input has ended.
        FilesRefusedError: the disk does not take what was said.

    """
    if draft is None:
        label = said["label"] if "label" in said else _label(terminal, interviewer)
        draft = Draft(head="case", name=written(label), decision={})
    for key, question in QUESTIONS:
        if key in draft.decision:
            continue
        after = _with_part(draft, key, said[key]) if key in said else None
        if after is None or interviewer.check(after):
            after = _part(terminal, interviewer, draft, key, question)
        draft = after
    interviewer.keep(draft)
    interviewer.end_header()
    return draft


def _label(terminal: Terminal, interviewer: Interviewer) -> str:
    terminal.say(paragraph("A label for the case. Do not use a name or a number of a person."))
    label = ask_words(terminal, "Label") or "case"
    interviewer.note_header("label", label)
    return label


def _part(
    terminal: Terminal, interviewer: Interviewer, draft: Draft, key: str, question: str
) -> Draft:
    terminal.say(paragraph(question))
    while True:
        text = ask_words(terminal, "")
        after = _with_part(draft, key, text)
        problems = interviewer.check(after) if text or key == "date" else ()
        if not problems:
            interviewer.note_header(key, text)
            interviewer.keep(after)
            return after
        terminal.say(show_problems(problems))


def _with_part(draft: Draft, key: str, text: str) -> Draft:
    """Return the draft with a part of its head; as it was where the part was left unsaid."""
    if not text:
        return draft
    return replace(draft, decision={**draft.decision, key: written(text)})


def ask_words(terminal: Terminal, question: str) -> str:
    """Return what is typed, once it can be taken; empty for nothing.

    Raises:
        EOFError: the input has ended.

    """
    while True:
        words = read_words(terminal.ask(question))
        if not isinstance(words, Refused):
            return words
        terminal.say(paragraph(words.sentence))
