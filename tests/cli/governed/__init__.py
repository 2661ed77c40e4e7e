"""`governing` and `assess`: what governed, on one screen, and which parts did not."""
