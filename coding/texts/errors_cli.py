"""Sentences that only the command line needs."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, dict[str, str]]] = {
    "import_cannot_open": {
        "nl": "Het bestand {file} kan niet worden geopend. Controleer de naam en de map, en of je het mag lezen.",
        "en": "The file {file} cannot be opened. Check its name and folder, and whether you may read it.",
    },
    "import_filter_form": {
        "nl": "Een filter heeft de vorm KOLOM=WAARDE, maar er staat '{condition}'.",
        "en": "A filter has the form COLUMN=VALUE, but it says '{condition}'.",
    },
}
