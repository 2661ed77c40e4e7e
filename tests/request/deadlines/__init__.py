"""Deadlines of a checked request: what they are gathered from, and that a calendar names nobody."""
