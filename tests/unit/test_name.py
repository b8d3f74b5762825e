"""Names and keywords of groups."""

import hashlib

import numpy as np
import pytest

from coding.analysis.encoder import Vectors
from coding.analysis.name import name_groups
from coding.analysis.name_corpus import corpus_of
from coding.analysis.name_phrases import MAX_NAME, phrases_in, shortened

BUS = ["De bus komt te laat", "bus komt te laat", "Te weinig bussen", "de bus komt altijd te laat", "BUS TE LAAT"]
PARKING = ["Parkeren is te duur", "te duur parkeren", "parkeren", "Het parkeren kost te veel", "parkeergeld"]
POOL = ["Een zwembad", "zwembad voor kinderen", "het zwembad is dicht", "zwembad"]
ALL = BUS + PARKING + POOL


def vectors_of(texts: list[str]) -> Vectors:
    """Bags of hashed letter triples: texts that share words lie close together."""
    result = np.zeros((len(texts), 64), dtype=np.float32)
    for row, text in enumerate(texts):
        for at in range(len(text) - 2):
            triple = text[at : at + 3].lower().encode()
            result[row, hashlib.blake2b(triple, digest_size=1).digest()[0] % 64] += 1
    return result


@pytest.mark.parametrize("with_vectors", [True, False])
def test_names_are_phrases_of_the_group(with_vectors: bool) -> None:
    vectors = vectors_of(ALL) if with_vectors else None
    bus, parking, pool = name_groups([BUS, PARKING, POOL], ALL, vectors, "nl")
    assert "bus" in bus.name.lower()
    assert "parkeren" in parking.name.lower()
    assert "zwembad" in pool.name.lower()
    assert "bus" in bus.keywords
    assert "zwembad" in pool.keywords


def test_nested_groups_never_share_a_name() -> None:
    groups = [ALL, BUS, BUS[:2], BUS[:1], BUS[1:2], PARKING, PARKING[:3], POOL, POOL[:2]]
    names = [each.name for each in name_groups(groups, ALL, vectors_of(ALL), "nl")]
    assert len({name.casefold() for name in names}) == len(groups)


def test_two_groups_of_the_same_single_word_are_told_apart() -> None:
    names = name_groups([["zwembad"], ["Zwembad"], ["zwembad!"]], ["zwembad", "Zwembad", "zwembad!"], None, "nl")
    assert len({each.name for each in names}) == 3
    assert all(each.name.startswith("Zwembad") for each in names)


def test_a_capital_that_begins_a_later_sentence_is_no_habit() -> None:
    texts = ("Hier mis ik rust", "Lawaai! Ik slaap slecht", "Te druk. Ik mis rust in Den Haag")
    assert corpus_of(texts, "nl").casing == {"den": "Den", "haag": "Haag"}


def test_an_organisation_keeps_its_capitals() -> None:
    texts = ["Gemeente Den Haag", "gemeente Den Haag", "de Gemeente Den Haag", "Provincie Zeeland"]
    (name,) = name_groups([texts[:3]], texts, None, "nl")
    assert "Den Haag" in name.name or name.name == "Gemeente"


@pytest.mark.parametrize("text", ["👍", "...", "是的，我同意", "de het een", "woord " * 300, "x" * 500])
def test_any_answer_gets_a_name(text: str) -> None:
    (name,) = name_groups([[text]], [text])
    assert 0 < len(name.name) <= MAX_NAME


def test_a_better_phrase_is_found_with_the_encoder() -> None:
    asked: list[str] = []

    def encode(texts: list[str]) -> Vectors:
        asked.extend(texts)
        return vectors_of(texts)

    name_groups([BUS, POOL], ALL, vectors_of(ALL), "nl", encode)
    assert 0 < len(asked) <= 16
    assert len(set(asked)) == len(asked)


def test_no_groups_no_names() -> None:
    assert name_groups([], ALL) == []


@pytest.mark.parametrize("groups", [[[]], [["onbekend"]]])
def test_groups_must_hold_known_texts(groups: list[list[str]]) -> None:
    with pytest.raises(ValueError, match="texts_by_group"):
        name_groups(groups, ALL)


def test_vectors_must_fit_the_texts() -> None:
    with pytest.raises(ValueError, match="vectors"):
        name_groups([BUS], ALL, vectors_of(BUS))


def phrases_of(answers: list[str]) -> list[set[str]]:
    """The phrases of each answer, as typed."""
    found = phrases_in(answers)
    texts: list[set[str]] = [set() for _ in answers]
    for at, start, end in zip(found.answer.tolist(), found.start.tolist(), found.end.tolist(), strict=True):
        texts[at].add(answers[at][start:end])
    return texts


def test_phrases_begin_and_end_well() -> None:
    answer = "ik wil meer aandacht voor de kinderen in de wijk, niet minder geld"
    (phrases,) = phrases_of([answer])
    assert "meer aandacht voor de kinderen" in phrases
    assert "aandacht voor de" not in phrases
    assert "meer" not in phrases
    assert "geld" not in phrases_of(["niet minder geld"])[0], "a phrase must not lose its denial"


def test_phrases_stay_within_their_answer() -> None:
    alone = ["de bus niet", "geld", "", "de het een", "niet", "duur. ver van alles", "te duur en te ver"]
    assert phrases_of(alone) == [phrases_of([answer])[0] for answer in alone]
    assert phrases_of(["de bus niet", "geld"])[1] == {"geld"}


def test_phrases_know_their_words_of_content_and_the_ends_of_clauses() -> None:
    found = phrases_in(["de bus", "te duur, want te ver weg"])
    ver_weg = next(i for i in range(len(found.answer)) if (found.start[i], found.end[i]) == (17, 24))
    assert (found.answer[ver_weg], found.first[ver_weg], found.last[ver_weg], found.edges[ver_weg]) == (1, 1, 3, 1)


def test_a_long_answer_is_shortened_after_a_word() -> None:
    assert shortened("een  heel\nkort antwoord") == "een heel kort antwoord"
    cut = shortened("steeds maar weer dezelfde lange woorden achter elkaar zonder dat er een einde aan komt")
    assert len(cut) <= MAX_NAME
    assert cut.endswith("…")
