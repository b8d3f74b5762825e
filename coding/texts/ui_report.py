"""The page with the counted argument list."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "ui_report.title": {"nl": "Argumentenlijst", "en": "Argument list"},
    "ui_report.questions": {"nl": "Vragen", "en": "Questions"},
    "ui_report.questions_help": {
        "nl": "In de volgorde waarin je ze kiest. Haal vragen weg en voeg ze weer toe om de volgorde te veranderen.",
        "en": "In the order in which you choose them. Take questions out and put them back to change the order.",
    },
    "ui_report.questions_none": {"nl": "Kies een vraag", "en": "Choose a question"},
    "ui_report.waves": {"nl": "Metingen", "en": "Waves"},
    "ui_report.waves_none": {"nl": "Kies een meting", "en": "Choose a wave"},
    "ui_report.per_wave": {"nl": "Elke meting een eigen lijst", "en": "A list for each wave"},
    "ui_report.counting": {"nl": "Tellen", "en": "Counting"},
    "ui_report.base": {"nl": "Percentages van", "en": "Percentages of"},
    "ui_report.base.answered": {"nl": "wie de vraag beantwoordde", "en": "those who answered"},
    "ui_report.base.asked": {"nl": "wie de vraag kreeg", "en": "those who were asked"},
    "ui_report.base_help": {
        "nl": "Het getal achter een argument is altijd het aantal respondenten. Hier kies je waarvan percentages zijn.",
        "en": "The number behind an argument is always of respondents. This decides what percentages are of.",
    },
    "ui_report.threshold": {"nl": "Noem een argument vanaf", "en": "List an argument from"},
    "ui_report.threshold_help": {
        "nl": "Zoveel respondenten moeten een argument noemen om in de lijst te komen. De rest staat onder Overig.",
        "en": "So many respondents must mention an argument for it to be listed. The rest is under Other.",
    },
    "ui_report.nets": {"nl": "Hoofdthema’s", "en": "Nets"},
    "ui_report.nets.all": {"nl": "met hun argumenten", "en": "with their arguments"},
    "ui_report.nets.nets": {"nl": "alleen hoofdthema’s", "en": "nets only"},
    "ui_report.nets.codes": {"nl": "alleen argumenten", "en": "arguments only"},
    "ui_report.non_answers": {"nl": "Ook ‘nee’ en ‘geen idee’ tellen", "en": "Count ‘no’ and ‘no idea’ too"},
    "ui_report.non_answers_help": {
        "nl": "Zet ’Nee’ (12x) onder de lijst en telt deze respondenten mee in n.",
        "en": "Puts 'No' (12x) under the list and counts these respondents in n.",
    },
    "ui_report.include_proposals": {"nl": "Ook voorstellen tonen", "en": "Show proposals too"},
    "ui_report.include_proposals_help": {
        "nl": "Wat alleen de computer voorstelt, komt erbij met het woord ‘voorstel’. Zonder dit telt alleen wat een "
        "mens heeft bevestigd.",
        "en": "Adds what only the computer proposes, marked as proposed. Without this only what a person confirmed "
        "counts.",
    },
    "ui_report.quotes_title": {"nl": "Quotes", "en": "Quotes"},
    "ui_report.quotes": {"nl": "Hoogstens per argument", "en": "At most per argument"},
    "ui_report.proposed_quotes": {"nl": "Aanvullen met voorgestelde quotes", "en": "Fill up with proposed quotes"},
    "ui_report.proposed_quotes_help": {
        "nl": "Heb je bij een argument geen quotes gekozen, dan staan er de quotes die de computer voorstelt.",
        "en": "Where you picked no quotes for an argument, the ones that the computer proposes are used.",
    },
    "ui_report.all_remarks": {"nl": "Alle losse opmerkingen onder Overig", "en": "All single remarks under Other"},
    "ui_report.all_remarks_help": {
        "nl": "Drukt onder Overig elk antwoord af dat nergens anders staat, in plaats van enkele quotes.",
        "en": "Prints every answer that stands nowhere else under Other, instead of a few quotes.",
    },
    "ui_report.crosstabs": {"nl": "Kruistabellen", "en": "Crosstabs"},
    "ui_report.banner": {"nl": "Uitsplitsen naar", "en": "Set out by"},
    "ui_report.banner_none": {"nl": "Kies een achtergrondvraag", "en": "Choose a background variable"},
    "ui_report.banner_help": {
        "nl": "Zet argumenten en gesloten vragen uit naar achtergrond, met het aantal respondenten per kolom en "
        "getoetste verschillen.",
        "en": "Sets arguments and closed questions out by background, with the number of respondents per column and "
        "tested differences.",
    },
    "ui_report.hide_below": {"nl": "Verberg cellen met minder dan", "en": "Hide cells of fewer than"},
    "ui_report.hide_below_help": {
        "nl": "Cellen met minder respondenten dan dit worden niet afgedrukt, zodat niemand te herkennen is.",
        "en": "Cells of fewer respondents than this are not printed, so that nobody can be recognised.",
    },
    "ui_report.summary": {"nl": "Samenvatting vooraan", "en": "Summary up front"},
    "ui_report.summary_help": {
        "nl": "Schrijft per vraag een zin met de grootste argumenten.",
        "en": "Writes a sentence per question with the largest arguments.",
    },
    "ui_report.form": {"nl": "Vorm", "en": "Form"},
    "ui_report.language": {"nl": "Taal van het rapport", "en": "Language of the report"},
    "ui_report.language.nl": {"nl": "Nederlands", "en": "Dutch"},
    "ui_report.language.en": {"nl": "Engels", "en": "English"},
    "ui_report.show": {"nl": "Achter een argument", "en": "Behind an argument"},
    "ui_report.show.count": {"nl": "aantal (10x)", "en": "count (10x)"},
    "ui_report.show.share": {"nl": "percentage (17%)", "en": "percentage (17%)"},
    "ui_report.show.both": {"nl": "beide (10x, 17%)", "en": "both (10x, 17%)"},
    "ui_report.title_field": {"nl": "Titel", "en": "Title"},
    "ui_report.subtitle": {"nl": "Ondertitel", "en": "Subtitle"},
    "ui_report.colour": {"nl": "Kleur van de opdrachtgever", "en": "The client’s colour"},
    "ui_report.undecided": {
        "nl": "Bij ‘{question}’ is over {count} van de {n} antwoorden nog niets beslist. Ze tellen mee in n, maar "
        "staan onder geen argument.",
        "en": "Nothing is decided yet on {count} of the {n} answers to ‘{question}’. They count in n but stand under "
        "no argument.",
    },
    "ui_report.left_out": {
        "nl": "Een gekozen quote bij ‘{question}’ (rij {row}) staat niet in het rapport: {reason}.",
        "en": "A quote you picked for ‘{question}’ (row {row}) is not in the report: {reason}.",
    },
    "ui_report.left_out.printed_elsewhere": {
        "nl": "hetzelfde antwoord staat al bij een ander argument",
        "en": "the same answer already stands under another argument",
    },
    "ui_report.left_out.not_under_code": {
        "nl": "het antwoord is nog niet door een mens bij dit argument ingedeeld",
        "en": "no person has put the answer under this argument yet",
    },
    "ui_report.left_out.over_limit": {
        "nl": "er passen er niet meer bij dit argument",
        "en": "there is no room for more under this argument",
    },
    "ui_report.download.xlsx": {"nl": "Excel", "en": "Excel"},
    "ui_report.download.pptx": {"nl": "PowerPoint", "en": "PowerPoint"},
    "ui_report.download_help.pptx": {
        "nl": "Per vraag de lijst, een grafiek die je kunt bewerken, en de quotes. In de notities "
        "staat uit welke rij ze komen.",
        "en": "Per question the list, a chart you can edit, and the quotes. The notes say which rows they come from.",
    },
    "ui_report.download.docx": {"nl": "Word", "en": "Word"},
    "ui_report.download_help.docx": {
        "nl": "Het rapport als document, met stijlen, inhoudsopgave, tabellen en quotes.",
        "en": "The report as a document, with styles, contents, tables and quotes.",
    },
    "ui_report.download.sav": {"nl": "SPSS", "en": "SPSS"},
    "ui_report.download_help.sav": {
        "nl": "Eén regel per respondent, met een 0/1-variabele per argument, labels en al.",
        "en": "One case per respondent, with a 0/1 variable per argument, labels and all.",
    },
    "ui_report.download.sps": {"nl": "SPSS-syntaxis", "en": "SPSS syntax"},
    "ui_report.download_help.sps": {
        "nl": "Maakt in SPSS van elke vraag een multiple-responseset.",
        "en": "Makes a multiple-response set of each question in SPSS.",
    },
    "ui_report.download.qdc": {"nl": "Codeboek (REFI-QDA)", "en": "Codebook (REFI-QDA)"},
    "ui_report.download_help.qdc": {
        "nl": "Het codeboek voor NVivo, ATLAS.ti, MAXQDA en andere programma’s.",
        "en": "The codebook for NVivo, ATLAS.ti, MAXQDA and other programs.",
    },
    "ui_report.download.qdpx": {"nl": "Project (REFI-QDA)", "en": "Project (REFI-QDA)"},
    "ui_report.download_help.qdpx": {
        "nl": "De antwoorden met codes, codeurs en achtergrond, om verder te werken in NVivo, ATLAS.ti of MAXQDA.",
        "en": "The answers with codes, coders and background, to go on in NVivo, ATLAS.ti or MAXQDA.",
    },
    "ui_report.download.png": {"nl": "Grafieken (PNG)", "en": "Charts (PNG)"},
    "ui_report.download_help.png": {
        "nl": "Alle grafieken als plaatjes, in één zip-bestand.",
        "en": "All charts as pictures, in one zip file.",
    },
    "ui_report.download.svg": {"nl": "Grafieken (SVG)", "en": "Charts (SVG)"},
    "ui_report.download_help.svg": {
        "nl": "Alle grafieken als tekeningen die scherp blijven en te bewerken zijn, in één zip-bestand.",
        "en": "All charts as drawings that stay sharp and can be edited, in one zip file.",
    },
    "ui_report.download.md": {"nl": "Markdown", "en": "Markdown"},
    "ui_report.download.csv": {"nl": "CSV", "en": "CSV"},
    "ui_report.download.html": {"nl": "Webpagina", "en": "Web page"},
    "ui_report.download_help.xlsx": {
        "nl": "Lijsten, quotes, gecodeerde antwoorden per respondent, codeboek, telling en methode.",
        "en": "Lists, quotes, coded answers per respondent, codebook, ledger and method.",
    },
    "ui_report.download_help.md": {
        "nl": "De lijsten en quotes als platte tekst met opmaaktekens.",
        "en": "The lists and quotes as plain text with marks.",
    },
    "ui_report.download_help.csv": {
        "nl": "De lijsten als tabel, één regel per argument.",
        "en": "The lists as a table, one line per argument.",
    },
    "ui_report.download_help.html": {
        "nl": "Eén bestand dat in elke browser opent, ook zonder internet, en zich laat afdrukken.",
        "en": "One file that opens in any browser, also without internet, and prints well.",
    },
}
