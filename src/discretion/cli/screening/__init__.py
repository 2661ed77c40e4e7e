"""The commands that screen a matter: `operation screen` and its like."""
