"""Scores of candidates from weights that stand in plain files."""
