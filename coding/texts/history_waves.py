"""What happened to waves and among coders, in words that follow the name of the coder."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "history.propose_wave": {
        "nl": "liet de meting '{name}' herkennen: {count} antwoorden bij bekende argumenten, {groups} nieuwe groepen",
        "en": "had the wave '{name}' recognised: {count} answers under known codes, {groups} new groups",
    },
    "history.propose_wave.one": {
        "nl": "liet de meting '{name}' herkennen: {count} antwoord bij bekende argumenten, {groups} nieuwe groepen",
        "en": "had the wave '{name}' recognised: {count} answer under known codes, {groups} new groups",
    },
    "history.check_right": {
        "nl": "controleerde een voorstel en vond het goed ({count} respondenten)",
        "en": "checked a suggestion and found it right ({count} respondents)",
    },
    "history.check_right.one": {
        "nl": "controleerde een voorstel en vond het goed",
        "en": "checked a suggestion and found it right",
    },
    "history.check_wrong": {
        "nl": "controleerde een voorstel en verbeterde het ({count} respondenten)",
        "en": "checked a suggestion and corrected it ({count} respondents)",
    },
    "history.check_wrong.one": {
        "nl": "controleerde een voorstel en verbeterde het",
        "en": "checked a suggestion and corrected it",
    },
    "history.code_many": {
        "nl": "nam een codering over voor {count} respondenten",
        "en": "took over a coding of {count} respondents",
    },
    "history.code_many.one": {
        "nl": "nam een codering over voor {count} respondent",
        "en": "took over a coding of {count} respondent",
    },
    "history.code_alone": {
        "nl": "codeerde als tweede codeur antwoorden van {count} respondenten",
        "en": "coded answers of {count} respondents as second coder",
    },
    "history.code_alone.one": {
        "nl": "codeerde als tweede codeur het antwoord van {count} respondent",
        "en": "coded the answer of {count} respondent as second coder",
    },
    "history.draw_sample": {
        "nl": "trok een steekproef van {count} antwoorden voor een tweede codeur",
        "en": "drew a sample of {count} answers for a second coder",
    },
    "history.draw_sample.one": {
        "nl": "trok een steekproef van {count} antwoord voor een tweede codeur",
        "en": "drew a sample of {count} answer for a second coder",
    },
    "history.decide_together": {
        "nl": "legde vast wat de codeurs samen besloten over het antwoord in rij {row}",
        "en": "recorded what the coders decided together on the answer in row {row}",
    },
    "history.recode": {
        "nl": "hercodeerde antwoorden van {count} respondenten",
        "en": "recoded answers of {count} respondents",
    },
    "history.recode.one": {
        "nl": "hercodeerde het antwoord van {count} respondent",
        "en": "recoded the answer of {count} respondent",
    },
    "history.place_codebook": {
        "nl": "liet bij {count} antwoorden een argument uit het codeboek voorstellen",
        "en": "had codes of the codebook proposed for {count} answers",
    },
    "history.place_codebook.one": {
        "nl": "liet bij {count} antwoord een argument uit het codeboek voorstellen",
        "en": "had a code of the codebook proposed for {count} answer",
    },
    "history.use_codebook": {
        "nl": "nam {count} argumenten over uit het codeboek '{source}'",
        "en": "took {count} codes from the codebook '{source}'",
    },
    "history.use_codebook.one": {
        "nl": "nam {count} argument over uit het codeboek '{source}'",
        "en": "took {count} code from the codebook '{source}'",
    },
}
