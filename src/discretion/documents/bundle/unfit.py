"""A file of which no page can be made, told together with all others of the same bundle."""

from discretion.errors import Problem


class UnfitFileError(Exception):
    """No page can be made of a file; the problem says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        """Take the problem."""
        super().__init__(problem.message)
        self.problem = problem
