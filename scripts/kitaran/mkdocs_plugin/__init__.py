"""The thin adapter to MkDocs. Nothing else of the package imports MkDocs."""
