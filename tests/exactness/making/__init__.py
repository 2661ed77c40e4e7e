"""Making small policies and matters at random, the same for one seed."""
