"""Tienkeer: codes open survey answers with the researcher, on the researcher's own machine."""

__version__ = "0.1.0"
