"""Why a codebook file is refused: where, and what to do."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "codebook.unknown_kind": {
        "nl": "'{file}' is geen soort bestand waaruit een codeboek gelezen kan worden. Bewaar het als een van deze "
        "soorten: {kinds}.",
        "en": "'{file}' is not a kind of file that a codebook can be read from. Save it as one of these kinds: "
        "{kinds}.",
    },
    "codebook.empty": {
        "nl": "In '{file}' staat geen enkel argument. Kijk of je het juiste bestand (en het juiste blad) hebt gekozen.",
        "en": "There is not a single argument in '{file}'. Check that you chose the right file (and the right sheet).",
    },
    "codebook.header_only": {
        "nl": "'{file}' heeft maar één rij. Zet in de eerste rij de namen van de kolommen (bijvoorbeeld Argument "
        "en Omschrijving) en daaronder één argument per rij.",
        "en": "'{file}' has only one row. Put the names of the columns in the first row (for instance Argument and "
        "Description) and one argument per row below.",
    },
    "codebook.no_header": {
        "nl": "De eerste rij van '{file}' (rij {row}) lijkt geen rij met kolomnamen: er staat '{example}'. Zet er "
        "een rij boven, bijvoorbeeld Argument en Omschrijving.",
        "en": "The first row of '{file}' (row {row}) does not look like column names: it says '{example}'. Put a "
        "row above it, for instance Argument and Description.",
    },
    "codebook.not_qdc": {
        "nl": "'{file}' is geen REFI-QDA-codeboek: {reason}. Exporteer het codeboek opnieuw als .qdc, of bewaar "
        "het als XLSX of CSV.",
        "en": "'{file}' is not a REFI-QDA codebook: {reason}. Export the codebook again as .qdc, or save it as "
        "XLSX or CSV.",
    },
    "codebook.too_many": {
        "nl": "'{file}' heeft meer dan {limit} rijen; zoveel argumenten kan een vraag niet hebben. Is het wel een "
        "codeboek?",
        "en": "'{file}' has more than {limit} rows; a question cannot have that many arguments. Is it a codebook "
        "at all?",
    },
    "codebook.column_twice": {
        "nl": "De kolom '{column}' is voor twee dingen gekozen. Kies voor één ervan een andere kolom, of geen.",
        "en": "The column '{column}' was chosen for two things. Choose another column for one of them, or none.",
    },
    "codebook.no_name": {
        "nl": "Rij {row} heeft geen naam in de kolom '{column}', maar zegt verder wel iets. Vul de naam in, of "
        "haal de rij weg.",
        "en": "Row {row} has no name in the column '{column}', though it says other things. Fill in the name, or "
        "remove the row.",
    },
    "codebook.duplicate": {
        "nl": "'{name}' staat twee keer in de kolom '{column}': in rij {first} en rij {row}. Geef ze verschillende "
        "namen, of haal er één weg.",
        "en": "'{name}' stands twice in the column '{column}': in row {first} and row {row}. Give them different "
        "names, or remove one.",
    },
    "codebook.cycle": {
        "nl": "In de kolom '{column}' staan hoofdthema’s in een kring onder elkaar (bij rij {row}): {names}. Haal "
        "bij één ervan het hoofdthema weg.",
        "en": "In the column '{column}' nets stand under each other in a circle (at row {row}): {names}. Remove "
        "the net of one of them.",
    },
    "codebook.no_number": {
        "nl": "Rij {row}, kolom '{column}': '{value}' is geen heel getal. Verbeter het, of kies voor het nummer "
        "geen kolom.",
        "en": "Row {row}, column '{column}': '{value}' is not a whole number. Correct it, or choose no column for "
        "the number.",
    },
    "codebook.no_colour": {
        "nl": "Rij {row}, kolom '{column}': '{value}' is geen kleur. Schrijf kleuren als #1f5f68, of kies voor de "
        "kleur geen kolom.",
        "en": "Row {row}, column '{column}': '{value}' is not a colour. Write colours like #1f5f68, or choose no "
        "column for the colour.",
    },
    "codebook.no_kind": {
        "nl": "Rij {row}, kolom '{column}': '{value}' zegt niet of het een argument of een hoofdthema is. Schrijf "
        "'argument' of 'hoofdthema', of kies voor de soort geen kolom.",
        "en": "Row {row}, column '{column}': '{value}' does not say whether it is an argument or a net. Write "
        "'argument' or 'net', or choose no column for the kind.",
    },
    "codebook.too_long": {
        "nl": "Rij {row}, kolom '{column}': de tekst is langer dan {limit} tekens. Kort hem in.",
        "en": "Row {row}, column '{column}': the text is longer than {limit} characters. Shorten it.",
    },
    "codebook.list_too_long": {
        "nl": "Rij {row}, kolom '{column}': er passen hoogstens {most} regels of voorbeelden bij een argument, van "
        "hoogstens {limit} tekens. Kort ze in.",
        "en": "Row {row}, column '{column}': an argument takes at most {most} rules or examples, of at most "
        "{limit} characters. Shorten them.",
    },
    "codebook.nothing_to_save": {
        "nl": "Deze vraag heeft nog geen argumenten. Maak of importeer ze eerst.",
        "en": "This question has no arguments yet. Make or import them first.",
    },
}
