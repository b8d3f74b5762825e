"""Reading in a file: uploading, the guided mapping, the report, and making proposals."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "import.title": {"nl": "Antwoorden inlezen", "en": "Read in answers"},
    "import.intro": {
        "nl": "Kies het bestand uit je enquêteprogramma. Tienkeer herkent zelf het scheidingsteken en de tekens, en "
        "vult in wat elke kolom waarschijnlijk is. Er wordt pas iets ingelezen als jij dat zegt.",
        "en": "Choose the file from your survey program. Tienkeer finds the delimiter and the encoding by itself and "
        "fills in what each column probably is. Nothing is read in until you say so.",
    },
    "import.file": {
        "nl": "Bestand met antwoorden (CSV, TSV, Excel, ODS of SPSS)",
        "en": "File with answers (CSV, TSV, Excel, ODS or SPSS)",
    },
    "import.waves": {"nl": "Al ingelezen", "en": "Read in already"},
    "import.wave_name": {"nl": "Meting", "en": "Wave"},
    "import.wave_source": {"nl": "Bestand", "en": "File"},
    "import.wave_count": {"nl": "Respondenten", "en": "Respondents"},
    "import.wave_when": {"nl": "Ingelezen", "en": "Read in"},
    "import.found": {
        "nl": "{file}: {rows} rijen en {columns} kolommen",
        "en": "{file}: {rows} rows and {columns} columns",
    },
    "import.found_encoding": {"nl": "tekens: {encoding}", "en": "encoding: {encoding}"},
    "import.found_delimiter": {"nl": "scheidingsteken: {delimiter}", "en": "delimiter: {delimiter}"},
    "import.delimiter_tab": {"nl": "tab", "en": "tab"},
    "import.found_origin": {"nl": "export van {origin}", "en": "export of {origin}"},
    "import.sheet": {"nl": "Blad", "en": "Sheet"},
    "import.preview": {"nl": "De eerste rijen", "en": "The first rows"},
    "import.row": {"nl": "Rij", "en": "Row"},
    "import.other_file": {"nl": "Ander bestand kiezen", "en": "Choose another file"},
    "import.choose": {"nl": "Kies…", "en": "Choose…"},
    "import.questions": {"nl": "Open vragen", "en": "Open questions"},
    "import.questions_why": {
        "nl": "De kolommen met antwoorden in eigen woorden, die je wilt coderen. Klap een vraag open om de tekst te "
        "verbeteren of te zeggen wie de vraag kreeg.",
        "en": "The columns with answers in people’s own words, which you want to code. Unfold a question to improve "
        "its text or to say who was asked it.",
    },
    "import.questions_label": {"nl": "Kolommen met open antwoorden", "en": "Columns with open answers"},
    "import.question_text": {
        "nl": "Tekst van de vraag, zoals die in de lijst komt",
        "en": "Text of the question, as it will stand in the list",
    },
    "import.question_language": {"nl": "Taal van de antwoorden", "en": "Language of the answers"},
    "import.only_some": {"nl": "niet voor iedereen", "en": "not for everybody"},
    "import.was_asked_before": {"nl": "ook eerder gevraagd", "en": "also asked before"},
    "import.same_question": {
        "nl": "Is dit een vraag van een eerdere meting?",
        "en": "Is this a question of an earlier wave?",
    },
    "import.same_question_help": {
        "nl": "Een vraag die je eerder hebt gesteld, houdt haar argumenten: de nieuwe antwoorden komen erbij.",
        "en": "A question that you asked before keeps its arguments: the new answers are added to it.",
    },
    "import.new_question": {"nl": "Nee, dit is een nieuwe vraag", "en": "No, this is a new question"},
    "import.known_twice": {
        "nl": "Twee kolommen staan bij dezelfde eerdere vraag: ‘{question}’. Kies bij een van de twee een andere "
        "vraag, of maak er een nieuwe vraag van.",
        "en": "Two columns go with the same earlier question: ‘{question}’. Choose another question for one of them, "
        "or make it a new question.",
    },
    "import.everyone": {
        "nl": "Ook de antwoorden van wie niet meetelt",
        "en": "Also the answers of those who do not count",
    },
    "import.everyone_help": {
        "nl": "Voor vragen over de hele groep, zoals de soort organisatie. De controlevragen bij ‘Wie telt mee?’ "
        "gelden dan niet voor deze vraag.",
        "en": "For questions about the whole group, such as the kind of organisation. The control questions under ‘Who "
        "counts?’ then do not apply to this question.",
    },
    "import.gate": {"nl": "Wie kreeg deze vraag?", "en": "Who was asked this question?"},
    "import.gate_everybody": {"nl": "Iedereen", "en": "Everybody"},
    "import.gate_values": {"nl": "Alleen wie daar antwoordde:", "en": "Only those who answered there:"},
    "import.people": {"nl": "Respondenten", "en": "Respondents"},
    "import.people_why": {
        "nl": "Waaraan je een respondent herkent, wie meetelt, en hoe deze meting heet.",
        "en": "How to recognise a respondent, who counts, and what this wave is called.",
    },
    "import.respondent": {"nl": "Nummer of code van de respondent", "en": "Id of the respondent"},
    "import.respondent_none": {"nl": "Geen: nummer per rij", "en": "None: number the rows"},
    "import.weight": {"nl": "Weging", "en": "Weight"},
    "import.weight_none": {"nl": "Geen weging", "en": "No weight"},
    "import.wave": {"nl": "Naam van de meting", "en": "Name of the wave"},
    "import.wave_help": {
        "nl": "Bijvoorbeeld het jaar. Zo houd je metingen uit elkaar als je later een nieuw bestand inleest.",
        "en": "The year, for instance. It keeps waves apart when you read in a new file later.",
    },
    "import.filters": {"nl": "Wie telt mee?", "en": "Who counts?"},
    "import.filters_none": {"nl": "Iedereen telt mee", "en": "Everybody counts"},
    "import.filters_help": {
        "nl": "Kies een controlevraag en de antwoorden waarmee iemand meetelt. Wie daar niet aan voldoet, wordt "
        "bewaard als ‘uitgesloten’ en staat in de verantwoording.",
        "en": "Choose a control question and the answers with which somebody counts. The others are kept as "
        "‘excluded’ and appear in the ledger.",
    },
    "import.filter_values": {"nl": "Telt mee bij ‘{column}’:", "en": "Counts with ‘{column}’:"},
    "import.variables": {"nl": "Gesloten vragen en achtergrond", "en": "Closed questions and background"},
    "import.variables_why": {
        "nl": "Om later mee uit te splitsen. Kolommen die je nergens kiest, worden niet ingelezen.",
        "en": "To break results down by later. Columns that you choose nowhere are not read in.",
    },
    "import.closed": {"nl": "Gesloten vragen", "en": "Closed questions"},
    "import.background": {"nl": "Achtergrondkenmerken", "en": "Background variables"},
    "import.why": {"nl": "Waarom deze invulling?", "en": "Why is it filled in like this?"},
    "import.why_column": {"nl": "Kolom", "en": "Column"},
    "import.why_role": {"nl": "Waarschijnlijk", "en": "Probably"},
    "import.why_reason": {"nl": "Omdat", "en": "Because"},
    "import.role_respondent_id": {"nl": "nummer van de respondent", "en": "id of the respondent"},
    "import.role_open": {"nl": "open vraag", "en": "open question"},
    "import.role_closed": {"nl": "gesloten vraag", "en": "closed question"},
    "import.role_scale": {"nl": "schaalvraag", "en": "scale"},
    "import.role_background": {"nl": "achtergrond", "en": "background"},
    "import.role_filter": {"nl": "controlevraag", "en": "control question"},
    "import.role_weight": {"nl": "weging", "en": "weight"},
    "import.role_date": {"nl": "datum", "en": "date"},
    "import.role_ignore": {"nl": "niet nodig", "en": "not needed"},
    "import.ready": {
        "nl": "Klaar om in te lezen: {counted} van de {rows} respondenten tellen mee.",
        "en": "Ready to be read in: {counted} of {rows} respondents count.",
    },
    "import.read_in": {"nl": "Inlezen", "en": "Read in"},
    "import.done.one": {
        "nl": "{file} is ingelezen: {rows} rijen, 1 open vraag.",
        "en": "{file} was read in: {rows} rows, 1 open question.",
    },
    "import.done": {
        "nl": "{file} is ingelezen: {rows} rijen, {questions} open vragen.",
        "en": "{file} was read in: {rows} rows, {questions} open questions.",
    },
    "import.done_excluded": {
        "nl": "{count} respondenten tellen niet mee volgens je keuze bij ‘Wie telt mee?’.",
        "en": "{count} respondents do not count, by your choice under ‘Who counts?’.",
    },
    "import.done_blank_rows": {
        "nl": "{count} lege rijen zijn overgeslagen.",
        "en": "{count} empty rows were left out.",
    },
    "import.done_damaged": {
        "nl": "In {count} rijen zien letters er beschadigd uit, zoals in ‘{example}’: rij {rows}. Het bestand is "
        "waarschijnlijk ooit in een verkeerde codering bewaard. Exporteer het opnieuw, als XLSX of als CSV UTF-8, en "
        "lees het dan opnieuw in.",
        "en": "In {count} rows letters look damaged, as in ‘{example}’: row {rows}. The file was probably saved in a "
        "wrong encoding at some time. Export it again, as XLSX or as CSV UTF-8, and read it in anew.",
    },
    "import.done_damaged.one": {
        "nl": "In één rij zien letters er beschadigd uit, zoals in ‘{example}’: rij {rows}. Verbeter die rij in het "
        "bestand, of exporteer het opnieuw, als XLSX of als CSV UTF-8, en lees het dan opnieuw in.",
        "en": "In one row letters look damaged, as in ‘{example}’: row {rows}. Correct that row in the file, or export "
        "it again, as XLSX or as CSV UTF-8, and read it in anew.",
    },
    "import.done_unasked": {
        "nl": "{count} antwoorden komen van mensen die de vraag volgens je keuze niet kregen. Ze zijn bewaard en "
        "tellen mee.",
        "en": "{count} answers come from people who, by your choice, were not asked. They were kept and count.",
    },
    "import.report": {"nl": "Wat er is ingelezen", "en": "What was read in"},
    "import.report_question": {"nl": "Vraag", "en": "Question"},
    "import.report_answers": {"nl": "Antwoorden", "en": "Answers"},
    "import.report_non_answers": {"nl": "‘Nee’, ‘geen idee’", "en": "‘No’, ‘don’t know’"},
    "import.report_blanks": {"nl": "Leeg", "en": "Blank"},
    "import.report_not_asked": {"nl": "Niet gevraagd", "en": "Not asked"},
    "import.report_excluded": {"nl": "Uitgesloten", "en": "Excluded"},
    "import.report_duplicates": {"nl": "Waarvan gelijk", "en": "Of which identical"},
    "import.report_note": {
        "nl": "Antwoorden, ‘nee’, leeg, niet gevraagd en uitgesloten zijn samen de {rows} rijen. Gelijke antwoorden "
        "hoef je maar één keer te coderen.",
        "en": "Answers, ‘no’, blank, not asked and excluded add up to the {rows} rows. Identical answers need to be "
        "coded only once.",
    },
    "import.again": {"nl": "Nog een bestand inlezen", "en": "Read in another file"},
    "propose.make": {"nl": "Maak voorstellen", "en": "Make proposals"},
    "propose.why": {
        "nl": "Tienkeer legt antwoorden die op elkaar lijken bij elkaar. Jij beslist daarna welke groepen argumenten "
        "worden.",
        "en": "Tienkeer puts answers that are alike together. After that you decide which groups become arguments.",
    },
    "propose.heading": {"nl": "Voorstellen maken", "en": "Making proposals"},
    "propose.question_of": {
        "nl": "Vraag {number} van {total}: {stage}",
        "en": "Question {number} of {total}: {stage}",
    },
    "propose.stage_segment": {"nl": "antwoorden opdelen in argumenten", "en": "dividing answers into arguments"},
    "propose.stage_encode": {"nl": "betekenis bepalen", "en": "reading their meaning"},
    "propose.stage_represent": {"nl": "antwoorden vergelijken", "en": "comparing answers"},
    "propose.stage_link": {"nl": "groepen vormen", "en": "forming groups"},
    "propose.stage_score": {"nl": "nagaan hoe goed elk antwoord past", "en": "checking how well each answer fits"},
    "propose.stage_name": {"nl": "namen bedenken", "en": "finding names"},
    "propose.stage_quote": {"nl": "citaten kiezen", "en": "picking quotes"},
    "propose.stage_stability": {"nl": "nagaan hoe stevig de groepen zijn", "en": "checking how solid groups are"},
    "propose.done.one": {
        "nl": "De voorstellen staan klaar: {groups} groepen.",
        "en": "The proposals are ready: {groups} groups.",
    },
    "propose.done": {
        "nl": "De voorstellen staan klaar: {groups} groepen bij {questions} vragen.",
        "en": "The proposals are ready: {groups} groups for {questions} questions.",
    },
}
