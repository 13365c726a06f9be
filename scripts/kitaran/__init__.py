"""Kitaran: a sales handbook that trains people.

Data flows one way: load, check, library, then render, documents, exports and reports.
"""

__version__ = "0.1.0"
