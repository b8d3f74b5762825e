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
        "nl": "Het getal achter een argument is altijd het aantal respondenten. Hier kies je waarvan percentages zijn. "
        "Dat geldt ook voor gesloten vragen met meer antwoorden; bij één antwoord zijn ze altijd van wie de vraag "
        "beantwoordde.",
        "en": "The number behind an argument is always of respondents. This decides what percentages are of. It goes "
        "for closed questions with several answers too; with one answer they are always of those who answered.",
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
    "ui_report.group.content": {"nl": "Inhoud", "en": "Contents"},
    "ui_report.group.per_question": {"nl": "Per vraag anders", "en": "Different for one question"},
    "ui_report.view": {"nl": "Weergave", "en": "View"},
    "ui_report.view.preview": {"nl": "Voorbeeld", "en": "Preview"},
    "ui_report.view.sentences": {"nl": "Samenvatting bewerken", "en": "Edit the summary"},
    "ui_report.view.charts": {"nl": "Grafieken", "en": "Charts"},
    "ui_report.charts": {"nl": "Grafieken", "en": "Charts"},
    "ui_report.charts_help": {
        "nl": "Zet bij elke vraag een grafiek met de argumenten en hun betrouwbaarheidsinterval. Op dia’s staan altijd "
        "grafieken.",
        "en": "Puts a chart with the arguments and their confidence intervals at every question. Slides always have "
        "charts.",
    },
    "ui_report.charts_of": {"nl": "Vraag", "en": "Question"},
    "ui_report.charts_none": {
        "nl": "Er valt nog niets in een grafiek te zetten: deel eerst antwoorden in bij argumenten.",
        "en": "There is nothing to put in a chart yet: first put answers under arguments.",
    },
    "ui_report.unit": {"nl": "Tel", "en": "Count"},
    "ui_report.unit.respondents": {"nl": "respondenten", "en": "respondents"},
    "ui_report.unit_help": {
        "nl": "Horen meer respondenten bij één geval, zoals drie gesprekken in één gemeente, dan kun je gevallen "
        "tellen: ‘in 4 van de 9 gemeenten’.",
        "en": "When several respondents belong to one case, as three interviews in one municipality, you can count "
        "cases: ‘in 4 of the 9 municipalities’.",
    },
    "ui_report.unit_name": {"nl": "Hoe heten ze, in het meervoud?", "en": "What are they called, in the plural?"},
    "ui_report.unit_name_example": {"nl": "gemeenten", "en": "municipalities"},
    "ui_report.level": {"nl": "Betrouwbaarheid in procenten", "en": "Confidence level in per cent"},
    "ui_report.level_help": {
        "nl": "Voor de intervallen om percentages en de toetsen in kruistabellen. Gebruikelijk is 95.",
        "en": "For the intervals around percentages and the tests in crosstabs. 95 is usual.",
    },
    "ui_report.population": {"nl": "Omvang van de hele groep", "en": "Size of the whole group"},
    "ui_report.population_unknown": {"nl": "onbekend", "en": "unknown"},
    "ui_report.population_help": {
        "nl": "Hoeveel mensen er in totaal zijn, bijvoorbeeld alle medewerkers. Deed een flink deel daarvan mee, dan "
        "worden de intervallen smaller.",
        "en": "How many people there are in all, for instance all employees. If a good part of them took part, the "
        "intervals become narrower.",
    },
    "ui_report.random_sample": {"nl": "Respondenten zijn aselect getrokken", "en": "Respondents were drawn at random"},
    "ui_report.random_sample_help": {
        "nl": "Zonder dit zegt het rapport erbij dat een betrouwbaarheidsinterval niet meer dan een aanwijzing is.",
        "en": "Without this the report says that a confidence interval is no more than an indication.",
    },
    "ui_report.cells": {"nl": "In een cel", "en": "In a cell"},
    "ui_report.cells.share": {"nl": "percentage (34%)", "en": "percentage (34%)"},
    "ui_report.cells.count": {"nl": "aantal (12)", "en": "count (12)"},
    "ui_report.cells.both": {"nl": "beide (12 (34%))", "en": "both (12 (34%))"},
    "ui_report.hide_below_data": {
        "nl": "Ook andere cellen vallen weg als een kleine cel daaruit te berekenen was. Let op: Excel en SPSS "
        "bevatten daarnaast de antwoorden per respondent.",
        "en": "Other cells go too where a small one could be worked out from them. Mind: Excel and SPSS files hold the "
        "answers of every respondent as well.",
    },
    "ui_report.per_question": {"nl": "Vraag", "en": "Question"},
    "ui_report.as_the_rest": {"nl": "zoals de rest", "en": "as the rest"},
    "ui_report.own_quotes": {"nl": "Quotes per argument", "en": "Quotes per argument"},
    "ui_report.yes": {"nl": "ja", "en": "yes"},
    "ui_report.no": {"nl": "nee", "en": "no"},
    "ui_report.up": {"nl": "Omhoog", "en": "Up"},
    "ui_report.down": {"nl": "Omlaag", "en": "Down"},
    "ui_report.quotes_only": {"nl": "Alleen quotes, geen telling", "en": "Quotes only, no count"},
    "ui_report.quotes_only_help": {
        "nl": "Toont van deze vraag alleen gekozen antwoorden. Zijn er geen gekozen, dan alle.",
        "en": "Shows only picked answers to this question. If none are picked, all of them.",
    },
    "ui_report.client": {"nl": "Opdrachtgever", "en": "Client"},
    "ui_report.author": {"nl": "Gemaakt door", "en": "Made by"},
    "ui_report.fieldwork": {"nl": "Wanneer zijn de antwoorden gegeven?", "en": "When were the answers given?"},
    "ui_report.accent": {"nl": "Tweede kleur", "en": "Second colour"},
    "ui_report.logo": {"nl": "Logo (PNG of JPEG)", "en": "Logo (PNG or JPEG)"},
    "ui_report.logo_help": {
        "nl": "Komt op de titelpagina. Het plaatje blijft in dit project, op deze computer.",
        "en": "Goes on the title page. The picture stays in this project, on this computer.",
    },
    "ui_report.logo_away": {"nl": "Logo weghalen", "en": "Remove the logo"},
    "ui_report.more_files": {"nl": "Meer bestanden", "en": "More files"},
    "ui_report.writing": {"nl": "Het bestand wordt geschreven", "en": "Writing the file"},
    "ui_report.download_broken": {
        "nl": "Het bestand kon niet worden gemaakt door een fout in Tienkeer. Je werk is bewaard. Probeer een andere "
        "bestandsvorm, of zet de grafieken uit en probeer het opnieuw.",
        "en": "The file could not be made because of a fault in Tienkeer. Your work is safe. Try another kind of file, "
        "or turn the charts off and try again.",
    },
    "ui_report.summary_off": {
        "nl": "De samenvatting staat uit. Zet hem links onder ‘Inhoud’ aan om de zinnen te bewerken.",
        "en": "The summary is off. Turn it on under ‘Contents’ on the left to edit its sentences.",
    },
    "ui_report.sentences_help": {
        "nl": "Pas een zin aan zoals je wilt; hij blijft staan. Getallen die je laat staan, veranderen mee als de "
        "telling verandert, en worden dan gemarkeerd tot je ze hebt nagekeken.",
        "en": "Change a sentence as you like; it stays. Numbers that you leave in place follow the counts when these "
        "change, and are marked until you have looked at them.",
    },
    "ui_report.sentence_by_hand": {"nl": "Door jullie geschreven.", "en": "Written by hand."},
    "ui_report.sentence_changed": {
        "nl": "Sinds deze zin is geschreven, veranderde {numbers}. Klopt de zin nog?",
        "en": "Since this sentence was written, {numbers} changed. Is it still right?",
    },
    "ui_report.number_changed": {"nl": "{before} in {after}", "en": "{before} to {after}"},
    "ui_report.number_gone": {
        "nl": "{before} (dat argument staat niet meer in de lijst)",
        "en": "{before} (that argument is no longer listed)",
    },
    "ui_report.drawing": {"nl": "Het voorbeeld wordt gemaakt …", "en": "Making the preview …"},
    "ui_report.remarks": {
        "nl": "Wat niet in het rapport staat: {count} opmerkingen",
        "en": "What is not in the report: {count} remarks",
    },
    "ui_report.sentence_seen": {"nl": "Klopt, nagekeken", "en": "Right, looked at"},
    "ui_report.sentence_back": {"nl": "Terug naar de automatische zin", "en": "Back to the automatic sentence"},
}
