"""What runs in a fresh process of its own: one engine, one job, and what it took."""
