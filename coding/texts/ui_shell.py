"""What stands around every page: navigation, header, undo and redo, the coder's name."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "shell.app": {"nl": "Tienkeer", "en": "Tienkeer"},
    "shell.nav.start": {"nl": "Projecten", "en": "Projects"},
    "shell.nav.import_file": {"nl": "Antwoorden inlezen", "en": "Read in answers"},
    "shell.nav.board": {"nl": "Coderen", "en": "Code"},
    "shell.nav.report": {"nl": "Argumentenlijst", "en": "Argument list"},
    "shell.nav.history": {"nl": "Geschiedenis", "en": "History"},
    "shell.nav.settings": {"nl": "Instellingen", "en": "Settings"},
    "shell.language": {"nl": "Taal van het scherm", "en": "Language of the screen"},
    "shell.undo": {"nl": "Ongedaan maken", "en": "Undo"},
    "shell.redo": {"nl": "Opnieuw", "en": "Redo"},
    "shell.undo_help": {
        "nl": "Je {what}. Hiermee maak je dat ongedaan (Ctrl+Z).",
        "en": "You {what}. This takes it back (Ctrl+Z).",
    },
    "shell.redo_help": {
        "nl": "Je {what} en maakte dat ongedaan. Hiermee doe je het opnieuw (Ctrl+Shift+Z).",
        "en": "You {what} and took that back. This does it again (Ctrl+Shift+Z).",
    },
    "shell.undo_none": {
        "nl": "Je hebt in dit project nog niets gedaan dat ongedaan gemaakt kan worden.",
        "en": "You have not done anything in this project that can be undone yet.",
    },
    "shell.redo_none": {
        "nl": "Er is niets dat je ongedaan hebt gemaakt en opnieuw kunt doen.",
        "en": "There is nothing you have undone that can be done again.",
    },
    "shell.no_project": {
        "nl": "Er is geen project open. Open eerst een project, of maak een nieuw.",
        "en": "No project is open. Open a project first, or make a new one.",
    },
    "shell.to_projects": {"nl": "Naar de projecten", "en": "To the projects"},
    "shell.to_import": {"nl": "Antwoorden inlezen", "en": "Read in answers"},
    "shell.to_board": {"nl": "Naar het coderen", "en": "Start coding"},
    "shell.no_questions": {
        "nl": "In dit project staan nog geen antwoorden. Lees eerst een bestand in.",
        "en": "This project has no answers yet. Read in a file first.",
    },
    "shell.coder_unknown": {"nl": "Onderzoeker", "en": "Researcher"},
    "shell.coder_empty": {"nl": "Vul een naam in.", "en": "Fill in a name."},
    "shell.coder_title": {"nl": "Hoe heet je?", "en": "What is your name?"},
    "shell.coder_why": {
        "nl": "Je naam staat bij alles wat je beslist, zodat jij en je collega’s later zien wie wat deed. "
        "De naam blijft op deze computer.",
        "en": "Your name is kept with everything you decide, so that you and your colleagues can see later who did "
        "what. It stays on this computer.",
    },
    "shell.coder_label": {"nl": "Je naam", "en": "Your name"},
    "shell.coder_save": {"nl": "Bewaren", "en": "Save"},
    "shell.close": {"nl": "Sluiten", "en": "Close"},
    "shell.cancel": {"nl": "Annuleren", "en": "Cancel"},
    "shell.stop": {"nl": "Stoppen", "en": "Stop"},
    "shell.time_left_seconds": {"nl": "nog ongeveer {count} s", "en": "about {count} s left"},
    "shell.time_left_minutes": {"nl": "nog ongeveer {count} min", "en": "about {count} min left"},
    "shell.stopped": {
        "nl": "Gestopt. Wat al klaar was, is bewaard.",
        "en": "Stopped. What was ready has been kept.",
    },
    "shell.choose_file": {"nl": "Bestand kiezen", "en": "Choose a file"},
    "shell.drop_file": {
        "nl": "of sleep het hierheen (tot 200 MB)",
        "en": "or drop it here (up to 200 MB)",
    },
    "shell.unexpected": {
        "nl": "Hier ging iets mis dat niet had mogen gebeuren. Alles wat je deed, is bewaard. Ververs de pagina (F5). "
        "Wat er misging, staat in het venster waarin Tienkeer is gestart.",
        "en": "Something went wrong here that should not have. Everything you did has been kept. Reload the page (F5). "
        "What went wrong is written in the window in which Tienkeer was started.",
    },
    "preferences.damaged": {
        "nl": "Het bestand met je voorkeuren ({path}) is beschadigd. Tienkeer gebruikt de standaardinstellingen; "
        "je projecten hebben hier geen last van. Verwijder het bestand om deze melding kwijt te raken.",
        "en": "The file with your preferences ({path}) is damaged. Tienkeer uses the defaults; your projects are not "
        "affected. Delete the file to get rid of this message.",
    },
    "preferences.not_written": {
        "nl": "Je voorkeuren konden niet worden bewaard in {path} ({reason}). Kijk of je in die map mag schrijven.",
        "en": "Your preferences could not be saved in {path} ({reason}). Check that you may write to that folder.",
    },
    "encoder.model_not_found": {
        "nl": "Het taalmodel ‘{name}’ is niet gevonden, of het is niet voor iedereen te gebruiken. Controleer de naam "
        "(zoals ‘intfloat/multilingual-e5-small’) of het pad van de map, of kies het meegeleverde model.",
        "en": "The language model ‘{name}’ was not found, or it is not open to everybody. Check the name (such as "
        "‘intfloat/multilingual-e5-small’) or the path of the folder, or choose the bundled model.",
    },
    "encoder.model_hub_unreachable": {
        "nl": "Het taalmodel ‘{name}’ staat nog niet op deze computer en kan nu niet worden opgehaald: er is geen "
        "verbinding met Hugging Face. Probeer het later opnieuw, of kies een map met een model dat je op een andere "
        "computer hebt opgehaald. Het model van nu blijft in gebruik.",
        "en": "The language model ‘{name}’ is not on this computer yet and cannot be fetched now: there is no "
        "connection to Hugging Face. Try again later, or choose a folder with a model that you fetched on another "
        "computer. The present model stays in use.",
    },
    "encoder.model_not_usable": {
        "nl": "Het taalmodel ‘{name}’ kan niet worden gebruikt. Kies een sentence-transformers-model, "
        "of het meegeleverde model.",
        "en": "The language model ‘{name}’ cannot be used. Choose a sentence-transformers model, or the bundled model.",
    },
    "encoder.model_library_missing": {
        "nl": "Voor het taalmodel ‘{name}’ ontbreekt een programmabibliotheek. Installeer "
        "sentence-transformers, of kies het meegeleverde model.",
        "en": "The language model ‘{name}’ needs a library that is missing. Install sentence-transformers, "
        "or choose the bundled model.",
    },
}
