"""What happened, in words that follow the name of the coder: "Anna" + "voegde 'a' + 'b' samen tot 'c'".

Keys are ``history.<action>``; ``.one`` and ``.none`` are for one and for no respondent or quote.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from coding.domain.events import Event
from coding.texts.catalogue import Language, facts_of, known_keys, text
from coding.texts.encoders import encoder_text

_FORMS: Final = {"0": "none", "1": "one"}
_UNKNOWN: Final = "…"


def sentence(event: Event, language: Language) -> str:
    """What the coder of ``event`` did; of an undo or redo also what was taken back or done again.

    A fact that the journal does not have (an earlier version did not keep it) is told as "…".
    """
    key = f"history.{event.action}"
    if "undone" in event.facts and event.action in ("undo", "redo"):
        return text(key, language, what=sentence(replace(event, action=event.facts["undone"]), language))
    form = f"{key}.{_FORMS.get(event.facts.get('count', ''), '')}"
    known = form if form in known_keys() else key
    return text(known, language, **{**dict.fromkeys(facts_of(known, language), _UNKNOWN), **_facts(event, language)})


def _facts(event: Event, language: Language) -> dict[str, str]:
    """The facts of an event in words: language models by the names that people know."""
    if event.action != "choose_encoder":
        return dict(event.facts)
    return {name: encoder_text(model, language) for name, model in event.facts.items()}


TEXTS: dict[str, dict[str, str]] = {
    "history.undo": {"nl": "maakte ongedaan: {what}", "en": "undid: {what}"},
    "history.redo": {"nl": "deed opnieuw: {what}", "en": "redid: {what}"},
    "history.go_back": {
        "nl": "zette het project terug naar hoe het was na stap {revision}",
        "en": "put the project back to how it was after step {revision}",
    },
    "history.erase_respondent": {
        "nl": "wiste de gegevens van een respondent",
        "en": "erased the data of a respondent",
    },
    # The project
    "history.rename_project": {
        "nl": "hernoemde het project van '{before}' naar '{after}'",
        "en": "renamed the project from '{before}' to '{after}'",
    },
    "history.choose_encoder": {
        "nl": "koos een ander taalmodel: '{after}' in plaats van '{before}'",
        "en": "chose another language model: '{after}' instead of '{before}'",
    },
    "history.add_wave": {
        "nl": "voegde de meting '{name}' toe uit {source} ({count} respondenten)",
        "en": "added the wave '{name}' from {source} ({count} respondents)",
    },
    "history.add_wave.one": {
        "nl": "voegde de meting '{name}' toe uit {source} ({count} respondent)",
        "en": "added the wave '{name}' from {source} ({count} respondent)",
    },
    "history.change_question": {
        "nl": "veranderde de instellingen van de vraag '{name}'",
        "en": "changed the settings of the question '{name}'",
    },
    "history.write_sentence": {
        "nl": "herschreef in de samenvatting de zin over ‘{name}’",
        "en": "rewrote the sentence about ‘{name}’ in the summary",
    },
    "history.drop_sentence": {
        "nl": "nam in de samenvatting weer de vanzelf gemaakte zin over ‘{name}’",
        "en": "went back to the sentence about ‘{name}’ that the summary makes itself",
    },
    "history.see_sentence": {
        "nl": "keek de nieuwe getallen na in de zin over ‘{name}’",
        "en": "looked at the new numbers in the sentence about ‘{name}’",
    },
    # Groups
    "history.propose": {"nl": "zette {count} voorgestelde groepen klaar", "en": "set out {count} proposed groups"},
    "history.propose.one": {"nl": "zette {count} voorgestelde groep klaar", "en": "set out {count} proposed group"},
    "history.propose.none": {
        "nl": "haalde de voorgestelde groepen weg (nu {count})",
        "en": "cleared the proposed groups (now {count})",
    },
    "history.rename_group": {"nl": "hernoemde '{before}' tot '{after}'", "en": "renamed '{before}' to '{after}'"},
    "history.merge_groups": {
        "nl": "voegde {names} samen tot '{after}' ({counts} respondenten)",
        "en": "merged {names} into '{after}' ({counts} respondents)",
    },
    "history.new_code": {"nl": "maakte het argument '{after}'", "en": "made the code '{after}'"},
    "history.new_net": {"nl": "maakte het hoofdthema '{after}'", "en": "made the net '{after}'"},
    "history.dissolve_group": {
        "nl": "hief '{before}' op ({count} respondenten)",
        "en": "dissolved '{before}' ({count} respondents)",
    },
    "history.dissolve_group.one": {
        "nl": "hief '{before}' op ({count} respondent)",
        "en": "dissolved '{before}' ({count} respondent)",
    },
    "history.dissolve_groups": {
        "nl": "hief {names} op ({count} respondenten)",
        "en": "dissolved {names} ({count} respondents)",
    },
    "history.dissolve_groups.one": {
        "nl": "hief {names} op ({count} respondent)",
        "en": "dissolved {names} ({count} respondent)",
    },
    "history.confirm_groups": {
        "nl": "bevestigde {names} ({count} respondenten)",
        "en": "confirmed {names} ({count} respondents)",
    },
    "history.confirm_groups.one": {
        "nl": "bevestigde {names} ({count} respondent)",
        "en": "confirmed {names} ({count} respondent)",
    },
    "history.describe_code": {
        "nl": "veranderde de beschrijving van '{name}'",
        "en": "changed the description of '{name}'",
    },
    "history.put_under": {"nl": "zette {names} onder '{after}'", "en": "put {names} under '{after}'"},
    "history.put_under_new": {
        "nl": "zette {names} onder een nieuw hoofdthema '{after}'",
        "en": "put {names} under a new net '{after}'",
    },
    "history.put_under_none": {
        "nl": "haalde {names} onder het hoofdthema vandaan",
        "en": "took {names} out of the net",
    },
    "history.split_group": {"nl": "splitste '{before}' in {names}", "en": "split '{before}' into {names}"},
    "history.set_apart": {
        "nl": "zette antwoorden van {count} respondenten uit '{before}' apart als {names}",
        "en": "set answers of {count} respondents in '{before}' apart as {names}",
    },
    "history.set_apart.one": {
        "nl": "zette het antwoord van {count} respondent uit '{before}' apart als {names}",
        "en": "set the answer of {count} respondent in '{before}' apart as {names}",
    },
    # Answers
    "history.assign_add": {
        "nl": "zette antwoorden van {count} respondenten bij '{after}'",
        "en": "put answers of {count} respondents under '{after}'",
    },
    "history.assign_add.one": {
        "nl": "zette het antwoord van {count} respondent bij '{after}'",
        "en": "put the answer of {count} respondent under '{after}'",
    },
    "history.assign_new": {
        "nl": "maakte het argument '{after}' en zette daar antwoorden van {count} respondenten bij",
        "en": "made the code '{after}' and put answers of {count} respondents under it",
    },
    "history.assign_new.one": {
        "nl": "maakte het argument '{after}' en zette daar het antwoord van {count} respondent bij",
        "en": "made the code '{after}' and put the answer of {count} respondent under it",
    },
    "history.keep_rule": {
        "nl": "gaf '{after}' de trefwoordregel '{rule}', voor {count} respondenten",
        "en": "gave '{after}' the keyword rule '{rule}', for {count} respondents",
    },
    "history.keep_rule.one": {
        "nl": "gaf '{after}' de trefwoordregel '{rule}', voor {count} respondent",
        "en": "gave '{after}' the keyword rule '{rule}', for {count} respondent",
    },
    "history.keep_rule.none": {
        "nl": "gaf '{after}' de trefwoordregel '{rule}'",
        "en": "gave '{after}' the keyword rule '{rule}'",
    },
    "history.assign_move": {
        "nl": "verplaatste antwoorden van {count} respondenten van '{before}' naar '{after}'",
        "en": "moved answers of {count} respondents from '{before}' to '{after}'",
    },
    "history.assign_move.one": {
        "nl": "verplaatste het antwoord van {count} respondent van '{before}' naar '{after}'",
        "en": "moved the answer of {count} respondent from '{before}' to '{after}'",
    },
    "history.assign_other": {
        "nl": "zette antwoorden van {count} respondenten onder Overig",
        "en": "put answers of {count} respondents under Other",
    },
    "history.assign_other.one": {
        "nl": "zette het antwoord van {count} respondent onder Overig",
        "en": "put the answer of {count} respondent under Other",
    },
    "history.assign_no_code": {
        "nl": "besloot dat antwoorden van {count} respondenten geen argument bevatten",
        "en": "decided that answers of {count} respondents hold no argument",
    },
    "history.assign_no_code.one": {
        "nl": "besloot dat het antwoord van {count} respondent geen argument bevat",
        "en": "decided that the answer of {count} respondent holds no argument",
    },
    "history.take_out": {
        "nl": "haalde antwoorden van {count} respondenten uit '{before}'",
        "en": "took answers of {count} respondents out of '{before}'",
    },
    "history.take_out.one": {
        "nl": "haalde het antwoord van {count} respondent uit '{before}'",
        "en": "took the answer of {count} respondent out of '{before}'",
    },
    "history.take_out_words": {
        "nl": "haalde woorden van {count} respondenten weg bij '{before}'",
        "en": "took words of {count} respondents out of '{before}'",
    },
    "history.take_out_words.one": {
        "nl": "haalde woorden van {count} respondent weg bij '{before}'",
        "en": "took words of {count} respondent out of '{before}'",
    },
    "history.take_out_pseudo": {
        "nl": "maakte antwoorden van {count} respondenten weer onbeslist",
        "en": "made answers of {count} respondents undecided again",
    },
    "history.take_out_pseudo.one": {
        "nl": "maakte het antwoord van {count} respondent weer onbeslist",
        "en": "made the answer of {count} respondent undecided again",
    },
    "history.accept_suggestions": {
        "nl": "nam voorstellen voor {count} respondenten over",
        "en": "accepted suggestions for {count} respondents",
    },
    "history.accept_suggestions.one": {
        "nl": "nam het voorstel voor {count} respondent over",
        "en": "accepted the suggestion for {count} respondent",
    },
    "history.set_quotes": {
        "nl": "koos {count} citaten bij '{name}' (eerst {before})",
        "en": "picked {count} quotes for '{name}' ({before} before)",
    },
    "history.set_quotes.one": {
        "nl": "koos {count} citaat bij '{name}' (eerst {before})",
        "en": "picked {count} quote for '{name}' ({before} before)",
    },
    "history.set_quotes_other": {
        "nl": "koos {count} citaten bij Overig (eerst {before})",
        "en": "picked {count} quotes for Other ({before} before)",
    },
    "history.set_quotes_other.one": {
        "nl": "koos {count} citaat bij Overig (eerst {before})",
        "en": "picked {count} quote for Other ({before} before)",
    },
    "history.detach": {
        "nl": "maakte antwoorden van {count} respondenten los van gelijke antwoorden",
        "en": "detached answers of {count} respondents from identical ones",
    },
    "history.detach.one": {
        "nl": "maakte het antwoord van {count} respondent los van gelijke antwoorden",
        "en": "detached the answer of {count} respondent from identical ones",
    },
    "history.attach": {
        "nl": "voegde antwoorden van {count} respondenten weer bij gelijke antwoorden",
        "en": "joined answers of {count} respondents to identical ones again",
    },
    "history.attach.one": {
        "nl": "voegde het antwoord van {count} respondent weer bij gelijke antwoorden",
        "en": "joined the answer of {count} respondent to identical ones again",
    },
}
