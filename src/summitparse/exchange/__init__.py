"""Records out to the annotation tools that people have, and back with what was changed there."""
