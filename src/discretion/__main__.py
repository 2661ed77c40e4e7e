"""The program: `discretion`, or `python -m discretion`."""

import gc
import os
from typing import NoReturn


def start() -> NoReturn:
    """Run the command that the program was started with, and end with its exit code.

    A command is over before it pays to look for garbage, and once its answer is written it would
    take longer to free every object by itself than to read a case: the system takes all at once.
    Whatever was written has left the program by then.
    """
    gc.disable()
    from discretion.cli import main

    os._exit(main())


if __name__ == "__main__":
    start()
