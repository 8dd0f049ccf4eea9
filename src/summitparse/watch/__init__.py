"""Releases as they come: new files of a folder, new entries of a feed, a record a line appended."""
