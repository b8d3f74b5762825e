"""Keyword rules: where words decide, they assign answers to a code, now and in the next wave."""

from __future__ import annotations

import re
from functools import lru_cache

from coding.domain.assignments import Origin
from coding.domain.commands import Assign, DescribeCode, Together
from coding.domain.project import Project
from coding.domain.segments import Span
from coding.services.board import AnswerRow, answer_rows
from coding.services.review_actions import everyone
from coding.services.review_queue import undecided


@lru_cache(maxsize=512)
def _pattern(rule: str) -> re.Pattern[str]:
    words = rule.strip()
    prefix = words.endswith(("*", "…"))
    parts = [re.escape(part) for part in words.rstrip("*…").split()]
    return re.compile(r"(?<!\w)" + r"\s+".join(parts) + ("" if prefix else r"(?!\w)"), re.IGNORECASE)


def rule_hits(rule: str, text: str) -> tuple[Span, ...]:
    """Where the words of ``rule`` stand in ``text``: whole words, capitals or not; a rule that ends in * or … also
    takes words that begin so. An empty rule hits nothing.
    """
    if not rule.strip(" *…"):
        return ()
    return tuple(Span(*found.span()) for found in _pattern(rule).finditer(text))


def rule_rows(project: Project, question: str, rule: str) -> tuple[AnswerRow, ...]:
    """The undecided answers that a rule would assign."""
    responses = project.responses(question)
    keys = (key for key in undecided(project, question) if rule_hits(rule, responses[key].verbatim))
    return answer_rows(project, question, keys)


def keep_rule(project: Project, question: str, code: str, rule: str) -> Together:
    """Put a rule in the codebook and assign the undecided answers that it hits, in one step."""
    coding = project.coding_of(question)
    rules = coding.codes[code].rules if code in coding.codes else ()
    kept = DescribeCode(question, code, rules=tuple(dict.fromkeys((*rules, rule.strip()))))
    assigned = apply_rule(project, question, code, rule)
    commands = (kept,) if assigned is None else (kept, assigned)
    facts = {"rule": rule.strip(), "after": coding.group_name(code) or ""} | (
        {"count": "0"} if assigned is None else {}
    )
    return Together(question, "keep_rule", commands, facts)


def drop_rule(project: Project, question: str, code: str, rule: str) -> DescribeCode:
    """Take a rule out of the codebook; what it assigned stays."""
    rules = project.coding_of(question).codes[code].rules
    return DescribeCode(question, code, rules=tuple(one for one in rules if one != rule))


def apply_rule(project: Project, question: str, code: str, rule: str) -> Assign | None:
    """Assign the undecided answers that a rule hits; None when it hits none."""
    keys = everyone(project, rule_rows(project, question, rule))
    return Assign(question, keys, code, origin=Origin.RULE) if keys else None
