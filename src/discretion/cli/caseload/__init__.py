"""`discretion caseload`: tables of decisions, read, run, reported, compared and made again."""
