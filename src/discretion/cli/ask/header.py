"""The head of a new case file: a label, the decision's day, type, component and place."""

from discretion.cli.ask.terminal import Terminal
from discretion.cli.text.layout import paragraph
from discretion.cli.text.problems import show_problems
from discretion.interview import Draft
from discretion.interview import Interviewer
from discretion.interview import written

QUESTIONS = (
    ("date", "On which day was the decision made, or would it be made? (2021-12-15)"),
    ("type", "What was decided? (arrest, detainer, notice_to_appear, stay, ...; empty if unsaid)"),
    ("component", "Who decides? (ICE-ERO, ICE-HSI, ICE-OPLA, CBP, USCIS; empty if unsaid)"),
    ("place", "Where? (a state as US-WA or a district as S.D. Tex.; empty if unsaid)"),
)


def ask_header(terminal: Terminal, interviewer: Interviewer) -> Draft:
    """Return a draft with its head filled in; each part is checked before the next is asked.

    Raises:
        EOFError: the input has ended.

    """
    terminal.say(paragraph("A label for the case. Do not use a name or a number of a person."))
    label = terminal.ask("Label").strip() or "case"
    draft = Draft(head="case", name=written(label), decision={})
    for key, question in QUESTIONS:
        draft = _part(terminal, interviewer, draft, key, question)
    return draft


def _part(
    terminal: Terminal, interviewer: Interviewer, draft: Draft, key: str, question: str
) -> Draft:
    terminal.say(paragraph(question))
    while True:
        text = terminal.ask("").strip()
        if not text and key != "date":
            return draft
        decision = {**draft.decision, key: written(text)}
        after = Draft(head=draft.head, name=draft.name, decision=decision)
        problems = interviewer.check(after)
        if not problems:
            interviewer.keep(after)
            return after
        terminal.say(show_problems(problems))
