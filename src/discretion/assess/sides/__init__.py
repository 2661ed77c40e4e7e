"""Sides: several assessments of one case beside each other, and what they say alike.

It knows which rules of two instruments answer to each other, and which facts, duties and
outcomes one has and another has not. It makes no finding of its own, compares no policies in
general, and prefers none.
"""
