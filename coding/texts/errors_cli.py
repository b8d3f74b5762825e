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
    "cli_column_missing": {
        "nl": "In {file} staat geen kolom '{column}'. Wel: {columns}. Let op hoofdletters en spaties.",
        "en": "There is no column '{column}' in {file}. There are: {columns}. Mind capitals and spaces.",
    },
    "cli_not_utf8": {
        "nl": "{file} is geen tekstbestand in UTF-8. Bewaar het als 'CSV UTF-8' en probeer het opnieuw.",
        "en": "{file} is not a text file in UTF-8. Save it as 'CSV UTF-8' and try again.",
    },
    "cli_not_csv": {
        "nl": "{file} is niet als CSV te lezen: {reason}. Open het in een rekenblad en bewaar het opnieuw als CSV UTF-8.",
        "en": "{file} cannot be read as CSV: {reason}. Open it in a spreadsheet and save it again as CSV UTF-8.",
    },
    "cli_cannot_read": {
        "nl": "{file} kan niet worden gelezen ({reason}). Controleer de naam en de map.",
        "en": "{file} cannot be read ({reason}). Check its name and folder.",
    },
    "cli_cannot_write": {
        "nl": "{file} kan niet worden geschreven ({reason}). Sluit het als het ergens open staat, of kies een andere map.",
        "en": "{file} cannot be written ({reason}). Close it if it is open elsewhere, or choose another folder.",
    },
}
