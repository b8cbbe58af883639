"""Teasers: titles and excerpts of other articles, set into this one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from discrepancy.clean._page import Mark, Page, Row
from discrepancy.model import LineKind

_LABEL = re.compile(
    r"(?:>+\s?)?(?:(?:read|see|watch) (?:more|also|next|this)(?: (?:on|about) [\w ]{1,30})?|also (?:read|see"
    r"|watch)|related(?: (?:stories|articles|story|article|news|coverage|video))?"
    r"|watch|listen|don[’']t miss|must[- ]read|recommended|in (?:pictures|pics|photos)|you (?:may|might)"
    r" (?:also )?like|what to read next|go deeper|dig deeper|in case you missed it"
    r"|more (?:stories|news)|more)\s?[:|»›>–—-]{1,2}\s?\S",
    re.IGNORECASE,
)
_LOUD_LABEL = re.compile(
    r"(?:READ (?:MORE|ALSO|NEXT|NOW)|ALSO READ|SEE ALSO|MUST READ|RELATED|WATCH NOW)\s\S|(?:RAW )?(?:PHOTOS?"
    r"|VIDEOS?|GALLERY|PICTURES|SLIDESHOW|MAP|PODCAST)\s?:\s?\S"
)
_TAGGED = re.compile(r"\w[’'”\"!?]?\s?\[[A-Z][A-Z0-9 .&’'-]{1,40}\]$")
OPENER = re.compile(
    r"(?:don[’']t miss(?: (?:it|this|out))?|(?:the )?most (?:popular|read|viewed|watched|shared|commented"
    r"|recent)(?: (?:in|on|stories|articles|news|now)[\w ]{0,20})?|(?:the )?editor[’']?s?[’']? (?:picks?"
    r"|choice)"
    r"|(?:today[’']s )?(?:top|key|latest|other|big|breaking|featured|popular|trending|must[- ]read)"
    r" (?:stories|news|headlines|articles|posts|videos)(?: [\w ]{1,20})?|(?:read )?more (?:stories|news"
    r"|coverage|headlines|articles|from|on|in|like|about)\b[\w ’'&.-]{0,50}|(?:read )?more(?: to read)?(?:"
    r" [\w.&’'-]{1,30}){1,3} (?:stories|news|headlines|coverage|videos)(?: (?:on|from|in|at) [\w .]{1,30})?"
    r"|more(?: to read)?"
    r"|related(?: (?:articles|stories|story|content|topics|coverage|posts|links|news|reading|video|videos"
    r"|article))?|recommended(?: (?:for you|stories|reading|articles|by [\w ]{1,20}))?|you (?:may|might|will"
    r"|[’']ll)(?: also)? (?:like|be interested in|enjoy|have missed)[\w ]{0,20}"
    r"|trending(?: (?:now|stories|on [\w ]{1,20}))?|popular(?: now)?|read (?:more|next|also|this next|on)"
    r"|what to read next|up next|also read|see also|in other news|news feed|must[- ]reads?|(?:around|from)"
    r" the web|(?:elsewhere|also) on [\w ]{1,20}"
    r"|(?:promoted|sponsored) (?:stories|links|content)|paid for by [\w ]{1,30}|in case you missed it|further"
    r" reading|in this (?:story|article|series))[\s:.…!»>-]{0,4}$",
    re.IGNORECASE,
)
EDITOR_NOTE = re.compile(
    r"[\[(]?(?:editors?[’']?s?[’']? notes?|note (?:to|from the) (?:readers|editors?)|correction|corrections"
    r" and clarifications|clarification|amendment)(?:\s?[:.–—-]|\s\(|$)"
    r"|[\[(]?\*?(?:an earlier version of )?this (?:story|article|report|headline|piece"
    r"|post)\b[^.]{0,60}\b(?:has been|was|is being|will be) (?:updated|corrected|amended|edited|clarified"
    r"|changed|revised)"
    r"|[\[(]?an? (?:earlier|previous) version of this",
    re.IGNORECASE,
)
_VIDEO = re.compile(r"0:[0-5]\d\s+[\"“‘']?[A-Z0-9]")
"""A video's length before its title; no clock is written so."""
_LINK_WORDS = 7
"""A subheading is shorter, as a rule, than the headline of another article."""


