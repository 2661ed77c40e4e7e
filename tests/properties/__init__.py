"""Properties of every bundled policy, as sentences."""
