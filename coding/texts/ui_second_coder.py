"""The page of the second coder."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "shell.nav.second_coder": {"nl": "Tweede codeur", "en": "Second coder"},
    "second.title": {"nl": "Tweede codeur", "en": "Second coder"},
    "second.part": {"nl": "Onderdeel", "en": "Part"},
    "second.part_draw": {"nl": "Trekken", "en": "Draw"},
    "second.part_blind": {"nl": "Blind coderen", "en": "Code blind"},
    "second.part_compare": {"nl": "Vergelijken", "en": "Compare"},
    "second.question": {"nl": "Vraag", "en": "Question"},
    "second.why": {
        "nl": "Laat een collega een deel van de antwoorden nog eens coderen, zonder te zien wat jij koos. Zo weet je "
        "of een "
        "ander dezelfde argumenten had geteld.",
        "en": "Have a colleague code part of the answers again, without seeing what you chose. So you know whether "
        "someone else would have counted the same arguments.",
    },
    "second.nothing": {
        "nl": "Codeer eerst zelf antwoorden op deze vraag; daaruit wordt getrokken.",
        "en": "Code answers to this question yourself first; the sample is drawn from those.",
    },
    "second.how": {"nl": "Hoe trekken", "en": "How to draw"},
    "second.how_random": {"nl": "willekeurig uit alle antwoorden", "en": "at random from all answers"},
    "second.how_per_code": {"nl": "een aantal per argument", "en": "a number from every argument"},
    "second.size": {"nl": "Aantal antwoorden", "en": "Number of answers"},
    "second.size_per_code": {"nl": "Aantal per argument", "en": "Number per argument"},
    "second.draw": {"nl": "Trek een steekproef", "en": "Draw a sample"},
    "second.drawn": {"nl": "{count} antwoorden getrokken.", "en": "{count} answers drawn."},
    "second.samples": {"nl": "Getrokken steekproeven", "en": "Samples drawn"},
    "second.sample_line": {
        "nl": "{count} antwoorden, getrokken door {coder} op {when}",
        "en": "{count} answers, drawn by {coder} on {when}",
    },
    "second.sample": {"nl": "Steekproef", "en": "Sample"},
    "second.no_sample": {
        "nl": "Er is nog geen steekproef getrokken voor deze vraag.",
        "en": "No sample has been drawn for this question yet.",
    },
    "second.who": {"nl": "Wie codeert er nu?", "en": "Who is coding now?"},
    "second.who_why": {
        "nl": "Je werkt nu als {coder}, die deze vraag al codeerde. De tweede codeur vult hier de eigen naam in. Die "
        "geldt alleen voor het blind coderen; al het andere blijft op naam van {coder}.",
        "en": "You are now working as {coder}, who coded this question. The second coder enters their own name here. "
        "It only holds for coding blind; everything else stays under the name of {coder}.",
    },
    "second.same_name": {
        "nl": "{coder} codeerde deze vraag al. De tweede codeur is iemand anders: vul een andere naam in.",
        "en": "{coder} already coded this question. The second coder is somebody else: enter another name.",
    },
    "second.coding_as": {"nl": "{coder} codeert", "en": "{coder} is coding"},
    "second.hand_back": {"nl": "Stop en geef terug aan {coder}", "en": "Stop and hand back to {coder}"},
    "second.name": {"nl": "Naam van de tweede codeur", "en": "Name of the second coder"},
    "second.start": {"nl": "Begin", "en": "Begin"},
    "second.progress": {"nl": "{done} van de {all} gecodeerd", "en": "{done} of {all} coded"},
    "second.codes": {"nl": "Welke argumenten staan hierin?", "en": "Which arguments does this hold?"},
    "second.keep": {"nl": "Vastleggen en verder", "en": "Keep and go on"},
    "second.none": {"nl": "Geen van deze", "en": "None of these"},
    "second.previous": {"nl": "Vorige", "en": "Previous"},
    "second.next": {"nl": "Volgende", "en": "Next"},
    "second.explain": {"nl": "Wat de argumenten betekenen", "en": "What the arguments mean"},
    "second.finished": {
        "nl": "Alle antwoorden zijn gecodeerd. Kijk bij Vergelijken hoe ver jullie het eens zijn.",
        "en": "All answers have been coded. See under Compare how far you agree.",
    },
    "second.first_coder": {"nl": "Eerste codeur", "en": "First coder"},
    "second.second_coder": {"nl": "Tweede codeur", "en": "Second coder"},
    "second.nobody": {
        "nl": "Er is nog niets door een tweede codeur gecodeerd.",
        "en": "Nothing has been coded by a second coder yet.",
    },
    "second.with_machine": {
        "nl": "Vergelijk ook met de voorstellen van Tienkeer",
        "en": "Compare with Tienkeer's suggestions too",
    },
    "second.table": {"nl": "Overeenstemming per argument", "en": "Agreement per argument"},
    "second.against": {"nl": "{first} en {second}", "en": "{first} and {second}"},
    "second.disagreements": {"nl": "Verschillen ({count})", "en": "Disagreements ({count})"},
    "second.disagreements_why": {
        "nl": "Bespreek deze antwoorden en leg vast wat jullie samen besluiten. Dat telt voortaan; wat ieder eerst "
        "koos "
        "blijft bewaard voor de cijfers hierboven.",
        "en": "Discuss these answers and record what you decide together. That counts from then on; what each chose "
        "first "
        "is kept for the figures above.",
    },
    "second.chose": {"nl": "{coder}: {codes}", "en": "{coder}: {codes}"},
    "second.no_argument": {"nl": "geen argument", "en": "no argument"},
    "second.consensus": {"nl": "Samen besloten", "en": "Decided together"},
    "second.decide": {"nl": "Leg vast", "en": "Record"},
    "second.decided": {"nl": "Samen besloten: {codes}", "en": "Decided together: {codes}"},
    "second.row": {"nl": "rij {row}", "en": "row {row}"},
}
