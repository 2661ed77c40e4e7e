"""A packet: every file that is made of one request, what goes out apart from what stays."""
