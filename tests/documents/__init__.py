"""Documents: what is drawn is what was found, and can be read by everybody."""
