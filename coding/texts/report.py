"""Words of reports and exports."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, dict[str, str]]] = {
    "report.other": {"nl": "Overig", "en": "Other"},
    "report.n": {"nl": "n = {n}", "en": "n = {n}"},
    "report.count": {"nl": "{count}x", "en": "{count}x"},
    "report.proposed": {"nl": "{count}x voorstel", "en": "{count}x proposed"},
    "report.quote": {"nl": "“{quote}”", "en": "“{quote}”"},
    "report.non_answer": {"nl": "'{label}' ({count}x)", "en": "'{label}' ({count}x)"},
    "report.base.answered": {
        "nl": "Basis: de {count} respondenten die de vraag hebben beantwoord",
        "en": "Base: the {count} respondents who answered the question",
    },
    "report.base.answered.one": {
        "nl": "Basis: de ene respondent die de vraag heeft beantwoord",
        "en": "Base: the one respondent who answered the question",
    },
    "report.base.asked": {
        "nl": "Basis: de {count} respondenten aan wie de vraag is gesteld",
        "en": "Base: the {count} respondents who were asked the question",
    },
    "report.base.asked.one": {
        "nl": "Basis: de ene respondent aan wie de vraag is gesteld",
        "en": "Base: the one respondent who was asked the question",
    },
    "report.base.closed.answered": {
        "nl": "Basis: respondenten die de vraag hebben beantwoord",
        "en": "Base: respondents who answered the question",
    },
    "report.base.closed.asked": {
        "nl": "Basis: respondenten aan wie de vraag is gesteld",
        "en": "Base: respondents who were asked the question",
    },
    "report.base.columns.cases": {"nl": "Geteld: {name}", "en": "Counted: {name}"},
    "report.base.weighted": {"nl": "{base}; percentages zijn gewogen", "en": "{base}; percentages are weighted"},
    "report.base.cases": {
        "nl": "Geteld zijn niet de respondenten maar wat hun antwoorden gemeen hebben: {count} {name}",
        "en": "Counted are not the respondents but what their answers have in common: {count} {name}",
    },
    "report.n.cases": {"nl": "n = {n} ({name})", "en": "n = {n} ({name})"},
    "report.count.cases": {"nl": "in {count} van de {base} {name}", "en": "in {count} of the {base} {name}"},
    "report.respondents.one": {"nl": "1 respondent", "en": "1 respondent"},
    "report.about.client": {"nl": "In opdracht van", "en": "Commissioned by"},
    "report.about.author": {"nl": "Gemaakt door", "en": "Made by"},
    "report.about.fieldwork": {"nl": "Antwoorden verzameld", "en": "Answers collected"},
    "report.preamble.people": {"nl": "In dit rapport tellen {people} mee.", "en": "This report counts {people}."},
    "report.preamble.panel": {
        "nl": "{count} van hen staan met hetzelfde nummer in meer dan één meting en tellen in elke meting mee: samen "
        "{times} keer.",
        "en": "{count} of them are in more than one wave with the same id and count in each: {times} times in all.",
    },
    "report.preamble.panel.one": {
        "nl": "Eén van hen staat met hetzelfde nummer in meer dan één meting en telt in elke meting mee: samen "
        "{times} keer.",
        "en": "One of them is in more than one wave with the same id and counts in each: {times} times in all.",
    },
    "report.people.panel": {"nl": "{people}, {times} keer geteld", "en": "{people}, counted {times} times"},
    "report.preamble.excluded.one": {
        "nl": "Eén respondent is buiten de telling gelaten.",
        "en": "One respondent was left out of the count.",
    },
    "report.preamble.excluded.many": {
        "nl": "{count} respondenten zijn buiten de telling gelaten.",
        "en": "{count} respondents were left out of the count.",
    },
    "report.preamble.numbers": {
        "nl": "Het getal achter een argument is het aantal respondenten dat het noemt.",
        "en": "The number behind an argument is how many respondents mention it.",
    },
    "report.preamble.level": {
        "nl": "Bij percentages hoort een betrouwbaarheid van {level}.",
        "en": "Percentages come with a confidence level of {level}.",
    },
    "report.preamble.small": {
        "nl": "Sommige groepen in de uitsplitsingen zijn klein (minder dan 50 respondenten). Lees daar niet te veel "
        "in.",
        "en": "Some groups in the breakdowns are small (fewer than 50 respondents). Do not read too much into them.",
    },
    "report.sample.random": {
        "nl": "De respondenten zijn aselect getrokken, dus de uitkomsten gelden met die zekerheid voor de hele groep.",
        "en": "The respondents were drawn at random, so the findings hold with that certainty for the whole group.",
    },
    "report.sample.not_random": {
        "nl": "De respondenten zijn niet aselect getrokken: een betrouwbaarheidsinterval is dan niet meer dan een "
        "aanwijzing van de onzekerheid.",
        "en": "The respondents were not drawn at random: a confidence interval is then no more than an indication of "
        "the uncertainty.",
    },
    "report.unseen": {
        "nl": "Nog na te kijken: sinds de zin over ‘{question}’ is geschreven, veranderde {numbers}.",
        "en": "Still to be checked: since the sentence about ‘{question}’ was written, {numbers} changed.",
    },
    "report.unseen.number": {"nl": "{before} in {after}", "en": "{before} to {after}"},
    "report.unseen.gone": {
        "nl": "{before} (het argument staat niet meer in de lijst)",
        "en": "{before} (the argument is no longer listed)",
    },
    "report.summary.mention.cases": {
        "nl": "Op de vraag ‘{question}’ (n = {n} {name}) komt vooral naar voren: {arguments}.",
        "en": "In answer to ‘{question}’ (n = {n} {name}), what mostly comes up is: {arguments}.",
    },
    "report.crosstab.hiding": {
        "nl": "Cellen met minder dan {least} respondenten zijn weggelaten, en daarbij zoveel andere dat ze niet zijn "
        "uit te rekenen.",
        "en": "Cells of fewer than {least} respondents are left out, and as many others as it takes that they cannot "
        "be worked out.",
    },
    "report.gate": {"nl": "{shares} (n = {n})", "en": "{shares} (n = {n})"},
    "report.waves": {"nl": "Meting: {names}", "en": "Wave: {names}"},
    "report.undecided": {
        "nl": "Over {count} antwoorden is nog niet beslist; die tellen bij geen enkel argument",
        "en": "{count} answers have not been decided on yet; they count under no argument",
    },
    "report.undecided.one": {
        "nl": "Over één antwoord is nog niet beslist; dat telt bij geen enkel argument",
        "en": "One answer has not been decided on yet; it counts under no argument",
    },
    "report.mentioned": {"nl": "genoemd", "en": "mentioned"},
    "report.not_mentioned": {"nl": "niet genoemd", "en": "not mentioned"},
    "report.table": {"nl": "Tabel", "en": "Table"},
    "report.continued": {"nl": "(vervolg)", "en": "(continued)"},
    "report.quote_note": {
        "nl": "{argument}: rij {row} in {wave}, respondent {respondent}",
        "en": "{argument}: row {row} in {wave}, respondent {respondent}",
    },
    "report.row": {"nl": "rij {row}", "en": "row {row}"},
    "report.respondents": {"nl": "{count} respondenten", "en": "{count} respondents"},
    "report.contents": {"nl": "Inhoud", "en": "Contents"},
    "report.col.question": {"nl": "Vraag", "en": "Question"},
    "report.col.number": {"nl": "Nr.", "en": "No."},
    "report.col.argument": {"nl": "Argument", "en": "Argument"},
    "report.col.kind": {"nl": "Soort", "en": "Kind"},
    "report.col.respondents": {"nl": "Respondenten", "en": "Respondents"},
    "report.col.mentions": {"nl": "Vermeldingen", "en": "Mentions"},
    "report.col.share": {"nl": "Aandeel", "en": "Share"},
    "report.col.weighted": {"nl": "Gewogen aandeel", "en": "Weighted share"},
    "report.col.letters": {"nl": "Hoger dan", "en": "Higher than"},
    "report.col.low": {"nl": "Interval van", "en": "Interval from"},
    "report.col.high": {"nl": "tot", "en": "to"},
    "report.col.proposed": {"nl": "Voorstel", "en": "Proposed"},
    "report.col.n": {"nl": "n", "en": "n"},
    "report.col.base": {"nl": "Basis", "en": "Base"},
    "report.col.base_n": {"nl": "Basis (aantal)", "en": "Base (count)"},
    "report.col.quote": {"nl": "Quote", "en": "Quote"},
    "report.col.respondent": {"nl": "Respondent", "en": "Respondent"},
    "report.col.wave": {"nl": "Meting", "en": "Wave"},
    "report.col.row": {"nl": "Rij", "en": "Row"},
    "report.col.rows": {"nl": "Rijen", "en": "Rows"},
    "report.col.source": {"nl": "Herkomst", "en": "Source"},
    "report.col.weight": {"nl": "Weging", "en": "Weight"},
    "report.col.state": {"nl": "Status", "en": "State"},
    "report.col.verbatim": {"nl": "Antwoord", "en": "Answer"},
    "report.col.total": {"nl": "Totaal", "en": "Total"},
    "report.col.net": {"nl": "Hoofdthema", "en": "Net"},
    "report.col.description": {"nl": "Omschrijving", "en": "Description"},
    "report.col.include": {"nl": "Wel", "en": "Include"},
    "report.col.exclude": {"nl": "Niet", "en": "Exclude"},
    "report.col.rules": {"nl": "Trefwoordregels", "en": "Keyword rules"},
    "report.col.code_number": {"nl": "Codenummer", "en": "Code number"},
    "report.col.colour": {"nl": "Kleur", "en": "Colour"},
    "report.col.code_status": {"nl": "Stand", "en": "Status"},
    "report.col.examples": {"nl": "Voorbeelden", "en": "Examples"},
    "report.col.category": {"nl": "Antwoord", "en": "Answer"},
    "report.kind.net": {"nl": "hoofdthema", "en": "net"},
    "report.kind.code": {"nl": "argument", "en": "argument"},
    "report.kind.proposal": {"nl": "voorstel", "en": "proposed"},
    "report.kind.other": {"nl": "overig", "en": "other"},
    "report.kind.non_answer": {"nl": "geen antwoord", "en": "non-answer"},
    "report.source.picked": {"nl": "gekozen", "en": "picked"},
    "report.source.proposed": {"nl": "voorgesteld", "en": "proposed"},
    "report.code_status.working": {"nl": "in bewerking", "en": "being worked on"},
    "report.code_status.confirmed": {"nl": "bevestigd", "en": "confirmed"},
    "report.code_status.retired": {"nl": "vervallen", "en": "retired"},
    "report.state.not_asked": {"nl": "niet gevraagd", "en": "not asked"},
    "report.state.excluded": {"nl": "telt niet mee", "en": "left out"},
    "report.state.blank": {"nl": "leeg", "en": "blank"},
    "report.state.non_answer": {"nl": "geen inhoudelijk antwoord", "en": "non-answer"},
    "report.state.coded": {"nl": "ingedeeld bij een argument", "en": "coded"},
    "report.state.other": {"nl": "overig", "en": "other"},
    "report.state.no_code": {"nl": "geen argument", "en": "no argument"},
    "report.state.uncoded": {"nl": "nog niet beslist", "en": "undecided"},
    "report.sheet.list": {"nl": "Argumenten", "en": "Arguments"},
    "report.sheet.quotes": {"nl": "Quotes", "en": "Quotes"},
    "report.recoded": {
        "nl": "{values}: {count} van {before} ingedeeld naar de toelichting.",
        "en": "{values}: {count} of {before} counted under what the explanation says.",
    },
    "report.recoded.several": {
        "nl": "{count} respondenten tellen bij meer dan één antwoord; percentages tellen op tot meer dan 100%.",
        "en": "{count} respondents count under more than one answer; percentages add up to more than 100%.",
    },
    "report.recoded.several.one": {
        "nl": "{count} respondent telt bij meer dan één antwoord; percentages tellen op tot meer dan 100%.",
        "en": "{count} respondent counts under more than one answer; percentages add up to more than 100%.",
    },
    "report.sheet.closed": {"nl": "Gesloten vragen", "en": "Closed questions"},
    "report.sheet.data": {"nl": "Gecodeerde antwoorden", "en": "Coded answers"},
    "report.sheet.codebook": {"nl": "Codeboek", "en": "Codebook"},
    "report.sheet.ledger": {"nl": "Telling", "en": "Ledger"},
    "report.sheet.method": {"nl": "Methode", "en": "Method"},
    "report.ledger": {
        "nl": "Wat er van elke respondent is geworden, per vraag. De statussen tellen op tot alle respondenten.",
        "en": "What became of every respondent, per question. The states add up to all respondents.",
    },
    "report.summary": {"nl": "Samenvatting", "en": "Summary"},
    "report.summary.gate": {
        "nl": "{share} van de respondenten antwoordt {values} op de vraag ‘{question}’ (n = {n}).",
        "en": "{share} of the respondents answer {values} to the question ‘{question}’ (n = {n}).",
    },
    "report.summary.or": {"nl": " of ", "en": " or "},
    "report.summary.and": {"nl": " en ", "en": " and "},
    "report.summary.also": {"nl": "{first}, en ook {third}", "en": "{first}, and also {third}"},
    "report.summary.they.one": {"nl": "Eén van hen noemt {arguments}.", "en": "One of them mentions {arguments}."},
    "report.summary.they.many": {"nl": "Ze noemen vooral {arguments}.", "en": "They mostly mention {arguments}."},
    "report.summary.mention.one": {
        "nl": "Op de vraag ‘{question}’ noemt één respondent {arguments}.",
        "en": "In answer to ‘{question}’, one respondent mentions {arguments}.",
    },
    "report.summary.mention.many": {
        "nl": "Op de vraag ‘{question}’ noemen de {n} respondenten vooral {arguments}.",
        "en": "In answer to ‘{question}’, the {n} respondents mostly mention {arguments}.",
    },
    "report.summary.answered.one": {
        "nl": "Op de vraag ‘{question}’ antwoordde één respondent.",
        "en": "One respondent answered ‘{question}’.",
    },
    "report.summary.answered.many": {
        "nl": "Op de vraag ‘{question}’ antwoordden {n} respondenten.",
        "en": "{n} respondents answered ‘{question}’.",
    },
    "report.summary.answered.cases": {
        "nl": "Op de vraag ‘{question}’ kwam antwoord uit {n} {name}.",
        "en": "‘{question}’ was answered in {n} {name}.",
    },
    "report.summary.non_answer.cases": {
        "nl": "Uit {count} {name} kwam het antwoord ‘{label}’.",
        "en": "The answer ‘{label}’ came from {count} {name}.",
    },
    "report.summary.non_answer.one": {
        "nl": "Eén respondent antwoordde ‘{label}’.",
        "en": "One respondent answered ‘{label}’.",
    },
    "report.summary.non_answer.many": {
        "nl": "{count} respondenten antwoordden ‘{label}’.",
        "en": "{count} respondents answered ‘{label}’.",
    },
    "report.summary.wave": {"nl": "{wave}: {sentence}", "en": "{wave}: {sentence}"},
    "report.col.by": {"nl": "Uitgesplitst naar", "en": "By"},
    "report.col.group": {"nl": "Groep", "en": "Group"},
    "report.kind.category": {"nl": "antwoord op een gesloten vraag", "en": "answer to a closed question"},
    "report.kind.state": {"nl": "telling", "en": "ledger"},
    "report.cut": {
        "nl": "{text} […ingekort: een cel in Excel bevat hoogstens 32.767 tekens]",
        "en": "{text} […shortened: a cell in Excel holds at most 32,767 characters]",
    },
    "report.chart.bars": {"nl": "Staafdiagram.", "en": "Bar chart."},
    "report.chart.line": {
        "nl": "Lijntje: betrouwbaarheidsinterval van {level}",
        "en": "Line: {level} confidence interval",
    },
    "report.figure": {"nl": "Figuur", "en": "Figure"},
    "report.crosstab": {"nl": "{title} – naar {variable}", "en": "{title} – by {variable}"},
    "report.crosstab.total": {"nl": "Totaal", "en": "Total"},
    "report.crosstab.hidden": {"nl": "‹", "en": "‹"},
    "report.crosstab.not_shown": {"nl": "‹ niet getoond", "en": "‹ not shown"},
    "report.crosstab.footer": {
        "nl": "letter: significant hoger dan die kolom ({level}, Holm)  ·  * n < 50, ** n < 30",
        "en": "letter: significantly higher than that column ({level}, Holm)  ·  * n < 50, ** n < 30",
    },
    "report.crosstab.footer.hidden": {
        "nl": "‹ niet getoond: te weinig respondenten",
        "en": "‹ not shown: too few respondents",
    },
    "report.crosstab.note": {
        "nl": "Percentages zijn per kolom. Een letter achter een percentage noemt de kolom waarvan het percentage "
        "significant kleiner is ({level}, tweezijdig, Holm-correctie per rij). * minder dan 50, ** minder dan 30 "
        "respondenten: lees zulke kolommen met voorzichtigheid. ‹ staat voor een cel die niet wordt getoond: te weinig "
        "respondenten, of zo’n cel zou eruit volgen.",
        "en": "Percentages are by column. A letter behind a percentage names the column whose percentage is "
        "significantly smaller ({level}, two-sided, Holm correction by row). * fewer than 50, ** fewer than 30 "
        "respondents: read such columns with caution. ‹ stands for a cell that is not shown: too few respondents, or "
        "such a cell would follow from it.",
    },
    "report.sheet.crosstabs": {"nl": "Kruistabellen", "en": "Crosstabs"},
}
