"""How people, offices and bodies are named: a name's words, abbreviations, and what the lexicons say of each word."""
