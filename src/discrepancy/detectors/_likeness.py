"""Whether two statements are of one fact, by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.extractors._lexemes import vocabulary
from discrepancy.lexicon import ACTS
from discrepancy.model import Argument, Claim, Quantity, Reading

_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = vocabulary(
    "the and for with that this from have has had was were been are but not his her its their they them into than then "
    "there which who whom will would could should after before over under about around some more most least said says "
    "say told according also only just when while where million billion thousand hundred percent per cent dollars "
    "euros "
    "two three four five six seven eight nine ten"
    " nearly almost"
)


def content(reading: Reading) -> frozenset[str]:
    """The stems of a statement's content words: their first five letters, so that "fined" and "fines" meet."""
    return stems(reading.statement.text)


def stems(text: str) -> frozenset[str]:
    """The first five letters of each content word of a text."""
    return frozenset(w.lower()[:5] for w in _WORD.findall(text) if w.lower() not in _COMMON)


def named(a: Reading, b: Reading) -> bool:
    """Whether both name the same person, place or body, or neither names any."""
    first, second = ({n.canonical for n in r.names} for r in (a, b))
    return bool(first & second) or (not first and not second)


_RISING = vocabulary("rise increase grow climb jump surge gain up soar")
_FALLING = vocabulary("fall decrease drop decline shrink slump plunge lose down")


def said_of(a: str | None, b: str | None) -> bool:
    """Whether two predicates may be one: the same verb, verbs of one act, or one that is unknown."""
    if a is None or b is None or a == b:
        return True
    return any(a in kinds and b in kinds for kinds in (*ACTS.values(), _RISING, _FALLING))


def one_subject(a: Reading, p: Quantity, b: Reading, q: Quantity, claims: Sequence[Claim]) -> bool:
    """Whether the claims that hold two figures are about the same body or thing; true where no claim says."""
    first, second = _subject(a, p, claims), _subject(b, q, claims)
    if first is None or second is None:
        return True
    if first.name and second.name:
        return first.name == second.name
    return first.head == second.head or bool(_heads(first) & _heads(second))


def _subject(reading: Reading, quantity: Quantity, claims: Sequence[Claim]) -> Argument | None:
    low, high = quantity.number_span
    own = (c for c in claims if c.statement.key == reading.statement.key and not c.whole)
    holding = (c for c in own if any(start <= low and high <= end for start, end in c.spans))
    return next((c.subject for c in holding), None)


def same_measure(a: Reading, p: Quantity, b: Reading, q: Quantity) -> bool:
    """Whether a word next to two measures is the same: "20 miles north of", "26 miles north of", but no depth."""
    return p.role != "measure" or bool(_beside(a, p) & _beside(b, q))


def _beside(reading: Reading, quantity: Quantity) -> frozenset[str]:
    text = reading.statement.article.text
    before = text[max(reading.statement.start, quantity.start - 24) : quantity.start]
    after = text[quantity.end : min(reading.statement.end, quantity.end + 32)]
    return stems(f"{before} {after}")


def _heads(argument: Argument) -> frozenset[str]:
    return stems(argument.text)
