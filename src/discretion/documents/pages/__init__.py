"""Pages: values as HTML that stands alone, read by everybody, on a screen and on paper.

A page is one file. It holds no script and no address, and fetches nothing: what could bring one in
is refused when an element is made. Every text is escaped where it is written, so that none of it
is ever markup.

    >>> from discretion.documents.pages.element import element
    >>> from discretion.documents.pages.writing import written
    >>> written(element("em", "<script>"))
    '<em>&lt;script&gt;</em>'
"""
