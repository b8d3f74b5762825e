"""Encoders: the bundled one, any sentence-transformers model, and a cache for what they computed.

Nothing here imports ``coding``; the composition roots join the two and translate ``models.errors`` into sentences.
"""
