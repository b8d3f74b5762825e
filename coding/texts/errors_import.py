"""Why a survey file is refused: where, and what to do."""

from __future__ import annotations

from typing import Final

_FILE: Final[dict[str, dict[str, str]]] = {
    "import_unknown_kind": {
        "nl": "'{file}' is geen soort bestand dat gelezen kan worden. Bewaar je enquête als een van deze "
        "soorten: {kinds}.",
        "en": "'{file}' is not a kind of file that can be read. Save your survey as one of these kinds: {kinds}.",
    },
    "import_too_large": {
        "nl": "'{file}' is groter dan {limit} MB. Laat kolommen weg die je niet nodig hebt, of splits het bestand.",
        "en": "'{file}' is larger than {limit} MB. Leave out columns you do not need, or split the file.",
    },
    "import_empty": {
        "nl": "'{file}' is leeg: er staat geen tekst in. Kijk of je het juiste bestand (en het juiste blad) "
        "hebt gekozen.",
        "en": "'{file}' is empty: there is no text in it. Check that you chose the right file (and the right sheet).",
    },
    "import_header_only": {
        "nl": "'{file}' heeft alleen een rij met kolomnamen en geen antwoorden. Exporteer het bestand opnieuw, "
        "met de antwoorden erbij.",
        "en": "'{file}' has only a row of column names and no answers. Export the file again, with the answers.",
    },
    "import_other_kind": {
        "nl": "'{file}' is vanbinnen een ander soort bestand ({kind}). Geef het de naam die daarbij hoort, of "
        "bewaar het opnieuw als CSV of XLSX.",
        "en": "'{file}' is really another kind of file ({kind}). Give it the name that goes with that, or save "
        "it again as CSV or XLSX.",
    },
    "import_binary": {
        "nl": "'{file}' bevat geen leesbare tekst en is dus geen CSV-bestand. Open het in het programma waar "
        "het uit komt en bewaar het als CSV of XLSX.",
        "en": "'{file}' holds no readable text, so it is not a CSV file. Open it in the program it comes from "
        "and save it as CSV or XLSX.",
    },
    "import_nul_bytes": {
        "nl": "'{file}' bevat op regel {row} een NUL-teken, dat niet in tekst voorkomt. Het bestand is "
        "beschadigd of geen CSV: exporteer het opnieuw.",
        "en": "'{file}' has a NUL character on line {row}, which does not occur in text. The file is damaged or"
        " not a CSV: export it again.",
    },
    "import_broken_text": {
        "nl": "'{file}' is geschreven als {encoding}, maar op regel {row} staat een teken dat daarin niet kan. "
        "Exporteer het bestand opnieuw, of verbeter die regel.",
        "en": "'{file}' is written as {encoding}, but line {row} has a character that cannot occur in it. "
        "Export the file again, or correct that line.",
    },
    "import_unknown_encoding": {
        "nl": "Van '{file}' is niet te achterhalen hoe de letters zijn opgeslagen. Bewaar het als CSV UTF-8 of "
        "als XLSX.",
        "en": "It cannot be found out how the letters in '{file}' are stored. Save it as CSV UTF-8 or as XLSX.",
    },
    "import_quoting": {
        "nl": "In '{file}' klopt vanaf rij {row} een aanhalingsteken niet: het wordt geopend en niet gesloten, "
        "of staat los in een antwoord. Verbeter die rij, of bewaar het bestand als XLSX.",
        "en": "In '{file}' a quotation mark is wrong from row {row} on: it is opened and not closed, or stands "
        "loose in an answer. Correct that row, or save the file as XLSX.",
    },
    "import_too_many_rows": {
        "nl": "'{file}' is te groot: er kunnen hoogstens {rows} rijen gelezen worden, en minder als er veel "
        "kolommen zijn. Splits het bestand, of laat kolommen weg.",
        "en": "'{file}' is too large: at most {rows} rows can be read, and fewer when there are many columns. "
        "Split the file, or leave out columns.",
    },
    "import_too_many_columns": {
        "nl": "'{file}' heeft {columns} kolommen; er kunnen er hoogstens {limit} gelezen worden. Laat kolommen "
        "weg die je niet nodig hebt.",
        "en": "'{file}' has {columns} columns; at most {limit} can be read. Leave out columns you do not need.",
    },
}

