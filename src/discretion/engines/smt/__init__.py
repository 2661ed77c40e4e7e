"""Conditions as formulas: what a condition means for every matter at once, for a solver.

Each truth is a pair of formulas, when it is true and when it is false, so that unknown stays
apart from no. This folder knows conditions and what can be said of a matter; it never knows what
was asked of it, and it never says that no matter exists without the bound on lists that it had.
"""
