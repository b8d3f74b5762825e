"""Crosstabs of arguments and of closed questions."""

from __future__ import annotations

import pytest

from coding.analysis.tabulate import tabulate
from coding.analysis.tabulate_crosstab import crosstab, crosstab_closed
from coding.domain.crosstab import BaseFlag, Crosstab, CrosstabOptions, CrosstabRow
from coding.domain.project import Project
from coding.domain.survey import Question, Variable, VariableRole
from tests.projects import Person, code_answers, empty_project, example_project, with_wave


def town_project(sizes: dict[str, tuple[int, int]], weights: tuple[float, float] = (1.0, 1.0)) -> Project:
    """Per town how many say "tijd" and how many "lef"; each group with a weight."""
    people, codes = [], []
    for town, counts in sizes.items():
        for name, count, weight in zip(("tijd", "lef"), counts, weights, strict=True):
            people += [Person({"q": name}, {"town": town, "yes": name}, weight)] * count
            codes += [[name]] * count
    variables = [Variable("town", "Gemeente", "town", categories=("Ede", "Elst", "Epe")),
                 Variable("yes", "Ja?", "yes", VariableRole.CLOSED)]  # fmt: skip
    project = with_wave(empty_project(), people, [Question("q", "Wat?", "q")], variables)
    return code_answers(project, "q", codes)


def by_town(project: Project, options: CrosstabOptions | None = None) -> Crosstab:
    return crosstab(project, tabulate(project, "q"), "town", options)


def named(table: Crosstab, name: str) -> CrosstabRow:
    return next(row for row in table.rows if row.name == name)


def test_each_column_has_its_own_base() -> None:
    table = by_town(town_project({"Ede": (20, 40), "Elst": (30, 10), "Epe": (4, 6), "": (1, 1)}))
    assert [(c.letter, c.category, c.base) for c in table.columns] == [
        ("", "", 112),
        ("A", "Ede", 60),
        ("B", "Elst", 40),
        ("C", "Epe", 10),
    ]
    assert [cell.count for cell in named(table, "tijd").cells] == [55, 20, 30, 4]
    assert [cell.share for cell in named(table, "tijd").cells] == pytest.approx([55 / 112, 1 / 3, 3 / 4, 0.4])
    assert table.missing == 2


def test_small_bases_are_flagged() -> None:
    flags = [c.flag for c in by_town(town_project({"Ede": (25, 25), "Elst": (25, 24), "Epe": (14, 15)})).columns]
    assert flags == [BaseFlag.ENOUGH, BaseFlag.ENOUGH, BaseFlag.SMALL, BaseFlag.VERY_SMALL]


def test_letters_point_at_significantly_smaller_columns() -> None:
    table = by_town(town_project({"Ede": (20, 80), "Elst": (60, 40), "Epe": (25, 75)}))
    assert [cell.letters for cell in named(table, "tijd").cells] == ["", "", "A C", ""]
    assert [cell.letters for cell in named(table, "lef").cells] == ["", "B", "", "B"]


def test_letters_heed_the_level() -> None:
    project = town_project({"Ede": (30, 70), "Elst": (44, 56)})  # p = 0.041
    assert named(by_town(project), "tijd").cells[2].letters == "A"
    assert named(by_town(project, CrosstabOptions(level=0.99)), "tijd").cells[2].letters == ""


def test_intervals_hold_the_share() -> None:
    table = by_town(town_project({"Ede": (20, 40), "Elst": (0, 5)}), CrosstabOptions(population=300))
    for row in table.rows:
        for cell in row.cells:
            assert 0 <= cell.low <= cell.share <= cell.high <= 1
    narrow, wide = named(table, "tijd").cells[0], named(by_town(town_project({"Ede": (20, 45)})), "tijd").cells[0]
    assert narrow.high - narrow.low < wide.high - wide.low


def test_weights_change_shares_and_the_effective_base_but_not_counts() -> None:
    table = by_town(town_project({"Ede": (20, 40)}, weights=(2.0, 0.5)))
    column, cell = table.columns[1], named(table, "tijd").cells[1]
    assert (column.base, column.weighted_base, cell.count) == (60, 60.0, 20)
    assert column.effective_base == pytest.approx(60**2 / (20 * 4 + 40 * 0.25))
    assert cell.share == pytest.approx(40 / 60)
    assert table.weighted


def test_cells_of_few_people_are_not_shown() -> None:
    table = by_town(town_project({"Ede": (2, 8), "Elst": (0, 9)}), CrosstabOptions(hide_below=3))
    assert [cell.shown for cell in named(table, "tijd").cells] == [False, False, False]  # 2 of 2 and so 0 in Elst
    assert [cell.shown for cell in named(table, "lef").cells] == [True, True, True]


def test_closed_questions_by_background_add_up() -> None:
    project = example_project()
    table = crosstab_closed(project, "merkt_ja", "soort", project.waves_in_order())
    assert [row.name for row in table.rows] == ["Ja", "Nee"]
    for at, column in enumerate(table.columns):
        assert sum(row.cells[at].count for row in table.rows) == column.base
        assert sum(row.cells[at].share for row in table.rows) == pytest.approx(1)
    assert table.columns[0].base == 29


def test_list_counts_and_crosstab_totals_are_the_same() -> None:
    project = example_project()
    counted = tabulate(project, "merkt")
    table = crosstab(project, counted, "soort")
    for row, line in zip(counted.rows, table.rows, strict=True):
        assert line.cells[0].count == row.respondent_count
        assert line.cells[0].share == pytest.approx(row.weighted_share)
        assert sum(cell.count for cell in line.cells[1:]) == row.respondent_count


def test_an_impossible_level_is_refused() -> None:
    with pytest.raises(ValueError, match="level"):
        CrosstabOptions(level=95)
