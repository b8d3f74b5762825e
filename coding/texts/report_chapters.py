"""The chapters of a report on waves, periods and sources."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "report.chapter.compare": {"nl": "Vergelijking van metingen", "en": "Comparison of waves"},
    "report.chapter.compare_note": {
        "nl": "Gestegen, gedaald: het verschil is groter dan toeval. Verschillen in procentpunten.",
        "en": "Rose, fell: the difference is larger than chance. Differences in percentage points.",
    },
    "report.chapter.too_few": {"nl": "Niet vergeleken", "en": "Not compared"},
    "report.chapter.too_few_why": {
        "nl": "Bij deze vragen zijn er in een van de metingen minder dan {least} respondenten. Een verschil zegt dan "
        "niets.",
        "en": "For these questions there are fewer than {least} respondents in one of the waves. A difference then "
        "says nothing.",
    },
    "report.chapter.question": {"nl": "Vraag", "en": "Question"},
    "report.chapter.n_answered": {
        "nl": "Aantal respondenten dat antwoordde.",
        "en": "Number of respondents who answered.",
    },
    "report.chapter.n_asked": {
        "nl": "Aantal respondenten dat de vraag kreeg.",
        "en": "Number of respondents who were asked.",
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
    # What the researcher chooses
    "ui_report.group.waves": {"nl": "Metingen en bronnen", "en": "Waves and sources"},
    "ui_report.compare": {"nl": "Vergelijking van metingen", "en": "Comparison of waves"},
    "ui_report.compare_help": {
        "nl": "De laatste twee gekozen metingen naast elkaar, met wat er is gestegen en gedaald.",
        "en": "The last two of the chosen waves beside each other, with what rose and fell.",
    },
    "ui_report.period": {"nl": "Aantallen per periode", "en": "Counts by period"},
    "ui_report.period_none": {"nl": "niet", "en": "no"},
    "ui_report.threads": {"nl": "Rode draden", "en": "Common threads"},
    "ui_report.threads_help": {
        "nl": "Welke argumenten door alle bronnen lopen, en welke er maar in één voorkomen.",
        "en": "Which arguments run through all sources, and which occur in only one.",
    },
}
