"""Sentences about the CSV files that the command line reads and writes."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, dict[str, str]]] = {
    "cli_column_missing": {
        "nl": "{file} heeft geen kolom '{column}'. Deze kolommen zijn er wel: {columns}.",
        "en": "{file} has no column '{column}'. It has these columns: {columns}.",
    },
    "cli_not_utf8": {
        "nl": "{file} is geen UTF-8. Sla het bestand op als 'CSV UTF-8' en probeer het opnieuw.",
        "en": "{file} is not UTF-8. Save it as 'CSV UTF-8' and try again.",
    },
    "cli_not_csv": {
        "nl": "{file} is niet te lezen als CSV: {reason}.",
        "en": "{file} cannot be read as CSV: {reason}.",
    },
    "cli_cannot_read": {
        "nl": "{file} is niet te openen: {reason}. Klopt de naam van het bestand?",
        "en": "{file} cannot be opened: {reason}. Is the file name right?",
    },
    "cli_cannot_write": {
        "nl": "{file} is niet te schrijven: {reason}. Staat het bestand nog open in een ander programma?",
        "en": "{file} cannot be written: {reason}. Is the file open in another program?",
    },
}
