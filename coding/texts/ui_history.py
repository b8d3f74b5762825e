"""The history page."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "history_page.title": {"nl": "Geschiedenis", "en": "History"},
    "history_page.intro": {
        "nl": "Alles wat in dit project is gedaan, het laatste bovenaan. Er wordt nooit iets uit gewist, ook niet als "
        "je iets ongedaan maakt. Hoe één antwoord gecodeerd werd, zie je bij Coderen onder Verloop bij dat antwoord.",
        "en": "Everything that was done in this project, the latest first. Nothing is ever removed from it, not even "
        "when you undo something. How one answer came to be coded is shown under Code, at History of that answer.",
    },
    "history_page.question": {"nl": "Vraag", "en": "Question"},
    "history_page.all_questions": {"nl": "Alle vragen", "en": "All questions"},
    "history_page.coder": {"nl": "Wie", "en": "Who"},
    "history_page.all_coders": {"nl": "Iedereen", "en": "Everybody"},
    "history_page.group": {"nl": "Argument", "en": "Argument"},
    "history_page.all_groups": {"nl": "Alle argumenten", "en": "All arguments"},
    "history_page.gone": {"nl": "{name} (bestaat niet meer)", "en": "{name} (no longer there)"},
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
    # One answer
    "answer_history.title": {"nl": "Verloop van dit antwoord", "en": "History of this answer"},
    "answer_history.now": {"nl": "Nu: {codes}", "en": "Now: {codes}"},
    "answer_history.became": {"nl": "Stond daarna bij", "en": "Stood under after that"},
    "answer_history.nothing": {"nl": "niets: nog te beslissen", "en": "nothing: to be decided"},
    "answer_history.undone": {
        "nl": "een argument dat ongedaan is gemaakt",
        "en": "an argument that was undone",
    },
    "answer_history.none": {
        "nl": "Over dit antwoord is nog niets beslist.",
        "en": "Nothing has been decided on this answer yet.",
    },
}
