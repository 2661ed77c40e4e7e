"""Trying every completion: an oracle that shares nothing with the analysis or with an engine."""
