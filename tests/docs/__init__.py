"""The documents: what they show is what the program prints, and what it has they list."""
