"""The page for colleagues who only read."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "shell.nav.read_only": {"nl": "Meelezen", "en": "Read along"},
    "read_only.title": {"nl": "Meelezen", "en": "Read along"},
    "read_only.why": {
        "nl": "Alles wat er gevonden is, om te lezen: er valt hier niets te veranderen.",
        "en": "Everything that was found, to read: nothing can be changed here.",
    },
    "read_only.questions": {"nl": "Vragen", "en": "Questions"},
    "read_only.all": {"nl": "alle vragen", "en": "all questions"},
    "read_only.waves_chosen": {"nl": "Metingen", "en": "Waves"},
    "read_only.all_waves": {"nl": "alle metingen", "en": "all waves"},
    "read_only.banner": {"nl": "Uitgesplitst naar", "en": "Set out by"},
    "read_only.no_banner": {"nl": "niets", "en": "nothing"},
    "read_only.quotes": {"nl": "Citaten per argument", "en": "Quotes per argument"},
    "read_only.per_wave": {"nl": "Elke meting apart", "en": "Each wave apart"},
    "read_only.download": {"nl": "Als één HTML-bestand", "en": "As one HTML file"},
}
