"""Kinds of reports: on one run, on two compared, and an audit that stands apart from both."""
