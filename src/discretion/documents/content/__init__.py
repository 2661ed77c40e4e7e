"""Content: what a document says, before anybody chose how it is set."""
