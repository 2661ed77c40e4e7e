"""The months of a residence as a picture and as a table, for inside and for whoever is asked.

What goes out tells of a month that it is shown or not shown, and nothing of papers that stay: it
begins with the first month that is shown, as the day of the entry may itself stay inside.
"""
