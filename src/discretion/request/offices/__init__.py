"""Offices: how one took requests, and what that says against this one."""
