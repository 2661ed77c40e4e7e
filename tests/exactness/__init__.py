"""The analysis layer against an oracle that tries every completion of small matters."""
