"""The bulk kernel: strong Kleene logic on bit planes, straight from the buffers of Arrow.

A condition is two bits of every row: known to be true, known to be false. The two planes of these
bits are laid out as Arrow lays out its bitmaps, so a column of yes and no is read as it lies, and
what connects conditions is `&` and `|` on bytes. It says of each row what the reference engine
says of that row as a matter; it explains nothing, and knows no judgment that is settled.

It needs the extra for caseloads, and is imported from its modules.
"""
