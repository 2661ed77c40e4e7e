"""The private memo: what stays inside, what could go wrong, and what is still to be asked."""
