"""The pages on tables of decisions, and the made-up table that they read."""
