"""Comparisons of waves and of coders as tables and sentences, in Dutch or English, for screens, files and terminals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coding.analysis.agreement import Estimate
from coding.analysis.compare import LEAST_BASE
from coding.domain.codebook import OTHER
from coding.domain.counted_list import Base
from coding.domain.project import Project
from coding.services.compare_periods import Thread, Threads
from coding.services.comparison import SETTLED_FROM, Cell, CodeChange, Comparison, Series, SmallBase, Verdict
from coding.services.second_coder import Compared
from coding.texts import Language, report_wording, text

TOO_FEW = 10
"""Answers in common under which agreement figures say nothing."""
NOTHING = "–"
"""Printed where a figure is not given."""
_TELLING = (Verdict.ROSE, Verdict.FELL, Verdict.NEW, Verdict.GONE)


def percent(share: float) -> str:
    """A share (0–1) as a whole percentage, rounded as in the counted list."""
    return report_wording.percent(share, "nl")


def joined(names: Sequence[str], language: Language) -> str:
    """Names as an enumeration: "A, B en C"."""
    *first, last = names
    return text("report.summary.and", language).join(filter(None, (", ".join(first), last)))


def points(value: float, *, signed: bool = True) -> str:
    """A difference of shares (0–1) in whole percentage points."""
    number = f"{100 * value:+.0f}" if signed else f"{abs(100 * value):.0f}"
    return "0" if number in ("+0", "-0") else number.replace("-", "−")


def p_value(p: float, language: Language) -> str:
    """A p-value: three decimals, "< 0,001" below."""
    shown = "< 0.001" if p < 0.001 else f"{p:.3f}" if p < 0.1 else f"{p:.2f}"
    return shown.replace(".", ",") if language == "nl" else shown


def figure(estimate: Estimate, language: Language, *, interval: bool = True) -> str:
    """An agreement figure to two decimals with its interval; a dash where it is not defined."""
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return text("agreement.undefined", language)
    shown = f"{estimate.value:.2f}"
    if interval:
        shown += f" ({estimate.low:.2f} – {estimate.high:.2f})"
    shown = shown.replace("-", "−")
    return shown.replace(".", ",") if language == "nl" else shown


def name_of(code: str, name: str, language: Language) -> str:
    """The name of a code; that of Overig in the language."""
    return text("compare.other", language) if code == OTHER else name


def comparison_table(found: Comparison, language: Language) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings and rows of a comparison."""
    head = (
        text("compare.col_name", language),
        _counted(found.first.name, found.bases[0]),
        _counted(found.second.name, found.bases[1]),
        text("compare.col_diff", language),
        text("compare.col_interval", language),
        text("compare.col_p", language),
        text("compare.col_verdict", language),
    )
    return head, [_row(row, language) for row in found.rows]


def _counted(name: str, base: int) -> str:
    """A heading with its base, which stays on one line."""
    return f"{name} (n\u00a0=\u00a0{base})"


def _row(row: CodeChange, language: Language) -> tuple[str, ...]:
    """The cells of an argument; nothing is said of chance as long as it is too early or there are too few to tell."""
    low, high = points(row.difference.low), points(row.difference.high)
    few = row.verdict is Verdict.FEW
    early = few or row.verdict is Verdict.OPEN
    return (
        "    " * row.level + name_of(row.code, row.name, language),
        counted(row.first),
        counted(row.second),
        NOTHING if few else points(row.difference.value),
        NOTHING if early else f"{low} … {high}",
        NOTHING if early else p_value(row.difference.adjusted_p, language),
        text(f"compare.verdict_{row.verdict.value}", language),
    )


def counted(cell: Cell) -> str:
    """Respondents with their share, "10x (17%)"; without it where the base is too small for a percentage."""
    return f"{cell.count}x ({percent(cell.share)})" if cell.tells else f"{cell.count}x"


def comparison_sentences(found: Comparison, language: Language) -> list[str]:
    """What a report says of a comparison: what rose, fell, is new and gone, and how far to trust it."""
    if found.too_few:
        return [too_few(found, language)]
    if not found.settled:
        return comparison_notes(found, language)
    told = [row for verdict in _TELLING for row in found.with_verdict(verdict) if row.code != OTHER]
    sentences = [_sentence(found, row, language) for row in told]
    if not any(row.significant for row in told):
        sentences.append(_nothing(found, language))
    else:
        rest = sum(row.verdict is Verdict.SAME and row.code != OTHER for row in found.rows)
        if rest:
            key = "compare.others.one" if rest == 1 else "compare.others"
            sentences.append(text(key, language, count=rest))
    return [*sentences, *comparison_notes(found, language)]


