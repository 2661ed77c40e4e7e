"""Policy as code for enforcement discretion."""
