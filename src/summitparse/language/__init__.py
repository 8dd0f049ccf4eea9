"""Everything that touches spaCy: the model, the parse as the finders see it, and the component factories."""

from summitparse.language.parse import Parse, Token

__all__ = ["Parse", "Token"]
