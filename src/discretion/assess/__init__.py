"""Assess: what the policy of the day says of one case, with reasons and with what is missing.

The layer knows findings, judgments, duties, outcomes and the gates before them, under every
interpretation. It never decides, never adds findings up, and holds no number that could order
people. It does not know how an answer is printed or where a file lies.

    >>> from datetime import date
    >>> from discretion.assess.assess import Assessor, Request
    >>> from discretion.facts.casefile import CaseFile, Decision
    >>> from discretion.rules.library import read_library
    >>> decision = Decision(day=date(1990, 1, 1), type="arrest", component="ICE-ERO")
    >>> case = CaseFile(matter="case", name="nobody", decision=decision)
    >>> assessed = Assessor(read_library()).assess(case, Request(today=date(2026, 1, 1)))
    >>> [each.outcome for each in assessed.assessments]
    ['unguided_discretion']
"""
