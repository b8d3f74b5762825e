"""The queue of uncertain answers."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "board.view": {"nl": "Manier van werken", "en": "Way of working"},
    "board.view.groups": {"nl": "Groepen", "en": "Groups"},
    "board.view.queue": {"nl": "Twijfels", "en": "Doubts"},
    "board.view.map": {"nl": "Kaart", "en": "Map"},
    "queue.left": {
        "nl": "Nog {count} verschillende antwoorden te beslissen, de leerzaamste eerst.",
        "en": "{count} different answers still to decide, the most telling first.",
    },
    "queue.left.one": {"nl": "Nog 1 antwoord te beslissen.", "en": "1 answer still to decide."},
    "queue.same": {
        "nl": "×{count}: zoveel mensen gaven precies dit antwoord; je beslist ze samen",
        "en": "×{count}: this many people gave exactly this answer; you decide them together",
    },
    "queue.elsewhere": {"nl": "Een ander argument", "en": "Another argument"},
    "queue.elsewhere_hint": {"nl": "Zoek een ander argument …", "en": "Search another argument …"},
    "queue.new": {"nl": "**N** · Nieuw argument", "en": "**N** · New argument"},
    "queue.other": {"nl": "**O** · Overig", "en": "**O** · Other"},
    "queue.none": {"nl": "**G** · Geen argument", "en": "**G** · No argument"},
    "queue.skip": {"nl": "**S** · Sla over", "en": "**S** · Skip"},
    "queue.learning": {"nl": "De voorstellen leren nog bij …", "en": "The suggestions are still learning …"},
    "queue.learning_help": {
        "nl": "Bij zo veel antwoorden duurt dat even. Je kunt doorgaan; na je volgende keuze zie je de nieuwe "
        "voorstellen.",
        "en": "With so many answers that takes a moment. Go on; after your next choice you see the new suggestions.",
    },
    "queue.keys": {
        "nl": "Toetsen: 1, 2, 3 nemen een voorstel over; N, O, G, S zoals hierboven; Z maakt ongedaan.",
        "en": "Keys: 1, 2, 3 take a suggestion; N, O, G, S as above; Z undoes.",
    },
    "queue.done": {
        "nl": "Alle antwoorden op deze vraag zijn beslist. Kies een volgende vraag, of ga naar de argumentenlijst.",
        "en": "All answers to this question are decided. Choose another question, or go to the argument list.",
    },
    "queue.done_skipped": {
        "nl": "Je bent erdoorheen. Wat je oversloeg, is nog niet beslist.",
        "en": "You are through. What you skipped has not been decided yet.",
    },
    "queue.again": {"nl": "Bekijk wat ik oversloeg", "en": "Look at what I skipped"},
    "queue.similar_hint": {
        "nl": "Na een beslissing staan hier de antwoorden die er sterk op lijken. Je kijkt ze na en beslist ze mee.",
        "en": "After a decision, answers much like it appear here. You check them and decide them along.",
    },
    "queue.similar_none": {
        "nl": "Geen andere antwoorden lijken sterk genoeg hierop om ook bij ‘{name}’ te zetten.",
        "en": "No other answers are enough like this one to go under ‘{name}’ too.",
    },
    "queue.similar": {
        "nl": "**{count} respondenten** zeiden iets wat hierop lijkt. Ook bij ‘{name}’?",
        "en": "**{count} respondents** said something like it. Under ‘{name}’ too?",
    },
    "queue.similar.one": {
        "nl": "**1 respondent** zei iets wat hierop lijkt. Ook bij ‘{name}’?",
        "en": "**1 respondent** said something like it. Under ‘{name}’ too?",
    },
    "queue.similar_take": {"nl": "Beslis de aangevinkte mee", "en": "Decide the ticked ones along"},
    "queue.accept": {"nl": "Neem voorstellen over met zekerheid vanaf", "en": "Accept suggestions with certainty from"},
    "queue.accept_do": {"nl": "Neem over voor {count} respondenten", "en": "Accept for {count} respondents"},
    "queue.accept_do.one": {"nl": "Neem over voor 1 respondent", "en": "Accept for 1 respondent"},
    "queue.accept_sample": {"nl": "De minst zekere daarvan:", "en": "The least certain of them:"},
    "board.queue_new_title": {"nl": "Nieuw argument voor dit antwoord", "en": "New argument for this answer"},
}
