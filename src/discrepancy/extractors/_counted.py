"""The noun that a number counts, from the parse where there is one and from word shapes where not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from discrepancy.extractors._lexemes import Words, vocabulary
from discrepancy.extractors._states import CUES
from discrepancy.extractors._units import plural, singular
from discrepancy.model import Token

_STOP = vocabulary(
    "a an the and or but nor of in on at by for from with without to into onto over under after before since "
    "until as than then who whom whose which that this these those it its he she they we you i his her their "
    "our your is are was were be been being has have had do does did will would can could may might shall "
    "should must not when while where because if though although so per each every near among amid between "
    "against about during through across said says say told including includes include inside outside off out "
    "up down aboard there here also just only now still later ago earlier later both all half most many some"
)
_EVENTS = frozenset(("martyrs", "arrests", "rescues"))
"""Plurals of what is counted that are also forms of a verb: "312 arrests"."""
_NO_NOUNS = frozenset(("half", *CUES)) - _EVENTS
"""Words that a parser may take for what is counted: "the injured reached 170 half of them women"."""
_COLLECTIVE = vocabulary("police staff personnel aircraft troops dead deaths series")
_SIDES = vocabulary("regime government army rebel opposition militia coalition enemy state navy police border")
"""Nouns that say whose those are who are counted."""
_SKIP = vocabulary("more other new additional further of the its their his her our")
_LIMIT = 7
_REPORTING = vocabulary("report believe fear presume confirm know list")


def counted(words: Words, last: int, tokens: Sequence[Token], single: bool = False) -> tuple[str | None, int]:
    """The lemma of what is counted by the number that ends at lexeme `last`, and the last lexeme of it."""
    parsed = _parsed(words, last, tokens)
    guessed = _guessed(words, last, single)
    if parsed is None or (guessed[0] is not None and abs(parsed[1] - guessed[1]) > 3):
        return guessed
    # "two El Centro officers": a parser may take a name that stands before the noun for what is counted.
    named = words.text[words[parsed[1]].start].isupper() and guessed[1] > parsed[1]
    # "40 regime soldiers": and so it may take a noun that only says of what kind they are.
    of_a_kind = guessed[0] is not None and guessed[1] == parsed[1] + 1 and words.key(parsed[1]) in _SIDES
    return guessed if named or of_a_kind else parsed


def _guessed(words: Words, last: int, single: bool) -> tuple[str | None, int]:
    found: int | None = None
    at = _past_name(words, _past_fillers(words, last + 1))
    opens = at
    while at < min(opens + _LIMIT, len(words)) and words.gap(at - 1) in (" ", "-", "\u00a0", '" ', "” "):
        key = words.key(at)
        if key == "others":
            return "other", at
        if _closes(words, at, found is not None) or (at == opens and _gerund(words, at)):
            break
        found = at if plural(key) or key in _COLLECTIVE else found
        at += 1
    if found is None and single and at > opens and words.key(at - 1) not in CUES:
        found = at - 1
    return (singular(words.key(found)), found) if found is not None else (None, last)


def _past_fillers(words: Words, at: int) -> int:
    """The lexeme after "more", "other", "of the" and the like."""
    for _ in range(2):
        at += words.key(at) in _SKIP and words.gap(at - 1) == " "
    return at


def _past_name(words: Words, at: int) -> int:
    """The lexeme behind a name of several words that stands before what is counted: "two Rio Verdes County guards"."""
    end = at
    while end < len(words) and words.text[words[end].start].isupper() and words.gap(end - 1) == " ":
        end += 1
    follows = end < len(words) and words.gap(end - 1) == " " and plural(words.key(end))
    return end if end - at > 1 and follows and words.key(end) not in CUES else at


def _closes(words: Words, at: int, has_noun: bool) -> bool:
    key = words.key(at)
    ends = key in _STOP or words[at].digits or (key in CUES and key not in _EVENTS and not _adjective(words, at))
    return ends or (has_noun and not plural(key))


def _gerund(words: Words, at: int) -> bool:
    return words.key(at).endswith("ing") and not plural(words.key(at + 1))


def _adjective(words: Words, at: int) -> bool:
    """ "12 injured passengers": the cue stands before the noun that it describes."""
    return words.gap(at) == " " and plural(words.key(at + 1)) and words.key(at + 1) not in CUES


def _token_at(tokens: Sequence[Token], offset: int) -> Token | None:
    at = bisect_right(tokens, offset, key=lambda token: token.start) - 1
    return tokens[at] if at >= 0 and offset < tokens[at].end else None


def _parsed(words: Words, last: int, tokens: Sequence[Token]) -> tuple[str, int] | None:
    """The noun that the parse has the number modify, when it follows within a few words."""
    token = _token_at(tokens, words[last].start)
    if token is None or not token.dep.startswith("nummod") or token.head == token.index:
        return None
    head = tokens[token.head]
    if head.pos not in ("NOUN", "PROPN") or head.start < words[last].end or head.text.lower() in _NO_NOUNS:
        return None
    at = next((i for i in range(last + 1, min(last + 1 + _LIMIT, len(words))) if words[i].start == head.start), None)
    if at is None or any(set(words.gap(i)) & set(",;:.()") for i in range(last, at)):
        return None
    return singular(words.key(at)), at


def governor(words: Words, index: int, tokens: Sequence[Token]) -> str | None:
    """Lemma of the verb, or of the predicate noun or adjective, that governs lexeme `index`; None when unclear."""
    token = _token_at(tokens, words[index].start)
    for _ in range(5):
        if token is None or token.head == token.index:
            break
        token = tokens[token.head]
        if token.pos == "VERB":
            return _reported(token, tokens) or token.lemma.lower()
    return token.lemma.lower() if token is not None and token.pos in ("VERB", "ADJ") else None


def takes(words: Words, index: int, tokens: Sequence[Token]) -> bool:
    """Whether what lexeme `index` counts is itself the subject or object of a verb."""
    token = _token_at(tokens, words[index].start)
    for _ in range(3):
        if token is None or token.head == token.index:
            return False
        if token.dep.startswith(("nsubj", "obj", "dobj", "obl")):
            return tokens[token.head].pos == "VERB"
        token = tokens[token.head]
    return False


def _reported(verb: Token, tokens: Sequence[Token]) -> str | None:
    """What those counted are reported, feared or believed to be: "28 people, nine of them children, were reported
    killed"."""
    if verb.lemma.lower() not in _REPORTING:
        return None
    found = (CUES.get(t.text.lower()) for t in tokens[verb.index + 1 : verb.index + 3] if t.head == verb.index)
    return next((state for state in found if state), None)
