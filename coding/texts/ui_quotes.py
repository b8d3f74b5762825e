"""Quotes on the review page, and what is said of them before a report is sent off."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "board.quotes.list": {"nl": "Citaten", "en": "Quotes"},
    "board.quotes.empty": {
        "nl": "Nog geen citaten gekozen. Kies hieronder een voorstel, of Citeer bij een antwoord.",
        "en": "No quotes picked yet. Pick a proposal below, or Quote at an answer.",
    },
    "board.quotes.proposed": {"nl": "Voorgestelde citaten", "en": "Proposed quotes"},
    "board.quotes.up": {"nl": "Omhoog", "en": "Up"},
    "board.quotes.down": {"nl": "Omlaag", "en": "Down"},
    "board.quotes.words": {"nl": "Woorden kiezen", "en": "Choose words"},
    "board.quotes.chosen": {"nl": "Gekozen woorden", "en": "Chosen words"},
    "board.quotes.cut": {"nl": "Laat weg: (…)", "en": "Leave out: (…)"},
    "board.quotes.hide": {"nl": "Verberg: […]", "en": "Hide: […]"},
    "board.quotes.narrow": {"nl": "Citeer alleen dit", "en": "Quote only this"},
    "board.quotes.printed": {"nl": "In druk:", "en": "In print:"},
    "board.quotes.hide_personal": {"nl": "Verberg persoonsgegevens", "en": "Hide personal data"},
    "board.quotes.restore": {"nl": "Toon alles weer", "en": "Show all again"},
    "board.quotes.pin": {"nl": "Zet vast", "en": "Pin"},
    "board.quotes.unpin": {"nl": "Maak los", "en": "Unpin"},
    "board.quotes.drop": {"nl": "Niet meer citeren", "en": "Do not quote"},
    "board.quotes.pick": {"nl": "Kies dit citaat", "en": "Pick this quote"},
    "board.quotes.quoted": {"nl": "wordt geciteerd", "en": "is quoted"},
    "board.quotes.left_out": {"nl": "wordt niet afgedrukt", "en": "is not printed"},
    "board.quotes.personal": {
        "nl": "Hier lijken persoonsgegevens in te staan: {what}.",
        "en": "This seems to hold personal data: {what}.",
    },
    "board.quotes.also_under": {"nl": "Staat ook als citaat bij ‘{name}’.", "en": "Is also a quote under ‘{name}’."},
    "board.personal.email": {"nl": "e-mailadres", "en": "e-mail address"},
    "board.personal.iban": {"nl": "rekeningnummer", "en": "bank account"},
    "board.personal.bsn": {"nl": "burgerservicenummer", "en": "citizen service number"},
    "board.personal.phone": {"nl": "telefoonnummer", "en": "telephone number"},
    "board.personal.postcode": {"nl": "postcode", "en": "postcode"},
    "board.personal.name": {"nl": "naam", "en": "name"},
    "board.quotes.reason.typical": {"nl": "Typerend voor de groep", "en": "Typical of the group"},
    "board.quotes.reason.short": {"nl": "Kort en kernachtig", "en": "Short and to the point"},
    "board.quotes.reason.different": {"nl": "Anders dan de andere citaten", "en": "Different from the other quotes"},
    "board.quotes.replace": {"nl": "Vervang", "en": "Replace"},
    "board.quotes.no_other": {
        "nl": "Er is geen ander voorstel voor dit citaat. Kies er een met Citeer bij een antwoord.",
        "en": "There is no other proposal for this quote. Pick one with Quote at an answer.",
    },
    "quotes.check.one": {
        "nl": "Kijk {count} citaat na voor je het rapport deelt: er lijken persoonsgegevens in te staan.",
        "en": "Look at {count} quote before you share the report: it seems to hold personal data.",
    },
    "quotes.check": {
        "nl": "Kijk {count} citaten na voor je het rapport deelt: er lijken persoonsgegevens in te staan.",
        "en": "Look at {count} quotes before you share the report: they seem to hold personal data.",
    },
    "quotes.check_line": {"nl": "{name}, rij {row}: {what}", "en": "{name}, row {row}: {what}"},
    "quotes.check_how": {
        "nl": "Verbergen doe je bij Coderen, onder Citaten van het argument. Tienkeer herkent niet alles: lees elk "
        "citaat zelf.",
        "en": "Hide it under Code, at the quotes of the argument. Tienkeer does not recognise everything: read each "
        "quote yourself.",
    },
    "quotes.check_loose": {"nl": "Losse citaten", "en": "Separate quotes"},
}
