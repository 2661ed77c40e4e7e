"""What is proved of packs: every sentence of every bundled pack, and of packs broken on purpose."""
