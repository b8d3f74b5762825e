"""Measurements on coded files, beside peers."""
