"""The request to a labour agency about a worksite, which holds nothing of any worker.

It knows employers, a place, kinds of dispute and days. Free text of a file is never kept in a
value, so that none of it can come out.

    >>> from discretion.worksite.request.form import read_request_form
    >>> read_request_form().agencies["OSHA"]
    'Department of Labor, Occupational Safety and Health Administration'
"""
