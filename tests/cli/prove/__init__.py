"""`discretion prove` as a person meets it."""
