"""The pages on what is done around a request tell everything that the program does there."""
