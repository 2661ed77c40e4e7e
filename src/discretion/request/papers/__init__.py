"""Papers: exhibits as a file tells of them, their files, and the residence that they show."""
