"""Making the tables of a report: each from counts, with what a limit hides taken out of it."""
