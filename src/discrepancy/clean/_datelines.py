"""Datelines fused with a text: dates, places, agencies, bylines, sections and buttons in front of the first sentence.

A run of such parts is a dateline when it ends in one that proves it (a date, a credit of an agency, a dash behind a
place) and a sentence can begin behind it. Capitalised words in between are places, sections and names.
"""

from __future__ import annotations

import re

from discrepancy.clean._dates import DATE

_REACH = 320
"""Characters: a dateline with byline, section and two stamps is shorter."""
_ASIDE = 200
"""Characters: an aside between two dashes is shorter."""
_MAX_NAMES = 6
"""Capitalised words: names of places, sections and people in front of a date."""
_ZONE = r"(?:GMT|UTC|BST|E[SDE]T|CES?T|MSK|IST|[Ll]ocal [Tt]ime|[A-Z][a-z]{3,12} [Tt]ime)"
_AGENCY = (
    r"(?:AFP|AP|UPI|Reuters|REUTERS|dpa|DPA|EFE|ANSA(?:med)?|PTI|ANI|IANS|Bloomberg|CNN|BBC|Xinhua|XINHUA|Kyodo"
    r"|Yonhap|(?:ITAR-)?TASS|RIA Novosti|Sputnik|Interfax|Tasnim|Mehr|MNA|FNA|Fars|IRNA|ISNA|Anadolu(?: Agency)?|AA"
    r"|DHA|SANA|Petra|WAM|QNA|KUNA|SPA|MENA|NNA|Agence France[ -]Presse|(?:The )?Associated Press"
    r"|Thomson Reuters(?: Foundation)?|[Nn]ews [Aa]genc(?:y|ies)|[Aa]gencies|AGENCIES)"
)
_AGENCIES = rf"{_AGENCY}(?:(?:\s?[/&,]\s?|\s(?:and|with|AND|WITH)\s){_AGENCY})?"
_STARTS = r"[\"“‘'(\[]{0,2}[A-Z\d]"
_BEHIND = re.compile(rf"\s{{0,4}}(?:{_STARTS}|$)")
_SEPARATORS = re.compile(r"[\s.,:;|•·/»>)\]–—-]{1,6}")
_DASH = re.compile(r"\s?(?:--|[–—|-])\s|\s?:\s")
_LABEL = re.compile(
    r"[(\[]?(?:(?:(?:First|Last|Originally|Article)\s)?(?:[Pp]ublished|PUBLISHED|[Pp]osted|POSTED|[Uu]pdated?|UPDATED?"
    r"|[Mm]odified|[Cc]reated|[Ee]dited|[Ii]ssued)(?:\s(?:time|date|on|at|by|in))?|Publish(?:ed|ing)? [Dd]ate|Date"
    r"|(?:Written|Reported|Filed)\sby)(?=[\s:])"
)
_DATE = re.compile(rf"[(\[]?{DATE}(?![\w-])")
_YEARLY = re.compile(rf"\b{DATE}(?<=\d{{4}})|\b\d{{4}}[-/.]\d\d?[-/.]\d\d?")
_DAY_ONLY = re.compile(rf"(?!\S{{1,10}}day\b|\d+[./-]){DATE}(?<!\d{{4}})(?![\w-])")
"""A date without weekday and year: it may be part of a name ("March 14 Alliance")."""
_TIME = re.compile(
    rf"[(\[]?(?:\d{{1,2}}[:.]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?"
    rf"|\d{{1,2}}(?:\d\d)?\s?[AaPp]\.?[Mm]\b\.?|\d{{4}}(?=\s{_ZONE}))"
    rf"(?:\s\(?{_ZONE}\b)?(?!\w)|\({_ZONE}\)"
)
_CREDITED = re.compile(
    rf"[(\[]{_AGENCIES}[)\]]|/{_AGENCIES}/"
    rf"|[(\[]?(?:File [Pp]hoto|Photos?|PHOTO|Images?|Pictures?|Credit|Sources?)(?:\s(?:by|credit|courtesy))?:"
    rf"\s?{_AGENCIES}\b[)\]]?"
    rf"|(?:©\s?)?{_AGENCY}(?:\s(?:PHOTO|Photo))?(?:\s\d{{4}})?\s?/\s?(?:[A-Z][A-Z.'’-]{{1,20}}\s){{1,4}}(?={_STARTS})"
)
_WIRE = re.compile(
    rf"{_AGENCIES}\b(?![-'’]|\s(?:News|Agency|TV|Television|Radio|Photo\w*|Correspondent|Reporter|[A-Z][a-z]{{2,5}}day)\b)"
)
_OTHER_IN_BRACKETS = re.compile(r"[(\[][A-Z][\w.'’& /-]{1,30}[)\]](?=\s?(?:--|[–—-])\s)")
_COUNTED = re.compile(
    r"\d{1,6}\s(?:[Cc]omments?|[Vv]iews|[Ss]hares)\b|(?:News|Article|Story)\s(?:ID|Code|No\.?):?\s\d{2,12}\b"
    r"|(?:Story|STORY)\s(?:[Hh]ighlights|HIGHLIGHTS)\b:?|(?:Breaking|BREAKING)\s(?:News|NEWS)\b:?(?=\s(?!Staff|First)[A-Z\d])"
    r"|(?:File|FILE)\s(?:[Pp]hoto|PHOTO):"
)
_BUTTON = (
    r"(?:Tweet|Facebook|Twitter|WhatsApp|Google(?:\s?\+|\sPlus)?|LinkedIn|Pinterest|E-?mail|Print|Reddit|Telegram)"
)
_BUTTONS = re.compile(
    rf"(?:Share|SHARE)(?:\s(?:this|on|via|it))?:?(?:\s(?:(?:Share|Tweet)\son\s)?{_BUTTON}\b){{1,8}}"
    rf"|{_BUTTON}(?:\s{_BUTTON}\b){{2,8}}|(?:Share|SHARE)\s[Tt]his:"
)
_BY = re.compile(r"(?:by|By|BY)[\s:]\s?(?=[A-Z])")
_JOINT = re.compile(r"(?:on|at)\s(?=\d|[A-Z])")
_SPACE = re.compile(r"\s?[\s,|/»>]{1,2}\s?")
_NAME = re.compile(r"(?:[A-Z]|[ae]l-[A-Z])[\w.'’-]{0,24}(?![\w'’])")
_AND = re.compile(r"(?:and|with|of|de|al|el|bin|ibn|van|von)\s(?=[A-Z])")
_OPENER = re.compile(
    r"(?:The|An?|On|In|At|By|Of|Off|For|From|To|Since|Until|Till|Before|After|Between|During|Around|About|As|If|When"
    r"|While|With|Within|Without|Under|Over|Near|Nearly|Almost|Early|Late|Earlier|Later|Last|Next|Every|Each|Only|Both"
    r"|But|And|Or|So|Yet|Though|Although|Because|Despite|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|This|That"
    r"|These|Those|There|Here|Who|What|Why|How|Where|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Many|Most"
    r"|More|Several|Dozens|Hundreds|Thousands|Another|Also|According|Meanwhile|No|Not|Now|Then|Through|Throughout)\b"
)
_DAY_OR_MONTH = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December"
)
_PERSON = r"[A-Z][\w.'’-]{1,20}\s(?:(?:[A-Z]\.|[Aa]l|[Ee]l|bin|ibn|Abu|de|van|von)\s){0,2}[A-Z][\w.'’-]{1,24}"
_PEOPLE = re.compile(rf"(?:by|By|BY):?\s({_PERSON})(?:\s(?:and|AND)\s{_PERSON})?[\s.,:|–-]{{1,4}}(?={_STARTS})")
_BY_WIRE = re.compile(
    rf"(?:by|By|BY):?\s(?:{_AGENCIES}|[Ss]taff\s(?:[Ww]riters?|[Rr]eporters?)|(?:[A-Z]\w{{2,14}}\s)?(?:[Nn]ews\s?|[Ww]eb"
    r"\s)[Dd]esk)(?:\s(?:and|with|in|for)\s[A-Za-z]\w{1,15})?[\s.,:|–-]{1,4}(?=[A-Z\"“\d])"
)


