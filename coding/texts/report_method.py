"""What a report says of how its figures came about."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, dict[str, str]]] = {
    "report.method.counting.cases": {
        "nl": "Een argument telt één keer per geval, hoeveel respondenten uit dat geval het ook noemen. Een geval kan "
        "bij meer argumenten horen, dus de getallen tellen niet op tot n.",
        "en": "An argument counts once per case, however many respondents of that case mention it. A case can go with "
        "several arguments, so the numbers do not add up to n.",
    },
    "report.method": {"nl": "Hoe dit is gemaakt", "en": "How this was made"},
    "report.method.data": {"nl": "Gegevens", "en": "Data"},
    "report.method.data.wave": {
        "nl": "{name}: {file}, ingelezen op {date}, {people}, van wie er {excluded} niet meetellen volgens het filter "
        "dat bij het inlezen is gekozen.",
        "en": "{name}: {file}, imported on {date}, {people}, of whom {excluded} do not count by the filter that was "
        "chosen at the import.",
    },
    "report.method.data.wave.one": {
        "nl": "{name}: {file}, ingelezen op {date}, {people}, van wie er één niet meetelt volgens het filter dat bij "
        "het inlezen is gekozen.",
        "en": "{name}: {file}, imported on {date}, {people}, of whom one does not count by the filter that was chosen "
        "at the import.",
    },
    "report.method.data.wave.all": {
        "nl": "{name}: {file}, ingelezen op {date}, {people}; iedereen telt mee.",
        "en": "{name}: {file}, imported on {date}, {people}; everyone counts.",
    },
    "report.method.counting": {"nl": "Tellen", "en": "Counting"},
    "report.method.counting.text": {
        "nl": "Getallen achter een argument zijn respondenten: wie een argument vaker noemt, telt één keer. "
        "Iemand kan meer argumenten noemen, dus de getallen tellen niet op tot n. Een hoofdthema telt iedereen "
        "eenmaal.",
        "en": "The numbers behind an argument are respondents: whoever mentions an argument more than once counts "
        "once. One person can mention several arguments, so the numbers do not add up to n. A net counts everyone "
        "once.",
    },
    "report.method.threshold": {
        "nl": "Argumenten die door minder dan {threshold} respondenten zijn genoemd, staan onder Overig.",
        "en": "Arguments mentioned by fewer than {threshold} respondents are under Other.",
    },
    "report.method.coding": {"nl": "Indelen", "en": "Coding"},
    "report.decided.all": {
        "nl": "De open antwoorden zijn door mensen ingedeeld in argumenten.",
        "en": "The open answers were put under arguments by people.",
    },
    "report.decided.some": {
        "nl": "Door mensen ingedeeld in argumenten: {decided} van de {total} open antwoorden. De andere tellen nog bij "
        "geen enkel argument.",
        "en": "Put under arguments by people: {decided} of the {total} open answers. The others do not count under any "
        "argument yet.",
    },
    "report.decided.none": {
        "nl": "De open antwoorden zijn nog niet door mensen ingedeeld in argumenten, dus er is nog geen argument "
        "geteld.",
        "en": "No open answer was put under an argument by people yet, so no argument is counted yet.",
    },
    "report.method.coding.start": {
        "nl": "Groepen en suggesties van de computer waren een voorzet.",
        "en": "Groups and suggestions from the computer were something to start from.",
    },
    "report.method.coding.text": {
        "nl": "Alleen wat iemand heeft beslist, is geteld.",
        "en": "Only what a person decided is counted.",
    },
    "report.method.coding.waiting": {
        "nl": "Groepen en suggesties van de computer tellen pas als iemand erover heeft beslist.",
        "en": "Groups and suggestions from the computer count only once somebody decided on them.",
    },
    "report.method.panel": {
        "nl": "Wie in meer dan één meting hetzelfde nummer heeft, geldt als dezelfde persoon en telt in elke meting "
        "mee. Aantallen over metingen samen zijn die per meting bij elkaar opgeteld.",
        "en": "Whoever has the same id in more than one wave is taken for the same person and counts in each wave. "
        "Numbers over several waves are those of each wave added up.",
    },
    "report.method.proposals": {
        "nl": "Voorstellen van de computer zijn apart vermeld en als voorstel gemarkeerd.",
        "en": "What the computer proposes is given apart and marked as proposed.",
    },
    "report.method.decisions": {
        "nl": "Zo kwamen de {total} toekenningen tot stand: {origins}.",
        "en": "This is how the {total} assignments came about: {origins}.",
    },
    "report.origin.group": {"nl": "{count} door een groep te bevestigen", "en": "{count} by confirming a group"},
    "report.origin.suggestion": {
        "nl": "{count} door een suggestie aan te nemen",
        "en": "{count} by accepting a suggestion",
    },
    "report.origin.rule": {"nl": "{count} door een trefwoordregel", "en": "{count} by a keyword rule"},
    "report.origin.consensus": {"nl": "{count} in overleg", "en": "{count} by talking it over"},
    "report.origin.hand": {"nl": "{count} met de hand", "en": "{count} by hand"},
    "report.method.coders": {"nl": "Ingedeeld door", "en": "Coded by"},
    "report.method.encoder": {"nl": "Taalmodel", "en": "Language model"},
    "report.method.encoder.text": {"nl": "{name}, versie {version}.", "en": "{name}, version {version}."},
    "report.method.encoder.bare": {"nl": "{name}.", "en": "{name}."},
    "report.method.states": {"nl": "Niet geteld", "en": "Not counted"},
    "report.method.intervals": {"nl": "Zekerheid", "en": "Certainty"},
    "report.method.intervals.text": {
        "nl": "Intervallen zijn betrouwbaarheidsintervallen van {level} (Wilson).",
        "en": "Intervals are {level} confidence intervals (Wilson).",
    },
    "report.method.population": {
        "nl": "Er is rekening gehouden met een populatie van {population} mensen.",
        "en": "A population of {population} people was taken into account.",
    },
    "report.method.quotes": {"nl": "Quotes", "en": "Quotes"},
    "report.method.quotes.text": {
        "nl": "Quotes zijn letterlijk. (…) staat voor weggelaten woorden, […] voor wat onherkenbaar is gemaakt. Elk "
        "antwoord is hoogstens één keer geciteerd.",
        "en": "Quotes are literal. (…) stands for words left out, […] for what was made unrecognisable. Each answer is "
        "quoted once at most.",
    },
    "report.method.quotes.proposed": {
        "nl": "Gekozen door mensen: {picked}; voorgesteld door de computer: {proposed}.",
        "en": "Picked by people: {picked}; proposed by the computer: {proposed}.",
    },
    "report.method.made": {"nl": "Gemaakt", "en": "Made"},
    "report.method.made.text": {
        "nl": "Met Tienkeer {version} op {date}, stand {revision} van het project.",
        "en": "With Tienkeer {version} on {date}, revision {revision} of the project.",
    },
}
