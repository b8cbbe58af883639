"""Verbs of saying in a statement, each with the phrase that speaks and the words that are reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from discrepancy.extractors import _speaker_phrases as phrases
from discrepancy.extractors._name_runs import Word
from discrepancy.extractors._quotations import Quotation, inside
from discrepancy.extractors._speech_verbs import (
    ACCORDING,
    FORMS,
    NEEDS_CLAUSE,
    PARTICIPLES,
    PRESENT_PLURAL,
    UNVERIFIED,
    VERB,
)
from discrepancy.model import Span, Speech, Statement

_CLAUSE: Final = re.compile(r"[\s,:]*(?:(?:on|at|in|via|to|by|during) (?:[\w'’.-]+ ){1,4}?)?(?:that\b|[\"“])")
"""What shows that a clause or quotation follows the verb: "on Friday that", ': "'."""
_TAIL: Final = re.compile(
    r"[\s,]*(?:\w+ing\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|on\b|in\b|at\b|via\b|during\b|after\b|following\b|by\b|to\b|earlier\b|later\b|yesterday\b|$|[.!?\"”])"
)
"""What follows a verb whose words came before it: "said on Facebook.", "said updating an earlier toll"."""
_RECIPIENT: Final = re.compile(
    r"\s+(?:the )?(?:[A-Z][\w'’&.-]*|reporters|journalists|him|her|them|us|me)(?: [A-Z][\w'’&.-]*){0,4}"
)
_LEAD: Final = re.compile(r"[\s,:]*(?:only )?(?:that\b\s*)?")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of saying."""

    speaker: str
    speaker_span: Span
    verb: str
    stance: str
    content: tuple[Span, ...]
    backward: bool
    """Whether what is said stands before the verb."""

    def speech(self, start: int, end: int) -> Speech:
        return Speech(start, end, self.speaker, self.speaker_span, self.verb, self.stance)


def attributions(
    text: str, statement: Statement, found: Sequence[Word], quotes: Sequence[Quotation]
) -> Iterator[Attribution]:
    """All acts of saying of a statement, in order. Speakers are as read, pronouns too."""
    lead: Span | None = None
    for match in VERB.finditer(text, statement.start, statement.end):
        begins = match.start() == statement.start
        if (
            inside(quotes, match.start())
            or (match.group()[0].isupper() and not begins)
            or _gerund(match, begins=begins)
        ):
            continue
        made = _of_verb(text, statement, found, quotes, match, lead)
        if made:
            lead = lead or made.speaker_span
            yield made
    yield from _according(text, statement, found, quotes)
    match_unverified = UNVERIFIED.search(text, statement.start, statement.end)
    if match_unverified and not inside(quotes, match_unverified.start()):
        yield from _unverified(text, statement, found, match_unverified)


_CLAIMS: Final = frozenset(("claim", "claims"))
_REJECTED_WITHIN: Final = 300
"""Characters of a statement in which claims and who denies them stand."""
_REJECTED: Final = re.compile(
    r"(?:[^.;:]{0,160}\b(?:and|but|while) )?(?P<who>\S[^.,;:]{1,60}?)"
    r"(?: on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?(?: (?:has|have|had))?"
    r" (?:den(?:y|ies|ied)|disput(?:es|ed)|reject(?:s|ed)|refut(?:es|ed)|dismiss(?:es|ed))\b[^.;:]{0,60} $"
)
"""Before claims that are told to be denied: "The UN on Wednesday denied the army's claims that ..."."""


def _gerund(match: re.Match[str], *, begins: bool) -> bool:
    """ "Adding another unit is ...": a subject, and no verb of saying."""
    return begins and match.group().lower() in PARTICIPLES


def _of_verb(
    text: str,
    statement: Statement,
    found: Sequence[Word],
    quotes: Sequence[Quotation],
    match: re.Match[str],
    lead: Span | None,
) -> Attribution | None:
    form = match.group().lower()
    index = next((i for i, w in enumerate(found) if w.start == match.start()), None)
    if index is None:
        return None
    near = form in _CLAIMS and match.start() - statement.start <= _REJECTED_WITHIN
    rejected = _REJECTED.match(text, statement.start, match.start()) if near else None
    if rejected and text.startswith(" that ", match.end()):
        return _made(
            text, rejected.span("who"), "deny", "denies", _trim(text, match.end() + 6, statement.end), backward=False
        )
    if form in PARTICIPLES:
        span = lead or subject(text, statement, found)
        lemma, stance = PARTICIPLES[form]
        content = _trim(text, _LEAD.match(text, match.end()).end(), statement.end)  # type: ignore[union-attr]
        return _made(text, span, lemma, stance, content, backward=False) if span and _says_much(text, content) else None
    lemma, stance = FORMS.get(form) or PRESENT_PLURAL[form]
    floor = max([statement.start, *(q.end for q in quotes if q.end <= match.start())])
    span = phrases.before(text, found, index - 1, floor)
    if span is not None and form in PRESENT_PLURAL and not _plural(text, span) and text[match.end() :][:6] != " that ":
        return None
    if span is None or _behind_preposition(found, span):
        return _inverted(text, statement, found, index, match, lemma, stance)
    return _regular(text, statement, match, span, lemma, stance)


