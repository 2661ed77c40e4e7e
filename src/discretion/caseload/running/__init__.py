"""Running a caseload: what governed each row of a table of matters on its own day."""
