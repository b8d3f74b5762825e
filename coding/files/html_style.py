"""The looks of the HTML report, and of its preview in the app."""

from __future__ import annotations

from html import escape
from typing import Final

from coding.files.colours import checked_colour, readable
from coding.files.printable import printable


def safe(words: str) -> str:
    """``words`` as HTML text that shows exactly as written."""
    return escape(printable(words))


def style(colour: str, accent: str = "") -> str:
    """The style sheet, in the client's colours; words are as dark as it takes to read them."""
    filled = checked_colour(colour)
    return (
        _STYLE.replace("COLOUR", filled)
        .replace("ACCENT", checked_colour(accent or filled))
        .replace("TITLES", readable(filled))
    )


_STYLE: Final = """
@page { size: A4; margin: 20mm 18mm; }
.tr-report { --tr-ink: #1d2326; --tr-quiet: #5b6468; --tr-line: #d9dee0; --tr-colour: COLOUR; --tr-accent: ACCENT;
  --tr-titles: TITLES;
  color: var(--tr-ink); background: #fff; font: 16px/1.5 "Segoe UI", "Helvetica Neue", Arial, "Noto Sans", sans-serif;
  max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.5rem; overflow-wrap: anywhere; hyphens: auto; }
.tr-report h1, .tr-report h2, .tr-report h3 { line-height: 1.25; font-weight: 600; }
.tr-report h1 { font-size: 2.1rem; margin: 0 0 .4rem; color: var(--tr-titles); }
.tr-report h2 { font-size: 1.4rem; margin: 0 0 .6rem; color: var(--tr-titles); }
.tr-report h3 { font-size: 1.02rem; margin: 1.4rem 0 .4rem; break-after: avoid; }
.tr-report p { margin: 0 0 .4rem; }
.tr-report .tr-cover { padding-bottom: 1.2rem; border-bottom: 3px solid var(--tr-accent); margin-bottom: 2rem; }
.tr-report .tr-logo { max-height: 56px; max-width: 200px; float: right; }
.tr-report .tr-subtitle { font-size: 1.15rem; }
.tr-report .tr-quiet, .tr-report .tr-base { color: var(--tr-quiet); font-size: .9rem; }
.tr-report .tr-n { font-weight: 600; }
.tr-report .tr-question, .tr-report .tr-summary, .tr-report .tr-contents, .tr-report .tr-appendix { margin: 0 0 3rem; }
.tr-report .tr-contents ol { padding-left: 1.4rem; }
.tr-report .tr-contents a { color: inherit; }
.tr-report ol.tr-list, .tr-report ul.tr-non { list-style: none; padding: 0; margin: 1rem 0; }
.tr-report .tr-row { display: grid; grid-template-columns: 2.2rem 1fr 9rem; gap: 0 .6rem; align-items: baseline;
  padding: .35rem 0; border-bottom: 1px solid var(--tr-line); margin: 0; break-inside: avoid; }
.tr-report .tr-level1 { padding-left: 2.2rem; }
.tr-report .tr-level2 { padding-left: 4.4rem; }
.tr-report .tr-level3 { padding-left: 6.6rem; }
.tr-report .tr-row:not(.tr-level0) .tr-number { color: var(--tr-quiet); }
.tr-report .tr-net .tr-name { font-weight: 600; }
.tr-report .tr-proposal .tr-name { font-style: italic; }
.tr-report .tr-count { white-space: nowrap; color: var(--tr-quiet); font-weight: 400; }
.tr-report .tr-number { text-align: right; font-variant-numeric: tabular-nums; }
.tr-report .tr-bar { background: #eef1f2; height: .6rem; border-radius: 2px; overflow: hidden; align-self: center; }
.tr-report .tr-bar > span { display: block; height: 100%; background: var(--tr-colour); print-color-adjust: exact; }
.tr-report .tr-non li { color: var(--tr-quiet); padding: .2rem 0 .2rem 2.8rem; margin: 0; }
.tr-report .tr-gate { margin: 0 0 1rem; }
.tr-report .tr-stack { display: flex; height: .8rem; gap: 2px; }
.tr-report .tr-part { background: #cfd6d9; } .tr-report .tr-asked { background: var(--tr-colour); }
.tr-report .tr-part, .tr-report .tr-bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.tr-report .tr-argument { break-inside: avoid-page; }
.tr-report blockquote { margin: 0 0 .5rem; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--tr-accent);
  break-inside: avoid; color: var(--tr-ink); }
.tr-report .tr-verbatim { white-space: pre-wrap; }
.tr-report table { border-collapse: collapse; width: 100%; font-size: .82rem;
  overflow-wrap: break-word; }
.tr-report th, .tr-report td { text-align: right; padding: .3rem .35rem; border-bottom: 1px solid var(--tr-line);
  vertical-align: top; font-weight: 400; }
.tr-report thead th { vertical-align: bottom; color: var(--tr-quiet); border-bottom-color: var(--tr-colour); }
.tr-report th:first-child, .tr-report .tr-word,
.tr-report table:not(.tr-cross) thead th:nth-child(2) { text-align: left; }
.tr-report caption { text-align: left; font-weight: 600; padding: 1.4rem 0 .3rem; }
.tr-report .tr-indent1 { padding-left: 1.2rem; } .tr-report .tr-indent2 { padding-left: 2.2rem; }
.tr-report figure { margin: 1rem 0 1.2rem; break-inside: avoid; }
.tr-report figure img { max-width: 100%; height: auto; }
.tr-report .tr-no-bars .tr-row { grid-template-columns: 2.2rem 1fr; }
.tr-report mark { background: #fff2c2; color: inherit; padding: 0 .15em; border-radius: 2px; }
.tr-report .tr-unseen { font-size: .9rem; border-left: 3px solid #b7791f; padding-left: .8rem; }
.tr-report .tr-summary .tr-base { margin-bottom: .8rem; }
.tr-report dl { margin: 0; display: grid; grid-template-columns: 9rem 1fr; gap: .3rem 1rem; font-size: .92rem; }
.tr-report dt { font-weight: 600; } .tr-report dd { margin: 0; }
@media (max-width: 40rem) {
  .tr-report .tr-row { grid-template-columns: 2.2rem 1fr; } .tr-report .tr-bar { display: none; }
  .tr-report caption { text-align: left; font-weight: 600; padding: 1.4rem 0 .3rem; }
.tr-report .tr-indent1 { padding-left: 1.2rem; } .tr-report .tr-indent2 { padding-left: 2.2rem; }
.tr-report dl { grid-template-columns: 1fr; } }
@media print {
  .tr-report { max-width: none; padding: 0; font-size: 11pt; }
  .tr-report .tr-question { break-before: page; }
  .tr-contents a { text-decoration: none; } }
"""
