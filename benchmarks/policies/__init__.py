"""Measurements of what is asked of policies themselves: periods, comparisons, proofs."""
