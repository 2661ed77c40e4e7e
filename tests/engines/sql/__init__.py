"""Conditions as SQL, compared with the reference and tried where databases mislead."""
