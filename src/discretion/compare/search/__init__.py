"""The search for matters in which one condition is met and another fails."""
