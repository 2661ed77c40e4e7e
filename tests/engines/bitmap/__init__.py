"""The bulk kernel, compared with the reference and tried where tables mislead."""
