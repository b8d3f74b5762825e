"""Coding an earlier wave again after the codebook changed."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "recode.split": {
        "nl": "**{wave}** is gecodeerd met versie {version} van het codeboek. Sindsdien is '{before}' gesplitst in "
        "{names}. Nog niet opnieuw bekeken: {count} van de antwoorden van {wave}.",
        "en": "**{wave}** was coded with version {version} of the codebook. Since then '{before}' was split into "
        "{names}. Not looked at again yet: {count} of the answers of {wave}.",
    },
    "recode.added": {
        "nl": "**{wave}** is gecodeerd met versie {version} van het codeboek. Sindsdien zijn {names} erbij gekomen. "
        "Misschien passen antwoorden van {wave} die nergens bij hoorden daar nu wel bij (te bekijken: {count}).",
        "en": "**{wave}** was coded with version {version} of the codebook. Since then {names} were added. "
        "Answers of {wave} that fitted nothing may fit now (to look at: {count}).",
    },
    "recode.added.one": {
        "nl": "**{wave}** is gecodeerd met versie {version} van het codeboek. Sindsdien is {names} erbij gekomen. "
        "Misschien passen antwoorden van {wave} die nergens bij hoorden daar nu wel bij (te bekijken: {count}).",
        "en": "**{wave}** was coded with version {version} of the codebook. Since then {names} was added. "
        "Answers of {wave} that fitted nothing may fit now (to look at: {count}).",
    },
    "recode.and": {"nl": "{first} en {last}", "en": "{first} and {last}"},
    "recode.merged": {
        "nl": "{names} zijn later samengevoegd tot '{after}'. Antwoorden van deze meting die zijn meegegaan: "
        "{count}. Daar hoef je niets aan te doen.",
        "en": "{names} were merged into '{after}' later. Answers of this wave that moved along: {count}. There is "
        "nothing you need to do.",
    },
    "recode.earlier": {
        "nl": "Het codeboek is veranderd sinds **{wave}** werd gecodeerd. Loop die meting opnieuw na, dan zijn de "
        "metingen vergelijkbaar.",
        "en": "The codebook has changed since **{wave}** was coded. Look through that wave again, so that the waves "
        "can be compared.",
    },
    "recode.to_wave": {"nl": "Naar {wave}", "en": "Go to {wave}"},
    "recode.look": {"nl": "Bekijk wat er zou veranderen", "en": "See what would change"},
    "recode.thinking": {"nl": "De antwoorden worden vergeleken", "en": "Comparing the answers"},
    "recode.preview": {"nl": "Aantallen nu en straks", "en": "Counts now and afterwards"},
    "recode.col_name": {"nl": "Argument", "en": "Argument"},
    "recode.col_before": {"nl": "Nu", "en": "Now"},
    "recode.col_after": {"nl": "Straks", "en": "Afterwards"},
    "recode.why": {
        "nl": "Kies per antwoord waar het hoort. Er verandert niets totdat je op de knop onderaan drukt.",
        "en": "Choose for each answer where it belongs. Nothing changes until you press the button below.",
    },
    "recode.belongs": {"nl": "Hoort bij", "en": "Belongs to"},
    "recode.stays": {"nl": "{name} (blijft)", "en": "{name} (stays)"},
    "recode.suggested": {"nl": "{name} (voorstel, {score}%)", "en": "{name} (suggested, {score}%)"},
    "recode.more": {
        "nl": "Er zijn er nog {count}; die blijven volgens het voorstel waar ze staan.",
        "en": "There are {count} more, which would stay where they are.",
    },
    "recode.do": {"nl": "Hercodeer {count} antwoorden", "en": "Recode {count} answers"},
    "recode.do.one": {"nl": "Hercodeer {count} antwoord", "en": "Recode {count} answer"},
    "recode.keep": {"nl": "Laat alles zoals het is", "en": "Leave everything as it is"},
    "recode.later": {"nl": "Niet nu", "en": "Not now"},
    "recode.done": {
        "nl": "Hercodeerd: {count}. De andere antwoorden zijn gebleven waar ze stonden.",
        "en": "Recoded: {count}. The other answers stayed where they were.",
    },
}
