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
    "history_page.back": {"nl": "Terug naar een eerder moment…", "en": "Back to an earlier moment…"},
    "history_page.back_title": {"nl": "Terug naar een eerder moment", "en": "Back to an earlier moment"},
    "history_page.back_why": {
        "nl": "Alles wordt weer zoals het toen was; ook wat anderen daarna deden, wordt teruggedraaid. Het is één "
        "stap, die je daarna zelf weer ongedaan kunt maken.",
        "en": "Everything becomes as it was then; what others did after that is taken back too. It is one step, which "
        "you can undo yourself afterwards.",
    },
    "history_page.back_moment": {"nl": "Zoals het was na", "en": "As it was after"},
    "history_page.back_choose": {"nl": "Kies een moment", "en": "Choose a moment"},
    "history_page.back_start": {"nl": "het begin: een leeg project", "en": "the beginning: an empty project"},
    "history_page.back_yes": {"nl": "Ga terug", "en": "Go back"},
    "history_page.back_none": {"nl": "Kies eerst een moment.", "en": "Choose a moment first."},
    "history_page.back_done": {
        "nl": "Alles is weer zoals het toen was.",
        "en": "Everything is as it was then.",
    },
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