_WORKBOOK: Final[dict[str, dict[str, str]]] = {
    "import_damaged": {
        "nl": "'{file}' is beschadigd en kan niet gelezen worden. Open het in Excel of LibreOffice en bewaar "
        "het opnieuw, of maak een nieuwe export.",
        "en": "'{file}' is damaged and cannot be read. Open it in Excel or LibreOffice and save it again, or "
        "make a new export.",
    },
    "import_damaged_sav": {
        "nl": "'{file}' is beschadigd en kan niet gelezen worden. Open het in SPSS en bewaar het opnieuw, of "
        "exporteer het als CSV of XLSX.",
        "en": "'{file}' is damaged and cannot be read. Open it in SPSS and save it again, or export it as CSV or XLSX.",
    },
    "import_not_a_workbook": {
        "nl": "'{file}' heet een werkmap te zijn, maar is dat niet (soms is het eigenlijk een CSV of een "
        "webpagina). Open het in Excel of LibreOffice en bewaar het als XLSX.",
        "en": "'{file}' is named as a workbook but is not one (sometimes it is really a CSV or a web page). "
        "Open it in Excel or LibreOffice and save it as XLSX.",
    },
    "import_password": {
        "nl": "'{file}' is met een wachtwoord beveiligd. Open het, haal het wachtwoord eraf en bewaar het opnieuw.",
        "en": "'{file}' is protected with a password. Open it, remove the password and save it again.",
    },
    "import_unpacks_too_large": {
        "nl": "'{file}' wordt uitgepakt zo groot dat het niet veilig te openen is. Bewaar alleen het blad met "
        "de antwoorden, als CSV of XLSX.",
        "en": "'{file}' unpacks to a size that is not safe to open. Save only the sheet with the answers, as "
        "CSV or XLSX.",
    },
    "import_sheet_too_large": {
        "nl": "Een blad van '{file}' loopt door tot rij {rows} en kolom {columns}. Waarschijnlijk staat er ver "
        "weg nog iets in een cel: verwijder de rijen en kolommen naast de antwoorden en bewaar het "
        "opnieuw.",
        "en": "A sheet of '{file}' reaches to row {rows} and column {columns}. There is probably something in a"
        " cell far away: delete the rows and columns beside the answers and save it again.",
    },
    "import_no_such_sheet": {
        "nl": "'{file}' heeft geen blad '{sheet}'. Kies uit: {sheets}.",
        "en": "'{file}' has no sheet '{sheet}'. Choose from: {sheets}.",
    },
    "import_not_sav": {
        "nl": "'{file}' is geen SPSS-bestand, al heet het wel zo. Exporteer het opnieuw uit SPSS, of bewaar het"
        " als CSV of XLSX.",
        "en": "'{file}' is not an SPSS file, though it is named as one. Export it from SPSS again, or save it "
        "as CSV or XLSX.",
    },
}

_TABLE: Final[dict[str, dict[str, str]]] = {
    "import_no_header": {
        "nl": "De eerste rij van '{file}' (rij {row}) lijkt een antwoord, geen kolomnamen: '{example}'. Zet er "
        "een rij met een naam voor elke kolom boven.",
        "en": "The first row of '{file}' (row {row}) looks like an answer, not column names: '{example}'. Put a"
        " row above it with a name for each column.",
    },
    "import_nameless_column": {
        "nl": "In '{file}' heeft kolom {column} geen naam in rij {row}, maar er staan wel waarden onder. Geef "
        "de kolom een naam of maak hem leeg.",
        "en": "In '{file}' column {column} has no name in row {row}, but there are values under it. Give the "
        "column a name, or clear it.",
    },
    "import_duplicate_column": {
        "nl": "In '{file}' heten kolom {first} en kolom {second} allebei '{name}'. Geef elke kolom een eigen naam.",
        "en": "In '{file}' columns {first} and {second} are both called '{name}'. Give each column a name of its own.",
    },
    "import_ragged_row": {
        "nl": "Rij {row} van '{file}' heeft {cells} cellen, terwijl er {expected} kolommen zijn. Vaak staat er "
        "een scheidingsteken in een antwoord zonder aanhalingstekens eromheen. Verbeter die rij, of "
        "bewaar het bestand als XLSX.",
        "en": "Row {row} of '{file}' has {cells} cells, while there are {expected} columns. Often a delimiter "
        "stands in an answer without quotation marks around it. Correct that row, or save the file as "
        "XLSX.",
    },
}

