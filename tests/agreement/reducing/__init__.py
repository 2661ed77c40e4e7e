"""A tree and a matter that engines differ on, made small and kept as a file."""
