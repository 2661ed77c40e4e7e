"""The terminal of an interview: says and asks, line by line, with nothing that moves or beeps."""

import sys

from discretion.cli.screen.stream import write_text


class Terminal:
    """Standard input and output; with `quiet`, what is said goes to standard error."""

    def __init__(self, *, quiet: bool) -> None:
        """Choose where what is said goes."""
        self.stream = sys.stderr if quiet else sys.stdout

    def say(self, text: str) -> None:
        """Show text.

        Raises:
            BrokenPipeError: nobody reads it any more.
            OutputRefusedError: it cannot be shown.

        """
        write_text(self.stream, text)

    def ask(self, question: str) -> str:
        """Show a question and return the line that is typed.

        Raises:
            EOFError: the input has ended.

        """
        self.say(f"{question}> " if question else "> ")
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.rstrip("\r\n")
