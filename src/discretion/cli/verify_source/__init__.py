"""`discretion policy verify-source`: its words, its reviews and its text for a reader."""
