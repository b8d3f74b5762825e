"""The example surveys are what examples/README.md says they are: read with the csv module alone."""

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
SURVEYS = {
    "communicatie_2025.csv": ("Respondent", 115),
    "communicatie_2026.csv": ("Respondent", 90),
    "neighbourhood_2025.csv": ("respondent_id", 60),
}
CODINGS = {
    "communicatie_2025_codering.csv": "communicatie_2025.csv",
    "communicatie_2025_codering_tweede.csv": "communicatie_2025.csv",
    "communicatie_2026_codering.csv": "communicatie_2026.csv",
    "neighbourhood_2025_coding.csv": "neighbourhood_2025.csv",
}
CONTROLS = (
    "Controle 1: Had je dit jaar zelf contact met inwoners, cliënten of huurders?",
    "Controle 2: Gaat je werk over publiekscommunicatie?",
)
ASKED_OF_ALL = ("Hoe heet je organisatie?", "Voor wat voor organisatie werk je? Anders, namelijk:")
NOTICE, HELP, NEEDED = (
    "Waaraan merk je dat? Ja, namelijk:",
    "Hoe kan communicatie helpen? Ja, namelijk:",
    "Wat is er nodig? Ja, namelijk:",
)
GATES = {
    NOTICE: "Merk je dat mensen je organisatie minder vertrouwen?",
    HELP: "Kan communicatie helpen om vertrouwen te winnen?",
    NEEDED: "Is er iets nodig om dichter bij mensen te staan?",
}
MISSING = "Mis je nog iets in deze vragenlijst?"
NEW_ARGUMENT = "Nepnieuws en nepbeelden door AI"
Row = dict[str, str]


def delimiter(name: str) -> str:
    return ";" if name.startswith("communicatie") else ","


def read(name: str) -> list[Row]:
    with (EXAMPLES / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter(name), strict=True))


def survey(name: str) -> dict[str, Row]:
    key = SURVEYS[name][0]
    return {row[key]: row for row in read(name)}


def coding(name: str) -> dict[str, dict[str, frozenset[str]]]:
    """Codes by question and respondent; '-' is the empty set."""
    codes: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for question, respondent, cell in (tuple(row.values()) for row in read(name)):
        assert respondent not in codes[question], "one row per answer"
        codes[question][respondent] = frozenset(cell.split("|")) - {"-"}
    return dict(codes)


def counts(codes: dict[str, frozenset[str]]) -> Counter[str]:
    return Counter(code for held in codes.values() for code in held or {"-"})


def those_who_count(name: str) -> dict[str, Row]:
    return {key: row for key, row in survey(name).items() if all(row[control] == "Ja" for control in CONTROLS)}


def counts_in_readme() -> dict[str, dict[str, tuple[int, Counter[str]]]]:
    """Per coding file and question: the n and the counts that the README prints."""
    found: dict[str, dict[str, tuple[int, Counter[str]]]] = defaultdict(dict)
    name = question = ""
    for line in (EXAMPLES / "README.md").read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"### (\S+\.csv)", line):
            name = heading[1]
        elif name and (title := re.fullmatch(r"\*\*(.+)\*\* n = (\d+)", line)):
            question = title[1]
            found[name][question] = int(title[2]), Counter()
        elif name and question and (cell := re.fullmatch(r"\| (.+) \| (\d+) \|", line)):
            found[name][question][1][cell[1]] = int(cell[2])
    return dict(found)


@pytest.mark.parametrize("name", [*SURVEYS, *CODINGS])
def test_rows_are_as_wide_as_the_header(name: str) -> None:
    with (EXAMPLES / name).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=delimiter(name), strict=True))
    assert len(set(rows[0])) == len(rows[0])
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("name", [name for name in (*SURVEYS, *CODINGS) if name.startswith("communicatie")])
def test_dutch_files_are_as_a_dutch_excel_writes_them(name: str) -> None:
    raw = (EXAMPLES / name).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\r\n")


@pytest.mark.parametrize(("name", "key", "expected"), [(name, *facts) for name, facts in SURVEYS.items()])
def test_respondents_are_unique(name: str, key: str, expected: int) -> None:
    ids = [row[key] for row in read(name)]
    assert len(ids) == len(set(ids)) == expected


