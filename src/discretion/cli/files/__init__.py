"""Files that a command writes where it is asked to: each whole or not at all."""
