"""What is open, as a reader sees it: judgments, and duties that are not known to be owed."""
