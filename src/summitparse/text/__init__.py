"""What every part of the program knows of characters and of the calendar, each once."""
