"""The pages on new waves and their comparison."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "import.date": {"nl": "Datum van invullen", "en": "Day of answering"},
}
