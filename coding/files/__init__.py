"""Every import and export format, one module each."""
