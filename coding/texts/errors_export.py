"""What can go wrong with a report or an export."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, dict[str, str]]] = {
    "export.no_answers": {
        "nl": "Dit project bevat nog geen antwoorden. Lees eerst een bestand in.",
        "en": "This project holds no answers yet. Import a file first.",
    },
    "export.no_questions": {
        "nl": "Kies ten minste één vraag voor het rapport.",
        "en": "Choose at least one question for the report.",
    },
    "export.no_waves": {
        "nl": "Kies ten minste één meting voor het rapport.",
        "en": "Choose at least one wave for the report.",
    },
    "export.unknown_question": {
        "nl": "Het project heeft geen vraag “{name}”. Kies uit: {known}.",
        "en": "The project has no question “{name}”. Choose from: {known}.",
    },
    "export.which_question": {
        "nl": "Zeg met --question om welke vraag het gaat. Kies uit: {known}.",
        "en": "Say with --question which question is meant. Choose from: {known}.",
    },
    "export.unknown_wave": {
        "nl": "Het project heeft geen meting “{name}”. Kies uit: {known}.",
        "en": "The project has no wave “{name}”. Choose from: {known}.",
    },
    "export.unknown_variable": {
        "nl": "Het project heeft geen achtergrondvraag “{name}”. Kies uit: {known}.",
        "en": "The project has no background variable “{name}”. Choose from: {known}.",
    },
    "export.unknown_format": {
        "nl": "“{name}” is geen bestandsvorm die Tienkeer kan maken. Kies uit: {known}.",
        "en": "Tienkeer cannot make a file of the kind “{name}”. Choose from: {known}.",
    },
    "export.logo_too_large": {
        "nl": "Het logo is groter dan {most} MB. Maak het plaatje kleiner en kies het opnieuw.",
        "en": "The logo is larger than {most} MB. Make the picture smaller and choose it again.",
    },
    "export.logo_too_many_pixels": {
        "nl": "Het logo is {wide} bij {tall} beeldpunten; dat is te veel. Maak het plaatje kleiner en kies het "
        "opnieuw.",
        "en": "The logo is {wide} by {tall} pixels, which is too many. Make the picture smaller and choose it again.",
    },
    "export.logo_no_picture": {
        "nl": "Dit bestand is geen PNG- of JPEG-plaatje, wat de naam ook zegt. Sla het logo op als PNG en kies het "
        "opnieuw.",
        "en": "This file is no PNG or JPEG picture, whatever its name says. Save the logo as PNG and choose it again.",
    },
    "export.logo_damaged": {
        "nl": "Het plaatje is beschadigd of niet compleet. Sla het logo opnieuw op als PNG en kies het nog eens.",
        "en": "The picture is damaged or not complete. Save the logo as PNG once more and choose it again.",
    },
    "export.no_charts": {
        "nl": "Er valt nog niets in een grafiek te zetten: er is nog geen argument met een respondent en geen gesloten "
        "vraag.",
        "en": "There is nothing to put in a chart yet: no argument has a respondent, and there is no closed question.",
    },
    "export.no_codes": {
        "nl": "Er is nog geen argument om in een codeboek te zetten. Maak of bevestig eerst een argument.",
        "en": "There is no argument to put in a codebook yet. Make or confirm an argument first.",
    },
    "export.cannot_write": {
        "nl": "Het bestand {file} kan niet worden geschreven: {reason}. Sluit het als het in een ander programma open "
        "staat, of kies een andere map.",
        "en": "The file {file} cannot be written: {reason}. Close it if another program has it open, or choose another "
        "folder.",
    },
}
