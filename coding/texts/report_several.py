"""Words of a report about questions with several answers."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, dict[str, str]]] = {
    "report.several": {
        "nl": "Meer antwoorden mogelijk: percentages van wie minstens één antwoord koos, samen soms meer dan 100%.",
        "en": "Several answers possible: percentages of those who chose at least one, which may add up to more than "
        "100%.",
    },
    "report.several.asked": {
        "nl": "Meer antwoorden mogelijk: percentages van iedereen die de vraag kreeg, ook wie niets koos; samen soms "
        "meer dan 100%.",
        "en": "Several answers possible: percentages of all who were asked, also those who chose nothing; they may add "
        "up to more than 100%.",
    },
    "report.several.short": {"nl": "meer antwoorden mogelijk", "en": "several answers possible"},
    "export.several_divides": {
        "nl": "Bij “{name}” kon iemand meer antwoorden geven. Zo’n vraag kan de respondenten niet in groepen verdelen: "
        "dan staat iemand in meer kolommen en klopt geen toets tussen de kolommen. Kies een vraag met één antwoord.",
        "en": "To “{name}” people could give several answers. Such a question cannot divide the respondents into "
        "groups: somebody would stand in several columns, and no test between columns would hold. Choose a question "
        "with one answer.",
    },
}
