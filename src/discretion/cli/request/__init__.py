"""What is asked about a request before it is filed."""