@pytest.mark.parametrize(("name", "of"), CODINGS.items())
def test_every_coding_row_refers_to_an_answer(name: str, of: str) -> None:
    people = survey(of)
    blank = [
        (question, respondent)
        for question, codes in coding(name).items()
        for respondent in codes
        if not people[respondent][question].strip()
    ]
    assert blank == []


@pytest.mark.parametrize("name", CODINGS)
def test_codes_are_names_joined_by_a_bar(name: str) -> None:
    for row in read(name):
        parts = row["codes"].split("|")
        assert all(part and part == part.strip() for part in parts)
        assert "-" not in parts or parts == ["-"]
        assert len(parts) == len(set(parts))


@pytest.mark.parametrize("name", ["communicatie_2025_codering.csv", "communicatie_2026_codering.csv"])
def test_only_those_who_count_are_coded(name: str) -> None:
    counting = set(those_who_count(CODINGS[name]))
    main = {question: set(codes) for question, codes in coding(name).items() if question not in ASKED_OF_ALL}
    assert all(coded <= counting for coded in main.values())


def test_readme_prints_the_counts_of_the_coding_files() -> None:
    computed = {
        name: {question: (len(codes), counts(codes)) for question, codes in coding(name).items()} for name in CODINGS
    }
    assert counts_in_readme() == computed


@pytest.mark.parametrize(
    ("name", "expected"), [("communicatie_2025.csv", (58, 70, 63)), ("communicatie_2026.csv", (48, 57, 53))]
)
def test_only_those_who_said_yes_explain(name: str, expected: tuple[int, int, int]) -> None:
    everyone, counting = survey(name).values(), those_who_count(name).values()
    for (explanation, gate), yes in zip(GATES.items(), expected, strict=True):
        assert {row[gate] for row in everyone if row[explanation]} == {"Ja"}
        assert {row[gate] for row in counting} == {"Ja", "Nee"}
        assert sum(row[gate] == "Ja" for row in counting) == yes


def test_first_wave_has_the_shares_of_the_report() -> None:
    people, counting = survey("communicatie_2025.csv"), those_who_count("communicatie_2025.csv")
    assert (len(people), len(counting)) == (115, 73)
    kinds = Counter(row["Voor wat voor organisatie werk je?"] for row in people.values())
    years = Counter(row["Hoe lang zit je in het vak?"] for row in people.values())
    contracts = Counter(row["Wat voor contract heb je?"] for row in people.values())
    assert len(kinds) == 11
    shares = [kinds["Gemeente"], kinds["Zorg- of welzijnsorganisatie"], kinds["Ministerie"]]
    assert [round(100 * count / 115) for count in shares] == [29, 17, 9]
    assert round(100 * years["Meer dan 10 jaar"] / 115) == 65
    assert round(100 * contracts["In dienst van een publieke organisatie"] / 115) == 77
    assert round(100 * sum(row[GATES[NOTICE]] == "Ja" for row in counting.values()) / 73) == 79


def test_first_wave_has_the_bases_of_the_report() -> None:
    bases = {question: len(codes) for question, codes in coding("communicatie_2025_codering.csv").items()}
    assert bases == {
        "Voor wat voor organisatie werk je? Anders, namelijk:": 19,
        "Hoe heet je organisatie?": 115,
        NOTICE: 58,
        HELP: 70,
        NEEDED: 63,
        "Licht je antwoord toe": 53,
        "Wat heb je daarvoor nodig?": 55,
        MISSING: 31,
    }


def test_who_misses_nothing_says_no_twelve_times() -> None:
    people = survey("communicatie_2025.csv")
    said_no = [who for who, codes in coding("communicatie_2025_codering.csv")[MISSING].items() if codes == {"Nee"}]
    assert len(said_no) == 12
    assert all(people[who][MISSING].casefold().startswith(("nee", "neen")) for who in said_no)


def test_an_organisation_name_is_coded_by_its_kind() -> None:
    people = survey("communicatie_2025.csv")
    for who, codes in coding("communicatie_2025_codering.csv")["Hoe heet je organisatie?"].items():
        kind = people[who]["Voor wat voor organisatie werk je?"]
        assert all(kind.startswith(code) for code in codes)


@pytest.mark.parametrize("name", ["communicatie_2025.csv", "communicatie_2026.csv"])
def test_weights_have_mean_one_over_those_who_count(name: str) -> None:
    weights = [float(row["Gewicht"].replace(",", ".")) for row in those_who_count(name).values()]
    assert min(weights) > 0.5
    assert max(weights) < 2
    assert sum(weights) / len(weights) == pytest.approx(1, abs=0.005)


