"""What was to be done by when, as plain data and in words."""
