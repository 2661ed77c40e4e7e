"""Requests before they are filed, as plain data."""
