"""Look-ups about a worksite as plain data."""
