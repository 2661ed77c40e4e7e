"""What is asked about an operation at a worksite."""
