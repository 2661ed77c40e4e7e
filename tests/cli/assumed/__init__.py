"""`assess` with several policies: one case under all of them, side by side."""
