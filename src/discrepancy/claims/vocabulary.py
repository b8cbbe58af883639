"""Verbs, adjectives and nouns of general English that set the footing of what depends on them.

After the classes of implicative and attitude verbs in the literature on factuality (Karttunen 1971; Saurí and
Pustejovsky 2009). Lemmas, in lower case.
"""

from __future__ import annotations

from discrepancy.model import Modality

RAISING: dict[str, Modality] = {
    lemma: modality
    for modality, lemmas in (
        (Modality.ATTEMPT, "try attempt seek strive endeavour endeavor struggle work"),
        (Modality.PREVENTED, "fail refuse decline neglect forget unable hesitate reluctant unwilling"),
        (
            Modality.INTENT,
            (
                "want plan hope aim intend wish expect vow pledge promise threaten prepare need set due ready willing"
                " eager keen determined have propose offer like long desire aspire agree decide choose swear schedule"
                " supposed suppose order ask tell urge command instruct require mean design destine oblige call commit"
                " advise warn encourage invite demand poised about going"
            ),
        ),
        (Modality.POSSIBLE, "likely able possible allow permit enable unlikely free liable bound"),
        (
            Modality.FACT,
            (
                "begin start continue manage proceed come get happen cease stop keep force compel help finish go"
                " tend use dare seem appear believe think report allege say understand know claim purport prove turn"
                " cause lead rush hurry pretend see find"
            ),
        ),
    )
    for lemma in lemmas.split()
}
"""What "X ... to do Y" makes of Y. A governor that is not here keeps its infinitive to itself."""

HEDGING = frozenset("seem appear believe think report allege say understand suspect rumour rumor claim purport".split())
"""Raising verbs under which a fact is not vouched for: "appears to have fled", "is believed to be"."""

NEGATED_WITHIN = frozenset("unlikely unable".split())

AUXILIARIES: dict[str, Modality] = {
    "may": Modality.POSSIBLE, "might": Modality.POSSIBLE, "could": Modality.POSSIBLE, "would": Modality.POSSIBLE,
    "can": Modality.POSSIBLE, "ca": Modality.POSSIBLE, "'d": Modality.POSSIBLE,
    "will": Modality.INTENT, "shall": Modality.INTENT, "should": Modality.INTENT, "must": Modality.INTENT,
    "ought": Modality.INTENT, "wo": Modality.INTENT, "'ll": Modality.INTENT, "’ll": Modality.INTENT,
}  # fmt: skip

SAYING = frozenset(
    "say tell claim report add state announce declare note explain insist argue assert allege maintain confirm deny"
    " acknowledge admit stress emphasise emphasize write warn predict comment remark reply respond suggest estimate"
    " accuse testify tweet post reveal disclose indicate contend complain concede conclude recall repeat reiterate"
    " clarify specify describe relate mention inform assure promise vow swear pledge hint signal"
    " believe think feel suspect fear hope expect know understand realise realize learn find show doubt wonder"
    " consider assume speculate imagine see hear fancy guess trust agree point".split()
)
"""Verbs whose clause is what somebody says, thinks or knows: the clause is the claim, the verb its footing."""

ATTITUDES: dict[str, Modality] = {
    "hope": Modality.INTENT, "expect": Modality.INTENT, "promise": Modality.INTENT, "vow": Modality.INTENT,
    "pledge": Modality.INTENT, "swear": Modality.INTENT, "wish": Modality.INTENT, "demand": Modality.INTENT,
    "fear": Modality.POSSIBLE, "predict": Modality.POSSIBLE, "warn": Modality.POSSIBLE, "wonder": Modality.POSSIBLE,
    "imagine": Modality.POSSIBLE, "speculate": Modality.POSSIBLE, "assume": Modality.POSSIBLE,
    "doubt": Modality.POSSIBLE, "suggest": Modality.FACT,
}  # fmt: skip

STANCES = {
    "claim": "claims", "allege": "claims", "insist": "claims", "assert": "claims", "maintain": "claims",
    "contend": "claims", "argue": "claims", "deny": "denies", "confirm": "confirms", "acknowledge": "confirms",
    "admit": "confirms", "doubt": "doubts", "wonder": "asks", "ask": "asks", "order": "orders", "demand": "orders",
}  # fmt: skip

CONDITIONS = frozenset("if unless whether lest provided suppose".split())

ATTEMPT_NOUNS = frozenset("attempt bid effort try".split())
PLAN_NOUNS = frozenset("plan plot intention promise pledge desire wish hope threat proposal".split())
PREVENTING = frozenset(
    "thwart foil prevent stop block avert repel intercept frustrate defeat halt abort abandon".split()
)

PARTICLES = frozenset("away up down out off over".split())
"""Adverbs that are one predicate with the verb that they follow."""

STATIVE = frozenset(
    "consist contain belong include comprise own cost cover mean involve resemble represent house hold live lack have"
    " want know believe need remain total number exceed concern relate".split()
)
"""Verbs whose participle speaks of a state, so that the simple tense restores the clause."""

STATES = frozenset("own base locate situate know call comprise compose headquarter dedicate inhabit name".split())
"""Verbs whose past participle tells how things are: "a firm based in Poland" is based there."""

LIGHT = {
    ("take", "part"), ("take", "place"), ("take", "control"), ("take", "office"), ("take", "responsibility"),
    ("take", "power"), ("lose", "control"), ("shoot", "dead"), ("set", "fire"), ("give", "birth"), ("make", "up"),
}  # fmt: skip
"""A verb and the bare noun or adjective that is one predicate with it."""

ENTERING = {("break", "into"), ("cross", "into"), ("pay", "for"), ("account", "for"), ("apologise", "for")}
"""A verb and the preposition that gives it its meaning."""

ALWAYS_CONNECTIVE = frozenset("however moreover furthermore nevertheless nonetheless".split())
CONNECTIVES = frozenset(
    "however meanwhile moreover furthermore therefore thus nevertheless nonetheless instead indeed besides separately"
    " additionally secondly thirdly first finally still yet also then so well afterward afterwards hence".split()
)
"""Words that tie a sentence to the one before, which a claim has left behind."""
