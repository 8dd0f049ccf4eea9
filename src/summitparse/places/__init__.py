"""Where an event was."""
