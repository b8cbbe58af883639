"""Site furniture that a line shows by its own words: forms, buttons, calls to subscribe, credits.

The words are those of news sites in general. A line that quotes somebody is never furniture: what an article
tells about subscribers, members or donations stands in sentences about others, while furniture speaks to its reader.
"""

from __future__ import annotations

import re

from discrepancy.clean._dates import stamp
from discrepancy.clean._page import Row

_SHORT = 14
"""Words: a button, a label or a form field has fewer; a sentence of an article rarely."""


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})[\s.:!…»›>→*-]{{0,4}}$", re.IGNORECASE)


def _start(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE)


_BUTTON_WORDS = frozenset(
    "share tweet facebook twitter x whatsapp email e-mail mail linkedin reddit pinterest telegram instagram youtube tiktok flipboard"
    " print save copy link messenger viber comment comments pin this article story post page on via by to more for later snapchat"
    " threads bluesky bookmark like follow us send google news vk sms rss url".split()
)
_BUTTON_CORE = _BUTTON_WORDS - frozenset(
    "x this article story post page on via by to more for later like us link news".split()
)
_CARDS = frozenset(
    "visa mastercard master card american express americanexpress amex paypal apple google pay applepay googlepay maestro discover stripe".split()
)
_CARD_CORE = frozenset("visa mastercard americanexpress amex paypal applepay googlepay maestro express".split())

