"""The start page: the projects on this machine."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "start.title": {"nl": "Projecten", "en": "Projects"},
    "start.intro": {
        "nl": "Alles blijft op deze computer. Een project is één onderzoek: de antwoorden, je argumenten en de lijst.",
        "en": "Everything stays on this computer. A project is one study: the answers, your arguments and the list.",
    },
    "start.new": {"nl": "Nieuw project", "en": "New project"},
    "start.new_title": {"nl": "Nieuw project", "en": "New project"},
    "start.new_name": {"nl": "Naam van het project", "en": "Name of the project"},
    "start.new_hint": {
        "nl": "Bijvoorbeeld: Klanttevredenheid najaar 2026",
        "en": "For example: Customer satisfaction autumn 2026",
    },
    "start.new_make": {"nl": "Maken en bestand kiezen", "en": "Make it and choose a file"},
    "start.name_empty": {"nl": "Geef het project een naam.", "en": "Give the project a name."},
    "start.bring": {"nl": "Kopie openen", "en": "Open a copy"},
    "start.bring_title": {"nl": "Kopie van een project openen", "en": "Open a copy of a project"},
    "start.bring_why": {
        "nl": "Kies een projectbestand (.tienkeer) dat je op een andere computer hebt meegenomen of van een collega "
        "hebt gekregen. Het komt als apart project in je lijst.",
        "en": "Choose a project file (.tienkeer) that you took from another computer or got from a colleague. It is "
        "added to your list as a project of its own.",
    },
    "start.bring_file": {"nl": "Projectbestand", "en": "Project file"},
    "start.bring_open": {"nl": "Openen", "en": "Open"},
    "start.bring_none": {"nl": "Kies eerst een bestand.", "en": "Choose a file first."},
    "start.brought": {
        "nl": "De kopie staat als ‘{name}’ in je lijst.",
        "en": "The copy is in your list as ‘{name}’.",
    },
    "start.open": {"nl": "Openen", "en": "Open"},
    "start.open_now": {"nl": "Verder", "en": "Continue"},
    "start.is_open": {"nl": "open", "en": "open"},
    "start.more": {"nl": "Meer", "en": "More"},
    "start.rename": {"nl": "Naam wijzigen", "en": "Rename"},
    "start.rename_title": {"nl": "Naam wijzigen", "en": "Rename"},
    "start.rename_save": {"nl": "Bewaren", "en": "Save"},
    "start.duplicate": {"nl": "Dupliceren", "en": "Duplicate"},
    "start.duplicate_name": {"nl": "{name} (kopie)", "en": "{name} (copy)"},
    "start.duplicated": {"nl": "Er is een kopie gemaakt: ‘{name}’.", "en": "A copy was made: ‘{name}’."},
    "start.take": {"nl": "Kopie meenemen", "en": "Take a copy"},
    "start.take_help": {
        "nl": "Bewaart het hele project als één bestand, om op een andere computer te openen. Let op: de antwoorden "
        "staan erin.",
        "en": "Saves the whole project as one file, to be opened on another computer. Mind that the answers are in it.",
    },
    "start.delete": {"nl": "Verwijderen", "en": "Delete"},
    "start.delete_title": {"nl": "Project verwijderen?", "en": "Delete the project?"},
    "start.delete_warning": {
        "nl": "Dit verwijdert ‘{name}’ met alle antwoorden en alles wat je hebt gecodeerd. Dit kan niet ongedaan "
        "worden gemaakt.",
        "en": "This deletes ‘{name}’ with all answers and everything you coded. This cannot be undone.",
    },
    "start.delete_yes": {"nl": "Voorgoed verwijderen", "en": "Delete for good"},
    "start.deleted": {"nl": "‘{name}’ is verwijderd.", "en": "‘{name}’ was deleted."},
    "start.gone": {
        "nl": "Dit project staat niet meer op deze computer.",
        "en": "This project is no longer on this computer.",
    },
    "start.questions_one": {"nl": "1 open vraag", "en": "1 open question"},
    "start.questions_many": {"nl": "{count} open vragen", "en": "{count} open questions"},
    "start.answers_one": {"nl": "1 antwoord", "en": "1 answer"},
    "start.answers_many": {"nl": "{count} antwoorden", "en": "{count} answers"},
    "start.changed": {"nl": "gewijzigd {when}", "en": "changed {when}"},
    "start.progress": {
        "nl": "{done} van de {total} antwoorden gecodeerd ({percent}%)",
        "en": "{done} of {total} answers coded ({percent}%)",
    },
    "start.nothing_yet": {"nl": "Nog geen antwoorden ingelezen", "en": "No answers read in yet"},
    "start.unreadable": {"nl": "Dit project kan niet worden geopend.", "en": "This project cannot be opened."},
    "start.empty": {
        "nl": "Je hebt nog geen projecten. Maak een nieuw project en kies het bestand met de antwoorden.",
        "en": "You have no projects yet. Make a new project and choose the file with the answers.",
    },
    "start.example_building": {
        "nl": "Het voorbeeld ‘{name}’ wordt klaargezet",
        "en": "The example ‘{name}’ is being prepared",
    },
    "start.example_why": {
        "nl": "Dit gebeurt één keer. Daarna kun je meteen rondkijken.",
        "en": "This is done once. After that you can look around at once.",
    },
}
