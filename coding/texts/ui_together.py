"""Deciding on many answers at once: offers per argument, and finishing a question."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "offers.open": {"nl": "Per argument overnemen", "en": "Accept per argument"},
    "offers.open_help": {
        "nl": "Antwoorden die waarschijnlijk (ook) bij een argument horen dat je een naam gaf. Je leest ze eerst.",
        "en": "Answers that probably belong to an argument you named, also or instead. You read them first.",
    },
    "offers.title": {"nl": "Antwoorden per argument", "en": "Answers per argument"},
    "offers.none": {
        "nl": "Er is nu niets over te nemen. Geef groepen een naam of beslis een paar antwoorden.",
        "en": "There is nothing to accept now. Name groups, or decide on some answers.",
    },
    "offers.choose": {"nl": "Welk argument?", "en": "Which argument?"},
    "offers.also": {"nl": "Ook ‘{name}’ ({count})", "en": "‘{name}’ as well ({count})"},
    "offers.instead": {"nl": "‘{name}’ in plaats van nu ({count})", "en": "‘{name}’ instead ({count})"},
    "offers.new": {"nl": "‘{name}’, nu nergens bij ({count})", "en": "‘{name}’, now nowhere ({count})"},
    "offers.mixed": {"nl": "‘{name}’, soms in plaats van nu ({count})", "en": "‘{name}’, for some instead ({count})"},
    "offers.also_told": {
        "nl": "Deze antwoorden houden wat ze hebben en krijgen dit argument erbij. De waarschijnlijkste eerst.",
        "en": "These answers keep what they have and get this argument as well. The likeliest come first.",
    },
    "offers.instead_told": {
        "nl": "Deze antwoorden gaan naar dit argument. De waarschijnlijkste staan bovenaan.",
        "en": "These answers go to this argument. The likeliest come first.",
    },
    "offers.from": {"nl": "nu bij ‘{name}’", "en": "now under ‘{name}’"},
    "offers.nowhere": {"nl": "nu nergens bij", "en": "now nowhere"},
    "offers.take": {"nl": "Neem de aangevinkte over", "en": "Accept the ticked ones"},
    "finish.open": {"nl": "Vraag afronden …", "en": "Finish the question …"},
    "finish.title": {"nl": "Vraag afronden", "en": "Finish the question"},
    "finish.named": {
        "nl": "Antwoorden die nu bij een argument met een naam van jou staan en dan bevestigd zijn: **{count}**",
        "en": "Answers that stand under an argument you named and will be confirmed: **{count}**",
    },
    "finish.left": {
        "nl": "Antwoorden die nergens of in een groep zonder naam staan en dan ‘geen argument’ zijn: **{count}**",
        "en": "Answers that stand nowhere or in a group you did not name and will be ‘no argument’: **{count}**",
    },
    "finish.told": {
        "nl": "Groepen die je geen naam gaf, verdwijnen. Je kunt dit als één stap ongedaan maken.",
        "en": "Groups that you did not name disappear. You can undo this as one step.",
    },
    "finish.nothing": {
        "nl": "Alles op deze vraag is al beslist en bevestigd.",
        "en": "Everything on this question is decided and confirmed already.",
    },
    "finish.do": {"nl": "Rond af", "en": "Finish"},
    "history.finish": {
        "nl": "rondde de vraag af: {count} antwoorden bevestigd, {left} zonder argument",
        "en": "finished the question: {count} answers confirmed, {left} without an argument",
    },
}
