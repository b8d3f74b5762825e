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
    "read_only.only": {"nl": "Alleen wie antwoordde op", "en": "Only those who answered"},
    "read_only.everybody": {"nl": "iedereen", "en": "everybody"},
    "read_only.values": {"nl": "Antwoord", "en": "Answer"},
    "read_only.all_values": {"nl": "kies een of meer antwoorden", "en": "choose one or more answers"},
    "read_only.no_value": {
        "nl": "Kies een antwoord: tot dan zie je iedereen.",
        "en": "Choose an answer: until then you see everybody.",
    },
    "read_only.told": {
        "nl": "Alleen {values} op ‘{label}’: {count} van de {total} respondenten",
        "en": "Only {values} to ‘{label}’: {count} of {total} respondents",
    },
    "read_only.small": {
        "nl": "Let op: ‘{question}’ telt hier maar {people}.",
        "en": "Note: ‘{question}’ counts only {people} here.",
    },
    "read_only.very_small": {
        "nl": "Let op: ‘{question}’ telt hier maar {people}; percentages zeggen dan bijna niets.",
        "en": "Note: ‘{question}’ counts only {people} here; percentages then tell next to nothing.",
    },
    "read_only.quotes": {"nl": "Citaten per argument", "en": "Quotes per argument"},
    "read_only.per_wave": {"nl": "Elke meting apart", "en": "Each wave apart"},
    "read_only.download": {"nl": "Als één HTML-bestand", "en": "As one HTML file"},
}
