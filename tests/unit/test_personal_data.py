"""What is pointed out before a quote is exported. All data here is made up."""

from itertools import pairwise

import pytest

from coding.analysis.personal_data import PersonalData, find_personal_data


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("mail naar b.jansen+wijk@voorbeeld.co.nl graag", PersonalData.EMAIL, "b.jansen+wijk@voorbeeld.co.nl"),
        ("bel 06-12345678 na vijven", PersonalData.PHONE, "06-12345678"),
        ("tel. 020 123 45 67", PersonalData.PHONE, "020 123 45 67"),
        ("+31 6 12345678", PersonalData.PHONE, "+31 6 12345678"),
        ("woont op 1234 AB in het dorp", PersonalData.POSTCODE, "1234 AB"),
        ("1234ab", PersonalData.POSTCODE, "1234ab"),
        ("stort op NL91 ABNA 0417 1643 00 graag", PersonalData.IBAN, "NL91 ABNA 0417 1643 00"),
        ("mijn nummer is 111222333", PersonalData.BSN, "111222333"),
        ("vraag het mevrouw Van der Bloem maar", PersonalData.NAME, "Van der Bloem"),
        ("Mijn naam is Fatima", PersonalData.NAME, "Fatima"),
        ("Bel Jan de Groot even", PersonalData.NAME, "Jan de Groot"),
        ("J.P. de Groot weet het", PersonalData.NAME, "J.P. de Groot"),
    ],
)
def test_found(text: str, kind: PersonalData, words: str) -> None:
    assert [(finding.kind, finding.span.of(text)) for finding in find_personal_data(text)] == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2021 waren het er 1.234.567",
        "Sinds 1998 en 2020 EU-geld",
        "NL91 ABNA 0417 1643 01",
        "zaaknummer 123456789",
        "Gemeente Amsterdam en Provincie Utrecht",
        "Meer tijd, geld en lef",
        "De Tweede Kamer",
        "",
    ],
)
def test_not_found(text: str) -> None:
    assert find_personal_data(text) == ()


def test_findings_come_in_order_and_do_not_overlap() -> None:
    text = "Jan de Groot, 06-12345678, jan@voorbeeld.nl, 1234 AB"
    findings = find_personal_data(text)
    assert [finding.kind for finding in findings] == ["name", "phone", "email", "postcode"]
    assert all(a.span.end <= b.span.start for a, b in pairwise(findings))
