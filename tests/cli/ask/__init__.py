"""The interview: what is typed, what it keeps and what it says."""