def _regular(
    text: str, statement: Statement, match: re.Match[str], span: Span, lemma: str, stance: str
) -> Attribution | None:
    """Subject before verb: "X said that P", "P, X said on Friday."."""
    begin = match.end()
    clause = _CLAUSE.match(text, begin, statement.end)
    recipient = (
        _RECIPIENT.match(text, begin, statement.end) if lemma in ("tell", "inform", "ask", "urge", "order") else None
    )
    begin = recipient.end() if recipient else begin
    begin = clause.end() if clause and clause.group().endswith("that") else begin
    forward = _trim(text, _LEAD.match(text, begin).end(), statement.end)  # type: ignore[union-attr]
    before = _trim(text, statement.start, span[0])
    if clause or not _says_much(text, before):
        if lemma in NEEDS_CLAUSE and not clause and not _looks_clausal(text, forward):
            return None
        return _made(text, span, lemma, stance, forward, backward=False)
    if _TAIL.match(text, begin, statement.end) or text[begin : statement.end].strip(" .") == "":
        if lemma in NEEDS_CLAUSE and text[before[1] : span[0]].strip() not in (",", '"', '."', ',"', "”", ",”"):
            return None
        return _made(text, span, lemma, stance, before, backward=True)
    if lemma in NEEDS_CLAUSE and not _looks_clausal(text, forward):
        return None
    return _made(text, span, lemma, stance, forward, backward=False)


def _behind_preposition(found: Sequence[Word], span: Span) -> bool:
    """ "by the Front said Jan Smit": what a preposition governs is no subject."""
    earlier = [word for word in found if word.end < span[0]]
    return bool(earlier) and earlier[-1].lower in _GOVERNING and span[0] - earlier[-1].end == 1


def _inverted(
    text: str, statement: Statement, found: Sequence[Word], index: int, match: re.Match[str], lemma: str, stance: str
) -> Attribution | None:
    """Verb before subject, behind what is said: '"...," said Denis Sokolov, co-founder of ...'."""
    content = _trim(text, statement.start, match.start())
    span = phrases.after(text, found, index + 1, statement.end)
    if span is None or lemma in NEEDS_CLAUSE or not _says_much(text, content) or text.startswith("that ", span[0]):
        return None
    return _made(text, span, lemma, stance, content, backward=True)


def _according(
    text: str, statement: Statement, found: Sequence[Word], quotes: Sequence[Quotation]
) -> Iterator[Attribution]:
    for match in ACCORDING.finditer(text, statement.start, statement.end):
        index = next((i for i, w in enumerate(found) if w.start >= match.end()), None)
        span = None if index is None else phrases.after(text, found, index, statement.end)
        if span is None or inside(quotes, match.start()):
            continue
        before = _trim(text, statement.start, match.start())
        if _says_much(text, before):
            yield _made(text, span, "accord", "says", before, backward=True)
        else:
            yield _made(
                text, span, "accord", "says", _trim(text, _past_name(text, span), statement.end), backward=False
            )


def _past_name(text: str, span: Span) -> int:
    """Where the sentence goes on behind "According to the spokesman of the army, Jan Smit,"."""
    apposed = re.compile(r",\s+[A-Z][^,.\"“]{1,60},\s").match(text, span[1])
    return apposed.end() if apposed else span[1]


def _unverified(text: str, statement: Statement, found: Sequence[Word], match: re.Match[str]) -> Iterator[Attribution]:
    index = next((i for i, w in enumerate(found) if w.start >= match.start()), None)
    span = None if index is None else phrases.before(text, found, index - 1, statement.start)
    if span is not None and not match.group().lower().endswith("verified"):
        content = _trim(text, match.end(), statement.end)
        yield _made(text, span, "verify", "doubts", content, backward=False)


def subject(text: str, statement: Statement, found: Sequence[Word]) -> Span | None:
    """The phrase that a statement begins with, as far as its first verb shows it."""
    if not found:
        return None
    for offset, word in enumerate(found[:14]):
        if word.lower in ("did", "has", "have", "had", "was", "were", "is", "are", "could", "would", "will") and offset:
            return phrases.before(text, found, offset - 1, statement.start)
    return phrases.after(text, found[:6], 0, statement.end)


def _made(text: str, span: Span, lemma: str, stance: str, content: Span, *, backward: bool) -> Attribution:
    spans = (content,) if content[1] > content[0] else ()
    return Attribution(" ".join(text[span[0] : span[1]].split()), span, lemma, stance, spans, backward)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in ' \t\n,:;"“”':
        start += 1
    while end > start and text[end - 1] in ' \t\n,:;"“”':
        end -= 1
    return (start, end)


def _says_much(text: str, span: Span) -> bool:
    """Whether a stretch is long enough to be what somebody says, and no adverbial ("On Friday", "Meanwhile")."""
    inside_words = text[span[0] : span[1]].split()
    if not inside_words:
        return False
    opener = inside_words[0].lower()
    return len(inside_words) > 3 and not (len(inside_words) < 9 and opener in _ADVERBIAL)


_GOVERNING: Final = frozenset(["by", "with", "against", "from", "to", "into", "than", "near"])
_ADVERBIAL: Final = frozenset(
    [
        "in",
        "on",
        "at",
        "after",
        "before",
        "during",
        "earlier",
        "later",
        "by",
        "with",
        "from",
        "as",
        "since",
        "meanwhile",
        "also",
    ]
)


def _looks_clausal(text: str, span: Span) -> bool:
    """Whether what follows a verb has a verb of its own."""
    rest = text[span[0] : span[1]]
    return bool(re.match(r"(?:it|he|she|they|there|this|these|that|to)\b", rest, re.IGNORECASE)) or bool(
        re.search(r"\b(?:is|are|was|were|had|has|have|will|would|could|can|should|did|does|to)\b", rest[:160])
    )


def _plural(text: str, span: Span) -> bool:
    last = text[span[0] : span[1]].split()[-1]
    return last.lower() not in ("his", "its") and (
        last.endswith("s") or last.lower() in ("people", "police", "they", "we")
    )
