"""`assess --assume`: what a study assumes, in words and as data, and never outside."""
