"""Waves beside each other: per argument what rose, what fell, what is new and what is gone.

Counts and bases are those of the counted list (``coding.analysis.tabulate``): the same people, the same denominator.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coding.analysis.coded_data import ancestors, in_order
from coding.analysis.compare import LEAST_BASE, Difference, Sample, corrected, difference
from coding.analysis.tabulate_population import Population, population
from coding.domain.codebook import OTHER, Code, CodeStatus
from coding.domain.counted_list import ListOptions, in_full
from coding.domain.errors import CommandRefused
from coding.domain.project import Project
from coding.domain.survey import ResponseKey, Wave
from coding.services.comparison import (
    Cell,
    CodeChange,
    CompareOptions,
    Comparison,
    Series,
    SeriesRow,
    Verdict,
    settled,
)


def last_two(project: Project) -> tuple[str, str]:
    """The ids of the last two waves. Raises CommandRefused when there are not two."""
    waves = project.waves_in_order()
    if len(waves) < 2:
        raise CommandRefused("compare.one_wave", count=len(waves))
    return waves[-2].id, waves[-1].id


def last_two_of(project: Project, question: str, waves: Iterable[Wave] | None = None) -> tuple[str, str] | None:
    """The last two of ``waves`` (of all) in which the question was answered, None when there are not two.

    Surveys go first: a source of complaints that was added last is not the wave after the survey.
    """
    asked = [
        wave
        for wave in (project.waves_in_order() if waves is None else waves)
        if people_of(project, question, [wave], CompareOptions()).answered
    ]
    surveys = [wave for wave in asked if not wave.channel]
    both = surveys if len(surveys) > 1 else asked
    return (both[-2].id, both[-1].id) if len(both) > 1 else None


def compare_waves(
    project: Project, question: str, first: str, second: str, options: CompareOptions | None = None
) -> Comparison:
    """Each argument in two waves. Tested are codes; nets are tested among themselves. Raises KeyError."""
    options = options or CompareOptions()
    waves = project.waves[first], project.waves[second]
    people = tuple(people_of(project, question, [wave], options) for wave in waves)
    members = _members(project, question)
    pairs = [
        (code, _sample(people[0], members[code.id], options), _sample(people[1], members[code.id], options))
        for code in _codes(project, question)
    ]
    kept = [(code, a, b) for code, a, b in pairs if a.count or b.count]
    differences: dict[str, Difference] = {}
    for nets in (False, True):
        group = [(code, a, b) for code, a, b in kept if code.is_net is nets]
        tested = corrected([difference(a, b, options.level) for _, a, b in group])
        differences |= {code.id: one for (code, _, _), one in zip(group, tested, strict=True)}
    above = ancestors(project.coding_of(question))
    answers = len(people[0].answered), len(people[1].answered)
    undecided = undecided_among(project, people[0]), undecided_among(project, people[1])
    bases = len(_weights(people[0], options)), len(_weights(people[1], options))
    rows = []
    for code, a, b in kept:
        verdict = _verdict(code, a, b, differences[code.id], options, undecided)
        if min(bases) < LEAST_BASE:
            verdict = Verdict.FEW
        elif not settled(answers, undecided):
            verdict = Verdict.OPEN
        rows.append(_change(code, a, b, differences[code.id], len(above.get(code.id, ())), options, verdict))
    overlap = len(_weights(people[0], options).keys() & _weights(people[1], options).keys())
    ordered = _in_families(rows, above)
    asked = project.questions[question]
    gate = project.variables.get(asked.gate.variable) if asked.gate is not None else None
    text = in_full(asked.text, gate.label if gate is not None else "")
    return Comparison(question, text, *waves, options, tuple(ordered), bases, overlap, answers, undecided)


def undecided_among(project: Project, people: Population) -> int:
    """How many answers nobody decided on yet."""
    decisions = project.coding_of(people.question).decisions
    return sum(not decisions.get(key) for key in people.answered)


def over_waves(project: Project, question: str, options: CompareOptions | None = None) -> Series:
    """Each argument in every wave in which the question was asked."""
    options = options or CompareOptions()
    waves = [wave for wave in project.waves_in_order() if people_of(project, question, [wave], options).base_keys]
    groups = {wave.name: people_of(project, question, [wave], options) for wave in waves}
    return series(project, question, groups, options)


def series(project: Project, question: str, groups: Mapping[str, Population], options: CompareOptions) -> Series:
    """Each argument in every one of ``groups``; the largest in total first, Overig last."""
    members = _members(project, question)
    above = ancestors(project.coding_of(question))
    rows = []
    for code in _codes(project, question):
        cells = tuple(_cell(_sample(people, members[code.id], options)) for people in groups.values())
        if any(cell.count for cell in cells):
            rows.append(SeriesRow(code.id, code.name, len(above.get(code.id, ())), cells))
    rows.sort(key=lambda row: (row.code == OTHER, -sum(cell.count for cell in row.cells), row.name.casefold()))
    return Series(tuple(groups), tuple(rows))


def by_variable(
    project: Project, question: str, first: str, second: str, variable: str, options: CompareOptions | None = None
) -> dict[str, Comparison]:
    """The comparison within each category of a background variable that occurs in either wave."""
    options = options or CompareOptions()
    held = {p.values.get(variable, "") for wave in (first, second) for p in project.respondents(wave)}
    known = project.variables[variable].categories
    values = [value for value in known if value in held] + sorted(held - set(known) - {""})
    found = {}
    for value in values:
        only = CompareOptions(options.base, options.weighted, options.level, (variable, value))
        one = compare_waves(project, question, first, second, only)
        if one.rows:
            found[value] = one
    return found


def is_weighted(project: Project) -> bool:
    """Whether any respondent has a weight of their own."""
    return any(person.weight != 1.0 for wave in project.waves.values() for person in project.respondents(wave.id))


def people_of(project: Project, question: str, waves: Iterable[Wave], options: CompareOptions) -> Population:
    """Whose answers are counted in ``waves`` under ``options``."""
    people = population(project, question, waves, ListOptions(base=options.base))
    if options.only is None:
        return people
    variable, value = options.only
    keep = {key for key in people.base_keys if project.respondent(key).values.get(variable, "") == value}
    return restricted(people, keep)


def restricted(people: Population, keep: Iterable[ResponseKey]) -> Population:
    """The population with only ``keep`` of its responses."""
    kept = set(keep)
    return Population(
        question=people.question,
        answered=tuple(key for key in people.answered if key in kept),
        non_answers=tuple(key for key in people.non_answers if key in kept),
        base_keys=tuple(key for key in people.base_keys if key in kept),
        unit_of=people.unit_of,
        weight_of=people.weight_of,
        answered_set=people.answered_set & kept,
    )


def _codes(project: Project, question: str) -> list[Code]:
    coding = project.coding_of(question)
    codes = [code for code in in_order(coding) if code.status is not CodeStatus.RETIRED]
    return [*codes, Code(OTHER, OTHER)]


def _members(project: Project, question: str) -> dict[str, frozenset[ResponseKey]]:
    """Per code, net and OTHER the responses under it; a net holds what its codes hold.

    Under OTHER stands only who has no code, as in the counted list.
    """
    coding = project.coding_of(question)
    found: dict[str, set[ResponseKey]] = {code: set() for code in (*coding.codes, OTHER)}
    for code, above in ancestors(coding).items():
        for holder in (code, *above):
            found[holder].update(coding.assigned_members.get(code, ()))
    coded = {key for code in coding.codes for key in coding.assigned_members.get(code, ())}
    found[OTHER] = set(coding.assigned_members.get(OTHER, ())) - coded
    return {code: frozenset(keys) for code, keys in found.items()}


def _sample(people: Population, members: Iterable[ResponseKey], options: CompareOptions) -> Sample:
    weights = _weights(people, options)
    return Sample(weights, frozenset(key.respondent for key in members if key in people.answered_set))


def _weights(people: Population, options: CompareOptions) -> dict[str, float]:
    """People by respondent id, so that who is in both waves is known as the same person."""
    return {key.respondent: people.weight_of[key] if options.weighted else 1.0 for key in people.base_keys}


def _cell(sample: Sample) -> Cell:
    return Cell(sample.count, sample.base, sample.share)


def _change(
    code: Code,
    first: Sample,
    second: Sample,
    found: Difference,
    level: int,
    options: CompareOptions,
    verdict: Verdict,
) -> CodeChange:
    significant = found.adjusted_p < 1 - options.level and verdict not in (Verdict.OPEN, Verdict.FEW)
    return CodeChange(code.id, code.name, level, code.is_net, _cell(first), _cell(second), found, verdict, significant)


def _verdict(
    code: Code, first: Sample, second: Sample, found: Difference, options: CompareOptions, undecided: tuple[int, int]
) -> Verdict:
    """What became of ``code``; Overig is a rest, which is never new or gone."""
    if not first.count and code.id != OTHER:
        return Verdict.OPEN if undecided[0] else Verdict.NEW
    if not second.count and code.id != OTHER:
        return Verdict.OPEN if undecided[1] else Verdict.GONE
    if found.adjusted_p >= 1 - options.level:
        return Verdict.SAME
    return Verdict.ROSE if found.value > 0 else Verdict.FELL


def _in_families(rows: list[CodeChange], above: Mapping[str, tuple[str, ...]]) -> list[CodeChange]:
    """Largest first, each net followed by what stands under it, OTHER last."""
    ids = {row.code for row in rows}
    children: dict[str | None, list[CodeChange]] = {}
    for row in rows:
        parent = next((net for net in above.get(row.code, ()) if net in ids), None)
        children.setdefault(parent, []).append(row)

    def walk(parent: str | None) -> list[CodeChange]:
        here = sorted(
            children.get(parent, ()),
            key=lambda row: (row.code == OTHER, -row.second.count, -row.first.count, row.name.casefold()),
        )
        return [row for top in here for row in (top, *walk(top.code))]

    return walk(None)
