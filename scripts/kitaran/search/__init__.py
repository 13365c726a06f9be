"""The search: what readers type, brought to the pages that answer it."""
