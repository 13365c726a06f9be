"""The kinds of pages, one a file. Each module has `pages(context)`, which yields its pages."""
