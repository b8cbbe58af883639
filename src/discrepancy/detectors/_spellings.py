"""Under which spelling a mention of a name is filed, and which two spellings are none: style, plurals, acronyms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from anyascii import anyascii

from discrepancy.extractors._name_spelling import EXONYMS
from discrepancy.extractors._speech_verbs import FORMS, PRESENT_PLURAL
from discrepancy.model import NameMention, Statement
from discrepancy.people import NATIONALITIES, is_organisation

LONGEST_ACRONYM: Final = 5

_ARTICLE: Final = re.compile(r"^[ae]l[ -]")
_EL: Final = re.compile(r"\bel ")
_A: Final = re.compile(r"\b(?:an?|another|every|each|one) $", re.IGNORECASE)
_ATTRIBUTIVE: Final = re.compile(r" ([a-z]{3,20}s)\b")
"""A plural noun behind a name: of "Oak Award producers" it tells which producers."""
_ISE: Final = re.compile(r"(?<=[a-z]{3})is(e[ds]?|ing|ations?)\b")
_BRITISH: Final = (("defence", "defense"), ("centre", "center"), ("organis", "organiz"), ("labour", "labor"),
                   ("harbour", "harbor"),
                   ("programme", "program"), ("theatre", "theater"), ("offence", "offense"),
                   ("advisor", "adviser"), ("licence", "license"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Use:
    """A mention with the spelling that it is filed under."""

    statement: Statement
    mention: NameMention
    spelling: str


def spelling_of(text: str) -> str:
    plain = " ".join(anyascii(text).lower().replace("'", "").replace(".", "").split())
    plain = _ISE.sub(r"iz\1", plain)
    for british, american in _BRITISH:
        plain = plain.replace(british, american)
    return plain.removeprefix("the ")


def same_but_for_form(a: str, b: str, spellings: dict[str, list[Use]], common: set[str]) -> bool:
    """Whether the two are acronyms, or differ in a plural or a possessive, and so are no two spellings."""
    uses = (*spellings[a], *spellings[b])
    one_form = _acronyms(uses) or _things(a, b, uses) or _plural(a, b, common | _possessive(uses))
    return one_form or _article_alone(a, b, uses) or _one_of_them(a, b, spellings)


def _acronyms(uses: Sequence[Use]) -> bool:
    """Whether all are acronyms: one letter more or less is another body or thing."""
    return all(use.mention.text.isupper() and len(use.mention.text) <= LONGEST_ACRONYM for use in uses)


def _things(a: str, b: str, uses: Sequence[Use]) -> bool:
    """Whether one is the plural of the other and names no person, who may be a Robert or a Roberts: the White Helmets.

    A family is "the Lopezes"; a short word may be an abbreviation: "Corp" is no single "Corps".
    """
    single, plural = sorted((a, b), key=len)
    person = any(use.mention.kind == "person" for use in uses)
    if plural != f"{single}s" or len(single.split()[-1]) < LONGEST_ACRONYM:
        return False
    return not person or all(_before(use) == "the" for use in uses if use.spelling == plural)


def _before(use: Use) -> str:
    """The word before a name, lower-case."""
    text, start = use.statement.article.text, use.mention.start
    return (text[max(use.statement.start, start - 8) : start].split() or [""])[-1].lower()


def _article_alone(a: str, b: str, uses: Sequence[Use]) -> bool:
    """Whether the two are one word, once behind its Arabic article, and no place: Assad, al-Assad; Qaeda, al-Qaeda."""
    bare = {_ARTICLE.sub("", spelling) for spelling in (a, b)}
    return len(bare) == 1 and " " not in min(bare) and all(use.mention.kind != "place" for use in uses)


def _possessive(uses: Sequence[Use]) -> set[str]:
    """The last words of names that stand with an "'s": another source may leave its apostrophe out."""
    return {
        use.spelling.split()[-1]
        for use in uses
        if use.statement.article.text[use.mention.end : use.mention.end + 2] in ("'s", "’s")
    }


def _one_of_them(a: str, b: str, spellings: dict[str, list[Use]]) -> bool:
    """Whether one is the plural of the other, which is used as one of them: "an Oak Award", "Oak Award hosts"."""
    single, plural = sorted((a, b), key=len)
    return plural == f"{single}s" and any(_counted(use) for use in spellings[single])


def _counted(use: Use) -> bool:
    text, statement = use.statement.article.text, use.statement
    before = text[max(statement.start, use.mention.start - 8) : use.mention.start]
    after = _ATTRIBUTIVE.match(text, use.mention.end, statement.end)
    return _A.search(before) is not None or (after is not None and after[1] not in FORMS | PRESENT_PLURAL)


def _plural(a: str, b: str, common: set[str]) -> bool:
    """Whether the two differ in the plural of a common noun or of a people: Apartment, Apartments."""
    words = [(x, y) for x, y in zip(a.split(), b.split(), strict=False) if x != y]
    if len(words) != 1 or abs(len(words[0][0]) - len(words[0][1])) != 1:
        return False
    single, plural = sorted(words[0], key=len)
    # A short word for a body may be an abbreviation: "Corp" is no single "Corps".
    body = len(single) > LONGEST_ACRONYM and is_organisation(single)
    known = body or single in common or single.rpartition("-")[2] in NATIONALITIES
    return plural == f"{single}s" and known


def house_style(a: str, b: str, name: str) -> bool:
    """Whether two spellings of `name` differ in a hyphen alone, in the two English names of a place, in an "al" that
    may as well be a forename, or in one before a surname, be it with a forename or alone."""
    plain = [_EL.sub("al ", spelling.replace("-", " ")).removesuffix(" al") for spelling in (a, b)]
    if len({tuple(EXONYMS.get(word, word) for word in spelling.split()) for spelling in plain}) == 1:
        return True
    without = [spelling.replace(" al ", " ") for spelling in plain]
    if plain[0] == plain[1] or without[0] == without[1] or a.removeprefix("al ") == b.removeprefix("al "):
        return True
    surname = plain[0].removeprefix("al ")
    after_forename = spelling_of(name).replace("-", " ").endswith(f" al {surname}")
    return after_forename and surname == plain[1].removeprefix("al ")
