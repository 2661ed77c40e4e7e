"""Checks of what befell an instrument, of the days it sets, and of how a pack changed."""
