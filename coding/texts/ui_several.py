"""Words of the form for questions with several answers."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, dict[str, str]]] = {
    "import.role_multiple": {"nl": "vraag met meer antwoorden", "en": "question with several answers"},
    "several.title": {"nl": "Vragen met meer antwoorden", "en": "Questions with several answers"},
    "several.why": {
        "nl": "Gesloten vragen waarbij iemand meer dan één antwoord kon kiezen. De antwoorden staan samen in één cel, "
        "of elk in een eigen kolom.",
        "en": "Closed questions to which people could choose more than one answer. The answers stand together in one "
        "cell, or each in a column of its own.",
    },
    "several.columns_count": {"nl": "{count} kolommen", "en": "{count} columns"},
    "several.one_cell": {"nl": "meer antwoorden in een cel", "en": "several answers in a cell"},
    "several.apart": {"nl": "niet samen", "en": "not together"},
    "several.together": {
        "nl": "Lees dit als één vraag met meer antwoorden",
        "en": "Read this as one question with several answers",
    },
    "several.together_help": {
        "nl": "Zonder vinkje wordt elke kolom een gesloten vraag met één antwoord.",
        "en": "Otherwise each column becomes a closed question with one answer.",
    },
    "several.columns": {"nl": "Kolommen", "en": "Columns"},
    "several.separator": {"nl": "Tussen de antwoorden staat", "en": "Between the answers stands"},
    "several.separator_;": {"nl": "puntkomma  ;", "en": "semicolon  ;"},
    "several.separator_|": {"nl": "streepje  |", "en": "bar  |"},
    "several.separator_, ": {"nl": "komma en spatie", "en": "comma and space"},
    "several.separator_,": {"nl": "komma  ,", "en": "comma  ,"},
    "several.category": {"nl": "Antwoord in ‘{column}’", "en": "Answer in ‘{column}’"},
    "several.counted": {
        "nl": "{people} respondenten kozen er minstens één: {counts}.",
        "en": "{people} respondents chose at least one: {counts}.",
    },
    "several.counted_none": {
        "nl": "Niemand heeft in deze kolommen iets gekozen.",
        "en": "Nobody chose anything in these columns.",
    },
    "several.add": {
        "nl": "Nog een vraag met meer antwoorden: kies haar kolom of kolommen",
        "en": "Another question with several answers: choose its column or columns",
    },
}
