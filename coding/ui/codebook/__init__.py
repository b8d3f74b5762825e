"""Codebooks on screen: taking one over from a file, saving one, and what to do after."""
