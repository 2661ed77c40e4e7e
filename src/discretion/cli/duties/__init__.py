"""`discretion duties`: what policies ask for by which day, and what is known of it."""
