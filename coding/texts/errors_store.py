"""What is the matter with a project file, and what to do."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "project_file.missing": {
        "nl": "'{file}' is er niet (meer). Misschien is het project verwijderd of verplaatst.",
        "en": "'{file}' is not there (any more). The project may have been deleted or moved.",
    },
    "project_file.exists": {
        "nl": "Er is al een bestand '{file}'. Kies een andere naam.",
        "en": "There is already a file '{file}'. Choose another name.",
    },
    "project_file.not_a_project": {
        "nl": "'{file}' is geen project van Tienkeer. Kies een bestand dat eindigt op .tienkeer.",
        "en": "'{file}' is not a Tienkeer project. Choose a file that ends in .tienkeer.",
    },
    "project_file.newer": {
        "nl": "'{file}' is gemaakt met een nieuwere versie van Tienkeer. Installeer die versie om het te openen.",
        "en": "'{file}' was made by a newer version of Tienkeer. Install that version to open it.",
    },
    "project_file.damaged": {
        "nl": "'{file}' is beschadigd en kan niet gelezen worden. Gebruik een kopie of een back-up van het bestand.",
        "en": "'{file}' is damaged and cannot be read. Use a copy or a back-up of the file.",
    },
    "project_file.in_use": {
        "nl": "'{file}' is in gebruik door een ander programma of venster. Wacht even en probeer het opnieuw.",
        "en": "'{file}' is in use by another program or window. Wait a moment and try again.",
    },
    "project_file.read_only": {
        "nl": "In '{file}' kan niet geschreven worden. Kijk of je in de map mag schrijven, of kopieer het bestand "
        "naar een map waar dat wel mag.",
        "en": "'{file}' cannot be written to. Check that you may write in its folder, or copy the file to one where "
        "you may.",
    },
    "project_file.cannot_open": {
        "nl": "'{file}' kan niet geopend worden. Kijk of je het bestand mag lezen en of de schijf aangesloten is.",
        "en": "'{file}' cannot be opened. Check that you may read it and that the disk is connected.",
    },
    "project_file.cannot_write": {
        "nl": "'{file}' kan niet gemaakt worden. Kijk of de map bestaat, of je erin mag schrijven en of er ruimte is.",
        "en": "'{file}' cannot be made. Check that the folder exists, that you may write in it and that there is room.",
    },
    "project_file.disk_full": {
        "nl": "De schijf is vol. Je laatste handeling is niet bewaard, al het andere wel. Maak ruimte en probeer het "
        "opnieuw ('{file}').",
        "en": "The disk is full. Your last action was not kept, everything else was. Make room and try again "
        "('{file}').",
    },
    "project_file.disk_error": {
        "nl": "De schijf met '{file}' geeft een fout. Maak een kopie van het project op een andere schijf.",
        "en": "The disk with '{file}' reports an error. Make a copy of the project on another disk.",
    },
    "project_file.remains": {
        "nl": "De respondent is gewist, maar '{file}' is ook ergens anders geopend. Sluit het daar, en open het "
        "project daarna opnieuw: dan worden ook de laatste resten in het bestand overschreven.",
        "en": "The respondent has been erased, but '{file}' is open elsewhere too. Close it there, and then open the "
        "project again: the last remains in the file are then overwritten as well.",
    },
    "project_file.no_folder": {
        "nl": "De map '{folder}' voor projecten kan niet gemaakt worden. Kies een andere map met TIENKEER_HOME.",
        "en": "The folder '{folder}' for projects cannot be made. Choose another folder with TIENKEER_HOME.",
    },
}
