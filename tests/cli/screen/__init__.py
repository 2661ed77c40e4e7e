"""What text goes through on its way to a screen."""