def test_the_second_wave_has_a_panel() -> None:
    first, second = survey("communicatie_2025.csv"), survey("communicatie_2026.csv")
    assert len(first.keys() & second.keys()) == 40
    assert len(those_who_count("communicatie_2025.csv").keys() & those_who_count("communicatie_2026.csv").keys()) == 34
    for who in first.keys() & second.keys():
        assert first[who]["Hoe heet je organisatie?"] == second[who]["Hoe heet je organisatie?"]


def test_two_columns_and_one_category_have_another_name_in_the_second_wave() -> None:
    first, second = read("communicatie_2025.csv"), read("communicatie_2026.csv")
    columns = [(old, new) for old, new in zip(first[0], second[0], strict=True) if old != new]
    assert columns == [
        ("Wat voor contract heb je?", "Welk soort contract heb je?"),
        ("Wat heb je daarvoor nodig?", "Wat heb jij daarvoor nodig?"),
    ]
    kind = "Voor wat voor organisatie werk je?"
    changed = {row[kind] for row in first} ^ {row[kind] for row in second}
    assert changed == {"Zorg- of welzijnsorganisatie", "Organisatie voor zorg of welzijn"}


def test_the_new_argument_is_in_the_second_wave_only() -> None:
    first, second = coding("communicatie_2025_codering.csv"), coding("communicatie_2026_codering.csv")
    assert not any(NEW_ARGUMENT in counts(codes) for codes in first.values())
    assert [question for question, codes in second.items() if NEW_ARGUMENT in counts(codes)] == [NOTICE]
    assert counts(second[NOTICE])[NEW_ARGUMENT] == 8
    assert set(counts(second[NOTICE])) - set(counts(first[NOTICE])) == {NEW_ARGUMENT}
    artificial = re.compile(r"\b(?:ai|deepfakes?|chatgpt)\b", re.IGNORECASE)
    assert not any(artificial.search(row[NOTICE]) for row in read("communicatie_2025.csv"))


def test_one_argument_rose_one_fell_and_two_are_gone() -> None:
    first, second = coding("communicatie_2025_codering.csv"), coding("communicatie_2026_codering.csv")
    promised, talk = "Doen wat je belooft", "Het gesprek organiseren"
    assert (counts(first[NEEDED])[promised], counts(second[NEEDED])[promised]) == (5, 17)
    assert (counts(first[HELP])[talk], counts(second[HELP])[talk]) == (14, 3)
    gone = {
        (question, code)
        for question in first.keys() & second.keys()
        for code in set(counts(first[question])) - set(counts(second[question]))
    }
    assert gone == {(NOTICE, "Minder mensen doen mee"), ("Licht je antwoord toe", "Geen ruimte in het project")}


def test_the_second_coder_agrees_as_the_readme_says() -> None:
    first = coding("communicatie_2025_codering.csv")[NEEDED]
    second = coding("communicatie_2025_codering_tweede.csv")[NEEDED]
    assert first.keys() == second.keys()
    agreed = sum(first[who] == second[who] for who in first)
    ours, theirs = Counter(first.values()), Counter(second.values())
    chance = sum(ours[codes] * theirs[codes] for codes in ours) / len(first) ** 2
    assert agreed == 52
    assert (agreed / len(first) - chance) / (1 - chance) == pytest.approx(0.77, abs=0.005)


@pytest.mark.parametrize("name", SURVEYS)
def test_answers_have_the_forms_that_break_careless_programs(name: str) -> None:
    answers = [cell for row in read(name) for cell in row.values()]
    assert any("\n" in cell for cell in answers) == (name != "communicatie_2026.csv")
    assert any('"' in cell for cell in answers)
    assert any(ord(character) > 0xFFFF for cell in answers for character in cell)
    assert any(cell[:1] in {"=", "+", "-"} and len(cell) > 2 for cell in answers)


def test_the_first_wave_holds_contact_details_and_one_long_answer() -> None:
    answers = [cell for row in read("communicatie_2025.csv") for cell in row.values()]
    assert sum("@voorbeeld.nl" in cell for cell in answers) == 1
    assert sum(len(cell) > 600 for cell in answers) == 1
