"""Points out personal data in an answer, as a warning before a quote leaves the machine.

Numbers are recognised by their form and, where they have one, their check digits. Names are guessed only where
something says so: a title, "mijn naam is", initials, or a common first name before a capitalised surname. What is not
pointed out may still be personal: a person has to read every quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from stdnum import iban
from stdnum.nl import bsn

from coding.analysis.words import word_set
from coding.domain.segments import Span


class PersonalData(StrEnum):
    """What a finding is."""

    EMAIL = "email"
    IBAN = "iban"
    BSN = "bsn"  # Dutch citizen service number
    PHONE = "phone"
    POSTCODE = "postcode"
    NAME = "name"


class Finding(NamedTuple):
    """Something in a text that may point to a person."""

    kind: PersonalData
    span: Span


# Every finding has one of these; most answers have none: a sign of an address, digits, a capital inside the answer.
# The sign itself comes first, and what it stands beside is looked at after that: most signs are none of these.
_MAY_HOLD: Final = re.compile(
    r"""[@\dA-ZÀ-ÖØ-Þ](?:(?<=@)|(?<=[\s\S][A-ZÀ-ÖØ-Þ])|(?<=[A-Za-z]{2}\d)\d|(?<=\d)(?:[\s().+-]{0,3}\d){3})"""
)
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")
_IBAN: Final = re.compile(r"(?<![^\W_])[A-Z]{2}[0-9]{2}(?:[ .]?[A-Z0-9]{1,4}){3,8}", re.IGNORECASE)
_NINE_DIGITS: Final = re.compile(r"(?<![\d+.,-])(?:\d[ .-]?){8}\d(?![\d]|[.,-]\d)")
_EIGHT_DIGITS: Final = re.compile(
    r"(?:bsn|sofi|burgerservice)\w*[\s:.=-]{0,5}(?:is|nummer|nr)?[\s:.=-]{0,5}(\d{8})(?!\d)", re.IGNORECASE
)
_MANY_DIGITS: Final = re.compile(r"(?:\d[\s().+-]{0,3}){7}")
_POSTCODE: Final = re.compile(r"(?<![\w.])[1-9]\d{3}(?:[ ]?(?!SA|SD|SS|EU|NL|VS)[A-Z]{2}|(?!sa|sd|ss)[a-z]{2})(?![\w])")
_MIDDLE: Final = r"(?:(?:van|von|de|den|der|het|'t|ten|ter|te|el|al|la|le|du|da|dos|bin|ben|op|in)\s+){0,3}"
_SURNAME: Final = r"[A-ZÀ-ÖØ-Þ][\w'’]+(?:-[A-ZÀ-ÖØ-Þ][\w'’]+)?"
_TITLED: Final = re.compile(
    rf"(?<!\w)(?i:dhr|mevr?|mw|meneer|mevrouw|de heer|mr|mrs|ms|miss|dr|drs|ir|ing|prof|professor|dokter|juf)\.?\s+"
    rf"((?:[A-Z]\.\s?){{0,4}}{_MIDDLE}{_SURNAME}(?:\s+{_MIDDLE}{_SURNAME})?)"
)
_INTRODUCED: Final = re.compile(
    rf"(?<!\w)(?i:mijn naam is|ik heet|my name is|groet(?:en|jes)?,?(?: van)?|(?:best |kind )?regards,?"
    rf"|contact(?:persoon)? is|vraag naar)"
    rf"\s+({_SURNAME}(?:\s+{_MIDDLE}{_SURNAME})?)"
)
_INITIALS: Final = re.compile(rf"(?<!\w)((?:[A-Z]\.\s?){{1,4}}{_MIDDLE}{_SURNAME})")
_TWO_NAMES: Final = re.compile(rf"(?<!\w)(?=(([A-ZÀ-ÖØ-Þ][a-zà-ÿ]+(?:-[A-Z][a-z]+)?)\s+{_MIDDLE}{_SURNAME}))")
_FIRST_NAMES: Final = word_set(
    """
    jan johan johannes jaap jacob jeroen joost joris jesse jasper jelle jos joop kees karel klaas koen lars lucas
    luuk maarten marc mark martijn mathijs matthijs michiel mohamed mohammed mustafa niels nick pieter piet peter
    paul patrick rené rick rob robert robin roel ronald rutger ruud sander sem sjoerd stefan stijn theo thijs thomas
    tijmen tim tom wim willem wouter yusuf ahmed ali anton arjan arie arnold bart bas ben bert bram cees daan daniel
    dave david dennis dirk eric erik evert ferdi frank frans fred frits geert gerard gert gijs hans harm harry
    hendrik henk herman hugo jack anna anne anneke annemarie annie anouk astrid barbara bianca carla caroline
    charlotte chantal claudia corrie daphne debby diana eline elisabeth elly els emma esther eva femke fatima fleur
    hanneke hannah helma ilse inge ingrid irene iris jacqueline janneke jeanette jessica jolanda joke josé judith
    julia karin kim laura linda lisa lotte maaike manon margriet maria marianne marieke marijke marion marja marleen
    marloes martine mieke miranda monique nadia natasja nicole nienke noor petra renate ria roos sandra sanne sara
    saskia simone sofie sophie suzanne tamara tineke truus wendy wilma yvonne zoë james john michael william richard
    charles christopher matthew andrew joshua kevin brian george edward mary patricia jennifer elizabeth susan
    margaret sarah karen nancy betty helen donna carol ruth sharon emily
    """
)


def find_personal_data(text: str) -> tuple[Finding, ...]:
    """What in ``text`` may point to a person, in order, without overlap.

    E-mail addresses; IBANs and Dutch citizen service numbers with right check digits; telephone numbers, read as Dutch
    unless they begin with ``+``; Dutch postcodes; likely names.
    """
    if not _MAY_HOLD.search(text):
        return ()
    found: list[Finding] = []
    for finding in _all_findings(text):
        if not any(finding.span.overlaps(earlier.span) for earlier in found):
            found.append(finding)
    return tuple(sorted(found, key=lambda finding: finding.span))


def _all_findings(text: str) -> Iterator[Finding]:
    """Everything found, the most certain kinds first."""
    yield from (Finding(PersonalData.EMAIL, Span(*match.span())) for match in _EMAIL.finditer(text))
    yield from (Finding(PersonalData.IBAN, span) for span in _ibans(text))
    yield from (Finding(PersonalData.BSN, span) for span in _citizen_numbers(text))
    yield from (Finding(PersonalData.PHONE, span) for span in _phone_numbers(text))
    yield from (Finding(PersonalData.POSTCODE, Span(*match.span())) for match in _POSTCODE.finditer(text))
    for pattern in (_TITLED, _INTRODUCED, _INITIALS):
        yield from (Finding(PersonalData.NAME, Span(*match.span(1))) for match in pattern.finditer(text))
    for match in _TWO_NAMES.finditer(text):
        if match[2].casefold() in _FIRST_NAMES:
            yield Finding(PersonalData.NAME, Span(*match.span(1)))


def _ibans(text: str) -> Iterator[Span]:
    """IBANs with right check digits; the words behind one are not part of it."""
    for match in _IBAN.finditer(text):
        ends = range(match.end(), match.start() + 14, -1)
        end = next((end for end in ends if iban.is_valid(text[match.start() : end])), None)
        if end is not None:
            yield Span(match.start(), match.start() + len(text[match.start() : end].rstrip(" .")))


def _citizen_numbers(text: str) -> Iterator[Span]:
    """Nine digits that pass the eleven test; eight where the text says what they are, since dates have eight too."""
    for match in _NINE_DIGITS.finditer(text):
        if bsn.is_valid(re.sub(r"\D", "", match.group())) and not match.group().startswith("0"):
            yield Span(*match.span())
    for match in _EIGHT_DIGITS.finditer(text):
        if bsn.is_valid(match[1]):
            yield Span(*match.span(1))


def _phone_numbers(text: str) -> Iterator[Span]:
    if not _MANY_DIGITS.search(text):
        return
    from phonenumbers import PhoneNumberMatcher  # here, since its number plans take a while to load

    for match in PhoneNumberMatcher(text, "NL"):
        yield Span(match.start, match.end)
