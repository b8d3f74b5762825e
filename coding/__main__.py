"""``python -m coding``."""

from __future__ import annotations

import sys

from coding.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
