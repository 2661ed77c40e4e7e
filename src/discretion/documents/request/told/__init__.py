"""What a request is told from: the caption, the outline of its letter, and its tabs."""