def _nothing(found: Comparison, language: Language) -> str:
    """That no argument rose or fell, and that Overig, which is none, did if it did."""
    other = next((row for row in found.rows if row.code == OTHER and row.significant), None)
    if other is None:
        return text("compare.nothing", language)
    waves = {"before": found.first.name, "after": found.second.name}
    shares = {"first": percent(other.first.share), "second": percent(other.second.share)}
    return text("compare.nothing_but_other", language, **waves, **shares)


def too_few(found: Comparison, language: Language) -> str:
    """Why a question or part of it is not compared."""
    (n1, n2), waves = found.bases, {"first": found.first.name, "second": found.second.name}
    return text("compare.too_few", language, n1=n1, n2=n2, least=LEAST_BASE, **waves)


def comparison_notes(found: Comparison, language: Language) -> list[str]:
    """How the comparison was tested, and which bases are small."""
    notes = [text("compare.no_overlap", language)]
    if found.overlap:
        key = "compare.overlap.one" if found.overlap == 1 else "compare.overlap"
        notes = [text(key, language, count=found.overlap)]
    for wave, count, of in zip((found.first, found.second), found.undecided, found.answers, strict=True):
        if count:
            notes.insert(0, text("compare.undecided", language, wave=wave.name, count=count, of=of))
    if early := too_early(found, language):
        notes.insert(0, early)
    beside = [f"'{row.name}'" for row in found.with_verdict(Verdict.SAME) if _beside_zero(row)] if found.settled else []
    if beside:
        notes.append(text("compare.beside", language, names=joined(beside, language)))
    for wave, first in ((found.first, True), (found.second, False)):
        cell = next(((row.first if first else row.second) for row in found.rows), None)
        if cell is not None and cell.small is not SmallBase.FINE:
            notes.append(text(f"compare.{cell.small.value}", language, n=cell.base, wave=wave.name))
    base = text(f"compare.base_{'asked' if found.options.base is Base.ASKED else 'answered'}", language)
    notes.append(text("compare.weighted_of" if found.options.weighted else "compare.shares_of", language, base=base))
    return notes


def too_early(found: Comparison, language: Language) -> str:
    """That too little was decided to say what changed; "" when enough was."""
    return "" if found.settled else text("compare.too_early", language, share=percent(SETTLED_FROM))


def _beside_zero(row: CodeChange) -> bool:
    """Whether the interval, which is of this argument alone, has the same sign at both ends."""
    return row.code != OTHER and (row.difference.low > 0 or row.difference.high < 0)


def _sentence(found: Comparison, row: CodeChange, language: Language) -> str:
    p = p_value(row.difference.adjusted_p, language)
    p = p if p.startswith("<") else f"= {p}"
    low, high = row.difference.low, row.difference.high
    if row.verdict is Verdict.FELL:
        low, high = -high, -low
    return text(
        f"compare.{row.verdict.value}",
        language,
        name=row.name,
        first=found.first.name,
        second=found.second.name,
        n1=row.first.count,
        n2=row.second.count,
        p1=percent(row.first.share),
        p2=percent(row.second.share),
        diff=points(row.difference.value, signed=False),
        low=points(low).lstrip("+"),
        high=points(high).lstrip("+"),
        p=p,
        sign=text("compare.significant", language, p=p) if row.significant else "",
    )


def thread_sentences(found: Threads, language: Language) -> list[str]:
    """Which arguments run through all channels, which through several, which only through one."""
    sentences = [
        text("compare.threads_undecided", language, channel=channel, count=count)
        for channel, count in zip(found.channels, found.undecided, strict=True)
        if count
    ]
    if found.everywhere:
        names = _names(found.everywhere)
        sentences.append(text("compare.threads_all", language, count=len(found.channels), names=names))
    if found.some:
        sentences.append(text("compare.threads_some", language, names=_names(found.some)))
    for place, channel in enumerate(found.channels):
        others = (*found.undecided[:place], *found.undecided[place + 1 :])
        if any(others):
            continue  # what is undecided elsewhere may hold the same argument
        only = tuple(one for one in found.one if one.counts[place])
        if only:
            sentences.append(text("compare.threads_one", language, channel=channel, names=_names(only)))
    return sentences


