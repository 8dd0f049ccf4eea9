"""What a sentence is made of, for every finder: clauses, the phrases in them, and classes of words."""
