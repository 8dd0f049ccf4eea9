"""The header of a release: headline, subtitle, dateline, day of publication, credits, authors, letterhead, foot."""
