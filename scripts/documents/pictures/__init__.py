"""Pictures in the documents, each with the same in words, made from one value."""