_WHOLE = (
    (
        "navigation",
        _whole(
            r"(?:skip|jump) (?:to|past) [\w ]{3,40}|(?:back|return) to (?:top|home|news|[\w ]{1,20}page)|(?:edit|report|flag) (?:post|this|article|page)|home|menu|search|close|open"
            r"|next|prev(?:ious)?(?: (?:article|post|story))?|next (?:article|post|story)|(?:load|show|see|view|read) (?:more|all|less)(?: \w+)?"
            r"|live ?(?:tv|stream|blog)?|watch live|log ?in|sign ?in|sign ?out|register(?: (?:now|here|today|for free))?|my account|subscribe(?: (?:now|today|here))?|donate(?: (?:now|today|here))?"
            r"|play(?: video)?|pause|mute|unmute|hide caption|toggle caption|enlarge(?: this)? image|view gallery|gallery|home delivery|e-?paper|contact(?: us)?|about(?: us)?|help|careers"
        ),
    ),
    (
        "advertisement",
        _whole(
            r"advertisements?|advert|ad|sponsored(?: content)?|promoted|paid (?:post|content)|(?:story|article|content) continues (?:below|after)[\w ]{0,30}"
            r"|advertisement[\s–—-]{1,3}(?:scroll|story|article)[\w ]{0,40}|remove ads|why (?:am I|are you) seeing this[\w ]{0,12}\??|ad feedback"
        ),
    ),
    (
        "pointer to the original page",
        _whole(
            r"source:? ?read full article|(?:read|view|see|continue to|go to)(?: the)? (?:full|original|entire|whole) (?:article|story|post|text|version)|continue reading"
            r"|click (?:here|to)[\w ,’']{0,60}|tap (?:here|to)[\w ,’']{0,60}"
        ),
    ),
    (
        "label of a list of topics",
        re.compile(
            r"(?:tags?|tagged|topics|filed under|related topics|keywords|categories|category|more on)(?::|\s*$|\s(?=[A-Z#]))",
            re.IGNORECASE,
        ),
    ),
    (
        "counter",
        _whole(
            r"\d{1,3} ?(?:/|of) ?\d{1,3}|[\d.,]{1,9}[kKmM]? (?:comments?|shares?|views?|likes?|retweets?|followers?|replies)|\(?\d{1,6}\)?"
        ),
    ),
    (
        "form field",
        _whole(
            r"\*? ?indicates required(?: fields?)?|required(?: field)?|(?:your |enter your )?(?:e-?mail|first|last|full|user ?)? ?(?:address|name|password|e-?mail)(?: address)?"
            r"|success\w{0,5} subscribed|submit|cancel|ok|done|i (?:agree|accept)[\w ,’']{0,60}|invalid (?:e-?mail|address)[\w ]{0,20}"
        ),
    ),
)
_STARTS = (
    (
        "call to subscribe or join",
        _start(
            r"(?:please |click (?:here )?to |tap to )?(?:sign ?up (?:to|for|now|here|today|with|below|and)|subscribe (?:to|for|now|and|here|today|from)"
            r"|join (?:us|our|the (?:conversation|discussion|debate|newsletter)|over \d|more than \d[\w,]* \w+ (?:readers|subscribers|people who))|become an? (?:\w+ )?(?:member|subscriber|supporter|patron)"
            r"|gift (?:an? )?(?:membership|subscription)|support (?:us|our)\b|support (?:\w+ ){0,2}journalism|(?:follow|like|find|add) us\b"
            r"|download (?:our|the [\w ]{1,30}app)|get (?:our|unlimited|all the latest|the latest (?:news|headlines|updates)|breaking news|(?:news )?alerts|the [\w ]{1,30} (?:newsletter|app))|stay (?:up to date|informed|connected|tuned)|never miss)"
        ),
    ),
    (
        "form field",
        _start(
            r"(?:please,? )?(?:enter|provide|confirm|type) (?:your|a (?:valid|correct)|correct|an? e-?mail)|check your (?:inbox|e-?mail|spam)|thank(?:s| you) (?:so much )?for (?:signing|subscribing|registering|your (?:subscription|support|feedback))"
            r"|you (?:can|may) (?:unsubscribe|opt out)|unsubscribe|you have (?:been )?(?:successfully )?subscribed|you(?:'|’| a)re (?:now )?subscribed|by (?:signing up|subscribing|clicking|continuing|submitting|entering your|providing your|using this)"
            r"|something went wrong|an error (?:has )?occurred"
        ),
    ),
    (
        "cookies, privacy or copyright",
        _start(
            r"(?:we|this (?:web)?site|our (?:web)?site) (?:and our partners )?uses? cookies|(?:accept|reject|manage|allow) (?:all )?cookies|cookie (?:policy|settings|preferences|notice)|privacy (?:policy|notice|settings)"
            r"|terms (?:of|and|&) (?:use|service|conditions)|(?:©|\(c\)|copyright)\s?(?:\d{4}|©|by|the|all)|all rights reserved|this site is protected by"
        ),
    ),
    (
        "audio or video player",
        _start(
            r"this (?:audio|video|article) (?:is|was|has been) (?:created|generated|read|produced|automatically)|(?:listen|listen to) (?:to )?(?:this|the) (?:article|story|episode)|video player|audio (?:by|player)|your browser does not"
        ),
    ),
    (
        "asks its readers to write",
        _start(
            r"(?:do you|have you|are you|got an?)\b[^.?]{3,100}\?(?=[^.?]{0,60}\b(?:us|e-?mail|contact|tell)\b)|(?:contact|e-?mail|write to|tell|message) us\b|(?:have|let us know|tell us|share|leave|post|write|add) (?:us )?(?:your (?:say|views?|thoughts|comments?)|a (?:comment|reply)|what you think)|what do you think\?|(?:view|read|join|see|be the first to) (?:the |all )?comment\w*|comments (?:are|have been) \w+"
        ),
    ),
    (
        "pointer to more",
        _start(
            r"for (?:more|all the latest|the latest|breaking) (?:\w+ ){0,3}(?:stories|news|information|updates|headlines|like this|on this|from|visit|check|click|follow)[^.]{0,80}|click here|visit our|catch up on|keep up with"
        ),
    ),
    (
        "credit",
        _start(
            r"\(?(?:additional )?reporting by\b|\(?(?:writing|editing|compiled|edited|translated|produced) by\b|(?:with )?(?:inputs?|files?|reporting|additional reporting|material) from\b"
            r"|this (?:article|story|report|post) (?:was )?(?:originally|first) (?:appeared|published)|this (?:article|story|material|content) (?:may not|is (?:republished|published|copyright|protected))|republished (?:with|under|from)"
        ),
    ),
)
_ANYWHERE = (
    (
        "credit",
        re.compile(r"\bcontributed (?:to this (?:report|story|article)|(?:additional )?reporting)\b", re.IGNORECASE),
    ),
    (
        "about the author",
        re.compile(
            r"\b(?:can be (?:reached|contacted|e-?mailed) (?:at|on|via)|follow (?:him|her|them|me|@\w+|[A-Z]\w+(?: [A-Z]\w+)?) (?:on|at) (?:Twitter|X|Facebook|Instagram|Bluesky|Mastodon|LinkedIn))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "cookies, privacy or copyright",
        re.compile(
            r"\ball rights reserved\b|\bmay not be (?:published|reproduced|republished)\b|\b(?:our|the site’s) (?:privacy policy|terms of (?:use|service))\b|\breCAPTCHA\b|\b(?:privacy policy|terms of service) appl(?:y|ies)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "call to subscribe or join",
        re.compile(
            r"\bad(?:vert(?:isement)?)?s?[- ]free$|\b(?:free|daily|weekly|morning|our) newsletters?\b.{0,60}\b(?:inbox|sign up|subscribe|here)\b|\bdelivered (?:straight |directly |right )?to your inbox\b",
            re.IGNORECASE,
        ),
    ),
)
_SOURCE = re.compile(
    r"(?:sources?|via|image source|(?:photo|image|picture|video) (?:credits?|by|courtesy|source)|credits?|pictures?|photograph(?:s|er)?|photos?|images?|video)\s?[:|–-]\s?\S|(?:getty images|reuters|afp|ap photo|shutterstock|istock|alamy|pa wire|pa media)(?:[/\s]|$)",
    re.IGNORECASE,
)


def furniture(row: Row) -> str | None:
    """Why a line is site furniture, whatever stands around it; None when its words do not show it."""
    text = row.text.lstrip("-–—*•▪●‣◦·►▶» \t")
    if row.quoted or not text:
        return None if text else "no words"
    if not row.words:
        return "no words"
    return _short(row, text) or _by_phrase(text) or stamp(text)


def _short(row: Row, text: str) -> str | None:
    words = row.words
    if len(words) > _SHORT:
        return None
    if set(words) <= _BUTTON_WORDS and not _BUTTON_CORE.isdisjoint(words) and not row.text.endswith("."):
        return "share buttons"
    if set(words) <= _CARDS and (len(_CARD_CORE.intersection(words)) > 1 or len(words) == 1):
        return "payment cards"
    if _SOURCE.match(text) and not row.text.endswith("."):
        return "credit"
    for reason, pattern in _WHOLE:
        if pattern.match(text):
            return reason
    return _is_address(text)


def _is_address(text: str) -> str | None:
    lone = " " not in text and ("@" in text or text.startswith(("http", "www.", "#")))
    return "address" if lone else None


def _by_phrase(text: str) -> str | None:
    head = text[:400]
    for reason, pattern in _STARTS:
        if pattern.match(head):
            return reason
    if len(text) > 600:
        return None
    return next((reason for reason, pattern in _ANYWHERE if pattern.search(text)), None)


_READER = re.compile(r"\b(?:you|your|yours|readers?|subscribers?)\b", re.IGNORECASE)
_OUTLET = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_MONEY = re.compile(
    r"\b(?:memberships?|members?|subscri\w{1,8}|donat\w{1,6}|contribut\w{1,6}|support(?:ers)?|funded|funding|newsletters?|paywall|journalism|inbox)\b",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"\b(?:help us|support us|join us|become a (?:\w+ )?(?:member|supporter|subscriber)|consider (?:\w+ing|a)|sign up|thanks to (?:[\w,]{1,20} ){0,3}(?:readers|supporters|members|donors|community)"
    r"|(?:make|makes) an? (?:\w+ )?(?:contribution|donation)|funded by (?:our )?readers|our (?:mission|journalism|reporting|newsroom)|independent journalism|as little as|spread the word"
    r"|(?:this|our) newsletter|confirmation e-?mail|support our)\b",
    re.IGNORECASE,
)


def appeals(row: Row) -> bool:
    """Whether a line asks its reader for support: an appeal, and two of reader, outlet and money named beside it."""
    if row.quoted or len(row.text) > 3000 or not _APPEAL.search(row.text):
        return False
    return sum(bool(pattern.search(row.text)) for pattern in (_READER, _OUTLET, _MONEY)) >= 2
