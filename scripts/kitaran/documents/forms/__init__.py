"""Forms as files to fill in: a spreadsheet, and a paper to print."""
