"""The settings of a project."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "settings.title": {"nl": "Instellingen", "en": "Settings"},
    "settings.saved": {"nl": "Bewaard.", "en": "Saved."},
    "settings.save": {"nl": "Bewaren", "en": "Save"},
    "settings.tab_project": {"nl": "Project en naam", "en": "Project and name"},
    "settings.tab_questions": {"nl": "Vragen", "en": "Questions"},
    "settings.tab_encoder": {"nl": "Taalmodel", "en": "Language model"},
    "settings.tab_erase": {"nl": "Respondent wissen", "en": "Erase a respondent"},
    "settings.project_name": {"nl": "Naam van het project", "en": "Name of the project"},
    "settings.coder": {"nl": "Je naam", "en": "Your name"},
    "settings.coder_help": {
        "nl": "Staat bij alles wat je vanaf nu beslist. Wat je eerder deed, blijft op de oude naam staan.",
        "en": "Kept with everything you decide from now on. What you did before stays under the old name.",
    },
    "settings.file": {"nl": "Het project staat in {path}", "en": "The project is kept in {path}"},
    "settings.question": {"nl": "Vraag", "en": "Question"},
    "settings.question_text": {"nl": "Tekst van de vraag", "en": "Text of the question"},
    "settings.question_language": {"nl": "Taal van de antwoorden", "en": "Language of the answers"},
    "settings.language_nl": {"nl": "Nederlands", "en": "Dutch"},
    "settings.language_en": {"nl": "Engels", "en": "English"},
    "settings.language_other": {"nl": "Andere taal", "en": "Another language"},
    "settings.non_answers": {"nl": "Eigen woorden voor ‘geen antwoord’", "en": "Your own words for ‘no answer’"},
    "settings.non_answers_help": {
        "nl": "Eén per regel. Tienkeer herkent zelf al ‘nee’, ‘geen idee’, ‘n.v.t.’ en dergelijke. Een antwoord dat "
        "precies zo luidt, hoef je niet te coderen; het wordt apart geteld.",
        "en": "One per line. Tienkeer already knows ‘no’, ‘don’t know’, ‘n/a’ and the like. An answer that reads "
        "exactly like this need not be coded; it is counted apart.",
    },
    "settings.quotes_only": {"nl": "Alleen citaten, geen argumenten", "en": "Quotes only, no arguments"},
    "settings.quotes_only_help": {
        "nl": "Voor vragen die je niet codeert: in de lijst komen alleen citaten te staan.",
        "en": "For questions that you do not code: the list shows only quotes.",
    },
    "settings.encoder_now": {"nl": "Dit project gebruikt nu: {name}", "en": "This project now uses: {name}"},
    "settings.encoder_version": {"nl": "{name}, versie {version}", "en": "{name}, version {version}"},
    "settings.encoder_why": {
        "nl": "Het taalmodel bepaalt welke antwoorden op elkaar lijken. Wat je hebt beslist, blijft altijd staan; een "
        "ander model verandert alleen nieuwe voorstellen.",
        "en": "The language model decides which answers are alike. What you decided always stays; another model only "
        "changes new proposals.",
    },
    "settings.encoder_choice": {"nl": "Taalmodel", "en": "Language model"},
    "settings.encoder_bundled": {
        "nl": "{name}, 16 talen",
        "en": "{name}, 16 languages",
    },
    "settings.encoder_own": {"nl": "Een ander model…", "en": "Another model…"},
    "settings.encoder_name": {
        "nl": "Naam op Hugging Face, of een map op deze computer",
        "en": "Name on Hugging Face, or a folder on this computer",
    },
    "settings.encoder_cost": {"nl": "Wat het kost", "en": "What it costs"},
    "settings.encoder_languages": {"nl": "Talen", "en": "Languages"},
    "settings.encoder_many": {"nl": "veel talen", "en": "many languages"},
    "settings.encoder_download": {"nl": "Eenmalig downloaden", "en": "Download, once"},
    "settings.encoder_memory": {"nl": "Geheugen", "en": "Memory"},
    "settings.encoder_time": {
        "nl": "Rekentijd per 1.000 antwoorden van tien woorden",
        "en": "Computing time per 1,000 answers of ten words",
    },
    "settings.encoder_measured": {
        "nl": "Tijd en geheugen zijn gemeten, de tijd op één processorkern. Elk antwoord wordt maar één keer gelezen.",
        "en": "Time and memory were measured, the time on one processor core. Each answer is read only once.",
    },
    "settings.encoder_estimated": {
        "nl": "Tijd (op één processorkern) en geheugen zijn geschat uit de grootte van het model. Elk antwoord wordt "
        "maar één keer gelezen.",
        "en": "Time (on one processor core) and memory are estimated from the size of the model. Each answer is read "
        "only once.",
    },
    "settings.encoder_look_up": {"nl": "Zoek de grootte op", "en": "Look up its size"},
    "settings.encoder_looking": {
        "nl": "Op Hugging Face kijken hoe groot het model is",
        "en": "Asking Hugging Face how large the model is",
    },
    "settings.encoder_fetching": {
        "nl": "Ophalen: {done} van {total} MB",
        "en": "Fetching: {done} of {total} MB",
    },
    "settings.encoder_trying": {"nl": "Laden en proberen", "en": "Loading and trying"},
    "settings.megabytes": {"nl": "ongeveer {count} MB", "en": "about {count} MB"},
    "settings.seconds": {"nl": "ongeveer {count} s", "en": "about {count} s"},
    "settings.unknown": {"nl": "niet bekend", "en": "not known"},
    "settings.none_needed": {"nl": "niets", "en": "nothing"},
    "settings.encoder_network": {
        "nl": "Dit model wordt van internet gehaald. Alleen het model wordt opgehaald; je antwoorden worden nooit "
        "verstuurd.",
        "en": "This model is fetched from the internet. Only the model is fetched; your answers are never sent.",
    },
    "settings.encoder_choose": {"nl": "Dit model gebruiken", "en": "Use this model"},
    "settings.encoder_loading": {
        "nl": "Het taalmodel ‘{name}’ klaarzetten",
        "en": "Getting the language model ‘{name}’ ready",
    },
    "settings.encoder_chosen": {
        "nl": "Nieuwe voorstellen komen voortaan van ‘{name}’. Maak bij het coderen opnieuw voorstellen om het "
        "verschil te zien.",
        "en": "New proposals will come from ‘{name}’. Make proposals again while coding to see the difference.",
    },
    "settings.encoder_name_empty": {
        "nl": "Vul de naam van een model in, of de map waar het staat.",
        "en": "Fill in the name of a model, or the folder it is in.",
    },
    "settings.erase_why": {
        "nl": "Vraagt iemand om verwijdering van zijn of haar gegevens? Dan haalt Tienkeer alle antwoorden, "
        "achtergrondgegevens en citaten van die persoon uit dit project, uit alle metingen. In de geschiedenis "
        "blijft alleen staan dát er iemand is gewist.",
        "en": "Does somebody ask for their data to be removed? Tienkeer then takes all answers, background data and "
        "quotes of that person out of this project, in all waves. The history keeps only that somebody was erased.",
    },
    "settings.erase_id": {"nl": "Nummer of code van de respondent", "en": "Id of the respondent"},
    "settings.erase_placeholder": {"nl": "Kies een respondent", "en": "Choose a respondent"},
    "settings.erase_found": {
        "nl": "Deze respondent gaf {count} antwoorden in: {waves}.",
        "en": "This respondent gave {count} answers in: {waves}.",
    },
    "settings.erase": {"nl": "Wissen…", "en": "Erase…"},
    "settings.erase_title": {"nl": "Respondent wissen?", "en": "Erase the respondent?"},
    "settings.erase_warning": {
        "nl": "Alle antwoorden van respondent ‘{id}’ worden voorgoed gewist. Dit kan niet ongedaan worden gemaakt, en "
        "de aantallen in de lijst veranderen. Kopieën van het project die je eerder hebt gemaakt, bevatten de "
        "antwoorden nog; wis ze daar ook.",
        "en": "All answers of respondent ‘{id}’ will be erased for good. This cannot be undone, and the counts in the "
        "list change. Copies of the project that you made earlier still hold the answers; erase them there too.",
    },
    "settings.erase_yes": {"nl": "Voorgoed wissen", "en": "Erase for good"},
    "settings.erased": {"nl": "Respondent ‘{id}’ is gewist.", "en": "Respondent ‘{id}’ was erased."},
}
