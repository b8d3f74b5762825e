"""The map of answers."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "map.no_run": {
        "nl": "Laat eerst groepen voorstellen; daarna kan Tienkeer een kaart tekenen.",
        "en": "Have groups proposed first; then Tienkeer can draw a map.",
    },
    "map.why": {
        "nl": "Op de kaart liggen antwoorden die op elkaar lijken bij elkaar. De eerste kaart duurt een tiental "
        "seconden, de volgende een paar tellen; tekenen hoeft maar één keer.",
        "en": "On the map, answers that are alike lie together. The first map takes some ten seconds, "
        "the next ones a few; each is drawn only once.",
    },
    "map.draw": {"nl": "Teken de kaart", "en": "Draw the map"},
    "map.busy": {"nl": "De kaart wordt getekend …", "en": "Drawing the map …"},
    "map.stage.loading": {
        "nl": "De tekenaar klaarzetten: alleen bij de eerste kaart",
        "en": "Getting ready to draw: with the first map only",
    },
    "map.stage.places": {
        "nl": "Antwoorden die op elkaar lijken bij elkaar leggen",
        "en": "Laying answers that are alike together",
    },
    "map.help": {
        "nl": "Trek met de muis een lijn om antwoorden; hier lees je ze en zet je ze ergens bij. Zonder kaart werkt "
        "het ook: de lijst toont alles zolang er niets gekozen is.",
        "en": "Draw a line around answers with the mouse; read them here and put them somewhere. It works without the "
        "map too: the list shows everything as long as nothing is selected.",
    },
    "map.bar.Download plot as a PNG": {"nl": "Bewaar als plaatje", "en": "Save as a picture"},
    "map.bar.Zoom": {"nl": "Inzoomen op een vak", "en": "Zoom in on a box"},
    "map.bar.Pan": {"nl": "Verschuiven", "en": "Move"},
    "map.bar.Box Select": {"nl": "Kies met een vak", "en": "Select with a box"},
    "map.bar.Lasso Select": {"nl": "Kies met een lijn eromheen", "en": "Select with a line around"},
    "map.bar.Zoom in": {"nl": "Inzoomen", "en": "Zoom in"},
    "map.bar.Zoom out": {"nl": "Uitzoomen", "en": "Zoom out"},
    "map.bar.Autoscale": {"nl": "Alles in beeld", "en": "Show everything"},
    "map.bar.Reset axes": {"nl": "Terug naar het begin", "en": "Back to the beginning"},
    "map.rest": {"nl": "Andere groepen", "en": "Other groups"},
    "map.nowhere": {"nl": "Nog nergens bij", "en": "Not placed yet"},
}
