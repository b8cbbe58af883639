"""The words of site furniture: of news sites in general, none of one site alone.

Each table gives the reason that a reader is shown, and the pattern of a line of that sort.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})[\s.:!…»›>→*-]{{0,4}}$", re.IGNORECASE)


def _start(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE)


BUTTON_WORDS = _words(
    "share tweet facebook twitter x whatsapp email e-mail mail linkedin reddit pinterest telegram instagram "
    "youtube tiktok flipboard print save copy link messenger viber comment comments pin this article story "
    "post page on via by to more for later snapchat threads bluesky bookmark like follow us send google news "
    "vk sms rss url"
)
BUTTON_CORE = BUTTON_WORDS - _words("x this article story post page on via by to more for later like us link news")
CARDS = _words(
    "visa mastercard master card american express americanexpress amex paypal apple google pay applepay "
    "googlepay maestro discover stripe"
)
CARD_CORE = _words("visa mastercard americanexpress amex paypal applepay googlepay maestro express")

WHOLE = (
    (
        "navigation",
        _whole(
            r"(?:skip|jump) (?:to|past) [\w ]{3,40}|(?:back|return) to (?:top|home|news|[\w ]{1,20}page)"
            r"|(?:edit|report|flag) (?:post|this|article|page)|home|menu|search|close|open"
            r"|next|prev(?:ious)?(?: (?:article|post|story))?|next (?:article|post|story)|(?:load|show|see"
            r"|view|read) (?:more|all|less)(?: \w+)?"
            r"|live ?(?:tv|stream|blog)?|watch live|log ?in|sign ?in|sign ?out|register(?: (?:now|here|today"
            r"|for free))?|my account|subscribe(?: (?:now|today|here))?|donate(?: (?:now|today|here))?"
            r"|play(?: video)?|pause|mute|unmute|hide caption|toggle caption|enlarge(?: this)? image|view"
            r" (?:larger )?(?:gallery|map|image)|gallery|home delivery|e-?paper|contact(?: us)?|about(?: us)?"
            r"|help|careers"
        ),
    ),
    (
        "advertisement",
        _whole(
            r"advertisements?|advert|ad|sponsored(?: content)?|promoted|paid (?:post|content)|(?:story"
            r"|article|content) continues (?:below|after)[\w ]{0,30}"
            r"|advertisement[\s–—-]{1,3}(?:scroll|story|article)[\w ]{0,40}|remove ads|why (?:am I|are you)"
            r" seeing this[\w ]{0,12}\??|ad feedback"
        ),
    ),
    (
        "pointer to the original page",
        _whole(
            r"source:? ?read full article|(?:read|view|see|continue to|go to)(?: the)? (?:full|original"
            r"|entire|whole) (?:article|story|post|text|version)|continue reading"
            r"|the post .{3,200} (?:appeared first|first appeared|was originally published) on .{2,80}"
            r"|click (?:here|to)[\w ,’']{0,60}|tap (?:here|to)[\w ,’']{0,60}"
        ),
    ),
    (
        "label of a list of topics",
        re.compile(
            r"(?:tags?|tagged|topics|filed under|related topics|keywords|categories|category|more on)(?::"
            r"|\s*$|\s(?=[A-Z#]))",
            re.IGNORECASE,
        ),
    ),
    (
        "counter",
        _whole(
            r"(?:image |photo |slide )?\d{1,3} ?(?:/|of) ?\d{1,3}|comments? ?\(\d{1,5}\)|[\d.,]{1,9}[kKmM]?"
            r" (?:comments?|shares?|views?|likes?|retweets?|followers?|replies)|\(?\d{1,6}\)?"
        ),
    ),
    (
        "form field",
        _whole(
            r"\*? ?indicates required(?: fields?)?|required(?: field)?|(?:your |enter your )?(?:e-?mail|first"
            r"|last|full|user ?)? ?(?:address|name|password|e-?mail)(?: address)?"
            r"|success\w{0,5} subscribed|submit|cancel|ok|done|i (?:agree|accept)[\w ,’']{0,60}|invalid"
            r" (?:e-?mail|address)[\w ]{0,20}"
        ),
    ),
)
STARTS = (
    (
        "note of the site",
        _start(
            r"read or share this|buy photo|stay with\b[^.]{1,50}\b(?:updates|more|latest)|follow [\w.]{1,30}: "
            r"|contact [^@]{1,60}@[\w.]{1,30}|please (?:enable|turn on|allow|upgrade|update your|refresh)"
            r"|(?:enable|turn on) javascript|javascript (?:is|must)"
            r"|this is a (?:developing|breaking)(?: news)? story"
            r"|(?:please )?check back (?:here |later |soon )?(?:for|later)"
        ),
    ),
    (
        "call to subscribe or join",
        _start(
            r"(?:please |click (?:here )?to |tap to )?(?:sign ?up (?:to|for|now|here|today|with|below|and)"
            r"|subscribe (?:to|for|now|and|here|today|from)"
            r"|join (?:us|our|the (?:conversation|discussion|debate|newsletter)|over \d|more than \d[\w,]*"
            r" \w+ (?:readers|subscribers|people who))|become an? (?:\w+ )?(?:member|subscriber|supporter"
            r"|patron)"
            r"|gift (?:an? )?(?:membership|subscription)|support (?:us|our)\b|support (?:\w+ ){0,2}journalism"
            r"|(?:follow|like|find|add) us\b"
            r"|download (?:our|the [\w ]{1,30}app)|get (?:our|unlimited|all the latest|the latest (?:news"
            r"|headlines|updates)|breaking news|(?:news )?alerts|the [\w ]{1,30} (?:newsletter|app))|stay"
            r" (?:up to date|informed|connected|tuned)|never miss)"
        ),
    ),
    (
        "form field",
        _start(
            r"(?:please,? )?(?:enter|provide|confirm|type) (?:your|a (?:valid|correct)|correct|an? e-?mail)"
            r"|check your (?:inbox|e-?mail|spam)|thank(?:s| you) (?:so much )?for (?:signing|subscribing"
            r"|registering|your (?:subscription|support|feedback))"
            r"|you (?:can|may) (?:unsubscribe|opt out)|unsubscribe|you have (?:been )?(?:successfully"
            r" )?subscribed|you(?:'|’| a)re (?:now )?subscribed|by (?:signing up|subscribing|clicking"
            r"|continuing|submitting|entering your|providing your|using this)"
            r"|something went wrong|an error (?:has )?occurred"
        ),
    ),
    (
        "cookies, privacy or copyright",
        _start(
            r"(?:we|this (?:web)?site|our (?:web)?site) (?:and our partners )?uses? cookies|(?:accept|reject"
            r"|manage|allow) (?:all )?cookies|cookie (?:policy|settings|preferences|notice)|privacy (?:policy"
            r"|notice|settings)"
            r"|terms (?:of|and|&) (?:use|service|conditions)|\(?(?:©|\(c\)|copyright)\s?(?:\d{4}|©|by|the|all"
            r"|[\w ]{1,40}$)|all rights reserved|this site is protected by"
        ),
    ),
    (
        "audio or video player",
        _start(
            r"this (?:audio|video|article) (?:is|was|has been) (?:created|generated|read|produced"
            r"|automatically)|(?:listen|listen to) (?:to )?(?:this|the) (?:article|story|episode)|video"
            r" player|audio (?:by|player)|your browser does not"
        ),
    ),
    (
        "asks its readers to write",
        _start(
            r"(?:do you|have you|are you|got an?)\b[^.?]{3,100}\?(?=[^.?]{0,60}\b(?:us|e-?mail|contact"
            r"|tell)\b)|(?:contact|e-?mail|write to|tell|message) us\b|(?:have|let us know|tell us|share"
            r"|leave|post|write|add) (?:us )?(?:your (?:say|views?|thoughts|comments?)|a (?:comment|reply)"
            r"|what you think)|what do you think\?|(?:view|read|join|see|be the first to) (?:the |all"
            r" )?comment\w*|comments (?:are|have been) \w+"
        ),
    ),
    (
        "pointer to more",
        _start(
            r"for (?:more|all the latest|the latest|breaking) (?:\w+ ){0,3}(?:stories|news|information"
            r"|updates|headlines|like this|on this|from|visit|check|click|follow)[^.]{0,80}|click here|visit"
            r" our|catch up on|keep up with"
        ),
    ),
    (
        "credit",
        _start(
            r"(?:staff|wire|agency|from (?:staff|wire|agency))(?: and (?:staff|wire|agency))? reports?$"
            r"|contributing: |\(?(?:additional )?reporting by\b|\(?(?:writing|editing|compiled|edited"
            r"|translated|produced) by\b|(?:with )?(?:inputs?|files?|reporting|additional reporting|material)"
            r" from\b"
            r"|this (?:article|story|report|post) (?:was )?(?:originally|first) (?:appeared|published)|this"
            r" (?:article|story|material|content) (?:may not|is (?:republished|published|copyright"
            r"|protected))|republished (?:with|under|from)"
        ),
    ),
)
ANYWHERE = (
    (
        "credit",
        re.compile(
            r"\b(?:writers?|reporters?|staff|correspondents?|journalists?)\b[^.]{0,120}\bcontributed\.$", re.IGNORECASE
        ),
    ),
    (
        "credit",
        re.compile(r"\bcontributed (?:to this (?:report|story|article)|(?:additional )?reporting)\b", re.IGNORECASE),
    ),
    (
        "about the author",
        re.compile(
            r"\b(?:can be (?:reached|contacted|e-?mailed) (?:at|on|via)|follow (?:him|her|them|me|@\w+"
            r"|[A-Z]\w+(?: [A-Z]\w+)?) (?:on|at) (?:Twitter|X|Facebook|Instagram|Bluesky|Mastodon"
            r"|LinkedIn))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "cookies, privacy or copyright",
        re.compile(
            r"\ball rights reserved\b|\bmay not be (?:published|reproduced|republished)\b|\b(?:our|the"
            r" site’s) (?:privacy policy|terms of (?:use|service))\b|\breCAPTCHA\b|\b(?:privacy policy|terms"
            r" of service) appl(?:y|ies)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "call to subscribe or join",
        re.compile(
            r"\bad(?:vert(?:isement)?)?s?[- ]free$|\b(?:free|daily|weekly|morning|our)"
            r" newsletters?\b.{0,60}\b(?:inbox|sign up|subscribe|here)\b|\bdelivered (?:straight |directly "
            r"|right )?to your inbox\b",
            re.IGNORECASE,
        ),
    ),
)
SOURCE = re.compile(
    r"(?:sources?|via|image source|(?:photo|image|picture|video) (?:credits?|by|courtesy|source)|credits?"
    r"|pictures?|photograph(?:s|er)?|photos?|images?|video)\s?[:|–-]\s?\S|(?:getty images|reuters|afp|ap"
    r" photo|shutterstock|istock|alamy|pa wire|pa media)(?:[/\s]|$)",
    re.IGNORECASE,
)


READER = re.compile(r"\b(?:you|your|yours|readers?|subscribers?)\b", re.IGNORECASE)
OUTLET = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
MONEY = re.compile(
    r"\b(?:memberships?|members?|subscri\w{1,8}|donat\w{1,6}|contribut\w{1,6}|support(?:ers)?|funded|funding"
    r"|newsletters?|paywall|journalism|inbox)\b",
    re.IGNORECASE,
)
APPEAL = re.compile(
    r"\b(?:help us|support us|join us|become a (?:\w+ )?(?:member|supporter|subscriber)|consider (?:\w+ing|a)"
    r"|sign up|thanks to (?:[\w,]{1,20} ){0,3}(?:readers|supporters|members|donors|community)"
    r"|(?:make|makes) an? (?:\w+ )?(?:contribution|donation)|funded by (?:our )?readers|our (?:mission"
    r"|journalism|reporting|newsroom)|independent journalism|as little as|spread the word"
    r"|(?:this|our) newsletter|confirmation e-?mail|support our)\b",
    re.IGNORECASE,
)
