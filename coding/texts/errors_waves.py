"""Why something with waves, hand codings or second coders is refused, and what to do instead."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "command.wave_gone": {
        "nl": "Deze meting zit niet meer in het project.",
        "en": "This wave is no longer in the project.",
    },
    "command.nothing_suggested": {
        "nl": "Bij dit antwoord staat geen voorstel meer: er is intussen over beslist.",
        "en": "Nothing is suggested for this answer any more: it has been decided on in the meantime.",
    },
    "command.sample_empty": {
        "nl": "Er zijn geen antwoorden om uit te trekken. Codeer eerst antwoorden op deze vraag.",
        "en": "There are no answers to draw from. Code answers to this question first.",
    },
    "waves.no_question_matched": {
        "nl": "Geen enkele kolom van '{file}' past bij een open vraag van dit project. Geef aan welke kolom bij welke "
        "vraag hoort, of maak een nieuw project van dit bestand.",
        "en": "No column of '{file}' fits an open question of this project. Say which column goes with which question, "
        "or make a new project of this file.",
    },
    "waves.nothing_to_compare": {
        "nl": "Er valt nog niets te vergelijken: bij geen enkele vraag is over een antwoord beslist.",
        "en": "There is nothing to compare yet: no answer to any question has been decided on.",
    },
    "waves.not_a_column": {
        "nl": "'{file}' heeft geen kolom met de naam '{column}'.",
        "en": "'{file}' has no column called '{column}'.",
    },
    "waves.unknown_name": {
        "nl": "Het project heeft geen vraag of variabele '{name}'. Bekend zijn: {known}.",
        "en": "The project has no question or variable '{name}'. Known are: {known}.",
    },
    "waves.to_confirm": {
        "nl": "Sommige kolommen of antwoordcategorieën heten anders dan in eerdere metingen. Kijk de voorstellen "
        "hierboven na en geef --yes om ze te bevestigen, of --column en --category om ze te veranderen.",
        "en": "Some columns or answer categories are called otherwise than in earlier waves. Check the proposals above "
        "and give --yes to confirm them, or --column and --category to change them.",
    },
    "waves.pair_form": {
        "nl": "'{pair}' heeft niet de vorm {form}.",
        "en": "'{pair}' does not have the form {form}.",
    },
    "waves.unknown_wave": {
        "nl": "Het project heeft geen meting '{name}'. Bekend zijn: {known}.",
        "en": "The project has no wave '{name}'. Known are: {known}.",
    },
    "waves.unknown_question": {
        "nl": "Het project heeft geen open vraag '{name}'. Bekend zijn: {known}.",
        "en": "The project has no open question '{name}'. Known are: {known}.",
    },
    "compare.one_wave": {
        "nl": "Er zijn minstens twee metingen nodig om te vergelijken; dit project heeft er {count}.",
        "en": "Comparing takes at least two waves; this project has {count}.",
    },
    "compare.no_dates": {
        "nl": "Dit project heeft geen kolom met datums, dus antwoorden zijn niet naar periode in te delen.",
        "en": "This project has no column with dates, so answers cannot be put into periods.",
    },
    "hand_coding.no_columns": {
        "nl": "'{file}' is geen codeerbestand: het heeft de kolommen vraag (of question), respondent en codes nodig. "
        "Gevonden: {columns}.",
        "en": "'{file}' is no coding file: it needs the columns question (or vraag), respondent and codes. "
        "Found: {columns}.",
    },
    "hand_coding.unknown_question": {
        "nl": "'{file}', rij {row}: het project heeft geen open vraag '{question}'.",
        "en": "'{file}', row {row}: the project has no open question '{question}'.",
    },
    "hand_coding.unknown_respondent": {
        "nl": "'{file}', rij {row}: er is geen respondent '{respondent}' in meting '{wave}'.",
        "en": "'{file}', row {row}: there is no respondent '{respondent}' in wave '{wave}'.",
    },
    "hand_coding.nothing_to_code": {
        "nl": "'{file}', rij {row}: respondent '{respondent}' heeft op '{question}' niets geantwoord dat te coderen "
        "is.",
        "en": "'{file}', row {row}: respondent '{respondent}' gave no answer to '{question}' that can be coded.",
    },
    "hand_coding.twice": {
        "nl": "'{file}', rij {row}: het antwoord van respondent '{respondent}' op '{question}' staat er twee keer in.",
        "en": "'{file}', row {row}: the answer of respondent '{respondent}' to '{question}' is there twice.",
    },
    "agreement.no_second_coder": {
        "nl": "Er is nog niets door een tweede codeur gecodeerd.",
        "en": "Nothing has been coded by a second coder yet.",
    },
}
