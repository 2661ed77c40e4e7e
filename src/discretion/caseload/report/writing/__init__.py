"""Writing a report: the same bytes for the same tables, whoever writes them and whenever."""
