"""The rules, one a file. A new rule is a new file here: it is found by itself.

The docstring of a rule is its page in the reference, in both languages. Its first line says
the fault. `Malay:` holds the same for readers of the Malay site.
"""
