"""The words in which people say that they have nothing to say, in Dutch and English.

Each label is the form under which such answers are counted in a report. The phrases are written as
``coding.domain.answers`` reads them: lower case, no punctuation, no apostrophes, single-letter abbreviations closed
up ("n.v.t." is "nvt"). Left out on purpose: "geen zin", "geen interesse", "geen tijd", "niemand", "lastig", "maybe"
and the like, which are arguments or answers to many a question.
"""

from __future__ import annotations

from typing import Final

# From the most to the least telling: an answer of several phrases ("nee, geen idee") is counted under the first.
PHRASES: Final[dict[str, str]] = {
    "N.v.t.": "nvt|nvvt|n v t|niet van toepassing|is niet van toepassing|niet relevant|nvt voor mij",
    "Wil ik niet zeggen": (
        "wil ik niet zeggen|dat wil ik niet zeggen|zeg ik niet|zeg ik liever niet|liever niet|geen antwoord"
        "|wil niet zeggen|geen commentaar|gaat je niks aan|gaat niemand wat aan|gaat u niks aan"
        "|dat houd ik voor mezelf"
    ),
    "Zie boven": (
        "zie boven|zie hierboven|idem|zie vorige|zie vorige vraag|zie vorig antwoord|zie vorige antwoord"
        "|zie eerder antwoord|zie mijn vorige antwoord|zie eerdere antwoorden|zie mijn eerdere antwoord"
        "|zie toelichting|zie eerder|zelfde|hetzelfde|zelfde als hierboven|hetzelfde als hierboven"
        "|zelfde antwoord|hetzelfde antwoord|al genoemd|al beantwoord|heb ik al gezegd|zie antwoord hierboven"
        "|zie vraag hierboven|zie de vorige vraag"
    ),
    "Geen idee": (
        "geen idee|geenidee|geen id|heb geen idee|ik heb geen idee|heb ik geen idee|daar heb ik geen idee van"
        "|ik heb er geen idee van|geen flauw idee|geen benul|geen flauw benul|ik heb geen benul|geen enkel idee"
        "|geen idee meer"
    ),
    "Geen mening": (
        "geen mening|ik heb geen mening|heb geen mening|heb ik geen mening over|geen mening over"
        "|geen mening hierover|daar heb ik geen mening over|ik heb daar geen mening over|geen duidelijke mening"
        "|geen oordeel|neutraal geen mening"
    ),
    "Weet niet": (
        "weet niet|weet ik niet|weet het niet|ik weet het niet|ik weet niet|dat weet ik niet|weet ik het niet"
        "|weet je niet|weet ik zo niet|zou het niet weten|zou ik niet weten|ik zou het niet weten"
        "|zou t niet weten|weet t niet|kweet niet|weetnie|weet nie|weet ik nie|kweenie|kwenie|weet er niets van"
        "|weet ik niks van|weet er niks van|weet ik niets van|weet ik niet precies|weet ik niet meer"
        "|weet het niet meer|weet niet meer|niet bekend|onbekend|niet zeker|weet niks|weet niets|weet geen"
        "|weet er geen|ik weet er geen|weet ik geen|ik weet niks|ik weet niets|kan niks bedenken"
        "|kan niets bedenken|kan ik niet bedenken|zou zo niet weten|zou niet weten|zou dat niet weten"
        "|zou ik niks weten|ik zou niks weten|oeps weet niet|geen gedachte|geen gedachten|kan ik niet zeggen"
        "|kan ik niet beoordelen|niet te zeggen|moeilijk te zeggen|lastig te zeggen|kan niet zeggen"
        "|kan ik niet beantwoorden|kan ik zo niet zeggen|kan ik niet op komen|kom ik niet op"
        "|daar kom ik niet op|schiet me niets te binnen|schiet me niks te binnen|zegt me niets|zegt me niks"
        "|zegt mij niets|zegt mij niks|joost mag het weten|wie weet|geen weet van|begrijp de vraag niet"
        "|ik begrijp de vraag niet|snap de vraag niet|ik snap de vraag niet|onduidelijke vraag"
        "|dat weet ik niet meer"
    ),
    "Niets": (
        "niets|niks|nix|helemaal niets|helemaal niks|niets te melden|niks te melden|niets toe te voegen"
        "|niks toe te voegen|heb niets toe te voegen|heb ik niets aan toe te voegen|niets aan toe te voegen"
        "|niks aan toe te voegen|niets meer|niets bijzonders|niks bijzonders|niets speciaals"
        "|niets in het bijzonder|niks in het bijzonder|verder niets|verder niks|niet veel|niets anders"
        "|niks anders|niets opgevallen|niks opgevallen|er is me niets opgevallen|er is mij niets opgevallen"
    ),
    "Geen": (
        "geen|geeen|geen een|geen enkele|geen enkel|geen van allen|geen van alle|geen bijzonderheden"
        "|geen opmerkingen|geen opmerking|geen toelichting|geen aanvulling|geen aanvullingen|geen toevoegingen"
        "|geen toevoeging|geen suggesties|heb geen opmerkingen|ik heb geen opmerkingen|heb ik niet|ik heb geen"
        "|heb ik geen|heb er geen|ik heb er geen"
    ),
    "Nee": (
        "nee|neen|neej|neh|niet|ook niet|nee dank je|nee dankjewel|nee bedankt|ik niet|niet echt|niet direct"
        "|nee niets|nee niks|nee geen"
    ),
    "Ja": "ja|jawel|jazeker|jaja|zeker|klopt",
    "N/A": (
        "na|n a|not applicable|doesnt apply|does not apply|not relevant|doesnt apply to me|does not apply to me|nap"
    ),
    "Prefer not to say": (
        "prefer not to say|rather not say|id rather not say|i prefer not to say|refused|refuse|no answer"
        "|no comment|rf|none of your business|prefer not to answer|decline to answer|i decline to answer"
    ),
    "See above": (
        "see above|as above|same as above|ditto|same|same answer|same as before|already answered|as before"
        "|see previous|see previous answer|see my previous answer|same as last|the same|already said|same thing"
        "|i already answered|see earlier"
    ),
    "No idea": (
        "no idea|i have no idea|have no idea|no clue|i have no clue|havent a clue|i havent a clue"
        "|dont have a clue|ive no idea|i dont have a clue|not a clue|no thought|no thoughts"
    ),
    "No opinion": "no opinion|i have no opinion|dont have an opinion|i dont have an opinion|no view|no views",
    "Don't know": (
        "dont know|i dont know|do not know|i do not know|donot know|i donot know|doesnt know|does not know"
        "|dont no|i dont no|dunno|i dunno|idk|dk|dnk|not sure|im not sure|i am not sure|unsure|cant say"
        "|i cant say|hard to say|difficult to say|couldnt say|i couldnt say|i couldnt tell you"
        "|i cant think of anything|cant think of anything|i cant think of any|cant think of any"
        "|cant think of one|i cant think of one|i wouldnt know|cant think of another|i cant think of another"
        "|cant think of anything else|wouldnt know|who knows|unknown|i dont have one|dont have one"
        "|dont remember|i dont remember|cant remember|i cant remember|i dont understand"
        "|i dont understand the question|cant answer|dont know of any|i dont know of any|dont know any"
        "|i didnt have one|didnt have one|i didnt have any|didnt have any|do not have one|there isnt one"
        "|there is not one|i havent thought about it|havent thought about it|dont have any issue"
        "|i do not have one|nothing comes to mind"
    ),
    "Nothing": (
        "nothing|nothing else|nothing to add|nothing to say|nothing really|nothing in particular"
        "|nothing special|nothing more|nothing at all|nothing much|thats it|thats all|that is it|that is all"
        "|not really|not much"
    ),
    "None": (
        "none|none at all|no other|no others|no more|no comments|no suggestions|nil|null|none really|not any"
        "|nobody else|no one else|no further comments|no additional comments|no issues|none that i can think of"
        "|not that i can think of|dont have any|i dont have any"
    ),
    "No": "no|nope|nah|no thanks|no thank you|not at all|not me",
    "Yes": "yes|yep|yeah|yup|yes i do|sure",
    "?": "huh|eh|uh|uhm|ehm|hm|hmm|tja|mwah|pff|pfff|um|umm",
}

# Words that change nothing: "ik heb echt geen idee hoor, sorry".
FILLERS: Final = (
    "echt|eigenlijk|even|effe|zo|hoor|sorry|helaas|nu|momenteel|totaal|absoluut|helemaal|gewoon|verder|dus"
    "|precies|tja|nou|goh|eerlijk gezegd|om eerlijk te zijn|ervan|hierover|daarover|daarvan|hiervan|dan|direct"
    "|direkt|zo direct|zo gauw|zo snel|op dit moment|op het moment|tot nu toe|uhm|uh|eh|hm|ook|geloof ik"
    "|denk ik|nog|vooralsnog|bedankt|dank je wel|oeps|opnieuw|thanks|really|honestly|just|at the moment"
    "|right now|well|um|actually|anything else|sir|maam|that comes to mind|i guess|i think|yet|to be honest"
    "|at this time|currently|about it|so far|still|per respondent|per the respondent"
)
