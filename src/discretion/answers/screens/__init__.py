"""What a screen says as plain data, with the keys and their order that the formats fix.

It gathers what is said of several parts of one matter, and computes no finding.

    >>> from discretion.answers.screens.screened import WATERMARK
    >>> WATERMARK.split(":")[0]
    'Counterfactual'
"""
