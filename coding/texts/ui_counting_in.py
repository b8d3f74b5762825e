"""The explanation of "other" ("Anders, namelijk") on the review page."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "counting_in.offer": {
        "nl": "Deze antwoorden lichten {values} toe. Wil je ze laten meetellen bij **‘{question}’**?",
        "en": "These answers explain {values}. Should they count among the answers to **‘{question}’**?",
    },
    "counting_in.do": {"nl": "Laat meetellen", "en": "Let them count"},
    "counting_in.not": {"nl": "Nee", "en": "No"},
    "counting_in.help": {
        "nl": "Een argument met de naam van een bestaand antwoord telt daar mee; andere argumenten worden een nieuw "
        "antwoord. ‘Anders’ wordt zoveel kleiner. De bestaande antwoorden staan meteen als argument klaar.",
        "en": "An argument with the name of an existing answer counts there; others become a new answer. ‘Other’ "
        "shrinks by as much. The existing answers are ready as arguments at once.",
    },
    "counting_in.done": {
        "nl": "De argumenten tellen mee bij ‘{question}’: {count} van {before} {values} ingedeeld.",
        "en": "The arguments count among the answers to ‘{question}’: {count} of {before} {values} done.",
    },
    "counting_in.choice": {"nl": "Telt mee bij de gesloten vraag", "en": "Counts among the answers to"},
    "counting_in.choice_none": {"nl": "telt apart", "en": "counts apart"},
    "counting_in.values": {"nl": "Toelichting bij", "en": "Explains"},
    "counting_in.values_none": {"nl": "Kies antwoorden", "en": "Choose answers"},
    "counting_in.or": {"nl": " of ", "en": " or "},
    "history.count_in": {
        "nl": "liet de argumenten meetellen bij '{name}'",
        "en": "let the codes count among the answers to '{name}'",
    },
    "history.count_apart": {
        "nl": "liet de argumenten niet meer meetellen bij '{name}'",
        "en": "let the codes no longer count among the answers to '{name}'",
    },
}
