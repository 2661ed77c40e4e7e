"""`discretion protection request`: the request to a labor agency, in a file."""
