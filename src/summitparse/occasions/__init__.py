"""Words that can name an event, each with how likely it is the one that a release reports, and its days."""