_MAPPING: Final[dict[str, dict[str, str]]] = {
    "import_no_open_question": {
        "nl": "Kies in '{file}' minstens één kolom met open antwoorden; zonder zo'n kolom valt er niets te groeperen.",
        "en": "Choose at least one column with open answers in '{file}'; without one there is nothing to group.",
    },
    "import_no_wave_name": {
        "nl": "Geef de meting in '{file}' een naam, bijvoorbeeld het jaar.",
        "en": "Give the wave in '{file}' a name, for instance the year.",
    },
    "import_unknown_column": {
        "nl": "'{file}' heeft geen kolom '{column}'. Kies een kolom die in het bestand staat.",
        "en": "'{file}' has no column '{column}'. Choose a column that is in the file.",
    },
    "import_column_twice": {
        "nl": "Kolom '{column}' van '{file}' is op twee plekken gekozen, bijvoorbeeld als open vraag en als "
        "achtergrondkenmerk. Haal haar op een van de twee weg.",
        "en": "Column '{column}' of '{file}' was chosen in two places, for instance as an open question and as a "
        "background variable. Take it away in one of them.",
    },
    "import_gate_without_values": {
        "nl": "Kies bij '{column}' welke antwoorden op '{gate}' betekenen dat iemand deze vraag kreeg.",
        "en": "Choose for '{column}' which answers to '{gate}' mean that somebody was asked this question.",
    },
    "import_gate_on_itself": {
        "nl": "'{column}' kan niet zelf bepalen wie de vraag kreeg. Kies een gesloten vraag, of geef aan "
        "dat de antwoorden "
        "met ja of nee beginnen.",
        "en": "'{column}' cannot itself decide who was asked. Choose a closed question, or say that the answers begin "
        "with yes or no.",
    },
    "import_gate_is_open": {
        "nl": "'{gate}' is zelf als open vraag gekozen en kan dus niet bepalen wie '{column}' kreeg. Kies "
        "een gesloten vraag.",
        "en": "'{gate}' was itself chosen as an open question, so it cannot decide who was asked '{column}'. Choose a "
        "closed question.",
    },
    "import_id_missing": {
        "nl": "In '{file}' is '{column}' leeg op rij {row}. Vul het respondentnummer in, of laat de nummers uit de "
        "rijen maken.",
        "en": "In '{file}' '{column}' is empty on row {row}. Fill in the respondent id, or have ids made "
        "from the rows.",
    },
    "import_id_twice": {
        "nl": "In '{file}' staat respondent '{id}' twee keer in '{column}': op rij {first} en op rij "
        "{row}. Verwijder een van "
        "beide rijen, of laat de nummers uit de rijen maken.",
        "en": "In '{file}' respondent '{id}' stands twice in '{column}': on row {first} and on row {row}. "
        "Delete one of "
        "the rows, or have ids made from the rows.",
    },
    "import_weight": {
        "nl": "In '{file}' is het gewicht in '{column}' op rij {row} geen positief getal: '{value}'. "
        "Verbeter het, of kies geen "
        "gewicht.",
        "en": "In '{file}' the weight in '{column}' on row {row} is not a positive number: '{value}'. Correct it, or "
        "choose no weight.",
    },
    "import_nobody_counts": {
        "nl": "Met deze voorwaarden telt niemand uit '{file}' mee. Kies andere antwoorden waarmee iemand meetelt.",
        "en": "With these conditions nobody in '{file}' counts. Choose other answers with which somebody counts.",
    },
}

TEXTS: Final[dict[str, dict[str, str]]] = {**_FILE, **_WORKBOOK, **_TABLE, **_MAPPING}
