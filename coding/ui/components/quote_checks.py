"""Quotes that seem to hold personal data, pointed out before a report leaves the machine."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from coding.domain.counted_list import CountedList
from coding.services.review_quotes import personal_in
from coding.ui.components.plain import verbatim
from coding.ui.session import t


def show_quote_checks(lists: Iterable[CountedList]) -> None:
    """A warning with each such quote, its row and what was seen in it; nothing when there are none."""
    found = [one for counted in lists for one in personal_in(counted)]
    if not found:
        return
    key = "quotes.check.one" if len(found) == 1 else "quotes.check"
    with st.expander(t(key, count=len(found)), icon=":material/privacy_tip:"):
        st.caption(t("quotes.check_how"))
        for name, quote, kinds in found:
            what = ", ".join(t(f"board.personal.{kind.value}") for kind in kinds)
            verbatim(quote.text, lines=2, quoted=True)
            name = name or t("quotes.check_loose")
            verbatim(t("quotes.check_line", name=name, row=quote.row, what=what), kind="tk-quiet")
