"""One module per version of the format, in order."""
