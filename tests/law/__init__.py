"""Law: what governed, and how it is put into words."""
