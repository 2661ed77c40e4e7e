"""What words of commands have in common."""
