"""Two policies compared, as data and in sentences; it computes no difference."""
