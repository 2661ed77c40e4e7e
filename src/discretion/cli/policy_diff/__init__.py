"""`discretion policy diff`: two versions of a pack, read, compared and told to a reader."""
