"""Pages: read by everybody, whatever stands in them."""
