"""Reading answers by position: the names of the sides, and the choices on screen."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "reading.agree": {"nl": "Eens", "en": "Agree"},
    "reading.neutral": {"nl": "Neutraal", "en": "Neutral"},
    "reading.disagree": {"nl": "Oneens", "en": "Disagree"},
    "reading.everyone": {"nl": "Iedereen", "en": "Everyone"},
    "reading.side": {"nl": "{name} ({count})", "en": "{name} ({count})"},
    "reading.label": {"nl": "Lees wie op ‘{question}’ antwoordde", "en": "Read those who answered to ‘{question}’"},
    "reading.hits": {"nl": "{count} hiervan", "en": "{count} of these"},
    "reading.whole": {
        "nl": "Je leest een deel van de antwoorden. Aantallen, bevestigen, samenvoegen en splitsen gaan over de hele "
        "groep.",
        "en": "You are reading part of the answers. Counts, confirming, merging and splitting are about the whole "
        "group.",
    },
    "reading.choice": {"nl": "Lees per antwoord op", "en": "Read by the answers to"},
    "reading.choice_none": {"nl": "alle antwoorden samen", "en": "all answers together"},
    "reading.choice_help": {
        "nl": "Boven het bord kies je dan wie je leest: wie het eens is, neutraal of oneens. In het rapport kun je de "
        "argumenten zo uitsplitsen.",
        "en": "Above the board you then choose whom to read: those who agree, are neutral, disagree. The report can "
        "set the arguments out in the same way.",
    },
    "ui_report.by_position": {"nl": "Gesplitst naar positie", "en": "Set out by position"},
    "ui_report.by_position_help": {
        "nl": "De argumenten van wie het eens is, neutraal of oneens, naast elkaar met n. Bij welke gesloten vraag, "
        "kies je bij het coderen onder Weergave.",
        "en": "The arguments of those who agree, are neutral or disagree, side by side with n. By which closed "
        "question is chosen when coding, under View.",
    },
}
