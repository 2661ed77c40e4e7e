"""The sheet for the client: what a request is and what to bring, in plain words of two languages.

It may be seen by others at home. So it tells topics and kinds of papers alone, and of the file
nothing but which of these kinds it does not hold yet. Its words are data.

    >>> from datetime import date
    >>> from discretion.documents.client.catalogue import read_client_texts
    >>> read_client_texts("es").day_in_words(date(2022, 2, 1))
    '1 de febrero de 2022'
"""
