"""Answers that came in after groups were proposed, and what grouping all of them anew would change."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "join.offer": {
        "nl": "**{count} nieuwe antwoorden** staan nog in geen groep. Tienkeer kan ze bij de groepen voegen die er "
        "zijn; wat er al in staat, blijft staan.",
        "en": "**{count} new answers** stand in no group yet. Tienkeer can add them to the groups there are; what is "
        "in them already stays.",
    },
    "join.offer.one": {
        "nl": "**{count} nieuw antwoord** staat nog in geen groep. Tienkeer kan het bij een groep voegen die er is; "
        "wat er al in staat, blijft staan.",
        "en": "**{count} new answer** stands in no group yet. Tienkeer can add it to a group there is; what is in "
        "it already stays.",
    },
    "join.offer_waves": {
        "nl": "Op deze vraag heb je al antwoorden gecodeerd. Bij Metingen herkent Tienkeer de nieuwe ook aan wat jij "
        "besliste.",
        "en": "You have coded answers to this question already. On the Waves page Tienkeer recognises the new ones by "
        "what you decided, too.",
    },
    "join.to_waves": {"nl": "Naar Metingen", "en": "To Waves"},
    "join.do": {"nl": "Voeg toe aan de groepen", "en": "Add to the groups"},
    "join.busy": {"nl": "Nieuwe antwoorden bij de groepen voegen", "en": "Adding new answers to the groups"},
    "join.regroup_busy": {
        "nl": "Uitrekenen wat opnieuw groeperen verandert",
        "en": "Working out what grouping anew changes",
    },
    "join.stage.join": {"nl": "Antwoorden bij groepen zoeken", "en": "Finding groups for the answers"},
    "join.done": {"nl": "**{count} nieuwe antwoorden:** {parts}.", "en": "**{count} new answers:** {parts}."},
    "join.done.one": {"nl": "**{count} nieuw antwoord:** {parts}.", "en": "**{count} new answer:** {parts}."},
    "join.part.joined": {"nl": "{count} bij bestaande groepen gevoegd", "en": "{count} added to groups there were"},
    "join.part.new": {"nl": "{count} in {groups} nieuwe groepen", "en": "{count} in {groups} new groups"},
    "join.part.new.one": {"nl": "{count} in een nieuwe groep", "en": "{count} in a new group"},
    "join.part.left": {
        "nl": "{count} nog nergens bij, omdat geen groep genoeg op het antwoord leek",
        "en": "{count} not placed yet, as no group was like the answer enough",
    },
    "join.regroup": {
        "nl": "Opnieuw groeperen zou **{share} van de antwoorden verplaatsen** ({moved} van {answers}); van de paren "
        "die nu in één groep staan, blijft {pairs} bij elkaar. Nu {before} groepen, dan {after}. Wat je bevestigde of "
        "veranderde, blijft zoals het is.",
        "en": "Grouping anew would **move {share} of the answers** ({moved} of {answers}); of the pairs that are in "
        "one group now, {pairs} stay together. {before} groups now, {after} then. What you confirmed or changed "
        "stays as it is.",
    },
    "join.regroup_none": {
        "nl": "Opnieuw groeperen zou niets veranderen.",
        "en": "Grouping anew would change nothing.",
    },
    "join.regroup_do": {"nl": "Groepeer opnieuw", "en": "Group anew"},
    "join.keep": {"nl": "Laat het zo", "en": "Leave it so"},
    "join.regrouped": {
        "nl": "Opnieuw gegroepeerd. Ongedaan maken zet de groepen van daarnet terug.",
        "en": "Grouped anew. Undo brings back the groups there were.",
    },
    "history.join_groups": {
        "nl": "voegde {count} antwoorden zonder groep bij de voorgestelde groepen (nieuwe groepen: {groups})",
        "en": "added {count} answers without a group to the proposed groups (new groups: {groups})",
    },
    "history.join_groups.one": {
        "nl": "voegde {count} antwoord zonder groep bij de voorgestelde groepen (nieuwe groepen: {groups})",
        "en": "added {count} answer without a group to the proposed groups (new groups: {groups})",
    },
    "history.join_groups.none": {
        "nl": "zocht een groep voor latere antwoorden; geen enkele paste",
        "en": "looked for groups for later answers; none fitted",
    },
}
