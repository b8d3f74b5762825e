"""Why a column is taken for what it is."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, dict[str, str]]] = {
    "guess_empty": {"nl": "Er staat niets in deze kolom.", "en": "There is nothing in this column."},
    "guess_constant": {"nl": "Overal staat hetzelfde: '{value}'.", "en": "It says the same everywhere: '{value}'."},
    "guess_ticked": {
        "nl": "Er staat '{value}' of niets, als een hokje dat is aangekruist.",
        "en": "It says '{value}' or nothing, like a box that was ticked.",
    },
    "guess_technical": {
        "nl": "Technische gegevens van het enquêteprogramma.",
        "en": "Technical data of the survey program.",
    },
    "guess_second": {
        "nl": "Er is al een andere kolom die hier beter bij past.",
        "en": "Another column already serves this purpose better.",
    },
    "guess_id_name": {
        "nl": "De naam wijst op een respondentnummer, en elke waarde komt één keer voor.",
        "en": "The name suggests a respondent id, and every value occurs once.",
    },
    "guess_id_faulty": {
        "nl": "De naam wijst op een respondentnummer, al heeft niet elke rij een eigen waarde.",
        "en": "The name suggests a respondent id, though not every row has a value of its own.",
    },
    "guess_id_first": {
        "nl": "De eerste kolom, met in elke rij een andere code.",
        "en": "The first column, with a different code in every row.",
    },
    "guess_weight": {
        "nl": "De naam wijst op een gewicht, en alle waarden zijn positieve getallen.",
        "en": "The name suggests a weight, and all values are positive numbers.",
    },
    "guess_weight_faulty": {
        "nl": "De naam wijst op een gewicht, al zijn niet alle waarden positieve getallen.",
        "en": "The name suggests a weight, though not all values are positive numbers.",
    },
    "guess_date": {"nl": "Er staan datums in.", "en": "It holds dates."},
    "guess_filter": {
        "nl": "Een controlevraag: wie '{values}' antwoordde, telt mee.",
        "en": "A control question: those who answered '{values}' count.",
    },
    "guess_numbers": {"nl": "Er staan getallen in.", "en": "It holds numbers."},
    "guess_scale_numbers": {
        "nl": "{steps} hele getallen die steeds terugkomen, als op een schaal.",
        "en": "{steps} whole numbers that keep coming back, as on a scale.",
    },
    "guess_scale": {
        "nl": "De {steps} antwoorden vormen samen een bekende schaal.",
        "en": "The {steps} answers together form a known scale.",
    },
    "guess_yes_no": {"nl": "Alleen ja of nee.", "en": "Only yes or no."},
    "guess_several_cells": {
        "nl": "In één cel staan soms meer antwoorden, met ‘{separator}’ ertussen.",
        "en": "A cell sometimes holds several answers, with ‘{separator}’ between them.",
    },
    "guess_several_columns": {
        "nl": "Hoort bij ‘{question}’: {columns} kolommen met elk een antwoord dat is aangekruist of niet.",
        "en": "Belongs to ‘{question}’: {columns} columns, each with an answer that was ticked or not.",
    },
    "guess_few_values": {
        "nl": "{filled} keer ingevuld met {distinct} verschillende antwoorden.",
        "en": "Filled in {filled} times with {distinct} different answers.",
    },
    "guess_codes": {"nl": "Er staan codes in, geen woorden.", "en": "It holds codes, not words."},
    "guess_open": {
        "nl": "{filled} keer ingevuld in eigen woorden, gemiddeld {words} woorden lang.",
        "en": "Filled in {filled} times in people's own words, {words} words long on average.",
    },
    "guess_yes_no_text": {
        "nl": "De antwoorden beginnen met ja of nee, met daarachter de uitleg.",
        "en": "The answers begin with yes or no, followed by the explanation.",
    },
    "guess_gated": {
        "nl": "Alleen ingevuld door wie '{values}' antwoordde op '{gate}'.",
        "en": "Filled in only by those who answered '{values}' to '{gate}'.",
    },
}
