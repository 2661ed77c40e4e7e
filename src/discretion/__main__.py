"""The program: `discretion`, or `python -m discretion`."""

import gc
import sys
from typing import NoReturn


def start() -> NoReturn:
    """Run the command that the program was started with, and end with its exit code.

    A command is over before it pays to look for garbage, or to give memory back piece by piece.
    """
    gc.disable()
    from discretion.cli import main

    code = main()
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    start()