def dateline_end(text: str, at: int) -> int | None:
    """Where the dateline that begins at `at` ends, separators behind it included; None when there is none."""
    if by := _BY_WIRE.match(text, at):
        return by.end()
    by = _PEOPLE.match(text, at)
    return by.end() if by and not _DAY_OR_MONTH.match(by[1]) else _Run(text, at).end()


def dated_end(text: str, at: int) -> int | None:
    """As `dateline_end`, for a sentence further down: only what has an agency or a date with its year is cut off."""
    end = _Run(text, at).end()
    return end if end and (_CREDITED.search(text, at, end) or _YEARLY.search(text, at, end)) else None


class _Run:
    """The parts of a dateline as they are read one by one, and what has been seen of them."""

    def __init__(self, text: str, start: int) -> None:
        self._text, self._start, self._at = text, start, start
        self._seen: list[str] = []
        self._names: list[str] = []
        self._placed = self._loud = self._dashed = False

    def end(self) -> int | None:
        """Where the last part that proves a dateline ends."""
        found = None
        while self._at < min(len(self._text), self._start + _REACH) and (self._part() or self._name()):
            if not self._names and self._proves() and _BEHIND.match(self._text, self._at):
                found = self._at
        return found

    def _part(self) -> bool:
        """Reads a part that is known by its form; False when none stands here."""
        if (dash := _DASH.match(self._text, self._at)) and self._names and self._is_place(dash):
            self._take("dash", dash)
            return True
        for kind, pattern in _PARTS:
            if found := pattern.match(self._text, self._at):
                self._take(kind, found)
                return True
        joint = _JOINT.match(self._text, self._at) if not {"by", "label", "wire"}.isdisjoint(self._seen) else None
        if joint:
            self._at = joint.end()
        return joint is not None

    def _take(self, kind: str, found: re.Match[str]) -> None:
        gap = _SEPARATORS.match(self._text, found.end())
        self._at = gap.end() if gap else found.end()
        self._dashed = gap is not None and _DASH.search(gap[0]) is not None
        self._placed = bool(self._names)
        self._loud = any(len(name) > 3 and name.isupper() for name in self._names)
        self._names = []
        self._seen.append(kind)

    def _name(self) -> bool:
        """Reads a capitalised word with the space behind it."""
        joint = _AND.match(self._text, self._at) if "by" in self._seen and self._names else None
        found = _NAME.match(self._text, joint.end() if joint else self._at)
        if not found or len(self._names) >= _MAX_NAMES or _OPENER.match(found[0]):
            return False
        self._names.append(found[0])
        self._at = found.end()
        if not _DASH.match(self._text, self._at) and (gap := _SPACE.match(self._text, self._at)):
            self._at = gap.end()
        return True

    def _is_place(self, dash: re.Match[str]) -> bool:
        """Whether the names in front of a dash or colon are a place, and not the subject of a sentence."""
        loud = len(self._names[0]) > 3 and self._names[0].isupper()
        if loud or ":" in dash[0]:
            return loud and len(self._names) <= 4
        return len(self._names) <= 3 and not self._seen and not self._dashed_again(dash.end())

    def _dashed_again(self, at: int) -> bool:
        """Whether a second dash follows in the sentence, as in "Oslo - Norway's capital - was ..."."""
        return _DASH.search(self._text[at : at + _ASIDE].split(". ")[0]) is not None

    def _proves(self) -> bool:
        match self._seen[-1:]:
            case ["date" | "credit" | "dash" | "furniture"]:
                return True
            case ["wire"]:
                return self._dashed or self._placed or len(self._seen) > 1
            case ["initials"]:
                return self._loud or not self._dashed_again(self._at)
            case ["day"]:
                return self._dashed or self._loud or len(self._seen) > 1
            case ["time"]:
                return self._dashed or len(self._seen) > 1
        return False


_PARTS = (
    ("label", _LABEL),
    ("furniture", _COUNTED),
    ("furniture", _BUTTONS),
    ("day", _DAY_ONLY),
    ("date", _DATE),
    ("time", _TIME),
    ("credit", _CREDITED),
    ("initials", _OTHER_IN_BRACKETS),
    ("wire", _WIRE),
    ("by", _BY),
)
