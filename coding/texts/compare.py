"""The comparison of waves, the agreement of coders and what to make of both, in words."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    # Waves
    "compare.rose": {
        "nl": "'{name}' is gestegen van {p1} in {first} naar {p2} in {second}: {diff} procentpunt meer (95%-interval "
        "{low} tot {high}; p {p}).",
        "en": "'{name}' rose from {p1} in {first} to {p2} in {second}: {diff} percentage points more (95% interval "
        "{low} to {high}; p {p}).",
    },
    "compare.fell": {
        "nl": "'{name}' is gedaald van {p1} in {first} naar {p2} in {second}: {diff} procentpunt minder (95%-interval "
        "{low} tot {high}; p {p}).",
        "en": "'{name}' fell from {p1} in {first} to {p2} in {second}: {diff} percentage points less (95% interval "
        "{low} to {high}; p {p}).",
    },
    "compare.new": {
        "nl": "Nieuw in {second}: '{name}' ({n2}x, {p2}).{sign}",
        "en": "New in {second}: '{name}' ({n2}x, {p2}).{sign}",
    },
    "compare.gone": {
        "nl": "Niet meer genoemd in {second}: '{name}' (in {first} {n1}x, {p1}).{sign}",
        "en": "No longer mentioned in {second}: '{name}' ({n1}x in {first}, {p1}).{sign}",
    },
    "compare.significant": {
        "nl": " Dat verschil is te groot voor toeval (p {p}).",
        "en": " That difference is too large for chance (p {p}).",
    },
    "compare.nothing": {
        "nl": "Geen enkel argument is aantoonbaar gestegen of gedaald: de verschillen passen bij toeval.",
        "en": "No argument demonstrably rose or fell: the differences fit chance.",
    },
    "compare.nothing_but_other": {
        "nl": "Geen enkel argument is aantoonbaar gestegen of gedaald. Wat onder Overig staat wel: {first} in "
        "{before}, {second} in {after}.",
        "en": "No argument demonstrably rose or fell. What is under Other did: {first} in {before}, {second} in "
        "{after}.",
    },
    "compare.others": {
        "nl": "Bij de andere argumenten ({count}) kan het verschil toeval zijn.",
        "en": "For the other arguments ({count}) the difference may be chance.",
    },
    "compare.others.one": {
        "nl": "Bij het andere argument kan het verschil toeval zijn.",
        "en": "For the other argument the difference may be chance.",
    },
    "compare.overlap": {
        "nl": "{count} respondenten zitten in beide metingen; de toets houdt daar rekening mee (gedeeltelijk "
        "overlappende "
        "steekproeven; Holm-correctie over de argumenten).",
        "en": "{count} respondents are in both waves; the test takes that into account (partially overlapping samples; "
        "Holm correction over the arguments).",
    },
    "compare.overlap.one": {
        "nl": "{count} respondent zit in beide metingen; de toets houdt daar rekening mee (gedeeltelijk overlappende "
        "steekproeven; Holm-correctie over de argumenten).",
        "en": "{count} respondent is in both waves; the test takes that into account (partially overlapping samples; "
        "Holm correction over the arguments).",
    },
    "compare.too_few": {
        "nl": "Te weinig antwoorden om te vergelijken: {n1} in {first} en {n2} in {second}. Vanaf {least} in beide "
        "metingen staan er percentages en verschillen.",
        "en": "Too few answers to compare: {n1} in {first} and {n2} in {second}. From {least} in both waves on there "
        "are percentages and differences.",
    },
    "compare.no_overlap": {
        "nl": "Getoetst als twee losse steekproeven, met Holm-correctie over de argumenten.",
        "en": "Tested as two separate samples, with Holm correction over the arguments.",
    },
    "compare.beside": {
        "nl": "Bij {names} ligt het interval naast 0, maar wie veel argumenten tegelijk toetst, vindt zoiets al gauw "
        "bij toeval: daarom is p gecorrigeerd, en het oordeel volgt p.",
        "en": "For {names} the interval lies beside 0, but with so many arguments tested at once that easily happens "
        "by chance: therefore p is corrected, and the verdict follows p.",
    },
    "compare.small": {
        "nl": "Let op: klein aantal ({n} in {wave}). Lees de percentages als een indicatie.",
        "en": "Note: few respondents ({n} in {wave}). Read the percentages as an indication.",
    },
    "compare.tiny": {
        "nl": "Let op: zeer klein aantal ({n} in {wave}). De percentages zeggen weinig.",
        "en": "Note: very few respondents ({n} in {wave}). The percentages say little.",
    },
    "compare.undecided": {
        "nl": "Let op: antwoorden van {wave} waarover nog niet is beslist: {count} van {of}. Ze tellen mee in n, maar "
        "niet bij een argument.",
        "en": "Note: answers of {wave} that have not been decided on: {count} of {of}. They are part of n, but under "
        "no argument.",
    },
    "compare.too_early": {
        "nl": "Het is te vroeg om te zeggen wat er is gestegen of gedaald: daarvoor moet over minstens {share} van de "
        "antwoorden van beide metingen zijn beslist.",
        "en": "It is too early to say what rose or fell: for that at least {share} of the answers of both waves must "
        "have been decided on.",
    },
    "compare.shares_of": {"nl": "Percentages zijn {base}.", "en": "Shares are {base}."},
    "compare.weighted_of": {
        "nl": "Percentages zijn {base}, en gewogen; aantallen zijn niet gewogen.",
        "en": "Shares are {base}, and weighted; counts are not weighted.",
    },
    "compare.base_answered": {"nl": "van wie antwoordde", "en": "of those who answered"},
    "compare.base_asked": {"nl": "van wie de vraag kreeg", "en": "of those who were asked"},
    "compare.other": {"nl": "Overig", "en": "Other"},
    "compare.col_name": {"nl": "Argument", "en": "Argument"},
    "compare.col_diff": {"nl": "Verschil", "en": "Difference"},
    "compare.col_interval": {"nl": "95%-interval", "en": "95% interval"},
    "compare.col_p": {"nl": "p (Holm)", "en": "p (Holm)"},
    "compare.col_verdict": {"nl": "Oordeel", "en": "Verdict"},
    "compare.verdict_rose": {"nl": "gestegen", "en": "rose"},
    "compare.verdict_fell": {"nl": "gedaald", "en": "fell"},
    "compare.verdict_new": {"nl": "nieuw", "en": "new"},
    "compare.verdict_gone": {"nl": "verdwenen", "en": "gone"},
    "compare.verdict_open": {"nl": "te vroeg", "en": "too early"},
    "compare.verdict_few": {"nl": "te weinig", "en": "too few"},
    "compare.verdict_same": {"nl": "kan toeval zijn", "en": "may be chance"},
    "compare.threads_undecided": {
        "nl": "Let op: antwoorden van {channel} waarover nog niet is beslist: {count}.",
        "en": "Note: answers of {channel} that have not been decided on: {count}.",
    },
    "compare.threads_all": {
        "nl": "Loopt door alle bronnen ({count}): {names}.",
        "en": "Runs through all sources ({count}): {names}.",
    },
    "compare.threads_some": {
        "nl": "In meer dan één bron: {names}.",
        "en": "In more than one source: {names}.",
    },
    "compare.threads_one": {"nl": "Alleen in {channel}: {names}.", "en": "Only in {channel}: {names}."},
    "compare.within": {"nl": "{variable}: {value}", "en": "{variable}: {value}"},
    # Agreement
    "agreement.summary": {
        "nl": "{first} en {second} beslisten allebei over {n} antwoorden. Bij {same} gaven ze precies dezelfde "
        "argumenten "
        "({percent}; 95%-interval {low} tot {high}).",
        "en": "{first} and {second} both decided on {n} answers. For {same} they gave exactly the same arguments "
        "({percent}; "
        "95% interval {low} to {high}).",
    },
    "agreement.summary.one": {
        "nl": "{first} en {second} beslisten allebei over {n} antwoord. Bij {same} gaven ze precies dezelfde "
        "argumenten ({percent}; 95%-interval {low} tot {high}).",
        "en": "{first} and {second} both decided on {n} answer. For {same} they gave exactly the same arguments "
        "({percent}; 95% interval {low} to {high}).",
    },
    "agreement.too_few": {
        "nl": "Dat is te weinig om iets over betrouwbaarheid te zeggen: codeer er allebei minstens {least}.",
        "en": "That is too few to say anything of reliability: both code at least {least}.",
    },
    "agreement.nothing": {
        "nl": "Er is nog geen antwoord waarover {first} en {second} allebei beslisten. Er valt dus nog niets te "
        "vergelijken.",
        "en": "There is no answer yet that both {first} and {second} decided on, so there is nothing to compare.",
    },
    "agreement.alpha": {
        "nl": "Krippendorffs alpha over de hele sets van argumenten (MASI-afstand) is {alpha} ({low} tot {high}).",
        "en": "Krippendorff's alpha over the whole sets of arguments (MASI distance) is {alpha} ({low} to {high}).",
    },
    "agreement.kappa": {
        "nl": "Cohens kappa is gemiddeld over de argumenten {kappa}.",
        "en": "Cohen's kappa is {kappa} on average over the arguments.",
    },
    "agreement.left_out": {
        "nl": "{count} antwoorden tellen niet mee, omdat een van beiden er niet over besliste.",
        "en": "{count} answers do not count, because one of the two did not decide on them.",
    },
    "agreement.read_good": {
        "nl": "Een alpha van 0,80 of meer geldt als betrouwbaar: een andere codeur had vrijwel dezelfde telling "
        "gekregen.",
        "en": "An alpha of 0.80 or more counts as reliable: another coder would have arrived at much the same counts.",
    },
    "agreement.read_fair": {
        "nl": "Een alpha tussen 0,67 en 0,80 is genoeg voor voorlopige conclusies. Kijk waar jullie verschillen en "
        "maak de "
        "omschrijving van die argumenten scherper.",
        "en": "An alpha between 0.67 and 0.80 is enough for tentative conclusions. See where you differ, and "
        "sharpen the "
        "description of those arguments.",
    },
    "agreement.read_poor": {
        "nl": "Een alpha onder 0,67 is te laag om op te bouwen. Bespreek de verschillen, pas het codeboek aan en "
        "codeer "
        "opnieuw een steekproef.",
        "en": "An alpha below 0.67 is too low to build on. Discuss the differences, change the codebook and code a "
        "sample "
        "again.",
    },
    "agreement.read_few": {
        "nl": "Met {n} antwoorden zijn deze cijfers onzeker: let op de intervallen.",
        "en": "With {n} answers these figures are uncertain: mind the intervals.",
    },
    "agreement.read_rare": {
        "nl": "Bij argumenten die weinig voorkomen kan kappa laag zijn terwijl er maar één of twee antwoorden "
        "verschillen: "
        "kijk ook naar de aantallen.",
        "en": "For arguments that are rare kappa can be low while only one or two answers differ: look at the "
        "counts as "
        "well.",
    },
    "agreement.undefined": {"nl": "–", "en": "–"},
    "agreement.col_code": {"nl": "Argument", "en": "Argument"},
    "agreement.col_both": {"nl": "Beiden", "en": "Both"},
    "agreement.col_first": {"nl": "Alleen {coder}", "en": "Only {coder}"},
    "agreement.col_second": {"nl": "Alleen {coder}", "en": "Only {coder}"},
    "agreement.col_neither": {"nl": "Geen van beiden", "en": "Neither"},
    "agreement.col_percent": {"nl": "Gelijk", "en": "Same"},
    "agreement.col_kappa": {"nl": "Kappa (interval)", "en": "Kappa (interval)"},
    "agreement.col_alpha": {"nl": "Alpha (interval)", "en": "Alpha (interval)"},
}
