"""The command line: one module per command, joined in ``main``. A composition root, like ``coding.ui.resources``."""
