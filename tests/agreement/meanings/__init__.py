"""Meanings of conditions that every run compares with the reference engine."""
