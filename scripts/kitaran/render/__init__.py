"""From the library to the pages of a site, as Markdown that any of MkDocs' kin can build."""
