"""Engines compared: the reference and every other reading of a condition, on generated matters."""
