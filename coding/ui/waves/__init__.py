"""The parts of the page on waves."""
