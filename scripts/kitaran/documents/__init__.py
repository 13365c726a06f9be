"""From the library to papers: what is printed, handed out and imported elsewhere."""
