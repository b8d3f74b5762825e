"""The chapters of a report on waves, periods and sources."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "report.chapter.compare": {"nl": "Vergelijking van metingen", "en": "Comparison of waves"},
    "report.chapter.compare_of": {
        "nl": "{first} en {second} naast elkaar",
        "en": "{first} and {second} beside each other",
    },
    "report.chapter.compare_note": {
        "nl": "Aantallen en percentages {base}. Een oordeel staat er alleen bij een verschil dat groter is dan toeval.",
        "en": "Counts and shares {base}. A verdict is only given for a difference larger than chance.",
    },
    "report.chapter.all_waves": {"nl": "{question} Alle metingen", "en": "{question} All waves"},
    "report.chapter.shares_note": {"nl": "Percentages {base}.", "en": "Shares {base}."},
    "report.chapter.weighted": {
        "nl": "Percentages zijn gewogen, aantallen niet.",
        "en": "Shares are weighted, counts are not.",
    },
    "report.chapter.periods": {"nl": "Argumenten per {period}", "en": "Arguments per {period}"},
    "report.chapter.period.week": {"nl": "week", "en": "week"},
    "report.chapter.period.month": {"nl": "maand", "en": "month"},
    "report.chapter.period.quarter": {"nl": "kwartaal", "en": "quarter"},
    "report.chapter.period.half-year": {"nl": "halfjaar", "en": "half-year"},
    "report.chapter.threads": {"nl": "Rode draden", "en": "Common threads"},
    "report.chapter.threads_within": {"nl": "Rode draden, {period}", "en": "Common threads, {period}"},
    "report.chapter.threads_note": {
        "nl": "Aantal respondenten per bron dat het argument noemt; n is wie in die bron antwoordde.",
        "en": "Respondents per source who mention the argument; n is who answered in that source.",
    },
    "report.chapter.half_1": {"nl": "eerste halfjaar {year}", "en": "first half of {year}"},
    "report.chapter.half_2": {"nl": "tweede halfjaar {year}", "en": "second half of {year}"},
    "report.chapter.quarter": {"nl": "kwartaal {number} van {year}", "en": "quarter {number} of {year}"},
    "report.chapter.week": {"nl": "week {number} van {year}", "en": "week {number} of {year}"},
    "report.sheet.compare": {"nl": "Metingen", "en": "Waves"},
    "report.sheet.periods": {"nl": "Perioden", "en": "Periods"},
    "report.sheet.threads": {"nl": "Rode draden", "en": "Threads"},
    "report.chapter.slope": {"nl": "{question} Van {first} naar {second}", "en": "{question} From {first} to {second}"},
    "report.chapter.slope_note": {
        "nl": "Dikke lijnen zijn verschillen die groter zijn dan toeval.",
        "en": "Thick lines are differences larger than chance.",
    },
    "report.method.agreement": {"nl": "Overeenstemming tussen codeurs", "en": "Agreement between coders"},
    "report.method.agreement.question": {"nl": "{question} – {told}", "en": "{question} – {told}"},
}
