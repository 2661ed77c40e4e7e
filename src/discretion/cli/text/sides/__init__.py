"""Instruments side by side for a reader: a table of what they say, then why it differs."""
