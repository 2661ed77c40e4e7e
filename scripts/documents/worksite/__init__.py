"""Documents of the worksite line."""