def _names(found: tuple[Thread, ...]) -> str:
    return ", ".join(f"{one.name} ({sum(one.counts)}x)" for one in found)


def agreement_table(
    project: Project, question: str, found: Compared, language: Language
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings and rows of the agreement per code, the most used first."""
    head = (
        text("agreement.col_code", language),
        text("agreement.col_both", language),
        text("agreement.col_first", language, coder=found.first),
        text("agreement.col_second", language, coder=found.second),
        text("agreement.col_neither", language),
        text("agreement.col_percent", language),
        text("agreement.col_kappa", language),
        text("agreement.col_alpha", language),
    )
    coding = project.coding_of(question)
    rows = sorted(found.table.codes, key=lambda row: (-(2 * row.both + row.first_only + row.second_only), row.code))
    return head, [
        (
            coding.group_name(row.code) or row.code,
            str(row.both),
            str(row.first_only),
            str(row.second_only),
            str(row.neither),
            percent(row.percent.value) if row.percent.value is not None else text("agreement.undefined", language),
            figure(row.kappa, language),
            figure(row.alpha, language),
        )
        for row in rows
    ]


def agreement_sentences(found: Compared, language: Language) -> list[str]:
    """The figures over all codes, and how to read them."""
    table = found.table
    if not table.answers:
        return [text("agreement.nothing", language, first=found.first, second=found.second)]
    same = table.same_codes
    sentences = []
    if same.value is not None and same.low is not None and same.high is not None:
        sentences.append(
            text(
                "agreement.summary.one" if table.answers == 1 else "agreement.summary",
                language,
                first=found.first,
                second=found.second,
                n=table.answers,
                same=round(same.value * table.answers),
                percent=percent(same.value),
                low=percent(same.low),
                high=percent(same.high),
            )
        )
    if table.left_out:
        sentences.append(text("agreement.left_out", language, count=table.left_out))
    if table.answers < TOO_FEW:
        return [*sentences, text("agreement.too_few", language, least=TOO_FEW)]
    alpha = table.alpha_masi
    if alpha.value is not None and alpha.low is not None and alpha.high is not None:
        numbers = {"alpha": alpha.value, "low": alpha.low, "high": alpha.high}
        sentences.append(text("agreement.alpha", language, **{k: _two(v, language) for k, v in numbers.items()}))
    if table.mean_kappa is not None:
        sentences.append(text("agreement.kappa", language, kappa=_two(table.mean_kappa, language)))
    if alpha.value is not None:
        level = "good" if alpha.value >= 0.8 else "fair" if alpha.value >= 0.667 else "poor"
        sentences.append(text(f"agreement.read_{level}", language))
    if table.answers < 50:
        sentences.append(text("agreement.read_few", language, n=table.answers))
    if any(row.both + row.first_only + row.second_only <= 5 for row in table.codes):
        sentences.append(text("agreement.read_rare", language))
    return sentences


def _two(value: float, language: Language) -> str:
    return f"{value:.2f}".replace(".", ",") if language == "nl" else f"{value:.2f}"


def series_table(found: Series, language: Language) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings and rows of arguments by wave or period."""
    bases = [row.base for row in found.rows[0].cells] if found.rows else []
    heads = (_counted(name, base) for name, base in zip(found.columns, bases, strict=False))
    return (text("compare.col_name", language), *heads), [
        (
            "    " * row.level + name_of(row.code, row.name, language),
            *map(counted, row.cells),
        )
        for row in found.rows
    ]


def period_words(name: str, language: Language) -> str:
    """The name of a period ("2026-H2") in words ("tweede halfjaar 2026")."""
    year, part = name.split("-", 1)
    if part[0] == "H":
        return text(f"report.chapter.half_{part[1]}", language, year=year)
    if part[0] in "QW":
        key = "quarter" if part[0] == "Q" else "week"
        return text(f"report.chapter.{key}", language, number=int(part[1:]), year=year)
    return report_wording.long_date(date(int(year), int(part), 1).isoformat(), language).split(" ", 1)[1]


def threads_table(found: Threads, language: Language) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings and rows of arguments by channel, those found in most channels first."""
    heads = (_counted(name, base) for name, base in zip(found.channels, found.bases, strict=True))
    ordered = (*found.everywhere, *found.some, *found.one)
    return (text("compare.col_name", language), *heads), [
        (one.name, *(f"{count}x" if count else "" for count in one.counts)) for one in ordered
    ]
