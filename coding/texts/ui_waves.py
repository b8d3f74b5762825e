"""The pages on new waves and their comparison."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "import.date": {"nl": "Datum van invullen", "en": "Day of answering"},
    "shell.nav.waves": {"nl": "Metingen", "en": "Waves"},
    "waves.title": {"nl": "Metingen", "en": "Waves"},
    "waves.part": {"nl": "Onderdeel", "en": "Part"},
    "waves.part_add": {"nl": "Meting toevoegen", "en": "Add a wave"},
    "waves.part_look": {"nl": "Nalopen", "en": "Look through"},
    "waves.part_compare": {"nl": "Vergelijken", "en": "Compare"},
    "waves.part_versions": {"nl": "Codeboek", "en": "Codebook"},
    # Adding
    "waves.add_why": {
        "nl": "Lees het bestand van een nieuwe meting in, of van een andere bron: e-mails, klachten, telefoonnotities. "
        "Tienkeer zoekt op welke kolom bij welke vraag hoort en herkent de argumenten die je al hebt.",
        "en": "Read in the file of a new wave, or of another source: e-mails, complaints, phone notes. Tienkeer finds "
        "which column goes with which question, and recognises the arguments you already have.",
    },
    "waves.file": {"nl": "Bestand van de nieuwe meting", "en": "File of the new wave"},
    "waves.nothing_yet": {
        "nl": "Dit project heeft nog geen meting. Lees eerst antwoorden in.",
        "en": "This project has no wave yet. Read in answers first.",
    },
    "waves.matched": {
        "nl": "{known} van de {all} vragen en kenmerken zijn herkend aan hun naam.",
        "en": "{known} of the {all} questions and variables were recognised by their name.",
    },
    "waves.confirm": {"nl": "Kijk dit even na", "en": "Check this"},
    "waves.confirm_why": {
        "nl": "Deze kolommen of antwoorden heten anders dan eerst. Wat je nu bevestigt, onthoudt het project.",
        "en": "These columns or answers have another name than before. What you confirm now, the project remembers.",
    },
    "waves.nothing_to_confirm": {
        "nl": "Alle kolommen heten zoals eerst: er is niets na te kijken.",
        "en": "All columns have the names they had: there is nothing to check.",
    },
    "waves.column_for": {"nl": "Kolom voor: {label}", "en": "Column for: {label}"},
    "waves.question_for": {"nl": "De antwoorden in '{column}' horen bij", "en": "The answers in '{column}' belong to"},
    "waves.question_new": {"nl": "een nieuwe vraag", "en": "a new question"},
    "waves.question_none": {"nl": "geen open vraag: een kenmerk", "en": "no open question: a variable"},
    "waves.absent": {
        "nl": "Niet gevonden in dit bestand ({count})",
        "en": "Not found in this file ({count})",
    },
    "waves.no_column": {"nl": "staat niet in dit bestand", "en": "not in this file"},
    "waves.category_for": {"nl": "'{found}' ({label}) betekent", "en": "'{found}' ({label}) means"},
    "waves.category_new": {"nl": "een nieuwe categorie", "en": "a new category"},
    "waves.all_columns": {"nl": "Alle kolommen", "en": "All columns"},
    "waves.new_columns": {
        "nl": "Kolommen die het project nog niet kent en die mee worden ingelezen",
        "en": "Columns that the project does not know and that come in too",
    },
    "waves.name": {"nl": "Naam van de meting", "en": "Name of the wave"},
    "waves.channel": {"nl": "Bron, als het geen enquête is", "en": "Source, if it is no survey"},
    "waves.channel_help": {
        "nl": "Bijvoorbeeld E-mail, Telefoon of Klachten. Laat leeg voor een enquête.",
        "en": "For instance E-mail, Phone or Complaints. Leave empty for a survey.",
    },
    "waves.read_in": {"nl": "Inlezen en herkennen", "en": "Read in and recognise"},
    "waves.other_file": {"nl": "Ander bestand", "en": "Other file"},
    "waves.added": {
        "nl": "Meting '{name}' is ingelezen: {rows} respondenten.",
        "en": "Wave '{name}' was read in: {rows} respondents.",
    },
    "waves.recognising": {"nl": "De antwoorden worden herkend", "en": "Recognising the answers"},
    "waves.question_of": {"nl": "Vraag {number} van {total}", "en": "Question {number} of {total}"},
    "waves.recognised": {
        "nl": "{questions} vragen herkend: {certain} antwoorden zeker, {doubtful} twijfelachtig, {new} passen bij "
        "niets.",
        "en": "{questions} questions recognised: {certain} answers certain, {doubtful} doubtful, {new} fit nothing.",
    },
    "waves.recognised.one": {
        "nl": "1 vraag herkend: {certain} antwoorden zeker, {doubtful} twijfelachtig, {new} passen bij niets.",
        "en": "1 question recognised: {certain} answers certain, {doubtful} doubtful, {new} fit nothing.",
    },
    "waves.no_codes": {
        "nl": "Er zijn nog geen argumenten om te herkennen. Bij Coderen kun je de nieuwe antwoorden aan de "
        "voorgestelde groepen toevoegen, of eerst de vorige meting coderen.",
        "en": "There are no arguments to recognise yet. On the Code page you can add the new answers to the proposed "
        "groups, or code the earlier wave first.",
    },
    # Looking through
    "waves.wave": {"nl": "Meting", "en": "Wave"},
    "waves.question": {"nl": "Vraag", "en": "Question"},
    "waves.overview": {"nl": "Alle vragen van deze meting", "en": "All questions of this wave"},
    "waves.overview_question": {"nl": "Vraag", "en": "Question"},
    "waves.overview_new": {"nl": "Nieuw", "en": "New"},
    "waves.overview_doubtful": {"nl": "Twijfel", "en": "Doubtful"},
    "waves.overview_certain": {"nl": "Zeker", "en": "Certain"},
    "waves.overview_decided": {"nl": "Beslist", "en": "Decided"},
    "waves.recognise_this": {"nl": "Laat deze meting herkennen", "en": "Have this wave recognised"},
    "waves.recognise_again": {"nl": "Opnieuw herkennen", "en": "Recognise again"},
    "waves.not_recognised": {
        "nl": "De antwoorden op deze vraag zijn nog niet herkend.",
        "en": "The answers to this question have not been recognised yet.",
    },
    "waves.progress": {
        "nl": "{decided} van de {answers} antwoorden beslist",
        "en": "{decided} of {answers} answers decided",
    },
    "waves.version": {
        "nl": "Gecodeerd met het codeboek van versie {low} tot {high}.",
        "en": "Coded with the codebook of versions {low} to {high}.",
    },
    "waves.version_one": {
        "nl": "Gecodeerd met het codeboek van versie {low}.",
        "en": "Coded with the codebook of version {low}.",
    },
    "waves.new": {"nl": "Nieuwe argumenten?", "en": "New arguments?"},
    "waves.new_why": {
        "nl": "Deze antwoorden lijken op elkaar en op geen enkel argument dat je al had.",
        "en": "These answers are like one another and like no argument you had.",
    },
    "waves.new_none": {"nl": "Geen nieuwe groepen gevonden.", "en": "No new groups were found."},
    "waves.group_size": {"nl": "{count} antwoorden die bij niets passen", "en": "{count} answers that fit nothing"},
    "waves.group_name": {"nl": "Naam van het argument", "en": "Name of the argument"},
    "waves.make_code": {"nl": "Maak er een argument van", "en": "Make it an argument"},
    "waves.put_under": {"nl": "Zet bij een bekend argument", "en": "Put under a known argument"},
    "waves.not_new": {"nl": "Hoort niet bij elkaar", "en": "They do not belong together"},
    "waves.doubtful": {"nl": "Twijfelachtig", "en": "Doubtful"},
    "waves.doubtful_why": {
        "nl": "Hier is Tienkeer niet zeker van. Kies zelf; de meest waarschijnlijke staat vooraan.",
        "en": "Tienkeer is not sure of these. Choose yourself; the likeliest comes first.",
    },
    "waves.doubtful_none": {"nl": "Geen twijfelgevallen.", "en": "Nothing doubtful."},
    "waves.more": {
        "nl": "En nog {count}; ze komen naar voren als je deze beslist.",
        "en": "And {count} more; they come up as you decide on these.",
    },
    "waves.take": {"nl": "{name} ({score}%)", "en": "{name} ({score}%)"},
    "waves.other_code": {"nl": "Ander argument", "en": "Other argument"},
    "waves.nothing_applies": {"nl": "Overig", "en": "Other"},
    "waves.choose": {"nl": "Kies", "en": "Choose"},
    "waves.certain": {"nl": "Zeker: steekproef om te controleren", "en": "Certain: a sample to check"},
    "waves.certain_why": {
        "nl": "Controleer een paar willekeurige antwoorden. Ben je tevreden, neem dan de rest in één keer over.",
        "en": "Check a few answers, drawn at random. If you are content, take over the rest in one go.",
    },
    "waves.certain_none": {"nl": "Geen zekere voorstellen meer.", "en": "No certain suggestions left."},
    "waves.right": {"nl": "Klopt", "en": "Right"},
    "waves.wrong": {"nl": "Klopt niet", "en": "Wrong"},
    "waves.wrong_instead": {"nl": "Wel: …", "en": "Instead: …"},
    "waves.error_none": {"nl": "Nog niets gecontroleerd.", "en": "Nothing checked yet."},
    "waves.error": {
        "nl": "{wrong} van {looked} fout ({share}%); met 95% zekerheid tussen {low}% en {high}%.",
        "en": "{wrong} of {looked} wrong ({share}%); with 95% confidence between {low}% and {high}%.",
    },
    "waves.accept": {"nl": "Neem de andere {count} over", "en": "Take over the other {count}"},
    "waves.accept_all": {"nl": "Neem alle {count} over", "en": "Take over all {count}"},
    "waves.accepted": {"nl": "{count} voorstellen overgenomen.", "en": "{count} suggestions taken over."},
    "waves.gone": {"nl": "Komt niet meer voor", "en": "No longer occurs"},
    "waves.gone_why": {
        "nl": "Argumenten van eerdere metingen die in deze niet (met zekerheid) zijn herkend: {names}.",
        "en": "Arguments of earlier waves that were not recognised (with certainty) in this one: {names}.",
    },
    "waves.next_question": {"nl": "Verder met: {question}", "en": "Go on with: {question}"},
    "waves.done": {"nl": "Deze vraag is klaar voor deze meting.", "en": "This question is done for this wave."},
    # Comparing
    "waves.first": {"nl": "Eerste meting", "en": "First wave"},
    "waves.second": {"nl": "Tweede meting", "en": "Second wave"},
    "waves.within": {"nl": "Ook per", "en": "Also by"},
    "waves.within_none": {"nl": "niets", "en": "nothing"},
    "waves.weighted": {"nl": "Gewogen", "en": "Weighted"},
    "waves.asked": {"nl": "Van wie de vraag kreeg", "en": "Of those who were asked"},
    "waves.sentences": {"nl": "In woorden", "en": "In words"},
    "waves.chart": {"nl": "Van {first} naar {second}", "en": "From {first} to {second}"},
    "waves.chart_text": {
        "nl": "Hellingsgrafiek: per argument het percentage in beide metingen. Dikke lijnen zijn aantoonbare "
        "verschillen; "
        "de tabel hierboven heeft dezelfde cijfers.",
        "en": "Slope chart: per argument the percentage in both waves. Thick lines are demonstrable differences; the "
        "table above has the same figures.",
    },
    "waves.table": {"nl": "Vergelijking van twee metingen", "en": "Comparison of two waves"},
    "waves.all_waves": {"nl": "Alle metingen", "en": "All waves"},
    "waves.periods": {"nl": "Per periode", "en": "By period"},
    "waves.period": {"nl": "Periode", "en": "Period"},
    "waves.period_week": {"nl": "week", "en": "week"},
    "waves.period_month": {"nl": "maand", "en": "month"},
    "waves.period_quarter": {"nl": "kwartaal", "en": "quarter"},
    "waves.period_half-year": {"nl": "halfjaar", "en": "half-year"},
    "waves.threads": {"nl": "Rode draden", "en": "Common threads"},
    "waves.threads_within": {"nl": "Halfjaar", "en": "Half-year"},
    "waves.threads_always": {"nl": "alle", "en": "all"},
    "waves.one_wave": {
        "nl": "Er valt pas te vergelijken als er twee metingen zijn.",
        "en": "There is something to compare once there are two waves.",
    },
    "waves.nothing_coded": {
        "nl": "Op deze vraag is nog niets gecodeerd.",
        "en": "Nothing has been coded for this question yet.",
    },
    # The codebook through time
    "waves.version_number": {"nl": "Versie", "en": "Version"},
    "waves.version_when": {"nl": "Wanneer", "en": "When"},
    "waves.version_what": {"nl": "Wat er gebeurde", "en": "What happened"},
    "waves.version_codes": {"nl": "Argumenten", "en": "Arguments"},
    "waves.version_compare": {"nl": "Twee versies vergelijken", "en": "Compare two versions"},
    "waves.version_first": {"nl": "Van versie", "en": "From version"},
    "waves.version_second": {"nl": "Naar versie", "en": "To version"},
    "waves.version_added": {"nl": "Erbij gekomen: {names}.", "en": "Added: {names}."},
    "waves.version_gone": {"nl": "Verdwenen: {names}.", "en": "Gone: {names}."},
    "waves.version_described": {
        "nl": "Andere omschrijving, regels, plaats of status: {names}.",
        "en": "Other description, rules, place or status: {names}.",
    },
    "waves.version_renamed": {"nl": "'{before}' heet nu '{after}'.", "en": "'{before}' is now called '{after}'."},
    "waves.version_same": {"nl": "Geen verschil.", "en": "No difference."},
}
