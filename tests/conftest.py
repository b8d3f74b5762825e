"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("tienkeer")  # a busy machine is no fault
settings.load_profile("tienkeer")
