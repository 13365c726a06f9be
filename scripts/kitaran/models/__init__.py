"""What a handbook is made of: frozen records, and nothing about files or rules."""
