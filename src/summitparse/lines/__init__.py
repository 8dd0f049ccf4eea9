"""What the lines of a release are: plain text, labels, furniture, captions, list markers; and the model of a layout."""