def labelled(row: Row) -> str | None:
    """Why a line is a teaser by its own words, or None."""
    if len(row.words) > 40:
        return None
    text = row.text.lstrip("-–—*•▪●►▶»>× \t")
    if points_elsewhere(text):
        return "points to another article"
    if _VIDEO.match(text):
        return "title of a video"
    if _TAGGED.search(row.text[-80:]) and len(row.words) >= 4:
        return "headline with a bracketed tag"
    return None


def points_elsewhere(text: str) -> bool:
    """Whether a text begins with the label of a link to another article: "Read also: ..."."""
    return bool(_LABEL.match(text) or _LOUD_LABEL.match(text))


def cut_off_pairs(page: Page, marks: Mapping[int, Mark]) -> dict[int, Mark]:
    """Excerpts that break off, with the headline above each."""
    found: dict[int, Mark] = {}
    for at, row in enumerate(page.rows):
        if at in marks or not row.cut_off or row.text[0] in "\"“'‘":
            continue
        above = at - 1
        if (
            above >= 0
            and above not in marks
            and above not in found
            and page.rows[above].headline
            and len(page.rows[above].words) >= 4
        ):
            found[above] = Mark(LineKind.TEASER, "headline above a cut-off excerpt")
            found[at] = Mark(LineKind.TEASER, "excerpt that is cut off")
        elif row.text.endswith(("…", "[...]")) and not row.quoted and len(row.words) >= 12:
            found[at] = Mark(LineKind.TEASER, "excerpt that is cut off")
    return found


def set_in_pairs(page: Page, marks: Mapping[int, Mark]) -> dict[int, Mark]:
    """A long headline inside the body, with a paragraph that says the same at more length."""
    found: dict[int, Mark] = {}
    rows = range(_lead(page, marks) + 1, len(page.rows) - 1)
    candidates = [at for at in rows if at not in marks and at + 1 not in marks and _is_link(page.rows[at])]
    loose = [at for at in candidates if len(_shared(page, at)) >= 3]
    for at in candidates:
        joined = page.spaced and page.block_of(at) == (at, at + 1) and len(_shared(page, at)) >= 2
        if page.rows[at + 1].prose and (joined or loose == [at]):  # several of them are the sections of this article
            found[at] = Mark(LineKind.TEASER, "headline of another article")
            found[at + 1] = Mark(LineKind.TEASER, "excerpt under the headline of another article")
    return found


def lone_links(page: Page, marks: Mapping[int, Mark]) -> dict[int, Mark]:
    """Long lines in the clipped grammar of headlines between two paragraphs: links to other articles.

    To lose a long subheading costs little; a headline of another event among the statements costs trust.
    """
    found: dict[int, Mark] = {}
    for at in range(_lead(page, marks) + 1, len(page.rows) - 1):
        row, below = page.rows[at], page.rows[at + 1]
        alone = page.rows[at - 1].ended or at - 1 in marks
        if at not in marks and alone and below.prose and _is_link(row) and row.clipped and not row.quoted:
            found[at] = Mark(LineKind.TEASER, "headline inside the text")
    return found


def _shared(page: Page, at: int) -> frozenset[str]:
    return page.rows[at].stems & page.rows[at + 1].stems


def after_openers(page: Page, marks: Mapping[int, Mark]) -> dict[int, Mark]:
    """The headlines listed under "Most popular", "Read more" and the like, up to the next paragraph."""
    found: dict[int, Mark] = {}
    listing = False
    for at, row in enumerate(page.rows):
        if OPENER.match(row.text.lstrip("-*•> ")) and len(row.words) <= 9:
            listing = True
            found[at] = Mark(LineKind.BOILERPLATE, "opens a list of other articles")
        elif at in marks:
            continue
        elif listing and (row.cut_off or not row.prose or (row.text.endswith("?") and row.headline)) and not row.quoted:
            found[at] = Mark(LineKind.TEASER, "in a list of other articles")
        else:
            listing = False
    return found


def _lead(page: Page, marks: Mapping[int, Mark]) -> int:
    """Index of the first paragraph."""
    return next((at for at, row in enumerate(page.rows) if at not in marks and row.prose), len(page.rows))


def _is_link(row: Row) -> bool:
    return row.headline and not row.ended and not row.listed and len(row.words) >= _LINK_WORDS
