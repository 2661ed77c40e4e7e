"""`discretion compare`: two policies compared, as a command."""
