"""What a session plan becomes, before anything of it is printed: agenda, groups, questions."""
