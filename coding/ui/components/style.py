"""The little styling that Streamlit's theme does not offer. Class names of our own start with ``tk-``."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.ui.session import t

# Words in capitals stand for texts in the language of the screen that Streamlit only has in English. For an error that
# nobody foresaw its text speaks of its own cloud and offers to send the error to others.
# The files of a report tell in their own words why they could not be made.
# Contrast of every pair of text and background is at least 4.5 (WCAG AA); marks also differ by their line.
_STYLE: Final = """
<style>
.stMainBlockContainer { padding-top: 3.9rem; padding-bottom: 4rem; max-width: 1400px; }
div:has(> [class*="st-key-tk_shortcuts"]),
div:has(> [class*="st-key-tk_naming"]),
div:has(> .st-key-tk_clicked),
div:has(> .st-key-tk_words) { position: absolute; height: 0; overflow: hidden; }
[data-testid="stCaptionContainer"] { color: #4A5A61; opacity: 1; }
[data-testid="InputInstructions"], [data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
[class*="st-key-report_download_"] [data-testid="stDownloadButtonError"] { display: none; }
[data-testid="stFileUploaderDropzone"] button p { font-size: 0; }
[data-testid="stFileUploaderDropzone"] button p::after {
  content: "CHOOSE_FILE"; font-size: 0.875rem; }
[data-testid="stFileUploaderDropzone"]::after {
  content: "DROP_FILE"; align-self: center; color: #4A5A61; font-size: 0.9rem; }
.st-key-tk_header h2 { padding: 0; }
.st-key-tk_header [data-testid="stCaptionContainer"] { padding-bottom: 0.15rem; }
.stException > * { display: none; }
.stException::before { content: "UNEXPECTED"; color: #A3261E; }
.tk-verbatim { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
.tk-clamped { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden; }
.tk-mark { color: inherit; padding: 0.05em 0; border-radius: 2px; }
.tk-mark-segment { background: #D5ECEF; border-bottom: 2px solid #0B5C6B; }
.tk-mark-suggested { background: #EAF3F4; border-bottom: 2px dashed #0B5C6B; }
.tk-mark-other { background: #ECEEF2; border-bottom: 2px dotted #4A5568; }
.tk-mark-hit { background: #FFF1B8; border-bottom: 2px solid #8A6100; }
.tk-mark-hidden { background: #F3E3E3; text-decoration: line-through; }
.tk-scroll { overflow: auto; border: 1px solid #C9D3D7; border-radius: 8px; }
.tk-scroll:focus-visible { outline: 2px solid #0B5C6B; }
.tk-table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
.tk-table caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.tk-table th { position: sticky; top: 0; background: #F2F5F6; text-align: left; font-weight: 600; }
.tk-table th, .tk-table td { padding: 0.4rem 0.7rem; border-bottom: 1px solid #E3E9EB; vertical-align: top;
  overflow-wrap: break-word; max-width: 28rem; }
.tk-wide { min-width: 9rem; }
.tk-wide:first-child { min-width: 4rem; }
.tk-wide > span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.st-key-queue_answer { min-height: 9.5rem; max-height: 24rem; overflow-y: auto; }
[data-testid="stMain"]:focus-visible::before { box-shadow: inset 0 0 0 2px #0B5C6B; }
[data-testid="stMain"][data-tk-clicked]:focus-visible::before { content: none; }
.tk-name { font-weight: 600; overflow-wrap: anywhere; }
.tk-quiet { color: #4A5A61; font-size: 0.9rem; }
.tk-count { font-variant-numeric: tabular-nums; }
</style>
"""


def apply_style() -> None:
    """Add the styling to the page; called once per run by ``app.py``."""
    style = _STYLE
    for name in ("UNEXPECTED", "CHOOSE_FILE", "DROP_FILE"):
        style = style.replace(name, t(f"shell.{name.lower()}").replace('"', "’"))
    st.html(style)
