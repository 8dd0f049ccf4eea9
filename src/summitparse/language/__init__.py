"""Everything that touches spaCy: the model, the parse as the finders see it, and the component factories."""
