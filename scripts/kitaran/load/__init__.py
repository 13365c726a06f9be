"""From files to records. Nothing here judges content: it says what is there and where."""
