"""The bulk engines, compared with the reference on random tables."""
