"""`discretion prove`: what is proved of a pack, for a reader."""
