"""Codebooks as files: the headings, and the import on screen."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "codebook.sheet": {"nl": "Codeboek", "en": "Codebook"},
    "codebook.col.name": {"nl": "Argument", "en": "Argument"},
    "codebook.col.net": {"nl": "Hoofdthema", "en": "Net"},
    "codebook.col.kind": {"nl": "Soort", "en": "Kind"},
    "codebook.col.number": {"nl": "Nummer", "en": "Number"},
    "codebook.col.description": {"nl": "Omschrijving", "en": "Description"},
    "codebook.col.include": {"nl": "Wel", "en": "Include"},
    "codebook.col.exclude": {"nl": "Niet", "en": "Exclude"},
    "codebook.col.rules": {"nl": "Trefwoordregels", "en": "Keyword rules"},
    "codebook.col.colour": {"nl": "Kleur", "en": "Colour"},
    "codebook.col.example": {"nl": "Voorbeeld", "en": "Example"},
    "codebook.have": {"nl": "Ik heb al een codeboek", "en": "I have a codebook already"},
    "codebook.have_help": {
        "nl": "Begin met argumenten die al vaststaan, uit Excel, CSV of een ander codeerprogramma.",
        "en": "Begin with arguments that are settled already, from Excel, CSV or another coding program.",
    },
    "codebook.import_title": {"nl": "Een codeboek gebruiken", "en": "Use a codebook"},
    "codebook.import_why": {
        "nl": "Kies een bestand met één argument per rij. Alleen een naam is genoeg; omschrijvingen en "
        "voorbeeldantwoorden maken de suggesties beter. Er verandert niets voordat je het overneemt.",
        "en": "Choose a file with one argument per row. A name is enough; descriptions and example answers make "
        "the suggestions better. Nothing changes before you take it over.",
    },
    "codebook.file": {"nl": "Codeboek: XLSX, CSV of REFI-QDA (.qdc)", "en": "Codebook: XLSX, CSV or REFI-QDA (.qdc)"},
    "codebook.sheet_choice": {"nl": "Blad", "en": "Sheet"},
    "codebook.part_choice": {"nl": "Welk deel van het bestand", "en": "Which part of the file"},
    "codebook.columns": {"nl": "Welke kolom is wat?", "en": "Which column is what?"},
    "codebook.columns_none": {"nl": "niet in dit bestand", "en": "not in this file"},
    "codebook.columns_examples": {"nl": "Voorbeeldantwoorden", "en": "Example answers"},
    "codebook.columns_examples_none": {"nl": "geen", "en": "none"},
    "codebook.found.one": {"nl": "**1 argument** gevonden.", "en": "**1 argument** found."},
    "codebook.found.many": {"nl": "**{count} argumenten** gevonden.", "en": "**{count} arguments** found."},
    "codebook.found_in_one_net": {
        "nl": "**{count} argumenten** in **1 hoofdthema** gevonden.",
        "en": "**{count} arguments** in **1 net** found.",
    },
    "codebook.found_nets": {
        "nl": "**{count} argumenten** in **{nets} hoofdthema’s** gevonden.",
        "en": "**{count} arguments** in **{nets} nets** found.",
    },
    "codebook.made_nets": {
        "nl": "Deze hoofdthema’s staan niet als eigen rij in het bestand en worden aangemaakt: {names}.",
        "en": "These nets have no row of their own in the file and are made: {names}.",
    },
    "codebook.turned_nets": {
        "nl": "Onder deze argumenten staan andere argumenten; ze worden hoofdthema’s en krijgen zelf geen "
        "antwoorden: {names}.",
        "en": "Other arguments stand under these; they become nets and take no answers of their own: {names}.",
    },
    "codebook.left_out": {
        "nl": "Niet overgenomen, want elke vraag heeft dit al: {names}.",
        "en": "Not taken over, as every question has it already: {names}.",
    },
    "codebook.known": {
        "nl": "Deze staan al bij de vraag en blijven zoals ze zijn: {names}.",
        "en": "The question has these already; they stay as they are: {names}.",
    },
    "codebook.preview": {"nl": "Zo komt het codeboek erin", "en": "This is how the codebook comes in"},
    "codebook.take.one": {"nl": "Neem 1 argument over", "en": "Take over 1 argument"},
    "codebook.take.many": {"nl": "Neem {count} argumenten over", "en": "Take over {count} arguments"},
    "codebook.nothing_new": {
        "nl": "Alles uit dit bestand staat al bij deze vraag.",
        "en": "The question has everything in this file already.",
    },
    "codebook.used.one": {"nl": "1 argument overgenomen uit '{file}'.", "en": "1 argument taken over from '{file}'."},
    "codebook.used.many": {
        "nl": "{count} argumenten overgenomen uit '{file}'.",
        "en": "{count} arguments taken over from '{file}'.",
    },
    "codebook.waiting.one": {
        "nl": "**1 argument uit het codeboek, nog niets gecodeerd.** Tienkeer zoekt er antwoorden bij op naam, "
        "omschrijving en voorbeelden; jij beslist.",
        "en": "**1 argument from the codebook, nothing coded yet.** Tienkeer finds answers that fit by its name, "
        "description and examples; you decide.",
    },
    "codebook.waiting.many": {
        "nl": "**{count} argumenten uit het codeboek, nog niets gecodeerd.** Tienkeer zoekt er antwoorden bij op "
        "naam, omschrijving en voorbeelden; jij beslist.",
        "en": "**{count} arguments from the codebook, nothing coded yet.** Tienkeer finds answers that fit by "
        "their names, descriptions and examples; you decide.",
    },
    "codebook.place": {"nl": "Zet de suggesties op het bord", "en": "Put the suggestions on the board"},
    "codebook.one_by_one": {"nl": "Bekijk ze één voor één", "en": "Look at them one by one"},
    "codebook.placing": {"nl": "Antwoorden bij het codeboek zoeken", "en": "Finding answers for the codebook"},
    "codebook.placed": {
        "nl": "Bij {count} antwoorden staat nu een suggestie uit het codeboek; bij {none} past niets goed genoeg.",
        "en": "{count} answers now have a suggestion from the codebook; nothing fits {none} well enough.",
    },
    "codebook.examples": {"nl": "Voorbeeldantwoorden", "en": "Example answers"},
    "codebook.examples_hint": {
        "nl": "Eén per regel. Suggesties leren hiervan; ze tellen nergens mee.",
        "en": "One per line. Suggestions learn from these; they are counted nowhere.",
    },
    "codebook.as_file": {"nl": "Codeboek als bestand", "en": "Codebook as a file"},
    "codebook.as_file_why": {
        "nl": "Bewaar de argumenten met omschrijving, regels, hoofdthema’s, kleur en nummer, en gebruik ze bij een "
        "andere vraag of in een ander project.",
        "en": "Save the arguments with description, rules, nets, colour and number, and use them for another "
        "question or in another project.",
    },
    "codebook.with_examples": {
        "nl": "Met voorbeeldantwoorden (letterlijk wat respondenten schreven)",
        "en": "With example answers (exactly what respondents wrote)",
    },
    "codebook.save.xlsx": {"nl": "Bewaar als Excel", "en": "Save as Excel"},
    "codebook.save.csv": {"nl": "Bewaar als CSV", "en": "Save as CSV"},
    "codebook.nothing_yet": {
        "nl": "Deze vraag heeft nog geen argumenten om te bewaren.",
        "en": "This question has no arguments to save yet.",
    },
}
