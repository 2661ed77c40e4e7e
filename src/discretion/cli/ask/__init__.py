"""`discretion ask`: the interview in the terminal, its header and its way of asking."""
