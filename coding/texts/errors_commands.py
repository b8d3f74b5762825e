"""Why an action is refused, and what to do instead."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    # Names
    "command.empty_name": {"nl": "Vul een naam in.", "en": "Enter a name."},
    "command.name_taken": {
        "nl": "Er is al een argument met de naam '{name}'. Kies een andere naam, of voeg de twee samen.",
        "en": "There is already a code called '{name}'. Choose another name, or merge the two.",
    },
    # The survey
    "command.wave_exists": {
        "nl": "De meting '{name}' zit al in het project.",
        "en": "The wave '{name}' is already in the project.",
    },
    "command.wave_name_taken": {
        "nl": "Er is al een meting met de naam '{name}'. Geef deze meting een andere naam.",
        "en": "There is already a wave called '{name}'. Give this wave another name.",
    },
    "command.wave_same_file": {
        "nl": "Dit bestand zit al in het project, als meting '{name}'. Er is niets toegevoegd.",
        "en": "This file is already in the project, as wave '{name}'. Nothing was added.",
    },
    "command.question_gone": {
        "nl": "Deze vraag zit niet meer in het project. Kies een andere vraag.",
        "en": "This question is no longer in the project. Choose another question.",
    },
    "command.respondent_gone": {
        "nl": "Er is geen respondent met dit nummer in het project. Kijk of het nummer klopt.",
        "en": "There is no respondent with this id in the project. Check the id.",
    },
    # Groups
    "command.group_gone": {
        "nl": "Deze groep bestaat niet meer: hij is intussen samengevoegd, opgeheven of opnieuw voorgesteld.",
        "en": "This group no longer exists: it has been merged, dissolved or proposed anew in the meantime.",
    },
    "command.merge_needs_two": {
        "nl": "Kies minstens twee groepen om samen te voegen.",
        "en": "Choose at least two groups to merge.",
    },
    "command.net_and_code": {
        "nl": "Een hoofdthema en een argument kunnen niet samengevoegd worden. Zet het argument onder het hoofdthema.",
        "en": "A net and a code cannot be merged. Put the code under the net instead.",
    },
    "command.not_a_net": {
        "nl": "'{name}' is geen hoofdthema, dus er kunnen geen argumenten onder staan. Maak eerst een hoofdthema.",
        "en": "'{name}' is not a net, so no codes can be put under it. Make a net first.",
    },
    "command.net_in_itself": {
        "nl": "'{name}' kan niet onder zichzelf komen te staan.",
        "en": "'{name}' cannot be put under itself.",
    },
    "command.net_takes_no_answers": {
        "nl": "'{name}' is een hoofdthema. Zet antwoorden bij een van de argumenten eronder.",
        "en": "'{name}' is a net. Put answers under one of its codes.",
    },
    "command.split_changed": {
        "nl": "De groep is veranderd sinds deze splitsing werd voorgesteld. Vraag een nieuw voorstel.",
        "en": "The group has changed since this split was proposed. Ask for a new proposal.",
    },
    # Answers
    "command.same_group": {
        "nl": "De antwoorden staan al in deze groep.",
        "en": "The answers are already in this group.",
    },
    "command.response_gone": {
        "nl": "Dit antwoord zit niet meer in het project: het is gewist, of de meting is weggehaald.",
        "en": "This answer is no longer in the project: it has been erased, or its wave has been removed.",
    },
    "command.response_moved": {
        "nl": "Dit antwoord staat niet meer in de groep waar je het uit wilde halen.",
        "en": "This answer is no longer in the group that you wanted to take it from.",
    },
    "command.not_codable": {
        "nl": "Het antwoord in rij {row} kan niet gecodeerd worden: het is leeg, niet gevraagd of weggelaten.",
        "en": "The answer in row {row} cannot be coded: it is blank, was not asked, or was left out.",
    },
    "command.span_outside": {
        "nl": "De gekozen woorden vallen buiten het antwoord. Kies ze opnieuw.",
        "en": "The chosen words lie outside the answer. Choose them again.",
    },
    "command.quote_twice": {
        "nl": "Dit citaat staat al bij dit argument.",
        "en": "This quote already stands under this code.",
    },
    "command.quote_elsewhere": {
        "nl": "Dit citaat komt uit een antwoord dat niet bij dit argument staat. Zet het antwoord er eerst bij.",
        "en": "This quote is from an answer that is not under this code. Put the answer there first.",
    },
    "command.run_outdated": {
        "nl": "Er zijn antwoorden weggehaald terwijl dit voorstel gemaakt werd. Vraag een nieuw voorstel.",
        "en": "Answers were removed while this proposal was being made. Ask for a new one.",
    },
    # Undo, redo, and others at work
    "command.nothing_to_undo": {
        "nl": "Je hebt niets gedaan dat nog ongedaan gemaakt kan worden.",
        "en": "You have done nothing that can still be undone.",
    },
    "command.nothing_to_redo": {
        "nl": "Er is niets om opnieuw te doen.",
        "en": "There is nothing to redo.",
    },
    "command.undo_overtaken": {
        "nl": "Dit kan niet meer: wat je toen veranderde, is daarna opnieuw veranderd. "
        "Er is niets verloren; in de geschiedenis zie je door wie.",
        "en": "This is no longer possible: what you changed then was changed again since. "
        "Nothing is lost; the history shows by whom.",
    },
    "command.map_failed": {
        "nl": "De kaart kon niet worden getekend. Aan je werk is niets veranderd; sluit andere programma's "
        "en probeer het opnieuw.",
        "en": "The map could not be drawn. Nothing changed in your work; close other programs and try again.",
    },
    "command.undo_wave_needed": {
        "nl": "Dit kan niet: deze meting bracht vragen of kenmerken in die ook in {name} staan. "
        "Draai eerst het toevoegen van {name} terug; er is niets veranderd.",
        "en": "This cannot be undone: this wave brought questions or variables that {name} has too. "
        "Undo adding {name} first; nothing has changed.",
    },
    "command.undo_wave_coded": {
        "nl": "Deze meting kan niet meer weg, want er zijn al antwoorden uit gecodeerd of voorgesteld.",
        "en": "This wave can no longer be removed, because some of its answers have been coded or proposed.",
    },
    "command.overtaken": {
        "nl": "{coder} veranderde dit net, en daardoor zou je handeling nu iets anders doen. "
        "Er is niets gewijzigd of verloren; kijk hoe het er nu uitziet en kies opnieuw.",
        "en": "{coder} has just changed this, so your action would now do something else. "
        "Nothing was changed or lost; look at how it is now and choose again.",
    },
    "command.changed_meanwhile": {
        "nl": "Dit is veranderd sinds het op je scherm kwam. Er is niets gewijzigd; kijk hoe het er nu uitziet en "
        "kies opnieuw.",
        "en": "This has changed since it appeared on your screen. Nothing was changed; look at how it is now and "
        "choose again.",
    },
}
