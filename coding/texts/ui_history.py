"""The history page."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "history_page.title": {"nl": "Geschiedenis", "en": "History"},
    "history_page.intro": {
        "nl": "Alles wat in dit project is gedaan, het laatste bovenaan. Er wordt nooit iets uit gewist, ook niet als "
        "je iets ongedaan maakt.",
        "en": "Everything that was done in this project, the latest first. Nothing is ever removed from it, not even "
        "when you undo something.",
    },
    "history_page.question": {"nl": "Vraag", "en": "Question"},
    "history_page.all_questions": {"nl": "Alle vragen", "en": "All questions"},
    "history_page.coder": {"nl": "Wie", "en": "Who"},
    "history_page.all_coders": {"nl": "Iedereen", "en": "Everybody"},
    "history_page.when": {"nl": "Wanneer", "en": "When"},
    "history_page.what": {"nl": "Wat", "en": "What"},
    "history_page.more": {"nl": "Toon eerdere handelingen", "en": "Show earlier actions"},
    "history_page.count": {"nl": "{count} handelingen", "en": "{count} actions"},
    "history_page.empty": {
        "nl": "Er is nog niets gebeurd. Lees een bestand met antwoorden in om te beginnen.",
        "en": "Nothing has happened yet. Read in a file with answers to begin.",
    },
    "history_page.none_found": {
        "nl": "Er is niets gevonden bij deze keuze.",
        "en": "Nothing was found for this choice.",
    },
}
