"""Other people's engines, each reading the same trees in its own language."""
