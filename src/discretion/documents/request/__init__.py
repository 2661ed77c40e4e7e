"""The documents of a request: what goes out, with what each sentence rests on, and the memo."""
