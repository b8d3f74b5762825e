"""What the commands tell of what they did."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, dict[str, str]]] = {
    "cli.read": {
        "nl": "{file}: {rows} respondenten, {excluded} tellen niet mee door het filter",
        "en": "{file}: {rows} respondents, {excluded} excluded by the filter",
    },
    "cli.counts": {"nl": "  telt mee: {column} = {values}", "en": "  counts: {column} = {values}"},
    "cli.or": {"nl": " of ", "en": " or "},
    "cli.several": {"nl": "  meer antwoorden: {label} ({columns})", "en": "  several answers: {label} ({columns})"},
    "cli.question": {
        "nl": "  {text}\n    id {id}: {answers} antwoorden, {non_answers} niet-antwoorden, {blanks} leeg, "
        "{not_asked} niet gevraagd, {excluded} uitgesloten, {duplicates} herhaald",
        "en": "  {text}\n    id {id}: {answers} answers, {non_answers} non-answers, {blanks} blank, "
        "{not_asked} not asked, {excluded} excluded, {duplicates} repeated",
    },
    "cli.proposed": {"nl": "{groups} voorgestelde groepen: {text}", "en": "{groups} proposed groups: {text}"},
    "cli.coded": {
        "nl": "{answers} antwoorden, {codes} nieuwe codes: {text}",
        "en": "{answers} answers, {codes} new codes: {text}",
    },
    "cli.coded.one": {
        "nl": "{answers} antwoorden, {codes} nieuwe code: {text}",
        "en": "{answers} answers, {codes} new code: {text}",
    },
    "cli.left_out": {
        "nl": "{count} rijen overgeslagen: hun antwoorden zijn leeg, niet gevraagd of tellen niet mee",
        "en": "{count} rows left out: their answers are empty, were not asked or do not count",
    },
    "cli.codebook_used": {
        "nl": "{codes} codes en {nets} hoofdthema's overgenomen, {known} waren er al",
        "en": "{codes} codes and {nets} nets taken over, {known} known already",
    },
    "cli.placed": {
        "nl": "{suggested} antwoorden hebben een suggestie, bij {none} past niets",
        "en": "{suggested} answers have a suggestion, nothing fits {none}",
    },
    "cli.not_in_file": {
        "nl": "  niet in dit bestand: {label} ({known})",
        "en": "  not in this file: {label} ({known})",
    },
    "cli.taken_for": {
        "nl": "  '{column}' telt als: {label} ({known}, {score} gelijk)",
        "en": "  '{column}' is taken for: {label} ({known}, {score} alike)",
    },
    "cli.category_taken_for": {
        "nl": "  antwoord '{found}' van {known} telt als '{meant}'",
        "en": "  category '{found}' of {known} is taken for '{meant}'",
    },
    "cli.category_new": {
        "nl": "  antwoord '{found}' van {known} is nieuw",
        "en": "  category '{found}' of {known} is new",
    },
    "cli.new_column": {"nl": "  nieuw: {column}", "en": "  new: {column}"},
    "cli.nothing_to_recognise": {
        "nl": "geen enkele vraag heeft al codes of groepen: laat groepen voorstellen in de app",
        "en": "no question has codes or groups yet: have groups proposed in the app",
    },
    "cli.recognised": {
        "nl": "{text}\n  {certain} herkend, {doubtful} twijfelachtig, {new} in {groups} groepen die nergens bij passen",
        "en": "{text}\n  {certain} recognised, {doubtful} doubtful, {new} in {groups} groups that fit nothing known",
    },
    "cli.joined": {
        "nl": "{text}\n  {joined} in groepen die er waren, {in_new} in {groups} nieuwe groepen, {left} in geen enkele",
        "en": "{text}\n  {joined} in groups there were, {in_new} in {groups} new groups, {left} in none",
    },
    "cli.new_group": {"nl": "  nieuw? {name} ({count}x)", "en": "  new? {name} ({count}x)"},
    "cli.charts_in": {"nl": "alle grafieken staan in {file}", "en": "all charts are in {file}"},
    "cli.gone": {"nl": "  niet meer gezegd: {name}", "en": "  no longer said: {name}"},
}
