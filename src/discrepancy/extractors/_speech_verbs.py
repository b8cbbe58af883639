"""Verbs of saying and the stance that each takes. A closed class of general English."""

from __future__ import annotations

import re
from typing import Final

_STANCES: Final = {
    "says": "say:said tell:told,tells add:added,adds state:stated announce:announced,announces"
    " write:wrote,writes,tweeted"
    " explain:explained,explains note:noted report:reported warn:warned,warns acknowledge:acknowledged,acknowledges"
    " admit:admitted,admits argue:argued,argues suggest:suggested,suggests insist:insisted,insists stress:stressed"
    " emphasise:emphasised,emphasises,emphasized,emphasizes recall:recalled predict:predicted estimate:estimated"
    " declare:declared,declares conclude:concluded,concludes accuse:accused,accuses blame:blamed,blames reply:replied"
    " respond:responded reveal:revealed,reveals disclose:disclosed testify:testified describe:described"
    " attribute:attributed,attributes counter:countered inform:informed remark:remarked joke:joked pledge:pledged",
    "claims": "claim:claimed,claims allege:alleged,alleges maintain:maintained,maintains assert:asserted,asserts"
    " boast:boasted,boasts contend:contended,contends",
    "denies": "deny:denied,denies dismiss:dismissed,dismisses reject:rejected,rejects refute:refuted dispute:disputed",
    "confirms": "confirm:confirmed,confirms verify:verified",
    "doubts": "doubt:doubted,doubts question:questioned,questions",
    "asks": "ask:asked,asks urge:urged,urges appeal:appealed request:requested demand:demanded"
    " plead:pleaded beg:begged",
    "orders": "order:ordered instruct:instructed command:commanded",
}


def _table() -> dict[str, tuple[str, str]]:
    forms = {}
    for stance, verbs in _STANCES.items():
        for entry in verbs.split():
            lemma, _, past = entry.partition(":")
            forms.update(dict.fromkeys(past.split(","), (lemma, stance)))
    forms["says"] = ("say", "says")
    return forms


FORMS: Final = _table()
"""Finite form to (lemma, stance). Forms that are nouns as often ("reports", "states") are left out."""

PRESENT_PLURAL: Final = {
    "say": ("say", "says"), "claim": ("claim", "claims"), "insist": ("insist", "says"), "argue": ("argue", "says"),
    "deny": ("deny", "denies"), "believe": ("believe", "says"), "allege": ("allege", "claims"),
    "warn": ("warn", "says"),
}  # fmt: skip
"""Plural present forms; only behind a plural subject ("experts say"), since they are infinitives too."""

PARTICIPLES: Final = {
    "saying": ("say", "says"), "adding": ("add", "says"), "claiming": ("claim", "claims"), "noting": ("note", "says"),
    "warning": ("warn", "says"), "arguing": ("argue", "says"), "insisting": ("insist", "says"),
    "alleging": ("allege", "claims"), "stating": ("state", "says"), "denying": ("deny", "denies"),
    "charging": ("charge", "claims"), "explaining": ("explain", "says"), "confirming": ("confirm", "confirms"),
    "urging": ("urge", "asks"), "telling": ("tell", "says"), "announcing": ("announce", "says"),
}  # fmt: skip
"""Participles that go on with what the subject of the sentence says: ", adding that ..."."""

NEEDS_CLAUSE: Final = frozenset(
    [
        "report",
        "describe",
        "emphasise",
        "stress",
        "attribute",
        "suggest",
        "note",
        "recall",
        "estimate",
        "question",
        "maintain",
        "reveal",
        "disclose",
        "dismiss",
        "reject",
        "dispute",
        "refute",
        "request",
        "demand",
        "order",
        "instruct",
        "command",
        "appeal",
        "ask",
        "counter",
        "conclude",
        "declare",
        "state",
        "announce",
        "inform",
        "blame",
        "accuse",
        "verify",
        "confirm",
        "deny",
        "urge",
        "pledge",
        "predict",
        "doubt",
        "allege",
        "claim",
        "command",
        "beg",
        "plead",
    ]
)
"""Verbs that also govern a plain object. They are speech when a clause or a quotation is what they govern."""

VERB: Final = re.compile(
    r"\b(?:" + "|".join(sorted({*FORMS, *PRESENT_PLURAL, *PARTICIPLES}, key=lambda f: (-len(f), f))) + r")\b",
    re.IGNORECASE,
)
UNVERIFIED: Final = re.compile(
    r"\b(?:could not|couldn['’]?t|cannot|can['’]?t|was unable to|were unable to|has not|have not|is unable to)"
    r"(?: (?:immediately|independently|yet|be)){0,2}"
    r" (?:verify|verified|confirm|confirmed|authenticate|authenticated)\b",
    re.IGNORECASE,
)
ACCORDING: Final = re.compile(r"\b[Aa]ccording to ")
