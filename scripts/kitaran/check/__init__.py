"""Judge a handbook: rules, one a file, and the engine that runs them."""
