"""The parts of an answer that are never cut: addresses, numbers, abbreviations, quotations and brackets."""

from __future__ import annotations

import re
from typing import Final

_ABBREVIATIONS: Final = (
    "a.d.h.v|a.g.v|a.s|a.u.b|b.v|bijv|blz|bv|ca|c.q|d.d|d.m.v|dhr|d.w.z|dr|drs|e.a|e.d|e.o|enz|etc|evt|excl|fam|gem|i.c|i.c.m"
    "|i.g.v|i.h.a|i.h.b|i.i.g|i.m|i.o|i.o.v|i.p.v|i.s.m|i.t.t|i.v.m|incl|ing|ir|jl|kl|m.a.w|m.b.t|m.b.v|m.i|m.i.v|m.m|m.n|m.u.v"
    "|max|mevr|min|mr|mw|n.a.v|n.b|nl|no|nr|n.v.t|o.a|o.b.v|o.i|o.i.d|o.l.v|o.v.v|p|par|pag|p.d|p.j|p.m|p.p|p.w|plm|prof|resp|s.v.p"
    "|secr|st|t.a.v|tel|t.b.v|t.e.m|t.g.v|t.h.v|t.k|t.n.v|t.o|t.o.v|t/m|t.w|t.z.t|v.d|vgl|vlg|v.v|vnl|w.o|z.g.a|z.i|z.o.z|z.s.m"
    "|approx|dept|e.g|est|gov|i.e|jr|mrs|ms|mt|sen|sr|u.k|u.s|u.s.a|v|vs"
)
_SHIELDED: Final = re.compile(
    rf"""
    (?:https?://|www\.)\S+
    | (?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}})+
    | (?<![\w.-])(?:[\w-]{{1,64}}\.){{1,6}}(?:nl|com|org|net|be|eu|de|info|gov|edu|uk)(?:/\S*)?(?!\w)
    | (?<!\d)\d{{1,20}}(?:[.,:/'-]\d{{1,20}})+
    | (?<!\w)(?:{"|".join(re.escape(word) for word in _ABBREVIATIONS.split("|"))})\.(?=\s|[,;:)]|$)
    | (?<!\w)(?:[^\W\d_]\.){{2,}}
    | (?<!\w)[A-Z]\.(?=\s?[A-Z])
    | (?<!\w)(?:en/of|and/or|w/o|w/|t/m|c/q|m/v|v/m|h/z|hij/zij|zij/hij|hem/haar|zijn/haar
        |he/she|she/he|his/her|him/her|s/he|24/7|n/a|ja/nee|yes/no)(?!\w)
    | "[^"\n]{{1,300}}" | “[^”\n]{{1,300}}” | „[^”“\n]{{1,300}}[”“] | «[^»\n]{{1,300}}» | ‘[^’\n]{{1,300}}’(?!\w)
    | (?<!\w)'[^'\n]{{1,300}}'(?!\w)
    | \([^()\n]{{1,300}}\) | \[[^\[\]\n]{{1,300}}\]
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Every part that is never cut has one of these; most answers have none.
_MAY_SHIELD: Final = re.compile(r"""["“„«‘(\[/@…]|(?<!\w)'|\.\s*\S|\d[,:'-]\d""")
_ELLIPSIS: Final = re.compile(r"(?<!\.)(?:\.{2,}|…)(?=\s*[a-zà-ÿ])")


def shielded(verbatim: str) -> bytearray:
    """One byte per character of ``verbatim``: 1 where no cut may start.

    A quotation or bracket that spans the whole answer shields nothing.
    """
    shield = bytearray(len(verbatim))
    if not _MAY_SHIELD.search(verbatim):
        return shield
    stripped = verbatim.strip()
    for pattern in (_SHIELDED, _ELLIPSIS):
        for match in pattern.finditer(verbatim):
            if match.end() - match.start() < len(stripped):
                shield[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    return shield
