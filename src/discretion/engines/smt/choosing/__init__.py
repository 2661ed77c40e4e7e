"""A matter that a solver chooses: what may be said, what a sound file keeps, and how to ask."""
