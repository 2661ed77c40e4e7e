"""Dates: what is due around a request, how each day was counted, and a calendar of them."""
